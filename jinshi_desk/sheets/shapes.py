"""A reading as JSON: the shape that ``import --dry-run --json`` prints and other programs rely on."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.registers import (
    Action,
    FileReading,
    Precision,
    ProposedAdoption,
    Question,
    RowReading,
)


def reading_json(reading: FileReading) -> dict[str, Any]:
    """Return the whole reading, every row accounted for."""
    counts = reading.counts
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "period": str(reading.period) if reading.period else None,
        "counts": {
            "read": counts.read,
            "import": counts.imported,
            "skip": counts.skipped,
            "ask": counts.asked,
        },
        "sheets": [
            {
                "sheet": sheet.name,
                "hidden": sheet.hidden,
                "ledger": sheet.ledger,
                "header_row": sheet.header_row,
                "columns": {meaning: sheet.headings[column] for meaning, column in sheet.columns.items()},
            }
            for sheet in reading.sheets
        ],
        "rows": [row_json(row, sheet.ledger) for sheet in reading.sheets for row in sheet.rows],
    }


def row_json(row: RowReading, ledger: str | None = None) -> dict[str, Any]:
    """Return a row: what becomes of it and why, and what it proposes as far as it is known."""
    shape: dict[str, Any] = {"sheet": row.sheet, "row": row.row, "ledger": ledger, "action": row.action.value}
    if row.reason:
        shape["reason"] = row.reason
    if row.flags:
        shape["flag"] = "; ".join(map(str, row.flags))
    if row.notes:
        shape["note"] = "; ".join(row.notes)
    proposal = row.proposal
    if proposal is None:
        return shape | _fact_json(row)
    shape["unit"] = list(proposal.units) if proposal.units else None
    if row.action is Action.SKIP and not proposal.title:
        return shape
    shape |= {
        "number": proposal.number,
        "title": proposal.title,
        "category": proposal.category.value if proposal.category else None,
        "form": proposal.form.value,
        "source": proposal.source.value,
        "authors": proposal.author_names,
        "reporters": proposal.reporter_names,
        "received_on": proposal.received_on.isoformat() if proposal.received_on else None,
        "word_count": proposal.word_count,
        "approval_form": proposal.approval_on_file,
        "lead": proposal.units[0] if proposal.units else None,
        "adoptions": [_adoption_json(adoption) for adoption in proposal.adoptions],
    }
    if proposal.received_precision is Precision.MONTH:
        shape["precision"] = proposal.received_precision.value
    if row.questions:
        shape["questions"] = [_question_json(question, row) for question in row.questions]
    return shape


def _fact_json(row: RowReading) -> dict[str, Any]:
    """Return the fact of a row of another ledger; while it is in doubt, what is written there."""
    shape: dict[str, Any] = {}
    if row.fact is not None:
        shape["fact"] = _plain(row.fact)
    elif row.cells:
        shape["written"] = {column: cell.raw for column, cell in row.cells.items() if cell.raw}
    if row.questions:
        shape["questions"] = [_question_json(question, row) for question in row.questions]
    return shape


def _plain(value: object) -> Any:
    """Return a value of the domain in JSON: days and months as text, cents as points."""
    match value:
        case Month() | date():
            return str(value)
        case Decimal():
            return float(value)
        case tuple():
            return [_plain(each) for each in value]
    if not is_dataclass(value):
        return value
    shape: dict[str, Any] = {}
    for each in fields(value):
        found = _plain(getattr(value, each.name))
        if each.name == "new":
            shape |= found
        elif each.name == "cents":
            shape["points"] = None if found is None else in_points(found)
        else:
            shape[each.name] = found
    return shape


def _adoption_json(adoption: ProposedAdoption) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "outlet": adoption.outlet,
        "adopted_on": adoption.adopted_on.isoformat() if adoption.adopted_on else None,
        "mode": adoption.mode.value if adoption.mode else None,
        "position": adoption.position.value,
    }
    if adoption.outlet is None:
        shape["written"] = adoption.written
    if adoption.precision is Precision.MONTH:
        shape["precision"] = adoption.precision.value
    if adoption.flag is not None:
        shape["flag"] = str(adoption.flag)
    said = {"page": adoption.page, "place": adoption.place, "evidence": adoption.evidence}
    return shape | {key: text for key, text in said.items() if text}


def _question_json(question: Question, row: RowReading) -> dict[str, Any]:
    """Return a question with the key its answer is kept under in a file of decisions."""
    return {
        "key": question.key(row.sheet, row.row or 0),
        "column": question.column,
        "answers": {candidate.answer: candidate.label for candidate in question.candidates},
    }
