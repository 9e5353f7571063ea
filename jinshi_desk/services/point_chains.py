"""Chains of points: the entries of a unit's month or year, a column of annex 1, a group's sum, a rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinshi_desk import chain_words, wording
from jinshi_desk.domain.figure_keys import IN_POINTS, Column, unit_figure, written
from jinshi_desk.domain.figures import UnitPoints
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month, year_to
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.units import Group
from jinshi_desk.services.chains import POINTS, Chain, Contribution, Opens, entry_line
from jinshi_desk.services.month_book import MonthBook

_COLUMN: Mapping[Kind, Column] = {
    Kind.QUOTA_BASE: Column.BASE,
    Kind.ADOPTION: Column.GAINED,
    Kind.UPGRADE: Column.GAINED,
    Kind.INSTRUCTION: Column.BONUS,
}
_EITHER = frozenset({Kind.COMMISSION, Kind.CORRECTION})
"""加分 where the month has more of it than less, else 扣分 (§3.6)."""


@dataclass(frozen=True, slots=True)
class PointChains:
    """Chains over the entries of a month."""

    book: MonthBook

    def month_of(self, unit: str) -> Chain:
        """Return the entries of a unit's month; what was carried counts in the year alone (§3.3)."""
        return self.over(unit, (self.book.month,))

    def year_of(self, unit: str) -> Chain:
        """Return the entries of a unit's year so far, what was carried included."""
        return self.over(unit, tuple(year_to(self.book.month)), carried=True)

    def over(self, unit: str, months: Sequence[Month], *, carried: bool = False) -> Chain:
        """Return the entries of a unit in ``months``, which follow each other up to the book's own.

        With ``carried`` they are its year so far, from January on, with what it took over.
        """
        book = self.book
        name, expected = "积分", 0
        entries = book.entries(unit, months)
        if carried:
            name, expected = "累计积分", book.figures.points_of(unit).cumulative
        else:
            expected = sum(book.of(month).figures.points_of(unit).total for month in months)
            entries = tuple(each for each in entries if each.kind is not Kind.CARRY)
        lines = tuple(entry_line(each, months=len(months) > 1) for each in book.explained(entries))
        title = f"{book.figures.name_of(unit)} {chain_words.months_phrase(months)}{name}"
        return Chain("", title, plain(expected), POINTS, expected, lines)

    def column(self, unit: str, column: Column) -> Chain:
        """Return the entries that make up 基础分, 采用分, 加分 or 扣分 of a unit's month."""
        earned = self.book.figures.points_of(unit)
        kinds = [kind for kind in Kind if _column(kind, earned) is column]
        expected = int(getattr(earned, column))
        return self._entries(unit, chain_words.UNIT_FIGURE[column], expected, kinds)

    def carried(self, unit: str, months: Sequence[Month]) -> Chain:
        """Return what a unit took over from those before it."""
        book = self.book
        entries = [each for each in book.entries(unit, months) if each.kind is Kind.CARRY]
        points = [book.of(month).figures.points_of(unit).by_kind.get(Kind.CARRY, 0) for month in months]
        lines = tuple(entry_line(each, months=True) for each in book.explained(entries))
        title = f"{book.figures.name_of(unit)} {chain_words.months_phrase(months)}结转"
        return Chain("", title, plain(sum(points)), POINTS, sum(points), lines)

    def everyone(self) -> Chain:
        """Return what every unit earned in the month, group by group."""
        figures, month = self.book.figures, self.book.month
        members = sorted(figures.standings, key=lambda each: tuple(Group).index(each.unit.group))
        earned = {each.unit.id: figures.points_of(each.unit.id) for each in members}
        lines = tuple(
            Contribution(
                earned[each.unit.id].total,
                unit=each.unit.name,
                where=self._columns(each, earned[each.unit.id]),
                opens=Opens(f"unit.{each.unit.id}.{Column.TOTAL}", month),
            )
            for each in members
        )
        expected = sum(each.total for each in earned.values())
        return Chain("", f"{month.label}各单位积分合计", plain(expected), POINTS, expected, lines)

    def _columns(self, standing: Standing, earned: UnitPoints) -> str:
        """Write a unit's line of annex 1 in words, what is nothing left out."""
        adopted = self.book.figures.adoption_of(standing.unit.id).drafts
        columns = (Column.BASE, Column.GAINED, Column.BONUS, Column.DEDUCTED)
        amounts = ((column, int(getattr(earned, column))) for column in columns)
        said = [wording.GROUP[standing.unit.group], *([f"采用 {adopted} 篇"] if adopted else [])]
        said += [f"{chain_words.UNIT_FIGURE[column]} {plain(cents)}" for column, cents in amounts if cents]
        return "，".join(said)

    def deducted(self) -> Chain:
        """Return what the units of the month lost."""
        figures = self.book.figures
        taken = [
            (each.unit, cents)
            for each in figures.standings
            if (cents := figures.points_of(each.unit.id).deducted)
        ]
        lines = tuple(
            Contribution(
                cents,
                unit=unit.name,
                where="、".join(
                    wording.KIND[kind]
                    for kind, booked in figures.points_of(unit.id).by_kind.items()
                    if booked < 0
                ),
                opens=Opens(f"unit.{unit.id}.deducted", self.book.month),
            )
            for unit, cents in taken
        )
        expected = sum(cents for _, cents in taken)
        return Chain("", f"{self.book.month.label}扣分", plain(expected), POINTS, expected, lines)

    def deducted_for(self, kind: str, unit: str) -> Chain:
        """Return what a unit lost by the confirmed deductions of a type."""
        book, figures = self.book, self.book.figures
        mine = [each for each in figures.events.deducted if (each.type, each.unit) == (kind, unit)]
        entries = [
            entry
            for entry in book.entries(unit)
            if entry.deduction is not None and book.store.deductions.get(entry.deduction).type == kind
        ]
        expected = sum(each.cents for each in mine)
        title = f"{figures.name_of(unit)} {book.month.label}因{mine[0].name}扣分"
        return Chain(
            "", title, plain(expected), POINTS, expected, tuple(map(entry_line, book.explained(entries)))
        )

    def group(self, group: Group, column: Column) -> Chain:
        """Return what the units of a group have in a column."""
        figures, month = self.book.figures, self.book.month
        members = [each for each in figures.standings if each.unit.group is group]
        amounts = [(each.unit, unit_figure(figures, each, column) or 0) for each in members]
        lines = tuple(
            Contribution(amount, unit=unit.name, opens=Opens(f"unit.{unit.id}.{column}", month))
            for unit, amount in amounts
        )
        expected = sum(amount for _, amount in amounts)
        title = f"{month.label}{wording.GROUP[group]}{chain_words.UNIT_FIGURE[column]}合计"
        measure = POINTS if column in IN_POINTS else chain_words.UNIT_MEASURE[column]
        return Chain("", title, written(column, expected), measure, expected, lines)

    def rank(self, unit: str, column: Column) -> Chain:
        """Return the ranked units of the group by their points, those before ``unit`` counting."""
        figures, month = self.book.figures, self.book.month
        group = self.book.group_of(unit)
        year = column is Column.RANK_CUMULATIVE
        ranks = (figures.rank_cumulative if year else figures.rank_month)[group]
        what = Column.CUMULATIVE if year else Column.TOTAL
        ranked = [each for each in figures.standings if ranks.get(each.unit.id) is not None]
        scores = {each.unit.id: unit_figure(figures, each, what) or 0 for each in ranked}
        ranked.sort(key=lambda each: (-scores[each.unit.id], each.unit.position))
        lines = tuple(
            Contribution(
                int(scores[each.unit.id] > scores[unit]),
                f"第{ranks[each.unit.id]}名",
                each.unit.name,
                where=f"{plain(scores[each.unit.id])} 分",
                opens=Opens(f"unit.{each.unit.id}.{what}", month),
            )
            for each in ranked
        )
        own = ranks[unit] or 0
        title = f"{figures.name_of(unit)} {month.label}{chain_words.UNIT_FIGURE[column]}"
        working = f"{wording.GROUP[group]} {len(ranked)} 家，前面 {own - 1} 家，第 {own} 名"
        return Chain("", title, str(own), "家", own - 1, lines, working)

    def _entries(self, unit: str, name: str, expected: int, kinds: list[Kind]) -> Chain:
        book = self.book
        entries = [each for each in book.entries(unit) if each.kind in kinds]
        title = f"{book.figures.name_of(unit)} {book.month.label}{name.removeprefix('本月')}"
        lines = tuple(map(entry_line, book.explained(entries)))
        return Chain("", title, plain(expected), POINTS, expected, lines)


def _column(kind: Kind, earned: UnitPoints) -> Column | None:
    """Return the column of annex 1 that a kind is in; what was carried is in none."""
    if kind is Kind.CARRY:
        return None
    if kind in _EITHER and earned.by_kind.get(kind, 0) > 0:
        return Column.BONUS
    return _COLUMN.get(kind, Column.DEDUCTED)
