"""The forms of 名册: what an act on the roster asks for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.people import label as label_of
from jinshi_desk.domain.people import parted
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.roster import Duty, Person, duties_of
from jinshi_desk.domain.roster_acts import Appoint, Correct, HandOver, Join, Leave, Move, Newcomer, RosterAct
from jinshi_desk.services.contacts import RosterRow
from jinshi_desk.ui.office.act_form import ActForm
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.form import FieldProblem
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.wording import DUTY


@dataclass(frozen=True, slots=True)
class Known:
    """What the forms choose from: the units of today by id, everybody, and both to be found by typing."""

    rows: Mapping[str, RosterRow]
    people: Sequence[Person]
    unit_choices: Sequence[Choice]
    person_choices: Sequence[Choice]

    def choices_at(self, unit: str) -> list[Choice]:
        """Return who ever worked in ``unit``, by label: names are unique there."""
        here = {
            str(person.id): person
            for person in self.people
            if any(post.unit == unit for post in person.posts)
        }
        return [
            Choice(choice.id, here[choice.id].label, choice.initials, choice.pinyin)
            for choice in self.person_choices
            if choice.id in here
        ]


class RosterForm(ActForm):
    """One act on the roster, which counts from a day on."""

    def __init__(
        self, look: Look, today: Callable[[], date], title: str, hint: str, verb: str, icon: str
    ) -> None:
        super().__init__(look, title, hint, verb, icon)
        self._today = today
        self.known = Known({}, (), (), ())
        self.since = DateField(self.tr("从哪天起"), today)

    def offer(self, known: Known) -> None:
        """Set what there is to choose from."""
        self.known = known

    def start(self, row: RosterRow | None, person: Person | None) -> None:
        """Begin anew for the unit or the person that is current in the list."""
        self.since.set_day(self._today())
        self.begin(row, person)
        self.settle()
        self.go_first()

    def go_first(self) -> None:
        """Put the cursor where something is to be typed."""
        self.form.go_first()

    def begin(self, row: RosterRow | None, person: Person | None) -> None:
        """Fill the fields."""
        raise NotImplementedError

    def act(self) -> RosterAct:
        raise NotImplementedError

    def phrase(self, problem: Problem) -> str:
        field = self.form.fields.get(problem.field)
        control = field.control if field else None
        if isinstance(control, DateField) and control.text().strip() and problem.reason == "missing":
            return problem_phrase(control.unread("received_on"))
        return problem_phrase(problem)


class _Entering(RosterForm):
    """A form that asks who answers for what in a unit, and how to reach them."""

    def _add_fields(self) -> None:
        look = self._look
        self.unit = ChoiceField(look, self.tr("单位"))
        self.duty = QComboBox()
        self.person = ChoiceField(look, self.tr("姓名"))
        self.mark = QLineEdit()
        self.mark.setPlaceholderText(self.tr("可不填，有同名的人时写，如“党建办”"))
        self.phone = QLineEdit()
        self.phone.setPlaceholderText(self.tr("如 0736-4210000"))
        self.mobile = QLineEdit()
        self.mobile.setPlaceholderText(self.tr("可不填，打印和导出时隐去中间四位"))
        self.form.add_row(("unit", self.tr("单位"), self.unit))
        self.form.add_row(("duty", self.tr("身份"), self.duty))
        self.form.add_row(("person", self.tr("姓名"), self.person))
        self.form.add_row(("mark", self.tr("区分"), self.mark))
        self.form.add_row(("since", self.tr("从哪天起"), self.since))
        self.form.add_row(("phone", self.tr("办公电话"), self.phone))
        self.form.add_row(("mobile", self.tr("手机"), self.mobile))
        self.unit.chosen.connect(self._on_unit_chosen)
        self.person.chosen.connect(self._on_person_chosen)

    def offer(self, known: Known) -> None:
        super().offer(known)
        self.unit.set_choices(known.unit_choices)

    def begin(self, row: RosterRow | None, person: Person | None) -> None:
        for field in (self.mark, self.phone, self.mobile):
            field.clear()
        self.unit.set_chosen(row.unit.id if row else None)
        self._on_unit_chosen()
        self.person.set_choice(None)

    def go_first(self) -> None:
        if self.unit.chosen_id:
            self.person.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().go_first()

    def newcomer(self) -> Newcomer:
        """Return who is meant; a mark may stand behind the name, too."""
        name, mark = parted(self.person.text())
        return Newcomer(
            name, self.mark.text().strip() or mark, self.phone.text().strip(), self.mobile.text().strip()
        )

    def chosen_duty(self) -> Duty | None:
        data = self.duty.currentData()
        return Duty(data) if data else None

    def _duties(self, row: RosterRow) -> Sequence[Duty | None]:
        """Return the duties that can be chosen in a unit, the likeliest first."""
        raise NotImplementedError

    @Slot()
    def _on_unit_chosen(self) -> None:
        row = self.known.rows.get(self.unit.chosen_id or "")
        self.duty.clear()
        for duty in self._duties(row) if row else ():
            self.duty.addItem(DUTY[duty] if duty else self.tr("只登记在册"), duty.value if duty else "")
        self.person.set_choices(self.known.choices_at(self.unit.chosen_id or ""))

    @Slot()
    def _on_person_chosen(self) -> None:
        known = next((each for each in self.known.people if str(each.id) == self.person.chosen_id), None)
        post = known.post_at(self.unit.chosen_id or "", self._today()) if known else None
        if known is not None and post is not None:
            self.phone.setText(post.phone)
            self.mobile.setText(known.mobile)


class AppointForm(_Entering):
    """指定. Where somebody holds the duty already it leads to 交接."""

    hand_over_wanted = Signal()

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        hint = self.tr(
            "每个单位明确一名信息员，组室明确一名联络员；已有人的用“交接”。分管领导、主要负责人用来预填审批表。"
        )
        super().__init__(look, today, self.tr("指定"), hint, self.tr("指定"), "add")
        self._add_fields()
        self._end()

    def at_field(self, problem: Problem) -> FieldProblem:
        shown = super().at_field(problem)
        if (problem.field, problem.reason) == ("duty", "taken"):
            return replace(shown, fix_text=self.tr("改为交接"), fix=self.hand_over_wanted.emit)
        return shown

    def _duties(self, row: RosterRow) -> Sequence[Duty | None]:
        held = {
            term.duty for person in self.known.people for term in person.terms_at(row.unit.id, self._today())
        }
        free = [duty for duty in duties_of(row.unit.group) if duty not in held]
        return (*free, None, *(duty for duty in duties_of(row.unit.group) if duty in held))

    def act(self) -> RosterAct:
        unit = self.unit.chosen_id or self.unit.text().strip()
        return Appoint(unit, self.chosen_duty(), self.newcomer(), self.since.day)


class HandOverForm(_Entering):
    """交接."""

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        hint = self.tr("上一任到前一天为止，仍在本单位；两任的姓名、电话和起止都留在经历里。")
        super().__init__(look, today, self.tr("交接"), hint, self.tr("交接"), "people")
        self._add_fields()
        self._end()

    def begin(self, row: RosterRow | None, person: Person | None) -> None:
        super().begin(row, person)
        self.phone.setText(row.contacts.office_phone if row else "")  # the desk stays, and so does its phone

    def take_over(self, form: _Entering) -> None:
        """Go on with what was typed into another form."""
        self.unit.set_chosen(form.unit.chosen_id)
        self._on_unit_chosen()
        self.duty.setCurrentIndex(self.duty.findData(form.duty.currentData()))
        self.since.set_day(form.since.day)
        for own, typed in (
            (self.person, form.person),
            (self.mark, form.mark),
            (self.phone, form.phone),
            (self.mobile, form.mobile),
        ):
            own.setText(typed.text() or own.text())
        self.settle()
        self.go_first()

    def _duties(self, row: RosterRow) -> Sequence[Duty | None]:
        return duties_of(row.unit.group)

    def act(self) -> RosterAct:
        unit, duty = self.unit.chosen_id or self.unit.text().strip(), self.chosen_duty()
        return HandOver(unit, duty or Duty.INFO_OFFICER, self.newcomer(), self.since.day)


class _OfPerson(RosterForm):
    """A form about somebody on the roster."""

    def _add_person(self) -> None:
        self.person = ChoiceField(self._look, self.tr("姓名"))
        self.form.add_row(("person", self.tr("姓名"), self.person))

    def offer(self, known: Known) -> None:
        super().offer(known)
        self.person.set_choices(known.person_choices)

    def begin(self, row: RosterRow | None, person: Person | None) -> None:
        meant = person or (row.correspondents[0].person if row and row.correspondents else None)
        self.person.set_chosen(str(meant.id) if meant else None)

    def number(self) -> int:
        """Return who is meant; nobody is 0."""
        return int(self.person.chosen_id or 0)


class MoveForm(_OfPerson):
    """调动."""

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        hint = self.tr("得分随人走：以前的分仍算这个人的，单位的分仍在原单位。原单位的职责到前一天为止。")
        super().__init__(look, today, self.tr("调动"), hint, self.tr("调动"), "people")
        self._add_person()
        self.unit = ChoiceField(look, self.tr("调到"))
        self.phone = QLineEdit()
        self.phone.setPlaceholderText(self.tr("可不填"))
        self.form.add_row(("unit", self.tr("调到"), self.unit))
        self.form.add_row(("since", self.tr("从哪天起"), self.since))
        self.form.add_row(("phone", self.tr("办公电话"), self.phone))
        self._end()

    def offer(self, known: Known) -> None:
        super().offer(known)
        self.unit.set_choices(known.unit_choices)

    def begin(self, row: RosterRow | None, person: Person | None) -> None:
        super().begin(row, person)
        self.unit.set_chosen(None)
        self.phone.clear()

    def act(self) -> RosterAct:
        unit = self.unit.chosen_id or self.unit.text().strip()
        return Move(self.number(), unit, self.since.day, self.phone.text().strip())


class LeaveForm(_OfPerson):
    """离岗."""

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        hint = self.tr("姓名留在以前的稿件、积分和通报里；以后不再列为本单位的人。")
        super().__init__(look, today, self.tr("离岗"), hint, self.tr("离岗"), "void")
        self._add_person()
        self.stays = QCheckBox(self.tr("人还在单位，只是不再担任"))
        self.form.add_row(("until", self.tr("最后一天"), self.since))
        self.form.add_row(("stays", "", self.stays))
        self._end()

    def begin(self, row: RosterRow | None, person: Person | None) -> None:
        super().begin(row, person)
        self.stays.setChecked(False)

    def act(self) -> RosterAct:
        return Leave(self.number(), self.since.day, stays=self.stays.isChecked())


class JoinForm(_OfPerson):
    """合并为同一人."""

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        hint = self.tr("两条记录是同一个人时用。稿件和积分都不改，只是算在一个人名下；合并错了可以分开。")
        super().__init__(look, today, self.tr("合并为同一人"), hint, self.tr("合并"), "duplicate")
        self._add_person()
        self.into = ChoiceField(look, self.tr("与谁合并"))
        self.into.setPlaceholderText(self.tr("留下的那一条"))
        self.reason = QLineEdit()
        self.form.add_row(("into", self.tr("与谁"), self.into))
        self.form.add_row(("reason", self.tr("原因"), self.reason))
        self._end()

    def offer(self, known: Known) -> None:
        super().offer(known)
        self.into.set_choices(known.person_choices)

    def begin(self, row: RosterRow | None, person: Person | None) -> None:
        super().begin(row, person)
        self.into.set_chosen(None)
        self.reason.clear()

    def act(self) -> RosterAct:
        return Join(self.number(), int(self.into.chosen_id or 0), self.reason.text().strip())


class PersonForm(RosterForm):
    """What is written of the person in the list, numbers shown whole, and what they went through."""

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        hint = self.tr("改错字、补电话用这里；换单位用“调动”，换人用“交接”。")
        super().__init__(look, today, self.tr("人员"), hint, self.tr("保存"), "save")
        self._person: Person | None = None
        self.history = label("")
        self.history.setWordWrap(True)
        self.name = QLineEdit()
        self.mark = QLineEdit()
        self.mark.setPlaceholderText(self.tr("可不填，有同名的人时写"))
        self.phone = QLineEdit()
        self.mobile = QLineEdit()
        self.mobile.setPlaceholderText(self.tr("可不填"))
        self.form.add_row(("person", self.tr("姓名"), self.name))
        self.form.add_row(("mark", self.tr("区分"), self.mark))
        self.form.add_row(("phone", self.tr("办公电话"), self.phone))
        self.form.add_row(("mobile", self.tr("手机"), self.mobile))
        self.form.add_row(("history", self.tr("经历"), self.history))
        self._end()
        self.back_button.hide()

    def show_person(self, person: Person | None, title: str, history: Sequence[str]) -> None:
        """Show what is known of ``person``; the focus stays where it is."""
        self._person = person
        self.begin(None, person)
        self.title.setText(title)
        self.setAccessibleName(title)
        self.history.setText("\n".join(history))
        self.form.fields["history"].setVisible(bool(history))
        for name in ("person", "mark", "phone", "mobile"):
            field: QWidget = self.form.fields[name]
            field.setVisible(person is not None)
        self.settle()
        self.submit_button.setEnabled(False)

    def begin(self, row: RosterRow | None, person: Person | None) -> None:
        post = person.last_post(self._today()) if person else None
        self.name.setText(person.name if person else "")
        self.mark.setText(person.mark if person else "")
        self.phone.setText(post.phone if post else "")
        self.mobile.setText(person.mobile if person else "")

    def act(self) -> RosterAct:
        return Correct(
            self._person.id if self._person else 0,
            self.name.text().strip(),
            self.mark.text().strip(),
            self.phone.text().strip(),
            self.mobile.text().strip(),
        )

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        super()._on_edited(name)
        self.submit_button.setEnabled(self._person is not None and self.act() != self._unchanged())

    def _unchanged(self) -> RosterAct | None:
        if self._person is None:
            return None
        post = self._person.last_post(self._today())
        phone = post.phone if post else ""
        return Correct(self._person.id, self._person.name, self._person.mark, phone, self._person.mobile)


def person_choices(
    people: Sequence[Person], spellings: Mapping[int, tuple[str, str]], units: Mapping[str, str], today: date
) -> list[Choice]:
    """Return everybody to be chosen by a few letters; who shares a label is told apart by the unit."""
    labels = [person.label for person in people]
    found = []
    for person in people:
        post = person.last_post(today)
        unit = units[post.unit] if post else ""
        shared = labels.count(person.label) > 1
        pinyin, initials = spellings[person.id]
        name = label_of(person.label, unit) if shared else person.label
        found.append(Choice(str(person.id), name, initials, pinyin, unit))
    return found
