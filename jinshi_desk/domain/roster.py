"""People with history: where each worked and works, and who answers for what in a unit (§1 rows 34, 45)."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.people import label
from jinshi_desk.domain.units import Group

_MOBILE = re.compile(r"1\d{10}")
_PHONE = re.compile(r"(?:\d{3,4}-)?\d{7,8}(?:-\d{1,6})?")


class Duty(StrEnum):
    """What somebody answers for in a unit."""

    INFO_OFFICER = "info_officer"
    LIAISON = "liaison"
    SUPERVISING_LEADER = "supervising_leader"
    UNIT_HEAD = "unit_head"


def correspondent_of(group: Group) -> Duty:
    """Return whom the office deals with in a unit: its 信息员, in a 组室 its 联络员."""
    return Duty.LIAISON if group is Group.OFFICE else Duty.INFO_OFFICER


def duties_of(group: Group) -> tuple[Duty, ...]:
    """Return the duties there are in a unit, its correspondent first."""
    return correspondent_of(group), Duty.SUPERVISING_LEADER, Duty.UNIT_HEAD


@dataclass(frozen=True, slots=True)
class Span:
    """Days in a row, both ends included; an end that is not given is not known, or still to come."""

    since: date | None = None
    until: date | None = None

    def covers(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def meets(self, other: "Span") -> bool:
        """Tell whether both have a day in common."""
        starts_in_time = self.since is None or other.until is None or self.since <= other.until
        return starts_in_time and (other.since is None or self.until is None or other.since <= self.until)


@dataclass(frozen=True, slots=True)
class Post(Span):
    """A person works for ``unit``; ``phone`` is the office's. ``of`` is the record it was written for."""

    unit: str = ""
    phone: str = ""
    of: int = 0


@dataclass(frozen=True, slots=True)
class Term(Span):
    """A person answers for ``duty`` in ``unit``. ``of`` is the record it was written for."""

    unit: str = ""
    duty: Duty = Duty.INFO_OFFICER
    of: int = 0


S = TypeVar("S", Post, Term)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes, or answers for a unit.

    ``mark`` tells namesakes apart. ``joined`` are the records found to be the same person, whose posts and
    terms are among these. A person who was not written down yet has the id 0.
    """

    id: int
    name: str
    posts: tuple[Post, ...] = ()
    terms: tuple[Term, ...] = ()
    mark: str = ""
    mobile: str = ""
    joined: tuple[int, ...] = ()

    @property
    def label(self) -> str:
        return label(self.name, self.mark)

    def post_on(self, day: date) -> Post | None:
        """Return where the person works on ``day``, the latest begun first."""
        return max((post for post in self.posts if post.covers(day)), key=_begun, default=None)

    def post_at(self, unit: str, day: date) -> Post | None:
        """Return the post at ``unit`` on ``day``, else the last there."""
        there = [post for post in self.posts if post.unit == unit]
        return max(there, key=lambda post: (post.covers(day), _ended(post)), default=None)

    def last_post(self, day: date) -> Post | None:
        """Return the post of ``day``, else the one left last before it, else the first to come."""
        before = [post for post in self.posts if post.until is not None and post.until < day]
        past = max(before, key=_ended, default=None)
        return self.post_on(day) or past or min(self.posts, key=_begun, default=None)

    def unit_in(self, month: Month) -> str:
        """Return the unit that lists of ``month`` name the person with; empty for who never had one.

        Who moved during the month is named with the new unit.
        """
        post = self.last_post(month.last_day)
        return post.unit if post else ""

    def terms_at(self, unit: str, day: date) -> tuple[Term, ...]:
        """Return what the person answers for in ``unit`` on ``day``."""
        return tuple(term for term in self.terms if term.unit == unit and term.covers(day))

    def is_here(self, day: date) -> bool:
        """Tell whether the person works anywhere on ``day``."""
        return any(post.covers(day) for post in self.posts)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in one term of a duty."""

    person: Person
    term: Term

    @property
    def phone(self) -> str:
        """The office phone of the post that goes with the term."""
        day = self.term.until or self.term.since or date.max
        post = self.person.post_at(self.term.unit, day)
        return post.phone if post else ""


def holders(people: Iterable[Person], unit: str, duty: Duty, day: date) -> list[Holder]:
    """Return who answers for ``duty`` in ``unit`` on ``day``."""
    return [held for held in history(people, unit, duty) if held.term.covers(day)]


def all_holders(people: Iterable[Person], day: date) -> dict[tuple[str, Duty], list[Holder]]:
    """Return who answers for anything on ``day``, by unit and duty, the first to begin first."""
    found: dict[tuple[str, Duty], list[Holder]] = {}
    for person in people:
        for term in person.terms:
            if term.covers(day):
                found.setdefault((term.unit, term.duty), []).append(Holder(person, term))
    for held in found.values():
        held.sort(key=lambda each: _begun(each.term))
    return found


def history(people: Iterable[Person], unit: str, duty: Duty) -> list[Holder]:
    """Return everybody who ever answered for ``duty`` in ``unit``, the first to begin first."""
    found = (
        Holder(person, term)
        for person in people
        for term in person.terms
        if (term.unit, term.duty) == (unit, duty)
    )
    return sorted(found, key=lambda held: (_begun(held.term), _ended(held.term)))


def ended(person: Person, last: date, concerns: Callable[[Post | Term], bool]) -> Person:
    """Return ``person`` with the posts and terms concerned no longer than ``last``.

    What would only have begun later is dropped.
    """
    return replace(
        person,
        posts=tuple(_cut(person.posts, last, concerns)),
        terms=tuple(_cut(person.terms, last, concerns)),
    )


def taken_over(person: Person, old: str, new: str, since: date) -> Person:
    """Return ``person`` working for ``new``, which took ``old`` in on ``since``; duties in ``old`` end."""
    post = next((post for post in person.posts if post.unit == old and post.covers(since)), None)
    if post is None:
        return person
    left = ended(person, since - timedelta(days=1), lambda span: span.unit == old)
    return replace(left, posts=(*left.posts, Post(since, unit=new, phone=post.phone)))


def is_mobile(text: str) -> bool:
    """Tell whether ``text`` is a mobile number."""
    return _MOBILE.fullmatch(text) is not None


def is_phone(text: str) -> bool:
    """Tell whether ``text`` can be an office phone: ``0736-4210000``, with an extension ``-801``."""
    return _PHONE.fullmatch(text) is not None


def _cut(spans: Iterable[S], last: date, concerns: Callable[[Post | Term], bool]) -> Iterator[S]:
    """Yield the spans, those concerned no longer than ``last``."""
    for span in spans:
        if not concerns(span):
            yield span
        elif span.since is None or span.since <= last:
            yield replace(span, until=min(_ended(span), last))


def _begun(span: Span) -> date:
    return span.since or date.min


def _ended(span: Span) -> date:
    return span.until or date.max
