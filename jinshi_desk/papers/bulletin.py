"""The bulletin (月通报) on paper, in the official format of GB/T 9704-2012."""

from dataclasses import asdict
from pathlib import Path

from jinshi_desk.domain.bulletins import Bulletin, written_date
from jinshi_desk.papers.annexes import Annex, annexes
from jinshi_desk.papers.titles import title_lines
from jinshi_desk.papers.typesetting import Json, Press
from jinshi_desk.safe_files import replace_file

TEMPLATE = "bulletin"


def save_pdf(press: Press, bulletin: Bulletin, path: Path) -> None:
    """Write the bulletin as PDF.

    Raises:
        PaperFailed: it could not be set.
        CannotWrite: the machine would not let us write.
    """
    content = press.pdf(TEMPLATE, value(bulletin))
    with replace_file(path) as file:
        file.write_bytes(content)


def pages(press: Press, bulletin: Bulletin) -> list[bytes]:
    """Return the bulletin's pages as SVG, for the preview and the printer.

    Raises:
        PaperFailed: it could not be set.
    """
    return press.svg_pages(TEMPLATE, value(bulletin))


def value(bulletin: Bulletin) -> Json:
    """Return what the template shows: finished words only."""
    return {
        "title": title_lines(bulletin.title),
        "addressee": bulletin.addressee,
        "opening": opening(bulletin),
        "sections": [
            {"heading": heading, "paragraphs": split_paragraphs(paragraphs)}
            for heading, paragraphs in bulletin.printed_sections
        ],
        "attachments": list(bulletin.attachments),
        "signer": bulletin.signer,
        "dated": written_date(bulletin.dated),
        "contact": contact_note(bulletin.contact),
        "annexes": [_annex(annex) for annex in annexes(bulletin)],
    }


def opening(bulletin: Bulletin) -> list[str]:
    """Return the paragraphs before the first section."""
    return split_paragraphs((bulletin.opening.text,)) if bulletin.opening.included else []


def split_paragraphs(texts: tuple[str, ...]) -> list[str]:
    """Return ``texts`` with a paragraph for each line that an edited sentence may hold."""
    return [line.strip() for text in texts for line in text.splitlines() if line.strip()]


def contact_note(contact: str) -> str:
    """Return 附注 in its brackets, or nothing."""
    contact = contact.strip()
    if not contact or contact.startswith("（"):
        return contact
    return f"（{contact}）"


def _annex(annex: Annex) -> Json:
    tables: list[Json] = [
        {
            "caption": table.caption,
            "columns": [{"width": column.width, "left": column.left} for column in table.columns],
            "heads": [[asdict(head) for head in row] for row in table.heads],
            "rows": table.rows,
        }
        for table in annex.tables
    ]
    return {"label": annex.label, "name": annex.name, "tables": tables}
