"""Rows that only tell of one more adoption: the draft stands in a row above (§7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinshi_desk.domain.registers import Candidate, Question
from jinshi_desk.sheets.decisions import JOIN, SKIP
from jinshi_desk.sheets.grids import Row

_TELL_THE_DRAFT = ("number", "unit", "title", "category", "form", "author", "received_on", "word_count")
_TELL_AN_ADOPTION = ("outlet", "adopted_on")


@dataclass(frozen=True, slots=True)
class DraftAbove:
    """The last row that named a draft."""

    number: int
    cells: Row


def with_draft_above(row: Row, above: DraftAbove | None, columns: Mapping[str, int]) -> Row:
    """Return the row with the draft of the row above, if it names an outlet and nothing of a draft."""
    draft = [columns[column] for column in _TELL_THE_DRAFT if column in columns]
    adopted = [columns.get(column) in row for column in _TELL_AN_ADOPTION]
    if above is None or "title" not in columns or not any(adopted) or any(place in row for place in draft):
        return row
    return {**{place: above.cells[place] for place in draft if place in above.cells}, **row}


def question_about(above: DraftAbove | None) -> Question:
    """Return the question whether a row goes on with the draft ``above``."""
    answers = (Candidate(JOIN, "上面那篇又一次采用"), Candidate(SKIP, "不导入"))
    return Question("continues_row", str(above.number) if above else "", candidates=answers)
