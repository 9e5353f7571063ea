"""What the clerk made of a bulletin's generated sentences."""

from dataclasses import dataclass

from jinshi_desk.domain.months import Month
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import BulletinText


@dataclass(frozen=True, slots=True)
class Wish:
    """The clerk's text for a sentence, none where it stays as generated, and whether it is printed."""

    text: str | None
    included: bool


class BulletinTexts:
    """The edited and switched-off sentences of each month."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def of(self, month: Month) -> dict[str, Wish]:
        """Return the wishes for ``month`` by sentence code."""
        rows = self._db.rows("SELECT code, text, included FROM bulletin_text WHERE month = ?", str(month))
        return {code: Wish(text, bool(included)) for code, text, included in rows}

    def put(self, month: Month, code: str, wish: Wish) -> None:
        """Write a wish."""
        BulletinText.insert(
            month=str(month), code=code, text=wish.text, included=int(wish.included)
        ).on_conflict_replace().bind(self._db).execute()
