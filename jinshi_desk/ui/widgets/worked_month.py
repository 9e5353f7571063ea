"""The month being worked on, shared by every tab."""

from PySide6.QtCore import QObject, Signal

from jinshi_desk.domain.months import Month


class WorkedMonth(QObject):
    """Holds the month of the top bar and tells when it is turned."""

    changed = Signal(object)  # the Month

    def __init__(self, month: Month, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._month = month

    @property
    def month(self) -> Month:
        return self._month

    def turn_to(self, month: Month) -> None:
        if month != self._month:
            self._month = month
            self.changed.emit(month)
