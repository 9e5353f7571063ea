"""The middle pane: every sentence of the notice, section by section."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.domain.bulletins import Sentence
from jinshi_desk.domain.notices import Notice
from jinshi_desk.ui.notice.sentence_row import SentenceRow, short_code
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel, scrolled

_Shape = tuple[tuple[str, tuple[str, ...]], ...]


class SentencesPane(Panel):
    """Shows the sentences; rows stay where they are while their text changes."""

    included = Signal(str, bool)  # the sentence's code first
    edited = Signal(str, str)
    emptied = Signal(str)
    restored = Signal(str)
    figure_opened = Signal(str)  # the figure's key
    refused = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.title.setText(self.tr("通报文字"))
        self.setAccessibleName(self.title.text())
        self._rows: dict[str, SentenceRow] = {}
        self._heads: list[QWidget] = []
        self._shape: _Shape = ()
        self._current = ""
        self._why_locked = ""
        self.restore_button = Button(look, self.tr("恢复原句"), icon="undo", kind="quiet", key="Ctrl+R")
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._area = scrolled(self._inside)
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.band.addWidget(self.title)
        self.band.addWidget(self.chip)
        self.band.addStretch()
        self.band.addWidget(self.restore_button)
        self._list.setContentsMargins(1, 4, 1, 12)
        self._list.setSpacing(0)
        self._list.addStretch()
        self.body.addWidget(self._area)

    @property
    def rows(self) -> dict[str, SentenceRow]:
        """The rows by the codes of their sentences."""
        return self._rows

    @property
    def current_row(self) -> SentenceRow | None:
        """The row that keys act on."""
        return self._rows.get(self._current)

    def show_notice(self, notice: Notice, why_locked: str = "") -> None:
        """Show the sentences of ``notice``; ``why_locked`` says why none of them can be changed."""
        self._why_locked = why_locked
        sections = list(self._sections(notice))
        shape = tuple((title, tuple(each.code for each in sentences)) for title, sentences in sections)
        if shape == self._shape:
            for _title, sentences in sections:
                for sentence in sentences:
                    self._rows[sentence.code].show_sentence(sentence)
        else:
            self._build(sections)
            self._shape = shape
        for row in self._rows.values():
            row.lock(why_locked)
        shown = [row.sentence for row in self._rows.values()]
        used = sum(sentence.included for sentence in shown)
        self.chip.show_chip(self.tr("{} 句，用 {} 句").format(len(shown), used), "neutral")
        self._go(self._current if self._current in self._rows else next(iter(self._rows), ""))

    def finish_editing(self) -> None:
        """Keep what is being typed."""
        for row in self._rows.values():
            row.finish()

    def drop_editing(self) -> None:
        """Close every editor, whatever is typed in it."""
        for row in self._rows.values():
            row.drop()

    def go_to(self, code: str) -> None:
        """Bring the sentence ``code`` into view, with the focus on it."""
        if code in self._rows:
            self._rows[code].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self._rows[code])

    def _sections(self, notice: Notice) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
        """Yield each section with its heading; those that are printed wear their number."""
        numbers = iter("一二三四五六七八九")
        yield self.tr("开头"), (notice.opening,)
        for section in notice.sections:
            if not section.sentences:
                continue
            printed = bool(section.paragraphs)
            title = (
                f"{next(numbers)}、{section.title}"
                if printed
                else self.tr("{}（不印）").format(section.title)
            )
            yield title, section.sentences

    def _build(self, sections: list[tuple[str, tuple[Sentence, ...]]]) -> None:
        """Lay the rows out anew, those that stay with all that is typed in them."""
        before, self._rows = self._rows, {}
        for widget in (*self._heads, *before.values()):
            self._list.removeWidget(widget)  # a row keeps its first item for good, so that goes first
        for head in self._heads:
            head.hide()
            head.deleteLater()
        self._heads = []
        for title, sentences in sections:
            head = label(title, "h2")
            head.setContentsMargins(12, 10, 12, 4)
            self._heads.append(head)
            self._append(head)
            for sentence in sentences:
                row = before.pop(sentence.code, None) or self._new_row(sentence)
                row.show_sentence(sentence)
                self._rows[sentence.code] = row
                self._append(row)
        for gone in before.values():
            gone.hide()
            gone.deleteLater()
        rows = list(self._rows.values())
        for one, other in pairwise(rows):
            QWidget.setTabOrder(one, other)

    def _append(self, widget: QWidget) -> None:
        self._list.insertWidget(self._list.count() - 1, widget)  # the stretch stays last
        widget.show()  # now and not in the next turn, so that it can take the focus

    def _new_row(self, sentence: Sentence) -> SentenceRow:
        row = SentenceRow(self._look, sentence)
        row.entered.connect(self._on_entered)
        row.stepped.connect(self._on_stepped)
        row.included.connect(self.included)
        row.kept.connect(self.edited)
        row.emptied.connect(self.emptied)
        row.refused.connect(self.refused)
        row.figure_opened.connect(self.figure_opened)
        return row

    def _go(self, code: str) -> None:
        if self._current in self._rows and self._current != code:
            self._rows[self._current].show_current(current=False)
        self._current = code
        if code not in self._rows:
            self.restore_button.setEnabled(False)
            return
        row = self._rows[code]
        for other in self._rows.values():
            if other is not row and other.property("now"):
                other.show_current(current=False)
        row.show_current(current=True)
        if self._why_locked:
            self.restore_button.setEnabled(False)
            self.restore_button.set_tip(self._why_locked)
            return
        edited = row.sentence.edited
        self.restore_button.setEnabled(edited)
        said = self.tr("{} 换回由台账写成的句子") if edited else self.tr("{} 没有改过")
        self.restore_button.set_tip(said.format(short_code(code)), "Ctrl+R" if edited else "")

    @Slot(str)
    def _on_entered(self, code: str) -> None:
        self._go(code)

    @Slot(str, int)
    def _on_stepped(self, code: str, by: int) -> None:
        codes = list(self._rows)
        place = codes.index(code) + by
        if 0 <= place < len(codes):
            self.go_to(codes[place])

    @Slot()
    def _on_restore_clicked(self) -> None:
        if self._current:
            self.restored.emit(self._current)
