"""How far something has come: ✓ where it was done, a number where it is, dashes where it is yet to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.lettering import Lettering

_HEIGHT, _DISC, _LEFT, _RIGHT, _TEXT = 50, 20, 12, 12, 44
_TICK = 14


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step: its name, who and how in words, and at the right when."""

    name: str
    state: StepState
    words: str = ""
    when: str = ""


class Steps(QWidget):
    """Draws steps one below another, joined by a line."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.lines: tuple[StepLine, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def show_steps(self, lines: Sequence[StepLine]) -> None:
        """Show ``lines`` instead of what was there."""
        self.lines = tuple(lines)
        said = (f"{line.name} {line.words} {line.when}".strip() for line in lines)
        self.setAccessibleDescription("；".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.theme.scaled(240), len(self.lines) * self._step + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.theme.scaled(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(len(self.lines) - 1):
            self._paint_join(painter, place)
        for place in range(len(self.lines)):
            self._paint_step(painter, place)

    @property
    def _step(self) -> int:
        return self._look.theme.scaled(_HEIGHT)

    def _middle(self, place: int) -> QPointF:
        scaled = self._look.theme.scaled
        return QPointF(scaled(_LEFT) + scaled(_DISC) / 2, 4 + place * self._step + self._step * 0.34)

    def _paint_join(self, painter: QPainter, place: int) -> None:
        theme, half = self._look.theme, self._look.theme.scaled(_DISC) / 2
        done = self.lines[place].state is StepState.DONE
        pen = QPen(theme.color("ok" if done else "border_field"), 2 if done else 1.2)
        if not done:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(self._middle(place) + QPointF(0, half), self._middle(place + 1) - QPointF(0, half))

    def _paint_step(self, painter: QPainter, place: int) -> None:
        theme, line = self._look.theme, self.lines[place]
        text = QRectF(
            theme.scaled(_TEXT), 4 + place * self._step, self.width() - theme.scaled(_TEXT), self._step - 4
        )
        if line.state is StepState.NOW:
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.setBrush(theme.color("accent_tint"))
            painter.drawRoundedRect(text.adjusted(-6.5, 0.5, 0.5 - _RIGHT + 4, -0.5), 4, 4)
        self._paint_mark(painter, place)
        text.setRight(self.width() - _RIGHT - (0 if line.state is not StepState.NOW else 2))
        upper, lower = QRectF(text), QRectF(text)
        upper.setBottom(text.center().y() + 1)
        lower.setTop(text.center().y() - 1)
        width = self._small.width(line.when)
        painter.setPen(theme.color("accent" if line.state is StepState.NOW else "text2"))
        self._small.at_left(painter, upper.adjusted(upper.width() - width - 1, 0, 1, 0), line.when)
        upper.setRight(upper.right() - width - (8 if width else 0))
        painter.setPen(theme.color("text3" if line.state is StepState.LATER else "text"))
        self._bold.at_left(painter, upper, line.name)
        painter.setPen(theme.color("text3" if line.state is StepState.LATER else "text2"))
        self._small.at_left(painter, lower, line.words)

    def _paint_mark(self, painter: QPainter, place: int) -> None:
        theme, state, side = self._look.theme, self.lines[place].state, self._look.theme.scaled(_DISC)
        box = QRectF(0, 0, side, side)
        box.moveCenter(self._middle(place))
        if state is StepState.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ok"))
            painter.drawEllipse(box)
            tick = self._look.pixmap("check", "surface", _TICK)
            painter.drawPixmap(box.center() - QPointF(_TICK / 2, _TICK / 2), tick)
            return
        now = state is StepState.NOW
        painter.setPen(QPen(theme.color("accent" if now else "border_field"), 2 if now else 1))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setPen(theme.color("accent" if now else "text3"))
        self._small.centred(painter, box, str(place + 1))

    @Slot()
    def _on_look_changed(self) -> None:
        theme = self._look.theme
        self._small = Lettering(theme.font("font_small"))
        self._bold = Lettering(theme.font(bold=True))
        self.updateGeometry()
        self.update()
