"""The desk for the monthly duty: units × months, what counts and why, and exemptions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import MonthClosed, ReasonMissing, UnknownUnit
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.quota import BARRED_FROM, Count, Received, Standing, Verdict, longest_run, verdict
from jinshi_desk.domain.register import RegisterRow
from jinshi_desk.domain.units import Exemption, Unit
from jinshi_desk.services.contacts import Contacts, all_contacts
from jinshi_desk.services.figures import standings
from jinshi_desk.services.freezing import frozen_month
from jinshi_desk.services.opening import form_required
from jinshi_desk.store.database import Store


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A unit's year: twelve standings, none where the unit was not active or the month is still to come."""

    unit: Unit
    cells: tuple[Standing | None, ...]
    over: int = 0
    """How many months of the year are over: closed, or past the last day of 补报."""

    @property
    def count(self) -> Count:
        """The year's three counters."""
        counts = [cell.count for cell in self.cells if cell]
        return Count(
            sum(each.received for each in counts),
            sum(each.valid for each in counts),
            sum(each.adopted for each in counts),
            sum(each.late for each in counts),
        )

    @property
    def missed(self) -> tuple[int, ...]:
        """The numbers of the months, from 1, that are over and were not completed."""
        months = enumerate(self.cells[: self.over], start=1)
        return tuple(number for number, cell in months if cell is not None and cell.owes)

    @property
    def longest_run(self) -> int:
        """How many months in a row were missed at most."""
        return longest_run(self.cells[: self.over])

    @property
    def barred(self) -> bool:
        """Tell whether so many months were missed that the unit is left out of the awards (§6.6)."""
        return len(self.missed) >= BARRED_FROM

    @property
    def due(self) -> int:
        """Months in which something was due."""
        return sum(cell.due for cell in self.cells if cell)

    @property
    def completed(self) -> int:
        """Months that were completed, 达标月数."""
        return sum(cell.completed for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class CountedRow:
    """A draft of a unit's month with its verdict, and why it was returned or struck out."""

    row: RegisterRow
    verdict: Verdict
    reason: str = ""


class QuotaDesk:
    """What a clerk does in 任务进度."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def board(self, year: int) -> tuple[BoardRow, ...]:
        """Return every unit's year, in the office's order; one query, whatever the history.

        Months before the first with a draft are as empty as those to come: nothing was owed yet.
        """
        begin, now = self._store.drafts.first_month(), Month.of(self._today())
        found = standings(self._store, months_of(year))
        by_unit: dict[str, dict[Month, Standing]] = {unit.id: {} for unit in found.units}
        for month, rows in found.months.items():
            if begin is not None and begin <= month <= now:
                for row in self._kept(month) or rows:
                    by_unit[row.unit.id][month] = row
        over = sum(self._is_over(month) for month in months_of(year))
        return tuple(
            BoardRow(unit, tuple(by_unit[unit.id].get(month) for month in months_of(year)), over)
            for unit in found.units
            if by_unit[unit.id] or any(unit.active_in(month) for month in months_of(year))
        )

    def standings(self, month: Month) -> tuple[Standing, ...]:
        """Return how every active unit stands in ``month``, in the office's order."""
        return self._kept(month) or standings(self._store, [month]).months[month]

    def spellings(self) -> dict[str, tuple[str, str]]:
        """Return pinyin and initials of every unit by id, to find units by typing."""
        return self._store.units.spellings()

    def contacts(self, day: date) -> Mapping[str, Contacts]:
        """Return whom to ask for in every unit, by its id; nothing where the office keeps no roster."""
        return all_contacts(self._store, day) if self._store.roster.has_begun() else {}

    def close_day(self, month: Month) -> date:
        """Return the last day on which 补报 for ``month`` is taken."""
        rules = self._store.rules.book().find(month)
        return month.next().first_day.replace(day=max(1, rules.quota.grace_close_day if rules else 0))

    def drafts(self, unit: str, month: Month) -> tuple[CountedRow, ...]:
        """Return the drafts behind a cell, each with why it counts or not; joint ones it does not lead last.

        In a closed month that is what counted then, whatever became of the drafts since.
        """
        received = self._store.drafts.received(month, unit)
        frozen = frozen_month(self._store, month)
        if frozen is None:
            found = judged(self._store, month, received)
        else:
            found = {each.draft: each.verdict for each in frozen.drafts if each.unit == unit}
        found |= dict.fromkeys(self._store.drafts.joined(month, unit), Verdict.PARTNER)
        reasons = {each.draft: each.reason for each in received}
        rows = self._store.register.lines(list(found))
        return tuple(CountedRow(row, found[row.id], reasons.get(row.id, "")) for row in rows)

    def exemptions(self, year: int | None = None) -> tuple[Exemption, ...]:
        """Return the exempt unit-months of a year, or all."""
        return self._store.units.exemptions(year)

    def is_closed(self, month: Month) -> bool:
        """Tell whether nobody can be exempted in ``month`` any more."""
        return self._store.months.is_closed(month)

    def exempt(self, exemption: Exemption) -> None:
        """Record that a unit owes nothing in a month.

        Raises:
            ReasonMissing: reason or approver is empty.
            UnknownUnit: there is no such unit.
            MonthClosed: the month is closed.
        """
        if not (exemption.reason.strip() and exemption.approver.strip()):
            raise ReasonMissing("免考核")
        if not self._store.units.known([exemption.unit]):
            raise UnknownUnit(exemption.unit)
        self._refuse_closed(exemption.month)
        with self._store.writing("exempt", Topic.EXEMPTIONS, Topic.POINTS) as act:
            self._store.units.exempt(exemption)
            act.subject = f"{exemption.unit} {exemption.month}"
            act.after = {"reason": exemption.reason, "approver": exemption.approver}

    def end_exemption(self, unit: str, month: Month) -> None:
        """Take an exemption back."""
        self._refuse_closed(month)
        with self._store.writing("end_exemption", Topic.EXEMPTIONS, Topic.POINTS) as act:
            self._store.units.end_exemption(unit, month)
            act.subject = f"{unit} {month}"

    def _is_over(self, month: Month) -> bool:
        return self.is_closed(month) or self._today() > self.close_day(month)

    def _kept(self, month: Month) -> tuple[Standing, ...] | None:
        """Return how the units stood when ``month`` was closed; none while it is open."""
        frozen = frozen_month(self._store, month)
        return None if frozen is None else frozen.bulletin.figures.standings

    def _refuse_closed(self, month: Month) -> None:
        if self._store.months.is_closed(month):
            raise MonthClosed(month.label)


def judged(store: Store, month: Month, received: Iterable[Received]) -> dict[int, Verdict]:
    """Return by its id whether each draft of an open month counts, by the rules of that month."""
    rules, required = store.rules.book().find(month), form_required(store)
    return {each.draft: verdict(each, rules, form_required=required) for each in received}
