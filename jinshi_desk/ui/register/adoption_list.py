"""The adoptions of a draft, and what they came to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jinshi_desk.domain.adoptions import Adoption
from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.points import plain
from jinshi_desk.services.register import OpenDraft
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import Chip, label
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.wording import LEVEL, MODE

_MOST_ROWS = 6
_NARROW = 1120


@dataclass(frozen=True, slots=True)
class AdoptionRow:
    """A line: an adoption, where it ran, what the lead unit has by it."""

    adoption: Adoption
    outlet: Outlet
    cents: int
    reversed: bool = False
    """The draft is void, and what it earned was taken back."""

    @property
    def gone(self) -> bool:
        return bool(self.adoption.voided) or self.adoption.retracted_on is not None

    @property
    def waiting(self) -> bool:
        return not self.gone and not self.adoption.verified


class AdoptionList(QWidget):
    """Lists adoptions; Space verifies the selected ones."""

    adopt_wanted = Signal()
    explain_wanted = Signal()
    verify_wanted = Signal(list)  # of ids
    void_wanted = Signal(object)  # Adoption
    retract_wanted = Signal(object)  # Adoption

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: tuple[AdoptionRow, ...] = ()
        self._settled = False
        self._make(look, settings)
        self._connect()
        self._arrange()
        self._fit()

    def _make(self, look: Look, settings: QSettings) -> None:
        self.count = Chip("")
        self.adopt_button = Button(look, self.tr("登记采用"), "adoption", "quiet", "Ctrl+D")
        self.model = PagedTableModel(self._columns(), lambda row: row.adoption.id, lambda row: row.gone)
        self.view = ListView(look, self.model, "adoptions", settings, several=True)
        self.view.setAccessibleName(self.tr("采用"))
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.points = label("", "h2")
        self.explain_button = Button(look, self.tr("这分怎么来的"), "explain", "quiet", "F2")
        self.verify_button = Button(look, self.tr("核实"), "check", "quiet")
        self.verify_button.set_tip(self.tr("核实所选采用，开始计分"), self.tr("空格"))
        self.retract_button = Button(look, self.tr("媒体撤稿…"), "return", "quiet")
        self.void_button = Button(look, self.tr("作废采用…"), "void", "danger")
        self.void_button.set_tip("", "Del")

    def _columns(self) -> Sequence[Column[AdoptionRow]]:
        return (
            Column("outlet", self.tr("媒体"), _outlet, elastic=True, sortable=False, tip=_tip),
            Column("level", self.tr("级别"), _level, width=56, tone="text2", sortable=False),
            Column("day", self.tr("刊发日期"), _day, width=88, tone="text2", sortable=False),
            Column(
                "mode", self.tr("方式"), _mode, width=78, tone="text2", sortable=False, folds_below=_NARROW
            ),
            Column("points", self.tr("得分"), self._points, width=70, align="right", sortable=False),
        )

    def _connect(self) -> None:
        self.adopt_button.clicked.connect(self.adopt_wanted)
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
        head.addWidget(label(self.tr("采用"), "h2"))
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.adopt_button)
        sum_row.addWidget(self.points)
        sum_row.addStretch()
        sum_row.addWidget(self.explain_button)
        acts.setContentsMargins(4, 0, 8, 0)
        acts.addWidget(self.verify_button)
        acts.addWidget(self.retract_button)
        acts.addStretch()
        acts.addWidget(self.void_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view)
        column.addLayout(acts)
        column.addLayout(sum_row)

    def show_draft(self, opened: OpenDraft, outlets: dict[str, Outlet], *, may_adopt: bool) -> None:
        """Show the adoptions of ``opened``; ``may_adopt`` tells whether another can be registered."""
        lead = opened.draft.lead
        self._lines = tuple(
            AdoptionRow(
                adoption,
                outlets[adoption.outlet],
                sum(e.cents for e in opened.entries if e.adoption == adoption.id and e.unit == lead),
                opened.draft.status is Status.VOID,
            )
            for adoption in opened.adoptions
        )
        standing = sum(not line.gone for line in self._lines)
        self.count.show_chip(str(standing) if standing else "", "neutral")
        self._settled = opened.draft.status in (Status.VOID, Status.WITHDRAWN)
        self.adopt_button.setHidden(self._settled)
        self.adopt_button.setEnabled(may_adopt)
        why = "" if may_adopt else self.tr("稿件有效后才能登记采用")
        self.adopt_button.set_tip(why, "" if why else "Ctrl+D")
        self.model.show_rows(self._fetch, lambda: len(self._lines))
        self._fit()
        scored = bool(self._lines) or opened.cents != 0
        self.points.setText(self.tr("本稿得分 {} 分").format(plain(opened.cents)) if scored else "")
        for part in (self.points, self.explain_button):
            part.setVisible(scored)
        self._offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self._fit)  # the rows take their height from the window a moment later

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[AdoptionRow]:
        return self._lines[offset : offset + limit]

    def _points(self, row: AdoptionRow) -> str:
        if row.adoption.voided:
            return self.tr("已作废")
        if row.adoption.retracted_on is not None:
            return self.tr("已撤")
        if not row.adoption.verified:
            return self.tr("待核实")
        if row.reversed:
            return self.tr("已冲回")
        return plain(row.cents) if row.cents else self.tr("不重复计")

    def _chosen(self) -> list[AdoptionRow]:
        return [row for row in self.view.selected_rows() if isinstance(row, AdoptionRow)]

    @Slot()
    def _offer(self) -> None:
        chosen = self._chosen()
        waiting, one = [row for row in chosen if row.waiting], len(chosen) == 1
        self.view.setVisible(bool(self._lines))
        for part in (self.verify_button, self.retract_button, self.void_button):
            part.setVisible(bool(self._lines) and not self._settled)
        self.verify_button.setEnabled(bool(waiting))
        self.retract_button.setEnabled(one and not chosen[0].gone)
        self.void_button.setEnabled(one and not chosen[0].adoption.voided)

    @Slot()
    def _fit(self) -> None:
        theme = self._look.theme
        rows = min(max(1, len(self._lines)), _MOST_ROWS)
        row_height = max(theme.size("row_h"), self.view.verticalHeader().defaultSectionSize())
        self.view.setFixedHeight(theme.size("header_h") + rows * row_height + 2)

    @Slot()
    def _on_verify(self) -> None:
        waiting = [row.adoption.id for row in self._chosen() if row.waiting]
        if waiting:
            self.verify_wanted.emit(waiting)

    @Slot()
    def _on_void(self) -> None:
        self.void_wanted.emit(self._chosen()[0].adoption)

    @Slot()
    def _on_retract(self) -> None:
        self.retract_wanted.emit(self._chosen()[0].adoption)


def _outlet(row: AdoptionRow) -> str:
    return row.outlet.name


def _level(row: AdoptionRow) -> str:
    return LEVEL[row.outlet.level]


def _day(row: AdoptionRow) -> str:
    return row.adoption.adopted_on.isoformat()


def _mode(row: AdoptionRow) -> str:
    return MODE[row.adoption.mode].partition("、")[0]


def _tip(row: AdoptionRow) -> str:
    said = (row.outlet.name, row.adoption.place, row.adoption.evidence, row.adoption.voided)
    return "\n".join(part for part in said if part)
