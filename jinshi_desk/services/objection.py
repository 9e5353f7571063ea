"""The desk for objections (异议): taken in, ruled, and ruled again where need be."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from jinshi_desk.domain import objections
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.domain.errors import AlreadyDecided, ReasonMissing, UndoOvertaken
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import NewObjection, NewRuling, Objection
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.objection_subjects import Subject, subject_of, subjects
from jinshi_desk.store.database import Store

_NAME = "异议"


class ObjectionDesk:
    """What a clerk does with what units object to."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def get(self, objection: int) -> Objection:
        """Return an objection with its rulings.

        Raises:
            UnknownEvent: there is none with this id.
        """
        return self._store.objections.get(objection)

    def is_closed(self, month: Month) -> bool:
        """Tell whether what is granted in ``month`` can only be a correction."""
        return self._store.months.is_closed(month)

    def subjects(self, unit: str, month: Month) -> tuple[Subject, ...]:
        """Return what ``unit`` may object to in ``month``: drafts, points, deductions."""
        return subjects(self._store, unit, month)

    def subject_of(self, objection: NewObjection) -> Subject | None:
        """Return what an objection is about; none where it is about the month as a whole."""
        return subject_of(self._store, objection)

    def last_ruler(self) -> str:
        """Return who ruled last: most likely the one who does now."""
        return self._store.objections.last_ruler()

    def check(self, new: NewObjection) -> tuple[Problem, ...]:
        """Return everything odd in a new objection."""
        return tuple(self._problems(new))

    def record(self, new: NewObjection) -> int:
        """Record what a unit objects to, of an open month, a closed or an issued one.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        new = replace(new, text=clean_line(new.text), raised_by=clean_line(new.raised_by))
        refuse_bad(self._problems(new))
        with self._store.writing("object", Topic.OBJECTIONS) as act:
            row = self._store.objections.add(new)
            act.subject, act.after = _subject(row), _facts(new)
        self._undo.remember(act.subject, lambda: self._take_back(row))
        return row

    def check_ruling(self, objection: int, new: NewRuling) -> tuple[Problem, ...]:
        """Return what keeps an objection from being ruled so."""
        return tuple(self._ruling_problems(self._store.objections.get(objection), new))

    def rule(self, objection: int, new: NewRuling) -> int:
        """Rule on an objection, for a reason; a ruling given before is kept and holds no longer.

        Raises:
            UnknownEvent: there is no such objection.
            AlreadyDecided: it was struck out.
            NotFileable: the ruling has problems that must be put right first.
        """
        found = self._standing(objection, "裁定")
        new = replace(new, reason=clean_line(new.reason), ruled_by=clean_line(new.ruled_by))
        refuse_bad(self._ruling_problems(found, new))
        with self._store.writing("rule_objection", Topic.OBJECTIONS) as act:
            row = self._store.objections.rule(objection, new)
            act.subject, act.after = _subject(objection), _ruled(new)
            act.before = _ruled(found.ruling) if found.ruling else {}
        self._undo.remember(act.subject, lambda: self._withdraw(objection, row))
        return row

    def proposed_correction(self, objection: int) -> NewCorrection:
        """Return the correction that an objection upheld asks for, but for the points, which are 0."""
        found = self._store.objections.get(objection)
        day = self._today()
        told = found.ruling.reason if found.ruling else found.text
        reason = f"异议成立（{found.received_on.month}月{found.received_on.day}日提出）：{told}"
        return NewCorrection(found.unit, found.month, 0, reason, day, objection=objection)

    def void(self, objection: int, reason: str) -> None:
        """Strike out an objection, as if it had never been.

        Raises:
            ReasonMissing: there is no reason.
            AlreadyDecided: it was struck out before.
        """
        if not reason.strip():
            raise ReasonMissing(f"作废{_NAME}")
        self._void("void_objection", self._standing(objection, "作废"), reason.strip())
        self._undo.remember(_subject(objection), lambda: self._stand(objection))

    def _problems(self, new: NewObjection) -> Iterator[Problem]:
        yield from objections.problems(new, self._today())
        yield from month_problems(self._store, new)
        if new.draft is not None:
            draft = self._store.drafts.by_id(new.draft)
            if new.unit not in draft.units:
                yield Problem("draft", "other_unit", detail=draft.number)
        if new.deduction is not None and self._store.deductions.get(new.deduction).unit != new.unit:
            yield Problem("deduction", "other_unit")

    def _ruling_problems(self, found: Objection, new: NewRuling) -> Iterator[Problem]:
        closed = self._store.months.is_closed(found.month)
        return objections.ruling_problems(found, new, self._today(), is_closed=closed)

    def _standing(self, objection: int, act: str) -> Objection:
        found = self._store.objections.get(objection)
        if found.voided:
            raise AlreadyDecided(_NAME, "作废", act)
        return found

    def _take_back(self, objection: int) -> None:
        found = self._standing(objection, "撤销")
        if found.ruling is not None:
            raise UndoOvertaken(found.text)
        self._void("undo", found, "撤销登记")

    def _withdraw(self, objection: int, ruling: int) -> None:
        """Take the last ruling back; the one before holds again."""
        found = self._standing(objection, "撤销")
        if found.ruling is None or found.ruling.id != ruling or found.corrected:
            raise UndoOvertaken(found.text)
        with self._store.writing("undo", Topic.OBJECTIONS) as act:
            self._store.objections.void_ruling(ruling, "撤销裁定")
            act.subject, act.before = _subject(objection), _ruled(found.ruling)

    def _void(self, name: str, found: Objection, reason: str) -> None:
        with self._store.writing(name, Topic.OBJECTIONS) as act:
            self._store.objections.void(found.id, reason)
            act.subject, act.before, act.after = _subject(found.id), _facts(found), {"voided": reason}

    def _stand(self, objection: int) -> None:
        """Let an objection stand again that was struck out."""
        with self._store.writing("undo", Topic.OBJECTIONS) as act:
            self._store.objections.void(objection, "")
            act.subject = _subject(objection)
            act.after = _facts(self._store.objections.get(objection))


def month_problems(store: Store, new: NewObjection) -> Iterator[Problem]:
    """Yield what is wrong with whose month it is: an unknown unit, or one that had no such month."""
    if not new.unit:
        return
    unit = store.units.known([new.unit]).get(new.unit)
    begin = store.drafts.first_month()
    if unit is None:
        yield Problem("unit", "unknown", detail=new.unit)
    elif not unit.active_in(new.month):
        yield Problem("objected_month", "not_there", detail=unit.as_of(new.month).name)
    elif begin is not None and new.month < begin:
        yield Problem("objected_month", "not_begun", detail=begin.label)


def waiting_objections(store: Store, month: Month | None = None) -> tuple[Objection, ...]:
    """Return the objections that nobody has ruled on yet, or whose correction is still to be registered."""
    return tuple(each for each in store.objections.all(month) if each.waits)


def _subject(objection: int) -> str:
    return f"objection {objection}"


def _facts(new: NewObjection) -> dict[str, Any]:
    return {
        "unit": new.unit,
        "month": str(new.month),
        "received_on": new.received_on.isoformat(),
        "raised_by": new.raised_by,
        "channel": new.channel.value,
        "text": new.text,
        "draft": new.draft,
        "kind": new.kind.value if new.kind else None,
        "deduction": new.deduction,
    }


def _ruled(new: NewRuling) -> dict[str, Any]:
    return {
        "finding": new.finding.value,
        "remedy": new.remedy.value if new.remedy else None,
        "ruled_by": new.ruled_by,
        "ruled_on": new.ruled_on.isoformat(),
        "reason": new.reason,
    }
