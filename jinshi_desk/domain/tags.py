"""Topics (选题) that drafts are about, several to a draft: what the quarter's review counts (§6.5 Q3)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jinshi_desk.domain.problems import Problem

TAG_LIMIT = 20
"""Characters: ``围绕{topic}的稿件`` has room for no more."""
TAGS_LIMIT = 6
"""Topics of one draft; what is about everything is about nothing."""
_SEPARATORS = re.compile(r"[、，,;；\n]")


def read_tags(text: str) -> tuple[str, ...]:
    """Return the topics that ``text`` lists, each once, in its order."""
    return cleaned_tags(_SEPARATORS.split(text))


def cleaned_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return ``tags`` without blanks, number signs and repetitions."""
    plain = ("".join(char for char in tag if char.isprintable()) for tag in tags)
    return tuple(dict.fromkeys(tag for each in plain if (tag := " ".join(each.strip("#＃ 　").split()))))


def problems(tags: Sequence[str]) -> Iterator[Problem]:
    """Yield what keeps ``tags`` from being filed."""
    if len(tags) > TAGS_LIMIT:
        yield Problem("tags", "too_many", detail=str(TAGS_LIMIT))
    if any(len(tag) > TAG_LIMIT for tag in tags):
        yield Problem("tags", "too_long", detail=str(TAG_LIMIT))


def counted(tags_of_drafts: Iterable[Sequence[str]]) -> tuple[tuple[str, int], ...]:
    """Return each topic with how many of the drafts are about it, the most frequent first, then by name."""
    numbers = Counter(tag for tags in tags_of_drafts for tag in dict.fromkeys(tags))
    return tuple(sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0])))
