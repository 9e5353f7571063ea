"""What a clerk does to the list of units: checked against the list, and what comes of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from jinshi_desk.domain.matching import plain
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.unit_changes import ChangeKind, UnitChange
from jinshi_desk.domain.units import Group, Unit, charged, regrouped, renamed

NAME_LIMIT = 40
QUOTA_LIMIT = 99


@dataclass(frozen=True, slots=True)
class Create:
    """A new unit; ``month`` is its first full month."""

    name: str
    group: Group
    month: Month | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rename:
    """``unit`` is called ``name`` from ``month`` on."""

    unit: str
    name: str
    month: Month | None


@dataclass(frozen=True, slots=True)
class Merge:
    """``units`` become one from ``month`` on: ``into``, the id or name of one that goes on, or a new name."""

    units: tuple[str, ...]
    into: str
    month: Month | None


@dataclass(frozen=True, slots=True)
class Split:
    """New units called ``names`` take over from ``unit``, which goes on beside them where it ``stays``."""

    unit: str
    names: tuple[str, ...]
    month: Month | None
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Abolish:
    """``unit`` is no more from ``month`` on."""

    unit: str
    month: Month | None


@dataclass(frozen=True, slots=True)
class Edit:
    """Another group from ``month`` on, and by what other names ``unit`` is known.

    ``month`` is asked for where the group is another; the names hold for all time.
    """

    unit: str
    group: Group
    aliases: tuple[str, ...]
    old_names: tuple[str, ...]
    month: Month | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """``unit`` owes ``quota`` drafts a month from ``month`` on, for a reason; none: what its group owes."""

    unit: str
    quota: int | None
    month: Month | None
    reason: str


UnitAct = Create | Rename | Merge | Split | Abolish | Edit | Charge


@dataclass(frozen=True, slots=True)
class Roster:
    """The list of units as it stands, and the earliest open month."""

    units: tuple[Unit, ...]
    open_from: Month

    def get(self, unit: str) -> Unit | None:
        return next((known for known in self.units if known.id == unit), None)

    def called(self, text: str) -> Unit | None:
        """Return the living unit of this id, name or alias."""
        for unit in self.units:
            names = map(plain, (unit.name, *unit.aliases))
            if unit.active_to is None and (text == unit.id or plain(text) in names):
                return unit
        return None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act makes of the list: units as they are now, units that are new, and what is noted of them."""

    changed: tuple[Unit, ...] = ()
    added: tuple[Unit, ...] = ()
    changes: tuple[UnitChange, ...] = ()


def problems(act: UnitAct, roster: Roster) -> Iterator[Problem]:
    """Yield everything that keeps ``act`` from being done, and what is odd about it."""
    match act:
        case Create(name, _, month, aliases):
            yield from _name_problems("name", name, roster)
            yield from _month_problems(month, roster)
            yield from _alias_problems("aliases", aliases, "", roster)
        case Rename():
            yield from _rename_problems(act, roster)
        case Merge():
            yield from _merge_problems(act, roster)
        case Split():
            yield from _split_problems(act, roster)
        case Abolish(unit, month):
            yield from _month_problems(month, roster)
            yield from _living_problems("unit", unit, month, roster)
        case Edit(unit, group, aliases, old_names, month):
            known = roster.get(unit)
            if known is None:
                yield Problem("unit", "unknown", detail=unit)
            elif known.group is not group:
                yield from _month_problems(month, roster)
                if month is not None and known.groups and month < known.groups[-1].since:
                    yield Problem("month", "before_regroup", detail=known.groups[-1].since.label)
            yield from _alias_problems("aliases", aliases, unit, roster)
            yield from _alias_problems("old_names", old_names, unit, roster)
        case Charge():
            yield from _charge_problems(act, roster)


def _rename_problems(act: Rename, roster: Roster) -> Iterator[Problem]:
    unit = roster.get(act.unit)
    yield from _month_problems(act.month, roster)
    if unit is None:
        yield Problem("unit", "unknown", detail=act.unit)
    elif unit.active_to is not None:
        yield Problem("unit", "ended", detail=unit.name)
    elif act.name == unit.name:
        yield Problem("name", "same")
    elif act.month is not None and unit.names and act.month < unit.names[-1].since:
        yield Problem("month", "before_rename", detail=unit.names[-1].since.label)
    yield from _name_problems("name", act.name, roster, act.unit)


def _merge_problems(act: Merge, roster: Roster) -> Iterator[Problem]:
    yield from _month_problems(act.month, roster)
    into = roster.called(act.into) if act.into else None
    merged = dict.fromkeys((*act.units, into.id) if into else act.units)
    if len(set(act.units)) < len(act.units):
        yield Problem("units", "twice")
    elif into is not None and set(act.units) == {into.id}:
        yield Problem("into", "itself", detail=into.name)
    elif len(merged) < 2:
        yield Problem("units", "too_few")
    for unit in merged:
        yield from _living_problems("into" if unit not in act.units else "units", unit, act.month, roster)
    if into is None:
        yield from _name_problems("into", act.into, roster)


def _split_problems(act: Split, roster: Roster) -> Iterator[Problem]:
    yield from _month_problems(act.month, roster)
    yield from _living_problems("unit", act.unit, act.month, roster)
    if not act.names:
        yield Problem("names", "missing")
    elif len(act.names) == 1 and not act.stays:
        yield Problem("names", "single")
    if len({plain(name) for name in act.names}) < len(act.names):
        yield Problem("names", "twice")
    for name in act.names:
        yield from _name_problems("names", name, roster)


def _charge_problems(act: Charge, roster: Roster) -> Iterator[Problem]:
    unit = roster.get(act.unit)
    yield from _month_problems(act.month, roster)
    if unit is None:
        yield Problem("unit", "unknown", detail=act.unit)
    elif unit.active_to is not None:
        yield Problem("unit", "ended", detail=unit.name)
    elif act.month is not None and unit.quotas and act.month < unit.quotas[-1].since:
        yield Problem("month", "before_charge", detail=unit.quotas[-1].since.label)
    elif act.month is not None and act.quota == unit.own_quota_in(act.month):
        yield Problem("quota", "same")
    if act.quota is not None and act.quota < 0:
        yield Problem("quota", "negative")
    elif act.quota is not None and act.quota > QUOTA_LIMIT:
        yield Problem("quota", "too_many", detail=str(QUOTA_LIMIT))
    if not act.reason.strip():
        yield Problem("reason", "missing")


def _month_problems(month: Month | None, roster: Roster) -> Iterator[Problem]:
    if month is None:
        yield Problem("month", "missing")
    elif month < roster.open_from:
        yield Problem("month", "closed", detail=month.label)


def _living_problems(field: str, unit: str, month: Month | None, roster: Roster) -> Iterator[Problem]:
    """Tell where a unit can't end or be divided in ``month``: it is unknown, ended, or not yet there."""
    known = roster.get(unit)
    if known is None:
        yield Problem(field, "unknown", detail=unit)
    elif known.active_to is not None:
        yield Problem(field, "ended", detail=known.name)
    elif month is not None and known.active_from >= month:
        yield Problem(field, "too_new", detail=known.name)


def _name_problems(field: str, name: str, roster: Roster, own: str = "") -> Iterator[Problem]:
    if not plain(name):
        yield Problem(field, "missing")
    elif len(name) > NAME_LIMIT:
        yield Problem(field, "too_long", detail=str(NAME_LIMIT))
    elif other := _bearer(name, roster.units, own):
        yield Problem(field, "borne", detail=other.name)


def _alias_problems(field: str, aliases: Iterable[str], own: str, roster: Roster) -> Iterator[Problem]:
    for alias in aliases:
        if len(plain(alias)) < 2:
            yield Problem(field, "one_character", detail=alias)
        elif other := _bearer(alias, roster.units, own):
            yield Problem(field, "borne", detail=other.name)
        elif any(
            plain(alias) == plain(name)
            for unit in roster.units
            if unit.id != own
            for name in unit.other_names
        ):
            yield Problem(field, "shared", Severity.WARN, alias)


def _bearer(name: str, units: Iterable[Unit], own: str) -> Unit | None:
    """Return the other unit that is called ``name`` at present or was when it ended."""
    return next((unit for unit in units if unit.id != own and plain(unit.name) == plain(name)), None)


def outcome(act: UnitAct, roster: Roster, new_id: Callable[[str], str]) -> Outcome:
    """Return what comes of an act without problems; ``new_id`` gives a new unit of this name its id."""
    units = {unit.id: unit for unit in roster.units}
    match act:
        case Create(name, group, Month() as month, aliases):
            position = max((unit.position for unit in roster.units), default=-1) + 1
            created = Unit(new_id(name), name, group, position, month, aliases=aliases)
            return Outcome(added=(created,), changes=(UnitChange(month, ChangeKind.CREATE, created.id),))
        case Rename(unit, name, Month() as month):
            return Outcome((renamed(units[unit], name, month),))
        case Merge(merged, into, Month() as month):
            return _merged([units[unit] for unit in merged], roster.called(into), into, month, new_id)
        case Split(unit, names, Month() as month, stays):
            old = units[unit]
            added = tuple(Unit(new_id(name), name, old.group, old.position, month) for name in names)
            changes = tuple(UnitChange(month, ChangeKind.SPLIT, unit, new.id) for new in added)
            return Outcome(() if stays else (_ended(old, month),), added, changes)
        case Abolish(unit, Month() as month):
            return Outcome(
                (_ended(units[unit], month),), changes=(UnitChange(month, ChangeKind.ABOLISH, unit),)
            )
        case Edit(unit, group, aliases, old_names, month):
            edited = replace(units[unit], aliases=aliases, old_names=old_names)
            if edited.group is not group and month is not None:
                edited = regrouped(edited, group, month)
            return Outcome((edited,))
        case Charge(unit, quota, Month() as month, reason):
            return Outcome((charged(units[unit], quota, month, reason.strip()),))
    raise ValueError(act)  # a month is missing: the problems say so


def _merged(
    merged: list[Unit], into: Unit | None, name: str, month: Month, new_id: Callable[[str], str]
) -> Outcome:
    """Return the outcome of a merger: all end but the one that goes on, if one does."""
    first = min(merged, key=lambda unit: unit.position)
    successor = into or Unit(new_id(name), name, first.group, first.position, month)
    ending = [unit for unit in merged if unit.id != successor.id]
    changes = tuple(UnitChange(month, ChangeKind.MERGE, unit.id, successor.id) for unit in ending)
    return Outcome(
        tuple(_ended(unit, month) for unit in ending), () if into is not None else (successor,), changes
    )


def _ended(unit: Unit, month: Month) -> Unit:
    return replace(unit, active_to=month.previous())
