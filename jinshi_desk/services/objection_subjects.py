"""What a unit can object to in a month: its drafts, each of its points, each deduction."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinshi_desk import wording
from jinshi_desk.domain.deductions import Decision, Deduction
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import NewObjection
from jinshi_desk.domain.points import signed
from jinshi_desk.services.points import Explained, PointsDesk
from jinshi_desk.store.database import Store


@dataclass(frozen=True, slots=True)
class Subject:
    """One of them, in words; ``number`` is its draft's. Ids as in ``NewObjection``."""

    words: str
    draft: int | None = None
    kind: Kind | None = None
    deduction: int | None = None
    number: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.draft or ''} {self.kind or ''} {self.deduction or ''}"


def subjects(store: Store, unit: str, month: Month) -> tuple[Subject, ...]:
    """Return what ``unit`` may object to in ``month``, each once."""
    found = (*_drafts(store, unit, month), *_points(store, unit, month), *_deductions(store, unit, month))
    return tuple({each.key: each for each in found}.values())


def subject_of(store: Store, objection: NewObjection) -> Subject | None:
    """Return what an objection is about; none where it is about the month as a whole."""
    draft = store.drafts.by_id(objection.draft) if objection.draft is not None else None
    title = f"{draft.number}《{draft.title}》" if draft else ""
    kind = wording.KIND[objection.kind] if objection.kind else ""
    if objection.deduction is not None:
        kind = _deduction_words(store, store.deductions.get(objection.deduction))
    words = "　".join(part for part in (kind, title) if part)
    number = draft.number if draft else ""
    return Subject(words, objection.draft, objection.kind, objection.deduction, number) if words else None


def _drafts(store: Store, unit: str, month: Month) -> Iterator[Subject]:
    joined = store.drafts.joined(month, unit)
    for row in store.register.lines([*(each.draft for each in store.drafts.received(month, unit)), *joined]):
        yield Subject(f"{row.number}《{row.title}》", row.id, number=row.number)


def _points(store: Store, unit: str, month: Month) -> Iterator[Subject]:
    known = store.units.known([unit])
    if unit not in known:
        return
    for line in PointsDesk(store).explain_unit(known[unit], month).lines:
        kind = line.entry.kind
        if kind not in (Kind.CARRY, Kind.DEDUCTION) or (kind is Kind.DEDUCTION and not line.entry.deduction):
            yield Subject(_point_words(line), line.entry.draft, kind, number=line.draft_no)


def _point_words(line: Explained) -> str:
    about = line.outlet or line.about
    title = f"{line.draft_no}《{line.title}》" if line.title else ""
    said = (wording.KIND[line.entry.kind], f"{signed(line.entry.cents)} 分", about, title)
    return "　".join(part for part in said if part)


def _deductions(store: Store, unit: str, month: Month) -> Iterator[Subject]:
    for each in store.deductions.all(month):
        if each.unit == unit and not each.voided and each.decision is not Decision.REJECTED:
            words = _deduction_words(store, each)
            number = each.draft or ""
            yield Subject(words, each.draft_id, Kind.DEDUCTION, each.id, number)


def _deduction_words(store: Store, deduction: Deduction) -> str:
    rules = store.rules.book().find(Month.of(deduction.confirmed_on or deduction.proposed_on))
    rule = rules.deductions.get(deduction.type) if rules else None
    return f"扣分　{rule.name if rule else deduction.type}（{deduction.reason}）"
