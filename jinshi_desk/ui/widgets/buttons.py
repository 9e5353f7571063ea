"""Buttons in the four kinds of the frame, and small labels with an icon; all follow the theme."""

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from jinshi_desk.ui.theme import Look

_GAP = 3
_TINTS = {"primary": "on_accent", "danger": "bad"}


class Button(QPushButton):
    """A button; ``kind`` is primary, secondary, quiet or danger.

    Its key is not written on it but in its tooltip. Without ``text`` it is an icon alone and wants ``name``.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        icon: str = "",
        kind: str = "secondary",
        key: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._icon = icon
        self._kind = kind
        self.setProperty("kind", kind)
        self.setProperty("alone", not text)
        self.setAccessibleName(name or text.rstrip("…"))
        self.setAutoDefault(False)
        self._shortcut: QShortcut | None = None
        if key:
            self.setShortcut(key)
        self.set_tip(name if not text else "", key)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def setShortcut(self, key: Any, /) -> None:
        """Set the key. A button's own shortcut would click only after 100 ms of being shown pressed."""
        if self._shortcut is None:
            self._shortcut = QShortcut(self)
            self._shortcut.activated.connect(self.click)
        self._shortcut.setKey(QKeySequence(key))

    def set_tip(self, tip: str, key: str = "") -> None:
        """Set the tooltip: what it does, or why it can't be done now."""
        self.setToolTip(" ".join(part for part in (tip, key) if part))

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._on_look_changed()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self._on_look_changed()

    @Slot()
    def _on_look_changed(self) -> None:
        size = self._look.theme.size("icon")
        gap = _GAP if self.text() else 0
        self.setIconSize(QSize(size + gap, size))
        if self._icon:
            self.setIcon(self._look.icon(self._icon, self._tint(), gap))

    def _tint(self) -> str:
        if not self.isEnabled():
            return "text3" if self._kind == "primary" else "disabled"
        return _TINTS.get(self._kind, "text")


class IconLabel(QLabel):
    """An icon that only shows; decoration, silent for screen readers unless named."""

    def __init__(self, look: Look, icon: str, token: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._token = token
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def set_icon(self, icon: str, token: str = "text2") -> None:
        self._icon, self._token = icon, token
        self._on_look_changed()

    @Slot()
    def _on_look_changed(self) -> None:
        self.setPixmap(self._look.pixmap(self._icon, self._token))
