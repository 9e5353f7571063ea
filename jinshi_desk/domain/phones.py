"""Telephone numbers as they may leave the office (§10)."""

import re

_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)")


def printed(phone: str) -> str:
    """Return ``phone`` for paper: an office number as it is, the middle of a mobile one hidden."""
    return _MOBILE.sub(r"\1****\3", phone)
