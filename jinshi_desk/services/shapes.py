"""The JSON shapes that scripts rely on: identifiers for keys, points as numbers, days and months as text."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jinshi_desk.domain.comparing import Comparison, Row
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.figures import Completion, MonthFigures, Tally, UnitPoints
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.phones import printed
from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.rehearsal import Rehearsal
from jinshi_desk.domain.roster import Person
from jinshi_desk.domain.trends import Amounts, Measure, MonthTrend, Trends, Whose
from jinshi_desk.domain.unit_changes import UnitChange
from jinshi_desk.domain.units import Unit
from jinshi_desk.domain.versions import Remark, Version
from jinshi_desk.services.contacts import RosterRow

Json = dict[str, Any]


def figures_json(figures: MonthFigures) -> Json:
    """Return all the month's numbers."""
    return {
        "month": str(figures.month),
        "received": figures.received,
        "valid": figures.valid,
        "valid_by_group": plain_keys(figures.valid_by_group),
        "valid_by_category": plain_keys(figures.valid_by_category),
        "completion": completion_json(figures.completion),
        "quota": quota_json(figures),
        "adoption": tally_json(figures.adoption),
        "points": points_json(figures),
        "rank_month": {group.value: dict(ranks) for group, ranks in figures.rank_month.items()},
        "rank_cumulative": {group.value: dict(ranks) for group, ranks in figures.rank_cumulative.items()},
    }


def quota_json(figures: MonthFigures) -> Json:
    """Return the month's duty per unit."""
    return {standing.unit.id: _standing(standing) for standing in figures.standings}


def points_json(figures: MonthFigures) -> Json:
    """Return the month's points per unit."""
    return {
        standing.unit.id: unit_points_json(figures.points_of(standing.unit.id))
        for standing in figures.standings
    }


def completion_json(done: Completion) -> Json:
    """Return who completed what was due; the rate is none where nothing was."""
    return {
        "due": done.due,
        "exempt": done.exempt,
        "completed": done.completed,
        "rate_pct": None if done.rate is None else done.rate / 10,
    }


def tally_json(tally: Tally) -> Json:
    """Return 篇 and 篇次."""
    return {
        "drafts": tally.drafts,
        "times": tally.times,
        "times_by_level": plain_keys(tally.times_by_level),
    }


def unit_points_json(points: UnitPoints) -> Json:
    """Return a unit's points by kind, their total and the year so far."""
    by_kind = {kind.value: in_points(points.by_kind.get(kind, 0)) for kind in Kind}
    return {**by_kind, "total": in_points(points.total), "cumulative": in_points(points.cumulative)}


def plain_keys(counts: Mapping[Any, int]) -> dict[str, int]:
    """Return counts under the identifiers of what is counted."""
    return {key.value: number for key, number in counts.items()}


def trends_json(trends: Trends, whose: Whose) -> Json:
    """Return both years of ``whose`` month by month; months that are not there are left out."""
    return {
        "year": trends.year,
        "months": [_trend(month, whose) for month in trends.now if month],
        "year_before": [_trend(month, whose) for month in trends.before if month],
    }


def rehearsal_json(found: Rehearsal) -> Json:
    """Return what each unit has and would have, with its months and the clauses that make the difference."""
    return {
        "rules": found.rules.id,
        "months": [str(month) for month in found.months],
        "units": [
            {
                "unit": row.unit.id,
                "group": row.unit.group.value,
                "now": in_points(row.now),
                "then": in_points(row.then),
                "rank_now": row.rank_now,
                "rank_then": row.rank_then,
                "rewarded_now": row.rewarded_now,
                "rewarded_then": row.rewarded_then,
                "months_now": list(map(in_points, row.months_now)),
                "months_then": list(map(in_points, row.months_then)),
                "causes": [
                    {"clause": each.clause, "now": in_points(each.now), "then": in_points(each.then)}
                    for each in row.causes
                ],
            }
            for row in found.rows
        ],
    }


def draft_json(draft: Draft) -> Json:
    """Return a draft as ``list drafts`` prints it; its text stays in the file."""
    return {
        "number": draft.number,
        "title": draft.title,
        "unit": draft.lead,
        "units": list(draft.units),
        "category": draft.category.value,
        "form": draft.form.value,
        "source": draft.source.value,
        "authors": [author.name for author in draft.authors if author.role is AuthorRole.AUTHOR],
        "reporters": [author.name for author in draft.authors if author.role is not AuthorRole.AUTHOR],
        "authors_incomplete": draft.authors_incomplete,
        "received_on": draft.received_on.isoformat(),
        "quota_month": str(draft.quota_month),
        "makeup": draft.makeup,
        "word_count": draft.word_count,
        "approval_form": draft.approval_on_file,
        "status": draft.status.value,
        "status_reason": draft.status_reason,
        "note": draft.note,
        "attachments": list(draft.attachments),
        "tags": list(draft.tags),
    }


def version_json(version: Version) -> Json:
    """Return a version of a draft as ``versions`` prints it, with its text."""
    said, returned = version.content, version.returned
    return {
        "version": version.number,
        "came_on": version.came_on.isoformat(),
        "title": said.title,
        "authors": [author.name for author in said.authors],
        "word_count": said.word_count,
        "attachments": list(said.attachments),
        "body": said.body,
        "returned_on": returned.on.isoformat() if returned else None,
        "reasons": list(returned.reasons) if returned else [],
        "remark": returned.remark if returned else "",
        "remarks": [remark_json(remark) for remark in version.remarks],
    }


def remark_json(remark: Remark) -> Json:
    """Return what somebody said of a version."""
    return {"on": remark.on.isoformat(), "said_by": remark.said_by, "said": remark.said}


def comparison_json(found: Comparison) -> Json:
    """Return two versions side by side: each line as pieces, ``changed`` or not."""
    lines = {"title": found.title, "authors": found.authors, "attachments": found.attachments}
    head = {name: _row(row) for name, row in lines.items()}
    return {"same": found.is_same, **head, "body": [_row(row) for row in found.body]}


def unit_json(unit: Unit) -> Json:
    """Return a unit with every name it has and had."""
    return {
        "id": unit.id,
        "name": unit.name,
        "group": unit.group.value,
        "active_from": str(unit.active_from),
        "active_to": str(unit.active_to) if unit.active_to else None,
        "aliases": list(unit.aliases),
        "old_names": list(unit.old_names),
        "names": [{"name": named.name, "from": str(named.since)} for named in unit.names],
        "groups": [{"group": each.group.value, "from": str(each.since)} for each in unit.groups],
        "quotas": [{"quota": own.quota, "from": str(own.since), "reason": own.reason} for own in unit.quotas],
    }


def person_json(person: Person, day: date) -> Json:
    """Return a person with every post and duty; a mobile number is masked (§10)."""
    post = person.post_on(day)
    return {
        "id": person.id,
        "name": person.name,
        "mark": person.mark,
        "unit": post.unit if post else None,
        "duties": [term.duty.value for term in person.terms if term.covers(day)],
        "phone": post.phone if post else "",
        "mobile": printed(person.mobile),
        "posts": [
            {"unit": post.unit, "from": _iso(post.since), "to": _iso(post.until), "phone": post.phone}
            for post in person.posts
        ],
        "terms": [
            {"duty": term.duty.value, "unit": term.unit, "from": _iso(term.since), "to": _iso(term.until)}
            for term in person.terms
        ],
        "joined": list(person.joined),
    }


def roster_json(row: RosterRow) -> Json:
    """Return who answers for a unit on a day."""
    return {
        "unit": row.unit.id,
        "name": row.unit.name,
        "duty": row.duty.value,
        "correspondents": [
            {
                "person": held.person.id,
                "name": held.person.name,
                "phone": held.phone,
                "from": _iso(held.term.since),
            }
            for held in row.correspondents
        ],
        "supervising_leader": row.contacts.supervising_leader,
        "unit_head": row.contacts.unit_head,
        "state": "vacant" if row.is_vacant else "double" if row.is_double else "filled",
    }


def change_json(change: UnitChange) -> Json:
    """Return what became of a unit."""
    return {
        "month": str(change.month),
        "kind": change.kind.value,
        "unit": change.unit,
        "successor": change.successor,
    }


def _row(row: Row) -> Json:
    sides = {"old": row.old, "new": row.new}
    return {
        name: [{"text": piece.text, "changed": piece.changed} for piece in side]
        for name, side in sides.items()
    }


def _trend(month: MonthTrend, whose: Whose) -> Json:
    amounts = month.of(whose)
    found: Json = {"month": str(month.month), "closed": month.closed} | _amounts(amounts)
    if whose == Whose():
        found["groups"] = {group.value: _amounts(part) for group, part in month.groups.items()}
    return found


def _amounts(amounts: Amounts | None) -> Json:
    if amounts is None:
        return {"received": None, "valid": None, "adopted": None, "rate_pct": None, "points": None}
    rate = amounts.of(Measure.RATE)
    return {
        "received": amounts.received,
        "valid": amounts.valid,
        "adopted": amounts.adopted,
        "rate_pct": None if rate is None else rate / 10,
        "points": in_points(amounts.cents),
    }


def _standing(standing: Standing) -> Json:
    state = standing.state
    return {
        "received": standing.count.received,
        "valid": standing.count.valid,
        "adopted": standing.count.adopted,
        "late": standing.count.late,
        "quota": standing.quota,
        "missing": standing.missing,
        "state": state.value if state else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
