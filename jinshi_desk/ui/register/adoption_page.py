"""The form for one adoption: where it ran, when, how, and whether that is proven."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.adoptions import Mode, NewAdoption, Position
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.ui.register.choices import outlet_choices
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import scrolled
from jinshi_desk.ui.widgets.pick import Pick
from jinshi_desk.ui.widgets.side_page import SidePage
from jinshi_desk.wording import LEVEL_WITH_PLACE, MODE, POSITION


class AdoptionPage(SidePage):
    """Lies over the draft's form; ``submitted`` says what was typed, once nothing in it is red."""

    submitted = Signal(object)  # NewAdoption

    def __init__(
        self,
        look: Look,
        register: RegisterDesk,
        adoptions: AdoptionDesk,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.name_page(self.tr("登记采用"))
        self._register = register
        self._adoptions = adoptions
        self._today = today
        self._number = ""
        self._outlets: dict[str, Outlet] = {}
        self._left: set[str] = set()
        self._make(look)
        self._arrange(look)
        self.outlet.chosen.connect(self._on_outlet_chosen)
        self.form.left.connect(self._on_left)
        self.form.edited.connect(self._on_edited)
        self.form.end_reached.connect(self._on_submitted)
        self.file_button.clicked.connect(self._on_submitted)

    def _make(self, look: Look) -> None:
        self.heading = label("", "body")
        self.heading.setWordWrap(True)
        self.outlet = ChoiceField(look, self.tr("媒体"))
        self.outlet.setPlaceholderText(self.tr("媒体名称或拼音首字母"))
        self.level = QLineEdit()
        self.level.setReadOnly(True)
        self.adopted = DateField(self.tr("刊发日期"), self._today)
        self.registered = DateField(self.tr("登记日期"), self._today)
        self.mode = Pick(self.tr("方式"), MODE)
        self.position = Pick(self.tr("位置"), POSITION)
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("可不填，如第2版或网址"))
        self.evidence = QLineEdit()
        self.evidence.setPlaceholderText(self.tr("可不填，如截图、样报存放处"))
        self.verified = QCheckBox(self.tr("已核实，核实后才计分"))
        self.file_button = Button(look, self.tr("登记采用"), "adoption", "primary", "Ctrl+S")

    def _arrange(self, look: Look) -> None:
        self.form = Form(look)
        self.form.add_widget(self.heading)
        self.form.add_row(("outlet", self.tr("媒体"), self.outlet), ("level", self.tr("级别"), self.level))
        self.form.add_row(
            ("adopted_on", self.tr("刊发日期"), self.adopted),
            ("registered_on", self.tr("登记日期"), self.registered),
        )
        self.form.add_row(("mode", self.tr("方式"), self.mode), ("position", self.tr("位置"), self.position))
        self.form.add_row(("place", self.tr("版面链接"), self.place))
        self.form.add_row(("evidence", self.tr("凭据"), self.evidence))
        self.form.add_row(("verified", self.tr("核实"), self.verified))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch()
        self.body.addWidget(scrolled(inside))
        self.foot.addWidget(self.file_button)
        self.foot.addStretch()

    def start(self, number: str, title: str) -> None:
        """Be ready for an adoption of the draft ``number``."""
        outlets = self._register.outlets()
        self._number = number
        self._outlets = {outlet.id: outlet for outlet in outlets}
        self.heading.setText(f"{number}　《{title}》")
        self.outlet.set_choices(outlet_choices(self._register.spelled_outlets(), outlets))
        self.outlet.set_chosen(None)
        self.level.clear()
        self.adopted.clear()
        self.registered.set_day(self._today())
        self.mode.set_member(Mode.SOLE)
        self.position.set_member(Position.NORMAL)
        self.place.clear()
        self.evidence.clear()
        self.verified.setChecked(False)
        self._left = set()
        self.form.show_problems([])
        self.form.go_first()

    @property
    def is_dirty(self) -> bool:
        """Tell whether anything was typed."""
        return any(line.text().strip() for line in (self.outlet, self.adopted, self.place, self.evidence))

    def adoption(self) -> NewAdoption:
        """Return what the form says."""
        return NewAdoption(
            outlet=self.outlet.chosen_id or "",
            adopted_on=self.adopted.day or self._today(),
            registered_on=self.registered.day or self._today(),
            mode=self.mode.member,
            position=self.position.member,
            place=self.place.text().strip(),
            evidence=self.evidence.text().strip(),
            verified=self.verified.isChecked(),
        )

    def _problems(self) -> Iterator[Problem]:
        days = {"adopted_on": self.adopted, "registered_on": self.registered}
        unreadable = {name for name, field in days.items() if field.day is None}
        yield from (days[name].unread(name) for name in unreadable)
        for problem in self._adoptions.check(self._number, self.adoption()):
            if problem.field == "outlet" and self.outlet.text().strip():
                yield Problem("outlet", "unknown", detail=self.outlet.text().strip())
            elif problem.field not in unreadable and not (unreadable and problem.reason == "before_adoption"):
                yield problem

    def _show(self, *, go_to_first: bool = False) -> bool:
        problems = tuple(self._problems())
        shown = [
            FieldProblem(problem.field, problem.severity.value, problem_phrase(problem))
            for problem in problems
            if problem.field in self._left
        ]
        self.form.show_problems(shown, go_to_first=go_to_first)
        return all(problem.severity is not Severity.BAD for problem in problems)

    @Slot(object)
    def _on_outlet_chosen(self, choice: Choice | None) -> None:
        outlet = self._outlets.get(choice.id) if choice is not None else None
        self.level.setText(LEVEL_WITH_PLACE[outlet.level] if outlet else "")
        # What our own account ran needs no evidence from outside.
        self.verified.setChecked(outlet is not None and outlet.own)

    @Slot(str)
    def _on_left(self, name: str) -> None:
        if self.is_dirty:
            self._left.add(name)
            self._show()

    @Slot(str)
    def _on_edited(self, _name: str) -> None:
        if self._left:
            self._show()

    @Slot()
    def _on_submitted(self) -> None:
        self._left = set(self.form.fields)
        if self._show(go_to_first=True):
            self.submitted.emit(self.adoption())
