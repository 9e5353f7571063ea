"""Files from outside, looked at before they are trusted: bounded, whole, not encrypted, no entities.

.docx and .xlsx are zip packages of XML; the old .doc and .xls, and every encrypted one, are OLE files.
The content decides which it is, never the name.
"""

import io
import struct
import zlib
from enum import StrEnum
from pathlib import Path
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jinshi_desk.domain.errors import (
    CannotRead,
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    FolderGiven,
    OversizedFile,
)
from jinshi_desk.safe_files import cause

MEGABYTE = 1 << 20
FILE_LIMIT = 100 * MEGABYTE
UNPACKED_LIMIT = 200 * MEGABYTE
PART_COUNT_LIMIT = 10_000

UNREADABLE = (BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, ValueError, KeyError)
"""What ``zipfile`` raises on a damaged package, when opening it or later when reading a part."""

_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_PART = 0x1


class Signature(StrEnum):
    """What the first bytes say a file is."""

    ZIP = "zip"
    OLE = "ole"
    OTHER = "other"


def read_file(path: Path, limit: int = FILE_LIMIT) -> bytes:
    """Return the whole content; the file is not kept open.

    Raises:
        FolderGiven, CannotRead, EmptyFile, OversizedFile: as their names say.
    """
    if path.is_dir():
        raise FolderGiven(path)
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise CannotRead(str(path), cause(error)) from error
    if not content:
        raise EmptyFile(path.name)
    if len(content) > limit:
        raise OversizedFile(path.name, _size(limit))
    return content


def signature(content: bytes) -> Signature:
    """Tell what ``content`` is by its first bytes."""
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return Signature.ZIP
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Signature.OLE
    return Signature.OTHER


def is_encrypted_office(content: bytes) -> bool:
    """Tell whether an OLE file wraps a .docx or .xlsx that has a password."""
    return signature(content) is Signature.OLE and _ENCRYPTED_STREAM in content


def open_package(name: str, content: bytes, unpacked_limit: int = UNPACKED_LIMIT) -> ZipFile:
    """Return the zip in ``content``, known to be safe to unpack. ``name`` is the file's, for the sentences.

    ``zipfile`` never gives more of a part than its declared size, so that bounding the declared sizes
    bounds what is unpacked. Reading a part can still raise one of ``UNREADABLE``.

    Raises:
        EncryptedFile: a password is wanted.
        OversizedFile: it would unpack to more than ``unpacked_limit`` bytes, or to too many parts.
        DamagedFile: it is not a whole zip, or one of its XML parts has a document type of its own.
    """
    if is_encrypted_office(content):
        raise EncryptedFile(name)
    try:
        package = ZipFile(io.BytesIO(content))
    except UNREADABLE as error:
        raise DamagedFile(name) from error
    parts = package.infolist()
    if any(part.flag_bits & _ENCRYPTED_PART for part in parts):
        raise EncryptedFile(name)
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise DamagedFile(name)
    if len(parts) > PART_COUNT_LIMIT or sum(part.file_size for part in parts) > unpacked_limit:
        raise OversizedFile(name, _size(unpacked_limit))
    try:
        for part in parts:
            _refuse_doctype(package, part)
    except UNREADABLE as error:
        raise DamagedFile(name) from error
    return package


def _size(limit: int) -> str:
    return f"{limit // MEGABYTE} MB" if limit >= MEGABYTE else f"{limit // 1024} KB"


class _RootReached(Exception):  # not an error: the part's head is harmless
    """The root element begins: nothing after it can declare an entity."""


def _refuse_doctype(package: ZipFile, part: ZipInfo) -> None:
    """Read the head of a part as far as its root element; any part may be XML, whatever it is called.

    Office parts have no document type; one that has means to expand entities or to reach for other files.
    """

    def on_doctype(*_: object) -> None:
        raise BadZipFile(part.filename)

    def on_root(*_: object) -> None:
        raise _RootReached

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = on_doctype
    parser.StartElementHandler = on_root
    with package.open(part) as file:
        try:
            while block := file.read(4096):
                parser.Parse(block)
            parser.Parse(b"", True)  # noqa: FBT003  # expat takes its end mark by position
        except _RootReached:
            return
        except expat.ExpatError as error:
            if part.filename.lower().endswith((".xml", ".rels")):
                raise BadZipFile(part.filename) from error
