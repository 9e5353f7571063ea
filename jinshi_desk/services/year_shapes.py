"""The JSON of a year: the shape of a month's figures over the year, with its months."""

from jinshi_desk.domain.figures import Completion
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.years import UnitYear, YearFigures
from jinshi_desk.services.shapes import Json, figures_json


def year_json(figures: YearFigures) -> Json:
    """Return all the year's numbers, and those of each of its months."""
    return {
        "year": figures.year,
        "received": figures.received,
        "valid": figures.valid,
        "valid_by_group": {group.value: number for group, number in figures.valid_by_group.items()},
        "valid_by_category": {kind.value: number for kind, number in figures.valid_by_category.items()},
        "completion": _completion(figures.completion),
        "completed_all_months": _completion(figures.completed_all),
        "quota": {each.unit.id: _quota(each) for each in figures.units},
        "adoption": {
            "drafts": figures.adoption.drafts,
            "times": figures.adoption.times,
            "times_by_level": {
                level.value: number for level, number in figures.adoption.times_by_level.items()
            },
        },
        "points": {each.unit.id: _points(each) for each in figures.units},
        "rank_cumulative": {
            group.value: {each.unit.id: each.rank for each in figures.of_group(group)} for group in Group
        },
        "months": [figures_json(month) for month in figures.months],
    }


def _completion(done: Completion) -> Json:
    return {
        "due": done.due,
        "exempt": done.exempt,
        "completed": done.completed,
        "rate_pct": None if done.rate is None else done.rate / 10,
    }


def _quota(each: UnitYear) -> Json:
    count = each.count
    return {
        "received": count.received,
        "valid": count.valid,
        "adopted": count.adopted,
        "late": count.late,
        "quota": each.quota,
        "due_months": each.due_months,
        "completed_months": each.completed_months,
        "missed_months": each.missed_months,
        "exempt_months": each.exempt_months,
    }


def _points(each: UnitYear) -> Json:
    earned = each.earned
    by_kind = {kind.value: in_points(earned.by_kind.get(kind, 0)) for kind in Kind}
    return {**by_kind, "total": in_points(earned.total), "cumulative": in_points(earned.cumulative)}
