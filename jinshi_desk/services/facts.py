"""Every ledger beside drafts and adoptions, by its word and by what its rows tell."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.facts import (
    AssignmentFact,
    CommissionFact,
    CorrectionFact,
    DeductionFact,
    Fact,
    InstructionFact,
    LeadFact,
    MeetingFact,
    ObjectionFact,
    PersonFact,
    PickFact,
    ResolutionFact,
    RetractionFact,
    SuggestionFact,
)
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.units import Exemption, Unit
from jinshi_desk.services.event_facts import (
    CommissionRows,
    CorrectionRows,
    DeductionRows,
    InstructionRows,
    RetractionRows,
)
from jinshi_desk.services.fact_ledgers import FactLedger
from jinshi_desk.services.list_facts import ExemptionRows, OutletRows, UnitRows
from jinshi_desk.services.meeting_facts import MeetingRows, ResolutionRows
from jinshi_desk.services.objection_facts import ObjectionRows
from jinshi_desk.services.person_facts import PersonRows
from jinshi_desk.services.pick_facts import PickRows
from jinshi_desk.services.work_facts import AssignmentRows, LeadRows, SuggestionRows
from jinshi_desk.store.database import Store

TOPICS = (
    Topic.INSTRUCTIONS,
    Topic.COMMISSIONS,
    Topic.DEDUCTIONS,
    Topic.CORRECTIONS,
    Topic.SUGGESTIONS,
    Topic.LEADS,
    Topic.ASSIGNMENTS,
    Topic.OBJECTIONS,
    Topic.PICKS,
    Topic.MEETINGS,
    Topic.EXEMPTIONS,
    Topic.UNITS,
    Topic.OUTLETS,
    Topic.PEOPLE,
)

_LEDGERS: Mapping[str, tuple[type[Any], type[FactLedger[Any]]]] = {
    "units": (Unit, UnitRows),
    "outlets": (Outlet, OutletRows),
    "people": (PersonFact, PersonRows),
    "exemptions": (Exemption, ExemptionRows),
    "instructions": (InstructionFact, InstructionRows),
    "commissions": (CommissionFact, CommissionRows),
    "retractions": (RetractionFact, RetractionRows),
    "deductions": (DeductionFact, DeductionRows),
    "corrections": (CorrectionFact, CorrectionRows),
    "problems": (SuggestionFact, SuggestionRows),
    "leads": (LeadFact, LeadRows),
    "tasks": (AssignmentFact, AssignmentRows),
    "objections": (ObjectionFact, ObjectionRows),
    "picks": (PickFact, PickRows),
    "meetings": (MeetingFact, MeetingRows),
    "resolutions": (ResolutionFact, ResolutionRows),
}
"""What a row of each ledger is, and what serves it, in the order in which they are written."""

_BEFORE_DRAFTS = ("units", "outlets", "people")
ORDER: Mapping[str, int] = {
    ledger: place
    for place, ledger in enumerate(
        (*_BEFORE_DRAFTS, "drafts", "adoptions", *(each for each in _LEDGERS if each not in _BEFORE_DRAFTS))
    )
}
"""Where each ledger comes in a batch: what others speak of comes first."""


class FactLedgers:
    """The ledgers over one data file."""

    def __init__(self, store: Store, today: date) -> None:
        self.by_id: Mapping[str, FactLedger[Any]] = {
            ledger: rows(store, today) for ledger, (_, rows) in _LEDGERS.items()
        }

    def of(self, fact: Fact) -> tuple[str, FactLedger[Any]]:
        """Return the word for the ledger of a fact, and the ledger."""
        ledger = next(ledger for ledger, (kind, _) in _LEDGERS.items() if isinstance(fact, kind))
        return ledger, self.by_id[ledger]
