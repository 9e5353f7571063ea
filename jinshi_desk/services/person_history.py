"""名册里的经历: where a person worked, and who answered for a unit, in words."""

from collections.abc import Iterable, Mapping

from jinshi_desk.domain.roster import Person, Span, duties_of, history
from jinshi_desk.domain.units import Unit
from jinshi_desk.wording import DUTY


def unit_people_history(unit: Unit, people: Iterable[Person]) -> tuple[str, ...]:
    """Say who answered for ``unit``: ``信息员　周试一　2021-03-01 起　0736-4210000``, the latest first."""
    everybody = tuple(people)
    return tuple(
        "　".join(filter(None, (DUTY[duty], held.person.label, span_phrase(held.term), held.phone)))
        for duty in duties_of(unit.group)
        for held in reversed(history(everybody, unit.id, duty))
    )


def person_history(
    person: Person, units: Mapping[str, str], joins: Mapping[int, tuple[str, str, str]]
) -> tuple[str, ...]:
    """Say where ``person`` worked and what was answered for, the latest first, then what was joined."""
    posts = [f"{units[post.unit]}　{span_phrase(post)}" for post in reversed(person.posts)]
    terms = [f"{units[term.unit]}{DUTY[term.duty]}　{span_phrase(term)}" for term in reversed(person.terms)]
    joined = [
        f"{joins[record][2][:10]} 与同一人{joins[record][0]}合并：{joins[record][1]}"
        for record in person.joined
        if record in joins
    ]
    return (*posts, *terms, *joined)


def span_phrase(span: Span) -> str:
    """Say from when till when: ``2021-03-01 起``, ``至 2022-06-30``; nothing where neither is known."""
    match span.since, span.until:
        case None, None:
            return ""
        case since, None:
            return f"{since} 起"
        case None, until:
            return f"至 {until}"
    return f"{span.since} 至 {span.until}"
