"""The kinds of fact that an act can change; what a view subscribes to."""

from enum import StrEnum


class Topic(StrEnum):
    """One kind of fact in the data file."""

    DRAFTS = "drafts"
    ADOPTIONS = "adoptions"
    INSTRUCTIONS = "instructions"
    COMMISSIONS = "commissions"
    DEDUCTIONS = "deductions"
    CORRECTIONS = "corrections"
    SUGGESTIONS = "suggestions"
    LEADS = "leads"
    PICKS = "picks"
    MEETINGS = "meetings"
    AWARDS = "awards"
    ASSIGNMENTS = "assignments"
    OBJECTIONS = "objections"
    UNIT_SHEETS = "unit_sheets"
    APPROVALS = "approvals"
    POINTS = "points"
    UNITS = "units"
    EXEMPTIONS = "exemptions"
    REMINDERS = "reminders"
    OUTLETS = "outlets"
    PEOPLE = "people"
    RULES = "rules"
    MONTHS = "months"
    BULLETINS = "bulletins"
    SETTINGS = "settings"
