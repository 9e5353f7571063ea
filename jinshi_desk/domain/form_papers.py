"""What one printed approval form shows (§5): Form A of a unit, Form B of the department, Form C of a push.

A value without arguments is the blank form: labels, empty boxes, nothing else. Whoever fills one copies only
what is known; what is empty stays empty on the paper, to be written by hand.

A signature is given with a pen. One that was given and recorded (``RecordedSignature``) is printed as a small
note at the head of its cell, never on the line that waits for the pen; where there is none the cell is empty.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from jinshi_desk.domain.drafts import Category, Form, Source

ARTICLE_LIMIT = 8
"""Articles in one push, by the platform's own limit (article row 6)."""


@dataclass(frozen=True, slots=True)
class RecordedSignature:
    """A signature on the signed paper, as it was recorded."""

    signer: str
    signed_on: date
    opinion: str = ""
    recorded_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMarks:
    """What stands around the table of any form: its number and what kind of print it is."""

    number: str = ""
    code: str = ""
    """What the printed code carries, where a hand scanner can't type the number (``部审〔2022〕46号``)."""
    reprint: bool = False
    """Printed before: marked 补打."""
    review_again: bool = False
    """Changed after a step was signed: marked 修改后重审."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """研究室接收: who took the form in, when, and what became of the draft.

    ``valid`` is 有效 or 退回, and none as long as neither is decided.
    """

    receiver: str = ""
    received_on: date | None = None
    draft_number: str = ""
    valid: bool | None = None
    return_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormA(FormMarks):
    """组工信息报送审批表, filled by a unit."""

    unit: str = ""
    submitted_on: date | None = None
    title: str = ""
    category: Category | None = None
    form: Form | None = None
    authors: tuple[str, ...] = ()
    authors_incomplete: bool = False
    """More people than are named: 等 after the last."""
    office_phone: str = ""
    word_count: int | None = None
    source: Source | None = None
    commission_number: str = ""
    reprinted_from: str = ""
    outlet: str = ""
    """拟投媒体、栏目."""
    summary: str = ""
    """内容摘要; each line is a paragraph."""
    photos: int | None = None
    videos: int | None = None
    other_attachments: str = ""
    may_be_public: bool | None = None
    """What the secrecy check decided, and none before it."""
    secrecy_check: RecordedSignature | None = None
    info_officer: RecordedSignature | None = None
    supervising_leader: RecordedSignature | None = None
    unit_head: RecordedSignature | None = None
    reception: Reception = Reception()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormB(FormMarks):
    """部机关信息发布审批表, filled by an office of the department."""

    office: str = ""
    drafter: str = ""
    drafted_on: date | None = None
    title: str = ""
    category: Category | None = None
    channel: str = ""
    """发布或报送的渠道."""
    may_be_public: bool | None = None
    basis: str = ""
    """依据或背景; each line is a paragraph."""
    office_head: RecordedSignature | None = None
    research_office: RecordedSignature | None = None
    supervising_leader: RecordedSignature | None = None
    department_head: RecordedSignature | None = None
    dispatched_on: date | None = None
    dispatched_through: str = ""
    adoption: str = ""
    """采用情况."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormArticle:
    """A line of Form C: one article of the push."""

    title: str = ""
    column: str = ""
    unit: str = ""
    authors: tuple[str, ...] = ()
    word_count: int | None = None
    photos: int | None = None
    videos: int | None = None
    source: Source | None = None
    reprinted_from: str = ""
    draft_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormC(FormMarks):
    """“津市组工”微信公众号发文三审表: one push with its articles, or one article of it."""

    pushed_on: date | None = None
    push_number: int | None = None
    """第几次, of the year."""
    scheduled_at: time | None = None
    publisher: str = ""
    articles: tuple[FormArticle, ...] = ()
    """At most ``ARTICLE_LIMIT``."""
    first_review: RecordedSignature | None = None
    second_review: RecordedSignature | None = None
    final_review: RecordedSignature | None = None
    published_at: datetime | None = None
    link: str = ""
    checked_after: str = ""
    """What the check within two hours after publishing found."""
    correction: str = ""

    def __post_init__(self) -> None:
        if len(self.articles) > ARTICLE_LIMIT:
            raise ValueError(f"a push has at most {ARTICLE_LIMIT} articles")

    def per_article(self) -> tuple["FormC", ...]:
        """Return a form for each article of the push, in their order."""
        return tuple(replace(self, articles=(article,)) for article in self.articles)


ApprovalForm = FormA | FormB | FormC


@dataclass(frozen=True, slots=True)
class CutField:
    """A field whose text did not fit its cell at the least size, so that the paper shows its beginning only.

    ``place`` is the form's in its batch, from 1; ``label`` the field's as printed (``内容摘要``).
    """

    place: int
    number: str
    label: str
