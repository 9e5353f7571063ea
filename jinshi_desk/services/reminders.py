"""The desk for reminders: which is due, which went out to whom, and what came in after them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from jinshi_desk.domain import reminders, sent_reminders
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.domain.errors import AlreadyDecided, ReasonMissing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.reminder_wordings import Wordings
from jinshi_desk.domain.reminders import Stage
from jinshi_desk.domain.sent_reminders import NewReminder, Reminded, SentReminder, came_after, latest
from jinshi_desk.services.draft_steps import refuse_closed
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.quota import QuotaDesk
from jinshi_desk.services.reminder_wordings import wordings
from jinshi_desk.store.database import Store


@dataclass(frozen=True, slots=True)
class Answer:
    """A unit that was reminded: of which reminder, what it owed then, and how many drafts came since."""

    reminder: SentReminder
    reminded: Reminded
    came: int


@dataclass(frozen=True, slots=True)
class DueReminder:
    """What is to go out today: the stage of a month, and how many units owe and were not reminded of it."""

    month: Month
    stage: Stage
    units: int


class ReminderDesk:
    """What a clerk does to have the units report."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo
        self._quota = QuotaDesk(store, today)

    def owing(self, month: Month) -> tuple[Standing, ...]:
        """Return the units that owe drafts, in the office's order."""
        return owing(self._quota.standings(month))

    def wordings(self) -> Wordings:
        """Return how the office words its reminders."""
        return wordings(self._store)

    def stage(self, month: Month) -> Stage:
        """Return the stage that today asks for."""
        close_day = self._quota.close_day(month)
        return reminders.stage(month, self._today(), _last_call(self._store, close_day))

    def sent(self, month: Month | None = None) -> tuple[SentReminder, ...]:
        """Return every reminder, or those about ``month``, in the order sent, those struck out included."""
        return self._store.reminders.all(month)

    def answers(self, month: Month) -> Mapping[str, Answer]:
        """Return for each unit that was reminded about ``month`` its last reminder and what came since."""
        sent = self._store.reminders.all(month)
        if not sent:
            return {}
        came = came_after(sent, self._store.reminders.arrivals(month))
        return {
            unit: Answer(last, each, came[last.id, unit])
            for unit, last in latest(sent).items()
            for each in last.reminded
            if each.unit == unit
        }

    def history(self, unit: str) -> tuple[Answer, ...]:
        """Return the reminders of a unit that stand, the last first, each with what came before the next."""
        return answered(self._store, unit=unit)[::-1]

    def answered(self, month: Month) -> tuple[Answer, ...]:
        """Return the reminders about ``month`` that stand, the last first, unit by unit."""
        return answered(self._store, month)[::-1]

    def unit_names(self) -> Mapping[str, str]:
        """Return every unit's name by its id."""
        return {unit.id: unit.name for unit in self._store.units.all()}

    def last_sender(self) -> str:
        """Return who sent the last reminder: most likely the next one too."""
        return self._store.reminders.last_sender()

    def check(self, new: NewReminder) -> tuple[Problem, ...]:
        """Return everything odd in a reminder that is to be recorded."""
        standings = {standing.unit.id: standing for standing in self._quota.standings(new.month)}
        names = [
            standings[unit].unit.name if unit in standings else unit
            for unit in new.units
            if unit not in standings or not standings[unit].missing
        ]
        settled = (Problem("reminded", "owes_nothing", detail="、".join(names)),) if names else ()
        return (*sent_reminders.problems(_cleaned(new), self._today()), *settled)

    def record(self, new: NewReminder) -> int:
        """Record that a reminder went out, with what each unit owes now; return its id.

        Raises:
            NotFileable: it has problems that must be put right first.
            MonthClosed: its month is closed.
        """
        new = _cleaned(new)
        refuse_closed(self._store, new.month)
        refuse_bad(self.check(new))
        standings = {standing.unit.id: standing for standing in self._quota.standings(new.month)}
        reminded = [
            Reminded(unit, standings[unit].quota, standings[unit].count.weighted)
            for unit in dict.fromkeys(new.units)
        ]
        with self._store.writing("remind", Topic.REMINDERS) as act:
            row = self._store.reminders.add(new, reminded, self._store.now())
            act.subject = f"reminder {row}"
            act.after = {
                "month": str(new.month),
                "stage": new.stage.value,
                "sent_on": new.sent_on.isoformat(),
                "channel": new.channel.value,
                "sent_by": new.sent_by,
                "units": [each.unit for each in reminded],
            }
        self._undo.remember(act.subject, lambda: self._write(row, "undo", "撤销登记"))
        return row

    def void(self, reminder: int, reason: str) -> None:
        """Strike out a reminder, as if it had never gone out.

        Raises:
            UnknownEvent: there is no such reminder.
            ReasonMissing: there is no reason.
            AlreadyDecided: it was struck out before.
            MonthClosed: its month is closed.
        """
        found = self._store.reminders.get(reminder)
        if not reason.strip():
            raise ReasonMissing("作废催报")
        if found.voided:
            raise AlreadyDecided("催报", "作废", "作废")
        refuse_closed(self._store, found.month)
        self._write(reminder, "void_reminder", reason.strip())
        self._undo.remember(f"reminder {reminder}", lambda: self.stand(reminder))

    def stand(self, reminder: int) -> None:
        """Let a reminder stand again that was struck out.

        Raises:
            UnknownEvent: there is no such reminder.
            MonthClosed: its month is closed.
        """
        self._write(reminder, "undo", "")

    def _write(self, reminder: int, name: str, reason: str) -> None:
        found = self._store.reminders.get(reminder)
        refuse_closed(self._store, found.month)
        with self._store.writing(name, Topic.REMINDERS) as act:
            self._store.reminders.void(reminder, reason)
            act.subject = f"reminder {reminder}"
            act.before, act.after = {"voided": found.voided}, {"voided": reason}


def owing(standings: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """Return those who owe drafts: whom every reminder is for."""
    return tuple(standing for standing in standings if standing.due and standing.missing)


def answered(store: Store, month: Month | None = None, unit: str | None = None) -> tuple[Answer, ...]:
    """Return what became of the reminders that stand, of a month, of a unit: unit by unit as sent."""
    found = store.reminders.all(month) if unit is None else store.reminders.of_unit(unit)
    sent = tuple(each for each in sent_reminders.standing(found) if month in (None, each.month))
    came = {
        each: came_after(sent, store.reminders.arrivals(each))
        for each in {reminder.month for reminder in sent}
    }
    return tuple(
        Answer(each, one, came[each.month][each.id, one.unit])
        for each in sent
        for one in each.reminded
        if unit in (None, one.unit)
    )


def due_reminder(store: Store, today: date) -> DueReminder | None:
    """Return the reminder that is to go out ``today``; none where all who owe were reminded.

    The month that is over comes first: its time is running out.
    """
    begun = store.drafts.first_month()
    this = Month.of(today)
    for month in (this.previous(), this):
        if begun is None or month < begun or store.months.is_closed(month):
            continue
        quota = QuotaDesk(store, lambda: today)
        close_day = quota.close_day(month)
        stage = reminders.due(month, today, close_day, _last_call(store, close_day))
        if stage is None:
            continue
        reached = {
            each.unit
            for reminder in store.reminders.all(month)
            if reminder.stage is stage and not reminder.voided
            for each in reminder.reminded
        }
        units = sum(standing.unit.id not in reached for standing in owing(quota.standings(month)))
        if units:
            return DueReminder(month, stage, units)
    return None


def _last_call(store: Store, close_day: date) -> date:
    return reminders.last_call(close_day, store.holidays.calendar())


def _cleaned(new: NewReminder) -> NewReminder:
    return replace(new, sent_by=clean_line(new.sent_by), remark=clean_line(new.remark))
