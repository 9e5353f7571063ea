"""Where in a rule file something stands, and what is wrong with a line that can't be read."""

import re
from tomllib import TOMLDecodeError

_TABLE = re.compile(r"\s*\[+\s*([\w.\-]+)\s*\]")
_KEY = re.compile(r"\s*([\w.\-]+)\s*=")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_FAULTS = (
    ("Cannot ", "twice"),
    ("Duplicate inline table key", "twice"),
    ("Expected '='", "no_equals"),
    ("Invalid initial character for a key part", "key_name"),
    ("Invalid statement", "statement"),
    ("Expected ']", "table_name"),
    ("Unclosed array", "open_list"),
    ("Unclosed inline table", "open_braces"),
    ("Expected newline", "more_after"),
    ("Unterminated string", "open_text"),
    ("Illegal character", "open_text"),
    ("Unescaped '\\'", "backslash"),
    ("Invalid hex value", "backslash"),
    ("Escaped character", "backslash"),
    ("Invalid value", "value"),
    ("Invalid date", "value"),
)


def line_of(text: str, key: str) -> int | None:
    """Return the line of ``text``, from 1, that a dotted key stands in, or what holds it, or would.

    None where not even its table is there.
    """
    table, found = "", ("", 0)
    for number, line in enumerate(text.splitlines(), start=1):
        if head := _TABLE.match(line):
            table = path = head[1]
        elif name := _KEY.match(line):
            path = f"{table}.{name[1]}" if table else name[1]
        else:
            continue
        if f"{key}.".startswith(f"{path}.") and len(path) > len(found[0]):
            found = path, number
    return found[1] or None


def unreadable(text: str, error: TOMLDecodeError) -> tuple[str, int]:
    """Return what is wrong with ``text``, which is no TOML, and in which line, from 1."""
    said = str(error)
    place = _PLACE.search(said)
    line = int(place[1]) if place and place[1] else max(1, len(text.splitlines()))
    return next((fault for start, fault in _FAULTS if said.startswith(start)), "syntax"), line
