"""The form for a task of a person (任务到人)."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.assignments import TARGET_LIMIT, Counting, NewAssignment
from jinshi_desk.domain.draft_kinds import Category
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.problems import Problem
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import spelled_choice
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField, NumberField
from jinshi_desk.ui.widgets.pick import Pick
from jinshi_desk.wording import CATEGORY, COUNTING


class AssignmentPage(EntryPage):
    """Gives somebody a task; ``submitted`` a NewAssignment."""

    def __init__(self, look: Look, desks: LedgerDesks, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("下达任务"), self.tr("下达任务"), "add")
        self._desks = desks
        self._near = desks.today()
        self.person = ChoiceField(look, self.tr("姓名"))
        self.person.setPlaceholderText(self.tr("姓名或拼音首字母"))
        self.period = ChoiceField(look, self.tr("任务期"))
        self.target = NumberField(self.tr("任务数"), TARGET_LIMIT)
        self.counting: Pick[Counting] = Pick(self.tr("计数"), COUNTING)
        self.category = ChoiceField(look, self.tr("类别"))
        self.category.setPlaceholderText(self.tr("可不填，不分类别"))
        self.category.set_choices([Choice(each.value, name) for each, name in CATEGORY.items()])
        self.day = DateField(self.tr("下达日期"), lambda: self._near)
        self.form.add_row(("person", self.tr("姓名"), self.person))
        self.form.add_row(("period", self.tr("任务期"), self.period))
        self.form.add_row(("target", self.tr("任务数"), self.target))
        self.form.add_row(("counting", self.tr("计数"), self.counting))
        self.form.add_row(("category", self.tr("类别"), self.category))
        self.form.add_row(("assigned_on", self.tr("下达日期"), self.day))
        self._finish()

    def start(self, month: Month) -> None:
        """Be ready for a task; the quarter of ``month`` is offered first, and stays for the next person."""
        self._near = self._desks.near(month)
        people = self._desks.register.spelled_people()
        self.person.set_choices([spelled_choice(each) for each in people])
        self.person.set_chosen(None)
        self.period.set_choices([Choice(str(each), each.label, also=(str(each),)) for each in _near(month)])
        self.period.set_chosen(str(Period.around(month)[1]))
        self.target.clear()
        self.counting.set_member(Counting.VALID)
        self.category.set_chosen(None)
        self.day.set_day(self._near)
        self._start("")

    def entry(self) -> NewAssignment:
        chosen = self.category.chosen_id
        return NewAssignment(
            person=int(self.person.chosen_id or 0),
            period=Period.parse(self.period.chosen_id or str(Month.of(self._near))),
            target=self.target.number or 0,
            assigned_on=self.day.day or self._near,
            counting=self.counting.member,
            category=Category(chosen) if chosen else None,
        )

    def _problems(self) -> Iterable[Problem]:
        return self._desks.assignments.check(self.entry())


def _near(month: Month) -> Iterator[Period]:
    """Yield quarter, month and year of ``month``, then those that come next."""
    for first in (month, Period.around(month)[1].last.next()):
        this, quarter, year = Period.around(first)
        yield from (quarter, this, year) if first == month else (quarter, this)
    yield from Period.around(Month(month.year + 1, 1))[2:]
