"""What a clerk does to the roster, and what comes of it (§1 rows 34, 45; §3.4)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from jinshi_desk.domain.roster import Duty, Person, Post, Term, ended, holders
from jinshi_desk.domain.units import Unit

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who is meant: somebody of the unit by name and mark, or somebody new there with that name."""

    name: str
    mark: str = ""
    phone: str = ""
    mobile: str = ""


@dataclass(frozen=True, slots=True)
class Appoint:
    """``who`` answers for ``duty`` in ``unit`` from ``since`` on; without a duty only works there."""

    unit: str
    duty: Duty | None
    who: Newcomer
    since: date | None = None


@dataclass(frozen=True, slots=True)
class HandOver:
    """``who`` takes over from whoever answers for ``duty`` in ``unit``, from ``since`` on."""

    unit: str
    duty: Duty
    who: Newcomer
    since: date | None


@dataclass(frozen=True, slots=True)
class Move:
    """``person`` works for ``unit`` from ``since`` on; duties elsewhere end the day before."""

    person: int
    unit: str
    since: date | None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """``until`` is the last day of ``person``; who ``stays`` only answers for nothing any more."""

    person: int
    until: date | None
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Correct:
    """What is written of ``person`` is put right; ``phone`` is that of the last post."""

    person: int
    name: str
    mark: str = ""
    phone: str = ""
    mobile: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """``person`` is the same as ``into``, for a reason."""

    person: int
    into: int
    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """The record joined to ``person`` last is somebody else after all."""

    person: int


RosterAct = Appoint | HandOver | Move | Leave | Correct | Join | Part


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody, the units, and the day it is."""

    people: tuple[Person, ...]
    units: tuple[Unit, ...]
    today: date

    def get(self, person: int) -> Person | None:
        return next((known for known in self.people if person in (known.id, *known.joined)), None)

    def unit(self, unit: str) -> Unit | None:
        return next((known for known in self.units if known.id == unit), None)

    def called(self, name: str, mark: str, unit: str) -> list[Person]:
        """Return who of ``unit`` has this name, and this mark where one is given."""
        return [
            person
            for person in self.people
            if person.name == name
            and mark in ("", person.mark)
            and any(post.unit == unit for post in person.posts)
        ]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who is written otherwise, who is new, and which records are joined or parted."""

    changed: tuple[Person, ...] = ()
    added: tuple[Person, ...] = ()
    joined: Join | None = None
    parted: int | None = None


def outcome(act: RosterAct, roster: Roster) -> Outcome:
    """Return what ``act``, which has no bad problems, makes of the roster."""
    match act:
        case Appoint(unit, duty, who, since):
            return _in_office(_entered(who, unit, since, roster), unit, duty, since)
        case HandOver(unit, duty, who, date() as since):
            left = tuple(
                ended(held.person, since - _DAY, lambda span: _is_term(span, unit, duty))
                for held in holders(roster.people, unit, duty, since)
            )
            came = _in_office(_entered(who, unit, since, roster), unit, duty, since)
            return replace(came, changed=(*left, *came.changed))
        case Move(person, unit, date() as since, phone):
            return Outcome((_moved(_the(person, roster), unit, since, phone),))
        case Leave(person, date() as until, stays):
            return Outcome(
                (ended(_the(person, roster), until, lambda span: not stays or isinstance(span, Term)),)
            )
        case Correct(person, name, mark, phone, mobile):
            known = _the(person, roster)
            last = known.last_post(roster.today)
            posts = tuple(replace(post, phone=phone) if post is last else post for post in known.posts)
            return Outcome((replace(known, name=name, mark=mark, mobile=mobile, posts=posts),))
        case Join():
            return Outcome(joined=act)
        case Part(person):
            return Outcome(parted=_the(person, roster).joined[-1])
    raise ValueError(act)  # a day is missing: the problems say so


def _the(person: int, roster: Roster) -> Person:
    known = roster.get(person)
    if known is None:
        raise ValueError(person)
    return known


def _entered(who: Newcomer, unit: str, since: date | None, roster: Roster) -> Person:
    """Return who is meant, working for ``unit`` from ``since`` on at the latest."""
    known = next(iter(roster.called(who.name, who.mark, unit)), None)
    if known is None:
        post = Post(since, unit=unit, phone=who.phone)
        return Person(0, who.name, (post,), mark=who.mark, mobile=who.mobile)
    post_then = known.post_at(unit, since or roster.today)
    if post_then is not None and post_then.covers(since or roster.today):
        rung = replace(post_then, phone=who.phone or post_then.phone)
        posts = tuple(rung if post is post_then else post for post in known.posts)
    else:
        posts = (*known.posts, Post(since, unit=unit, phone=who.phone))
    return replace(known, posts=posts, mobile=who.mobile or known.mobile)


def _in_office(person: Person, unit: str, duty: Duty | None, since: date | None) -> Outcome:
    """Return the outcome of ``person`` answering for ``duty`` from ``since`` on."""
    if duty is not None:
        person = replace(person, terms=(*person.terms, Term(since, unit=unit, duty=duty)))
    return Outcome((person,)) if person.id else Outcome(added=(person,))


def _moved(person: Person, unit: str, since: date, phone: str) -> Person:
    """Return ``person`` working for ``unit`` alone from ``since`` on."""
    left = ended(person, since - _DAY, lambda span: span.unit != unit)
    there = next((post for post in left.posts if post.unit == unit and post.covers(since)), None)
    if there is None:
        return replace(left, posts=(*left.posts, Post(since, unit=unit, phone=phone)))
    begun = replace(there, since=there.since or since, phone=phone or there.phone)
    return replace(left, posts=tuple(begun if post is there else post for post in left.posts))


def _is_term(span: Post | Term, unit: str, duty: Duty) -> bool:
    return isinstance(span, Term) and (span.unit, span.duty) == (unit, duty)
