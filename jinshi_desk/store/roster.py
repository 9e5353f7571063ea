"""People with their posts and duties, and which records are one person."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from jinshi_desk.domain.roster import Duty, Person, Post, Term
from jinshi_desk.store import grams, spelling
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.people import People
from jinshi_desk.store.tables import DutyRow, PersonJoinRow, PersonRow, PostRow


class Roster:
    """The roster (名册)."""

    def __init__(self, db: DataFile, people: People) -> None:
        self._db = db
        self._people = people

    def all(self) -> tuple[Person, ...]:
        """Return everybody, by name; joined records are part of whom they are joined to."""
        return self._read("", ())

    def at(self, unit: str) -> tuple[Person, ...]:
        """Return everybody who ever worked in ``unit`` or answered for something there, by name."""
        one = self._people.one()
        found = {
            one.get(person, person)
            for (person,) in self._db.rows(
                "SELECT person FROM post WHERE unit = ? UNION SELECT person FROM duty WHERE unit = ?",
                unit,
                unit,
            )
        }
        found |= {person for person, its in one.items() if its in found}
        return self._read(f"WHERE {{}} IN ({', '.join('?' * len(found))})", tuple(found))

    def _read(self, condition: str, params: tuple[int, ...]) -> tuple[Person, ...]:
        """Return the people that meet ``condition``, with a hole for the column that names a record."""
        of, one = condition.format("person"), self._people.one()
        records: defaultdict[int, list[int]] = defaultdict(list)
        for (person,) in self._db.rows("SELECT person FROM person_join WHERE parted_at IS NULL ORDER BY id"):
            records[one[person]].append(person)
        posts: defaultdict[int, list[Post]] = defaultdict(list)
        for person, unit, since, until, phone in self._db.rows(
            "SELECT person, unit, since_on, until_on, phone"
            f" FROM post {of} ORDER BY coalesce(since_on, ''), id",
            *params,
        ):
            posts[one.get(person, person)].append(Post(_day(since), _day(until), unit, phone, person))
        terms: defaultdict[int, list[Term]] = defaultdict(list)
        for person, unit, duty, since, until in self._db.rows(
            "SELECT person, unit, duty, since_on, until_on"
            f" FROM duty {of} ORDER BY coalesce(since_on, ''), id",
            *params,
        ):
            terms[one.get(person, person)].append(Term(_day(since), _day(until), unit, Duty(duty), person))
        return tuple(
            Person(
                person, name, tuple(posts[person]), tuple(terms[person]), mark, mobile, tuple(records[person])
            )
            for person, name, mark, mobile in self._db.rows(
                f"SELECT id, name, mark, mobile FROM person {condition.format('id')} ORDER BY pinyin, id",
                *params,
            )
            if person not in one
        )

    def held(self, day: date) -> list[tuple[str, Duty]]:
        """Return unit and duty of every term on ``day``."""
        rows = self._db.rows(
            "SELECT unit, duty FROM duty"
            " WHERE coalesce(since_on, '') <= ? AND coalesce(until_on, '9999') >= ?",
            day.isoformat(),
            day.isoformat(),
        )
        return [(unit, Duty(duty)) for unit, duty in rows]

    def has_begun(self) -> bool:
        """Tell whether anybody was ever appointed to anything."""
        return self._db.value("SELECT 1 FROM duty LIMIT 1") is not None

    def spellings(self) -> dict[int, tuple[str, str]]:
        """Return pinyin and initials of everybody by id."""
        rows = self._db.rows("SELECT id, pinyin, initials FROM person")
        return {person: (full, short) for person, full, short in rows}

    def add(self, person: Person) -> int:
        """Write somebody down and return the id."""
        row: int = PersonRow.insert(**_columns(person)).bind(self._db).execute()
        self._write_spans(person, row)
        return row

    def revise(self, person: Person) -> None:
        """Write what is known of ``person`` now; drafts are found by a new name too."""
        known = self._db.value("SELECT name FROM person WHERE id = ?", person.id)
        PersonRow.update(**_columns(person)).where(PersonRow.id == person.id).bind(self._db).execute()
        for table in (PostRow, DutyRow):
            table.delete().where(table.person.in_((person.id, *person.joined))).bind(self._db).execute()
        self._write_spans(person, person.id)
        if known != person.name:
            grams.extend(self._db, self._drafts_of(person.id), (person.name, spelling.initials(person.name)))

    def remove(self, person: int) -> bool:
        """Take somebody back, unless a draft or an entry names them; tell whether they are gone."""
        with self._db.unless_in_use():
            for own in (PostRow, DutyRow):
                own.delete().where(own.person == person).bind(self._db).execute()
            PersonRow.delete().where(PersonRow.id == person).bind(self._db).execute()
        return self._db.value("SELECT 1 FROM person WHERE id = ?", person) is None

    def join(self, person: int, one: int, reason: str, at: str) -> None:
        """Note that ``person`` is ``one``."""
        PersonJoinRow.insert(person=person, one=one, reason=reason, joined_at=at).bind(self._db).execute()

    def part(self, person: int, at: str) -> None:
        """Note that a joined record is somebody else after all."""
        live = (PersonJoinRow.person == person) & PersonJoinRow.parted_at.is_null()
        PersonJoinRow.update(parted_at=at).where(live).bind(self._db).execute()

    def joins(self) -> dict[int, tuple[str, str, str]]:
        """Return name, reason and time of every record that is joined now, by its id."""
        rows = self._db.rows(
            "SELECT person, name, reason, joined_at FROM person_join JOIN person ON person.id = person"
            " WHERE parted_at IS NULL"
        )
        return {person: (name, reason, at) for person, name, reason, at in rows}

    def together(self, one: Iterable[int], other: Iterable[int]) -> str | None:
        """Return the number of a draft that both signed, as two people do."""
        first, second = ", ".join(map(str, one)), ", ".join(map(str, other))
        number: str | None = self._db.value(
            "SELECT number FROM draft WHERE id IN (SELECT draft FROM draft_author"
            f" WHERE person IN ({first}) INTERSECT SELECT draft FROM draft_author WHERE person IN ({second}))"
            " ORDER BY id"
        )
        return number

    def _write_spans(self, person: Person, row: int) -> None:
        """Write posts and terms, each with the record it was written for."""
        owners = {person.id, *person.joined} if person.id else set()
        for post in person.posts:
            PostRow.insert(
                person=post.of if post.of in owners else row,
                unit=post.unit,
                since_on=_text(post.since),
                until_on=_text(post.until),
                phone=post.phone,
            ).bind(self._db).execute()
        for term in person.terms:
            DutyRow.insert(
                person=term.of if term.of in owners else row,
                unit=term.unit,
                duty=term.duty.value,
                since_on=_text(term.since),
                until_on=_text(term.until),
            ).bind(self._db).execute()

    def _drafts_of(self, person: int) -> list[int]:
        rows = self._db.rows("SELECT DISTINCT draft FROM draft_author WHERE person = ?", person)
        return [draft for (draft,) in rows]


def _columns(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "mark": person.mark,
        "mobile": person.mobile,
        "pinyin": spelling.pinyin(person.name),
        "initials": spelling.initials(person.name),
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
