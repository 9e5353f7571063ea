"""Days as they are written on the command line."""

import re
from datetime import date

from jinshi_desk.domain.errors import BadDate, BadMonth, NoSuchDay
from jinshi_desk.domain.months import Month

_WRITTEN = re.compile(r"(\d{4}-\d{2})-\d{2}", re.ASCII)


def read_day(text: str) -> date:
    """Read ``2022-06-30``.

    Raises:
        BadDate: it is no day.
        NoSuchDay: it is written as one, and its month is shorter.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refusal(text) from None


def refusal(text: str) -> BadDate | NoSuchDay:
    """Return why ``text`` is no day."""
    found = _WRITTEN.fullmatch(text)
    try:
        month = Month.parse(found[1] if found else "")
    except BadMonth:
        return BadDate(text)
    return NoSuchDay(text, month.label, month.last_day.day)
