"""One table of the rules as a form: a field for each value, what it is for beside it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from jinshi_desk.clause_words import CHOICES, condition_word, item_word, meaning
from jinshi_desk.services.rule_fields import NEEDED, FieldKind, RuleField, RuleFields
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label

_A_ROW = 4
_SHORT_LABEL = 4
_WORDS = 2  # times the room of a number


class SectionForm(Form):
    """The fields of a section; those of a table within it stand in rows under its name."""

    typed = Signal(str, object)  # the key, and the value meant by what was typed
    dropped = Signal(str)  # the key of a type of deduction

    def __init__(
        self,
        look: Look,
        fields: RuleFields,
        section: str,
        names: Mapping[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        mine = fields.by_section[section]
        longest = max((len(self._word(each, names)) for each in mine if not _is_tick(each)), default=0)
        super().__init__(look, parent, max(1, longest / _SHORT_LABEL))
        self._rules, self._names = fields, names
        self._of = {field.key: field for field in mine}
        self._showing = True
        if said := meaning(section):
            self.add_widget(label(said, "hint"))
        for group, members in groupby(mine, key=lambda field: field.group):
            self._add_group(group, tuple(members))
        self.edited.connect(self._on_edited)
        self._showing = False

    def show_fields(self, fields: RuleFields) -> None:
        """Show what the file says by now, where no field has the keys."""
        self._rules = fields
        self._showing = True
        for field in fields.by_section.get(next(iter(self._of.values())).section, ()):
            if field.key in self.fields and not self.fields[field.key].control.hasFocus():
                self._of[field.key] = field
                self._fill(field, self.fields[field.key].control)
        self._showing = False

    def has_keys_of(self, fields: RuleFields, section: str) -> bool:
        """Tell whether the section still has the fields that stand here."""
        return [field.key for field in fields.by_section.get(section, ())] == list(self._of)

    def show_faults(self, faults: Iterable[tuple[str, str]]) -> None:
        """Show what is wrong at the keys of this section; of others nothing is shown."""
        self.show_problems([FieldProblem(self._at(key), "bad", said) for key, said in faults])

    def go_to(self, key: str) -> bool:
        """Put the focus into the field of ``key`` and tell whether there is one."""
        field = self.fields.get(self._at(key))
        if field is not None:
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return field is not None

    def _at(self, key: str) -> str:
        """Return the field that stands for ``key``: its own, or the first of the table that it is."""
        if key in self.fields:
            return key
        return next((name for name in self.fields if name.startswith(f"{key}.")), key)

    def _add_group(self, group: str, fields: Sequence[RuleField]) -> None:
        if not group:
            for field in fields:
                self.add_noted(
                    (field.key, self._word(field, self._names), self._control(field)), meaning(field.key)
                )
            return
        if not group.startswith("deductions."):
            self.add_widget(self._head(group, fields))
        for place in range(0, len(fields), _A_ROW):
            row = fields[place : place + _A_ROW]
            self.add_row(*((each.key, self._word(each, self._names), self._control(each)) for each in row))
            self._share_out(row)
        if group.startswith("deductions."):
            self._add_drop(group)

    def _share_out(self, row: Sequence[RuleField]) -> None:
        """Give words more room than numbers and ticks, which have their word beside the box."""
        laid = self._rows.itemAt(self._rows.count() - 1).layout()
        if not isinstance(laid, QHBoxLayout):
            raise TypeError(laid)
        for place, each in enumerate(row):
            if len(row) > 1 and each.kind is FieldKind.TEXT:
                laid.setStretch(place, _WORDS)
            if _is_tick(each):
                self.fields[each.key].label.hide()
                self.fields[each.key].control.setMinimumHeight(self._look.theme.size("control_h"))
        if all(each.kind is FieldKind.NUMBER for each in row):
            for _ in range(_A_ROW - len(row)):
                laid.addWidget(QWidget(), 1)  # numbers of all rows stand under each other

    def _add_drop(self, group: str) -> None:
        """Add to the row of a type of deduction the button that leaves it out."""
        name = item_word(group, self._names)
        button = Button(self._look, icon="close", kind="quiet", name=self.tr("去掉“{}”").format(name))
        if group in NEEDED:
            button.setEnabled(False)
            button.set_tip(self.tr("程序自己要用“{}”，不能去掉").format(name))
        button.clicked.connect(lambda: self.dropped.emit(group))
        laid = self._rows.itemAt(self._rows.count() - 1).layout()
        if isinstance(laid, QHBoxLayout):
            laid.addWidget(button)

    def _head(self, group: str, fields: Sequence[RuleField]) -> QWidget:
        """Return the name of a table within the section, with what it is for."""
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(label(item_word(group, self._names), "h2"))
        condition = next((field.value for field in fields if field.key.endswith(".when")), "")
        said = condition_word(str(condition), self._names) if condition else meaning(group)
        row.addWidget(label(said, "hint"))
        row.addStretch()
        return head

    @staticmethod
    def _word(field: RuleField, names: Mapping[str, Any]) -> str:
        return item_word(field.key, names).rpartition("·")[2]

    def _control(self, field: RuleField) -> QWidget:
        control: QWidget
        match field.kind:
            case FieldKind.SWITCH:
                control = QCheckBox(self._word(field, self._names) if _is_tick(field) else "")
            case FieldKind.CHOICE:
                control = QComboBox()
                for value, word in CHOICES[field.key].items():
                    control.addItem(word, value)
            case _:
                control = QLineEdit()
                control.setReadOnly(field.kind is FieldKind.FIXED)
                if field.kind is FieldKind.NUMBER:
                    control.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        control.setToolTip(field.key)
        control.setAccessibleName(item_word(field.key, self._names))
        self._fill(field, control)
        return control

    def _fill(self, field: RuleField, control: QWidget) -> None:
        match control:
            case QCheckBox():
                control.setChecked(field.value is True)
            case QComboBox():
                control.setCurrentIndex(control.findData(field.value))
            case QLineEdit() if control.text() != (text := self._rules.shown(field)):
                control.setText(text)
                control.setCursorPosition(0)

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        if self._showing:
            return
        field, control = self._of[key], self.fields[key].control
        match control:
            case QCheckBox():
                self.typed.emit(key, control.isChecked())
            case QComboBox():
                self.typed.emit(key, control.currentData())
            case QLineEdit() if not control.isReadOnly():
                self.typed.emit(key, self._rules.typed(field, control.text()))


def _is_tick(field: RuleField) -> bool:
    """Tell whether a field is a box with its word, in a row with others."""
    return field.kind is FieldKind.SWITCH and bool(field.group)
