"""Good drafts of a month (好稿), each with the reason it was picked for (§1 row 15, §6.5 Q4)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from jinshi_desk.domain.drafts import STANDING, Draft
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem

REASON_LIMIT = 200
"""Characters: the reason is printed behind the title in the quarter's review."""


@dataclass(frozen=True, slots=True)
class NewQualityPick:
    """A draft is picked for ``month``. ``uploaded_on`` is the day it was put on the website (及时上传)."""

    month: Month
    reason: str
    picked_on: date
    picked_by: str = ""
    uploaded_on: date | None = None


@dataclass(frozen=True, slots=True)
class QualityPick(NewQualityPick):
    """A pick in the register; ``draft`` is the id of the draft picked."""

    id: int = field(kw_only=True)
    draft: int = field(kw_only=True)
    voided: str = field(kw_only=True, default="")
    """Why it was taken back; empty while it stands."""


def problems(new: NewQualityPick, draft: Draft, today: date) -> Iterator[Problem]:
    """Yield what keeps ``draft`` from being picked as ``new`` says.

    A closed month is no hindrance: picks change no figure, and a quarter is reviewed once its months are.
    """
    if draft.status not in STANDING:
        yield Problem("draft", "not_valid", detail=draft.number)
    if new.month > Month.of(today):
        yield Problem("pick_month", "future")
    elif new.month < draft.quota_month:
        yield Problem("pick_month", "before_receipt", detail=draft.quota_month.label)
    if new.picked_on > today:
        yield Problem("picked_on", "future")
    yield from settled_problems(new, draft, today)


def settled_problems(new: NewQualityPick, draft: Draft, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the reason and the day of upload, which may be put right later."""
    if not new.reason.strip():
        yield Problem("pick_reason", "missing")
    elif len(new.reason) > REASON_LIMIT:
        yield Problem("pick_reason", "too_long", detail=str(REASON_LIMIT))
    if new.uploaded_on is not None and new.uploaded_on > today:
        yield Problem("uploaded_on", "future")
    elif new.uploaded_on is not None and new.uploaded_on < draft.received_on:
        yield Problem("uploaded_on", "before_receipt")
