"""Which ledgers there are."""

from enum import StrEnum


class Ledger(StrEnum):
    """The ledgers, in their order."""

    INSTRUCTIONS = "instructions"
    COMMISSIONS = "commissions"
    DEDUCTIONS = "deductions"
    CORRECTIONS = "corrections"
    OBJECTIONS = "objections"
    PLATFORM = "platform"
    SUGGESTIONS = "suggestions"
    LEADS = "leads"
    ASSIGNMENTS = "assignments"
    PICKS = "picks"
    MEETINGS = "meetings"
