"""重新收稿: what came back, as it is written in the file or typed, and what it counts as."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.versions import Content, content_of
from jinshi_desk.services.versions import VersionDesk
from jinshi_desk.ui.register import bylines
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choice_field import ChoicesField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.dropped import DRAFTS, dropped_files
from jinshi_desk.ui.widgets.fields import DateField, NumberField
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import scrolled
from jinshi_desk.ui.widgets.side_page import SidePage


class ResubmitPage(SidePage):
    """Lies over a returned draft; ``submitted`` says what came back, once nothing in it is red."""

    submitted = Signal(object, object, bool)  # the day it came back, Content, another of that title is meant
    file_wanted = Signal()
    files_dropped = Signal(list)  # of Path
    other_opened = Signal(str)  # the number of another draft

    def __init__(
        self, look: Look, versions: VersionDesk, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_page(self.tr("重新收稿"))
        self._versions = versions
        self._today = today
        self._draft: Draft | None = None
        self._untouched: Content | None = None
        self._confirmed = False
        self._shows_problems = False
        self.setAcceptDrops(True)
        self._make(look)
        self._arrange(look)
        self.form.edited.connect(self._on_edited)
        self.form.left.connect(self._on_left)
        self.form.end_reached.connect(self._on_submitted)
        self.file_button.clicked.connect(self.file_wanted)
        self.done_button.clicked.connect(self._on_submitted)

    def _make(self, look: Look) -> None:
        self.heading = label("", "body")
        self.heading.setWordWrap(True)
        self.day = DateField(self.tr("报回日期"), self._today)
        self.counted = label("", "hint")
        self.counted.setWordWrap(True)
        self.title_field = QLineEdit()
        self.authors = ChoicesField(look, self.tr("作者"))
        self.attachments = QLineEdit()
        self.attachments.setPlaceholderText(self.tr("可不填，文件名用、隔开"))
        self.words = NumberField(self.tr("字数"))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("把改好的正文粘贴在这里，或把文件拖到这一页"))
        self.text.setMinimumHeight(look.theme.scaled(200))
        self.done_button = Button(look, self.tr("收稿"), "enter", "primary", "Ctrl+S")
        self.file_button = Button(look, self.tr("取自文件…"), "document", key="Ctrl+O")

    def _arrange(self, look: Look) -> None:
        self.form = Form(look)
        self.form.add_widget(self.heading)
        self.form.add_row(
            ("back_on", self.tr("报回日期"), self.day), ("word_count", self.tr("字数"), self.words)
        )
        self.form.add_widget(self.counted)
        self.form.add_row(("title", self.tr("标题"), self.title_field))
        self.form.add_row(("authors", self.tr("作者"), self.authors))
        self.form.add_row(("attachments", self.tr("图片附件"), self.attachments))
        self.form.add_row(("body", self.tr("正文"), self.text))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch()
        self.body.addWidget(scrolled(inside))
        self.foot.addWidget(self.done_button)
        self.foot.addWidget(self.file_button)
        self.foot.addStretch()

    # --- what is shown

    def start(self, draft: Draft, people: Callable[[str], Sequence[Choice]]) -> None:
        """Be ready for what came back of ``draft``, which is shown as it was."""
        self._draft, self._confirmed, self._shows_problems = draft, False, False
        words = self.tr("{} 第 {} 稿　退回：{}")
        self.heading.setText(words.format(draft.number, draft.version + 1, draft.status_reason))
        self.authors.set_lookup(people)
        self.day.set_day(self._today())
        self._show(content_of(draft))
        self._untouched = self.content()
        self.form.show_problems([])
        self._tell_count()
        self.form.go_first()
        self.day.selectAll()

    def propose(self, content: Content, file: Path) -> None:
        """Show what a file says; names of pictures stay, as files of text have none."""
        kept = self.content().attachments
        self._show(replace(content, attachments=content.attachments or kept))
        if self._draft is not None:
            words = self.tr("{} 第 {} 稿　取自 {}")
            self.heading.setText(words.format(self._draft.number, self._draft.version + 1, file.name))
        self._shows_problems = True
        self._refresh()
        self.title_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Be for no draft: what was typed is filed."""
        self._draft = self._untouched = None

    @property
    def number(self) -> str | None:
        """The draft that is taken in again."""
        return self._draft.number if self._draft is not None else None

    @property
    def is_dirty(self) -> bool:
        """Tell whether anything typed would be lost."""
        return self._untouched is not None and self.content() != self._untouched

    def content(self) -> Content:
        """Return what the page says."""
        authors, incomplete = bylines.read(self.authors.names())
        names = tuple(name for each in self.attachments.text().split("、") if (name := each.strip()))
        return Content(
            self.title_field.text().strip(),
            authors,
            incomplete,
            self.words.number,
            self.text.toPlainText(),
            names,
        )

    def _show(self, content: Content) -> None:
        self.title_field.setText(content.title)
        self.title_field.setCursorPosition(0)
        self.authors.set_names(bylines.written(content.authors, incomplete=content.authors_incomplete))
        self.attachments.setText("、".join(content.attachments))
        self.text.setPlainText(content.body)
        self.words.set_number(content.word_count)
        self.words.setReadOnly(bool(content.body.strip()))

    def _tell_count(self) -> None:
        """Say what the draft counts as if it came back on the day that stands there."""
        day, number = self.day.day, self.number
        if day is None or number is None:
            self.counted.clear()
            return
        receipt = self._versions.receipt(number, day)
        until = f"{receipt.deadline.month}月{receipt.deadline.day}日"
        words = (
            self.tr("到{}为止算按时：收稿日期仍是 {}，计入{}")
            if receipt.in_time
            else self.tr("三个工作日到{}为止，已过：收稿日期改为 {}，计入{}")
        )
        self.counted.setText(words.format(until, receipt.received_on.isoformat(), receipt.quota_month.label))

    # --- what is wrong

    def _problems(self) -> Iterator[Problem]:
        day, number = self.day.day, self.number
        if number is None:
            return
        if day is None:
            yield self.day.unread("back_on")
        said, meant = self.content(), self._confirmed
        for problem in self._versions.check(number, day or self._today(), said, duplicate_confirmed=meant):
            if day is not None or problem.field != "back_on":
                yield problem

    def _refresh(self, *, go_to_first: bool = False) -> bool:
        problems = tuple(self._problems())
        if self._shows_problems:
            self.form.show_problems(map(self._at_field, problems), go_to_first=go_to_first)
        return all(problem.severity is not Severity.BAD for problem in problems)

    def _at_field(self, problem: Problem) -> FieldProblem:
        level, phrase = problem.severity.value, problem_phrase(problem)
        field = problem.field if problem.field in self.form.fields else "title"
        if (problem.field, problem.reason) == ("title", "same"):
            number = problem.detail
            return FieldProblem(
                field,
                level,
                phrase,
                self.tr("不同稿件"),
                self._on_other_confirmed,
                self.tr("打开"),
                lambda: self.other_opened.emit(number),
            )
        return FieldProblem(field, level, phrase)

    def _on_other_confirmed(self) -> None:
        self._confirmed = True
        self._refresh()
        self.authors.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is done

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData(), DRAFTS):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_files(event.mimeData(), DRAFTS))

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        if name == "back_on":
            self._tell_count()
        if name == "title":
            self._confirmed = False
        if name == "body":
            typed = self.text.toPlainText()
            self.words.setReadOnly(bool(typed.strip()))
            if typed.strip():
                self.words.set_number(sum(not character.isspace() for character in typed))
        if self._shows_problems:
            self._refresh()

    @Slot(str)
    def _on_left(self, _name: str) -> None:
        self._shows_problems = True
        self._refresh()

    @Slot()
    def _on_submitted(self) -> None:
        self._shows_problems = True
        day = self.day.day
        if self._refresh(go_to_first=True) and day is not None:
            self.submitted.emit(day, self.content(), self._confirmed)
