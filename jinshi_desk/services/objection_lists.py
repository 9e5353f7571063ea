"""Objections and their rulings as a list, those struck out left out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jinshi_desk import wording
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import Finding, NewRuling, Objection, Remedy, Stand
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.sheets.columns import Cell
from jinshi_desk.store.database import Store

Record = dict[str, Any]


def objection_records(store: Store, wanted: tuple[Month | None, str | None]) -> Iterator[Record]:
    """Yield the objections to a month, of a unit, each with every ruling on it."""
    month, unit = wanted
    for each in store.objections.all(month, unit):
        if not each.voided:
            yield objection_json(store, each)


def objection_json(store: Store, each: Objection) -> Record:
    """Return an objection as scripts read it: who and what, the ruling that holds, and every one."""
    draft = store.drafts.by_id(each.draft) if each.draft is not None else None
    deduction = store.deductions.get(each.deduction) if each.deduction is not None else None
    held = _ruling_json(each.ruling) if each.ruling else dict.fromkeys(_RULED)
    return {
        "id": each.id,
        "unit": each.unit,
        "month": str(each.month),
        "received_on": each.received_on.isoformat(),
        "raised_by": each.raised_by,
        "channel": each.channel.value,
        "draft": draft.number if draft else None,
        "title": draft.title if draft else None,
        "points_kind": each.kind.value if each.kind else None,
        "deduction": deduction.type if deduction else None,
        "deduction_name": _type_name(store, each, deduction.type) if deduction else None,
        "text": each.text,
        **held,
        "corrected_on": _corrected_on(store, each),
        "state": each.stand.value,
        "rulings": [_ruling_json(ruling) for ruling in each.rulings if not ruling.voided],
    }


_RULED = ("finding", "remedy", "ruled_by", "ruled_on", "reason")


def _ruling_json(ruling: NewRuling) -> Record:
    remedy = ruling.remedy.value if ruling.remedy else None
    values = (ruling.finding.value, remedy, ruling.ruled_by, ruling.ruled_on.isoformat(), ruling.reason)
    return dict(zip(_RULED, values, strict=True))


def _corrected_on(store: Store, each: Objection) -> str | None:
    """Return on which day the correction that it led to was registered."""
    if not each.corrected:
        return None
    found = store.corrections.of_month(each.unit, each.month)
    return next((led.registered_on.isoformat() for led in found if led.objection == each.id), None)


def objection_row(record: Record, units: Mapping[str, str]) -> Sequence[Cell]:
    """Return an objection in the columns of its export."""
    who = (units[record["unit"]], Month.parse(record["month"]), _day(record, "received_on"))
    how = (record["raised_by"], wording.CHANNEL[Channel(record["channel"])])
    kind = wording.KIND[Kind(record["points_kind"])] if record["points_kind"] else ""
    about = (record["draft"], record["title"], kind, record["deduction_name"] or "", record["text"])
    finding = wording.FINDING[Finding(record["finding"])] if record["finding"] else ""
    remedy = wording.REMEDY[Remedy(record["remedy"])] if record["remedy"] else ""
    ruled = (finding, remedy, record["ruled_by"], _day(record, "ruled_on"), record["reason"])
    stand = wording.OBJECTION_STAND[Stand(record["state"])]
    return (*who, *how, *about, *ruled, _day(record, "corrected_on"), stand)


def _type_name(store: Store, each: Objection, kind: str) -> str:
    """Return what the rules of the month call a type of deduction."""
    rules = store.rules.book().find(each.month)
    rule = rules.deductions.get(kind) if rules else None
    return rule.name if rule else kind


def _day(record: Record, key: str) -> date | None:
    return date.fromisoformat(record[key]) if record[key] else None
