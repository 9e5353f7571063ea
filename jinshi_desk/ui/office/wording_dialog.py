"""催报文字: how the office words each of its reminders, and what they look like filled in."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.reminder_wordings import PLACES, Occasion, cleaned, filled
from jinshi_desk.services.reminder_wordings import WordingDesk, shipped_wordings
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import scrolled
from jinshi_desk.wording import OCCASION

_SIZE, _FIELD = (760, 560), 60


class WordingDialog(QDialog):
    """A field for each text; below them the one that is typed in, with examples in its places."""

    def __init__(self, frame: Frame, desk: WordingDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame, self._desk = frame, desk
        self._current = Occasion.REMIND
        look = frame.look
        self.setWindowTitle(self.tr("催报文字"))
        self.fields = {occasion: QPlainTextEdit(text) for occasion, text in desk.wordings().items()}
        self.form = Form(look)
        self.example = label("", "body")
        self.example.setWordWrap(True)
        self.restore_button = Button(look, self.tr("恢复原文"), icon="undo", key="Ctrl+R")
        self.save_button = Button(look, self.tr("保存"), "save", "primary", "Ctrl+S")
        self.close_button = Button(look, self.tr("不改了"))
        self._connect()
        self._arrange()
        self._show_current()
        self.form.go_first()

    def _connect(self) -> None:
        for field in self.fields.values():
            field.setTabChangesFocus(True)
            field.setFixedHeight(self._frame.look.theme.scaled(_FIELD))
            field.installEventFilter(self)
            field.textChanged.connect(self._show_current)
        self.form.left.connect(self._on_left)
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.reject)

    def _arrange(self) -> None:
        look = self._frame.look
        places = "　".join(f"{{{place}}}" for place in PLACES)
        self.form.add_widget(label(self.tr("由程序填的空格：{}").format(places), "hint"))
        for occasion, field in self.fields.items():
            self.form.add_row((occasion.value, OCCASION[occasion], field))
        below = QWidget()
        words = QVBoxLayout(below)
        words.setContentsMargins(14, 6, 14, 8)
        words.addWidget(label(self.tr("填好是这样"), "hint"))
        words.addWidget(self.example)
        foot = FootBand(look)
        foot.row.addWidget(self.save_button)
        foot.row.addWidget(self.close_button)
        foot.row.addStretch()
        foot.row.addWidget(self.restore_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(self.form), 1)
        column.addWidget(below)
        column.addWidget(foot)
        fit(self, look, _SIZE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._current = next(each for each, field in self.fields.items() if field is watched)
            self._show_current()
        return False

    @Slot()
    def _show_current(self) -> None:
        text = cleaned(self.fields[self._current].toPlainText())
        self.example.setText(filled(text, PLACES))
        as_shipped = text == shipped_wordings()[self._current]
        self.restore_button.setEnabled(not as_shipped)
        what = self.tr("“{}”已是原文") if as_shipped else self.tr("把“{}”换回程序自带的")
        self.restore_button.set_tip(what.format(OCCASION[self._current]), "Ctrl+R")

    def _problems(self) -> list[FieldProblem]:
        return [
            FieldProblem(occasion.value, "bad", problem_phrase(problem))
            for occasion, field in self.fields.items()
            for problem in self._wrong(field)
        ]

    def _wrong(self, field: QPlainTextEdit) -> tuple[Problem, ...]:
        return self._desk.check(field.toPlainText())[:1]

    @Slot(str)
    def _on_left(self, _name: str) -> None:
        self.form.show_problems(self._problems())

    @Slot()
    def _on_restore_clicked(self) -> None:
        field = self.fields[self._current]
        field.setPlainText(shipped_wordings()[self._current])
        field.setFocus()
        self.form.show_problems(self._problems())

    @Slot()
    def _on_save_clicked(self) -> None:
        problems = self._problems()
        self.form.show_problems(problems, go_to_first=True)
        if not problems:
            self._desk.keep({occasion: field.toPlainText() for occasion, field in self.fields.items()})
            self._frame.notices.tell_act(self.tr("催报文字已保存"))
            self.accept()
