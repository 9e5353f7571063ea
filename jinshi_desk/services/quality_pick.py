"""The desk for good drafts (好稿): picked for a month with a reason, put on the website, taken back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jinshi_desk.domain import quality_picks
from jinshi_desk.domain.adoptions import Adoption
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import STANDING, Draft, clean_line
from jinshi_desk.domain.errors import AlreadyDecided, NotPicked, ReasonMissing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST, Outlet
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.quality_picks import NewQualityPick, QualityPick
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.database import Store

_NAME = "好稿"
_TOPICS = (Topic.PICKS, Topic.DRAFTS)


@dataclass(frozen=True, slots=True)
class PickedDraft:
    """A pick, its draft, and where that ran: the highest level first, and there the first day."""

    event: QualityPick
    draft: Draft
    runs: tuple[tuple[Adoption, Outlet], ...]

    @property
    def adoption(self) -> Adoption | None:
        """Where it ran highest and first, if it ran at all."""
        return self.runs[0][0] if self.runs else None

    @property
    def outlet(self) -> Outlet | None:
        """The outlet it ran in highest and first, if it ran at all."""
        return self.runs[0][1] if self.runs else None

    @property
    def text(self) -> str:
        """The draft's text; empty where only a title was registered."""
        return self.draft.body.strip()

    @property
    def stands(self) -> bool:
        """Tell whether it was neither taken back nor its draft withdrawn, rejected or voided since."""
        return not self.event.voided and self.draft.status in STANDING


class QualityPickDesk:
    """What a clerk does with the good drafts of a month."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def of_draft(self, number: str) -> QualityPick | None:
        """Return the standing pick of a draft, if there is one.

        Raises:
            UnknownDraft: there is none of this number.
        """
        return self._store.quality_picks.of_draft(self._store.drafts.get(number).id)

    def check(self, number: str, new: NewQualityPick) -> tuple[Problem, ...]:
        """Return everything odd in picking the draft ``number``."""
        return tuple(self._problems(self._store.drafts.get(number), new))

    def pick(self, number: str, new: NewQualityPick) -> int:
        """Pick a draft, of a closed month as well: no figure changes.

        Where nobody is named, it is picked by who is logged on.

        Raises:
            UnknownDraft: there is none of this number.
            NotFileable: it has problems that must be put right first.
        """
        draft, new = self._store.drafts.get(number), self._cleaned(new)
        refuse_bad(self._problems(draft, new))
        with self._store.writing("pick", *_TOPICS) as act:
            row = self.write(draft, new)
            act.subject, act.after = number, _facts(new)
        self._undo.remember(number, lambda: self._void("undo", self._standing(row), "撤销登记"))
        return row

    def write(self, draft: Draft, new: NewQualityPick) -> int:
        """Write a checked pick, inside the caller's act."""
        return self._store.quality_picks.add(draft.id, self._cleaned(new))

    def check_settled(self, pick: int, reason: str, uploaded_on: date | None) -> tuple[Problem, ...]:
        """Return what keeps a pick from saying ``reason`` and the day of upload."""
        found = self._store.quality_picks.get(pick)
        draft = self._store.drafts.by_id(found.draft)
        wanted = replace(found, reason=reason, uploaded_on=uploaded_on)
        return tuple(quality_picks.settled_problems(wanted, draft, self._today()))

    def settle(self, pick: int, reason: str, uploaded_on: date | None) -> None:
        """Put the reason in other words, or note the day the draft was put on the website.

        Raises:
            NotFileable: there is no reason, or the day can't be.
            AlreadyDecided: it was taken back.
        """
        reason = clean_line(reason)
        refuse_bad(self.check_settled(pick, reason, uploaded_on))
        before = self._standing(pick)
        after = replace(before, reason=reason, uploaded_on=uploaded_on)
        number = self._settle("settle_pick", before, after)
        self._undo.remember(number, lambda: self._settle("undo", self._standing(pick), before))

    def take_back(self, number: str, reason: str) -> None:
        """Take the pick of a draft back; that it was picked stays on record.

        Raises:
            UnknownDraft: there is none of this number.
            ReasonMissing: there is no reason.
            NotPicked: it is not picked.
        """
        if not reason.strip():
            raise ReasonMissing(f"取消{_NAME}")
        found = self.of_draft(number)
        if found is None:
            raise NotPicked(number)
        self._void("unpick", found, clean_line(reason))
        self._undo.remember(number, lambda: self._stand(found))

    def _problems(self, draft: Draft, new: NewQualityPick) -> Iterator[Problem]:
        yield from quality_picks.problems(new, draft, self._today())
        known = self._store.quality_picks.of_draft(draft.id)
        if known is not None:
            yield Problem("draft", "picked_before", detail=known.month.label)

    def _cleaned(self, new: NewQualityPick) -> NewQualityPick:
        said_by = clean_line(new.picked_by) or self._store.who()
        return replace(new, reason=clean_line(new.reason), picked_by=said_by)

    def _standing(self, pick: int) -> QualityPick:
        found = self._store.quality_picks.get(pick)
        if found.voided:
            raise AlreadyDecided(_NAME, "取消", "改")
        return found

    def _settle(self, name: str, before: QualityPick, after: QualityPick) -> str:
        number = self._store.drafts.by_id(before.draft).number
        with self._store.writing(name, *_TOPICS) as act:
            self._store.quality_picks.settle(after)
            act.subject, act.before, act.after = number, _facts(before), _facts(after)
        return number

    def _void(self, name: str, found: QualityPick, reason: str) -> None:
        with self._store.writing(name, *_TOPICS) as act:
            self._store.quality_picks.void(found.id, reason)
            act.subject = self._store.drafts.by_id(found.draft).number
            act.before, act.after = _facts(found), {"voided": reason}

    def _stand(self, found: QualityPick) -> None:
        """Let a pick stand again that was taken back."""
        draft = self._store.drafts.by_id(found.draft)
        if self._store.quality_picks.of_draft(draft.id) is not None:
            raise AlreadyDecided(_NAME, "另选", "恢复")
        with self._store.writing("undo", *_TOPICS) as act:
            self._store.quality_picks.void(found.id, "")
            act.subject, act.after = draft.number, _facts(found)


def picks_of(store: Store, months: Iterable[Month]) -> tuple[PickedDraft, ...]:
    """Return the good drafts of ``months`` that stand, in the order they were picked, month by month."""
    found = (followed(store, each) for each in store.quality_picks.all(months))
    return tuple(each for each in found if each.stands)


def followed(store: Store, pick: QualityPick) -> PickedDraft:
    """Return a pick with its draft and every place that draft ran in and still stands."""
    draft = store.drafts.by_id(pick.draft)
    outlets = {outlet.id: outlet for outlet in store.outlets.all()}
    ran = [
        (each, outlets[each.outlet])
        for each in store.adoptions.of_draft(draft.id)
        if each.verified and not each.voided and each.retracted_on is None
    ]

    def how_low(run: tuple[Adoption, Outlet]) -> tuple[int, date, int]:
        adoption, outlet = run
        return LEVELS_HIGHEST_FIRST.index(outlet.level), adoption.adopted_on, adoption.id

    return PickedDraft(pick, draft, tuple(sorted(ran, key=how_low)))


def _facts(pick: NewQualityPick) -> dict[str, Any]:
    return {
        "month": str(pick.month),
        "reason": pick.reason,
        "picked_on": pick.picked_on.isoformat(),
        "picked_by": pick.picked_by,
        "uploaded_on": pick.uploaded_on.isoformat() if pick.uploaded_on else None,
    }
