"""What the rows of the other ledgers say: instructions, commissions, deductions and the rest (§7)."""

from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.assignments import Counting
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.draft_kinds import Category
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.leads import NewLead
from jinshi_desk.domain.meetings import NewMeeting, NewResolution
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import NewObjection, NewRuling
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.domain.roster import Duty
from jinshi_desk.domain.suggestions import NewSuggestion
from jinshi_desk.domain.units import Exemption, Unit


@dataclass(frozen=True, slots=True)
class DraftRef:
    """The draft a row speaks of: by its number, else by unit and title."""

    number: str | None = None
    title: str = ""
    units: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class InstructionFact:
    """A row of 领导批示."""

    draft: DraftRef
    new: NewInstruction


@dataclass(frozen=True, slots=True)
class CommissionFact:
    """A row of 约稿, with what became of it."""

    new: NewCommission
    delivered_on: date | None = None
    draft: DraftRef | None = None
    not_done_on: date | None = None


@dataclass(frozen=True, slots=True)
class DeductionFact:
    """A row of 扣分登记: proposed, and confirmed or rejected where it says so."""

    new: NewDeduction
    draft: DraftRef | None = None
    confirmed: Confirmation | None = None
    rejected: str = ""


@dataclass(frozen=True, slots=True)
class RetractionFact:
    """A row of 撤稿删除: an outlet took a piece down; ``adopted_on`` tells which, if it ran twice."""

    draft: DraftRef
    outlet: str
    retracted_on: date
    adopted_on: date | None = None


@dataclass(frozen=True, slots=True)
class CorrectionFact:
    """A row of 更正; ``booked_month`` is the month it was booked in, where the sheet says so."""

    new: NewCorrection
    booked_month: Month | None = None


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A row of 人员: somebody of a unit; with a duty ``since`` and ``until`` are those of the duty.

    ``moved_from`` is the unit under which the same person stands already.
    """

    name: str
    unit: str
    mark: str = ""
    duty: Duty | None = None
    phone: str = ""
    mobile: str = ""
    since: date | None = None
    until: date | None = None
    moved_from: str = ""


@dataclass(frozen=True, slots=True)
class SuggestionFact:
    """A row of 问题建议, closed where it has a day for that."""

    new: NewSuggestion
    reply: str = ""
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class LeadFact:
    """A row of 线索, with what became of it."""

    new: NewLead
    draft: DraftRef | None = None
    shelved_on: date | None = None
    shelved: str = ""


@dataclass(frozen=True, slots=True)
class AssignmentFact:
    """A row of 任务到人: somebody of a unit is to write ``target`` drafts."""

    name: str
    unit: str
    period: Period
    target: int
    assigned_on: date
    mark: str = ""
    counting: Counting = Counting.VALID
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class ObjectionFact:
    """A row of 异议登记, ruled where it has a ruling; ``new`` names neither draft nor deduction.

    ``type`` is that of the deduction it is about, ``corrected_on`` the day its correction was registered on.
    """

    new: NewObjection
    draft: DraftRef | None = None
    type: str = ""
    ruling: NewRuling | None = None
    corrected_on: date | None = None


@dataclass(frozen=True, slots=True)
class PickFact:
    """A row of 好稿."""

    draft: DraftRef
    new: NewQualityPick


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A row of 例会记录."""

    new: NewMeeting


@dataclass(frozen=True, slots=True)
class ResolutionFact:
    """A row of 议定事项, with what became of it; ``held_on`` is the day of its meeting."""

    held_on: date
    new: NewResolution
    done_on: date | None = None
    result: str = ""


EventFact = InstructionFact | CommissionFact | DeductionFact | RetractionFact | CorrectionFact
ListFact = Exemption | Unit | Outlet | PersonFact
WorkFact = (
    SuggestionFact | LeadFact | AssignmentFact | ObjectionFact | PickFact | MeetingFact | ResolutionFact
)
Fact = EventFact | ListFact | WorkFact


def draft_of(fact: Fact) -> DraftRef | None:
    """Return the draft that a row names, if it names one."""
    match fact:
        case InstructionFact() | RetractionFact() | CommissionFact() | DeductionFact():
            return fact.draft
        case LeadFact() | PickFact():
            return fact.draft
        case ObjectionFact():
            return fact.draft
    return None
