"""Approval forms of the sample year: most are signed whole, and June has what else can happen to one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, time, timedelta
from functools import partial
from random import Random
from typing import Any

from jinshi_desk.domain.approval_forms import Article, DepartmentFacts, PushFacts, Release, UnitFacts
from jinshi_desk.domain.approvals import FormKind, NewSignature
from jinshi_desk.domain.drafts import NewDraft, Status
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.units import Group
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.approval import ApprovalDesk
from jinshi_desk.services.contacts import contacts
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.form_prefill import unit_facts
from jinshi_desk.services.form_printing import FormPrinting
from jinshi_desk.services.form_records import TOPICS, note_form
from jinshi_desk.services.form_settings import FormSettingsDesk
from jinshi_desk.services.form_waiting import SAMPLE_DAY
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.services.releasing import ReleaseDesk
from jinshi_desk.services.sample_drafts import Arrival
from jinshi_desk.services.signing import SigningDesk
from jinshi_desk.store.database import Store

_SHOWN = 6
"""The month that the sample opens with: its forms are looked at as of its last day."""
_OPEN = (Status.RECEIVED, Status.ACCEPTED)


class SampleForms:
    """Plans the year's forms; ``shape`` is the table of that name in ``resources/sample/year.toml``."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo, shape: Mapping[str, Any]) -> None:
        self._store = store
        self._today = today
        self._shape = shape
        self._groups = {unit.id: unit.group for unit in store.units.all()}
        self._approval = ApprovalDesk(store, today, undo)
        self._signing = SigningDesk(store, today, undo)
        self._releasing = ReleaseDesk(store, today, undo)
        self._printing = FormPrinting(store, Press(), today)
        self._register = RegisterDesk(store, today, undo)
        self._settings = FormSettingsDesk(store, undo)

    def name_signers(self, year: int) -> None:
        """Write who signs for the department, and the day that the sample's forms are looked at."""
        desk = self._settings.settings()
        signers = dict(zip(desk.signers, self._shape["signers"], strict=True))
        self._settings.save(replace(desk, signers=signers))
        with self._store.writing("settings") as act:
            act.subject, act.after = "settings", {SAMPLE_DAY: Month(year, _SHOWN).last_day.isoformat()}
            self._store.settings.put(act.after)

    def acts(
        self, year: int, arrivals: Sequence[Arrival], rng: Random
    ) -> Iterator[tuple[date, Callable[[], object]]]:
        """Yield the year's acts, each with its day."""
        for month in months_of(year):
            sent = [each for each in arrivals if Month.of(each.draft.received_on) == month]
            whole = [
                each for each in sent if self._of_unit(each) and each.stands and each.draft.approval_on_file
            ]
            for each in rng.sample(whole, self._shape["whole"][month.month - 1]):
                day = min(each.accepted_on + timedelta(days=rng.randint(1, 2)), month.last_day)
                yield (
                    max(day, each.accepted_on),
                    partial(self._whole, _number(each), rng.choice(self._shape["outlets"])),
                )
            pushed = [
                each for each in sent if each.status is Status.DISPATCHED and each.draft.received_on.day < 27
            ]
            if pushed:
                yield (
                    month.first_day.replace(day=28),
                    partial(self._push, pushed[:8], 3, out=True),
                )
            if month.month == _SHOWN:
                yield from self._shown(month, sent)

    def _shown(self, month: Month, sent: Sequence[Arrival]) -> Iterator[tuple[date, Callable[[], object]]]:
        """Yield what else the shown month has: papers out, one changed, one void, reviews half done."""
        last = month.last_day
        waiting = [
            each
            for each in sent
            if self._of_unit(each) and not each.draft.approval_on_file and not each.steps
        ]
        for place, each in enumerate(each for each in waiting if each.status in _OPEN):
            printed = min(each.draft.received_on + timedelta(days=1), last)
            yield printed, partial(self._printed, _number(each))
            if place % 2 and printed < last:
                yield printed + timedelta(days=1), partial(self._signed_by_unit, _number(each), place)
        for status, steps in ((Status.IN_REVIEW, 2), (Status.APPROVED, 3)):
            drafts = [each for each in sent if each.status is status and each.draft.received_on.day < 29]
            if drafts:
                yield last.replace(day=27 + steps), partial(self._push, drafts[:8], steps, out=False)
        own = [
            each
            for each in sent
            if not self._of_unit(each) and each.status is Status.ACCEPTED and not each.steps
        ]
        for place, each in enumerate(own[-4:]):
            yield (
                min(each.draft.received_on + timedelta(days=1), last),
                partial(self._own_news, _number(each), place),
            )
        wrong = next(
            each
            for each in reversed(sent)
            if self._of_unit(each) and each.stands and each.draft.approval_on_file
        )
        yield month.last_day, partial(self._voided, _number(wrong))

    def _whole(self, draft: str, outlet: str) -> None:
        """Write the form of a draft that is on file, signed whole: one act, as it moves nothing."""
        found = self._store.drafts.get(draft)
        facts = replace(unit_facts(self._store, found), outlet=outlet)
        with self._store.writing("sample", *TOPICS) as act:
            article = Article(found.id, draft, found.title, found.lead)
            form = self._store.approvals.get(
                self._approval.write(FormKind.A, found.quota_month, facts, (article,))
            )
            names = (*self._unit_names(found.lead), self._shape["signers"][-1])
            for step, name in zip(form.steps, names, strict=True):
                new = NewSignature(step, name, self._today(), opinion=self._shape["opinion"])
                by, at = self._store.who(), self._store.now()
                self._store.approvals.sign(form.id, new, form.content, by, at)
            self._store.approvals.set_binder(form.id, f"{self._today().year}年{self._today().month}月盒")
            note_form(self._store, act, None, form.number)

    def _printed(self, draft: str) -> None:
        self._printing.record([self._filled(draft, self._shape["outlets"][0])])

    def _signed_by_unit(self, draft: str, steps: int) -> None:
        self._sign_unit(self._approval.start(draft), steps)

    def _voided(self, draft: str) -> None:
        self._approval.void(self._approval.start(draft, FormKind.B), self._shape["void_reason"])

    def _filled(self, draft: str, outlet: str) -> str:
        number = self._approval.start(draft)
        form = self._approval.open(number).approval
        if isinstance(form.facts, UnitFacts) and not form.facts.outlet:
            self._approval.fill(number, replace(form.facts, outlet=outlet))
        return number

    def _own_news(self, draft: str, place: int) -> None:
        """Have the department's own news signed: one sent out, one whole, one in part, one changed since."""
        number = self._approval.start(draft)
        self._approval.fill(number, DepartmentFacts(self._shape["outlets"][0], self._shape["basis"]))
        self._sign(number, (4, 4, 2, 2)[place])
        if place == 0:
            self._releasing.release(number, Release(self._today(), self._shape["outlets"][0]))
        if place == 3:
            found = self._store.drafts.get(draft)
            known = {field.name: getattr(found, field.name) for field in fields(NewDraft)}
            self._register.revise(
                draft, NewDraft(**known | {"body": f"{found.body}\n{self._shape['addition']}"})
            )

    def _push(self, arrivals: Sequence[Arrival], steps: int, *, out: bool) -> None:
        (number,) = self._approval.start_push([_number(each) for each in arrivals])
        form = self._approval.open(number).approval
        if isinstance(form.facts, PushFacts):
            self._approval.fill(
                number, replace(form.facts, scheduled_at=time(18, 30), publisher=self._shape["publisher"])
            )
        self._printing.record([number])
        self._sign(number, steps)
        if out:
            self._releasing.release(
                number, Release(self._today(), at=time(18, 30), by=self._shape["publisher"])
            )

    def _sign_unit(self, number: str, steps: int) -> None:
        """Record the unit's signatures, by whom its roster names."""
        form = self._approval.open(number).approval
        for name in self._unit_names(form.unit)[:steps]:
            self._sign_as(number, name)

    def _unit_names(self, unit: str) -> tuple[str, ...]:
        known = contacts(self._store, unit, self._today())
        secrecy = self._shape["secrecy"]
        names = (known.correspondent, secrecy, known.supervising_leader, known.unit_head)
        return tuple(name or secrecy for name in names)

    def _sign(self, number: str, steps: int) -> None:
        """Record as many signatures of the department."""
        for _ in range(steps):
            found = self._approval.open(number)
            turn = found.approval.course.next
            self._sign_as(number, (found.signers.get(turn) if turn else "") or self._shape["office_head"])

    def _sign_as(self, number: str, name: str) -> None:
        turn = self._store.approvals.get(number).course.next
        if turn is not None:
            self._signing.sign(
                number, NewSignature(turn, name, self._today(), opinion=self._shape["opinion"])
            )

    def _of_unit(self, arrival: Arrival) -> bool:
        return self._groups[arrival.draft.units[0]] is not Group.OFFICE


def _number(arrival: Arrival) -> str:
    return arrival.draft.number or ""
