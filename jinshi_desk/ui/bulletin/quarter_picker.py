"""The quarter that is reviewed, with the way to the one before and after."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from jinshi_desk.domain.periods import Period
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button

_MONTHS, _QUARTERS = 3, 4
_FIRST_YEAR, _LAST_YEAR = 1901, 2099


class QuarterPicker(QWidget):
    """``‹ 2022年第二季度 ›``; the name opens the four of its year."""

    picked = Signal(object)  # the period

    def __init__(self, look: Look, quarter: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quarter = quarter
        self.before_button = Button(look, icon="chevron-left", kind="quiet", name=self.tr("上个季度"))
        self.name_button = Button(look, quarter.label, kind="quiet")
        self.after_button = Button(look, icon="chevron-right", kind="quiet", name=self.tr("下个季度"))
        self.before_button.clicked.connect(lambda: self._step(-_MONTHS))
        self.name_button.clicked.connect(self._on_name_clicked)
        self.after_button.clicked.connect(lambda: self._step(_MONTHS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.before_button, self.name_button, self.after_button):
            row.addWidget(button)
        self.show_quarter(quarter)

    @property
    def quarter(self) -> Period:
        """The quarter that is picked."""
        return self._quarter

    def show_quarter(self, quarter: Period) -> None:
        """Show ``quarter``; tells nobody."""
        self._quarter = quarter
        self.name_button.setText(quarter.label)
        self.name_button.setAccessibleName(quarter.label)
        self.before_button.setEnabled(quarter.first.year > _FIRST_YEAR)
        self.after_button.setEnabled(quarter.last.year < _LAST_YEAR)

    def _step(self, months: int) -> None:
        self._pick(Period(self._quarter.first.plus(months), self._quarter.last.plus(months)))

    def _pick(self, quarter: Period) -> None:
        self.show_quarter(quarter)
        self.picked.emit(quarter)

    @Slot()
    def _on_name_clicked(self) -> None:
        menu = QMenu(self)
        for number in range(1, _QUARTERS + 1):
            quarter = Period.quarter(self._quarter.first.year, number)
            action = menu.addAction(quarter.label, lambda quarter=quarter: self._pick(quarter))
            action.setCheckable(True)
            action.setChecked(quarter == self._quarter)
        menu.popup(self.name_button.mapToGlobal(self.name_button.rect().bottomLeft()))
        menu.aboutToHide.connect(menu.deleteLater)
