from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.errors import BatchChanged, BatchUndone, MonthClosed
from jinshi_desk.domain.registers import Action
from jinshi_desk.services.importing import BatchAnswers, ImportDesk
from tests.office import JUNE, Office

Sheet = Callable[..., Path]
HEADINGS = ("编号", "单位", "标题", "类别", "作者", "报送日期", "采用媒体", "采用日期")


@pytest.fixture
def imports(office: Office) -> ImportDesk:
    return ImportDesk(office.store, office.register, office.adoption, office.today)


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """Write a register of rows (number, title, outlet)."""

    def write(*rows: tuple[str, str, str], file: str = "六月.xlsx") -> Path:
        book = Workbook()
        page = book.active
        assert page is not None
        page.append(HEADINGS)
        for number, title, outlet in rows:
            day = "2022-06-12" if outlet else None
            page.append((number, "药山镇", title, "动态信息", "周试一", "2022-06-08", outlet, day))
        book.save(tmp_path / file)
        return tmp_path / file

    return write


def bring(imports: ImportDesk, file: Path) -> int:
    return imports.bring_in(imports.open(file), BatchAnswers()).batch


def test_a_batch_is_undone_whole(office: Office, imports: ImportDesk, sheet: Sheet) -> None:
    batch = bring(imports, sheet(("2022-0007", "屋场夜话", "红星网"), ("", "党员先锋队抢收", "")))
    assert office.points_of("药山镇") != "0"
    assert imports.undo_batch(batch) == (2, 1)
    draft = office.register.open("2022-0007")
    assert (draft.draft.status, draft.draft.status_reason) == (Status.VOID, "撤销导入")
    assert all(adoption.voided == "撤销导入" for adoption in draft.adoptions)
    assert office.figures().received == 0
    assert not draft.entries
    assert list(office.store.audit.breaks()) == []


def test_adoptions_added_to_known_drafts_are_struck_out_and_the_drafts_stay(
    office: Office, imports: ImportDesk, sheet: Sheet
) -> None:
    number = office.log("屋场夜话", unit="药山镇", received="2022-06-08")
    opened = imports.open(sheet(("", "屋场夜话", "红星网")))
    (row,) = opened.reading.rows
    answers = {row.questions[0].key(row.sheet, row.row or 0): "join"}
    opened = imports.decide(opened, type(opened.decisions)(answers))
    batch = imports.bring_in(opened, BatchAnswers()).batch
    assert imports.undo_batch(batch) == (0, 1)
    known = office.register.open(number)
    assert known.draft.status is Status.ACCEPTED
    assert [adoption.voided for adoption in known.adoptions] == ["撤销导入"]
    assert not known.entries


def test_numbers_are_never_reused_when_the_file_comes_again(
    office: Office, imports: ImportDesk, sheet: Sheet
) -> None:
    file = sheet(("2022-0007", "屋场夜话", "红星网"), ("2022-0008", "党员先锋队抢收", ""))
    imports.undo_batch(bring(imports, file))
    again = imports.open(file)
    assert [row.action for row in again.reading.rows] == [Action.IMPORT, Action.IMPORT]
    assert again.reading.rows[0].notes == ("编号 2022-0007 已随撤销的导入作废，另给新号",)
    assert again.earlier is None
    brought = imports.bring_in(again, BatchAnswers())
    assert brought.numbers == ("2022-0009", "2022-0010")
    assert office.figures().received == 2
    # and what is there now is known by unit and title, whatever number the sheet gives it
    assert imports.open(file).reading.counts.imported == 0


def test_an_undone_batch_is_not_undone_again(imports: ImportDesk, sheet: Sheet) -> None:
    batch = bring(imports, sheet(("", "屋场夜话", "")))
    imports.undo_batch(batch)
    with pytest.raises(BatchUndone):
        imports.undo_batch(batch)


def test_a_batch_of_a_closed_month_stays(office: Office, imports: ImportDesk, sheet: Sheet) -> None:
    batch = bring(imports, sheet(("", "屋场夜话", "")))
    office.close(JUNE)
    with pytest.raises(MonthClosed):
        imports.undo_batch(batch)
    assert office.figures().received == 1


def _revise(office: Office, number: str, adoption: int) -> None:
    office.register.return_(number, "缺图")


def _adopt(office: Office, number: str, adoption: int) -> None:
    office.adopt(number)


def _void_adoption(office: Office, number: str, adoption: int) -> None:
    office.adoption.void(adoption, "登记错了")


def _verify(office: Office, number: str, adoption: int) -> None:
    office.adoption.verify([adoption, office.adopt(office.log(), verified=False)])


def _mark_forms(office: Office, number: str, adoption: int) -> None:
    office.approval.mark([number, office.log()], on_file=False)


@pytest.mark.parametrize("change", [_revise, _adopt, _void_adoption, _verify, _mark_forms])
def test_a_batch_somebody_worked_on_stays(
    office: Office, imports: ImportDesk, sheet: Sheet, change: Callable[[Office, str, int], None]
) -> None:
    opened = imports.open(sheet(("2022-0007", "屋场夜话", "红星网")))
    batch = imports.bring_in(opened, BatchAnswers(verified=False)).batch
    (adoption,) = office.register.open("2022-0007").adoptions
    change(office, "2022-0007", adoption.id)
    status = office.status("2022-0007")
    with pytest.raises(BatchChanged, match="2022-0007"):
        imports.undo_batch(batch)
    assert office.status("2022-0007") == status


def test_a_batch_that_another_import_added_to_stays(imports: ImportDesk, sheet: Sheet) -> None:
    first = bring(imports, sheet(("2022-0007", "屋场夜话", "")))
    opened = imports.open(sheet(("", "屋场夜话", "红星网"), file="采用.xlsx"))
    (row,) = opened.reading.rows
    opened = imports.decide(opened, type(opened.decisions)({f"{row.sheet}!{row.row}": "join"}))
    second = imports.bring_in(opened, BatchAnswers()).batch
    with pytest.raises(BatchChanged):
        imports.undo_batch(first)
    imports.undo_batch(second)
