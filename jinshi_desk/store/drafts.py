"""Drafts with their units, authors and search words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from jinshi_desk.domain import drafts
from jinshi_desk.domain.drafts import Author, Category, Draft, Form, NewDraft, Source, Status
from jinshi_desk.domain.errors import UnknownDraft
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.units import Group
from jinshi_desk.store import grams, spelling
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.people import People
from jinshi_desk.store.register import TAKEN_BACK
from jinshi_desk.store.tables import DraftAuthor, DraftPartner, DraftRow
from jinshi_desk.store.tags import Tags

if TYPE_CHECKING:
    from jinshi_desk.domain.quota import Received
    from jinshi_desk.domain.scoring import ScoredDraft


@dataclass(frozen=True, slots=True)
class CountedDraft:
    """How many drafts of a lead unit's month are alike in all that counting asks."""

    unit: str
    month: Month
    category: Category
    status: Status
    source: Source
    approval_on_file: bool
    makeup: bool
    """It counts for the month before the one it was received in (补报)."""
    adopted: bool
    number: int


_READ = (
    "id, number, title, lead, category, received_on, form, source, word_count, body, makeup,"
    " approval_on_file, authors_incomplete, note, status, quota_month, status_reason, attachments,"
    " (SELECT count(*) FROM draft_version WHERE draft_version.draft = draft.id AND undone = 0) + 1"
)


_ADOPTED = "EXISTS (SELECT 1 FROM adoption WHERE adoption.draft = draft.id AND verified AND voided = '')"


class Drafts:
    """The register's drafts."""

    def __init__(self, db: DataFile, people: People, tags: Tags) -> None:
        self._db = db
        self._people = people
        self._tags = tags

    def get(self, number: str) -> Draft:
        """Return the draft called ``number``.

        Raises:
            UnknownDraft: there is none.
        """
        return self._one(number, "number", number)

    def by_id(self, draft: int) -> Draft:
        """Return the draft with this id."""
        return self._one(str(draft), "id", draft)

    def exists(self, number: str) -> bool:
        return self._db.value("SELECT 1 FROM draft WHERE number = ?", number) is not None

    def next_number(self, year: int) -> str:
        """Return the year's next running number; numbers once given are never free again."""
        last = self._db.value(
            "SELECT max(CAST(substr(number, 6) AS INTEGER)) FROM draft WHERE substr(number, 1, 4) = ?",
            f"{year:04d}",
        )
        return f"{year:04d}-{(last or 0) + 1:04d}"

    def same_title(self, units: Iterable[str], title: str) -> str | None:
        """Return the number of a living draft of one of ``units`` with the same title, punctuation apart."""
        marks = tuple(units)
        key = self._title_key(title, marks)
        if not key:
            return None
        holes = ", ".join("?" * len(marks))
        found: str | None = self._db.value(
            "SELECT number FROM draft WHERE title_key = ? AND status NOT IN ('withdrawn', 'void')"
            f" AND lead IN ({holes}) ORDER BY id",
            key,
            *marks,
        )
        return found

    def add(
        self, draft: NewDraft, number: str, month: Month, status: Status, at: str, batch: int | None = None
    ) -> int:
        """Write a new draft and return its id."""
        row = self._db.insert(
            "draft",
            **_columns(draft, self._title_key(draft.title, draft.units)),
            number=number,
            status=status.value,
            status_on=draft.received_on.isoformat(),
            quota_month=str(month),
            batch=batch,
            registered_at=at,
        )
        self._write_names(row, draft, {})
        if draft.tags:
            self._tags.write(row, draft.tags)
        self._write_words(row, number, draft)
        return row

    def revise(self, draft: Draft, new: NewDraft, month: Month) -> None:
        """Write what the form says now; number and status stay."""
        self._update(draft.id, **_columns(new, self._title_key(new.title, new.units)), quota_month=str(month))
        signed = self._signed(draft.id) if draft.lead == new.units[0] else {}
        for table in (DraftPartner, DraftAuthor):
            table.delete().where(table.draft == draft.id).bind(self._db).execute()
        self._write_names(draft.id, new, signed)
        self.set_tags(draft, new)

    def set_tags(self, draft: Draft, new: NewDraft) -> None:
        """Write the topics of a draft, which then find it too; nothing else of it."""
        self._tags.write(draft.id, new.tags)
        grams.remove(self._db, draft.id)
        self._write_words(draft.id, draft.number, new)

    def set_status(self, draft: int, status: Status, reason: str, on: date, void_month: Month | None) -> None:
        """Write where the draft stands now."""
        self._update(
            draft,
            status=status.value,
            status_reason=reason,
            status_on=on.isoformat(),
            void_month=str(void_month) if void_month else None,
        )

    def set_approval_on_file(self, draft: int, *, on_file: bool) -> None:
        """Mark the approval form as on file or missing."""
        self._update(draft, approval_on_file=int(on_file))

    def status_on(self, draft: int) -> date:
        """Return the day the present status was reached."""
        return date.fromisoformat(self._db.value("SELECT status_on FROM draft WHERE id = ?", draft))

    def scored(self, draft: Draft) -> "ScoredDraft":
        """Return what scoring asks of a draft, without its adoptions."""
        from jinshi_desk.domain.scoring import ScoredDraft

        groups = {unit: Group(group) for unit, group in self._db.rows('SELECT id, "group" FROM unit')}
        later: list[tuple[str, Group, Month]] = []
        for unit, group, since in self._db.rows(
            'SELECT unit, "group", from_month FROM unit_group ORDER BY from_month DESC'
        ):
            groups[unit] = Group(group)  # the oldest comes last: what it began as
            if unit in draft.units:
                later.insert(0, (unit, Group(group), Month.parse(since)))
        people = self._db.rows(
            "SELECT person, role, share FROM draft_author WHERE draft = ? ORDER BY position", draft.id
        )
        void_month = self._db.value("SELECT void_month FROM draft WHERE id = ?", draft.id)
        return ScoredDraft(
            id=draft.id,
            category=draft.category,
            form=draft.form,
            units=tuple((unit, groups[unit]) for unit in draft.units),
            authors=tuple((person, AuthorRole(role)) for person, role, _ in people),
            claims=(),
            authors_incomplete=draft.authors_incomplete,
            void_month=Month.parse(void_month) if void_month else None,
            regrouped=tuple(later),
            shares=tuple((person, share) for person, _, share in people if share is not None),
        )

    def counted(self, first: Month, last: Month) -> list[CountedDraft]:
        """Count the drafts from ``first`` to ``last`` by all that the quota asks; one query."""
        rows = self._db.rows(
            "SELECT lead, quota_month, category, status, source, approval_on_file,"
            " makeup AND quota_month < substr(received_on, 1, 7) AS made_up,"
            f" {_ADOPTED} AS adopted,"
            f" count(*) FROM draft WHERE quota_month BETWEEN ? AND ? AND NOT ({TAKEN_BACK})"
            " GROUP BY lead, quota_month, category, status, source, approval_on_file, made_up, adopted",
            str(first),
            str(last),
        )
        return [
            CountedDraft(
                unit=unit,
                month=Month.parse(month),
                category=Category(category),
                status=Status(status),
                source=Source(source),
                approval_on_file=bool(form),
                makeup=bool(makeup),
                adopted=bool(adopted),
                number=number,
            )
            for unit, month, category, status, source, form, makeup, adopted, number in rows
        ]

    def received(self, month: Month, unit: str | None = None) -> "list[Received]":
        """Return the drafts of ``month`` as they came in, those of one lead unit or all."""
        from jinshi_desk.domain.quota import Received

        of_unit, params = ("AND lead = ?", (unit,)) if unit is not None else ("", ())
        rows = self._db.rows(
            f"SELECT id, lead, category, status, source, approval_on_file, {_ADOPTED}, status_reason"
            f" FROM draft WHERE quota_month = ? {of_unit} AND NOT ({TAKEN_BACK}) ORDER BY received_on, id",
            str(month),
            *params,
        )
        return [
            Received(
                draft, lead, Category(category), Status(status), Source(source), bool(form), bool(ran), reason
            )
            for draft, lead, category, status, source, form, ran, reason in rows
        ]

    def joined(self, month: Month, unit: str) -> list[int]:
        """Return the ids of the month's drafts that ``unit`` sent together with another that leads."""
        rows = self._db.rows(
            "SELECT id FROM draft WHERE quota_month = ? AND id IN"
            f" (SELECT draft FROM draft_partner WHERE unit = ?) AND NOT ({TAKEN_BACK})"
            " ORDER BY received_on, id",
            str(month),
            unit,
        )
        return [draft for (draft,) in rows]

    def first_month(self) -> Month | None:
        """Return the earliest month that a draft counts for."""
        first = self._db.value(f"SELECT min(quota_month) FROM draft WHERE NOT ({TAKEN_BACK})")
        return Month.parse(first) if first else None

    def with_more_authors(self, month: Month) -> tuple[str, ...]:
        """Return the numbers of the month's drafts whose authors are not all named (某某等), by number."""
        rows = self._db.rows(
            "SELECT number FROM draft WHERE quota_month = ? AND authors_incomplete = 1"
            " AND status NOT IN ('rejected', 'withdrawn', 'void') ORDER BY number",
            str(month),
        )
        return tuple(number for (number,) in rows)

    def all_numbers(self, month: Month | None = None) -> tuple[str, ...]:
        """Return the numbers of all drafts, or of those that count for ``month``."""
        where, params = ("WHERE quota_month = ?", (str(month),)) if month else ("", ())
        return tuple(
            number for (number,) in self._db.rows(f"SELECT number FROM draft {where} ORDER BY id", *params)
        )

    def all(self, month: Month | None = None) -> list[Draft]:
        """Return all drafts, or those that count for ``month``, in the order they were filed."""
        return self._read("quota_month = ?", str(month)) if month else self._read("true")

    def joint_of(self, unit: str) -> list[Draft]:
        """Return the drafts that ``unit`` sent together with others."""
        partners = "SELECT unit FROM draft_partner WHERE draft = draft.id"
        return self._read(f"? IN ({partners}) OR lead = ? AND EXISTS ({partners})", unit, unit)

    def _one(self, name: str, column: str, value: object) -> Draft:
        found = self._read(f"{column} = ?", value)
        if not found:
            raise UnknownDraft(name)
        return found[0]

    def _read(self, condition: str, *params: object) -> list[Draft]:
        """Return the drafts that meet ``condition``; four queries, however many there are."""
        partners: defaultdict[int, list[str]] = defaultdict(list)
        authors: defaultdict[int, list[Author]] = defaultdict(list)
        tags: defaultdict[int, list[str]] = defaultdict(list)
        chosen = f"draft IN (SELECT id FROM draft WHERE {condition})"
        for draft, unit in self._db.rows(
            f"SELECT draft, unit FROM draft_partner WHERE {chosen} ORDER BY draft, position", *params
        ):
            partners[draft].append(unit)
        for draft, name, role, mark, share in self._db.rows(
            "SELECT draft, name, role, mark, share FROM draft_author JOIN person ON person.id = person"
            f" WHERE {chosen} ORDER BY draft, position",
            *params,
        ):
            authors[draft].append(Author(name, AuthorRole(role), mark, share))
        for draft, tag in self._db.rows(
            f"SELECT draft, tag FROM draft_tag WHERE {chosen} ORDER BY draft, position", *params
        ):
            tags[draft].append(tag)
        rows = self._db.rows(f"SELECT {_READ} FROM draft WHERE {condition} ORDER BY id", *params)
        return [
            _draft(row, tuple(partners[row[0]]), tuple(authors[row[0]]), tuple(tags[row[0]])) for row in rows
        ]

    def _title_key(self, title: str, units: tuple[str, ...]) -> str:
        return drafts.title_key(title, self._names(units) if drafts.has_heading(title) else ())

    def _names(self, units: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names of ``units``, those they bore, and their aliases."""
        holes = ", ".join("?" * len(units))
        rows = self._db.rows(
            f"SELECT name FROM unit WHERE id IN ({holes})"
            f" UNION SELECT alias FROM unit_alias WHERE unit IN ({holes})"
            f" UNION SELECT name FROM unit_name WHERE unit IN ({holes})",
            *units,
            *units,
            *units,
        )
        return tuple(name for (name,) in rows)

    def _update(self, draft: int, **columns: Any) -> None:
        DraftRow.update(**columns).where(DraftRow.id == draft).bind(self._db).execute()

    def _signed(self, draft: int) -> dict[tuple[str, str], int]:
        """Return who signed a draft, by name and mark: a name that stays goes on meaning the same person."""
        rows = self._db.rows(
            "SELECT name, mark, person FROM draft_author JOIN person ON person.id = person WHERE draft = ?",
            draft,
        )
        return {(name, mark): person for name, mark, person in rows}

    def _write_names(self, draft: int, new: NewDraft, signed: Mapping[tuple[str, str], int]) -> None:
        for position, unit in enumerate(new.units[1:], start=1):
            self._db.execute_sql("INSERT INTO draft_partner VALUES (?, ?, ?)", (draft, position, unit))
        for position, author in enumerate(new.authors):
            person = signed.get((author.name, author.mark)) or self._people.known(
                author.name, author.mark, new.units, new.received_on
            )
            self._db.execute_sql(
                "INSERT INTO draft_author VALUES (?, ?, ?, ?, ?)",
                (draft, position, person, author.role.value, author.share),
            )

    def _write_words(self, draft: int, number: str, new: NewDraft) -> None:
        holes = ", ".join("?" * len(new.units))
        rows = self._db.rows(
            f"SELECT name FROM unit WHERE id IN ({holes})"
            f" UNION SELECT name FROM unit_name WHERE unit IN ({holes})",
            *new.units,
            *new.units,
        )
        names = [name for (name,) in rows]
        texts = [new.title, *names, *(author.name for author in new.authors), *new.tags]
        grams.add(self._db, draft, [number, *texts, *(spelling.initials(text) for text in texts)])


def _draft(
    row: tuple[Any, ...], partners: tuple[str, ...], authors: tuple[Author, ...], tags: tuple[str, ...]
) -> Draft:
    """Return the draft behind the columns of ``_READ``."""
    number, draft_no, title, lead, category, received_on, form, source, words, body, *rest = row
    makeup, approval_on_file, authors_incomplete, note, status, month, reason, attachments, version = rest
    return Draft(
        title=title,
        units=(lead, *partners),
        category=Category(category),
        received_on=date.fromisoformat(received_on),
        authors=authors,
        form=Form(form),
        source=Source(source),
        word_count=words,
        body=body,
        makeup=bool(makeup),
        approval_on_file=bool(approval_on_file),
        authors_incomplete=bool(authors_incomplete),
        note=note,
        attachments=tuple(attachments.splitlines()),
        tags=tags,
        number=draft_no,
        id=number,
        status=Status(status),
        quota_month=Month.parse(month),
        status_reason=reason,
        version=version,
    )


def _columns(draft: NewDraft, title_key: str) -> dict[str, Any]:
    """Return the columns that the form decides."""
    return {
        "title": draft.title,
        "title_key": title_key,
        "title_pinyin": spelling.pinyin(draft.title),
        "category": draft.category.value,
        "form": draft.form.value,
        "source": draft.source.value,
        "lead": draft.units[0],
        "received_on": draft.received_on.isoformat(),
        "makeup": int(draft.makeup),
        "word_count": draft.word_count,
        "body": draft.body,
        "approval_on_file": int(draft.approval_on_file),
        "authors_incomplete": int(draft.authors_incomplete),
        "note": draft.note,
        "attachments": "\n".join(draft.attachments),
    }
