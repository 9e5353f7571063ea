"""The desk for sheets: read a file, decide its doubtful rows, bring the others in as one batch."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain import drafts
from jinshi_desk.domain.adoptions import Mode, NewAdoption
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Draft, NewDraft, Status, title_key
from jinshi_desk.domain.matching import OutletNames, UnitNames
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.registers import (
    Action,
    FileReading,
    Flag,
    Proposal,
    ProposedAdoption,
    RowReading,
)
from jinshi_desk.packages import read_file as read_bytes
from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.progress import Progress, Unwatched
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.sheets.cell_readers import Names
from jinshi_desk.sheets.decisions import Decisions
from jinshi_desk.sheets.grids import Workbook
from jinshi_desk.sheets.opening import open_workbook
from jinshi_desk.sheets.reading import Choices, interpret
from jinshi_desk.store.audit import Act
from jinshi_desk.store.database import Store

ALREADY = "already_registered"
_TOPICS = (Topic.DRAFTS, Topic.ADOPTIONS, Topic.POINTS, Topic.PEOPLE)


@dataclass(frozen=True, slots=True)
class BatchAnswers:
    """The questions asked once a batch, for rows that do not say (docs/decisions/0012)."""

    forms_on_file: bool = True
    verified: bool = True


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """A file whose cells are in memory, and what its rows say under the decisions so far."""

    path: Path
    workbook: Workbook
    reading: FileReading
    decisions: Decisions
    headings: Mapping[str, str]
    earlier: str | None
    """When the same file was imported before."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a batch brought: its id and the numbers of its drafts, new and known."""

    batch: int
    numbers: tuple[str, ...]
    adoptions: int


class ImportDesk:
    """What a clerk does with a unit's or the office's own sheet."""

    def __init__(
        self, store: Store, register: RegisterDesk, adoptions: AdoptionDesk, today: Callable[[], date]
    ) -> None:
        self._store = store
        self._register = register
        self._adoptions = adoptions
        self._today = today

    def open(
        self, path: Path, decisions: Decisions | None = None, progress: Progress | None = None
    ) -> OpenSheet:
        """Read a file.

        Raises:
            CannotRead, EmptyFile, NotAWorkbook, EncryptedFile, DamagedFile, OversizedFile, NoHeader.
        """
        watch = progress or Unwatched()
        workbook = open_workbook(path, watch)
        return self._interpreted(path, workbook, decisions or Decisions(), {}, watch)

    def decide(
        self,
        sheet: OpenSheet,
        decisions: Decisions,
        headings: Mapping[str, str] | None = None,
        progress: Progress | None = None,
    ) -> OpenSheet:
        """Return the same file read under other decisions or headings; the file is not read again."""
        meant = sheet.headings if headings is None else headings
        return self._interpreted(sheet.path, sheet.workbook, decisions, meant, progress or Unwatched())

    def bring_in(self, sheet: OpenSheet, answers: BatchAnswers, progress: Progress | None = None) -> Imported:
        """Register every row that is to be imported, all or none; the original is kept with the batch."""
        reading, watch = sheet.reading, progress or Unwatched()
        counts = reading.counts
        kept = {
            "read": counts.read,
            "imported": counts.imported,
            "skipped": counts.skipped,
            "undecided": counts.asked,
        }
        with self._store.writing("import", *_TOPICS) as act:
            batch = self._store.batches.add(
                reading.file, reading.sha256, read_bytes(sheet.path), kept, self._store.now()
            )
            writer = _BatchWriter(self._store, self._register, self._adoptions, answers, batch)
            rows = [row for row in reading.rows if row.action is Action.IMPORT]
            for done, row in enumerate(rows):
                watch.step(done, len(rows), row.sheet)
                writer.write(act, row)
            act.subject = f"batch {batch}"
            act.before = {}
            act.after = {"file": reading.file, "sha256": reading.sha256, **kept, "drafts": writer.numbers}
        return Imported(batch, tuple(writer.numbers), writer.adoptions)

    def _interpreted(
        self,
        path: Path,
        workbook: Workbook,
        decisions: Decisions,
        headings: Mapping[str, str],
        progress: Progress,
    ) -> OpenSheet:
        names = Names(
            UnitNames(self._store.units.all()),
            OutletNames(self._store.outlets.all()),
            frozenset(person.name for person in self._store.people.all()),
        )
        known = self._store.drafts.same_title
        choices = Choices(decisions, headings, lambda unit, key: known((unit,), key))
        reading = interpret(workbook, names, choices, progress)
        checked = _Checker(self._store, self._today(), reading).checked()
        earlier = self._store.batches.earlier(reading.sha256)
        return OpenSheet(path, workbook, checked, decisions, headings, earlier)


class _Checker:
    """Holds a reading against the register: what is there already, what could not be filed."""

    def __init__(self, store: Store, today: date, reading: FileReading) -> None:
        self._store = store
        self._today = today
        self._reading = reading
        self._coming = {
            row.proposal.number or title_key(row.proposal.title)
            for sheet in reading.sheets
            if sheet.ledger == "drafts"
            for row in sheet.rows
            if row.action is Action.IMPORT and row.proposal
        }

    def checked(self) -> FileReading:
        sheets = tuple(
            replace(sheet, rows=tuple(self._row(row, sheet.ledger) for row in sheet.rows))
            for sheet in self._reading.sheets
        )
        return replace(self._reading, sheets=sheets)

    def _row(self, row: RowReading, ledger: str | None) -> RowReading:
        if row.proposal is None or row.action is Action.SKIP:
            return row
        there = find_draft(self._store, row.proposal)
        if ledger == "adoptions":
            return self._adoption_row(row, row.proposal, there)
        if there is not None and row.proposal.number == there.number:
            return replace(row, action=Action.SKIP, reason=ALREADY, questions=())
        if row.action is Action.ASK:
            return row
        faults = [problem_phrase(problem) for problem in self._faults(row.proposal)]
        if not faults:
            return row
        return replace(row, action=Action.ASK, flags=(*row.flags, Flag("not_fileable", "；".join(faults))))

    def _adoption_row(self, row: RowReading, proposal: Proposal, there: Draft | None) -> RowReading:
        if there is None:
            if (proposal.number or title_key(proposal.title)) in self._coming or row.action is Action.ASK:
                return row
            return replace(row, action=Action.ASK, flags=(*row.flags, Flag("unknown_draft", proposal.title)))
        if proposal.adoptions and all(_is_there(self._store, there, one) for one in proposal.adoptions):
            return replace(row, action=Action.SKIP, reason=ALREADY, questions=())
        return row

    def _faults(self, proposal: Proposal) -> Iterator[Problem]:
        draft = as_draft(proposal, BatchAnswers())
        for problem in drafts.problems(draft, self._today):
            if problem.severity is Severity.BAD:
                yield problem
        if draft.number and self._store.drafts.exists(draft.number):
            yield Problem("number", "taken", detail=draft.number)
        month = self._store.rules.book().counting_month(draft.received_on, makeup=draft.makeup)
        if self._store.months.is_closed(month):
            yield Problem("received_on", "month_closed", detail=month.label)


class _BatchWriter:
    """Writes the rows of a batch inside its act."""

    def __init__(
        self,
        store: Store,
        register: RegisterDesk,
        adoptions: AdoptionDesk,
        answers: BatchAnswers,
        batch: int,
    ) -> None:
        self._store = store
        self._register = register
        self._adoption_desk = adoptions
        self._answers = answers
        self._batch = batch
        self._by_row: dict[tuple[str, int | None], Draft] = {}
        self.numbers: list[str] = []
        self.adoptions = 0

    def write(self, act: Act, row: RowReading) -> None:
        proposal = row.proposal
        if proposal is None:
            return
        draft = self._known(row, proposal) or self._new(act, proposal)
        self._by_row[row.sheet, row.row] = draft
        for proposed in proposal.adoptions:
            if not _is_there(self._store, draft, proposed):
                self._adoption_desk.write(draft, as_adoption(proposed, self._answers))
                self.adoptions += 1

    def _known(self, row: RowReading, proposal: Proposal) -> Draft | None:
        """Return the draft that the row only adds to: an earlier row's, or one of the register."""
        if row.joins and row.duplicate_of is not None:
            earlier = [draft for (_, number), draft in self._by_row.items() if number == row.duplicate_of]
            return self._by_row.get((row.sheet, row.duplicate_of)) or earlier[0]
        if proposal.received_on is None or row.joins:
            return find_draft(self._store, proposal)
        return None

    def _new(self, act: Act, proposal: Proposal) -> Draft:
        draft = as_draft(proposal, self._answers)
        status = proposal.status or Status.ACCEPTED
        number = self._register.write(act, draft, status, self._batch)
        self.numbers.append(number)
        written = self._store.drafts.get(number)
        if status is Status.VOID:
            self._store.drafts.set_status(written.id, status, "", draft.received_on, written.quota_month)
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


def find_draft(store: Store, proposal: Proposal) -> Draft | None:
    """Return the draft a row speaks of: by number, else by unit and title (product page, import)."""
    if proposal.number and store.drafts.exists(proposal.number):
        found = store.drafts.get(proposal.number)
        return found if title_key(found.title) == title_key(proposal.title) else None
    number = store.drafts.same_title(proposal.units, proposal.title) if proposal.units else None
    return store.drafts.get(number) if number else None


def _is_there(store: Store, draft: Draft, proposed: ProposedAdoption) -> bool:
    """Tell whether the same outlet on the same day is registered."""
    wanted = (proposed.outlet, proposed.adopted_on)
    return any(
        not adoption.voided and (adoption.outlet, adoption.adopted_on) == wanted
        for adoption in store.adoptions.of_draft(draft.id)
    )
