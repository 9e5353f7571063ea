"""What keeps an act on the roster from being done, and what is odd about it."""

from collections.abc import Iterator
from datetime import date

from jinshi_desk.domain.people import label
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.roster import (
    Duty,
    Person,
    Post,
    Span,
    Term,
    duties_of,
    history,
    holders,
    is_mobile,
    is_phone,
)
from jinshi_desk.domain.roster_acts import (
    Appoint,
    Correct,
    HandOver,
    Join,
    Leave,
    Move,
    Newcomer,
    Part,
    Roster,
    RosterAct,
)

NAME_LIMIT = 30
_YEARS_BACK = 60


def problems(act: RosterAct, roster: Roster) -> Iterator[Problem]:
    """Yield everything that keeps ``act`` from being done, and what is odd about it."""
    match act:
        case Appoint(unit, duty, who, since):
            yield from _unit_problems(unit, roster)
            yield from _who_problems(who, unit, roster)
            if duty is not None:
                yield from _duty_problems(unit, duty, roster)
                yield from _taken_problems(act, duty, roster)
            yield from _since_problems(since, roster, needed=False)
        case HandOver(unit, duty, who, since):
            yield from _unit_problems(unit, roster)
            yield from _who_problems(who, unit, roster)
            yield from _since_problems(since, roster)
            yield from _handover_problems(act, roster)
        case Move():
            yield from _move_problems(act, roster)
        case Leave():
            yield from _leave_problems(act, roster)
        case Correct():
            yield from _correction_problems(act, roster)
        case Join():
            yield from _join_problems(act, roster)
        case Part(person):
            known = roster.get(person)
            if known is None or not known.joined:
                yield Problem("person", "never_joined")


def _unit_problems(unit: str, roster: Roster) -> Iterator[Problem]:
    if not unit:
        yield Problem("unit", "missing")
    elif (known := roster.unit(unit)) is None:
        yield Problem("unit", "unknown", detail=unit)
    elif known.active_to is not None and known.active_to.last_day < roster.today:
        yield Problem("unit", "ended", detail=known.name)


def _who_problems(who: Newcomer, unit: str, roster: Roster) -> Iterator[Problem]:
    yield from _name_problems(who.name)
    yield from _number_problems(who.phone, who.mobile)
    there = roster.called(who.name, "", unit)
    if not who.mark and len(there) > 1:
        yield Problem("person", "several", detail="、".join(person.label for person in there))
    if who.mark and any(not person.mark for person in there):
        yield Problem("mark", "first_unmarked", detail=who.name)


def _name_problems(name: str) -> Iterator[Problem]:
    if not name:
        yield Problem("person", "missing")
    elif not 2 <= len(name) <= NAME_LIMIT or any(sign.isdigit() for sign in name):
        yield Problem("person", "odd_name", detail=name)


def _number_problems(phone: str, mobile: str) -> Iterator[Problem]:
    if phone and not is_phone(phone):
        yield Problem("phone", "unreadable")
    if mobile and not is_mobile(mobile):
        yield Problem("mobile", "unreadable")


def _since_problems(since: date | None, roster: Roster, *, needed: bool = True) -> Iterator[Problem]:
    if since is None:
        if needed:
            yield Problem("since", "missing")
    elif since.year < roster.today.year - _YEARS_BACK or since.year > roster.today.year + 1:
        yield Problem("since", "far_off")


def _duty_problems(unit: str, duty: Duty, roster: Roster) -> Iterator[Problem]:
    known = roster.unit(unit)
    if known is not None and duty not in duties_of(known.group):
        yield Problem("duty", "other_group", detail=known.name)


def _taken_problems(act: Appoint, duty: Duty, roster: Roster) -> Iterator[Problem]:
    """Refuse a second one: exactly one answers for a duty on any day."""
    term = Span(act.since)
    for held in history(roster.people, act.unit, duty):
        if held.term.meets(term):
            same = held.person in roster.called(act.who.name, act.who.mark, act.unit)
            yield Problem("duty", "held" if same else "taken", detail=held.person.label)
            return


def _handover_problems(act: HandOver, roster: Roster) -> Iterator[Problem]:
    yield from _duty_problems(act.unit, act.duty, roster)
    day = act.since or roster.today
    outgoing = holders(roster.people, act.unit, act.duty, day)
    if not outgoing:
        yield Problem("duty", "vacant")
    for held in outgoing:
        if held.person in roster.called(act.who.name, act.who.mark, act.unit):
            yield Problem("person", "same", detail=held.person.label)
        if held.term.since is not None and day <= held.term.since:
            yield Problem("since", "before_term", detail=held.term.since.isoformat())
    for other in history(roster.people, act.unit, act.duty):
        if other.term.meets(Span(day)) and not other.term.covers(day):
            yield Problem("since", "term_follows", detail=other.person.label)


def _move_problems(act: Move, roster: Roster) -> Iterator[Problem]:
    person = roster.get(act.person)
    yield from _unit_problems(act.unit, roster)
    yield from _since_problems(act.since, roster)
    yield from _number_problems(act.phone, "")
    if person is None:
        yield Problem("person", "unknown")
        return
    if act.since is None:
        return
    post = person.post_on(act.since)
    elsewhere = [other for other in person.posts if other.unit != act.unit and other.covers(act.since)]
    if post is not None and not elsewhere:
        yield Problem("unit", "there_already", detail=person.label)
    if any(
        other.since is not None and other.since >= act.since
        for other in person.posts
        if other.unit != act.unit
    ):
        yield Problem("since", "before_post", detail=person.label)
    namesakes = [other for other in roster.called(person.name, "", act.unit) if other.id != person.id]
    if namesakes:
        yield Problem("unit", "namesake", Severity.WARN, namesakes[0].label)
    yield from _vacating(person, act.since)


def _vacating(person: Person, day: date) -> Iterator[Problem]:
    if any(term.covers(day) for term in person.terms):
        yield Problem("since", "leaves_vacancy", Severity.WARN)


def _leave_problems(act: Leave, roster: Roster) -> Iterator[Problem]:
    person = roster.get(act.person)
    if act.until is None:
        yield Problem("until", "missing")
    if person is None:
        yield Problem("person", "unknown")
    elif act.until is not None:
        spans: tuple[Post | Term, ...] = person.terms if act.stays else person.posts
        if not any(span.covers(act.until) for span in spans):
            yield Problem("until", "not_then")
        elif any(term.covers(act.until) for term in person.terms):
            yield Problem("until", "leaves_vacancy", Severity.WARN)


def _correction_problems(act: Correct, roster: Roster) -> Iterator[Problem]:
    person = roster.get(act.person)
    yield from _name_problems(act.name)
    yield from _number_problems(act.phone, act.mobile)
    if person is None:
        yield Problem("person", "unknown")
        return
    if len(act.mark) > NAME_LIMIT:
        yield Problem("mark", "too_long", detail=str(NAME_LIMIT))
    here = {post.unit for post in person.posts}
    wanted = label(act.name, act.mark)
    for other in roster.people:
        if other.id != person.id and other.label == wanted and here & {post.unit for post in other.posts}:
            yield Problem("mark", "same", detail=wanted)
            return


def _join_problems(act: Join, roster: Roster) -> Iterator[Problem]:
    person, into = roster.get(act.person), roster.get(act.into)
    if person is None:
        yield Problem("person", "unknown")
    if into is None:
        yield Problem("into", "unknown_person")
    elif person is not None and person.id == into.id:
        yield Problem("into", "oneself", detail=person.label)
    elif person is not None and person.name != into.name:
        yield Problem("into", "other_name", Severity.WARN, into.label)
    if not act.reason.strip():
        yield Problem("reason", "missing")
