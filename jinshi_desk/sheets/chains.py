"""What adds up to a figure as a workbook: the figure over its lines, the sum below them."""

from collections.abc import Sequence
from pathlib import Path

from jinshi_desk.domain.tables import Table
from jinshi_desk.safe_files import replace_file
from jinshi_desk.sheets.notices import table_sheet
from jinshi_desk.sheets.printed import clean, fill

_FIRST = 3


def write(title: str, table: Table, foot: Sequence[str], path: Path) -> None:
    """Write ``table`` under ``title``, the sentences of ``foot`` below it.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    from openpyxl import Workbook  # costs start-up time, and most runs write no workbook
    from openpyxl.styles import Font

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = clean(title)
    sheet = table_sheet(table)
    page = workbook.create_sheet(sheet.name)
    fill(page, sheet, title, _FIRST)
    head = page.cell(1, 1, clean(title))
    head.data_type, head.font = "s", Font(bold=True)
    last = _FIRST + len(table.rows)
    for cell in page[last]:
        cell.font = Font(bold=True)
    for row, words in enumerate(foot, start=last + 2):
        page.cell(row, 1, clean(words)).data_type = "s"
    page.freeze_panes = f"A{_FIRST + 1}"
    page.print_title_rows = f"{_FIRST}:{_FIRST}"
    with replace_file(path) as file:
        workbook.save(file)
