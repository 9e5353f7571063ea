"""异议: what units objected to, how it was ruled, and what came of it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import Objection, Remedy, Stand
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage, Shown, Workplace
from jinshi_desk.ui.ledgers.objection_pages import ObjectionPage, Ruled, RulingPage
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.lines import Line
from jinshi_desk.ui.widgets.paged_table import Column
from jinshi_desk.wording import CHANNEL, FINDING, OBJECTION_STAND, REMEDY

_NARROW = 1080
_LEVEL = {Stand.OPEN: "warn", Stand.TO_CORRECT: "warn", Stand.SETTLED: "ok"}


class Objections(LedgerPage):
    """Lists what concerns the month: objected to it, said or ruled during it, or waiting from before."""

    correction_wanted = Signal(int)  # an objection's id: its correction is to be registered
    record_wanted = Signal(int)  # an objection's id: what it is about is to be put right

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(at, "objections", parent)
        look = at.frame.look
        self.name_page(self.tr("异议"))
        self.name_new(self.tr("登记异议"))
        self.name_lines(self.tr("历次裁定"))
        self.view.empty.set_words(self.tr("本月没有异议。"), self.tr("登记异议"))
        self.page = ObjectionPage(look, at.desks, at.units)
        self.ruling_page = RulingPage(look, at.desks, at.units)
        self.rule_button = Button(look, self.tr("裁定…"), "check", key="Ctrl+D")
        self.correct_button = Button(look, self.tr("登更正…"), "edit")
        self.void_button = Button(look, self.tr("作废…"), "void", "danger")
        self.add_form(self.page, at.acts.object_)
        self.add_form(self.ruling_page, at.acts.rule_objection)
        self.add_act(self.rule_button, self._rule, self._why_not)
        self.add_act(self.correct_button, self._correct, self._why_not_correct)
        self.add_act(self.void_button, self._void, self._why_not)
        self.add_export("objections")
        self.new_button.clicked.connect(self.start_new)
        self.view.empty.acted.connect(self.start_new)
        self.ruling_page.submitted.connect(self._on_ruled)

    def start_new(self) -> None:
        """Be ready for an objection to the month."""
        self.open_form(self.page, lambda: self.page.start(self.month))

    def _columns(self) -> Sequence[Column[Objection]]:
        return (
            Column("received_on", self.tr("收到"), lambda each: self.short_day(each.received_on), width=64),
            Column("unit", self.tr("单位"), self._unit, width=116),
            Column("month", self.tr("月份"), self._of_month, width=64),
            Column("text", self.tr("异议内容"), _text, elastic=True),
            Column("finding", self.tr("裁定"), _finding, width=76, tone="text2", folds_below=_NARROW),
            Column("state", self.tr("状态"), self._state, width=84, sortable=False, chip=_chip),
        )

    @staticmethod
    def read(desks: LedgerDesks, month: Month) -> tuple[Objection, ...]:
        return desks.ledgers.objections(month)

    def _overview(self) -> str:
        stands = [each.stand for each in self._lines if not each.voided]
        return " · ".join(f"{OBJECTION_STAND[each]} {stands.count(each)}" for each in Stand if each in stands)

    def _shown(self, line: Objection) -> Shown:
        about = self.at.desks.objections.subject_of(line)
        held = line.ruling
        who = self.tr("{}（{}）").format(line.raised_by, CHANNEL[line.channel])
        return Shown(
            f"{self._unit(line)}　{line.text}",
            (self._state(line), _chip(line)),
            (
                (self.tr("月份"), line.month.label),
                (self.tr("关于"), about.words if about else ""),
                (self.tr("提出"), f"{line.received_on.isoformat()}　{who}"),
                (self.tr("裁定"), FINDING[held.finding] if held else ""),
                (self.tr("处理"), self._remedied(line)),
                (self.tr("作废原因"), line.voided),
            ),
            draft=about.number if about else "",
            lines=tuple(self._ruled(line)),
        )

    def _remedied(self, line: Objection) -> str:
        held = line.ruling
        if held is None or held.remedy is None:
            return ""
        done = self.tr("（已登记）") if line.corrected else self.tr("（还没有登记）")
        return REMEDY[held.remedy] + (done if held.remedy is Remedy.CORRECTION else "")

    def _ruled(self, line: Objection) -> Iterator[Line]:
        """Yield the rulings, the one that holds first."""
        for each in reversed(line.rulings):
            said = self.tr("{}　{}").format(FINDING[each.finding], each.ruled_by)
            if each.voided:
                said = self.tr("{}（已撤销）").format(said)
            elif each is not line.ruling:
                said = self.tr("{}（后来改裁）").format(said)
            yield Line(said, self.short_day(each.ruled_on), (each.reason,))

    def _unit(self, line: Objection) -> str:
        return self.at.units.name(line.unit)

    def _of_month(self, line: Objection) -> str:
        same = line.month.year == self.month.year
        return self.tr("{}月").format(line.month.month) if same else str(line.month)

    def _state(self, line: Objection) -> str:
        return self.tr("已作废") if line.voided else OBJECTION_STAND[line.stand]

    def _waits(self, line: Objection) -> bool:
        return line.stand is not Stand.SETTLED and not line.voided

    def _why_not(self, line: Objection) -> str:
        return self.tr("已经作废") if line.voided else ""

    def _why_not_correct(self, line: Objection) -> str:
        if line.voided or line.stand is not Stand.TO_CORRECT:
            return self.tr("裁定登更正的才登")
        return ""

    def _open_row(self, line: Objection) -> None:
        if not line.voided:
            self._rule()

    def _rule(self) -> None:
        line = self.row
        self.open_form(self.ruling_page, lambda: self.ruling_page.start(line))

    def _correct(self) -> None:
        self.correction_wanted.emit(self.row.id)

    def _void(self) -> None:
        self.at.acts.void_objection(self.row)

    @Slot(object)
    def _on_ruled(self, entry: Ruled) -> None:
        """Lead on to what the ruling asks for, once it is filed and the list stands again."""
        if entry.ruling.remedy is Remedy.CORRECTION:
            self.correction_wanted.emit(entry.objection)
        elif entry.ruling.remedy is Remedy.CHANGE:
            self.record_wanted.emit(entry.objection)


def _chip(line: Objection) -> str:
    return "exempt" if line.voided else _LEVEL[line.stand]


def _text(line: Objection) -> str:
    return line.text


def _finding(line: Objection) -> str:
    return FINDING[line.ruling.finding] if line.ruling else ""
