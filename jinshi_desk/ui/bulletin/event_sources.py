"""The tables behind commissions, instructions, returns and what was typed of the platforms."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from jinshi_desk import wording
from jinshi_desk.domain.commissions import Commission, Outcome
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.month_events import CorrectedMonth
from jinshi_desk.domain.platforms import pushes_a_week
from jinshi_desk.domain.points import plain, signed
from jinshi_desk.ui.bulletin.source import Head, Line, Source

_MISSED = (Outcome.PENDING, Outcome.NOT_DONE)
_WANTED: Mapping[str, Callable[[Commission], bool]] = {
    "on_time": lambda commission: commission.outcome is Outcome.ON_TIME,
    "late": lambda commission: commission.outcome is Outcome.LATE,
    "not_done": lambda commission: commission.outcome in _MISSED,
}


class EventSources(QObject):
    """The tables behind what happened beside drafts and adoptions."""

    def commissions(self, figures: MonthFigures, key: str) -> Source:
        """List the commissions due in the month, or those of one outcome, of one unit."""
        _, *parts = key.split(".")
        asked = [
            each
            for each in figures.events.commissions
            if (not parts or _WANTED[parts[0]](each)) and parts[1:] in ([], [each.unit])
        ]
        names = {standing.unit.id: standing.unit.name for standing in figures.standings}
        lines = tuple(
            Line(
                (
                    names.get(each.unit, each.unit),
                    each.subject,
                    f"{each.due_on:%m-%d}",
                    f"{each.delivered_on:%m-%d}" if each.delivered_on else "",
                    wording.OUTCOME[each.outcome],
                )
            )
            for each in asked
        )
        heads = (
            Head(self.tr("单位")),
            Head(self.tr("约稿题目"), elastic=True),
            Head(self.tr("截止"), number=True),
            Head(self.tr("交稿"), number=True),
            Head(self.tr("完成情况")),
        )
        total = self.tr("{} 篇").format(len(asked))
        return Source(self.tr("{}到期约稿").format(figures.month.label), total, heads, lines)

    def instructed(self, figures: MonthFigures, level: str) -> Source:
        """List the drafts with instructions of a level."""
        drafts = [draft for draft in figures.events.instructed if draft.level == level]
        names = {standing.unit.id: standing.unit.name for standing in figures.standings}
        lines = tuple(
            Line((draft.number, draft.title, names.get(draft.lead, draft.lead), wording.LEVEL[draft.level]))
            for draft in drafts
        )
        heads = (
            Head(self.tr("编号")),
            Head(self.tr("标题"), elastic=True),
            Head(self.tr("单位")),
            Head(self.tr("批示级别")),
        )
        total = self.tr("{} 篇").format(len(drafts))
        return Source(self.tr("{}领导批示稿件").format(figures.month.label), total, heads, lines)

    def returned(self, figures: MonthFigures) -> Source:
        """List the reasons of the month's returns, by day."""
        returns = figures.events.returns
        lines = tuple(Line((str(place), reason)) for place, (_, reason) in enumerate(returns, start=1))
        heads = (Head(self.tr("序号"), number=True), Head(self.tr("退回原因"), elastic=True))
        total = self.tr("{} 篇，原因 {} 条").format(len({draft for draft, _ in returns}), len(returns))
        return Source(self.tr("{}审核退回").format(figures.month.label), total, heads, lines)

    def platform(self, figures: MonthFigures) -> Source:
        """Show what was typed, and the week of it."""
        typed = figures.events.platform
        pushes = typed.pushes if typed else 0
        values = (
            (self.tr("公众号群发（次）"), str(pushes)),
            (self.tr("编发（条）"), str(typed.articles if typed else 0)),
            (self.tr("党建网更新（条）"), str(typed.website_updates if typed else 0)),
            (self.tr("关注用户（人）"), str(typed.followers if typed else 0)),
        )
        week = f"{pushes_a_week(pushes, figures.month).normalize():f}"
        total = self.tr("周均 {} × 7 ÷ {} = {} 次").format(pushes, figures.month.last_day.day, week)
        heads = (Head(self.tr("项目"), elastic=True), Head(self.tr("数值"), number=True))
        title = self.tr("{}平台数据（手工登记）").format(figures.month.label)
        return Source(title, total, heads, tuple(map(Line, values)))

    def corrected(self, figures: MonthFigures, key: str) -> Source:
        """Show how a closed month comes to what it should have been."""
        _, month, unit = key.split(".")
        each = next(one for one in figures.events.corrected if (str(one.month), one.unit) == (month, unit))
        names = {standing.unit.id: standing.unit.name for standing in figures.standings}
        title = self.tr("{} {}更正").format(names.get(unit, unit), each.month.label)
        heads = (Head(self.tr("项目"), elastic=True), Head(self.tr("分"), number=True))
        return Source(title, self.tr("应为 {} 分").format(plain(each.cents)), heads, self._steps(each))

    def _steps(self, each: CorrectedMonth) -> tuple[Line, ...]:
        return (
            Line((self.tr("更正前"), plain(each.cents - each.difference))),
            Line((self.tr("计入本月的差额"), signed(each.difference))),
        )
