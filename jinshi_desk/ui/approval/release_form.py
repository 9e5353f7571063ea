"""办理结果: when and through what a signed form's drafts went out; noted again to correct it."""

from collections.abc import Iterator
from datetime import date, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.approval_forms import Approval, DepartmentFacts, FormState, PushFacts, Release
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.problems import Problem
from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.form import FieldProblem, Form

_OF_PUSHES = ("released_at", "by", "link", "checked_after", "correction")


def may_go_out(form: Approval) -> bool:
    """Tell whether there is a result to be noted: Forms B and C, signed whole."""
    return form.kind is not FormKind.A and form.state in (FormState.SIGNED, FormState.RELEASED)


class ReleaseForm(QWidget):
    """The fields of what came of a form; a push has more of them."""

    submitted = Signal(object)  # the Release

    def __init__(self, look: Look, desks: ApprovalDesks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._today = desks.releasing, desks.today
        self._number = ""
        self._shown: Release | None = None
        self._left: set[str] = set()
        self.form = Form(look)
        self.released_on = DateField(self.tr("发出日期"), self._today)
        self.released_at, self.through = QLineEdit(), QLineEdit()
        self.by, self.link = QLineEdit(), QLineEdit()
        self.checked_after, self.correction = QLineEdit(), QLineEdit()
        self.released_at.setPlaceholderText(self.tr("如 18:30"))
        rows: tuple[tuple[str, str, QLineEdit], ...] = (
            ("released_on", self.tr("发出日期"), self.released_on),
            ("released_at", self.tr("时间"), self.released_at),
            ("through", self.tr("渠道"), self.through),
            ("by", self.tr("发布人"), self.by),
            ("link", self.tr("链接"), self.link),
            ("checked_after", self.tr("发后核查"), self.checked_after),
            ("correction", self.tr("更正记录"), self.correction),
        )
        for name, words, control in rows:
            control.setAccessibleName(words)
            if name not in ("released_on", "released_at"):
                control.setPlaceholderText(self.tr("可不填"))
            self.form.add_row((name, words, control))
        self.form.left.connect(self._on_left)
        self.form.end_reached.connect(self.submit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    def show_form(self, form: Approval) -> None:
        """Show what is noted of a form, or what its other fields say of it; what is being typed stays."""
        if (form.number, form.release) == (self._number, self._shown):
            return
        self._number, self._shown = form.number, form.release
        self._left = set()
        push = form.kind is FormKind.C
        for name in _OF_PUSHES:
            self.form.fields[name].setVisible(push)
        self.form.fields["through"].setVisible(not push)
        noted = form.release or self._proposed(form)
        self.released_on.set_day(noted.on)
        self.released_at.setText(f"{noted.at:%H:%M}" if noted.at else "")
        for field, words in (
            (self.through, noted.through),
            (self.by, noted.by),
            (self.link, noted.link),
            (self.checked_after, noted.checked_after),
            (self.correction, noted.correction),
        ):
            field.setText(words)
        self.form.show_problems([])

    def entry(self) -> Release:
        """Return what the form says."""
        return Release(
            self.released_on.day or self._today(),
            self.through.text().strip(),
            _time(self.released_at.text()),
            self.by.text().strip(),
            self.link.text().strip(),
            self.checked_after.text().strip(),
            self.correction.text().strip(),
        )

    @Slot()
    def submit(self) -> None:
        """Note what the form says, unless something in it is red."""
        self._left = set(self.form.fields)
        if self._show_problems(go_to_first=True):
            self.submitted.emit(self.entry())

    def go_first(self) -> None:
        """Take the keys."""
        self.form.go_first()

    def _proposed(self, form: Approval) -> Release:
        """Return what the form's own fields say of its going out, after its signing and not after today."""
        signed, today = form.course.last_day or date.min, self._today()
        match form.facts:
            case PushFacts() as facts:
                day = facts.pushed_on if facts.pushed_on and signed <= facts.pushed_on <= today else today
                return Release(day, at=facts.scheduled_at, by=facts.publisher)
            case DepartmentFacts() as facts:
                return Release(today, facts.channel)
        return Release(today)

    def _problems(self) -> Iterator[Problem]:
        if self.released_on.day is None:
            yield self.released_on.unread("released_on")
        if self.released_at.text().strip() and _time(self.released_at.text()) is None:
            yield Problem("released_at", "unreadable")
        told = {"released_on"} if self.released_on.day is None else set()
        told |= {"released_at"} if self.released_at.text().strip() else set()
        yield from (each for each in self._desk.check(self._number, self.entry()) if each.field not in told)

    def _show_problems(self, *, go_to_first: bool = False) -> bool:
        problems = tuple(self._problems())
        shown = [
            FieldProblem(each.field, each.severity.value, problem_phrase(each))
            for each in problems
            if each.field in self._left
        ]
        self.form.show_problems(shown, go_to_first=go_to_first)
        return all(each.severity.value != "bad" for each in problems)

    @Slot(str)
    def _on_left(self, name: str) -> None:
        self._left.add(name)
        self._show_problems()


def _time(text: str) -> time | None:
    """Read ``18:30`` and ``18：30``; nothing where it is no time of day."""
    hour, _, minute = text.strip().replace("：", ":").partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60):
        return None
    return time(int(hour), int(minute))
