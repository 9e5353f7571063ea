"""The desk for adoptions: where a draft ran, whether that is proven, and what it earned."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jinshi_desk.domain import adoptions, drafts
from jinshi_desk.domain.adoptions import Adoption, NewAdoption
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import ReasonMissing, WrongStatus
from jinshi_desk.domain.late_registration import late_problems
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.booking import booking_month, rebook
from jinshi_desk.services.draft_steps import refuse_closed
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.database import Store

_TOPICS = (Topic.ADOPTIONS, Topic.DRAFTS, Topic.POINTS)


class AdoptionDesk:
    """What a clerk does with adoptions in 报送登记."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def check(self, number: str, adoption: NewAdoption) -> tuple[Problem, ...]:
        """Return everything odd in an adoption of the draft ``number``."""
        draft = self._store.drafts.get(number)
        return tuple(self._problems(draft, adoption))

    def adopt(self, number: str, adoption: NewAdoption) -> int:
        """Record where a draft ran; a verified adoption is booked at once.

        Raises:
            NotFileable: it has problems that must be put right first.
            WrongStatus: the draft was not accepted.
        """
        draft = self._store.drafts.get(number)
        if draft.status not in drafts.STANDING:
            raise WrongStatus(number, draft.status, "登记采用")
        refuse_bad(self._problems(draft, adoption))
        with self._store.writing("adopt", *_TOPICS) as act:
            row = self.write(draft, adoption)
            act.subject = number
            act.after = _facts(adoption)
        self._undo.remember(number, lambda: self._void("undo", row, "撤销登记"))
        return row

    def write(self, draft: Draft, adoption: NewAdoption) -> int:
        """Write a checked adoption and book it, inside the caller's act."""
        booked = booking_month(self._store, adoption) if adoption.verified else None
        row = self._store.adoptions.add(draft.id, adoption, booked)
        rebook(self._store, draft)
        return row

    def verify(self, adoptions_: Sequence[int]) -> None:
        """Tick adoptions as proven, in one act; they are booked now."""
        found = [self._store.adoptions.get(adoption) for adoption in adoptions_]
        waiting = [adoption for adoption in found if not adoption.verified and not adoption.voided]
        if not waiting:
            return
        booked = {adoption: booking_month(self._store, adoption) for adoption in waiting}
        subject = self._prove("verify", booked)
        self._undo.remember(subject, lambda: self._unprove(booked))

    def void(self, adoption: int, reason: str) -> None:
        """Strike out a wrongly registered adoption, as if it had never been.

        Raises:
            ReasonMissing: there is no reason.
            MonthClosed: it is booked in a closed month, whose figures no longer change.
        """
        if not reason.strip():
            raise ReasonMissing("作废采用")
        subject = self._void("void_adoption", adoption, reason)
        self._undo.remember(subject, lambda: self._restore(adoption))

    def retract(self, adoption: int, on: date) -> None:
        """Note that the outlet took the piece down; its points go in the month of that (§3.4).

        Raises:
            NotFileable: it was struck out or taken down already, or ``on`` can't be the day.
        """
        found = self._store.adoptions.get(adoption)
        refuse_bad(adoptions.retraction_problems(found, on, self._today()))
        draft = self._store.drafts.by_id(found.draft)
        with self._store.writing("retract", *_TOPICS) as act:
            month = self.write_retraction(found, on)
            act.subject = draft.number
            act.after = {"retracted": adoption, "on": on.isoformat(), "outlet": found.outlet}
        self._undo.remember(draft.number, lambda: self._stand(found, month))

    def write_retraction(self, found: Adoption, on: date) -> Month:
        """Write a checked retraction inside the caller's act; return the month its points go in."""
        month = max(Month.of(on), self._store.months.open_from())
        self._store.adoptions.retract(found.id, on, month)
        rebook(self._store, self._store.drafts.by_id(found.draft))
        return month

    def _problems(self, draft: Draft, adoption: NewAdoption) -> Iterator[Problem]:
        yield from adoptions.problems(adoption, draft.received_on, self._today())
        if adoption.outlet and adoption.outlet not in {outlet.id for outlet in self._store.outlets.all()}:
            yield Problem("outlet", "unknown", detail=adoption.outlet)
        for other in self._store.adoptions.of_draft(draft.id):
            if not other.voided and (other.outlet, other.adopted_on) == (
                adoption.outlet,
                adoption.adopted_on,
            ):
                yield Problem("adopted_on", "same")
        if adoption.adopted_on.year >= adoptions.FIRST_YEAR:
            yield from late_problems(adoption, self._store.rules.book(), self._store.months.open_from())

    def _prove(self, name: str, booked: Mapping[Adoption, Month | None]) -> str:
        """Write for each adoption which month it is booked in, none where it is not proven."""
        found = {adoption.draft: self._store.drafts.by_id(adoption.draft) for adoption in booked}
        with self._store.writing(name, *_TOPICS) as act:
            for adoption, month in booked.items():
                self._store.adoptions.prove(adoption.id, month)
            for draft in found.values():
                rebook(self._store, draft)
            numbers = [draft.number for draft in found.values()]
            act.subject = numbers[0] if len(numbers) == 1 else "adoptions"
            proven = [adoption.id for adoption, month in booked.items() if month]
            act.after = {"verified" if proven else "claimed": [adoption.id for adoption in booked]}
            act.after["numbers"] = numbers
        return act.subject

    def _unprove(self, booked: Mapping[Adoption, Month]) -> None:
        refuse_closed(self._store, *booked.values())
        self._prove("undo", dict.fromkeys(booked))

    def _restore(self, adoption: int) -> None:
        """Let an adoption stand again that was struck out."""
        booked = self._store.adoptions.booked_month(adoption)
        refuse_closed(self._store, *filter(None, [booked]))
        self._rewrite(self._store.adoptions.get(adoption), lambda: self._store.adoptions.void(adoption, ""))

    def _stand(self, found: Adoption, month: Month) -> None:
        """Let an adoption stand again that was noted as taken down."""
        refuse_closed(self._store, month)
        self._rewrite(found, lambda: self._store.adoptions.retract(found.id, None, None))

    def _rewrite(self, found: Adoption, write: Callable[[], None]) -> None:
        draft = self._store.drafts.by_id(found.draft)
        with self._store.writing("undo", *_TOPICS) as act:
            write()
            rebook(self._store, draft)
            act.subject = draft.number
            act.after = {"standing": found.id, "outlet": found.outlet}

    def _void(self, name: str, adoption: int, reason: str) -> str:
        found = self._store.adoptions.get(adoption)
        booked = self._store.adoptions.booked_month(adoption)
        refuse_closed(self._store, *filter(None, [booked]))
        draft = self._store.drafts.by_id(found.draft)
        with self._store.writing(name, *_TOPICS) as act:
            self._store.adoptions.void(adoption, reason)
            rebook(self._store, draft)
            act.subject = draft.number
            act.before = _facts(found)
            act.after = {"voided": reason}
        return draft.number


def _facts(adoption: NewAdoption) -> dict[str, Any]:
    return {
        "outlet": adoption.outlet,
        "adopted_on": adoption.adopted_on.isoformat(),
        "registered_on": adoption.registered_on.isoformat(),
        "mode": adoption.mode,
        "position": adoption.position,
        "place": adoption.place,
        "evidence": adoption.evidence,
        "verified": adoption.verified,
    }
