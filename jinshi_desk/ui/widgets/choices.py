"""What can be chosen by typing, and which of it a few letters mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """Something with a name. ``pinyin`` has a space between syllables, ``initials`` none.

    ``hint`` is shown beside the label, ``also`` are other names it is known by.
    """

    id: str
    label: str
    initials: str = ""
    pinyin: str = ""
    hint: str = ""
    also: tuple[str, ...] = ()


def matching(choices: Iterable[Choice], typed: str, limit: int = 12) -> list[Choice]:
    """Return the choices that ``typed`` may mean, best first; all of them where nothing is typed."""
    typed = typed.strip().lower()
    if not typed:
        return list(choices)[:limit]
    ranked = ((_rank(choice, typed), choice) for choice in choices)
    found = sorted((pair for pair in ranked if pair[0] is not None), key=_first)
    return [choice for _rank_of_it, choice in found[:limit]]


def _first(pair: tuple[int | None, Choice]) -> int:
    return pair[0] or 0


def _rank(choice: Choice, typed: str) -> int | None:
    """Return how well ``typed`` means ``choice``, 0 best; none where it does not."""
    label, initials, syllables = choice.label.lower(), choice.initials.lower(), choice.pinyin.lower().split()
    if label == typed:
        return 0
    if label.startswith(typed):
        return 1
    if initials == typed:
        return 2
    letters = typed.replace("'", "").replace(" ", "")
    if initials.startswith(letters) or _spells(letters, syllables):
        return 3
    if typed in label:
        return 4
    # 市司法局 is looked for as 司法局, sfj.
    if letters in initials or any(_spells(letters, syllables[start:]) for start in range(1, len(syllables))):
        return 5
    return 6 if any(typed in name.lower() for name in choice.also) else None


def _spells(letters: str, syllables: Sequence[str]) -> bool:
    """Tell whether ``letters`` are beginnings of the first syllables, one after another: yaosz for 药山镇."""
    if not letters:
        return True
    if not syllables:
        return False
    common = 0
    for mine, theirs in zip(letters, syllables[0], strict=False):
        if mine != theirs:
            break
        common += 1
    return any(_spells(letters[size:], syllables[1:]) for size in range(common, 0, -1))
