"""What the platforms did, month by month."""

from dataclasses import asdict

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import PlatformMonthRow


class Platforms:
    """The months that were typed."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def of(self, month: Month) -> PlatformMonth | None:
        """Return what was typed for ``month``, or none."""
        row = PlatformMonthRow.select().where(PlatformMonthRow.month == str(month)).bind(self._db).first()
        return row and PlatformMonth(row.pushes, row.articles, row.website_updates, row.followers)

    def put(self, month: Month, typed: PlatformMonth | None) -> None:
        """Write the numbers of ``month``, or that there are none."""
        PlatformMonthRow.delete().where(PlatformMonthRow.month == str(month)).bind(self._db).execute()
        if typed is not None:
            PlatformMonthRow.insert(month=str(month), **asdict(typed)).bind(self._db).execute()
