"""历次稿: what a draft said each time it came in (§3.4), and what was said of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from jinshi_desk.domain.drafts import Author, NewDraft
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.returns import Return

_D = TypeVar("_D", bound=NewDraft)


@dataclass(frozen=True, slots=True)
class Content:
    """What a unit writes and sends anew: all that a resubmission may change."""

    title: str
    authors: tuple[Author, ...] = ()
    authors_incomplete: bool = False
    word_count: int | None = None
    body: str = ""
    attachments: tuple[str, ...] = ()
    """Names of pictures and other files that came with it."""

    def within(self, draft: _D) -> _D:
        """Return ``draft`` saying this instead of what it said."""
        return replace(
            draft,
            title=self.title,
            authors=self.authors,
            authors_incomplete=self.authors_incomplete,
            word_count=self.word_count,
            body=self.body,
            attachments=self.attachments,
        )


def content_of(draft: NewDraft) -> Content:
    """Return what ``draft`` says now."""
    return Content(
        draft.title,
        draft.authors,
        draft.authors_incomplete,
        draft.word_count,
        draft.body,
        draft.attachments,
    )


@dataclass(frozen=True, slots=True)
class NewRemark:
    """指导意见: what somebody told the unit to do better (article row 25)."""

    said: str
    said_by: str


def remark_problems(new: NewRemark) -> Iterator[Problem]:
    """Yield what keeps a remark from being kept."""
    if not new.said.strip():
        yield Problem("remark", "missing")
    if not new.said_by.strip():
        yield Problem("said_by", "missing")


@dataclass(frozen=True, slots=True)
class Remark(NewRemark):
    """A remark on a version of a draft."""

    id: int
    version: int
    on: date


@dataclass(frozen=True, slots=True)
class Version:
    """A draft as it came in on ``came_on``; ``returned`` is how that version ended, where it went back."""

    number: int
    came_on: date
    content: Content
    returned: Return | None = None
    remarks: tuple[Remark, ...] = ()
