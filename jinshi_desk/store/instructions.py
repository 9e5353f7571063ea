"""Leaders' instructions on drafts."""

from datetime import date

from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.instructions import Instruction, NewInstruction
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import InstructionRow


class Instructions:
    """Every instruction that was registered."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, instruction: int) -> Instruction:
        """Return the instruction.

        Raises:
            UnknownEvent: there is none with this id.
        """
        row = InstructionRow.select().where(InstructionRow.id == instruction).bind(self._db).first()
        if row is None:
            raise UnknownEvent("批示", instruction)
        return _instruction(row)

    def of_draft(self, draft: int) -> tuple[Instruction, ...]:
        """Return the instructions on a draft, by day."""
        query = InstructionRow.select().where(InstructionRow.draft == draft)
        query = query.order_by(InstructionRow.given_on, InstructionRow.id)
        return tuple(_instruction(row) for row in query.bind(self._db))

    def all(self, month: Month | None = None) -> tuple[Instruction, ...]:
        """Return every instruction, or those booked in one month, by the day they were given."""
        query = InstructionRow.select().order_by(InstructionRow.given_on, InstructionRow.id)
        if month is not None:
            query = query.where(InstructionRow.booked_month == str(month))
        return tuple(_instruction(row) for row in query.bind(self._db))

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


def _instruction(row: InstructionRow) -> Instruction:
    return Instruction(
        level=Level(row.level),
        leader=row.leader,
        given_on=date.fromisoformat(row.given_on),
        registered_on=date.fromisoformat(row.registered_on),
        evidence=row.evidence,
        id=row.id,
        draft=row.draft,
        booked_month=Month.parse(row.booked_month),
        voided=row.voided,
    )
