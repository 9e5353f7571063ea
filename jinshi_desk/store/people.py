"""Who is meant by the name under a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.errors import Namesakes
from jinshi_desk.domain.people import label
from jinshi_desk.store import spelling
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import PersonRow, PostRow


@dataclass(frozen=True, slots=True)
class Meant:
    """Who a name may mean, labels by id; ``there`` tells whether they work there that day."""

    people: dict[int, str]
    there: bool = True


class People:
    """The records that drafts and entries name; several may be joined to one person."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def one(self, at: str | None = None) -> dict[int, int]:
        """Return who each joined record is, by its id; the others stand for themselves.

        With ``at`` it is what was known at that time, as it is written in the file.
        """
        joins: dict[int, int] = dict(
            self._db.rows("SELECT person, one FROM person_join WHERE parted_at IS NULL")
            if at is None
            else self._db.rows(
                "SELECT person, one FROM person_join"
                " WHERE joined_at <= ? AND coalesce(parted_at, '9999') > ? ORDER BY id",
                at,
                at,
            )
        )
        return {person: _last(person, joins) for person in joins}

    def label(self, person: int) -> str:
        """Return the name of a record, with what tells it from a namesake."""
        ((name, mark),) = self._db.rows("SELECT name, mark FROM person WHERE id = ?", person)
        return label(name, mark)

    def meant(self, name: str, mark: str, units: Sequence[str], day: date) -> Meant:
        """Return who ``name`` under a draft of ``units``, the lead first, may mean on ``day``.

        That is who works for one of them that day; else who left it last, or is to come. A mark that nobody
        has says nothing.
        """
        rows = self._db.rows(
            "SELECT person.id, mark, unit, coalesce(since_on, ''), coalesce(until_on, '9999')"
            " FROM person JOIN post ON post.person = person.id WHERE name = ? ORDER BY person.id",
            name,
        )
        one = self.one() if rows else {}
        posts = [
            _Found(one.get(person, person), label(name, its_mark), its_mark, units.index(unit), since, until)
            for person, its_mark, unit, since, until in rows
            if unit in units
        ]
        posts = [post for post in posts if mark and post.mark == mark] or posts
        today = day.isoformat()
        there = [post for post in posts if post.since <= today <= post.until]
        if there:
            first = min(post.place for post in there)
            return Meant({post.person: post.label for post in there if post.place == first})
        near = max(posts, key=lambda post: (-post.place, post.until), default=None)
        return Meant({near.person: near.label}, there=False) if near else Meant({})

    def known(self, name: str, mark: str, units: Sequence[str], day: date) -> int:
        """Return the id of who is meant, written down at the lead unit on first sight.

        Raises:
            Namesakes: several may be meant.
        """
        found = self.meant(name, mark, units, day).people
        if len(found) > 1:
            raise Namesakes(name, "、".join(found.values()))
        if found:
            return next(iter(found))
        spelled = {"pinyin": spelling.pinyin(name), "initials": spelling.initials(name)}
        person: int = PersonRow.insert(name=name, **spelled).bind(self._db).execute()
        PostRow.insert(person=person, unit=units[0]).bind(self._db).execute()
        return person

    def names(self) -> frozenset[str]:
        """Return every name there is, and every label that has a mark."""
        rows = self._db.rows("SELECT name, mark FROM person")
        return frozenset(text for name, mark in rows for text in (name, label(name, mark)))

    def spelled(self, unit: str, day: date) -> list[tuple[int, str, str, str]]:
        """Return id, label, pinyin and initials of everybody, those of ``unit`` first, who left last."""
        rows = self._db.rows(
            "SELECT person.id, name, mark, pinyin, initials,"
            " max(unit = ? AND coalesce(until_on, '9999') >= ?) AS here,"
            " max(coalesce(until_on, '9999')) AS last"
            " FROM person JOIN post ON post.person = person.id"
            " WHERE person.id NOT IN (SELECT person FROM person_join WHERE parted_at IS NULL)"
            " GROUP BY person.id ORDER BY here DESC, last >= ? DESC, pinyin, person.id",
            unit,
            day.isoformat(),
            day.isoformat(),
        )
        return [(person, label(name, mark), full, short) for person, name, mark, full, short, *_ in rows]


@dataclass(frozen=True, slots=True)
class _Found:
    """A post of somebody with the name; ``place`` is that of its unit on the draft."""

    person: int
    label: str
    mark: str
    place: int
    since: str
    until: str


def _last(person: int, joins: dict[int, int]) -> int:
    """Follow ``joins`` to their end."""
    while person in joins:
        person = joins[person]
    return person
