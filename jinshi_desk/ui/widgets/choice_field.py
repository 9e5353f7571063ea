"""Fields that are filled by a few letters: 药山镇 by yaosz, several names separated by 、."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choices import Choice, matching
from jinshi_desk.ui.widgets.drop_list import DropList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SEPARATORS = re.compile(r"\s*[、，,;；]\s*")
Lookup = Callable[[str], Sequence[Choice]]


class _TypedField(QLineEdit):
    """What both fields share: the list below, and where its choices come from."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: Sequence[Choice] = ()
        self._lookup: Lookup | None = None
        self._list = DropList(look, self)
        self.setAccessibleName(name)
        self.textEdited.connect(self._on_text_edited)
        self._list.taken.connect(self._on_taken)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Set what there is to choose from."""
        self._choices, self._lookup = tuple(choices), None
        self._on_choices_set()

    def set_lookup(self, lookup: Lookup) -> None:
        """Have ``lookup`` answer what the typed letters may mean, where there is too much to hold."""
        self._choices, self._lookup = (), lookup

    def offered(self, typed: str) -> Sequence[Choice]:
        """Return what ``typed`` may mean, best first."""
        return self._lookup(typed) if self._lookup is not None else matching(self._choices, typed)

    def event(self, event: QEvent) -> bool:
        tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        if isinstance(event, QKeyEvent) and tab and event.type() is QEvent.Type.KeyPress:
            self._list.handle(event)  # taken; then Tab goes on to move the focus
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._list.hide()

    def _named(self, label: str) -> Choice | None:
        """Return the one choice that is called ``label``."""
        source = self._lookup(label) if self._lookup is not None else self._choices
        return next((choice for choice in source if label == choice.label or label in choice.also), None)

    def _on_choices_set(self) -> None:
        """Do nothing more."""

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        raise NotImplementedError

    @Slot(object)
    def _on_taken(self, choice: Choice) -> None:
        raise NotImplementedError


class ChoiceField(_TypedField):
    """One choice. Enter and Tab take the first offered and move on; Down shows all."""

    chosen = Signal(object)  # the Choice, None when the text no longer names one

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self._choice: Choice | None = None

    @property
    def choice(self) -> Choice | None:
        """What is chosen; none also where the text names nothing."""
        return self._choice

    @property
    def chosen_id(self) -> str | None:
        return self._choice.id if self._choice is not None else None

    def set_chosen(self, choice_id: str | None) -> None:
        """Choose by id, silently; an unknown id or None empties the field."""
        self._choice = next((choice for choice in self._choices if choice.id == choice_id), None)
        self.setText(self._choice.label if self._choice else "")

    def set_choice(self, choice: Choice | None) -> None:
        """Choose silently something that need not be in the list."""
        self._choice = choice
        self.setText(choice.label if choice else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        takes = event.key() in _ENTER and self._list.current() is not None
        if self._list.handle(event):
            if takes:
                event.ignore()  # the form moves on with the same stroke
            return
        if event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self._list.show_choices(self.offered("" if self._choice else self.text()))
            return
        super().keyPressEvent(event)

    def _on_choices_set(self) -> None:
        if self._choice is not None:
            self._settle(self._named(self.text()))

    def _settle(self, choice: Choice | None) -> None:
        if choice != self._choice:
            self._choice = choice
            self.chosen.emit(choice)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._choice is not None and self.text() != self._choice.label:
            self.setText(self._choice.label)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._list.show_choices(self.offered(text) if text.strip() else ())
        self._settle(self._named(text.strip()))

    @Slot(object)
    def _on_taken(self, choice: Choice) -> None:
        self.setText(choice.label)
        self._settle(choice)


class ChoicesField(_TypedField):
    """Several, separated by 、. Names that are in no list stand as they were typed."""

    names_changed = Signal(list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list.handle(event):
            return
        if event.text() in {"，", ",", "；", ";"} and not self.isReadOnly():
            self.insert("、")
            self._on_text_edited(self.text())
            return
        if event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self._list.show_choices(self.offered(self._part()[2]))
            return
        super().keyPressEvent(event)

    def names(self) -> list[str]:
        """Return the names as they stand, without blanks."""
        return [name for name in _SEPARATORS.split(self.text().strip()) if name]

    def ids(self) -> list[str | None]:
        """Return what each name stands for, none where it is in no list."""
        return [choice.id if (choice := self._named(name)) else None for name in self.names()]

    def set_names(self, names: Sequence[str]) -> None:
        """Write ``names``, silently."""
        self.setText("、".join(names))

    def _part(self) -> tuple[int, int, str]:
        """Return where the name at the cursor begins and ends, and the name."""
        text, cursor = self.text(), self.cursorPosition()
        ends = [found.span() for found in _SEPARATORS.finditer(text)]
        start = max((end for _start, end in ends if end <= cursor), default=0)
        stop = min((begin for begin, _end in ends if begin >= cursor), default=len(text))
        return start, stop, text[start:stop].strip()

    @Slot(str)
    def _on_text_edited(self, _text: str) -> None:
        _start, _stop, part = self._part()
        offered = self.offered(part) if part else ()
        # A name that is complete needs no list: Enter then moves on.
        self._list.show_choices(() if [choice.label for choice in offered] == [part] else offered)
        self.names_changed.emit(self.names())

    @Slot(object)
    def _on_taken(self, choice: Choice) -> None:
        start, stop, _part = self._part()
        text = self.text()
        self.setText(f"{text[:start]}{choice.label}{text[stop:]}")
        self.setCursorPosition(start + len(choice.label))
        self.names_changed.emit(self.names())
