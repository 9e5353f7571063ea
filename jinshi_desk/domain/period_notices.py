"""The notice of a quarter or a year before and after it goes out, and what is typed for it (§6.5, §6.6)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinshi_desk.domain.balance import Check, CheckName
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.tables import Table

TEXT_LIMIT = 500
NUMBER_LIMIT = 99_999


@dataclass(frozen=True, slots=True)
class Tile:
    """One of the big figures over the checks; ``key`` names what stands behind it."""

    key: str
    name: str
    figure: str
    unit: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """What stands behind the figures named ``keys``: a table, and in words how it makes them."""

    keys: tuple[str, ...]
    title: str
    table: Table
    total: str


@dataclass(frozen=True, slots=True)
class Sums:
    """What a notice has in common with the bulletins of its months; points in cents, nothing carried in."""

    received: int = 0
    valid: int = 0
    adopted: int = 0
    times: int = 0
    cents: int = 0


@dataclass(frozen=True, slots=True)
class PeriodDraft:
    """The notice as it would be printed now, with its checks. ``open_months`` keep it from going out.

    Issued it is kept as JSON, so whatever is added to it or inside it needs a default.
    """

    notice: Notice
    checks: tuple[Check, ...]
    sums: Sums
    tiles: tuple[Tile, ...] = ()
    workings: tuple[Working, ...] = ()
    open_months: tuple[Month, ...] = ()

    def working(self, key: str) -> Working | None:
        """Return what stands behind the figure ``key``."""
        return next((each for each in self.workings if key in each.keys), None)


@dataclass(frozen=True, slots=True)
class Field:
    """Something typed for a notice: a number counted in ``unit``, or a text where it has none.

    A text may have ``lines``, each of them a matter of its own. ``hint`` says what is printed where nothing
    is typed.
    """

    key: str
    name: str
    unit: str = ""
    lines: bool = False
    hint: str = ""


def months_sums(months: Iterable[MonthFigures]) -> Sums:
    """Add up what the bulletins of ``months`` say."""
    found = Sums()
    for month in months:
        found = Sums(
            found.received + month.received,
            found.valid + month.valid,
            found.adopted + month.adoption.drafts,
            found.times + month.adoption.times,
            found.cents + sum(earned.total for earned in month.points.values()),
        )
    return found


def checks(draft: PeriodDraft, months: Sums | None) -> Iterator[Check]:
    """Yield what every notice is checked for; ``months`` is none while one of them is open."""
    still_open = "、".join(month.label for month in draft.open_months)
    yield Check(CheckName.MONTHS, not still_open, still_open)
    if months is not None:
        wrong = differences(draft.sums, months)
        yield Check(CheckName.SUMS, not wrong, "、".join(wrong))
    broken = [each.code for each in draft.notice.sentences() if each.included and each.broken]
    yield Check(CheckName.SENTENCES, not broken, "、".join(broken))


def differences(said: Sums, months: Sums) -> tuple[str, ...]:
    """Return each sum that a notice says otherwise than its months, as ``有效 12 ≠ 13``."""
    pairs = (
        ("报送", str(said.received), str(months.received)),
        ("有效", str(said.valid), str(months.valid)),
        ("采用篇数", str(said.adopted), str(months.adopted)),
        ("采用篇次", str(said.times), str(months.times)),
        ("积分", plain(said.cents), plain(months.cents)),
    )
    return tuple(f"{name} {one} ≠ {other}" for name, one, other in pairs if one != other)


def entry_problems(fields: Iterable[Field], typed: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with what was typed, each with the field's name; nothing typed is never wrong."""
    known = {field.key: field for field in fields}
    for key, value in typed.items():
        field = known.get(key)
        if field is None:
            yield Problem("entry", "unknown", detail=key)
        elif field.unit and value and not _is_number(value):
            yield Problem("entry", "not_a_number", detail=field.name)
        elif len(value) > TEXT_LIMIT:
            yield Problem("entry", "too_long", detail=field.name)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) <= NUMBER_LIMIT
