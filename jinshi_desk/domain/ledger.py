"""Entries of the points ledger (积分台账): every point, and why."""

from dataclasses import dataclass, field, fields
from enum import StrEnum

from jinshi_desk.domain.months import Month


class Kind(StrEnum):
    """What an entry is for (§2)."""

    ADOPTION = "adoption"
    UPGRADE = "upgrade"
    REVERSAL = "reversal"
    INSTRUCTION = "instruction"
    COMMISSION = "commission"
    QUOTA_BASE = "quota_base"
    QUOTA_SHORT = "quota_short"
    DEDUCTION = "deduction"
    CORRECTION = "correction"
    CARRY = "carry"


@dataclass(frozen=True, slots=True)
class Entry:
    """``cents`` to one unit or one person in ``booked_month``.

    ``clause`` lists the keys of the rule set that were applied, ``arithmetic`` the calculation in points
    (``8 × 0.5 = 4; 4 − 1 = 3``), so that the amount can be followed by hand. The ids name the events it
    is for.
    """

    kind: Kind
    booked_month: Month
    cents: int
    rule_set: str
    clause: str
    arithmetic: str
    unit: str | None = None
    person: int | None = None
    draft: int | None = None
    adoption: int | None = None
    instruction: int | None = None
    commission: int | None = None
    deduction: int | None = None
    correction: int | None = None

    @property
    def is_adoptions_own(self) -> bool:
        """Tell whether an entry of a draft is for its adoptions, or for the loss of all of them."""
        others = (self.instruction, self.commission, self.deduction, self.correction)
        return all(event is None for event in others)


@dataclass(frozen=True, slots=True)
class Booked(Entry):
    """An entry in the ledger.

    ``reverses`` names the entry that this one takes back, ``act`` the audit record of whoever booked it.
    """

    id: int = field(kw_only=True)
    reverses: int | None = field(kw_only=True, default=None)
    booked_at: str = field(kw_only=True, default="")
    act: int | None = field(kw_only=True, default=None)

    @property
    def plain(self) -> Entry:
        """The entry without what the ledger added."""
        return Entry(*(getattr(self, name) for name in _FACTS))


_FACTS = tuple(fact.name for fact in fields(Entry))


def standing(entries: tuple[Booked, ...]) -> tuple[Booked, ...]:
    """Return the entries without those taken back and those that take back; the sum is the same."""
    taken_back = {entry.reverses for entry in entries if entry.reverses is not None}
    return tuple(entry for entry in entries if entry.reverses is None and entry.id not in taken_back)
