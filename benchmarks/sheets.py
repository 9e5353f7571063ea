"""(e) A sheet read, and (f) a list written, against openpyxl doing nothing else."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment

from benchmarks.measuring import Measured, medians
from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.importing import BatchAnswers, ImportDesk
from jinshi_desk.services.lists import Scope
from jinshi_desk.services.office import create_office
from jinshi_desk.services.opening import open_office
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.services.sample_year import YEAR
from jinshi_desk.store.database import Store

_TODAY = date(YEAR + 1, 1, 31)
_ALIGNMENT = Alignment(vertical="center", wrap_text=True)


def measure(sample: Path, folder: Path) -> Iterator[Measured]:
    """Export the year's drafts, and read the sheet again."""
    store = open_office(sample)
    sheet = folder / "drafts.xlsx"
    desk = ExportDesk(store)
    desk.export("drafts", Scope(), sheet)
    cells = _read(sheet)
    ours, floor = medians(
        [lambda: desk.export("drafts", Scope(), sheet), lambda: _write(cells, folder / "floor.xlsx")], runs=5
    )
    yield Measured(
        f"list to .xlsx, {len(cells) - 1:,} rows", "openpyxl write-only, same cells", ours, floor, 1.2
    )
    store.close()
    yield from _import(sheet, folder, len(cells) - 1)


def _import(sheet: Path, folder: Path, rows: int) -> Iterator[Measured]:
    empty = create_office(folder / "import.jinshi")
    desk = _import_desk(empty)
    ours, floor = medians([lambda: desk.open(sheet), lambda: _read(sheet)], runs=5)
    yield Measured(f"sheet read and checked, {rows:,} rows", "openpyxl reading it", ours, floor, 1.3)
    opened = desk.open(sheet)
    (filed,) = medians([lambda: desk.bring_in(opened, BatchAnswers())], runs=1, warm_ups=0)
    yield Measured("sheet read, checked and filed", "openpyxl reading it", ours + filed, floor)
    empty.close()


def _import_desk(store: Store) -> ImportDesk:
    undo = Undo(store)
    register = RegisterDesk(store, lambda: _TODAY, undo)
    return ImportDesk(store, register, AdoptionDesk(store, lambda: _TODAY, undo), lambda: _TODAY)


def _read(sheet: Path) -> list[Sequence[object]]:
    book = openpyxl.load_workbook(sheet)
    return [row for page in book.worksheets for row in page.iter_rows(values_only=True)]


def _write(cells: Sequence[Sequence[object]], file: Path) -> None:
    """Write the cells with the formats they have in our own sheet, each column's one cell used again."""
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet()
    column_cells = [_styled(page, value) for value in cells[1]]
    for row in cells:
        page.append([_filled(*each) for each in zip(column_cells, row, strict=True)])
    book.save(file)


def _filled(cell: Any, value: object) -> Any:
    """Return ``cell`` with its value; our own sheet has no cell either where there is nothing."""
    if value is None:
        return None
    cell.value = value
    return cell


def _styled(page: Any, value: object) -> Any:
    cell = WriteOnlyCell(page)
    cell.number_format = "@" if isinstance(value, str) else "yyyy-mm-dd" if isinstance(value, date) else "0"
    cell.alignment = _ALIGNMENT
    return cell
