"""What is odd in a draft before it is written: in itself, and against the register."""

from collections.abc import Callable, Iterator
from datetime import date

from jinshi_desk.domain import drafts
from jinshi_desk.domain.drafts import NewDraft
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.services.authors import author_problems
from jinshi_desk.services.booking import quota_month
from jinshi_desk.store.database import Store


class DraftChecks:
    """Checks drafts, new and revised."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def problems(self, draft: NewDraft, number: str | None) -> Iterator[Problem]:
        """Yield everything odd in ``draft``; ``number`` names the draft that is being revised."""
        yield from drafts.problems(draft, self._today())
        units = self._store.units.known(draft.units)
        yield from (Problem("units", "unknown", detail=unit) for unit in draft.units if unit not in units)
        known = [units[unit] for unit in draft.units if unit in units]
        month = quota_month(self._store, draft.received_on, makeup=draft.makeup)
        for unit in known:
            if not unit.active_in(month):
                yield Problem("units", "inactive", Severity.WARN, unit.name)
        if self._store.months.is_closed(month):
            yield Problem("received_on", "month_closed", detail=month.label)
        if draft.number and draft.number != number and self._store.drafts.exists(draft.number):
            yield Problem("number", "taken", detail=draft.number)
        if organiser := self._organiser_that_wrote(draft, month):
            yield Problem("units", "office_written", Severity.WARN, organiser)
        old = self._store.drafts.get(number) if number is not None else None
        yield from author_problems(self._store, draft, old)
        settled = old is not None and (old.title, old.units) == (draft.title, draft.units)
        if not draft.duplicate_confirmed and not settled:  # the clerk is not asked twice
            same = self._store.drafts.same_title([unit.id for unit in known], draft.title)
            if same and same != number:
                yield Problem("title", "same", detail=same)

    def _organiser_that_wrote(self, draft: NewDraft, month: Month) -> str:
        """Return the name of the 研究室 where it wrote all of a draft that another unit leads (§4).

        A unit's quota is filled by what it submits; what the organiser writes about it counts nothing for it.
        """
        rules = self._store.rules.book().find(month)
        organisers = tuple(rules.unranked) if rules else ()
        writers = [author for author in draft.authors if author.role is AuthorRole.AUTHOR]
        if not writers or not organisers or not draft.units or draft.units[0] in organisers:
            return ""
        for writer in writers:
            meant, day = self._store.people.meant, draft.received_on
            there = meant(writer.name, writer.mark, organisers, day)
            if not (there.people and there.there) or meant(writer.name, writer.mark, draft.units, day).people:
                return ""
        return "、".join(unit.name for unit in self._store.units.known(organisers).values())
