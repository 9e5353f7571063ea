"""扣分: proposed by the research office, then confirmed or not."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.deductions import Decision
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain
from jinshi_desk.services.ledgers import DeductionLine
from jinshi_desk.ui.ledgers.deduction_pages import ConfirmPage, DeductionPage, MissingFormsPage
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage, Shown, Workplace
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.paged_table import Column
from jinshi_desk.wording import DECISION

_NARROW = 1080
_LEVEL = {
    Decision.PROPOSED: "warn",
    Decision.CONFIRMED: "ok",
    Decision.REJECTED: "neutral",
    Decision.VOIDED: "exempt",
}


class Deductions(LedgerPage):
    """Lists what was proposed or decided in the month; while it is open, all that is undecided."""

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(at, "deductions", parent)
        look, settings = at.frame.look, at.frame.settings
        self.name_page(self.tr("扣分"))
        self.name_new(self.tr("提出扣分"))
        self.view.empty.set_words(self.tr("本月还没有扣分。"), self.tr("提出扣分"))
        self.page = DeductionPage(look, at.desks, at.units, settings)
        self.confirm_page = ConfirmPage(look, at.desks, at.units, settings)
        self.forms_page = MissingFormsPage(look, settings)
        self.forms_button = Button(look, self.tr("按缺审批表提出…"), "approval")
        self.confirm_button = Button(look, self.tr("确认…"), "check", key="Ctrl+D")
        self.reject_button = Button(look, self.tr("不予扣分…"), "return")
        self.void_button = Button(look, self.tr("作废…"), "void", "danger")
        self.panel.band.addWidget(self.forms_button)
        self.panel.band.addStretch()
        self.add_form(self.page, self._propose)
        self.add_form(self.confirm_page, self._confirm)
        self.add_form(self.forms_page, self._propose_forms)
        self.add_act(self.confirm_button, self._start_confirming, self._why_not_decide)
        self.add_act(self.reject_button, self._reject, self._why_not_decide)
        self.add_act(self.void_button, self._void, self._why_not_void)
        self.new_button.clicked.connect(self.start_new)
        self.view.empty.acted.connect(self.start_new)
        self.forms_button.clicked.connect(self._start_forms)

    def start_new(self) -> None:
        """Be ready for a proposal."""
        self.open_form(self.page, lambda: self.page.start(self.month))

    def reload(self) -> None:
        super().reload()
        _missing, open_ones = self.at.desks.ledgers.missing_forms(self.month)
        self.forms_button.setEnabled(bool(open_ones))
        self.forms_button.set_tip("" if open_ones else self.tr("本月没有还没提出的缺审批表稿件"))

    def _columns(self) -> Sequence[Column[DeductionLine]]:
        return (
            Column("proposed_on", self.tr("提出"), _proposed, width=64, tone="text2"),
            Column("unit", self.tr("单位"), self._unit, width=132),
            Column("type", self.tr("扣分项目"), _type, width=150, tip=_type),
            Column("reason", self.tr("原因"), _reason, elastic=True),
            Column("by", self.tr("提出人"), _by, width=72, tone="text2", folds_below=_NARROW),
            Column("state", self.tr("状态"), _state, width=84, sortable=False, chip=_chip),
            Column("points", self.tr("扣分"), _points, width=56, align="right", sortable=False),
        )

    @staticmethod
    def read(desks: LedgerDesks, month: Month) -> tuple[DeductionLine, ...]:
        return desks.ledgers.deductions(month)

    def _shown(self, line: DeductionLine) -> Shown:
        event = line.event
        confirmed = f"{event.confirmed_by}　{event.confirmed_on.isoformat()}" if event.confirmed_on else ""
        return Shown(
            f"{self._unit(line)}　{event.reason}",
            (_state(line), _chip(line)),
            (
                (self.tr("扣分项目"), _type(line)),
                (self.tr("提出"), f"{event.proposed_by}　{event.proposed_on.isoformat()}"),
                (self.tr("确认"), confirmed),
                (self.tr("不予扣分"), event.rejected),
                (self.tr("稿件"), f"{line.draft.number}　《{line.draft.title}》" if line.draft else ""),
                (self.tr("凭据"), event.evidence),
                (self.tr("作废原因"), event.voided),
            ),
            self.at.desks.points.explain_event(event),
            self._no_points(line),
            line.draft.number if line.draft else "",
        )

    def _no_points(self, line: DeductionLine) -> str:
        if line.event.decision is Decision.PROPOSED:
            return self.tr("确认后扣 {} 分，现在还没有扣。").format(plain(-(line.cents or 0)))
        return self.tr("没有扣分。")

    def _unit(self, line: DeductionLine) -> str:
        return self.at.units.name(line.event.unit)

    def _why_not_decide(self, line: DeductionLine) -> str:
        return "" if line.event.decision is Decision.PROPOSED else self.tr("已有结果")

    def _waits(self, line: DeductionLine) -> bool:
        return line.event.decision is Decision.PROPOSED

    def _open_row(self, line: DeductionLine) -> None:
        if line.event.decision is Decision.PROPOSED:
            self._start_confirming()

    def _start_confirming(self) -> None:
        line = self.row
        self.open_form(self.confirm_page, lambda: self.confirm_page.start(self.month, line))

    def _start_forms(self) -> None:
        missing, open_ones = self.at.desks.ledgers.missing_forms(self.month)
        self.open_form(self.forms_page, lambda: self.forms_page.start(self.month, missing, open_ones))

    def _propose(self, new: object) -> int:
        row = self.at.acts.propose(self.page.entry())
        self.page.remember()
        return row

    def _confirm(self, confirmed: object) -> None:
        self.at.acts.confirm(self.confirm_page.entry())
        self.confirm_page.remember()

    def _propose_forms(self, by: str) -> None:
        self.at.acts.propose_missing_forms(self.month, by)
        self.forms_page.remember()

    def _reject(self) -> None:
        self.at.acts.reject(self.row.event)

    def _void(self) -> None:
        self.at.acts.void_deduction(self.row.event)


def _proposed(line: DeductionLine) -> str:
    return f"{line.event.proposed_on:%m-%d}"


def _type(line: DeductionLine) -> str:
    return line.rule.name if line.rule else line.event.type


def _reason(line: DeductionLine) -> str:
    return line.event.reason


def _by(line: DeductionLine) -> str:
    return line.event.proposed_by


def _state(line: DeductionLine) -> str:
    return DECISION[line.event.decision]


def _chip(line: DeductionLine) -> str:
    return _LEVEL[line.event.decision]


def _points(line: DeductionLine) -> str:
    return "" if line.cents is None else plain(line.cents)
