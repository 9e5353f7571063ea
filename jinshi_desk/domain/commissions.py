"""Commissions (约稿): pieces the research office asked a unit for, by a day (§3.4, §3.6)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jinshi_desk.domain import points
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.rules import CommissionRules, RuleBook
from jinshi_desk.domain.sharing import Units, unit_shares

SUBJECT_LIMIT = 200
"""Characters, as for a draft's title."""


class Outcome(StrEnum):
    """What became of a commission."""

    PENDING = "pending"
    ON_TIME = "on_time"
    LATE = "late"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class NewCommission:
    """A piece asked of ``unit`` on a day, due by another."""

    unit: str
    subject: str
    asked_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class Commission(NewCommission):
    """A commission in the register. ``draft`` is the id of the draft that came of it, where it is filed."""

    id: int = field(kw_only=True)
    delivered_on: date | None = field(kw_only=True, default=None)
    draft: int | None = field(kw_only=True, default=None)
    not_done_on: date | None = field(kw_only=True, default=None)
    """The day it was noted that nothing will come."""
    booked_month: Month | None = field(kw_only=True, default=None)
    voided: str = field(kw_only=True, default="")
    """Why it was struck out; empty while it stands."""

    @property
    def outcome(self) -> Outcome:
        if self.delivered_on is not None:
            return Outcome.ON_TIME if self.delivered_on <= self.due_on else Outcome.LATE
        return Outcome.PENDING if self.not_done_on is None else Outcome.NOT_DONE


def problems(new: NewCommission, today: date) -> Iterator[Problem]:
    """Yield what keeps ``new`` from being recorded."""
    if not new.unit:
        yield Problem("unit", "missing")
    if not new.subject.strip():
        yield Problem("subject", "missing")
    elif len(new.subject) > SUBJECT_LIMIT:
        yield Problem("subject", "too_long", detail=str(SUBJECT_LIMIT))
    if new.asked_on > today:
        yield Problem("asked_on", "future")
    if new.due_on < new.asked_on:
        yield Problem("due_on", "before_asked")


def delivery_problems(commission: Commission, on: date, today: date) -> Iterator[Problem]:
    """Yield what keeps ``commission`` from being noted as delivered ``on`` that day."""
    if on > today:
        yield Problem("delivered_on", "future")
    elif on < commission.asked_on:
        yield Problem("delivered_on", "before_asked")


def not_done_problems(commission: Commission, on: date, today: date) -> Iterator[Problem]:
    """Yield what keeps ``commission`` from being noted as not done."""
    if on > today:
        yield Problem("not_done_on", "future")
    elif on <= commission.due_on:
        yield Problem("not_done_on", "before_due")


def booking_month(commission: Commission, open_from: Month) -> Month | None:
    """Return the month of delivery, or the due month of what is not done, while open; else the open month."""
    if commission.delivered_on is not None:
        return max(Month.of(commission.delivered_on), open_from)
    return None if commission.not_done_on is None else max(Month.of(commission.due_on), open_from)


def entries(
    commission: Commission,
    units: Units,
    void_month: Month | None,
    book: RuleBook,
    open_from: Month,
    closed: Iterable[Entry] = (),
) -> Iterator[Entry]:
    """Yield what ``commission`` books from ``open_from`` on; ``units`` are its draft's, else its own.

    ``void_month`` is its draft's: a bonus is given back, a penalty stays.
    """
    held: dict[str, int] = {}
    for entry in closed:
        if entry.unit is not None:
            held[entry.unit] = held.get(entry.unit, 0) + entry.cents
    month = None if commission.voided else commission.booked_month
    rules = book.find(month) if month is not None else None
    if month is not None and rules is not None and month >= open_from:
        cents = value(commission.outcome, rules.commission)
        if void_month is None or month <= void_month or cents < 0:
            why = rules.id, f"commission.{commission.outcome}"
            for unit, share in unit_shares(units, cents).items():
                held[unit] = held.get(unit, 0) + share
                product = (
                    points.plain(cents)
                    if share == cents
                    else f"{points.plain(cents)}; → {points.plain(share)}"
                )
                yield _entry(Kind.COMMISSION, commission, month, (*why, product), (unit, share))
    if void_month is None or void_month < open_from:
        return
    for unit, cents in held.items():
        if cents > 0:
            why = book.at(void_month).id, "void"
            difference = f"0 − {points.plain(cents)} = {points.plain(-cents)}"
            yield _entry(Kind.REVERSAL, commission, void_month, (*why, difference), (unit, -cents))


def reminder(waiting: Sequence[tuple[str, str, date]], today: date) -> str:
    """Return the text for the chat group; ``waiting`` has unit, subject and due day, the earliest first.

    Nothing where nothing waits.
    """
    late, soon = "【约稿逾期】以下约稿已过截止日期，请尽快交稿：", "【约稿提醒】以下约稿快到截止日期："
    lines: list[str] = []
    for is_late, head in ((True, late), (False, soon)):
        own = [each for each in waiting if (each[2] < today) is is_late]
        lines += [head] if own else []
        lines += [f"{unit}：《{subject}》，{due.month}月{due.day}日截止" for unit, subject, due in own]
    return "\n".join([*lines, "确有困难的，请提前告知。——市委组织部研究室"]) if lines else ""


def value(outcome: Outcome, rules: CommissionRules) -> int:
    """Return the cents of an outcome."""
    match outcome:
        case Outcome.ON_TIME:
            return rules.on_time
        case Outcome.LATE:
            return rules.late
        case Outcome.NOT_DONE:
            return rules.not_done
        case Outcome.PENDING:
            return 0


def _entry(
    kind: Kind, commission: Commission, month: Month, why: tuple[str, str, str], share: tuple[str, int]
) -> Entry:
    rule_set, clause, arithmetic = why
    unit, cents = share
    return Entry(
        kind=kind,
        booked_month=month,
        cents=cents,
        rule_set=rule_set,
        clause=clause,
        arithmetic=arithmetic,
        unit=unit,
        draft=commission.draft,
        commission=commission.id,
    )
