"""Plain text (.txt): which encoding it is in, and its lines."""

import codecs

from jinshi_desk.domain.errors import DamagedFile, UnknownFileKind
from jinshi_desk.intake.manuscripts import Manuscript, Paragraph
from jinshi_desk.packages import Signature, signature

_LINE_BREAKS = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\u2028": "\n", "\u2029": "\n"})


def read_text(name: str, content: bytes) -> Manuscript:
    """Return the lines of a text in UTF-8, GB18030, or UTF-16 with its mark.

    Raises:
        UnknownFileKind: the content is no text at all.
        DamagedFile: it ends in the middle of a character.
    """
    if signature(content) is not Signature.OTHER:
        raise UnknownFileKind(name)
    text = _decoded(name, content)
    if "\0" in text:
        raise UnknownFileKind(name)
    lines = text.replace("\r\n", "\n").translate(_LINE_BREAKS).split("\n")
    return Manuscript(tuple(Paragraph(line) for line in lines))


def _decoded(name: str, content: bytes) -> str:
    """Decode by mark, else as UTF-8, else as GB18030. Lone surrogates pass: they are cleaned with a note."""
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return content.decode("utf-16", "surrogatepass")
        return content.decode("utf-8", "surrogatepass").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        told = not content[: error.start].isascii()  # enough was read to know the encoding
        if told and len(content) - error.start < 4 and error.reason in _CUT_SHORT:
            raise DamagedFile(name) from error
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError as error:
        raise UnknownFileKind(name) from error


_CUT_SHORT = frozenset({"unexpected end of data", "truncated data"})
