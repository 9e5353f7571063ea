"""What waits for a signature (§5): for how long, for longer than the office allows, and whom to ask."""

from dataclasses import dataclass
from datetime import date, timedelta

from jinshi_desk.domain.approval_forms import WAITING, Approval, UnitFacts
from jinshi_desk.domain.approvals import FormKind, Step
from jinshi_desk.domain.working_days import working_days_after
from jinshi_desk.services.form_settings import default_signer, form_settings
from jinshi_desk.store.database import Store


@dataclass(frozen=True, slots=True)
class Waiting:
    """A form that waits at ``step`` since a day; ``days`` are calendar days.

    ``out_since`` is the day its paper was first printed, where it was and is not back. ``ask`` names whom to
    ask, ``phone`` is the unit's office.
    """

    number: str
    kind: FormKind
    step: Step
    since: date
    days: int
    overdue: bool
    out_since: date | None
    days_out: int
    ask: str
    phone: str


_YEAR = 366
SAMPLE_DAY = "sample.day"
"""The setting of a sample year, which lies in the past: what waits in it waits as of this day."""


def as_of(store: Store, today: date) -> date:
    """Return the day as of which things wait: ``today``, but for a sample year."""
    sample = store.settings.get(SAMPLE_DAY)
    return min(today, date.fromisoformat(sample)) if sample else today


class WaitingRoom:
    """Tells of forms for whom and how long they wait; asks the office's limits and holidays once."""

    def __init__(self, store: Store, today: date) -> None:
        self._store = store
        self._today = as_of(store, today)
        self._settings = form_settings(store)
        self._calendar = store.holidays.calendar()
        self._signers: dict[tuple[Step, FormKind, str], str] = {}

    def waiting(self) -> list[tuple[Approval, Waiting]]:
        """Return the forms of the last year that wait for a signature, the longest waiting first.

        What was opened before and never finished stands in the list of its month, but nobody waits for it.
        """
        forms = self._store.approvals.unreleased(self._today - timedelta(days=_YEAR))
        found = [(form, self.of(form)) for form in forms]
        waiting = [(form, each) for form, each in found if each is not None]
        return sorted(waiting, key=lambda pair: (pair[1].since, pair[0].id))

    def of(self, form: Approval) -> Waiting | None:
        """Return for whom and how long a form waits; none where it waits for nobody."""
        step = form.course.next
        if step is None or form.state not in WAITING or form.opened_on > self._today:
            return None
        if form.kind is not FormKind.C and form.articles[0].gone:
            return None
        since = form.waiting_since
        last_day = working_days_after(since, self._settings.limits[form.kind], self._calendar)
        out = form.prints[0].on if form.outside else None
        return Waiting(
            number=form.number,
            kind=form.kind,
            step=step,
            since=since,
            days=(self._today - since).days,
            overdue=self._today > last_day,
            out_since=out,
            days_out=(self._today - out).days if out else 0,
            ask=self._signer(step, form),
            phone=form.facts.office_phone if isinstance(form.facts, UnitFacts) else "",
        )

    def _signer(self, step: Step, form: Approval) -> str:
        """Return whom to ask, looked up once for all forms of a unit at a step."""
        place = step, form.kind, form.unit
        if place not in self._signers:
            self._signers[place] = default_signer(self._store, self._settings, step, form)
        return self._signers[place]


def waiting_forms(store: Store, today: date) -> list[tuple[Approval, Waiting]]:
    """Return every form that waits for a signature, the longest waiting first."""
    return WaitingRoom(store, today).waiting()


def out_for_signature(store: Store, today: date) -> list[tuple[Approval, Waiting]]:
    """Return the forms that were printed and have not come back, the longest out first."""
    out = [pair for pair in waiting_forms(store, today) if pair[1].out_since is not None]
    return sorted(out, key=lambda pair: (-pair[1].days_out, pair[0].id))


def overdue(store: Store, today: date) -> list[tuple[Approval, Waiting]]:
    """Return the forms that wait at a step for more working days than the office allows."""
    return [pair for pair in waiting_forms(store, today) if pair[1].overdue]
