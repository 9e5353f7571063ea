"""Tables whose cells are figures that open: a notice's annexes, and what is behind its figures."""

from dataclasses import dataclass
from typing import Self

from jinshi_desk.domain.figure_keys import parted
from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.period_notices import Working
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.tables import Table
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.draft_points import DRAFT


@dataclass(frozen=True, slots=True)
class FigureTables:
    """Named tables of a period; ``total`` says in words how they make the figure, where they are of one."""

    period: Period
    tables: tuple[tuple[str, Table], ...]
    title: str = ""
    total: str = ""

    @classmethod
    def of_notice(cls, notice: Notice) -> Self:
        """Return the tables of its annexes, by caption, or by the annex's name without its period."""
        label = notice.period.label
        named = tuple(
            (table.caption or annex.name.removeprefix(label).removeprefix("份"), table)
            for annex in notice.annexes
            for table in annex.tables
        )
        return cls(notice.period, named)

    @classmethod
    def of_working(cls, working: Working, period: Period) -> Self:
        """Return the table behind a figure of a quarter or a year."""
        return cls(period, ((working.title, working.table),), working.title, working.total)

    def opens(self, key: str) -> Opens:
        """Return what a cell opens: a draft's points, a figure of a month, or of all that the tables span."""
        if key.startswith(f"{DRAFT}."):
            return Opens(key)
        own, month = parted(key)
        if month is not None:
            return Opens(own, month)
        period = self.period
        return Opens(own, period.last, None if period.first == period.last else period.first)
