"""评优名单: the lists, and beside them what stands behind a name."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from jinshi_desk.domain.award_decisions import NewDecision, Roll
from jinshi_desk.ui.annual.award_list import AwardListPanel
from jinshi_desk.ui.annual.decide_panel import DecidePanel
from jinshi_desk.ui.annual.desks import YearView
from jinshi_desk.ui.annual.name_panel import NamePanel
from jinshi_desk.ui.annual.opening import opens_of_name
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.panel import Split, beside

_SIDE, _MOST_SIDE = 320, 0.3


class AwardsPage(QWidget):
    """Tells what is wanted of the names; it does nothing itself."""

    confirm_wanted = Signal(object, list)  # the award, whom; nobody named is all that wait
    decided = Signal(object)  # a NewDecision
    withdraw_wanted = Signal(object, str)  # the award, who
    explain_wanted = Signal(object)  # Opens: what somebody contends with
    export_wanted = Signal()
    turned = Signal()  # the side shows something else, so other keys are in force

    def __init__(self, frame: Frame, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame, self._today = frame, today
        self._view = YearView(0)
        self.list = AwardListPanel(frame.look, frame.settings)
        self.name = NamePanel(frame.look)
        self.form = DecidePanel(frame.look)
        self.side = QStackedWidget()
        self.side.addWidget(self.name)
        self.side.addWidget(self.form)
        self.list.award_chosen.connect(self._on_award_chosen)
        self.list.list.row_entered.connect(self._show_name)
        self.list.list.row_opened.connect(self._on_decide_wanted)
        self.list.confirm_wanted.connect(self._on_confirm_wanted)
        self.list.decide_wanted.connect(self._on_decide_wanted)
        self.list.withdraw_wanted.connect(self._on_withdraw_wanted)
        self.list.export_wanted.connect(self.export_wanted)
        self.list.explain_wanted.connect(self._on_explain_wanted)
        self.form.submitted.connect(self._on_submitted)
        self.form.left.connect(self._on_form_left)
        self.side.currentChanged.connect(self.turned)
        split = Split(self.list, self.side)
        split.remember(frame.settings, "awards", partial(beside, frame.look, side=_SIDE, most=_MOST_SIDE))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    @property
    def is_asking(self) -> bool:
        """Whether the form is open."""
        return self.side.currentWidget() is self.form

    def show_view(self, view: YearView) -> None:
        """Show the lists of a year."""
        if view.year != self._view.year:
            self.side.setCurrentWidget(self.name)
        self._view = view
        self.list.show_view(view)
        self._show_name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self._on_form_left()
        else:
            super().keyPressEvent(event)

    @property
    def _roll(self) -> Roll | None:
        return self._view.roll(self.list.award) if self.list.award else None

    @Slot()
    def _show_name(self, *_: object) -> None:
        self.name.show_name(self._view, self._roll, self.list.line)

    @Slot()
    def _on_award_chosen(self) -> None:
        self.side.setCurrentWidget(self.name)
        self._show_name()

    @Slot(list)
    def _on_confirm_wanted(self, who: list[str]) -> None:
        if self._roll is not None:
            self.confirm_wanted.emit(self._roll.award, who)

    @Slot()
    def _on_decide_wanted(self, *_: object) -> None:
        roll, line = self._roll, self.list.line
        if roll is None or line is None or not self.list.decide_button.isEnabled():
            return
        self.side.setCurrentWidget(self.form)
        self.form.ask_for(roll, line, self._today())

    @Slot()
    def _on_withdraw_wanted(self) -> None:
        if self._roll is not None and self.list.line is not None:
            self.withdraw_wanted.emit(self._roll.award, self.list.line.who)

    @Slot()
    def _on_explain_wanted(self) -> None:
        roll, line, figures = self._roll, self.list.line, self._view.figures
        if roll is not None and line is not None and figures is not None:
            self.explain_wanted.emit(opens_of_name(figures, roll.award, line.who))

    @Slot(object)
    def _on_submitted(self, new: NewDecision) -> None:
        self._leave_form()
        self.decided.emit(new)

    @Slot()
    def _on_form_left(self) -> None:
        if self.form.is_dirty and not self._frame.dialogs.confirm(
            self.tr("另定的等次还没有记下，不改了？"), self.tr("填好的原因不会留下。"), self.tr("不改了")
        ):
            return
        self._leave_form()

    def _leave_form(self) -> None:
        self.side.setCurrentWidget(self.name)
        self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)
