"""The rules as forms: the tables at the left, the fields of one of them at the right."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QListWidget, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from jinshi_desk.clause_words import SECTION
from jinshi_desk.complaints import rule_fault_phrase
from jinshi_desk.services.rule_editing import RuleFault
from jinshi_desk.services.rule_fields import RuleFields
from jinshi_desk.ui.rules.section_form import SectionForm
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.panel import Panel, Split, scrolled
from jinshi_desk.ui.widgets.tab_order import line_up, stops

_SECTIONS, _FORM = 176, 560


class FormView(QWidget):
    """Forms are made when their table is first turned to; what is typed is told by its key."""

    typed = Signal(str, object)
    left = Signal(str)
    deduction_wanted = Signal()
    deduction_dropped = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fields: RuleFields | None = None
        self._names: Mapping[str, Any] = {}
        self._faults: Sequence[RuleFault] = ()
        self._forms: dict[str, SectionForm] = {}
        self._areas: dict[str, QScrollArea] = {}
        self.sections = QListWidget()
        self.sections.setAccessibleName(self.tr("规则的各部分"))
        self.sections.setProperty("role", "nav")
        self._pages = QStackedWidget()
        self.panel = Panel(look, self.tr("规则"))
        self.panel.band.addStretch()
        self.more_button = Button(look, self.tr("加一类扣分…"), icon="add", kind="quiet")
        self.panel.band.addWidget(self.more_button)
        self.panel.body.addWidget(self._pages)
        listed = Panel(look)
        listed.body.addWidget(self.sections)
        for part, width in ((listed, _SECTIONS), (self.panel, _FORM)):
            part.setMinimumWidth(look.theme.scaled(width))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Split(listed, self.panel, stretch=1))
        self.sections.currentRowChanged.connect(self._on_section_chosen)
        self.more_button.clicked.connect(self.deduction_wanted)

    @property
    def section(self) -> str:
        """The table that is shown."""
        names = list(self._fields.by_section) if self._fields else []
        row = self.sections.currentRow()
        return names[row] if 0 <= row < len(names) else ""

    def form(self, section: str) -> SectionForm:
        """Return the form of a table, made if it wasn't."""
        if self._fields is None:
            raise ValueError(section)
        if section not in self._forms:
            form = self._forms[section] = SectionForm(self._look, self._fields, section, self._names)
            form.typed.connect(self.typed)
            form.left.connect(self.left)
            form.dropped.connect(self.deduction_dropped)
            inside = QWidget()
            column = QVBoxLayout(inside)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(form)
            column.addStretch()
            self._areas[section] = scrolled(inside)
            self._pages.addWidget(self._areas[section])
            line_up(self._pages, stops(form))
        return self._forms[section]

    def show_rules(self, fields: RuleFields, names: Mapping[str, Any]) -> None:
        """Show what a file says; a form whose fields are others by now is made anew."""
        kept = self.section
        self._fields, self._names = fields, names
        for section, form in list(self._forms.items()):
            if form.has_keys_of(fields, section):
                form.show_fields(fields)
            else:
                area = self._areas.pop(section)
                self._pages.removeWidget(area)
                area.deleteLater()
                del self._forms[section]
        self._list_sections(kept)

    def show_faults(self, faults: Sequence[RuleFault]) -> None:
        """Show what is wrong: at its field, and how much of it beside its table."""
        self._faults = faults
        if self._fields is None:
            return
        for row, section in enumerate(self._fields.by_section):
            wrong = sum(each.key.partition(".")[0] == section for each in faults)
            word = SECTION.get(section, section)
            item = self.sections.item(row)
            item.setText(self.tr("{}（{} 处不对）").format(word, wrong) if wrong else word)
        if self.section in self._forms:
            told = [(each.key, rule_fault_phrase(each.fault, each.detail)) for each in faults]
            self._forms[self.section].show_faults(told)

    def go_to(self, key: str) -> bool:
        """Turn to the field of ``key`` and tell whether there is one."""
        section = key.partition(".")[0]
        if self._fields is None or section not in self._fields.by_section:
            return False
        self.sections.setCurrentRow(list(self._fields.by_section).index(section))
        return self.form(section).go_to(key)

    def _list_sections(self, kept: str) -> None:
        if self._fields is None:
            return
        names = list(self._fields.by_section)
        self.sections.blockSignals(True)
        self.sections.clear()
        self.sections.addItems([SECTION.get(name, name) for name in names])
        self.sections.blockSignals(False)
        self.sections.setCurrentRow(names.index(kept) if kept in names else 0)

    @Slot(int)
    def _on_section_chosen(self, _row: int) -> None:
        section = self.section
        if section:
            self.form(section)
            self._pages.setCurrentWidget(self._areas[section])
            self.panel.title.setText(SECTION.get(section, section))
            self.more_button.setVisible(section == "deductions")
            self.show_faults(self._faults)
