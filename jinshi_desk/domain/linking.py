"""Find the figures of a generated sentence in what the clerk made of it (§6.2: numbers stay linked).

The words decide: a number is a figure's where it reads the same and does not stand at the words of another
figure. So two figures that swapped places are noticed, and a sentence turned round is not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jinshi_desk.domain.bulletins import Figure, Part, Span

_NUMBER = re.compile(r"(?<![第\d.])−?\d+(?:\.\d+)?%?(?![\d.%年月日号名—])")
"""A number that can be a figure: no part of a date, no rank."""
_CLAUSE = re.compile("[，、；：。]")
_SENTENCE = re.compile("[；。]")


def text_of(parts: Iterable[Part]) -> str:
    """Return the sentence that the parts make."""
    return "".join(part.text if isinstance(part, Figure) else part for part in parts)


def spans_of(parts: Iterable[Part]) -> tuple[Span, ...]:
    """Return where the figures stand in the sentence that the parts make."""
    spans: list[Span] = []
    at = 0
    for part in parts:
        length = len(part.text if isinstance(part, Figure) else part)
        if isinstance(part, Figure):
            spans.append(Span(at, at + length, part))
        at += length
    return tuple(spans)


def link(text: str, parts: Sequence[Part]) -> tuple[tuple[Span, ...], tuple[Figure, ...]]:
    """Find the figures among ``parts`` in an edited ``text``, in any order, each number once.

    Returns the spans found and the figures that the text no longer says, or says of something else.
    """
    spans = spans_of(parts)
    figures = [span.figure for span in spans]
    generated = _places(text_of(parts), [(span.start, span.end) for span in spans])
    numbers = _places(text, [found.span() for found in _NUMBER.finditer(text)])
    likeness = _Likeness(figures, generated, numbers)
    pairs = [
        (figure, number)
        for figure, said in enumerate(figures)
        for number, place in enumerate(numbers)
        if said.text == text[place.start : place.end] and not likeness.another_is_meant(figure, number)
    ]
    pairs.sort(key=lambda pair: likeness.score(*pair), reverse=True)
    taken: dict[int, int] = {}
    for figure, number in pairs:
        if figure not in taken and number not in taken.values():
            taken[figure] = number
    found = (Span(numbers[at].start, numbers[at].end, figures[figure]) for figure, at in taken.items())
    broken = (said for figure, said in enumerate(figures) if figure not in taken)
    return tuple(sorted(found, key=lambda span: span.start)), tuple(broken)


_Closeness = Mapping[str, int]
"""The pairs of characters around a number, each with how close it stands: more is closer."""
_REACH = 1000


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands, and the words around it in its clause, and before it in its sentence."""

    start: int
    end: int
    clause: _Closeness
    before: _Closeness


def _places(text: str, spans: Sequence[tuple[int, int]]) -> list[_Place]:
    """Return the places of numbers; the words around one reach to the numbers beside it.

    The number itself is one character of its pairs, so that the unit of counting says something too.
    """
    found = []
    bounds = [(0, 0), *spans, (len(text), len(text))]
    for (_, left), ((start, end), (right, _)) in zip(bounds, pairwise(bounds[1:]), strict=False):
        before, after = text[left:start], text[end:right]
        clause = _CLAUSE.split(before)[-1], _CLAUSE.split(after)[0]
        found.append(_Place(start, end, _closeness(*clause), _closeness(_SENTENCE.split(before)[-1])))
    return found


def _closeness(before: str, after: str = "") -> _Closeness:
    """Return the pairs of characters around a number, which stands between ``before`` and ``after`` as #."""
    at = len(before)
    pairs = (one + other for one, other in pairwise(f"{before}#{after}"))
    found: dict[str, int] = {}
    for place, pair in enumerate(pairs):
        distance = at - place - 1 if place < at else place - at
        found[pair] = max(found.get(pair, 0), _REACH - distance)
    return found


class _Likeness:
    """How close to a number stand the words of a figure that no other figure has."""

    def __init__(
        self, figures: Sequence[Figure], generated: Sequence[_Place], numbers: Sequence[_Place]
    ) -> None:
        self._figures = figures
        clause = _own([place.clause for place in generated])
        before = _own([place.before for place in generated])
        self._scores = [
            [(_closest(around, place.clause), _closest(ahead, place.before)) for place in numbers]
            for around, ahead in zip(clause, before, strict=True)
        ]

    def score(self, figure: int, number: int) -> tuple[int, int]:
        """Return how much speaks for it: in the clause, then before it in the sentence."""
        return self._scores[figure][number]

    def another_is_meant(self, figure: int, number: int) -> bool:
        """Tell whether the words are rather those of a figure that reads otherwise, said nowhere better."""
        said = self._figures[figure].text
        return any(
            self._figures[other].text != said
            and scores[number] > self.score(figure, number)
            and scores[number] == max(scores)
            for other, scores in enumerate(self._scores)
        )


def _own(places: Sequence[_Closeness]) -> list[frozenset[str]]:
    """Return of each place the pairs that no other has."""
    times = Counter(pair for place in places for pair in place)
    return [frozenset(pair for pair in place if times[pair] == 1) for place in places]


def _closest(words: frozenset[str], place: _Closeness) -> int:
    return max((place[pair] for pair in words & place.keys()), default=0)
