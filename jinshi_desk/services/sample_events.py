"""What the sample office does beside drafts and adoptions: 批示、约稿、扣分、更正、平台数据、关账."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.domain.points import to_cents
from jinshi_desk.domain.rules import NO_FORM
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.closing import ClosingDesk
from jinshi_desk.services.commission import CommissionDesk
from jinshi_desk.services.correction import CorrectionDesk
from jinshi_desk.services.deduction import DeductionDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.instruction import InstructionDesk
from jinshi_desk.services.sample_adoptions import Run
from jinshi_desk.services.sample_drafts import Arrival
from jinshi_desk.store.database import Store

Dated = tuple[date, Callable[[], object]]
"""An act and its day."""

_OFFICE = "研究室"
_INSTRUCTED = (Level.COUNTY, Level.PREFECTURE, Level.PREFECTURE, Level.PROVINCE)
_TYPED_ON, _CONFIRMED_ON, _CLOSED_ON = 3, 6, 8
"""Days of the next month: platform figures and missing forms, what is decided about these, the close."""
_FAULTS = ("text_error", "multi_submit", "untrue")
_UNDECIDED = 6
"""The month whose proposals for missing forms are still waiting."""


class SampleEvents:
    """Plans the acts of a year, each for its day; ``shape`` is ``resources/sample/year.toml``."""

    def __init__(
        self, store: Store, today: Callable[[], date], undo: Undo, shape: Mapping[str, Any], folder: Path
    ) -> None:
        self._store = store
        self._today = today
        self._shape = shape
        self._words = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))["events"]
        self._instructions = InstructionDesk(store, today, undo)
        self._commissions = CommissionDesk(store, today, undo)
        self._deductions = DeductionDesk(store, today, undo)
        self._corrections = CorrectionDesk(store, today, undo)
        self._bulletins = BulletinDesk(store, Press())
        self._closing = ClosingDesk(store, self._bulletins, today)
        self._asked: dict[tuple[Month, int], int] = {}
        """The ids of the commissions, by month and place."""

    def acts(
        self, year: int, arrivals: Sequence[Arrival], runs: Sequence[Run], rng: Random
    ) -> Iterator[Dated]:
        """Yield the year's acts; those of one day in the order they are done."""
        standing = [arrival for arrival in arrivals if arrival.stands]
        stands = {arrival.draft.number for arrival in standing}
        for month in months_of(year):
            drafts = [arrival for arrival in standing if Month.of(arrival.draft.received_on) == month]
            ran = [
                run
                for run in runs
                if run.number in stands
                and run.adoption.verified
                and Month.of(run.adoption.adopted_on) == month
            ]
            yield from self._commissioned(month, drafts, rng)
            yield from self._instructed(month, ran, rng)
            yield from self._deducted(month, drafts, runs, rng)
            yield from self._about_forms(month, rng)
            yield from self._typed(month)
        yield from self._corrected(year)
        for month in months_of(year)[: self._shape["events"]["closed"]]:
            shut = partial(self._closing.close, month, accept_open_items=True)
            yield _after(month, _CLOSED_ON), shut

    def _number(self, what: str, month: Month) -> int:
        number: int = self._shape["events"][what][month.month - 1]
        return number

    def _say(self, what: str, rng: Random) -> str:
        words: Sequence[str] = self._words[what]
        return rng.choice(words)

    def _commissioned(self, month: Month, drafts: Sequence[Arrival], rng: Random) -> Iterator[Dated]:
        """Yield what was asked for: on time as a rule, one late, every other month one that never came."""
        number = self._number("commissions", month)
        for place, arrival in enumerate(rng.sample([each for each in drafts if _came_later(each)], number)):
            draft, came = arrival.draft, arrival.draft.received_on
            late, never = place == number - 1, place == number - 2 and month.month % 2 == 0
            due = came - timedelta(days=2) if late else min(came + timedelta(days=1), month.last_day)
            asked = came - timedelta(days=rng.randint(6, 9))
            key = month, place
            new = NewCommission(draft.units[0], self._say("subjects", rng), asked, due)
            yield asked, partial(self._ask, key, new)
            if not never:
                yield came, partial(self._deliver, key, came, draft.number or "")
            elif month.month < 12:  # in December it is still waited for
                yield due + timedelta(days=1), partial(self._give_up, key, due + timedelta(days=1))

    def _ask(self, key: tuple[Month, int], new: NewCommission) -> None:
        self._asked[key] = self._commissions.record(new)

    def _deliver(self, key: tuple[Month, int], on: date, number: str) -> None:
        self._commissions.deliver(self._asked[key], on, number)

    def _give_up(self, key: tuple[Month, int], on: date) -> None:
        self._commissions.mark_not_done(self._asked[key], on)

    def _instructed(self, month: Month, runs: Sequence[Run], rng: Random) -> Iterator[Dated]:
        """Yield the month's instructions; where there are more than one, a draft gets a higher one too."""
        number = self._number("instructions", month)
        chosen = rng.sample(runs, number)
        for place, run in enumerate(chosen):
            higher = place > 0 and place == number - 1
            draft, ran_on = (chosen[0] if higher else run).number, run.adoption.adopted_on
            given = (
                month.last_day if higher else min(ran_on + timedelta(days=rng.randint(2, 5)), month.last_day)
            )
            new = NewInstruction(
                Level.PROVINCE if higher else rng.choice(_INSTRUCTED),
                self._say("leaders", rng),
                given,
                given,
                self._say("scans", rng),
            )
            yield given, partial(self._instructions.record, draft, new)

    def _deducted(
        self, month: Month, drafts: Sequence[Arrival], runs: Sequence[Run], rng: Random
    ) -> Iterator[Dated]:
        """Yield the month's faults, proposed and confirmed; the second of a kind turns out to be none."""
        last_ran = {run.number: run.adoption.registered_on for run in sorted(runs, key=_registered_on)}
        for kind in _FAULTS:
            found = month.last_day - timedelta(days=rng.randint(4, 8))
            fitting = [each.draft for each in drafts if not each.steps and each.draft.received_on < found]
            if kind == "untrue":  # found out after it had run, and before it runs again
                fitting = [draft for draft in fitting if last_ran.get(draft.number or "", date.max) < found]
            for place, draft in enumerate(rng.sample(fitting, self._number(kind, month))):
                reason = self._say(kind, rng).format(title=draft.title)
                new = NewDeduction(draft.units[0], kind, reason, found, _OFFICE, draft=draft.number)
                yield found, partial(self._propose, new)
                decided = found + timedelta(days=2)
                yield decided, partial(self._decide, reason, self._say("leaders", rng), really=place == 0)

    def _propose(self, new: NewDeduction) -> None:
        self._deductions.propose(new)

    def _decide(self, reason: str, leader: str, *, really: bool) -> None:
        """Confirm or reject the proposal made for ``reason``."""
        for each in self._store.deductions.waiting(self._today()):
            if each.reason != reason:
                continue
            if really:
                self._deductions.confirm(each.id, Confirmation(leader, self._today()))
            else:
                self._deductions.reject(each.id, self._words["unfounded"])

    def _about_forms(self, month: Month, rng: Random) -> Iterator[Dated]:
        """Yield the proposals for missing forms; of every month but June, one is confirmed."""
        yield _after(month, _TYPED_ON), partial(self._deductions.propose_missing_forms, month, _OFFICE)
        if month.month != _UNDECIDED:
            yield _after(month, _CONFIRMED_ON), partial(self._decide_forms, month, self._say("leaders", rng))

    def _decide_forms(self, month: Month, leader: str) -> None:
        waiting = [
            each
            for each in self._store.deductions.waiting(self._today())
            if each.type == NO_FORM and each.proposed_on >= month.last_day
        ]
        for place, each in enumerate(waiting):
            if place == 0:
                self._deductions.confirm(each.id, Confirmation(leader, self._today()))
            else:
                self._deductions.reject(each.id, self._words["settled"])

    def _typed(self, month: Month) -> Iterator[Dated]:
        """Yield the platforms' figures, typed once the month is over."""
        figures = PlatformMonth(*(self._number(field.name, month) for field in fields(PlatformMonth)))
        yield _after(month, _TYPED_ON), partial(self._bulletins.set_platform, month, figures)

    def _corrected(self, year: int) -> Iterator[Dated]:
        for each in self._shape["correction"]:
            cents = to_cents(Decimal(str(each["points"])))
            month = Month(year, each["month"])
            new = NewCorrection(each["unit"], month, cents, each["reason"], each["on"])
            yield each["on"], partial(self._corrections.record, new)


def _came_later(arrival: Arrival) -> bool:
    """Tell whether a draft came late enough in its month to have been asked for in it."""
    return arrival.draft.received_on.day > 10 and not arrival.steps


def _registered_on(run: Run) -> date:
    return run.adoption.registered_on


def _after(month: Month, day: int) -> date:
    """Return a day of the month after."""
    return month.next().first_day.replace(day=day)
