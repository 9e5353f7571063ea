"""免考核: a unit owes nothing in some months, for a reason that somebody approved."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.units import Exemption, Unit
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.fields import NumberField
from jinshi_desk.ui.widgets.form import FieldProblem
from jinshi_desk.ui.widgets.side_form import SideForm

_LAST = 12


class ExemptButton(Button):
    """设免考核… or 取消免考核, as the unit's month has it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("设免考核…"), icon="exempt", kind="quiet", key="Ctrl+E", parent=parent)
        self.show_act("", exempt=False, why_not="")

    def show_act(self, where: str, *, exempt: bool, why_not: str) -> None:
        """Offer what fits ``where``, a unit's month; ``why_not`` says why nothing does."""
        words = self.tr("取消免考核") if exempt else self.tr("设免考核…")
        self.setText(words)
        self.setAccessibleName(words.rstrip("…"))
        self.setEnabled(not why_not)
        self.set_tip(why_not or where, "" if why_not else "Ctrl+E")


class ExemptPanel(SideForm):
    """Asks for reason and approver, and until which month it holds."""

    submitted = Signal(list)  # of Exemption, month by month

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("设免考核"), parent)
        self._unit: Unit | None = None
        self._month = Month(2000, 1)
        self.reason = QLineEdit()
        self.approver = QLineEdit()
        self.until = NumberField(self.tr("免到几月"), _LAST)
        self._ask(
            self.tr("这些月份不计任务、不列欠报，任务分不加不扣。"),
            ("reason", self.tr("原因"), self.reason),
            ("approver", self.tr("批准人"), self.approver),
            ("until", self.tr("免到几月"), self.until),
        )
        self.file_button = Button(look, self.tr("设为免考核"), icon="exempt", kind="primary", key="Ctrl+S")
        self._offer(self.file_button, Button(look, self.tr("不设了")))
        self._form.edited.connect(self._on_edited)
        self.file_wanted.connect(self._on_file_wanted)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that would be lost."""
        return bool(self.reason.text().strip() or self.approver.text().strip())

    def ask_for(self, unit: Unit, month: Month) -> None:
        """Start an empty form for ``unit`` from ``month`` on."""
        self._unit, self._month = unit, month
        self.where.setText(f"{unit.name}　{month.label}")
        self.reason.clear()
        self.approver.clear()
        self.until.set_number(month.month)
        self._form.show_problems(())
        self._form.go_first()

    def _problems(self) -> list[FieldProblem]:
        found = [
            FieldProblem(field, "bad", problem_phrase(Problem(field, "missing")))
            for field, control in (("reason", self.reason), ("approver", self.approver))
            if not control.text().strip()
        ]
        until = self.until.number
        if until is None or not self._month.month <= until <= _LAST:
            sentence = self.tr("填 {} 到 12 之间的月份").format(self._month.month)
            found.append(FieldProblem("until", "bad", sentence))
        return found

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        if self._form.fields[name].level:
            self._form.show_problems(problem for problem in self._problems() if problem.field != name)

    @Slot()
    def _on_file_wanted(self) -> None:
        problems = self._problems()
        self._form.show_problems(problems, go_to_first=True)
        if self._unit is None or problems:
            return
        reason, approver = self.reason.text().strip(), self.approver.text().strip()
        last = self.until.number or self._month.month
        self.submitted.emit(
            [
                Exemption(self._unit.id, Month(self._month.year, number), reason, approver)
                for number in range(self._month.month, last + 1)
            ]
        )
