"""The window of 这分怎么来的: a figure, the lines that add up to it, the way to what stands behind."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from jinshi_desk.domain.changes import Topic
from jinshi_desk.services.chain_tables import save, tabbed
from jinshi_desk.services.chains import Chain, Contribution, Opens, Record
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.ui.explain.chain_list import NumberedLine, chain_list
from jinshi_desk.ui.explain.line_pane import LinePane
from jinshi_desk.ui.explain.sum_row import SumRow
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.tasks import Question
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit, lay_out
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.list_view import ListView

_SIZE = (1240, 580)
_SHOWS = frozenset(Topic) - {Topic.SETTINGS, Topic.REMINDERS}


class ExplainDialog(QDialog):
    """Shows a chain; a line with more behind it opens by Enter or double click, Backspace leads back.

    The chain is worked out beside the window's thread. Where a line leads out of it, the window closes.
    """

    draft_opened = Signal(str)  # its number
    record_opened = Signal(object)  # Record: a line of 本月台账

    def __init__(self, frame: Frame, desk: ExplainDesk, opens: Opens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame, self._desk = frame, desk
        self._path = [opens]
        self._places = [0]
        self.chain: Chain | None = None
        self.list: ListView | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("这分怎么来的"))
        self.title = label("", "title")
        self.figure = label("", "figure")
        self.measure = label("", "label")
        self.hint = label(self.tr("正在算"), "hint")
        self.line = LinePane()
        self.sum = SumRow(frame.look)
        self.told = label("", "hint")
        self._make_buttons()
        self._question = Question(frame.tasks, self)
        self._inside = QVBoxLayout()
        self._connect()
        self._arrange()
        self._ask()

    def _make_buttons(self) -> None:
        look = self._frame.look
        self.back_button = Button(look, self.tr("返回"), "chevron-left", key="Backspace")
        self.open_button = Button(look, self.tr("打开稿件"), "document", key="Ctrl+Return")
        self.record_button = Button(look, self.tr("看台账"), "register", key="Ctrl+L")
        self.copy_button = Button(look, self.tr("复制"), "copy", key="Ctrl+Shift+C")
        self.save_button = Button(look, self.tr("存为表格…"), "export", key="Ctrl+Shift+S")
        self.close_button = Button(look, self.tr("看完了"), kind="primary")
        self.copy_button.set_tip(self.tr("复制全部明细，可贴进表格或消息"), "Ctrl+Shift+C")
        self.close_button.set_tip("", "Esc")

    def _connect(self) -> None:
        self._question.answered.connect(self._on_answered)
        self.back_button.clicked.connect(self._on_back_wanted)
        self.open_button.clicked.connect(self._on_draft_wanted)
        self.record_button.clicked.connect(self._on_record_wanted)
        self.copy_button.clicked.connect(self._on_copy_wanted)
        self.save_button.clicked.connect(self._on_save_wanted)
        self.close_button.clicked.connect(self.accept)
        self._frame.news.changed.connect(self._on_news)
        self._frame.notices.refusal_told.connect(self.told.setText)

    def _arrange(self) -> None:
        self.title.setWordWrap(True)
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 18, 0)
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        head.addWidget(self.figure)
        head.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignBottom)
        self.measure.setContentsMargins(4, 0, 0, 5)
        self.hint.setContentsMargins(18, 0, 18, 8)
        self._inside.setSpacing(0)
        self._inside.addLayout(head)
        self._inside.addWidget(self.hint)
        self._inside.addStretch(1)
        self._inside.addWidget(self.sum)
        self._inside.addWidget(self.line)
        foot = FootBand(self._frame.look, left=18, right=18)
        for button in (self.back_button, self.open_button, self.record_button):
            foot.row.addWidget(button)
        foot.row.addWidget(self.told, 1)
        for button in (self.copy_button, self.save_button, self.close_button):
            foot.row.addWidget(button)
        lay_out(self, self._inside, foot)
        fit(self, self._frame.look, _SIZE)
        self._offer(None)

    # --- showing

    def _ask(self) -> None:
        """Have what is in front worked out."""
        opens, desk = self._path[-1], self._desk
        self._question.ask(lambda _progress: desk.chain(opens))

    @Slot(object)
    def _on_answered(self, chain: Chain) -> None:
        self.chain = chain
        self.title.setText(chain.title)
        self.figure.setText(chain.figure)
        self.measure.setText(chain.measure if chain.is_the_sum else "")
        deeper = any(line.opens for line in chain.lines)
        self.hint.setText(self.tr("双击或按 Enter，看这一行又是怎么来的") if deeper else "")
        self.sum.show_chain(chain)
        self._show_list(chain)
        for button in (self.copy_button, self.save_button):
            button.setEnabled(True)

    def _show_list(self, chain: Chain) -> None:
        if self.list is not None:
            self._inside.removeWidget(self.list)
            self.list.hide()
            self.list.deleteLater()
        else:
            self._inside.takeAt(2)  # the stretch that kept the room
        nothing = chain.nothing or self.tr("这个数是 {}，后面没有明细。").format(chain.figure)
        self.list = chain_list(self._frame.look, chain, nothing, self)
        self._inside.insertWidget(2, self.list, 1)
        self.list.show()  # now and not in the next turn, so that it can take the focus
        self.line.setVisible(any(line.explained for line in chain.lines))
        self.list.setFocus()
        if not self.list.go_to(self._places[-1]):
            self.list.go_first()
        self.list.row_opened.connect(self._on_row_opened)
        self.list.row_entered.connect(self._on_row_entered)
        self._on_row_entered(self.list.current_row)

    @property
    def _current(self) -> Contribution | None:
        row = self.list.current_row if self.list is not None else None
        return row.line if row is not None else None

    def _offer(self, line: Contribution | None) -> None:
        self.back_button.setVisible(len(self._path) > 1)
        self.open_button.setVisible(bool(line and line.draft_no))
        self.record_button.setVisible(bool(line and line.record))
        if self.chain is None:
            self.copy_button.setEnabled(False)
            self.save_button.setEnabled(False)

    @Slot(object)
    def _on_row_entered(self, row: NumberedLine | None) -> None:
        if row is not None:
            self._places[-1] = row.place
        line = row.line if row is not None else None
        self.line.show_line(line)
        self._offer(line)

    @Slot(frozenset)
    def _on_news(self, topics: frozenset[Topic]) -> None:
        if topics & _SHOWS:
            self._ask()

    # --- going on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # the list's key, never the default button's
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _on_row_opened(self, row: NumberedLine) -> None:
        line = row.line
        if line.opens is not None and line.opens not in self._path:
            self._path.append(line.opens)
            self._places.append(0)
            self._ask()
        elif line.draft_no:
            self._on_draft_wanted()
        elif line.record is not None:
            self._on_record_wanted()

    @Slot()
    def _on_back_wanted(self) -> None:
        if len(self._path) > 1:
            self._path.pop()
            self._places.pop()
            self._ask()

    @Slot()
    def _on_draft_wanted(self) -> None:
        if self._current is not None and self._current.draft_no:
            number = self._current.draft_no
            self.accept()
            self.draft_opened.emit(number)

    @Slot()
    def _on_record_wanted(self) -> None:
        if self._current is not None and isinstance(self._current.record, Record):
            record = self._current.record
            self.accept()
            self.record_opened.emit(record)

    # --- taking it along

    @Slot()
    def _on_copy_wanted(self) -> None:
        if self.chain is not None:
            QGuiApplication.clipboard().setText(tabbed(self.chain))
            self.told.setText(self.tr("已复制 {} 行").format(len(self.chain.lines)))

    @Slot()
    def _on_save_wanted(self) -> None:
        if self.chain is None:
            return
        chain, name = self.chain, self.tr("{}.xlsx").format(self.chain.title)
        path = self._frame.dialogs.save_file(self.tr("存为表格"), name, [self.tr("表格 (*.xlsx)")])
        if path is not None:
            task = self._frame.tasks.start(lambda _progress: save(chain, path))
            words = self.tr("已存为 {}").format(path.name)
            task.succeeded.connect(lambda _: self.told.setText(words))
