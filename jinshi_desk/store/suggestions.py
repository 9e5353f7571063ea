"""Problems and suggestions that units raised."""

from datetime import date

from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.suggestions import Concern, NewSuggestion, Suggestion
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import SuggestionRow


class Suggestions:
    """Every suggestion that was recorded."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, suggestion: int) -> Suggestion:
        """Return the suggestion.

        Raises:
            UnknownEvent: there is none with this id.
        """
        row = SuggestionRow.select().where(SuggestionRow.id == suggestion).bind(self._db).first()
        if row is None:
            raise UnknownEvent("问题建议", suggestion)
        return _suggestion(row)

    def all(self, unit: str | None = None) -> tuple[Suggestion, ...]:
        """Return every suggestion, or those of one unit, by the day they were raised."""
        query = SuggestionRow.select().order_by(SuggestionRow.received_on, SuggestionRow.id)
        if unit is not None:
            query = query.where(SuggestionRow.unit == unit)
        return tuple(map(_suggestion, query.bind(self._db)))

    def add(self, new: NewSuggestion) -> int:
        """Write a suggestion and return its id."""
        row: int = (
            SuggestionRow.insert(
                unit=new.unit,
                concern=new.concern.value,
                text=new.text,
                received_on=new.received_on.isoformat(),
                office=new.office or None,
                handler=new.handler,
                due_on=new.due_on and new.due_on.isoformat(),
            )
            .bind(self._db)
            .execute()
        )
        return row

    def settle(self, suggestion: Suggestion) -> None:
        """Write who handles it until when, and how it was closed, or that it is open again."""
        SuggestionRow.update(
            office=suggestion.office or None,
            handler=suggestion.handler,
            due_on=suggestion.due_on and suggestion.due_on.isoformat(),
            reply=suggestion.reply,
            closed_on=suggestion.closed_on and suggestion.closed_on.isoformat(),
        ).where(SuggestionRow.id == suggestion.id).bind(self._db).execute()

    def void(self, suggestion: int, reason: str) -> None:
        """Strike out; without a reason it stands again."""
        SuggestionRow.update(voided=reason).where(SuggestionRow.id == suggestion).bind(self._db).execute()


def _suggestion(row: SuggestionRow) -> Suggestion:
    return Suggestion(
        unit=row.unit,
        concern=Concern(row.concern),
        text=row.text,
        received_on=date.fromisoformat(row.received_on),
        office=row.office or "",
        handler=row.handler,
        due_on=date.fromisoformat(row.due_on) if row.due_on else None,
        id=row.id,
        reply=row.reply,
        closed_on=date.fromisoformat(row.closed_on) if row.closed_on else None,
        voided=row.voided,
    )
