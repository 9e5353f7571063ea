"""Working days: Monday to Friday; the office's table of holidays comes with its own ledger (§3.6)."""

from datetime import date, timedelta


def working_days_after(day: date, number: int) -> date:
    """Return the ``number``-th working day after ``day``, counted from the day after."""
    while number:
        day += timedelta(days=1)
        if day.weekday() < 5:
            number -= 1
    return day
