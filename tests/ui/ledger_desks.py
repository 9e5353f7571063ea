"""The desks of 本月台账 over a test's office."""

from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.ledgers import LedgersDesk
from jinshi_desk.services.meeting_papers import MeetingPapers
from jinshi_desk.services.pick_packs import PickPackDesk
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from tests.office import Office


def ledger_desks(office: Office) -> LedgerDesks:
    """Return the desks; nothing is typeset."""
    return LedgerDesks(
        LedgersDesk(office.store, office.today),
        office.instruction,
        office.commission,
        office.deduction,
        office.correction,
        office.suggestions,
        office.leads,
        office.assignments,
        office.objections,
        office.picks,
        PickPackDesk(office.store),
        office.meetings,
        MeetingPapers(office.store, Press(system_fonts=False)),
        office.register,
        office.points,
        BulletinDesk(office.store, Press(system_fonts=False)),
        ExportDesk(office.store),
        office.undo,
        office.today,
    )
