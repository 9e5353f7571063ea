"""The desk for a version of the rules that is being written: its text, what is wrong with it, its saving."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from jinshi_desk import paths
from jinshi_desk.clause_words import UNITS
from jinshi_desk.domain.errors import BadRules, MonthClosed, RulesOfClosedMonth
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rule_changes import RuleChange, rule_changes
from jinshi_desk.domain.rule_faults import faults
from jinshi_desk.domain.rule_keys import unknown_keys
from jinshi_desk.domain.rule_lines import line_of
from jinshi_desk.domain.rules import RuleBook, RuleSet, parsed, read_rules, read_table
from jinshi_desk.services.booking import book_anew
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.rule_sets import SUBJECT, read_toml, refuse_lost_types
from jinshi_desk.services.rule_versions import TOPICS
from jinshi_desk.services.rule_writing import RuleValue, rewritten
from jinshi_desk.services.shapes import Json
from jinshi_desk.store.database import Store

UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class RuleFault:
    """What is wrong with a text, at a key or a line, counted from 1; neither where it is wrong as a whole."""

    key: str
    fault: str
    detail: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A text looked through: what is wrong; if it can be read, its rules and how they differ from what holds.

    ``before`` is the version that it would follow or replace.
    """

    faults: tuple[RuleFault, ...]
    rules: RuleSet | None = None
    before: RuleSet | None = None
    changes: tuple[RuleChange, ...] = ()

    @property
    def wrong(self) -> tuple[RuleFault, ...]:
        """The faults but for one: that nothing was changed yet."""
        return tuple(each for each in self.faults if each.fault != UNCHANGED)


class RuleEditDesk:
    """What a clerk does to write a version of the rules, as a form or as text: both write the same text."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def open_from(self) -> Month:
        """Return the earliest month that a version may begin in."""
        return self._store.months.open_from()

    def start(self, month: Month) -> str:
        """Return what to write a version from: what holds in ``month``, named for it."""
        book = self._store.rules.book()
        return self.begun_in(self._store.rules.text((book.find(month) or book.versions[0]).id), month)

    def begun_in(self, toml: str, month: Month) -> str:
        """Return ``toml`` as a version that begins in ``month``.

        Its id is that of the version that begins there already; else its own, if no other version has it.

        Raises:
            BadRules: it can't be read.
        """
        versions = self._store.rules.book().versions
        there = next((each.id for each in versions if each.effective_from == month), None)
        own = parsed(toml).get("ruleset")
        name = str(own.get("id", "")) if isinstance(own, dict) else ""
        if there is None and (not name or any(each.id == name for each in versions)):
            there = f"{name.partition('@')[0] or 'rules'}@{month}"
        values: dict[str, RuleValue | None] = {"ruleset.effective_from": str(month)}
        return rewritten(toml, values | ({"ruleset.id": there} if there else {}))

    def changed(self, toml: str, values: Mapping[str, RuleValue | None]) -> str:
        """Return ``toml`` with values set, by their keys; none takes one out.

        Raises:
            BadRules: it can't be read.
        """
        return rewritten(toml, values)

    def check(self, toml: str) -> Checked:
        """Return what is wrong with ``toml``, and what it would change if nothing is."""
        try:
            table = _parsed(toml)
        except BadRules as error:
            _, _, fault, _, line = error.args
            return Checked((RuleFault("", fault, line=line),))
        found = [RuleFault(*each, line_of(toml, each[0])) for each in faults(table, self._shipped)]
        for key, near in unknown_keys(table, self._shipped):
            fault = "unknown_near" if near else "unknown"
            found.append(RuleFault(key, fault, near, line_of(toml, key)))
        if found:
            return Checked(tuple(found))
        rules = read_table(table)
        before = self._store.rules.book().find(rules.effective_from)
        changes = tuple(rule_changes(self.table(before.id), table)) if before else ()
        return Checked(tuple(self._clashes(toml, rules, before, changes)), rules, before, changes)

    def table(self, version: str) -> Mapping[str, Any]:
        """Return the tables of a version, with the names that it gives; they are not to be changed."""
        return _parsed(self._store.rules.text(version))

    def save(self, toml: str) -> RuleSet:
        """Have a version hold from its month on: a new one, or the one that begins there already.

        Raises:
            BadRules: it is not usable, says nothing new, or its id is another version's.
            RulesOfClosedMonth: it would begin in a closed month.
            DeductionTypeInUse: it does not know a type of deduction that is booked in its months.
        """
        rules = read_rules(toml)
        if self._store.months.is_closed(rules.effective_from):
            raise RulesOfClosedMonth(rules.effective_from.label, self.open_from().label)
        checked = self.check(toml)
        for each in checked.faults:
            raise BadRules(rules.title, each.key, each.fault, each.detail, each.line)
        book, before = self._store.rules.book(), checked.before
        old = self._store.rules.text(rules.id) if before and before.id == rules.id else None
        others = tuple(each for each in book.versions if each.id != rules.id)
        refuse_lost_types(self._store, RuleBook((*others, rules)))
        self._write("rules" if old is None else "revise_rules", rules, toml, _facts(checked.changes))
        self._undo.remember(SUBJECT, lambda: self._take_back(rules, old))
        return rules

    def _clashes(
        self, toml: str, rules: RuleSet, before: RuleSet | None, changes: tuple[RuleChange, ...]
    ) -> Iterator[RuleFault]:
        versions, since = self._store.rules.book().versions, rules.effective_from
        where = line_of(toml, "ruleset.effective_from")
        if self._store.months.is_closed(since):
            yield RuleFault("ruleset.effective_from", "closed", since.label, where)
            return
        for version in versions:
            if version.id == rules.id and version.effective_from != since:
                yield RuleFault("ruleset.id", "taken", rules.id, line_of(toml, "ruleset.id"))
            elif version.id != rules.id and version.effective_from == since:
                yield RuleFault("ruleset.effective_from", "taken", since.label, where)
        known = {unit.id for unit in self._store.units.all()} | (before.unranked if before else set())
        for unit in sorted(rules.unranked - known):
            yield RuleFault(UNITS, "unknown_unit", unit, line_of(toml, UNITS))
        if before is not None and not changes:
            yield RuleFault("", UNCHANGED)

    def _write(self, name: str, rules: RuleSet, toml: str, facts: Json) -> None:
        with self._store.writing(name, *TOPICS) as act:
            there = any(each.id == rules.id for each in self._store.rules.book().versions)
            (self._store.rules.write if there else self._store.rules.add)(rules, toml)
            book_anew(self._store, rules.effective_from)
            act.subject = SUBJECT
            act.after = {"id": rules.id, "effective_from": str(rules.effective_from), **facts}

    def _take_back(self, rules: RuleSet, old: str | None) -> None:
        if self._store.months.is_closed(rules.effective_from):
            raise MonthClosed(rules.effective_from.label)
        if old is not None:
            self._write("undo", read_rules(old, rules.id), old, {})
            return
        with self._store.writing("undo", *TOPICS) as act:
            self._store.rules.withdraw(rules.id, "撤销")
            book_anew(self._store, rules.effective_from)
            act.subject, act.before = SUBJECT, {"id": rules.id}

    @cached_property
    def _shipped(self) -> dict[str, Any]:
        return parsed(read_toml(paths.resources() / "defaults" / "rules_default.toml"))


@lru_cache(maxsize=8)
def _parsed(toml: str) -> dict[str, Any]:
    """Return the tables of a text, which is asked about after every key that is pressed."""
    return parsed(toml)


def _facts(changes: tuple[RuleChange, ...]) -> Json:
    """Return what the audit keeps of what changed."""
    return {"changes": {each.key: [str(each.before), str(each.after)] for each in changes}}
