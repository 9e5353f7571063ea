"""The desk for corrections (更正) of closed months."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from jinshi_desk.domain import corrections
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.corrections import Correction, NewCorrection
from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.domain.errors import AlreadyDecided, ReasonMissing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import Remedy
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.booking import book_correction
from jinshi_desk.services.draft_steps import refuse_closed
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.database import Store

_TOPICS = (Topic.CORRECTIONS, Topic.OBJECTIONS, Topic.POINTS)


class CorrectionDesk:
    """What a clerk does where a closed month was wrong: its figures stay, the open month carries the rest."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def all(self, month: Month | None = None) -> tuple[Correction, ...]:
        """Return every correction, or those booked in ``month``, those struck out included."""
        return self._store.corrections.all(month)

    def check(self, new: NewCorrection) -> tuple[Problem, ...]:
        """Return everything odd in a correction."""
        return tuple(self._problems(new))

    def record(self, new: NewCorrection) -> int:
        """Record a correction; it is booked in the earliest open month.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        new = replace(new, reason=clean_line(new.reason))
        refuse_bad(self._problems(new))
        with self._store.writing("correct", *_TOPICS) as act:
            row = self.write(new)
            act.subject = f"correction {row}"
            act.after = _facts(new)
        self._undo.remember(f"correction {row}", lambda: self._void("undo", row, "撤销登记"))
        return row

    def write(self, new: NewCorrection) -> int:
        """Write a checked correction and book it, inside the caller's act."""
        row = self._store.corrections.add(new, self._store.months.open_from())
        book_correction(self._store, self._store.corrections.get(row))
        return row

    def void(self, correction: int, reason: str) -> None:
        """Strike out a wrong correction while its month is open.

        Raises:
            ReasonMissing: there is no reason.
            AlreadyDecided: it was struck out before.
            MonthClosed: it is booked in a closed month; correct that in turn.
        """
        if not reason.strip():
            raise ReasonMissing("作废更正")
        self._void("void_correction", correction, clean_line(reason))
        self._undo.remember(f"correction {correction}", lambda: self._stand(correction))

    def _problems(self, new: NewCorrection) -> Iterator[Problem]:
        yield from corrections.problems(new, self._store.months.open_from(), self._today())
        if new.unit and new.unit not in {unit.id for unit in self._store.units.all()}:
            yield Problem("unit", "unknown", detail=new.unit)
        if new.entry is not None:
            wrong = self._store.ledger.get(new.entry)
            if wrong is None or (wrong.unit, wrong.booked_month) != (new.unit, new.corrected_month):
                yield Problem("entry", "other")
        if new.objection is not None:
            led = self._store.objections.get(new.objection)
            if (led.unit, led.month) != (new.unit, new.corrected_month):
                yield Problem("objection", "other")
            elif led.ruling is None or led.ruling.remedy is not Remedy.CORRECTION:
                yield Problem("objection", "not_granted")

    def _stand(self, correction: int) -> None:
        """Let a correction stand again that was struck out."""
        found = self._store.corrections.get(correction)
        refuse_closed(self._store, found.booked_month)
        with self._store.writing("undo", *_TOPICS) as act:
            self._store.corrections.void(correction, "")
            book_correction(self._store, self._store.corrections.get(correction))
            act.subject = f"correction {correction}"
            act.after = _facts(found)

    def _void(self, name: str, correction: int, reason: str) -> None:
        found = self._store.corrections.get(correction)
        if found.voided:
            raise AlreadyDecided("更正", "作废", "作废")
        refuse_closed(self._store, found.booked_month)
        with self._store.writing(name, *_TOPICS) as act:
            self._store.corrections.void(correction, reason)
            book_correction(self._store, self._store.corrections.get(correction))
            act.subject = f"correction {correction}"
            act.before = _facts(found)
            act.after = {"voided": reason}


def _facts(new: NewCorrection) -> dict[str, Any]:
    return {
        "unit": new.unit,
        "corrected_month": str(new.corrected_month),
        "cents": new.cents,
        "reason": new.reason,
        "registered_on": new.registered_on.isoformat(),
        "entry": new.entry,
        "objection": new.objection,
    }
