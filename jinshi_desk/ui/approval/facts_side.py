"""填表: what a form says beside its drafts, and of a push which drafts it has."""

from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.approval_forms import Article, Facts
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.services.approval import OpenForm
from jinshi_desk.ui.approval.articles import Articles
from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.approval.facts_forms import DepartmentForm, FactsForm, PushForm, UnitForm
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.form import FieldProblem
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import scrolled


class FactsSide(QWidget):
    """One form per kind, the one of the current form in front."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, look: Look, desks: ApprovalDesks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desks.forms
        self._shown: OpenForm | None = None
        self._untouched: tuple[Facts, tuple[Article, ...]] | None = None
        self._showing = False
        self.note = label("", "hint")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(12, 10, 12, 0)
        self._forms: dict[FormKind, FactsForm] = {
            FormKind.A: UnitForm(look),
            FormKind.B: DepartmentForm(look),
            FormKind.C: PushForm(look),
        }
        self.articles = Articles(look, desks)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        for form in self._forms.values():
            column.addWidget(form)
            form.edited.connect(self._on_edited)
            form.left.connect(self._on_left)
            form.end_reached.connect(self.submitted)
        column.addWidget(self.articles)
        column.addStretch()
        self.articles.edited.connect(self._on_edited)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))

    @property
    def form(self) -> FactsForm:
        """The fields of the form shown."""
        return self._forms[self._shown.approval.kind if self._shown else FormKind.A]

    @property
    def is_dirty(self) -> bool:
        """Tell whether anything was typed that is not filed."""
        return self._shown is not None and self.typed != self._untouched

    @property
    def typed(self) -> tuple[Facts, tuple[Article, ...]]:
        """What is typed: the facts, and the articles in their order."""
        if self._shown is None:
            raise RuntimeError("no form is shown")
        approval = self._shown.approval
        kept = self.articles.articles if approval.kind is FormKind.C else approval.articles
        return self.form.facts(), kept

    def show_form(self, shown: OpenForm, *, locked: bool) -> None:
        """Show what was filed of a form; what is being typed into the same one stays."""
        same = self._shown is not None and self._shown.approval.number == shown.approval.number
        if same and self.is_dirty:
            self._shown = shown
            return
        self._shown = shown
        self._showing = True
        for kind, form in self._forms.items():
            form.setVisible(kind is shown.approval.kind)
            form.setEnabled(not locked)
        self.articles.setVisible(shown.approval.kind is FormKind.C)
        self.articles.setEnabled(not locked)
        self.form.show_form(shown)
        self.articles.show_articles(shown.approval.articles if shown.approval.kind is FormKind.C else ())
        self.form.show_problems([])
        known = self.tr("单位、标题、作者、字数取自登记，不用再填")
        self.note.setText(self.tr("这份表不能再改") if locked else known)
        self._showing = False
        self._untouched = self.typed

    def filed(self) -> None:
        """Take what is typed for filed."""
        self._untouched = self.typed

    def check(self, *, go_to_first: bool = False) -> bool:
        """Show what is wrong at the fields; tell whether it may be filed."""
        problems = list(self._problems())
        self.form.show_problems(problems, go_to_first=go_to_first)
        return all(problem.level != "bad" for problem in problems)

    def _problems(self) -> Iterator[FieldProblem]:
        if self._shown is None:
            return
        unread = list(self.form.unread())
        yield from unread
        facts, _articles = self.typed
        for problem in self._desk.check(self._shown.approval.number, facts):
            yield FieldProblem(problem.field, problem.severity.value, problem_phrase(problem))

    @Slot()
    def _on_edited(self) -> None:
        if not self._showing:
            self.edited.emit()

    @Slot()
    def _on_left(self) -> None:
        if self.is_dirty:
            self.check()
