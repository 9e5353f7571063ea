"""The people named in a cell, with what they did (§7)."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from jinshi_desk.domain.drafts import Author, clean_text
from jinshi_desk.domain.people import AuthorRole, label, without_share

_ROLES = {
    "记者": AuthorRole.REPORTER,
    "编辑": AuthorRole.MEDIA_EDITOR,
    "责编": AuthorRole.MEDIA_EDITOR,
}
_ROLE = re.compile(
    r"(?:本报|本网|特约|见习|实习|全媒体)?(记者|通讯员|责任编辑|编辑|责编|作者|撰稿人|撰稿|撰文|执笔|供稿|摄影)[:]?"
)
_KIND = "(?:文/图|图/文|文图|图文|文|图|摄影)"
_CREDIT = re.compile(rf"\({_KIND}\)|(?<![^\s、,;]){_KIND}[/:]|/{_KIND}(?![^\s、,;])")
_IN_BRACKETS = re.compile(r"[(\[【<][^()\[\]【】<>]*[)\]】>]")
_NUMBER = re.compile(r"(?:(?:联系)?(?:电话|方式)|手机)?:?\s*\d[\d\-]{4,}")
_LABEL = re.compile(r"([^\s、，,;/|:()]{2,}?)\(([^()]+)\)")
_SHARE = re.compile(r"\s*(?:\(\s*(\d{1,3})\s*%\s*\)|(?<!\d)(\d{1,3})\s*%)")
"""A share set by hand stays beside its name: 周试一60%."""
_TIE = "\u2060"
_STRONG = re.compile(r"[、，,;/\\|\n]+")
_LISTED = re.compile(r"(?:^|(?<=[\s,;、]))\d{1,2}[.、](?=\D)")
"""The figure before a point of a list: 1.周试一 2.李试二."""
_MORE = re.compile(r"(?<=.)等(?:\d*[人名]|同志)?$")
_COMRADE = re.compile("(?<=..)同志$")
_LONGEST_NAME = 6
_LONGEST_LINE = 500
"""Characters; whoever put more into the cell of authors put a text there."""
_COMPOUND = re.compile("欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|南宫|长孙|宇文")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signed. ``odd`` are parts that can't be names, ``notes`` what was put right or left out."""

    authors: tuple[Author, ...] = ()
    incomplete: bool = False
    odd: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def _tied(found: re.Match[str], known: Container[str]) -> str:
    """Keep name and mark of a known label together; other brackets say where somebody works."""
    name, mark = found[1], found[2]
    return f"{name}{_TIE}{mark}" if label(name, mark) in known else found[0]


def _nobody(_name: str) -> bool:
    return False


def read_byline(text: str, known: Container[str] = (), is_unit: Callable[[str], bool] = _nobody) -> Byline:
    """Return the people that ``text`` names; ``known`` are names that are never taken apart.

    ``is_unit`` tells what is the name of a unit, which signs beside its people and is none of them.
    """
    line = unicodedata.normalize("NFKC", clean_text(text)).strip()
    if line in known:
        return Byline((Author(line),))
    if len(line) > _LONGEST_LINE:
        return Byline(odd=(line,))
    line = _SHARE.sub(lambda found: f"{found[1] or found[2]}% ", line)
    line = re.sub(r"\s+(?=等)", "", _CREDIT.sub(" ", _LISTED.sub(" ", line)))
    line = _LABEL.sub(lambda found: _tied(found, known), line)
    notes: list[str] = []
    for pattern, note in ((_IN_BRACKETS, "括号里的内容未导入"), (_NUMBER, "号码未导入")):
        if pattern.search(line):
            line = pattern.sub(" ", line)
            notes.append(note)
    authors: dict[str, Author] = {}
    odd: list[str] = []
    incomplete = False
    for role, written in _signed(line, known):
        name = _MORE.sub("", written)
        incomplete |= name != written
        name, share = without_share(name)
        name, _, mark = _COMRADE.sub("", name).partition(_TIE)
        if mark:
            authors.setdefault(label(name, mark), Author(name, role, mark, share))
        elif name not in known and is_unit(name):
            notes.append(f"{name}是单位，未作为作者")
        elif name in known or _may_be_name(name):
            authors.setdefault(name, Author(name, role, "", share))
        else:
            odd.append(name)
    if any(author.name not in line for author in authors.values()):
        notes.append("姓名中的空格已去掉")
    return Byline(tuple(authors.values()), incomplete, tuple(odd), tuple(notes))


def _signed(line: str, known: Container[str]) -> Iterator[tuple[AuthorRole, str]]:
    for role, part in _by_role(line):
        for names in _STRONG.split(part):
            for name in _spaced(names.strip(), known):
                yield role, name


def _by_role(line: str) -> list[tuple[AuthorRole, str]]:
    """Cut ``通讯员 甲 记者 乙`` at its roles; what has none is an author's."""
    parts: list[tuple[AuthorRole, str]] = []
    role, start = AuthorRole.AUTHOR, 0
    for found in _ROLE.finditer(line):
        parts.append((role, line[start : found.start()]))
        role, start = _ROLES.get(found[1][-2:], AuthorRole.AUTHOR), found.end()
    return [*parts, (role, line[start:])]


def _spaced(part: str, known: Container[str]) -> list[str]:
    """Return the names in ``周试一 李试二``; single characters beside each other are one padded name."""
    if not part or part in known:
        return [part] if part else []
    tokens = part.split()
    if part.isascii():  # the names of a foreigner
        return [" ".join(tokens)]
    if all(len(token) == 1 for token in tokens) and (
        len(tokens) <= 3 or _COMPOUND.match("".join(tokens[:2]))
    ):
        return ["".join(tokens)]
    names: list[str] = []
    for token in tokens:
        if len(token) <= 2 and names and len(names[-1]) == 1:
            names[-1] += token
        else:
            names.extend(_joined_by_and(token, known))
    return names


def _joined_by_and(token: str, known: Container[str]) -> list[str]:
    """Cut at 和 or 与 where two names of two or more characters are left; 周和平 stays whole."""
    if token in known or len(token) <= 4:
        return [token]
    for found in re.finditer("[和与]", token):
        left, right = token[: found.start()], token[found.end() :]
        if min(len(left), len(right)) >= 2:
            return [*_joined_by_and(left, known), *_joined_by_and(right, known)]
    return [token]


def _may_be_name(name: str) -> bool:
    if re.search(r"[\d?!*#&=:]", name):
        return False
    return len(name) >= 2 and (len(name) <= _LONGEST_NAME or "·" in name or name.isascii())
