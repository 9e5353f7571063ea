"""What is sent to the chat group: who still owes drafts (催报, §4), and whose approval forms are missing."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.reminder_wordings import UNITS, Occasion, Wordings, filled
from jinshi_desk.domain.working_days import WEEKDAYS, Calendar

_SIGNED = "——市委组织部研究室"
_URGED_FROM, _HALF = 25, 15


class Stage(StrEnum):
    """How pressing a reminder is (§4): during the month, from the 25th on, after it, on the close day."""

    REMIND = "remind"
    URGE = "urge"
    OVERDUE = "overdue"
    FINAL = "final"


def last_call(close_day: date, calendar: Calendar = WEEKDAYS) -> date:
    """Return the day of the last reminder: ``close_day``, or where the office is off then, the last it works.

    It can't be put off, as the others can. Where nobody works from the 1st on, it is ``close_day`` itself.
    """
    days = (close_day.replace(day=number) for number in range(close_day.day, 0, -1))
    return next(filter(calendar.is_working, days), close_day)


def stage(month: Month, today: date, final_day: date) -> Stage:
    """Return the stage that ``today`` asks for; ``final_day`` is that of the last call."""
    if today > month.last_day:
        return Stage.FINAL if today >= final_day else Stage.OVERDUE
    return Stage.URGE if Month.of(today) == month and today.day >= _URGED_FROM else Stage.REMIND


def due(month: Month, today: date, close_day: date, final_day: date) -> Stage | None:
    """Return the stage that is to do until the next takes its place; none before the 15th and in the end."""
    if today > close_day or today < month.first_day.replace(day=_HALF):
        return None
    return stage(month, today, final_day)


def occasion(asked: Stage, today: date, close_day: date) -> Occasion:
    """Return what there is to say at a stage; once ``close_day`` is over, nothing can be made up for."""
    if asked in (Stage.OVERDUE, Stage.FINAL) and today > close_day:
        return Occasion.OVER
    return Occasion(asked)


def reminder(
    asked: Stage,
    month: Month,
    owing: Sequence[Standing],
    today: date,
    close_day: date,
    wordings: Wordings,
) -> str:
    """Return the text for the chat group in the office's words; nothing where nobody owes.

    ``close_day`` is the last day on which 补报 is taken.
    """
    if not owing:
        return ""
    required = {standing.quota for standing in owing}
    in_time = asked in (Stage.REMIND, Stage.URGE)
    facts = {
        UNITS: "、".join(f"{each.unit.name}（{each.count.weighted}条）" for each in owing),
        "家数": str(len(owing)),
        "任务": f"{required.pop()}条" if len(required) == 1 else "月度任务",
        "月份": f"{month.month}月",
        "今天": _day(today),
        "进度": _so_far(month, today),
        "截止日": _day(month.last_day if in_time else close_day),
    }
    return filled(wordings[occasion(asked, today, close_day)], facts)


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
