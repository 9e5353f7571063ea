"""Which drafts the sample office picked as good: at each month's end those that ran highest."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.quality_pick import QualityPickDesk
from jinshi_desk.store.database import Store

_EACH_MONTH = 2


class SamplePicks:
    """Plans the picks of a year; ``shape`` says who picks and for which reasons."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo, shape: Mapping[str, Any]) -> None:
        self._store = store
        self._shape = shape
        self._desk = QualityPickDesk(store, today, undo)

    def acts(self, year: int) -> Iterator[tuple[date, Callable[[], object]]]:
        """Yield the picks, each with its day."""
        for month in months_of(year):
            yield month.last_day, partial(self._pick, month)

    def _pick(self, month: Month) -> None:
        """Pick what earned most; the first is put on the website the same day."""
        earned = {draft.number: draft for draft in self._store.drafts.all(month) if draft.body}
        told = {
            number: sum(entry.cents for entry in self._store.ledger.of_draft(draft.id))
            for number, draft in earned.items()
            if not self._desk.check(number, self._new(month, 0))
        }
        best = sorted(told, key=lambda number: (-told[number], number))[:_EACH_MONTH]
        for place, number in enumerate(best):
            self._desk.pick(number, self._new(month, place))

    def _new(self, month: Month, place: int) -> NewQualityPick:
        reasons = self._shape["reasons"]
        reason = reasons[(month.month * _EACH_MONTH + place) % len(reasons)]
        day = month.last_day
        return NewQualityPick(month, reason, day, self._shape["by"], None if place else day)
