"""The list of 报送登记: what is shown of the register, and what can be done to several drafts at once."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.draft_kinds import Status, may_become
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import MOST_AT_ONCE, RegisterQuery, RegisterRow, Segment, SortKey
from jinshi_desk.services.register_list import RegisterList
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.register.found_drafts import FoundDrafts
from jinshi_desk.ui.register.table import register_columns
from jinshi_desk.ui.tasks import Question
from jinshi_desk.ui.widgets import filters
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.filters import FilterField, Segments
from jinshi_desk.ui.widgets.kept_place import chosen_count
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel, padded

if TYPE_CHECKING:
    from jinshi_desk.ui.register.picked import PickedBar
    from jinshi_desk.ui.register.row_menu import RowMenu
    from jinshi_desk.ui.widgets.progress_strip import ProgressStrip

_MONTH, _ALL = "month", "all"


class DraftList(Panel):
    """Emits what the clerk wants; decides nothing.

    What the screen shows of the register is fetched at once. How many there are in all, and which, is found
    out on a worker thread while it is being looked at.
    """

    new_wanted = Signal()
    files_wanted = Signal()
    sheets_wanted = Signal()
    export_wanted = Signal()
    step_wanted = Signal(list, object)  # numbers, Status
    forms_wanted = Signal(list, bool)  # numbers, whether on file
    approval_wanted = Signal()
    pick_wanted = Signal()
    explain_wanted = Signal(str)  # the draft whose points are wondered at
    shown = Signal()  # once it is on the screen: another selection, counted, or other rows picked

    def __init__(
        self, frame: Frame, register: RegisterList, unit: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(frame.look, parent=parent)
        self._register = register
        self._month = frame.month.month
        self._words = ""
        self._counts: dict[Segment, int] = {}
        self._counting = Question(frame.tasks, self)
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._form_required = True
        self._made_strip: ProgressStrip | None = None
        self._made_picked: PickedBar | None = None
        self.setAccessibleName(self.tr("报送登记"))
        self._make(frame, unit)
        self._connect()
        self._arrange()

    def _make(self, frame: Frame, unit: Callable[[str], str]) -> None:
        look = frame.look
        self.new_button = Button(look, self.tr("登记新稿"), "add", "primary", "Ctrl+N")
        self.files_button = Button(look, self.tr("登记文件…"), "document")
        self.files_button.set_tip(self.tr("读入 Word 或文本稿件，也可直接拖到窗口"))
        self.sheets_button = Button(look, self.tr("导入…"), "import")
        self.sheets_button.set_tip(self.tr("读入各单位的登记表，也可直接拖到窗口"))
        self.export_button = Button(look, self.tr("导出"), "export")
        self.export_button.set_tip(self.tr("把这份登记导出为表格"))
        self.span = Segments(look, self.tr("月份"))
        self.filter = FilterField(look, self.tr("筛选：标题、单位、作者、编号或拼音首字母"))
        self.segments = Segments(look, self.tr("筛选"))
        columns = register_columns(unit, lambda: self.month is not None, lambda: self._form_required)
        self.model = PagedTableModel(columns, lambda row: row.number, lambda row: row.gone)
        self._drafts = FoundDrafts(self._register, frame.tasks, self.model, self._query, self)
        self.view = ListView(look, self.model, "register", frame.settings, several=True)
        self.view.setAccessibleName(self.tr("稿件"))

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_wanted)
        self.files_button.clicked.connect(self.files_wanted)
        self.sheets_button.clicked.connect(self.sheets_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.filter.filtered.connect(self._on_filtered)
        self.filter.left_down.connect(self._on_left_down)
        self.segments.chosen.connect(self._on_selection_changed)
        self.span.chosen.connect(self._on_selection_changed)
        self._counting.answered.connect(self._on_segments_counted)
        self._drafts.counted.connect(self._tell_shown)
        self._telling.timeout.connect(self._on_screen)
        self.view.empty.acted.connect(self._on_empty_acted)
        self.view.rows_picked.connect(self._on_picked)
        self.view.delete_hit.connect(self._on_delete_hit)
        self.view.menu_wanted.connect(self._on_menu_wanted)

    def _arrange(self) -> None:
        for button in (self.new_button, self.files_button, self.sheets_button, self.export_button):
            self.band.addWidget(button)
        self.band.addStretch()
        self.band.addWidget(self.span)
        row, line = padded(across=True)
        line.setContentsMargins(8, 6, 8, 6)
        line.addWidget(self.filter, 1)
        line.addWidget(self.segments)
        self.filter.setMinimumWidth(120)
        self.body.addWidget(row)
        self.body.addWidget(self.view, 1)

    # --- what is made when it is wanted

    @property
    def strip(self) -> "ProgressStrip":
        """How far slow work is, over the rows; from the first such work on."""
        if self._made_strip is None:
            from jinshi_desk.ui.widgets.progress_strip import ProgressStrip

            self._made_strip = ProgressStrip(self._look)
            self.body.insertWidget(self.body.indexOf(self.view), self._made_strip)
            QWidget.setTabOrder(self.segments, self._made_strip.cancel_button)
        return self._made_strip

    @property
    def picked(self) -> "PickedBar":
        """What can be done to several drafts, in the foot; from the first time several are selected."""
        if self._made_picked is None:
            from jinshi_desk.ui.register.picked import PickedBar

            self._made_picked = PickedBar(self._look)
            self._made_picked.step_wanted.connect(lambda then: self.step_wanted.emit(self.numbers, then))
            self._made_picked.forms_wanted.connect(lambda on: self.forms_wanted.emit(self.numbers, on))
            self.foot.addWidget(self._made_picked, 1)
            chain = [self.view, *self._made_picked.findChildren(Button)]
            for before, after in pairwise(chain):
                QWidget.setTabOrder(before, after)  # late comers would be the last in the window
        return self._made_picked

    # --- what is shown

    @property
    def month(self) -> Month | None:
        """The month shown, None for all."""
        return None if self.span.current == _ALL else self._month

    @property
    def numbers(self) -> list[str]:
        """The numbers of the selected drafts."""
        return [row.number for row in self.view.selected_rows()]

    @property
    def counts(self) -> dict[Segment, int]:
        """How many drafts each segment has."""
        return self._counts

    def show_month(self, month: Month) -> None:
        """Show another month from its top, or the same one as it is now, in place."""
        anew = month != self._month or not self.segments.current
        if anew:
            self._counts = {}
            self._drafts.forget_lines()
        self._month = month
        self._form_required = self._register.form_required()
        name = self.tr("{}月").format(month.month)
        self.span.show_segments([filters.Segment(_MONTH, name), filters.Segment(_ALL, self.tr("全部月份"))])
        self._show_segments()
        self._count()
        if anew:
            self._show()
        else:
            self._set_empty_words()
            self._drafts.reload()
            self._tell_shown()

    @property
    def narrowed_to(self) -> frozenset[str] | None:
        """The numbers in the list while it is filtered; None while it is whole."""
        query = self._query()
        if not query.words and query.segment is Segment.ALL:
            return None
        rows = self._register.page(query, 0, self._register.count(query))
        return frozenset(row.number for row in rows)

    def leave(self) -> None:
        """Have no current draft."""
        self.view.clearSelection()
        self.view.setCurrentIndex(QModelIndex())

    def choose(self, segment: Segment) -> None:
        """Show one of the ready-made filters, with nothing typed."""
        self.filter.clear()
        self.segments.choose(segment.value)

    def go_to(self, number: str) -> bool:
        """Make a draft current, widening what is shown until it is in the list."""
        if self.view.go_to(number):
            return True
        self.filter.clear()
        for span in (self.span.current, _ALL):
            self.span.choose(span)
            for segment in (Segment.ALL, Segment.GONE):
                self.segments.choose(segment.value)
                if self.view.go_to(number):
                    return True
        return False

    def _count(self) -> None:
        self._counting.ask(partial(self._register.segments, self.month))

    @Slot(object)
    def _on_segments_counted(self, counts: dict[Segment, int]) -> None:
        self._counts = counts
        self._show_segments()
        self._tell_shown()

    def _show_segments(self) -> None:
        words = {
            Segment.ALL: self.tr("全部"),
            Segment.RECEIVED: self.tr("收稿"),
            Segment.RETURNED: self.tr("退回"),
            Segment.FORM_MISSING: self.tr("缺审批表"),
            Segment.ADOPTED: self.tr("已采用"),
            Segment.UNVERIFIED: self.tr("待核实"),
            Segment.PICKED: self.tr("好稿"),
            Segment.GONE: self.tr("已作废"),
        }
        if self._counts or not self.segments.current:
            self.segments.show_segments(
                [filters.Segment(key.value, word, self._counts.get(key)) for key, word in words.items()]
            )

    def _query(self, sort: Sort | None = None) -> RegisterQuery:
        return RegisterQuery(
            month=self.month,
            words=self._words,
            segment=Segment(self.segments.current or Segment.ALL),
            sort=SortKey(sort.key) if sort else SortKey.NUMBER,
            descending=sort.descending if sort else True,
        )

    def _show(self) -> None:
        self._set_empty_words()
        self._drafts.show()
        self._tell_shown()

    @Slot()
    def _tell_shown(self) -> None:
        self._telling.start()

    @Slot()
    def _on_screen(self) -> None:
        if self.model.is_counted and self._counts:
            self.shown.emit()

    def _set_empty_words(self) -> None:
        if self._words or self.segments.current not in ("", Segment.ALL.value):
            sentence = (
                self.tr("没有符合“{}”的稿件。").format(self._words)
                if self._words
                else self.tr("这一类没有稿件。")
            )
            self.view.empty.set_words(sentence, self.tr("清除筛选"))
        else:
            span = self.tr("{}月").format(self._month.month) if self.month else self.tr("台账里")
            sentence = self.tr("{}还没有来稿。").format(span)
            self.view.empty.set_words(sentence, self.tr("登记新稿"), self.tr("或把文件拖到这里"))

    def _show_foot(self, *, shown: bool) -> None:
        if not shown and self._made_picked is None:
            return
        frame = self.picked.parentWidget()
        if frame is not None and frame.isHidden() == shown:
            frame.setVisible(shown)

    @Slot(str)
    def _on_filtered(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self._show()

    @Slot()
    def _on_selection_changed(self) -> None:
        self._drafts.forget_lines()
        self._count()
        self._show()

    @Slot()
    def _on_left_down(self) -> None:
        self.view.setFocus()
        self.view.go_first()

    @Slot()
    def _on_empty_acted(self) -> None:
        if self._words or self.segments.current != Segment.ALL.value:
            self.choose(Segment.ALL)
        else:
            self.new_wanted.emit()

    @Slot(int)
    def _on_picked(self, count: int) -> None:
        if count > 1:
            rows = self.view.selected_rows() if count <= MOST_AT_ONCE else []
            self.picked.show_rows(count, rows)
        self._show_foot(shown=count > 1)
        self._tell_shown()

    def _picked_rows(self) -> list[RegisterRow]:
        """Return the selected rows, none where there are more than one act may take."""
        return self.view.selected_rows() if chosen_count(self.view) <= MOST_AT_ONCE else []

    @Slot()
    def _on_delete_hit(self) -> None:
        rows = self._picked_rows()
        if rows and all(may_become(row.status, Status.VOID) for row in rows):
            self.step_wanted.emit(self.numbers, Status.VOID)

    def row_menu(self) -> "RowMenu":
        """Return the menu for the selected drafts."""
        from jinshi_desk.ui.register.row_menu import RowMenu

        menu = RowMenu(self._picked_rows(), self)
        menu.approval_wanted.connect(self.approval_wanted)
        menu.pick_wanted.connect(self.pick_wanted)
        menu.open_wanted.connect(lambda: self.view.row_opened.emit(self.view.current_row))
        menu.copy_wanted.connect(self.view.copy)
        menu.explain_wanted.connect(lambda: self.explain_wanted.emit(self.numbers[0]))
        menu.step_wanted.connect(lambda then: self.step_wanted.emit(self.numbers, then))
        menu.forms_wanted.connect(lambda on_file: self.forms_wanted.emit(self.numbers, on_file))
        return menu

    @Slot(QPoint)
    def _on_menu_wanted(self, at: QPoint) -> None:
        self.row_menu().popup(at)
