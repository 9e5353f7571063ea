"""From a workbook's cells to rows that propose what comes into the register (§7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinshi_desk.domain.dates import DateContext, read_date
from jinshi_desk.domain.errors import NoHeader
from jinshi_desk.domain.registers import (
    Action,
    Candidate,
    FileReading,
    Flag,
    Proposal,
    Question,
    RowReading,
    SheetReading,
)
from jinshi_desk.domain.units import Unit
from jinshi_desk.sheets.cell_readers import DAYS, READABLE, Names
from jinshi_desk.sheets.cells import text_of
from jinshi_desk.sheets.continued import DraftAbove, question_about, with_draft_above
from jinshi_desk.sheets.decisions import IMPORT, SKIP, Decisions
from jinshi_desk.sheets.duplicates import Known, ask_about_duplicates, ask_about_repeated_adoptions
from jinshi_desk.sheets.facts import reader_of
from jinshi_desk.sheets.grids import Grid, Progress, Workbook
from jinshi_desk.sheets.headers import Header, find_header
from jinshi_desk.sheets.merges import banners_of, filled_down
from jinshi_desk.sheets.opening import open_workbook
from jinshi_desk.sheets.periods import Period, period_in, period_of
from jinshi_desk.sheets.row_cells import CellsReader
from jinshi_desk.sheets.skips import RowLook, reason_to_skip, stated_count
from jinshi_desk.sheets.sums import compare_sums

_REPORT_EVERY = 500


def _none_known(_unit: str, _key: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Choices:
    """What the clerk settled: doubtful cells, and headings' meanings (remembered per sender by the caller).

    ``headings`` gives a written heading the column it means, ``""`` to leave it out. ``known`` looks into the
    register for a draft of the same unit and title key.
    """

    decisions: Decisions = field(default_factory=Decisions)
    headings: Mapping[str, str] = field(default_factory=dict)
    known: Known = _none_known


def read_file(path: Path, names: Names, choices: Choices, progress: Progress) -> FileReading:
    """Open and read a file. See ``open_workbook`` and ``interpret`` for what it may refuse."""
    return interpret(open_workbook(path, progress), names, choices, progress)


def interpret(workbook: Workbook, names: Names, choices: Choices, progress: Progress) -> FileReading:
    """Return what every sheet of ``workbook`` says. Done again after each decision, it costs no file access.

    Raises:
        NoHeader: not one sheet has a header.
    """
    headers = [find_header(grid, choices.headings) for grid in workbook.grids]
    if not any(headers):
        raise NoHeader(workbook.file)
    periods = _periods(workbook, headers)
    sheets: list[SheetReading] = []
    for done, (grid, header, period) in enumerate(zip(workbook.grids, headers, periods, strict=True)):
        progress.step(done, len(workbook.grids), grid.name)
        sheets.append(_SheetReader(workbook.file, grid, header, period, names, choices).read(progress))
    sheets = _with_duplicates(sheets, names, choices)
    visible = [
        period for grid, period in zip(workbook.grids, periods, strict=True) if period and not grid.hidden
    ]
    month = next((period.last for period in visible if period.first.year == period.last.year), None)
    return FileReading(workbook.file, workbook.sha256, month, tuple(sheets))


def _with_duplicates(sheets: list[SheetReading], names: Names, choices: Choices) -> list[SheetReading]:
    """Look for repeated drafts through all sheets of drafts in order, for adoptions in each of theirs."""
    sheets = [
        replace(sheet, rows=tuple(ask_about_repeated_adoptions(sheet.rows, choices.decisions)))
        if sheet.ledger == "adoptions"
        else sheet
        for sheet in sheets
    ]
    rows = [row for sheet in sheets if sheet.ledger == "drafts" for row in sheet.rows]
    checked = iter(ask_about_duplicates(rows, names.units.all_names(), choices.decisions, choices.known))
    return [
        replace(sheet, rows=tuple(next(checked) for _ in sheet.rows)) if sheet.ledger == "drafts" else sheet
        for sheet in sheets
    ]


def _title_texts(grid: Grid, header: Header | None) -> list[str]:
    end = header.first_row if header else 1
    return [text_of(value) for row in sorted(grid.rows) if row < end for value in grid.rows[row].values()]


def _periods(workbook: Workbook, headers: list[Header | None]) -> list[Period | None]:
    """Return each sheet's months; one that does not say takes those of the first that does."""
    own = [_period(workbook, grid, header) for grid, header in zip(workbook.grids, headers, strict=True)]
    other = next((period for period in own if period is not None), None)
    return [period or other for period in own]


def _period(workbook: Workbook, grid: Grid, header: Header | None) -> Period | None:
    """Return the months the sheet speaks of: by its title, its name, the file's name, else its dates."""
    named = period_in([*_title_texts(grid, header), grid.name, workbook.file])
    if named is not None or header is None:
        return named
    column = next((header.columns[day] for day in DAYS if day in header.columns), 0)
    values = [row[column] for number, row in grid.rows.items() if number > header.row and column in row]
    days = (read_date(value, DateContext(from_1904=grid.from_1904)).day for value in values)
    return period_of(day for day in days if day is not None)


class _SheetReader:
    """Reads one sheet."""

    def __init__(
        self,
        file: str,
        grid: Grid,
        header: Header | None,
        period: Period | None,
        names: Names,
        choices: Choices,
    ) -> None:
        self._file, self._grid, self._header, self._period = file, grid, header, period
        self._names, self._decisions = names, choices.decisions

    def read(self, progress: Progress) -> SheetReading:
        grid, header = self._grid, self._header
        if not grid.rows:
            return self._sheet(())
        if grid.hidden and self._decisions.in_general(Question("hidden_sheet", grid.name)) != IMPORT:
            return self._sheet((self._whole_sheet("hidden_sheet"),))
        if header is None:
            return self._sheet((self._whole_sheet("no_header"),))
        columns = {meaning: column for meaning, column in header.columns.items() if meaning in READABLE}
        blocking = list(self._hidden_columns(header, columns))
        rows = [self._asked(row, blocking) for row in self._rows(header, columns, progress)]
        return self._sheet(tuple(compare_sums(rows)), columns)

    def _sheet(self, rows: tuple[RowReading, ...], columns: Mapping[str, int] | None = None) -> SheetReading:
        header = self._header
        return SheetReading(
            self._grid.name,
            self._grid.hidden,
            header.ledger.id if header else None,
            header.row if header else None,
            header.headings if header else {},
            columns if columns is not None else (header.columns if header else {}),
            rows,
        )

    def _whole_sheet(self, reason: str) -> RowReading:
        return RowReading(self._grid.name, None, Action.SKIP, reason)

    def _rows(self, header: Header, columns: Mapping[str, int], progress: Progress) -> Iterator[RowReading]:
        grid = self._grid
        context = DateContext(self._period.end if self._period else None, grid.textual, grid.from_1904)
        reader = reader_of(header.ledger)(grid, header, self._names, context, self._decisions)
        unit = None if "unit" in columns else self._unit_of_title(header)
        merged, banners = filled_down(grid, header, columns), banners_of(grid)
        above: DraftAbove | None = None
        numbers = [number for number in sorted(grid.rows) if number > header.row]
        for done, number in enumerate(numbers):
            if done % _REPORT_EVERY == 0:
                progress.step(done, len(numbers), grid.name)
            look = RowLook(grid.rows[number], header, banner=number in banners)
            reason = reason_to_skip(look)
            if reason in ("section", "note") and (named := self._unit_of_section(look)) is not None:
                reason, unit = "section", named
            if reason is not None:
                yield self._skipped(number, reason, look, reader, columns)
                continue
            filled, notes = merged.get(number, ({}, ()))
            row = {**filled, **grid.rows[number]} if filled else grid.rows[number]
            whole = with_draft_above(row, above, columns)
            reading = reader.read(number, whole, columns, unit)
            if whole is not row:
                reading = self._asked(replace(reading, joins=True), [question_about(above)])
            elif columns.get("title") in filled:  # merged over both rows: no question
                reading = replace(reading, joins=True)
            else:
                above = DraftAbove(number, row)
            yield self._with_notes(reading, notes)

    def _skipped(
        self, number: int, reason: str, look: RowLook, reader: CellsReader, columns: Mapping[str, int]
    ) -> RowReading:
        proposal, notes = None, ()
        if reason == "zero_report":
            proposal = Proposal(units=reader.unit_of(look.cells, columns))
        stated = stated_count(look) if reason in ("total", "subtotal") else None
        flags = () if stated is None else (Flag("stated", str(stated)),)
        return RowReading(self._grid.name, number, Action.SKIP, reason, flags, notes, proposal=proposal)

    def _with_notes(self, row: RowReading, notes: tuple[str, ...]) -> RowReading:
        """Add what is to be seen about the whole row, and ask about a hidden one."""
        hidden = row.row in self._grid.hidden_rows
        day = row.proposal.received_on if row.proposal else None
        strange = day is not None and self._period is not None and not self._period.holds(day)
        if strange and day is not None:
            year = f"{day.year}年" if self._period and day.year != self._period.last.year else ""
            notes = (*notes, f"{'且' if hidden else ''}月份为{year}{day.month}月")
        if hidden and row.action is not Action.SKIP:
            row = self._asked(row, [_HIDDEN_ROW])
            notes = ("默认不导入,须人工决定", *notes)
        return replace(row, notes=(*notes, *row.notes)) if notes else row

    def _asked(self, row: RowReading, questions: list[Question]) -> RowReading:
        """Return the row with questions about it as a whole, as far as they are open."""
        for question in questions:
            if row.action is Action.SKIP or row.row is None:
                return row
            decided = self._decisions.answer(question, row.sheet, row.row)
            flag = Flag(question.kind, question.subject)
            if decided == SKIP:
                return replace(row, action=Action.SKIP, reason=question.kind, flags=(flag, *row.flags))
            row = replace(row, flags=(flag, *row.flags))
            if decided is None:
                row = replace(row, action=Action.ASK, questions=(question, *row.questions))
        return row

    def _hidden_columns(self, header: Header, columns: dict[str, int]) -> Iterator[Question]:
        """Yield the question of every hidden column with data; one not to be used leaves ``columns``."""
        for number in sorted(self._grid.hidden_columns & header.headings.keys()):
            if not any(number in row for at, row in self._grid.rows.items() if at > header.row):
                continue
            question = Question("hidden_column", header.headings[number], candidates=_USE_OR_NOT)
            decided = self._decisions.in_general(question)
            if decided == SKIP:
                for meaning in [meaning for meaning, column in columns.items() if column == number]:
                    del columns[meaning]
            elif decided != IMPORT:
                yield question

    def _unit_of_section(self, look: RowLook) -> Unit | None:
        """Return the unit that a heading between rows is called: what stands below is its own."""
        return self._names.units.find(look.texts[0]) if len(look.cells) == 1 else None

    def _unit_of_title(self, header: Header) -> Unit | None:
        """Return the unit that the sheet's head names, else its own name, else the file's."""
        texts = [*_title_texts(self._grid, header), self._grid.name, self._file]
        return next((unit for text in texts if (unit := self._names.units.mentioned(text)) is not None), None)


_HIDDEN_ROW = Question("hidden_row", candidates=(Candidate(SKIP, "不导入"), Candidate(IMPORT, "导入")))
_USE_OR_NOT = (Candidate(IMPORT, "使用这一列"), Candidate(SKIP, "不用这一列"))
