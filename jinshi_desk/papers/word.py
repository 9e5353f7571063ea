"""The WordprocessingML of official papers: styles, paragraphs, tables and page numbers.

Written as XML rather than cell by cell: a thousand cells cost milliseconds, and what Word reads can be seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from jinshi_desk.domain.tables import Head, Table
from jinshi_desk.papers.typesetting import printable_text

LINE = 579  # twentieths of a point: 225 mm ÷ 22 lines, rounded down
CELL = 316  # a character of the text area: 156 mm ÷ 28
_EMU = 36_000  # a millimetre in DrawingML
FANG, KAI, HEI, SONG, BIAOSONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
GRID = f'<w:docGrid {_W} w:type="lines" w:linePitch="{LINE}"/>'
LANGUAGE = f'<w:lang {_W} w:val="en-US" w:eastAsia="zh-CN"/>'


@dataclass(frozen=True, slots=True)
class Style:
    """A named paragraph style; ``half_points`` is the font's size, ``layout`` its ``w:pPr``."""

    name: str
    font: str
    half_points: int
    layout: str
    narrow: bool = False

    @property
    def xml(self) -> str:
        # 28 characters of 16 pt are a little wider than 156 mm: each gives a quarter of a point
        narrow = '<w:spacing w:val="-5"/>' if self.narrow else ""
        size = f'<w:sz w:val="{self.half_points}"/><w:szCs w:val="{self.half_points}"/>'
        return (
            f'<w:style {_W} w:type="paragraph" w:customStyle="1" w:styleId="{self.name}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
            f"<w:pPr>{self.layout}</w:pPr><w:rPr>{fonts(self.font)}{narrow}{size}</w:rPr></w:style>"
        )


def fonts(family: str) -> str:
    """Return the ``w:rFonts`` that sets Chinese and Latin characters in ``family``."""
    return f'<w:rFonts {_W} w:ascii="{family}" w:eastAsia="{family}" w:hAnsi="{family}" w:cs="{family}"/>'


def _layout(align: str, *, line: int = LINE, indent: str = "", keep: bool = False) -> str:
    """Return a ``w:pPr`` of fixed line spacing; its parts stand in the order the schema wants."""
    keeping = "<w:keepNext/>" if keep else ""
    unspaced = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'  # no gap round numbers
    own_grid = '<w:snapToGrid w:val="0"/>'  # else big and small type take whole lines of the grid
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
    return f'{keeping}<w:widowControl w:val="0"/>{unspaced}{own_grid}{spacing}{indent}<w:jc w:val="{align}"/>'


_FIRST_LINE = f'<w:ind w:firstLine="{2 * CELL}"/>'
TEXT = Style("公文正文", FANG, 32, _layout("both", indent=_FIRST_LINE), narrow=True)
FLUSH = Style("公文顶格", FANG, 32, _layout("both"), narrow=True)
TITLE = Style("公文标题", BIAOSONG, 44, _layout("center"))
BYLINE = Style("公文题下署名", KAI, 32, _layout("center"))
HEADING = Style("公文一级标题", HEI, 32, _layout("both", indent=_FIRST_LINE, keep=True), narrow=True)
RIGHT = Style("公文署名", FANG, 32, _layout("right", keep=True), narrow=True)
LABEL = Style("附件标签", HEI, 32, _layout("left"))
CAPTION = Style("附表名称", KAI, 28, _layout("left", line=480, keep=True))
TABLE_HEAD = Style("附表表头", HEI, 21, _layout("center", line=280))
TABLE_TEXT = Style("附表文字", FANG, 21, _layout("center", line=280))
PAGE_NUMBER = Style("页码", SONG, 28, _layout("left", line=320))
STYLES = (TEXT, FLUSH, TITLE, BYLINE, HEADING, RIGHT, LABEL, CAPTION, TABLE_HEAD, TABLE_TEXT, PAGE_NUMBER)


def paragraph(style: Style, *lines: str, layout: str = "") -> str:
    """Return a paragraph of ``lines``; ``layout`` overrides its style."""
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{_text(line)}</w:t>' for line in lines)
    return (
        f'<w:p {_W}><w:pPr><w:pStyle w:val="{style.name}"/>{layout}</w:pPr>'
        f"{f'<w:r>{runs}</w:r>' if runs else ''}</w:p>"
    )


def page_number(layout: str) -> str:
    """Return ``— 1 —`` as a field."""
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    return f'<w:p {_W}><w:pPr><w:pStyle w:val="{PAGE_NUMBER.name}"/>{layout}</w:pPr>{field}</w:p>'


def turned_number(layout: str, *, top: int) -> str:
    """Return the page number turned by 90 degrees, in a box of 40 mm ``top`` mm down a landscape page."""
    spaces = (
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    size = f'cx="{8 * _EMU}" cy="{40 * _EMU}"'
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{page_number(layout)}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>'
    )
    return (
        f'<w:p {_W} {spaces}><w:pPr><w:pStyle w:val="{PAGE_NUMBER.name}"/></w:pPr><w:r><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{24 * _EMU}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top * _EMU}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{top}" name="页码"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def table(content: Table) -> str:
    """Return a table whose header repeats on every page and whose rows never split."""
    widths = [_twips(column.width) for column in content.columns]
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{side} w:w="40" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(
        _row(
            _cell(words, width, TABLE_TEXT, left=column.left)
            for words, width, column in zip(row, widths, content.columns, strict=True)
        )
        for row in content.printed_rows
    )
    return (
        f'<w:tbl {_W}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{border}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_header_rows(content, widths))}{rows}</w:tbl>"
    )


def _header_rows(content: Table, widths: Sequence[int]) -> Iterator[str]:
    upper, *lower = content.heads
    yield _row(_upper_cells(upper, widths), header=True)
    if lower:
        yield _row(
            (
                _cell(column.under, width, TABLE_HEAD, merge="" if column.under else "<w:vMerge/>")
                for column, width in zip(content.columns, widths, strict=True)
            ),
            header=True,
        )


def _upper_cells(heads: Sequence[Head], widths: Sequence[int]) -> Iterator[str]:
    place = 0
    for head in heads:
        merge = f'<w:gridSpan w:val="{head.wide}"/>' if head.wide > 1 else ""
        if head.deep > 1:
            merge += '<w:vMerge w:val="restart"/>'
        yield _cell(head.text, sum(widths[place : place + head.wide]), TABLE_HEAD, merge=merge)
        place += head.wide


def _row(cells: Iterator[str], *, header: bool = False) -> str:
    repeated = "<w:tblHeader/>" if header else ""
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="397"/>{repeated}</w:trPr>{"".join(cells)}</w:tr>'


def _cell(words: str, width: int, style: Style, *, merge: str = "", left: bool = False) -> str:
    align = '<w:jc w:val="left"/>' if left else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style.name}"/>{align}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{_text(words)}</w:t></w:r></w:p></w:tc>'
    )


def _text(words: str) -> str:
    return escape(printable_text(words), quote=False)


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def element(xml: str) -> Any:
    """Return ``xml`` as an element for python-docx's tree."""
    from docx.oxml import parse_xml  # costs start-up time, and most runs write no document

    return parse_xml(xml)
