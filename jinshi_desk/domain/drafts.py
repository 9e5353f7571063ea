"""Drafts (稿件): what a unit sent, and where it stands."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from jinshi_desk.domain.draft_kinds import STANDING, Category, Form, Source, Status, is_valid, may_become
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.people import AuthorRole, label
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.tags import cleaned_tags
from jinshi_desk.domain.tags import problems as tag_problems

__all__ = [
    "STANDING",
    "TITLE_LIMIT",
    "Author",
    "Category",
    "Draft",
    "Form",
    "NewDraft",
    "Source",
    "Status",
    "clean_line",
    "clean_text",
    "cleaned",
    "has_heading",
    "is_valid",
    "may_become",
    "problems",
    "quota_month",
    "title_key",
]

TITLE_LIMIT = 200
"""Characters; longer than any real title, short enough for every form."""
AUTHOR_LIMIT = 30
"""Names; more than any form has room for, and the rest are 等."""


@dataclass(frozen=True, slots=True)
class Author:
    """A name under a draft. ``incomplete`` marks ``某某等``: more people than are named."""

    name: str
    role: AuthorRole = AuthorRole.AUTHOR
    mark: str = ""
    """What tells the author from a namesake of the same unit."""
    share: int | None = None
    """Percent of the points, where the clerk shared them by hand (§3.4)."""

    @property
    def label(self) -> str:
        return label(self.name, self.mark)

    @property
    def signed(self) -> str:
        """The label with its share: ``周试一60%``."""
        return self.label if self.share is None else f"{self.label}{self.share}%"


@dataclass(frozen=True, slots=True)
class NewDraft:
    """A draft as it is typed or read, before it has a number. ``units`` has the lead unit first."""

    title: str
    units: tuple[str, ...]
    category: Category
    received_on: date
    authors: tuple[Author, ...] = ()
    form: Form = Form.TEXT
    source: Source = Source.ORIGINAL
    word_count: int | None = None
    body: str = ""
    makeup: bool = False
    """补报: received on the 1st–5th, meant for the month before."""
    approval_on_file: bool = False
    authors_incomplete: bool = False
    duplicate_confirmed: bool = False
    """The clerk saw a draft of the same title from the same unit, and says this is another one."""
    note: str = ""
    attachments: tuple[str, ...] = ()
    """Names of the pictures and other files that came with it."""
    tags: tuple[str, ...] = ()
    """The topics it is about (选题)."""
    number: str | None = None
    """A number it already had on a register; else the next free one is given."""


@dataclass(frozen=True, slots=True)
class Draft(NewDraft):
    """A draft in the register."""

    id: int = field(kw_only=True)
    number: str = field(kw_only=True)
    status: Status = field(kw_only=True)
    quota_month: Month = field(kw_only=True)
    status_reason: str = field(kw_only=True, default="")
    version: int = field(kw_only=True, default=1)
    """How many times it came in: 1 until it was returned and sent in again (§3.4)."""

    @property
    def lead(self) -> str:
        return self.units[0]


def quota_month(received_on: date, *, makeup: bool, grace_close_day: int) -> Month:
    """Return the month a draft counts for: its month of receipt, or the one before where it is 补报 in time.

    Marked 补报 but received after the close day counts for the month received (§3.6).
    """
    month = Month.of(received_on)
    if makeup and received_on.day <= grace_close_day:
        return month.previous()
    return month


def has_heading(title: str) -> bool:
    """Tell whether a phrase up to a colon begins ``title``, as ``单位：`` does."""
    return ":" in unicodedata.normalize("NFKC", title)


def title_key(title: str, unit_names: tuple[str, ...] = ()) -> str:
    """Return the title without spaces, punctuation and a leading ``单位：``, to compare titles by.

    A leading phrase up to a colon is dropped only where it is one of ``unit_names``.
    """
    text = unicodedata.normalize("NFKC", title)
    head, colon, rest = text.partition(":")
    if colon and rest.strip() and any(head.strip() == name for name in unit_names):
        text = rest
    return "".join(char for char in text if char.isalnum()).casefold()


_NUMBER = re.compile(r"\d{4}-\d{1,9}\Z", re.ASCII)

_CONTROL = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]"
)


def clean_text(text: str) -> str:
    """Return ``text`` without control characters, lone surrogates and bidi overrides; lines kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.encode("utf-8", "ignore").decode("utf-8")
    return _CONTROL.sub("", text)


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line."""
    return " ".join(clean_text(text).split())


_D = TypeVar("_D", bound=NewDraft)


def cleaned(draft: _D) -> _D:
    """Return ``draft`` without what nobody typed: control characters, breaks in a line, names of nothing."""
    return replace(
        draft,
        title=clean_line(draft.title),
        body=clean_text(draft.body),
        note=clean_text(draft.note),
        attachments=tuple(name for each in draft.attachments if (name := clean_line(each))),
        tags=cleaned_tags(draft.tags),
        authors=tuple(
            replace(author, name=name, mark=clean_line(author.mark))
            for author in draft.authors
            if (name := clean_line(author.name))
        ),
    )


def problems(draft: NewDraft, today: date) -> Iterator[Problem]:
    """Yield everything odd in ``draft``, all at once; the bad ones keep it from being logged."""
    if not draft.title.strip():
        yield Problem("title", "missing")
    elif len(draft.title) > TITLE_LIMIT:
        yield Problem("title", "too_long", detail=str(TITLE_LIMIT))
    if not draft.units:
        yield Problem("units", "missing")
    elif len(set(draft.units)) < len(draft.units):
        yield Problem("units", "twice")
    if draft.received_on > today:
        yield Problem("received_on", "future")
    elif draft.received_on.year < 2000:
        yield Problem("received_on", "long_ago")
    if draft.number is not None and not _NUMBER.match(draft.number):
        yield Problem("number", "unreadable")
    if draft.word_count is not None and draft.word_count < 0:
        yield Problem("word_count", "negative")
    yield from _author_problems(draft.authors)
    yield from tag_problems(cleaned_tags(draft.tags))


def _author_problems(authors: tuple[Author, ...]) -> Iterator[Problem]:
    labels = [author.label for author in authors]
    if not authors:
        yield Problem("authors", "missing", Severity.WARN)
    if len(set(labels)) < len(labels):
        yield Problem("authors", "twice")
    if len(authors) > AUTHOR_LIMIT:
        yield Problem("authors", "too_many", detail=str(AUTHOR_LIMIT))
    if any(len(author.name) < 2 for author in authors):
        yield Problem("authors", "one_character", Severity.WARN)
    yield from _share_problems(authors)


def _share_problems(authors: tuple[Author, ...]) -> Iterator[Problem]:
    """Yield what keeps shares set by hand from adding up: all who are paid have one, or nobody."""
    given = [author.share for author in authors if author.share is not None]
    if not given:
        return
    if any(author.share is not None for author in authors if author.role is not AuthorRole.AUTHOR):
        yield Problem("authors", "unpaid_share")
    elif any(author.share is None for author in authors if author.role is AuthorRole.AUTHOR):
        yield Problem("authors", "missing_share")
    elif min(given) < 1 or sum(given) != 100:
        yield Problem("authors", "share_sum", detail=str(sum(given)))
