"""A chain: a figure, and every line that adds up to it (product.md, promise 3)."""

from dataclasses import dataclass
from datetime import date

from jinshi_desk import chain_words, wording
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.services.explained import Explained

POINTS, PIECES, DRAFTS, TIMES, UNITS = "分", "篇", "条", "篇次", "家"
"""What figures count; of points the amounts are cents."""


@dataclass(frozen=True, slots=True)
class Opens:
    """The figure behind a line, by its key and its month."""

    key: str
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

    @property
    def sum(self) -> int:
        """What the lines add up to."""
        return sum(line.amount for line in self.lines)

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
        wording.KIND[entry.kind] if entry.cents or entry.kind is not Kind.UPGRADE else "不重复计",
        unit,
        entry.booked_month if months else None,
        each.draft_no,
        each.title,
        each.adopted_on,
        about,
        wording.LEVEL[each.level] if each.level else "",
        each.basis,
        each,
    )


def worked(each: Explained) -> str:
    """Write an entry's calculation with its roundings and who shares it."""
    return chain_words.working_phrase(each.entry.arithmetic, each.roundings, each.among)


def booked(each: Explained) -> str:
    """Say who booked an entry and when, or that nobody has yet."""
    done = each.booked
    if done is None:
        return chain_words.NOT_YET
    return chain_words.booked_phrase(done.at, done.who, done.act, each.file)
