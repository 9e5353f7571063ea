"""Python's search for garbage, kept to the thread of the window."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_BETWEEN_LOOKS_MS = 500


class GarbageRound(QObject):
    """Frees what nothing reaches any more, from the event loop, about as often as Python would do it itself.

    Python searches on whichever thread makes one object too many. A widget that it finds on a worker
    thread is destroyed there, and the process with it; so no thread but this one may search (decision 0139).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        looks = QTimer(self)
        looks.timeout.connect(self._look)
        looks.start(_BETWEEN_LOOKS_MS)

    @Slot()
    def _look(self) -> None:
        collect_due()


def collect_due() -> None:
    """Search the oldest generation that is due by Python's own counts, or none."""
    made, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if made[generation] > limits[generation]:
            gc.collect(generation)
            return
