"""What the sample office has beside points: what units raise and object to, leads, tasks of persons."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from jinshi_desk.domain.assignments import Counting, NewAssignment
from jinshi_desk.domain.draft_kinds import STANDING, Category
from jinshi_desk.domain.leads import NewLead
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import Finding, NewObjection, NewRuling, Remedy
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.suggestions import Concern, NewSuggestion
from jinshi_desk.services.assignment import AssignmentDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.lead import LeadDesk
from jinshi_desk.services.objection import ObjectionDesk
from jinshi_desk.services.suggestion import SuggestionDesk
from jinshi_desk.store.database import Store

_RULER = "研究室"

Dated = tuple[date, Callable[[], object]]
"""An act and its day."""


class SampleWork:
    """Plans these acts of a year, each for its day; ``shape`` is ``resources/sample/year.toml``."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo, shape: Mapping[str, Any]) -> None:
        self._store = store
        self._shape = shape
        self._suggestions = SuggestionDesk(store, today, undo)
        self._objections = ObjectionDesk(store, today, undo)
        self._leads = LeadDesk(store, today, undo)
        self._assignments = AssignmentDesk(store, today, undo)

    def acts(self) -> Iterator[Dated]:
        """Yield the year's acts; those of one day in the order they are done."""
        for place, told in enumerate(self._shape["suggestion"], start=1):
            yield told["on"], partial(self._tell, told)
            if "closed" in told:
                yield told["closed"], partial(self._suggestions.close, place, told["closed"], told["reply"])
        for place, said in enumerate(self._shape["objection"], start=1):
            yield said["on"], partial(self._object, said)
            if "finding" in said:
                yield said["ruled"], partial(self._rule, place, said)
        for place, found in enumerate(self._shape["lead"], start=1):
            yield found["on"], partial(self._find, found)
            if "office" in found:
                yield found["given"], partial(self._leads.assign, place, found["office"], found["given"])
            if "written" in found:
                yield found["written"], partial(self._write_up, place, Month.of(found["written"]))
            if "shelved" in found:
                yield found["shelved"], partial(self._leads.shelve, place, found["shelved"], found["why"])
        for task in self._shape["task"]:
            yield task["on"], partial(self._assign, task)

    def _tell(self, told: Mapping[str, Any]) -> None:
        concern, office = Concern(told["concern"]), told.get("office", "")
        new = NewSuggestion(told["unit"], concern, told["text"], told["on"], office, due_on=told.get("due"))
        self._suggestions.record(new)

    def _object(self, said: Mapping[str, Any]) -> None:
        kind = Kind(said["kind"]) if "kind" in said else None
        month, how = Month.of(said["month"]), Channel(said["how"])
        new = NewObjection(said["unit"], month, said["on"], said["by"], how, said["text"], kind=kind)
        self._objections.record(new)

    def _rule(self, objection: int, said: Mapping[str, Any]) -> None:
        remedy = Remedy(said["remedy"]) if "remedy" in said else None
        ruling = NewRuling(Finding(said["finding"]), remedy, _RULER, said["ruled"], said["reason"])
        self._objections.rule(objection, ruling)

    def _find(self, found: Mapping[str, Any]) -> None:
        self._leads.record(NewLead(found["unit"], found["subject"], found["on"]))

    def _write_up(self, lead: int, month: Month) -> None:
        """Link the lead to the month's last standing draft of its unit or its 组室."""
        credited = set(self._store.leads.get(lead).credited)
        drafts = (each for each in self._store.drafts.all(month) if each.status in STANDING)
        fitting = [each.number for each in drafts if credited & set(each.units)]
        self._leads.write_up(lead, fitting[-1])

    def _assign(self, task: Mapping[str, Any]) -> None:
        """Give a task to whoever answers for the unit that day."""
        unit, day = task["unit"], task["on"]
        person = next(each for each in self._store.roster.at(unit) if each.terms_at(unit, day))
        category = Category(task["category"]) if "category" in task else None
        counting = Counting(task.get("counting", Counting.VALID))
        period = Period.parse(task["period"])
        self._assignments.record(NewAssignment(person.id, period, task["target"], day, counting, category))
