"""The one way from another thread to the window's."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class GuiThread(QObject):
    """Runs what is posted to it, in order, on the thread that made it.

    A call is always run later, from the event loop, even when it was posted on that very thread: who posts
    can rely on its own work being over first.
    """

    _posted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: deque[Callable[[], None]] = deque()
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Have ``call`` run on the GUI thread; what it raises reaches ``sys.excepthook`` there."""
        # The queue holds the call and the signal carries nothing: Qt then never frees Python objects
        # on whichever thread it finds convenient.
        self._calls.append(call)
        self._posted.emit()

    @Slot()
    def _on_posted(self) -> None:
        self._calls.popleft()()
