"""Names of outlets as cells have them, dates and pages beside them → the outlets that are meant (§7)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinshi_desk.domain.matching import half_width, plain
from jinshi_desk.domain.outlets import Outlet

_DATE = re.compile(
    r"(?:\d{2}[年./-]\d{1,2}[月./-]\d{1,2}(?!\d)日?|\d{4}\s*[年./-]\s*\d{1,2}(?:\s*[月./-]\s*\d{1,2}\s*[日号]?|\s*月)?|\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?|\d{8}(?!\d))"
    r"(?:\s*[-—至~]\s*(?:\d{1,2}\s*月)?\d{1,2}\s*[日号])?(?:\s*[上下]午)?"
)
_PAGE = re.compile(
    r"(?:第?\s*[A-Za-z]?\d{1,3}\s*版(?!本)|[头要]版(?:头条)?|头条|第?[一二三四五六七八九十]{1,2}版|第?\d+期)+"
)
_WORDS_ABOUT = re.compile(
    r"首页|采用|采纳|刊发|刊登|刊载|发布|发表|推送|转载|摘登|综合|单独|已|被|在|等|于|版面|"
    r"(?:国家|中央|省|市|县|本)级|[（）()\[\]【】:：;；、，,/|+&。.\s和与及-]"
)
_WORDS_AROUND = re.compile(rf"^(?:{_WORDS_ABOUT.pattern})+|(?:{_WORDS_ABOUT.pattern})+$")
_SEPARATED = re.compile(r"[;；、，,/|\n]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet named in a cell, with what stands behind it there.

    ``outlet`` is None where no outlet is called ``written``.
    """

    outlet: Outlet | None
    written: str
    date_text: str = ""
    page: str = ""


class OutletNames:
    """Every name of every outlet; the longest that fits is meant, so that 红网时刻 is not 红网."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._names: dict[str, Outlet] = {}
        self._by_id: dict[str, Outlet] = {}
        for outlet in outlets:
            self._by_id[outlet.id] = outlet
            for name in (*outlet.aliases, outlet.name):
                self._names.setdefault(plain(name), outlet)
        longest_first = sorted(self._names, key=len, reverse=True)
        # brackets and spaces may stand between any two characters: 学习强国（湖南）, 红 星 网
        patterns = [r"[\s()·—-]*".join(map(re.escape, name)) for name in longest_first]
        self._pattern = re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)
        self._known: dict[str, tuple[Mention, ...]] = {}

    def by_id(self, identifier: str) -> Outlet | None:
        """Return the outlet with this id."""
        return self._by_id.get(identifier)

    def find(self, text: str) -> Outlet | None:
        """Return the one outlet that ``text`` names, dates and pages aside."""
        found = self.find_all(text)
        return found[0] if found is not None and len(found) == 1 else None

    def find_all(self, text: str) -> tuple[Outlet, ...] | None:
        """Return every outlet named in ``text`` in order, or None where a part names none we know."""
        outlets = [mention.outlet for mention in self.mentions(text)]
        known = tuple(outlet for outlet in outlets if outlet is not None)
        return known if known and len(known) == len(outlets) else None

    def mentioned(self, text: str) -> Outlet | None:
        """Return the outlet whose name begins ``text``, if any: what an unknown one may be a part of."""
        found = self._pattern.match(half_width(text))
        return self._names[plain(found[0])] if found else None

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return every outlet named in ``text`` with its date and page; unknown words are mentions too."""
        if text not in self._known:
            whole = self._names.get(plain(text))
            found = (Mention(whole, text.strip()),) if whole is not None else tuple(self._scan(text))
            self._known[text] = found
        return self._known[text]

    def _scan(self, text: str) -> Iterator[Mention]:
        line = half_width(text)
        hits = list(self._pattern.finditer(line))
        yield from _strangers(_SEPARATED.split(_shielded(line[: hits[0].start()] if hits else line)))
        for hit, following in zip(hits, [*hits[1:], None], strict=False):
            tail = line[hit.end() : following.start() if following else len(line)]
            beside, *apart = _SEPARATED.split(_shielded(tail))
            glued = _left_over(beside)  # 湖南日报客户端 is not 湖南日报
            outlet = None if glued else self._names[plain(hit[0])]
            date, page = _DATE.search(tail), _PAGE.search(_DATE.sub(" ", tail))
            yield Mention(
                outlet, hit[0] + glued, date[0].strip() if date else "", page[0].strip() if page else ""
            )
            yield from _strangers(apart)


def _strangers(parts: Iterable[str]) -> Iterator[Mention]:
    """Yield each of ``parts`` that is neither date, page, mark nor a word about being adopted."""
    for part in parts:
        if left := _left_over(part):
            date = _DATE.search(part)
            yield Mention(None, left, date[0].strip() if date else "")


def _left_over(text: str) -> str:
    """Return what no date, page or word about being adopted explains; 在 may be a part of a name."""
    text = _PAGE.sub("", _DATE.sub("", text))
    if not _WORDS_ABOUT.sub("", text):
        return ""
    return _WORDS_AROUND.sub("", text)


def _shielded(text: str) -> str:
    """Return ``text`` with the slashes of its dates turned to points, so that only separators part it."""
    return _DATE.sub(lambda date: date[0].replace("/", "."), text)
