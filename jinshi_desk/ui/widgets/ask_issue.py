"""The question before a notice goes out: under which number, and on which day."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from jinshi_desk.domain.issuing import NUMBER_LIMIT, Issue, PeriodIssue
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.ask import Question
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.labels import label

Outgoing = TypeVar("Outgoing", bound=Issue | PeriodIssue)


class AskIssue(Question, Generic[Outgoing]):
    """A number and a day, filled in as ``proposed``; only agreed to while ``check`` finds nothing wrong."""

    def __init__(
        self,
        look: Look,
        title: str,
        consequence: str,
        proposed: Outgoing,
        check: Callable[[Outgoing], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, title, consequence, self.tr("印发"), self.tr("再看看"), parent)
        self._proposed = proposed
        self._check = check
        self.number = QLineEdit(proposed.number)
        self.number.setAccessibleName(self.tr("文号"))
        self.number.setMaxLength(NUMBER_LIMIT)
        self.day = DateField(self.tr("印发日期"), lambda: proposed.on)
        self.day.set_day(proposed.on)
        self.wrong = label("", "hint")
        self.number.textChanged.connect(self._on_changed)
        self.day.textChanged.connect(self._on_changed)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, field in enumerate((self.number, self.day)):
            grid.addWidget(label(field.accessibleName(), "label"), row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.wrong, 2, 1)
        self.body.addLayout(grid)
        self.number.setFocus()
        self.number.selectAll()
        self._on_changed()

    @property
    def issue(self) -> Outgoing | None:
        """What was typed; none while the day is no day."""
        day = self.day.day
        return replace(self._proposed, number=self.number.text(), on=day) if day else None

    @Slot()
    def _on_changed(self) -> None:
        issue = self.issue
        wrong = "；".join(self._check(issue)) if issue else self.tr("印发日期不是日期")
        self.wrong.setText(wrong)
        self.verb_button.setEnabled(not wrong)
        self.verb_button.set_tip(wrong)
