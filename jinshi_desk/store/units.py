"""Units, their other names, and their exempt months."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.units import Exemption, Group, Unit
from jinshi_desk.store import spelling
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import ExemptionRow, UnitAlias, UnitRow


class Units:
    """The reporting units."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def all(self) -> tuple[Unit, ...]:
        """Return every unit there ever was, in the office's order."""
        aliases: defaultdict[str, list[str]] = defaultdict(list)
        for unit, alias in self._db.rows("SELECT unit, alias FROM unit_alias"):
            aliases[unit].append(alias)
        rows = self._db.rows(
            'SELECT id, name, "group", position, active_from, active_to FROM unit ORDER BY position'
        )
        return tuple(_unit(row, tuple(aliases[row[0]])) for row in rows)

    def group_of(self, unit: str) -> Group:
        """Return the ranking group of a unit."""
        return Group(self._db.value('SELECT "group" FROM unit WHERE id = ?', unit))

    def add(self, units: Iterable[Unit]) -> None:
        """Add ``units`` with their aliases."""
        for unit in units:
            UnitRow.insert(
                id=unit.id,
                name=unit.name,
                group=unit.group.value,
                position=unit.position,
                active_from=str(unit.active_from),
                active_to=str(unit.active_to) if unit.active_to else None,
                pinyin=spelling.pinyin(unit.name),
                initials=spelling.initials(unit.name),
            ).bind(self._db).execute()
            for alias in (*unit.aliases, *unit.old_names):
                UnitAlias.insert(unit=unit.id, name=alias).bind(self._db).execute()

    def add_aliases(self, unit: str, aliases: Iterable[str]) -> None:
        """Add other names of the unit."""
        for alias in aliases:
            UnitAlias.insert(unit=unit, name=alias).bind(self._db).execute()

    def drop_aliases(self, unit: str, aliases: Iterable[str]) -> None:
        """Take other names back."""
        for alias in aliases:
            gone = (UnitAlias.unit == unit) & (UnitAlias.name == alias)
            UnitAlias.delete().where(gone).bind(self._db).execute()

    def remove(self, unit: str) -> None:
        """Take the unit back, unless anything names it."""
        with self._db.unless_in_use():
            UnitAlias.delete().where(UnitAlias.unit == unit).bind(self._db).execute()
            UnitRow.delete().where(UnitRow.id == unit).bind(self._db).execute()

    def spellings(self) -> dict[str, tuple[str, str]]:
        """Return pinyin and initials of every unit by id."""
        return {
            unit: (full, short)
            for unit, full, short in self._db.rows("SELECT id, pinyin, initials FROM unit")
        }

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


def _unit(row: tuple[Any, ...], aliases: tuple[str, ...]) -> Unit:
    number, name, group, position, active_from, active_to = row
    return Unit(
        id=number,
        name=name,
        group=Group(group),
        position=position,
        active_from=Month.parse(active_from),
        active_to=Month.parse(active_to) if active_to else None,
        aliases=aliases,
    )
