"""The lines of a chain as a list; its columns are those in which any line has something to tell."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from jinshi_desk.chain_words import steps_phrase
from jinshi_desk.services.chain_tables import Part, head, parts, said
from jinshi_desk.services.chains import POINTS, Chain, Contribution
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel

_TOLD_BELOW = frozenset({Part.DAY, Part.LEVEL, Part.BOOKED})
"""What of an entry stands beneath the list, or is in another of its columns."""
_ELASTIC = (Part.TITLE, Part.WHERE, Part.WHAT, Part.UNIT, Part.MONTH)
"""The first of these that is told takes the room that is left."""
_QUIET = frozenset({Part.NUMBER, Part.DAY, Part.LEVEL, Part.MONTH})
_WIDTH: Mapping[Part, int] = {Part.WHERE: 200, Part.WHY: 200, Part.WORKED: 180}
_FOLDS_BELOW: Mapping[Part, int] = {Part.WHY: 1000, Part.WORKED: 860}
"""In a narrow window these are read beneath the list alone."""


class NumberedLine(NamedTuple):
    """A line with its place, which is what it is known by."""

    place: int
    line: Contribution


def chain_list(look: Look, chain: Chain, nothing: str, parent: QWidget | None = None) -> ListView:
    """Return the list of the chain's lines; it says ``nothing`` where there are none."""
    rows = [NumberedLine(place, line) for place, line in enumerate(chain.lines)]
    model: PagedTableModel[NumberedLine] = PagedTableModel(_columns(chain), key=lambda row: row.place)
    made = ListView(look, model, "chain", parent=parent)
    model.setParent(made)
    made.setAccessibleName(chain.title)
    made.empty.set_words(nothing)
    model.show_rows(lambda offset, limit, _sort: rows[offset : offset + limit], lambda: len(rows))
    return made


def _columns(chain: Chain) -> list[Column[NumberedLine]]:
    booked = any(line.explained for line in chain.lines)
    told = [part for part in parts(chain) if not (booked and part in _TOLD_BELOW)]
    elastic = next((part for part in _ELASTIC if part in told), None)
    return [_column(part, chain, elastic=part is elastic) for part in told]


def _column(part: Part, chain: Chain, *, elastic: bool) -> Column[NumberedLine]:
    def told(row: NumberedLine) -> str:
        return said(part, row.line, chain)

    def short(row: NumberedLine) -> str:
        return steps_phrase(row.line.explained.entry.arithmetic) if row.line.explained else ""

    return Column(
        part,
        head(part, chain),
        short if part is Part.WORKED else told,
        width=_WIDTH.get(part, 0),
        align="right" if part is Part.AMOUNT else "left",
        tone="text2" if part in _QUIET else "text",
        elastic=elastic,
        sortable=False,
        tip=told,
        folds_below=_FOLDS_BELOW.get(part, 0) if chain.measure == POINTS else 0,
    )
