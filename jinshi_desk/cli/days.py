"""Days as they are written on the command line."""

from datetime import date

from jinshi_desk.domain.errors import BadDate


def read_day(text: str) -> date:
    """Read ``2022-06-30``.

    Raises:
        BadDate: it is no day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDate(text) from None
