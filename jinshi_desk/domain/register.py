"""The register as a list: what it is asked for, and a line of it."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from jinshi_desk.domain.draft_kinds import Category, Level, Source, Status, is_valid
from jinshi_desk.domain.months import Month

MOST_AT_ONCE = 500
"""Drafts that one act may take."""


class Segment(StrEnum):
    """The ready-made filters over the list."""

    ALL = "all"
    RECEIVED = "received"
    RETURNED = "returned"
    FORM_MISSING = "form_missing"
    ADOPTED = "adopted"
    UNVERIFIED = "unverified"
    PICKED = "picked"
    """Picked as good drafts (好稿), for whichever month."""
    GONE = "gone"
    """Withdrawn and void drafts, which the other filters leave out."""


class SortKey(StrEnum):
    """The columns that the list can be ordered by."""

    NUMBER = "number"
    RECEIVED_ON = "received_on"
    UNIT = "unit"
    TITLE = "title"
    CATEGORY = "category"
    STATUS = "status"
    POINTS = "points"


class RegisterQuery(NamedTuple):
    """Which drafts, in which order. ``words`` is what was typed into the filter."""

    month: Month | None = None
    words: str = ""
    segment: Segment = Segment.ALL
    unit: str | None = None
    sort: SortKey = SortKey.NUMBER
    descending: bool = True


class RegisterRow(NamedTuple):
    """A line of the register. ``cents`` is what the draft earned its lead unit; ``level`` its highest."""

    id: int
    number: str
    received_on: date
    unit: str
    title: str
    category: Category
    authors: tuple[str, ...]
    status: Status
    source: Source
    approval_on_file: bool
    makeup: bool
    level: Level | None
    unverified: int
    cents: int
    picked: bool

    @property
    def gone(self) -> bool:
        return self.status in (Status.VOID, Status.WITHDRAWN)

    def valid(self, *, form_required: bool) -> bool:
        """Tell whether the line counts as 有效报送."""
        return is_valid(
            self.status, self.source, approval_on_file=self.approval_on_file, form_required=form_required
        )
