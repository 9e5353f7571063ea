"""The forms of 计数规则: how drafts are counted from a month on, and what a unit alone owes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.counting import CountingRules
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.rules import CountBasis
from jinshi_desk.domain.unit_acts import Charge, UnitAct
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.ui.office.act_form import ActForm
from jinshi_desk.ui.office.unit_forms import UnitForm
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import MonthField, NumberField
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.wording import CATEGORY, GROUP


class CountingForm(ActForm):
    """What the groups owe, what counts, what it weighs, until when 补报 is taken; and from which month on."""

    def __init__(self, look: Look) -> None:
        hint = self.tr(
            "补报期限写次月几日。以前各月不变，已关账的月份改不了；"
            "考核规则的其余各条照旧，要改在“设置 › 考核规则”。"
        )
        super().__init__(look, self.tr("现行规则"), hint, self.tr("改规则"), "save")
        self.quotas = {group: NumberField(name) for group, name in GROUP.items()}
        self.weights = {category: NumberField(name) for category, name in CATEGORY.items()}
        self.basis = QComboBox()
        self.close_day = NumberField(self.tr("补报到次月几日"))
        self.close_day.setPlaceholderText(self.tr("次月几日"))
        self.month = MonthField(self.tr("从哪个月起"))
        names = {
            CountBasis.VALID: self.tr("有效报送"),
            CountBasis.RECEIVED: self.tr("报送"),
            CountBasis.ADOPTED: self.tr("采用"),
        }
        for basis, name in names.items():
            self.basis.addItem(name, basis)
        self._add_rows()
        self.back_button.hide()

    def _add_rows(self) -> None:
        town, bureau, office = (self.quotas[group] for group in Group)
        news, essay, experience, research = (self.weights[category] for category in Category)
        self.form.add_widget(label(self.tr("每月任务（条）"), "h2"))
        self.form.add_row(("quota", self.tr("镇街"), town), ("quota_bureau", self.tr("市直"), bureau))
        self.form.add_row(
            ("quota_office", self.tr("组室"), office), ("basis", self.tr("按什么算"), self.basis)
        )
        self.form.add_row(("close_day", self.tr("补报期限"), self.close_day))
        self.form.add_widget(label(self.tr("一篇折几条"), "h2"))
        self.form.add_row(
            ("weights", CATEGORY[Category.NEWS], news), ("essay", CATEGORY[Category.ESSAY], essay)
        )
        self.form.add_row(
            ("experience", CATEGORY[Category.EXPERIENCE], experience),
            ("research", CATEGORY[Category.RESEARCH], research),
        )
        self.form.add_row(("month", self.tr("从几月起"), self.month))
        self._end()

    def show_rules(self, counting: CountingRules, since: Month, month: Month) -> None:
        """Show what holds since a month; a change begins in ``month`` unless another is typed."""
        self.chip.show_chip(self.tr("自{}起").format(since.label), "neutral")
        for group, quota in self.quotas.items():
            quota.set_number(counting.required[group])
        for category, weight in self.weights.items():
            weight.set_number(counting.weights[category])
        self.basis.setCurrentIndex(self.basis.findData(counting.basis))
        self.close_day.set_number(counting.close_day)
        self.month.set_month(month)
        self.settle()

    def act(self) -> CountingRules:
        """Return what is typed; from which month on, ``month`` says."""
        return CountingRules(
            {group: quota.number for group, quota in self.quotas.items()},
            {category: weight.number for category, weight in self.weights.items()},
            CountBasis(self.basis.currentData()),
            self.close_day.number,
        )


class ChargeForm(UnitForm):
    """定单位任务."""

    def __init__(self, look: Look) -> None:
        hint = self.tr("从这个月起按这个数催报、算分；空着就又按组别。以前各月不变。")
        super().__init__(look, self.tr("定单位任务"), hint, self.tr("定下来"), "save")
        self.unit = ChoiceField(look, self.tr("单位"))
        self.quota = NumberField(self.tr("每月几条"))
        self.quota.setPlaceholderText(self.tr("空着按组别"))
        self.reason = QLineEdit()
        self.form.add_row(("unit", self.tr("单位"), self.unit))
        self.form.add_row(("quota", self.tr("每月几条"), self.quota))
        self.form.add_row(("reason", self.tr("原因"), self.reason))
        self._end_form()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Set the units there are."""
        self.unit.set_choices(choices)

    def begin(self, unit: Unit | None) -> None:
        self.unit.set_chosen(unit.id if unit else None)
        self.quota.set_number(None)
        self.reason.clear()

    def act(self) -> UnitAct:
        unit = self.unit.chosen_id or self.unit.text().strip()
        return Charge(unit, self.quota.number, self.month.month, self.reason.text().strip())

    def phrase(self, problem: Problem) -> str:
        if problem == Problem("unit", "unknown"):
            return problem_phrase(Problem("unit", "missing"))
        return super().phrase(problem)
