"""The forms for meetings (例会): the record, something resolved, something done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.meetings import Meeting, NewMeeting, NewResolution, written_attendance
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.ledgers.fields import OptionalDateField, words_field
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField, MonthField
from jinshi_desk.ui.widgets.form import FieldProblem


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """What was typed, and the id of the record it puts right; none of a new one."""

    new: NewMeeting
    meeting: int | None = None


class MeetingPage(EntryPage):
    """Records a meeting, or puts a record right; ``submitted`` a MeetingEntry."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self._meeting: int | None = None
        self.held_on = DateField(self.tr("会议日期"), lambda: self._near)
        self.month = MonthField(self.tr("通报月份"))
        self.month.setPlaceholderText(self.tr("可不填"))
        self.place, self.host, self.recorder = QLineEdit(), QLineEdit(), QLineEdit()
        for optional in (self.place, self.recorder):
            optional.setPlaceholderText(self.tr("可不填"))
        self.attendance: QPlainTextEdit = words_field(look)
        self.attendance.setPlaceholderText(self.tr("一行一个单位，如 药山镇：周试一"))
        self.agenda: QPlainTextEdit = words_field(look)
        self.agenda.setPlaceholderText(self.tr("一行一项"))
        self.minutes: QPlainTextEdit = words_field(look)
        self.minutes.setPlaceholderText(self.tr("可不填"))
        self.form.add_row(("held_on", self.tr("会议日期"), self.held_on))
        self.form.add_row(("meeting_month", self.tr("通报月份"), self.month))
        self.form.add_row(("meeting_place", self.tr("地点"), self.place))
        self.form.add_row(("host", self.tr("主持人"), self.host))
        self.form.add_row(("recorder", self.tr("记录人"), self.recorder))
        self.form.add_row(("attendance", self.tr("参加人员"), self.attendance))
        self.form.add_row(("agenda", self.tr("议题"), self.agenda))
        self.form.add_row(("minutes", self.tr("会议内容"), self.minutes))
        self._finish()

    def start(self, month: Month) -> None:
        """Be ready for a meeting that tells ``month``; who came to the last one is there already."""
        self.name_entry(self.tr("登记例会"), self.tr("登记"), "add")
        self._near, today = self._desks.near(month.next()), self._desks.today()
        self._meeting = None
        last = self._desks.meetings.last()
        self._fill(last)
        self.held_on.set_day(today if self._near == today else None)
        self.month.set_month(min(month, Month.of(today)))
        self.agenda.setPlainText("")
        self.minutes.setPlainText("")
        self._start(self.tr("地点、主持人和参加人员照上次，改不同的就行。") if last else "")

    def start_with(self, meeting: Meeting) -> None:
        """Be ready to put a record right."""
        self.name_entry(self.tr("改例会记录"), self.tr("保存"), "save")
        self._near = meeting.held_on
        self._meeting = meeting.id
        self._fill(meeting)
        self._start("")

    def entry(self) -> MeetingEntry:
        new = NewMeeting(
            held_on=self.held_on.day or self._near,
            place=self.place.text().strip(),
            host=self.host.text().strip(),
            recorder=self.recorder.text().strip(),
            attendance=self._desks.meetings.attendance(self.attendance.toPlainText()),
            agenda=tuple(self.agenda.toPlainText().splitlines()),
            minutes=self.minutes.toPlainText().strip(),
            month=self.month.month,
        )
        return MeetingEntry(new, self._meeting)

    def _fill(self, told: Meeting | None) -> None:
        if told is not None:
            self.held_on.set_day(told.held_on)
        for control, words in (
            (self.place, told.place if told else ""),
            (self.host, told.host if told else ""),
            (self.recorder, told.recorder if told else ""),
        ):
            control.setText(words)
        if told is not None and told.month is not None:
            self.month.set_month(told.month)
        else:
            self.month.clear()
        came = written_attendance(told.attendance, self._units.name) if told else ()
        self.attendance.setPlainText("\n".join(came))
        self.agenda.setPlainText("\n".join(told.agenda) if told else "")
        self.minutes.setPlainText(told.minutes if told else "")

    def _problems(self) -> Iterable[Problem]:
        entry = self.entry()
        return self._desks.meetings.check(entry.new, entry.meeting)

    def _more_problems(self) -> Iterator[FieldProblem]:
        if self.month.text().strip() and self.month.month is None:
            problem = Problem("meeting_month", "unreadable")
            yield FieldProblem("meeting_month", "bad", problem_phrase(problem))


@dataclass(frozen=True, slots=True)
class Resolved:
    """A meeting's id, and what it resolved."""

    meeting: int
    new: NewResolution


class ResolutionPage(EntryPage):
    """Takes in what a meeting resolved; ``submitted`` a Resolved."""

    def __init__(self, look: Look, desks: LedgerDesks, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("登记议定事项"), self.tr("登记"), "add")
        self._desks = desks
        self._near = desks.today()
        self._meeting = 0
        self.text: QPlainTextEdit = words_field(look)
        self.who = QLineEdit()
        self.who.setPlaceholderText(self.tr("单位或人"))
        self.due = OptionalDateField(self.tr("期限"), lambda: self._near)
        self.form.add_row(("resolution", self.tr("事项"), self.text))
        self.form.add_row(("who", self.tr("责任人"), self.who))
        self.form.add_row(("resolution_due", self.tr("期限"), self.due))
        self._finish()

    def start(self, meeting: Meeting) -> None:
        """Be ready for something that ``meeting`` resolved."""
        self._near = meeting.held_on
        self._meeting = meeting.id
        self.text.clear()
        self.who.clear()
        self.due.clear()
        self._start(self.tr("{} 例会").format(meeting.held_on.isoformat()))

    def entry(self) -> Resolved:
        text, who = self.text.toPlainText().strip(), self.who.text().strip()
        return Resolved(self._meeting, NewResolution(text, who, self.due.day))

    def _problems(self) -> Iterable[Problem]:
        entry = self.entry()
        return self._desks.meetings.check_resolution(entry.meeting, entry.new) if entry.meeting else ()


@dataclass(frozen=True, slots=True)
class Finished:
    """The id of a resolution, the day it was done, and how."""

    resolution: int
    on: date
    result: str


class DonePage(EntryPage):
    """Notes that something resolved is done; ``submitted`` a Finished."""

    drop_wanted = Signal(int)  # the id of a resolution that is to be struck out

    def __init__(self, look: Look, desks: LedgerDesks, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("办结议定事项"), self.tr("办结"), "check")
        self._desks = desks
        self._near = desks.today()
        self.resolution = ChoiceField(look, self.tr("事项"))
        self.done_on = DateField(self.tr("办结日期"), lambda: self._near)
        self.result: QPlainTextEdit = words_field(look)
        self.result.setPlaceholderText(self.tr("可不填，办成什么样"))
        self.drop_button = Button(look, self.tr("作废事项…"), "void", "danger")
        self.drop_button.clicked.connect(self._on_drop_clicked)
        self.form.add_row(("resolution", self.tr("事项"), self.resolution))
        self.form.add_row(("done_on", self.tr("办结日期"), self.done_on))
        self.form.add_row(("result", self.tr("办理结果"), self.result))
        self._finish()
        self.foot.addWidget(self.drop_button)

    def start(self, meeting: Meeting) -> None:
        """Be ready to note what was done of what ``meeting`` resolved; the first that waits is proposed."""
        self._near = self._desks.today()
        waiting = [each for each in meeting.resolved if each.waits]
        self.resolution.set_choices(
            [Choice(str(each.id), each.text, hint=each.who, also=(each.who,)) for each in waiting]
        )
        self.resolution.set_chosen(str(waiting[0].id) if waiting else None)
        self.done_on.set_day(self._near)
        self.result.clear()
        self._start(self.tr("{} 例会").format(meeting.held_on.isoformat()))

    def entry(self) -> Finished:
        chosen = self.resolution.chosen_id
        on = self.done_on.day or self._near
        return Finished(int(chosen) if chosen else 0, on, self.result.toPlainText().strip())

    def _problems(self) -> Iterable[Problem]:
        entry = self.entry()
        if not entry.resolution:
            return (Problem("resolution", "missing"),)
        return self._desks.meetings.check_done(entry.resolution, entry.on, entry.result)

    def _on_drop_clicked(self) -> None:
        if self.resolution.chosen_id:
            self.drop_wanted.emit(int(self.resolution.chosen_id))
