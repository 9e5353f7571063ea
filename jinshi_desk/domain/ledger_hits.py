"""What the search box finds beside drafts and approval forms: lines of the ledgers."""

from datetime import date
from typing import NamedTuple


class LedgerHit(NamedTuple):
    """A line of ``ledger`` (``suggestions``, ``leads`` or ``meetings``), listed in the month of ``on``."""

    ledger: str
    id: int
    on: date
    unit: str | None
    text: str
