"""Adoptions that come too late for their own month: where they count, and what is said of it (§3.4)."""

from datetime import date

import pytest

from jinshi_desk.domain.late_registration import late_mark, late_problems
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rules import RuleBook
from tests.office import an_adoption


@pytest.mark.parametrize(
    ("ran", "registered", "open_from", "told"),
    [
        ("2022-06-20", "2022-06-25", "2022-06", []),
        ("2022-06-20", "2022-07-03", "2022-06", []),
        ("2022-06-20", "2022-07-08", "2022-07", [("late", "2022年7月")]),
        ("2022-12-20", "2023-01-10", "2022-12", []),
        ("2022-12-20", "2023-01-11", "2022-12", [("across_years", "2023年1月")]),
        ("2022-12-20", "2023-01-05", "2023-01", [("across_years", "2023年1月")]),
        ("2022-06-20", "2022-10-08", "2022-10", [("stale", "60 天，列入2022年10月")]),
        ("2024-02-29", "2024-04-29", "2024-03", [("late", "2024年3月")]),
        ("2024-02-29", "2024-04-30", "2024-03", [("stale", "60 天，列入2024年3月")]),
        ("2023-02-28", "2023-04-29", "2023-03", [("late", "2023年3月")]),
        ("2023-02-28", "2023-04-30", "2023-03", [("stale", "60 天，列入2023年3月")]),
        ("2022-06-20", "2022-06-19", "2022-07", []),
    ],
)
def test_it_is_said_where_a_late_adoption_counts_or_that_it_scores_no_more(
    ran: str, registered: str, open_from: str, told: list[tuple[str, str]], rule_book: RuleBook
) -> None:
    adoption = an_adoption(on=ran, registered=registered)
    problems = list(late_problems(adoption, rule_book, Month.parse(open_from)))
    assert [(each.reason, each.detail) for each in problems] == told
    assert all(each.severity == "warn" for each in problems)


def test_its_line_in_the_bulletin_is_marked() -> None:
    ran = date(2022, 12, 20)
    assert late_mark(ran, Month(2022, 12)) == ""
    assert late_mark(date(2022, 6, 20), Month(2022, 12)) == "补登"
    assert late_mark(ran, Month(2023, 1)) == "跨年补登"
