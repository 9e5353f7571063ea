"""The numbers of approval forms, by patterns the office may edit (§5), as ``202206-YS-02``."""

import re
from collections.abc import Collection, Iterator

from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem

DEFAULT_PATTERNS: dict[FormKind, str] = {
    FormKind.A: "{year}{month}-{unit}-{seq}",
    FormKind.B: "部审〔{year}〕{seq}号",
    FormKind.C: "微审〔{year}〕{seq}次",
}
PATTERN_LIMIT = 40
CODE_LIMIT = 8
"""Letters and digits of a unit's code."""

_FIELD = re.compile(r"\{(\w*)\}")
_FIELDS = frozenset({"year", "month", "unit", "seq"})
_TYPED = re.compile(r"[A-Za-z0-9]+")
_CODE = re.compile(rf"[A-Z0-9]{{1,{CODE_LIMIT}}}\Z")
_DIGITS = {FormKind.A: 2, FormKind.B: 1, FormKind.C: 1}
"""六角括号 takes no leading zeros (GB/T 9704); the unit's number has two digits."""


def scope_of(pattern: str, month: Month, code: str) -> str:
    """Return the pattern with all but ``{seq}`` filled in, as ``202206-YS-{seq}``: its numbers run on."""
    known = {"year": f"{month.year:04d}", "month": f"{month.month:02d}", "unit": code}
    return _FIELD.sub(lambda field: known.get(field[1], field[0]), pattern)


def number_in(scope: str, kind: FormKind, seq: int) -> str:
    """Return the number that is the ``seq``-th of its scope."""
    return scope.replace("{seq}", f"{seq:0{_DIGITS[kind]}d}")


def scan_code(kind: FormKind, number: str) -> str:
    """Return what the printed code of a form carries: what a hand scanner can type, as ``B-2022-46``."""
    return number if number.isascii() else "-".join((kind.value, *_TYPED.findall(number)))


def pattern_problems(pattern: str) -> Iterator[Problem]:
    """Yield what keeps a pattern from numbering forms."""
    fields = _FIELD.findall(pattern)
    unknown = [name for name in fields if name not in _FIELDS]
    if unknown or "{" in _FIELD.sub("", pattern) or "}" in _FIELD.sub("", pattern):
        yield Problem("pattern", "unknown_field", detail="".join(f"{{{name}}}" for name in unknown))
    elif fields.count("seq") != 1:
        yield Problem("pattern", "no_seq")
    if len(pattern) > PATTERN_LIMIT:
        yield Problem("pattern", "too_long", detail=str(PATTERN_LIMIT))


def short_name(name: str) -> str:
    """Return a unit's name without what its kind adds: 药山镇 → 药山, 市人社局 → 人社局."""
    bare = name.removeprefix("市") if len(name) > 2 else name
    for ending in ("街道", "镇", "乡"):
        if bare.endswith(ending) and len(bare) > len(ending) + 1:
            return bare.removesuffix(ending)
    return bare


def free_code(initials: str, taken: Collection[str]) -> str:
    """Return a unit's code made of its initials, told from those ``taken`` by a digit where it must."""
    base = "".join(char for char in initials.upper() if char.isascii() and char.isalnum())[: CODE_LIMIT - 2]
    base = base or "U"
    if base not in taken:
        return base
    return next(code for number in range(2, 99) if (code := f"{base}{number}") not in taken)


def code_problems(code: str, taken: Collection[str]) -> Iterator[Problem]:
    """Yield what keeps a typed code from standing for a unit."""
    if not _CODE.match(code):
        yield Problem("code", "unreadable", detail=str(CODE_LIMIT))
    elif code in taken:
        yield Problem("code", "taken", detail=code)
