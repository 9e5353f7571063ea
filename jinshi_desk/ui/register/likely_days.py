"""Which day is meant while a month is worked on."""

from collections.abc import Callable
from datetime import date, timedelta

from jinshi_desk.ui.widgets.worked_month import WorkedMonth

_GRACE = timedelta(days=5)
"""A draft that comes in so long after a month may still be meant for it."""


class LikelyDays:
    """Guesses from today and the worked month."""

    def __init__(self, worked: WorkedMonth, today: Callable[[], date]) -> None:
        self._worked = worked
        self.today = today

    def near(self) -> date:
        """Return the day that typed days are near to: today, or the last of a month that is long over."""
        today, month = self.today(), self._worked.month
        return today if today <= month.last_day + _GRACE else month.last_day

    def of_new_draft(self) -> date | None:
        """Return the day a new draft is taken to be received on; none while an old month is worked on."""
        today, month = self.today(), self._worked.month
        return today if month.first_day <= today <= month.last_day + _GRACE else None
