"""What the lines of a chain add up to; red where that is not the figure."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jinshi_desk.services.chain_tables import mismatch, sum_words
from jinshi_desk.services.chains import Chain
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import IconLabel
from jinshi_desk.ui.widgets.labels import Chip, label, rule


class SumRow(QWidget):
    """The sum under the list, and beneath it in red that it is not the figure, should that ever be."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "h2")
        self.chip = Chip("", "ok")
        self.fault = _Fault(look)
        row = QHBoxLayout()
        row.setContentsMargins(18, 8, 18, 8)
        row.addWidget(self.words, 1)
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(row)
        column.addWidget(self.fault)
        self.hide()

    def show_chain(self, chain: Chain) -> None:
        """Show the sum of ``chain``."""
        self.words.setText(sum_words(chain))
        self.chip.show_chip(self.tr("与数字相符") if chain.holds else self.tr("与数字不符"), _level(chain))
        self.fault.say(mismatch(chain))
        self.show()


class _Fault(QFrame):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "problem")
        self.setProperty("level", "bad")
        self.words = label("")
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 4, 18, 5)
        row.setSpacing(6)
        row.addWidget(IconLabel(look, "error", "bad"))
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, words: str) -> None:
        self.words.setText(words)
        self.setVisible(bool(words))


def _level(chain: Chain) -> str:
    return "ok" if chain.holds else "bad"
