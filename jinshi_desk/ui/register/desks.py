"""The desks that 报送登记 works at."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.approval import ApprovalDesk
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.services.returns import ReturnDesk
from jinshi_desk.services.versions import VersionDesk

if TYPE_CHECKING:
    from jinshi_desk.ui.ledgers.desks import LedgerDesks


@dataclass(frozen=True, slots=True)
class Desks:
    """What the tab is handed."""

    register: RegisterDesk
    adoptions: AdoptionDesk
    approvals: ApprovalDesk
    returns: ReturnDesk
    versions: VersionDesk
    export: ExportDesk
    undo: Undo
    ledgers: "Callable[[], LedgerDesks]"
    """Made when the first draft is shown, which is later than the list."""
