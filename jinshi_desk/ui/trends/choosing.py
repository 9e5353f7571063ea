"""What a chart is to show: the measure, whose it is, and the year."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jinshi_desk.domain.trends import EVERYONE, Measure, Whose
from jinshi_desk.domain.units import Group
from jinshi_desk.trend_words import EVERYONES, MEASURE
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.wording import GROUP

_ALL, _ONE = "all", "one"
_FIELD = 170


class ChoosingBar(QWidget):
    """Two rows: measures and the year, groups and the field for one unit."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._years = (0, 0)
        self._year = 0
        self.measures = Segments(look, self.tr("看什么"))
        self.groups = Segments(look, self.tr("看谁"))
        self.unit_field = ChoiceField(look, self.tr("单位"))
        self.back_button = Button(look, icon="chevron-left", kind="quiet", name=self.tr("上一年"))
        self.on_button = Button(look, icon="chevron-right", kind="quiet", name=self.tr("下一年"))
        self._shown_year = label("", "title")
        self.measures.show_segments([Segment(each.value, MEASURE[each]) for each in Measure])
        self.groups.show_segments(
            [
                Segment(_ALL, EVERYONES),
                *(Segment(group.value, GROUP[group]) for group in Group),
                Segment(_ONE, self.tr("一家单位")),
            ]
        )
        self.unit_field.setPlaceholderText(self.tr("单位或拼音首字母"))
        self._connect()
        self._arrange()
        self._fit()

    def _connect(self) -> None:
        for number, measure in enumerate(Measure, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=measure.value: self.measures.choose(key))
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._on_unit_wanted)
        for button, key in ((self.back_button, "Ctrl+Alt+Left"), (self.on_button, "Ctrl+Alt+Right")):
            button.setShortcut(key)
            button.set_tip(button.accessibleName(), key)
        self.measures.chosen.connect(self.changed)
        self.groups.chosen.connect(self._on_group_chosen)
        self.unit_field.chosen.connect(self._on_unit_chosen)
        self.back_button.clicked.connect(lambda: self._turn_to(self._year - 1))
        self.on_button.clicked.connect(lambda: self._turn_to(self._year + 1))
        self._look.changed.connect(self._fit)

    def _arrange(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(8)
        above.addWidget(self.measures)
        above.addStretch()
        for part in (self.back_button, self._shown_year, self.on_button):
            above.addWidget(part)
        below.addWidget(self.groups)
        below.addWidget(self.unit_field)
        below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(above)
        column.addLayout(below)

    def offer(self, units: Sequence[Choice], years: tuple[int, int], year: int) -> None:
        """Set which units and years there are; begin with ``year``, or the nearest there is, silently."""
        self.unit_field.set_choices(units)
        self._years = years
        self._show_year(min(max(year, years[0]), years[1]))

    @property
    def year(self) -> int:
        return self._year

    @property
    def measure(self) -> Measure:
        return Measure(self.measures.current)

    @property
    def whose(self) -> Whose | None:
        """Whose amounts are wanted; none where a unit is still to be named."""
        match self.groups.current:
            case "all":
                return EVERYONE
            case "one":
                unit = self.unit_field.chosen_id
                return None if unit is None else Whose(unit=unit)
            case group:
                return Whose(Group(group))

    def show_everyone(self) -> None:
        """Choose all units."""
        self.groups.choose(_ALL)

    def _turn_to(self, year: int) -> None:
        self._show_year(year)
        self.changed.emit()

    def _show_year(self, year: int) -> None:
        first, last = self._years
        self._year = year
        self._shown_year.setText(self.tr("{}年").format(year))
        self.back_button.setEnabled(year > first)
        self.on_button.setEnabled(year < last)

    @Slot()
    def _on_group_chosen(self) -> None:
        if self.groups.current == _ONE:
            self.unit_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.unit_field.selectAll()
        self.changed.emit()

    @Slot(object)
    def _on_unit_chosen(self, unit: Choice | None) -> None:
        if unit is not None and self.groups.current != _ONE:
            self.groups.choose(_ONE)
        elif self.groups.current == _ONE:
            self.changed.emit()

    @Slot()
    def _on_unit_wanted(self) -> None:
        self.groups.choose(_ONE)

    @Slot()
    def _fit(self) -> None:
        self.unit_field.setFixedWidth(self._look.theme.scaled(_FIELD))
