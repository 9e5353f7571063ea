"""The form for a correction (更正) of a closed month."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.problems import Problem
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.ledgers.fields import PointsField
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.form import FieldProblem
from jinshi_desk.ui.widgets.labels import label


class CorrectionPage(EntryPage):
    """Puts a closed month right in the open one; ``submitted`` a NewCorrection."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("登记更正"), self.tr("登记更正"), "add")
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self._objection: int | None = None
        self.unit = ChoiceField(look, self.tr("单位"))
        self.unit.setPlaceholderText(self.tr("单位或拼音首字母"))
        self.month = ChoiceField(look, self.tr("更正月份"))
        self.month.setPlaceholderText(self.tr("已关账的月份，如 2022-05"))
        self.points = PointsField(self.tr("差额"))
        self.points.setPlaceholderText(self.tr("如 1.5 或 −2"))
        self.sum = label("", "hint")
        self.sum.setWordWrap(True)
        self.reason = QLineEdit()
        self.registered = DateField(self.tr("登记日期"), lambda: self._near)
        self.form.add_row(("unit", self.tr("单位"), self.unit))
        self.form.add_row(("corrected_month", self.tr("更正月份"), self.month))
        self.form.add_row(("cents", self.tr("差额"), self.points))
        self.form.add_widget(self.sum)
        self.form.add_row(("reason", self.tr("原因"), self.reason))
        self.form.add_row(("registered_on", self.tr("登记日期"), self.registered))
        self.unit.chosen.connect(self._on_sum_touched)
        self.month.chosen.connect(self._on_sum_touched)
        self.points.textChanged.connect(self._on_sum_touched)
        self._finish()

    def start(self, month: Month) -> None:
        """Be ready for a correction, registered while ``month`` is worked on."""
        self._near = self._desks.near(month)
        closed = self._desks.ledgers.closed_months()
        self.unit.set_choices(self._units.on(self._near))
        self.unit.set_chosen(None)
        self.month.set_choices([Choice(str(each), each.label, also=(str(each),)) for each in closed])
        self.month.set_chosen(None)
        self.points.clear()
        self.reason.clear()
        self.registered.set_day(self._near)
        self._on_sum_touched()
        self._objection = None
        self._start(self.tr("已关账的月份不再改动，差额记在未关账的最早一个月，并印进通报的更正。"))

    def start_for(self, month: Month, new: NewCorrection) -> None:
        """Be ready for the correction that an objection led to."""
        self.start(month)
        self._objection = new.objection
        self.unit.set_chosen(new.unit)
        self.month.set_chosen(str(new.corrected_month))
        self.reason.setText(new.reason)
        self._on_sum_touched()
        self._start(
            self.tr("异议成立，填上差额就登记；记在未关账的最早一个月，并印进通报的更正。"), focus=False
        )
        self.points.setFocus()

    def entry(self) -> NewCorrection:
        month = self._chosen_month()
        return NewCorrection(
            unit=self.unit.chosen_id or "",
            corrected_month=month or Month.of(self._near),
            cents=self.points.cents or 0,
            reason=self.reason.text().strip(),
            registered_on=self.registered.day or self._near,
            objection=self._objection,
        )

    def _problems(self) -> Iterable[Problem]:
        return self._desks.corrections.check(self.entry())

    def _more_problems(self) -> Iterator[FieldProblem]:
        if self.points.is_unreadable:
            yield FieldProblem("cents", "bad", self.tr("不是分数，如 1.5 或 −2"))
        elif self.points.cents is None:
            yield FieldProblem("cents", "bad", self.tr("没有填差额"))
        if not self.month.text().strip():
            yield FieldProblem("corrected_month", "bad", self.tr("没有选月份"))

    def _chosen_month(self) -> Month | None:
        return Month.parse(self.month.chosen_id) if self.month.chosen_id else None

    @Slot()
    def _on_sum_touched(self) -> None:
        """Say what the unit had and what it will have."""
        month, unit = self._chosen_month(), self.unit.chosen_id
        if month is None or unit is None:
            self.sum.hide()
            return
        had = self._desks.ledgers.corrected_so_far(unit, month)
        said = self.tr("{}原为 {} 分").format(month.label, plain(had))
        if self.points.cents:
            said += self.tr("，更正后 {} 分").format(plain(had + self.points.cents))
        self.sum.setText(said)
        self.sum.show()
