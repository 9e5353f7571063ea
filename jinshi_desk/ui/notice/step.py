"""A step of a notice on its way out, and what is allowed on it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import Chip, label, restyle


class Step(QWidget):
    """A numbered step; done it has a tick, in doubt a sign."""

    def __init__(self, look: Look, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._name = self._said = name
        self._short = ""  # what is said of it where it is narrow, if not the same
        self._current = self._narrow = False
        self.chip = Chip(str(number))
        self._words = label(name)
        self._words.setMinimumWidth(1)  # gives way before it is put away
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chip)
        row.addWidget(self._words)

    def show_state(self, level: str, *, current: bool) -> None:
        """Show the step at ``level`` ok, warn, info or later."""
        sign = {"ok": "✓", "warn": "⚠"}.get(level, "")
        self.chip.show_chip(f"{sign} {self._number}".strip(), "neutral" if level == "later" else level)
        self._said, self._short = self._name, ""
        self._current = current
        self.fold(narrow=self._narrow)
        restyle(self._words, "role", "h2" if current else "")
        how = {"ok": self.tr("已核对"), "warn": self.tr("还有待办"), "later": self.tr("未到时候")}
        self.setAccessibleName(f"{self._name} {how.get(level, '')}".strip())

    def show_when(self, when: str, number: str = "", *, current: bool = True) -> None:
        """Say on which day the step was done, and under which number."""
        self._said, self._short = f"{when}{self._name} {number}".strip(), number
        self._current = current
        self.fold(narrow=self._narrow)
        self.setAccessibleName(self._said)

    def fold(self, *, narrow: bool) -> None:
        """Show the number alone where it is narrow, unless this is the present step."""
        self._narrow = narrow
        self._words.setText(self._short or self._said if narrow else self._said)
        self._words.setVisible(self._current or not narrow)
        self.setToolTip(self._said if narrow else "")
        self.updateGeometry()  # at once: whoever folds asks next how wide the row has become


def allow(button: Button, why_not: str, what: str) -> None:
    """Enable ``button``, which does ``what``, unless something speaks against it."""
    button.setEnabled(not why_not)
    button.set_tip(why_not or what)
