"""Reading .csv: GB18030 as the office's programs write it, UTF-8 with and without mark, UTF-16 with tabs."""

import codecs
import csv
import io
import re

from jinshi_desk.domain.errors import DamagedFile, NotAWorkbook
from jinshi_desk.sheets.grids import Grid, Progress, TooMuch, Value

_OTHER_KINDS = ("<", "%PDF", "{\\rtf", "PK")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_AS_TEXT = re.compile(r'="?(.*?)"?\Z', re.DOTALL)


def read_csv(file: str, content: bytes, progress: Progress) -> tuple[Grid, ...]:
    """Return the one sheet of a text file; it is called like the file.

    Raises:
        NotAWorkbook: it is no text, or text of another kind (a web page, say).
        DamagedFile: it breaks off inside a character, or a field never ends.
        OversizedFile: it has more cells than we accept.
    """
    text = _decode(file, content)
    if text.lstrip().startswith(_OTHER_KINDS) or _CONTROL.search(text):
        raise NotAWorkbook(file)
    first_lines = text[:4000]
    separator = max(",\t;", key=first_lines.count)
    rows: dict[int, dict[int, Value]] = {}
    last: dict[int, Value] = {}
    size = TooMuch(file)
    try:
        for number, fields in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1
        ):
            filled: dict[int, Value] = {
                column: _bare(field) for column, field in enumerate(fields, start=1) if field.strip()
            }
            if filled:
                rows[number] = filled
                size.add(filled)
                last = filled
            if number % 1000 == 0:
                progress.step(number, number, file)
    except csv.Error:
        raise DamagedFile(file) from None
    if text.count('"') % 2 and any("\n" in str(value) for value in last.values()):
        raise DamagedFile(file)  # a quote that nobody closed has swallowed the rest
    name = file.rsplit(".", 1)[0]
    return (Grid(name, rows, textual=True),)


def _decode(file: str, content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    breaks_off = False
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            breaks_off |= error.start >= len(content) - 3 > 0
    if breaks_off:
        raise DamagedFile(file)
    raise NotAWorkbook(file)


def _bare(field: str) -> str:
    """Return a field without the ``="…"`` that keeps a spreadsheet from reading it as a number."""
    if not field.startswith("="):
        return field
    found = _AS_TEXT.match(field)
    return found[1] if found else field
