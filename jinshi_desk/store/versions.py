"""What drafts said before they were sent in again, and what was said of them. Nothing here goes away."""

import json
from collections import defaultdict
from datetime import date
from typing import Any

from jinshi_desk.domain.drafts import Author, Draft
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.versions import Content, NewRemark, Remark, Version
from jinshi_desk.store.connection import DataFile

_READ = (
    "number, came_on, title, authors, authors_incomplete, word_count, body, attachments"
    " FROM draft_version WHERE draft = ? AND undone = 0 ORDER BY number"
)


class Versions:
    """The earlier versions of every draft; the present one is the draft itself."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def keep(self, draft: Draft, replaced_on: date) -> None:
        """Keep what ``draft`` says now, as on ``replaced_on`` another version takes its place."""
        authors = [[author.name, author.role.value, author.mark, author.share] for author in draft.authors]
        self._db.insert(
            "draft_version",
            draft=draft.id,
            number=draft.version,
            came_on=self.came_on(draft).isoformat(),
            replaced_on=replaced_on.isoformat(),
            title=draft.title,
            authors=json.dumps(authors, ensure_ascii=False),
            authors_incomplete=int(draft.authors_incomplete),
            word_count=draft.word_count,
            body=draft.body,
            attachments="\n".join(draft.attachments),
        )

    def take_back(self, draft: int) -> None:
        """Mark that the draft's last resubmission was taken back: what it said is said in the draft again."""
        self._db.execute_sql(
            "UPDATE draft_version SET undone = 1 WHERE id ="
            " (SELECT max(id) FROM draft_version WHERE draft = ? AND undone = 0)",
            (draft,),
        )

    def came_on(self, draft: Draft) -> date:
        """Return the day on which the present version of ``draft`` came in."""
        day = self._db.value(
            "SELECT replaced_on FROM draft_version WHERE draft = ? AND undone = 0 ORDER BY number DESC",
            draft.id,
        )
        return date.fromisoformat(day) if day else draft.received_on

    def before(self, draft: int) -> list[Version]:
        """Return the versions of a draft that came before the present one, the first first."""
        remarks = self.remarks(draft)
        return [_version(row, remarks) for row in self._db.rows(f"SELECT {_READ}", draft)]

    def remark(self, draft: Draft, new: NewRemark, on: date) -> int:
        """Write a remark on the present version of ``draft`` and return its id."""
        return self._db.insert(
            "draft_remark",
            draft=draft.id,
            version=draft.version,
            noted_on=on.isoformat(),
            noted_by=new.said_by,
            remark=new.said,
        )

    def take_remark_back(self, remark: int) -> None:
        """Mark a remark as taken back."""
        self._db.execute_sql("UPDATE draft_remark SET undone = 1 WHERE id = ?", (remark,))

    def remarks(self, draft: int) -> dict[int, tuple[Remark, ...]]:
        """Return the remarks on a draft by version, as they were made."""
        found: defaultdict[int, list[Remark]] = defaultdict(list)
        for row, version, on, said_by, said in self._db.rows(
            "SELECT id, version, noted_on, noted_by, remark FROM draft_remark"
            " WHERE draft = ? AND undone = 0 ORDER BY id",
            draft,
        ):
            found[version].append(
                Remark(said=said, said_by=said_by, id=row, version=version, on=date.fromisoformat(on))
            )
        return {version: tuple(remarks) for version, remarks in found.items()}


def _version(row: tuple[Any, ...], remarks: dict[int, tuple[Remark, ...]]) -> Version:
    number, came_on, title, authors, incomplete, word_count, body, attachments = row
    content = Content(
        title,
        tuple(Author(name, AuthorRole(role), *rest) for name, role, *rest in json.loads(authors)),
        bool(incomplete),
        word_count,
        body,
        tuple(attachments.splitlines()),
    )
    return Version(number, date.fromisoformat(came_on), content, remarks=remarks.get(number, ()))
