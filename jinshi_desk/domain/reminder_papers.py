"""The printed 催报单 (§4): which units owe how many drafts until when, on one list or a slip for each."""

from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.units import Group


@dataclass(frozen=True, slots=True)
class Owing:
    """A unit that owes: its 信息员 and telephone as far as known, its duty, what counts of what it sent."""

    unit: str
    group: Group
    correspondent: str
    phone: str
    quota: int
    counted: int

    @property
    def missing(self) -> int:
        return max(0, self.quota - self.counted)


@dataclass(frozen=True, slots=True)
class ReminderSheet:
    """A 催报单 as of a day. Whoever makes it leaves out the units that owe nothing.

    ``close_day`` is the last day on which 补报 is taken.
    """

    month: Month
    as_of: date
    close_day: date
    signer: str
    rows: tuple[Owing, ...]

    @property
    def deadline(self) -> date:
        """The day until which a draft still counts for the month."""
        return self.month.last_day if self.as_of <= self.month.last_day else self.close_day

    @property
    def text(self) -> str:
        """What is asked of all the units on the list."""
        units = f"以下{len(self.rows)}家单位{self.month.month}月组工信息未达到月度任务"
        return f"截至{written_date(self.as_of)}，{units}。{self._asked}"

    def text_for(self, owing: Owing) -> str:
        """What is asked of one unit."""
        name = f"{self.month.month}月"
        sent = f"有效报送组工信息{owing.counted}条" if owing.counted else "尚未有效报送组工信息"
        return (
            f"截至{written_date(self.as_of)}，你单位{name}{sent}，"
            f"月度任务{owing.quota}条，还缺{owing.missing}条。{self._asked}"
        )

    @property
    def _asked(self) -> str:
        name, day = f"{self.month.month}月", f"{self.deadline.month}月{self.deadline.day}日"
        if self.as_of > self.close_day:
            return f"补报期已过，将在{name}通报中列明。"
        if self.as_of > self.month.last_day:
            return f"请于{day}前补报，逾期不再计入{name}，并在通报中列明。"
        return f"请于{day}前报齐，报送时一并提交信息审批表；未报齐的将在通报中列明。"
