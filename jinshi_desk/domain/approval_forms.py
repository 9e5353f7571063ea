"""Approval forms as records (§5): what each says that the register does not know, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from jinshi_desk.domain.approvals import Course, FormKind, Ruling, Signature, Step, course_of, steps_of
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem

ARTICLE_LIMIT = 8
"""Articles of one push, by the platform's own limit (article row 6)."""
SUMMARY_LIMIT = 300
"""Characters of 内容摘要 and 依据或背景; the cell has room for five lines."""
WORDS_LIMIT = 60
"""Characters of any other field."""
COUNT_LIMIT = 999


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What Form A says beside its draft."""

    office_phone: str = ""
    outlet: str = ""
    """拟投媒体、栏目."""
    summary: str = ""
    photos: int = 0
    videos: int = 0
    other_attachments: str = ""
    commission_number: str = ""
    reprinted_from: str = ""


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """What Form B says beside its draft. ``major``: 重大、敏感, so that 部主要领导 signs too."""

    channel: str = ""
    basis: str = ""
    major: bool = False


@dataclass(frozen=True, slots=True)
class PushFacts:
    """What Form C says beside its articles; ``push_number`` is 第几次 of the year."""

    pushed_on: date | None = None
    push_number: int | None = None
    scheduled_at: time | None = None
    publisher: str = ""


Facts = UnitFacts | DepartmentFacts | PushFacts
FACTS_OF: dict[FormKind, type[Facts]] = {
    FormKind.A: UnitFacts,
    FormKind.B: DepartmentFacts,
    FormKind.C: PushFacts,
}


@dataclass(frozen=True, slots=True)
class Article:
    """A draft on a form. A and B have one; of Form C's each the rest says what its line of the table adds."""

    draft: int
    number: str
    title: str
    unit: str
    column: str = ""
    photos: int = 0
    videos: int = 0
    reprinted_from: str = ""
    gone: bool = False
    """Void or withdrawn: its form waits for nobody, and a push is signed only without it."""


@dataclass(frozen=True, slots=True)
class Release:
    """办理结果: when and through what it went out; of a push also by whom, where, and what came after."""

    on: date
    through: str = ""
    at: time | None = None
    by: str = ""
    link: str = ""
    checked_after: str = ""
    """What the check within two hours found."""
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Print:
    """A form that was printed on a day, saying ``content``."""

    on: date
    copies: int
    content: str


class AttachmentRole(StrEnum):
    """What a file is to a form: the signed paper, or a picture of the draft, a part of what is signed."""

    SIGNED = "signed"
    PICTURE = "picture"


class FileKind(StrEnum):
    """What a file is by its content."""

    PNG = "png"
    JPEG = "jpeg"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a form; ``sha256`` names it in the data folder."""

    id: int
    role: AttachmentRole
    name: str
    kind: FileKind
    size: int
    sha256: str


class FormState(StrEnum):
    """Where a form stands."""

    DRAFT = "draft"
    OUT = "out"
    """Printed, and nothing signed yet."""
    SIGNING = "signing"
    KEPT = "kept"
    RETURNED = "returned"
    REJECTED = "rejected"
    CHANGED = "changed"
    SIGNED = "signed"
    RELEASED = "released"
    VOID = "void"


_OUTSIDE = frozenset({FormState.OUT, FormState.SIGNING, FormState.CHANGED})
WAITING = _OUTSIDE | {FormState.DRAFT}
"""The states in which a form waits for somebody's signature."""

_BY_RULING = {
    Ruling.RETURNED: FormState.RETURNED,
    Ruling.REJECTED: FormState.REJECTED,
    Ruling.KEPT: FormState.KEPT,
    Ruling.PASSED: FormState.SIGNING,
}


@dataclass(frozen=True, slots=True)
class Approval:
    """An approval form with everything that was recorded of it.

    ``month`` is the one its number is from; ``content`` the hash of what its drafts say now.
    """

    id: int
    number: str
    kind: FormKind
    month: Month
    opened_on: date
    facts: Facts
    articles: tuple[Article, ...]
    content: str
    signatures: tuple[Signature, ...] = ()
    prints: tuple[Print, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    binder: str = ""
    """Where the signed paper is kept."""
    release: Release | None = None
    voided: str = ""
    """Why it is void; its number is never given again."""

    @property
    def unit(self) -> str:
        return self.articles[0].unit

    @property
    def title(self) -> str:
        return self.articles[0].title

    @property
    def steps(self) -> tuple[Step, ...]:
        return steps_of(self.kind, major=isinstance(self.facts, DepartmentFacts) and self.facts.major)

    @property
    def course(self) -> Course:
        """How far it has come. What a unit signed whole stays signed: the office's editing is for B and C."""
        course = course_of(self.steps, self.signatures, self.content, settled=True)
        settled = self.release is not None or (self.kind is FormKind.A and course.complete)
        return course if settled else course_of(self.steps, self.signatures, self.content)

    @property
    def state(self) -> FormState:
        if self.voided:
            return FormState.VOID
        if self.release is not None:
            return FormState.RELEASED
        course = self.course
        if course.complete:
            return FormState.SIGNED
        if course.ruling is not None:
            return _BY_RULING[course.ruling]
        if course.changed:
            return FormState.CHANGED
        return FormState.OUT if self.prints else FormState.DRAFT

    @property
    def reprint(self) -> bool:
        """Tell whether a print from now on is 补打: the same paper was printed before."""
        return any(each.content == self.content for each in self.prints)

    @property
    def outside(self) -> bool:
        """Tell whether its paper was printed and has not come back signed."""
        return bool(self.prints) and self.state in _OUTSIDE

    @property
    def waiting_since(self) -> date:
        """The day from which the step that is next has waited."""
        days = (self.opened_on, self.course.last_day, *(each.on for each in self.prints[-1:]))
        return max(day for day in days if day is not None)


def fact_problems(facts: Facts) -> Iterator[Problem]:
    """Yield what is wrong with the fields typed into a form."""
    match facts:
        case UnitFacts():
            words = {
                "office_phone": facts.office_phone,
                "outlet": facts.outlet,
                "other_attachments": facts.other_attachments,
                "commission_number": facts.commission_number,
                "reprinted_from": facts.reprinted_from,
            }
            yield from _too_long(words, WORDS_LIMIT)
            yield from _too_long({"summary": facts.summary}, SUMMARY_LIMIT)
            yield from _counts(facts.photos, facts.videos)
        case DepartmentFacts():
            yield from _too_long({"channel": facts.channel}, WORDS_LIMIT)
            yield from _too_long({"basis": facts.basis}, SUMMARY_LIMIT)
        case PushFacts():
            yield from _too_long({"publisher": facts.publisher}, WORDS_LIMIT)
            if facts.push_number is not None and not 0 < facts.push_number <= COUNT_LIMIT:
                yield Problem("push_number", "range", detail=str(COUNT_LIMIT))


def article_problems(articles: tuple[Article, ...]) -> Iterator[Problem]:
    """Yield what keeps articles from being one push."""
    if not articles:
        yield Problem("articles", "missing")
    if len(articles) > ARTICLE_LIMIT:
        yield Problem("articles", "too_many", detail=str(ARTICLE_LIMIT))
    if len({article.draft for article in articles}) < len(articles):
        yield Problem("articles", "twice")
    for article in articles:
        yield from _too_long(
            {"column": article.column, "reprinted_from": article.reprinted_from}, WORDS_LIMIT
        )
        yield from _counts(article.photos, article.videos)


def release_problems(approval: Approval, release: Release, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the result of a form that is complete."""
    signed = approval.course.last_day
    if release.on > today:
        yield Problem("released_on", "future")
    elif signed is not None and release.on < signed:
        yield Problem("released_on", "before_last", detail=f"{signed.month}月{signed.day}日")
    if approval.kind is FormKind.C and release.at is None:
        yield Problem("released_at", "missing")
    words = {"through": release.through, "by": release.by, "link": release.link}
    words |= {"checked_after": release.checked_after, "correction": release.correction}
    yield from _too_long(words, SUMMARY_LIMIT)


def _too_long(words: dict[str, str], limit: int) -> Iterator[Problem]:
    for name, text in words.items():
        if len(text) > limit:
            yield Problem(name, "too_long", detail=str(limit))


def _counts(photos: int, videos: int) -> Iterator[Problem]:
    for name, number in (("photos", photos), ("videos", videos)):
        if not 0 <= number <= COUNT_LIMIT:
            yield Problem(name, "range", detail=str(COUNT_LIMIT))
