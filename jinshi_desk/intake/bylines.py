"""Who wrote it: names, roles and unit out of a byline (（李试二、王测三） or 团市委　赵样四)."""

import re
from dataclasses import dataclass, field

from jinshi_desk.domain.drafts import Author
from jinshi_desk.domain.matching import How, UnitNames
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.units import Unit
from jinshi_desk.intake.surnames import COMPOUND_SURNAMES, SURNAMES

BYLINE_LIMIT = 80
"""Characters; a longer line is text."""
_UNIT_NAME_LIMIT = 18

_HAN = r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
_NAME = re.compile(rf"{_HAN}{{2,4}}|{_HAN}{{1,10}}(?:[·•・]{_HAN}{{1,10}})+")
_PADDED = re.compile(rf"(?<!{_HAN})({_HAN})[ \u3000]+({_HAN})(?!{_HAN})")
_INNER_BRACKETS = re.compile(r"[（(]([^（）()]*)[）)]")
_SEPARATORS = re.compile(r"[、，,；;：:/／|&\s]+")
_ENDS_OF_SENTENCE = re.compile("[。！？!?…]")
_LABEL = re.compile(
    r"(?:作者|撰稿人?|供稿人?|拟稿人?|投稿人|文字|署名|来源|信息员|报送人)(?:姓名)?[：:／/]|(?:供稿|撰稿|文)[\s/／：:]"
)
_AFTERWORD = re.compile(r"[\s/／]*(?:供稿|撰稿|撰写|报道|整理|文)$")
_ABOUT = re.compile(r"[，,；;。\s]*(?:作者)?(?:单位[：:]|系)\s*(.+)$")
_INCOMPLETE = re.compile(r"等(?:人|同志)?$")
_ROLES = {
    "特约通讯员": AuthorRole.AUTHOR,
    "通讯员": AuthorRole.AUTHOR,
    "信息员": AuthorRole.AUTHOR,
    "作者": AuthorRole.AUTHOR,
    "供稿": AuthorRole.AUTHOR,
    "摄影": AuthorRole.AUTHOR,
    "实习记者": AuthorRole.REPORTER,
    "本报记者": AuthorRole.REPORTER,
    "本网记者": AuthorRole.REPORTER,
    "全媒体记者": AuthorRole.REPORTER,
    "记者": AuthorRole.REPORTER,
    "责任编辑": AuthorRole.MEDIA_EDITOR,
    "责编": AuthorRole.MEDIA_EDITOR,
    "编辑": AuthorRole.MEDIA_EDITOR,
}
_WORK = frozenset({"文", "图", "摄", "供图", "图片", "文字"})
_POST = re.compile(
    r"(?:党委|党工委|党组|办公室|组织|宣传|综合|办)*(?:副?(?:书记|镇长|主任|局长|部长|科长|股长|站长)|委员|干事|干部|科员|选调生)"
)


@dataclass(slots=True)
class Byline:
    """Whom a byline names, in its order. ``incomplete`` marks ``等``: more people than are named."""

    authors: list[Author] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    incomplete: bool = False


def leading_unit(text: str, names: UnitNames) -> tuple[Unit, str] | None:
    """Return the unit whose name ``text`` begins with, and what follows the name."""
    for end in range(min(len(text), _UNIT_NAME_LIMIT), 1, -1):
        unit = named_unit(text[:end], names)
        if unit is not None:
            return unit, text[end:]
    return None


def named_unit(text: str, names: UnitNames) -> Unit | None:
    """Return the unit that ``text`` names in full or by an alias; the beginning of a name is not enough."""
    found = names.match(text) if len(text) <= _UNIT_NAME_LIMIT else None
    return None if found is None or found.how is How.PREFIX else found.unit


def read_byline(text: str, names: UnitNames) -> Byline | None:
    """Return whom ``text`` names, or None where any part of it is neither person, unit, role nor post.

    Something must speak for a byline: a label, a role, a unit or a usual surname.
    """
    text = text.strip()
    if len(text) > BYLINE_LIMIT or _ENDS_OF_SENTENCE.search(text):
        return None
    reading = _Reading(names)
    return reading.byline if reading.take(_unwrapped(text)) else None


def _unwrapped(text: str) -> str:
    """Return ``text`` without the round brackets around all of it."""
    whole = re.fullmatch(r"[（(](.*)[）)]", text)
    inside = whole[1] if whole else text
    return inside.strip() if "）" not in re.sub(_INNER_BRACKETS, "", inside) else text


class _Reading:
    """A byline being read from left to right; a role holds until the next."""

    def __init__(self, names: UnitNames) -> None:
        self.byline = Byline()
        self._names = names
        self._role = AuthorRole.AUTHOR
        self._sure = False
        self._strangers = False

    def take(self, text: str) -> bool:
        """Read all of ``text``; tell whether it is a byline."""
        text = self._without_frame(text)
        parts = _SEPARATORS.split(_PADDED.sub(r"\1\2", text))
        if not all(self._part(part) for part in parts if part):
            return False
        known = bool(self.byline.authors or self.byline.units)
        return known and (self._sure or not self._strangers)

    def _without_frame(self, text: str) -> str:
        """Take off label, afterword, 等 and what is said about the author; keep the unit they name."""
        if about := _ABOUT.search(text):
            found = named_unit(about[1], self._names) or leading_unit(about[1], self._names)
            if found is not None:
                self._unit(found[0] if isinstance(found, tuple) else found)
            text = text[: about.start()]
        for mark in _INNER_BRACKETS.finditer(text):
            if (unit := named_unit(mark[1].strip(), self._names)) is not None:
                self._unit(unit)
        text = _INNER_BRACKETS.sub(" ", text).strip()
        for frame in (_LABEL.match(text), _AFTERWORD.search(text)):
            self._sure = self._sure or frame is not None
        text = _AFTERWORD.sub("", _LABEL.sub("", text, count=1)).strip()
        self.byline.incomplete = _INCOMPLETE.search(text) is not None
        return _INCOMPLETE.sub("", text)

    def _part(self, part: str) -> bool:
        """Read one part; tell whether it was understood."""
        if part in _WORK:
            return True
        for word, role in _ROLES.items():
            if part.startswith(word):
                self._role, self._sure = role, True
                return not part[len(word) :] or self._part(part[len(word) :])
        if (unit := named_unit(part, self._names)) is not None:
            self._unit(unit)
            return True
        return self._post(part) or self._person(part) or self._affiliated(part) or self._two(part)

    def _unit(self, unit: Unit) -> None:
        self._sure = True
        if unit not in self.byline.units:
            self.byline.units.append(unit)

    def _post(self, part: str) -> bool:
        post = _POST.match(part)
        return post is not None and (post.end() == len(part) or self._part(part[post.end() :]))

    def _person(self, part: str) -> bool:
        if not _NAME.fullmatch(part):
            return False
        if _usual(part):
            self._sure = self._sure or len(part) > 1
        else:
            self._strangers = True
        author = Author(part, self._role)
        if author not in self.byline.authors:
            self.byline.authors.append(author)
        return True

    def _affiliated(self, part: str) -> bool:
        """Read 药山镇李试二, 药山镇组织委员李试二."""
        found = leading_unit(part, self._names)
        if found is None:
            return False
        self._unit(found[0])
        return self._part(found[1])

    def _two(self, part: str) -> bool:
        """Read 李试二和王测三; names may contain 和, so that the whole was tried first."""
        for joint in re.finditer("[和与]", part):
            left, right = part[: joint.start()], part[joint.end() :]
            if _usual(left) and _usual(right):
                return self._person(left) and self._person(right)
        return False


def _usual(name: str) -> bool:
    """Tell whether ``name`` is built as most names are: a usual surname and one or two characters more."""
    if not _NAME.fullmatch(name):
        return False
    if name[:2] in COMPOUND_SURNAMES and len(name) > 2:
        return True
    return name[0] in SURNAMES and len(name) < 4
