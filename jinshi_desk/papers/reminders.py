"""The 催报单 on paper: one list of all units that owe, or a slip for each, two to a page."""

from itertools import groupby
from pathlib import Path

from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.errors import NothingToPrint
from jinshi_desk.domain.phones import printed
from jinshi_desk.domain.reminder_papers import Owing, ReminderSheet
from jinshi_desk.papers.typesetting import Json, Press, SetPaper
from jinshi_desk.safe_files import replace_file
from jinshi_desk.wording import GROUP

LIST, SLIPS = "reminder_list", "reminder_slips"


def save_pdf(press: Press, sheet: ReminderSheet, path: Path, *, slips: bool = False) -> SetPaper:
    """Write the list, or a slip for each unit, as PDF.

    Raises:
        NothingToPrint: no unit is on it.
        PaperFailed: it could not be set.
        CannotWrite: the machine would not let us write.
    """
    paper = press.set(SLIPS if slips else LIST, value(sheet), "pdf")
    with replace_file(path) as file:
        file.write_bytes(b"".join(paper.content))
    return paper


def pages(press: Press, sheet: ReminderSheet, *, slips: bool = False) -> SetPaper:
    """Return the same pages as SVG, for the preview and the printer.

    Raises:
        NothingToPrint: no unit is on it.
        PaperFailed: it could not be set.
    """
    return press.set(SLIPS if slips else LIST, value(sheet), "svg")


def value(sheet: ReminderSheet) -> Json:
    """Return what both templates show."""
    if not sheet.rows:
        raise NothingToPrint
    return {
        "title": f"{sheet.month.year}年{sheet.month.month}月组工信息催报单",
        "text": sheet.text,
        "groups": [
            {"name": GROUP[group], "rows": [_row(sheet, owing) for owing in rows]}
            for group, rows in groupby(sheet.rows, lambda owing: owing.group)
        ],
        "deadline": written_date(sheet.deadline),
        "signer": sheet.signer,
        "dated": written_date(sheet.as_of),
    }


def _row(sheet: ReminderSheet, owing: Owing) -> Json:
    return {
        "unit": owing.unit,
        "correspondent": owing.correspondent,
        "phone": printed(owing.phone),
        "quota": owing.quota,
        "counted": owing.counted,
        "missing": owing.missing,
        "text": sheet.text_for(owing),
    }
