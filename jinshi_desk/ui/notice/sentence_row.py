"""A sentence of the bulletin: whether it is used, its text with linked figures, and its editor."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QWidget

from jinshi_desk.domain.bulletins import Sentence
from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.ui.notice.sentence_editor import SentenceEditor
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import IconLabel
from jinshi_desk.ui.widgets.labels import Chip, Link, LinkedText, label, restyle


class SentenceRow(QFrame):
    """Space uses it or not, Enter or double click rewrites it, F2 opens its first figure."""

    entered = Signal(str)  # all signals begin with the sentence's code
    stepped = Signal(str, int)
    included = Signal(str, bool)
    kept = Signal(str, str)
    emptied = Signal(str)
    figure_opened = Signal(str)  # the figure's key
    refused = Signal(str)

    def __init__(self, look: Look, sentence: Sentence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self._editing = False
        self._locked = False
        self.setProperty("role", "sentence")
        self.setProperty("now", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tick = QCheckBox()
        self.tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._code = label(short_code(sentence.code), "hint")
        self.text = LinkedText()
        self.text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.editor = SentenceEditor()
        self.chip = Chip(self.tr("已改"))
        self.warning = _Broken(look)
        self.tick.clicked.connect(self._on_ticked)
        self.text.link_opened.connect(self.figure_opened)
        self.warning.text.link_opened.connect(self.figure_opened)
        self.editor.kept.connect(self._on_kept)
        self.editor.dropped.connect(self.drop)
        self._arrange()
        self.editor.hide()
        self.show_sentence(sentence)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(11, 6, 12, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.tick, 0, 0, top)
        grid.addWidget(self._code, 0, 1, top)
        grid.addWidget(self.text, 0, 2)
        grid.addWidget(self.editor, 0, 2)
        grid.addWidget(self.chip, 0, 3, top)
        grid.addWidget(self.warning, 1, 2, 1, 2)
        self._code.setMinimumWidth(self._code.fontMetrics().horizontalAdvance("T18"))

    @property
    def sentence(self) -> Sentence:
        return self._sentence

    @property
    def editing(self) -> bool:
        return self._editing

    def show_sentence(self, sentence: Sentence) -> None:
        """Show the sentence anew; what is being typed stays, unless it is what the sentence says now."""
        self._sentence = sentence
        if self._editing and clean_line(self.editor.toPlainText()) == sentence.text:
            self._leave_editor()
        self.tick.setChecked(sentence.included)
        self.chip.setVisible(sentence.edited)
        self.text.show_parts(_parts(sentence))
        restyle(self.text, "role", "" if sentence.included else "unused")
        self.warning.show_broken(sentence)
        self._name()

    def lock(self, why: str) -> None:
        """Let nothing be changed, for the reason ``why``; an empty one takes the lock off."""
        self._locked = bool(why)
        if self._locked:
            self.drop()
        self.tick.setEnabled(not self._locked)
        self.tick.setToolTip(why)

    def show_current(self, *, current: bool) -> None:
        """Show whether this is the row that keys act on; it alone is reached by Tab."""
        restyle(self, "now", "1" if current else "")
        for part in (self._code, self.chip):  # their colours depend on the ground
            part.style().unpolish(part)
            part.style().polish(part)
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if current else policy.ClickFocus)
        self.text.setFocusPolicy(policy.TabFocus if current else policy.NoFocus)

    def edit(self) -> None:
        """Open the editor."""
        if self._locked:
            self.refused.emit(self._sentence.code)
        elif not self._editing:
            self._editing = True
            self.text.hide()
            self.editor.show()
            self.editor.begin(self._sentence.text)

    def finish(self) -> None:
        """Keep what is being typed, as leaving the editor would."""
        if self._editing:
            self._on_kept()

    def drop(self) -> None:
        """Close the editor, whatever is typed in it."""
        if self._editing:
            self._leave_editor()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self._sentence.code)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.finish()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit()
            case Qt.Key.Key_Space:
                self.included.emit(self._sentence.code, not self._sentence.included)
            case Qt.Key.Key_F2:
                figures = list(_figures(self._sentence))
                if figures:
                    self.figure_opened.emit(figures[0])
            case Qt.Key.Key_Up:
                self.stepped.emit(self._sentence.code, -1)
            case Qt.Key.Key_Down:
                self.stepped.emit(self._sentence.code, 1)
            case _:
                super().keyPressEvent(event)

    def _leave_editor(self) -> None:
        had_focus = self.editor.hasFocus()
        self._editing = False
        self.editor.hide()
        self.text.show()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        said = [short_code(self._sentence.code)]
        if not self._sentence.included:
            said.append(self.tr("不用"))
        if self._sentence.edited:
            said.append(self.tr("已改"))
        self.setAccessibleName("，".join((*said, self._sentence.text)))
        self.setAccessibleDescription(self.warning.said)
        self.tick.setAccessibleName(self.tr("用这一句：{}").format(short_code(self._sentence.code)))

    @Slot(bool)
    def _on_ticked(self, on: bool) -> None:  # noqa: FBT001  # Qt's own signal
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.included.emit(self._sentence.code, on)

    @Slot()
    def _on_kept(self) -> None:
        if not self._editing:
            return
        text = clean_line(self.editor.toPlainText())
        if text and text != self._sentence.text:
            self.kept.emit(self._sentence.code, text)  # the editor stays until the sentence says so
            return
        self._leave_editor()
        if not text:
            self.emptied.emit(self._sentence.code)


class _Broken(QFrame):
    """What an edited sentence says otherwise than the ledger."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = ""
        self.setProperty("role", "problem")
        self.setProperty("level", "warn")
        self.text = LinkedText()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 3)
        row.setSpacing(6)
        row.addWidget(IconLabel(look, "warning", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self.hide()

    def show_broken(self, sentence: Sentence) -> None:
        parts: list[str | Link] = [self.tr("与台账不符：应为 ")]
        for place, figure in enumerate(sentence.broken):
            parts += ["、" if place else "", Link(figure.text, figure.key)]
        self.said = "".join(part.text if isinstance(part, Link) else part for part in parts)
        self.text.show_parts(parts)
        self.setVisible(bool(sentence.broken))
        if not sentence.broken:
            self.said = ""


def short_code(code: str) -> str:
    """Return a sentence's code as the office writes it: ``T7`` for every group's."""
    return code.partition("-")[0]


def _parts(sentence: Sentence) -> Iterator[str | Link]:
    """Yield the text, each figure in it a link."""
    at = 0
    for span in sentence.spans:
        yield sentence.text[at : span.start]
        yield Link(sentence.text[span.start : span.end], span.figure.key)
        at = span.end
    yield sentence.text[at:]


def _figures(sentence: Sentence) -> Iterator[str]:
    yield from (figure.key for figure in sentence.broken)
    yield from (span.figure.key for span in sentence.spans)
