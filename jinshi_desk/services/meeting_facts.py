"""Rows of 例会记录 and 议定事项, into the register and out of it again."""

from collections.abc import Iterator
from typing import Any

from jinshi_desk.domain import meetings
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import BatchChanged
from jinshi_desk.domain.facts import MeetingFact, ResolutionFact
from jinshi_desk.domain.meetings import Resolution
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.fact_ledgers import UNDONE, FactLedger, Known, Recorded
from jinshi_desk.services.filing import refuse_bad
from jinshi_desk.services.meeting import facts, resolution_facts


class MeetingRows(FactLedger[MeetingFact]):
    """例会记录: one a day."""

    def known(self, fact: MeetingFact, _: Draft | None, /) -> Known:
        old = self.store.meetings.held_on(fact.new.held_on)
        if old is None:
            return Known.NOT
        return Known.SAME if facts(old) == facts(fact.new) else Known.OTHERWISE

    def faults(self, fact: MeetingFact, _: Draft | None, /) -> Iterator[Problem]:
        yield from meetings.problems(fact.new, self.today)

    def write(self, fact: MeetingFact, _: Draft | None, /) -> Recorded:
        row = self.store.meetings.add(fact.new)
        return {"id": row, "became": facts(self.store.meetings.get(row))}

    def guard(self, recorded: Recorded) -> None:
        found = self.store.meetings.get(recorded["id"])
        if found.voided or facts(found) != recorded["became"]:
            raise BatchChanged(f"{found.held_on.isoformat()} 例会")

    def strike(self, recorded: Recorded) -> None:
        self.store.meetings.void(recorded["id"], UNDONE)


class ResolutionRows(FactLedger[ResolutionFact]):
    """议定事项, each found by the day of its meeting, which may come with the same file."""

    def known(self, fact: ResolutionFact, _: Draft | None, /) -> Known:
        meeting = self.store.meetings.held_on(fact.held_on)
        for old in meeting.resolved if meeting else ():
            if old.text == fact.new.text:
                return Known.SAME if resolution_facts(old) == _became(fact) else Known.OTHERWISE
        return Known.NOT

    def faults(self, fact: ResolutionFact, _: Draft | None, /) -> Iterator[Problem]:
        yield from meetings.resolution_problems(fact.new, fact.held_on)
        if fact.done_on is not None:
            yield from meetings.done_problems(fact.held_on, fact.done_on, fact.result, self.today)

    def write(self, fact: ResolutionFact, _: Draft | None, /) -> Recorded:
        meeting = self.store.meetings.held_on(fact.held_on)
        if meeting is None:
            refuse_bad([Problem("held_on", "no_meeting", detail=fact.held_on.isoformat())])
            raise ValueError("a resolution of no meeting was let through")
        row = self.store.meetings.resolve(meeting.id, fact.new)
        if fact.done_on is not None:
            self.store.meetings.finish(row, fact.done_on, fact.result)
        return {"id": row, "became": _became(fact)}

    def guard(self, recorded: Recorded) -> None:
        found = self.store.meetings.resolution(recorded["id"])
        if found.voided or resolution_facts(found) != recorded["became"]:
            raise BatchChanged(f"议定事项“{found.text}”")

    def strike(self, recorded: Recorded) -> None:
        self.store.meetings.void_resolution(recorded["id"], UNDONE)


def _became(fact: ResolutionFact) -> dict[str, Any]:
    told = Resolution(
        fact.new.text,
        fact.new.who,
        fact.new.due_on,
        id=0,
        meeting=0,
        done_on=fact.done_on,
        result=fact.result if fact.done_on else "",
    )
    return resolution_facts(told)
