"""Titles, texts and names for the sample year: all made up, from word lists in ``resources/sample``."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from jinshi_desk.domain.drafts import Author, Category, Form, NewDraft, title_key
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.domain.versions import Content

_ORDINALS = "一二三四五六七"
_STREET = "街道"
_TWINS = 3
"""How many units may send in the same title in a year."""
_ONCE = ("党建", "一线", "党员先锋", "党课")
"""Words that read badly twice in a title."""
_TOPICS = 2
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Text:
    """What a draft says."""

    title: str
    body: str


class SampleWriter:
    """Writes for every unit; no unit gets a title twice, and few units get the same."""

    def __init__(self, rng: Random, folder: Path) -> None:
        self._rng = rng
        self._words = _table(folder / "words.toml")
        units = _table(folder / "units.toml")
        self._works: Mapping[str, list[str]] = units["works"]
        self._desk = frozenset(units["desk"])
        self._used: set[tuple[str, str]] = set()
        self._seen: dict[str, int] = {}

    def write(
        self, unit: Unit, month: Month, category: Category, form: Form, partner: Unit | None = None
    ) -> Text:
        """Write a draft of ``unit``; title and body speak of the same work."""
        while True:
            slots = self._slots(unit, month, partner)
            title = self._rng.choice(self._templates(unit, category, partner)).format_map(slots)
            key = _DIGITS.sub("", title_key(title, (unit.name,)))
            once = all(title.count(word) < 2 for word in _ONCE)
            if once and (unit.id, key) not in self._used and self._seen.get(key, 0) < _TWINS:
                break
        self._used.add((unit.id, key))
        self._seen[key] = self._seen.get(key, 0) + 1
        return Text(title, self._body(category, form, slots))

    def tags(self, title: str) -> tuple[str, ...]:
        """Return the topics that words of ``title`` tell of, two at most."""
        topics: Mapping[str, list[str]] = self._words["tags"]
        told = (topic for topic, words in topics.items() if any(word in title for word in words))
        return tuple(islice(told, _TOPICS))

    def reason(self, fate: str) -> str:
        """Give a reason for sending a draft back, refusing or withdrawing it."""
        return self._pick("reasons", fate)

    def rewritten(self, draft: NewDraft, unit: Unit) -> Content:
        """Write a draft better, as its unit does when it was returned; always in the same way."""
        revision: Mapping[str, list[str]] = self._words["revision"]
        turn = len(draft.title) + len(draft.body)
        opening, *rest = draft.body.split("\n")
        added = revision["added"][turn % 3].format(unit=unit.name, n=turn % 60 + 12, k=turn % 7 + 3)
        body = "\n".join((f"{opening}{added}", *rest))
        title = revision["titles"][turn % 3].format(title=draft.title) if turn % 2 else draft.title
        pictures = revision["pictures"][: turn % 3]
        return Content(
            title,
            draft.authors,
            draft.authors_incomplete,
            len("".join(body.split())),
            body,
            (*draft.attachments, *pictures),
        )

    def remark(self, number: str) -> str:
        """Say what would make the draft better; of most drafts nothing."""
        remarks: Sequence[str] = self._words["revision"]["remarks"]
        turn = int(number[-1])
        return remarks[turn] if turn < len(remarks) else ""

    def place(self, outlet_kind: str) -> str:
        """Say where in an outlet of this kind a piece stood."""
        places: Mapping[str, list[str]] = self._words["places"]
        return self._rng.choice(places.get(outlet_kind, places["other"])).format(n=self._rng.randint(1, 60))

    def evidence(self) -> str:
        """Say what proves an adoption."""
        return self._pick("places", "evidence")

    def _pick(self, table: str, key: str) -> str:
        choices: Sequence[str] = self._words[table][key]
        return self._rng.choice(choices)

    def _templates(self, unit: Unit, category: Category, partner: Unit | None) -> Sequence[str]:
        titles: Mapping[str, list[str]] = self._words["titles"]
        if partner is not None:
            return titles["joint"]
        if category is Category.NEWS and unit.id not in self._desk:
            return titles["news"] + titles["front"]
        return titles[category]

    def _slots(self, unit: Unit, month: Month, partner: Unit | None) -> dict[str, object]:
        kind = _kind(unit)
        season = self._words["month"][month.month - 1]
        essay = self._words["essay"]
        pair = self._rng.randrange(len(essay["a"]))
        return {
            "unit": unit.name,
            "partner": partner.name if partner else "",
            "month": month.month,
            "day": self._rng.randint(1, 24),
            "work": self._rng.choice(self._works[unit.id]),
            **{
                slot: self._pick(f"{slot}s" if slot in ("brand", "tail") else slot, kind)
                for slot in ("brand", "tail", "crowd", "scene")
            },
            "drive": self._rng.choice(season["drive"] + (season["rural"] if kind == Group.TOWN else [])),
            "activity": self._rng.choice(season["activities"]),
            "topic": self._pick("research", "topic"),
            "do": self._pick("essay", "do"),
            "who": self._pick("essay", "who"),
            "a": essay["a"][pair],
            "b": essay["b"][pair],
            "n": self._rng.randint(12, 96),
        }

    def _body(self, category: Category, form: Form, slots: Mapping[str, object]) -> str:
        match category:
            case Category.ESSAY:
                paragraphs = self._some("thought", 5, 6)
            case Category.RESEARCH:
                paragraphs = [*self._words["body"]["finding"], *self._measures(2, 4)]
            case Category.EXPERIENCE:
                paragraphs = [*self._some("opening", 1, 1), *self._measures(5, 7), *self._some("scene", 2, 2)]
            case Category.NEWS:
                most = 1 if form is not Form.TEXT else 4
                paragraphs = [*self._some("opening", 1, 1), *self._measures(min(3, most), most)]
                paragraphs += self._some("scene", 1, 2)
        if category is not Category.ESSAY:
            paragraphs += self._some("closing", 1, 1)
        return "\n".join(paragraph.format_map({**slots, **self._numbers()}) for paragraph in paragraphs)

    def _some(self, pool: str, least: int, most: int) -> list[str]:
        return self._rng.sample(self._words["body"][pool], self._rng.randint(least, most))

    def _measures(self, least: int, most: int) -> list[str]:
        measures = self._some("measure", least, most)
        if len(measures) == 1:
            return measures
        return [f"{ordinal}是{measure}" for ordinal, measure in zip(_ORDINALS, measures, strict=False)]

    def _numbers(self) -> dict[str, int]:
        many = self._rng.randint(12, 96)
        done = many - self._rng.randint(0, 6)
        return {"n": many, "m": done, "k": self._rng.randint(4, 9), "j": self._rng.randint(2, 3)}


class SamplePeople:
    """The people who write: a few for each unit, one of them most of the time; reporters sign along.

    One of them moves from a unit to another, as ``move`` says, and writes there from then on.
    """

    def __init__(self, rng: Random, folder: Path, units: Sequence[Unit], move: Mapping[str, Any]) -> None:
        self._rng = rng
        names = _table(folder / "words.toml")["names"]
        pool = [
            surname + mark + numeral
            for surname in names["surnames"]
            for mark in names["marks"]
            for numeral in ("", *names["numerals"])
        ]
        rng.shuffle(pool)
        self._reporters = [pool.pop() for _ in range(6)]
        self._staff = {unit.id: [pool.pop() for _ in range(rng.randint(3, 6))] for unit in units}
        self._others = pool
        self._move = move
        self.mover: str = self._staff[move["unit"]][1]
        self._successor = self._others.pop()

    def staff(self, unit: str) -> Sequence[str]:
        """Return who writes for ``unit``, the main author first."""
        return self._staff[unit]

    def leader(self) -> str:
        """Name somebody who writes nothing."""
        name: str = self._others.pop()
        return name

    def authors(self, units: Sequence[str], day: date) -> tuple[Author, ...]:
        """Name the authors of a draft of ``units``: one or more of the lead, one of each partner."""
        lead = self._staff_on(units[0], day)
        number = self._rng.choices((1, 2, 3, 4), (60, 28, 9, 3))[0]
        main = lead[0] if self._rng.random() < 0.6 else self._rng.choice(lead)
        others = [name for name in lead if name != main]
        names = [main, *self._rng.sample(others, min(number - 1, len(others)))]
        names += [self._staff[unit][0] for unit in units[1:]]
        authors = [Author(name) for name in names]
        if self._rng.random() < 0.05:
            authors.append(Author(self._rng.choice(self._reporters), AuthorRole.REPORTER))
        return tuple(authors)

    def _staff_on(self, unit: str, day: date) -> list[str]:
        """Return the staff of ``unit`` on ``day``: as many as ever, so that the year stays as it is."""
        staff = self._staff[unit]
        if day < self._move["on"]:
            return staff
        if unit == self._move["to"]:
            return [staff[0], self.mover, *staff[2:]]
        return [staff[0], self._successor, *staff[2:]] if unit == self._move["unit"] else staff


def _kind(unit: Unit) -> str:
    """Return whose words suit ``unit``: streets are towns by group, but have no fields."""
    return "street" if unit.group is Group.TOWN and unit.name.endswith(_STREET) else unit.group.value


def _table(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
