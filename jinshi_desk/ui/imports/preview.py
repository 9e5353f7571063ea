"""The preview of one file: the sheet at the left, its questions at the right, counts and keys below."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import DeskError
from jinshi_desk.domain.registers import REUSABLE, Action, RowReading
from jinshi_desk.services.importing import ImportDesk, OpenSheet
from jinshi_desk.ui.imports.notice import Notice
from jinshi_desk.ui.imports.question_view import Answer
from jinshi_desk.ui.imports.session import ImportSession, Place, place_of
from jinshi_desk.ui.imports.sheet_panel import SheetPanel
from jinshi_desk.ui.imports.side_panel import SidePanel
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button, IconLabel
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel, Split, beside
from jinshi_desk.ui.widgets.progress_strip import ProgressStrip
from jinshi_desk.ui.widgets.status_bar import StatusBar


class Preview(QWidget):
    """Keys work wherever the focus is, but in a field: 1…9 answer, 0 leaves out, N goes on."""

    import_wanted = Signal()
    another_wanted = Signal()

    def __init__(
        self, look: Look, imports: ImportDesk, session: ImportSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._imports = imports
        self._session = session
        self._place_text = ""
        self.panel = Panel(look)
        self.sheet = SheetPanel(look)
        self.side = SidePanel(look, imports)
        self.notice = Notice(look)
        self.strip = ProgressStrip(look)
        self.status = StatusBar(look)
        self._file = label("", "title")
        self._told = label("", "hint")
        self.undo_button = Button(look, self.tr("撤回决定"), icon="undo", kind="quiet")
        self.columns_button = Button(look, self.tr("列名对应"), icon="columns", kind="quiet")
        self.another_button = Button(look, self.tr("换一个文件…"), icon="folder", kind="quiet")
        self._connect()
        self._set_keys()
        self._arrange(look)

    def _connect(self) -> None:
        self.columns_button.setCheckable(True)
        self.undo_button.set_tip(self.tr("撤回上一个决定"), "Ctrl+Z")
        self.columns_button.set_tip(self.tr("看每一列按什么读，读错了改过来"), "F4")
        self.another_button.clicked.connect(self.another_wanted)
        self.columns_button.toggled.connect(self._on_columns_toggled)
        self.undo_button.clicked.connect(self._on_undo_wanted)
        self.sheet.row_entered.connect(self._on_row_entered)
        self.sheet.row_opened.connect(self.go_next)
        self._session.changed.connect(self._on_changed)
        self._session.declined.connect(self.refuse)
        side, question = self.side, self.side.question
        side.next_button.clicked.connect(self.go_next)
        side.previous_button.clicked.connect(self.go_back)
        side.import_button.clicked.connect(self._on_import_clicked)
        side.columns.taken_for.connect(self._on_heading_taken)
        question.answered.connect(self._on_answered)
        question.left_out.connect(self._on_left_out)
        question.reopened.connect(self._on_reopened)
        question.moved_on.connect(self.go_next)
        question.left.connect(self.focus_sheet)

    def _set_keys(self) -> None:
        for number in range(1, 10):
            self._key(str(number), partial(self._on_number, number))
        for keys in ("0", "Delete"):
            self._key(keys, self._on_left_out)
        for keys in ("N", "F8"):
            self._key(keys, self.go_next)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._key(keys, self._on_import_clicked)
        self._key("Shift+F8", self.go_back)
        self._key("Backspace", self._on_reopened)
        self._key("Ctrl+Z", self._on_undo_wanted)
        self._key("F4", self.columns_button.toggle)

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        """Have ``act`` done by ``keys`` once what is under way is done: what is typed ahead counts."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(lambda: self._session.in_turn(act))

    def _arrange(self, look: Look) -> None:
        band = self.panel.band
        band.addWidget(IconLabel(look, "import"))
        band.addWidget(self._file)
        band.addWidget(self._told)
        band.addStretch()
        for button in (self.undo_button, self.columns_button, self.another_button):
            band.addWidget(button)
        self.panel.body.addWidget(self.notice)
        self.panel.body.addWidget(self.sheet, 1)
        self._split = Split(self.panel, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        framed = QVBoxLayout()
        framed.setContentsMargins(8, 8, 8, 8)
        framed.addWidget(self._split)
        column.addLayout(framed, 1)
        column.addWidget(self.strip)
        column.addWidget(self.status)
        self._split.setSizes(beside(look, look.theme.scaled(1350)))
        self.status.keys.setText(
            self.tr("1…9 选答案　0 不导入　N 下一处　Backspace 改回　Ctrl+Z 撤回　Ctrl+Enter 导入")
        )

    def show_file(self, opened: OpenSheet, place: str) -> None:
        """Show a file just read; ``place`` tells which of several it is."""
        self.sheet.start_over()
        self.columns_button.setChecked(False)
        self.notice.say(self._earlier(opened))
        self._file.setText(opened.path.name)
        self._place_text = place
        self._show(opened)
        self._go(self._asking()[0] if self._asking() else None)
        self.focus_sheet()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  # nothing but on or off
        """Let nothing be changed while the rows are written; the strip below can still stop it."""
        if self._split.isEnabled() is busy:
            self._split.setEnabled(not busy)
            self.focus_sheet()

    @Slot()
    def focus_sheet(self) -> None:
        """Put the focus where keys answer."""
        if self.sheet.table is not None:
            self.sheet.table.setFocus()

    @Slot()
    def go_next(self) -> None:
        """Go to the next row in doubt, from the last to the first again."""
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        """Go to the row in doubt before this one."""
        self._step(-1)

    @property
    def current(self) -> RowReading | None:
        """The row that the questions are about."""
        row = self.sheet.table.current_row if self.sheet.table is not None else None
        return row if isinstance(row, RowReading) else None

    def _step(self, by: int) -> None:
        asking = self._asking()
        if not asking:
            return
        order = {place_of(row): number for number, row in enumerate(self._rows())}
        here = order.get(place_of(self.current), -1) if self.current else -1
        ahead = [place for place in asking if (order[place] - here) * by > 0]
        self._go((ahead or asking)[0 if by > 0 else -1])
        self.focus_sheet()

    def _go(self, place: Place | None) -> None:
        if place is not None:
            self.sheet.go_to(place)
        elif self.sheet.table is not None:
            self.sheet.table.go_first()
        self._on_row_entered(self.current)

    def _rows(self) -> tuple[RowReading, ...]:
        return self._session.sheet.reading.rows if self._session.sheet is not None else ()

    def _asking(self) -> list[Place]:
        return [place_of(row) for row in self._rows() if row.action is Action.ASK]

    def _alike(self, row: RowReading) -> list[RowReading]:
        """Return the other rows that ask the same first, with the same answers on offer."""
        asked = _offer(row)
        return [other for other in self._rows() if asked and other is not row and _offer(other) == asked]

    def _show(self, opened: OpenSheet) -> None:
        counts, sheets = opened.reading.counts, len(opened.reading.sheets)
        told = self.tr("{} 个表 · 读到 {} 行").format(sheets, counts.read)
        self._told.setText(" · ".join(filter(None, (self._place_text, told))))
        self.status.counts.setText(
            self.tr("读到 {} 行：导入 {} · 跳过 {} · 待定 {}").format(
                counts.read, counts.imported, counts.skipped, counts.asked
            )
        )
        self.undo_button.setEnabled(self._session.decided > 0)
        self.side.show_sheet(opened)
        self.sheet.show_sheet(opened)

    def _earlier(self, opened: OpenSheet) -> str:
        if opened.earlier is None:
            return ""
        when = opened.earlier[:16].replace("T", " ")
        return self.tr("这个文件 {} 导入过，当心重复；台账里已有的行会跳过，或问是不是同一篇。").format(when)

    @Slot(object)
    def _on_row_entered(self, row: RowReading | None) -> None:
        asking, side = self._asking(), self.side
        side.title.setText(self._heading(row, asking))
        side.chip.hide()
        side.next_button.setEnabled(bool(asking))
        side.previous_button.setEnabled(bool(asking))
        if row is None or self._session.sheet is None:
            side.question.show_nothing(self.tr("没有这样的行"))
            return
        period = self._session.sheet.reading.period
        near = period.last_day if period else self._imports.today()
        alike, decided = len(self._alike(row)), self._session.has_decided(place_of(row))
        side.question.show_row(row, self.sheet.lines, near, alike=alike, decided=decided)

    def _heading(self, row: RowReading | None, asking: list[Place]) -> str:
        if self.side.shows_columns:
            return self.tr("列名对应")
        if not asking:
            return self.tr("没有待定的行")
        if row is not None and place_of(row) in asking:
            return self.tr("待定 {} / {}").format(asking.index(place_of(row)) + 1, len(asking))
        return self.tr("待定 {} 行").format(len(asking))

    @Slot(object)
    def _on_changed(self, place: Place | None) -> None:
        opened = self._session.sheet
        if opened is None:
            return
        self.notice.say("")
        self._show(opened)
        if place is None:
            self._on_row_entered(self.current)
            return
        self.sheet.go_to(place)
        row = self.current
        if row is not None and (row.action is Action.ASK or not self._asking()):
            self._on_row_entered(row)
            self.focus_sheet()
        else:
            self.go_next()

    def tell(self, words: str) -> None:
        """Say what was done, at the right of the bar below."""
        self.status.saved.setText(words)

    @Slot(object)
    def refuse(self, error: DeskError) -> None:
        """Say why something was not done, above the sheet."""
        self.notice.say(error_sentence(error), "bad")
        if self._session.sheet is not None:
            self.side.columns.show_sheet(self._session.sheet)  # back to what they are taken for

    def _on_number(self, number: int) -> None:
        self.side.question.take(number)

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        row = self.current
        if row is None:
            return
        question = answer.question
        if row.row is None or (answer.widely and question.kind in REUSABLE):
            keys = [question.general_key]
        else:
            rows = [row, *self._alike(row)] if answer.widely else [row]
            keys = [each.questions[0].row_key(each.sheet, each.row or 0) for each in rows]
        self._session.decide(place_of(row), dict.fromkeys(keys, answer.answer))

    @Slot()
    def _on_left_out(self) -> None:
        row = self.current
        if row is not None and row.row is not None and row.action is not Action.SKIP:
            self._session.leave_out(place_of(row))

    @Slot()
    def _on_reopened(self) -> None:
        if self.current is not None and self._session.has_decided(place_of(self.current)):
            self._session.reopen(place_of(self.current))

    @Slot()
    def _on_undo_wanted(self) -> None:
        self._session.take_back()

    @Slot(str, str)
    def _on_heading_taken(self, heading: str, meaning: str) -> None:
        self._session.take_heading_for(heading, meaning)

    @Slot()
    def _on_import_clicked(self) -> None:
        if self.side.import_button.isEnabled():
            self.import_wanted.emit()

    @Slot(bool)
    def _on_columns_toggled(self, wanted: bool) -> None:  # noqa: FBT001  # Qt's own signal
        self.side.show_columns(wanted)
        self._on_row_entered(self.current)


def _offer(row: RowReading) -> tuple[str, ...]:
    """Return what a row asks first and the answers on offer; nothing where there are none."""
    if row.action is not Action.ASK or not row.questions or not row.questions[0].candidates:
        return ()
    question = row.questions[0]
    return (question.kind, *(candidate.answer for candidate in question.candidates))
