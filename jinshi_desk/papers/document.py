"""A notice (通报) as an editable .docx: the page's text and tables under the official font names.

The fonts are named, not embedded: the office has its own. Pages follow GB/T 9704-2012 like the printed ones.
"""

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.notices import Annex, Notice
from jinshi_desk.domain.tables import Table
from jinshi_desk.papers import word
from jinshi_desk.papers.notices import annex_label, contact_note, split_paragraphs
from jinshi_desk.papers.titles import text_width, title_lines
from jinshi_desk.papers.typesetting import printable_text
from jinshi_desk.safe_files import replace_file

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_ONE_IN = 280  # a page number's place: one 14 pt character from the edge
_ODD = f'<w:ind w:right="{_ONE_IN}"/><w:jc w:val="right"/>'
_EVEN = f'<w:ind w:left="{_ONE_IN}"/><w:jc w:val="left"/>'


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
    _prepare(document, notice)
    _lay_out(document.sections[0], 210, 297, top=37, bottom=35, left=28, right=26)
    _number(document.sections[0], word.page_number(_ODD), word.page_number(_EVEN))
    _fill(document, _text(notice))
    # the same sheet turned clockwise: its numbers stay where the upright pages have them
    turned = document.add_section(WD_SECTION.NEW_PAGE)
    _lay_out(turned, 297, 210, top=28, bottom=26, left=35, right=37)
    _number(turned, word.turned_number(_ODD, top=144), word.turned_number(_EVEN, top=28))
    for number, annex in enumerate(notice.annexes, start=1):
        _fill(document, _annex(annex, number))
    return document


def _prepare(document: "Document", notice: Notice) -> None:
    """Set styles, language, sides and what the file says about itself."""
    normal = document.styles["Normal"].element.get_or_add_rPr()
    for old in normal.xpath("./w:rFonts | ./w:lang"):
        normal.remove(old)
    normal.insert(0, word.element(word.fonts(word.FANG)))
    normal.append(word.element(word.LANGUAGE))
    for style in word.STYLES:
        document.styles.element.append(word.element(style.xml))
    document.settings.odd_and_even_pages_header_footer = True
    about = document.core_properties
    about.title = printable_text(notice.title)[:255]
    about.author = about.last_modified_by = printable_text(notice.signer)[:255]
    about.comments = ""
    about.created = about.modified = datetime.combine(notice.dated, time())


def _lay_out(section: "Section", width: int, height: int, **margins: int) -> None:
    """Set paper, margins (mm) and the grid of 22 lines."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(width), Mm(height)
    section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(margins["top"]), Mm(margins["bottom"])
    section.left_margin, section.right_margin = Mm(margins["left"]), Mm(margins["right"])
    section.header_distance = Mm(15)
    section.footer_distance = Mm(25.2)  # dashes 7 mm under the text area
    for old in section._sectPr.xpath("./w:docGrid"):  # noqa: SLF001  # python-docx has no name for the grid
        section._sectPr.remove(old)  # noqa: SLF001
    section._sectPr.append(word.element(word.GRID))  # noqa: SLF001


def _number(section: "Section", odd: str, even: str) -> None:
    """Put page numbers on the outside."""
    for footer, xml in ((section.footer, odd), (section.even_page_footer, even)):
        footer.is_linked_to_previous = False
        first = footer.paragraphs[0]._p  # noqa: SLF001  # python-docx has no name for the element
        first.getparent().replace(first, word.element(xml))


def _fill(document: "Document", parts: Iterator[str]) -> None:
    """Append ``parts`` before the body's last section mark."""
    end: Any = document.element.body.sectPr
    for part in parts:
        end.addprevious(word.element(part))


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
