"""Single values of a rule file written anew, its comments and its order kept as the office wrote them."""

import re
from collections.abc import Mapping

_TABLE = re.compile(r"\s*\[([\w.\-]+)\]")
_VALUE = r'("[^"\n]*"|[-+]?\d+(?:\.\d+)?)'


def rewritten(text: str, values: Mapping[str, str | int]) -> str:
    """Return ``text`` with each value, by its dotted key, another.

    A value is looked for where files have it: under its table, or in an inline table. One that is written in
    another way stays as it was; who asks reads the text again, and sees.
    """
    lines = text.splitlines(keepends=True)
    table = ""
    for place, line in enumerate(lines):
        if found := _TABLE.match(line):
            table = found[1]
            continue
        for key, value in values.items():
            if key.startswith(f"{table}."):
                lines[place] = _set(lines[place], key.removeprefix(f"{table}.").split("."), value)
    return "".join(lines)


def _set(line: str, path: list[str], value: str | int) -> str:
    """Return ``line`` with the value at ``path`` another: ``key = 2``, or ``table = { key = 2, … }``."""
    written = f'"{value}"' if isinstance(value, str) else str(value)
    if len(path) == 1:
        pattern = rf"(\s*{path[0]}\s*=\s*){_VALUE}"
    else:
        pattern = rf"(\s*{path[0]}\s*=\s*\{{[^}}#]*\b{path[-1]}\s*=\s*){_VALUE}"
    found = re.match(pattern, line)
    return f"{found[1]}{written}{line[found.end() :]}" if found else line
