"""What the office said of names on the year's lists."""

from datetime import date

from jinshi_desk.domain.award_decisions import AwardDecision, NewDecision
from jinshi_desk.domain.award_rules import Award
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import AwardDecisionRow

_OF_YEAR = (
    "SELECT award, coalesce(unit, person, draft.number), grade, reason, decided_on, decided_by, decision.id,"
    " voided FROM award_decision decision LEFT JOIN draft ON draft.id = decision.draft"
    " WHERE year = ? ORDER BY decision.id"
)


class AwardDecisions:
    """Every decision that was recorded. ``who`` is the id of a unit, of a person, or a draft's number."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def of_year(self, year: int) -> tuple[AwardDecision, ...]:
        """Return what was said of ``year``, in that order, what was withdrawn since included."""
        return tuple(
            AwardDecision(
                Award(award),
                str(who),
                grade,
                reason,
                date.fromisoformat(decided_on),
                decided_by,
                id=row,
                voided=voided,
            )
            for award, who, grade, reason, decided_on, decided_by, row, voided in self._db.rows(
                _OF_YEAR, year
            )
        )

    def add(self, year: int, new: NewDecision, at: str) -> int:
        """Write a decision and return its id."""
        row: int = (
            AwardDecisionRow.insert(
                year=year,
                award=new.award.value,
                **self._reference(new),
                grade=new.grade,
                reason=new.reason,
                decided_on=new.decided_on.isoformat(),
                decided_by=new.decided_by,
                recorded_at=at,
            )
            .bind(self._db)
            .execute()
        )
        return row

    def void(self, decision: int, reason: str) -> None:
        """Withdraw a decision; without a reason it stands again."""
        AwardDecisionRow.update(voided=reason).where(AwardDecisionRow.id == decision).bind(self._db).execute()

    def _reference(self, new: NewDecision) -> dict[str, str | int]:
        """Return the column that names who is meant, and what it holds."""
        if new.award.group is not None:
            return {"unit": new.who}
        if new.award is Award.PERSON:
            return {"person": int(new.who)}
        ((draft,),) = self._db.rows("SELECT id FROM draft WHERE number = ?", new.who)
        return {"draft": draft}
