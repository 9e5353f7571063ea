"""The room a dialog takes: its parts over the foot band, as large as drawn where the screen lets it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.foot_band import FootBand

_ROUND = 80  # px that a dialog leaves of the screen, title bar included


def lay_out(dialog: QDialog, inside: QWidget | QLayout, foot: FootBand) -> None:
    """Put ``inside`` over the foot: a layout as it stands, a widget with the usual room around it."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(inside if isinstance(inside, QLayout) else _around(inside), 1)
    column.addWidget(foot)


def _around(widget: QWidget) -> QLayout:
    room = QVBoxLayout()
    room.setContentsMargins(8, 8, 8, 8)
    room.addWidget(widget)
    return room


def fit(dialog: QDialog, look: Look, size: tuple[int, int]) -> None:
    """Make ``dialog`` as large as ``size``, px at the standard text, where the screen has the room."""
    room = dialog.screen().availableGeometry().size() - QSize(_ROUND, _ROUND)
    dialog.resize(QSize(*map(look.theme.scaled, size)).boundedTo(room))
