"""A chain: a figure, and every line that adds up to it (product.md, promise 3)."""

from dataclasses import dataclass
from datetime import date

from jinshi_desk import chain_words, wording
from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.deductions import Deduction
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month, year_to
from jinshi_desk.domain.points import plain
from jinshi_desk.services.explained import Explained
from jinshi_desk.wording import Event

_OF_THE_DUTY = {Kind.QUOTA_BASE: "counted", Kind.QUOTA_SHORT: "counted", Kind.DEDUCTION: "late"}
POINTS, PIECES, DRAFTS, TIMES, UNITS = "分", "篇", "条", "篇次", "家"
"""What figures count; of points the amounts are cents."""


@dataclass(frozen=True, slots=True)
class Opens:
    """A figure that can be explained: its key, and its month or the months from ``since`` to ``month``.

    A draft's points have no month: they are all it ever earned.
    """

    key: str
    month: Month | None = None
    since: Month | None = None

    @property
    def months(self) -> tuple[Month, ...]:
        """The months it spans, which lie in one year."""
        if self.month is None:
            return ()
        first = self.since or self.month
        return tuple(month for month in year_to(self.month) if month >= first)


@dataclass(frozen=True, slots=True)
class Record:
    """What a line was registered as in 本月台账: the ledger's name, its id there, and the month it is in."""

    ledger: str
    id: int
    month: Month


@dataclass(frozen=True, slots=True)
class Contribution:
    """A line of a chain: ``amount`` of the figure, and what it comes from. Empty is what does not apply."""

    amount: int
    what: str = ""
    unit: str = ""
    month: Month | None = None
    draft_no: str = ""
    title: str = ""
    day: date | None = None
    where: str = ""
    level: str = ""
    why: str = ""
    explained: Explained | None = None
    """The entry, where the line is one."""
    opens: Opens | None = None
    record: Record | None = None
    """What 本月台账 has of it."""


@dataclass(frozen=True, slots=True)
class Chain:
    """``figure`` as it is printed, and the lines whose amounts add up to ``expected``.

    ``expected`` is the figure itself, or what it is worked out from; ``working`` says how
    (``51 ÷ 55 = 92.7%``). ``measure`` is what is counted; of points the amounts are cents.
    """

    key: str
    title: str
    figure: str
    measure: str
    expected: int
    lines: tuple[Contribution, ...]
    working: str = ""
    nothing: str = ""
    """Why there are no lines, where there are none and it is not plain."""

    @property
    def sum(self) -> int:
        """What the lines add up to."""
        return sum(line.amount for line in self.lines)

    @property
    def is_the_sum(self) -> bool:
        """Tell whether the figure is what the lines add up to, and not worked out from that."""
        return self.figure == (plain(self.expected) if self.measure == POINTS else str(self.expected))

    @property
    def holds(self) -> bool:
        """Tell whether the lines add up to the figure; where they do not, whoever shows them says so."""
        return self.sum == self.expected


def entry_line(each: Explained, *, months: bool = False, unit: str = "") -> Contribution:
    """Return the line of an entry; with its month where there are several."""
    entry = each.entry
    about = " ".join(part for part in (each.outlet or each.about, each.undoes) if part)
    return Contribution(
        entry.cents,
        chain_words.kind_word(entry.kind, entry.cents),
        unit,
        entry.booked_month if months else None,
        each.draft_no,
        each.title,
        each.adopted_on,
        about,
        wording.LEVEL[each.level] if each.level else "",
        each.basis,
        each,
        _duty_of(entry),
        record_of(each.event, entry.booked_month) if each.event else None,
    )


def _duty_of(entry: Entry) -> Opens | None:
    """Return the count behind an entry of the monthly duty: what was short, or what came as 补报."""
    if entry.unit is None or entry.deduction is not None or entry.kind not in _OF_THE_DUTY:
        return None
    return Opens(f"unit.{entry.unit}.{_OF_THE_DUTY[entry.kind]}", entry.booked_month)


def record_of(event: Event, booked_month: Month) -> Record:
    """Return what 本月台账 has of an event."""
    match event:
        case Instruction():
            return Record("instructions", event.id, booked_month)
        case Commission():
            return Record("commissions", event.id, Month.of(event.due_on))
        case Deduction():
            return Record("deductions", event.id, booked_month)
    return Record("corrections", event.id, booked_month)


def worked(each: Explained) -> str:
    """Write an entry's calculation with its roundings and who shares it."""
    authors = each.entry.person is not None
    return chain_words.working_phrase(each.entry.arithmetic, each.roundings, each.among, authors=authors)


def booked(each: Explained) -> str:
    """Say who booked an entry and when, or that nobody has yet."""
    done = each.booked
    if done is None:
        return chain_words.NOT_YET
    return chain_words.booked_phrase(done.at, done.who, done.act, each.file)
