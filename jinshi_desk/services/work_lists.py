"""What units raise, what is worth writing up, who is to write how much: as lists, none struck out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from jinshi_desk import wording
from jinshi_desk.domain.leads import LeadState
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.suggestions import Handling
from jinshi_desk.services.assignment import assignment_lines
from jinshi_desk.services.lead import followed
from jinshi_desk.services.objection_lists import objection_records, objection_row
from jinshi_desk.sheets.columns import Cell
from jinshi_desk.store.database import Store

Record = dict[str, Any]
Row = Sequence[Cell]
Wanted = tuple[Month | None, str | None]
"""The month and the unit that are asked for, none for all."""


class WorkLists:
    """Reads these ledgers, as records for scripts and as rows for a sheet."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.records: Mapping[str, Callable[[Wanted], Iterator[Record]]] = {
            "problems": self._suggestions,
            "leads": self._leads,
            "tasks": self._assignments,
            "objections": partial(objection_records, store),
        }

    def rows(self, kind: str, wanted: Wanted, units: Mapping[str, str]) -> Iterator[Row]:
        """Yield the rows of a list in the columns of its export; ``units`` are names by id."""
        for record in self.records[kind](wanted):
            yield _ROWS[kind](record, units)

    def _suggestions(self, wanted: Wanted) -> Iterator[Record]:
        """Yield what was raised in the month, by a unit."""
        month, unit = wanted
        today = date.fromisoformat(self._store.now()[:10])
        for each in self._store.suggestions.all(unit):
            if not each.voided and month in (None, Month.of(each.received_on)):
                yield {
                    "id": each.id,
                    "unit": each.unit,
                    "concern": each.concern.value,
                    "text": each.text,
                    "received_on": each.received_on.isoformat(),
                    "office": each.office or None,
                    "handler": each.handler,
                    "due_on": _text(each.due_on),
                    "reply": each.reply,
                    "closed_on": _text(each.closed_on),
                    "state": each.handling(today).value,
                }

    def _leads(self, wanted: Wanted) -> Iterator[Record]:
        """Yield what was found in the month, of a unit or in charge of it."""
        month, unit = wanted
        for each in self._store.leads.all():
            if each.voided or month not in (None, Month.of(each.found_on)):
                continue
            if unit is None or unit in each.credited:
                lead = followed(self._store, each)
                yield {
                    "id": each.id,
                    "unit": each.unit,
                    "subject": each.subject,
                    "found_on": each.found_on.isoformat(),
                    "office": each.office or None,
                    "assigned_on": _text(each.assigned_on),
                    "draft": lead.draft.number if lead.draft else None,
                    "title": lead.draft.title if lead.draft else None,
                    "drafted_on": _text(lead.draft.received_on) if lead.draft else None,
                    "adopted_on": _text(lead.adopted_on),
                    "shelved_on": _text(each.shelved_on),
                    "shelved": each.shelved,
                    "state": lead.state.value,
                }

    def _assignments(self, wanted: Wanted) -> Iterator[Record]:
        """Yield the tasks of every period that holds the month, of those a unit's lists name."""
        month, unit = wanted
        for line in assignment_lines(
            self._store, lambda each: not each.voided and (month is None or each.period.holds(month))
        ):
            if unit in (None, line.unit):
                task = line.event
                yield {
                    "id": task.id,
                    "name": line.person.name,
                    "mark": line.person.mark,
                    "unit": line.unit,
                    "period": str(task.period),
                    "counting": task.counting.value,
                    "category": task.category.value if task.category else None,
                    "target": task.target,
                    "done": line.done,
                    "missing": line.missing,
                    "assigned_on": task.assigned_on.isoformat(),
                }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(record: Record, key: str) -> date | None:
    return date.fromisoformat(record[key]) if record[key] else None


def _suggestion_row(record: Record, units: Mapping[str, str]) -> Row:
    told = (units[record["unit"]], wording.CONCERN[record["concern"]], record["text"])
    office = units[record["office"]] if record["office"] else ""
    handled = (office, record["handler"], _day(record, "due_on"))
    closed = (record["reply"], _day(record, "closed_on"), wording.HANDLING[Handling(record["state"])])
    return (*told, _day(record, "received_on"), *handled, *closed)


def _lead_row(record: Record, units: Mapping[str, str]) -> Row:
    found = (units[record["unit"]], record["subject"], _day(record, "found_on"))
    office = (units[record["office"]] if record["office"] else "", _day(record, "assigned_on"))
    came = (record["draft"], record["title"], _day(record, "shelved_on"), record["shelved"])
    return (*found, *office, *came, wording.LEAD_STATE[LeadState(record["state"])])


def _assignment_row(record: Record, units: Mapping[str, str]) -> Row:
    who = (record["name"], record["mark"], units.get(record["unit"], ""))
    category = wording.CATEGORY[record["category"]] if record["category"] else ""
    what = (Period.parse(record["period"]).label, wording.COUNTING[record["counting"]], category)
    return (*who, *what, record["target"], _day(record, "assigned_on"), record["done"], record["missing"])


_ROWS: Mapping[str, Callable[[Record, Mapping[str, str]], Row]] = {
    "problems": _suggestion_row,
    "leads": _lead_row,
    "tasks": _assignment_row,
    "objections": objection_row,
}
