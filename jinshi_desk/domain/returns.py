"""退回修改: why a draft goes back, until when it keeps its day, and what the chat group is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.working_days import WEEKDAYS, Calendar, working_days_after

RESUBMISSION_DAYS = 3
"""Working days in which a returned draft keeps its first day (§3.4), from the day after 退回 (§3.6)."""

REASON_LIMIT = 20
"""Characters of a reason on the office's list: the bulletin names the commonest (T16)."""

_ENDING = "。；;，,．. "
_SIGNED = "——市委组织部研究室"


@dataclass(frozen=True, slots=True)
class Return:
    """One return: the reasons that were ticked, and what was said besides. Make it by ``of``."""

    on: date
    reasons: tuple[str, ...]
    remark: str = ""

    @classmethod
    def of(cls, on: date, reasons: tuple[str, ...], remark: str = "") -> "Return":
        """Return it with each reason once; where none was ticked, what was typed is the reason."""
        ticked = tuple(dict.fromkeys(plain for reason in reasons if (plain := " ".join(reason.split()))))
        typed = remark.strip()
        return cls(on, ticked, typed) if ticked else cls(on, (typed,) if typed else ())

    @property
    def said(self) -> str:
        """The whole of it on one line: ``标题不准、篇幅不符；第二段请补数字``."""
        return "；".join(filter(None, ("、".join(self.reasons), " ".join(self.remark.split()))))

    def deadline(self, calendar: Calendar = WEEKDAYS) -> date:
        """Return the last day on which the draft may come back and keep its first day of receipt."""
        return working_days_after(self.on, RESUBMISSION_DAYS, calendar)


def problems(returned: Return, came_on: date, today: date) -> Iterator[Problem]:
    """Yield what keeps a draft that came in on ``came_on`` from being returned so."""
    if returned.on > today:
        yield Problem("returned_on", "future")
    elif returned.on < came_on:
        yield Problem("returned_on", "before_receipt", detail=came_on.isoformat())


def resubmission_problems(back_on: date, returned_on: date, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the day on which a returned draft is said to have come back."""
    if back_on > today:
        yield Problem("back_on", "future")
    elif back_on < returned_on:
        yield Problem("back_on", "before_return", detail=returned_on.isoformat())


def chat_text(unit: str, title: str, returned: Return, deadline: date) -> str:
    """Return what the chat group is told of one return."""
    reasons = "、".join(reason.rstrip(_ENDING) for reason in returned.reasons)
    why = f"，主要问题：{reasons}" if reasons else ""
    remark = f"{returned.remark.rstrip(_ENDING)}。" if returned.remark else ""
    return (
        f"【退回修改】{unit}：《{title}》需修改后重报{why}。{remark}"
        f"请于{deadline.month}月{deadline.day}日前报回，仍按原报送日期计算；逾期按报回日期计算。{_SIGNED}"
    )


def reason_list(text: str) -> tuple[str, ...]:
    """Return the office's list of reasons, a line each, without blanks and repetitions."""
    return tuple(dict.fromkeys(line for each in text.splitlines() if (line := " ".join(each.split()))))


def reason_list_problems(reasons: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what is wrong with the office's list of reasons."""
    if not reasons:
        yield Problem("reasons", "none_left")
    for reason in reasons:
        if len(reason) > REASON_LIMIT:
            yield Problem("reasons", "too_long", detail=reason)
