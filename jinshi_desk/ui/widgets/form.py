"""Forms: a label left of each field, what is wrong with it below it, Enter to the next."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import IconLabel
from jinshi_desk.ui.widgets.labels import label, restyle

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHORT = 18  # longest problem line; the rest is in its tooltip
_ICONS = {"warn": "warning", "bad": "fail"}
_AROUND = 12  # px kept in sight above and below what has the keys
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


@dataclass(frozen=True)
class FieldProblem:
    """What is wrong at ``field``: amber ``warn`` may be filed, red ``bad`` may not.

    ``fix`` is what the button ``fix_text`` does, ``other`` what a second one does, where there are two ways.
    """

    field: str
    level: str
    sentence: str
    fix_text: str = ""
    fix: Callable[[], None] | None = None
    other_text: str = ""
    other: Callable[[], None] | None = None


class _ProblemLine(QFrame):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "problem")
        self.setProperty("level", "warn")
        self._icon = IconLabel(look, "warning", "warn")
        self._sentence = label("")
        self._button, self._other_button = QPushButton(), QPushButton()
        self._fix: Callable[[], None] | None = None
        self._other: Callable[[], None] | None = None
        self._button.clicked.connect(self._on_button_clicked)
        self._other_button.clicked.connect(self._on_other_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 4, 3)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._button)
        row.addWidget(self._other_button)
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_problem(self, problem: FieldProblem) -> None:
        self._fix, self._other = problem.fix, problem.other
        self._icon.set_icon(_ICONS[problem.level], problem.level)
        self._sentence.setText(problem.sentence)
        self._sentence.setToolTip(problem.sentence if len(problem.sentence) > _SHORT else "")
        buttons = ((self._button, problem.fix_text), (self._other_button, problem.other_text))
        for button, text in buttons:
            button.setText(text)
            button.setAccessibleName(text)
            button.setVisible(bool(text))
        restyle(self, "level", problem.level)
        for part in (self._sentence, self._button, self._other_button):
            part.style().unpolish(part)
            part.style().polish(part)
        self.show()

    @Slot()
    def _on_button_clicked(self) -> None:
        if self._fix is not None:
            self._fix()

    @Slot()
    def _on_other_clicked(self) -> None:
        if self._other is not None:
            self._other()


class FormField(QWidget):
    """A label, its control and the line for its problem. The label names the control."""

    def __init__(
        self,
        look: Look,
        name: str,
        text: str,
        control: QWidget,
        label_room: float = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._label_room = label_room
        self.name = name
        self.control = control
        self.level = ""
        self._label = label(text, "label")
        self._label.setBuddy(control)
        self._problem = _ProblemLine(look, self)
        if not control.accessibleName():
            control.setAccessibleName(text)
        look.changed.connect(self._on_look_changed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        across = isinstance(control, QPlainTextEdit | QListWidget)
        top = Qt.AlignmentFlag.AlignTop if across else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._label, 0, 0, top)
        grid.addWidget(control, 0, 1)
        grid.addWidget(self._problem, 1, 1)
        grid.setColumnStretch(1, 1)
        self._on_look_changed()

    @property
    def label(self) -> QLabel:
        return self._label

    def show_problem(self, problem: FieldProblem) -> None:
        self.level = problem.level
        restyle(self.control, "problem", problem.level)
        self.control.setAccessibleDescription(problem.sentence)
        self._problem.show_problem(problem)

    def clear_problem(self) -> None:
        if self.level:
            self.level = ""
            restyle(self.control, "problem", "")
            self.control.setAccessibleDescription("")
            self._problem.hide()

    @Slot()
    def _on_look_changed(self) -> None:
        self._label.setFixedWidth(round(self._look.theme.size("label_w") * self._label_room))


class Form(QWidget):
    """Fields in rows of one or two. Enter goes on, Shift+Enter back, past the last is ``end_reached``.

    ``label_room`` says how many times four characters the labels want.
    """

    end_reached = Signal()
    edited = Signal(str)  # the name of the field typed into
    left = Signal(str)  # the name of the field that the focus went away from

    def __init__(self, look: Look, parent: QWidget | None = None, label_room: float = 1) -> None:
        super().__init__(parent)
        self._look = look
        self._label_room = label_room
        self.fields: dict[str, FormField] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(12, 12, 12, 12)
        self._rows.setSpacing(6)

    def add_row(self, *fields: tuple[str, str, QWidget]) -> None:
        """Add a row of (name, label, control)."""
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, text, control in fields:
            row.addWidget(self._field(name, text, control), 1, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(row)

    def add_noted(self, field: tuple[str, str, QWidget], note: str) -> None:
        """Add a row of one (name, label, control) and what it is for beside it."""
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._field(*field), 1, Qt.AlignmentFlag.AlignTop)
        said = label(note, "hint")
        said.setWordWrap(True)
        said.setMinimumHeight(self._look.theme.size("control_h"))
        row.addWidget(said, 1, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(row)

    def _field(self, name: str, text: str, control: QWidget) -> FormField:
        field = self.fields[name] = FormField(self._look, name, text, control, self._label_room)
        self._listen(name, control)
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Add something across both columns that is no field."""
        self._rows.addWidget(widget)

    def show_problems(self, problems: Iterable[FieldProblem], *, go_to_first: bool = False) -> None:
        """Show each problem at its field, the worst where a field has several, and clear all others.

        ``go_to_first`` moves the focus to the first red field, as filing does.
        """
        worst: dict[str, FieldProblem] = {}
        for problem in problems:
            known = worst.get(problem.field)
            if known is None or (known.level == "warn" and problem.level == "bad"):
                worst[problem.field] = problem
        for name, field in self.fields.items():
            if name in worst:
                field.show_problem(worst[name])
            else:
                field.clear_problem()
        if go_to_first:
            bad = next((field for field in self.fields.values() if field.level == "bad"), None)
            if bad is not None:
                bad.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_first(self) -> None:
        """Put the focus into the first field that can be typed into."""
        controls = self._open_controls()
        if controls:
            controls[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() not in _ENTER or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif not self._move(-1 if shift else 1) and not shift:
            self.end_reached.emit()

    def _move(self, step: int) -> bool:
        controls = self._open_controls()
        at = next((place for place, control in enumerate(controls) if _has_focus(control)), None)
        if at is None or not 0 <= at + step < len(controls):
            return False
        controls[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _open_controls(self) -> list[QWidget]:
        return [
            field.control
            for field in self.fields.values()
            if field.control.isEnabled()
            and field.control.isVisibleTo(self)
            and field.control.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not (isinstance(field.control, QLineEdit | QPlainTextEdit) and field.control.isReadOnly())
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            name = next((field.name for field in self.fields.values() if field.control is watched), "")
            if name:
                self.left.emit(name)
        if isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QWidget):
            _bring_into_sight(watched)
        if _is_undo(event) and not _has_typed(watched):
            event.ignore()  # where nothing was typed, Ctrl+Z is the window's: it takes back the last act
            return True
        return super().eventFilter(watched, event)

    def _listen(self, name: str, control: QWidget) -> None:
        control.installEventFilter(self)

        def _on_edited(*_what: object) -> None:
            self.edited.emit(name)

        if isinstance(control, QLineEdit | QPlainTextEdit):
            control.textChanged.connect(_on_edited)
        elif isinstance(control, QComboBox):
            control.currentIndexChanged.connect(_on_edited)
        elif isinstance(control, QCheckBox):
            control.toggled.connect(_on_edited)


def _bring_into_sight(control: QWidget) -> None:
    """Scroll the area around a form to what has the keys: Qt follows Tab, not Enter."""
    around = control.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(control, 0, _AROUND)


def _is_undo(event: QEvent) -> bool:
    """Tell whether a field is asked if Ctrl+Z is its own."""
    asked = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
    return asked and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


def _has_typed(control: QObject) -> bool:
    if isinstance(control, QPlainTextEdit):
        return control.document().isUndoAvailable()
    return isinstance(control, QLineEdit) and control.isUndoAvailable()


def _has_focus(control: QWidget) -> bool:
    focused = control.focusWidget()
    return control.hasFocus() or (focused is not None and focused.hasFocus())
