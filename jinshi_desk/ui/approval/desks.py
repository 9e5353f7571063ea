"""The desks that 审批表 works at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jinshi_desk.services.approval import ApprovalDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.form_files import FormFiles
from jinshi_desk.services.form_printing import FormPrinting
from jinshi_desk.services.ledgers import LedgersDesk
from jinshi_desk.services.releasing import ReleaseDesk
from jinshi_desk.services.returns import ReturnDesk
from jinshi_desk.services.signing import SigningDesk


@dataclass(frozen=True, slots=True)
class ApprovalDesks:
    """What the tab is handed; ``ledgers`` finds drafts by what is typed."""

    forms: ApprovalDesk
    signing: SigningDesk
    printing: FormPrinting
    files: FormFiles
    releasing: ReleaseDesk
    returns: ReturnDesk
    ledgers: LedgersDesk
    undo: Undo
    today: Callable[[], date]
