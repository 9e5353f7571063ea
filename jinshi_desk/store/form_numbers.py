"""Numbers of approval forms, given once and never again, and the codes that stand for units in them."""

from jinshi_desk.domain.form_numbers import free_code, short_name
from jinshi_desk.store import spelling
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import UnitCodeRow


class FormNumbers:
    """What was given, and what is free."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def next_seq(self, scope: str) -> int:
        """Return the next running number of a scope; void forms keep theirs."""
        last = self._db.value("SELECT max(seq) FROM approval WHERE scope = ?", scope)
        return (last or 0) + 1

    def taken(self, number: str) -> bool:
        return self._db.value("SELECT 1 FROM approval WHERE number = ?", number) is not None

    def codes(self) -> dict[str, str]:
        """Return the code of every unit that has one, by unit."""
        return dict(self._db.rows("SELECT unit, code FROM unit_code ORDER BY unit"))

    def code_of(self, unit: str) -> str:
        """Return a unit's code, made of its initials and written down at the first need."""
        code: str | None = self._db.value("SELECT code FROM unit_code WHERE unit = ?", unit)
        if code is not None:
            return code
        name = self._db.value("SELECT name FROM unit WHERE id = ?", unit)
        code = free_code(spelling.initials(short_name(name)), set(self.codes().values()))
        self.set_code(unit, code)
        return code

    def set_code(self, unit: str, code: str) -> None:
        """Write a unit's code, for the numbers to come."""
        UnitCodeRow.insert(unit=unit, code=code).on_conflict_replace().bind(self._db).execute()

    def drop_code(self, unit: str) -> None:
        """Take a code back that was written for the first time."""
        UnitCodeRow.delete().where(UnitCodeRow.unit == unit).bind(self._db).execute()
