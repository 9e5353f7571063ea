"""The rules as text over what is wrong with it, line by line."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.clause_words import full_word
from jinshi_desk.complaints import rule_fault_phrase
from jinshi_desk.services.rule_editing import RuleFault
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.rules.text_view import RuleText
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel

_FAULTS = 132


class TextPage(QWidget):
    """A line for each fault; entering it puts the cursor there."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faults: Sequence[RuleFault] = ()
        self.text = RuleText(frame.look)
        self._rows = PagedTableModel(self._columns(), key=lambda row: (row.line, row.key, row.fault))
        self.list = ListView(frame.look, self._rows, "rule_faults", frame.settings)
        self.list.setAccessibleName(self.tr("哪几行不对"))
        self.list.setFixedHeight(frame.look.theme.scaled(_FAULTS))
        self.list.hide()
        self.list.row_opened.connect(self._on_fault_opened)
        self.list.clicked.connect(lambda _: self._on_fault_opened(self.list.current_row))
        panel = Panel(frame.look)
        panel.body.addWidget(self.text, 1)
        panel.body.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)

    def show_faults(self, faults: Sequence[RuleFault]) -> None:
        """Mark the lines that are wrong and say why below."""
        self._faults = sorted(faults, key=lambda each: each.line or 0)
        self.text.mark_lines(each.line for each in faults if each.line)
        self._rows.show_rows(self._fetch, lambda: len(self._faults))
        self.list.setVisible(bool(faults))

    def _columns(self) -> tuple[Column[RuleFault], ...]:
        return (
            Column(
                "line",
                self.tr("行"),
                lambda row: str(row.line or ""),
                width=48,
                align="right",
                sortable=False,
            ),
            Column(
                "key",
                self.tr("哪一项"),
                lambda row: full_word(row.key) if row.key else "",
                width=240,
                sortable=False,
            ),
            Column(
                "fault",
                self.tr("哪里不对"),
                lambda row: rule_fault_phrase(row.fault, row.detail),
                elastic=True,
                sortable=False,
            ),
        )

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[RuleFault]:
        return self._faults[offset : offset + limit]

    @Slot(object)
    def _on_fault_opened(self, fault: RuleFault | None) -> None:
        if fault is not None and fault.line:
            self.text.go_to_line(fault.line)
