"""任务到人: who is to write how much, and how far it has come."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.services.assignment import AssignmentLine
from jinshi_desk.ui.ledgers.assignment_page import AssignmentPage
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage, Shown, Workplace
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.lines import Line
from jinshi_desk.ui.widgets.paged_table import Column
from jinshi_desk.wording import CATEGORY, COUNTING

_NARROW = 1080


class Assignments(LedgerPage):
    """Lists the tasks of every period that holds the month, each with the drafts that fill it."""

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(at, "assignments", parent)
        look = at.frame.look
        self.name_page(self.tr("任务到人"))
        self.name_new(self.tr("下达任务"))
        self.name_lines(self.tr("算在内的稿件"))
        self.view.empty.set_words(self.tr("这个月没有任务。"), self.tr("下达任务"))
        self.page = AssignmentPage(look, at.desks)
        self.void_button = Button(look, self.tr("作废…"), "void", "danger")
        self.add_form(self.page, at.acts.assign)
        self.add_act(self.void_button, self._void, self._why_not)
        self.add_export("tasks")
        self.new_button.clicked.connect(self.start_new)
        self.view.empty.acted.connect(self.start_new)

    def start_new(self) -> None:
        """Be ready for a task."""
        self.open_form(self.page, lambda: self.page.start(self.month))

    def _columns(self) -> Sequence[Column[AssignmentLine]]:
        return (
            Column("person", self.tr("姓名"), _person, width=96),
            Column("unit", self.tr("单位"), self._unit, elastic=True, tone="text2"),
            Column("period", self.tr("任务期"), _period, width=124),
            Column("what", self.tr("计数"), _what, width=124, tone="text2", folds_below=_NARROW),
            Column("target", self.tr("任务"), _target, width=56, align="right"),
            Column("done", self.tr("完成"), _done, width=56, align="right"),
            Column("state", self.tr("状态"), self._state, width=84, sortable=False, chip=self._chip),
        )

    @staticmethod
    def read(desks: LedgerDesks, month: Month) -> tuple[AssignmentLine, ...]:
        return desks.ledgers.assignments(month)

    def _overview(self) -> str:
        owed = [line.missing for line in self._lines if not line.event.voided and line.missing]
        return self.tr("{} 人欠 {} 篇").format(len(owed), sum(owed)) if owed else ""

    def _shown(self, line: AssignmentLine) -> Shown:
        task = line.event
        return Shown(
            f"{line.person.label}　{task.period.label}",
            (self._state(line), self._chip(line)),
            (
                (self.tr("单位"), self._unit(line)),
                (self.tr("计数"), _what(line)),
                (self.tr("任务"), self.tr("{} 篇").format(task.target)),
                (self.tr("完成"), self.tr("{} 篇").format(line.done)),
                (self.tr("下达"), task.assigned_on.isoformat()),
                (self.tr("作废原因"), task.voided),
            ),
            lines=[Line(each.title, f"{each.on:%m-%d}", (each.number,)) for each in line.pieces],
            none="" if task.voided else self.tr("还没有算在内的稿件。"),
        )

    def _unit(self, line: AssignmentLine) -> str:
        return self.at.units.name(line.unit)

    def _state(self, line: AssignmentLine) -> str:
        if line.event.voided:
            return self.tr("已作废")
        return self.tr("欠 {} 篇").format(line.missing) if line.missing else self.tr("已完成")

    def _chip(self, line: AssignmentLine) -> str:
        if line.event.voided:
            return "exempt"
        if not line.missing:
            return "ok"
        return "warn" if line.event.period.last_day < self.at.desks.today() else "neutral"

    def _why_not(self, line: AssignmentLine) -> str:
        return self.tr("已经作废") if line.event.voided else ""

    def _void(self) -> None:
        self.at.acts.void_assignment(self.row.event)


def _person(line: AssignmentLine) -> str:
    return line.person.label


def _period(line: AssignmentLine) -> str:
    return line.event.period.label


def _what(line: AssignmentLine) -> str:
    counted = COUNTING[line.event.counting]
    return f"{counted}　{CATEGORY[line.event.category]}" if line.event.category else counted


def _target(line: AssignmentLine) -> str:
    return str(line.event.target)


def _done(line: AssignmentLine) -> str:
    return str(line.done)
