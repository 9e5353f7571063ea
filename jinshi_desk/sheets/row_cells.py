"""A row's cells read one by one, each doubtful one as decided: what every reader of rows shares (§7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jinshi_desk.domain.dates import DateContext
from jinshi_desk.domain.facts import Fact
from jinshi_desk.domain.registers import (
    Action,
    Candidate,
    Cell,
    Flag,
    Mark,
    Proposal,
    Question,
    RowReading,
)
from jinshi_desk.domain.units import Unit
from jinshi_desk.sheets.cell_readers import CellReader, Names
from jinshi_desk.sheets.cells import Reading
from jinshi_desk.sheets.decisions import IMPORT, NOTHING, SKIP, Decisions
from jinshi_desk.sheets.grids import Grid, Row

_ADOPTION_DAYS = ("adopted_on", "registered_on")


@dataclass(slots=True)
class RowCells:
    """A row being read: what its cells say so far, and what they leave open."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    flags: list[Flag] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    dropped: bool = False


class CellsReader:
    """Reads the cells of a sheet's rows and asks for what is missing in them."""

    def __init__(self, grid: Grid, names: Names, dates: DateContext, decisions: Decisions) -> None:
        self.sheet = grid.name
        self.names = names
        self.cells = CellReader(names, dates)
        self.decisions = decisions
        self._formats = grid.formats

    def read(self, number: int, row: Row, columns: Mapping[str, int], unit: Unit | None) -> RowReading:
        """Return what row ``number`` proposes."""
        raise NotImplementedError

    def cells_of(self, number: int, row: Row, columns: Mapping[str, int]) -> RowCells:
        """Return what the cells of row ``number`` say under the decisions made."""
        read = RowCells(number)
        known, formats = self.cells.known, self._formats
        for column, position in columns.items():
            value = row.get(position)
            if value is None:
                continue
            reading = known.get((column, value)) if type(value) is str else None
            if reading is None:
                display = formats.get((number, position), "") if type(value) is float else ""
                reading = self.cells.read(column, value, display)
            if reading.certain:
                read.values[column] = reading.value
                read.cells[column] = reading.cell
            elif (settled := self._settled(read, column, reading)) is not None:
                _take(read, column, settled)
        return read

    def reading(
        self, read: RowCells, proposal: Proposal | None = None, fact: Fact | None = None
    ) -> RowReading:
        """Return the row: to be imported, left out as decided, or asking."""
        return RowReading(
            self.sheet,
            read.number,
            Action.SKIP if read.dropped else Action.ASK if read.questions else Action.IMPORT,
            "by_decision" if read.dropped else "",
            tuple(read.flags),
            tuple(read.notes),
            read.cells,
            () if read.dropped else tuple(read.questions),
            proposal,
            fact=fact,
        )

    def ask_for(self, read: RowCells, question: Question, meanwhile: object = None) -> None:
        """Ask for what is missing in a row, unless that was decided."""
        flag = Flag(question.kind, question.subject)
        mark = Mark.AMBER if question.candidates else Mark.RED
        reading: Reading[Any] = Reading(meanwhile, Cell("", "", mark, str(flag)), (flag,), (question,))
        settled = self._settled(read, question.column, reading)
        if settled is not None:
            _take(read, question.column, settled)

    def ask_for_unit(self, read: RowCells, unit: Unit | None) -> None:
        """Ask which unit a row is of that names none; ``unit`` is the one in the sheet's title."""
        if "unit" in read.values or read.cells.get("unit"):
            return
        if unit is not None:
            candidates = (Candidate(unit.id, unit.name),)
            self.ask_for(read, Question("unit_from_title", unit.name, "unit", candidates), (unit,))
        else:
            self.ask_for(read, Question("missing_unit", column="unit"))

    def unit_of(self, row: Row, columns: Mapping[str, int]) -> tuple[str, ...] | None:
        """Return the units of a row that is no draft."""
        value = row.get(columns.get("unit", 0))
        units = self.cells.read("unit", value).value if value is not None else ()
        return tuple(unit.id for unit in units) or None

    def _settled(self, read: RowCells, column: str, reading: Reading[Any]) -> Reading[Any] | None:
        """Return the cell as decided: what should have stood there is read in its place."""
        for question in reading.questions:
            decided = self.decisions.answer(question, self.sheet, read.number)
            if decided == SKIP:
                read.dropped = True
            if decided in (None, SKIP, IMPORT):
                continue
            if decided == NOTHING:
                return None
            again = self.cells.read(column, _put_right(reading.cell.raw, question, decided or ""))
            if not again.questions:
                cell = Cell(reading.cell.raw, again.cell.shown, Mark.NOTE, "已由经办人确定")
                return replace(again, cell=cell)
        return reading


def _put_right(raw: str, question: Question, decided: str) -> str:
    """Return what should have stood in a cell; of several units, the answer is about the unknown one."""
    joint = question.kind == "unknown_unit" and question.subject != raw
    return raw.replace(question.subject, decided) if joint else decided


def _take(read: RowCells, column: str, reading: Reading[Any]) -> None:
    read.values[column] = reading.value
    read.cells[column] = reading.cell
    if reading.questions or column not in _ADOPTION_DAYS:  # what is sure about those stands with the adoption
        read.flags.extend(reading.flags)
    read.questions.extend(reading.questions)
    if reading.remark:
        read.notes.append(reading.remark)
