"""The desk for problems and suggestions (问题建议): taken in, handed on, closed with a reply."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from jinshi_desk.domain import suggestions
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.domain.errors import AlreadyDecided, ReasonMissing, UndoOvertaken
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.suggestions import NewSuggestion, Suggestion
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.named_units import office_problems, unit_problems
from jinshi_desk.store.database import Store

_NAME = "问题建议"


class SuggestionDesk:
    """What a clerk does with what units raise."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def check(self, new: NewSuggestion) -> tuple[Problem, ...]:
        """Return everything odd in a new suggestion."""
        return tuple(self._problems(new))

    def record(self, new: NewSuggestion) -> int:
        """Record what a unit raised.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        new = _cleaned(new)
        refuse_bad(self._problems(new))
        with self._store.writing("suggest", Topic.SUGGESTIONS) as act:
            row = self.write(new)
            act.subject = f"suggestion {row}"
            act.after = _facts(self._store.suggestions.get(row))
        self._undo.remember(act.subject, lambda: self._take_back(row))
        return row

    def write(self, new: NewSuggestion) -> int:
        """Write a checked suggestion, inside the caller's act."""
        return self._store.suggestions.add(new)

    def check_handling(self, suggestion: int, wanted: NewSuggestion) -> tuple[Problem, ...]:
        """Return what keeps a suggestion from being handled as ``wanted`` says."""
        return tuple(self._handling_problems(suggestion, wanted))

    def hand_on(self, suggestion: int, office: str, handler: str, due_on: date | None) -> None:
        """Give a suggestion to a 组室, until a day.

        Raises:
            NotFileable: there is no such 组室, or the day is too early.
            AlreadyDecided: it was struck out.
        """
        found = self._standing(suggestion, "转办")
        wanted = replace(found, office=office, handler=clean_line(handler), due_on=due_on)
        refuse_bad(self._handling_problems(suggestion, wanted))
        self._settle("hand_on", wanted)

    def check_closing(self, suggestion: int, on: date, reply: str) -> tuple[Problem, ...]:
        """Return what keeps a suggestion from being closed."""
        found = self._store.suggestions.get(suggestion)
        return tuple(suggestions.closing_problems(found, on, reply, self._today()))

    def close(self, suggestion: int, on: date, reply: str) -> None:
        """Close a suggestion with the reply the unit was given; done again, this corrects both.

        Raises:
            NotFileable: there is no reply, or the day can't be.
            AlreadyDecided: it was struck out.
        """
        found = self._standing(suggestion, "办结")
        reply = clean_line(reply)
        refuse_bad(suggestions.closing_problems(found, on, reply, self._today()))
        self._settle("close_suggestion", replace(found, closed_on=on, reply=reply))

    def void(self, suggestion: int, reason: str) -> None:
        """Strike out a suggestion, as if it had never been.

        Raises:
            ReasonMissing: there is no reason.
            AlreadyDecided: it was struck out before.
        """
        if not reason.strip():
            raise ReasonMissing(f"作废{_NAME}")
        self._void("void_suggestion", self._standing(suggestion, "作废"), reason.strip())
        self._undo.remember(_subject(suggestion), lambda: self._stand(suggestion))

    def _problems(self, new: NewSuggestion) -> Iterator[Problem]:
        yield from suggestions.problems(new, self._today())
        yield from unit_problems(self._store, new.unit, new.received_on)
        yield from office_problems(self._store, new.office, new.received_on)
        earlier = suggestions.raised_before(new, self._store.suggestions.all(new.unit))
        if new.text.strip() and earlier is not None:
            yield Problem("text", "raised_before", detail=f"{earlier.received_on:%m-%d}")

    def _handling_problems(self, suggestion: int, wanted: NewSuggestion) -> Iterator[Problem]:
        told = self._store.suggestions.get(suggestion)
        handled = replace(told, office=wanted.office, handler=wanted.handler, due_on=wanted.due_on)
        yield from suggestions.handling_problems(handled)
        if not wanted.office:
            yield Problem("office", "missing")
        yield from office_problems(self._store, wanted.office, self._today())

    def _standing(self, suggestion: int, act: str) -> Suggestion:
        found = self._store.suggestions.get(suggestion)
        if found.voided:
            raise AlreadyDecided(_NAME, "作废", act)
        return found

    def _settle(self, name: str, settled: Suggestion) -> None:
        before = self._store.suggestions.get(settled.id)
        self._write(name, before, settled)
        self._undo.remember(
            _subject(settled.id),
            lambda: self._write("undo", self._standing(settled.id, "撤销"), before),
        )

    def _write(self, name: str, before: Suggestion, after: Suggestion) -> None:
        with self._store.writing(name, Topic.SUGGESTIONS) as act:
            self._store.suggestions.settle(after)
            act.subject = _subject(after.id)
            old, new = _facts(before), _facts(after)
            act.before = {key: value for key, value in old.items() if new[key] != value}
            act.after = {key: value for key, value in new.items() if old[key] != value}

    def _take_back(self, suggestion: int) -> None:
        found = self._standing(suggestion, "撤销")
        if found.closed_on is not None:
            raise UndoOvertaken(found.text)
        self._void("undo", found, "撤销登记")

    def _void(self, name: str, found: Suggestion, reason: str) -> None:
        with self._store.writing(name, Topic.SUGGESTIONS) as act:
            self._store.suggestions.void(found.id, reason)
            act.subject, act.before, act.after = _subject(found.id), _facts(found), {"voided": reason}

    def _stand(self, suggestion: int) -> None:
        """Let a suggestion stand again that was struck out."""
        with self._store.writing("undo", Topic.SUGGESTIONS) as act:
            self._store.suggestions.void(suggestion, "")
            act.subject = _subject(suggestion)
            act.after = _facts(self._store.suggestions.get(suggestion))


def _subject(suggestion: int) -> str:
    return f"suggestion {suggestion}"


def _cleaned(new: NewSuggestion) -> NewSuggestion:
    return replace(new, text=clean_line(new.text), handler=clean_line(new.handler))


def _facts(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "unit": suggestion.unit,
        "concern": suggestion.concern,
        "text": suggestion.text,
        "received_on": suggestion.received_on.isoformat(),
        "office": suggestion.office or None,
        "handler": suggestion.handler,
        "due_on": suggestion.due_on.isoformat() if suggestion.due_on else None,
        "reply": suggestion.reply,
        "closed_on": suggestion.closed_on.isoformat() if suggestion.closed_on else None,
    }
