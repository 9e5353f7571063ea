"""Rows of 免考核, 单位名单 and 媒体名单, into the register and out of it again.

A list never changes what is there: a unit or an outlet that the sheet describes otherwise asks. Only other
names (别名) are added. Undoing leaves what drafts have named since; a unit so left never was active.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import BatchChanged
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.quota import required
from jinshi_desk.domain.units import AT_ONCE, Exemption, OwnQuota, Unit, charged
from jinshi_desk.services.fact_ledgers import FactLedger, Known, Recorded

Listed = TypeVar("Listed", Unit, Outlet)


class ExemptionRows(FactLedger[Exemption]):
    """免考核."""

    def known(self, fact: Exemption, _: Draft | None, /) -> Known:
        there = self._there(fact.unit, fact.month)
        if there is None:
            return Known.NOT
        return Known.SAME if there == fact else Known.OTHERWISE

    def faults(self, fact: Exemption, _: Draft | None, /) -> Iterator[Problem]:
        if self.store.months.is_closed(fact.month):
            yield Problem("month", "month_closed", detail=fact.month.label)

    def write(self, fact: Exemption, _: Draft | None, /) -> Recorded:
        self.store.units.exempt(fact)
        return {"unit": fact.unit, "month": str(fact.month), "reason": fact.reason}

    def guard(self, recorded: Recorded) -> None:
        month = Month.parse(recorded["month"])
        there = self._there(recorded["unit"], month)
        if there is None or there.reason != recorded["reason"]:
            raise BatchChanged(f"{month.label}免考核")
        self.refuse_closed(month)

    def strike(self, recorded: Recorded) -> None:
        self.store.units.end_exemption(recorded["unit"], Month.parse(recorded["month"]))

    def _there(self, unit: str, month: Month) -> Exemption | None:
        exemptions = self.store.units.exemptions(month.year)
        return next((each for each in exemptions if (each.unit, each.month) == (unit, month)), None)


class UnitRows(FactLedger[Unit]):
    """单位名单."""

    def known(self, fact: Unit, _: Draft | None, /) -> Known:
        there = {unit.id: unit for unit in self.store.units.all()}.get(fact.id)
        if there is None or there.was_taken_back:
            return Known.NOT
        said = (there.name, there.group, there.active_from, there.active_to)
        if said != (fact.name, fact.group, fact.active_from, fact.active_to):
            return Known.OTHERWISE
        own = self._new_quota(fact, there)
        if own is not None and there.quotas and own.since <= there.quotas[-1].since:
            return Known.OTHERWISE
        return Known.NOT if own is not None or _new_names(fact, there) else Known.SAME

    def faults(self, fact: Unit, _: Draft | None, /) -> Iterator[Problem]:
        own = self._new_quota(fact, self.store.units.known([fact.id]).get(fact.id, replace(fact, quotas=())))
        if own is not None and own.quota is not None and own.quota < 0:
            yield Problem("quota", "negative")
        if own is not None and self.store.months.is_closed(own.since):
            yield Problem("month", "month_closed", detail=own.since.label)
        if any(unit.name == fact.name and unit.id != fact.id for unit in self.store.units.all()):
            yield Problem("name", "taken", detail=fact.name)

    def write(self, fact: Unit, _: Draft | None, /) -> Recorded:
        there = self.store.units.known([fact.id]).get(fact.id)
        if there is None or there.was_taken_back:
            own = self._new_quota(fact, replace(fact, quotas=()))
            new = replace(fact, quotas=(own,) if own is not None else ())
            self.store.units.add([new]) if there is None else self.store.units.revise(new)
            return {"unit": fact.id}
        names, own = _new_names(fact, there), self._new_quota(fact, there)
        if own is not None:
            self.store.units.revise(charged(there, own.quota, own.since, own.reason))
        self.store.units.add_aliases(fact.id, names)
        since = {"quota_from": str(own.since)} if own is not None else {}
        return {"unit": fact.id, "aliases": names} | since

    def guard(self, recorded: Recorded) -> None:
        """Refuse where the list set a quota of a month that is closed; else what is in use stays."""
        if "quota_from" in recorded:
            self.refuse_closed(Month.parse(recorded["quota_from"]))

    def strike(self, recorded: Recorded) -> None:
        if "quota_from" in recorded:
            unit = self.store.units.known([recorded["unit"]])[recorded["unit"]]
            left = tuple(own for own in unit.quotas if str(own.since) != recorded["quota_from"])
            self.store.units.revise(replace(unit, quotas=left))
        if "aliases" in recorded:
            self.store.units.drop_aliases(recorded["unit"], recorded["aliases"])
        elif not self.store.units.remove(recorded["unit"]):  # what was undone still names it
            unit = self.store.units.known([recorded["unit"]])[recorded["unit"]]
            self.store.units.revise(replace(unit, active_to=unit.active_from.previous()))

    def _new_quota(self, fact: Unit, there: Unit) -> OwnQuota | None:
        """Return the quota that a list gives a unit beyond what it owes already; none where it gives none."""
        if not fact.quotas or fact.quotas[-1] in there.quotas:
            return None
        own = fact.quotas[-1]
        if own.since == AT_ONCE:
            own = replace(own, since=max(self.store.months.open_from(), there.active_from))
            rules = self.store.rules.book().find(own.since)
            return own if required(there, own.since, rules) != own.quota else None
        return own


class OutletRows(FactLedger[Outlet]):
    """媒体名单."""

    def known(self, fact: Outlet, _: Draft | None, /) -> Known:
        there = {outlet.id: outlet for outlet in self.store.outlets.all()}.get(fact.id)
        if there is None:
            return Known.NOT
        said = (there.name, there.level, there.kind, there.own, there.weight)
        if said != (fact.name, fact.level, fact.kind, fact.own, fact.weight):
            return Known.OTHERWISE
        return Known.NOT if _new_names(fact, there) else Known.SAME

    def faults(self, fact: Outlet, _: Draft | None, /) -> Iterator[Problem]:
        if any(outlet.name == fact.name and outlet.id != fact.id for outlet in self.store.outlets.all()):
            yield Problem("name", "taken", detail=fact.name)

    def write(self, fact: Outlet, _: Draft | None, /) -> Recorded:
        there = {outlet.id: outlet for outlet in self.store.outlets.all()}.get(fact.id)
        if there is None:
            self.store.outlets.add([fact])
            return {"outlet": fact.id}
        names = _new_names(fact, there)
        self.store.outlets.add_aliases(fact.id, names)
        return {"outlet": fact.id, "aliases": names}

    def guard(self, recorded: Recorded) -> None:
        """A list can always be taken back: what is in use stays."""

    def strike(self, recorded: Recorded) -> None:
        if "aliases" in recorded:
            self.store.outlets.drop_aliases(recorded["outlet"], recorded["aliases"])
        else:
            self.store.outlets.remove(recorded["outlet"])


def _new_names(fact: Listed, there: Listed) -> list[str]:
    return [name for name in fact.aliases if name not in (there.name, *there.aliases)]
