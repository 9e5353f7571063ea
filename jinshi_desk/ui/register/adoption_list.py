"""采用与批示 of a draft, and what they came to."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.points import plain
from jinshi_desk.services.register import OpenDraft
from jinshi_desk.ui.register.event_rows import EventRow, make_up
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import Chip, label
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort

_MOST_ROWS = 6
_LEAN = 1120


class AdoptionList(QWidget):
    """Lists adoptions, instructions and commissions; Space verifies the selected adoptions."""

    adopt_wanted = Signal()
    instruct_wanted = Signal()
    pick_wanted = Signal()
    explain_wanted = Signal()
    verify_wanted = Signal(list)  # of ids
    void_wanted = Signal(object)  # Adoption or Instruction
    retract_wanted = Signal(object)  # Adoption

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: tuple[EventRow, ...] = ()
        self._settled = False
        self._make(look, settings)
        self._connect()
        self._arrange()
        self._fit()

    def _make(self, look: Look, settings: QSettings) -> None:
        self.count = Chip("")
        self.adopt_button = Button(look, self.tr("登记采用"), "adoption", "quiet", "Ctrl+D")
        self.instruct_button = Button(look, self.tr("登记批示"), "instruction", "quiet", "Ctrl+I")
        self.pick_button = Button(look, self.tr("好稿…"), "annual", "quiet", "F3")
        self.model = PagedTableModel(self._columns(), lambda row: row.key, lambda row: row.gone)
        self.view = ListView(look, self.model, "adoptions", settings, several=True)
        self.view.setAccessibleName(self.tr("采用与批示"))
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.points = label("", "h2")
        self.made_up = label("", "label")
        self.explain_button = Button(look, self.tr("这分怎么来的"), "explain", "quiet", "F2")
        self.verify_button = Button(look, self.tr("核实"), "check", "quiet")
        self.verify_button.set_tip(self.tr("核实所选采用，开始计分"), self.tr("空格"))
        self.retract_button = Button(look, self.tr("媒体撤稿…"), "return", "quiet")
        self.void_button = Button(look, self.tr("作废采用…"), "void", "danger")
        self.void_button.set_tip("", "Del")

    def _columns(self) -> Sequence[Column[EventRow]]:
        return (
            _column(
                "outlet", self.tr("媒体、批示"), lambda row: row.what, elastic=True, tip=lambda row: row.tip
            ),
            _column("level", self.tr("级别"), lambda row: row.level, width=56, tone="text2"),
            _column("day", self.tr("日期"), lambda row: row.day, width=88, tone="text2"),
            _column("mode", self.tr("方式"), lambda row: row.how, width=78, tone="text2", folds_below=_LEAN),
            _column("points", self.tr("得分"), lambda row: row.points, width=70, align="right"),
        )

    def _connect(self) -> None:
        self.adopt_button.clicked.connect(self.adopt_wanted)
        self.instruct_button.clicked.connect(self.instruct_wanted)
        self.pick_button.clicked.connect(self.pick_wanted)
        self.explain_button.clicked.connect(self.explain_wanted)
        self.verify_button.clicked.connect(self._on_verify)
        self.void_button.clicked.connect(self._on_void)
        self.retract_button.clicked.connect(self._on_retract)
        self.view.space_hit.connect(self._on_verify)
        self.view.delete_hit.connect(self.void_button.click)
        self.view.row_entered.connect(self._offer)
        self.view.rows_picked.connect(self._offer)
        self._look.changed.connect(self._fit)

    def _arrange(self) -> None:
        head, sum_row, acts = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (head, sum_row, acts):
            row.setContentsMargins(12, 0, 8, 0)
            row.setSpacing(8)
        head.addWidget(label(self.tr("采用与批示"), "h2"))
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.adopt_button)
        head.addWidget(self.instruct_button)
        head.addWidget(self.pick_button)
        sum_row.addWidget(self.points)
        sum_row.addWidget(self.made_up)
        sum_row.addStretch()
        sum_row.addWidget(self.explain_button)
        acts.setContentsMargins(4, 0, 8, 0)
        acts.addWidget(self.verify_button)
        acts.addWidget(self.retract_button)
        acts.addStretch()
        acts.addWidget(self.void_button)
        column = QVBoxLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view)
        column.addLayout(acts)
        column.addLayout(sum_row)

    def _keys(self) -> Sequence[tuple[Button, str, str]]:
        """Return what can be done to a valid draft: the button, its key, what it is called."""
        adopt, instruct = self.adopt_button, self.instruct_button
        return (
            (adopt, "Ctrl+D", adopt.text()),
            (instruct, "Ctrl+I", instruct.text()),
            (self.pick_button, "F3", self.tr("列为好稿")),
        )

    def show_draft(self, opened: OpenDraft, rows: Iterable[EventRow], *, may_adopt: bool) -> None:
        """Show the ``rows`` of ``opened``; ``may_adopt`` tells whether more can be registered."""
        self._lines = tuple(rows)
        standing = sum(not line.gone for line in self._lines)
        self.count.show_chip(str(standing) if standing else "", "neutral")
        self._settled = opened.draft.status in (Status.VOID, Status.WITHDRAWN)
        for button, key, act in self._keys():
            button.setHidden(self._settled)
            button.setEnabled(may_adopt)
            why = "" if may_adopt else self.tr("稿件有效后才能{}").format(act)
            button.set_tip(why, "" if why else key)
        self.model.show_rows(self._fetch, lambda: len(self._lines))
        self._fit()
        scored = bool(self._lines) or opened.cents != 0
        self.points.setText(self.tr("本稿得分 {} 分").format(plain(opened.cents)) if scored else "")
        self.made_up.setText(make_up(opened))
        for part in (self.points, self.made_up, self.explain_button):
            part.setVisible(scored)
        self._offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self._fit)  # the rows take their height from the window a moment later

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[EventRow]:
        return self._lines[offset : offset + limit]

    def _chosen(self) -> list[EventRow]:
        return [row for row in self.view.selected_rows() if isinstance(row, EventRow)]

    @Slot()
    def _offer(self) -> None:
        chosen = self._chosen()
        waiting, one = [row for row in chosen if row.waiting], len(chosen) == 1
        self.view.setVisible(bool(self._lines))
        for part in (self.verify_button, self.retract_button, self.void_button):
            part.setVisible(bool(self._lines) and not self._settled)
        self.verify_button.setEnabled(bool(waiting))
        self.retract_button.setEnabled(one and chosen[0].adoption is not None and not chosen[0].gone)
        self.void_button.setEnabled(one and chosen[0].voidable)
        given = one and chosen[0].is_instruction
        self.void_button.setText(self.tr("作废批示…") if given else self.tr("作废采用…"))
        self.void_button.setAccessibleName(self.void_button.text().rstrip("…"))

    @Slot()
    def _fit(self) -> None:
        theme = self._look.theme
        rows = min(max(1, len(self._lines)), _MOST_ROWS)
        row_height = max(theme.size("row_h"), self.view.verticalHeader().defaultSectionSize())
        self.view.setFixedHeight(theme.size("header_h") + rows * row_height + 2)

    @Slot()
    def _on_verify(self) -> None:
        waiting = [row.event.id for row in self._chosen() if row.waiting]
        if waiting:
            self.verify_wanted.emit(waiting)

    @Slot()
    def _on_void(self) -> None:
        self.void_wanted.emit(self._chosen()[0].event)

    @Slot()
    def _on_retract(self) -> None:
        self.retract_wanted.emit(self._chosen()[0].adoption)


def _column(key: str, title: str, text: Callable[[EventRow], str], **how: Any) -> Column[EventRow]:
    """Return a column of a list that keeps the order in which things happened."""
    return Column(key, title, text, sortable=False, **how)
