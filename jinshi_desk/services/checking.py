"""Holding a sheet against the register: what is there already, what could not be filed, what was left out."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain import drafts
from jinshi_desk.domain.drafts import Draft, title_key
from jinshi_desk.domain.facts import DraftRef, Fact, RetractionFact, draft_of
from jinshi_desk.domain.late_registration import late_problems
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.registers import (
    Action,
    Candidate,
    Cell,
    FileReading,
    Flag,
    Mark,
    Proposal,
    Question,
    RowReading,
    SheetReading,
)
from jinshi_desk.domain.rules import RuleBook
from jinshi_desk.domain.units import Unit
from jinshi_desk.services.authors import author_problems
from jinshi_desk.services.batch_writing import BatchAnswers, as_adoption, as_draft, find_draft, is_there
from jinshi_desk.services.booking import quota_month
from jinshi_desk.services.fact_ledgers import Known
from jinshi_desk.services.facts import ORDER, FactLedgers
from jinshi_desk.sheets.decisions import IMPORT, SKIP, Decisions
from jinshi_desk.store.database import Store

_COLUMN = {
    "units": "unit",
    "authors": "author",
    "cents": "points",
    "since": "post_since",
    "until": "post_until",
    "objected_on": "received_on",
}
"""The columns that are not called as their fields are."""
ALREADY = "already_registered"
_title_key = lru_cache(4096)(title_key)  # each row is asked for its key several times
_LEAVE_OR_TAKE = (Candidate(SKIP, "不导入"), Candidate(IMPORT, "另算一条"))


class Checker:
    """Checks one reading under the decisions made so far; ``units`` are on file or come with it."""

    def __init__(
        self, store: Store, today: date, reading: FileReading, decisions: Decisions, units: Container[str]
    ) -> None:
        self._store = store
        self._today = today
        self._reading = reading
        self._decisions = decisions
        self._units = units
        self._ledgers = FactLedgers(store, today)
        self._coming: set[str | tuple[str, str]] = set()
        """The drafts that the file brings: their numbers, and their units with their title keys."""
        self._running: set[tuple[str | tuple[str, str], str | None]] = set()
        """The same with the outlets that the file says they ran in."""
        self._told: dict[Fact, int | None] = {}
        """The rows of other ledgers, to know one that comes again."""
        self._listed: dict[tuple[type, str], RowReading] = {}
        """The rows of lists by the ids and names that they give."""
        self._importing: set[int | None] = set()
        self._months: dict[tuple[date, bool], tuple[Month, bool]] = {}
        """What a day, 补报 or not, counts for, and whether that month is closed: the same for many rows."""

    def checked(self) -> FileReading:
        """Return the reading; the sheets are looked at in the order in which they will be written."""
        rows: dict[int, tuple[RowReading, ...]] = {}
        places = sorted(
            enumerate(self._reading.sheets), key=lambda place: ORDER.get(place[1].ledger or "", 0)
        )
        for place, sheet in places:
            rows[place] = tuple(self._row(row, sheet) for row in sheet.rows)
        sheets = (replace(sheet, rows=rows[place]) for place, sheet in enumerate(self._reading.sheets))
        return replace(self._reading, sheets=tuple(sheets))

    def _row(self, row: RowReading, sheet: SheetReading) -> RowReading:
        if row.action is Action.SKIP or (row.proposal is None and row.fact is None):
            return row
        if self._decisions.answers.get(f"{row.sheet}!{row.row}") == SKIP:
            return replace(row, action=Action.SKIP, reason="by_decision", questions=())
        if row.proposal is None:
            return self._fact_row(row, row.fact) if row.fact else row
        row = self._proposed(row, row.proposal, sheet)
        if row.action is Action.IMPORT and row.proposal:
            keys = _keys(row.proposal)
            self._running |= {(key, each.outlet) for key in keys for each in row.proposal.adoptions}
        return row

    def _proposed(self, row: RowReading, proposal: Proposal, sheet: SheetReading) -> RowReading:
        there = find_draft(self._store, proposal)
        if sheet.ledger == "adoptions":
            return self._adoption_row(row, proposal, there)
        row = self._draft_row(row, proposal, there)
        if row.action is Action.IMPORT:
            self._coming |= _keys(proposal)
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
            if row.action is Action.ASK or _keys(proposal) & self._coming:
                return row
            return _asking(row, Flag("unknown_draft", proposal.title))
        if proposal.adoptions and all(is_there(self._store, there, one) for one in proposal.adoptions):
            return replace(row, action=Action.SKIP, reason=ALREADY, questions=())
        return replace(row, notes=(*row.notes, *self._late(proposal)))

    def _late(self, proposal: Proposal) -> Iterator[str]:
        """Yield where adoptions count that come too late for their own months."""
        for each in proposal.adoptions:
            if each.outlet and each.adopted_on:
                ran = as_adoption(each, BatchAnswers())
                for problem in late_problems(ran, self._book, self._open_from):
                    yield f"{ran.adopted_on.month}月{ran.adopted_on.day}日采用：{problem_phrase(problem)}"

    @cached_property
    def _book(self) -> RuleBook:
        return self._store.rules.book()

    @cached_property
    def _open_from(self) -> Month:
        return self._store.months.open_from()

    def _fact_row(self, row: RowReading, fact: Fact) -> RowReading:
        """Hold a row of another ledger against the register, and against the rows before it."""
        named = draft_of(fact)
        draft = find_draft(self._store, named) if named else None
        if named is not None and draft is None and not _keys(named) & self._coming:
            return _asking(row, Flag("unknown_draft", named.title or named.number or ""))
        _, ledger = self._ledgers.of(fact)
        match ledger.known(fact, draft):
            case Known.SAME:
                return replace(row, action=Action.SKIP, reason=ALREADY, questions=())
            case Known.OTHERWISE:
                return _asking(row, Flag("differs_from_register"))
        problems = [each for each in ledger.faults(fact, draft) if each.severity is Severity.BAD]
        if faults := {each.field: problem_phrase(each) for each in problems if not self._comes(each, fact)}:
            asking = _asking(row, Flag("not_fileable", "；".join(faults.values())))
            return replace(asking, cells={**row.cells, **dict(_marked(row, faults))})
        if isinstance(fact, Unit | Outlet):
            twice = [self._listed.setdefault((type(fact), name), row) for name in (fact.id, fact.name)]
            if other := next((each for each in twice if each is not row and each.fact != fact), None):
                return _asking(row, Flag("listed_twice", str(other.row)))
        earlier = self._told.get(fact)
        if earlier is None:
            self._told[fact] = row.row
            return row
        return self._asked_again(row, Question("same_as_row", str(earlier), candidates=_LEAVE_OR_TAKE))

    def _comes(self, problem: Problem, fact: Fact) -> bool:
        """Tell whether what a row lacks comes with the same file: a unit, or a retraction's adoption."""
        if (problem.field, problem.reason) == ("unit", "unknown"):
            return problem.detail in self._units
        if problem != Problem("adoption", "unknown") or not isinstance(fact, RetractionFact):
            return False
        return any((key, fact.outlet) in self._running for key in _keys(fact.draft))

    def _asked_again(self, row: RowReading, question: Question) -> RowReading:
        decided = self._decisions.answer(question, row.sheet, row.row or 0)
        if decided == IMPORT:
            return row
        asking = _asking(row, Flag(question.kind, question.subject))
        if decided == SKIP:
            return replace(asking, action=Action.SKIP, reason=question.kind)
        return replace(asking, questions=(*row.questions, question))

    def _is_free(self, number: str) -> bool:
        return not self._store.drafts.exists(number) or self._store.batches.took_back(number)

    def _counts_for(self, day: date, *, makeup: bool) -> tuple[Month, bool]:
        if (day, makeup) not in self._months:
            month = quota_month(self._store, day, makeup=makeup)
            self._months[day, makeup] = month, self._store.months.is_closed(month)
        return self._months[day, makeup]

    def _faults(self, proposal: Proposal) -> Iterator[Problem]:
        draft = as_draft(proposal, BatchAnswers())
        for problem in drafts.problems(draft, self._today):
            if problem.severity is Severity.BAD:
                yield problem
        for problem in author_problems(self._store, draft):
            if problem.severity is Severity.BAD:
                yield problem
        if draft.number and not self._is_free(draft.number):
            yield Problem("number", "taken", detail=draft.number)
        month, closed = self._counts_for(draft.received_on, makeup=draft.makeup)
        if closed:
            yield Problem("received_on", "month_closed", detail=month.label)


def _keys(named: Proposal | DraftRef) -> set[str | tuple[str, str]]:
    """Return what a draft is known by within one file."""
    keys: set[str | tuple[str, str]] = {named.number} if named.number else set()
    if named.title and named.units:
        keys.add((named.units[0], _title_key(named.title)))
    return keys


def _marked(row: RowReading, faults: Mapping[str, str]) -> Iterator[tuple[str, Cell]]:
    """Yield the cells at fault, red, with what is wrong with them."""
    for field, phrase in faults.items():
        column = _COLUMN.get(field, field)
        if column in row.cells:
            yield column, replace(row.cells[column], mark=Mark.RED, note=phrase)


def _asking(row: RowReading, flag: Flag) -> RowReading:
    return replace(row, action=Action.ASK, flags=(*row.flags, flag))
