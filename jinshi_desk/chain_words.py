"""The Chinese words of 这分怎么来的: heads, titles, what a line adds up to, who booked it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from jinshi_desk.domain.arithmetic import steps
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import signed
from jinshi_desk.wording import ACT, KIND

HEADS: Mapping[str, str] = {
    "month": "月份",
    "unit": "单位",
    "what": "项目",
    "number": "编号",
    "title": "标题",
    "day": "日期",
    "where": "媒体、事由",
    "level": "级别",
    "why": "依据",
    "worked": "算式",
    "booked": "谁入的账",
    "amount": "计",
}
"""The columns of 这分怎么来的."""
OUTLET, SAID, CATEGORY, POINTS = "媒体", "说明", "类别", "得分"
"""What three of them are called where the lines are no entries, and the amount where it is points."""

UNIT_FIGURE: Mapping[str, str] = {
    "received": "收到",
    "valid": "有效",
    "counted": "计入任务",
    "late": "补报",
    "ran": "已采用",
    "adopted": "采用篇数",
    "times": "采用篇次",
    "base": "基础分",
    "gained": "采用分",
    "bonus": "加分",
    "deducted": "扣分",
    "total": "本月积分",
    "cumulative": "累计积分",
    "rank": "本月名次",
    "rank_cumulative": "累计名次",
}
"""The figures of a unit's month: the columns of annex 1 and of the board."""

UNIT_MEASURE: Mapping[str, str] = {
    "received": "篇",
    "valid": "条",
    "counted": "条",
    "late": "条",
    "ran": "篇",
    "adopted": "篇",
    "times": "篇次",
}
"""What those of them count that are no points."""
COMMISSIONS: Mapping[str, str] = {
    "": "到期约稿",
    "on_time": "按时完成的约稿",
    "late": "迟交的约稿",
    "not_done": "未交的约稿",
}
PLATFORM: Mapping[str, tuple[str, str]] = {
    "pushes": ("公众号群发", "次"),
    "articles": ("公众号编发", "条"),
    "website_updates": ("党建网更新", "条"),
    "followers": ("关注用户", "人"),
}
"""What is typed of the platforms, and what it counts."""

NOT_YET = "关账时入账，现为试算"
"""Said of points that are worked out anew until the month closes."""


def retracted_phrase(on: date) -> str:
    """Say why an adoption's points are taken back."""
    return f"冲回：{on.month}月{on.day}日媒体撤稿"


def void_phrase(reason: str) -> str:
    """Say why all points of a draft are taken back."""
    return f"冲回：稿件作废（{reason}）" if reason else "冲回：稿件作废"


def wrong_entry_phrase(wrong: Entry) -> str:
    """Say which entry a correction puts right."""
    return f"更正的那笔：{wrong.booked_month.label}{KIND[wrong.kind]} {signed(wrong.cents)}"


def booked_phrase(at: str, who: str, act: str, file: str = "") -> str:
    """Say who booked an entry, by what and when: ``王五 2022-07-05 09:30 关账``."""
    when = f"{datetime.fromisoformat(at):%Y-%m-%d %H:%M}"
    done = ACT.get(act, act)
    return " ".join(part for part in (who, when, f"{done}（{file}）" if file else done) if part)


def kind_word(kind: Kind, cents: int) -> str:
    """Say what an entry is: an upgrade that brings nothing tells that its adoption is not counted twice."""
    return KIND[kind] if cents or kind is not Kind.UPGRADE else "不重复计"


def steps_phrase(arithmetic: str) -> str:
    """Write a calculation alone: ``3；分得 1.5；1.5 − 1 = 0.5``."""
    return steps(arithmetic).replace("→ ", "分得 ")


def working_phrase(
    arithmetic: str, roundings: Sequence[str], among: Sequence[str], *, authors: bool = False
) -> str:
    """Write a calculation with its roundings and who shares it: joint units, or several ``authors``."""
    said = steps_phrase(arithmetic)
    if among:
        said += f"；{'、'.join(among)}{len(among)}{'人合写' if authors else '家联合'}"
    return said + "".join(
        f"；四舍五入 {each}" if "÷" not in each else f"；余数归首位 {each}" for each in roundings
    )


def months_phrase(months: Sequence[Month]) -> str:
    """Write a span of months: ``2022年6月``, ``2022年4—6月``, ``2022年``."""
    first, last = months[0], months[-1]
    if first == last:
        return first.label
    if (first.month, last.month) == (1, 12):
        return f"{first.year}年"
    return f"{first.year}年{first.month}—{last.month}月"
