"""Names that a workbook brings itself, or that the clerk settles in the preview, serve all its sheets."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.registers import Question
from jinshi_desk.domain.units import Group
from jinshi_desk.services.importing import BatchAnswers, Decisions, ImportDesk, Imported, OpenSheet
from jinshi_desk.sheet_words import added_phrase
from tests.office import JULY, JUNE, Office

Book = Callable[..., Path]
DRAFTS = ("单位", "标题", "类别", "作者", "报送日期", "采用媒体", "采用日期")
UNITS = ("单位编号", "单位名称", "组别", "启用月份", "别名")
A_UNIT = ("XD", "新单位办", "市直", "2022年1月", "新办")
OF_THE_UNIT = ("新办", "一篇", "动态", "周试一", "2022-06-08")
UNKNOWN = "市某某社"


@pytest.fixture
def imports(office: Office) -> ImportDesk:
    return ImportDesk(office.store, office.register, office.adoption, office.today)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Write sheets, each a heading and rows, in the order given."""

    def write(**sheets: list[tuple[object, ...]]) -> Path:
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        for name, rows in sheets.items():
            page = workbook.create_sheet(name)
            for row in rows:
                page.append(row)
        workbook.save(tmp_path / "台账.xlsx")
        return tmp_path / "台账.xlsx"

    return write


def asked(opened: OpenSheet) -> list[str]:
    return [str(flag) for row in opened.reading.rows if row.action == "ask" for flag in row.flags]


def of_unknown(book: Book, **outlet: str) -> Path:
    row = (UNKNOWN, "一篇", "动态", "周试一", "2022-06-08", *outlet.values())
    return book(六月=[DRAFTS, row])


def bring(imports: ImportDesk, file: Path, **answers: str) -> Imported:
    return imports.bring_in(imports.open(file, Decisions(answers)), BatchAnswers())


def test_a_unit_of_the_same_workbook_is_known_whatever_the_order_of_its_sheets(
    office: Office, imports: ImportDesk, book: Book
) -> None:
    opened = imports.open(book(六月=[DRAFTS, OF_THE_UNIT], 单位名单=[UNITS, A_UNIT]))
    assert asked(opened) == []
    imported = imports.bring_in(opened, BatchAnswers())
    assert office.register.open(imported.numbers[0]).draft.units == ("XD",)


def test_people_of_the_same_workbook_keep_their_names_whole(
    office: Office, imports: ImportDesk, book: Book
) -> None:
    row = ("新办", "一篇", "动态", "李长和王长", "2022-06-08")
    people = [("姓名", "单位"), ("李长和王长", "新单位办")]
    opened = imports.open(book(六月=[DRAFTS, row], 人员=people, 单位名单=[UNITS, A_UNIT]))
    imported = imports.bring_in(opened, BatchAnswers())
    (author,) = office.register.open(imported.numbers[0]).draft.authors
    assert author.name == "李长和王长"


def test_a_unit_left_out_of_the_batch_is_unknown_to_its_other_sheets(imports: ImportDesk, book: Book) -> None:
    file = book(单位名单=[UNITS, A_UNIT], 六月=[DRAFTS, OF_THE_UNIT])
    assert asked(imports.open(file, Decisions({"单位名单!2": "skip"}))) == ["unknown_unit(新办)"]


@pytest.mark.parametrize("other", [("XD", "另一个办", "市直"), ("XE", "新单位办", "市直")])
def test_an_id_or_a_name_that_a_list_gives_twice_asks(
    imports: ImportDesk, book: Book, other: tuple[str, ...]
) -> None:
    assert asked(imports.open(book(单位名单=[UNITS, A_UNIT, other]))) == ["listed_twice(2)"]


def test_an_unknown_unit_is_created_with_one_answer(office: Office, imports: ImportDesk, book: Book) -> None:
    file = of_unknown(book)
    (question,) = imports.open(file).reading.rows[0].questions
    offered = {each.label: each.answer for each in imports.offered(question)}
    assert list(offered) == ["新增单位：镇（街道）", "新增单位：市直单位", "新增单位：部机关组室"]
    decided = imports.open(file, Decisions({question.general_key: offered["新增单位：市直单位"]}))
    assert asked(decided) == []
    assert [added_phrase(each) for each in decided.added] == [f"新增单位：{UNKNOWN}（市直单位，2022年6月起）"]
    imported = imports.bring_in(decided, BatchAnswers())
    (created,) = [unit for unit in office.store.units.all() if unit.name == UNKNOWN]
    assert (created.group, created.active_from) == (Group.BUREAU, JUNE)
    assert office.register.open(imported.numbers[0]).draft.units == (created.id,)
    assert imported.facts == {"units": 1}
    assert imports.open(file).added == ()


def test_several_unknown_units_with_the_same_initials_are_kept_apart(
    office: Office, imports: ImportDesk, book: Book
) -> None:
    rows = [(name, name, "动态", "周试一", "2022-06-08") for name in ("市某某社", "市某某室")]
    answers = {f"unknown_unit:{name}": "new:bureau" for name, *_ in rows}
    assert bring(imports, book(六月=[DRAFTS, *rows]), **answers).facts == {"units": 2}
    assert len({unit.id for unit in office.store.units.all() if unit.name.startswith("市某某")}) == 2


def test_a_created_unit_goes_with_its_batch_and_comes_again(
    office: Office, imports: ImportDesk, book: Book
) -> None:
    file, key = of_unknown(book), f"unknown_unit:{UNKNOWN}"
    imports.undo_batch(bring(imports, file, **{key: "new:bureau"}).batch)
    assert all(not unit.active_in(JULY) for unit in office.store.units.all() if unit.name == UNKNOWN)
    assert asked(imports.open(file)) == [f"unknown_unit({UNKNOWN})"]
    bring(imports, file, **{key: "new:town"})
    (again,) = [unit for unit in office.store.units.all() if unit.name == UNKNOWN]
    assert (again.group, again.active_in(JULY)) == (Group.TOWN, True)
    assert list(office.store.audit.breaks()) == []


def test_an_unknown_outlet_is_created_with_one_answer(
    office: Office, imports: ImportDesk, book: Book
) -> None:
    row = ("药山镇", "一篇", "动态", "周试一", "2022-06-08", "某某新闻网", "2022-06-09")
    file = book(六月=[DRAFTS, row])
    opened = imports.open(file, Decisions({"unknown_outlet:某某新闻网": "new:province"}))
    assert [added_phrase(each) for each in opened.added] == ["新增媒体：某某新闻网（省级）"]
    imports.bring_in(opened, BatchAnswers())
    assert office.points_of("药山镇") != "0"
    assert asked(imports.open(file)) == ["duplicate_of(2022-0001)"]


def test_what_a_word_means_in_general_is_remembered_as_another_name(
    office: Office, imports: ImportDesk, book: Book
) -> None:
    file = of_unknown(book)
    opened = imports.open(file, Decisions({f"unknown_unit:{UNKNOWN}": "B_NYJ"}))
    assert [added_phrase(each) for each in opened.added] == [f"“{UNKNOWN}”记为市农业农村局的别名"]
    batch = imports.bring_in(opened, BatchAnswers()).batch
    assert asked(imports.open(file)) == ["duplicate_of(2022-0001)"]
    imports.undo_batch(batch)
    assert asked(imports.open(file)) == [f"unknown_unit({UNKNOWN})"]


def test_what_a_word_means_in_one_row_is_not_remembered(imports: ImportDesk, book: Book) -> None:
    file = of_unknown(book)
    opened = imports.open(file, Decisions({f"六月!2:unknown_unit:{UNKNOWN}": "B_NYJ"}))
    assert (asked(opened), opened.added) == ([], ())


def test_decisions_about_names_that_no_row_uses_add_nothing(imports: ImportDesk, book: Book) -> None:
    answers = {f"unknown_unit:{UNKNOWN}": "new:bureau", "unknown_outlet:某某网": "hw", "unknown_unit:7": "YS"}
    row = ("药山镇", "一篇", "动态", "周试一", "2022-06-08")
    assert imports.open(book(六月=[DRAFTS, row]), Decisions(answers)).added == ()


@pytest.mark.parametrize("subject", ["甲办、乙办", "甲"])
def test_no_unit_is_made_of_several_names_or_of_one_character(imports: ImportDesk, subject: str) -> None:
    assert imports.offered(Question("unknown_unit", subject, "unit")) == ()


def test_columns_that_are_not_read_are_named(imports: ImportDesk, book: Book) -> None:
    row = (1, "药山镇", "一篇", "动态", "周试一", "2022-06-08", None, None, "13800000000", None)
    opened = imports.open(book(六月=[("序号", *DRAFTS, "联系电话", "空列"), row]))
    assert opened.unused == ("联系电话",)


def test_an_office_month_is_where_a_unit_without_days_begins(imports: ImportDesk, book: Book) -> None:
    rows = [("单位", "月份", "原因", "批准人"), (UNKNOWN, "2022年7月", "防汛", "高样二")]
    opened = imports.open(book(免考核=rows), Decisions({f"unknown_unit:{UNKNOWN}": "new:town"}))
    assert [each.active_from for each in opened.added if hasattr(each, "active_from")] == [Month(2022, 7)]
