"""From what was recorded of a form to what its paper shows (§5)."""

from datetime import datetime

from jinshi_desk.domain.approval_forms import Approval, Article, DepartmentFacts, PushFacts, UnitFacts
from jinshi_desk.domain.approvals import Ruling, Signature, Step
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.form_numbers import scan_code
from jinshi_desk.domain.form_papers import (
    ApprovalForm,
    FormA,
    FormArticle,
    FormB,
    FormC,
    Reception,
    RecordedSignature,
)
from jinshi_desk.store.database import Store


class FormPapers:
    """Makes printed values of forms."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def paper(self, form: Approval) -> ApprovalForm:
        """Return what the paper of a form shows now."""
        match form.facts:
            case UnitFacts():
                return self._form_a(form, form.facts)
            case DepartmentFacts():
                return self._form_b(form, form.facts)
            case PushFacts():
                return self._form_c(form, form.facts)

    def _form_a(self, form: Approval, facts: UnitFacts) -> FormA:
        draft = self._store.drafts.by_id(form.articles[0].draft)
        signed = _signed(form)
        return FormA(
            number=form.number,
            code=scan_code(form.kind, form.number),
            reprint=form.reprint,
            review_again=form.course.changed,
            unit=self._names(draft, form),
            submitted_on=draft.received_on,
            title=draft.title,
            category=draft.category,
            form=draft.form,
            authors=_authors(draft),
            authors_incomplete=draft.authors_incomplete,
            office_phone=facts.office_phone,
            word_count=draft.word_count,
            source=draft.source,
            commission_number=facts.commission_number,
            reprinted_from=facts.reprinted_from,
            outlet=facts.outlet,
            summary=facts.summary,
            photos=facts.photos or None,
            videos=facts.videos or None,
            other_attachments=facts.other_attachments,
            may_be_public=_may_be_public(signed.get(Step.SECRECY_CHECK)),
            secrecy_check=_note(signed.get(Step.SECRECY_CHECK)),
            info_officer=_note(signed.get(Step.INFO_OFFICER)),
            supervising_leader=_note(signed.get(Step.SUPERVISING_LEADER)),
            unit_head=_note(signed.get(Step.UNIT_HEAD)),
            reception=_reception(draft, signed.get(Step.RECEPTION)),
        )

    def _form_b(self, form: Approval, facts: DepartmentFacts) -> FormB:
        draft = self._store.drafts.by_id(form.articles[0].draft)
        signed, release = _signed(form), form.release
        return FormB(
            number=form.number,
            code=scan_code(form.kind, form.number),
            reprint=form.reprint,
            review_again=form.course.changed,
            office=self._names(draft, form),
            drafter="、".join(_authors(draft)),
            drafted_on=form.opened_on,
            title=draft.title,
            category=draft.category,
            channel=facts.channel,
            may_be_public=_may_be_public(signed.get(Step.SECRECY_CHECK)),
            basis=facts.basis,
            office_head=_note(signed.get(Step.OFFICE_HEAD)),
            research_office=_note(signed.get(Step.RESEARCH_OFFICE)),
            supervising_leader=_note(signed.get(Step.SUPERVISING_LEADER)),
            department_head=_note(signed.get(Step.DEPARTMENT_HEAD)),
            dispatched_on=release.on if release else None,
            dispatched_through=(release.through or facts.channel) if release else "",
            adoption=self._adoptions(draft) if release else "",
        )

    def _form_c(self, form: Approval, facts: PushFacts) -> FormC:
        signed, release = _signed(form), form.release
        published = datetime.combine(release.on, release.at) if release and release.at else None
        return FormC(
            number=form.number,
            code=scan_code(form.kind, form.number),
            reprint=form.reprint,
            review_again=form.course.changed,
            pushed_on=facts.pushed_on,
            push_number=facts.push_number,
            scheduled_at=facts.scheduled_at,
            publisher=(release.by if release else "") or facts.publisher,
            articles=tuple(self._article(article, form) for article in form.articles),
            first_review=_note(signed.get(Step.FIRST_REVIEW)),
            second_review=_note(signed.get(Step.SECOND_REVIEW)),
            final_review=_note(signed.get(Step.FINAL_REVIEW)),
            published_at=published,
            link=release.link if release else "",
            checked_after=release.checked_after if release else "",
            correction=release.correction if release else "",
        )

    def _article(self, article: Article, form: Approval) -> FormArticle:
        draft = self._store.drafts.by_id(article.draft)
        return FormArticle(
            title=draft.title,
            column=article.column,
            unit=self._names(draft, form),
            authors=_authors(draft),
            word_count=draft.word_count,
            photos=article.photos or None,
            videos=article.videos or None,
            source=draft.source,
            reprinted_from=article.reprinted_from,
            draft_number=draft.number,
        )

    def _names(self, draft: Draft, form: Approval) -> str:
        """Return the units of a draft by the names they had in the month of the form."""
        units = self._store.units.known(draft.units)
        return "、".join(units[unit].name_in(form.month) for unit in draft.units)

    def _adoptions(self, draft: Draft) -> str:
        """Return where a draft has run: ``津市党建网（6月20日）、红星网（6月24日）``."""
        names = {outlet.id: outlet.name for outlet in self._store.outlets.all()}
        return "、".join(
            f"{names[each.outlet]}（{each.adopted_on.month}月{each.adopted_on.day}日）"
            for each in self._store.adoptions.of_draft(draft.id)
            if each.verified and not each.voided
        )


def _signed(form: Approval) -> dict[Step, Signature]:
    return {signature.step: signature for signature in form.course.standing}


def _note(signature: Signature | None) -> RecordedSignature | None:
    if signature is None:
        return None
    return RecordedSignature(signature.signer, signature.signed_on, signature.opinion, signature.recorded_by)


def _may_be_public(signature: Signature | None) -> bool | None:
    """Return what 保密审查 decided; 留用 decides nothing yet."""
    if signature is None or signature.ruling is Ruling.KEPT:
        return None
    return signature.ruling is Ruling.PASSED


def _reception(draft: Draft, signature: Signature | None) -> Reception:
    if signature is None or signature.ruling is Ruling.KEPT:
        return Reception(draft_number=draft.number)
    passed = signature.ruling is Ruling.PASSED
    return Reception(
        receiver=signature.signer,
        received_on=signature.signed_on,
        draft_number=draft.number,
        valid=passed,
        return_reason="" if passed else signature.opinion,
    )


def _authors(draft: Draft) -> tuple[str, ...]:
    return tuple(author.name for author in draft.authors)
