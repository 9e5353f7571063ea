"""Units, the names they bear and bore, what became of them, and their exempt months."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.units import Exemption, Group, Grouped, Named, OwnQuota, Unit
from jinshi_desk.store import grams, spelling
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import (
    ExemptionRow,
    UnitAlias,
    UnitChangeRow,
    UnitGroupRow,
    UnitNameRow,
    UnitQuotaRow,
    UnitRow,
)

if TYPE_CHECKING:
    from jinshi_desk.domain.unit_changes import UnitChange

_ID_LENGTH = 12


class Units:
    """The reporting units."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def all(self) -> tuple[Unit, ...]:
        """Return every unit there ever was, in the office's order."""
        return self._units("", ())

    def known(self, ids: Iterable[str]) -> dict[str, Unit]:
        """Return the units with these ids, by id; what is no unit's is left out."""
        wanted = tuple(ids)
        return {
            unit.id: unit for unit in self._units(f"WHERE {{}} IN ({', '.join('?' * len(wanted))})", wanted)
        }

    def _units(self, condition: str, params: tuple[str, ...]) -> tuple[Unit, ...]:
        """Return the units that meet ``condition``, which has a hole for the column that names the unit."""
        of = condition.format("unit")
        aliases: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for unit, alias, old in self._db.rows(f"SELECT unit, alias, old FROM unit_alias {of}", *params):
            aliases[unit, old].append(alias)
        names: defaultdict[str, list[Named]] = defaultdict(list)
        for unit, name, since in self._db.rows(
            f"SELECT unit, name, from_month FROM unit_name {of} ORDER BY unit, from_month", *params
        ):
            names[unit].append(Named(name, Month.parse(since)))
        groups: defaultdict[str, list[Grouped]] = defaultdict(list)
        for unit, group, since in self._db.rows(
            f'SELECT unit, "group", from_month FROM unit_group {of} ORDER BY unit, from_month', *params
        ):
            groups[unit].append(Grouped(Group(group), Month.parse(since)))
        quotas: defaultdict[str, list[OwnQuota]] = defaultdict(list)
        for unit, quota, since, reason in self._db.rows(
            f"SELECT unit, quota, from_month, reason FROM unit_quota {of} ORDER BY unit, from_month", *params
        ):
            quotas[unit].append(OwnQuota(quota, Month.parse(since), reason))
        rows = self._db.rows(
            'SELECT id, name, "group", position, active_from, active_to FROM unit'
            f" {condition.format('id')} ORDER BY position, active_from, id",
            *params,
        )
        return tuple(
            replace(
                _unit(row, tuple(aliases[row[0], 0]), tuple(aliases[row[0], 1]), tuple(names[row[0]])),
                groups=tuple(groups[row[0]]),
                quotas=tuple(quotas[row[0]]),
            )
            for row in rows
        )

    def group_of(self, unit: str) -> Group:
        """Return the ranking group of a unit."""
        return Group(self._db.value('SELECT "group" FROM unit WHERE id = ?', unit))

    def add(self, units: Iterable[Unit]) -> None:
        """Add ``units`` with all their names."""
        for unit in units:
            UnitRow.insert(id=unit.id, **_columns(unit)).bind(self._db).execute()
            self._write_names(unit)
            self._write_quotas(unit)

    def revise(self, unit: Unit) -> None:
        """Write what is known of ``unit`` now; its drafts are found by its new name too."""
        known = self._db.value("SELECT name FROM unit WHERE id = ?", unit.id)
        UnitRow.update(**_columns(unit)).where(UnitRow.id == unit.id).bind(self._db).execute()
        for table in (UnitAlias, UnitNameRow, UnitGroupRow):
            table.delete().where(table.unit == unit.id).bind(self._db).execute()
        self._write_names(unit)
        self._write_quotas(unit)
        if known != unit.name:
            words = (unit.name, spelling.initials(unit.name))
            grams.extend(self._db, self._drafts_of(unit.id), words)

    def new_id(self, name: str) -> str:
        """Return a free id, made of the initials of ``name``."""
        taken = {unit for (unit,) in self._db.rows("SELECT id FROM unit")}
        stem = spelling.initials(name).upper()[:_ID_LENGTH] or "DW"
        numbered = (f"{stem}{number}" for number in range(2, len(taken) + 3))
        return next(one for one in (stem, *numbered) if one not in taken)

    def add_aliases(self, unit: str, aliases: Iterable[str]) -> None:
        """Add other names of the unit."""
        for alias in aliases:
            UnitAlias.insert(unit=unit, name=alias).bind(self._db).execute()

    def drop_aliases(self, unit: str, aliases: Iterable[str]) -> None:
        """Take other names back."""
        for alias in aliases:
            gone = (UnitAlias.unit == unit) & (UnitAlias.name == alias)
            UnitAlias.delete().where(gone).bind(self._db).execute()

    def remove(self, unit: str) -> bool:
        """Take the unit back, unless anything names it; tell whether it is gone."""
        with self._db.unless_in_use():
            for own in (UnitAlias, UnitNameRow, UnitGroupRow, UnitQuotaRow):
                own.delete().where(own.unit == unit).bind(self._db).execute()
            UnitRow.delete().where(UnitRow.id == unit).bind(self._db).execute()
        return self._db.value("SELECT 1 FROM unit WHERE id = ?", unit) is None

    def spellings(self) -> dict[str, tuple[str, str]]:
        """Return pinyin and initials of every unit by id."""
        return {
            unit: (full, short)
            for unit, full, short in self._db.rows("SELECT id, pinyin, initials FROM unit")
        }

    def changes(self) -> "tuple[UnitChange, ...]":
        """Return what became of units, in the order of the months."""
        return read_changes(self._db)

    def note(self, change: "UnitChange") -> None:
        """Note what became of a unit."""
        UnitChangeRow.insert(
            month=str(change.month),
            kind=change.kind.value,
            unit=change.unit,
            successor=change.successor,
        ).bind(self._db).execute()

    def forget(self, change: "UnitChange") -> None:
        """Take back what was noted; the audit record keeps it."""
        self._db.execute_sql(
            "DELETE FROM unit_change WHERE month = ? AND kind = ? AND unit = ? AND successor IS ?",
            (str(change.month), change.kind.value, change.unit, change.successor),
        )

    def exemptions(self, year: int | None = None) -> tuple[Exemption, ...]:
        """Return the exempt unit-months, of one year or all."""
        query = ExemptionRow.select().order_by(ExemptionRow.month, ExemptionRow.unit)
        if year is not None:
            query = query.where(ExemptionRow.month.startswith(f"{year:04d}-"))
        return tuple(
            Exemption(row.unit, Month.parse(row.month), row.reason, row.approver)
            for row in query.bind(self._db)
        )

    def exempt(self, exemption: Exemption) -> None:
        """Record an exemption, or its new reason and approver."""
        ExemptionRow.insert(
            unit=exemption.unit,
            month=str(exemption.month),
            reason=exemption.reason,
            approver=exemption.approver,
        ).on_conflict_replace().bind(self._db).execute()

    def end_exemption(self, unit: str, month: Month) -> None:
        """Take an exemption back; the audit record keeps it."""
        ExemptionRow.delete().where(ExemptionRow.unit == unit, ExemptionRow.month == str(month)).bind(
            self._db
        ).execute()

    def _write_names(self, unit: Unit) -> None:
        for alias in dict.fromkeys((*unit.aliases, *unit.old_names)):
            old = int(alias in unit.old_names)
            UnitAlias.insert(unit=unit.id, name=alias, old=old).bind(self._db).execute()
        for named in unit.names:
            UnitNameRow.insert(unit=unit.id, name=named.name, from_month=str(named.since)).bind(
                self._db
            ).execute()
        for grouped in unit.groups:
            UnitGroupRow.insert(unit=unit.id, group=grouped.group.value, from_month=str(grouped.since)).bind(
                self._db
            ).execute()

    def _write_quotas(self, unit: Unit) -> None:
        """Write only what is another: a closed month lets go of none of its quotas."""
        wanted = {str(own.since): (own.quota, own.reason) for own in unit.quotas}
        for since, quota, reason in self._db.rows(
            "SELECT from_month, quota, reason FROM unit_quota WHERE unit = ?", unit.id
        ):
            if wanted.get(since) == (quota, reason):
                del wanted[since]
                continue
            gone = (UnitQuotaRow.unit == unit.id) & (UnitQuotaRow.from_month == since)
            UnitQuotaRow.delete().where(gone).bind(self._db).execute()
        for since, (quota, reason) in wanted.items():
            UnitQuotaRow.insert(unit=unit.id, from_month=since, quota=quota, reason=reason).bind(
                self._db
            ).execute()

    def _drafts_of(self, unit: str) -> list[int]:
        rows = self._db.rows(
            "SELECT id FROM draft WHERE lead = ? UNION SELECT draft FROM draft_partner WHERE unit = ?",
            unit,
            unit,
        )
        return [draft for (draft,) in rows]


def read_changes(db: DataFile) -> "tuple[UnitChange, ...]":
    """Return what became of units, in the order of the months."""
    from jinshi_desk.domain.unit_changes import ChangeKind, UnitChange

    rows = db.rows("SELECT month, kind, unit, successor FROM unit_change ORDER BY month, id")
    return tuple(
        UnitChange(Month.parse(month), ChangeKind(kind), unit, successor)
        for month, kind, unit, successor in rows
    )


def _columns(unit: Unit) -> dict[str, Any]:
    return {
        "name": unit.name,
        "group": unit.group.value,
        "position": unit.position,
        "active_from": str(unit.active_from),
        "active_to": str(unit.active_to) if unit.active_to else None,
        "pinyin": spelling.pinyin(unit.name),
        "initials": spelling.initials(unit.name),
    }


def _unit(
    row: tuple[Any, ...], aliases: tuple[str, ...], old_names: tuple[str, ...], names: tuple[Named, ...]
) -> Unit:
    number, name, group, position, active_from, active_to = row
    return Unit(
        id=number,
        name=name,
        group=Group(group),
        position=position,
        active_from=Month.parse(active_from),
        active_to=Month.parse(active_to) if active_to else None,
        aliases=aliases,
        old_names=old_names,
        names=names,
    )
