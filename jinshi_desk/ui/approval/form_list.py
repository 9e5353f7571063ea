"""The left of 审批表: the month's forms, filtered, with what can be begun."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.approval_forms import FormState
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.months import Month
from jinshi_desk.form_words import FORM_KIND
from jinshi_desk.services.approval import ApprovalDesk
from jinshi_desk.services.form_rows import FormRow
from jinshi_desk.ui.approval.words import state_level, state_words
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.filters import FilterField, Segment, Segments
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel, padded

ALL, OUT, OVERDUE, MISSING = "all", "out", "overdue", "missing"
_STATES = tuple(FormState)


class FormList(Panel):
    """The forms by number, title and state. What is out or overdue is listed whatever month it is from."""

    new_wanted = Signal()
    blank_wanted = Signal()
    batch_wanted = Signal()
    missing_wanted = Signal()
    shown = Signal()  # other rows are in the list

    def __init__(self, frame: Frame, desk: ApprovalDesk, parent: QWidget | None = None) -> None:
        super().__init__(frame.look, parent=parent)
        self._desk = desk
        self._month = frame.month.month
        self._by_segment: dict[str, list[FormRow]] = {}
        self._units: dict[str, str] = {}
        self._missing = 0
        self._rows: list[FormRow] = []
        self._selection: tuple[Month, str, str] | None = None
        self._was = ALL
        look = frame.look
        self.setAccessibleName(self.tr("审批表"))
        self.new_button = Button(look, self.tr("填新表"), "add", "primary", "Ctrl+N")
        self.blank_button = Button(look, self.tr("空白表…"), "document")
        self.batch_button = Button(look, self.tr("批量打印…"), "print")
        self.filter = FilterField(look, self.tr("筛选：编号、标题、单位或拼音首字母"))
        self.segments = Segments(look, self.tr("筛选"))
        self.model = PagedTableModel(self._columns(), lambda row: row.number, _is_void)
        self.view = ListView(look, self.model, "forms", frame.settings, several=True)
        self.view.setAccessibleName(self.tr("审批表"))
        self._connect()
        self._arrange()
        self.model.show_rows(self._fetch, lambda: len(self._rows))

    def _columns(self) -> tuple[Column[FormRow], ...]:
        return (
            Column("number", self.tr("编号"), lambda row: row.number, width=132, tone="text2"),
            Column("title", self.tr("标题"), lambda row: row.title, elastic=True, sortable=False),
            Column("state", self.tr("状态"), state_words, width=84, chip=state_level, tip=self._tip),
        )

    def _tip(self, row: FormRow) -> str:
        """Say for whom a form waits."""
        waiting = row.waiting
        if waiting is None:
            return ""
        since = self.tr("在外 {} 天").format(waiting.days_out) if waiting.out_since else ""
        asked = self.tr("找{}").format(waiting.ask) if waiting.ask else ""
        late = self.tr("已逾期") if waiting.overdue else ""
        return "，".join(part for part in (since, late, asked, waiting.phone) if part)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_wanted)
        self.blank_button.clicked.connect(self.blank_wanted)
        self.batch_button.clicked.connect(self.batch_wanted)
        self.filter.filtered.connect(self._show)
        self.filter.left_down.connect(self._on_left_down)
        self.segments.chosen.connect(self._on_segment_chosen)
        self.view.empty.acted.connect(self._on_all_wanted)

    def _arrange(self) -> None:
        for button in (self.new_button, self.blank_button, self.batch_button):
            self.band.addWidget(button)
        self.band.addStretch()
        inside, column = padded(spacing=4)
        column.setContentsMargins(8, 6, 8, 4)
        column.addWidget(self.filter)
        column.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(inside)
        self.body.addWidget(self.view, 1)

    # --- what is shown

    @property
    def rows(self) -> Sequence[FormRow]:
        """The rows in the list, void forms included."""
        return tuple(self._rows)

    @property
    def picked(self) -> list[FormRow]:
        """The selected rows, where there are several; else all that are in the list."""
        chosen = self.view.selected_rows()
        return chosen if len(chosen) > 1 else list(self._rows)

    def count(self, segment: str) -> int:
        """Return how many forms a segment has."""
        return len(self._by_segment.get(segment, ()))

    def show_month(self, month: Month) -> None:
        """Show another month from its top, or the same one as it is now, in place."""
        self._month = month
        self._units = self._desk.unit_names()
        forms = self._desk.forms(month)
        self._by_segment = {ALL: forms, OUT: self._desk.outside(), OVERDUE: self._desk.overdue()}
        for kind in FormKind:
            self._by_segment[kind] = [row for row in forms if row.kind is kind]
        self._missing = len(self._desk.month(month, missing_only=True)) if self._desk.form_required() else 0
        self._show_segments()
        self._show()

    def show_form(self, number: str) -> bool:
        """Bring a form up in the list, whatever was filtered; tell whether it is of this month."""
        if not self.view.go_to(number):
            self.choose(ALL)
        return self.view.go_to(number)

    def leave(self) -> None:
        """Have no current form."""
        self.view.clearSelection()
        self.view.setCurrentIndex(QModelIndex())

    def choose(self, segment: str) -> None:
        """Show one of the ready-made filters, with nothing typed; one that has nothing is none."""
        self.filter.clear()
        if segment == OVERDUE and not self.count(OVERDUE):
            segment = ALL
        self.segments.choose(segment)

    def _show_segments(self) -> None:
        late = self.count(OVERDUE)
        shown = [
            Segment(ALL, self.tr("全部"), self.count(ALL)),
            Segment(OUT, self.tr("待签回"), self.count(OUT)),
        ]
        if late:
            shown.append(Segment(OVERDUE, self.tr("逾期"), late))
        names = {FormKind.A: self.tr("甲表"), FormKind.B: self.tr("乙表"), FormKind.C: self.tr("三审表")}
        shown += [Segment(kind, name) for kind, name in names.items()]
        shown.append(Segment(MISSING, self.tr("缺表"), self._missing))
        self.segments.show_segments(shown)

    @Slot()
    def _show(self) -> None:
        words, segment = self.filter.text().strip(), self.segments.current
        self._rows = self._narrowed(self._by_segment.get(segment, []), words)
        self._say_if_empty(words, segment)
        selection = (self._month, words, segment)
        if selection == self._selection:
            self.model.reload()
        else:
            self.model.show_rows(self._fetch, lambda: len(self._rows))
        self._selection = selection
        if not words:
            self.view.go_first()
        self.batch_button.setEnabled(bool(self._rows))
        self.shown.emit()

    def _narrowed(self, rows: list[FormRow], words: str) -> list[FormRow]:
        if not words:
            return rows
        drafts = {row.number for row in self._desk.month(self._month, words=words)}
        typed = words.casefold()
        return [row for row in rows if typed in self._said(row) or not drafts.isdisjoint(row.drafts)]

    def _said(self, row: FormRow) -> str:
        unit = self._units.get(row.unit, "")
        return f"{row.number} {row.title} {unit} {FORM_KIND[row.kind]} {state_words(row)}".casefold()

    def _say_if_empty(self, words: str, segment: str) -> None:
        month, empty = f"{self._month.month}月", self.view.empty
        if words:
            empty.set_words(self.tr("没有符合“{}”的审批表。").format(words), self.tr("清除筛选"))
        elif segment == OUT:
            empty.set_words(self.tr("没有在外待签的审批表。"), self.tr("看全部"))
        elif segment in (ALL, ""):
            empty.set_words(self.tr("{}还没有审批表。").format(month), self.tr("填新表"))
        else:
            empty.set_words(self.tr("{}没有这一类审批表。").format(month), self.tr("看全部"))

    def _fetch(self, offset: int, limit: int, sort: Sort | None) -> Sequence[FormRow]:
        rows = self._rows
        if sort is not None:
            orders: dict[str, Callable[[FormRow], tuple[object, ...]]] = {
                "number": lambda row: (row.number,),
                "state": lambda row: (_STATES.index(row.state), row.signed, row.number),
            }
            rows = sorted(rows, key=orders[sort.key], reverse=sort.descending)
        return rows[offset : offset + limit]

    @Slot(str)
    def _on_segment_chosen(self, segment: str) -> None:
        if segment == MISSING:
            self.segments.choose(self._was)
            self.missing_wanted.emit()
            return
        self._was = segment
        self._show()

    @Slot()
    def _on_left_down(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.go_first()

    @Slot()
    def _on_all_wanted(self) -> None:
        if self.filter.text():
            self.filter.clear()
        elif self.segments.current != ALL:
            self.segments.choose(ALL)
        else:
            self.new_wanted.emit()


def _is_void(row: FormRow) -> bool:
    return row.state is FormState.VOID
