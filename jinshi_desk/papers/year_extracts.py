"""An extract of the year on paper: tables on landscape pages, signed and dated."""

from dataclasses import asdict
from pathlib import Path

from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.year_extracts import ExtractPaper
from jinshi_desk.papers.typesetting import Json, Press, SetPaper
from jinshi_desk.safe_files import replace_file

TEMPLATE = "year_extract"


def save_pdf(press: Press, paper: ExtractPaper, path: Path) -> SetPaper:
    """Write the extract as PDF.

    Raises:
        PaperFailed: it could not be set.
        CannotWrite: the machine would not let us write.
    """
    found = press.set(TEMPLATE, value(paper), "pdf")
    with replace_file(path) as file:
        file.write_bytes(b"".join(found.content))
    return found


def pages(press: Press, paper: ExtractPaper) -> SetPaper:
    """Return the same pages as SVG, for the preview and the printer.

    Raises:
        PaperFailed: it could not be set.
    """
    return press.set(TEMPLATE, value(paper), "svg")


def value(paper: ExtractPaper) -> Json:
    """Return what the template shows."""
    return {
        "title": paper.title,
        "note": paper.note,
        "tables": [
            {
                "caption": table.caption,
                "columns": [{"width": column.width, "left": column.left} for column in table.columns],
                "heads": [[asdict(head) for head in row] for row in table.heads],
                "rows": table.printed_rows,
            }
            for table in paper.tables
        ],
        "signer": paper.signer,
        "dated": written_date(paper.dated),
    }
