"""更正: what closed months got wrong."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.corrections import Correction, NewCorrection
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import signed
from jinshi_desk.ui.ledgers.correction_page import CorrectionPage
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage, Shown, Workplace
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.paged_table import Column


class Corrections(LedgerPage):
    """Lists the corrections booked in the month."""

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(at, "corrections", parent)
        look = at.frame.look
        self.name_page(self.tr("更正"))
        self.name_new(self.tr("登记更正"))
        self.page = CorrectionPage(look, at.desks, at.units)
        self.void_button = Button(look, self.tr("作废…"), "void", "danger")
        self.add_form(self.page, at.acts.correct)
        self.add_act(self.void_button, self._void, self._why_not_void)
        self.panel.band.addStretch()
        self.new_button.clicked.connect(self.start_new)
        self.view.empty.acted.connect(self.start_new)

    def start_new(self) -> None:
        """Be ready for a correction."""
        if self.new_button.isEnabled():
            self.open_form(self.page, lambda: self.page.start(self.month))

    def start_for(self, new: NewCorrection) -> None:
        """Be ready for the correction that an objection led to: all is filled in but the points."""
        self.open_form(self.page, lambda: self.page.start_for(self.month, new))

    def reload(self) -> None:
        closed = bool(self.at.desks.ledgers.closed_months())
        self.new_button.setEnabled(closed)
        why = self.tr("还没有关账的月份，有错直接改登记")
        self.new_button.set_tip("" if closed else why, "Ctrl+N" if closed else "")
        words = self.tr("本月没有更正。") if closed else f"{why}。"
        self.view.empty.set_words(words, self.tr("登记更正") if closed else "")
        super().reload()

    def _columns(self) -> Sequence[Column[Correction]]:
        return (
            Column("registered_on", self.tr("登记"), _day, width=64, tone="text2"),
            Column("unit", self.tr("单位"), self._unit, width=132),
            Column("month", self.tr("更正月份"), _month, width=96),
            Column("reason", self.tr("原因"), _reason, elastic=True),
            Column("state", self.tr("状态"), self._state, width=84, sortable=False, chip=_chip),
            Column("points", self.tr("差额"), _points, width=64, align="right", sortable=False),
        )

    @staticmethod
    def read(desks: LedgerDesks, month: Month) -> tuple[Correction, ...]:
        return desks.ledgers.corrections(month)

    def _shown(self, line: Correction) -> Shown:
        return Shown(
            f"{self._unit(line)}　{line.corrected_month.label}",
            (self._state(line), _chip(line)),
            (
                (self.tr("原因"), line.reason),
                (self.tr("登记日期"), line.registered_on.isoformat()),
                (self.tr("作废原因"), line.voided),
            ),
            self.at.desks.points.explain_event(line),
            self.tr("已作废，不计分。"),
        )

    def _unit(self, line: Correction) -> str:
        return self.at.units.name(line.unit)

    def _state(self, line: Correction) -> str:
        return self.tr("已作废") if line.voided else self.tr("已计分")

    def _void(self) -> None:
        self.at.acts.void_correction(self.row)


def _chip(line: Correction) -> str:
    return "exempt" if line.voided else "ok"


def _day(line: Correction) -> str:
    return f"{line.registered_on:%m-%d}"


def _month(line: Correction) -> str:
    return line.corrected_month.label


def _reason(line: Correction) -> str:
    return line.reason


def _points(line: Correction) -> str:
    return "" if line.voided else signed(line.cents)
