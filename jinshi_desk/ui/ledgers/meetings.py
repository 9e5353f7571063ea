"""例会: the meetings of the month, what they told, and how far what they resolved has come."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.meetings import Meeting, written_attendance
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.suggestions import Handling
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage, Shown, Workplace
from jinshi_desk.ui.ledgers.meeting_acts import MeetingActs
from jinshi_desk.ui.ledgers.meeting_pages import DonePage, MeetingPage, ResolutionPage
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.lines import Line
from jinshi_desk.ui.widgets.paged_table import Column
from jinshi_desk.wording import HANDLING

_NARROW = 1080
_LONG = 120
"""Characters of a fact that are shown beside the list; the paper has it whole."""
_LEVEL = {Handling.OPEN: "info", Handling.OVERDUE: "warn", Handling.CLOSED: "ok"}


class Meetings(LedgerPage):
    """Lists the meetings held in the month or telling it, and those that left something undone."""

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(at, "meetings", parent)
        look = at.frame.look
        self._do = MeetingActs(at.desks, at.frame, self)
        self.name_page(self.tr("例会"))
        self.name_new(self.tr("登记例会"))
        self.name_lines(self.tr("议定事项"))
        self.view.empty.set_words(self.tr("本月还没有例会记录。"), self.tr("登记例会"))
        self.page = MeetingPage(look, at.desks, at.units)
        self.resolution_page = ResolutionPage(look, at.desks)
        self.done_page = DonePage(look, at.desks)
        self.edit_button = Button(look, self.tr("改…"), "edit")
        self.resolve_button = Button(look, self.tr("议定事项…"), "add", key="Ctrl+D")
        self.done_button = Button(look, self.tr("办结事项…"), "check")
        self.print_button = Button(look, self.tr("打印…"), "print", key="Ctrl+P")
        self.void_button = Button(look, self.tr("作废…"), "void", "danger")
        self.add_form(self.page, self._do.file)
        self.add_form(self.resolution_page, self._do.resolve)
        self.add_form(self.done_page, self._do.finish)
        self.add_act(self.resolve_button, self._resolve, self._why_not)
        self.add_act(self.done_button, self._finish, self._why_not_done)
        self.add_act(self.edit_button, self._edit, self._why_not)
        self.add_act(self.print_button, self._print, self._why_not)
        self.add_act(self.void_button, self._void, self._why_not)
        self.add_export("meetings")
        self.new_button.clicked.connect(self.start_new)
        self.view.empty.acted.connect(self.start_new)
        self.done_page.drop_wanted.connect(self._on_drop_wanted)

    def start_new(self) -> None:
        """Be ready for a meeting that tells the month."""
        self.open_form(self.page, lambda: self.page.start(self.month))

    def _columns(self) -> Sequence[Column[Meeting]]:
        return (
            Column("held_on", self.tr("日期"), lambda each: self.short_day(each.held_on), width=64),
            Column("month", self.tr("通报"), self._told, width=64),
            Column("agenda", self.tr("议题"), lambda each: "；".join(each.agenda), elastic=True),
            Column("place", self.tr("地点"), _place, width=104, tone="text2", folds_below=_NARROW),
            Column("host", self.tr("主持"), lambda each: each.host, width=76, tone="text2"),
            Column("came", self.tr("参加"), _came, width=52, align="right"),
            Column("resolved", self.tr("事项"), _resolved, width=56, align="right"),
            Column("state", self.tr("状态"), self._state, width=84, sortable=False, chip=self._chip),
        )

    @staticmethod
    def read(desks: LedgerDesks, month: Month) -> tuple[Meeting, ...]:
        return desks.meetings.of_month(month)

    def _overview(self) -> str:
        today = self.at.desks.today()
        resolved = [one for each in self._lines if not each.voided for one in each.resolved]
        states = [each.handling(today) for each in resolved]
        said = [f"{HANDLING[each]} {states.count(each)}" for each in Handling if each in states]
        return self.tr("议定事项：{}").format(" · ".join(said)) if said else ""

    def _shown(self, line: Meeting) -> Shown:
        came = "；".join(written_attendance(line.attendance, self.at.units.name))
        day = line.held_on
        return Shown(
            self.tr("{}年{}月{}日 工作例会").format(day.year, day.month, day.day),
            (self._state(line), self._chip(line)),
            (
                (self.tr("通报"), line.month.label if line.month else ""),
                (self.tr("地点"), line.place),
                (self.tr("主持"), line.host),
                (self.tr("记录"), line.recorder),
                (self.tr("参加"), _shortened(came)),
                (self.tr("议题"), _shortened("\n".join(line.agenda))),
                (self.tr("内容"), _shortened(line.minutes)),
                (self.tr("作废原因"), line.voided),
            ),
            lines=tuple(self._resolutions(line)),
        )

    def _resolutions(self, line: Meeting) -> Iterator[Line]:
        today = self.at.desks.today()
        for each in line.resolved:
            until = self.tr("{} 前").format(self.short_day(each.due_on)) if each.due_on else ""
            state = HANDLING[each.handling(today)]
            done = f"{state} {self.short_day(each.done_on)}" if each.done_on else state
            said = "　".join(part for part in (each.who, done) if part)
            yield Line(each.text, until, (said, each.result) if each.result else (said,))

    def _told(self, line: Meeting) -> str:
        if line.month is None:
            return ""
        same = line.month.year == self.month.year
        return self.tr("{}月").format(line.month.month) if same else str(line.month)

    def _handling(self, line: Meeting) -> Handling | None:
        """Return how far the meeting's resolutions have come: as far as the one that is behind most."""
        today = self.at.desks.today()
        states = {each.handling(today) for each in line.resolved}
        order = (Handling.OVERDUE, Handling.OPEN, Handling.CLOSED)
        return next((each for each in order if each in states), None)

    def _state(self, line: Meeting) -> str:
        if line.voided:
            return self.tr("已作废")
        handling = self._handling(line)
        return HANDLING[handling] if handling else self.tr("没有事项")

    def _chip(self, line: Meeting) -> str:
        if line.voided:
            return "exempt"
        handling = self._handling(line)
        return _LEVEL[handling] if handling else "neutral"

    def _why_not(self, line: Meeting) -> str:
        return self.tr("已经作废") if line.voided else ""

    def _why_not_done(self, line: Meeting) -> str:
        waits = any(each.waits for each in line.resolved)
        return self._why_not(line) or ("" if waits else self.tr("没有要办结的事项"))

    def _open_row(self, line: Meeting) -> None:
        if not line.voided:
            self._edit()

    def _edit(self) -> None:
        line = self.row
        self.open_form(self.page, lambda: self.page.start_with(line))

    def _resolve(self) -> None:
        line = self.row
        self.open_form(self.resolution_page, lambda: self.resolution_page.start(line))

    def _finish(self) -> None:
        line = self.row
        self.open_form(self.done_page, lambda: self.done_page.start(line))

    def _print(self) -> None:
        from jinshi_desk.ui.ledgers.meeting_dialog import MeetingDialog

        dialog = MeetingDialog(self.at.frame, self.at.desks.meeting_papers, self.row, self.window())
        dialog.delivered.connect(self.at.frame.notices.tell_act)
        dialog.open()

    def _void(self) -> None:
        self._do.void(self.row)

    @Slot(int)
    def _on_drop_wanted(self, resolution: int) -> None:
        if self._do.drop(resolution):
            self.put_form_away()


def _shortened(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[: _LONG - 1]}…"


def _place(line: Meeting) -> str:
    return line.place


def _came(line: Meeting) -> str:
    return str(len(line.attendance))


def _resolved(line: Meeting) -> str:
    resolved = line.resolved
    return f"{sum(not each.waits for each in resolved)}/{len(resolved)}" if resolved else ""
