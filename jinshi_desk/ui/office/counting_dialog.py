"""计数规则: how drafts are counted, what single units owe instead, who is exempt; each from a month on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from jinshi_desk.domain.counting import CountingRules, counting_of
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Severity
from jinshi_desk.domain.unit_acts import UnitAct
from jinshi_desk.services.counting import CountingDesk
from jinshi_desk.services.units import UnitDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.office.counting_forms import ChargeForm, CountingForm
from jinshi_desk.ui.office.unit_list import choice_of
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit, lay_out
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel, Split

_SIZE, _SIDE = (1080, 560), 400


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A line of the list: a unit that owes otherwise than its group, and from when, why."""

    key: str
    unit: str
    owes: str
    when: str
    why: str


class CountingDialog(QDialog):
    """The rules at the left; at the right the units that owe otherwise, or the form to have one do so."""

    def __init__(
        self,
        frame: Frame,
        counting: CountingDesk,
        units: UnitDesk,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._counting, self._units, self._today = frame, counting, units, today
        self._rows: Sequence[Otherwise] = ()
        self._undo: Callable[[], object] = counting.undo
        self.setWindowTitle(self.tr("计数规则"))
        look = frame.look
        self.rules_form = CountingForm(look)
        self.charge_form = ChargeForm(look)
        self.listed = Panel(look, self.tr("另定任务和免考核"))
        self._model = PagedTableModel(self._columns(), key=lambda row: row.key)
        self.list = ListView(look, self._model, "counting_exceptions", frame.settings)
        self.list.setAccessibleName(self.tr("另定任务和免考核的单位"))
        self.charge_button = Button(look, self.tr("定单位任务…"), icon="edit", key="Ctrl+N")
        self.side = QStackedWidget()
        self.told = label("", "hint")
        self.undo_button = Button(look, self.tr("撤销上一步"), icon="undo", kind="quiet", key="Ctrl+Z")
        self.close_button = Button(look, self.tr("关闭"))
        self.undo_button.hide()
        self._connect()
        self._arrange()
        self._reload()

    def _columns(self) -> tuple[Column[Otherwise], ...]:
        return (
            Column("unit", self.tr("单位"), lambda row: row.unit, width=130, sortable=False),
            Column("owes", self.tr("每月"), lambda row: row.owes, width=64, sortable=False),
            Column("when", self.tr("哪些月份"), lambda row: row.when, width=120, sortable=False),
            Column("why", self.tr("原因"), lambda row: row.why, elastic=True, sortable=False),
        )

    def _connect(self) -> None:
        self.rules_form.submitted.connect(self._on_rules_submitted)
        self.rules_form.changed.connect(self._on_rules_changed)
        self.charge_form.submitted.connect(self._on_charge_submitted)
        self.charge_form.changed.connect(self._on_charge_changed)
        self.charge_form.left.connect(self._on_charge_left)
        self.charge_button.clicked.connect(self._on_charge_wanted)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.close_button.clicked.connect(self.accept)
        self._frame.notices.refusal_told.connect(self._on_refused)

    def _arrange(self) -> None:
        look = self._frame.look
        self.listed.band.addStretch()
        self.listed.body.addWidget(self.list)
        self.listed.foot.addWidget(self.charge_button)
        self.listed.foot.addStretch()
        self.side.addWidget(self.listed)
        self.side.addWidget(self.charge_form)
        for part in (self.rules_form, self.side):
            part.setMinimumWidth(look.theme.scaled(_SIDE))
        foot = FootBand(look)
        for widget in (self.close_button, self.told, self.undo_button):
            foot.row.addWidget(widget)
        foot.row.addStretch()
        lay_out(self, Split(self.rules_form, self.side), foot)
        fit(self, look, _SIZE)

    def _reload(self) -> None:
        month = self._first_month()
        rules = self._counting.rules(month)
        self.rules_form.setEnabled(rules is not None)
        if rules is not None:
            self.rules_form.show_rules(counting_of(rules), rules.effective_from, month)
        self._rows = tuple(self._exceptions())
        self.list.empty.set_words(self.tr("各单位都按组别的任务，没有另定的，也没有免考核的。"))
        self._model.show_rows(self._fetch, lambda: len(self._rows))
        spellings = self._units.spellings()
        living = [choice_of(unit, spellings) for unit in self._units.units() if unit.active_to is None]
        self.charge_form.set_choices(living)

    def _exceptions(self) -> Iterator[Otherwise]:
        for unit in self._counting.charged():
            for own in reversed(unit.quotas):
                owes = self.tr("按组别") if own.quota is None else self.tr("{} 条").format(own.quota)
                since = self.tr("自{}起").format(own.since.label)
                yield Otherwise(f"{unit.id}{own.since}", unit.name, owes, since, own.reason)
        for name, each in self._counting.exemptions():
            why = self.tr("{}（{}批准）").format(each.reason, each.approver)
            yield Otherwise(f"{each.unit}-{each.month}", name, self.tr("免"), each.month.label, why)

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[Otherwise]:
        return self._rows[offset : offset + limit]

    def _first_month(self) -> Month:
        """Return the month that a change begins in unless another is typed."""
        return max(self._counting.open_from(), Month.of(self._today()))

    def reject(self) -> None:
        """Leave the form that is open, or the dialog."""
        if self.side.currentWidget() is self.charge_form:
            self._on_charge_left()
        else:
            super().reject()

    @Slot()
    def _on_rules_changed(self) -> None:
        problems = self._counting.check(self.rules_form.act(), self.rules_form.month.month)
        self.rules_form.show_problems(problems, all_of_them=False)

    @Slot(object)
    def _on_rules_submitted(self, counting: CountingRules) -> None:
        month = self.rules_form.month.month
        problems = self._counting.check(counting, month)
        self.rules_form.show_problems(problems, all_of_them=True)
        if any(problem.severity is Severity.BAD for problem in problems):
            return
        rules = self._counting.count_by(counting, month)
        self._reload()
        self._tell(self.tr("已改规则，自{}起").format(rules.effective_from.label), self._counting.undo)

    @Slot()
    def _on_charge_wanted(self) -> None:
        self.side.setCurrentWidget(self.charge_form)
        self.charge_form.start(None, self._first_month())

    @Slot()
    def _on_charge_changed(self) -> None:
        problems = self._units.check(self.charge_form.act())
        self.charge_form.show_problems(problems, all_of_them=False)

    @Slot(object)
    def _on_charge_submitted(self, act: UnitAct) -> None:
        problems = self._units.check(act)
        self.charge_form.show_problems(problems, all_of_them=True)
        if any(problem.severity is Severity.BAD for problem in problems):
            return
        self._units.do(act)
        name = self.charge_form.unit.text().strip()
        self._reload()
        self._on_charge_left()
        self._tell(self.tr("已定任务：{}").format(name), self._units.undo)

    @Slot()
    def _on_charge_left(self) -> None:
        self.side.setCurrentWidget(self.listed)
        self.list.setFocus()

    @Slot()
    def _on_undo_clicked(self) -> None:
        self._undo()
        self._reload()
        self._tell(self.tr("已撤销上一步"))

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._tell(sentence)

    def _tell(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self.told.setText(text)
        self.undo_button.setVisible(undo is not None)
        self._undo = undo or self._undo
