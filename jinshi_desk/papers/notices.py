"""A notice (通报) on paper, in the official format of GB/T 9704-2012."""

from dataclasses import asdict
from pathlib import Path

from jinshi_desk.domain.bulletins import Section, written_date
from jinshi_desk.domain.notices import Annex, Notice
from jinshi_desk.domain.tables import Table
from jinshi_desk.papers.titles import title_lines
from jinshi_desk.papers.typesetting import Json, Press
from jinshi_desk.safe_files import replace_file


def save_pdf(press: Press, notice: Notice, path: Path) -> None:
    """Write the notice as PDF.

    Raises:
        PaperFailed: it could not be set.
        CannotWrite: the machine would not let us write.
    """
    content = press.pdf(notice.template, value(notice))
    with replace_file(path) as file:
        file.write_bytes(content)


def pages(press: Press, notice: Notice) -> list[bytes]:
    """Return the notice's pages as SVG, for the preview and the printer.

    Raises:
        PaperFailed: it could not be set.
    """
    return press.svg_pages(notice.template, value(notice))


def value(notice: Notice) -> Json:
    """Return what the template shows: finished words only."""
    return {
        "title": title_lines(notice.title),
        "addressee": notice.addressee,
        "opening": split_paragraphs(notice.paragraphs),
        "sections": [_section(heading, section) for heading, section in notice.printed_sections],
        "attachments": list(notice.attachments),
        "signer": notice.signer,
        "dated": written_date(notice.dated),
        "contact": contact_note(notice.contact),
        "annexes": [_annex(annex, number) for number, annex in enumerate(notice.annexes, start=1)],
    }


def split_paragraphs(texts: tuple[str, ...]) -> list[str]:
    """Return ``texts`` with a paragraph for each line that an edited sentence may hold."""
    return [line.strip() for text in texts for line in text.splitlines() if line.strip()]


def contact_note(contact: str) -> str:
    """Return 附注 in its brackets, or nothing."""
    contact = contact.strip()
    if not contact or contact.startswith("（"):
        return contact
    return f"（{contact}）"


def annex_label(number: int) -> str:
    """Return what stands in the corner over an annex."""
    return f"附件{number}"


def _section(heading: str, section: Section) -> Json:
    paragraphs: list[Json] = list(split_paragraphs(section.paragraphs))
    said: dict[str, Json] = {"heading": heading, "paragraphs": paragraphs}
    return said | {"tables": [_table(table) for table in section.tables]} if section.tables else said


def _annex(annex: Annex, number: int) -> Json:
    tables: list[Json] = [_table(table) for table in annex.tables]
    return {"label": annex_label(number), "name": annex.name, "tables": tables}


def _table(table: Table) -> Json:
    return {
        "caption": table.caption,
        "columns": [{"width": column.width, "left": column.left} for column in table.columns],
        "heads": [[asdict(head) for head in row] for row in table.heads],
        "rows": table.printed_rows,
    }
