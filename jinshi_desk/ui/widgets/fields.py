"""Fields for days, months and numbers, typed the short way."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.domain.errors import BadMonth
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.units import first_full_month

_PARTS = re.compile(r"\d+")
_WRITTEN_OUT = 3
_LONGEST_MONTH = 31
_HALF_A_YEAR = timedelta(days=183)
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


def read_day(text: str, near: date) -> date | None:
    """Read 2022-06-28, 20220628, 6-28, 6月28日, 0628 or 28; what is left out is taken from ``near``.

    A day without its year that lay more than half a year ahead is meant for the year before.
    """
    parts = _parts(text)
    try:
        day = date(*_numbers(parts, near))
        ahead = len(parts) < _WRITTEN_OUT and day - near > _HALF_A_YEAR
        return day.replace(year=day.year - 1) if ahead else day
    except ValueError:
        return None


def short_month(text: str, near: date) -> str:
    """Say how many days a month has where ``text`` is one beyond: 2022年2月只有28天; else nothing."""
    try:
        year, number, day = _numbers(_parts(text), near)
        month = Month(year, number)
    except (ValueError, BadMonth):
        return ""
    last = month.last_day.day
    return f"{month.label}只有{last}天" if last < day <= _LONGEST_MONTH else ""


def _parts(text: str) -> list[str]:
    parts = _PARTS.findall(text)
    if len(parts) == 1 and len(parts[0]) in (4, 8):
        digits = parts[0]
        return [digits[:-4], digits[-4:-2], digits[-2:]] if len(digits) == 8 else [digits[:2], digits[2:]]
    return parts


def _numbers(parts: Sequence[str], near: date) -> list[int]:
    """Return year, month and day.

    Raises:
        ValueError: there are no parts, or too many.
    """
    if not 1 <= len(parts) <= _WRITTEN_OUT:
        raise ValueError(parts)
    numbers = [near.year, near.month, near.day]
    numbers[_WRITTEN_OUT - len(parts) :] = map(int, parts)
    if numbers[0] < 100:
        numbers[0] += 2000
    return numbers


class DateField(QLineEdit):
    """A day, written out when the field is left. Up and Down go by days, Page keys by weeks."""

    day_changed = Signal(object)  # the date, or None

    def __init__(self, name: str, near: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._near = near
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("年-月-日"))
        self.textChanged.connect(self._on_text_changed)

    @property
    def day(self) -> date | None:
        """The day typed, none where it is empty or no day."""
        return read_day(self.text(), self._near()) if self.text().strip() else None

    def unread(self, field: str) -> Problem:
        """Return what is wrong, for the form's ``field``, where no day is typed."""
        short = short_month(self.text(), self._near())
        return Problem(field, "no_such_day", detail=short) if short else Problem(field, "unreadable")

    def set_day(self, day: date | None) -> None:
        self.setText(day.isoformat() if day else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        self.set_day((self.day or self._near()) + timedelta(days=step))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if (day := self.day) is not None and self.text() != day.isoformat():
            self.set_day(day)

    @Slot()
    def _on_text_changed(self) -> None:
        self.day_changed.emit(self.day)


def read_month(text: str, near: Month) -> Month | None:
    """Read 2022-07, 202207, 2022年7月 or 7, the year taken from ``near``; of a day its first full month."""
    parts = [int(part) for part in _PARTS.findall(text)]
    if len(parts) == 1 and len(text.strip()) == 6:
        parts = [parts[0] // 100, parts[0] % 100]
    if len(parts) == 3:
        day = read_day(text, near.first_day)
        return first_full_month(day) if day else None
    if not 1 <= len(parts) <= 2:
        return None
    try:
        return Month(*parts) if len(parts) == 2 else Month(near.year, parts[0])
    except BadMonth:
        return None


class MonthField(QLineEdit):
    """A month, written out when the field is left. Up and Down go by months."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._near = Month(2000, 1)
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("年-月"))

    @property
    def month(self) -> Month | None:
        """The month typed, none where it is empty or no month."""
        return read_month(self.text(), self._near) if self.text().strip() else None

    def set_month(self, month: Month) -> None:
        """Show ``month``; a year left out later is its year."""
        self._near = month
        self.setText(str(month))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setText(str((self.month or self._near).plus(step)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if (month := self.month) is not None and self.text() != str(month):
            self.setText(str(month))


class NumberField(QLineEdit):
    """A whole number, right aligned; empty means none, which is not zero."""

    def __init__(self, name: str, most: int = 999_999, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setValidator(QIntValidator(0, most, self))

    @property
    def number(self) -> int | None:
        return int(self.text()) if self.text().strip().isdigit() else None

    def set_number(self, number: int | None) -> None:
        self.setText("" if number is None else str(number))
