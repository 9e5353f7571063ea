"""Rows of a sheet that nobody decided about are told when their month is to be closed."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from jinshi_desk.domain.balance import Check, CheckName
from jinshi_desk.domain.months import Month
from jinshi_desk.services.importing import BatchAnswers, ImportDesk
from jinshi_desk.sheets.decisions import SKIP, Decisions
from tests.office import JULY, JUNE, MAY, Office


@pytest.fixture
def imports(office: Office) -> ImportDesk:
    return ImportDesk(office.store, office.register, office.adoption, office.today)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A register with a good row and one whose day can't be."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["单位", "标题", "类别", "作者", "报送日期"])
    book.active.append(["药山镇", "屋场夜话聚民心", "动态信息", "周试一", "2022-06-08"])
    book.active.append(["药山镇", "日子写错的一篇", "动态信息", "周试一", "2022.6.31"])
    book.save(tmp_path / "六月.xlsx")
    return tmp_path / "六月.xlsx"


def doubts(office: Office, month: Month) -> Check:
    return next(each for each in office.bulletins.draft(month).checks if each.name is CheckName.IMPORTS)


def test_rows_left_undecided_are_told_in_their_month_until_they_are_decided(
    office: Office, imports: ImportDesk, sheet: Path, tmp_path: Path
) -> None:
    assert doubts(office, JUNE).ok
    imports.bring_in(imports.open(sheet), BatchAnswers())
    assert doubts(office, JUNE) == Check(CheckName.IMPORTS, ok=False, detail="1")
    assert doubts(office, MAY).ok
    assert doubts(office, JULY).ok  # the month of the import
    (copy,) = imports.fetch_doubtful(JUNE, tmp_path / "再看")
    assert (copy.name, copy.read_bytes()) == ("六月.xlsx", sheet.read_bytes())
    opened = imports.open(copy)
    asked = next(row for part in opened.reading.sheets for row in part.rows if row.action == "ask")
    decided = imports.decide(opened, Decisions({f"{asked.sheet}!{asked.row}": SKIP}))
    imports.bring_in(decided, BatchAnswers())
    assert doubts(office, JUNE).ok


def test_an_import_that_was_taken_back_leaves_no_doubt(
    office: Office, imports: ImportDesk, sheet: Path
) -> None:
    batch = imports.bring_in(imports.open(sheet), BatchAnswers()).batch
    imports.undo_batch(batch)
    assert doubts(office, JUNE).ok
