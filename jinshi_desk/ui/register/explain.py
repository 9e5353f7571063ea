"""这分怎么来的: every entry behind a draft's points, and the sum they make."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from jinshi_desk.services.points import Explained
from jinshi_desk.ui.ledgers.entry_lines import entry_lines
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.lines import Line, Lines
from jinshi_desk.ui.widgets.side_page import SidePage


class ExplainPage(SidePage):
    """Lists the entries unit by unit; under each its clause and arithmetic, at the end the sum."""

    def __init__(self, look: Look, unit_name: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name_page(self.tr("这分怎么来的"))
        self._unit_name = unit_name
        self.heading = label("", "body")
        self.heading.setWordWrap(True)
        self.heading.setContentsMargins(12, 8, 12, 4)
        self.lines = Lines(self.tr("得分明细"))
        self.body.addWidget(self.heading)
        self.body.addWidget(self.lines, 1)

    def show_entries(self, title: str, entries: Sequence[Explained]) -> None:
        """Show the entries of the draft ``title``."""
        self.heading.setText(f"《{title}》")
        lines = entry_lines(entries, self._unit_name)
        self.lines.show_lines(lines or [Line(self.tr("这篇稿件还没有得分，登记并核实采用后才有。"))])
