"""Approval forms read whole: their drafts, signatures, prints and files by one query each."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from jinshi_desk.domain.approval_forms import Approval, Article, Attachment, AttachmentRole, FileKind, Print
from jinshi_desk.domain.approvals import FormKind, Ruling, Signature, Step, content_hash
from jinshi_desk.domain.months import Month
from jinshi_desk.store import form_facts
from jinshi_desk.store.connection import DataFile

_Text = tuple[str, str, tuple[str, ...]]
"""Title, text and pictures."""


class ApprovalReader:
    """Reads a handful of forms whole: four queries, however many there are."""

    def __init__(self, db: DataFile, rows: Sequence[tuple[Any, ...]]) -> None:
        self._db = db
        self._rows = rows
        self._ids = tuple(row[0] for row in rows)
        self._holes = ", ".join("?" * len(rows))

    def approvals(self) -> list[Approval]:
        articles, texts = self._articles()
        signatures, prints, attachments = self._signatures(), self._prints(), self._attachments()
        found: list[Approval] = []
        for row, kind, number, month, opened_on, facts, binder, released, voided in self._rows:
            form = FormKind(kind)
            pictures = sorted(each.sha256 for each in attachments[row] if each.role is AttachmentRole.PICTURE)
            pieces = texts[row] + ([("", "", tuple(pictures))] if pictures else [])
            found.append(
                Approval(
                    id=row,
                    number=number,
                    kind=form,
                    month=Month.parse(month),
                    opened_on=date.fromisoformat(opened_on),
                    facts=form_facts.facts(form, facts),
                    articles=tuple(articles[row]),
                    content=content_hash(pieces),
                    signatures=tuple(signatures[row]),
                    prints=tuple(prints[row]),
                    attachments=tuple(attachments[row]),
                    binder=binder,
                    release=form_facts.release(released),
                    voided=voided,
                )
            )
        return found

    def _articles(self) -> tuple[defaultdict[int, list[Article]], defaultdict[int, list[_Text]]]:
        articles: defaultdict[int, list[Article]] = defaultdict(list)
        texts: defaultdict[int, list[_Text]] = defaultdict(list)
        for form, draft, number, title, body, names, lead, *line in self._of_these(
            "SELECT approval, draft, number, title, body, attachments, lead, push_column, photos,"
            " videos, reprinted_from, status IN ('void', 'withdrawn')"
            " FROM approval_draft JOIN draft ON draft.id = draft"
            " WHERE approval IN ({}) ORDER BY approval, position"
        ):
            column, photos, videos, source, gone = line
            articles[form].append(
                Article(draft, number, title, lead, column, photos, videos, source, bool(gone))
            )
            texts[form].append((title, body, tuple(names.splitlines())))
        return articles, texts

    def _signatures(self) -> defaultdict[int, list[Signature]]:
        found: defaultdict[int, list[Signature]] = defaultdict(list)
        for form, number, step, signer, ruling, opinion, signed_on, same, *rest in self._of_these(
            "SELECT approval, id, step, signer, ruling, opinion, signed_on, same_person, content,"
            " recorded_by, recorded_at, withdrawn FROM approval_signature WHERE approval IN ({}) ORDER BY id"
        ):
            content, by, at, withdrawn = rest
            found[form].append(
                Signature(
                    Step(step),
                    signer,
                    date.fromisoformat(signed_on),
                    Ruling(ruling),
                    opinion,
                    same,
                    id=number,
                    content=content,
                    recorded_by=by,
                    recorded_at=at,
                    withdrawn=withdrawn,
                )
            )
        return found

    def _prints(self) -> defaultdict[int, list[Print]]:
        found: defaultdict[int, list[Print]] = defaultdict(list)
        for form, on, copies, content in self._of_these(
            "SELECT approval, printed_on, copies, content FROM approval_print"
            " WHERE approval IN ({}) ORDER BY id"
        ):
            found[form].append(Print(date.fromisoformat(on), copies, content))
        return found

    def _attachments(self) -> defaultdict[int, list[Attachment]]:
        found: defaultdict[int, list[Attachment]] = defaultdict(list)
        for form, number, role, name, kind, size, sha256 in self._of_these(
            "SELECT approval, id, role, name, kind, size, sha256 FROM attachment"
            " WHERE approval IN ({}) AND voided = '' ORDER BY id"
        ):
            found[form].append(Attachment(number, AttachmentRole(role), name, FileKind(kind), size, sha256))
        return found

    def _of_these(self, sql: str) -> list[tuple[Any, ...]]:
        return self._db.rows(sql.format(self._holes), *self._ids)
