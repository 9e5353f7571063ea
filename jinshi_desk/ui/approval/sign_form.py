"""Recording a signature: who, on which day, what was decided. The usual answers stand there already."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.approvals import NewSignature, Ruling, Step
from jinshi_desk.domain.problems import Problem
from jinshi_desk.form_words import RULING
from jinshi_desk.services.approval import OpenForm
from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.pick import Pick

_AGREED, _PUBLIC = "同意", "可以公开"
_OPINIONS: Mapping[Ruling, Sequence[str]] = {
    Ruling.PASSED: (_AGREED, "同意报送", "情况属实，同意报送", "已核，可发", _PUBLIC),
    Ruling.RETURNED: ("请核实数据和人名职务", "请补充具体做法和成效", "文字请再精简", "请按模板重报"),
    Ruling.REJECTED: ("内容不符合报送要求", "已有同类稿件", "时效已过", "不宜公开"),
    Ruling.KEPT: ("留待专题使用", "待上级发文后再用", "请领导再定"),
}
_SAME = ("分管领导出差，受委托代签", "岗位空缺，由同一人兼任")


class SignForm(QWidget):
    """The fields of the signature whose turn it is."""

    submitted = Signal(object)  # the NewSignature

    def __init__(self, look: Look, desks: ApprovalDesks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desks.signing
        self._today = desks.today
        self._number = ""
        self._step: Step | None = None
        self._turn: tuple[object, ...] = ()
        self._left: set[str] = set()
        self.form = Form(look)
        self.signer = ChoiceField(look, self.tr("签批人"))
        self.signed_on = DateField(self.tr("签批日期"), self._today)
        self.ruling = Pick(self.tr("结果"), RULING)
        self.opinion = ChoiceField(look, self.tr("意见"))
        self.same_person = ChoiceField(look, self.tr("同一人"))
        self.same_person.setPlaceholderText(self.tr("为何一人签两审"))
        self.same_person.set_choices([Choice(words, words) for words in _SAME])
        self.form.add_row(("signer", self.tr("签批人"), self.signer))
        self.form.add_row(("same_person", self.tr("原因"), self.same_person))
        self.form.add_row(("signed_on", self.tr("签批日期"), self.signed_on))
        self.form.add_row(("ruling", self.tr("结果"), self.ruling))
        self.form.add_row(("opinion", self.tr("意见"), self.opinion))
        self.form.edited.connect(self._on_edited)
        self.form.left.connect(self._on_left)
        self.form.end_reached.connect(self.submit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.form.fields["same_person"].hide()

    def show_form(self, shown: OpenForm) -> None:
        """Be ready for the signature that is next on a form; what is being typed for it stays."""
        form, course = shown.approval, shown.approval.course
        turn = (form.number, course.next, len(form.signatures), course.standing)
        if turn == self._turn or course.next is None:
            return
        another = form.number != self._number
        self._turn, self._number, self._step = turn, form.number, course.next
        self._left = set()
        if another:
            people = self._desk.signers(form.number)
            self.signer.set_choices(
                [Choice(each.id, each.name, each.initials, each.pinyin) for each in people]
            )
        self.ruling.set_member(Ruling.PASSED)
        self._fill(self.signer, shown.signers.get(course.next, ""))
        self._fill(self.opinion, _PUBLIC if course.next is Step.SECRECY_CHECK else _AGREED)
        self._fill(self.same_person, "")
        self._offer()
        if another or self.signed_on.day is None:
            self.signed_on.set_day(self._today())
        self.form.show_problems([])
        self.form.fields["same_person"].setVisible(self._is_same())

    def entry(self) -> NewSignature:
        """Return what the form says."""
        if self._step is None:
            raise RuntimeError("a form that waits for nobody has nothing to be signed")
        return NewSignature(
            step=self._step,
            signer=self.signer.text().strip(),
            signed_on=self.signed_on.day or self._today(),
            ruling=self.ruling.member,
            opinion=self.opinion.text().strip(),
            same_person=self.same_person.text().strip() if self._is_shown() else "",
        )

    @Slot()
    def submit(self) -> None:
        """Record what the form says, unless something in it is red."""
        self._left = set(self.form.fields)
        if self._show(go_to_first=True):
            self.submitted.emit(self.entry())

    def go_first(self) -> None:
        """Take the keys: at the signer, whose name is selected to be typed over."""
        self.form.go_first()
        self.signer.selectAll()

    @staticmethod
    def _fill(field: QLineEdit, words: str) -> None:
        if isinstance(field, ChoiceField):
            field.set_choice(None)
        field.setText(words)

    def _offer(self) -> None:
        """Offer the opinions that go with the ruling."""
        words = _OPINIONS[self.ruling.member]
        self.opinion.set_choices([Choice(each, each) for each in words])

    def _is_shown(self) -> bool:
        return not self.form.fields["same_person"].isHidden()

    def _is_same(self) -> bool:
        """Tell whether the person signed another review of this form."""
        return any(
            problem.reason == "same_person" for problem in self._desk.check(self._number, self.entry())
        )

    def _problems(self) -> Iterator[Problem]:
        unreadable = self.signed_on.day is None
        if unreadable:
            yield self.signed_on.unread("signed_on")
        for problem in self._desk.check(self._number, self.entry()):
            if not (unreadable and problem.field == "signed_on"):
                yield problem

    def _show(self, *, go_to_first: bool = False) -> bool:
        problems = tuple(self._problems())
        same = any(problem.reason == "same_person" for problem in problems)
        self.form.fields["same_person"].setVisible(same)
        shown = [
            FieldProblem(problem.field, problem.severity.value, problem_phrase(problem))
            for problem in problems
            if problem.field in self._left
        ]
        self.form.show_problems(shown, go_to_first=go_to_first)
        if go_to_first and same and not self.same_person.text().strip():
            self.same_person.setFocus()
        return all(problem.severity.value != "bad" for problem in problems)

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        if name == "ruling":
            self._offer()
            if self.opinion.text() in {words for each in _OPINIONS.values() for words in each}:
                self._fill(self.opinion, _AGREED if self.ruling.member is Ruling.PASSED else "")
        if self._left and self._step is not None:
            self._show()

    @Slot(str)
    def _on_left(self, name: str) -> None:
        if self._step is not None:
            self._left.add(name)
            self._show()
