"""The desk for 核对单 that went out: recorded with what stood on them, to tell what changed since."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain import sheet_deliveries
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.sheet_deliveries import LastSent, NewDelivery, SentSheet
from jinshi_desk.domain.unit_sheets import UnitSheet
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.database import Store


@dataclass(frozen=True, slots=True)
class SheetStatus:
    """A unit's sheet of now beside the one it was sent last."""

    sheet: UnitSheet
    sent: LastSent | None

    @property
    def is_changed(self) -> bool:
        """Whether something else stands on it than was sent."""
        return self.sent is not None and self.sent.is_changed(_mark(self.sheet))


class SheetDeliveryDesk:
    """Records which sheets went out."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def last_sender(self) -> str:
        """Return who sent the last sheets: most likely the next ones too."""
        return self._store.sheet_deliveries.last_sender()

    def check(
        self, sheets: Sequence[UnitSheet], on: date, channel: Channel, sent_by: str
    ) -> tuple[Problem, ...]:
        """Return what keeps ``sheets``, at least one and all of one month, from being recorded as sent."""
        return tuple(sheet_deliveries.problems(_new(sheets, on, channel, sent_by), self._today()))

    def record(self, sheets: Sequence[UnitSheet], on: date, channel: Channel, sent_by: str) -> int:
        """Record that ``sheets``, at least one and all of one month, went out.

        Raises:
            NotFileable: the day can't be, or nobody is named.
        """
        new = _new(sheets, on, channel, sent_by)
        refuse_bad(sheet_deliveries.problems(new, self._today()))
        sent = [SentSheet(each.unit_id, each.this_month.cents, _mark(each)) for each in sheets]
        with self._store.writing("send_sheets", Topic.UNIT_SHEETS) as act:
            row = self._store.sheet_deliveries.add(new, sent, self._store.now())
            act.subject = f"sheets {row}"
            act.after = {"month": str(new.month), "sent_on": on.isoformat(), "units": list(new.units)}
        self._undo.remember(act.subject, lambda: self.take_back(row))
        return row

    def statuses(self, month: Month, sheets: Sequence[UnitSheet]) -> tuple[SheetStatus, ...]:
        """Return each of ``sheets`` with what its unit was sent last."""
        sent = sheet_deliveries.latest(self._store.sheet_deliveries.all(month))
        return tuple(SheetStatus(each, sent.get(each.unit_id)) for each in sheets)

    def take_back(self, delivery: int) -> None:
        """Strike a delivery out: it was recorded by mistake."""
        with self._store.writing("undo", Topic.UNIT_SHEETS) as act:
            self._store.sheet_deliveries.void(delivery, "撤销登记")
            act.subject = f"sheets {delivery}"


def _new(sheets: Sequence[UnitSheet], on: date, channel: Channel, sent_by: str) -> NewDelivery:
    units = tuple(each.unit_id for each in sheets)
    return NewDelivery(sheets[0].month, on, channel, clean_line(sent_by), sheets[0].objections_until, units)


def _mark(sheet: UnitSheet) -> str:
    return hashlib.sha256(sheet.content.encode()).hexdigest()
