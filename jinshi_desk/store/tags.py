"""The topics that drafts are about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from jinshi_desk.domain.months import Month
from jinshi_desk.store import spelling
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.register import TAKEN_BACK


class Tags:
    """Every topic of every draft."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def of_months(self, months: Iterable[Month]) -> Mapping[int, tuple[str, ...]]:
        """Return the topics of the drafts that count for ``months`` and have any, by the draft's id."""
        marks = [str(month) for month in months]
        found: defaultdict[int, list[str]] = defaultdict(list)
        for draft, tag in self._db.rows(
            "SELECT draft, tag FROM draft_tag JOIN draft ON draft.id = draft"
            f" WHERE quota_month IN ({', '.join('?' * len(marks))}) AND NOT ({TAKEN_BACK})"
            " ORDER BY draft, position",
            *marks,
        ):
            found[draft].append(tag)
        return {draft: tuple(tags) for draft, tags in found.items()}

    def spelled(self) -> list[tuple[str, str, str]]:
        """Return every topic in use with pinyin and initials, the most frequent first."""
        rows = self._db.rows("SELECT tag FROM draft_tag GROUP BY tag ORDER BY count(*) DESC, tag")
        return [(tag, spelling.pinyin(tag), spelling.initials(tag)) for (tag,) in rows]

    def write(self, draft: int, tags: Sequence[str]) -> None:
        """Write the topics of a draft instead of those it had."""
        self._db.execute_sql("DELETE FROM draft_tag WHERE draft = ?", (draft,))
        for position, tag in enumerate(tags):
            self._db.execute_sql("INSERT INTO draft_tag VALUES (?, ?, ?)", (draft, position, tag))
