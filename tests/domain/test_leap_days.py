"""29 February in what is counted from a day on: deadlines, months, running numbers."""

from datetime import date

import pytest

from jinshi_desk.domain.drafts import quota_month
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.returns import Return
from jinshi_desk.domain.units import first_full_month
from jinshi_desk.domain.working_days import calendar_of, working_days_after


@pytest.mark.parametrize(
    ("sent", "until"),
    [
        (date(2024, 2, 28), date(2024, 3, 4)),  # Wednesday: Thursday the 29th, Friday, Monday
        (date(2024, 2, 29), date(2024, 3, 5)),
        (date(2023, 2, 27), date(2023, 3, 2)),
        (date(2023, 2, 28), date(2023, 3, 3)),
    ],
)
def test_days_to_answer_go_over_the_end_of_february(sent: date, until: date) -> None:
    assert working_days_after(sent, 3, calendar_of(())) == until
    assert Return(sent, ()).deadline(calendar_of(())) == until


@pytest.mark.parametrize(
    ("day", "month", "full"),
    [
        (date(2024, 2, 29), Month(2024, 2), Month(2024, 3)),
        (date(2024, 2, 1), Month(2024, 2), Month(2024, 2)),
        (date(2023, 2, 28), Month(2023, 2), Month(2023, 3)),
    ],
)
def test_the_last_of_february_is_of_february(day: date, month: Month, full: Month) -> None:
    assert month.last_day == day or day.day == 1
    assert quota_month(day, makeup=False, grace_close_day=5) == month
    assert first_full_month(day) == full
    assert quota_month(date(day.year, 3, 5), makeup=True, grace_close_day=5) == Month(day.year, 2)
