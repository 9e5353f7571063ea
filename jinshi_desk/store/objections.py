"""Objections of units, and every ruling on them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import Finding, GivenRuling, NewObjection, NewRuling, Objection, Remedy
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.store.connection import DataFile

_READ = (
    "SELECT id, unit, month, received_on, raised_by, channel, text, draft, kind, deduction, voided,"
    " EXISTS (SELECT 1 FROM objection_correction AS led JOIN correction ON correction.id = led.correction"
    " WHERE led.objection = objection.id AND correction.voided = '') FROM objection"
)
_WAITING = (
    "SELECT count(*) FROM objection LEFT JOIN objection_ruling AS held ON held.id ="
    " (SELECT max(id) FROM objection_ruling WHERE objection = objection.id AND objection_ruling.voided = '')"
    " WHERE objection.voided = '' AND (held.id IS NULL OR held.remedy = 'correction' AND NOT EXISTS"
    " (SELECT 1 FROM objection_correction AS led JOIN correction ON correction.id = led.correction"
    " WHERE led.objection = objection.id AND correction.voided = ''))"
)
_RULINGS = "SELECT objection, id, finding, remedy, ruled_by, ruled_on, reason, voided FROM objection_ruling"


class Objections:
    """Every objection that was recorded."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, objection: int) -> Objection:
        """Return the objection.

        Raises:
            UnknownEvent: there is none with this id.
        """
        found = self._found("WHERE id = ?", objection)
        if not found:
            raise UnknownEvent("异议", objection)
        return found[0]

    def all(self, month: Month | None = None, unit: str | None = None) -> tuple[Objection, ...]:
        """Return every objection, or those to a month, of a unit, by the day they came."""
        wanted = {"month": str(month) if month else None, "unit": unit}
        asked = {column: value for column, value in wanted.items() if value is not None}
        where = "WHERE " + " AND ".join(f"{column} = ?" for column in asked) if asked else ""
        return self._found(where, *asked.values())

    def waiting(self) -> int:
        """Return how many wait, of whatever month, as ``Objection.waits`` tells of each."""
        found: int = self._db.value(_WAITING)
        return found

    def last_ruler(self) -> str:
        """Return who gave the ruling that was recorded last; empty where there is none."""
        return self._db.value("SELECT ruled_by FROM objection_ruling ORDER BY id DESC LIMIT 1") or ""

    def add(self, new: NewObjection) -> int:
        """Write an objection and return its id."""
        return self._db.insert(
            "objection",
            unit=new.unit,
            month=str(new.month),
            received_on=new.received_on.isoformat(),
            raised_by=new.raised_by,
            channel=new.channel.value,
            text=new.text,
            draft=new.draft,
            kind=new.kind and new.kind.value,
            deduction=new.deduction,
        )

    def rule(self, objection: int, new: NewRuling) -> int:
        """Write a ruling and return its id."""
        return self._db.insert(
            "objection_ruling",
            objection=objection,
            finding=new.finding.value,
            remedy=new.remedy and new.remedy.value,
            ruled_by=new.ruled_by,
            ruled_on=new.ruled_on.isoformat(),
            reason=new.reason,
        )

    def void(self, objection: int, reason: str) -> None:
        """Strike out; without a reason it stands again."""
        self._db.execute_sql("UPDATE objection SET voided = ? WHERE id = ?", (reason, objection))

    def void_ruling(self, ruling: int, reason: str) -> None:
        """Strike a ruling out; without a reason it holds again."""
        self._db.execute_sql("UPDATE objection_ruling SET voided = ? WHERE id = ?", (reason, ruling))

    def _found(self, where: str, *params: object) -> tuple[Objection, ...]:
        rulings: dict[int, list[GivenRuling]] = {}
        named = f"{_RULINGS} WHERE objection IN (SELECT id FROM objection {where}) ORDER BY id"
        for objection, *facts in self._db.rows(named, *params):
            rulings.setdefault(objection, []).append(_ruling(facts))
        rows = self._db.rows(f"{_READ} {where} ORDER BY received_on, id", *params)
        return tuple(_objection(row, rulings.get(row[0], ())) for row in rows)


def _ruling(facts: list[Any]) -> GivenRuling:
    number, finding, remedy, ruled_by, ruled_on, reason, voided = facts
    return GivenRuling(
        Finding(finding),
        Remedy(remedy) if remedy else None,
        ruled_by,
        date.fromisoformat(ruled_on),
        reason,
        id=number,
        voided=voided,
    )


def _objection(row: tuple[Any, ...], rulings: Iterable[GivenRuling]) -> Objection:
    number, unit, month, received_on, raised_by, channel, text, draft, kind, deduction, voided, led = row
    return Objection(
        unit,
        Month.parse(month),
        date.fromisoformat(received_on),
        raised_by,
        Channel(channel),
        text,
        draft,
        Kind(kind) if kind else None,
        deduction,
        id=number,
        rulings=tuple(rulings),
        corrected=bool(led),
        voided=voided,
    )
