"""The tab 任务进度: the board, and beside it who owes or what is behind a cell."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.reminders import Stage
from jinshi_desk.domain.units import Exemption
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.lists import Scope
from jinshi_desk.services.points import PointsDesk
from jinshi_desk.services.quota import BoardRow, QuotaDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.quota.board import BoardPanel
from jinshi_desk.ui.quota.cell_detail import CellPanel, CellView
from jinshi_desk.ui.quota.exempt_form import ExemptPanel
from jinshi_desk.ui.quota.owing import MonthView, OwingPanel
from jinshi_desk.ui.quota.reminding import ReminderDesks, Reminding
from jinshi_desk.ui.quota.year import BoardYear, has_quota, opens_of, owes
from jinshi_desk.ui.widgets.live_page import LivePage
from jinshi_desk.ui.widgets.panel import Split, beside

_SIDE, _MOST_SIDE = 400, 0.3  # a unit, its correspondent, the telephone and what it owes, side by side


class QuotaTab(LivePage):
    """Shows the year of the worked month, and what the month still wants."""

    SHOWS: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.DRAFTS,
            Topic.ADOPTIONS,
            Topic.POINTS,
            Topic.UNITS,
            Topic.PEOPLE,
            Topic.EXEMPTIONS,
            Topic.REMINDERS,
            Topic.RULES,
            Topic.MONTHS,
            Topic.SETTINGS,
        }
    )
    draft_opened = Signal(str)  # its number
    explain_wanted = Signal(object)  # Opens: the figure of a cell
    roster_wanted = Signal()
    trends_wanted = Signal()
    rules_wanted = Signal()
    unit_sheet_wanted = Signal(str, object)  # the unit's id, the Month

    def __init__(
        self,
        frame: Frame,
        quota: QuotaDesk,
        points: PointsDesk,
        reminders: ReminderDesks,
        exporting: ExportDesk,
        today: Callable[[], date],
    ) -> None:
        super().__init__(frame.news, frame.month, frame.notices)
        self._frame = frame
        self._quota = quota
        self._points = points
        self._reminders = reminders.reminders
        self._exporting = exporting
        self._today = today
        self._year = BoardYear(0)
        self._left_out: set[str] = set()
        self._shown: Month | None = None
        self.board = BoardPanel(frame.look)
        self.owing = OwingPanel(frame.look, self.board.words, frame.settings)
        self.cell = CellPanel(frame.look, self.board.words, frame.settings)
        self.form = ExemptPanel(frame.look)
        self.side = QStackedWidget()
        for panel in (self.owing, self.cell, self.form):
            self.side.addWidget(panel)
        Reminding(frame, reminders, self.owing, today, self)  # its parent keeps it
        self._connect()
        split = Split(self.board, self.side)
        split.remember(frame.settings, "quota", partial(beside, frame.look, side=_SIDE, most=_MOST_SIDE))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _connect(self) -> None:
        grid = self.board.grid
        grid.cell_entered.connect(self._on_cell_entered)
        grid.cell_opened.connect(self._on_cell_opened)
        grid.unit_ticked.connect(self._on_unit_ticked)
        self.board.picked_anew.connect(self._on_picked_anew)
        self.board.roster_wanted.connect(self.roster_wanted)
        self.board.trends_wanted.connect(self.trends_wanted)
        self.board.rules_wanted.connect(self.rules_wanted)
        self.board.export_wanted.connect(self._on_export_wanted)
        self.owing.unit_entered.connect(self._on_unit_entered)
        self.owing.unit_opened.connect(self._on_unit_opened)
        self.owing.unit_ticked.connect(self._on_unit_ticked)
        self.owing.exempt_wanted.connect(self._on_exempt_wanted)
        self.cell.draft_opened.connect(self.draft_opened)
        self.cell.explain_wanted.connect(self.explain_wanted)
        self.cell.left.connect(self._on_side_left)
        self.cell.exempt_wanted.connect(self._on_exempt_wanted)
        self.cell.sheet_wanted.connect(self.unit_sheet_wanted)
        self.form.submitted.connect(self._on_exemptions_submitted)
        self.form.left.connect(self._on_form_left)
        self.side.currentChanged.connect(self._tell_keys)

    def first_focus(self) -> QWidget:
        return self.board.grid

    # --- showing

    def reload(self) -> None:
        """Show the year of the worked month anew, and whatever is beside it."""
        month = self.month
        if month != self._shown:
            self._left_out.clear()
            self._shown = month
        exemptions = {(each.unit, each.month): each for each in self._quota.exemptions(month.year)}
        self._year = BoardYear(month.year, self._quota.board(month.year), exemptions)
        self.board.show_board(self._year, self._quota.spellings(), month)
        view = self._month_view()
        self.owing.show_month(view, self._left_out)
        self._show_ticks(view)
        self._tell(view)
        self._show_exempt_act()
        if self.side.currentWidget() is self.cell:
            self._show_cell()

    def _month_view(self) -> MonthView:
        month = self.month
        standings = self._year.standings(month)
        return MonthView(
            month,
            standings,
            self._today(),
            self._quota.close_day(month),
            self._reminders.stage(month),
            self._reminders.wordings(),
            self._quota.contacts(self._today()),
            self._reminders.answers(month),
            self._quota.is_closed(month),
        )

    def _show_ticks(self, view: MonthView) -> None:
        self.board.grid.set_ticked([row.unit.id for row in view.owing if row.unit.id not in self._left_out])

    def _tell(self, view: MonthView) -> None:
        done = view.completion
        owing = len(view.owing)
        if not view.standings:
            self.tell_counts(self.tr("{}没有登记").format(view.month.label))
        else:
            self.tell_counts(
                self.tr("应报送 {} 家 · 免考核 {} 家 · 完成 {} 家 · 欠报 {} 家").format(
                    done.due, done.exempt, done.completed, owing
                )
            )
        self._tell_keys()

    @Slot()
    def _tell_keys(self) -> None:
        if self.side.currentWidget() is self.owing:
            self.tell_keys(self.tr("方向键移动　Enter 看明细　F2 数字来源　空格 勾选催报　Ctrl+E 免考核"))
        elif self.side.currentWidget() is self.cell:
            self.tell_keys(self.tr("Enter 打开稿件　F2 这分怎么来的　Ctrl+E 免考核　Esc 回到欠报"))
        else:
            self.tell_keys(self.tr("Enter 下一项　Ctrl+S 设为免考核　Esc 不设了"))

    def _selected(self) -> tuple[BoardRow, Month] | None:
        """Return the unit and month the ring is on."""
        key, column = self.board.grid.current_cell()
        row = self._year.row(key)
        on_month = row is not None and 1 <= column <= len(row.cells)
        return (row, Month(self._year.year, column)) if row is not None and on_month else None

    def _show_exempt_act(self) -> None:
        where, why_not, exempt = "", self.tr("先在表里选一个单位的月份"), False
        if (selected := self._selected()) is not None:
            row, month = selected
            where, why_not = self.tr("{} {}月").format(row.unit.name, month.month), ""
            exempt = self._year.exemption(row.unit.id, month) is not None
            if not exempt and not has_quota(row):
                why_not = self.tr("{}没有月度任务，不用免").format(row.unit.name)
            if self._quota.is_closed(month):
                why_not = error_sentence(MonthClosed(month.label))
        for button in (self.owing.exempt_button, self.cell.exempt_button):
            button.show_act(where, exempt=exempt, why_not=why_not)

    def _show_cell(self) -> None:
        if (selected := self._selected()) is None:
            return
        row, month = selected
        unit, standing = row.unit, row.cells[month.month - 1]
        exemption = self._year.exemption(unit.id, month)
        explanation = self._points.explain_unit(unit, month) if standing is not None else None
        drafts = self._quota.drafts(unit.id, month)
        names = {row.unit.id: row.unit.name for row in self._year.rows}
        self.cell.show_cell(CellView(unit, month, standing, exemption, drafts, explanation, names))

    def show_owing(self, stage: Stage | None = None) -> None:
        """Show who owes in the worked month, ready to be walked through; in the words of ``stage``."""
        if stage is not None:
            self.owing.choose_stage(stage)
        self.side.setCurrentWidget(self.owing)
        self.owing.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.owing.list.go_first()

    # --- moving about

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self.side.currentWidget() is not self.form:
            self._explain()
        elif event.key() != Qt.Key.Key_Escape or self.side.currentWidget() is self.owing:
            super().keyPressEvent(event)
        elif self.side.currentWidget() is self.form:
            self._on_form_left()
        else:
            self._on_side_left()

    @Slot(str, int)
    def _on_cell_entered(self, _key: str, _column: int) -> None:
        self._show_exempt_act()
        if words := self.board.grid.words():  # what its colour and figure mean
            self.tell_counts(words)
        if self.side.currentWidget() is self.cell:
            self._show_cell()

    @Slot()
    def _on_picked_anew(self) -> None:
        if not self.board.grid.words():  # the ring is on nothing that is still shown
            self._tell(self._month_view())

    @Slot(str, int)
    def _on_cell_opened(self, _key: str, _column: int) -> None:
        if self._selected() is not None:
            self._open_cell()
        else:
            self._explain()

    def _explain(self) -> None:
        """Have the figure under the ring explained, or the points of the unit's month that is beside it."""
        unit, column = self.board.grid.current_cell()
        opens = opens_of(self._year, unit, column)
        if self.side.currentWidget() is self.cell and not self.board.grid.hasFocus():
            opens = self.cell.points
        if opens is not None:
            self.explain_wanted.emit(opens)

    def _open_cell(self) -> None:
        self._show_cell()
        self.side.setCurrentWidget(self.cell)
        self.cell.drafts.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_unit_entered(self, unit: str) -> None:
        self.board.go_to(unit, self.month)

    @Slot(str)
    def _on_unit_opened(self, unit: str) -> None:
        self.board.go_to(unit, self.month)
        self._open_cell()

    @Slot()
    def _on_side_left(self) -> None:
        self.side.setCurrentWidget(self.owing)
        self.board.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_form_left(self) -> None:
        if self.form.is_dirty and not self._frame.dialogs.confirm(
            self.tr("免考核还没有设，不设了？"), self.tr("填好的原因和批准人不会留下。"), self.tr("不设了")
        ):
            return
        self._on_side_left()

    @Slot(str)
    def _on_unit_ticked(self, unit: str) -> None:
        view = self._month_view()
        standing = next((each for each in view.standings if each.unit.id == unit), None)
        if owes(standing):
            self._left_out ^= {unit}
            self.owing.show_ticks(self._left_out)
        else:
            words = self.tr("{}{}月不欠报，不用催").format(self._year.name(unit), self.month.month)
            self.notices.tell_act(words)
        self._show_ticks(view)

    # --- acts

    @Slot()
    def _on_exempt_wanted(self) -> None:
        if (selected := self._selected()) is None:
            return
        row, month = selected
        unit = row.unit
        exemption = self._year.exemption(unit.id, month)
        if exemption is None:
            self.side.setCurrentWidget(self.form)
            self.form.ask_for(unit, month)
            return
        self._quota.end_exemption(unit.id, month)
        words = self.tr("已取消免考核：{}{}月").format(unit.name, month.month)
        self.notices.tell_act(words, partial(self._quota.exempt, exemption))

    @Slot(list)
    def _on_exemptions_submitted(self, exemptions: Sequence[Exemption]) -> None:
        before = [self._year.exemption(each.unit, each.month) for each in exemptions]
        for each in exemptions:
            self._quota.exempt(each)
        first, last = exemptions[0], exemptions[-1]
        months = f"{first.month.month}" if first is last else f"{first.month.month}—{last.month.month}"
        words = self.tr("已设免考核：{}{}月").format(self._year.name(first.unit), months)
        self.notices.tell_act(words, partial(self._take_back, exemptions, before))
        self._on_side_left()

    def _take_back(self, exemptions: Sequence[Exemption], before: Sequence[Exemption | None]) -> None:
        for exemption, old in zip(exemptions, before, strict=True):
            if old is None:
                self._quota.end_exemption(exemption.unit, exemption.month)
            else:
                self._quota.exempt(old)

    @Slot()
    def _on_export_wanted(self) -> None:
        year = self.month.year
        name = self.tr("市委组织部研究室-任务进度-{}年-{:%Y%m%d}.xlsx").format(year, self._today())
        path = self._frame.dialogs.save_file(self.tr("导出任务进度"), name, [self.tr("表格 (*.xlsx)")])
        if path is None:
            return
        scope = Scope(month=self.month)
        task = self._frame.tasks.start(
            lambda progress: self._exporting.export("board", scope, path, progress)
        )
        self.notices.tell_busy(self.tr("正在导出"))
        task.finished.connect(partial(self.notices.tell_busy, ""))
        task.succeeded.connect(
            lambda units: self.notices.tell_act(self.tr("已导出 {} 家到 {}").format(units, path.name))
        )
