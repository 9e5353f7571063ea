"""名册: who answers for every unit, everybody by name, and what is done to either."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.roster_acts import Part, RosterAct
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.lists import Scope
from jinshi_desk.services.people import PeopleDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.office.roster_forms import (
    AppointForm,
    HandOverForm,
    JoinForm,
    Known,
    LeaveForm,
    MoveForm,
    PersonForm,
    RosterForm,
    person_choices,
)
from jinshi_desk.ui.office.roster_list import VACANT, RosterList
from jinshi_desk.ui.office.unit_list import choice_of
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit, lay_out
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Split

_SIZE, _SIDE = (1160, 620), 420


class RosterDialog(QDialog):
    """The list at the left; at the right the current person, or the form of an act."""

    def __init__(
        self, frame: Frame, desk: PeopleDesk, exporting: ExportDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._exporting = frame, desk, exporting
        self._stale = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("名册"))
        look = frame.look
        self.roster = RosterList(look, frame.settings, desk.today())
        self.person_form = PersonForm(look, desk.today)
        self.appoint_form = AppointForm(look, desk.today)
        self.hand_over_form = HandOverForm(look, desk.today)
        self.move_form = MoveForm(look, desk.today)
        self.leave_form = LeaveForm(look, desk.today)
        self.join_form = JoinForm(look, desk.today)
        self.side = QStackedWidget()
        self.appoint_button = Button(look, self.tr("指定…"), icon="add", key="Ctrl+N")
        self.hand_over_button = Button(look, self.tr("交接…"), key="Ctrl+H")
        self.move_button = Button(look, self.tr("调动…"), key="Ctrl+M")
        self.join_button = Button(look, self.tr("合并…"), key="Ctrl+J")
        self.part_button = Button(look, self.tr("分开"))
        self.leave_button = Button(look, self.tr("离岗…"), kind="danger")
        self.told = label("", "hint")
        self.undo_button = Button(look, self.tr("撤销上一步"), icon="undo", kind="quiet", key="Ctrl+Z")
        self.export_button = Button(look, self.tr("导出"), icon="export", kind="quiet")
        self.export_button.set_tip(self.tr("把名册存成表格，手机号隐去中间四位"))
        self.close_button = Button(look, self.tr("关闭"))
        self.undo_button.hide()
        self._connect()
        self._arrange()
        self.reload()

    def _forms(self) -> dict[Button, RosterForm]:
        return {
            self.appoint_button: self.appoint_form,
            self.hand_over_button: self.hand_over_form,
            self.move_button: self.move_form,
            self.join_button: self.join_form,
            self.leave_button: self.leave_form,
        }

    def _connect(self) -> None:
        for button, form in self._forms().items():
            button.clicked.connect(self._on_form_wanted)
            form.left.connect(self._on_form_left)
        for form in (self.person_form, *self._forms().values()):
            form.submitted.connect(self._on_submitted)
            form.changed.connect(self._on_form_changed)
        self.appoint_form.hand_over_wanted.connect(self._on_hand_over_wanted)
        self.roster.row_entered.connect(self._on_row_entered)
        self.roster.row_opened.connect(self._on_row_opened)
        self.part_button.clicked.connect(self._on_part_wanted)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.close_button.clicked.connect(self.accept)
        self._frame.notices.refusal_told.connect(self._on_refused)
        self._frame.news.changed.connect(self._on_news)

    def _arrange(self) -> None:
        look = self._frame.look
        for form in (self.person_form, *self._forms().values()):
            self.side.addWidget(form)
        self.side.setMinimumWidth(look.theme.scaled(_SIDE))
        for button in (self.appoint_button, self.hand_over_button, self.move_button, self.join_button):
            self.roster.foot.addWidget(button)
        self.roster.foot.addWidget(self.part_button)
        self.roster.foot.addStretch()
        self.roster.foot.addWidget(self.leave_button)
        foot = FootBand(look)
        foot.row.addWidget(self.close_button)
        foot.row.addWidget(self.told)
        foot.row.addWidget(self.undo_button)
        foot.row.addStretch()
        foot.row.addWidget(self.export_button)
        lay_out(self, Split(self.roster, self.side), foot)
        fit(self, look, _SIZE)

    def show_vacant(self) -> None:
        """Show the units that nobody answers for."""
        self.roster.segments.choose(VACANT)

    def reload(self) -> None:
        """Show the roster anew; the lists stay where they were."""
        self._stale = False
        rows, people = self._desk.units(), self._desk.people()
        names = self._desk.unit_names()
        unit_spellings, person_spellings = self._desk.spellings()
        units = [choice_of(row.unit, unit_spellings) for row in rows]
        persons = person_choices(people, person_spellings, names, self._desk.today())
        self.roster.show_roster(rows, people, names, (units, persons))
        known = Known({row.unit.id: row for row in rows}, people, units, persons)
        for form in self._forms().values():
            form.offer(known)
        self._show_current()

    def _show_current(self) -> None:
        row, person = self.roster.row, self.roster.person
        if row is not None:
            name = self.tr("{}　{}").format(row.unit.name, person.label if person else self.tr("空缺"))
            history = self._desk.history(row.unit)
        else:
            name = person.label if person else self.tr("人员")
            history = self._desk.person_history(person) if person else ()
        self.person_form.show_person(person, name, history)
        nobody = self.tr("先在列表里选一个人") if row is None else self.tr("{}现在空缺").format(row.unit.name)
        why_not = "" if person else nobody
        for button, key in ((self.hand_over_button, "Ctrl+H"), (self.move_button, "Ctrl+M")):
            button.setEnabled(person is not None)
            button.set_tip(why_not, key)
        self.leave_button.setEnabled(person is not None)
        self.leave_button.set_tip(why_not)
        joined = person is not None and bool(person.joined)
        self.part_button.setVisible(joined)
        if self.roster.lists_people:
            self.hand_over_button.setEnabled(False)
            self.hand_over_button.set_tip(self.tr("在“各单位”里选单位再交接"), "Ctrl+H")

    def reject(self) -> None:
        """Leave the form that is open, or the dialog."""
        if self.side.currentWidget() is not self.person_form:
            self._on_form_left()
        else:
            super().reject()

    # --- moving about

    @Slot()
    def _on_row_entered(self) -> None:
        self.side.setCurrentWidget(self.person_form)
        self._show_current()

    @Slot()
    def _on_row_opened(self) -> None:
        if self.roster.person is not None:
            self.person_form.form.go_first()
        else:
            self.appoint_button.click()

    @Slot()
    def _on_form_wanted(self) -> None:
        form = next(form for button, form in self._forms().items() if button is self.sender())
        self.side.setCurrentWidget(form)
        form.start(self.roster.row, self.roster.person)

    @Slot()
    def _on_hand_over_wanted(self) -> None:
        self.side.setCurrentWidget(self.hand_over_form)
        self.hand_over_form.take_over(self.appoint_form)

    @Slot()
    def _on_form_left(self) -> None:
        self.side.setCurrentWidget(self.person_form)
        if self._stale:
            self.reload()
        self.roster.list.setFocus()

    @Slot(frozenset)
    def _on_news(self, topics: frozenset[Topic]) -> None:
        self._stale |= bool(topics & {Topic.PEOPLE, Topic.UNITS})
        if self._stale and self.side.currentWidget() is self.person_form:
            self.reload()

    # --- acts

    @Slot()
    def _on_form_changed(self) -> None:
        form = self.side.currentWidget()
        if isinstance(form, RosterForm):
            form.show_problems(self._desk.check(form.act()), all_of_them=False)

    @Slot(object)
    def _on_submitted(self, act: RosterAct) -> None:
        form = self.side.currentWidget()
        problems = self._desk.check(act)
        if isinstance(form, RosterForm):
            form.show_problems(problems, all_of_them=True)
        if any(problem.severity.value == "bad" for problem in problems):
            return
        done = form.done if isinstance(form, RosterForm) else ""
        self._do(act, done)

    @Slot()
    def _on_part_wanted(self) -> None:
        person = self.roster.person
        if person is not None:
            self._do(Part(person.id), self.tr("已分开"))

    def _do(self, act: RosterAct, done: str) -> None:
        row = self.roster.row
        number = self._desk.do(act)
        name = next(each.label for each in self._desk.people() if number in (each.id, *each.joined))
        self._on_form_left()
        self.reload()
        self.roster.go_to(row.unit.id if row else number)
        self._tell(f"{done}：{name}", undo=True)

    @Slot()
    def _on_undo_clicked(self) -> None:
        self._desk.undo()
        self.reload()
        self._tell(self.tr("已撤销上一步"), undo=False)

    @Slot()
    def _on_export_wanted(self) -> None:
        name = self.tr("市委组织部研究室-名册-{:%Y%m%d}.xlsx").format(self._desk.today())
        path = self._frame.dialogs.save_file(self.tr("导出名册"), name, [self.tr("表格 (*.xlsx)")])
        if path is None:
            return
        kind = "people" if self.roster.lists_people else "roster"
        task = self._frame.tasks.start(lambda progress: self._exporting.export(kind, Scope(), path, progress))
        task.succeeded.connect(partial(self._on_exported, path.name))

    def _on_exported(self, name: str, rows: int) -> None:
        self._tell(self.tr("已导出 {} 行到 {}").format(rows, name), undo=False)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._tell(sentence, undo=False)

    def _tell(self, text: str, *, undo: bool) -> None:
        self.told.setText(text)
        self.undo_button.setVisible(undo)
