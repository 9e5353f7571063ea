"""What is told of one entry: the clause and its rule set, the calculation, who booked it and when."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.services.chains import Contribution, booked, worked
from jinshi_desk.ui.widgets.facts import Facts
from jinshi_desk.ui.widgets.labels import rule


class LinePane(QWidget):
    """Shows the line in front; nothing of one that is no entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("这一笔"))
        self.facts = Facts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addSpacing(8)
        inside = QVBoxLayout()
        inside.setContentsMargins(6, 0, 6, 0)
        inside.addWidget(self.facts)
        column.addLayout(inside)

    def show_line(self, line: Contribution | None) -> None:
        """Show the entry of ``line``."""
        each = line.explained if line is not None else None
        if each is None or line is None:
            self.facts.show_facts(())
            return
        ran = f"{each.outlet}　{each.adopted_on:%Y-%m-%d}" if each.adopted_on else line.where
        clause = f"{each.basis}　{each.rules}" if each.rules else each.basis
        facts = (
            (self.tr("稿件"), f"{each.draft_no}《{each.title}》" if each.draft_no else ""),
            (self.tr("事由"), ran),
            (self.tr("依据"), clause),
            (self.tr("算式"), worked(each)),
            (self.tr("入账"), booked(each)),
        )
        self.facts.show_facts([fact for fact in facts if fact[1]])
