"""What is sent to the chat group: who still owes drafts (催报, §4), and whose approval forms are missing."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Standing

_SIGNED = "——市委组织部研究室"
_URGED_FROM, _HALF = 25, 15


class Stage(StrEnum):
    """How pressing a reminder is (§4): during the month, from the 25th on, after it, on the close day."""

    REMIND = "remind"
    URGE = "urge"
    OVERDUE = "overdue"
    FINAL = "final"


def stage(month: Month, today: date, close_day: date) -> Stage:
    """Return the stage that ``today`` asks for; ``close_day`` is the last day on which 补报 is taken."""
    if today > month.last_day:
        return Stage.FINAL if today >= close_day else Stage.OVERDUE
    return Stage.URGE if Month.of(today) == month and today.day >= _URGED_FROM else Stage.REMIND


def reminder(asked: Stage, month: Month, owing: Sequence[Standing], today: date, close_day: date) -> str:
    """Return the text for the chat group; nothing where nobody owes.

    ``close_day`` is the last day on which 补报 is taken.
    """
    if not owing:
        return ""
    units = "、".join(f"{standing.unit.name}（{standing.count.weighted}条）" for standing in owing)
    required = {standing.quota for standing in owing}
    quota = f"{required.pop()}条" if len(required) == 1 else "月度任务"
    name = f"{month.month}月"
    match asked:
        case Stage.REMIND:
            return (
                f"【组工信息报送提醒】{_so_far(month, today)}以下单位本月报送不足{quota}：{units}。"
                f"请于{_day(month.last_day)}前报送，报送时一并提交信息审批表。{_SIGNED}"
            )
        case Stage.URGE:
            return (
                f"【催报】以下单位{name}信息仍未达到{quota}：{units}。月底前未报齐的将在通报中列明。{_SIGNED}"
            )
        case Stage.FINAL if today <= close_day:
            return (
                f"【最后提醒】{name}补报{_day(close_day)}截止，以下单位{name}信息仍未达到{quota}：{units}。"
                f"截止后不再计入{name}，并在通报中列明。{_SIGNED}"
            )
        case Stage.OVERDUE if today <= close_day:
            return (
                f"【催报】{name}已过，以下单位{name}信息仍未达到{quota}：{units}。"
                f"请于{_day(close_day)}前补报，逾期不再计入{name}，并在通报中列明。{_SIGNED}"
            )
        case Stage.OVERDUE | Stage.FINAL:
            return (
                f"【逾期未报】截至{_day(close_day)}，以下单位{name}信息未达到{quota}：{units}，"
                f"将在{name}通报中列明。{_SIGNED}"
            )


def forms_wanted(month: Month, titles: Mapping[str, Sequence[str]], *, required: bool) -> str:
    """Return the text that asks for missing approval forms; ``titles`` by unit, nothing where there are none.

    ``required`` tells whether a draft without its form does not count.
    """
    if not titles:
        return ""
    lines = [f"{unit}：{''.join(f'《{title}》' for title in missing)}" for unit, missing in titles.items()]
    warning = "未交审批表的稿件不计入有效报送。" if required else ""
    head = f"【审批表催交】以下单位{month.month}月来稿缺信息审批表："
    return "\n".join((head, *lines, f"请尽快补交。{warning}{_SIGNED}"))


def _so_far(month: Month, today: date) -> str:
    if Month.of(today) != month:
        return ""
    half = f"{month.month}月已过半，" if today.day >= _HALF else ""
    return f"{half}截至{_day(today)}，"


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"
