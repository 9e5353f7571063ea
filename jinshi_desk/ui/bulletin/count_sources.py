"""The tables behind counts: who sent what, who was due, what was adopted."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject

from jinshi_desk import wording
from jinshi_desk.domain.composition import state_phrase
from jinshi_desk.domain.figures import MonthFigures, percent, permille, tally
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.units import Group
from jinshi_desk.ui.bulletin.pieces import pieces_behind
from jinshi_desk.ui.bulletin.source import Head, Line, Source

_DUE: Mapping[str, Callable[[Standing], bool]] = {
    "due": lambda standing: standing.due,
    "exempt": lambda standing: standing.exempt and standing.quota > 0,
    "completed": lambda standing: standing.completed,
    "rate": lambda standing: standing.due,
}


class CountSources(QObject):
    """The tables behind counts of drafts, units and adoptions."""

    def valid(self, figures: MonthFigures, group: Group | None) -> Source:
        """List who sent what; a sum by group where all are asked for."""
        members = [
            standing
            for standing in figures.standings
            if standing.count.received and group in (None, standing.unit.group)
        ]
        heads = (
            Head(self.tr("单位"), elastic=True),
            Head(self.tr("分组")),
            Head(self.tr("收到"), number=True),
            Head(self.tr("有效"), number=True),
        )
        lines = tuple(
            Line(
                (
                    standing.unit.name,
                    wording.GROUP[standing.unit.group],
                    str(standing.count.received),
                    str(standing.count.valid),
                ),
                f"counted.{standing.unit.id}",
            )
            for standing in members
        )
        if group is not None:
            title = self.tr("{}{}有效报送").format(figures.month.label, wording.GROUP[group])
            return Source(title, self.tr("合计 {} 条").format(figures.valid_by_group[group]), heads, lines)
        parts = " + ".join(f"{wording.GROUP[each]} {n}" for each, n in figures.valid_by_group.items())
        total = self.tr("{} = {} 条").format(parts, figures.valid)
        return Source(self.tr("{}有效报送").format(figures.month.label), total, heads, lines)

    def categories(self, figures: MonthFigures) -> Source:
        lines = tuple(
            Line((wording.CATEGORY[kind], str(number), _share(number, figures.valid)))
            for kind, number in figures.valid_by_category.items()
        )
        heads = (
            Head(self.tr("类别"), elastic=True),
            Head(self.tr("有效"), number=True),
            Head(self.tr("占比"), number=True),
        )
        total = self.tr("合计 {} 条").format(figures.valid)
        return Source(self.tr("{}有效报送，按类别").format(figures.month.label), total, heads, lines)

    def change(self, figures: MonthFigures) -> Source:
        before = figures.previous_valid or 0
        heads = (Head(self.tr("月份"), elastic=True), Head(self.tr("有效"), number=True))
        lines = (
            Line((figures.month.label, str(figures.valid))),
            Line((figures.month.previous().label, str(before))),
        )
        change = figures.valid - before
        shown = f"+{change}" if change > 0 else str(change).replace("-", "−")
        total = f"{figures.valid} − {before} = {shown}"
        return Source(self.tr("有效报送与上月相比"), total, heads, lines)

    def completion(self, figures: MonthFigures, key: str) -> Source:
        done = figures.completion
        titles = {
            "due": self.tr("{}应报送单位"),
            "exempt": self.tr("{}免考核单位"),
            "completed": self.tr("{}完成月度任务的单位"),
            "rate": self.tr("{}完成率"),
        }
        totals = {
            "due": self.tr("{} 家").format(done.due),
            "exempt": self.tr("{} 家").format(done.exempt),
            "completed": self.tr("{} 家").format(done.completed),
            "rate": self.tr("{} ÷ {} = {}").format(
                done.completed, done.due, percent(done.rate) if done.rate is not None else "—"
            ),
        }
        members = [standing for standing in figures.standings if _DUE[key](standing)]
        members.sort(key=lambda standing: standing.completed)
        return Source(
            titles[key].format(figures.month.label), totals[key], self._standing_heads(), _standings(members)
        )

    def _standing_heads(self) -> tuple[Head, ...]:
        return (
            Head(self.tr("单位"), elastic=True),
            Head(self.tr("收到"), number=True),
            Head(self.tr("有效"), number=True),
            Head(self.tr("计入任务"), number=True),
            Head(self.tr("任务"), number=True),
            Head(self.tr("完成情况")),
        )

    def standing(self, figures: MonthFigures, unit: str) -> Source:
        standing = next(each for each in figures.standings if each.unit.id == unit)
        counted = standing.count
        return Source(
            self.tr("{} {}报送").format(standing.unit.name, figures.month.label),
            self.tr("计入任务 {} 条，应报 {} 条").format(counted.weighted, standing.quota),
            (Head(self.tr("项目"), elastic=True), Head(self.tr("条数"), number=True)),
            (
                Line((self.tr("收到"), str(counted.received))),
                Line((self.tr("其中有效"), str(counted.valid))),
                Line((self.tr("其中补报"), str(counted.late))),
                Line((self.tr("计入任务"), str(counted.weighted))),
                Line((self.tr("月度任务"), str(standing.quota))),
                Line((self.tr("还差"), str(standing.missing))),
            ),
        )

    def units(self, figures: MonthFigures) -> Source:
        heads = (
            Head(self.tr("分组")),
            Head(self.tr("单位"), elastic=True),
            Head(self.tr("有效"), number=True),
            Head(self.tr("完成情况")),
            Head(self.tr("采用"), number=True),
            Head(self.tr("基础分"), number=True),
            Head(self.tr("采用分"), number=True),
            Head(self.tr("加分"), number=True),
            Head(self.tr("扣分"), number=True),
            Head(self.tr("本月"), number=True),
            Head(self.tr("累计"), number=True),
            Head(self.tr("名次"), number=True),
        )
        groups = list(Group)
        ordered = sorted(
            figures.standings,
            key=lambda standing: (
                groups.index(standing.unit.group),
                figures.rank_month[standing.unit.group][standing.unit.id] or len(figures.standings),
                standing.unit.position,
            ),
        )
        lines = tuple(_unit_line(standing, figures) for standing in ordered)
        total = self.tr("本月 {} 分").format(
            plain(sum(figures.points_of(standing.unit.id).total for standing in figures.standings))
        )
        return Source(self.tr("{}各单位").format(figures.month.label), total, heads, lines)

    def pieces(self, figures: MonthFigures, key: str) -> Source:
        pieces = pieces_behind(key, figures)
        counted = tally(pieces)
        heads = (
            Head(self.tr("编号")),
            Head(self.tr("标题"), elastic=True),
            Head(self.tr("单位")),
            Head(self.tr("媒体")),
            Head(self.tr("级别")),
            Head(self.tr("日期"), number=True),
            Head(self.tr("计分"), number=True),
        )
        lines = tuple(
            Line(
                (
                    piece.number,
                    piece.title,
                    "、".join(map(figures.name_of, piece.units)),
                    piece.outlet,
                    wording.LEVEL[piece.level],
                    f"{piece.adopted_on:%m-%d}",
                    plain(piece.cents),
                )
            )
            for piece in pieces
        )
        total = self.tr("{} 篇，{} 篇次").format(counted.drafts, counted.times)
        return Source(self.tr("{}采用稿件").format(figures.month.label), total, heads, lines)


def _standings(members: Iterable[Standing]) -> tuple[Line, ...]:
    return tuple(
        Line(
            (
                standing.unit.name,
                str(standing.count.received),
                str(standing.count.valid),
                str(standing.count.weighted),
                str(standing.quota),
                state_phrase(standing, wording.STATE),
            ),
            f"counted.{standing.unit.id}",
        )
        for standing in members
    )


def _unit_line(standing: Standing, figures: MonthFigures) -> Line:
    unit = standing.unit
    earned = figures.points_of(unit.id)
    rank = figures.rank_month[unit.group][unit.id]
    return Line(
        (
            wording.GROUP[unit.group],
            unit.name,
            str(standing.count.valid),
            state_phrase(standing, wording.STATE),
            str(figures.adoption_of(unit.id).drafts),
            plain(earned.base),
            plain(earned.gained),
            plain(earned.bonus),
            plain(earned.deducted),
            plain(earned.total),
            plain(earned.cumulative),
            "" if rank is None else str(rank),
        ),
        f"points.{unit.group}.{unit.id}",
    )


def _share(part: int, whole: int) -> str:
    share = permille(part, whole)
    return "" if share is None else percent(share)
