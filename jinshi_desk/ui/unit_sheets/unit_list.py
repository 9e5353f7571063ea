"""Beside the page: the units, which of them are meant, and what each was sent."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.points import plain
from jinshi_desk.domain.unit_sheets import UnitSheet
from jinshi_desk.services.sheet_deliveries import SheetStatus
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choices import Choice, matching
from jinshi_desk.ui.widgets.filters import FilterField
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel, padded
from jinshi_desk.wording import CHANNEL


class UnitList(Panel):
    """Those ticked are printed, saved and recorded as sent; the current one is on the page beside."""

    entered = Signal(object)  # the current UnitSheet, or None
    ticked_anew = Signal()

    def __init__(
        self, look: Look, choices: Sequence[Choice], settings: Any, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName(self.tr("单位"))
        self._choices = choices
        self._statuses: Sequence[SheetStatus] = ()
        self._listed: Sequence[SheetStatus] = ()
        self._ticked: set[str] = set()
        self.filter = FilterField(look, self.tr("打单位或拼音首字母"))
        self._model = PagedTableModel(self._columns(), key=lambda row: row.sheet.unit_id)
        self.list = ListView(look, self._model, "unit_sheets", settings)
        self.list.setAccessibleName(self.tr("单位"))
        self.list.empty.set_words(self.tr("没有这样的单位。"))
        self.all_button = Button(look, self.tr("全选"), kind="quiet", key="Ctrl+A")
        self.none_button = Button(look, self.tr("都不选"), kind="quiet")
        self.changed_button = Button(look, self.tr("选发后有变的"), kind="quiet")
        self.unsent_button = Button(look, self.tr("选没发过的"), kind="quiet")
        self.filter.filtered.connect(self._list)
        self.filter.left_down.connect(self.list.setFocus)
        self.list.row_entered.connect(self._on_row_entered)
        self.list.space_hit.connect(self._on_space_hit)
        self.list.clicked.connect(self._on_clicked)
        self.all_button.clicked.connect(lambda: self._tick(lambda _: True))
        self.none_button.clicked.connect(lambda: self._tick(lambda _: False))
        self.changed_button.clicked.connect(lambda: self._tick(lambda row: row.is_changed))
        self.unsent_button.clicked.connect(lambda: self._tick(lambda row: row.sent is None))
        self._arrange()

    def _columns(self) -> tuple[Column[SheetStatus], ...]:
        return (
            Column(
                "ticked",
                "",
                lambda row: self.tr("已勾选") if row.sheet.unit_id in self._ticked else "",
                width=36,
                sortable=False,
                check=lambda row: row.sheet.unit_id in self._ticked,
            ),
            Column("unit", self.tr("单位"), lambda row: row.sheet.unit, elastic=True, sortable=False),
            Column(
                "points",
                self.tr("积分"),
                lambda row: plain(row.sheet.this_month.cents),
                width=56,
                align="right",
                sortable=False,
            ),
            Column("sent", self.tr("发出"), self._sent, width=88, sortable=False, chip=_level, tip=self._how),
        )

    def _sent(self, row: SheetStatus) -> str:
        if row.sent is None:
            return self.tr("没发过")
        if row.is_changed:
            return self.tr("发后有变")
        day = row.sent.delivery.sent_on
        return self.tr("{}月{}日").format(day.month, day.day)

    def _how(self, row: SheetStatus) -> str:
        if row.sent is None:
            return ""
        sent = row.sent.delivery
        said = self.tr("{}月{}日由{}发出（{}），当时 {} 分").format(
            sent.sent_on.month,
            sent.sent_on.day,
            sent.sent_by,
            CHANNEL[sent.channel],
            plain(row.sent.sheet.cents),
        )
        return self.tr("{}，现在不一样了，要再发一次").format(said) if row.is_changed else said

    def _arrange(self) -> None:
        above, column = padded()
        column.addWidget(self.filter)
        self.band.addWidget(self.title)
        self.band.addStretch()
        self.band.addWidget(self.all_button)
        self.band.addWidget(self.none_button)
        self.body.addWidget(above)
        self.body.addWidget(self.list, 1)
        self.foot.addWidget(self.changed_button)
        self.foot.addWidget(self.unsent_button)
        self.foot.addStretch()

    @property
    def ticked(self) -> tuple[UnitSheet, ...]:
        """The sheets of the units ticked, in the office's order."""
        return tuple(each.sheet for each in self._statuses if each.sheet.unit_id in self._ticked)

    @property
    def current(self) -> UnitSheet | None:
        """The sheet of the unit that the list stands on."""
        row: SheetStatus | None = self.list.current_row
        return row.sheet if row is not None else None

    def show_statuses(self, statuses: Sequence[SheetStatus], ticked: Collection[str] | None = None) -> None:
        """Show the units; with ``ticked`` these are meant, else those that were before."""
        self._statuses = statuses
        if ticked is not None:
            self._ticked = set(ticked)
        self._list()
        if ticked is not None and len(ticked) == 1:
            self.list.go_to(*ticked)
        self._tell()

    @Slot()
    def _list(self) -> None:
        typed = self.filter.text().strip()
        meant = {each.id for each in matching(self._choices, typed, len(self._choices))}
        self._listed = [
            each
            for each in self._statuses
            if not typed or each.sheet.unit_id in meant or typed in each.sheet.unit
        ]
        self._model.show_rows(self._fetch, lambda: len(self._listed))
        self.list.go_first()

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[SheetStatus]:
        return self._listed[offset : offset + limit]

    def _tick(self, meant: Callable[[SheetStatus], bool]) -> None:
        """Tick those of the listed units that are ``meant``, and no other; go to the first."""
        chosen = [each.sheet.unit_id for each in self._listed if meant(each)]
        self._ticked = set(chosen)
        if chosen and self.current is not None and self.current.unit_id not in self._ticked:
            self.list.go_to(chosen[0])
        self._tell()

    def _tell(self) -> None:
        self.title.setText(self.tr("已选 {} / {} 家").format(len(self.ticked), len(self._statuses)))
        self.changed_button.setEnabled(any(each.is_changed for each in self._statuses))
        self.unsent_button.setEnabled(any(each.sent is None for each in self._statuses))
        self.list.viewport().update()
        self.ticked_anew.emit()

    @Slot(object)
    def _on_row_entered(self, row: SheetStatus | None) -> None:
        self.entered.emit(row.sheet if row is not None else None)

    @Slot(object)
    def _on_space_hit(self, row: SheetStatus) -> None:
        self._ticked ^= {row.sheet.unit_id}
        self._tell()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if index.column() == 0 and row is not None:
            self._on_space_hit(row)


def _level(row: SheetStatus) -> str:
    if row.sent is None:
        return "neutral"
    return "warn" if row.is_changed else "ok"
