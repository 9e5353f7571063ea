"""核对单: what a unit is sent before its month is published, to check every piece and every point."""

from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import State, Verdict


@dataclass(frozen=True, slots=True)
class SheetDraft:
    """A draft received in the month, and whether it counts for the duty."""

    number: str
    title: str
    received_on: date
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """Points that were booked, in cents: what for, by which clause, and how they were worked out."""

    kind: Kind
    about: str
    basis: str
    arithmetic: str
    cents: int


@dataclass(frozen=True, slots=True)
class Placing:
    """Points in cents and the place they give among ``units`` units of the group, if it is ranked."""

    cents: int
    rank: int | None
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSheet:
    """A unit's month on one page. ``objections_until`` is the last day on which it may object."""

    month: Month
    unit: str
    quota: int
    counted: int
    state: State | None
    drafts: tuple[SheetDraft, ...]
    entries: tuple[SheetEntry, ...]
    this_month: Placing
    this_year: Placing
    objections_until: date
    signer: str
    dated: date

    @property
    def wanting(self) -> tuple[str, ...]:
        """What is missing, a sentence each; nothing where all is in order."""
        short = max(0, self.quota - self.counted)
        formless = [draft for draft in self.drafts if draft.verdict is Verdict.NO_FORM]
        sentences = []
        if short and self.state is not State.EXEMPT:
            sentences.append(f"月度任务{self.quota}条，计入{self.counted}条，还缺{short}条。")
        sentences.extend(f"《{draft.title}》（{draft.number}）缺信息审批表。" for draft in formless)
        return tuple(sentences)
