"""The desk for sheets: read a file, decide its doubtful rows, bring the others in as one batch."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import BadDecisions, CannotRead, CannotWrite
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.registers import (
    Action,
    Candidate,
    FileReading,
    Proposal,
    Question,
)
from jinshi_desk.domain.units import Unit
from jinshi_desk.packages import read_file as read_bytes
from jinshi_desk.safe_files import cause, replace_file
from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.answers import offered
from jinshi_desk.services.batch_writing import BatchAnswers, BatchWriter
from jinshi_desk.services.checking import Checker
from jinshi_desk.services.facts import ORDER, FactLedgers
from jinshi_desk.services.facts import TOPICS as FACT_TOPICS
from jinshi_desk.services.introduced import NEW, roster_of
from jinshi_desk.services.progress import Progress, Unwatched
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.services.register_list import Spelled
from jinshi_desk.services.senders import known_headings, remember_headings
from jinshi_desk.services.undoing import undo_batch
from jinshi_desk.sheet_words import in_words
from jinshi_desk.sheets.cells import text_of
from jinshi_desk.sheets.decisions import IMPORT, SKIP, Decisions, parse_decisions
from jinshi_desk.sheets.grids import Workbook
from jinshi_desk.sheets.ledgers import SERIALS, plain_heading
from jinshi_desk.sheets.opening import open_workbook
from jinshi_desk.sheets.reading import Choices, interpret
from jinshi_desk.sheets.undecided import write_undecided
from jinshi_desk.store.database import Store

__all__ = ["IMPORT", "NEW", "SKIP", "BatchAnswers", "Decisions", "ImportDesk", "Imported", "OpenSheet"]

_TOPICS = (Topic.DRAFTS, Topic.ADOPTIONS, Topic.POINTS, Topic.PEOPLE, *FACT_TOPICS)


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
    added: tuple[Unit | Outlet, ...] = ()
    """What the clerk settled about names: new units and outlets, and other names of known ones."""

    def written(self, sheet: str, row: int, column: int) -> str:
        """Return what stands in a cell of the file itself; empty where there is nothing."""
        grid = next(grid for grid in self.workbook.grids if grid.name == sheet)
        value = grid.rows.get(row, {}).get(column)
        return "" if value is None else text_of(value)

    @property
    def unused(self) -> tuple[str, ...]:
        """The headings of columns that hold something and are not read, serial numbers aside."""
        grids = {grid.name: grid for grid in self.workbook.grids}
        found: dict[str, None] = {}
        for sheet in self.reading.sheets:
            read = set(sheet.columns.values())
            rows = [row for number, row in grids[sheet.name].rows.items() if number > (sheet.header_row or 0)]
            for place, heading in sheet.headings.items():
                if place in read or plain_heading(heading) in SERIALS or not sheet.rows:
                    continue
                if any(place in row for row in rows):
                    found.setdefault(" ".join(heading.split()))
        return tuple(found)

    @property
    def asks_for_forms(self) -> bool:
        """Whether a draft to be imported does not say if its approval form is on file."""
        return any(
            proposal.approval_on_file is None and proposal.received_on for proposal in self._importing()
        )

    @property
    def asks_for_proof(self) -> bool:
        """Whether an adoption to be imported does not say if it was checked."""
        adoptions = (adoption for proposal in self._importing() for adoption in proposal.adoptions)
        return any(adoption.verified is None for adoption in adoptions)

    def _importing(self) -> Iterator[Proposal]:
        for row in self.reading.rows:
            if row.action is Action.IMPORT and row.proposal is not None:
                yield row.proposal


@dataclass(frozen=True, slots=True)
class Imported:
    """What a batch brought: its id and the numbers of its drafts, new and known."""

    batch: int
    numbers: tuple[str, ...]
    adoptions: int
    facts: Mapping[str, int] = field(default_factory=dict)
    """How many rows came into each other ledger."""


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
        opened = self._interpreted(path, workbook, decisions or Decisions(), {}, watch)
        headings = known_headings(self._store, opened.reading)
        return self.decide(opened, opened.decisions, headings, watch) if headings else opened

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
            ledgers = FactLedgers(self._store, self._today())
            writer = BatchWriter(self._store, self._register, self._adoptions, answers, batch, ledgers)
            for added in sheet.added:
                writer.write_fact(added)
            sheets = sorted(reading.sheets, key=lambda sheet: ORDER.get(sheet.ledger or "", 0))
            rows = [row for sheet in sheets for row in sheet.rows if row.action is Action.IMPORT]
            for done, row in enumerate(rows):
                watch.step(done, len(rows), row.sheet)
                writer.write(act, row)
            act.subject = f"batch {batch}"
            act.before = {}
            act.after = {
                "file": reading.file,
                "sha256": reading.sha256,
                **kept,
                "drafts": writer.numbers,
                "adoptions": writer.adoptions,
                "facts": writer.facts,
            }
            remember_headings(self._store, reading, sheet.headings)
        facts = {ledger: len(written) for ledger, written in writer.facts.items()}
        return Imported(batch, tuple(writer.numbers), len(writer.adoptions), facts)

    def undo_batch(self, batch: int) -> tuple[int, int]:
        """Take an import back whole; return how many drafts and adoptions. Raises as ``undoing`` says."""
        return undo_batch(self._store, batch, self._today())

    def fetch_doubtful(self, month: Month, folder: Path) -> list[Path]:
        """Put the sheets of ``month`` with rows left undecided into ``folder``, to be imported again.

        Raises:
            CannotWrite: the machine would not let us write.
        """
        written = []
        for each in self._store.batches.doubtful(month):
            path = folder / str(each.id) / each.file
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(self._store.batches.original(each.id))
            except OSError as error:
                raise CannotWrite(str(path), cause(error)) from error
            written.append(path)
        return written

    def offered(self, question: Question) -> tuple[Candidate, ...]:
        """Return the answers to a question that can be given with one key, the likeliest first."""
        return offered(question)

    def units(self) -> list[Spelled]:
        """Return the units to choose from."""
        return self._register.spelled_units(self._today())

    def outlets(self) -> list[Spelled]:
        """Return the outlets to choose from."""
        return self._register.spelled_outlets()

    def today(self) -> date:
        """Return the day it is at this desk."""
        return self._today()

    def write_undecided(self, sheet: OpenSheet, path: Path) -> None:
        """Write the rows that are still in doubt as a sheet for the sender, with the reasons in words.

        Raises:
            CannotWrite: the machine would not let us write.
        """
        write_undecided(in_words(sheet.reading), path)

    def save_decisions(self, decisions: Decisions, path: Path) -> None:
        """Write decisions to be used for another file.

        Raises:
            CannotWrite: the machine would not let us write.
        """
        with replace_file(path) as draft:
            draft.write_text(decisions.to_json(), encoding="utf-8")

    def load_decisions(self, path: Path) -> Decisions:
        """Return the decisions kept in a file.

        Raises:
            CannotRead, BadDecisions: it can't be read, or does not hold decisions.
        """
        try:
            return parse_decisions(path.read_text(encoding="utf-8-sig"), path.name)
        except OSError as error:
            raise CannotRead(path.name, cause(error)) from error
        except UnicodeDecodeError as error:
            raise BadDecisions(path.name) from error

    def _interpreted(
        self,
        path: Path,
        workbook: Workbook,
        decisions: Decisions,
        headings: Mapping[str, str],
        progress: Progress,
    ) -> OpenSheet:
        deductions = {
            kind: rule.name
            for rules in self._store.rules.book().versions
            for kind, rule in rules.deductions.items()
        }
        known = self._store.drafts.same_title
        choices = Choices(decisions, headings, lambda unit, key: known((unit,), key))
        roster = roster_of(self._store, decisions, Month.of(self._today()))
        while True:  # until its lists add no more names: people, say, of units that it brings itself
            reading = interpret(workbook, roster.names(deductions), choices, progress)
            checked = Checker(self._store, self._today(), reading, decisions, roster.unit_ids).checked()
            wider = roster.joined_by(checked)
            if wider is roster:
                break
            roster = wider
        earlier = self._store.batches.earlier(reading.sha256)
        added = roster.brought_by(checked)
        return OpenSheet(path, workbook, checked, decisions, headings, earlier, added)
