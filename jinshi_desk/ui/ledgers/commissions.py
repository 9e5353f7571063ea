"""约稿: what units were asked for, and what became of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.commissions import Commission, Outcome
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain
from jinshi_desk.services.ledgers import CommissionLine, is_gone
from jinshi_desk.ui.ledgers.commission_pages import CommissionPage, DeliveryPage, NotDonePage
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage, Shown, Workplace
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.paged_table import Column
from jinshi_desk.wording import OUTCOME

_NARROW = 1080
_LEVEL = {Outcome.ON_TIME: "ok", Outcome.LATE: "late", Outcome.NOT_DONE: "warn", Outcome.PENDING: "neutral"}


class Commissions(LedgerPage):
    """Lists what was asked, due or settled in the month, and what is still due from before."""

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(at, "commissions", parent)
        look = at.frame.look
        self.name_page(self.tr("约稿"))
        self.name_new(self.tr("下达约稿"))
        self.view.empty.set_words(self.tr("本月还没有约稿。"), self.tr("下达约稿"))
        self.page = CommissionPage(look, at.desks, at.units)
        self.delivery_page = DeliveryPage(look, at.desks, at.units)
        self.not_done_page = NotDonePage(look, at.desks, at.units)
        self.deliver_button = Button(look, self.tr("登记完成…"), "check", key="Ctrl+D")
        self.not_done_button = Button(look, self.tr("记未完成…"), "fail")
        self.void_button = Button(look, self.tr("作废…"), "void", "danger")
        self.add_form(self.page, at.acts.commission)
        self.add_form(self.delivery_page, at.acts.deliver)
        self.add_form(self.not_done_page, at.acts.not_done)
        self.add_act(self.deliver_button, self._deliver, self._why_not_void)
        self.add_act(self.not_done_button, self._not_done, self._why_not_done)
        self.add_act(self.void_button, self._void, self._why_not_void)
        self.add_export("commissions")
        self.remind_button = Button(look, self.tr("复制催稿文字"), "copy", "quiet", "Ctrl+Shift+C")
        self.remind_button.clicked.connect(lambda _on=False: at.acts.remind_of_commissions())
        self.panel.band.addWidget(self.remind_button)
        self.new_button.clicked.connect(self.start_new)
        self.view.empty.acted.connect(self.start_new)

    def start_new(self) -> None:
        """Be ready for a new commission."""
        self.open_form(self.page, lambda: self.page.start(self.month))

    def _columns(self) -> Sequence[Column[CommissionLine]]:
        return (
            Column("due_on", self.tr("截止"), lambda line: self.short_day(line.event.due_on), width=64),
            Column("unit", self.tr("单位"), self._unit, width=132),
            Column("subject", self.tr("题目"), _subject, elastic=True),
            Column("asked_on", self.tr("下达"), _asked, width=64, tone="text2", folds_below=_NARROW),
            Column("delivered_on", self.tr("交稿"), _delivered, width=64, tone="text2", folds_below=_NARROW),
            Column("draft", self.tr("稿件"), _number, width=84, folds_below=_NARROW, tip=_title),
            Column("state", self.tr("状态"), self._state, width=84, sortable=False, chip=self._chip),
            Column("points", self.tr("得分"), _points, width=56, align="right", sortable=False),
        )

    @staticmethod
    def read(desks: LedgerDesks, month: Month) -> tuple[CommissionLine, ...]:
        return desks.ledgers.commissions(month)

    def _overview(self) -> str:
        states = [self._state(line) for line in self._lines if not line.event.voided]
        return " · ".join(f"{state} {states.count(state)}" for state in dict.fromkeys(states))

    def _shown(self, line: CommissionLine) -> Shown:
        event = line.event
        return Shown(
            f"{self._unit(line)}　{event.subject}",
            (self._state(line), self._chip(line)),
            (
                (self.tr("下达"), event.asked_on.isoformat()),
                (self.tr("截止"), event.due_on.isoformat()),
                (self.tr("交稿"), event.delivered_on.isoformat() if event.delivered_on else ""),
                (self.tr("认定未交"), event.not_done_on.isoformat() if event.not_done_on else ""),
                (self.tr("稿件"), f"{line.draft.number}　《{line.draft.title}》" if line.draft else ""),
                (self.tr("作废原因"), event.voided),
            ),
            self.at.desks.points.explain_event(event),
            self._no_points(event),
            line.draft.number if line.draft else "",
        )

    def _no_points(self, event: Commission) -> str:
        if event.voided:
            return self.tr("已作废，不计分。")
        return self.tr("登记完成或记未完成后才计分。")

    def _unit(self, line: CommissionLine) -> str:
        return self.at.units.name(line.event.unit)

    def _state(self, line: CommissionLine) -> str:
        if line.event.voided:
            return self.tr("已作废")
        return self.tr("到期未交") if self._is_overdue(line.event) else OUTCOME[line.event.outcome]

    def _chip(self, line: CommissionLine) -> str:
        if line.event.voided:
            return "exempt"
        return "warn" if self._is_overdue(line.event) else _LEVEL[line.event.outcome]

    def _is_overdue(self, event: Commission) -> bool:
        return event.outcome is Outcome.PENDING and event.due_on < self.at.desks.near(self.month)

    def _waits(self, line: CommissionLine) -> bool:
        return line.event.outcome is Outcome.PENDING and not line.event.voided

    def _why_not_done(self, line: CommissionLine) -> str:
        if line.event.due_on >= self.at.desks.today():
            return self._why_not_void(line) or self.tr("还没过截止日期")
        return self._why_not_void(line)

    def _open_row(self, line: CommissionLine) -> None:
        if not line.event.voided:
            self._deliver()

    def _deliver(self) -> None:
        line = self.row
        number = line.draft.number if line.draft is not None else None
        self.open_form(self.delivery_page, lambda: self.delivery_page.start(self.month, line.event, number))

    def _not_done(self) -> None:
        line = self.row
        self.open_form(self.not_done_page, lambda: self.not_done_page.start(self.month, line.event))

    def _void(self) -> None:
        self.at.acts.void_commission(self.row.event)


def _subject(line: CommissionLine) -> str:
    return line.event.subject


def _asked(line: CommissionLine) -> str:
    return f"{line.event.asked_on:%m-%d}"


def _delivered(line: CommissionLine) -> str:
    return f"{line.event.delivered_on:%m-%d}" if line.event.delivered_on else ""


def _number(line: CommissionLine) -> str:
    return line.draft.number if line.draft else ""


def _title(line: CommissionLine) -> str:
    return line.draft.title if line.draft else ""


def _points(line: CommissionLine) -> str:
    return plain(line.cents) if line.cents or is_gone(line.draft) else ""
