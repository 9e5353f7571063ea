"""A closed month, or a notice that is out, as text: JSON of all that is ever shown of it, and its SHA-256."""

import hashlib
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from jinshi_desk.domain.closing import Frozen
from jinshi_desk.domain.errors import DamagedDataFile
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.domain.periods import Period
from jinshi_desk.store.database import Store

if TYPE_CHECKING:
    from msgspec.json import Decoder


_KEPT = 16
"""Months: a year, and what it is compared with."""


def freeze(whole: Frozen | PeriodDraft) -> str:
    """Return a month or a notice as JSON; the same value always gives the same text."""
    from msgspec.json import encode

    return encode(whole).decode()


def sha256(text: str) -> str:
    """Return the SHA-256 of a frozen text."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=_KEPT)
def thaw(text: str) -> Frozen:
    """Return the value that was frozen; of months asked for again it is kept, since they never change.

    Raises:
        ValueError: the text is no frozen month.
    """
    return _decoder().decode(text)


def frozen_month(store: Store, month: Month) -> Frozen | None:
    """Return what ``month`` froze, or none while it is open.

    Raises:
        DamagedDataFile: it can't be read.
    """
    text = store.months.frozen(month)
    if text is None:
        return None
    try:
        return thaw(text)
    except ValueError as error:
        raise DamagedDataFile(store.file.name, f"{month.label}关账内容读不出") from error


def thaw_notice(text: str) -> PeriodDraft:
    """Return the notice that was frozen.

    Raises:
        ValueError: the text is no frozen notice.
    """
    return _notice_decoder().decode(text)


def frozen_notice(store: Store, period: Period) -> PeriodDraft | None:
    """Return the notice of ``period`` as it went out; none before it did.

    Raises:
        DamagedDataFile: it can't be read.
    """
    text = store.period_notices.frozen(period)
    if text is None:
        return None
    try:
        return thaw_notice(text)
    except ValueError as error:
        raise DamagedDataFile(store.file.name, f"{period.label}通报印发内容读不出") from error


@cache
def _decoder() -> "Decoder[Frozen]":
    from msgspec.json import Decoder

    return Decoder(Frozen)


@cache
def _notice_decoder() -> "Decoder[PeriodDraft]":
    from msgspec.json import Decoder

    return Decoder(PeriodDraft)
