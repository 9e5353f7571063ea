"""核对单: what a unit is sent before its month is published, to check every piece and every point."""

from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import Finding
from jinshi_desk.domain.quota import State, Verdict


@dataclass(frozen=True, slots=True)
class SheetDraft:
    """A draft received in the month, and whether it counts for the duty."""

    number: str
    title: str
    received_on: date
    verdict: Verdict
    reason: str = ""
    """Why it was returned or struck out."""
    authors_incomplete: bool = False


@dataclass(frozen=True, slots=True)
class SheetAdoption:
    """An adoption of the month: where and when, and whether its evidence is in (已核实) or it is claimed."""

    title: str
    outlet: str
    adopted_on: date
    verified: bool
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class SheetObjection:
    """An objection that the unit raised before; ``finding`` and ``reason`` where it was ruled."""

    received_on: date
    text: str
    finding: Finding | None = None
    reason: str = ""


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
    unit_id: str = ""
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
    adoptions: tuple[SheetAdoption, ...] = ()
    objections: tuple[SheetObjection, ...] = ()
    closed: bool = False
    """Its month is closed: what is granted now is booked as a correction."""

    @property
    def wanting(self) -> tuple[str, ...]:
        """What is missing, a sentence each; nothing where all is in order."""
        short = max(0, self.quota - self.counted)
        formless = [draft for draft in self.drafts if draft.verdict is Verdict.NO_FORM]
        sentences = []
        if short and self.state is not State.EXEMPT:
            sentences.append(f"月度任务{self.quota}条，计入{self.counted}条，还缺{short}条。")
        sentences.extend(f"《{draft.title}》（{draft.number}）缺信息审批表。" for draft in formless)
        returned = (draft for draft in self.drafts if draft.verdict is Verdict.RETURNED)
        sentences.extend(f"《{draft.title}》（{draft.number}）退回修改，还没报回。" for draft in returned)
        unnamed = (draft for draft in self.drafts if draft.authors_incomplete)
        sentences.extend(f"《{draft.title}》（{draft.number}）作者没有写全。" for draft in unnamed)
        claimed = (each for each in self.adoptions if not each.verified and not each.retracted)
        sentences.extend(f"《{each.title}》{each.outlet}采用的凭据还没核实，暂不计分。" for each in claimed)
        return tuple(sentences)

    @property
    def content(self) -> str:
        """What the unit was told of itself, as text to compare; its rank moves with others' work."""
        lines = [f"{self.quota} {self.counted} {self.state} {self.this_month.cents} {self.this_year.cents}"]
        lines += [f"{each.number} {each.verdict} {each.reason}" for each in self.drafts]
        lines += [f"{each.title} {each.outlet} {each.adopted_on} {each.verified}" for each in self.adoptions]
        lines += [f"{each.kind} {each.about} {each.arithmetic} {each.cents}" for each in self.entries]
        return "\n".join(lines)
