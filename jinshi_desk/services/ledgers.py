"""The desk that lists what happened in a month beside drafts and adoptions (本月台账)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jinshi_desk.domain import deductions
from jinshi_desk.domain.commissions import Commission, Outcome, reminder
from jinshi_desk.domain.corrections import Correction
from jinshi_desk.domain.deductions import Decision, Deduction
from jinshi_desk.domain.drafts import Draft, Status
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.leads import ENDED, LeadState
from jinshi_desk.domain.ledger import Booked, Kind, standing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import Objection
from jinshi_desk.domain.register import RegisterQuery, RegisterRow, Segment
from jinshi_desk.domain.rules import LATE, NO_FORM, DeductionRule
from jinshi_desk.domain.suggestions import Suggestion
from jinshi_desk.services.assignment import AssignmentLine, assignment_lines
from jinshi_desk.services.lead import Followed, followed
from jinshi_desk.services.quality_pick import PickedDraft
from jinshi_desk.services.quality_pick import followed as picked
from jinshi_desk.services.register_list import Spelled
from jinshi_desk.store.database import Store
from jinshi_desk.store.spelling import initials, pinyin

SOON = timedelta(days=3)
"""How long before a commission or a suggestion is due it is among the things to do."""


@dataclass(frozen=True, slots=True)
class InstructionLine:
    """An instruction, its draft, and what the draft's lead unit has by it."""

    event: Instruction
    draft: Draft
    cents: int


@dataclass(frozen=True, slots=True)
class CommissionLine:
    """A commission, the draft that came of it, and what the unit asked has by it."""

    event: Commission
    draft: Draft | None
    cents: int


@dataclass(frozen=True, slots=True)
class DeductionLine:
    """A deduction, what the rules call it, and what it costs or would cost."""

    event: Deduction
    rule: DeductionRule | None
    draft: Draft | None
    cents: int | None


class LedgersDesk:
    """Reads the month's ledgers; what is done to their lines is done at the desk of each."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def instructions(self, month: Month) -> tuple[InstructionLine, ...]:
        """Return the instructions booked in ``month``, those struck out included."""
        return tuple(map(self._instruction, self._store.instructions.all(month)))

    def commissions(self, month: Month) -> tuple[CommissionLine, ...]:
        """Return what was asked, due or settled in ``month``, and what is still due from before."""
        return tuple(
            self._commission(each) for each in self._store.commissions.all() if _concerns(each, month)
        )

    def deductions(self, month: Month) -> tuple[DeductionLine, ...]:
        """Return what was decided or proposed in ``month``; while it is open, all that is undecided."""
        found = {each.id: each for each in self._store.deductions.all(month)}
        if not self._store.months.is_closed(month):
            found |= {each.id: each for each in self._store.deductions.waiting(self._today())}
        return tuple(self._deduction(found[number]) for number in sorted(found))

    def corrections(self, month: Month) -> tuple[Correction, ...]:
        """Return the corrections booked in ``month``, those struck out included."""
        return self._store.corrections.all(month)

    def suggestions(self, month: Month) -> tuple[Suggestion, ...]:
        """Return what was raised or closed in ``month``, and what is open from before."""
        return tuple(each for each in self._store.suggestions.all() if _is_of(each, month))

    def objections(self, month: Month) -> tuple[Objection, ...]:
        """Return what was objected to in ``month`` or said or ruled during it, and what waits from before."""
        return tuple(each for each in self._store.objections.all() if _is_objected(each, month))

    def picks(self, month: Month) -> tuple[PickedDraft, ...]:
        """Return the good drafts of ``month``, those taken back included."""
        return tuple(picked(self._store, each) for each in self._store.quality_picks.all([month]))

    def leads(self, month: Month) -> tuple[Followed, ...]:
        """Return the leads found in ``month`` or settled in it, and those open from before."""
        found = (followed(self._store, each) for each in self._store.leads.all())
        return tuple(each for each in found if _leads_on(each, month))

    def assignments(self, month: Month) -> tuple[AssignmentLine, ...]:
        """Return the tasks of every period that holds ``month``, those struck out included."""
        return tuple(assignment_lines(self._store, lambda each: each.period.holds(month)))

    def commission_reminder(self) -> str:
        """Return the text that asks for what is overdue or due soon; nothing where nothing is."""
        today = self._today()
        names = {unit.id: unit.name for unit in self._store.units.all()}
        waiting = sorted(waiting_commissions(self._store, today + SOON), key=lambda each: each.due_on)
        return reminder([(names[each.unit], each.subject, each.due_on) for each in waiting], today)

    def of_draft(self, number: str) -> tuple[tuple[InstructionLine, ...], tuple[CommissionLine, ...]]:
        """Return the instructions on a draft and the commissions it answers."""
        draft = self._store.drafts.get(number)
        given = self._store.instructions.of_draft(draft.id)
        asked = self._store.commissions.of_draft(draft.id)
        return tuple(map(self._instruction, given)), tuple(map(self._commission, asked))

    def is_closed(self, month: Month) -> bool:
        """Tell whether what is booked in ``month`` can only be corrected."""
        return self._store.months.is_closed(month)

    def closed_months(self) -> tuple[Month, ...]:
        """Return the closed months that anything was booked in, the latest first."""
        months = (Month.parse(text) for text in reversed(self._store.ledger.months()))
        return tuple(month for month in months if self._store.months.is_closed(month))

    def corrected_so_far(self, unit: str, month: Month) -> int:
        """Return what ``unit`` has of a closed month with all corrections until now, as T19 tells it."""
        booked = self._store.ledger.of_unit(unit, month, month)
        own = sum(entry.cents for entry in booked if entry.kind is not Kind.CARRY)
        return own + sum(each.cents for each in self._store.corrections.of_month(unit, month))

    def deduction_types(self, day: date) -> list[Spelled]:
        """Return what can be deducted for by the rules in force on ``day``, with its spelling.

        Lateness is left out: it is deducted by itself.
        """
        return [
            Spelled(key, rule.name, pinyin(rule.name), initials(rule.name))
            for key, rule in self._rules(day).items()
            if key != LATE
        ]

    def deduction_rule(self, kind: str, day: date) -> DeductionRule | None:
        """Return what the rules in force on ``day`` say of a type."""
        return self._rules(day).get(kind)

    def find_drafts(
        self, words: str, month: Month | None = None, unit: str | None = None, limit: int = 12
    ) -> list[RegisterRow]:
        """Return the drafts that ``words`` occur in, those of ``month`` first, then the newest.

        Where ``unit`` is given only those it leads.
        """
        page = self._store.register.page
        near = page(RegisterQuery(month, words, unit=unit), 0, limit) if month is not None else []
        known = {row.id for row in near}
        others = (row for row in page(RegisterQuery(None, words, unit=unit), 0, limit) if row.id not in known)
        return [*near, *others][:limit]

    def missing_forms(self, month: Month) -> tuple[int, int]:
        """Return how many drafts of ``month`` lack their form, and how many of these were not proposed."""
        query = RegisterQuery(month, segment=Segment.FORM_MISSING)
        rows = self._store.register.page(query, 0, self._store.register.count(query))
        open_ones = (row for row in rows if not self._was_proposed(row.id))
        return len(rows), sum(1 for _ in open_ones)

    def _was_proposed(self, draft: int) -> bool:
        return any(
            each.type == NO_FORM and not each.voided for each in self._store.deductions.of_draft(draft)
        )

    def _instruction(self, event: Instruction) -> InstructionLine:
        draft = self._store.drafts.by_id(event.draft)
        entries = (each for each in self._store.ledger.of_draft(draft.id) if each.instruction == event.id)
        return InstructionLine(event, draft, _held(entries, draft.lead))

    def _commission(self, event: Commission) -> CommissionLine:
        draft = self._store.drafts.by_id(event.draft) if event.draft else None
        return CommissionLine(event, draft, _held(self._store.ledger.of_commission(event.id), event.unit))

    def _deduction(self, event: Deduction) -> DeductionLine:
        day = event.confirmed_on or event.proposed_on
        rules = self._store.rules.book().find(Month.of(day))
        draft = self._store.drafts.by_id(event.draft_id) if event.draft_id else None
        costs = event.decision in (Decision.PROPOSED, Decision.CONFIRMED)
        rule = rules.deductions.get(event.type) if rules else None
        return DeductionLine(event, rule, draft, deductions.amount(event, rules) if costs else None)

    def _rules(self, day: date) -> dict[str, DeductionRule]:
        rules = self._store.rules.book().find(Month.of(day))
        return dict(rules.deductions) if rules else {}


def waiting_suggestions(store: Store, until: date) -> Iterator[Suggestion]:
    """Yield what is due on ``until`` or before and has no reply."""
    for each in store.suggestions.all():
        if not each.voided and each.closed_on is None and each.due_on is not None and each.due_on <= until:
            yield each


def unassigned_leads(store: Store) -> Iterator[Followed]:
    """Yield the leads that nobody is in charge of."""
    for each in store.leads.all():
        if not each.voided and not each.office:
            lead = followed(store, each)
            if lead.state is LeadState.NEW:
                yield lead


def waiting_commissions(store: Store, until: date) -> Iterator[Commission]:
    """Yield what was due on ``until`` or before and has neither come nor been given up."""
    for each in store.commissions.all():
        if not each.voided and each.outcome is Outcome.PENDING and each.due_on <= until:
            yield each


def _is_of(each: Suggestion, month: Month) -> bool:
    raised = Month.of(each.received_on)
    closed = Month.of(each.closed_on) if each.closed_on else None
    return month in (raised, closed) or (raised < month and closed is None and not each.voided)


def _is_objected(each: Objection, month: Month) -> bool:
    said = Month.of(each.received_on)
    ruled = {Month.of(ruling.ruled_on) for ruling in each.rulings if not ruling.voided}
    return month in {each.month, said, *ruled} or (each.waits and said < month)


def _leads_on(lead: Followed, month: Month) -> bool:
    event, draft = lead.event, lead.draft
    days = (event.found_on, event.assigned_on, event.shelved_on, draft and draft.received_on, lead.adopted_on)
    waits = lead.state not in ENDED and not event.voided
    return month in {Month.of(day) for day in days if day} or (waits and Month.of(event.found_on) < month)


def _concerns(commission: Commission, month: Month) -> bool:
    asked, due = Month.of(commission.asked_on), Month.of(commission.due_on)
    late = commission.outcome is Outcome.PENDING and not commission.voided and due < month
    return late or month in (asked, due, commission.booked_month)


def _held(entries: Iterable[Booked], unit: str) -> int:
    return sum(entry.cents for entry in standing(tuple(entries)) if entry.unit == unit)


def is_gone(draft: Draft | None) -> bool:
    """Tell whether what a draft earned was taken back."""
    return draft is not None and draft.status is Status.VOID
