"""The monthly bulletin (月通报) as one value: what the page, the document and the sheet all read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.tables import Table
from jinshi_desk.domain.units import Group


@dataclass(frozen=True, slots=True)
class Names:
    """The Chinese names that sentences and tables use."""

    categories: Mapping[Category, str]
    groups: Mapping[Group, str]
    levels: Mapping[Level, str]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the office itself writes on every bulletin; rows of its settings."""

    addressee: str
    signer: str
    contact: str
    standing_sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or name inside a sentence that a ledger stands behind. ``key`` says which."""

    key: str
    text: str


Part = str | Figure


@dataclass(frozen=True, slots=True)
class Span:
    """Where a figure stands in a sentence: ``text[start:end]``."""

    start: int
    end: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the outline (§6.2), generated or edited.

    ``joins`` puts it into the paragraph before. ``broken`` lists the figures that an edited text no
    longer says.
    """

    code: str
    text: str
    spans: tuple[Span, ...] = ()
    included: bool = True
    edited: bool = False
    joins: bool = False
    broken: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section of the text; ``tables`` stand under its paragraphs."""

    title: str
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text as it is printed: the included sentences, joined where they run on."""
        texts: list[str] = []
        for sentence in self.sentences:
            if not sentence.included:
                continue
            if sentence.joins and texts:
                texts[-1] += sentence.text
            else:
                texts.append(sentence.text)
        return tuple(texts)


@dataclass(frozen=True, slots=True)
class PointsRow:
    """A line of annex 1; points in cents, times by level highest first."""

    place: int
    unit: str
    received: int
    valid: int
    state: str
    adopted: int
    times: tuple[int, int, int, int]
    base: int
    gained: int
    bonus: int
    deducted: int
    total: int
    cumulative: int
    rank: int | None
    rank_cumulative: int | None


@dataclass(frozen=True, slots=True)
class PointsTable:
    """Annex 1 of one group."""

    group: str
    rows: tuple[PointsRow, ...]


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A line of annex 2; points in cents. ``mark`` says 补登, 已撤, 作废 or nothing."""

    place: int
    title: str
    units: str
    authors: str
    category: str
    outlet: str
    level: str
    adopted_on: date
    cents: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class AuthorRow:
    """A line of annex 3 (作者积分); points in cents."""

    place: int
    name: str
    unit: str
    total: int
    cumulative: int
    rank: int
    person: int = 0
    """The person's id; none in months closed before it was kept."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The whole bulletin. ``opening`` is T0; sections that say nothing are gone and numbering closed up."""

    month: Month
    title: str
    addressee: str
    opening: Sentence
    sections: tuple[Section, ...]
    signer: str
    dated: date
    contact: str
    points_tables: tuple[PointsTable, ...]
    pieces: tuple[PieceRow, ...]
    figures: MonthFigures
    author_table: tuple[AuthorRow, ...] = ()
    """Annex 3, where the office prints it."""

    @property
    def printed_sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Heading (``一、总体情况``) and paragraphs of each section that says something."""
        return tuple((heading, section.paragraphs) for heading, section in numbered(self.sections))

    @property
    def attachments(self) -> tuple[str, ...]:
        """The names of the annexes."""
        when = f"{self.month.year}年{self.month.month}月份"
        names = (f"{when}各单位组工信息积分表", f"{when}采用稿件目录")
        return (*names, f"{when}作者积分表") if self.author_table else names


def numbered(sections: Iterable[Section]) -> Iterator[tuple[str, Section]]:
    """Yield each section that says something under its heading; those that don't close up."""
    speaking = (section for section in sections if section.paragraphs)
    for numeral, section in zip("一二三四五六七八九", speaking, strict=False):
        yield f"{numeral}、{section.title}", section


def written_date(day: date) -> str:
    """Write a day as the official format wants it, without leading zeros: ``2022年7月5日``."""
    return f"{day.year}年{day.month}月{day.day}日"
