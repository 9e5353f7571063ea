"""How the office words its reminders (§4): a text for each occasion, with places that the figures fill."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from jinshi_desk.domain.problems import Problem


class Occasion(StrEnum):
    """What a text is for: the four stages, and what is left to say once the close day is over."""

    REMIND = "remind"
    URGE = "urge"
    OVERDUE = "overdue"
    FINAL = "final"
    OVER = "over"


UNITS = "单位"
"""The place that every text must have: who is meant, each with what counts of what it sent."""

PLACES: Mapping[str, str] = {
    UNITS: "药山镇（1条）、新洲镇（0条）",
    "家数": "2",
    "任务": "2条",
    "月份": "6月",
    "今天": "6月15日",
    "进度": "6月已过半，截至6月15日，",
    "截止日": "6月30日",
}
"""Every place, with what may come to stand there."""

_PLACE = re.compile(r"\{([^{}]*)\}")
_HALF_WIDTH = str.maketrans("｛｝", "{}")

Wordings = Mapping[Occasion, str]


def cleaned(text: str) -> str:
    """Return a text as it is kept: braces typed by a Chinese keyboard are braces."""
    return text.translate(_HALF_WIDTH).strip()


def problems(text: str) -> Iterator[Problem]:
    """Yield what keeps a cleaned text from being used."""
    if not text:
        yield Problem("wording", "missing")
        return
    named = _PLACE.findall(text)
    for place in dict.fromkeys(named):
        if place not in PLACES:
            yield Problem("wording", "unknown_place", detail=f"{{{place}}}")
    if set("{}") & set(_PLACE.sub("", text)):
        yield Problem("wording", "stray_brace")
    elif UNITS not in named:
        yield Problem("wording", "no_units", detail=f"{{{UNITS}}}")


def filled(text: str, facts: Mapping[str, str]) -> str:
    """Return a text with ``facts``, by place, in its places; a place nothing is known of stays as it is."""
    return _PLACE.sub(lambda place: facts.get(place[1], place[0]), text)
