"""The 催报单 of a month: made from how the units stand and whom to ask for in each."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.reminder_papers import Owing, ReminderSheet
from jinshi_desk.papers.typesetting import Press, SetPaper
from jinshi_desk.services.contacts import contacts
from jinshi_desk.services.office import letterhead
from jinshi_desk.services.quota import QuotaDesk
from jinshi_desk.store.database import Store


class ReminderSheetDesk:
    """Makes and prints the sheets that urge units."""

    def __init__(self, store: Store, press: Press, today: Callable[[], date]) -> None:
        self._store = store
        self._press = press
        self._today = today
        self._quota = QuotaDesk(store, today)

    def sheet(self, month: Month, units: Collection[str] = ()) -> ReminderSheet:
        """Return the sheet of those among ``units`` (ids), or of all, that owe something today."""
        return ReminderSheet(
            month,
            self._today(),
            self._quota.close_day(month),
            letterhead(self._store).signer,
            tuple(
                self._owing(standing)
                for standing in self._quota.standings(month)
                if standing.due and standing.missing and (not units or standing.unit.id in units)
            ),
        )

    def pages(self, sheet: ReminderSheet, *, slips: bool = False) -> SetPaper:
        """Return the list, or a slip for each unit, as SVG pages.

        Raises:
            NothingToPrint: nobody owes anything.
            PaperFailed: it could not be set.
        """
        from jinshi_desk.papers import reminders

        return reminders.pages(self._press, sheet, slips=slips)

    def save(self, sheet: ReminderSheet, path: Path, *, slips: bool = False) -> SetPaper:
        """Write the list, or a slip for each unit, as PDF.

        Raises:
            NothingToPrint, PaperFailed: as ``pages``.
            CannotWrite: the machine would not let us write.
        """
        from jinshi_desk.papers import reminders

        return reminders.save_pdf(self._press, sheet, path, slips=slips)

    def _owing(self, standing: Standing) -> Owing:
        unit, count = standing.unit, standing.count
        asked = contacts(self._store, unit.id, self._today())
        phone = asked.office_phone
        return Owing(unit.name, unit.group, asked.correspondent, phone, standing.quota, count.weighted)
