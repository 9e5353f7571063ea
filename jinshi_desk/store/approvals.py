"""Approval forms with their drafts, signatures and prints."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jinshi_desk.domain.approval_forms import (
    Approval,
    Article,
    Facts,
    Release,
)
from jinshi_desk.domain.approvals import FormKind, NewSignature, Step
from jinshi_desk.domain.errors import UnknownApproval
from jinshi_desk.domain.months import Month
from jinshi_desk.store import form_facts
from jinshi_desk.store.approval_reader import ApprovalReader
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import ApprovalDraft, ApprovalRow, ApprovalSignature

_READ = "SELECT id, kind, number, month, opened_on, facts, binder, released, voided FROM approval"
_BARE = "upper(replace(replace(replace(number, '-', ''), '〔', ''), '〕', ''))"
_FEW = 400
"""Ids bound to one query."""


@dataclass(frozen=True, slots=True)
class NewApproval:
    """A form as it is opened, its number given."""

    kind: FormKind
    number: str
    scope: str
    seq: int
    month: Month
    opened_on: date
    facts: Facts
    articles: tuple[Article, ...]


class Approvals:
    """Every form that was ever given a number."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, number: str) -> Approval:
        """Return the form called ``number``.

        Raises:
            UnknownApproval: there is none.
        """
        found = self._found("WHERE number = ?", number)
        if not found:
            raise UnknownApproval(number)
        return found[0]

    def by_id(self, approval: int) -> Approval:
        """Return the form with this id."""
        return self._found("WHERE id = ?", approval)[0]

    def all(self, month: Month | None = None) -> list[Approval]:
        """Return every form, or those whose number is from ``month``, in the order they were opened."""
        if month is None:
            return self._found("ORDER BY id")
        return self._found("WHERE month = ? ORDER BY id", str(month))

    def of_draft(self, draft: int) -> list[Approval]:
        """Return the forms that a draft is on, void ones included, oldest first."""
        mine = "SELECT approval FROM approval_draft WHERE draft = ?"
        return self._found(f"WHERE id IN ({mine}) ORDER BY id", draft)

    def drafts_on(self, numbers: Sequence[str]) -> list[int]:
        """Return the ids of the drafts on these forms, form by form."""
        holes = ", ".join("?" * len(numbers))
        rows = self._db.rows(
            "SELECT draft FROM approval_draft JOIN approval ON approval.id = approval"
            f" WHERE number IN ({holes}) ORDER BY approval.id, position",
            *numbers,
        )
        return list(dict.fromkeys(draft for (draft,) in rows))

    def unreleased(self, since: date) -> list[Approval]:
        """Return the forms opened from ``since`` on that are neither void nor have gone out.

        Forms A that were received are left out: nothing more is signed on them.
        """
        received = (
            "SELECT 1 FROM approval_signature WHERE approval = approval.id AND step = 'reception'"
            " AND ruling = 'passed' AND withdrawn = ''"
        )
        return self._found(
            "WHERE opened_on >= ? AND voided = '' AND released IS NULL"
            f" AND NOT EXISTS ({received}) ORDER BY id",
            since.isoformat(),
        )

    def named(self, words: str) -> list[str]:
        """Return at most 12 numbers that contain ``words``, brackets and dashes apart, the newest first."""
        typed = "".join(filter(str.isalnum, words)).upper()
        if not typed:
            return []
        rows = self._db.rows(
            f"SELECT number FROM approval WHERE instr({_BARE}, ?) > 0"
            f" ORDER BY {_BARE} = ? DESC, id DESC LIMIT 12",
            typed,
            typed,
        )
        return [number for (number,) in rows]

    def numbers(self) -> list[tuple[FormKind, str]]:
        """Return every number that was ever given, with the kind of its form."""
        return [
            (FormKind(kind), number) for kind, number in self._db.rows("SELECT kind, number FROM approval")
        ]

    def add(self, new: NewApproval) -> int:
        """Write a new form and return its id."""
        row = self._db.insert(
            "approval",
            kind=new.kind.value,
            number=new.number,
            scope=new.scope,
            seq=new.seq,
            month=str(new.month),
            opened_on=new.opened_on.isoformat(),
            facts=form_facts.written(new.facts),
        )
        self.set_articles(row, new.articles)
        return row

    def fill(self, approval: int, facts: Facts) -> None:
        """Write what the form says beside its drafts."""
        self._update(approval, facts=form_facts.written(facts))

    def set_articles(self, approval: int, articles: Iterable[Article]) -> None:
        """Write which drafts are on the form, and what its lines add."""
        ApprovalDraft.delete().where(ApprovalDraft.approval == approval).bind(self._db).execute()
        for position, article in enumerate(articles):
            self._db.insert(
                "approval_draft",
                approval=approval,
                position=position,
                draft=article.draft,
                push_column=article.column,
                photos=article.photos,
                videos=article.videos,
                reprinted_from=article.reprinted_from,
            )

    def set_binder(self, approval: int, place: str) -> None:
        """Write where the signed paper is kept."""
        self._update(approval, binder=place)

    def set_release(self, approval: int, release: Release | None) -> None:
        """Write when and through what it went out; none takes that back."""
        self._update(approval, released=form_facts.written(release) if release else None)

    def void(self, approval: int, reason: str) -> None:
        """Void; no reason makes it stand again."""
        self._update(approval, voided=reason)

    def sign(self, approval: int, new: NewSignature, content: str, by: str, at: str) -> int:
        """Write a signature and return its id."""
        return self._db.insert(
            "approval_signature",
            approval=approval,
            step=new.step.value,
            signer=new.signer,
            ruling=new.ruling.value,
            opinion=new.opinion,
            signed_on=new.signed_on.isoformat(),
            same_person=new.same_person,
            content=content,
            recorded_by=by,
            recorded_at=at,
        )

    def withdraw(self, signature: int, reason: str) -> None:
        """Take a signature back; no reason makes it stand again."""
        ApprovalSignature.update(withdrawn=reason).where(ApprovalSignature.id == signature).bind(
            self._db
        ).execute()

    def print(self, approval: int, on: date, copies: int, content: str) -> None:
        """Write that the form was printed."""
        self._db.insert(
            "approval_print", approval=approval, printed_on=on.isoformat(), copies=copies, content=content
        )

    def last_signer(self, step: Step, kind: FormKind, unit: str | None = None) -> str:
        """Return who signed this step last on a form of this kind, of ``unit`` where one is named."""
        found: str | None = self._db.value(
            "SELECT signer FROM approval_signature JOIN approval ON approval.id = approval"
            f" WHERE step = ? AND kind = ? AND withdrawn = '' AND {_of(unit)}"
            " ORDER BY approval_signature.id DESC LIMIT 1",
            step.value,
            kind.value,
            *((unit,) if unit else ()),
        )
        return found or ""

    def last_facts(self, kind: FormKind, unit: str | None = None) -> Facts | None:
        """Return what the last form of this kind said, of ``unit`` where one is named."""
        text = self._db.value(
            f"SELECT facts FROM approval WHERE kind = ? AND voided = '' AND {_of(unit)}"
            " ORDER BY approval.id DESC LIMIT 1",
            kind.value,
            *((unit,) if unit else ()),
        )
        return form_facts.facts(kind, text) if text else None

    def last_push(self, year: int) -> int:
        """Return the highest 第几次 of the year's pushes."""
        found = self._db.value(
            "SELECT max(json_extract(facts, '$.push_number')) FROM approval"
            " WHERE kind = 'C' AND voided = '' AND month BETWEEN ? AND ?",
            f"{year:04d}-01",
            f"{year:04d}-12",
        )
        return found or 0

    def _update(self, approval: int, **columns: Any) -> None:
        ApprovalRow.update(**columns).where(ApprovalRow.id == approval).bind(self._db).execute()

    def _found(self, where: str, *params: object) -> list[Approval]:
        rows = self._db.rows(f"{_READ} {where}", *params)
        found: list[Approval] = []
        for start in range(0, len(rows), _FEW):
            found += ApprovalReader(self._db, rows[start : start + _FEW]).approvals()
        return found


def _of(unit: str | None) -> str:
    """Return the condition that a form is of a unit, which is bound; of any, where none is named."""
    mine = "SELECT approval FROM approval_draft JOIN draft ON draft.id = draft WHERE lead = ?"
    return f"approval.id IN ({mine})" if unit else "true"
