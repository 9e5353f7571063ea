"""An extract of the year as a workbook: a sheet for each group, numbers as numbers."""

from collections.abc import Iterable
from pathlib import Path

from jinshi_desk.domain.tables import Table
from jinshi_desk.safe_files import replace_file
from jinshi_desk.sheets.notices import table_sheet
from jinshi_desk.sheets.printed import clean, fill


def write(title: str, tables: Iterable[Table], path: Path) -> None:
    """Write ``tables`` under ``title``.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    from openpyxl import Workbook  # costs start-up time, and most runs write no workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = clean(title)
    for table in tables:
        sheet = table_sheet(table)
        fill(workbook.create_sheet(sheet.name), sheet, f"{title} {sheet.name}")
    with replace_file(path) as file:
        workbook.save(file)
