"""The desk for 核对单: each unit's month, to be checked by the unit before it is published."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path

from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Standing, Verdict
from jinshi_desk.domain.unit_sheets import Placing, SheetDraft, SheetEntry, UnitSheet
from jinshi_desk.domain.units import Group
from jinshi_desk.papers.typesetting import Press, SetPaper
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.office import letterhead
from jinshi_desk.services.points import Explained, PointsDesk
from jinshi_desk.services.quota import QuotaDesk
from jinshi_desk.store.database import Store

_Ranks = Mapping[Group, Mapping[str, int | None]]


class UnitSheetDesk:
    """Makes and prints the sheets of a month."""

    def __init__(self, store: Store, press: Press, today: Callable[[], date]) -> None:
        self._store = store
        self._press = press
        self._today = today
        self._quota = QuotaDesk(store, today)
        self._points = PointsDesk(store)

    def sheets(self, month: Month, units: Collection[str] = ()) -> tuple[UnitSheet, ...]:
        """Return the sheets of ``units`` (ids), or of all that were active, in the office's order.

        Points and ranks are those of the bulletin, so that a closed month's never move.
        """
        desk = BulletinDesk(self._store, self._press)
        figures, until = desk.draft(month).bulletin.figures, desk.grace_ends(month)
        return tuple(
            self._sheet(standing, figures, until)
            for standing in figures.standings
            if not units or standing.unit.id in units
        )

    def save(self, month: Month, units: Collection[str], path: Path) -> SetPaper:
        """Write the sheets as one PDF, a unit to a page.

        Raises:
            NothingToPrint: no unit was active in the month.
            PaperFailed: they could not be set.
            CannotWrite: the machine would not let us write.
        """
        from jinshi_desk.papers.unit_sheet import save_pdf

        return save_pdf(self._press, self.sheets(month, units), path)

    def _sheet(self, standing: Standing, figures: MonthFigures, until: date) -> UnitSheet:
        unit, month = standing.unit, figures.month
        points = figures.points_of(unit.id)
        lines = self._points.explain_unit(unit, month).lines
        return UnitSheet(
            month=month,
            unit=unit.name,
            quota=standing.quota,
            counted=standing.count.weighted,
            state=standing.state,
            drafts=tuple(
                SheetDraft(row.row.number, row.row.title, row.row.received_on, row.verdict)
                for row in self._quota.drafts(unit.id, month)
                if row.verdict is not Verdict.PARTNER
            ),
            entries=tuple(_entry(line) for line in lines if line.entry.kind is not Kind.CARRY),
            this_month=_placing(standing, points.total, figures.rank_month),
            this_year=_placing(standing, points.cumulative, figures.rank_cumulative),
            objections_until=until,
            signer=letterhead(self._store).signer,
            dated=self._today(),
        )


def _placing(standing: Standing, cents: int, ranks: _Ranks) -> Placing:
    group = ranks.get(standing.unit.group, {})
    ranked = sum(rank is not None for rank in group.values())
    return Placing(cents, group.get(standing.unit.id), ranked)


def _entry(line: Explained) -> SheetEntry:
    where, day = line.outlet or line.about, line.adopted_on
    when = f"{day.month}月{day.day}日" if day else ""
    title = f"《{line.title}》" if line.title else ""
    about = " ".join(part for part in (f"{title}{where}", when) if part)
    return SheetEntry(line.entry.kind, about, line.basis, line.entry.arithmetic, line.entry.cents)
