"""Writing the rows of a sheet into the register, inside the one act of their batch."""

from dataclasses import dataclass, replace

from jinshi_desk.domain.adoptions import Mode, NewAdoption
from jinshi_desk.domain.drafts import Draft, NewDraft, Status, title_key
from jinshi_desk.domain.facts import DraftRef, Fact, draft_of
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.registers import Proposal, ProposedAdoption, RowReading
from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.fact_ledgers import Recorded
from jinshi_desk.services.facts import FactLedgers
from jinshi_desk.services.filing import refuse_bad
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.store.audit import Act
from jinshi_desk.store.database import Store


@dataclass(frozen=True, slots=True)
class BatchAnswers:
    """The questions asked once a batch, for rows that do not say (docs/decisions/0012)."""

    forms_on_file: bool = True
    verified: bool = True


class BatchWriter:
    """Writes the rows of a batch inside its act."""

    def __init__(
        self,
        store: Store,
        register: RegisterDesk,
        adoptions: AdoptionDesk,
        answers: BatchAnswers,
        batch: int,
        ledgers: FactLedgers,
    ) -> None:
        self._store = store
        self._ledgers = ledgers
        self._register = register
        self._adoption_desk = adoptions
        self._answers = answers
        self._batch = batch
        self._by_row: dict[tuple[str, int | None], Draft] = {}
        self._renumbered: dict[str, str] = {}
        """The new number of each row whose own went with an import that was undone."""
        self.numbers: list[str] = []
        """Of the drafts that were written; those that only got an adoption are not among them."""
        self.adoptions: list[int] = []
        self.facts: dict[str, list[Recorded]] = {}
        """What was written in the other ledgers, as the batch's record keeps it."""

    def write(self, act: Act, row: RowReading) -> None:
        proposal = row.proposal
        if proposal is None:
            if row.fact is not None:
                self.write_fact(row.fact)
            return
        draft = self._known(row, proposal) or self._new(act, proposal)
        self._by_row[row.sheet, row.row] = draft
        for proposed in proposal.adoptions:
            if not is_there(self._store, draft, proposed):
                row_id = self._adoption_desk.write(draft, as_adoption(proposed, self._answers))
                self.adoptions.append(row_id)

    def write_fact(self, fact: Fact) -> None:
        """Write a row of another ledger, or what was settled about a name."""
        named = draft_of(fact)
        draft = self._named(named) if named else None
        if named is not None and draft is None:
            refuse_bad([Problem("draft", "unknown", detail=named.number or named.title)])
        ledger, rows = self._ledgers.of(fact)
        self.facts.setdefault(ledger, []).append(rows.write(fact, draft))

    def _named(self, named: DraftRef) -> Draft | None:
        renewed = self._renumbered.get(named.number or "")
        return self._store.drafts.get(renewed) if renewed else find_draft(self._store, named)

    def _known(self, row: RowReading, proposal: Proposal) -> Draft | None:
        """Return the draft that the row only adds to: an earlier row's, or one of the register."""
        if row.joins and row.duplicate_of is not None:
            earlier = [draft for (_, number), draft in self._by_row.items() if number == row.duplicate_of]
            if first := self._by_row.get((row.sheet, row.duplicate_of)) or next(iter(earlier), None):
                return first
        if proposal.received_on is None or row.joins:
            renewed = self._renumbered.get(proposal.number or "")
            return self._store.drafts.get(renewed) if renewed else find_draft(self._store, proposal)
        return None

    def _new(self, act: Act, proposal: Proposal) -> Draft:
        draft = as_draft(proposal, self._answers)
        gone = draft.number if draft.number and self._store.batches.took_back(draft.number) else None
        if gone:
            draft = replace(draft, number=None)
        status = proposal.status or Status.ACCEPTED
        number = self._register.write(act, draft, status, self._batch)
        self.numbers.append(number)
        if gone:
            self._renumbered[gone] = number
        written = self._store.drafts.get(number)
        if status is Status.VOID or proposal.status_reason:
            since, void_month = draft.received_on, written.quota_month if status is Status.VOID else None
            self._store.drafts.set_status(written.id, status, proposal.status_reason, since, void_month)
        return written


def as_draft(proposal: Proposal, answers: BatchAnswers) -> NewDraft:
    """Return the draft of a row that is in no doubt any more."""
    if proposal.units is None or proposal.category is None or proposal.received_on is None:
        raise ValueError("a row in doubt was to be imported")
    form = answers.forms_on_file if proposal.approval_on_file is None else proposal.approval_on_file
    return NewDraft(
        title=proposal.title,
        units=proposal.units,
        category=proposal.category,
        received_on=proposal.received_on,
        authors=proposal.authors,
        form=proposal.form,
        source=proposal.source,
        word_count=proposal.word_count,
        makeup=proposal.makeup,
        approval_on_file=form,
        authors_incomplete=proposal.authors_incomplete,
        duplicate_confirmed=proposal.duplicate_confirmed,
        note=proposal.note,
        attachments=proposal.attachments,
        tags=proposal.tags,
        number=proposal.number,
    )


def as_adoption(proposed: ProposedAdoption, answers: BatchAnswers) -> NewAdoption:
    """Return the adoption of a row; registered in the month it ran where the sheet does not say (§3.6)."""
    if proposed.outlet is None or proposed.adopted_on is None:
        raise ValueError("an adoption in doubt was to be imported")
    return NewAdoption(
        outlet=proposed.outlet,
        adopted_on=proposed.adopted_on,
        registered_on=proposed.registered_on or proposed.adopted_on,
        mode=proposed.mode or Mode.SOLE,
        position=proposed.position,
        place=" ".join(filter(None, (proposed.page, proposed.place))),
        evidence=proposed.evidence,
        verified=answers.verified if proposed.verified is None else proposed.verified,
    )


def find_draft(store: Store, proposal: Proposal | DraftRef) -> Draft | None:
    """Return the draft a row speaks of: by number, else by unit and title (product page, import).

    A number that went with an import that was undone names nothing any more.
    """
    number = proposal.number
    if number and store.drafts.exists(number) and not store.batches.took_back(number):
        found = store.drafts.get(number)
        same_title = not proposal.title or title_key(found.title) == title_key(proposal.title)
        return found if same_title else None
    same = store.drafts.same_title(proposal.units, proposal.title) if proposal.units else None
    return store.drafts.get(same) if same else None


def is_there(store: Store, draft: Draft, proposed: ProposedAdoption) -> bool:
    """Tell whether the same outlet on the same day is registered."""
    wanted = (proposed.outlet, proposed.adopted_on)
    return any(
        not adoption.voided and (adoption.outlet, adoption.adopted_on) == wanted
        for adoption in store.adoptions.of_draft(draft.id)
    )
