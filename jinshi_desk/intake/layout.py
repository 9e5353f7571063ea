"""Which lines of a manuscript are title, labels, bylines and text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jinshi_desk.domain.drafts import TITLE_LIMIT, Author
from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.domain.units import Unit
from jinshi_desk.intake.bylines import BYLINE_LIMIT, Byline, named_unit, read_byline
from jinshi_desk.intake.manuscripts import Paragraph

_LABELLED = re.compile(
    r"(?P<label>标\s*题|题\s*目|稿件标题|信息标题|报送单位|单\s*位|供稿单位|来稿单位|作\s*者|撰稿人?|供稿人?|拟稿人?|通讯员"
    r"|类\s*别|稿件类别|信息类别|报送日期|报送时间|投稿日期)[：:]\s*(?P<said>.*)"
)
_MEANT = {"标题": "title", "题目": "title", "稿件标题": "title", "信息标题": "title"}
_MEANT |= dict.fromkeys(("报送单位", "单位", "供稿单位", "来稿单位"), "unit")
_MEANT |= dict.fromkeys(("类别", "稿件类别", "信息类别"), "category")
_MEANT |= dict.fromkeys(("报送日期", "报送时间", "投稿日期"), "received_on")
_MASTHEAD = re.compile(
    r"附件\s*\d*\s*[：:]?|(?:组工|党建)(?:信息|宣传)(?:稿件?)?|稿件|[【\[（(]?(?P<kind>动态信息|真言文章|经验材料|调研报告|调研文章)[】\]）)]?"
)
_TAG = re.compile(r"[【\[](?P<kind>[^】\]]{2,6})[】\]]\s*(?=\S)")
_DATE_LINE = re.compile(r"[（(]?\s*(?:\d{4}|二[〇○零O0]..)\s*[年./-].{1,8}?[)）]?")
_SECTION = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]")
_SUBTITLE = re.compile(r"[—―─-]{1,4}\s*(?=\S)")
_CLOSING_BYLINE = re.compile(
    r"(?P<text>.*[。！？”』…;；])\s*(?P<byline>[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)])"
)
_DATELINE = re.compile(r"(?P<paper>[\u4e00-\u9fff]{0,6}讯)\s*(?P<byline>[（(][^（）()]{2,60}[）)])")
_LABELLED_LINES = 12
_LINES_UNDER_TITLE = 3
_LINES_AT_END = 4
_CLOSING = 2 * BYLINE_LIMIT


@dataclass(slots=True)
class Layout:
    """The parts of a manuscript. ``said`` is what lines with a label say: title, unit, category, day."""

    title: str = ""
    said: dict[str, str] = field(default_factory=dict)
    authors: list[Author] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    incomplete: bool = False
    text: list[Paragraph] = field(default_factory=list)

    def credit(self, byline: Byline) -> None:
        """Add whom a byline names."""
        self.authors += [author for author in byline.authors if author not in self.authors]
        self.units += [unit for unit in byline.units if unit not in self.units]
        self.incomplete = self.incomplete or byline.incomplete


def lay_out(paragraphs: Sequence[Paragraph], names: UnitNames) -> Layout:
    """Take title, labels and bylines off ``paragraphs``; what is left is the text."""
    layout = Layout()
    rest = _without_labels(list(paragraphs), layout, names)
    if not layout.title:
        rest = _without_title(rest, layout, names)
    rest = _without_byline_below(rest, layout, names)
    rest = _without_byline_at_end(rest, layout, names)
    layout.text = _without_dateline(rest, layout, names)
    return layout


def _without_labels(rest: list[Paragraph], layout: Layout, names: UnitNames) -> list[Paragraph]:
    """Read the lines above the text that say what they are, and the mastheads between them."""
    taken = 0
    for paragraph in rest[:_LABELLED_LINES]:
        line = paragraph.text
        if paragraph.row:
            break
        labelled, masthead = _LABELLED.fullmatch(line), _MASTHEAD.fullmatch(line)
        if labelled and len(line) <= TITLE_LIMIT:
            label, said = re.sub(r"\s", "", labelled["label"]), labelled["said"].strip()
            if label in _MEANT:
                layout.said.setdefault(_MEANT[label], said)
            elif byline := read_byline(line, names) or read_byline(f"作者：{said}", names):
                layout.credit(byline)
            elif said:
                break
        elif masthead and taken + 1 < len(rest):
            if masthead["kind"]:
                layout.said.setdefault("category", masthead["kind"])
        else:
            break
        taken += 1
    layout.title = layout.said.get("title", "")
    return rest[taken:]


def _without_title(rest: list[Paragraph], layout: Layout, names: UnitNames) -> list[Paragraph]:
    """Take the first line as the title, with the lines that run it on: centred likewise, or a ——subtitle."""
    if not rest or rest[0].row or len(rest[0].text) > TITLE_LIMIT:
        return rest
    first, *rest = rest
    title = first.text
    if tag := _TAG.match(title):
        layout.said.setdefault("category", tag["kind"])
        title = title[tag.end() :]
    while rest and _runs_on(title, first, rest[0], names):
        title += _SUBTITLE.sub("——", rest[0].text, count=1)
        rest = rest[1:]
    layout.title = title
    return rest


def _runs_on(title: str, first: Paragraph, line: Paragraph, names: UnitNames) -> bool:
    if line.row or len(title) + len(line.text) > TITLE_LIMIT // 2 or title.endswith("。"):
        return False
    if _SUBTITLE.match(line.text) and not line.text.endswith("。"):
        return True
    alike = (first.centred and line.centred) or (
        first.heading and line.heading and first.centred == line.centred
    )
    return alike and not (
        _SECTION.match(line.text)
        or _DATE_LINE.fullmatch(line.text)
        or line.text.endswith("。")
        or read_byline(line.text, names)
    )


def _without_byline_below(rest: list[Paragraph], layout: Layout, names: UnitNames) -> list[Paragraph]:
    for _ in range(_LINES_UNDER_TITLE):
        if len(rest) < 2 or not _is_credit(rest[0], layout, names):
            break
        rest = rest[1:]
    return rest


def _without_byline_at_end(rest: list[Paragraph], layout: Layout, names: UnitNames) -> list[Paragraph]:
    """Take off signature lines (unit, date, names) and the brackets that close the last sentence.

    Tables may stand behind them.
    """
    count = next((number for number in range(len(rest), 0, -1) if not rest[number - 1].row), 0)
    rest, tables = rest[:count], rest[count:]
    for _ in range(_LINES_AT_END):
        if len(rest) < 2 or not _is_credit(rest[-1], layout, names):
            break
        rest = rest[:-1]
    if rest and (closing := _CLOSING_BYLINE.fullmatch(rest[-1].text[-_CLOSING:])):
        byline = read_byline(closing["byline"], names)
        if byline is not None:
            layout.credit(byline)
            rest[-1] = Paragraph(rest[-1].text[:-_CLOSING] + closing["text"])
    return rest + tables


def _without_dateline(rest: list[Paragraph], layout: Layout, names: UnitNames) -> list[Paragraph]:
    """Take the names out of 本报讯（通讯员 李试二）."""
    found = _DATELINE.match(rest[0].text) if rest else None
    byline = read_byline(found["byline"], names) if found else None
    if found is None or byline is None:
        return rest
    layout.credit(byline)
    text = rest[0].text
    return [Paragraph(found["paper"] + text[found.end() :]), *rest[1:]]


def _is_credit(line: Paragraph, layout: Layout, names: UnitNames) -> bool:
    """Tell whether ``line`` is a unit, a day or a byline; if so, give the credit it gives."""
    if line.row or len(line.text) > BYLINE_LIMIT:
        return False
    if _DATE_LINE.fullmatch(line.text):
        return True
    unit = named_unit(line.text.strip("（）() "), names)
    byline = Byline(units=[unit]) if unit else read_byline(line.text, names)
    if byline is None:
        return False
    layout.credit(byline)
    return True
