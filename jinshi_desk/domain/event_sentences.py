"""The sentences about commissions, instructions, platforms, faults and corrections: T9–T16, T19 (§6.2)."""

from collections import Counter
from collections.abc import Mapping

from jinshi_desk.domain import points
from jinshi_desk.domain.bulletins import Figure, Names
from jinshi_desk.domain.commissions import Outcome
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST
from jinshi_desk.domain.platforms import pushes_a_week
from jinshi_desk.domain.sentences import Parts, counted

_TITLE_LIMIT = 5
_REASON_LIMIT = 3
_ENDING = "。；，、.;, "


def commissions(figures: MonthFigures, _: Names) -> Parts:
    """T9: the commissions due in the month; by the day of the bulletin what has not come is late."""
    asked = figures.events.commissions
    if not asked:
        return []
    on_time = sum(each.outcome is Outcome.ON_TIME for each in asked)
    parts: Parts = ["下达约稿", counted("commissions", len(asked)), "篇"]
    if on_time == len(asked):
        return [*parts, "，均按时完成。"]
    if on_time:
        parts += ["，按时完成", counted("commissions.on_time", on_time), "篇；未按时完成："]
    else:
        parts += ["，未按时完成："]
    late = Counter(each.unit for each in asked if each.outcome is Outcome.LATE)
    missing = Counter(each.unit for each in asked if each.outcome in (Outcome.PENDING, Outcome.NOT_DONE))
    for place, unit in enumerate(_in_order(figures, late | missing)):
        said: list[Parts] = [
            [word, counted(f"commissions.{key}.{unit}", count[unit]), "篇"]
            for word, key, count in (("迟交", "late", late), ("未交", "not_done", missing))
            if count[unit]
        ]
        parts += ["、" if place else "", f"{figures.name_of(unit)}（", *_joined(said, "、"), "）"]
    return [*parts, "。"]


def instructions(figures: MonthFigures, names: Names) -> Parts:
    """T10: the drafts that leaders gave instructions on, level by level; five titles each."""
    told: list[Parts] = []
    for level in LEVELS_HIGHEST_FIRST:
        drafts = [draft for draft in figures.events.instructed if draft.level is level]
        if drafts:
            titles = "、".join(
                f"{figures.name_of(draft.lead)}《{draft.title}》" for draft in drafts[:_TITLE_LIMIT]
            )
            rest = "等" if len(drafts) > _TITLE_LIMIT else ""
            count = counted(f"instructed.{level}", len(drafts))
            told.append([count, f"篇稿件获{names.levels[level]}领导批示：{titles}{rest}"])
    return [*_joined(told, "；"), "。"] if told else []


def platforms(figures: MonthFigures, _: Names) -> Parts:
    """T11: what the platforms did, where it was typed; zero parts dropped."""
    typed = figures.events.platform
    if typed is None:
        return []
    said: list[Parts] = []
    if typed.pushes:
        week = f"{pushes_a_week(typed.pushes, figures.month).normalize():f}"
        said.append(
            [
                "“津市组工”微信公众号群发",
                counted("platform.pushes", typed.pushes),
                "次、编发",
                counted("platform.articles", typed.articles),
                "条，周均",
                Figure("platform.week", week),
                "次",
            ]
        )
    if typed.website_updates:
        said.append(["津市党建网更新", counted("platform.website_updates", typed.website_updates), "条"])
    if typed.followers:
        said.append(["关注用户", counted("platform.followers", typed.followers), "人"])
    return [*_joined(said, "；"), "。"] if said else []


def late(figures: MonthFigures, _: Names) -> Parts:
    """T13: who sent drafts as 补报, and how many; units that owe nothing are not named (§3.6)."""
    counts = {row.unit.id: row.count.late for row in figures.standings if row.due and row.count.late}
    return _named(figures, "迟报：", "late", counts, "条")


def missing_forms(figures: MonthFigures, _: Names) -> Parts:
    """T14: whose drafts have no approval form."""
    return _named(figures, "审批表缺失或不全：", "missing_form", figures.events.missing_forms, "份")


def deductions(figures: MonthFigures, _: Names) -> Parts:
    """T15: confirmed deductions, reason by reason."""
    said: list[Parts] = []
    for kind in dict.fromkeys(each.type for each in figures.events.deducted):
        rows = [each for each in figures.events.deducted if each.type == kind]
        lost = {each.unit: each.cents for each in rows}
        units: list[Parts] = [
            [
                f"{figures.name_of(unit)}（",
                Figure(f"deducted.{kind}.{unit}", points.plain(lost[unit])),
                "分）",
            ]
            for unit in _in_order(figures, lost)
        ]
        said.append([f"因{rows[0].name}扣分：", *_joined(units, "、")])
    return [*_joined(said, "；"), "。"] if said else []


def returned(figures: MonthFigures, _: Names) -> Parts:
    """T16: how many drafts went back, and the three commonest reasons."""
    returns = figures.events.returns
    if not returns:
        return []
    reasons = Counter(plain for _, reason in returns if (plain := reason.strip().rstrip(_ENDING)))
    parts: Parts = ["审核退回", counted("returned", len({draft for draft, _ in returns})), "篇"]
    if reasons:
        parts.append("，主要问题：" + "；".join(reason for reason, _ in reasons.most_common(_REASON_LIMIT)))
    return [*parts, "。"]


def corrections(figures: MonthFigures, _: Names) -> Parts:
    """T19: what closed months should have said; the difference is in this one."""
    said: list[Parts] = []
    for each in figures.events.corrected:
        year = f"{each.month.year}年" if each.month.year != figures.month.year else ""
        key = f"{each.month}.{each.unit}"
        said.append(
            [
                f"{year}{each.month.month}月通报中{figures.name_of(each.unit)}积分应为",
                Figure(f"corrected.{key}", points.plain(each.cents)),
                f"分{'（异议成立）' if each.objected else ''}，差额{'+' if each.difference > 0 else ''}",
                Figure(f"correction.{key}", points.plain(each.difference)),
                "分已计入本月",
            ]
        )
    return [*_joined(said, "；"), "。"] if said else []


def _named(figures: MonthFigures, lead: str, key: str, counts: Mapping[str, int], measure: str) -> Parts:
    """Write ``迟报：甲（2条）、乙（1条）。``, most first, then in the office's order."""
    ordered = sorted(_in_order(figures, counts), key=lambda unit: -counts[unit])
    said: list[Parts] = [
        [f"{figures.name_of(unit)}（", counted(f"{key}.{unit}", counts[unit]), f"{measure}）"]
        for unit in ordered
    ]
    return [lead, *_joined(said, "、"), "。"] if said else []


def _joined(said: list[Parts], mark: str) -> Parts:
    return [part for place, parts in enumerate(said) for part in ([mark] if place else []) + parts]


def _in_order(figures: MonthFigures, units: Mapping[str, int]) -> list[str]:
    """Return the units in the office's order, those that left it last."""
    order = {row.unit.id: row.unit.position for row in figures.standings}
    return sorted(units, key=lambda unit: (unit not in order, order.get(unit, 0), unit))
