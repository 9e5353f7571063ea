"""People who have written for a unit."""

from jinshi_desk.domain.people import Person
from jinshi_desk.store import spelling
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import PersonRow


class People:
    """Authors, one row for a name at a unit."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def all(self) -> tuple[Person, ...]:
        """Return everybody, by name."""
        return tuple(
            Person(*row) for row in self._db.rows("SELECT id, name, unit FROM person ORDER BY pinyin, id")
        )

    def known(self, name: str, unit: str) -> int:
        """Return the id of ``name`` at ``unit``, written down on first sight."""
        found: int | None = self._db.value("SELECT id FROM person WHERE name = ? AND unit = ?", name, unit)
        if found is not None:
            return found
        row: int = (
            PersonRow.insert(
                name=name, unit=unit, pinyin=spelling.pinyin(name), initials=spelling.initials(name)
            )
            .bind(self._db)
            .execute()
        )
        return row

    def remove(self, person: int) -> None:
        """Take somebody back, unless a draft or an entry names them."""
        with self._db.unless_in_use():
            PersonRow.delete().where(PersonRow.id == person).bind(self._db).execute()

    def spellings(self) -> dict[int, tuple[str, str]]:
        """Return pinyin and initials of everybody by id."""
        rows = self._db.rows("SELECT id, pinyin, initials FROM person")
        return {person: (full, short) for person, full, short in rows}
