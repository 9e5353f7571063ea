"""The right side of the preview: the current question, the batch, the columns, and what to do with it all."""

from PySide6.QtCore import QCoreApplication, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from jinshi_desk.services.importing import ImportDesk, OpenSheet
from jinshi_desk.ui.imports.batch_view import BatchView
from jinshi_desk.ui.imports.columns_view import ColumnsView
from jinshi_desk.ui.imports.question_view import QuestionView
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import rule
from jinshi_desk.ui.widgets.panel import Panel, scrolled


class SidePanel(Panel):
    """Either the questions or the columns; the foot stays."""

    undecided_wanted = Signal()
    saving_wanted = Signal()
    loading_wanted = Signal()

    def __init__(self, look: Look, imports: ImportDesk, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("SidePanel", "待定"), parent)
        self.question = QuestionView(look, imports)
        self.batch = BatchView(look)
        self.columns = ColumnsView(look)
        self.previous_button = Button(look, self.tr("上一处"), kind="quiet")
        self.next_button = Button(look, self.tr("下一处"), kind="quiet")
        self.import_button = Button(look, self.tr("导入"), icon="import", kind="primary")
        self.save_button = Button(look, self.tr("待定行另存…"))
        self.more_button = Button(look, icon="more", kind="quiet", name=self.tr("决定另存、载入"))
        self.cancel_button = Button(look, self.tr("取消"))
        self._pages = QStackedWidget()
        self._menu = QMenu(self)
        self.save_act = self._menu.addAction(self.tr("决定另存…"))
        self.load_act = self._menu.addAction(self.tr("载入决定…"))
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self.previous_button.set_tip(self.tr("上一处待定"), "Shift+F8")
        self.next_button.set_tip(self.tr("下一处待定"), "N")
        self.cancel_button.set_tip(self.tr("不导入，什么都不改"), "Esc")
        self.save_act.triggered.connect(self.saving_wanted)
        self.load_act.triggered.connect(self.loading_wanted)
        self.save_button.clicked.connect(self.undecided_wanted)
        self.more_button.clicked.connect(self._on_more_clicked)

    def _arrange(self) -> None:
        questions = QWidget()
        column = QVBoxLayout(questions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.question)
        column.addWidget(rule())
        column.addWidget(self.batch)
        column.addStretch()
        self._pages.addWidget(scrolled(questions))
        self._pages.addWidget(scrolled(self.columns))
        self.body.addWidget(self._pages)
        self.band.addStretch()
        self.band.addWidget(self.previous_button)
        self.band.addWidget(self.next_button)
        for button in (self.import_button, self.save_button, self.more_button):
            self.foot.addWidget(button)
        self.foot.addStretch()
        self.foot.addWidget(self.cancel_button)

    def show_columns(self, wanted: bool) -> None:  # noqa: FBT001  # what a button that stays down tells
        """Show the columns in the place of the questions, or the questions again."""
        self._pages.setCurrentIndex(int(wanted))
        self.previous_button.setVisible(not wanted)
        self.next_button.setVisible(not wanted)

    @property
    def shows_columns(self) -> bool:
        return self._pages.currentIndex() == 1

    def show_sheet(self, opened: OpenSheet) -> None:
        """Show what a file leaves open."""
        counts = opened.reading.counts
        self.batch.show_sheet(opened)
        self.columns.show_sheet(opened)
        self.import_button.setText(self.tr("导入 {} 行").format(counts.imported))
        self.import_button.setAccessibleName(self.import_button.text())
        self.import_button.setEnabled(counts.imported > 0)
        self.import_button.set_tip("" if counts.imported else self.tr("没有可导入的行"), "Ctrl+Enter")
        self.save_button.setEnabled(counts.asked > 0)
        self.save_button.set_tip(
            self.tr("写成一张表退给报送单位，逐行写明原因") if counts.asked else self.tr("没有待定的行")
        )

    @Slot()
    def _on_more_clicked(self) -> None:
        self._menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))
