"""The list of 单位管理: who reports, from when till when, and what each went through."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.units import Unit
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choices import Choice, matching
from jinshi_desk.ui.widgets.filters import FilterField, Segment, Segments
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.wording import GROUP

_ALL, _LIVING, _ENDED = "all", "living", "ended"
_MOST, _FILTER = 1000, 190


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with its history in words."""

    unit: Unit
    history: tuple[str, ...]

    @property
    def ended(self) -> bool:
        return self.unit.active_to is not None


class UnitList(Panel):
    """Lists the units of a segment, or those typed for."""

    row_entered = Signal(object)
    row_opened = Signal()

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._rows: Sequence[UnitRow] = ()
        self._shown: list[UnitRow] = []
        self._choices: Sequence[Choice] = ()
        self.filter = FilterField(look, self.tr("筛选单位或拼音首字母"))
        self.filter.setFixedWidth(look.theme.scaled(_FILTER))
        self.segments = Segments(look, self.tr("哪些单位"))
        self._model = PagedTableModel(self._columns(), key=lambda row: row.unit.id)
        self.list = ListView(look, self._model, "units", settings)
        self.list.setAccessibleName(self.tr("单位"))
        self.filter.filtered.connect(self._on_filtered)
        self.filter.left_down.connect(self._on_left_down)
        self.segments.chosen.connect(self._on_filtered)
        self.list.row_entered.connect(self.row_entered)
        self.list.row_opened.connect(self.row_opened)
        self.list.empty.acted.connect(self.filter.clear)
        self.band.addWidget(self.filter)
        self.band.addStretch()
        self.band.addWidget(self.segments)
        self.body.addWidget(self.list)
        self._model.show_rows(self._fetch, lambda: len(self._shown))

    def _columns(self) -> tuple[Column[UnitRow], ...]:
        return (
            Column("name", self.tr("单位"), lambda row: row.unit.name, width=190, sortable=False),
            Column("group", self.tr("分组"), lambda row: GROUP[row.unit.group], tone="text2", sortable=False),
            Column("from", self.tr("启用"), lambda row: str(row.unit.active_from), width=70, sortable=False),
            Column(
                "to",
                self.tr("停用"),
                lambda row: str(row.unit.active_to) if row.unit.active_to else "",
                width=70,
                sortable=False,
            ),
            Column(
                "names",
                self.tr("沿革和别名"),
                lambda row: "；".join((*row.history, "、".join(row.unit.aliases))).strip("；"),
                elastic=True,
                tone="text2",
                sortable=False,
            ),
        )

    @property
    def current(self) -> UnitRow | None:
        row: UnitRow | None = self.list.current_row
        return row

    def show_units(self, rows: Sequence[UnitRow], spellings: Mapping[str, tuple[str, str]]) -> None:
        """Show ``rows``; the list stays where it was."""
        self._rows = rows
        self._choices = [choice_of(row.unit, spellings) for row in rows]
        ended = sum(row.ended for row in rows)
        self.segments.show_segments(
            [
                Segment(_LIVING, self.tr("在册"), len(rows) - ended),
                Segment(_ENDED, self.tr("已停用"), ended),
                Segment(_ALL, self.tr("全部"), len(rows)),
            ]
        )
        self._filter()
        self._model.reload()
        self.list.go_first()

    def go_to(self, unit: str) -> None:
        """Make ``unit`` current, in whatever segment it stands."""
        if not self.list.go_to(unit):
            self.filter.clear()
            self.segments.choose(_ALL)
            self.list.go_to(unit)

    def _filter(self) -> None:
        typed, segment = self.filter.text().strip(), self.segments.current
        wanted = {choice.id for choice in matching(self._choices, typed, _MOST)}
        self._shown = [
            row
            for row in self._rows
            if row.unit.id in wanted and segment in (_ALL, _ENDED if row.ended else _LIVING)
        ]
        if typed:
            self.list.empty.set_words(self.tr("没有符合“{}”的单位。").format(typed), self.tr("清除筛选"))
        else:
            self.list.empty.set_words(self.tr("没有停用的单位。"))

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[UnitRow]:
        return self._shown[offset : offset + limit]

    @Slot()
    def _on_filtered(self) -> None:
        self._filter()
        self._model.show_rows(self._fetch, lambda: len(self._shown))
        self.list.go_first()
        self.row_entered.emit(self.list.current_row)

    @Slot()
    def _on_left_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)


def choice_of(unit: Unit, spellings: Mapping[str, tuple[str, str]]) -> Choice:
    """Return ``unit`` to be chosen by a few letters."""
    pinyin, initials = spellings[unit.id]
    return Choice(unit.id, unit.name, initials, pinyin, GROUP[unit.group], unit.other_names)
