"""The official page of a .docx (GB/T 9704-2012): fonts and styles, margins and grid, page numbers."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from jinshi_desk.papers import word
from jinshi_desk.papers.typesetting import printable_text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_ONE_IN = 280  # a page number's place: one 14 pt character from the edge
_ODD = f'<w:ind w:right="{_ONE_IN}"/><w:jc w:val="right"/>'
_EVEN = f'<w:ind w:left="{_ONE_IN}"/><w:jc w:val="left"/>'


def prepare(document: "Document", title: str, author: str, dated: date) -> None:
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
    about.title = printable_text(title)[:255]
    about.author = about.last_modified_by = printable_text(author)[:255]
    about.comments = ""
    about.created = about.modified = datetime.combine(dated, time())


def upright(section: "Section") -> None:
    """Make a section of upright pages, numbered on the outside."""
    _lay_out(section, 210, 297, top=37, bottom=35, left=28, right=26)
    _number(section, word.page_number(_ODD), word.page_number(_EVEN))


def turned(section: "Section") -> None:
    """Make a section of sheets turned clockwise: their numbers stay where upright pages have them."""
    _lay_out(section, 297, 210, top=28, bottom=26, left=35, right=37)
    _number(section, word.turned_number(_ODD, top=144), word.turned_number(_EVEN, top=28))


def fill(document: "Document", parts: Iterable[str]) -> None:
    """Append ``parts`` before the body's last section mark."""
    end: Any = document.element.body.sectPr
    for part in parts:
        end.addprevious(word.element(part))


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
