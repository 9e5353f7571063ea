"""Two versions of a text side by side: by sentence, then by character; what stayed can be folded.

Numbers and Latin words are compared whole: 312 and 352 differ as numbers, not in one digit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from jinshi_desk.domain.versions import Content

ALIKE = 0.4
"""From this share of common characters on, a sentence was changed; below, it went and another came."""

_END = "。！？；!?;"
_SENTENCE = re.compile(rf"[^{_END}]*[{_END}]+[”’」』）)》]*|[^{_END}]+")
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*[%％]?|[A-Za-z]+|\s+|.", re.DOTALL)
_ISLAND = 2
"""Characters: a shorter piece in common between two changes reads worse than the change as a whole."""
_MANY = 400
"""Pairs of sentences; a rewriting larger than that is shown as old and new, not searched for likeness."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that both texts have, or that is ``changed``: struck out or put in."""

    text: str
    changed: bool = False


Line = tuple[Piece, ...]
"""One side of a row; empty where that side has nothing there."""


@dataclass(frozen=True, slots=True)
class Row:
    """What stands beside each other. ``opens`` tells that a paragraph begins here."""

    old: Line
    new: Line
    opens: bool = False

    @property
    def is_same(self) -> bool:
        """Tell whether both sides read the same."""
        return not any(piece.changed for piece in (*self.old, *self.new))

    @property
    def length(self) -> int:
        """How many characters the new side has."""
        return sum(len(piece.text) for piece in self.new)


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows in a row that both texts have and nobody needs to read again."""

    rows: tuple[Row, ...]

    @property
    def length(self) -> int:
        """How many characters are folded away."""
        return sum(row.length for row in self.rows)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a draft side by side; the lines of the head are whole lines."""

    title: Row
    authors: Row
    attachments: Row
    body: tuple[Row, ...]

    @property
    def is_same(self) -> bool:
        """Tell whether nothing was changed."""
        return all(row.is_same for row in (self.title, self.authors, self.attachments, *self.body))


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    opens: bool


def compare(old: Content, new: Content) -> Comparison:
    """Compare two versions."""
    return Comparison(
        compare_line(old.title, new.title),
        compare_line(_authors(old), _authors(new)),
        compare_line("、".join(old.attachments), "、".join(new.attachments)),
        tuple(compare_texts(old.body, new.body)),
    )


def compare_texts(old: str, new: str) -> Iterator[Row]:
    """Yield the rows of two texts; the old sides together are the old text, the new sides the new one."""
    before, after = _sentences(old), _sentences(new)
    matcher = SequenceMatcher(
        None, [each.text for each in before], [each.text for each in after], autojunk=False
    )
    for word, i1, i2, j1, j2 in matcher.get_opcodes():
        if word == "equal":
            yield from (_same(sentence) for sentence in after[j1:j2])
        else:
            yield from _replaced(before[i1:i2], after[j1:j2])


def compare_line(old: str, new: str) -> Row:
    """Compare two texts character by character."""
    if old == new:
        return Row(_whole(old), _whole(new))
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    sides: tuple[list[Piece], list[Piece]] = [], []
    for word, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for side, text in zip(sides, ("".join(before[i1:i2]), "".join(after[j1:j2])), strict=True):
            side.append(Piece(text, word != "equal"))
    return Row(*_readable(*sides))


def folded(rows: Sequence[Row], shown: int = 1, least: int = 120) -> Iterator[Row | Fold]:
    """Yield the rows, long runs without a change folded but for ``shown`` rows beside each change.

    A run is folded where at least ``least`` characters go away by it.
    """
    groups = [(same, tuple(group)) for same, group in groupby(rows, key=lambda row: row.is_same)]
    for place, (same, group) in enumerate(groups):
        head = shown if place else 0
        tail = shown if place < len(groups) - 1 else 0
        middle = Fold(group[head : len(group) - tail])
        if same and len(middle.rows) > 1 and middle.length >= least:
            yield from group[:head]
            yield middle
            yield from group[len(group) - tail :]
        else:
            yield from group


def _sentences(text: str) -> list[_Sentence]:
    """Return the sentences of every paragraph; blank lines are no paragraphs."""
    paragraphs = (line.strip() for line in text.splitlines() if line.strip())
    return [
        _Sentence(sentence, place == 0)
        for paragraph in paragraphs
        for place, sentence in enumerate(_SENTENCE.findall(paragraph))
    ]


def _replaced(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> Iterator[Row]:
    """Yield the rows of a passage that was rewritten: the most alike sentences beside each other."""
    i = j = 0
    for before, after in _pairs(_likeness(old, new), (0, len(old)), (0, len(new))):
        yield from _gone(old[i:before], new[j:after])
        row = compare_line(old[before].text, new[after].text)
        yield Row(row.old, row.new, new[after].opens)
        i, j = before + 1, after + 1
    yield from _gone(old[i:], new[j:])


def _gone(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> Iterator[Row]:
    """Yield the rows of sentences that went, and of those that came instead."""
    yield from (Row(_whole(each.text, changed=True), (), each.opens) for each in old)
    yield from (Row((), _whole(each.text, changed=True), each.opens) for each in new)


def _likeness(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> dict[tuple[int, int], float]:
    """Return how alike the sentences of two passages are, by their places; those that are not, left out."""
    found: dict[tuple[int, int], float] = {}
    if len(old) * len(new) > _MANY:
        return found
    matcher = SequenceMatcher(None, autojunk=False)
    for j, after in enumerate(new):
        matcher.set_seq2(after.text)
        for i, before in enumerate(old):
            matcher.set_seq1(before.text)
            if matcher.real_quick_ratio() > ALIKE and matcher.quick_ratio() > ALIKE:
                ratio = matcher.ratio()
                if ratio > ALIKE:
                    found[i, j] = ratio
    return found


def _pairs(
    alike: dict[tuple[int, int], float], old: tuple[int, int], new: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield the places of sentences that belong beside each other, the most alike first to be chosen."""
    inside = {
        (i, j): ratio for (i, j), ratio in alike.items() if old[0] <= i < old[1] and new[0] <= j < new[1]
    }
    if inside:
        i, j = max(inside, key=inside.__getitem__)
        yield from _pairs(inside, (old[0], i), (new[0], j))
        yield i, j
        yield from _pairs(inside, (i + 1, old[1]), (j + 1, new[1]))


def _readable(old: list[Piece], new: list[Piece]) -> tuple[Line, Line]:
    """Join what is torn: islands too short to help the reader become part of the change around them."""
    last = len(new) - 1
    torn = [
        not piece.changed and 0 < place < last and len(piece.text) < _ISLAND
        for place, piece in enumerate(new)
    ]
    return _joined(old, torn), _joined(new, torn)


def _joined(side: Iterable[Piece], torn: Iterable[bool]) -> Line:
    pieces = [(piece.text, piece.changed or island) for piece, island in zip(side, torn, strict=True)]
    return tuple(
        Piece(text, changed)
        for changed, group in groupby(pieces, key=lambda piece: piece[1])
        if (text := "".join(text for text, _ in group))
    )


def _same(sentence: _Sentence) -> Row:
    return Row(_whole(sentence.text), _whole(sentence.text), sentence.opens)


def _whole(text: str, *, changed: bool = False) -> Line:
    return (Piece(text, changed),) if text else ()


def _authors(content: Content) -> str:
    names = "、".join(author.name for author in content.authors)
    return f"{names}等" if content.authors_incomplete else names
