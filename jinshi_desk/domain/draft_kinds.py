"""What a list tells of a draft in one word each: its kind, where it stands, how high it went.

Apart from ``drafts`` and ``outlets``, which hand them on: a list shows them before anything can be done.
"""

from enum import StrEnum


class Category(StrEnum):
    """The four kinds of writing that are scored apart (article row 50)."""

    NEWS = "news"
    ESSAY = "essay"
    EXPERIENCE = "experience"
    RESEARCH = "research"


class Form(StrEnum):
    """体裁: what the draft is made of."""

    TEXT = "text"
    PHOTO = "photo"
    BRIEF = "brief"
    SHORT_VIDEO = "short_video"
    FEATURE_VIDEO = "feature_video"


class Source(StrEnum):
    """Where the text comes from; a reprint (转载) never counts for the quota."""

    ORIGINAL = "original"
    COMMISSIONED = "commissioned"
    REPRINT = "reprint"


class Status(StrEnum):
    """The draft's place in its life (§2)."""

    RECEIVED = "received"
    RETURNED = "returned"
    REJECTED = "rejected"
    ACCEPTED = "accepted"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    DISPATCHED = "dispatched"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"
    VOID = "void"


STANDING = frozenset({Status.ACCEPTED, Status.IN_REVIEW, Status.APPROVED, Status.DISPATCHED, Status.ARCHIVED})
"""The states of a draft that was accepted and still stands."""

_NEXT: dict[Status, frozenset[Status]] = {
    Status.RECEIVED: frozenset({Status.RETURNED, Status.REJECTED, Status.ACCEPTED}),
    Status.RETURNED: frozenset({Status.RECEIVED, Status.REJECTED}),
    Status.REJECTED: frozenset(),
    Status.ACCEPTED: frozenset({Status.IN_REVIEW, Status.RETURNED, Status.REJECTED}),
    Status.IN_REVIEW: frozenset({Status.APPROVED, Status.RETURNED, Status.REJECTED}),
    Status.APPROVED: frozenset({Status.DISPATCHED, Status.RETURNED}),
    Status.DISPATCHED: frozenset({Status.ARCHIVED}),
    Status.ARCHIVED: frozenset(),
    Status.WITHDRAWN: frozenset(),
    Status.VOID: frozenset(),
}


def may_become(now: Status, then: Status) -> bool:
    """Tell whether a draft may go from ``now`` to ``then``; 撤稿 and 作废 are open to all that still live."""
    if then in (Status.WITHDRAWN, Status.VOID):
        return now not in (Status.WITHDRAWN, Status.VOID)
    return then in _NEXT[now]


def is_valid(status: Status, source: Source, *, approval_on_file: bool, form_required: bool) -> bool:
    """Tell whether a draft is 有效报送: accepted, form on file, not a reprint (§4)."""
    return status in STANDING and source is not Source.REPRINT and (approval_on_file or not form_required)


class Level(StrEnum):
    """The four levels, lowest first. 市级 means 常德, 本级 means 津市."""

    COUNTY = "county"
    PREFECTURE = "prefecture"
    PROVINCE = "province"
    NATIONAL = "national"
