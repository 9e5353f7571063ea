"""A line of the list of approval forms."""

from dataclasses import dataclass

from jinshi_desk.domain.approval_forms import Approval, FormState, PushFacts
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.services.form_waiting import Waiting


@dataclass(frozen=True, slots=True)
class FormRow:
    """A line of the list of forms."""

    number: str
    kind: FormKind
    title: str
    unit: str
    """Of the first draft; of Form C too."""
    drafts: tuple[str, ...]
    state: FormState
    signed: int
    steps: int
    changed: bool
    """修改后重审: the text was changed after it was signed."""
    outside: bool
    """Printed, and not back."""
    waiting: Waiting | None


def form_row(form: Approval, waiting: Waiting | None) -> FormRow:
    """Return a form as a line of the list."""
    course = form.course
    return FormRow(
        number=form.number,
        kind=form.kind,
        title=form_title(form),
        unit=form.unit,
        drafts=tuple(article.number for article in form.articles),
        state=form.state,
        signed=len(course.passed),
        steps=len(course.steps),
        changed=course.changed,
        outside=form.outside,
        waiting=waiting,
    )


def form_title(form: Approval) -> str:
    """Return what a list calls a form: its draft's title, or the push and how many articles it has."""
    if not isinstance(form.facts, PushFacts) or len(form.articles) == 1:
        return form.title
    day = form.facts.pushed_on
    when = f"{day.month}月{day.day}日" if day else ""
    return f"公众号{when}推送（{len(form.articles)}条）"
