"""Rows of 人员, into the roster and out of it again.

A list never changes what is there: it adds people and duties, fills what was empty, and asks about the rest.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import BatchChanged
from jinshi_desk.domain.facts import PersonFact
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.roster import Duty, Person, Post, Span, Term, duties_of, history
from jinshi_desk.services.fact_ledgers import FactLedger, Known, Recorded


class PersonRows(FactLedger[PersonFact]):
    """人员."""

    def known(self, fact: PersonFact, _: Draft | None, /) -> Known:
        there = self._called(fact)
        if len(there) != 1:
            return Known.NOT
        if _differs(fact, there[0]):
            return Known.OTHERWISE
        missing = all(post.unit != fact.unit for post in there[0].posts)
        return Known.SAME if not missing and _filled(fact, there[0]) == there[0] else Known.NOT

    def faults(self, fact: PersonFact, _: Draft | None, /) -> Iterator[Problem]:
        there = self._called(fact)
        if len(there) > 1:
            yield Problem("name", "several", detail="、".join(person.label for person in there))
        if fact.since and fact.until and fact.until < fact.since:
            yield Problem("until", "before_since")
        if fact.duty is None:
            return
        unit = self.store.units.known([fact.unit]).get(fact.unit)  # one of the same file is not there yet
        if unit is not None and fact.duty not in duties_of(unit.group):
            yield Problem("duty", "other_group")
        span = Span(fact.since, fact.until)
        for held in history(self.store.roster.at(fact.unit), fact.unit, fact.duty):
            if held.person not in there and held.term.meets(span):
                yield Problem("duty", "taken", detail=held.person.label)
                return

    def write(self, fact: PersonFact, _: Draft | None, /) -> Recorded:
        there = next(iter(self._called(fact)), None)
        known = there or Person(0, fact.name, mark=fact.mark)
        posted = all(post.unit != fact.unit for post in known.posts)
        before = replace(known, posts=(*known.posts, Post(unit=fact.unit))) if posted else known
        after = _filled(fact, before)
        if there is None:
            number = self.store.roster.add(after)
        else:
            number = there.id
            self.store.roster.revise(after)
        old, new = _post(before, fact.unit), _post(after, fact.unit)
        return {
            "person": number,
            "unit": fact.unit,
            "new": there is None,
            "posted": posted,
            "duty": fact.duty if len(after.terms) > len(before.terms) else None,
            "since": fact.since.isoformat() if fact.since else None,
            "until": fact.until.isoformat() if fact.until else None,
            "phone": new.phone if new.phone != old.phone else "",
            "mobile": after.mobile if after.mobile != before.mobile else "",
            "dated": (new.since, new.until) != (old.since, old.until),
        }

    def guard(self, recorded: Recorded) -> None:
        """Refuse to take back what somebody worked on since; who has written since stays."""
        person = self._recorded(recorded)
        post = _post(person, recorded["unit"])
        said = (_day(recorded["since"]), _day(recorded["until"]))
        unlike = recorded["phone"] not in ("", post.phone) or recorded["mobile"] not in ("", person.mobile)
        unlike |= recorded["dated"] and (post.since, post.until) != said
        unlike |= recorded["duty"] is not None and not _terms(person, recorded)
        if unlike or all(other.unit != recorded["unit"] for other in person.posts):
            raise BatchChanged(person.label)

    def strike(self, recorded: Recorded) -> None:
        if recorded["new"] and self.store.roster.remove(recorded["person"]):
            return
        person, unit = self._recorded(recorded), recorded["unit"]
        post = _post(person, unit)
        emptied = replace(
            post,
            phone="" if recorded["phone"] else post.phone,
            since=None if recorded["dated"] else post.since,
            until=None if recorded["dated"] else post.until,
        )
        gone = _terms(person, recorded)
        self.store.roster.revise(
            replace(
                person,
                mobile="" if recorded["mobile"] else person.mobile,
                posts=tuple(
                    emptied if each is post else each
                    for each in person.posts
                    if not (recorded["posted"] and each is post)
                ),
                terms=tuple(term for term in person.terms if term not in gone),
            )
        )

    def _called(self, fact: PersonFact) -> list[Person]:
        """Return who of the unit is called so, else of the unit that the person is said to come from."""
        for unit in filter(None, (fact.unit, fact.moved_from)):
            people = [person for person in self.store.roster.at(unit) if person.name == fact.name]
            if people:
                return [person for person in people if fact.mark in ("", person.mark)]
        return []

    def _recorded(self, recorded: Recorded) -> Person:
        """Return whom a row brought or filled in.

        Raises:
            BatchChanged: they are no longer in the unit's list.
        """
        number = recorded["person"]
        for person in self.store.roster.all():
            if number in (person.id, *person.joined):
                return person
        raise BatchChanged(str(number))


def _differs(fact: PersonFact, person: Person) -> bool:
    """Tell whether the row says something else than the roster, beside what one of them leaves empty."""
    post, term = _post(person, fact.unit), _term(fact, person)
    span: Span | None = term if fact.duty else post
    pairs: list[tuple[object, object]] = [(fact.phone, post.phone), (fact.mobile, person.mobile)]
    if span is not None:
        pairs += [(fact.since, span.since), (fact.until, span.until)]
    return any(said and known and said != known for said, known in pairs)


def _filled(fact: PersonFact, person: Person) -> Person:
    """Return ``person`` with what the row adds."""
    post, term = _post(person, fact.unit), _term(fact, person)
    rung = replace(post, phone=post.phone or fact.phone)
    terms = person.terms
    if fact.duty is None:
        rung = replace(rung, since=post.since or fact.since, until=post.until or fact.until)
    elif term is None:
        terms = (*terms, Term(fact.since, fact.until, fact.unit, fact.duty))
    else:
        dated = replace(term, since=term.since or fact.since, until=term.until or fact.until)
        terms = tuple(dated if each is term else each for each in terms)
    return replace(
        person,
        mobile=person.mobile or fact.mobile,
        posts=tuple(rung if each is post else each for each in person.posts),
        terms=terms,
    )


def _post(person: Person, unit: str) -> Post:
    """Return the last post at ``unit``."""
    return person.post_at(unit, date.max) or Post(unit=unit)


def _term(fact: PersonFact, person: Person) -> Term | None:
    """Return the term that the row may speak of."""
    span = Span(fact.since, fact.until)
    there = (term for term in person.terms if (term.unit, term.duty) == (fact.unit, fact.duty))
    return next((term for term in there if term.meets(span)), None)


def _terms(person: Person, recorded: Recorded) -> list[Term]:
    """Return the terms as the row brought them."""
    if recorded["duty"] is None:
        return []
    brought = (recorded["unit"], Duty(recorded["duty"]), _day(recorded["since"]), _day(recorded["until"]))
    return [term for term in person.terms if (term.unit, term.duty, term.since, term.until) == brought]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
