"""A row of a register, read into the draft it proposes (§7)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from jinshi_desk.domain.dates import DateContext, DateReading
from jinshi_desk.domain.drafts import Form, Source
from jinshi_desk.domain.registers import (
    Cell,
    Flag,
    Mark,
    Precision,
    Proposal,
    Question,
    RowReading,
)
from jinshi_desk.domain.tags import read_tags
from jinshi_desk.domain.units import Unit
from jinshi_desk.sheets.adopted import AdoptionCells, AdoptionsRead, headline_in, read_adoptions
from jinshi_desk.sheets.authors import Byline
from jinshi_desk.sheets.cell_readers import Names
from jinshi_desk.sheets.cells import choices, says_zero
from jinshi_desk.sheets.decisions import Decisions
from jinshi_desk.sheets.grids import Grid, Row
from jinshi_desk.sheets.headers import Header
from jinshi_desk.sheets.row_cells import CellsReader, RowCells
from jinshi_desk.wording import CATEGORY

_FORM_MISSING = ("审批表未交", "无审批表", "缺审批表", "未交审批表", "审批表缺", "没有审批表", "审批表未附")


class RowReader(CellsReader):
    """Reads the rows of one sheet of drafts or adoptions."""

    def __init__(
        self, grid: Grid, header: Header, names: Names, dates: DateContext, decisions: Decisions
    ) -> None:
        super().__init__(grid, names, dates, decisions)
        self._wants_all = header.ledger.id == "drafts"
        self._adopted: dict[AdoptionCells, AdoptionsRead] = {}
        """What was read without asking, to be read once where the same stands again."""

    def read(self, number: int, row: Row, columns: Mapping[str, int], unit: Unit | None) -> RowReading:
        """Return what row ``number`` proposes; ``unit`` is the title's, in a sheet without such a column."""
        draft = self.cells_of(number, row, columns)
        self._fill_gaps(draft, unit)
        return self.reading(draft, proposal=self._proposal(draft))

    def _fill_gaps(self, draft: RowCells, unit: Unit | None) -> None:
        """Ask for what every draft must have; an adoption may know its draft by number alone."""
        if not self._wants_all and draft.values.get("number"):
            return
        self.ask_for_unit(draft, unit)
        if not draft.values.get("title"):
            self.ask_for(draft, Question("missing_title", column="title"))
        elif says_zero(draft.values["title"]):  # beside an author or a day, it is no zero report either
            self.ask_for(draft, Question("zero_title", draft.values["title"], "title"))
        if not self._wants_all:
            return
        if "category" not in draft.cells:
            self.ask_for(draft, Question("missing_category", column="category", candidates=choices(CATEGORY)))
        if "received_on" not in draft.cells:
            self.ask_for(draft, Question("missing_received_on", column="received_on"))

    def _proposal(self, draft: RowCells) -> Proposal:
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
            status_reason=values.get("status_reason") or "",
            makeup=_makeup(draft, note),
            note=note,
            attachments=_names(values.get("attachments") or ""),
            tags=read_tags(values.get("tags") or ""),
            adoptions=self._adoptions(draft, note),
        )

    def _adoptions(self, draft: RowCells, note: str) -> tuple[Any, ...]:
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

    def _read_adoptions(self, draft: RowCells, cells: AdoptionCells) -> AdoptionsRead:
        asked: list[Question] = []

        def answer(question: Question) -> str | None:
            asked.append(question)
            return self.decisions.answer(question, self.sheet, draft.number)

        read = read_adoptions(cells, self.names.outlets, self.cells.day_in, answer)
        if not asked:
            self._adopted[cells] = read
        return read


def _names(text: str) -> tuple[str, ...]:
    """Return the names of files that a cell lists."""
    return tuple(name for each in re.split("[、；;\n]", text) if (name := each.strip()))


def _approval(draft: RowCells, note: str) -> bool | None:
    on_file: bool | None = draft.values.get("approval")
    if on_file is False or (note and any(words in note for words in _FORM_MISSING)):
        draft.flags.append(Flag("approval_form_missing"))
        return False
    return on_file


def _makeup(draft: RowCells, note: str) -> bool:
    if draft.values.get("makeup"):
        return True
    if "补报" in note and "不补报" not in note:
        draft.notes.append("备注写明补报")
        return True
    return False
