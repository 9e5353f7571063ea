"""The JSON of a quarter: its figures, its units with their grades, its text and its checks."""

from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.quarter_review import Quarter
from jinshi_desk.domain.quarters import QuarterFigures, UnitQuarter
from jinshi_desk.services.shapes import Json, completion_json, figures_json, tally_json


def quarter_json(quarter: Quarter, draft: PeriodDraft, issue: PeriodIssue | None) -> Json:
    """Return all the quarter's numbers, those of its months, the text as it stands, and whether it is out."""
    figures = quarter.figures
    return {
        "quarter": str(figures.period),
        **_sums(figures),
        "completion": completion_json(figures.completion),
        "missed": {
            "none": len(figures.missed(0, 0)),
            "one": len(figures.missed(1, 1)),
            "more": len(figures.missed(2, len(figures.months))),
        },
        "previous_quarter": _sums(quarter.before) if quarter.before else None,
        "previous_year": _sums(quarter.year_ago) if quarter.year_ago else None,
        "topics": dict(quarter.topics),
        "average_days": None if quarter.average_days is None else float(quarter.average_days),
        "newcomers": None if quarter.newcomers is None else len(quarter.newcomers),
        "quality_picks": [each.number for each in quarter.praised],
        "returned": len(quarter.returns),
        "units": {each.unit.id: _unit(each) for each in figures.units},
        "months": [figures_json(month) for month in figures.months],
        "sentences": {
            each.code: {"text": each.text, "included": each.included, "edited": each.edited}
            for each in draft.notice.sentences()
        },
        "checks": [
            {"name": check.name.value, "ok": check.ok, "detail": check.detail} for check in draft.checks
        ],
        "issued": None if issue is None else {"number": issue.number, "on": issue.on.isoformat()},
    }


def _sums(figures: QuarterFigures) -> dict[str, object]:
    return {
        "received": figures.received,
        "valid": figures.valid,
        "adoption": tally_json(figures.adoption),
        "adoption_rate_pct": None if figures.rate is None else figures.rate / 10,
    }


def _unit(each: UnitQuarter) -> dict[str, object]:
    return {
        "received": each.count.received,
        "valid": each.count.valid,
        "adopted": each.adoption.drafts,
        "due_months": each.due_months,
        "missed_months": each.missed_months,
        "points": [None if month is None else in_points(month.total) for month in each.points],
        "total": in_points(each.cents),
        "rank": each.rank,
        "grade": each.grade or None,
    }
