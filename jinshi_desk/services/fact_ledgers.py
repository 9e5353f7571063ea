"""What each of the other ledgers does with a row: hold it against the register, write it, strike it out."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.store.database import Store

F = TypeVar("F")

Recorded = dict[str, Any]
"""What the audit record of a batch keeps of a fact that it brought: enough to strike it out again."""

UNDONE = "撤销导入"


class Known(Enum):
    """How the register already has a fact."""

    NOT = "not"
    SAME = "same"
    OTHERWISE = "otherwise"
    """It is there, but says something else."""


class FactLedger(Generic[F]):
    """One ledger. ``draft`` is the one that a fact names; none too where it only comes with the same file."""

    def __init__(self, store: Store, today: date) -> None:
        self.store = store
        self.today = today

    def known(self, fact: F, draft: Draft | None, /) -> Known:
        """Tell whether the register has the fact."""
        raise NotImplementedError

    def faults(self, fact: F, draft: Draft | None, /) -> Iterator[Problem]:
        """Yield what keeps the fact from being registered."""
        raise NotImplementedError

    def write(self, fact: F, draft: Draft | None, /) -> Recorded:
        """Write the fact and book it, inside the caller's act."""
        raise NotImplementedError

    def guard(self, recorded: Recorded) -> None:
        """Refuse to strike the fact out.

        Raises:
            BatchChanged: somebody worked on it since.
            MonthClosed: it counts for a closed month.
        """
        raise NotImplementedError

    def strike(self, recorded: Recorded) -> None:
        """Strike the fact out, inside the caller's act."""
        raise NotImplementedError

    def refuse_closed(self, month: Month | None) -> None:
        """Refuse what is booked in a closed month."""
        if month is not None and self.store.months.is_closed(month):
            raise MonthClosed(month.label)
