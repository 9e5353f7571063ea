"""催报记录: who was reminded when, how and by whom, and what came in after it; of a month or of a unit."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.units import Unit
from jinshi_desk.services.reminders import Answer, ReminderDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.wording import CHANNEL, STAGE

_SIZE = 860, 520


class SentListDialog(QDialog):
    """A line for each unit that was reminded; Delete strikes out the whole reminder, with a reason."""

    def __init__(
        self,
        frame: Frame,
        desk: ReminderDesk,
        month: Month,
        unit: Unit | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._month, self._unit = frame, desk, month, unit
        self._names = desk.unit_names()
        self._answers: Sequence[Answer] = ()
        look = frame.look
        self.setWindowTitle(self.tr("催报记录"))
        self.of = Segments(look, self.tr("哪些记录"))
        self._model = PagedTableModel(
            self._columns(), key=lambda row: f"{row.reminder.id} {row.reminded.unit}"
        )
        self.list = ListView(look, self._model, "reminders", frame.settings)
        self.list.setAccessibleName(self.tr("催报记录"))
        self.void_button = Button(look, self.tr("作废…"), icon="void", kind="danger")
        self.void_button.set_tip("", "Delete")
        self.close_button = Button(look, self.tr("关闭"))
        self.close_button.set_tip("", "Esc")
        self.of.chosen.connect(self._show)
        self.list.delete_hit.connect(self._on_void_wanted)
        self.list.row_entered.connect(self._on_row_entered)
        self.void_button.clicked.connect(self._on_void_wanted)
        self.close_button.clicked.connect(self.reject)
        self._arrange()
        segments = [Segment("month", self.tr("{}月").format(month.month))]
        self.of.show_segments([*segments, Segment("unit", unit.name)] if unit else segments)
        self.of.choose("month")
        self._model.show_rows(self._fetch, lambda: len(self._answers))
        self._show()
        self.list.setFocus()

    def _columns(self) -> tuple[Column[Answer], ...]:
        return (
            Column("month", self.tr("月份"), lambda row: row.reminder.month.label, width=92, sortable=False),
            Column("sent_on", self.tr("催报日期"), self._day, width=88, sortable=False),
            Column("stage", self.tr("阶段"), lambda row: STAGE[row.reminder.stage], width=56, sortable=False),
            Column(
                "unit",
                self.tr("单位"),
                lambda row: self._names[row.reminded.unit],
                elastic=True,
                sortable=False,
            ),
            Column(
                "owed",
                self.tr("当时"),
                lambda row: self.tr("差{}条").format(row.reminded.missing),
                width=62,
                sortable=False,
            ),
            Column(
                "came",
                self.tr("催后来稿"),
                lambda row: self.tr("{}条").format(row.came),
                width=72,
                align="right",
                sortable=False,
            ),
            Column(
                "channel",
                self.tr("方式"),
                lambda row: CHANNEL[row.reminder.channel],
                width=64,
                sortable=False,
            ),
            Column("sent_by", self.tr("经办人"), lambda row: row.reminder.sent_by, width=80, sortable=False),
            Column(
                "remark",
                self.tr("备注"),
                lambda row: row.reminder.remark,
                width=110,
                tone="text2",
                sortable=False,
                folds_below=900,
            ),
        )

    def _day(self, row: Answer) -> str:
        return self.tr("{}月{}日").format(row.reminder.sent_on.month, row.reminder.sent_on.day)

    def _arrange(self) -> None:
        look = self._frame.look
        panel = Panel(look)
        panel.band.addWidget(self.of)
        panel.band.addStretch()
        panel.body.addWidget(self.list, 1)
        panel.foot.addWidget(self.void_button)
        panel.foot.addStretch()
        panel.foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(panel)
        fit(self, look, _SIZE)

    @Slot()
    def _show(self) -> None:
        if self.of.current == "unit" and self._unit is not None:
            self._answers = self._desk.history(self._unit.id)
            self.list.empty.set_words(self.tr("{}没有催过。").format(self._unit.name))
        else:
            self._answers = self._desk.answered(self._month)
            self.list.empty.set_words(self.tr("{}月还没有催报记录。").format(self._month.month))
        self._model.reload()
        self.list.go_first()
        self._on_row_entered(self.list.current_row)

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[Answer]:
        return self._answers[offset : offset + limit]

    @Slot(object)
    def _on_row_entered(self, row: Answer | None) -> None:
        self.void_button.setEnabled(row is not None)

    @Slot()
    def _on_void_wanted(self) -> None:
        row: Answer | None = self.list.current_row
        if row is None:
            return
        sent = row.reminder
        what = self.tr("{}{}（{} 家）").format(self._day(row), STAGE[sent.stage], len(sent.reminded))
        reason = self._frame.dialogs.ask_reason(
            self.tr("作废{}的催报记录").format(what),
            self.tr("整次记录都作废，可撤销。"),
            verb=self.tr("作废"),
        )
        if reason is not None:
            self._desk.void(sent.id, reason)
            self._show()
            words = self.tr("已作废{}的催报记录").format(what)
            self._frame.notices.tell_act(words, lambda: self._desk.stand(sent.id))
