"""What a single cell says: one small function per kind of column (§7)."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Generic, TypeVar

from jinshi_desk.domain.adoptions import Mode
from jinshi_desk.domain.dates import DateReading
from jinshi_desk.domain.drafts import TITLE_LIMIT, Category, Form, Source, Status, clean_text
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.registers import Candidate, Cell, Flag, Mark, Precision, Question
from jinshi_desk.sheets.grids import NoValue, Value
from jinshi_desk.wording import CATEGORY, FORM, MODE, SOURCE, STATUS, by_word

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
K = TypeVar("K", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Reading(Generic[T_co]):
    """What a cell is taken for, and what must be seen or decided about it; a remark is for the whole row."""

    value: T_co
    cell: Cell
    flags: tuple[Flag, ...] = ()
    questions: tuple[Question, ...] = ()
    remark: str = ""

    @property
    def certain(self) -> bool:
        """Whether there is nothing to be seen or decided."""
        return not (self.flags or self.questions or self.remark)


def sure(value: T, raw: str, shown: str = "", note: str = "", *flags: Flag) -> Reading[T]:
    """Return a reading that needs no decision."""
    mark = Mark.NOTE if note or flags else Mark.GREEN
    return Reading(value, Cell(raw, shown or raw, mark, note or "；".join(map(str, flags))), flags)


def doubtful(value: T, raw: str, question: Question, flag: Flag | None = None) -> Reading[T]:
    """Return a reading that wants a decision: amber with likely answers, red without."""
    flag = flag or Flag(question.kind, question.subject)
    mark = Mark.AMBER if question.candidates else Mark.RED
    return Reading(value, Cell(raw, "", mark, str(flag)), (flag,), (question,))


def text_of(value: Value) -> str:
    """Return what a cell shows, on one line's worth of clean text."""
    if isinstance(value, str):
        return value.strip() if value.isprintable() else clean_text(value).strip()
    if isinstance(value, NoValue):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()[:10]
    return str(value)


def half_width(value: Value) -> str:
    """Return a cell's text half-width and without spaces, to look words up by."""
    return _squeezed(value if isinstance(value, str) else text_of(value))


@lru_cache(4096)
def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", clean_text(text)))


def choices(names: Mapping[K, str]) -> tuple[Candidate, ...]:
    """Return every member of a list of names as an answer."""
    return tuple(Candidate(member.value, name) for member, name in names.items())


# --- titles, notes, numbers ---

_BREAK = re.compile(r"(?<=[^\x00-\x7f])[ \t\u3000]*\n\s*|\s*\n\s*(?=[^\x00-\x7f])")


def read_title(value: Value) -> Reading[str]:
    """Read a title; breaks inside it are the cell's width, not the title's."""
    raw = text_of(value)
    title = raw if raw.isprintable() else re.sub(r"\s+", " ", _BREAK.sub("", raw))
    note = "换行或控制符已去掉" if "\n" in raw or raw != str(value).strip() else ""
    if len(title) > TITLE_LIMIT:
        return doubtful(title, raw, Question("title_too_long", column="title"))
    return sure(title, raw, title, note)


def read_note(value: Value) -> Reading[str]:
    """Read a remark."""
    raw = text_of(value)
    return sure(" ".join(raw.split()), raw)


def read_lines(value: Value) -> Reading[str]:
    """Read words of several lines."""
    raw = text_of(value)
    lines = (" ".join(line.split()) for line in raw.splitlines())
    return sure("\n".join(line for line in lines if line), raw)


def read_number(value: Value) -> Reading[str | None]:
    """Read a draft's number, ``2022-0137``; a plain count in that column is only a serial."""
    raw = half_width(value)
    return sure(raw if re.fullmatch(r"\d{4}-\d{4,6}", raw) else None, text_of(value))


def read_word_count(value: Value) -> Reading[int | None]:
    """Read ``1,050``, ``９５０`` and ``约800字``."""
    raw = text_of(value)
    text = half_width(value).replace(",", "")
    found = re.fullmatch(r"(约|近|大约)?(\d{1,6})(?:\.0+)?(余|多|左右)?(?:个)?(?:字|词)?(左右|以上)?", text)
    if found is None:
        return doubtful(None, raw, Question("unreadable_word_count", raw, "word_count"))
    about = found[1] or found[3] or found[4]
    note = "" if text == raw else f"{raw} -> {found[2]}"
    flags = (Flag("word_count_approximate", about),) if about else ()
    return sure(int(found[2]), raw, found[2], note, *flags)


# --- words from a list ---

_CATEGORY_WORDS: Mapping[Category, str] = {
    Category.NEWS: "动态|信息|工作动态|动态类|工作信息|动态消息|消息|政务信息|组工信息|工作简讯",
    Category.ESSAY: "真言|评论|言论|网评|评论文章|网评文章|真言类|时评|随笔",
    Category.RESEARCH: "调研报告|调研文章|调研类|调查报告|调研材料|课题",
    Category.EXPERIENCE: "经验|典型材料|做法|经验做法|经验类|典型经验|经验交流|典型做法",
}
_FORM_WORDS: Mapping[Form, str] = {
    Form.TEXT: "文稿|文章|文字稿",
    Form.PHOTO: "图片|照片|组图|图片信息|图文",
    Form.BRIEF: "简讯|短讯|快讯|工作简讯",
    Form.SHORT_VIDEO: "短视频|视频|微视频|抖音",
    Form.FEATURE_VIDEO: "专题片|电教片|党教片",
}
_MODE_WORDS: Mapping[Mode, str] = {
    Mode.SOLE: "单独|独立|独立采用|全文|全文采用|单篇",
    Mode.COMBINED: "综合|综合刊发|综合稿",
    Mode.EXCERPT: "摘登|转载|转发|摘编|节选|摘登转载|摘登/转载",
    Mode.MENTION: "提及|点名",
}
_SOURCE_WORDS: Mapping[Source, str] = {
    Source.ORIGINAL: "自采|本机关制发|本单位|原创稿件|本单位原创",
    Source.COMMISSIONED: "约稿件|命题",
    Source.REPRINT: "转发|转载稿",
}
LEVEL_WORDS: Mapping[Level, str] = {
    Level.COUNTY: "本级|县级|市本级|本市|津市|本级(津市)|区县级|县市级|县",
    Level.PREFECTURE: "市级|常德|地级|市州级|常德市级|市级(常德)|地市级|市",
    Level.PROVINCE: "省级|省|湖南省级",
    Level.NATIONAL: "国家级|中央级|国家|中央|央级|中央媒体|全国",
}


def word_in(value: Value, words: Mapping[K, str], names: Mapping[K, str]) -> K | None:
    """Return the member that a cell names: by the office's word, by its id, by another word for it."""
    text = half_width(value)
    return _word(text, words, names) or _word(re.sub("(?:类稿件|类|稿件|稿)$", "", text), words, names)


def _word(text: str, words: Mapping[K, str], names: Mapping[K, str]) -> K | None:
    return by_word(names, text) or next(
        (member for member, known in words.items() if text in known.split("|")), None
    )


def read_category(value: Value) -> Reading[tuple[Category | None, Form | None]]:
    """Read 类别; 图片新闻 or 短视频 there tells the form, and is news."""
    raw = text_of(value)
    form = word_in(value, _FORM_WORDS, FORM)
    category = word_in(value, _CATEGORY_WORDS, CATEGORY)
    if category is not None:
        return sure((category, form), raw, CATEGORY[category])
    if form is not None and form is not Form.TEXT:
        return sure((Category.NEWS, form), raw, CATEGORY[Category.NEWS], f"{raw}：体裁按{FORM[form]}")
    return doubtful((None, None), raw, Question("unknown_category", raw, "category", choices(CATEGORY)))


def read_form(value: Value) -> Reading[Form]:
    """Read 体裁."""
    raw, form = text_of(value), word_in(value, _FORM_WORDS, FORM)
    if form is None:
        return doubtful(Form.TEXT, raw, Question("unknown_form", raw, "form", choices(FORM)))
    return sure(form, raw, FORM[form])


def read_mode(value: Value) -> Reading[Mode | None]:
    """Read 采用方式."""
    raw, mode = text_of(value), word_in(value, _MODE_WORDS, MODE)
    if mode is None:
        return doubtful(None, raw, Question("unknown_mode", raw, "mode", choices(MODE)))
    return sure(mode, raw, MODE[mode])


def read_source(value: Value) -> Reading[Source]:
    """Read 来源."""
    raw, source = text_of(value), word_in(value, _SOURCE_WORDS, SOURCE)
    if source is None:
        return doubtful(Source.ORIGINAL, raw, Question("unknown_source", raw, "source", choices(SOURCE)))
    return sure(source, raw, SOURCE[source])


def read_status(value: Value) -> Reading[Status | None]:
    """Read 状态."""
    raw, status = text_of(value), word_in(value, {}, STATUS)
    if status is None:
        return doubtful(None, raw, Question("unknown_status", raw, "status", choices(STATUS)))
    return sure(status, raw, STATUS[status])


_YES = re.compile(
    "是|√|✓|✔|☑|有|已|已交|已附|齐|齐全|完整|y|yes|true|1|采用|已采用|被采用|已核实|核实|补报|ok|v|已收",
    re.IGNORECASE,
)
_NO = re.compile(
    "否|×|✗|✘|x|☐|□|无|未|未交|缺|没有|不全|未附|n|no|false|0|-|—|/|未采用|未核实|不齐|欠交|待补",
    re.IGNORECASE,
)


def read_tick(value: Value) -> Reading[bool | None]:
    """Read 是/否 in any of its spellings; what is neither is shown and counts as nothing said."""
    raw, word = text_of(value), half_width(value)
    if _YES.fullmatch(word):
        return sure(value=True, raw=raw)
    if _NO.fullmatch(word):
        return sure(value=False, raw=raw)
    return sure(None, raw, note="不是“是/否”，按未填处理")


# --- words that say that there is nothing ---

_ZERO = re.compile(
    r"零|〇|0|/|\\|-+|—+|(?:本月|当月|该月|\d{1,2}月份?)?(?:暂?无|暂?未|没有|零)(?:信息|稿件|上报|报送|报){0,2}"
)
_NOT_ADOPTED = re.compile("未采用|未被采用|否|不采用|待定|待采用|未刊发|暂未采用|尚未采用|×|x", re.IGNORECASE)


def says_zero(value: Value) -> bool:
    """Tell whether a title's cell *equals* a word for nothing reported; 无 may begin a title."""
    return _ZERO.fullmatch(half_width(value)) is not None


def says_not_adopted(value: Value) -> bool:
    """Tell whether an outlet's cell says that nobody took the draft."""
    return says_zero(value) or _NOT_ADOPTED.fullmatch(half_width(value)) is not None


# --- days ---

_SHOWN = {Precision.DAY: len("2022-06-30"), Precision.MONTH: len("2022-06")}


def day_cell(reading: DateReading, raw: str, column: str) -> Reading[Any]:
    """Return a day's reading as a cell: sure, or with the question which day it is."""
    if reading.day is not None or reading.flag is None:
        shown = reading.day.isoformat()[: _SHOWN[reading.precision]] if reading.day else ""
        return sure(reading, raw, shown, "", *((reading.flag,) if reading.flag else ()))
    candidates = tuple(
        Candidate(day.isoformat()[: _SHOWN[reading.precision]], label)
        for day, label in zip(reading.candidates, reading.labels(), strict=True)
    )
    return doubtful(reading, raw, Question(reading.flag.id, raw, column, candidates), reading.flag)
