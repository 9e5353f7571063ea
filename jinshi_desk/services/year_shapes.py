"""The JSON of a year: the shape of a month's figures over the year, with its months."""

from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.years import UnitYear, YearFigures
from jinshi_desk.services.shapes import (
    Json,
    completion_json,
    figures_json,
    plain_keys,
    tally_json,
    unit_points_json,
)


def year_json(figures: YearFigures) -> Json:
    """Return all the year's numbers, and those of each of its months."""
    return {
        "year": figures.year,
        "received": figures.received,
        "valid": figures.valid,
        "valid_by_group": plain_keys(figures.valid_by_group),
        "valid_by_category": plain_keys(figures.valid_by_category),
        "completion": completion_json(figures.completion),
        "completed_all_months": completion_json(figures.completed_all),
        "quota": {each.unit.id: _quota(each) for each in figures.units},
        "adoption": tally_json(figures.adoption),
        "points": {each.unit.id: unit_points_json(each.earned) for each in figures.units},
        "rank_cumulative": {
            group.value: {each.unit.id: each.rank for each in figures.of_group(group)} for group in Group
        },
        "months": [figures_json(month) for month in figures.months],
    }


def notice_json(draft: PeriodDraft, issue: PeriodIssue | None) -> Json:
    """Return the year's notice: its text as it stands, its checks, and whether it is out."""
    notice = draft.notice
    return {
        "year": notice.period.first.year,
        "title": notice.title,
        "sentences": {
            each.code: {"text": each.text, "included": each.included, "edited": each.edited}
            for each in notice.sentences()
        },
        "annexes": [
            {"name": annex.name, "rows": sum(len(table.rows) for table in annex.tables)}
            for annex in notice.annexes
        ],
        "checks": [
            {"name": check.name.value, "ok": check.ok, "detail": check.detail} for check in draft.checks
        ],
        "issued": None if issue is None else {"number": issue.number, "on": issue.on.isoformat()},
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
