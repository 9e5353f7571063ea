"""The desks that 报送登记 works at."""

from dataclasses import dataclass

from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.approval import ApprovalDesk
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.points import PointsDesk
from jinshi_desk.services.register import RegisterDesk


@dataclass(frozen=True, slots=True)
class Desks:
    """What the tab is handed."""

    register: RegisterDesk
    adoptions: AdoptionDesk
    approvals: ApprovalDesk
    points: PointsDesk
    export: ExportDesk
    undo: Undo
