"""The office's table of days off and make-up working days."""

from collections.abc import Iterable
from datetime import date

from jinshi_desk.domain.working_days import Calendar, Holiday, calendar_of
from jinshi_desk.store.connection import DataFile


class Holidays:
    """Every day of the table."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def of_year(self, year: int) -> tuple[Holiday, ...]:
        """Return the days of a year, in order."""
        return self._read("WHERE day BETWEEN ? AND ?", f"{year:04d}-01-01", f"{year:04d}-12-31")

    def all(self) -> tuple[Holiday, ...]:
        """Return every day, in order."""
        return self._read("")

    def calendar(self) -> Calendar:
        """Return what the table makes of the days."""
        return calendar_of(self.all())

    def replace(self, year: int, holidays: Iterable[Holiday]) -> None:
        """Write the table of a year anew; days of other years are added to theirs."""
        self._db.execute_sql(
            "DELETE FROM holiday WHERE day BETWEEN ? AND ?", (f"{year:04d}-01-01", f"{year:04d}-12-31")
        )
        for each in holidays:
            self._db.execute_sql(
                "INSERT OR REPLACE INTO holiday (day, worked, name) VALUES (?, ?, ?)",
                (each.day.isoformat(), int(each.working), each.name),
            )

    def _read(self, where: str, *params: object) -> tuple[Holiday, ...]:
        rows = self._db.rows(f"SELECT day, worked, name FROM holiday {where} ORDER BY day", *params)
        return tuple(Holiday(date.fromisoformat(day), bool(worked), name) for day, worked, name in rows)
