"""The names that a file is read by: those on file, what its own lists add, what the clerk settled.

A workbook may bring 单位名单, 媒体名单 and 人员 beside the sheets that use them; a clerk may have an unknown
unit created, or say once and for all which unit or outlet a word means. Either way the names are known to
every sheet at once, and come in with the batch (docs/decisions/0023).
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from jinshi_desk.domain.facts import PersonFact
from jinshi_desk.domain.matching import UnitNames, plain
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlet_matching import OutletNames
from jinshi_desk.domain.outlets import Level, Outlet
from jinshi_desk.domain.people import label
from jinshi_desk.domain.registers import Action, Candidate, FileReading, Question
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.sheets.cell_readers import Names
from jinshi_desk.sheets.decisions import Decisions
from jinshi_desk.store.database import Store
from jinshi_desk.wording import GROUP, LEVEL

Listed = TypeVar("Listed", Unit, Outlet)
K = TypeVar("K", bound=StrEnum)

NEW = "new:"
"""How an answer begins that wants a new unit of a group, or a new outlet of a level: ``new:bureau``."""
_ABOUT_NAMES = re.compile(r"(?:[^:]*!\d+:)?(unknown_unit|unknown_outlet):(.+)", re.DOTALL)
_SEVERAL = re.compile(r"[、，,;；/\n]")
_NAMING = ("unit", "outlet", "outlet_named")
_FEWEST_CHARACTERS = 2
_KIND = "media"
"""What a new outlet is, as long as nobody says whether it is a newspaper or a site."""


def creations(question: Question) -> tuple[Candidate, ...]:
    """Return the answers to ``question`` that put the unknown name on the list."""
    if _SEVERAL.search(question.subject) or len(plain(question.subject)) < _FEWEST_CHARACTERS:
        return ()
    if question.kind == "unknown_unit":
        return tuple(Candidate(f"{NEW}{group.value}", f"新增单位：{name}") for group, name in GROUP.items())
    if question.kind == "unknown_outlet":
        return tuple(Candidate(f"{NEW}{level.value}", f"新增媒体：{name}") for level, name in LEVEL.items())
    return ()


@dataclass(frozen=True, slots=True)
class Roster:
    """Units, outlets and people by name. ``settled`` has, by the word decided about, what that adds."""

    units: Mapping[str, Unit]
    outlets: Mapping[str, Outlet]
    people: frozenset[str]
    settled: Mapping[str, Unit | Outlet] = field(default_factory=dict)
    open_from: Month = field(default=Month(1900, 1))

    @property
    def unit_ids(self) -> Set[str]:
        """The ids of every unit, those that come with the file too."""
        return self.units.keys() | {added.id for added in self.settled.values()}

    def names(self, deductions: Mapping[str, str]) -> Names:
        """Return what the readers of sheets look names up in."""
        units, outlets = dict(self.units), dict(self.outlets)
        for added in self.settled.values():
            if isinstance(added, Unit):
                units[added.id] = _joined(units.get(added.id, added), added)
            else:
                outlets[added.id] = _joined(outlets.get(added.id, added), added)
        return Names(UnitNames(units.values()), OutletNames(outlets.values()), self.people, deductions)

    def joined_by(self, reading: FileReading) -> "Roster":
        """Return the roster with what the lists in a file add; the same where they add nothing."""
        facts = [row.fact for row in reading.rows if row.action is Action.IMPORT]
        units, outlets = dict(self.units), dict(self.outlets)
        for fact in facts:
            match fact:
                case Unit() as unit:
                    units[unit.id] = _joined(units.get(unit.id, unit), unit)
                case Outlet() as outlet:
                    outlets[outlet.id] = _joined(outlets.get(outlet.id, outlet), outlet)
        brought = (fact for fact in facts if isinstance(fact, PersonFact))
        people = self.people | {name for fact in brought for name in (fact.name, label(fact.name, fact.mark))}
        wider = replace(self, units=units, outlets=outlets, people=people)
        return self if wider == self else wider

    def brought_by(self, reading: FileReading) -> tuple[Unit | Outlet, ...]:
        """Return what was settled about names that rows to be imported use; new units begin with them."""
        written = {
            plain(row.cells[column].raw)
            for row in reading.rows
            if row.action is Action.IMPORT
            for column in _NAMING
            if column in row.cells
        }
        used = [added for word, added in self.settled.items() if any(plain(word) in each for each in written)]
        since = _first_month(reading)
        return tuple(
            replace(added, active_from=max(since, self.open_from))
            if isinstance(added, Unit) and added.id not in self.units and since is not None
            else added
            for added in used
        )


def roster_of(store: Store, decisions: Decisions, month: Month) -> Roster:
    """Return the names on file with what ``decisions`` settle.

    A new unit begins in ``month`` where the file tells no other. Units that went with an import that was
    undone are known no more.
    """
    on_file = store.units.all()
    roster = Roster(
        {unit.id: unit for unit in on_file if not unit.was_taken_back},
        {outlet.id: outlet for outlet in store.outlets.all()},
        store.people.names(),
        open_from=store.months.open_from(),
    )
    if not any(_ABOUT_NAMES.match(key) for key in decisions.answers):
        return roster
    settling = _Settling(store, on_file, roster.names({}), month)
    for word, kind, answer in _settled_words(decisions):
        settling.settle(word, kind, answer)
    return replace(roster, settled=settling.settled)


def _settled_words(decisions: Decisions) -> Iterator[tuple[str, str, str]]:
    """Yield each word that is new, or meant in general, with the kind of its question and the answer."""
    for key, answer in decisions.answers.items():
        found = _ABOUT_NAMES.fullmatch(key)
        if found is None or len(plain(found[2])) < _FEWEST_CHARACTERS or plain(found[2]).isdigit():
            continue
        if answer.startswith(NEW) or key == f"{found[1]}:{found[2]}":
            yield found[2].strip(), found[1], answer


class _Settling:
    """Turns what was decided about words into the units and outlets, or their other names, that it adds."""

    def __init__(self, store: Store, on_file: Sequence[Unit], names: Names, month: Month) -> None:
        self._store, self._on_file, self._names, self._month = store, on_file, names, month
        self.settled: dict[str, Unit | Outlet] = {}

    def settle(self, word: str, kind: str, answer: str) -> None:
        """Settle what ``word`` means, unless it means something already or the answer is of another sort."""
        added = self._unit(word, answer) if kind == "unknown_unit" else self._outlet(word, answer)
        if added is not None:
            self.settled[word] = added

    def _unit(self, word: str, answer: str) -> Unit | None:
        known, group = self._names.units.by_id(answer), _wanted(answer, Group)
        if self._names.units.match(word) is not None:
            return None
        if known is not None:
            return replace(known, aliases=(word,))
        if group is None:
            return None
        gone = next((unit.id for unit in self._on_file if unit.name == word), None)
        number = gone or self._free(self._store.units.new_id(word))
        position = max((unit.position for unit in self._on_file), default=-1) + 1
        return Unit(number, word, group, position + len(self.settled), self._month)

    def _outlet(self, word: str, answer: str) -> Outlet | None:
        known, level = self._names.outlets.by_id(answer), _wanted(answer, Level)
        if self._names.outlets.find(word) is not None:
            return None
        if known is not None:
            return replace(known, aliases=(word,))
        if level is None:
            return None
        number = self._free(self._store.outlets.new_id(word))
        last = max((outlet.position for outlet in self._store.outlets.all()), default=-1)
        return Outlet(number, word, level, _KIND, last + 1 + len(self.settled))

    def _free(self, stem: str) -> str:
        """Return an id that nothing settled before has."""
        taken = {added.id for added in self.settled.values()}
        numbered = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
        return next(one for one in (stem, *numbered) if one not in taken)


def _wanted(answer: str, kinds: type[K]) -> K | None:
    """Return the group or level that an answer wants something new of."""
    return next((kind for kind in kinds if answer == f"{NEW}{kind.value}"), None)


def _joined(there: Listed, added: Listed) -> Listed:
    """Return what is there with the other names that ``added`` has."""
    names = tuple(dict.fromkeys((*there.aliases, *added.aliases)))
    return replace(there, aliases=names)


def _first_month(reading: FileReading) -> Month | None:
    """Return the month of the earliest draft to be imported, else the one the file speaks of."""
    days = [
        row.proposal.received_on
        for row in reading.rows
        if row.action is Action.IMPORT and row.proposal and row.proposal.received_on
    ]
    return Month.of(min(days)) if days else reading.period
