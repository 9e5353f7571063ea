"""Approval forms as a list: records for scripts, rows for a sheet."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jinshi_desk import wording
from jinshi_desk.domain.approval_forms import Approval
from jinshi_desk.domain.approvals import Signature
from jinshi_desk.domain.months import Month
from jinshi_desk.services.form_rows import form_title
from jinshi_desk.services.form_waiting import Waiting, WaitingRoom
from jinshi_desk.sheets.columns import Cell
from jinshi_desk.store.database import Store

Record = dict[str, Any]
Wanted = tuple[Month | None, str | None]
"""The month of the number and the unit that are asked for, none for all."""


def form_records(store: Store, wanted: Wanted) -> Iterator[Record]:
    """Yield every form, void ones included, as scripts read it."""
    for form, waiting in _forms(store, wanted):
        yield form_record(form, waiting)


def form_record(form: Approval, waiting: Waiting | None) -> Record:
    """Return one form as scripts read it; step, since, days … are null where it waits for nobody."""
    release = form.release
    return {
        "number": form.number,
        "kind": form.kind.value,
        "state": form.state.value,
        "title": form_title(form),
        "unit": form.unit,
        "drafts": [article.number for article in form.articles],
        "month": str(form.month),
        "opened_on": form.opened_on.isoformat(),
        "signed": len(form.course.passed),
        "steps": len(form.course.steps),
        "changed": form.course.changed,
        "step": waiting.step.value if waiting else None,
        "since": waiting.since.isoformat() if waiting else None,
        "days": waiting.days if waiting else None,
        "overdue": waiting.overdue if waiting else False,
        "ask": waiting.ask if waiting else None,
        "printed_on": form.prints[0].on.isoformat() if form.prints else None,
        "out": form.outside,
        "released_on": release.on.isoformat() if release else None,
        "binder": form.binder,
        "attachments": [each.name for each in form.attachments],
        "voided": form.voided,
        "rounds": [[_signature(each) for each in round_] for round_ in form.course.rounds],
    }


def form_rows(store: Store, wanted: Wanted, units: Mapping[str, str]) -> Iterator[Sequence[Cell]]:
    """Yield the rows of the list in the columns of its export; ``units`` are names by id."""
    for form, waiting in _forms(store, wanted):
        yield (
            form.number,
            wording.FORM_KIND[form.kind],
            form_title(form),
            units[form.unit],
            "、".join(article.number for article in form.articles),
            wording.FORM_STATE[form.state],
            f"{len(form.course.passed)}/{len(form.course.steps)}",
            wording.STEP[waiting.step] if waiting else "",
            waiting.since if waiting else None,
            waiting.ask if waiting else "",
            form.prints[0].on if form.prints else None,
            "；".join(f"{wording.STEP[each.step]} {each.signer}" for each in form.course.standing),
            form.course.last_day if form.course.complete else None,
            form.release.on if form.release else None,
            form.binder,
            form.voided,
        )


def _forms(store: Store, wanted: Wanted) -> Iterator[tuple[Approval, Waiting | None]]:
    month, unit = wanted
    room = WaitingRoom(store, date.fromisoformat(store.now()[:10]))
    for form in store.approvals.all(month):
        if unit is None or unit in {article.unit for article in form.articles}:
            yield form, room.of(form)


def _signature(signature: Signature) -> Record:
    return {
        "step": signature.step.value,
        "signer": signature.signer,
        "verdict": signature.ruling.value,
        "opinion": signature.opinion,
        "signed_on": signature.signed_on.isoformat(),
        "recorded_by": signature.recorded_by,
        "recorded_at": signature.recorded_at,
        "withdrawn": signature.withdrawn,
    }
