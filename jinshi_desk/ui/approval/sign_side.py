"""签批: the steps of a form, what no longer counts, and the fields of the next signature or the result."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.domain.approval_forms import FormState
from jinshi_desk.services.approval import OpenForm
from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.approval.release_form import ReleaseForm, may_go_out
from jinshi_desk.ui.approval.sign_form import SignForm
from jinshi_desk.ui.approval.words import history_lines, month_day, step_lines
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import scrolled
from jinshi_desk.ui.widgets.steps import Steps


class SignSide(QWidget):
    """Steps above, fields below; where nothing is to be signed, why."""

    def __init__(self, look: Look, desks: ApprovalDesks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = Steps(look, self.tr("签批进度"))
        self.note = label("", "body")
        self.past = label(self.tr("以前的签批"), "h2")
        self.history = label("", "hint")
        self.form = SignForm(look, desks)
        self.result = label(self.tr("办理结果"), "h2")
        self.release = ReleaseForm(look, desks)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.steps)
        for told in (self.note, self.result, self.past, self.history):
            told.setWordWrap(True)
            told.setContentsMargins(12, 6, 12, 0)
        column.addWidget(self.note)
        column.addWidget(self.form)
        column.addWidget(self.result)
        column.addWidget(self.release)
        column.addWidget(self.past)
        column.addWidget(self.history)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))

    def show_form(self, shown: OpenForm, *, locked: bool) -> None:
        """Show where a form stands; ``locked`` keeps the next signature from being typed."""
        self.steps.show_steps(step_lines(shown))
        said = self._note(shown)
        self.note.setText(said)
        self.note.setVisible(bool(said))
        past = history_lines(shown.approval)
        self.history.setText("\n".join(past))
        self.past.setVisible(bool(past))
        self.history.setVisible(bool(past))
        self.form.setVisible(not locked)
        if not locked:
            self.form.show_form(shown)
        going = may_go_out(shown.approval)
        self.result.setVisible(going)
        self.release.setVisible(going)
        if going:
            self.release.show_form(shown.approval)

    def submit(self) -> None:
        """Record the signature, or the result, that is typed."""
        if not self.form.isHidden():
            self.form.submit()
        elif not self.release.isHidden():
            self.release.submit()

    def go_first(self) -> None:
        """Give the fields that are there the keys."""
        if not self.form.isHidden():
            self.form.go_first()
        elif not self.release.isHidden():
            self.release.go_first()

    def _note(self, shown: OpenForm) -> str:
        """Say what is special about a form."""
        form = shown.approval
        day = form.course.last_day
        on = month_day(day) if day else ""
        match form.state:
            case FormState.VOID:
                return self.tr("已作废：{}").format(form.voided)
            case FormState.SIGNED:
                edited = self.tr("；签后稿件又改过") if form.course.edited else ""
                return self.tr("{}签齐{}").format(on, edited)
            case FormState.RELEASED:
                return self.tr("{}已发出").format(month_day(form.release.on) if form.release else "")
            case FormState.REJECTED:
                return self.tr("{}定为不采用，不再签批").format(on)
            case FormState.RETURNED:
                return self.tr("{}退回修改，改好后从第一步重签").format(on)
            case FormState.CHANGED:
                return self.tr("标题、正文或图片签后改过，须从第一步重签（改后重审）")
        return ""
