"""Names as people write them → the unit that is meant (§7)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jinshi_desk.domain.units import Unit

_SIMPLIFIED = str.maketrans(
    "鎮藥裡裏衛團婦聯總會黨處辦組織員記區縣鄉驛橋陽魚嶺業農務財檢監場環資發電視報網紅導習強國華產號與廣體"
    "遊審計稅統療應軍協險勞動設鎭臺灣湧灃時聞訊氣門書學選調態鄰園創鐵築",
    "镇药里里卫团妇联总会党处办组织员记区县乡驿桥阳鱼岭业农务财检监场环资发电视报网红导习强国华产号与广体"
    "游审计税统疗应军协险劳动设镇台湾涌澧时闻讯气门书学选调态邻园创铁筑",
)
_QUOTES = re.compile("[“”\"'‘’「」『』《》〈〉<>]")
_MARKS = re.compile(r"[()\[\]【】〔〕{}·—-]")
_SPACES = re.compile(r"[\s\u200b\u200c\u200d\ufeff]+")

_OWN_DEPARTMENT = re.compile("^(?:市委)?组织部(?:机关)?|^部机关")
_OFFICE_INSIDE = re.compile(
    "(?:机关党委|党工委|党委|党组|党总支|党支部|工委|人民政府|政府|办事处|委员会|基层党建办|党建工作办公室|党建办公室|党建办|"
    "党政综合办公室|党政办公室|党政办|组织人事科|组织人事股|组织办公室|组织办|组织室|组织科|组织委员|政工科|政工股|政工室|"
    "人事科|人事股)$"
)
_TOO_GENERAL = frozenset({"津市", "市委", "市直", "中共", "国家", "政务"})
_STRONG_SEPARATOR = re.compile(r"[、，,/\\＼;；\n\r|+&]+")
_TOGETHER = re.compile(
    r"[(（]?(?:联合|共同)(?:报送|供稿)?[)）]?$|^(?:联合|共同)(?:报送|供稿)?[:：]|^(?:报送|供稿)单位[:：]"
)
_WEAK_SEPARATORS = ("联合", "和", "与", "及")
_LONGEST = 500
"""Characters; more than the names of all units together is a text, and no list of names."""


class How(StrEnum):
    """How a written name led to what it names."""

    EXACT = "exact"
    ALIAS = "alias"
    OLD_NAME = "old_name"
    PREFIX = "prefix"


_HOW_WORD = {How.EXACT: "", How.ALIAS: "别名", How.OLD_NAME: "旧名", How.PREFIX: "简称"}


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """``unit`` is what ``written`` means."""

    unit: Unit
    how: How
    written: str

    @property
    def note(self) -> str:
        """What the clerk should see, ``旧名 农业局 -> 市农业农村局``; empty for the unit's own name."""
        return "" if self.how is How.EXACT else f"{_HOW_WORD[self.how]} {self.written} -> {self.unit.name}"


def half_width(text: str) -> str:
    """Return ``text`` half-width and simplified, without quotes."""
    return _QUOTES.sub("", unicodedata.normalize("NFKC", text).translate(_SIMPLIFIED))


def plain(text: str) -> str:
    """Return ``text`` half-width, simplified, without spaces, quotes, brackets, to compare by."""
    return _MARKS.sub("", _SPACES.sub("", half_width(text))).casefold()


class UnitNames:
    """Every name of every unit, ready to be looked up; lookups are remembered."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._names: dict[str, Unit] = {}
        self._aliases: dict[str, Unit | None] = {}
        self._old: set[tuple[str, str]] = set()
        """Which alias is an old name of which unit."""
        self._by_id: dict[str, Unit] = {}
        for unit in units:
            self._by_id[unit.id] = unit
            self._names[plain(unit.name)] = unit
            self._old |= {(plain(name), unit.id) for name in unit.former_names}
            for alias in unit.other_names:
                key = plain(alias)
                taken = self._aliases.get(key, unit)
                self._aliases[key] = unit if taken is unit else None
        self._beginnings: dict[str, list[tuple[str, Unit]]] = {}
        """The names by their first two characters, which a short form has at least."""
        for name, named in (*self._names.items(), *self._aliases.items()):
            if named:
                self._beginnings.setdefault(name[:2], []).append((name, named))
        self._known: dict[str, UnitMatch | None] = {}

    def all_names(self) -> dict[str, tuple[str, ...]]:
        """Return every unit's name, aliases and old names by its id."""
        return {unit.id: (unit.name, *unit.other_names) for unit in self._by_id.values()}

    def by_id(self, identifier: str) -> Unit | None:
        """Return the unit with this id."""
        return self._by_id.get(identifier)

    def find(self, text: str) -> Unit | None:
        """Return the one unit that ``text`` means, or None where it means none or might mean two."""
        found = self.match(text)
        return None if found is None else found.unit

    def find_all(self, text: str) -> tuple[Unit, ...] | None:
        """Return the units of a joint submission, lead first, or None where any part is unknown."""
        found = self.match_all(text)
        return None if found is None else tuple(match.unit for match in found)

    def mentioned(self, text: str) -> Unit | None:
        """Return the unit whose name, the longest there is, stands somewhere in ``text``, as in a title."""
        line = plain(text)
        named = [(len(name), unit) for name, unit in self._names.items() if name in line]
        named += [
            (len(name), unit)
            for name, unit in self._aliases.items()
            if unit and len(name) > 2 and name in line
        ]
        if not named or "天津" in line:
            return None
        longest = max(length for length, _ in named)
        meant = {unit.id: unit for length, unit in named if length == longest}
        return next(iter(meant.values())) if len(meant) == 1 else None

    def match(self, text: str) -> UnitMatch | None:
        """Return which unit ``text`` means, by a name or its id, and how that was seen."""
        if text not in self._known:
            named = self._by_id.get(text)
            by_id = UnitMatch(named, How.EXACT, text) if named else None
            self._known[text] = by_id or self._look_up(" ".join(text.split()))
        return self._known[text]

    def match_all(self, text: str) -> tuple[UnitMatch, ...] | None:
        """Return each unit named in ``text``: the whole first (names contain 和), then its parts."""
        found = None if len(text) > _LONGEST else self._parts(_TOGETHER.sub("", text.strip()), {})
        if found is None:
            return None
        return tuple({match.unit.id: match for match in reversed(found)}.values())[::-1]

    def unknown_in(self, text: str) -> str:
        """Return the part of a joint submission that is no unit, beside others that are; else all of it."""
        if len(text) > _LONGEST:
            return text
        parts = [part.strip() for part in _STRONG_SEPARATOR.split(_TOGETHER.sub("", text.strip()))]
        unknown = [part for part in parts if part and self.match_all(part) is None]
        return unknown[0] if len(unknown) == 1 < len(parts) else text

    def _parts(self, text: str, tried: dict[str, list[UnitMatch] | None]) -> list[UnitMatch] | None:
        """Return the units that ``text`` consists of; ``tried`` keeps what came of each part of the cell.

        The ways to cut a cell double with every 和 in it; its parts are only so many.
        """
        if text not in tried:
            whole = self.match(text)
            tried[text] = [whole] if whole is not None else self._cut(text, tried)
        return tried[text]

    def _cut(self, text: str, tried: dict[str, list[UnitMatch] | None]) -> list[UnitMatch] | None:
        for left, right in _splits(text):
            head = self._parts(left, tried)
            tail = None if head is None else self._parts(right, tried)
            if head is not None and tail is not None:
                return head + tail
        return None

    def _look_up(self, written: str) -> UnitMatch | None:
        key = plain(written)
        if len(key) < 2 or "天津" in key:
            return None
        for variant in _variants(key):
            if (unit := self._names.get(variant)) is not None:
                how = How.EXACT if variant == key else How.ALIAS
                return UnitMatch(unit, how, written)
            if (alias := self._aliases.get(variant)) is not None:
                how = How.OLD_NAME if (variant, alias.id) in self._old else How.ALIAS
                return UnitMatch(alias, how, written)
        return self._by_prefix(key, written)

    def _by_prefix(self, key: str, written: str) -> UnitMatch | None:
        if key in _TOO_GENERAL:
            return None
        alike = self._beginnings.get(key[:2], ())
        meant = {unit.id: unit for name, unit in alike if name.startswith(key)}
        return UnitMatch(next(iter(meant.values())), How.PREFIX, written) if len(meant) == 1 else None


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut ``text`` in two, marks before spaces before words that names may contain."""
    if cut := _STRONG_SEPARATOR.search(text):
        yield text[: cut.start()], text[cut.end() :]
        return
    if cut := re.search(r"\s+", text):
        yield text[: cut.start()], text[cut.end() :]
    for word in _WEAK_SEPARATORS:
        for found in re.finditer(word, text):
            yield text[: found.start()], text[found.end() :]


def _variants(key: str) -> Iterator[str]:
    """Yield ``key`` itself, then without its offices, its place, with and without 市, with its 街 doubled."""
    bare = key
    while True:
        for local in _without_place(bare):
            yield local
            yield "市" + local
            yield local.removeprefix("市")
            if local.endswith("街道"):
                yield local.removesuffix("街道") + "街街道"
        office = _OFFICE_INSIDE.search(bare)
        if office is None or office.start() == 0:
            return
        bare = bare[: office.start()]


def _without_place(key: str) -> Iterator[str]:
    yield key
    for place in ("中共", "湖南省", "常德市"):
        key = key.removeprefix(place)
    yield key
    for city in (
        ("津市市", "津市", "") if key.startswith("津市市") else ("津市", "")
    ):  # 津市市委 is 津市 + 市委
        local = key.removeprefix(city)
        if len(local) > 1:
            yield local
            yield _OWN_DEPARTMENT.sub("", local) or local
