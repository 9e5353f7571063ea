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
    r"首页|\d+[篇条次]|采用|采纳|刊发|刊登|刊载|发布|发表|推送|转载|摘登|综合|单独|已|被|在|等|于|版面|"
    r"(?:国家|中央|省|市|县|本)级|[（）()\[\]【】:：;；、，,/|+&。.\s和与及-]"
)
_WORDS_AROUND = re.compile(rf"^(?:{_WORDS_ABOUT.pattern})+|(?:{_WORDS_ABOUT.pattern})+$")
_SEPARATED = re.compile(r"[;；、，,/|\n]+")
_AFTER_NAME = re.compile(r"^\s*(?:平台|官网)?均?")
_URL = re.compile(r"(?:https?://|www\.)[\w./?=&%#:~+-]+", re.ASCII | re.IGNORECASE)
_LISTED = re.compile(r"(?:^|(?<=[\s;,、。]))\(?\d{1,2}[.、)](?=\s*[^\d\s])")
"""The figure before a point of a list: 1.红星网 2.红网."""
_LONGEST = 2000
"""Characters; a cell of a dozen outlets with their links has fewer, and a longer one is a text."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet named in a cell, with what stands beside it there.

    ``outlet`` is None where no outlet is called ``written``.
    """

    outlet: Outlet | None
    written: str
    date_text: str = ""
    page: str = ""
    link: str = ""


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
        if len(text) > _LONGEST:
            return (Mention(None, text),)
        if text not in self._known:
            whole = self._names.get(plain(text))
            found = (Mention(whole, text.strip()),) if whole is not None else tuple(self._scan(text))
            self._known[text] = found
        return self._known[text]

    def _scan(self, text: str) -> Iterator[Mention]:
        line = _LISTED.sub(" ", half_width(text))
        links = [(found.start(), found[0]) for found in _URL.finditer(line)]
        line = _URL.sub(lambda found: " " * len(found[0]), line)
        hits = list(self._pattern.finditer(line))
        head = line[: hits[0].start()] if hits else line
        yield from _strangers(_SEPARATED.split(_shielded(head)))
        dates_lead = _DATE.search(head) is not None  # 6月18日红星网、6月19日红网
        before = head
        for hit, following in zip(hits, [*hits[1:], None], strict=False):
            end = following.start() if following else len(line)
            tail = line[hit.end() : end]
            beside, *apart = _SEPARATED.split(_shielded(tail))
            glued = _left_over(_AFTER_NAME.sub("", beside))  # 湖南日报客户端 is not 湖南日报
            page = _PAGE.search(_DATE.sub(" ", tail))
            yield Mention(
                None if glued else self._names[plain(hit[0])],
                hit[0] + glued,
                _last_date(before) if dates_lead else _first_date(tail),
                page[0].strip() if page else "",
                next((link for place, link in links if hit.end() <= place < end), ""),
            )
            yield from _strangers(apart)
            before = tail


def _first_date(text: str) -> str:
    found = _DATE.search(text)
    return found[0].strip() if found else ""


def _last_date(text: str) -> str:
    found = _DATE.findall(text)
    return found[-1].strip() if found else ""


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
