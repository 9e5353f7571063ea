"""The sentences about drafts, adoptions and points: T0–T8, T12, T17, T18 (§6.2, §6.7).

Each is said only when it has something to say; the others are in ``event_sentences``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from jinshi_desk.domain import points
from jinshi_desk.domain.bulletins import Figure, Names, Part
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.figures import MonthFigures, Piece, percent, permille
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST, Level
from jinshi_desk.domain.quota import Standing, State
from jinshi_desk.domain.units import Group, Unit

Parts = list[Part]
Saying = Callable[[MonthFigures, Names], Parts]

UNITS_NAMED = 12
"""So many units T5 names; the others are 其余."""
HIGH_LEVELS = (Level.NATIONAL, Level.PROVINCE)
"""省级以上."""
_PIECE_LIMIT = 5
_TOP = 3
_NEWS_HEAVY = 700  # tenths of a percent


def opening(figures: MonthFigures, _: Names) -> Parts:
    """T0."""
    month = figures.month.month
    return [
        f"{month}月份，各单位紧扣全市组织工作重点，认真做好组工信息采写报送和党建宣传工作。现将有关情况通报如下："
    ]


def received(figures: MonthFigures, names: Names) -> Parts:
    """T1: how many valid drafts, by group, against last month."""
    month = figures.month.month
    if figures.valid == 0:
        return [f"{month}月份未收到有效信息。"]
    parts: Parts = [f"{month}月份，共收到有效信息", counted("valid", figures.valid), "条"]
    said = [
        (names.groups[group], f"valid.{group}", number) for group, number in figures.valid_by_group.items()
    ]
    parts += ["，其中", *_listed([item for item in said if item[2]], "条")]
    return [*parts, *_compared(figures), "。"]


def _compared(figures: MonthFigures) -> Parts:
    if figures.previous_valid is None:
        return []
    change = figures.valid - figures.previous_valid
    if change == 0:
        return ["，与上月持平"]
    word = "增加" if change > 0 else "减少"
    return [f"，较上月{word}", counted("valid.change", abs(change)), "条"]


def categories(figures: MonthFigures, names: Names) -> Parts:
    """T2: the valid drafts by category; a single one is named alone."""
    said = [
        (names.categories[kind], kind, number) for kind, number in figures.valid_by_category.items() if number
    ]
    if not said:
        return []
    if len(said) == 1:
        return [f"从类别看，均为{said[0][0]}。"]
    parts: Parts = ["从类别看，"]
    for place, (name, kind, number) in enumerate(said):
        measure = "篇" if kind is Category.RESEARCH else "条"
        parts += ["、" if place else "", name, counted(f"valid.{kind}", number), measure]
    return [*parts, "。"]


def completion(figures: MonthFigures, _: Names) -> Parts:
    """T3: who was due, who completed."""
    done = figures.completion
    if done.rate is None:
        return []
    parts: Parts = ["应报送单位", counted("due", done.due), "家"]
    if done.exempt:
        parts += ["（另有免考核", counted("exempt", done.exempt), "家）"]
    if done.completed == done.due:
        return [*parts, "，各单位均完成月度报送任务。"]
    parts += ["，完成月度任务", counted("completed", done.completed), "家，完成率"]
    return [*parts, Figure("rate", percent(done.rate)), "。"]


def adopted(figures: MonthFigures, names: Names) -> Parts:
    """T4: 篇 and 篇次 by level."""
    done = figures.adoption
    if done.times == 0:
        return ["本月暂无稿件被媒体采用。"]
    parts: Parts = [
        counted("adopted", done.drafts),
        "篇稿件被本级及以上媒体采用",
        counted("times", done.times),
        "篇次，其中",
    ]
    levels = [
        (names.levels[level], f"times.{level}", done.times_by_level[level]) for level in LEVELS_HIGHEST_FIRST
    ]
    return [*parts, *_listed([item for item in levels if item[2]], "篇次"), "。"]


def adopted_units(figures: MonthFigures, _: Names) -> Parts:
    """T5: units by adopted drafts, most first; equal counts together, twelve names at most."""
    drafts = [(standing.unit, figures.adoption_of(standing.unit.id).drafts) for standing in figures.standings]
    ordered = sorted((item for item in drafts if item[1]), key=lambda item: (-item[1], item[0].position))
    if not ordered:
        return []
    parts: Parts = ["采用稿件的单位有："]
    for place, (number, units) in enumerate(_alike(ordered[:UNITS_NAMED])):
        each = "各" if len(units) > 1 else ""
        key = f"adopted.{units[0].id}"
        parts += [
            "，" if place else "",
            "、".join(unit.name for unit in units),
            each,
            counted(key, number),
            "篇",
        ]
    rest = ordered[UNITS_NAMED:]
    if rest:
        parts += ["，其余", counted("adopted.rest_units", len(rest)), "家共"]
        parts += [counted("adopted.rest", sum(number for _, number in rest)), "篇"]
    return [*parts, "。"]


def high_pieces(figures: MonthFigures, _: Names) -> Parts:
    """T6: what ran at province or above and still stands, by level, then day; five at most."""
    standing = [piece for piece in figures.pieces if not (piece.void or piece.retracted)]
    high = [piece for piece in standing if piece.level in HIGH_LEVELS]
    if not high:
        return []
    told = [_told(piece, figures.name_of(piece.lead)) for piece in high[:_PIECE_LIMIT]]
    parts: Parts = ["省级以上媒体采用的有：" + "；".join(told)]
    if len(high) > _PIECE_LIMIT:
        parts += ["等", counted("high_pieces", len({piece.number for piece in high})), "篇"]
    return [*parts, "。"]


def _told(piece: Piece, unit: str) -> str:
    day = f"{piece.adopted_on.month}月{piece.adopted_on.day}日"
    return f"{unit}《{piece.title}》（{piece.outlet}，{day}）"


def top_of_month(group: Group) -> Saying:
    """T7 of one group: the month's first three."""

    def say(figures: MonthFigures, names: Names) -> Parts:
        scores = {unit: figures.points_of(unit).total for unit in figures.rank_month[group]}
        lead = f"{names.groups[group]}本月积分前{_TOP}名："
        return _top(figures, lead, f"points.{group}", figures.rank_month[group], scores)

    return say


def top_of_year(group: Group) -> Saying:
    """T8 of one group: the year's first three so far."""

    def say(figures: MonthFigures, names: Names) -> Parts:
        scores = {unit: figures.points_of(unit).cumulative for unit in figures.rank_cumulative[group]}
        month = figures.month.month
        span = "1月" if month == 1 else f"1—{month}月"
        lead = f"{names.groups[group]}{span}累计积分前{_TOP}名："
        return _top(figures, lead, f"cumulative.{group}", figures.rank_cumulative[group], scores)

    return say


def _top(
    figures: MonthFigures, lead: str, key: str, ranks: Mapping[str, int | None], scores: Mapping[str, int]
) -> Parts:
    """Name every unit ranked third or better with points above nothing, ties marked."""
    units = [standing.unit for standing in figures.standings if standing.unit.id in ranks]
    placed = [(rank, unit) for unit in units if (rank := ranks[unit.id]) is not None]
    named = sorted(
        ((rank, unit) for rank, unit in placed if rank <= _TOP and scores[unit.id] > 0),
        key=lambda item: (item[0], item[1].position),
    )
    if not named:
        return []
    shared = [rank for rank, _ in placed]
    parts: Parts = [lead]
    for place, (rank, unit) in enumerate(named):
        tie = f"，并列第{rank}名" if shared.count(rank) > 1 else ""
        points_said = Figure(f"{key}.{unit.id}", points.plain(scores[unit.id]))
        parts += ["、" if place else "", f"{unit.name}（", points_said, f"分{tie}）"]
    return [*parts, "。"]


def owing(figures: MonthFigures, _: Names) -> Parts:
    """T12: who did not complete, 零报送 first."""
    short = [standing for standing in figures.standings if standing.due and not standing.completed]
    if not short:
        return []
    short.sort(key=_owing_order)
    parts: Parts = ["未完成月度任务的单位："]
    for place, standing in enumerate(short):
        number = counted(f"counted.{standing.unit.id}", standing.count.weighted)
        parts += ["、" if place else "", f"{standing.unit.name}（", number, "条）"]
    return [*parts, "。"]


def _owing_order(standing: Standing) -> tuple[bool, int, int]:
    return standing.state is not State.ZERO_REPORT, standing.count.weighted, standing.unit.position


def news_heavy(figures: MonthFigures, _: Names) -> Parts:
    """T17: a month of little but news."""
    share = permille(figures.valid_by_category[Category.NEWS], figures.valid)
    if share is None or share < _NEWS_HEAVY:
        return []
    return ["稿件以动态信息为主（占", Figure("news_share", percent(share)), "），经验材料、调研偏少。"]


def standing_sentence(text: str) -> Saying:
    """T18: one of the office's own standing sentences."""

    def say(_: MonthFigures, __: Names) -> Parts:
        return [text] if text else []

    return say


def counted(key: str, number: int) -> Figure:
    """Return a number that a ledger stands behind."""
    return Figure(key, str(number))


def _listed(items: list[tuple[str, str, int]], measure: str) -> Parts:
    """Write ``甲3条、乙2条``."""
    parts: Parts = []
    for place, (name, key, number) in enumerate(items):
        parts += ["、" if place else "", name, counted(key, number), measure]
    return parts


def _alike(ordered: Iterable[tuple[Unit, int]]) -> Iterator[tuple[int, list[Unit]]]:
    """Group neighbours with the same count."""
    number, units = 0, list[Unit]()
    for unit, count in ordered:
        if units and count != number:
            yield number, units
            units = []
        number = count
        units.append(unit)
    if units:
        yield number, units
