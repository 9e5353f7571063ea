"""Rows of 好稿, into the register and out of it again."""

from collections.abc import Iterator
from datetime import date

from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import BatchChanged
from jinshi_desk.domain.facts import PickFact
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.services.fact_ledgers import UNDONE, FactLedger, Known, Recorded
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.quality_pick import QualityPickDesk
from jinshi_desk.store.database import Store


class PickRows(FactLedger[PickFact]):
    """好稿."""

    def __init__(self, store: Store, today: date) -> None:
        super().__init__(store, today)
        self._desk = QualityPickDesk(store, lambda: today, Undo(store))

    def known(self, fact: PickFact, draft: Draft | None, /) -> Known:
        old = self.store.quality_picks.of_draft(draft.id) if draft else None
        if old is None:
            return Known.NOT
        return Known.SAME if _became(old) == _became(fact.new) else Known.OTHERWISE

    def faults(self, fact: PickFact, draft: Draft | None, /) -> Iterator[Problem]:
        if draft is not None:
            yield from self._desk.check(draft.number, fact.new)

    def write(self, fact: PickFact, draft: Draft | None, /) -> Recorded:
        if draft is None:
            raise ValueError("a draft that is not there was to be picked")
        refuse_bad(self._desk.check(draft.number, fact.new))  # the draft may have come with the same file
        row = self._desk.write(draft, fact.new)
        return {"id": row, "became": _became(self.store.quality_picks.get(row)), "numbers": [draft.number]}

    def guard(self, recorded: Recorded) -> None:
        found = self.store.quality_picks.get(recorded["id"])
        if found.voided or _became(found) != recorded["became"]:
            raise BatchChanged(recorded["numbers"][0])

    def strike(self, recorded: Recorded) -> None:
        self.store.quality_picks.void(recorded["id"], UNDONE)


def _became(pick: NewQualityPick) -> list[str | None]:
    return [str(pick.month), pick.reason, pick.uploaded_on.isoformat() if pick.uploaded_on else None]
