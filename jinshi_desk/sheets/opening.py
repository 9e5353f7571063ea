"""Opening a file by what it is, not by what it is called."""

import hashlib
from pathlib import Path

from jinshi_desk.domain.errors import EmptyFile, EncryptedFile, NotAWorkbook
from jinshi_desk.packages import Signature, is_encrypted_office, read_file, signature
from jinshi_desk.sheets.csv_text import read_csv
from jinshi_desk.sheets.grids import Grid, Progress, Workbook
from jinshi_desk.sheets.tables import tables

_BARE_BIFF = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x00\x04\x00")
"""How .xls of Excel 2 to 5 begin, which are not wrapped in OLE."""
_BOOK_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def open_workbook(path: Path, progress: Progress) -> Workbook:
    """Read every sheet of ``path`` into memory, in bounded time and space; each of its tables is a grid.

    Raises:
        CannotRead: the machine does not let us read it.
        EmptyFile, OversizedFile, NotAWorkbook, EncryptedFile, DamagedFile: what the file is instead.
    """
    file, content = path.name, read_file(path)
    if not content.strip(b"\0 \t\r\n"):
        raise EmptyFile(file)
    grids = tuple(table for grid in _grids(file, content, progress) for table in tables(grid))
    if not any(grid.rows for grid in grids):
        raise EmptyFile(file)
    return Workbook(file, hashlib.sha256(content).hexdigest(), grids)


def _grids(file: str, content: bytes, progress: Progress) -> tuple[Grid, ...]:
    # each reader's library is loaded only when a file wants it
    kind = signature(content)
    if kind is Signature.ZIP:
        from jinshi_desk.sheets.xlsx import read_xlsx

        return read_xlsx(file, content, progress)
    if is_encrypted_office(content):
        raise EncryptedFile(file)
    if kind is Signature.OLE and not any(name in content for name in _BOOK_STREAMS):
        raise NotAWorkbook(file)
    if kind is Signature.OLE or content.startswith(_BARE_BIFF):
        from jinshi_desk.sheets.xls import read_xls

        return read_xls(file, content, progress)
    return read_csv(file, content, progress)
