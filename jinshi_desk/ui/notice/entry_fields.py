"""What no ledger knows and a notice wants: a line for each number and text, kept as it is left."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from jinshi_desk.domain.period_notices import Field
from jinshi_desk.ui.notice.lines_entry import LinesEntry
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import label

_NUMBER = 64


class EntryFields(QWidget):
    """Enter keeps a field and moves on, leaving it keeps it too; what is wrong with it stands below it."""

    entered = Signal(str, str)  # the field's key, and what was typed
    moved_on = Signal(object)  # the control that has the keys now

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.fields: dict[str, EntryField] = {}
        self.note = label("", "label")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("台账以外的内容"), "h2"))
        column.addWidget(self.note)
        column.addLayout(self._grid)
        self.note.setWordWrap(True)

    def show_entries(self, fields: Sequence[Field], typed: Mapping[str, str], why_locked: str) -> None:
        """Show a line for each of ``fields``; ``why_locked`` says why none can be changed."""
        if [field.key for field in fields] != list(self.fields):
            self._build(fields)
        for key, field in self.fields.items():
            field.show_typed(typed.get(key, ""))
            field.control.setReadOnly(bool(why_locked))
            field.control.setToolTip(why_locked)
        self.note.setText(self.tr("已印发，不能再改。") if why_locked else self.tr("不填的不印。"))
        self.setVisible(bool(fields))

    def show_problem(self, key: str, phrase: str) -> None:
        """Say what is wrong with a field; an empty phrase says that nothing is."""
        self.fields[key].show_problem(phrase)

    def finish_editing(self) -> None:
        """Keep what is being typed."""
        for field in self.fields.values():
            field.keep()

    def _build(self, fields: Sequence[Field]) -> None:
        for old in self.fields.values():
            old.put_away(self._grid)
        self.fields = {}
        for field in fields:
            made = EntryField(self._look, field, self)
            made.add_to(self._grid, self._grid.rowCount())
            made.left.connect(self.entered)
            made.passed.connect(self._on_passed)
            self.fields[field.key] = made

    @Slot(str)
    def _on_passed(self, key: str) -> None:
        """Go on to the field after ``key``; past the last one stay."""
        keys = list(self.fields)
        following = keys[keys.index(key) + 1 :]
        if following and self.fields[key].problem.isHidden():
            control = self.fields[following[0]].control
            control.setFocus(Qt.FocusReason.TabFocusReason)
            control.selectAll()
            self.moved_on.emit(control)


class EntryField(QObject):
    """A name, the control, the unit it is counted in, and what is wrong below it."""

    left = Signal(str, str)
    passed = Signal(str)

    def __init__(self, look: Look, field: Field, parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        self._kept = ""
        self._name = label(field.name, "label")
        self.control: QLineEdit | LinesEntry = LinesEntry(look) if field.lines else QLineEdit()
        self.control.setAccessibleName(f"{field.name}（{field.unit}）" if field.unit else field.name)
        self.control.setPlaceholderText(field.hint)
        self._unit = label(field.unit, "label")
        self.problem = label("", "problem")
        self.problem.setProperty("level", "bad")
        self.problem.setContentsMargins(8, 2, 8, 3)
        self.problem.hide()
        if field.unit and isinstance(self.control, QLineEdit):
            self.control.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.control.setFixedWidth(look.theme.scaled(_NUMBER))
        self.control.editingFinished.connect(self.keep)
        self.control.returnPressed.connect(self._on_return_pressed)

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Stand in ``row`` and the two after it: a number beside its name, a text below it."""
        if self._field.unit:
            grid.addWidget(self._name, row, 0)
            grid.addWidget(self.control, row, 1)
            grid.addWidget(self._unit, row, 2)
        else:
            grid.addWidget(self._name, row, 0, 1, 3)
            grid.addWidget(self.control, row + 1, 0, 1, 3)
        grid.addWidget(self.problem, row + 2, 0, 1, 3)

    def put_away(self, grid: QGridLayout) -> None:
        """Leave ``grid`` for good."""
        for widget in (self._name, self.control, self._unit, self.problem):
            grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.deleteLater()

    def show_typed(self, typed: str) -> None:
        """Show what the data file has; what is being typed stays."""
        if self.control.text().strip() == self._kept or typed == self.control.text().strip():
            self.control.setText(typed)
            self.show_problem("")
        self._kept = typed

    def show_problem(self, phrase: str) -> None:
        self.problem.setText(phrase)
        self.problem.setVisible(bool(phrase))

    @Slot()
    def keep(self) -> None:
        """Hand over what was typed, if it is anything new."""
        typed = self.control.text().strip()
        if typed != self._kept:
            self.left.emit(self._field.key, typed)
        else:
            self.show_problem("")

    @Slot()
    def _on_return_pressed(self) -> None:
        self.keep()
        self.passed.emit(self._field.key)
