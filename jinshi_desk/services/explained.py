"""An entry with all that is behind it: its draft, where it ran, the clause, who booked it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jinshi_desk import chain_words, wording
from jinshi_desk.domain import arithmetic
from jinshi_desk.domain.adoptions import Adoption
from jinshi_desk.domain.corrections import Correction
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.late_registration import late_mark
from jinshi_desk.domain.ledger import Booked, Entry, Kind
from jinshi_desk.domain.outlets import Level, Outlet
from jinshi_desk.domain.rules import RuleBook
from jinshi_desk.domain.sharing import sharing_authors
from jinshi_desk.domain.units import Unit
from jinshi_desk.store.audit import Done
from jinshi_desk.store.database import Store
from jinshi_desk.wording import Event

_BATCH = re.compile(r"batch (\d+)")


@dataclass(frozen=True, slots=True)
class Explained:
    """An entry with the draft, the adoption or the other event that it is for, where there are any."""

    entry: Entry
    draft_no: str = ""
    title: str = ""
    outlet: str = ""
    adopted_on: date | None = None
    event: Event | None = None
    basis: str = ""
    """The clauses that were applied, in words."""
    level: Level | None = None
    rules: str = ""
    """The rule set in force, by its title and first month."""
    among: tuple[str, ...] = ()
    """The units, or the authors, that share the draft's points, by name; none where it is shared by none."""
    undoes: str = ""
    """What it takes back or puts right, in words."""
    booked: Done | None = None
    """Who booked it, by which act, and when; none while it is worked out anew until the month closes."""
    file: str = ""
    """The sheet that it came with, where that is how it was booked."""

    @property
    def about(self) -> str:
        """What the event was, in words; empty for an adoption."""
        return wording.event_phrase(self.event) if self.event else ""

    @property
    def roundings(self) -> tuple[str, ...]:
        """Where a fraction of a cent was rounded: ``1.125 → 1.13``."""
        return arithmetic.roundings(self.entry.arithmetic, len(self.among))


def basis(entry: Entry, book: RuleBook) -> str:
    """Say which clauses an entry follows; its own rule set names the types of deduction."""
    versions = (*book.versions, *book.withdrawn)
    applied = (version.deductions for version in versions if version.id == entry.rule_set)
    names = {kind: rule.name for deductions in applied for kind, rule in deductions.items()}
    return wording.clause_phrase(entry.clause, names)


class Explaining:
    """Explains entries; what many of them are for is read once. Made anew for every question."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._drafts: dict[int, Draft] = {}
        self._adoptions: dict[int, Adoption] = {}

    def explained(self, entries: Iterable[Entry]) -> tuple[Explained, ...]:
        """Return each of ``entries`` with all that is behind it, in the same order."""
        asked = tuple(entries)
        done = self._store.audit.done(each.act for each in asked if isinstance(each, Booked) and each.act)
        return tuple(self._explained(each, done) for each in asked)

    def _explained(self, entry: Entry, done: Mapping[int, Done]) -> Explained:
        booked = done.get(entry.act or 0) if isinstance(entry, Booked) else None
        event = self._event(entry)
        ran = self._adoption(entry.adoption)
        draft = self._draft(entry.draft)
        outlet = self._outlets[ran.outlet] if ran else None
        return Explained(
            entry,
            draft.number if draft else "",
            draft.title if draft else "",
            outlet.name if outlet else "",
            ran.adopted_on if ran else None,
            event,
            "；".join(part for part in (basis(entry, self._book), _late(entry, ran)) if part),
            outlet.level if outlet else None,
            self._rules.get(entry.rule_set, entry.rule_set),
            self._among(entry, draft),
            self._undoes(entry, event, ran, draft),
            booked,
            self._file(booked),
        )

    @cached_property
    def _book(self) -> RuleBook:
        return self._store.rules.book()

    @cached_property
    def _rules(self) -> Mapping[str, str]:
        return {
            version.id: f"《{version.title}》{version.effective_from.label}起"
            for version in (*self._book.withdrawn, *self._book.versions)
        }

    @cached_property
    def _outlets(self) -> Mapping[str, Outlet]:
        return {outlet.id: outlet for outlet in self._store.outlets.all()}

    @cached_property
    def _units(self) -> Mapping[str, Unit]:
        return {unit.id: unit for unit in self._store.units.all()}

    def _draft(self, draft: int | None) -> Draft | None:
        if draft is not None and draft not in self._drafts:
            self._drafts[draft] = self._store.drafts.by_id(draft)
        return None if draft is None else self._drafts[draft]

    def _adoption(self, adoption: int | None) -> Adoption | None:
        if adoption is not None and adoption not in self._adoptions:
            self._adoptions[adoption] = self._store.adoptions.get(adoption)
        return None if adoption is None else self._adoptions[adoption]

    def _event(self, entry: Entry) -> Event | None:
        """Return the instruction, commission, deduction or correction behind an entry."""
        if entry.instruction is not None:
            return self._store.instructions.get(entry.instruction)
        if entry.commission is not None:
            return self._store.commissions.get(entry.commission)
        if entry.deduction is not None:
            return self._store.deductions.get(entry.deduction)
        return None if entry.correction is None else self._store.corrections.get(entry.correction)

    def _among(self, entry: Entry, draft: Draft | None) -> tuple[str, ...]:
        """Return the names of the units of one group, or of the authors, that share a draft's points."""
        if draft is not None and entry.person is not None:
            return self._sharing(entry, draft)
        if draft is None or entry.unit not in draft.units or len(draft.units) < 2:
            return ()
        month, units = entry.booked_month, [self._units[unit] for unit in draft.units]
        group = self._units[entry.unit].group_in(month)
        return tuple(unit.name_in(month) for unit in units if unit.group_in(month) is group)

    def _sharing(self, entry: Entry, draft: Draft) -> tuple[str, ...]:
        """Return the authors that share the points of a draft, where there are several."""
        rules = next((version for version in self._book.versions if version.id == entry.rule_set), None)
        roles = [(place, author.role) for place, author in enumerate(draft.authors)]
        sharing = sharing_authors(roles, rules.authors) if rules else []
        return tuple(draft.authors[place].label for place in sharing) if len(sharing) > 1 else ()

    def _undoes(self, entry: Entry, event: Event | None, ran: Adoption | None, draft: Draft | None) -> str:
        if isinstance(event, Correction) and event.entry is not None:
            wrong = self._store.ledger.get(event.entry)
            return chain_words.wrong_entry_phrase(wrong) if wrong else ""
        if entry.kind is not Kind.REVERSAL:
            return ""
        if ran is not None and ran.retracted_on is not None:
            return chain_words.retracted_phrase(ran.retracted_on)
        return chain_words.void_phrase(draft.status_reason) if draft else ""

    def _file(self, booked: Done | None) -> str:
        batch = _BATCH.fullmatch(booked.subject) if booked else None
        return self._store.batches.get(int(batch[1])).file if batch else ""


def _late(entry: Entry, ran: Adoption | None) -> str:
    """Say that an adoption came too late for its own month; what is taken back later is not late."""
    if ran is None or entry.kind is Kind.REVERSAL:
        return ""
    return late_mark(ran.adopted_on, entry.booked_month)
