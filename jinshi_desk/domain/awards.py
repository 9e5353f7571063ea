"""Award places (§3.6, §6.6): whom the year's figures propose for 通报表扬, and what the office made of it.

Figures propose; names are confirmed by hand, and whoever decides otherwise says why.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.quota import BARRED_FROM


class Bar(StrEnum):
    """Why somebody is not in the run."""

    DISQUALIFIED = "disqualified"
    TOO_NEW = "too_new"
    OFTEN_SHORT = "often_short"
    ORGANISER = "organiser"
    EXEMPT = "exempt"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Contender:
    """Somebody's year. ``breakers`` decide between equal points, in the order of the rules; more is better.

    ``who`` is the id of a unit, of a person, or the number of a draft; ``name`` and ``of`` are what lists
    print: a person or a draft and its unit. ``kept_out`` says what the figures don't: that it is not ranked.
    ``details`` say more of a bar: the months missed, the reason of a deduction.
    """

    who: str
    cents: int
    breakers: tuple[int, ...] = ()
    active_months: int = 12
    missed_months: int = 0
    disqualified: bool = False
    name: str = ""
    of: str = ""
    kept_out: Bar | None = None
    details: Mapping[Bar, str] | None = None

    @property
    def merit(self) -> tuple[int, tuple[int, ...]]:
        return self.cents, self.breakers

    @property
    def label(self) -> str:
        """Name and unit, as the notice writes them."""
        return f"{self.name}（{self.of}）" if self.of else self.name


@dataclass(frozen=True, slots=True)
class Places:
    """A grade: ``given`` have a place for certain; of ``tied`` as many as are ``left`` get one, by hand."""

    grade: str
    given: tuple[str, ...]
    tied: tuple[str, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Who stands next below the cut of ``grade``, ``short`` cents under the last that has a place.

    Where points are equal ``breaker`` is the place of the tie-breaker that parted the two.
    """

    grade: str
    who: str
    short: int
    breaker: int | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """One award as the figures propose it. ``contenders`` stand best first, those kept out behind them."""

    award: Award
    grades: Mapping[str, int]
    contenders: tuple[Contender, ...]
    places: tuple[Places, ...]
    near: tuple[NearMiss, ...]
    barred: Mapping[str, Bar]

    def contender(self, who: str) -> Contender | None:
        return next((each for each in self.contenders if each.who == who), None)

    def grade_of(self, who: str) -> str:
        """Return the grade proposed; empty for none, and while a tie is undecided."""
        return next((places.grade for places in self.places if who in places.given), "")


def bar(contender: Contender, min_active_months: int) -> Bar | None:
    """Return what keeps a contender out of the awards."""
    if contender.disqualified:
        return Bar.DISQUALIFIED
    if contender.kept_out is not None:
        return contender.kept_out
    if contender.active_months < min_active_months:
        return Bar.TOO_NEW
    if contender.missed_months >= BARRED_FROM:
        return Bar.OFTEN_SHORT
    return None


def contest(
    award: Award, contenders: Sequence[Contender], grades: Mapping[str, int], min_active_months: int
) -> Contest:
    """Return the contest between ``contenders``, given in the office's order; without points no place."""
    barred = {each.who: why for each in contenders if (why := bar(each, min_active_months)) is not None}
    running = sorted(
        (each for each in contenders if each.who not in barred), key=lambda each: each.merit, reverse=True
    )
    earning = [each for each in running if each.cents > 0]
    places = propose(earning, grades)
    return Contest(
        award,
        grades,
        (*running, *(each for each in contenders if each.who in barred)),
        places,
        tuple(_near_misses(earning, places)),
        barred,
    )


def propose(running: Sequence[Contender], grades: Mapping[str, int]) -> tuple[Places, ...]:
    """Fill the places of each grade from those in the run, who stand best first.

    A tie at a cut is left to the office.
    """
    found: list[Places] = []
    start = 0
    for grade, number in grades.items():
        found.append(_places(grade, running, start, min(start + number, len(running))))
        start += number
    return tuple(found)


def settle(found: Contest, decided: Mapping[str, str]) -> tuple[Places, ...]:
    """Return the contest's places with what the office decided: the grade by who, empty for none.

    Who was given a grade has it, also above the number of places; what a tie leaves open is shared by those
    of it that nothing was decided of. What was decided of somebody who contends no more is left aside.
    """
    order = [each.who for each in found.contenders]
    decided = {who: grade for who, grade in decided.items() if who in order}
    settled: list[Places] = []
    for places in found.places:
        given = [who for who in places.given if who not in decided]
        given += [who for who, grade in decided.items() if grade == places.grade]
        tied = [who for who in places.tied if who not in decided and not _has(settled, who)]
        left = places.left - sum(decided.get(who) == places.grade for who in places.tied)
        waiting = any(who in earlier.tied for earlier in settled for who in tied)
        if left > 0 and len(tied) <= left and not waiting:
            given += tied
            tied = []
        undecided = tuple(tied) if left > 0 else ()
        by_merit = sorted(given, key=order.index)
        settled.append(Places(places.grade, tuple(by_merit), undecided, left if undecided else 0))
    return tuple(settled)


def undecided(places: Sequence[Places]) -> Iterator[str]:
    """Yield everybody that a tie leaves waiting, once."""
    yield from dict.fromkeys(who for each in places for who in each.tied)


def _has(settled: Sequence[Places], who: str) -> bool:
    return any(who in places.given for places in settled)


def _places(grade: str, running: Sequence[Contender], start: int, cut: int) -> Places:
    """Fill one grade from ``start`` to ``cut``; whoever is equal across either edge waits for the office."""
    edges = [edge for edge in (start, cut) if 0 < edge < len(running)]
    split = {running[edge].merit for edge in edges if running[edge - 1].merit == running[edge].merit}
    tied = [each.who for each in running if each.merit in split]
    inside = [each.who for each in running[start:cut]]
    certain = tuple(who for who in inside if who not in tied)
    left = len(inside) - len(certain)
    return Places(grade, certain, tuple(tied) if left else (), left)


def _near_misses(running: Sequence[Contender], places: Sequence[Places]) -> Iterator[NearMiss]:
    """Yield who stands next below each cut that no tie leaves open."""
    by_id = {each.who: place for place, each in enumerate(running)}
    for grade in places:
        if grade.left or not grade.given:
            continue
        at = max(by_id[who] for who in grade.given)
        if at + 1 == len(running):
            continue
        last, following = running[at], running[at + 1]
        if following.merit == last.merit:
            continue
        parted = (
            place
            for place, (one, other) in enumerate(zip(last.breakers, following.breakers, strict=True))
            if one != other
        )
        short = last.cents - following.cents
        yield NearMiss(grade.grade, following.who, short, None if short else next(parted, None))
