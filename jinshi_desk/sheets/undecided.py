"""The rows nobody could decide, as a sheet that goes back to the sender with the reasons."""

from pathlib import Path

from jinshi_desk.domain.registers import Action, FileReading, Mark, RowReading, SheetReading
from jinshi_desk.sheets.cell_readers import DAYS
from jinshi_desk.sheets.columns import Column, ColumnKind
from jinshi_desk.sheets.lists import Listing, write_lists

_REASON = Column("待定原因", ColumnKind.TEXT, 40)
_ROW = Column("原表行号", ColumnKind.WHOLE, 8)


def write_undecided(reading: FileReading, path: Path) -> Path:
    """Write the rows that ask, sheet by sheet as they were written, and return ``path``.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    sheets = [sheet for sheet in reading.sheets if any(row.action is Action.ASK for row in sheet.rows)]
    write_lists([_listing(sheet) for sheet in sheets], path, f"原文件 {reading.file}")
    return path


def _listing(sheet: SheetReading) -> Listing:
    columns = {column: sheet.headings.get(number, column) for column, number in sheet.columns.items()}
    heads = [Column(heading.split("/")[-1], ColumnKind.TEXT, 18) for heading in columns.values()]
    rows = [row for row in sheet.rows if row.action is Action.ASK]
    return Listing(
        sheet.name,
        [_ROW, *heads, _REASON],
        [(row.row, *(_written(row, column) for column in columns), _reasons(row)) for row in rows],
    )


def _written(row: RowReading, column: str) -> str:
    """Return what stands in a cell; a day with two readings has them too if the sheet comes back as it is."""
    cell = row.cells.get(column)
    if cell is None:
        return ""
    return f"{cell.raw}？" if column in DAYS and cell.mark is Mark.AMBER else cell.raw


def _reasons(row: RowReading) -> str:
    return "；".join(map(str, row.flags))
