"""What the templates of the approval forms show: finished words only, empty where nothing is known."""

from datetime import date, datetime

from jinshi_desk.domain import phones
from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.drafts import Category, Source
from jinshi_desk.domain.form_papers import (
    ARTICLE_LIMIT,
    ApprovalForm,
    FormA,
    FormArticle,
    FormB,
    FormC,
    FormMarks,
    Reception,
    RecordedSignature,
)
from jinshi_desk.draft_words import CATEGORY, FORM, SOURCE
from jinshi_desk.papers.typesetting import Json

_CATEGORY_ORDER = (Category.NEWS, Category.ESSAY, Category.RESEARCH, Category.EXPERIENCE)
"""As the boxes stand on the form."""


def value(form: ApprovalForm) -> dict[str, Json]:
    """Return what the template of ``form`` shows; ``kind`` names the template."""
    match form:
        case FormA():
            return _form_a(form)
        case FormB():
            return _form_b(form)
        case FormC():
            return _form_c(form)


def _form_a(form: FormA) -> dict[str, Json]:
    return {
        "kind": "form_a",
        **_marks(form),
        "unit": form.unit,
        "submitted": _date(form.submitted_on),
        "title": form.title,
        "categories": _categories(form.category),
        "form": FORM[form.form] if form.form else "",
        "authors": _names(form.authors, incomplete=form.authors_incomplete),
        "phone": phones.printed(form.office_phone),
        "words": _count(form.word_count),
        "source": {source.value: form.source is source for source in Source},
        "commission": form.commission_number,
        "reprinted_from": form.reprinted_from,
        "outlet": form.outlet,
        "summary": _paragraphs(form.summary),
        "photos": _count(form.photos),
        "videos": _count(form.videos),
        "other": form.other_attachments,
        "public": form.may_be_public,
        "secrecy_check": _note(form.secrecy_check),
        "info_officer": _note(form.info_officer),
        "supervising_leader": _note(form.supervising_leader),
        "unit_head": _note(form.unit_head),
        "reception": _reception(form.reception),
    }


def _form_b(form: FormB) -> dict[str, Json]:
    return {
        "kind": "form_b",
        **_marks(form),
        "office": form.office,
        "drafter": form.drafter,
        "drafted": _date(form.drafted_on),
        "title": form.title,
        "categories": _categories(form.category),
        "channel": form.channel,
        "public": form.may_be_public,
        "basis": _paragraphs(form.basis),
        "office_head": _note(form.office_head),
        "research_office": _note(form.research_office),
        "supervising_leader": _note(form.supervising_leader),
        "department_head": _note(form.department_head),
        "dispatched": _date(form.dispatched_on),
        "dispatched_through": form.dispatched_through,
        "adoption": form.adoption,
    }


def _form_c(form: FormC) -> dict[str, Json]:
    return {
        "kind": "form_c",
        **_marks(form),
        "pushed": _date(form.pushed_on),
        "push_number": _count(form.push_number),
        "scheduled": f"{form.scheduled_at:%H:%M}" if form.scheduled_at else "",
        "publisher": form.publisher,
        "articles": [_article(article) for article in form.articles],
        "lines": ARTICLE_LIMIT,
        "first_review": _note(form.first_review),
        "second_review": _note(form.second_review),
        "final_review": _note(form.final_review),
        "published": _moment(form.published_at),
        "link": form.link,
        "checked_after": form.checked_after,
        "correction": form.correction,
    }


def _marks(form: FormMarks) -> dict[str, Json]:
    marks = (("修改后重审", form.review_again), ("补打", form.reprint))
    return {
        "number": form.number,
        "code": form.code or form.number,
        "marks": [mark for mark, meant in marks if meant],
    }


def _article(article: FormArticle) -> Json:
    source = [SOURCE[article.source]] if article.source else []
    if article.source is Source.REPRINT and article.reprinted_from:
        source.append(article.reprinted_from)
    pictures = (("图", article.photos), ("视频", article.videos))
    return {
        "title": article.title,
        "draft": article.draft_number,
        "column": article.column,
        "origin": [part for part in (article.unit, _names(article.authors)) if part],
        "words": _count(article.word_count),
        "pictures": [f"{name}{count}" for name, count in pictures if count],
        "source": source,
    }


def _reception(reception: Reception) -> Json:
    return {
        "receiver": reception.receiver,
        "received": _date(reception.received_on),
        "draft": reception.draft_number,
        "valid": reception.valid,
        "reason": reception.return_reason,
    }


def _categories(ticked: Category | None) -> Json:
    return [{"name": CATEGORY[category], "ticked": category is ticked} for category in _CATEGORY_ORDER]


def _note(signature: RecordedSignature | None) -> str:
    """Return the note that a signature was given on paper, or nothing."""
    if signature is None:
        return ""
    parts = [signature.signer, written_date(signature.signed_on)]
    if signature.opinion:
        parts.append(f"意见：{signature.opinion}")
    if signature.recorded_by:
        parts.append(f"登记人：{signature.recorded_by}")
    return f"据纸质表登记：{'，'.join(parts)}"


def _names(names: tuple[str, ...], *, incomplete: bool = False) -> str:
    return "、".join(names) + ("等" if names and incomplete else "")


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _date(day: date | None) -> str:
    return written_date(day) if day else ""


def _moment(moment: datetime | None) -> str:
    return f"{written_date(moment)} {moment:%H:%M}" if moment else ""


def _count(count: int | None) -> str:
    return "" if count is None else str(count)
