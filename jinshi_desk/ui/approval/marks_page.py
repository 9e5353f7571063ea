"""缺表: which drafts of the month have their form on file, marked by one key."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from jinshi_desk import wording
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import RegisterRow
from jinshi_desk.services.approval import ApprovalDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.ui.approval.missing import MissingPanel
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.filters import FilterField, Segment, Segments
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.live_page import LivePage
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel, Split, beside

_ALL, _MISSING, _ON_FILE = "all", "missing", "on_file"


class MarksPage(LivePage):
    """The month's drafts, and beside them the text that asks for missing forms."""

    SHOWS: ClassVar[frozenset[Topic]] = frozenset({Topic.DRAFTS, Topic.UNITS, Topic.SETTINGS})
    draft_opened = Signal(str)  # its number
    left = Signal()

    def __init__(self, frame: Frame, approval: ApprovalDesk, undo: Undo) -> None:
        super().__init__(frame.news, frame.month, frame.notices)
        self._frame = frame
        self._approval = approval
        self._undo = undo
        self._names: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._missing: frozenset[str] = frozenset()
        self._rows: list[RegisterRow] = []
        self._shown: tuple[Month, str, str] | None = None
        look = frame.look
        self.filter = FilterField(look, self.tr("筛选：标题、单位、作者或拼音首字母"))
        self.segments = Segments(look, self.tr("按审批表筛选"))
        self.back_button = Button(look, self.tr("返回"), "chevron-left", "quiet")
        self.back_button.set_tip(self.tr("返回审批表"), "Esc")
        self._model = PagedTableModel(self._columns(), key=lambda row: row.number)
        self.list = ListView(look, self._model, "approval", frame.settings, several=True)
        self.list.setAccessibleName(self.tr("本月稿件的审批表"))
        self.mark_button = Button(look, self.tr("标记已交"), icon="check", kind="primary")
        self.unmark_button = Button(look, self.tr("标记缺表"))
        self._picked = label("", "label")
        self.missing = MissingPanel(look)
        self._connect()
        self._arrange()

    def _columns(self) -> tuple[Column[RegisterRow], ...]:
        return (
            Column("number", self.tr("编号"), lambda row: row.number, tone="text2"),
            Column("received_on", self.tr("收稿"), lambda row: f"{row.received_on:%m-%d}", tone="text2"),
            Column("unit", self.tr("报送单位"), lambda row: self._names.get(row.unit, row.unit)),
            Column("title", self.tr("标题"), lambda row: row.title, elastic=True, sortable=False),
            Column(
                "category",
                self.tr("类别"),
                lambda row: wording.CATEGORY[row.category],
                tone="text2",
                folds_below=1200,
            ),
            Column(
                "authors",
                self.tr("作者"),
                lambda row: "、".join(row.authors),
                width=90,
                tone="text2",
                sortable=False,
                folds_below=1200,
            ),
            Column("status", self.tr("状态"), lambda row: wording.STATUS[row.status], tone="text2"),
            Column("form", self.tr("审批表"), self._form, width=84, chip=self._form_level),
        )

    def _form(self, row: RegisterRow) -> str:
        if row.approval_on_file:
            return self.tr("已交")
        return self.tr("缺表") if row.number in self._missing else self.tr("不需要")

    def _form_level(self, row: RegisterRow) -> str:
        if row.approval_on_file:
            return "ok"
        return "warn" if row.number in self._missing else ""

    def _connect(self) -> None:
        self.filter.filtered.connect(self._on_filtered)
        self.filter.left_down.connect(self._on_left_down)
        self.segments.chosen.connect(self._on_filtered)
        self.list.space_hit.connect(self._on_toggle_wanted)
        self.list.row_opened.connect(self._on_row_opened)
        self.list.menu_wanted.connect(self._on_menu_wanted)
        self.list.row_entered.connect(self._on_picked)
        self.list.rows_picked.connect(self._on_picked)
        self.list.empty.acted.connect(self._on_all_wanted)
        self.mark_button.clicked.connect(partial(self._mark_selected, on_file=True))
        self.unmark_button.clicked.connect(partial(self._mark_selected, on_file=False))
        self.missing.copied.connect(self._on_copied)
        self.back_button.clicked.connect(self.left)

    def _arrange(self) -> None:
        left = Panel(self._frame.look)
        left.band.addWidget(self.back_button)
        left.band.addWidget(self.filter, 1)
        left.band.addWidget(self.segments)
        left.body.addWidget(self.list)
        left.foot.addWidget(self.mark_button)
        left.foot.addWidget(self.unmark_button)
        left.foot.addWidget(self._picked)
        left.foot.addStretch()
        split = Split(left, self.missing)
        split.remember(self._frame.settings, "approval", partial(beside, self._frame.look))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        self._model.show_rows(self._fetch, lambda: len(self._rows))

    def first_focus(self) -> QWidget:
        return self.list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- showing

    def reload(self) -> None:
        """Show the month's drafts, in place where it is the same month."""
        month = self.month
        self._names = self._approval.unit_names()
        self._places = {unit: place for place, unit in enumerate(self._names)}
        everything = self._approval.month(month)
        missing = self._approval.month(month, missing_only=True)
        self._missing = frozenset(row.number for row in missing)
        on_file = sum(row.approval_on_file for row in everything)
        self.segments.show_segments(
            [
                Segment(_ALL, self.tr("全部"), len(everything)),
                Segment(_MISSING, self.tr("缺表"), len(missing)),
                Segment(_ON_FILE, self.tr("已交"), on_file),
            ]
        )
        self.missing.show_month(month, missing, self._names, required=self._approval.form_required())
        if self._why_locked():
            self.missing.show_closed()
        counts = self.tr("{}月来稿 {} 篇 · 已交 {} 篇 · 缺表 {} 篇")
        rest = len(everything) - on_file - len(missing)
        more = self.tr(" · 不需要 {} 篇").format(rest) if rest else ""
        self.tell_counts(counts.format(month.month, len(everything), on_file, len(missing)) + more)
        mark = "" if self._why_locked() else self.tr("空格 标记或取消　")
        self.tell_keys(mark + self.tr("Shift+方向键 多选　Enter 打开稿件　Esc 返回"))
        self._show_rows()

    def _show_rows(self) -> None:
        month, words, segment = self.month, self.filter.text().strip(), self.segments.current
        rows = self._approval.month(month, missing_only=segment == _MISSING, words=words)
        self._rows = [row for row in rows if row.approval_on_file] if segment == _ON_FILE else rows
        self._say_if_empty(words, segment)
        if (month, words, segment) == self._shown:
            self._model.reload()
        else:
            self._model.show_rows(self._fetch, lambda: len(self._rows))
        self._shown = (month, words, segment)
        if not words:
            self.list.go_first()
        self._on_picked()

    def _say_if_empty(self, words: str, segment: str) -> None:
        month, empty = f"{self.month.month}月", self.list.empty
        if words:
            empty.set_words(self.tr("没有符合“{}”的稿件。").format(words), self.tr("清除筛选"))
        elif segment == _MISSING:
            empty.set_words(self.tr("{}没有缺审批表的稿件。").format(month), self.tr("看全部"))
        elif segment == _ON_FILE:
            empty.set_words(self.tr("{}还没有交来的审批表。").format(month), self.tr("看全部"))
        else:
            empty.set_words(self.tr("{}还没有来稿。").format(month), hint=self.tr("稿件在“报送登记”里登记"))

    def _fetch(self, offset: int, limit: int, sort: Sort | None) -> Sequence[RegisterRow]:
        rows = self._rows
        if sort is not None:
            rows = sorted(rows, key=self._order(sort.key), reverse=sort.descending)
        return rows[offset : offset + limit]

    def _order(self, key: str) -> Callable[[RegisterRow], tuple[str | int, ...]]:
        """Return what rows are sorted by; units stand in the office's order."""
        orders: dict[str, Callable[[RegisterRow], tuple[str | int, ...]]] = {
            "number": lambda row: (row.number,),
            "received_on": lambda row: (row.received_on.toordinal(), row.id),
            "unit": lambda row: (self._places.get(row.unit, 0), row.id),
            "category": lambda row: (list(wording.CATEGORY).index(row.category), row.id),
            "status": lambda row: (list(wording.STATUS).index(row.status), row.id),
            "form": lambda row: (row.number not in self._missing, row.approval_on_file, row.id),
        }
        return orders[key]

    def show_missing(self) -> None:
        """Show the drafts without their form alone."""
        self.filter.clear()
        self.segments.choose(_MISSING)
        self._on_left_down()

    # --- acts

    @Slot()
    def _on_toggle_wanted(self) -> None:
        rows = self.list.selected_rows() or [self.list.current_row]
        self._mark(rows, on_file=not all(row.approval_on_file for row in rows))

    def _mark_selected(self, *_clicked: bool, on_file: bool) -> None:
        self._mark(self.list.selected_rows(), on_file=on_file)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, rows: Sequence[RegisterRow], *, on_file: bool) -> None:
        changed = [row for row in rows if row.approval_on_file != on_file]
        if not self._approval.mark([row.number for row in changed], on_file=on_file):
            return
        what = f"《{changed[0].title}》" if len(changed) == 1 else self.tr("{} 篇").format(len(changed))
        words = self.tr("已标记已交：{}") if on_file else self.tr("已标记缺表：{}")
        self.notices.tell_act(words.format(what), self._take_back)

    def _take_back(self) -> None:
        self._undo.last()

    @Slot()
    def _on_picked(self) -> None:
        rows = self.list.selected_rows()
        closed = self._why_locked()
        self.mark_button.setEnabled(not closed and any(not row.approval_on_file for row in rows))
        self.unmark_button.setEnabled(not closed and any(row.approval_on_file for row in rows))
        why_not = closed or (self.tr("先选稿件") if not rows else "")
        key = "" if why_not else self.tr("空格")
        self.mark_button.set_tip(why_not or self.tr("选中的审批表都交了"), key)
        self.unmark_button.set_tip(why_not or self.tr("选中的审批表其实没交"), key)
        self._picked.setText(self.tr("已选 {} 篇").format(len(rows)) if len(rows) > 1 else "")

    def _why_locked(self) -> str:
        """Say why nothing of the month can be marked; empty while it is open."""
        return error_sentence(MonthClosed(self.month.label)) if self._approval.is_closed(self.month) else ""

    def row_menu(self) -> QMenu:
        """Return what a right click on the selected drafts offers."""
        menu, rows = QMenu(self), self.list.selected_rows()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(rows) == 1:
            menu.addAction(self.tr("打开稿件\tEnter"), lambda: self._on_row_opened(rows[0]))
        menu.addAction(self.tr("复制\tCtrl+C"), self.list.copy)
        menu.addSeparator()
        for button in (self.mark_button, self.unmark_button):
            if button.isEnabled():
                menu.addAction(button.text(), button.click)
        return menu

    @Slot(QPoint)
    def _on_menu_wanted(self, at: QPoint) -> None:
        self.row_menu().popup(at)

    @Slot()
    def _on_filtered(self) -> None:
        self._show_rows()

    @Slot()
    def _on_left_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.go_first()

    @Slot()
    def _on_all_wanted(self) -> None:
        if self.filter.text():
            self.filter.clear()
        else:
            self.segments.choose(_ALL)

    @Slot(object)
    def _on_row_opened(self, row: RegisterRow) -> None:
        self.draft_opened.emit(row.number)

    @Slot()
    def _on_copied(self) -> None:
        self.notices.tell_act(self.tr("已复制催交文字，可贴到工作群"))
