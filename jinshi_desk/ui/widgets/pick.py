"""A choice among a few words of the glossary."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

K = TypeVar("K", bound=str)


class Pick(QComboBox, Generic[K]):
    """One member of an enumeration, or one of a few keys.

    Digits choose by place; the wheel never does, it scrolls the form.
    """

    def __init__(self, name: str, words: Mapping[K, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[K, ...] = ()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.offer(words)

    def offer(self, words: Mapping[K, str]) -> None:
        """Offer these and no others, the first of them chosen."""
        self._members = tuple(words)
        self.clear()
        self.addItems(list(words.values()))
        self.setToolTip(self.tr("方向键或 1–{} 选").format(len(self._members)))

    @property
    def member(self) -> K:
        return self._members[self.currentIndex()]

    def set_member(self, member: K) -> None:
        self.setCurrentIndex(self._members.index(member))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdecimal() and 1 <= int(event.text()) <= len(self._members):
            self.setCurrentIndex(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
