"""The window of 这分怎么来的: a figure, the lines that add up to it, the way to what stands behind."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.notices import Notice
from jinshi_desk.services.chain_tables import save, tabbed
from jinshi_desk.services.chains import Chain, Contribution, Opens
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.ui.explain.chain_page import ChainPage
from jinshi_desk.ui.explain.figure_tables import FigureTables
from jinshi_desk.ui.explain.tables_page import TablesPage
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.tasks import Question
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit, lay_out
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label

_SIZE = (1240, 580)
_PATIENCE = 300  # ms; what takes longer says that it is worked on
_SHOWS = frozenset(Topic) - {Topic.SETTINGS, Topic.REMINDERS}


class ExplainDialog(QDialog):
    """Shows a chain; a line with more behind it opens by Enter or double click, Backspace leads back.

    It begins with a figure, or with tables of figures to choose from: a notice's annexes, or what is behind a
    figure of a quarter or a year. Chains are worked out beside the window's thread. Where a line leads out of
    it, the window closes.
    """

    draft_opened = Signal(str)  # its number
    record_opened = Signal(object)  # Record: a line of 本月台账

    def __init__(
        self,
        frame: Frame,
        desk: ExplainDesk,
        wanted: Opens | Notice | FigureTables,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk = frame, desk
        self._path: list[Opens] = []
        self._places: list[int] = []
        self.chain: Chain | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("这分怎么来的"))
        self.title = label("", "title")
        self.figure = label("", "figure")
        self.measure = label("", "label")
        self.hint = label("", "hint")
        self.page = ChainPage(frame.look)
        shown = FigureTables.of_notice(wanted) if isinstance(wanted, Notice) else wanted
        self._tables = shown if isinstance(shown, FigureTables) else None
        self.tables = TablesPage(frame.look, self._tables) if self._tables is not None else None
        self._pages = QStackedWidget()
        self.told = label("", "hint")
        self._make_buttons()
        self._question = Question(frame.tasks, self)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_PATIENCE)
        self._connect()
        self._arrange()
        if isinstance(wanted, Opens):
            self._go_to(wanted)
        else:
            self._show_tables()

    def _make_buttons(self) -> None:
        look = self._frame.look
        self.back_button = Button(look, self.tr("返回"), "chevron-left", key="Backspace")
        self.open_button = Button(look, self.tr("打开稿件"), "document", key="Ctrl+Return")
        self.record_button = Button(look, self.tr("看台账"), "register", key="Ctrl+L")
        self.copy_button = Button(look, self.tr("复制"), "copy", key="Ctrl+Shift+C")
        self.save_button = Button(look, self.tr("存为表格…"), "export", key="Ctrl+Shift+S")
        self.close_button = Button(look, self.tr("关闭"), kind="primary")
        self.copy_button.set_tip(self.tr("复制全部明细，可贴进表格或消息"), "Ctrl+Shift+C")
        self.close_button.set_tip("", "Esc")

    def _connect(self) -> None:
        self._question.answered.connect(self._on_answered)
        self._slow.timeout.connect(self._on_slow)
        self.page.line_opened.connect(self._on_line_opened)
        self.page.line_entered.connect(self._offer)
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
        head, inside = QHBoxLayout(), QVBoxLayout()
        head.setContentsMargins(18, 14, 18, 0)
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        head.addWidget(self.figure)
        head.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignBottom)
        self.measure.setContentsMargins(4, 0, 0, 5)
        self.hint.setContentsMargins(18, 0, 18, 8)
        self._pages.addWidget(self.page)
        if self.tables is not None:
            self._pages.addWidget(self.tables)
            self.tables.figure_opened.connect(self._go_to)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.hint)
        inside.addWidget(self._pages, 1)
        foot = FootBand(self._frame.look, left=18, right=18)
        for button in (self.back_button, self.open_button, self.record_button):
            foot.row.addWidget(button)
        foot.row.addWidget(self.told, 1)
        for button in (self.copy_button, self.save_button, self.close_button):
            foot.row.addWidget(button)
        lay_out(self, inside, foot)
        fit(self, self._frame.look, _SIZE)
        self._offer(None)

    # --- showing

    @Slot(object)
    def _go_to(self, opens: Opens) -> None:
        """Show another figure; the way back leads here."""
        if self._path:
            self._places[-1] = self.page.place
        self._path.append(opens)
        self._places.append(0)
        self._ask()

    def _ask(self) -> None:
        """Have the figure in front worked out."""
        opens, desk = self._path[-1], self._desk
        self._slow.start()
        self._question.ask(lambda _progress: desk.chain(opens))

    @Slot(object)
    def _on_answered(self, chain: Chain) -> None:
        self._slow.stop()
        self.chain = chain
        self.title.setText(chain.title)
        self.figure.setText(chain.figure)
        self.measure.setText(chain.measure if chain.is_the_sum else "")
        deeper = any(line.opens for line in chain.lines)
        self.hint.setText(self.tr("双击或按 Enter，看这一行又是怎么来的") if deeper else "")
        self._pages.setCurrentWidget(self.page)
        self.page.show_chain(chain, self._places[-1])

    @Slot()
    def _on_slow(self) -> None:
        self.hint.setText(self.tr("正在算"))

    def _show_tables(self) -> None:
        """Show the tables that figures are chosen from."""
        if self.tables is None or self._tables is None:
            return
        self.chain = None
        self.title.setText(self._tables.title or self.tr("{}各附件").format(self._tables.period.label))
        self.figure.setText("")
        self.measure.setText("")
        leads_on = self.tr("方向键选一个数，双击或按 Enter 看它怎么来的")
        self.hint.setText(leads_on if self.tables.leads_on else "")
        self._pages.setCurrentWidget(self.tables)
        self.tables.take_focus()
        self._offer(None)

    @Slot(object)
    def _offer(self, line: Contribution | None) -> None:
        """Offer what can be done with the line in front, and with the whole."""
        self.back_button.setVisible(len(self._path) > (self.tables is None))
        self.open_button.setVisible(bool(line and line.draft_no))
        self.record_button.setVisible(bool(line and line.record))
        for button in (self.copy_button, self.save_button):
            button.setVisible(self.chain is not None)

    @Slot(frozenset)
    def _on_news(self, topics: frozenset[Topic]) -> None:
        if topics & _SHOWS and self._path:
            self._places[-1] = self.page.place
            self._ask()

    # --- going on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # the list's key, never the default button's
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _on_line_opened(self, line: Contribution) -> None:
        if line.opens is not None and line.opens not in self._path:
            self._go_to(line.opens)
        elif line.draft_no:
            self._on_draft_wanted()
        elif line.record is not None:
            self._on_record_wanted()

    @Slot()
    def _on_back_wanted(self) -> None:
        if self._path:
            self._path.pop()
            self._places.pop()
        if self._path:
            self._ask()
        else:
            self._question.drop()
            self._slow.stop()
            self._show_tables()

    @Slot()
    def _on_draft_wanted(self) -> None:
        line = self.page.current_line
        if line is not None and line.draft_no:
            self.accept()
            self.draft_opened.emit(line.draft_no)

    @Slot()
    def _on_record_wanted(self) -> None:
        line = self.page.current_line
        if line is not None and line.record is not None:
            self.accept()
            self.record_opened.emit(line.record)

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
