"""Holding a sheet against the register: what is there already, what could not be filed, what was left out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain import drafts
from jinshi_desk.domain.drafts import Draft, title_key
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.registers import (
    Action,
    Cell,
    FileReading,
    Flag,
    Mark,
    Proposal,
    RowReading,
    SheetReading,
)
from jinshi_desk.services.batch_writing import BatchAnswers, as_draft, find_draft, is_there
from jinshi_desk.services.booking import quota_month
from jinshi_desk.sheets.decisions import SKIP, Decisions
from jinshi_desk.store.database import Store

_COLUMN = {"units": "unit", "authors": "author"}
"""The columns that are not called as their fields are."""
ALREADY = "already_registered"


class Checker:
    """Checks one reading under the decisions made so far."""

    def __init__(self, store: Store, today: date, reading: FileReading, decisions: Decisions) -> None:
        self._store = store
        self._today = today
        self._reading = reading
        self._decisions = decisions
        self._coming: set[str] = set()
        """The numbers or title keys of the drafts that the file brings."""
        self._importing: set[int | None] = set()

    def checked(self) -> FileReading:
        """Return the reading; sheets of drafts are looked at first, for others speak of their drafts."""
        rows: dict[int, tuple[RowReading, ...]] = {}
        places = sorted(enumerate(self._reading.sheets), key=lambda place: place[1].ledger != "drafts")
        for place, sheet in places:
            rows[place] = tuple(self._row(row, sheet) for row in sheet.rows)
        sheets = (replace(sheet, rows=rows[place]) for place, sheet in enumerate(self._reading.sheets))
        return replace(self._reading, sheets=tuple(sheets))

    def _row(self, row: RowReading, sheet: SheetReading) -> RowReading:
        if row.proposal is None or row.action is Action.SKIP:
            return row
        if self._decisions.answers.get(f"{row.sheet}!{row.row}") == SKIP:
            return replace(row, action=Action.SKIP, reason="by_decision", questions=())
        there = find_draft(self._store, row.proposal)
        if sheet.ledger == "adoptions":
            return self._adoption_row(row, row.proposal, there)
        row = self._draft_row(row, row.proposal, there)
        if row.action is Action.IMPORT and row.proposal:
            self._coming.add(row.proposal.number or title_key(row.proposal.title))
            self._importing.add(row.row)
        return row

    def _draft_row(self, row: RowReading, proposal: Proposal, there: Draft | None) -> RowReading:
        taken_back = proposal.number is not None and self._store.batches.took_back(proposal.number)
        if there is not None and (taken_back or proposal.number == there.number):
            return replace(row, action=Action.SKIP, reason=ALREADY, questions=())
        if row.action is Action.ASK:
            return row
        if row.joins and there is None and row.duplicate_of not in self._importing:
            return _asking(row, Flag("first_row_left_out", str(row.duplicate_of)))
        if faults := {problem.field: problem_phrase(problem) for problem in self._faults(proposal)}:
            asking = _asking(row, Flag("not_fileable", "；".join(faults.values())))
            return replace(asking, cells={**row.cells, **dict(_marked(row, faults))})
        if taken_back:
            return replace(row, notes=(*row.notes, f"编号 {proposal.number} 已随撤销的导入作废，另给新号"))
        return row

    def _adoption_row(self, row: RowReading, proposal: Proposal, there: Draft | None) -> RowReading:
        if there is None:
            if (proposal.number or title_key(proposal.title)) in self._coming or row.action is Action.ASK:
                return row
            return _asking(row, Flag("unknown_draft", proposal.title))
        if proposal.adoptions and all(is_there(self._store, there, one) for one in proposal.adoptions):
            return replace(row, action=Action.SKIP, reason=ALREADY, questions=())
        return row

    def _is_free(self, number: str) -> bool:
        return not self._store.drafts.exists(number) or self._store.batches.took_back(number)

    def _faults(self, proposal: Proposal) -> Iterator[Problem]:
        draft = as_draft(proposal, BatchAnswers())
        for problem in drafts.problems(draft, self._today):
            if problem.severity is Severity.BAD:
                yield problem
        if draft.number and not self._is_free(draft.number):
            yield Problem("number", "taken", detail=draft.number)
        month = quota_month(self._store, draft.received_on, makeup=draft.makeup)
        if self._store.months.is_closed(month):
            yield Problem("received_on", "month_closed", detail=month.label)


def _marked(row: RowReading, faults: Mapping[str, str]) -> Iterator[tuple[str, Cell]]:
    """Yield the cells at fault, red, with what is wrong with them."""
    for field, phrase in faults.items():
        column = _COLUMN.get(field, field)
        if column in row.cells:
            yield column, replace(row.cells[column], mark=Mark.RED, note=phrase)


def _asking(row: RowReading, flag: Flag) -> RowReading:
    return replace(row, action=Action.ASK, flags=(*row.flags, flag))
