"""The question before a draft goes back: which of the office's reasons, what else, and when."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from jinshi_desk.domain.returns import Return
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.ask import Question
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.labels import label

_COLUMNS = 3
_DIGITS = "123456789"


class AskReturn(Question):
    """Reasons to tick, each by its digit too, a remark and the day; only agreed to with a reason.

    ``until`` says on which day a draft returned on a day must be back.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        reasons: Sequence[str],
        on: date,
        until: Callable[[date], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, title, "", self.tr("退回"), self.tr("再看看"), parent)
        self._until = until
        self.boxes = [QCheckBox(_numbered(place, reason)) for place, reason in enumerate(reasons)]
        self._reasons = tuple(reasons)
        self.remark = QLineEdit()
        self.remark.setAccessibleName(self.tr("另外要说的话"))
        self.remark.setPlaceholderText(self.tr("可不填，另外要说的话"))
        self.day = DateField(self.tr("退回日期"), lambda: on)
        self.day.setFixedWidth(look.theme.scaled(110))
        self.day.set_day(on)
        self._told = label("", "hint")
        for box, reason in zip(self.boxes, reasons, strict=True):
            box.setAccessibleName(reason)
            box.toggled.connect(self._on_changed)
            box.installEventFilter(self)
        self.remark.textChanged.connect(self._on_changed)
        self.day.textChanged.connect(self._on_changed)
        self._arrange(look)
        self._on_changed()

    def _arrange(self, look: Look) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, box in enumerate(self.boxes):
            grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(label(self.tr("退回日期"), "label"))
        days.addWidget(self.day)
        days.addWidget(self._told, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.remark)
        self.body.addLayout(days)
        self.setFixedWidth(look.theme.scaled(468))
        (self.boxes[0] if self.boxes else self.remark).setFocus()

    @property
    def returned(self) -> Return:
        """What was ticked and typed; without reasons while nothing was."""
        ticked = (reason for reason, box in zip(self._reasons, self.boxes, strict=True) if box.isChecked())
        return Return.of(self.day.day or date.min, tuple(ticked), self.remark.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            place = _DIGITS.find(event.text()) if event.text() else -1
            if 0 <= place < len(self.boxes):
                self.boxes[place].toggle()
                self.boxes[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_changed(self) -> None:
        day = self.day.day
        until = self._until(day) if day else None
        self._told.setText(
            self.tr("{}月{}日前报回的，仍按原收稿日期算").format(until.month, until.day) if until else ""
        )
        missing = self.tr("选原因或写明原因后可用") if not self.returned.reasons else ""
        missing = missing or ("" if day else self.tr("退回日期不是日期"))
        self.verb_button.setEnabled(not missing)
        self.verb_button.set_tip(missing)


def _numbered(place: int, reason: str) -> str:
    return f"{place + 1} {reason}" if place < len(_DIGITS) else reason
