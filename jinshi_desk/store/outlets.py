"""Outlets and their other names."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from jinshi_desk.domain.outlets import Level, Outlet
from jinshi_desk.domain.points import to_cents
from jinshi_desk.store import spelling
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import OutletAlias, OutletRow

_ID_LENGTH = 12


class Outlets:
    """Where drafts are adopted."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def all(self) -> tuple[Outlet, ...]:
        """Return every outlet, in the office's order."""
        aliases: defaultdict[str, list[str]] = defaultdict(list)
        for outlet, alias in self._db.rows("SELECT outlet, alias FROM outlet_alias"):
            aliases[outlet].append(alias)
        rows = self._db.rows(
            "SELECT id, name, level, kind, own, weight, position FROM outlet ORDER BY position"
        )
        return tuple(_outlet(row, tuple(aliases[row[0]])) for row in rows)

    def add(self, outlets: Iterable[Outlet]) -> None:
        """Add ``outlets`` with their aliases."""
        for outlet in outlets:
            OutletRow.insert(
                id=outlet.id,
                name=outlet.name,
                level=outlet.level.value,
                kind=outlet.kind,
                own=int(outlet.own),
                weight=to_cents(outlet.weight),
                position=outlet.position,
                pinyin=spelling.pinyin(outlet.name),
                initials=spelling.initials(outlet.name),
            ).bind(self._db).execute()
            for alias in outlet.aliases:
                OutletAlias.insert(outlet=outlet.id, name=alias).bind(self._db).execute()

    def new_id(self, name: str) -> str:
        """Return a free id, made of the initials of ``name``."""
        taken = {outlet for (outlet,) in self._db.rows("SELECT id FROM outlet")}
        stem = spelling.initials(name).lower()[:_ID_LENGTH] or "mt"
        numbered = (f"{stem}{number}" for number in range(2, len(taken) + 3))
        return next(one for one in (stem, *numbered) if one not in taken)

    def add_aliases(self, outlet: str, aliases: Iterable[str]) -> None:
        """Add other names of the outlet."""
        for alias in aliases:
            OutletAlias.insert(outlet=outlet, name=alias).bind(self._db).execute()

    def drop_aliases(self, outlet: str, aliases: Iterable[str]) -> None:
        """Take other names back."""
        for alias in aliases:
            OutletAlias.delete().where(OutletAlias.outlet == outlet, OutletAlias.name == alias).bind(
                self._db
            ).execute()

    def remove(self, outlet: str) -> None:
        """Take the outlet back, unless anything names it."""
        with self._db.unless_in_use():
            OutletAlias.delete().where(OutletAlias.outlet == outlet).bind(self._db).execute()
            OutletRow.delete().where(OutletRow.id == outlet).bind(self._db).execute()

    def spellings(self) -> dict[str, tuple[str, str]]:
        """Return pinyin and initials of every outlet by id."""
        rows = self._db.rows("SELECT id, pinyin, initials FROM outlet")
        return {outlet: (full, short) for outlet, full, short in rows}


def _outlet(row: tuple[Any, ...], aliases: tuple[str, ...]) -> Outlet:
    number, name, level, kind, own, weight, position = row
    return Outlet(
        id=number,
        name=name,
        level=Level(level),
        kind=kind,
        position=position,
        own=bool(own),
        weight=Decimal(weight) / 100,
        aliases=aliases,
    )
