"""One ledger: its lines at the left with what can be done to them, one line or a form at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.services.points import Explained
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.ledgers.acts import LedgerActs
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.entry_lines import entry_lines
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.facts import Facts
from jinshi_desk.ui.widgets.labels import label, rule
from jinshi_desk.ui.widgets.lines import Line, Lines
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel, Split

_SIDE = 372


@dataclass(frozen=True, slots=True)
class Workplace:
    """What every page of the window is handed."""

    frame: Frame
    desks: LedgerDesks
    units: UnitChoices
    acts: LedgerActs


@dataclass(frozen=True, slots=True)
class Shown:
    """What is said of one line: its heading, its chip, facts as (name, words), the entries it booked."""

    heading: str
    chip: tuple[str, str]
    facts: Sequence[tuple[str, str]]
    entries: Sequence[Explained] = ()
    none: str = ""
    """Why there are no lines below, where there are none; nothing where none are to be expected."""
    draft: str = ""
    """The number of the draft it is about."""
    lines: Sequence[Line] = ()
    """What stands below instead of entries."""


@dataclass(frozen=True, slots=True)
class RowAct:
    """A button under the list. ``why_not`` says why it can't be done to a row now, nothing where it can."""

    button: Button
    why_not: Callable[[Any], str]


class LedgerPage(QWidget):
    """Shows ``lines`` of a month; subclasses know their columns, forms and acts."""

    draft_wanted = Signal(str)  # a draft is to be shown in 报送登记
    changed = Signal()  # another form or line is in front

    def __init__(self, at: Workplace, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at = at
        self._name = name
        self._lines: tuple[Any, ...] = ()
        self._acts: list[RowAct] = []
        look = at.frame.look
        self.panel = Panel(look)
        self.model: PagedTableModel[Any] = PagedTableModel(self._columns(), _key, _voided)
        self.view = ListView(look, self.model, f"ledger_{name}", at.frame.settings)
        self.detail = Panel(look)
        self.lines = Lines(self.tr("这分怎么来的"))
        self.heading = label("", "h2")
        self.heading.setWordWrap(True)
        self.heading.setContentsMargins(12, 10, 12, 4)
        self.facts = Facts()
        self.why = label(self.tr("这分怎么来的"), "h2")
        self.why.setContentsMargins(12, 10, 12, 0)
        self.draft_button = Button(look, self.tr("打开稿件"), "document", "quiet", "Ctrl+Return")
        self.side = QStackedWidget()
        self.new_button = Button(look, "　", "add", "primary", "Ctrl+N")
        self.overview = label("", "hint")
        self.view.row_entered.connect(self._on_row_entered)
        self.view.row_opened.connect(self._on_row_opened)
        self.draft_button.clicked.connect(self._on_draft_wanted)
        self.model.show_rows(self._fetch, lambda: len(self._lines))
        self._arrange()

    def _arrange(self) -> None:
        self.panel.band.addWidget(self.new_button)
        self.panel.band.addWidget(self.overview)
        self.panel.body.addWidget(self.view)
        self.detail.band.addWidget(self.detail.title)
        self.detail.band.addWidget(self.detail.chip)
        self.detail.band.addStretch()
        self.detail.band.addWidget(self.draft_button)
        self.detail.body.addWidget(self.heading)
        self.detail.body.addWidget(self.facts)
        self._line = rule()
        self.detail.body.addWidget(self._line)
        self.detail.body.addWidget(self.why)
        self.detail.body.addWidget(self.lines, 1)
        self.side.addWidget(self.detail)
        self.split = Split(self.panel, self.side)
        self.split.remember(self.at.frame.settings, f"ledger_{self._name}", self._share)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)

    def _share(self, width: int) -> list[int]:
        side = min(self.at.frame.look.theme.scaled(_SIDE), width * 2 // 5)
        return [max(1, width - side), side]

    # --- for subclasses

    def _columns(self) -> Sequence[Column[Any]]:
        raise NotImplementedError

    @staticmethod
    def read(desks: LedgerDesks, month: Month) -> tuple[Any, ...]:
        """Return the lines of ``month``, those struck out included."""
        raise NotImplementedError

    def _shown(self, line: Any) -> Shown:
        raise NotImplementedError

    def _open_row(self, line: Any) -> None:
        """Do what Enter does to ``line``; nothing unless a ledger has something."""

    def _why_not_void(self, line: Any) -> str:
        """Say why a line with points can not be struck out: it was, or its month is closed."""
        event = getattr(line, "event", line)
        if event.voided:
            return self.tr("已经作废")
        booked: Month | None = event.booked_month
        if booked is not None and self.at.desks.ledgers.is_closed(booked):
            return self.tr("{}已关账，有错登更正").format(booked.label)
        return ""

    def _waits(self, _line: Any) -> bool:
        """Tell whether ``line`` still waits for somebody; nothing does unless a ledger says so."""
        return False

    def _overview(self) -> str:
        """Say in a line how the month's lines stand; nothing unless a ledger has something to say."""
        return ""

    def name_page(self, title: str) -> None:
        """Say what the lines are."""
        for part in (self, self.panel, self.view, self.detail):
            part.setAccessibleName(title)
        self.detail.title.setText(title)

    def name_new(self, words: str) -> None:
        """Say what the main button does."""
        self.new_button.setText(words)
        self.new_button.setAccessibleName(words)

    def name_lines(self, title: str) -> None:
        """Say what stands below the facts of a line."""
        self.why.setText(title)
        self.lines.setAccessibleName(title)

    def add_export(self, kind: str) -> None:
        """Put the button that writes the month's list out at the end of the band."""
        self.export_button = Button(self.at.frame.look, self.tr("导出…"), "export", "quiet", "Ctrl+E")
        self.export_button.clicked.connect(lambda _on=False: self.at.acts.export(kind, self.month))
        self.panel.band.addStretch()
        self.panel.band.addWidget(self.export_button)

    def short_day(self, day: date | None) -> str:
        """Write a day as lists do: without the year where that is the month's."""
        if day is None:
            return ""
        return f"{day:%m-%d}" if day.year == self.month.year else day.isoformat()

    def add_act(self, button: Button, do: Callable[[], object], why_not: Callable[[Any], str]) -> None:
        """Put a button under the list; ``do`` is done to the current line."""
        if button.property("kind") == "danger":
            self.panel.foot.addStretch()
        self.panel.foot.addWidget(button)
        button.clicked.connect(lambda _on=False: do())
        self._acts.append(RowAct(button, why_not))

    def add_form(self, page: EntryPage, file: Callable[[Any], object]) -> None:
        """Have ``page`` at the right when it is wanted; ``file`` files what it says."""
        self.side.addWidget(page)
        page.submitted.connect(lambda entry: self._file(file, entry))
        page.left.connect(self._on_form_left)

    def open_form(self, page: EntryPage, start: Callable[[], object]) -> None:
        """Bring a form up, unless another one is being typed into."""
        if self.may_leave():
            self.side.setCurrentWidget(page)
            start()
            self.changed.emit()

    # --- for the window

    @property
    def month(self) -> Month:
        return self.at.frame.month.month

    @property
    def row(self) -> Any:
        """The current line, or None."""
        return self.view.current_row

    @property
    def form(self) -> EntryPage | None:
        """The form in front, or None."""
        shown = self.side.currentWidget()
        return shown if isinstance(shown, EntryPage) else None

    @property
    def count(self) -> int:
        """How many lines stand."""
        return standing(self._lines)

    def reload(self) -> None:
        """Read the month's lines anew and stay where the list was."""
        self._lines = self.read(self.at.desks, self.month)
        self.overview.setText(self._overview())
        self.model.reload()
        if self.row is None:
            self.view.go_first()
        self._on_row_entered(self.row)

    def go_to_waiting(self) -> None:
        """Bring the first line up that still waits for somebody; without one stay where the list is."""
        waiting = next((line for line in self._lines if self._waits(line)), None)
        if waiting is not None:
            self.view.go_to(_key(waiting))

    def take_focus(self) -> None:
        """Let the keys go to the form in front, to the list, or to the button that begins one."""
        if self.form is not None:
            self.form.form.go_first()
        elif self._lines:
            self.view.setFocus()
            self.view.go_first()
        else:
            self.new_button.setFocus()

    def may_leave(self) -> bool:
        """Tell whether the form in front may be put away; asked only if something was typed."""
        form = self.form
        if form is None or not form.is_dirty:
            return True
        return self.at.frame.dialogs.confirm(
            self.tr("放弃没有保存的内容？"),
            self.tr("“{}”填了一半，还没有登记。").format(form.title.text()),
            self.tr("放弃"),
            safe=self.tr("继续填"),
        )

    def put_form_away(self) -> None:
        """Show the current line again."""
        self.side.setCurrentWidget(self.detail)
        self._on_row_entered(self.row)
        self.changed.emit()

    def _file(self, file: Callable[[Any], object], entry: object) -> None:
        number = file(entry)
        self.side.setCurrentWidget(self.detail)
        self.reload()
        if isinstance(number, int):
            self.view.go_to(number)
        self.changed.emit()
        self.take_focus()

    def _fetch(self, offset: int, limit: int, sort: Sort | None) -> Sequence[Any]:
        lines = self._lines
        if sort is not None:
            column = next(each for each in self.model.columns if each.key == sort.key)
            lines = tuple(sorted(lines, key=column.text, reverse=sort.descending))
        return lines[offset : offset + limit]

    @Slot(object)
    def _on_row_entered(self, line: Any) -> None:
        for act in self._acts:
            why = act.why_not(line) if line is not None else self.tr("先选一条")
            act.button.setEnabled(not why)
            act.button.set_tip(why)
        if line is None:
            self.detail.chip.show_chip("", "neutral")
            self.heading.setText(self.tr("选一条看它的情况。") if self._lines else "")
            self.facts.show_facts(())
            self._show_lines(())

            self.draft_button.hide()
            return
        shown = self._shown(line)
        self.heading.setText(shown.heading)
        self.detail.chip.show_chip(*shown.chip)
        self.draft_button.setVisible(bool(shown.draft))
        self.facts.show_facts([fact for fact in shown.facts if fact[1]])
        none = [Line(shown.none)] if shown.none else []
        self._show_lines(shown.lines or entry_lines(shown.entries, self.at.units.name) or none)

    def _show_lines(self, lines: Sequence[Line]) -> None:
        self._line.setVisible(bool(lines))
        self.why.setVisible(bool(lines))
        self.lines.show_lines(lines)

    @Slot(object)
    def _on_row_opened(self, line: Any) -> None:
        self._open_row(line)

    @Slot()
    def _on_draft_wanted(self) -> None:
        if self.row is not None and self.may_leave():
            self.draft_wanted.emit(self._shown(self.row).draft)

    @Slot()
    def _on_form_left(self) -> None:
        if self.may_leave():
            self.put_form_away()
            self.take_focus()


def standing(lines: Sequence[Any]) -> int:
    """Count the lines that were not struck out."""
    return sum(not _voided(line) for line in lines)


def _key(line: Any) -> int:
    number: int = getattr(line, "event", line).id
    return number


def _voided(line: Any) -> bool:
    return bool(getattr(line, "event", line).voided)
