"""Leaders' instructions on drafts."""

from datetime import date

from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.instructions import Instruction, NewInstruction
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import InstructionRow

_READ = (
    "SELECT id, draft, level, leader, given_on, registered_on, evidence, booked_month, voided"
    " FROM instruction"
)


class Instructions:
    """Every instruction that was registered."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, instruction: int) -> Instruction:
        """Return the instruction.

        Raises:
            UnknownEvent: there is none with this id.
        """
        found = self._found("WHERE id = ?", instruction)
        if not found:
            raise UnknownEvent("批示", instruction)
        return found[0]

    def of_draft(self, draft: int) -> tuple[Instruction, ...]:
        """Return the instructions on a draft, by day."""
        return self._found("WHERE draft = ? ORDER BY given_on, id", draft)

    def all(self, month: Month | None = None) -> tuple[Instruction, ...]:
        """Return every instruction, or those booked in one month, by the day they were given."""
        if month is None:
            return self._found("ORDER BY given_on, id")
        return self._found("WHERE booked_month = ? ORDER BY given_on, id", str(month))

    def add(self, draft: int, new: NewInstruction, booked: Month) -> int:
        """Write an instruction and return its id."""
        row: int = (
            InstructionRow.insert(
                draft=draft,
                level=new.level.value,
                leader=new.leader,
                given_on=new.given_on.isoformat(),
                registered_on=new.registered_on.isoformat(),
                evidence=new.evidence,
                booked_month=str(booked),
            )
            .bind(self._db)
            .execute()
        )
        return row

    def void(self, instruction: int, reason: str) -> None:
        """Strike out as wrongly registered; without a reason it stands again."""
        InstructionRow.update(voided=reason).where(InstructionRow.id == instruction).bind(self._db).execute()

    def _found(self, where: str, *params: object) -> tuple[Instruction, ...]:
        return tuple(_instruction(*row) for row in self._db.rows(f"{_READ} {where}", *params))


def _instruction(number: int, draft: int, level: str, leader: str, *rest: str) -> Instruction:
    given_on, registered_on, evidence, booked, voided = rest
    return Instruction(
        level=Level(level),
        leader=leader,
        given_on=date.fromisoformat(given_on),
        registered_on=date.fromisoformat(registered_on),
        evidence=evidence,
        id=number,
        draft=draft,
        booked_month=Month.parse(booked),
        voided=voided,
    )
