"""The workbook of 核对单: what stands on the pages of many units, to be filtered by unit."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.unit_sheets import UnitSheet
from jinshi_desk.safe_files import replace_file
from jinshi_desk.sheets.printed import PrintedSheet, Value, clean, fill
from jinshi_desk.unit_sheet_words import (
    basis_of,
    evidence_of,
    kind_of,
    ruling_of,
    title_of,
    verdict_of,
    working_of,
)
from jinshi_desk.wording import STATE

_Row = tuple[Value, ...]
_UNIT = ("单位", 20.0)


def write(sheets: Sequence[UnitSheet], path: Path) -> None:
    """Write ``sheets``, all of one month and at least one.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    from openpyxl import Workbook  # costs start-up time, and most runs write no workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    title = title_of(sheets[0].month)
    workbook.properties.title = title
    workbook.properties.creator = clean(sheets[0].signer)
    for sheet in _printed(sheets):
        fill(workbook.create_sheet(sheet.name), sheet, f"{title} {sheet.name}")
    with replace_file(path) as file:
        workbook.save(file)


def _printed(sheets: Sequence[UnitSheet]) -> Iterator[PrintedSheet]:
    yield PrintedSheet("总表", _SUMMARY, [_summary(each) for each in sheets])
    for name, columns, rows in (
        ("来稿", (("编号", 12.0), ("标题", 48.0), ("收稿", 12.0), ("任务", 26.0)), _drafts),
        ("采用", (("标题", 48.0), ("媒体", 26.0), ("日期", 12.0), ("凭据", 10.0)), _adoptions),
        ("积分", (("事项", 12.0), ("稿件、依据", 52.0), ("算式", 24.0), ("分", 8.0)), _entries),
        ("还缺", (("还缺", 80.0),), _wanting),
        ("异议", (("提出", 12.0), ("异议", 44.0), ("裁定", 44.0)), _objections),
    ):
        lines: list[_Row] = [(each.unit, *row) for each in sheets for row in rows(each)]
        yield PrintedSheet(name, (_UNIT, *columns), lines)


_SUMMARY = (
    _UNIT,
    ("任务", 8.0),
    ("计入", 8.0),
    ("完成情况", 12.0),
    ("本月积分", 10.0),
    ("本月名次", 10.0),
    ("累计积分", 10.0),
    ("累计名次", 10.0),
    ("异议截止", 12.0),
)


def _summary(sheet: UnitSheet) -> _Row:
    return (
        sheet.unit,
        sheet.quota,
        sheet.counted,
        STATE[sheet.state] if sheet.state else None,
        in_points(sheet.this_month.cents),
        sheet.this_month.rank,
        in_points(sheet.this_year.cents),
        sheet.this_year.rank,
        sheet.objections_until,
    )


def _drafts(sheet: UnitSheet) -> Iterator[_Row]:
    for draft in sheet.drafts:
        yield draft.number, draft.title, draft.received_on, verdict_of(draft)


def _adoptions(sheet: UnitSheet) -> Iterator[_Row]:
    for each in sheet.adoptions:
        yield each.title, each.outlet, each.adopted_on, evidence_of(each)


def _entries(sheet: UnitSheet) -> Iterator[_Row]:
    for entry in sheet.entries:
        yield kind_of(entry), basis_of(entry), working_of(entry), in_points(entry.cents)


def _wanting(sheet: UnitSheet) -> Iterator[_Row]:
    for sentence in sheet.wanting:
        yield (sentence,)


def _objections(sheet: UnitSheet) -> Iterator[_Row]:
    for each in sheet.objections:
        yield each.received_on, each.text, ruling_of(each)
