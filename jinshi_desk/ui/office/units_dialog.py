"""单位管理: the list of units, and what is done to it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.unit_acts import UnitAct
from jinshi_desk.services.unit_history import unit_history
from jinshi_desk.services.units import UnitDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.office.unit_forms import (
    AbolishForm,
    CreateForm,
    EditForm,
    MergeForm,
    RenameForm,
    SplitForm,
    UnitForm,
)
from jinshi_desk.ui.office.unit_list import UnitList, UnitRow, choice_of
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit, lay_out
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Split

_SIZE, _SIDE = (1120, 600), 400


class UnitsDialog(QDialog):
    """The list at the left; at the right the current unit, or the form of an act."""

    roster_wanted = Signal()

    def __init__(
        self, frame: Frame, desk: UnitDesk, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._today = frame, desk, today
        self.setWindowTitle(self.tr("单位管理"))
        look = frame.look
        self.units = UnitList(look, frame.settings)
        self.edit_form = EditForm(look)
        self.create_form = CreateForm(look)
        self.rename_form = RenameForm(look)
        self.merge_form = MergeForm(look)
        self.split_form = SplitForm(look)
        self.abolish_form = AbolishForm(look)
        self.side = QStackedWidget()
        self.create_button = Button(look, self.tr("新增单位…"), icon="add", key="Ctrl+N")
        self.rename_button = Button(look, self.tr("改名…"), icon="edit", key="F2")
        self.merge_button = Button(look, self.tr("合并…"), key="Ctrl+M")
        self.split_button = Button(look, self.tr("拆分…"), key="Ctrl+D")
        self.abolish_button = Button(look, self.tr("撤销单位…"), kind="danger")
        self.told = label("", "hint")
        self.undo_button = Button(look, self.tr("撤销上一步"), icon="undo", kind="quiet", key="Ctrl+Z")
        self.roster_button = Button(look, self.tr("名册"), icon="people", kind="quiet")
        self.roster_button.set_tip(self.tr("各单位的信息员、联络员和办公电话"))
        self.close_button = Button(look, self.tr("关闭"))
        self.undo_button.hide()
        self._connect()
        self._arrange()
        self._reload()

    def _forms(self) -> dict[Button, UnitForm]:
        return {
            self.create_button: self.create_form,
            self.rename_button: self.rename_form,
            self.merge_button: self.merge_form,
            self.split_button: self.split_form,
            self.abolish_button: self.abolish_form,
        }

    def _connect(self) -> None:
        for button, form in self._forms().items():
            button.clicked.connect(self._on_form_wanted)
            form.left.connect(self._on_form_left)
        for form in (self.edit_form, *self._forms().values()):
            form.submitted.connect(self._on_submitted)
            form.changed.connect(self._on_form_changed)
        self.units.row_entered.connect(self._on_row_entered)
        self.units.row_opened.connect(self.edit_form.form.go_first)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.roster_button.clicked.connect(self.roster_wanted)
        self.close_button.clicked.connect(self.accept)
        self._frame.notices.refusal_told.connect(self._on_refused)

    def _arrange(self) -> None:
        look = self._frame.look
        for form in (self.edit_form, *self._forms().values()):
            self.side.addWidget(form)
        self.side.setMinimumWidth(look.theme.scaled(_SIDE))
        for button in (self.create_button, self.rename_button, self.merge_button, self.split_button):
            self.units.foot.addWidget(button)
        self.units.foot.addStretch()
        self.units.foot.addWidget(self.abolish_button)
        split = Split(self.units, self.side)
        foot = FootBand(look)
        foot.row.addWidget(self.close_button)
        foot.row.addWidget(self.told)
        foot.row.addWidget(self.undo_button)
        foot.row.addStretch()
        foot.row.addWidget(self.roster_button)
        lay_out(self, split, foot)
        fit(self, look, _SIZE)

    def _reload(self, go_to: str = "") -> None:
        units, changes = self._desk.units(), self._desk.changes()
        names = {unit.id: unit.name for unit in units}
        spellings = self._desk.spellings()
        rows = [UnitRow(unit, unit_history(unit, changes, names)) for unit in units]
        self.units.show_units(rows, spellings)
        living = [choice_of(unit, spellings) for unit in units if unit.active_to is None]
        self.merge_form.set_choices(living)
        if go_to:
            self.units.go_to(go_to)
        self._show_current()

    def _show_current(self) -> None:
        row = self.units.current
        unit = row.unit if row else None
        history = "\n".join(row.history) if row else ""
        self.edit_form.show_unit(unit, history, self._first_month())
        gone = row is None or row.ended
        keys = {"F2": self.rename_button, "Ctrl+M": self.merge_button, "Ctrl+D": self.split_button}
        for key, button in (keys | {"": self.abolish_button}).items():
            button.setEnabled(not gone)
            button.set_tip(self.tr("这个单位已停用") if gone else "", key)

    def _first_month(self) -> Month:
        """Return the month that an act begins in unless another is typed."""
        return max(self._desk.open_from(), Month.of(self._today()))

    def reject(self) -> None:
        """Leave the form that is open, or the dialog."""
        if self.side.currentWidget() is not self.edit_form:
            self._on_form_left()
        else:
            super().reject()

    @Slot(object)
    def _on_row_entered(self, _row: UnitRow | None) -> None:
        self.side.setCurrentWidget(self.edit_form)
        self._show_current()

    @Slot()
    def _on_form_wanted(self) -> None:
        form = next(form for button, form in self._forms().items() if button is self.sender())
        row = self.units.current
        self.side.setCurrentWidget(form)
        form.start(row.unit if row else None, self._first_month())

    @Slot()
    def _on_form_left(self) -> None:
        self.side.setCurrentWidget(self.edit_form)
        self.units.list.setFocus()

    @Slot()
    def _on_form_changed(self) -> None:
        form = self.side.currentWidget()
        if isinstance(form, UnitForm):
            form.show_problems(self._desk.check(form.act()), all_of_them=False)

    @Slot(object)
    def _on_submitted(self, act: UnitAct) -> None:
        form = self.side.currentWidget()
        problems = self._desk.check(act)
        if isinstance(form, UnitForm):
            form.show_problems(problems, all_of_them=True)
        if any(problem.severity.value == "bad" for problem in problems):
            return
        touched = self._desk.do(act)
        names = {unit.id: unit.name for unit in self._desk.units()}
        done = form.done if isinstance(form, UnitForm) else ""
        self._reload(touched[0])
        self._on_form_left()
        self._tell("：".join((done, "、".join(names[unit] for unit in touched))), undo=True)

    @Slot()
    def _on_undo_clicked(self) -> None:
        self._desk.undo()
        self._reload()
        self._tell(self.tr("已撤销上一步"), undo=False)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._tell(sentence, undo=False)

    def _tell(self, text: str, *, undo: bool) -> None:
        self.told.setText(text)
        self.undo_button.setVisible(undo)
