"""A notice (通报) as an editable .docx: the page's text and tables under the official font names.

The fonts are named, not embedded: the office has its own. Pages follow GB/T 9704-2012 like the printed ones.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.notices import Annex, Notice
from jinshi_desk.domain.tables import Table
from jinshi_desk.papers import word
from jinshi_desk.papers.notices import annex_label, contact_note, split_paragraphs
from jinshi_desk.papers.official_page import fill, prepare, turned, upright
from jinshi_desk.papers.titles import text_width, title_lines
from jinshi_desk.safe_files import replace_file

if TYPE_CHECKING:
    from docx.document import Document


def save_docx(notice: Notice, path: Path) -> None:
    """Write the notice as .docx.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    document = _document(notice)
    with replace_file(path) as file:
        document.save(str(file))


def _document(notice: Notice) -> "Document":
    from docx import Document  # costs start-up time, and most runs write no document
    from docx.enum.section import WD_SECTION

    document = Document()
    prepare(document, notice.title, notice.signer, notice.dated)
    upright(document.sections[0])
    fill(document, _text(notice))
    if notice.annexes:
        turned(document.add_section(WD_SECTION.NEW_PAGE))
    for number, annex in enumerate(notice.annexes, start=1):
        fill(document, _annex(annex, number))
    return document


def _text(notice: Notice) -> Iterator[str]:
    """Yield title, addressee, text, attachments, signature."""
    blank = word.paragraph(word.FLUSH)
    yield word.paragraph(word.TITLE, *title_lines(notice.title))
    yield blank
    if notice.addressee:
        yield word.paragraph(word.FLUSH, notice.addressee)
    yield from _body(notice)
    yield word.paragraph(word.FLUSH, layout="<w:keepNext/>")
    yield from _attachment_note(notice.attachments)
    yield word.paragraph(word.FLUSH, layout="<w:keepNext/>")
    yield from _signature(notice.signer, written_date(notice.dated))
    if notice.contact.strip():
        yield word.paragraph(word.TEXT, contact_note(notice.contact))


def _body(notice: Notice) -> Iterator[str]:
    """Yield paragraphs and tables; a last paragraph's last two lines go with the signature."""
    said: list[tuple[word.Style, str] | Table] = [
        (word.TEXT, text) for text in split_paragraphs(notice.paragraphs)
    ]
    for heading, section in notice.printed_sections:
        said.append((word.HEADING, heading))
        said.extend((word.TEXT, text) for text in split_paragraphs(section.paragraphs))
        said.extend(section.tables)
    for place, part in enumerate(said, start=1):
        if isinstance(part, Table):
            yield from _table(part)
        else:
            last = "<w:keepNext/><w:widowControl/>" if place == len(said) else ""
            yield word.paragraph(*part, layout=last)


def _attachment_note(names: tuple[str, ...]) -> Iterator[str]:
    """Yield 附件说明: two characters in, names under each other, nothing after them."""
    for place, name in enumerate(names, start=1):
        head, hanging = ("附件：", 4) if place == 1 else ("", 1)
        indent = f'<w:ind w:left="{6 * word.CELL}" w:hanging="{hanging * word.CELL}"/>'
        yield word.paragraph(word.FLUSH, f"{head}{place}.{name}", layout=f"<w:keepNext/>{indent}")


def _signature(signer: str, dated: str) -> Iterator[str]:
    """Yield 署名 two characters from the right, the date's beginning two right of its beginning (7.3.5.2)."""
    longer = text_width(signer, digit=0.5) - text_width(dated, digit=0.5)
    signer_end, date_end = (2.0, longer) if longer >= 0 else (4.0 - longer, 2.0)
    for words, end in ((signer, signer_end), (dated, date_end)):
        yield word.paragraph(word.RIGHT, words, layout=f'<w:ind w:right="{round(end * word.CELL)}"/>')


def _annex(annex: Annex, number: int) -> Iterator[str]:
    break_before = "<w:pageBreakBefore/>" if number > 1 else ""
    yield word.paragraph(word.LABEL, annex_label(number), layout=break_before)
    yield word.paragraph(word.FLUSH)
    yield word.paragraph(word.TITLE, *title_lines(annex.name, width=28))
    for table in annex.tables:
        yield from _table(table)
    yield word.paragraph(word.TABLE_TEXT)  # Word wants a paragraph after the last table


def _table(table: Table) -> Iterator[str]:
    yield word.paragraph(word.CAPTION, table.caption)
    yield word.table(table)
