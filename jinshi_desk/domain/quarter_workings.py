"""The big figures of a quarter, and what stands behind the numbers of its review.

Those that months have too (有效, 采用 篇 and 篇次) have none here: they open month by month, to the ledger.
"""

from collections.abc import Iterator, Mapping, Sequence

from jinshi_desk.domain.bulletins import Names
from jinshi_desk.domain.figures import percent, permille
from jinshi_desk.domain.period_notices import Tile, Working
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.quarter_review import FirstRun, Quarter
from jinshi_desk.domain.quarter_sentences import BEST_FIRST, FIELDS
from jinshi_desk.domain.quarter_tables import quarter_pieces
from jinshi_desk.domain.quarters import UnitQuarter
from jinshi_desk.domain.quota import State
from jinshi_desk.domain.tables import Cell, Column, Table, day, points, share


def tiles(quarter: Quarter) -> Iterator[Tile]:
    """Yield valid, rate, adopted and points taken off."""
    figures, before = quarter.figures, quarter.before
    if before is None:
        change = "上季未关账"
    else:
        more = figures.valid - before.valid
        change = "与上季度持平" if not more else f"较上季度 {'+' if more > 0 else '−'}{abs(more)}"
    yield Tile("valid", "有效报送", str(figures.valid), "条", change)
    rate = "—" if figures.rate is None else percent(figures.rate).rstrip("%")
    below = f"{figures.adopted_of_valid} / {figures.valid} 条"
    yield Tile("rate", "采用率", rate, "%", below)
    done = figures.adoption
    yield Tile("adopted", "采用稿件", str(done.drafts), "篇", f"共 {done.times} 篇次")
    lost = sum(any(month and month.deducted for month in each.points) for each in figures.units)
    below = f"{lost} 家" if lost else "没有扣分"
    yield Tile("deducted", "扣分", plain(figures.deducted), "分", below)


def workings(quarter: Quarter, names: Names, states: Mapping[State, str]) -> Iterator[Working]:
    """Yield what stands behind the figures, those of the sentences and of the tiles."""
    yield _rate(quarter)
    yield from _compared(quarter)
    yield _missed(quarter, states)
    yield _deducted(quarter)
    yield _topics(quarter)
    pieces = quarter_pieces(quarter, names)
    yield Working(("high",), "市级以上采用", pieces, f"共 {len(pieces.rows)} 篇次")
    yield _days(quarter)
    yield _newcomers(quarter)
    yield _returns(quarter, names)
    yield from _grades(quarter, names)
    yield _platforms(quarter)
    yield _typed(quarter)
    yield _asked(quarter)
    yield _owing(quarter)


def _rate(quarter: Quarter) -> Working:
    figures = quarter.figures
    written = "—" if figures.rate is None else percent(figures.rate)
    total = f"到季末已被采用 {figures.adopted_of_valid} 条 ÷ 有效 {figures.valid} 条 = {written}"
    return Working(("rate",), "采用率：到季末已被采用的有效信息", _runs(quarter.adopted), total)


def _runs(runs: Sequence[FirstRun]) -> Table:
    """List drafts with the days between receipt and first adoption; each opens to its points."""
    columns = (
        Column(24, "编号", left=True),
        Column(60, "标题", left=True),
        Column(30, "单位", left=True),
        Column(28, "报送"),
        Column(28, "首次采用"),
        Column(12, "天数"),
    )
    rows = tuple(
        (each.number, each.title, each.unit, day(each.received_on), day(each.adopted_on), each.days)
        for each in runs
    )
    return Table("", columns, rows, tuple(_row_key(f"draft.{each.number}", columns) for each in runs))


def _compared(quarter: Quarter) -> Iterator[Working]:
    """Yield the quarter beside the one before, and the one a year ago."""
    both = (("before", "上季度", quarter.before), ("year_ago", "去年同期", quarter.year_ago))
    for key, name, then in both:
        keys = tuple(f"{key}.{what}" for what in ("valid", "adopted", "rate", "high"))
        if then is None:
            continue
        now = quarter.figures
        pairs: list[tuple[Cell, ...]] = [
            ("有效信息（条）", now.valid, then.valid),
            ("采用（篇）", now.adoption.drafts, then.adoption.drafts),
            ("采用率", share(now.rate), share(then.rate)),
            ("市级以上采用（篇次）", len(now.high), len(then.high)),
        ]
        table = Table("", _columns("项目", "本季度", name), tuple(pairs))
        yield Working(keys, f"与{name}比较", table, f"本季度 {now.valid} 条，{name} {then.valid} 条")


def _missed(quarter: Quarter, states: Mapping[State, str]) -> Working:
    figures = quarter.figures
    columns = (
        Column(40, "单位", left=True),
        *(Column(20, f"{month.month.month}月") for month in figures.months),
        Column(20, "未完成月数"),
    )
    listed = sorted((each for each in figures.units if each.due_months), key=lambda each: -each.missed_months)
    rows = tuple((each.unit.name, *_states(each, states), each.missed_months) for each in listed)
    opens = tuple(_row_key(f"unit.{each.unit.id}.missed", columns) for each in listed)
    counts = (figures.missed(0, 0), figures.missed(1, 1), figures.missed(2, len(figures.months)))
    total = "全部完成 {} 家，缺一个月 {} 家，缺两个月以上 {} 家".format(*map(len, counts))
    table = Table("", columns, rows, opens)
    return Working(("all_done", "missed_one", "missed_more"), "各单位完成任务", table, total)


def _states(each: UnitQuarter, states: Mapping[State, str]) -> Iterator[Cell]:
    for standing in each.standings:
        yield states[standing.state] if standing is not None and standing.state is not None else None


def _deducted(quarter: Quarter) -> Working:
    figures = quarter.figures
    listed = [each for each in figures.units if any(month and month.deducted for month in each.points)]
    columns = (
        Column(40, "单位", left=True),
        *(Column(20, f"{month.month.month}月") for month in figures.months),
    )
    rows = tuple(
        (each.unit.name, *(points(month.deducted) if month else None for month in each.points))
        for each in listed
    )
    opens = tuple(_row_key(f"unit.{each.unit.id}.deducted", columns) for each in listed)
    return Working(("deducted",), "扣分", Table("", columns, rows, opens), f"共 {plain(figures.deducted)} 分")


def _topics(quarter: Quarter) -> Working:
    keys = [f"topic.{place}" for place in range(1, len(quarter.topics) + 1)]
    rows = tuple(
        (topic, number, share(permille(number, quarter.tagged_of))) for topic, number in quarter.topics
    )
    table = Table("", _columns("选题", "篇数", "占有效信息"), rows)
    total = f"有效信息 {quarter.tagged_of} 条；一篇可以有几个选题，各占比相加可以超过 100%"
    return Working((*keys, *(f"{key}.share" for key in keys)), "选题", table, total)


def _days(quarter: Quarter) -> Working:
    days, number = sum(each.days for each in quarter.first_runs), len(quarter.first_runs)
    average = quarter.average_days
    total = "" if average is None else f"{days} 天 ÷ {number} 篇 = {average.normalize():f} 天"
    return Working(("days",), "从报送到首次采用", _runs(quarter.first_runs), total)


def _newcomers(quarter: Quarter) -> Working:
    found = quarter.newcomers or ()
    rows = tuple((each.name, each.unit, each.title, day(each.adopted_on)) for each in found)
    columns = (
        Column(24, "作者", left=True),
        Column(30, "单位", left=True),
        Column(60, "首次被采用的稿件", left=True),
        Column(28, "日期"),
    )
    return Working(("newcomers",), "首次被采用的作者", Table("", columns, rows), f"共 {len(rows)} 名")


def _returns(quarter: Quarter, names: Names) -> Working:
    rows = tuple(
        (
            each.number,
            each.title,
            each.unit,
            names.categories[each.category],
            day(each.on),
            "；".join(each.reasons),
        )
        for each in quarter.returns
    )
    columns = (
        Column(24, "编号", left=True),
        Column(50, "标题", left=True),
        Column(30, "单位", left=True),
        Column(18, "类别"),
        Column(28, "退回"),
        Column(40, "原因", left=True),
    )
    opens = tuple(_row_key(f"draft.{each.number}", columns) for each in quarter.returns)
    keys = ("returned", *(f"returned.{place}" for place in range(1, 6)))
    return Working(keys, "退回修改", Table("", columns, rows, opens), f"共 {len(rows)} 篇次")


def _grades(quarter: Quarter, names: Names) -> Iterator[Working]:
    known = {grade.id: grade.name for grade in quarter.grades}
    order = [*(each for each in BEST_FIRST if each in known), *(k for k in known if k not in BEST_FIRST)]
    columns = (
        Column(40, "单位", left=True),
        Column(24, "组别"),
        Column(20, "未完成月数"),
        Column(20, "本季积分"),
        Column(20, "本组名次"),
        Column(20, "等次"),
    )
    for grade in order:
        units = quarter.graded(grade)
        rows = tuple(
            (
                each.unit.name,
                names.groups[each.unit.group],
                each.missed_months,
                points(each.cents),
                each.rank,
                known[grade],
            )
            for each in units
        )
        opens = tuple(_row_key(f"unit.{each.unit.id}.total", columns) for each in units)
        table = Table("", columns, rows, opens)
        yield Working((f"grade.{grade}",), f"等次“{known[grade]}”", table, f"共 {len(rows)} 家")


def _platforms(quarter: Quarter) -> Working:
    rows: list[tuple[Cell, ...]] = []
    for month in quarter.figures.months:
        typed = month.events.platform
        if typed is not None:
            rows.append((f"{month.month.month}月", typed.pushes, typed.articles, typed.website_updates))
    table = Table("", _columns("月份", "群发（次）", "编发（条）", "网站更新（条）"), tuple(rows))
    keys = ("platform.pushes", "platform.articles", "platform.website_updates")
    return Working(keys, "一网一号", table, "都是各月通报填的数")


def _typed(quarter: Quarter) -> Working:
    rows = tuple(
        (field.name, f"{quarter.typed[field.key]}{field.unit}")
        for field in FIELDS
        if field.unit and quarter.typed.get(field.key)
    )
    keys = tuple(f"typed.{field.key}" for field in FIELDS if field.unit)
    return Working(keys, "本季度填的数", Table("", _columns("项目", "数值"), rows), "台账里没有，由本室填写")


def _asked(quarter: Quarter) -> Working:
    rows = tuple((each.unit, each.subject, day(each.due_on)) for each in quarter.asked)
    columns = (Column(40, "单位", left=True), Column(60, "约稿", left=True), Column(28, "截止"))
    return Working(("asked",), "下季度约稿", Table("", columns, rows), f"共 {len(rows)} 篇")


def _owing(quarter: Quarter) -> Working:
    rows = tuple((each.name, each.unit, each.done, each.target) for each in quarter.owing)
    columns = (
        Column(24, "姓名", left=True),
        Column(40, "单位", left=True),
        Column(20, "完成"),
        Column(20, "任务"),
    )
    return Working(("owing",), "任务到人未完成", Table("", columns, rows), f"共 {len(rows)} 项")


def _columns(first: str, *others: str) -> tuple[Column, ...]:
    return (Column(40, first, left=True), *(Column(28, other) for other in others))


def _row_key(key: str, columns: Sequence[Column]) -> tuple[str, ...]:
    """Return the keys of a row that opens as a whole."""
    return (key, *("" for _ in columns[1:]))
