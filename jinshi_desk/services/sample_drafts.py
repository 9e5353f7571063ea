"""Who sends what in the sample year, on which day, and what becomes of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from random import Random
from typing import Any, TypeVar

from jinshi_desk.domain.drafts import STANDING, Category, Form, NewDraft, Source, Status
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.domain.versions import Content
from jinshi_desk.services.sample_words import SamplePeople, SampleWriter

_T = TypeVar("_T")


class Fate(StrEnum):
    """What becomes of a draft; all but the first three never count."""

    VALID = "valid"
    MAKEUP = "makeup"
    RESUBMITTED = "resubmitted"
    FORM_MISSING = "form_missing"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    REPRINT = "reprint"
    RECEIVED = "received"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Step:
    """A draft becomes ``then`` on a day; back to 收稿 means that it was sent in again, saying ``content``."""

    on: date
    then: Status
    reason: str = ""
    content: Content | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A draft as it came in, the status it is filed with, and the steps that follow."""

    draft: NewDraft
    status: Status
    steps: tuple[Step, ...] = ()

    @property
    def stands(self) -> bool:
        """Tell whether it is accepted in the end."""
        return (self.steps[-1].then if self.steps else self.status) in STANDING

    @property
    def accepted_on(self) -> date:
        """The day it was accepted, where it was."""
        return self.steps[-1].on if self.steps and self.stands else self.draft.received_on


_CATEGORIES = {Category.NEWS: 78, Category.ESSAY: 9, Category.EXPERIENCE: 8, Category.RESEARCH: 5}
_NEWS_FORMS = {Form.TEXT: 80, Form.PHOTO: 10, Form.BRIEF: 6, Form.SHORT_VIDEO: 3, Form.FEATURE_VIDEO: 1}
_LOST = [fate for fate in Fate if fate not in (Fate.VALID, Fate.MAKEUP, Fate.RESUBMITTED)]
_ENDS = {Fate.RETURNED: Status.RETURNED, Fate.REJECTED: Status.REJECTED, Fate.WITHDRAWN: Status.WITHDRAWN}


class SampleYear:
    """Plans the drafts of ``year``; ``shape`` is ``resources/sample/year.toml``."""

    def __init__(self, year: int, shape: Mapping[str, Any], units: Sequence[Unit], rng: Random) -> None:
        self._year = year
        self._shape = shape
        self._units = units
        self._rng = rng

    def arrivals(self, writer: SampleWriter, people: SamplePeople) -> list[Arrival]:
        """Return the year's drafts in the order they came in, numbered."""
        found: list[Arrival] = []
        for month in months_of(self._year):
            sent = list(self._sent(month))
            partners = self._partners(month, sent)
            for place, (unit, fate) in enumerate(sent):
                found.append(self._arrival(month, unit, fate, partners.get(place), writer, people))
        return list(_numbered(found))

    def _sent(self, month: Month) -> Iterator[tuple[Unit, Fate]]:
        """Yield each draft of a month as its unit and fate, in the office's order of units."""
        plan = self._shape["month"][month.month - 1]
        due = [
            unit for unit in self._units if unit.group is not Group.OFFICE and not self._exempt(unit, month)
        ]
        short = self._behind(due, plan["short"])
        zero, owing = short[: plan["zero"]], short[plan["zero"] :]
        fates = self._counted(month, [unit for unit in due if unit not in short], owing)
        self._add_lost(fates, owing, [unit for unit in self._units if unit not in zero], month)
        for unit in self._units:
            yield from ((unit, fate) for fate in fates[unit.id])

    def _counted(self, month: Month, done: Sequence[Unit], owing: Sequence[Unit]) -> dict[str, list[Fate]]:
        """Return the drafts that count, by unit: enough of ``done``, too few of ``owing``."""
        plan = self._shape["month"][month.month - 1]
        fates: dict[str, list[Fate]] = {unit.id: [] for unit in self._units}
        for unit in done:
            fates[unit.id] = [Fate.VALID, Fate.VALID]
        for unit in self._rng.sample(done, plan["makeup"]):
            fates[unit.id][1] = Fate.MAKEUP
        for unit in self._rng.sample(done, self._number(Fate.RESUBMITTED, month)):
            fates[unit.id][0] = Fate.RESUBMITTED
        for unit in owing[1:] if len(owing) > 2 else owing:  # the first of many has nothing valid at all
            fates[unit.id] = [Fate.VALID]
        for unit in self._extra(done, plan):
            fates[unit.id].append(Fate.VALID)
        return fates

    def _add_lost(
        self, fates: Mapping[str, list[Fate]], owing: Sequence[Unit], senders: Sequence[Unit], month: Month
    ) -> None:
        """Add the drafts that do not count; some come from a unit that is behind."""
        for fate in _LOST:
            number = self._number(fate, month)
            chosen = self._rng.sample(senders, number)
            if fate in (Fate.FORM_MISSING, Fate.RETURNED):
                chosen = [*owing[:1], *chosen][:number]
            for unit in chosen:
                fates[unit.id].append(fate)

    def _number(self, fate: Fate, month: Month) -> int:
        number: int = self._shape["fates"][fate][month.month - 1]
        return number

    def _exempt(self, unit: Unit, month: Month) -> bool:
        return any(
            unit.id == exemption["unit"] and month.month in exemption["months"]
            for exemption in self._shape["exemption"]
        )

    def _behind(self, due: Sequence[Unit], number: int) -> list[Unit]:
        """Choose who does not complete, mostly the slow."""
        slow = [unit for unit in due if unit.id in self._shape["temper"]["slow"]]
        others = [unit for unit in due if unit not in slow]
        chosen = self._rng.sample(slow, number - number // 4) + self._rng.sample(others, number // 4)
        self._rng.shuffle(chosen)
        return chosen

    def _extra(self, done: Sequence[Unit], plan: Mapping[str, Any]) -> Iterator[Unit]:
        for group, number in ((Group.TOWN, plan["extra_towns"]), (Group.BUREAU, plan["extra_bureaus"])):
            yield from self._rng.choices([unit for unit in done if unit.group is group], k=number)
        yield from self._rng.sample(
            [unit for unit in self._units if unit.group is Group.OFFICE], plan["offices"]
        )

    def _partners(self, month: Month, sent: Sequence[tuple[Unit, Fate]]) -> dict[int, Unit]:
        """Choose the joint drafts by place: one inside a group each month, one across every other."""
        places = [place for place, (unit, fate) in enumerate(sent) if fate is Fate.VALID]
        alike, across = self._rng.sample(places, 2)
        found = {alike: self._partner(sent[alike][0], alike=True)}
        if month.month % 2 == 0:
            found[across] = self._partner(sent[across][0], alike=False)
        return found

    def _partner(self, lead: Unit, *, alike: bool) -> Unit:
        return self._rng.choice(
            [unit for unit in self._units if unit != lead and (unit.group is lead.group) == alike]
        )

    def _arrival(
        self,
        month: Month,
        unit: Unit,
        fate: Fate,
        partner: Unit | None,
        writer: SampleWriter,
        people: SamplePeople,
    ) -> Arrival:
        category = weighted(self._rng, _CATEGORIES)
        form = weighted(self._rng, _NEWS_FORMS) if category is Category.NEWS else Form.TEXT
        text = writer.write(unit, month, category, form, partner)
        units = (unit.id, partner.id) if partner else (unit.id,)
        commissioned = self._rng.random() < 0.04
        received_on = self._day(month, fate)
        draft = NewDraft(
            text.title,
            units,
            category,
            received_on,
            people.authors(units, received_on),
            form,
            Source.REPRINT
            if fate is Fate.REPRINT
            else Source.COMMISSIONED
            if commissioned
            else Source.ORIGINAL,
            word_count=len("".join(text.body.split())),
            body=text.body,
            makeup=fate is Fate.MAKEUP,
            approval_on_file=fate not in (Fate.FORM_MISSING, Fate.RECEIVED, Fate.REJECTED),
            authors_incomplete=self._rng.random() < 0.02,
            tags=writer.tags(text.title),
        )
        return Arrival(draft, self._status(fate, month), tuple(self._steps(fate, draft, unit, writer)))

    def _day(self, month: Month, fate: Fate) -> date:
        """Choose a working day: late in the month as a rule, early for what has a way to go."""
        if fate is Fate.MAKEUP:
            return month.next().first_day + timedelta(days=self._rng.randint(0, 4))
        days = [month.first_day + timedelta(days=number) for number in range(month.last_day.day)]
        working = [day for day in days if day.weekday() < 5]
        if fate in (Fate.VALID, Fate.FORM_MISSING, Fate.REPRINT):
            return self._rng.choice(working)
        if fate is Fate.RECEIVED:
            return self._rng.choice(working[-4:])
        return self._rng.choice(working[:10])

    def _status(self, fate: Fate, month: Month) -> Status:
        """Return the status that a draft is filed with: reviewed and sent out where it is older."""
        if fate not in (Fate.VALID, Fate.MAKEUP):
            standing = fate in (Fate.FORM_MISSING, Fate.REPRINT, Fate.VOID)
            return Status.ACCEPTED if standing else Status.RECEIVED
        chance = self._rng.random()
        if chance < 0.06:
            return Status.DISPATCHED
        if month.month % 6 == 0 and chance < 0.12:
            return Status.IN_REVIEW if chance < 0.09 else Status.APPROVED
        return Status.ARCHIVED if month.month < 4 and chance < 0.12 else Status.ACCEPTED

    def _steps(self, fate: Fate, draft: NewDraft, unit: Unit, writer: SampleWriter) -> Iterator[Step]:
        day = draft.received_on + timedelta(days=self._rng.randint(1, 3))
        if fate in _ENDS:
            yield Step(day, _ENDS[fate], writer.reason(fate))
        elif fate is Fate.RESUBMITTED:
            yield Step(day, Status.RETURNED, writer.reason(Fate.RETURNED))
            again = day + timedelta(days=self._rng.randint(1, 8))
            yield Step(again, Status.RECEIVED, content=writer.rewritten(draft, unit))
            yield Step(again + timedelta(days=1), Status.ACCEPTED)
        elif fate is Fate.VOID:
            yield Step(Month.of(draft.received_on).last_day, Status.VOID, writer.reason(fate))


def weighted(rng: Random, weights: Mapping[_T, int]) -> _T:
    """Choose a key by its weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def _numbered(arrivals: Iterable[Arrival]) -> Iterator[Arrival]:
    """Give numbers in the order of receipt, by year."""
    last: dict[int, int] = {}
    for arrival in sorted(arrivals, key=lambda arrival: arrival.draft.received_on):
        year = arrival.draft.received_on.year
        last[year] = last.get(year, 0) + 1
        yield replace(arrival, draft=replace(arrival.draft, number=f"{year:04d}-{last[year]:04d}"))
