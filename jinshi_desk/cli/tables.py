"""Plain text tables for a terminal, Chinese characters counted as two columns wide."""

import unicodedata
from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return ``rows`` under ``head``, columns aligned."""
    lines = [list(head), *([_text(value) for value in row] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(_padded, line, widths)).rstrip() for line in lines)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _text(value: object) -> str:
    match value:
        case None:
            return "—"
        case bool():
            return "是" if value else "否"
        case list():
            return "、".join(map(_text, value))
        case dict():
            return " ".join(str(each) for each in value.values() if each is not None)
    return str(value)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
