"""How the rows of an opened file are shown: what stands in each cell, and how sure it is."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from jinshi_desk.domain.registers import Action, Cell, Mark, Question, RowReading, SheetReading
from jinshi_desk.services.importing import OpenSheet
from jinshi_desk.sheet_words import ACTION, COLUMN, flag_phrase, mark_phrase, skip_phrase
from jinshi_desk.ui.widgets.paged_table import Column

EMPTY = "（空）"
_CHIP = {Action.IMPORT: "ok", Action.SKIP: "neutral", Action.ASK: "warn"}
_MARK = {Mark.AMBER: "warn", Mark.RED: "bad"}
_MAIN = {
    "number": 84,
    "unit": 116,
    "title": 0,
    "category": 76,
    "author": 84,
    "received_on": 98,
    "outlet": 104,
    "adopted_on": 92,
    "outlet_named": 104,
    "retracted_on": 98,
    "leader_level": 84,
    "leader": 84,
    "given_on": 98,
    "asked_on": 98,
    "due_on": 98,
    "delivered_on": 98,
    "outcome": 84,
    "type": 128,
    "points": 64,
    "proposed_on": 98,
    "confirmed_on": 98,
    "month": 84,
    "corrected_month": 84,
    "approver": 84,
    "unit_id": 84,
    "outlet_id": 84,
    "group": 92,
    "outlet_level": 84,
    "aliases": 128,
}
"""The columns that always show, in their order, with their widths."""
_LEADING = ("title", "subject", "unit_name", "outlet_name", "name", "reason", "draft")
"""What says best what a row is about; the first that a sheet has stands in the wide column."""
_CAN_WAIT = frozenset({"category", "author", "adopted_on"})
"""Columns that leave their room to the title in a narrow window."""
_USUAL, _ROOMY, _VAST = 1200, 1600, 2400  # from these window widths on more columns are shown
_MARK_WIDTH = 18
_MOST_TEXTS = 4
_PLAIN = frozenset({"title", "author", "category", "note"})
"""Columns whose cells show only what they are taken for, not what stood there before."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportLines", text)


def question_at(row: RowReading, column: str) -> Question | None:
    """Return what is asked about a cell; what is asked about the row as a whole has no column."""
    return next((question for question in row.questions if question.column == column), None)


def why(row: RowReading) -> str:
    """Return in words why a row is skipped or asks, or what was noted where it comes in."""
    if row.action is Action.SKIP:
        return "；".join([skip_phrase(row.reason), *row.notes])
    return "；".join([*map(flag_phrase, row.flags), *row.notes])


class Lines:
    """The rows of an opened file as a table's columns show them; ``show`` gives it one to show."""

    def __init__(self) -> None:
        self._opened: OpenSheet | None = None
        self._sheets: dict[str, SheetReading] = {}
        self._only = ""

    def show(self, opened: OpenSheet) -> None:
        """Take up a file, or what it says now."""
        self._opened = opened
        self._sheets = {sheet.name: sheet for sheet in opened.reading.sheets}

    def show_only(self, sheet: str) -> None:
        """Let the columns be those of one sheet; of every sheet where there is none of this name."""
        self._only = sheet

    @property
    def _shown(self) -> Sequence[SheetReading]:
        only = self._sheets.get(self._only)
        return tuple(self._sheets.values()) if only is None else (only,)

    def columns(self) -> Sequence[Column[RowReading]]:
        """Return the columns that any sheet has; those of less weight fold while nothing in them is asked."""
        meanings = {
            meaning for sheet in self._shown for meaning in sheet.columns if meaning != _leading(sheet)
        }
        order = [
            *(meaning for meaning in _MAIN if meaning in meanings | {"title"}),
            *sorted(meanings - _MAIN.keys()),
        ]
        several = sum(bool(sheet.rows) for sheet in self._shown) > 1
        return (
            Column(
                "row", _tr("行"), _number, 52, align="right", tone="text2", sortable=False, mark=_row_mark
            ),
            *([Column("sheet", _tr("表"), _sheet, 72, "left", "text2", sortable=False)] if several else []),
            Column("action", _tr("结果"), _action, 60, sortable=False, chip=_chip, tip=why),
            *map(self._column, order),
            Column("why", _tr("说明"), why, 260, tone="text2", sortable=False, folds_below=_ROOMY),
        )

    def _column(self, meaning: str) -> Column[RowReading]:
        return Column(
            meaning,
            self._heading(meaning),
            lambda row: self.text(row, meaning),
            _MAIN.get(meaning, 96) + (_MARK_WIDTH if self._is_asked(meaning) else 0),
            elastic=meaning == "title",
            sortable=False,
            mark=lambda row: self.mark(row, meaning),
            tip=lambda row: self.tip(row, meaning),
            align="right" if meaning == "word_count" else "left",
            folds_below=self._folds_below(meaning),
        )

    def text(self, row: RowReading, meaning: str) -> str:
        """Return what a cell is taken for, with what stood there where that is not the same."""
        if row.action is Action.SKIP and not row.cells:
            return self._skipped(row) if meaning == "title" else ""
        cell = self._cell(row, meaning)
        if self.mark(row, meaning) in ("warn", "bad"):
            return (cell and (cell.shown or cell.raw)) or EMPTY
        if cell is None:
            return ""
        same = "".join(cell.raw.split()) == "".join(cell.shown.split())
        if cell.mark is Mark.NOTE and not same and cell.raw and meaning not in _PLAIN:
            return f"{self._short(cell.shown)} ← {cell.raw}"
        return cell.shown or cell.raw

    def mark(self, row: RowReading, meaning: str) -> str:
        """Return ok, warn, bad or nothing; a question of the row about this cell counts as well."""
        cell = self._cell(row, meaning)
        if row.action is Action.IMPORT:
            return "ok"
        if row.action is Action.SKIP:
            return ""
        question = question_at(row, self._meant(row, meaning))
        if question is not None:
            return "warn" if question.candidates else "bad"
        if meaning == "title" and _is_amiss(row):
            return "bad"
        return _MARK.get(cell.mark, "") if cell else ""

    def tip(self, row: RowReading, meaning: str) -> str:
        """Return what was noted at a cell, and what stood there."""
        cell = self._cell(row, meaning)
        if cell is None or not (cell.note or cell.raw != cell.shown):
            return ""
        written = _tr("原文：{}").format(cell.raw) if cell.raw and cell.raw != cell.shown else ""
        return "\n".join(filter(None, (mark_phrase(cell.note), written)))

    def subject(self, row: RowReading, question: Question) -> str:
        """Return what is in doubt, as it is written."""
        cell = row.cells.get(question.column or "title")
        if question.column in ("outlet", "adopted_on", "") and question.subject:
            return question.subject
        return (cell.raw if cell else "") or EMPTY

    def name(self, row: RowReading) -> str:
        """Return the title of a row, or what is written in it."""
        cell = self._cell(row, "title")
        return (cell.shown or cell.raw) if cell else self._written(row)

    def _meant(self, row: RowReading, meaning: str) -> str:
        """Return which of the row's cells stands in a column; the wide one holds what leads in its sheet."""
        leading = _leading(self._sheets[row.sheet])
        if meaning == "title":
            return leading
        return "" if meaning == leading else meaning

    def _cell(self, row: RowReading, meaning: str) -> Cell | None:
        return row.cells.get(self._meant(row, meaning))

    def _short(self, shown: str) -> str:
        """Return a day of the file's own year without the year: there is more to see beside it."""
        period = self._opened.reading.period if self._opened is not None else None
        is_day = len(shown) == len("2022-06-30")
        return shown.removeprefix(f"{period.year}-") if period and is_day else shown

    def _skipped(self, row: RowReading) -> str:
        return " · ".join(filter(None, (skip_phrase(row.reason), self._written(row))))

    def _written(self, row: RowReading) -> str:
        """Return the first cells of a row that was not read."""
        if row.row is None or self._opened is None:
            return row.sheet
        columns = sorted(self._sheets[row.sheet].headings)
        texts = (self._opened.written(row.sheet, row.row, column) for column in columns)
        return " ".join([text for text in texts if text and not text.isdigit()][:_MOST_TEXTS])

    def _heading(self, meaning: str) -> str:
        leading = {_leading(sheet) for sheet in self._shown if sheet.rows}
        if meaning == "title" and len(leading) == 1:
            (meaning,) = leading
        if meaning in COLUMN:
            return COLUMN[meaning]
        places = ((sheet, sheet.columns.get(meaning)) for sheet in self._sheets.values())
        return next((sheet.headings[place].split("/")[-1] for sheet, place in places if place), meaning)

    def _folds_below(self, meaning: str) -> int:
        if self._is_asked(meaning):
            return 0
        if meaning in _MAIN:
            return _USUAL if meaning in _CAN_WAIT else 0
        return _ROOMY if meaning == "word_count" else _VAST

    def _is_asked(self, meaning: str) -> bool:
        rows = (row for sheet in self._shown for row in sheet.rows)
        return any(self.mark(row, meaning) in ("warn", "bad") for row in rows)


def _leading(sheet: SheetReading) -> str:
    return next((meaning for meaning in _LEADING if meaning in sheet.columns), "title")


def _sheet(row: RowReading) -> str:
    return row.sheet


def _number(row: RowReading) -> str:
    return "" if row.row is None else str(row.row)


def _row_mark(row: RowReading) -> str:
    return "warn" if row.action is Action.ASK and question_at(row, "") else ""


def _action(row: RowReading) -> str:
    return ACTION[row.action]


def _chip(row: RowReading) -> str:
    return _CHIP[row.action]


def _is_amiss(row: RowReading) -> bool:
    """Tell whether a row can't be filed as a whole, and not for one of its cells."""
    return not row.questions and all(cell.mark is not Mark.RED for cell in row.cells.values())
