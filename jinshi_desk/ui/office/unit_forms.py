"""The forms of 单位管理: what an act on the list of units asks for."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.unit_acts import Abolish, Create, Edit, Merge, Rename, Split, UnitAct
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.ui.office.act_form import ActForm
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choice_field import ChoiceField, ChoicesField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import MonthField
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.wording import GROUP

_SEPARATOR = "、"


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that stand in ``text``, separated by 、 or commas."""
    for other in "，,;；\n":
        text = text.replace(other, _SEPARATOR)
    return tuple(filter(None, (name.strip() for name in text.split(_SEPARATOR))))


class UnitForm(ActForm):
    """One act on the list of units, which counts from a month on."""

    def __init__(self, look: Look, title: str, hint: str, verb: str, icon: str) -> None:
        super().__init__(look, title, hint, verb, icon)
        self.month = MonthField(self.tr("从哪个月起"))

    def _end_form(self, *, dated: bool = True) -> None:
        """Add what every form ends with."""
        if dated:
            self.form.add_row(("month", self.tr("从几月起"), self.month))
        self._end()

    def start(self, unit: Unit | None, month: Month) -> None:
        """Begin anew for ``unit``, from ``month`` on unless another is typed."""
        self.month.set_month(month)
        self.begin(unit)
        self.settle()
        self.form.go_first()

    def begin(self, unit: Unit | None) -> None:
        """Fill the fields for ``unit``."""
        raise NotImplementedError

    def act(self) -> UnitAct:
        raise NotImplementedError

    def phrase(self, problem: Problem) -> str:
        unreadable = self.month.text().strip() and self.month.month is None
        misread = unreadable and problem == Problem("month", "missing")
        return problem_phrase(Problem("month", "unreadable") if misread else problem)


class _OfOneUnit(UnitForm):
    """A form for the unit chosen in the list."""

    def _begin_form(self) -> None:
        self._unit = ""
        self.of = QLineEdit()
        self.of.setReadOnly(True)
        self.form.add_row(("unit", self.tr("单位"), self.of))

    def begin(self, unit: Unit | None) -> None:
        self._unit = unit.id if unit else ""
        self.of.setText(unit.name if unit else "")


class RenameForm(_OfOneUnit):
    """改名."""

    def __init__(self, look: Look) -> None:
        hint = self.tr("以前各月的通报仍印旧名；导入表格时旧名也认得。")
        super().__init__(look, self.tr("改名"), hint, self.tr("改名"), "edit")
        self._begin_form()
        self.name = QLineEdit()
        self.form.add_row(("name", self.tr("新名称"), self.name))
        self._end_form()

    def begin(self, unit: Unit | None) -> None:
        super().begin(unit)
        self.name.setText(unit.name if unit else "")
        self.name.selectAll()

    def act(self) -> UnitAct:
        return Rename(self._unit, self.name.text().strip(), self.month.month)


class MergeForm(UnitForm):
    """合并."""

    def __init__(self, look: Look) -> None:
        hint = self.tr(
            "合并后的单位结转各家今年累计分的平均数，只计入累计。已登记的稿件仍在原单位名下，从这个月起得的分计入合并后的单位。"
        )
        super().__init__(look, self.tr("合并"), hint, self.tr("合并"), "unit")
        self.units = ChoicesField(look, self.tr("合并哪些单位"))
        self.into = ChoiceField(look, self.tr("合并成"))
        self.into.setPlaceholderText(self.tr("新名称，或并入的单位"))
        self.form.add_row(("units", self.tr("哪几家"), self.units))
        self.form.add_row(("into", self.tr("合并成"), self.into))
        self._end_form()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Set the units there are."""
        self.units.set_choices(choices)
        self.into.set_choices(choices)

    def begin(self, unit: Unit | None) -> None:
        self.units.set_names([f"{unit.name}、"] if unit else [])
        self.into.set_chosen(None)

    def act(self) -> UnitAct:
        named = zip(self.units.ids(), self.units.names(), strict=True)
        units = tuple(known or name for known, name in named)
        return Merge(units, self.into.chosen_id or self.into.text().strip(), self.month.month)


class SplitForm(_OfOneUnit):
    """拆分."""

    def __init__(self, look: Look) -> None:
        hint = self.tr("拆出的单位各结转原单位今年的全部累计分，只计入累计。已登记的稿件仍在原单位名下。")
        super().__init__(look, self.tr("拆分"), hint, self.tr("拆分"), "unit")
        self._begin_form()
        self.names = QLineEdit()
        self.names.setPlaceholderText(self.tr("新单位的名称，用顿号隔开"))
        self.stays = QCheckBox(self.tr("原单位保留"))
        self.form.add_row(("names", self.tr("拆成"), self.names))
        self.form.add_row(("stays", "", self.stays))
        self._end_form()

    def begin(self, unit: Unit | None) -> None:
        super().begin(unit)
        self.names.clear()
        self.stays.setChecked(False)

    def act(self) -> UnitAct:
        return Split(self._unit, names_in(self.names.text()), self.month.month, stays=self.stays.isChecked())


class AbolishForm(_OfOneUnit):
    """撤销单位."""

    def __init__(self, look: Look) -> None:
        hint = self.tr("从这个月起不派任务、不参加排名；以前的稿件、得分和通报不变。")
        super().__init__(look, self.tr("撤销单位"), hint, self.tr("撤销单位"), "void")
        self._begin_form()
        self._end_form()

    def act(self) -> UnitAct:
        return Abolish(self._unit, self.month.month)


class _Named(UnitForm):
    """A form that asks for group and other names."""

    def _add_names(self, *, dated_group: bool = False) -> None:
        self.group = QComboBox()
        for group, name in GROUP.items():
            self.group.addItem(name, group)
        self.aliases = QLineEdit()
        self.aliases.setPlaceholderText(self.tr("可不填，用顿号隔开"))
        self.form.add_row(("group", self.tr("分组"), self.group))
        if dated_group:
            self.form.add_row(("month", self.tr("从几月起"), self.month))
        self.form.add_row(("aliases", self.tr("别名"), self.aliases))


class CreateForm(_Named):
    """新增单位."""

    def __init__(self, look: Look) -> None:
        hint = self.tr("从第一个整月起派任务、参加排名；也可写成立日期，不是1日的算下月。")
        super().__init__(look, self.tr("新增单位"), hint, self.tr("新增"), "add")
        self.name = QLineEdit()
        self.form.add_row(("name", self.tr("名称"), self.name))
        self._add_names()
        self._end_form()

    def begin(self, unit: Unit | None) -> None:
        self.name.clear()
        self.aliases.clear()
        self.group.setCurrentIndex(self.group.findData(unit.group if unit else Group.BUREAU))

    def act(self) -> UnitAct:
        aliases = names_in(self.aliases.text())
        group = Group(self.group.currentData())
        return Create(self.name.text().strip(), group, self.month.month, aliases)


class EditForm(_Named):
    """别名 and 分组 of the unit in the list."""

    def __init__(self, look: Look) -> None:
        hint = self.tr("别名、旧名是表格里可能的写法，导入时按本单位认。")
        super().__init__(look, self.tr("单位"), hint, self.tr("保存"), "save")
        self._unit: Unit | None = None
        self.history = label("")
        self.history.setWordWrap(True)
        self.form.add_row(("history", self.tr("沿革"), self.history))
        self._add_names(dated_group=True)
        self.old_names = QLineEdit()
        self.old_names.setPlaceholderText(self.tr("可不填，用顿号隔开"))
        self.form.add_row(("old_names", self.tr("旧名"), self.old_names))
        self._end_form(dated=False)
        self.back_button.hide()

    def show_unit(self, unit: Unit | None, history: str, month: Month) -> None:
        """Show what is known of ``unit``, another group from ``month`` on; the focus stays where it is."""
        self.month.set_month(month)
        self.begin(unit)
        self.title.setText(unit.name if unit else self.tr("单位"))
        self.setAccessibleName(self.title.text())
        self.history.setText(history)
        self.form.fields["history"].setVisible(bool(history))
        self.settle()
        self.form.setEnabled(unit is not None)
        self.submit_button.setEnabled(False)

    def begin(self, unit: Unit | None) -> None:
        self._unit = unit
        self.group.setCurrentIndex(self.group.findData(unit.group if unit else Group.TOWN))
        self.form.fields["month"].setVisible(self._regroups)
        self.aliases.setText(_SEPARATOR.join(unit.aliases if unit else ()))
        self.old_names.setText(_SEPARATOR.join(unit.old_names if unit else ()))

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that differs."""
        if self._unit is None:
            return False
        return self.act() != Edit(self._unit.id, self._unit.group, self._unit.aliases, self._unit.old_names)

    def act(self) -> UnitAct:
        aliases, old_names = names_in(self.aliases.text()), names_in(self.old_names.text())
        group = Group(self.group.currentData())
        month = self.month.month if self._regroups else None
        return Edit(self._unit.id if self._unit else "", group, aliases, old_names, month)

    @property
    def _regroups(self) -> bool:
        """Whether another group was chosen: that is dated, the rest is not."""
        return self._unit is not None and self._unit.group is not Group(self.group.currentData())

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        super()._on_edited(name)
        self.form.fields["month"].setVisible(self._regroups)
        self.submit_button.setEnabled(self.is_dirty)
