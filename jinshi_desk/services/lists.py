"""The lists that go out: as records for scripts, as rows for a sheet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from jinshi_desk.domain.adoptions import Adoption
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import UnknownKind
from jinshi_desk.domain.months import Month
from jinshi_desk.services import meeting_lists
from jinshi_desk.services.contacts import roster_rows
from jinshi_desk.services.event_lists import EventLists, Wanted
from jinshi_desk.services.form_lists import form_records
from jinshi_desk.services.pick_lists import pick_records
from jinshi_desk.services.reminders import answered
from jinshi_desk.services.shapes import (
    change_json,
    draft_json,
    person_json,
    remark_json,
    roster_json,
    unit_json,
    version_json,
)
from jinshi_desk.services.versions import versions_of
from jinshi_desk.services.work_lists import WorkLists
from jinshi_desk.store.database import Store

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of a list: of one month, of one unit, of drafts by number, or all of it."""

    month: Month | None = None
    unit: str | None = None
    numbers: frozenset[str] | None = None


class ListDesk:
    """Reads any ledger out whole."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._readers: Mapping[str, Callable[[Scope], Iterator[Record]]] = {
            "drafts": self._drafts,
            "adoptions": self._adoptions,
            **{kind: self._events(read) for kind, read in EventLists(store).records.items()},
            **{kind: self._events(read) for kind, read in WorkLists(store).records.items()},
            "picks": lambda scope: pick_records(store, (scope.month, scope.unit)),
            **{kind: self._events(partial(read, store)) for kind, read in meeting_lists.RECORDS.items()},
            "retractions": self._retractions,
            "approvals": lambda scope: form_records(store, (scope.month, scope.unit)),
            "units": self._units,
            "outlets": self._outlets,
            "people": self._people,
            "roster": self._roster,
            "exemptions": self._exemptions,
            "reminders": self._reminders,
            "returns": self._returns,
            "versions": self._versions,
            "remarks": self._remarks,
            "holidays": self._holidays,
            "rules": self._rules,
        }

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(self._readers)

    def records(self, kind: str, scope: Scope) -> Iterator[Record]:
        """Yield the records of a list.

        Raises:
            UnknownKind: there is no such list.
        """
        if kind not in self._readers:
            raise UnknownKind(kind, "、".join(self._readers))
        return self._readers[kind](scope)

    def drafts(self, scope: Scope) -> Iterator[Draft]:
        """Yield the drafts that count for the month, all units named on a draft being its units."""
        for draft in self._store.drafts.all(scope.month):
            if scope.numbers is not None and draft.number not in scope.numbers:
                continue
            if scope.unit is None or scope.unit in draft.units:
                yield draft

    def adoptions(self, scope: Scope) -> Iterator[tuple[Draft, Adoption]]:
        """Yield the adoptions of the month they ran in, those struck out left out."""
        for adoption in self._store.adoptions.all(scope.month):
            draft = self._store.drafts.by_id(adoption.draft)
            if not adoption.voided and (scope.unit is None or scope.unit in draft.units):
                yield draft, adoption

    @staticmethod
    def _events(read: Callable[[Wanted], Iterator[Record]]) -> Callable[[Scope], Iterator[Record]]:
        return lambda scope: read((scope.month, scope.unit))

    def _drafts(self, scope: Scope) -> Iterator[Record]:
        return map(draft_json, self.drafts(scope))

    def _adoptions(self, scope: Scope) -> Iterator[Record]:
        outlets = {outlet.id: outlet for outlet in self._store.outlets.all()}
        for draft, adoption in self.adoptions(scope):
            yield {
                "id": adoption.id,
                "draft": draft.number,
                "title": draft.title,
                "unit": draft.lead,
                "outlet": adoption.outlet,
                "level": outlets[adoption.outlet].level.value,
                "mode": adoption.mode.value,
                "position": adoption.position.value,
                "adopted_on": adoption.adopted_on.isoformat(),
                "registered_on": adoption.registered_on.isoformat(),
                "place": adoption.place,
                "evidence": adoption.evidence,
                "verified": adoption.verified,
                "retracted_on": adoption.retracted_on.isoformat() if adoption.retracted_on else None,
            }

    def _retractions(self, scope: Scope) -> Iterator[Record]:
        kept = ("draft", "title", "unit", "outlet", "adopted_on", "retracted_on")
        for record in self._adoptions(scope):
            if record["retracted_on"]:
                yield {key: record[key] for key in kept}

    def _units(self, scope: Scope) -> Iterator[Record]:
        changes = self._store.units.changes()
        for unit in self._store.units.all():
            if scope.unit is None or scope.unit == unit.id:
                own = [change_json(each) for each in changes if unit.id in (each.unit, each.successor)]
                yield unit_json(unit) | {"changes": own}

    def _outlets(self, _: Scope) -> Iterator[Record]:
        for outlet in self._store.outlets.all():
            yield {
                "id": outlet.id,
                "name": outlet.name,
                "level": outlet.level.value,
                "kind": outlet.kind,
                "own": outlet.own,
                "weight": float(outlet.weight),
                "aliases": list(outlet.aliases),
            }

    def _people(self, scope: Scope) -> Iterator[Record]:
        today = date.fromisoformat(self._store.now()[:10])
        for person in self._store.roster.all():
            if scope.unit is None or any(post.unit == scope.unit for post in person.posts):
                yield person_json(person, today)

    def _roster(self, scope: Scope) -> Iterator[Record]:
        day = scope.month.last_day if scope.month else date.fromisoformat(self._store.now()[:10])
        for row in roster_rows(self._store, day):
            if scope.unit in (None, row.unit.id):
                yield roster_json(row)

    def _rules(self, _: Scope) -> Iterator[Record]:
        for version in self._store.rules.book().versions:
            yield {
                "id": version.id,
                "title": version.title,
                "doc_no": version.doc_no,
                "effective_from": str(version.effective_from),
            }

    def _reminders(self, scope: Scope) -> Iterator[Record]:
        """Yield every unit that was reminded, with what it owed then and how many drafts came after."""
        for answer in answered(self._store, scope.month, scope.unit):
            sent, owed = answer.reminder, answer.reminded
            yield {
                "id": sent.id,
                "month": str(sent.month),
                "stage": sent.stage.value,
                "sent_on": sent.sent_on.isoformat(),
                "channel": sent.channel.value,
                "sent_by": sent.sent_by,
                "unit": owed.unit,
                "quota": owed.quota,
                "counted": owed.counted,
                "missing": owed.missing,
                "came_after": answer.came,
                "remark": sent.remark,
            }

    def _returns(self, scope: Scope) -> Iterator[Record]:
        calendar = self._store.holidays.calendar()
        for number, version, returned in self._store.returns.all(scope.month):
            draft = self._store.drafts.by_id(number)
            if scope.unit is None or scope.unit in draft.units:
                yield {
                    "draft": draft.number,
                    "version": version,
                    "title": draft.title,
                    "unit": draft.lead,
                    "returned_on": returned.on.isoformat(),
                    "reasons": list(returned.reasons),
                    "remark": returned.remark,
                    "deadline": returned.deadline(calendar).isoformat(),
                    "back": version < draft.version,
                }

    def _versions(self, scope: Scope) -> Iterator[Record]:
        """Yield every version of the drafts that came in more than once."""
        for draft in self.drafts(scope):
            if draft.version > 1:
                for version in versions_of(self._store, draft):
                    yield {"draft": draft.number, "unit": draft.lead, **version_json(version)}

    def _remarks(self, scope: Scope) -> Iterator[Record]:
        for draft in self.drafts(scope):
            for remarks in self._store.versions.remarks(draft.id).values():
                for remark in remarks:
                    about = {"draft": draft.number, "title": draft.title, "unit": draft.lead}
                    yield about | {"version": remark.version, **remark_json(remark)}

    def _holidays(self, scope: Scope) -> Iterator[Record]:
        for each in self._store.holidays.all():
            if scope.month in (None, Month.of(each.day)):
                yield {"day": each.day.isoformat(), "working": each.working, "name": each.name}

    def _exemptions(self, scope: Scope) -> Iterator[Record]:
        for exemption in self._store.units.exemptions():
            if scope.month in (None, exemption.month) and scope.unit in (None, exemption.unit):
                yield {
                    "unit": exemption.unit,
                    "month": str(exemption.month),
                    "reason": exemption.reason,
                    "approver": exemption.approver,
                }
