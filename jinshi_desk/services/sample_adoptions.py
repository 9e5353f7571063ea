"""Where the drafts of the sample year ran, and when that was proven."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from jinshi_desk.domain.adoptions import Mode, NewAdoption, Position
from jinshi_desk.domain.drafts import STANDING, Category, NewDraft, Source
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.outlets import Level, Outlet
from jinshi_desk.services.sample_drafts import Arrival, weighted
from jinshi_desk.services.sample_words import SampleWriter

_RECENT = timedelta(days=45)
_REMEMBERED = timedelta(days=75)
_HEADLINE_CHANCE = 0.4  # in a newspaper


@dataclass(frozen=True, slots=True)
class Run:
    """An adoption of the draft called ``number``; the outlet may take it down again."""

    number: str
    adoption: NewAdoption
    retracted_on: date | None = None


class SampleRuns:
    """Plans the adoptions of a year; ``shape`` is ``resources/sample/year.toml``."""

    def __init__(
        self,
        shape: Mapping[str, Any],
        arrivals: Sequence[Arrival],
        outlets: Sequence[Outlet],
        writer: SampleWriter,
        rng: Random,
    ) -> None:
        self._shape = shape
        self._drafts = [a.draft for a in arrivals if a.stands and a.draft.source is not Source.REPRINT]
        self._accepted_on = {a.draft.number: a.accepted_on for a in arrivals}
        self._untrue = [a.draft for a in arrivals if not a.stands and a.status in STANDING]
        self._outlets = {outlet.id: outlet for outlet in outlets}
        self._writer = writer
        self._rng = rng
        self._ran: dict[str, dict[Level, set[str]]] = {}
        """The outlets that each draft ran in, by number and level."""

    def runs(self, year: int) -> Iterator[Run]:
        """Yield the year's adoptions, month by month."""
        for month in months_of(year):
            found = list(self._month(month))
            yield from self._with_trouble(found, month)
        for draft in self._untrue:  # found out after it had run
            yield self._run(draft, Level.COUNTY, Month.of(draft.received_on))

    def _month(self, month: Month) -> Iterator[Run]:
        again = self._shape["adoptions"]["second"][month.month - 1]
        times = dict(zip(Level, self._shape["month"][month.month - 1]["times"], strict=True))
        for _ in range(times[Level.COUNTY] - again):
            yield self._run(self._fresh(month), Level.COUNTY, month)
        for _ in range(again):
            yield self._run(self._known(month, Level.COUNTY), Level.COUNTY, month)
        for level in (Level.PREFECTURE, Level.PROVINCE, Level.NATIONAL):
            for _ in range(times[level]):
                rising = self._rng.random() < 0.65
                draft = self._known(month, level) if rising else self._fresh(month)
                yield self._run(draft, level, month)

    def _with_trouble(self, runs: list[Run], month: Month) -> Iterator[Run]:
        """Yield the month's runs, some with evidence too late, some taken down, and unproven ones besides."""
        trouble = {name: numbers[month.month - 1] for name, numbers in self._shape["adoptions"].items()}
        late = {id(run) for run in self._rng.sample(runs, trouble["stale"])}
        down = {id(run) for run in runs[: trouble["retracted"]]}
        for run in runs:
            if id(run) in late:
                registered_on = run.adoption.adopted_on + timedelta(days=self._rng.randint(62, 80))
                yield replace(run, adoption=replace(run.adoption, registered_on=registered_on))
            elif id(run) in down:
                yield replace(run, retracted_on=month.next().first_day + timedelta(days=9))
            else:
                yield run
        for _ in range(trouble["unverified"]):
            level = self._rng.choice([Level.COUNTY, Level.COUNTY, Level.PREFECTURE])
            run = self._run(self._fresh(month), level, month)
            yield replace(run, adoption=replace(run.adoption, verified=False, evidence=""))

    def _fresh(self, month: Month) -> NewDraft:
        """Choose a recent draft that has not run anywhere."""
        return self._choose(
            [draft for draft in self._around(month, _RECENT) if draft.number not in self._ran]
        )

    def _known(self, month: Month, level: Level) -> NewDraft:
        """Choose a draft that ran at county level already, but not at ``level`` unless that is the county."""
        return self._choose(
            [
                draft
                for draft in self._around(month, _REMEMBERED)
                if Level.COUNTY in (ran := self._ran.get(draft.number or "", {}))
                and (level not in ran or (level is Level.COUNTY and len(ran[level]) == 1))
            ]
        )

    def _around(self, month: Month, span: timedelta) -> Iterator[NewDraft]:
        last = month.last_day - timedelta(days=3)
        return (draft for draft in self._drafts if last - span <= self._accepted_on[draft.number] <= last)

    def _choose(self, drafts: Sequence[NewDraft]) -> NewDraft:
        keen = self._shape["temper"]["keen"]
        weights = [
            (3 if draft.units[0] in keen else 1) * (1 if draft.category is Category.NEWS else 2)
            for draft in drafts
        ]
        return self._rng.choices(drafts, weights)[0]

    def _run(self, draft: NewDraft, level: Level, month: Month) -> Run:
        number = draft.number or ""
        ran = self._ran.setdefault(number, {}).setdefault(level, set())
        weights = {name: share for name, share in self._shape["outlets"][level].items() if name not in ran}
        outlet = self._outlets[weighted(self._rng, weights)]
        ran.add(outlet.id)
        first = max(month.first_day, self._accepted_on[draft.number] + timedelta(days=1))
        adopted_on = min(month.last_day, first + timedelta(days=self._rng.randint(0, 12)))
        headline = outlet.kind == "newspaper" and self._rng.random() < _HEADLINE_CHANCE
        return Run(
            number,
            NewAdoption(
                outlet.id,
                adopted_on,
                registered_on=adopted_on + timedelta(days=self._rng.randint(0, 6)),
                mode=Mode(weighted(self._rng, self._shape["modes"][level])),
                position=Position.HEADLINE if headline else Position.NORMAL,
                place="1版" if headline else self._writer.place(outlet.kind),
                evidence=self._writer.evidence(),
                verified=True,
            ),
        )
