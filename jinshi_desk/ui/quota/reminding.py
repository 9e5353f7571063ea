"""What goes out to the units that owe, and the record that it did."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.sent_reminders import Channel, NewReminder
from jinshi_desk.services.reminder_sheets import ReminderSheetDesk
from jinshi_desk.services.reminders import ReminderDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.quota.owing import OwingPanel
from jinshi_desk.ui.quota.sent_form import SentDialog
from jinshi_desk.ui.quota.sent_list import SentListDialog
from jinshi_desk.ui.quota.sheet_dialog import SheetDialog
from jinshi_desk.wording import CHANNEL, STAGE


@dataclass(frozen=True, slots=True)
class ReminderDesks:
    """The desks that reminders are done at."""

    reminders: ReminderDesk
    sheets: ReminderSheetDesk


class Reminding(QObject):
    """Follows the panel of those who owe: what is copied or printed there is offered to be recorded.

    One key records it; only where the way or the sender is not known yet is the form asked for first.
    """

    def __init__(
        self, frame: Frame, desks: ReminderDesks, owing: OwingPanel, today: Callable[[], date], over: QWidget
    ) -> None:
        super().__init__(over)
        self._frame, self._desks, self._owing, self._today, self._over = frame, desks, owing, today, over
        self._delivered: Channel | None = None
        owing.copied.connect(self._on_copied)
        owing.sheet_wanted.connect(self._on_sheet_wanted)
        owing.record_wanted.connect(self.record)
        owing.history_wanted.connect(self._on_history_wanted)
        frame.month.changed.connect(self._on_month_turned)

    @Slot()
    def record(self) -> None:
        """Record that the ticked units were reminded in the way that was just used, or ask in which."""
        sender = self._desks.reminders.last_sender()
        channel = self._delivered or Channel.PHONE
        new = NewReminder(
            self._frame.month.month, self._owing.stage, self._today(), channel, sender, self._owing.ticked
        )
        if sender and self._delivered is not None:
            self._file(new)
            return
        form = SentDialog(self._frame.look, new, self._desks.reminders.check, self._over)
        form.submitted.connect(self._file)
        form.open()

    @Slot(object)
    def _file(self, new: NewReminder) -> None:
        row = self._desks.reminders.record(new)
        self._delivered = None
        words = self.tr("已记：{}月{} {} 家，{}").format(
            new.month.month, STAGE[new.stage], len(new.units), CHANNEL[new.channel]
        )
        self._frame.notices.tell_act(words, partial(self._desks.reminders.void, row, self.tr("撤销登记")))

    @Slot()
    def _on_copied(self) -> None:
        self._offer(Channel.GROUP, self.tr("已复制催报文字，可贴到工作群"))

    def _offer(self, channel: Channel, words: str) -> None:
        if self._owing.can_record:
            self._delivered = channel
            self._frame.notices.tell_result(words, self.tr("记为已催 Ctrl+M"), self.record)
        else:
            self._frame.notices.tell_act(words)

    @Slot()
    def _on_sheet_wanted(self) -> None:
        sheet = self._desks.sheets.sheet(self._frame.month.month, self._owing.ticked)
        dialog = SheetDialog(self._frame, self._desks.sheets, sheet, self._over)
        dialog.delivered.connect(partial(self._offer, Channel.PAPER))
        dialog.open()

    @Slot()
    def _on_history_wanted(self) -> None:
        month, unit = self._frame.month.month, self._owing.current_unit
        SentListDialog(self._frame, self._desks.reminders, month, unit, self._over).open()

    @Slot(object)
    def _on_month_turned(self, _month: Month) -> None:
        self._delivered = None
