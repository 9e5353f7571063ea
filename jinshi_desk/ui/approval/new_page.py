"""填新表: which draft, which form; for a push which drafts, on one form or on one each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.months import Month
from jinshi_desk.form_words import FORM_KIND
from jinshi_desk.ui.approval.articles import Articles
from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.ledgers.fields import DraftField
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import scrolled
from jinshi_desk.ui.widgets.pick import Pick
from jinshi_desk.ui.widgets.side_page import SidePage


class NewPage(SidePage):
    """A draft by a few letters; the form it wants is chosen with it."""

    form_wanted = Signal(str, object)  # the draft's number, the FormKind
    push_wanted = Signal(list, bool)  # the drafts' numbers, whether one form each

    def __init__(
        self,
        look: Look,
        desks: ApprovalDesks,
        month: Callable[[], Month],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.name_page(self.tr("填新表"))
        self._desk = desks.forms
        self._month = month
        self.draft = DraftField(look, desks.ledgers, lambda unit: self._names.get(unit, unit))
        self._names: dict[str, str] = {}
        self.kind = Pick(self.tr("表种"), FORM_KIND)
        self.articles = Articles(look, desks)
        self.one_each = QCheckBox(self.tr("每篇各开一张"))
        self.note = label(self.tr("已有表的稿件直接打开那份表"), "hint")
        self.open_button = Button(look, self.tr("开表"), "add", "primary", "Ctrl+S")
        self.form = Form(look)
        self.form.add_row(("draft", self.tr("稿件"), self.draft))
        self.form.add_row(("kind", self.tr("表种"), self.kind))
        self.form.add_widget(self.note)
        self.draft.chosen.connect(self._on_draft_chosen)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.form.end_reached.connect(self._on_submitted)
        self.open_button.clicked.connect(self._on_submitted)
        self._arrange()

    def _arrange(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form)
        column.addWidget(self.articles)
        self.one_each.setContentsMargins(12, 0, 12, 0)
        row = QVBoxLayout()
        row.setContentsMargins(12, 0, 12, 12)
        row.addWidget(self.one_each)
        column.addLayout(row)
        column.addStretch()
        self.body.addWidget(scrolled(inside))
        self.foot.addWidget(self.open_button)
        self.foot.addStretch()

    def start(self, drafts: Sequence[str] = ()) -> None:
        """Be ready for another form, or for that of a push of ``drafts``."""
        self._names = self._desk.unit_names()
        self.draft.narrow(self._month())
        self.draft.set_choice(None)
        self.kind.set_member(FormKind.A)
        self.articles.show_articles(())
        self.one_each.setChecked(False)
        self.form.show_problems([])
        if drafts:
            self.kind.set_member(FormKind.C)
        self._on_kind_changed()
        for draft in drafts:
            self.articles.add_draft(draft)
        self.form.go_first()
        if drafts:
            self.articles.order.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_draft_chosen(self, choice: Choice | None) -> None:
        if choice is None:
            return
        if self.kind.member is FormKind.C:
            self.articles.add_draft(choice.id)
        else:
            self.kind.set_member(self._desk.kind_for(choice.id))

    @Slot()
    def _on_kind_changed(self) -> None:
        push = self.kind.member is FormKind.C
        self.articles.setVisible(push)
        self.one_each.setVisible(push)
        if push and self.draft.chosen_id is not None and not self.articles.articles:
            self.articles.add_draft(self.draft.chosen_id)

    @Slot()
    def _on_submitted(self) -> None:
        if self.kind.member is FormKind.C and self.articles.articles:
            numbers = [article.number for article in self.articles.articles]
            self.push_wanted.emit(numbers, self.one_each.isChecked())
        elif self.draft.chosen_id is not None:
            self.form_wanted.emit(self.draft.chosen_id, self.kind.member)
        else:
            typed = self.draft.text().strip()
            said = self.tr("找不到“{}”").format(typed) if typed else self.tr("没有选稿件")
            self.form.show_problems([FieldProblem("draft", "bad", said)], go_to_first=True)
