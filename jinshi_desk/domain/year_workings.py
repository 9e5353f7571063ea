"""The big figures of a year, and what stands behind every number of its notice."""

from collections.abc import Iterator

from jinshi_desk.domain.award_decisions import Roll
from jinshi_desk.domain.figure_keys import contender_key
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST
from jinshi_desk.domain.period_notices import Tile, Working
from jinshi_desk.domain.tables import Cell, Column, Table, points
from jinshi_desk.domain.year_sentences import Annual, AnnualNames
from jinshi_desk.domain.year_tables import months_table, names_table


def tiles(annual: Annual) -> Iterator[Tile]:
    """Yield valid, adopted, units that completed every month, and names."""
    figures = annual.figures
    done, everyone = figures.adoption, figures.completed_all
    last = figures.last.month
    months = "十二个月合计" if last == 12 else f"到{last}月"
    yield Tile("valid", "有效信息", str(figures.valid), "条", months)
    yield Tile("adopted", "采用稿件", str(done.drafts), "篇", f"共 {done.times} 篇次")
    yield Tile("completed_all", "12个月均完成", str(everyone.completed), "家", f"应报送 {everyone.due} 家")
    names = sum(len(roll.winners) for roll in annual.rolls)
    waiting = sum(len(roll.waiting) for roll in annual.rolls)
    below = f"待确认 {waiting} 名" if waiting else "已全部确认"
    yield Tile("award.all", "评优名单", str(names), "名", below)


def workings(annual: Annual, names: AnnualNames) -> Iterator[Working]:
    """Yield what stands behind the figures, those of the sentences and of the tiles."""
    figures = annual.figures
    done = figures.adoption
    total = f"有效 {figures.valid} 条，采用 {done.drafts} 篇、{done.times} 篇次，都是各月通报的合计"
    levels = (f"times.{level}" for level in LEVELS_HIGHEST_FIRST)
    months = months_table(figures, names.names)
    yield Working(("valid", "adopted", "times", *levels), "各月数字", months, total)
    yield _completed(annual)
    yield _pushed(annual)
    yield _everyone(annual.rolls, names)
    for roll in annual.rolls:
        name = names.awards[roll.award]
        table = names_table(roll, "", names)
        yield Working((f"award.{roll.award}",), name, table, f"共 {len(table.rows)} 名")


def _completed(annual: Annual) -> Working:
    due = [each for each in annual.figures.units if each.due_months]
    listed = sorted(due, key=lambda each: -each.completed_months)
    rows = tuple(
        (each.unit.name, each.completed_months, each.exempt_months, each.missed_months) for each in listed
    )
    columns = (
        Column(44, "单位", left=True),
        *(Column(20, head) for head in ("完成（月）", "免考核", "未完成")),
    )
    everyone = annual.figures.completed_all
    total = f"12 个月都完成或免考核的 {everyone.completed} 家，应报送 {everyone.due} 家"
    keys = tuple(("", f"unit.{each.unit.id}.completed", "", "") for each in listed)
    return Working(
        ("completed_all", "completed_all.share"), "各单位完成任务", Table("", columns, rows, keys), total
    )


def _pushed(annual: Annual) -> Working:
    rows = tuple(
        (f"{month.month.month}月", month.events.platform.pushes, month.events.platform.articles)
        for month in annual.figures.months
        if month.events.platform
    )
    columns = (Column(20, "月份"), Column(24, "群发（次）"), Column(24, "编发（条）"))
    pushes, articles = annual.figures.pushes or (0, 0)
    total = f"群发 {pushes} 次，编发 {articles} 条"
    return Working(("platform.pushes", "platform.articles"), "平台", Table("", columns, rows), total)


def _everyone(rolls: tuple[Roll, ...], names: AnnualNames) -> Working:
    rows: list[tuple[Cell, ...]] = [
        (
            names.awards[roll.award],
            names.grades[each.grade],
            each.contender.label,
            points(each.contender.cents),
        )
        for roll in rolls
        for each in roll.winners
    ]
    columns = (Column(32, "名单"), Column(16, "等次"), Column(60, "名字", left=True), Column(18, "积分"))
    keys = tuple(
        ("", "", "", contender_key(roll.contest.award, each.who)) for roll in rolls for each in roll.winners
    )
    return Working(("award.all",), "评优名单", Table("", columns, tuple(rows), keys), f"共 {len(rows)} 名")
