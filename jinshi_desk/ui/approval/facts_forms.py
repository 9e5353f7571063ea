"""What each kind of form says that the register does not know."""

import re
from collections.abc import Iterator
from datetime import date, time

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from jinshi_desk.domain.approval_forms import DepartmentFacts, Facts, PushFacts, UnitFacts
from jinshi_desk.domain.draft_kinds import Source
from jinshi_desk.services.approval import OpenForm
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.fields import DateField, NumberField
from jinshi_desk.ui.widgets.form import FieldProblem, Form

_TIME = re.compile(r"(\d{1,2})\s*[:：点时.]?\s*(\d{2})?\s*分?\Z", re.ASCII)


class FactsForm(Form):
    """The fields of one kind of form."""

    def show_form(self, shown: OpenForm) -> None:
        """Show what was filed of a form."""
        raise NotImplementedError

    def facts(self) -> Facts:
        """Return what is typed."""
        raise NotImplementedError

    def unread(self) -> Iterator[FieldProblem]:
        """Yield the fields that say nothing a form could hold."""
        yield from ()


class UnitForm(FactsForm):
    """Form A: 办公电话, 拟投媒体, 内容摘要, 附件, and where the draft is one, its commission or source."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._phone, self._outlet, self._others = QLineEdit(), QLineEdit(), QLineEdit()
        self._commission, self._source = QLineEdit(), QLineEdit()
        self._photos = NumberField(self.tr("照片"), 999)
        self._videos = NumberField(self.tr("视频"), 999)
        self._summary = QPlainTextEdit()
        self._summary.setTabChangesFocus(True)
        self._summary.setFixedHeight(look.theme.scaled(132))
        self._others.setPlaceholderText(self.tr("可不填"))
        self.add_row(("office_phone", self.tr("办公电话"), self._phone))
        self.add_row(("outlet", self.tr("拟投媒体"), self._outlet))
        self.add_row(("commission_number", self.tr("约稿编号"), self._commission))
        self.add_row(("reprinted_from", self.tr("转载来源"), self._source))
        self.add_row(("photos", self.tr("照片"), self._photos), ("videos", self.tr("视频"), self._videos))
        self.add_row(("other_attachments", self.tr("其他附件"), self._others))
        self.add_row(("summary", self.tr("内容摘要"), self._summary))

    def show_form(self, shown: OpenForm) -> None:
        facts, source = shown.approval.facts, shown.drafts[0].source
        if not isinstance(facts, UnitFacts):
            raise TypeError("Form A says what a unit says")
        self._phone.setText(facts.office_phone)
        self._outlet.setText(facts.outlet)
        self._commission.setText(facts.commission_number)
        self._source.setText(facts.reprinted_from)
        self._photos.set_number(facts.photos or None)
        self._videos.set_number(facts.videos or None)
        self._others.setText(facts.other_attachments)
        self._summary.setPlainText(facts.summary)
        self.fields["commission_number"].setVisible(
            source is Source.COMMISSIONED or bool(facts.commission_number)
        )
        self.fields["reprinted_from"].setVisible(source is Source.REPRINT or bool(facts.reprinted_from))

    def facts(self) -> UnitFacts:
        return UnitFacts(
            office_phone=self._phone.text().strip(),
            outlet=self._outlet.text().strip(),
            summary=self._summary.toPlainText().strip(),
            photos=self._photos.number or 0,
            videos=self._videos.number or 0,
            other_attachments=self._others.text().strip(),
            commission_number=self._commission.text().strip(),
            reprinted_from=self._source.text().strip(),
        )


class DepartmentForm(FactsForm):
    """Form B: by what it goes out, on what ground, and whether it is major enough for 部主要领导."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._channel = QLineEdit()
        self._channel.setPlaceholderText(self.tr("如 津市党建网、省厅信息专报"))
        self._major = QCheckBox(self.tr("重大、敏感，送部主要领导"))
        self._basis = QPlainTextEdit()
        self._basis.setTabChangesFocus(True)
        self._basis.setFixedHeight(look.theme.scaled(132))
        self.add_row(("channel", self.tr("发布渠道"), self._channel))
        self.add_row(("major", self.tr("稿件性质"), self._major))
        self.add_row(("basis", self.tr("依据背景"), self._basis))

    def show_form(self, shown: OpenForm) -> None:
        facts = shown.approval.facts
        if not isinstance(facts, DepartmentFacts):
            raise TypeError("Form B says what the department says")
        self._channel.setText(facts.channel)
        self._basis.setPlainText(facts.basis)
        self._major.setChecked(facts.major)

    def facts(self) -> DepartmentFacts:
        return DepartmentFacts(
            channel=self._channel.text().strip(),
            basis=self._basis.toPlainText().strip(),
            major=self._major.isChecked(),
        )


class PushForm(FactsForm):
    """Form C: the day, the number of the year, the hour and who publishes."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._near = date.min
        self._pushed_on = DateField(self.tr("推送日期"), lambda: self._near)
        self._push_number = NumberField(self.tr("第几次"), 9999)
        self._scheduled_at, self._publisher = QLineEdit(), QLineEdit()
        self._scheduled_at.setPlaceholderText(self.tr("可不填，如 18:00"))
        self.add_row(("pushed_on", self.tr("推送日期"), self._pushed_on))
        self.add_row(("push_number", self.tr("第几次"), self._push_number))
        self.add_row(("scheduled_at", self.tr("定时"), self._scheduled_at))
        self.add_row(("publisher", self.tr("发布人"), self._publisher))

    def show_form(self, shown: OpenForm) -> None:
        facts = shown.approval.facts
        if not isinstance(facts, PushFacts):
            raise TypeError("Form C says what a push says")
        self._near = facts.pushed_on or shown.approval.opened_on
        self._pushed_on.set_day(facts.pushed_on)
        self._push_number.set_number(facts.push_number)
        self._scheduled_at.setText(f"{facts.scheduled_at:%H:%M}" if facts.scheduled_at else "")
        self._publisher.setText(facts.publisher)

    def facts(self) -> PushFacts:
        return PushFacts(
            pushed_on=self._pushed_on.day,
            push_number=self._push_number.number,
            scheduled_at=read_time(self._scheduled_at.text()),
            publisher=self._publisher.text().strip(),
        )

    def unread(self) -> Iterator[FieldProblem]:
        if self._pushed_on.text().strip() and self._pushed_on.day is None:
            yield FieldProblem("pushed_on", "bad", self.tr("不是日期，如 2022-06-30"))
        if self._scheduled_at.text().strip() and read_time(self._scheduled_at.text()) is None:
            yield FieldProblem("scheduled_at", "bad", self.tr("不是时间，如 18:00"))


def read_time(text: str) -> time | None:
    """Read ``18:00``, ``1800``, ``18点30`` or ``18``; none where it is no time of the day."""
    found = _TIME.match(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
