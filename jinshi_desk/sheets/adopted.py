"""Where and when a row says its draft was adopted: several outlets, dates and pages in a few cells (§7)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.dates import DateReading
from jinshi_desk.domain.outlet_matching import Mention, OutletNames
from jinshi_desk.domain.registers import Candidate, Flag, Precision, ProposedAdoption, Question
from jinshi_desk.sheets.cells import LEVEL_WORDS, says_not_adopted, word_in
from jinshi_desk.sheets.decisions import NOTHING
from jinshi_desk.wording import LEVEL

Answer = Callable[[Question], str | None]
"""What was decided about a question of this row."""
ReadDay = Callable[[str], DateReading]

_HEADLINE = re.compile("头版|头条")
_BETWEEN_DAYS = (re.compile(r"[、；;\n]+"), re.compile(r"[/，,]+"), re.compile(r"\s+"))
_BETWEEN_WORDS = re.compile(r"[、；;，,/\s]+")
_SEVERAL_DAYS = Flag("several_days")
_TICK = re.compile("是|√|✓|✔|有|已采用|被采用|采用|已刊发")


@dataclass(frozen=True, slots=True)
class AdoptionCells:
    """What the cells about adoption hold; ``day`` is the date column's own reading."""

    outlet: str = ""
    day: DateReading | None = None
    day_text: str = ""
    adopted: bool | None = None
    level: str = ""
    mode: Mode | None = None
    page: str = ""
    link: str = ""
    position: str = ""
    evidence: str = ""
    registered_on: date | None = None
    verified: bool | None = None
    headline: str = ""
    """The word for it in the row's remark."""


@dataclass(slots=True)
class AdoptionsRead:
    """The adoptions of a row, and what must be seen or decided about them."""

    adoptions: list[ProposedAdoption] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def ask(self, question: Question, flag: Flag | None = None) -> None:
        self.questions.append(question)
        self.flags.append(flag or Flag(question.kind, question.subject))


def read_adoptions(
    cells: AdoptionCells, outlets: OutletNames, read_day: ReadDay, answer: Answer
) -> AdoptionsRead:
    """Return every adoption that the cells speak of."""
    read = AdoptionsRead()
    text = cells.outlet
    if _TICK.fullmatch(text):
        text, cells = "", replace(cells, adopted=True)
    if says_not_adopted(text) and text:
        return read
    if not text and not (text := _missing_outlet(cells, read, answer)):
        return read
    if cells.adopted is False and _denied(cells, read, answer):
        return read
    mentions = [known for mention in outlets.mentions(text) for known in _known(mention, outlets, answer)]
    if not mentions:
        read.ask(Question("unknown_outlet", text, "outlet"))
    days = _days(cells, mentions, read_day)
    for mention, day in zip(mentions, days, strict=True):
        if mention.outlet is None:
            near = outlets.mentioned(mention.written)
            candidates = (Candidate(near.id, near.name),) if near else ()
            read.ask(Question("unknown_outlet", mention.written, "outlet", candidates))
        read.adoptions.append(_adoption(cells, mention, _dated(mention, day, read, read_day, answer), read))
    _compare_level(cells, mentions, read)
    return read


def _missing_outlet(cells: AdoptionCells, read: AdoptionsRead, answer: Answer) -> str:
    """Return the outlet decided on for a row that says adopted, or a date, but not where."""
    if cells.adopted is not True and not cells.day_text:
        return ""
    question = Question("missing_outlet", cells.day_text, "outlet")
    decided = answer(question)
    if decided is None:
        read.ask(question)
    return "" if decided in (None, NOTHING) else decided


def _denied(cells: AdoptionCells, read: AdoptionsRead, answer: Answer) -> bool:
    """Tell whether 是否采用 = 否 stands against the outlet named beside it."""
    question = Question(
        "adoption_denied",
        cells.outlet,
        "adopted",
        (Candidate("yes", "已采用"), Candidate(NOTHING, "未采用")),
    )
    decided = answer(question)
    if decided is None:
        read.ask(question)
    return decided == NOTHING


def _known(mention: Mention, outlets: OutletNames, answer: Answer) -> list[Mention]:
    """Return the mention with the outlet decided on for its words; nothing where it was none."""
    if mention.outlet is not None:
        return [mention]
    decided = answer(Question("unknown_outlet", mention.written, "outlet"))
    if decided == NOTHING:
        return []
    outlet = None if decided is None else outlets.by_id(decided) or outlets.find(decided)
    return [replace(mention, outlet=outlet)]


def headline_in(text: str) -> str:
    """Return the word that says that a draft stood on the front page, if any."""
    found = _HEADLINE.search(text) if text else None
    return found[0] if found else ""


def several_days(text: str, read_day: ReadDay) -> DateReading | None:
    """Return a reading of ``6月18日、6月20日``, the days of several outlets, or None for anything else."""
    days = _listed_days(text, read_day)
    return replace(days[0], flag=_SEVERAL_DAYS) if days else None


def _listed_days(text: str, read_day: ReadDay) -> list[DateReading]:
    for separator in _BETWEEN_DAYS:
        days = [read_day(part) for part in separator.split(text) if part.strip()]
        if len(days) > 1 and all(day.day for day in days):
            return days
    return []


def _days(cells: AdoptionCells, mentions: list[Mention], read_day: ReadDay) -> list[DateReading | None]:
    """Return the day that serves each outlet: one for all, or, listed, each its own."""
    if cells.day is not None and cells.day.flag == _SEVERAL_DAYS:
        listed = _listed_days(cells.day_text, read_day)
        return [*listed] if len(listed) == len(mentions) else [None] * len(mentions)
    if cells.day is not None:
        return [cells.day] * len(mentions)
    dated = [mention.date_text for mention in mentions if mention.date_text]
    shared = read_day(dated[0]) if len(dated) == 1 else None
    return [shared] * len(mentions)


def _dated(
    mention: Mention, day: DateReading | None, read: AdoptionsRead, read_day: ReadDay, answer: Answer
) -> DateReading | None:
    """Return the mention's day; its own words go before the date column."""
    if mention.date_text:
        day = read_day(mention.date_text)
        if day.day is None and day.flag is not None:
            candidates = tuple(
                Candidate(one.isoformat(), label)
                for one, label in zip(day.candidates, day.labels(), strict=True)
            )
            question = Question(day.flag.id, mention.date_text, "outlet", candidates)
            decided = answer(question)
            if decided is not None:
                return read_day(decided)
            read.ask(question, day.flag)
    if day is None:
        question = Question("missing_adopted_on", mention.written, "adopted_on")
        decided = answer(question)
        if decided is not None:
            return read_day(decided)
        read.ask(question)
    return day


def _adoption(
    cells: AdoptionCells, mention: Mention, day: DateReading | None, read: AdoptionsRead
) -> ProposedAdoption:
    headline = cells.headline or headline_in(f"{mention.page} {cells.page} {cells.position}")
    if headline and (note := f"“{headline}”按头版头条") not in read.notes:
        read.notes.append(note)
    return ProposedAdoption(
        outlet=mention.outlet.id if mention.outlet else None,
        adopted_on=day.day if day else None,
        written=mention.written,
        precision=day.precision if day else Precision.DAY,
        flag=day.flag if day and day.day else None,
        page=mention.page or cells.page,
        place=mention.link or cells.link,
        mode=cells.mode,
        position=Position.HEADLINE if headline else Position.NORMAL,
        evidence=cells.evidence,
        registered_on=cells.registered_on,
        verified=cells.verified,
    )


def _compare_level(cells: AdoptionCells, mentions: list[Mention], read: AdoptionsRead) -> None:
    """Note a level that is not the outlet's; the outlet decides (§3.3)."""
    real = {mention.outlet.level: LEVEL[mention.outlet.level] for mention in mentions if mention.outlet}
    claimed = [word_in(word, LEVEL_WORDS, LEVEL) for word in _BETWEEN_WORDS.split(cells.level) if word]
    if real and any(level not in real for level in claimed):
        read.notes.append(f"级别写“{cells.level}”，媒体为{'、'.join(real.values())}")
