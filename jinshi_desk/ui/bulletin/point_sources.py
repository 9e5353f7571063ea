"""这分怎么来的: the entries behind points."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from jinshi_desk import wording
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import year_to
from jinshi_desk.domain.points import plain, signed
from jinshi_desk.domain.units import Unit
from jinshi_desk.services.points import Explained, PointsDesk
from jinshi_desk.ui.bulletin.source import Head, Line, Source


class PointSources(QObject):
    """The tables behind points, of a unit's month or year and of the month's deductions."""

    def __init__(self, points: PointsDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points = points

    def month(self, unit: Unit, figures: MonthFigures) -> Source:
        month = figures.month
        lines = [
            line
            for line in self._points.explain_unit(unit, month).lines
            if line.entry.kind is not Kind.CARRY  # counts in the year alone
        ]
        return Source(
            self.tr("{} {}积分：这分怎么来的").format(unit.name, month.label),
            self._points_total([line.entry.cents for line in lines]),
            (
                Head(self.tr("项目")),
                Head(self.tr("稿件"), elastic=True),
                Head(self.tr("采用、事由")),
                Head(self.tr("依据")),
                Head(self.tr("算式")),
                Head(self.tr("得分"), number=True),
            ),
            tuple(self._entry(line) for line in lines),
        )

    def _entry(self, line: Explained) -> Line:
        day = line.adopted_on
        adopted = f"{line.outlet} {day:%m-%d}" if day else line.about
        return Line(
            (
                wording.KIND[line.entry.kind],
                f"{line.draft_no} {line.title}".strip(),
                adopted,
                line.basis,
                line.entry.arithmetic,
                signed(line.entry.cents),
            )
        )

    def year(self, unit: Unit, figures: MonthFigures) -> Source:
        lines, cents = list[Line](), list[int]()
        for month in year_to(figures.month):
            found = self._points.explain_unit(unit, month)
            for line in found.lines:
                cents.append(line.entry.cents)
                entry = self._entry(line)
                lines.append(Line((self.tr("{}月").format(month.month), *entry.cells)))
        span = self.tr("1月") if figures.month.month == 1 else self.tr("1—{}月").format(figures.month.month)
        return Source(
            self.tr("{} {}累计积分：这分怎么来的").format(unit.name, span),
            self._points_total(cents),
            (
                Head(self.tr("月份"), number=True),
                Head(self.tr("项目")),
                Head(self.tr("稿件"), elastic=True),
                Head(self.tr("采用、事由")),
                Head(self.tr("依据")),
                Head(self.tr("算式")),
                Head(self.tr("得分"), number=True),
            ),
            tuple(lines),
        )

    def deducted(self, figures: MonthFigures) -> Source:
        rows = [
            (standing.unit, figures.points_of(standing.unit.id))
            for standing in figures.standings
            if figures.points_of(standing.unit.id).deducted
        ]
        lines = tuple(
            Line(
                (
                    unit.name,
                    "、".join(
                        f"{wording.KIND[kind]} {signed(cents)}"
                        for kind, cents in earned.by_kind.items()
                        if cents < 0
                    ),
                    plain(earned.deducted),
                ),
                f"points.{unit.group}.{unit.id}",
            )
            for unit, earned in rows
        )
        heads = (
            Head(self.tr("单位")),
            Head(self.tr("为何扣"), elastic=True),
            Head(self.tr("扣分"), number=True),
        )
        total = self.tr("{} 家合计 {} 分").format(
            len(rows), plain(sum(earned.deducted for _, earned in rows))
        )
        return Source(self.tr("{}扣分").format(figures.month.label), total, heads, lines)

    def _points_total(self, cents: Sequence[int]) -> str:
        return self.tr("{} 笔合计 {} 分").format(len(cents), plain(sum(cents)))
