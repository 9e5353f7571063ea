"""A row of a register, read into the draft it proposes (§7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jinshi_desk.domain.dates import DateContext, DateReading
from jinshi_desk.domain.drafts import Form, Source
from jinshi_desk.domain.registers import (
    Action,
    Candidate,
    Cell,
    Flag,
    Mark,
    Precision,
    Proposal,
    Question,
    RowReading,
)
from jinshi_desk.domain.units import Unit
from jinshi_desk.sheets.adopted import AdoptionCells, AdoptionsRead, headline_in, read_adoptions
from jinshi_desk.sheets.authors import Byline
from jinshi_desk.sheets.cell_readers import CellReader, Names
from jinshi_desk.sheets.cells import Reading, choices, says_zero
from jinshi_desk.sheets.decisions import IMPORT, NOTHING, SKIP, Decisions
from jinshi_desk.sheets.grids import Grid, Row
from jinshi_desk.sheets.headers import Header
from jinshi_desk.wording import CATEGORY

_ADOPTION_DAYS = ("adopted_on", "registered_on")
_FORM_MISSING = ("审批表未交", "无审批表", "缺审批表", "未交审批表", "审批表缺", "没有审批表", "审批表未附")


@dataclass(slots=True)
class _Draft:
    """A row being read: what its cells say so far, and what they leave open."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    flags: list[Flag] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    dropped: bool = False


class RowReader:
    """Reads the rows of one sheet; ``columns`` and ``formats`` are the sheet's."""

    def __init__(
        self, grid: Grid, header: Header, names: Names, dates: DateContext, decisions: Decisions
    ) -> None:
        self._sheet = grid.name
        self._formats = grid.formats
        self._wants_all = header.ledger.id == "drafts"
        self._names = names
        self._cells = CellReader(names, dates)
        self._decisions = decisions
        self._adopted: dict[AdoptionCells, AdoptionsRead] = {}
        """What was read without asking, to be read once where the same stands again."""

    def read(self, number: int, row: Row, columns: Mapping[str, int], unit: Unit | None) -> RowReading:
        """Return what row ``number`` proposes; ``unit`` is the title's, in a sheet without such a column."""
        draft = _Draft(number)
        known, formats = self._cells.known, self._formats
        for column, position in columns.items():
            value = row.get(position)
            if value is None:
                continue
            reading = known.get((column, value)) if type(value) is str else None
            if reading is None:
                display = formats.get((number, position), "") if type(value) is float else ""
                reading = self._cells.read(column, value, display)
            if reading.certain:
                draft.values[column] = reading.value
                draft.cells[column] = reading.cell
            elif (settled := self._settled(draft, column, reading)) is not None:
                _take(draft, column, settled)
        self._fill_gaps(draft, unit)
        proposal = self._proposal(draft)
        return RowReading(
            self._sheet,
            number,
            Action.SKIP if draft.dropped else Action.ASK if draft.questions else Action.IMPORT,
            "by_decision" if draft.dropped else "",
            tuple(draft.flags),
            tuple(draft.notes),
            draft.cells,
            () if draft.dropped else tuple(draft.questions),
            proposal,
        )

    def _settled(self, draft: _Draft, column: str, reading: Reading[Any]) -> Reading[Any] | None:
        """Return the cell as decided: what should have stood there is read in its place."""
        for question in reading.questions:
            decided = self._decisions.answer(question, self._sheet, draft.number)
            if decided == SKIP:
                draft.dropped = True
            if decided in (None, SKIP, IMPORT):
                continue
            if decided == NOTHING:
                return None
            again = self._cells.read(column, decided or "")
            if not again.questions:
                cell = Cell(reading.cell.raw, again.cell.shown, Mark.NOTE, "已由经办人确定")
                return replace(again, cell=cell)
        return reading

    def _fill_gaps(self, draft: _Draft, unit: Unit | None) -> None:
        """Ask for what every draft must have; an adoption may know its draft by number alone."""
        if not self._wants_all and draft.values.get("number"):
            return
        if "unit" not in draft.values and not draft.cells.get("unit"):
            if unit is not None:
                candidates = (Candidate(unit.id, unit.name),)
                self._ask_for(draft, Question("unit_from_title", unit.name, "unit", candidates), (unit,))
            else:
                self._ask_for(draft, Question("missing_unit", column="unit"))
        if not draft.values.get("title"):
            self._ask_for(draft, Question("missing_title", column="title"))
        elif says_zero(draft.values["title"]):  # beside an author or a day, it is no zero report either
            self._ask_for(draft, Question("zero_title", draft.values["title"], "title"))
        if not self._wants_all:
            return
        if "category" not in draft.cells:
            self._ask_for(
                draft, Question("missing_category", column="category", candidates=choices(CATEGORY))
            )
        if "received_on" not in draft.cells:
            self._ask_for(draft, Question("missing_received_on", column="received_on"))

    def _ask_for(self, draft: _Draft, question: Question, meanwhile: object = None) -> None:
        flag = Flag(question.kind, question.subject)
        mark = Mark.AMBER if question.candidates else Mark.RED
        reading: Reading[Any] = Reading(meanwhile, Cell("", "", mark, str(flag)), (flag,), (question,))
        settled = self._settled(draft, question.column, reading)
        if settled is not None:
            _take(draft, question.column, settled)

    def _proposal(self, draft: _Draft) -> Proposal:
        values = draft.values
        units: tuple[Unit, ...] | None = values.get("unit")
        category, form = values.get("category") or (None, None)
        byline: Byline = values.get("author") or Byline()
        received: DateReading | None = values.get("received_on")
        note: str = values.get("note") or ""
        return Proposal(
            title=values.get("title") or "",
            units=tuple(unit.id for unit in units) if units else None,
            number=values.get("number"),
            category=category,
            form=values.get("form") or form or Form.TEXT,
            source=values.get("source") or Source.ORIGINAL,
            authors=byline.authors,
            authors_incomplete=byline.incomplete,
            received_on=received.day if received else None,
            received_precision=received.precision if received else Precision.DAY,
            word_count=values.get("word_count"),
            approval_on_file=_approval(draft, note),
            status=values.get("status"),
            makeup=_makeup(draft, note),
            note=note,
            adoptions=self._adoptions(draft, note),
        )

    def _adoptions(self, draft: _Draft, note: str) -> tuple[Any, ...]:
        values = draft.values
        link = values.get("link") or values.get("place") or ""
        adopted = True if not self._wants_all else values.get("adopted")
        if not (values.get("outlet") or draft.cells.get("adopted_on") or adopted):
            if link:
                draft.notes.append(f"链接栏：{link}")
            return ()
        registered: DateReading | None = values.get("registered_on")
        cells = AdoptionCells(
            outlet=values.get("outlet") or "",
            day=values.get("adopted_on"),
            day_text=draft.cells["adopted_on"].raw if "adopted_on" in draft.cells else "",
            adopted=adopted,
            level=values.get("level") or "",
            mode=values.get("mode"),
            page=values.get("page") or "",
            link=link,
            position=values.get("position") or "",
            evidence=values.get("evidence") or "",
            registered_on=registered.day if registered else None,
            verified=values.get("verified"),
            headline=headline_in(note),
        )
        read = self._adopted.get(cells) or self._read_adoptions(draft, cells)
        draft.flags.extend(read.flags)
        draft.notes.extend(read.notes)
        draft.questions.extend(read.questions)
        for question in read.questions:
            cell = draft.cells.get(question.column, Cell("", ""))
            mark = Mark.AMBER if question.candidates else Mark.RED
            draft.cells[question.column] = replace(
                cell, mark=mark, note=f"{question.kind}({question.subject})"
            )
        return tuple(read.adoptions)

    def _read_adoptions(self, draft: _Draft, cells: AdoptionCells) -> AdoptionsRead:
        asked: list[Question] = []

        def answer(question: Question) -> str | None:
            asked.append(question)
            return self._decisions.answer(question, self._sheet, draft.number)

        read = read_adoptions(cells, self._names.outlets, self._cells.day_in, answer)
        if not asked:
            self._adopted[cells] = read
        return read

    def unit_of(self, row: Row, columns: Mapping[str, int]) -> tuple[str, ...] | None:
        """Return the units of a row that is no draft."""
        value = row.get(columns.get("unit", 0))
        units = self._cells.read("unit", value).value if value is not None else ()
        return tuple(unit.id for unit in units) or None


def _take(draft: _Draft, column: str, reading: Reading[Any]) -> None:
    draft.values[column] = reading.value
    draft.cells[column] = reading.cell
    if reading.questions or column not in _ADOPTION_DAYS:  # what is sure about those stands with the adoption
        draft.flags.extend(reading.flags)
    draft.questions.extend(reading.questions)
    if reading.remark:
        draft.notes.append(reading.remark)


def _approval(draft: _Draft, note: str) -> bool | None:
    on_file: bool | None = draft.values.get("approval")
    if on_file is False or (note and any(words in note for words in _FORM_MISSING)):
        draft.flags.append(Flag("approval_form_missing"))
        return False
    return on_file


def _makeup(draft: _Draft, note: str) -> bool:
    if draft.values.get("makeup"):
        return True
    if "补报" in note and "不补报" not in note:
        draft.notes.append("备注写明补报")
        return True
    return False
