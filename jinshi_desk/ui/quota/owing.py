"""Beside the board: how far the month is, who still owes, and the text for the chat group."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.domain.figures import Completion
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Standing, State
from jinshi_desk.domain.reminder_wordings import Wordings
from jinshi_desk.domain.reminders import Stage, reminder
from jinshi_desk.domain.units import Unit
from jinshi_desk.services.contacts import Contacts
from jinshi_desk.services.reminders import Answer
from jinshi_desk.ui.quota.cells import CHIP, BoardCells
from jinshi_desk.ui.quota.exempt_form import ExemptButton
from jinshi_desk.ui.quota.year import owes
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.chat_text import ChatText
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.labels import label, rule
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel, padded
from jinshi_desk.wording import CHANNEL, STAGE

_LOW = 400  # below this height the panel does without the bar


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month of the board. ``close_day`` is the last day on which 补报 is taken, ``stage`` today's."""

    month: Month
    standings: Sequence[Standing]
    today: date
    close_day: date
    stage: Stage
    wordings: Wordings
    contacts: Mapping[str, Contacts] = field(default_factory=dict)
    """Whom to ask for, by unit."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """The last reminder of each unit, and what came since."""
    closed: bool = False

    @property
    def completion(self) -> Completion:
        return Completion(
            sum(row.due for row in self.standings),
            sum(row.exempt for row in self.standings),
            sum(row.completed for row in self.standings),
        )

    @property
    def owing(self) -> list[Standing]:
        """Who owes, 零报送 first, then who owes most."""
        return sorted(filter(owes, self.standings), key=_urgency)


def _urgency(standing: Standing) -> tuple[bool, int]:
    return standing.state is not State.ZERO_REPORT, -standing.missing


class OwingPanel(Panel):
    """The month's units that owe; those ticked are named in the text."""

    unit_entered = Signal(str)
    unit_opened = Signal(str)
    unit_ticked = Signal(str)
    exempt_wanted = Signal()
    copied = Signal()
    sheet_wanted = Signal()
    record_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, look: Look, words: BoardCells, settings: Any, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._words = words
        self._view: MonthView | None = None
        self._owing: list[Standing] = []
        self._left_out: Collection[str] = ()
        self._month: Month | None = None
        self.exempt_button = ExemptButton(look)
        self.done = label("")
        self.rate = label("", "h2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("完成率"))
        self._model = PagedTableModel(self._columns(), key=lambda standing: standing.unit.id)
        self.list = ListView(look, self._model, "owing", settings)
        self.list.setAccessibleName(self.tr("欠报单位"))
        self.stages = Segments(look, self.tr("催报口气"))
        self.text = ChatText(look, self.tr("催报文字"), self.tr("没有要催的单位"))
        self.sheet_button = Button(look, self.tr("催报单…"), icon="print", key="Ctrl+P")
        self.record_button = Button(look, self.tr("记为已催"), icon="check", key="Ctrl+M")
        self.history_button = Button(
            look, icon="history", kind="quiet", key="Ctrl+H", name=self.tr("催报记录")
        )
        self._connect()
        self._arrange()

    @property
    def stage(self) -> Stage:
        """How pressing the text is."""
        return Stage(self.stages.current)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The units that are named in the text, in its order."""
        return tuple(row.unit.id for row in self._named())

    @property
    def current_unit(self) -> Unit | None:
        """The unit the list stands on."""
        row: Standing | None = self.list.current_row
        return row.unit if row is not None else None

    @property
    def can_record(self) -> bool:
        """Whether a reminder of the ticked units can be recorded."""
        return bool(self.ticked) and self._view is not None and not self._view.closed

    def _columns(self) -> tuple[Column[Standing], ...]:
        return (
            Column(
                "ticked",
                "",
                lambda row: "" if row.unit.id in self._left_out else self.tr("已勾选"),
                width=36,
                sortable=False,
                check=lambda row: row.unit.id not in self._left_out,
            ),
            Column(
                "unit",
                self.tr("单位"),
                lambda row: row.unit.name,
                elastic=True,
                sortable=False,
                tip=lambda row: row.unit.name,
            ),
            Column(
                "correspondent",
                self.tr("信息员"),
                self._correspondent,
                width=62,
                tone="text2",
                sortable=False,
                tip=self._reached_at,
            ),
            Column(
                "phone",
                self.tr("办公电话"),
                self._phone,
                width=100,
                tone="text2",
                sortable=False,
                tip=self._reached_at,
                folds_below=1200,
            ),
            Column(
                "state",
                self.tr("欠"),
                self._words.state_words,
                width=70,
                sortable=False,
                chip=lambda row: CHIP[row.state],
                tip=lambda row: self.tr("报送{}篇，有效{}条").format(row.count.received, row.count.valid),
            ),
            Column(
                "came",
                self.tr("催后"),
                self._came,
                width=46,
                align="right",
                tone="text2",
                sortable=False,
                tip=self._reminded,
            ),
        )

    def _came(self, row: Standing) -> str:
        answer = self._view.answers.get(row.unit.id) if self._view else None
        return self.tr("{}条").format(answer.came) if answer else ""

    def _reminded(self, row: Standing) -> str:
        answer = self._view.answers.get(row.unit.id) if self._view else None
        if answer is None:
            return self.tr("还没有催过")
        sent = answer.reminder
        return self.tr("{}月{}日{}（{}，{}），催后来稿 {} 条").format(
            sent.sent_on.month,
            sent.sent_on.day,
            STAGE[sent.stage],
            CHANNEL[sent.channel],
            sent.sent_by,
            answer.came,
        )

    def _contacts(self, row: Standing) -> Contacts | None:
        return self._view.contacts.get(row.unit.id) if self._view else None

    def _correspondent(self, row: Standing) -> str:
        known = self._contacts(row)
        return (known.correspondent or self.tr("空缺")) if known else ""

    def _phone(self, row: Standing) -> str:
        known = self._contacts(row)
        return known.office_phone if known else ""

    def _reached_at(self, row: Standing) -> str:
        known = self._contacts(row)
        if known is None:
            return ""
        if not known.correspondent:
            return self.tr("{}的信息员空缺，在名册里指定").format(row.unit.name)
        return self.tr("{}　{}　{}").format(row.unit.name, known.correspondent, known.office_phone).strip()

    def _connect(self) -> None:
        self.exempt_button.clicked.connect(self.exempt_wanted)
        self.list.row_entered.connect(self._on_row_entered)
        self.list.row_opened.connect(self._on_row_opened)
        self.list.space_hit.connect(self._on_space_hit)
        self.list.clicked.connect(self._on_clicked)
        self.stages.chosen.connect(self._on_stage_chosen)
        self.text.copied.connect(self.copied)
        self.sheet_button.clicked.connect(self.sheet_wanted)
        self.record_button.clicked.connect(self.record_wanted)
        self.history_button.clicked.connect(self.history_wanted)

    def _arrange(self) -> None:
        self.band.addWidget(self.title)
        self.band.addWidget(self.chip)
        self.band.addStretch()
        self.band.addWidget(self.exempt_button)
        self._progress, column = padded(spacing=6)
        row = QHBoxLayout()
        row.addWidget(self.done, 1)
        row.addWidget(self.rate)
        column.addLayout(row)
        column.addWidget(self._bar)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("催报文字"), "h2"))
        head.addStretch()
        head.addWidget(self.stages)
        below, words = padded(spacing=6)
        words.addLayout(head)
        words.addWidget(self.text, 1)
        self.body.addWidget(self._progress)
        self.body.addWidget(rule())
        self.body.addWidget(self.list, 3)
        self.body.addWidget(rule())
        self.body.addWidget(below, 2)
        self.foot.addWidget(self.text.copy_button)
        self.foot.addWidget(self.sheet_button)
        self.foot.addWidget(self.record_button)
        self.foot.addStretch()
        self.foot.addWidget(self.history_button)
        self.stages.show_segments([Segment(each, word) for each, word in STAGE.items()])
        self._model.show_rows(self._fetch, lambda: len(self._owing))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Leave the room of the bar to the rows in a low window, which tells the figures in its last line."""
        due = self._view.completion.due if self._view is not None else 0
        self._progress.setVisible(due > 0 and self.height() >= self._look.theme.scaled(_LOW))

    def show_month(self, view: MonthView, left_out: Collection[str]) -> None:
        """Show how the month stands; units of ``left_out`` are not named in the text."""
        turned = view.month != self._month
        self._view, self._month, self._left_out = view, view.month, left_out
        self._owing = view.owing
        self._show_head(view)
        if turned:
            self.stages.choose(view.stage)
        self._model.reload()
        self._write(anew=turned)

    def show_ticks(self, left_out: Collection[str]) -> None:
        """Show which units are named in the text, and name them."""
        self._left_out = left_out
        self.list.viewport().update()
        self._write(anew=True)

    def choose_stage(self, stage: Stage) -> None:
        """Have the text written in the words of ``stage``."""
        self.stages.choose(stage)
        self._write(anew=True)

    def _show_head(self, view: MonthView) -> None:
        done, owing = view.completion, len(self._owing)
        name = self.tr("{}月").format(view.month.month)
        self.title.setText(self.tr("{}欠报").format(name))
        self.setAccessibleName(self.title.text())
        if done.due:
            all_done = self.tr("已报齐")
            self.chip.show_chip(
                self.tr("{} 家").format(owing) if owing else all_done, "warn" if owing else "ok"
            )
        else:
            self.chip.show_chip("", "neutral")
        self.done.setText(self.tr("完成 {} / {} 家").format(done.completed, done.due) if done.due else "")
        self.rate.setText(f"{done.rate / 10:.1f}%" if done.rate is not None else "")
        self._bar.setRange(0, max(1, done.due))
        self._bar.setValue(done.completed)
        self._fold()
        if done.due:
            self.list.empty.set_words(self.tr("{}应报单位都已报齐。").format(name))
        elif view.month > Month.of(view.today):
            self.list.empty.set_words(self.tr("{}还没到。").format(name))
        else:
            self.list.empty.set_words(self.tr("{}没有登记，任务从第一篇来稿的月份算起。").format(name))

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[Standing]:
        return self._owing[offset : offset + limit]

    def _write(self, *, anew: bool) -> None:
        if self._view is None:
            return
        view, named = self._view, self._named()
        words = reminder(self.stage, view.month, named, view.today, view.close_day, view.wordings)
        (self.text.write if anew else self.text.suggest)(words)
        self.sheet_button.setEnabled(bool(named))
        self.record_button.setEnabled(self.can_record)
        closed = error_sentence(MonthClosed(view.month.label)) if view.closed else ""
        self.record_button.set_tip(closed, "" if closed else "Ctrl+M")

    def _named(self) -> list[Standing]:
        return [row for row in self._owing if row.unit.id not in self._left_out]

    @Slot(object)
    def _on_row_entered(self, row: Standing | None) -> None:
        if row is not None:
            self.unit_entered.emit(row.unit.id)

    @Slot(object)
    def _on_row_opened(self, row: Standing) -> None:
        self.unit_opened.emit(row.unit.id)

    @Slot(object)
    def _on_space_hit(self, row: Standing) -> None:
        self.unit_ticked.emit(row.unit.id)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if index.column() == 0 and row is not None:
            self.unit_ticked.emit(row.unit.id)

    @Slot()
    def _on_stage_chosen(self) -> None:
        self._write(anew=True)
