"""What has changed in the data file, told to views on the GUI thread."""

import threading
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from jinshi_desk.domain.changes import Topic
from jinshi_desk.ui.gui_thread import GuiThread


class News(QObject):
    """Passes on the store's changes. Several acts within one turn of the event loop are told as one."""

    changed = Signal(frozenset)

    def __init__(self, gui: GuiThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gui = gui
        self._lock = threading.Lock()
        self._pending: set[Topic] = set()

    def publish(self, topics: Iterable[Topic]) -> None:
        """Tell that facts of ``topics`` have changed; may be called on any thread."""
        with self._lock:
            first = not self._pending
            self._pending.update(topics)
            told = first and bool(self._pending)
        if told:
            self._gui.post(self._tell)

    def _tell(self) -> None:
        with self._lock:
            topics = frozenset(self._pending)
            self._pending.clear()
        self.changed.emit(topics)
