"""Standard competition ranking inside a group: 1, 2, 2, 4 (§6.3)."""

from collections.abc import Iterable, Mapping


def ranks(scores: Mapping[str, int], ranked: Iterable[str]) -> dict[str, int | None]:
    """Return the rank of every key of ``scores``, highest first; keys not in ``ranked`` get none."""
    in_contest = frozenset(ranked)
    competing = sorted((score for key, score in scores.items() if key in in_contest), reverse=True)
    places = {score: place for place, score in reversed(list(enumerate(competing, start=1)))}
    return {key: places[score] if key in in_contest else None for key, score in scores.items()}
