"""Instructions, commissions, deductions and corrections as lists, those struck out left out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jinshi_desk import wording
from jinshi_desk.domain import deductions
from jinshi_desk.domain.deductions import Decision, Deduction
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import in_points
from jinshi_desk.sheets.columns import Cell
from jinshi_desk.store.database import Store

Record = dict[str, Any]
Row = Sequence[Cell]
Wanted = tuple[Month | None, str | None]
"""The month and the unit that are asked for, none for all."""


class EventLists:
    """Reads the four ledgers, as records for scripts and as rows for a sheet."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.records: Mapping[str, Callable[[Wanted], Iterator[Record]]] = {
            "instructions": self._instructions,
            "commissions": self._commissions,
            "deductions": self._deductions,
            "corrections": self._corrections,
        }

    def rows(self, kind: str, wanted: Wanted, units: Mapping[str, str]) -> Iterator[Row]:
        """Yield the rows of a list in the columns of its export; ``units`` are names by id."""
        for record in self.records[kind](wanted):
            yield _ROWS[kind](record, units)

    def _instructions(self, wanted: Wanted) -> Iterator[Record]:
        month, unit = wanted
        for instruction in self._store.instructions.all(month):
            draft = self._store.drafts.by_id(instruction.draft)
            if not instruction.voided and (unit is None or unit in draft.units):
                yield {
                    "id": instruction.id,
                    "draft": draft.number,
                    "title": draft.title,
                    "unit": draft.lead,
                    "level": instruction.level.value,
                    "leader": instruction.leader,
                    "given_on": _text(instruction.given_on),
                    "registered_on": _text(instruction.registered_on),
                    "evidence": instruction.evidence,
                    "booked_month": _text(instruction.booked_month),
                }

    def _commissions(self, wanted: Wanted) -> Iterator[Record]:
        month, unit = wanted
        for commission in self._store.commissions.all(month):
            if not commission.voided and unit in (None, commission.unit):
                draft = self._store.drafts.by_id(commission.draft) if commission.draft else None
                yield {
                    "id": commission.id,
                    "unit": commission.unit,
                    "subject": commission.subject,
                    "asked_on": _text(commission.asked_on),
                    "due_on": _text(commission.due_on),
                    "delivered_on": _text(commission.delivered_on),
                    "draft": draft.number if draft else None,
                    "title": draft.title if draft else None,
                    "not_done_on": _text(commission.not_done_on),
                    "outcome": commission.outcome.value,
                    "booked_month": _text(commission.booked_month),
                }

    def _deductions(self, wanted: Wanted) -> Iterator[Record]:
        month, unit = wanted
        for deduction in self._store.deductions.all(month):
            if not deduction.voided and unit in (None, deduction.unit):
                name, cents = self._named(deduction)
                draft = self._store.drafts.get(deduction.draft) if deduction.draft else None
                yield {
                    "id": deduction.id,
                    "unit": deduction.unit,
                    "draft": deduction.draft,
                    "title": draft.title if draft else None,
                    "type": deduction.type,
                    "name": name,
                    "points": None if cents is None else in_points(cents),
                    "reason": deduction.reason,
                    "evidence": deduction.evidence,
                    "proposed_on": _text(deduction.proposed_on),
                    "proposed_by": deduction.proposed_by,
                    "confirmed_on": _text(deduction.confirmed_on),
                    "confirmed_by": deduction.confirmed_by,
                    "rejected": deduction.rejected,
                    "status": deduction.decision.value,
                    "booked_month": _text(deduction.booked_month),
                }

    def _corrections(self, wanted: Wanted) -> Iterator[Record]:
        month, unit = wanted
        for correction in self._store.corrections.all(month):
            if not correction.voided and unit in (None, correction.unit):
                yield {
                    "id": correction.id,
                    "unit": correction.unit,
                    "corrected_month": _text(correction.corrected_month),
                    "points": in_points(correction.cents),
                    "reason": correction.reason,
                    "registered_on": _text(correction.registered_on),
                    "entry": correction.entry,
                    "booked_month": _text(correction.booked_month),
                }

    def _named(self, deduction: Deduction) -> tuple[str, int | None]:
        """Return what the rules of its day call a deduction, and what it costs."""
        day = deduction.confirmed_on or deduction.proposed_on
        rules = self._store.rules.book().find(Month.of(day))
        rule = rules.deductions.get(deduction.type) if rules else None
        return rule.name if rule else deduction.type, deductions.amount(deduction, rules)


def _text(value: date | Month | None) -> str | None:
    match value:
        case None:
            return None
        case Month():
            return str(value)
    return value.isoformat()


def _day(record: Record, key: str) -> date | None:
    return date.fromisoformat(record[key]) if record[key] else None


def _instruction_row(record: Record, units: Mapping[str, str]) -> Row:
    level = wording.LEVEL[record["level"]]
    about = (record["draft"], record["title"], units[record["unit"]])
    days = (_day(record, "given_on"), _day(record, "registered_on"))
    return (*about, level, record["leader"], *days, record["evidence"])


def _commission_row(record: Record, units: Mapping[str, str]) -> Row:
    asked = (_day(record, "asked_on"), _day(record, "due_on"), _day(record, "delivered_on"))
    what = (record["draft"], record["title"], _day(record, "not_done_on"))
    return (units[record["unit"]], record["subject"], *asked, *what, wording.OUTCOME[record["outcome"]])


def _deduction_row(record: Record, units: Mapping[str, str]) -> Row:
    about = (units[record["unit"]], record["draft"], record["title"], record["name"], record["points"])
    proposed = (_day(record, "proposed_on"), record["proposed_by"])
    confirmed = (_day(record, "confirmed_on"), record["confirmed_by"], record["rejected"])
    status = wording.DECISION[Decision(record["status"])]
    return (*about, record["reason"], record["evidence"], *proposed, *confirmed, status)


def _correction_row(record: Record, units: Mapping[str, str]) -> Row:
    months = Month.parse(record["corrected_month"]), Month.parse(record["booked_month"])
    day = _day(record, "registered_on")
    return units[record["unit"]], months[0], record["points"], record["reason"], day, months[1]


_ROWS: Mapping[str, Callable[[Record, Mapping[str, str]], Row]] = {
    "instructions": _instruction_row,
    "commissions": _commission_row,
    "deductions": _deduction_row,
    "corrections": _correction_row,
}
