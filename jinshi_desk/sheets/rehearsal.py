"""The workbook of 模拟重算: who would stand where, month by month, and by which clauses."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.rehearsal import Rehearsal
from jinshi_desk.domain.rules import RuleSet
from jinshi_desk.rule_words import award_word, cause_word, movement, period_word
from jinshi_desk.safe_files import replace_file
from jinshi_desk.sheets.printed import PrintedSheet, Value, fill
from jinshi_desk.wording import GROUP

_Row = tuple[Value, ...]


def write(rehearsal: Rehearsal, versions: Sequence[RuleSet], path: Path) -> None:
    """Write the workbook; ``versions`` name the types of deduction.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    from openpyxl import Workbook  # costs start-up time, and most runs write no workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    head = (
        f"模拟重算：{period_word(rehearsal)}按《{rehearsal.rules.title}》（{rehearsal.rules.id}），不改台账"
    )
    workbook.properties.title = head
    sheets = (
        _ranks(rehearsal),
        _months(rehearsal),
        PrintedSheet("原因", _CAUSE_COLUMNS, list(_causes(rehearsal, versions))),
    )
    for sheet in sheets:
        fill(workbook.create_sheet(sheet.name), sheet, head)
    with replace_file(path) as file:
        workbook.save(file)


_CAUSE_COLUMNS = (("组别", 14), ("单位", 22), ("依据", 44), ("原积分", 10), ("新积分", 10), ("增减", 10))


def _ranks(rehearsal: Rehearsal) -> PrintedSheet:
    columns = (
        ("组别", 14.0),
        ("单位", 22.0),
        ("原积分", 10.0),
        ("原名次", 8.0),
        ("新积分", 10.0),
        ("新名次", 8.0),
        ("积分增减", 10.0),
        ("名次升降", 10.0),
        ("评优名次", 14.0),
    )
    rows: list[_Row] = [
        (
            GROUP[row.unit.group],
            row.unit.name,
            in_points(row.now),
            row.rank_now,
            in_points(row.then),
            row.rank_then,
            in_points(row.change),
            movement(row),
            award_word(row),
        )
        for row in rehearsal.rows
    ]
    return PrintedSheet("总表", columns, rows)


def _months(rehearsal: Rehearsal) -> PrintedSheet:
    heads = [(f"{month.month}月{word}", 8.0) for month in rehearsal.months for word in ("原", "新")]
    rows: list[_Row] = []
    for row in rehearsal.rows:
        pairs = zip(row.months_now, row.months_then, strict=True)
        rows.append((row.unit.name, *(in_points(cents) for pair in pairs for cents in pair)))
    return PrintedSheet("逐月", (("单位", 22.0), *heads), rows)


def _causes(rehearsal: Rehearsal, versions: Sequence[RuleSet]) -> Iterator[_Row]:
    for cause in rehearsal.causes:
        yield "全部", "", cause_word(cause, versions), *map(in_points, (cause.now, cause.then, cause.change))
    for row in rehearsal.rows:
        for cause in row.causes:
            amounts = map(in_points, (cause.now, cause.then, cause.change))
            yield GROUP[row.unit.group], row.unit.name, cause_word(cause, versions), *amounts
