"""A figure of the month on its own ground; clicking it shows where it comes from."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from jinshi_desk.ui.widgets.labels import label


class Tile(QAbstractButton):
    """A name, a big figure with its unit, and a line below."""

    def __init__(self, name: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._unit = unit
        self.setProperty("kind", "tile")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.figure = label("", "figure")
        self.below = label("", "label")
        self._unit_label = label(unit, "label")
        head = label(name, "label")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.figure)
        row.addWidget(self._unit_label, 1, Qt.AlignmentFlag.AlignBottom)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(11, 8, 8, 8)
        column.setSpacing(2)
        column.addWidget(head)
        column.addLayout(row)
        column.addWidget(self.below)
        for part in (head, self.figure, self._unit_label, self.below):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._unit_label.setContentsMargins(0, 0, 0, 4)

    def show_figure(self, figure: str, below: str) -> None:
        """Show ``figure``; a dash stands alone."""
        self.figure.setText(figure)
        unit = self._unit if figure != "—" else ""
        self._unit_label.setText(unit)
        self.below.setText(below)
        self.setAccessibleName(f"{self._name} {figure}{unit}，{below}")
        self.setToolTip(self.tr("看数字来源"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QStyleOption()
        box.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, box, QPainter(self), self)
