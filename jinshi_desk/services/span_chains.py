"""Chains of a quarter or a year: a figure month by month, and a unit's points entry by entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinshi_desk import chain_words, wording
from jinshi_desk.domain.composition import state_phrase
from jinshi_desk.domain.errors import UnknownFigure
from jinshi_desk.domain.figure_keys import IN_POINTS, Column, piece_key, unit_figure, written
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.quota import Standing
from jinshi_desk.services.chains import POINTS, Chain, Contribution, Opens
from jinshi_desk.services.month_book import MonthBook
from jinshi_desk.services.person_chains import PersonChains
from jinshi_desk.services.point_chains import PointChains

COMPLETED, MISSED = "completed", "missed"
"""What is counted of a unit's months, beside the columns of a month: those done, those that fell short."""
_MONTHS = "个月"


@dataclass(frozen=True, slots=True)
class SpanChains:
    """Chains over ``months``, which follow each other in a year; ``book`` is the last one's."""

    book: MonthBook
    months: Sequence[Month]

    def of(self, key: str) -> Chain:
        """Return the chain of a figure over the months: a unit's, a person's, or of a draft's adoptions.

        Raises:
            UnknownFigure: nothing of this key is added up over months.
        """
        match key.split("."):
            case ["unit", unit, Column.TOTAL]:
                return PointChains(self.book).over(unit, self.months)
            case ["unit", unit, Column.CUMULATIVE]:
                return PointChains(self.book).over(unit, self.months, carried=True)
            case ["unit", unit, "carried"]:
                return PointChains(self.book).carried(unit, self.months)
            case ["person", person, Column.TOTAL]:
                return PersonChains(self.book).over(int(person), self.months)
            case ["pieces", number]:
                return self._pieces(number)
            case ["unit", unit, ("completed" | "missed") as what]:
                return self._by_state(unit, missed=what == MISSED)
            case ["unit", unit, column] if column in set(Column):
                return self._by_month(unit, Column(column))
            case ["received" | "valid" | "adopted" | "times"]:
                return self._of_everyone(Column(key))
        raise UnknownFigure(key, chain_words.months_phrase(self.months))

    def _by_month(self, unit: str, column: Column) -> Chain:
        """Return a column of a unit's months, each of which opens to its own chain."""
        found = [
            (month, unit_figure(self.book.of(month).figures, standing, column) or 0)
            for month, standing in self._standings(unit)
        ]
        lines = tuple(
            Contribution(amount, month=month, opens=Opens(f"unit.{unit}.{column}", month))
            for month, amount in found
        )
        expected = sum(amount for _, amount in found)
        measure = POINTS if column in IN_POINTS else chain_words.UNIT_MEASURE[column]
        title = self._title(unit, chain_words.UNIT_FIGURE[column])
        return Chain("", title, written(column, expected), measure, expected, lines)

    def _pieces(self, number: str) -> Chain:
        """Return what the adoptions of a draft that stand booked: what it contends with (§6.6)."""
        found = [
            (month, piece)
            for month in self.months
            for piece in self.book.of(month).figures.pieces
            if piece.number == number and not (piece.void or piece.retracted)
        ]
        lines = tuple(
            Contribution(
                piece.cents,
                unit="、".join(map(self.book.figures.name_of, piece.units)),
                month=month,
                draft_no=number,
                title=piece.title,
                day=piece.adopted_on,
                where=piece.outlet,
                level=wording.LEVEL[piece.level],
                opens=Opens(piece_key(piece), month),
            )
            for month, piece in found
        )
        expected = sum(piece.cents for _, piece in found)
        title = found[-1][1].title if found else self.book.store.drafts.get(number).title
        name = f"《{title}》{chain_words.months_phrase(self.months)}采用计分"
        return Chain("", name, plain(expected), POINTS, expected, lines)

    def _of_everyone(self, column: Column) -> Chain:
        """Return a figure of all units, each month of which opens to its own chain."""
        begin = self.book.store.drafts.first_month()
        found = [
            (month, int(self.book.of(month).printed[column]))
            for month in self.months
            if begin is not None and begin <= month
        ]
        lines = tuple(
            Contribution(amount, month=month, opens=Opens(column, month)) for month, amount in found
        )
        expected = sum(amount for _, amount in found)
        title = f"{chain_words.months_phrase(self.months)}{chain_words.UNIT_FIGURE[column]}"
        return Chain("", title, str(expected), chain_words.UNIT_MEASURE[column], expected, lines)

    def _by_state(self, unit: str, *, missed: bool) -> Chain:
        """Return the months in which something was due, those completed or those missed counting."""
        due = [(month, standing) for month, standing in self._standings(unit) if standing.due]
        lines = tuple(
            Contribution(
                int(standing.completed is not missed),
                state_phrase(standing, wording.STATE),
                month=month,
                where=f"任务 {standing.quota} 条，计入 {standing.count.weighted} 条",
                opens=Opens(f"unit.{unit}.{Column.COUNTED}", month),
            )
            for month, standing in due
        )
        done = sum(standing.completed for _, standing in due)
        expected = len(due) - done if missed else done
        title = self._title(unit, "没有完成任务的月份" if missed else "完成任务的月份")
        working = f"应完成 {len(due)} 个月，完成 {done} 个月"
        return Chain("", title, str(expected), _MONTHS, expected, lines, working)

    def _standings(self, unit: str) -> Iterator[tuple[Month, Standing]]:
        """Yield how the unit stood in each month that lists it, from the first on the books."""
        begin = self.book.store.drafts.first_month()
        for month in self.months:
            book = self.book.of(month)
            if begin is not None and begin <= month and book.lists(unit):
                yield month, book.standing(unit)

    def _title(self, unit: str, name: str) -> str:
        return f"{self.book.figures.name_of(unit)} {chain_words.months_phrase(self.months)}{name}"
