"""Printing approval forms (§5): filled, in a batch, blank; each print of a filled one is recorded."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from jinshi_desk.domain.approval_forms import Approval, Article, Facts
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.errors import ApprovalOver, WrongStatus
from jinshi_desk.domain.form_papers import ApprovalForm, FormA, FormB, FormC
from jinshi_desk.domain.problems import Problem
from jinshi_desk.papers import approval_forms as papers
from jinshi_desk.papers.approval_forms import PrintedForms
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.filing import refuse_bad
from jinshi_desk.services.form_papers import FormPapers
from jinshi_desk.services.form_records import TOPICS, note_form
from jinshi_desk.store.database import Store

COPIES_LIMIT = 200
_BLANK: dict[FormKind, ApprovalForm] = {FormKind.A: FormA(), FormKind.B: FormB(), FormKind.C: FormC()}


class FormPrinting:
    """What a clerk prints. Paper, preview and file come from the same value."""

    def __init__(self, store: Store, press: Press, today: Callable[[], date]) -> None:
        self._store = store
        self._press = press
        self._today = today
        self._papers = FormPapers(store)

    def papers(self, numbers: Sequence[str]) -> tuple[ApprovalForm, ...]:
        """Return what the papers of these forms show, in this order.

        Raises:
            UnknownApproval: there is no such form.
        """
        return tuple(self._papers.paper(self._store.approvals.get(number)) for number in numbers)

    def typed(self, number: str, facts: Facts, articles: Sequence[Article]) -> ApprovalForm:
        """Return what the paper of a form would show, were it filled so.

        Raises:
            UnknownApproval: there is no such form.
        """
        form = self._store.approvals.get(number)
        return self._papers.paper(replace(form, facts=facts, articles=tuple(articles)))

    def preview(self, numbers: Sequence[str]) -> PrintedForms:
        """Return the pages of these forms, each as SVG; this is no print."""
        return papers.pages(self._press, self.papers(numbers))

    def blank(self, kind: FormKind, copies: int = 1) -> tuple[ApprovalForm, ...]:
        """Return as many blank forms of a kind.

        Raises:
            NotFileable: so many are never wanted.
        """
        _refuse_copies(copies)
        return (_BLANK[kind],) * copies

    def pages(self, forms: Sequence[ApprovalForm]) -> PrintedForms:
        """Return the pages of forms, each as SVG, for the printer."""
        return papers.pages(self._press, forms)

    def save_blank(self, kind: FormKind, copies: int, path: Path) -> PrintedForms:
        """Write blank forms as a PDF. Raises as ``blank`` does, and CannotWrite."""
        return papers.save_pdf(self._press, self.blank(kind, copies), path)

    def save(self, numbers: Sequence[str], path: Path) -> PrintedForms:
        """Write these forms as one PDF and record that they were printed.

        Raises:
            UnknownApproval, ApprovalOver, WrongStatus: as ``record`` does; nothing is written.
            NothingToPrint: there is none.
            CannotWrite: the machine would not let us write; nothing is recorded.
        """
        self.refuse_unprintable(numbers)
        printed = papers.save_pdf(self._press, self.papers(numbers), path)
        self.record(numbers)
        return printed

    def record(self, numbers: Sequence[str], copies: int = 1) -> None:
        """Record that forms were printed, in one act; a print can't be taken back.

        Raises:
            UnknownApproval: there is no such form.
            ApprovalOver: one is void.
            WrongStatus: a draft of one is void or was withdrawn.
            NotFileable: so many copies are never wanted.
        """
        _refuse_copies(copies)
        forms = self.refuse_unprintable(numbers)
        if not forms:
            return
        with self._store.writing("print_form", *TOPICS) as act:
            for form in forms:
                self._store.approvals.print(form.id, self._today(), copies, form.content)
            if len(forms) == 1:
                note_form(self._store, act, forms[0], forms[0].number)
            else:
                drafts = dict.fromkeys(article.number for form in forms for article in form.articles)
                act.subject = "forms"
                act.after = {"forms": [form.number for form in forms], "numbers": [*numbers, *drafts]}

    def refuse_unprintable(self, numbers: Sequence[str]) -> list[Approval]:
        """Return these forms, each once, unless one of them may not be printed.

        Raises:
            UnknownApproval, ApprovalOver, WrongStatus: as ``record`` does.
        """
        forms = [self._store.approvals.get(number) for number in dict.fromkeys(numbers)]
        for form in forms:
            if form.voided:
                raise ApprovalOver(form.number, form.state, "打印")
            for article in form.articles:
                draft = self._store.drafts.by_id(article.draft)
                if draft.status in (Status.VOID, Status.WITHDRAWN):
                    raise WrongStatus(draft.number, draft.status, "打印审批表")
        return forms


def _refuse_copies(copies: int) -> None:
    if not 1 <= copies <= COPIES_LIMIT:
        refuse_bad([Problem("copies", "range", detail=str(COPIES_LIMIT))])
