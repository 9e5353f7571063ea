"""批示: what leaders wrote on drafts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain
from jinshi_desk.services.ledgers import InstructionLine
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.instruction_page import InstructionPage
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage, Shown, Workplace
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.paged_table import Column
from jinshi_desk.wording import LEVEL

_NARROW = 1080


class Instructions(LedgerPage):
    """Lists the instructions booked in the month."""

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(at, "instructions", parent)
        look = at.frame.look
        self.name_page(self.tr("批示"))
        self.name_new(self.tr("登记批示"))
        self.view.empty.set_words(self.tr("本月还没有批示。"), self.tr("登记批示"))
        self.page = InstructionPage(look, at.desks, at.units)
        self.void_button = Button(look, self.tr("作废…"), "void", "danger")
        self.add_form(self.page, at.acts.instruct)
        self.add_act(self.void_button, self._void, self._why_not_void)
        self.panel.band.addStretch()
        self.new_button.clicked.connect(self.start_new)
        self.view.empty.acted.connect(self.start_new)

    def start_new(self) -> None:
        """Be ready for an instruction on a draft that is yet to be named."""
        self.open_form(self.page, lambda: self.page.start(self.month))

    def _columns(self) -> Sequence[Column[InstructionLine]]:
        return (
            Column("given_on", self.tr("批示"), _day, width=64, tone="text2"),
            Column("unit", self.tr("单位"), self._unit, width=132),
            Column("title", self.tr("稿件"), _title, elastic=True),
            Column("level", self.tr("级别"), _level, width=64, tone="text2"),
            Column("leader", self.tr("批示领导"), _leader, width=116, folds_below=_NARROW),
            Column("state", self.tr("状态"), self._state, width=84, sortable=False, chip=_chip),
            Column("points", self.tr("得分"), _points, width=56, align="right", sortable=False),
        )

    @staticmethod
    def read(desks: LedgerDesks, month: Month) -> tuple[InstructionLine, ...]:
        return desks.ledgers.instructions(month)

    def _shown(self, line: InstructionLine) -> Shown:
        event = line.event
        return Shown(
            f"{self._unit(line)}　《{line.draft.title}》",
            (self._state(line), _chip(line)),
            (
                (self.tr("批示"), f"{LEVEL[event.level]}　{event.leader}　{event.given_on.isoformat()}"),
                (self.tr("登记日期"), event.registered_on.isoformat()),
                (self.tr("凭据"), event.evidence),
                (self.tr("作废原因"), event.voided),
            ),
            self.at.desks.points.explain_event(event),
            self.tr("已作废，不计分。") if event.voided else self.tr("同稿已有同级或更高批示，不重复计。"),
            line.draft.number,
        )

    def _unit(self, line: InstructionLine) -> str:
        return self.at.units.name(line.draft.lead)

    def _state(self, line: InstructionLine) -> str:
        if line.event.voided:
            return self.tr("已作废")
        if line.draft.status is Status.VOID:
            return self.tr("已冲回")
        return self.tr("已计分") if line.cents else self.tr("不重复计")

    def _void(self) -> None:
        self.at.acts.void_instruction(self.row.event)


def _chip(line: InstructionLine) -> str:
    if line.event.voided or line.draft.status is Status.VOID:
        return "exempt"
    return "ok" if line.cents else "neutral"


def _day(line: InstructionLine) -> str:
    return f"{line.event.given_on:%m-%d}"


def _title(line: InstructionLine) -> str:
    return line.draft.title


def _level(line: InstructionLine) -> str:
    return LEVEL[line.event.level]


def _leader(line: InstructionLine) -> str:
    return line.event.leader


def _points(line: InstructionLine) -> str:
    return plain(line.cents) if line.cents else ""
