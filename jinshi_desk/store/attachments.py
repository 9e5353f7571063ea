"""Files that belong to approval forms: a row here, the content beside the data file under its hash."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinshi_desk.domain.approval_forms import AttachmentRole, FileKind
from jinshi_desk.domain.errors import (
    CannotRead,
    CannotWrite,
    EmptyFile,
    OversizedAttachment,
    UnknownFileContent,
    WrongFileName,
)
from jinshi_desk.safe_files import cause, replace_file
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import AttachmentRow

SIZE_LIMIT = 20 * 1024 * 1024
"""Bytes; a scan of one page in colour at 300 dpi is some two million."""

_SIGNATURE = {FileKind.PNG: b"\x89PNG\r\n\x1a\n", FileKind.JPEG: b"\xff\xd8\xff", FileKind.PDF: b"%PDF-"}
_SUFFIXES = {
    FileKind.PNG: (".png",),
    FileKind.JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    FileKind.PDF: (".pdf",),
}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the folder; ``sha256`` is its name there."""

    name: str
    kind: FileKind
    size: int
    sha256: str


class Attachments:
    """The rows, and the folder beside the data file."""

    def __init__(self, db: DataFile) -> None:
        self._db = db
        self.folder = db.file.with_name(f"{db.file.stem}.附件")

    def keep(self, file: Path) -> StoredFile:
        """Copy a file into the folder, whole or not at all; content that is there is not written again.

        Raises:
            CannotRead, EmptyFile, OversizedAttachment: it can't be taken in.
            UnknownFileContent: it is no picture and no PDF.
            WrongFileName: it is not what its name says.
            CannotWrite: the folder can't be written to.
        """
        content = _content(file)
        kind = _kind(file, content)
        stored = StoredFile(file.name, kind, len(content), hashlib.sha256(content).hexdigest())
        place = self.place(stored.sha256, kind)
        if not (place.is_file() and _sha256(place) == stored.sha256):
            _make_folder(place.parent)
            with replace_file(place) as draft:
                draft.write_bytes(content)
        return stored

    def place(self, sha256: str, kind: FileKind) -> Path:
        """Return where content of this hash lies."""
        return self.folder / sha256[:2] / f"{sha256}{_SUFFIXES[kind][0]}"

    def add(self, approval: int, role: AttachmentRole, stored: StoredFile, on: date) -> int:
        """Write that a kept file belongs to a form; return the row's id."""
        return self._db.insert(
            "attachment",
            approval=approval,
            role=role.value,
            name=stored.name,
            kind=stored.kind.value,
            size=stored.size,
            sha256=stored.sha256,
            added_on=on.isoformat(),
        )

    def void(self, attachment: int, reason: str) -> None:
        """Take a file off its form; no reason puts it back. The content stays."""
        AttachmentRow.update(voided=reason).where(AttachmentRow.id == attachment).bind(self._db).execute()

    def faults(self) -> Iterator[str]:
        """Yield the files that are missing or not what they were, by form and name."""
        rows = self._db.rows(
            "SELECT number, name, attachment.kind, sha256 FROM attachment"
            " JOIN approval ON approval.id = approval WHERE attachment.voided = '' ORDER BY attachment.id"
        )
        for number, name, kind, sha256 in rows:
            place = self.place(sha256, FileKind(kind))
            if not place.is_file():
                yield f"{number} {name} 不见了"
            elif _sha256(place) != sha256:
                yield f"{number} {name} 被改动过"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(folder.name, cause(error)) from error


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise CannotRead(file.name, cause(error)) from error
    if len(content) > SIZE_LIMIT:
        raise OversizedAttachment(file.name, SIZE_LIMIT // (1024 * 1024))
    if not content:
        raise EmptyFile(file.name)
    return content


def _kind(file: Path, content: bytes) -> FileKind:
    kind = next((kind for kind, start in _SIGNATURE.items() if content.startswith(start)), None)
    if kind is None:
        raise UnknownFileContent(file.name)
    if file.suffix.lower() not in _SUFFIXES[kind]:
        raise WrongFileName(file.name, kind.name)
    return kind


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
