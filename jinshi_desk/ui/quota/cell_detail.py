"""The pieces behind a cell of the board: its drafts, and where its points come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jinshi_desk import wording
from jinshi_desk.domain.figure_keys import Column as FigureColumn
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain, signed
from jinshi_desk.domain.quota import Standing, Verdict
from jinshi_desk.domain.units import Exemption, Unit
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.points import Explained, Explanation
from jinshi_desk.services.quota import CountedRow
from jinshi_desk.ui.quota.cells import CHIP, BoardCells
from jinshi_desk.ui.quota.exempt_form import ExemptButton
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import Link, LinkedText, label, rule
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel, scrolled

_TOGETHER = "\u00a0"  # a sum is not broken across lines
_LEVELS = {
    Verdict.COUNTS: "ok",
    Verdict.NOT_ACCEPTED: "info",
    Verdict.RETURNED: "warn",
    Verdict.NO_FORM: "warn",
}
"""The level of the chip; whatever will not count any more is plain."""


@dataclass(frozen=True, slots=True)
class CellView:
    """All that is known of a unit's month; no standing and no explanation where nothing is due yet."""

    unit: Unit
    month: Month
    standing: Standing | None
    exemption: Exemption | None
    drafts: Sequence[CountedRow]
    explanation: Explanation | None
    names: Mapping[str, str] = field(default_factory=dict)
    """Every unit's name by its id: a joint draft says who leads it."""


class CellPanel(Panel):
    """Takes the place of the list of who owes until it is left."""

    draft_opened = Signal(str)
    left = Signal()
    exempt_wanted = Signal()
    sheet_wanted = Signal(str, object)  # the unit's id, the Month
    explain_wanted = Signal(object)  # Opens: the month's points

    def __init__(self, look: Look, words: BoardCells, settings: Any, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._words = words
        self._view: CellView | None = None
        self._back = Button(look, icon="chevron-left", kind="quiet", name=self.tr("回到欠报"))
        self._back.set_tip(self.tr("回到欠报"), "Esc")
        self._heading = label("", "h2")
        self._note = label("", "hint")
        self._model = PagedTableModel(self._columns(), key=lambda counted: counted.row.number)
        self.drafts = ListView(look, self._model, "quota_drafts", settings)
        self.drafts.setAccessibleName(self.tr("本月稿件"))
        self._lines = QWidget()
        self._line_column = QVBoxLayout(self._lines)
        self._shown: list[QWidget] = []
        self.total = LinkedText()
        self.total.setWordWrap(False)
        self.exempt_button = ExemptButton(look)
        self.sheet_button = Button(look, self.tr("核对单…"), icon="paper")
        self._back.clicked.connect(self.left)
        self.drafts.row_opened.connect(self._on_row_opened)
        self.total.link_opened.connect(self._on_total_opened)
        self.exempt_button.clicked.connect(self.exempt_wanted)
        self.sheet_button.clicked.connect(self._on_sheet_clicked)
        self._arrange()

    def _columns(self) -> tuple[Column[CountedRow], ...]:
        return (
            Column(
                "received_on",
                self.tr("收稿"),
                lambda counted: f"{counted.row.received_on:%m-%d}",
                width=56,
                tone="text2",
                sortable=False,
            ),
            Column(
                "title",
                self.tr("标题"),
                lambda counted: counted.row.title,
                elastic=True,
                sortable=False,
                tip=lambda counted: f"{counted.row.number} {counted.row.title}",
            ),
            Column(
                "verdict",
                self.tr("是否计入"),
                self.verdict,
                width=100,
                sortable=False,
                chip=lambda counted: (
                    "late" if self._made_up(counted) else _LEVELS.get(counted.verdict, "neutral")
                ),
                tip=self._why,
            ),
        )

    def verdict(self, counted: CountedRow) -> str:
        """Return in words whether a draft counts."""
        if self._made_up(counted):
            return self.tr("补报计入")
        return wording.VERDICT[counted.verdict]

    def _why(self, counted: CountedRow) -> str:
        """Return where a draft stands, and why it was returned or struck out."""
        status = wording.STATUS[counted.row.status]
        if counted.verdict is Verdict.PARTNER and self._view is not None:
            lead = self._view.names.get(counted.row.unit, counted.row.unit)
            return self.tr("{}，联合报送，计入牵头单位{}").format(status, lead)
        if counted.row.makeup and not self._made_up(counted) and counted.verdict is Verdict.COUNTS:
            return self.tr("{}，补报过了期限，计入收到的月份").format(status)
        return f"{status}：{counted.reason}" if counted.reason else status

    def _made_up(self, counted: CountedRow) -> bool:
        view = self._view
        late = view is not None and Month.of(counted.row.received_on) > view.month
        return counted.verdict is Verdict.COUNTS and counted.row.makeup and late

    def _arrange(self) -> None:
        self.band.addWidget(self._back)
        self.band.addWidget(self.title)
        self.band.addWidget(self.chip)
        self.band.addStretch()
        self._line_column.setContentsMargins(12, 4, 12, 12)
        self._line_column.setSpacing(8)
        self._line_column.addStretch()
        self.body.addLayout(_head(self._heading, self._note))
        self.body.addWidget(self.drafts, 2)
        self.body.addWidget(rule())
        self.body.addLayout(_head(label(self.tr("这分怎么来的"), "h2"), self.total))
        self.body.addWidget(scrolled(self._lines), 3)
        self.foot.addWidget(self.sheet_button)
        self.foot.addWidget(self.exempt_button)
        self.foot.addStretch()

    def show_cell(self, view: CellView) -> None:
        """Show the pieces of a unit's month."""
        self._view = view
        where = self.tr("{} {}月").format(view.unit.name, view.month.month)
        self.title.setText(where)
        self.setAccessibleName(where)
        self._show_state(view)
        self.sheet_button.setEnabled(view.standing is not None)
        counting = sum(counted.verdict is Verdict.COUNTS for counted in view.drafts)
        own = sum(counted.verdict is not Verdict.PARTNER for counted in view.drafts)
        heading = self.tr("报送 {} 篇").format(own)
        if view.standing is not None:
            count = view.standing.count
            heading += self.tr(" · 有效 {} 条 · 采用 {} 篇").format(count.valid, count.adopted)
        self._heading.setText(heading)
        self._note.setText(self._counting(counting, view.standing))
        self.drafts.empty.set_words(self.tr("{}没有来稿。").format(where))
        self._model.show_rows(self._fetch, lambda: len(view.drafts))
        self.drafts.go_first()
        self._show_lines(view)

    def _counting(self, counting: int, standing: Standing | None) -> str:
        if standing is None or not standing.due:
            return self.tr("计入 {} 条").format(counting)
        return self.tr("计入 {} / 任务 {} 条").format(standing.count.weighted, standing.quota)

    def _show_state(self, view: CellView) -> None:
        if view.exemption is not None:
            self.chip.show_chip(self.tr("免考核"), "exempt")
            self.chip.setToolTip(self._words.exempt_words(view.exemption))
            return
        words = self._words.state_words(view.standing) if view.standing is not None else ""
        self.chip.show_chip(words, CHIP[view.standing.state] if view.standing is not None else "neutral")
        self.chip.setToolTip("")

    def _show_lines(self, view: CellView) -> None:
        for line in self._shown:
            line.hide()
            line.deleteLater()
        explained = view.explanation.lines if view.explanation is not None else ()
        self._shown = [self._line(each) for each in explained]
        if view.exemption is not None:
            self._shown.insert(0, _small(self._words.exempt_words(view.exemption)))
        elif not explained:
            self._shown = [_small(self.tr("这个月没有得分，也没有扣分。"))]
        for place, line in enumerate(self._shown):
            self._line_column.insertWidget(place, line)
        cents = view.explanation.cents if view.explanation is not None else 0
        parts = (self.tr("合计 "), Link(plain(cents), ""), self.tr(" 分")) if explained else ()
        self.total.show_parts(parts)

    def _line(self, each: Explained) -> QWidget:
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._subject(each), 0, 0, top)
        cents = label(signed(each.entry.cents))
        cents.setAlignment(Qt.AlignmentFlag.AlignRight | top)
        grid.addWidget(cents, 0, 1, top)
        for row, words in enumerate(self._reasons(each), start=1):
            grid.addWidget(_small(words), row, 0)
        return line

    def _subject(self, each: Explained) -> QLabel:
        if not each.draft_no:
            return label(wording.KIND[each.entry.kind])
        subject = LinkedText()
        subject.show_parts(["《", Link(each.title, each.draft_no), "》"])
        subject.link_opened.connect(self.draft_opened)
        return subject

    def _reasons(self, each: Explained) -> Sequence[str]:
        what = [wording.KIND[each.entry.kind]] if each.draft_no else []
        if each.outlet:
            what.append(each.outlet)
        if each.adopted_on is not None:
            what.append(_day(each.adopted_on))
        if each.about:
            what.append(each.about)
        sums = each.entry.arithmetic.replace("; ", "；").replace(" ", _TOGETHER)
        return [*([" ".join(what)] if what else []), f"{each.basis}：{sums}"]

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[CountedRow]:
        return self._view.drafts[offset : offset + limit] if self._view is not None else ()

    @Slot()
    def _on_sheet_clicked(self) -> None:
        if self._view is not None:
            self.sheet_wanted.emit(self._view.unit.id, self._view.month)

    @property
    def points(self) -> Opens | None:
        """The points of the unit's month; none before it is due."""
        view = self._view
        if view is None or view.explanation is None:
            return None
        return Opens(f"unit.{view.unit.id}.{FigureColumn.TOTAL}", view.month)

    @Slot()
    def _on_total_opened(self) -> None:
        self.explain_wanted.emit(self.points)

    @Slot(object)
    def _on_row_opened(self, counted: CountedRow) -> None:
        self.draft_opened.emit(counted.row.number)


def _head(*parts: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 8, 12, 6)
    row.addWidget(parts[0])
    row.addStretch()
    row.addWidget(parts[1])
    return row


def _small(words: str) -> QLabel:
    made = label(words, "body")
    made.setWordWrap(True)
    return made


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"
