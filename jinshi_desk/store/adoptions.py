"""Adoptions: claimed, verified, retracted, struck out."""

from datetime import date
from decimal import Decimal
from typing import Any

from jinshi_desk.domain.adoptions import Adoption, Mode, NewAdoption, Position
from jinshi_desk.domain.drafts import Category, Status
from jinshi_desk.domain.errors import UnknownAdoption
from jinshi_desk.domain.figures import Piece
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.scoring import Claim
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import AdoptionRow


class Adoptions:
    """Where drafts ran."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, adoption: int) -> Adoption:
        """Return the adoption.

        Raises:
            UnknownAdoption: there is none with this id.
        """
        row = AdoptionRow.select().where(AdoptionRow.id == adoption).bind(self._db).first()
        if row is None:
            raise UnknownAdoption(adoption)
        return _adoption(row)

    def of_draft(self, draft: int) -> tuple[Adoption, ...]:
        """Return a draft's adoptions, by day."""
        query = AdoptionRow.select().where(AdoptionRow.draft == draft)
        query = query.order_by(AdoptionRow.adopted_on, AdoptionRow.id)
        return tuple(_adoption(row) for row in query.bind(self._db))

    def all(self, month: Month | None = None) -> tuple[Adoption, ...]:
        """Return every adoption, or those of one month by the day they ran."""
        query = AdoptionRow.select().order_by(AdoptionRow.adopted_on, AdoptionRow.id)
        if month is not None:
            query = query.where(AdoptionRow.adopted_on.startswith(f"{month}-"))
        return tuple(_adoption(row) for row in query.bind(self._db))

    def add(self, draft: int, adoption: NewAdoption, booked: Month | None) -> int:
        """Write an adoption and return its id; ``booked`` is its month where it is verified."""
        row: int = (
            AdoptionRow.insert(
                draft=draft,
                outlet=adoption.outlet,
                mode=adoption.mode.value,
                position=adoption.position.value,
                adopted_on=adoption.adopted_on.isoformat(),
                registered_on=adoption.registered_on.isoformat(),
                place=adoption.place,
                evidence=adoption.evidence,
                verified=int(adoption.verified),
                booked_month=str(booked) if booked else None,
            )
            .bind(self._db)
            .execute()
        )
        return row

    def prove(self, adoption: int, booked: Month | None) -> None:
        """Mark as verified, booked in ``booked``; as a claim again where there is none."""
        self._update(adoption, verified=int(booked is not None), booked_month=booked and str(booked))

    def void(self, adoption: int, reason: str) -> None:
        """Strike out as wrongly registered; without a reason it stands again."""
        self._update(adoption, voided=reason)

    def retract(self, adoption: int, on: date | None, booked: Month | None) -> None:
        """Write that the outlet took it back, or that it did not."""
        self._update(adoption, retracted_on=on and on.isoformat(), retracted=booked and str(booked))

    def booked_month(self, adoption: int) -> Month | None:
        """Return the month an adoption is booked in; none while it is not verified."""
        month = self._db.value("SELECT booked_month FROM adoption WHERE id = ?", adoption)
        return Month.parse(month) if month else None

    def claims(self, draft: int) -> tuple[Claim, ...]:
        """Return what scoring asks of a draft's verified adoptions."""
        rows = self._db.rows(
            "SELECT adoption.id, level, weight, mode, adoption.position, adopted_on, registered_on,"
            " booked_month, retracted, retracted_on FROM adoption JOIN outlet ON outlet.id = outlet"
            " WHERE draft = ? AND verified = 1 AND voided = ''",
            draft,
        )
        return tuple(_claim(row) for row in rows)

    def booked(self, month: Month) -> tuple[Piece, ...]:
        """Return the adoptions booked in ``month`` with what each brought its units, by level and day."""
        rows = self._db.rows(_BOOKED, str(month), str(month))
        return tuple(_piece(row) for row in rows)

    def _update(self, adoption: int, **columns: Any) -> None:
        AdoptionRow.update(**columns).where(AdoptionRow.id == adoption).bind(self._db).execute()


_BOOKED = """
SELECT adoption.id, draft.number, draft.title, draft.lead,
       (SELECT group_concat(unit, char(10)) FROM (SELECT unit FROM draft_partner
            WHERE draft_partner.draft = draft.id ORDER BY position)),
       (SELECT group_concat(name, char(10)) FROM (SELECT person.name AS name FROM draft_author
            JOIN person ON person.id = draft_author.person
            WHERE draft_author.draft = draft.id ORDER BY draft_author.position)),
       draft.category, outlet.name, outlet.level, adoption.adopted_on,
       (SELECT coalesce(sum(cents), 0) FROM ledger
            WHERE ledger.adoption = adoption.id AND ledger.booked_month = ? AND unit IS NOT NULL
              AND kind IN ('adoption', 'upgrade')),
       adoption.retracted_on IS NOT NULL, draft.status
  FROM adoption
  JOIN draft ON draft.id = adoption.draft
  JOIN outlet ON outlet.id = adoption.outlet
 WHERE adoption.booked_month = ? AND adoption.verified = 1 AND adoption.voided = ''
 ORDER BY CASE outlet.level WHEN 'national' THEN 0 WHEN 'province' THEN 1 WHEN 'prefecture' THEN 2 ELSE 3 END,
          adoption.adopted_on, adoption.id
"""


def _adoption(row: AdoptionRow) -> Adoption:
    return Adoption(
        outlet=row.outlet,
        adopted_on=date.fromisoformat(row.adopted_on),
        registered_on=date.fromisoformat(row.registered_on),
        mode=Mode(row.mode),
        position=Position(row.position),
        place=row.place,
        evidence=row.evidence,
        verified=bool(row.verified),
        id=row.id,
        draft=row.draft,
        retracted_on=date.fromisoformat(row.retracted_on) if row.retracted_on else None,
        voided=row.voided,
    )


def _claim(row: tuple[Any, ...]) -> Claim:
    number, level, weight, mode, position, adopted, registered, booked, retracted, retracted_on = row
    return Claim(
        id=number,
        level=Level(level),
        weight=Decimal(weight) / 100,
        mode=Mode(mode),
        position=Position(position),
        adopted_on=date.fromisoformat(adopted),
        registered_on=date.fromisoformat(registered),
        booked_month=Month.parse(booked),
        retracted=Month.parse(retracted) if retracted else None,
        retracted_on=date.fromisoformat(retracted_on) if retracted_on else None,
    )


def _piece(row: tuple[Any, ...]) -> Piece:
    (adoption, number, title, lead, partners, authors, category) = row[:7]
    (outlet, level, adopted_on, cents, retracted, status) = row[7:]
    return Piece(
        adoption=adoption,
        number=number,
        title=title,
        units=(lead, *(partners.split("\n") if partners else ())),
        authors=tuple(authors.split("\n")) if authors else (),
        category=Category(category),
        outlet=outlet,
        level=Level(level),
        adopted_on=date.fromisoformat(adopted_on),
        cents=cents,
        retracted=bool(retracted),
        void=Status(status) is Status.VOID,
    )
