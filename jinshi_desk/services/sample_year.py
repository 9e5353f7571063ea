"""A year of an office that does not exist: 2022 of the default units, to try everything on."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

from jinshi_desk import paths
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.units import Exemption
from jinshi_desk.domain.versions import NewRemark
from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.holidays import HolidayDesk
from jinshi_desk.services.office import OfficeDesk, create_office
from jinshi_desk.services.opening import open_office
from jinshi_desk.services.people import SUBJECT, PeopleDesk
from jinshi_desk.services.progress import Progress, Unwatched
from jinshi_desk.services.quota import QuotaDesk
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.services.sample_adoptions import Run, SampleRuns
from jinshi_desk.services.sample_drafts import Arrival, SampleYear, Step
from jinshi_desk.services.sample_events import Dated, SampleEvents
from jinshi_desk.services.sample_forms import SampleForms
from jinshi_desk.services.sample_meetings import SampleMeetings
from jinshi_desk.services.sample_picks import SamplePicks
from jinshi_desk.services.sample_reminders import SampleReminders
from jinshi_desk.services.sample_roster import SampleRoster
from jinshi_desk.services.sample_words import SamplePeople, SampleWriter
from jinshi_desk.services.sample_work import SampleWork
from jinshi_desk.services.versions import VersionDesk
from jinshi_desk.store.database import Store

YEAR = 2022
"""The sample's year, which also seeds it: two samples are alike but for nothing."""

_BEIJING = timezone(timedelta(hours=8))


def create_sample_year(file: Path, progress: Progress | None = None) -> Store:
    """Create the data file ``file`` with a synthetic year in it, its first five months closed.

    Raises:
        DataFileExists, CannotWrite: as ``create_office`` does.
        Cancelled: ``progress`` said so; no file is left behind.
    """
    diary = _Diary()
    store = create_office(file, clock=diary.now)
    try:
        _Sample(store, diary).write(progress or Unwatched())
    except BaseException:
        store.close()
        file.unlink()
        raise
    store.close()
    return open_office(file)  # from here on, by the clock on the wall


class _Diary:
    """The day that the sample has come to."""

    def __init__(self) -> None:
        self.day = date(YEAR, 1, 1)

    def now(self) -> datetime:
        return datetime.combine(self.day, time(17, 30), _BEIJING)

    def today(self) -> date:
        return self.day


@dataclass(slots=True)
class _Day:
    """What happens on a day, in this order."""

    arrivals: list[Arrival]
    runs: list[Run]
    steps: list[tuple[str, Step]]
    retractions: list[Run]
    acts: list[Callable[[], object]]


class _Sample:
    """Writes the planned year: a day's mail in one act, then what was decided, each an act of its own."""

    def __init__(self, store: Store, diary: _Diary) -> None:
        self._store = store
        self._diary = diary
        self._undo = undo = Undo(store)
        self._register = RegisterDesk(store, diary.today, undo)
        self._adoptions = AdoptionDesk(store, diary.today, undo)
        self._quota = QuotaDesk(store, diary.today)
        self._versions = VersionDesk(store, diary.today, undo)
        self._holidays = HolidayDesk(store, undo)
        self._people = PeopleDesk(store, undo, diary.today)
        self._written: dict[tuple[str, str], int] = {}
        """The ids of the adoptions, by number and outlet."""

    def write(self, progress: Progress) -> None:
        folder = paths.resources() / "sample"
        shape: dict[str, Any] = tomllib.loads((folder / "year.toml").read_text(encoding="utf-8"))
        self._holidays.replace(YEAR, self._holidays.read(YEAR, shape["holidays"]).days)
        arrivals, runs, roster = self._plan(shape, folder)
        events = SampleEvents(self._store, self._diary.today, self._undo, shape, folder)
        forms = SampleForms(self._store, self._diary.today, self._undo, shape["forms"])
        forms.name_signers(YEAR)
        rng = Random(f"{YEAR} events")  # noqa: S311  # seeded on purpose, as the drafts are
        acts = [*events.acts(YEAR, arrivals, runs, rng), *forms.acts(YEAR, arrivals, rng)]
        acts += SampleWork(self._store, self._diary.today, self._undo, shape).acts()
        acts += SamplePicks(self._store, self._diary.today, self._undo, shape["picks"]).acts(YEAR)
        acts += SampleMeetings(self._store, self._diary.today, self._undo, shape["meetings"]).acts(YEAR)
        acts += SampleReminders(self._store, self._diary.today, self._undo).acts(YEAR)
        days = _days(arrivals, runs, acts)
        OfficeDesk(self._store).print_authors(printed=True)
        for day in roster.days():
            days[day]  # a day without mail, perhaps
        with self._store.writing("sample", Topic.PEOPLE) as act:
            people = list(roster.at_first())
            for person in people:
                self._store.roster.add(person)
            act.subject, act.after = SUBJECT, {"people": len(people)}
        for exemption in shape["exemption"]:
            for month in exemption["months"]:
                self._quota.exempt(
                    Exemption(
                        exemption["unit"], Month(YEAR, month), exemption["reason"], exemption["approver"]
                    )
                )
        for done, day in enumerate(sorted(days)):
            progress.step(done, len(days), Month.of(day).label)
            self._diary.day = day
            roster.change(self._people, day)
            self._write_day(days[day])

    def _plan(self, shape: dict[str, Any], folder: Path) -> tuple[list[Arrival], list[Run], SampleRoster]:
        rng = Random(YEAR)  # noqa: S311  # seeded on purpose: every sample is the same
        units, outlets = self._store.units.all(), self._store.outlets.all()
        writer = self._writer = SampleWriter(rng, folder)
        people = SamplePeople(rng, folder, units, shape["roster"]["move"])
        arrivals = SampleYear(YEAR, shape, units, rng).arrivals(writer, people)
        runs = list(SampleRuns(shape, arrivals, outlets, writer, rng).runs(YEAR))
        return arrivals, runs, SampleRoster(shape["roster"], units, people)

    def _write_day(self, day: _Day) -> None:
        with self._store.writing("sample", *Topic) as act:
            for arrival in day.arrivals:
                self._register.write(act, arrival.draft, arrival.status)
            for run in day.runs:
                draft = self._store.drafts.get(run.number)
                adoption = self._adoptions.write(draft, run.adoption)
                self._written[run.number, run.adoption.outlet] = adoption
            act.subject = self._diary.day.isoformat()
            act.after = {"drafts": len(day.arrivals), "adoptions": len(day.runs)}
        for number, step in day.steps:
            self._take(number, step)
        for run in day.retractions:
            self._adoptions.retract(self._written[run.number, run.adoption.outlet], self._diary.day)
        for do in day.acts:
            do()

    def _take(self, number: str, step: Step) -> None:
        match step.then:
            case Status.RECEIVED:
                self._versions.resubmit(number, step.on, step.content)
            case Status.ACCEPTED:
                self._register.accept(number)
            case Status.RETURNED:
                self._send_back(number, step)
            case Status.REJECTED:
                self._register.reject(number, step.reason)
            case Status.WITHDRAWN:
                self._register.withdraw(number, step.reason)
            case Status.VOID:
                self._register.void(number, step.reason)

    def _send_back(self, number: str, step: Step) -> None:
        reasons, _, remark = step.reason.partition("｜")
        self._register.return_(number, *reasons.split("、"), remark=remark)
        advice = self._writer.remark(number)
        if advice:
            self._versions.remark(number, NewRemark(advice, "研究室"))


def _days(arrivals: Sequence[Arrival], runs: Sequence[Run], acts: Iterable[Dated]) -> defaultdict[date, _Day]:
    days: defaultdict[date, _Day] = defaultdict(lambda: _Day([], [], [], [], []))
    for arrival in arrivals:
        days[arrival.draft.received_on].arrivals.append(arrival)
        for step in arrival.steps:
            days[step.on].steps.append((arrival.draft.number or "", step))
    for run in runs:
        days[run.adoption.registered_on].runs.append(run)
        if run.retracted_on:
            days[run.retracted_on].retractions.append(run)
    for day, act in acts:
        days[day].acts.append(act)
    return days
