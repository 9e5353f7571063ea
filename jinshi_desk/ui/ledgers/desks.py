"""The desks that 本月台账 works at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from jinshi_desk.domain.months import Month
from jinshi_desk.services.assignment import AssignmentDesk
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.commission import CommissionDesk
from jinshi_desk.services.correction import CorrectionDesk
from jinshi_desk.services.deduction import DeductionDesk
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.instruction import InstructionDesk
from jinshi_desk.services.lead import LeadDesk
from jinshi_desk.services.ledgers import LedgersDesk
from jinshi_desk.services.meeting import MeetingDesk
from jinshi_desk.services.meeting_papers import MeetingPapers
from jinshi_desk.services.objection import ObjectionDesk
from jinshi_desk.services.pick_packs import PickPackDesk
from jinshi_desk.services.points import PointsDesk
from jinshi_desk.services.quality_pick import QualityPickDesk
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.services.suggestion import SuggestionDesk

_GRACE = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class LedgerDesks:
    """What the window of the ledgers and the forms of its lines are handed."""

    ledgers: LedgersDesk
    instructions: InstructionDesk
    commissions: CommissionDesk
    deductions: DeductionDesk
    corrections: CorrectionDesk
    suggestions: SuggestionDesk
    leads: LeadDesk
    assignments: AssignmentDesk
    objections: ObjectionDesk
    picks: QualityPickDesk
    packs: PickPackDesk
    meetings: MeetingDesk
    meeting_papers: MeetingPapers
    register: RegisterDesk
    points: PointsDesk
    bulletins: BulletinDesk
    exporting: ExportDesk
    undo: Undo
    today: Callable[[], date]

    def near(self, month: Month) -> date:
        """Return the day that typed days are near to: today, or the last of a month that is long over."""
        today = self.today()
        return today if today <= month.last_day + _GRACE else month.last_day
