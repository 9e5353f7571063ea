"""The desk for how drafts are counted: seen for any month, changed from an open month on (§4)."""

from collections.abc import Iterator

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.counting import (
    CountingRules,
    counted_by,
    counting_of,
    problems,
    written_values,
)
from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.rules import RuleSet, read_rules
from jinshi_desk.domain.units import Exemption, Unit
from jinshi_desk.services.booking import book_anew
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.rule_writing import rewritten
from jinshi_desk.services.shapes import Json
from jinshi_desk.store.database import Store

SUBJECT = "计数规则"
"""What the records of these acts are about."""
_TOPICS = (Topic.RULES, Topic.POINTS, Topic.DRAFTS)


class CountingDesk:
    """What a clerk does in 计数规则 beside the quotas of single units, which are the unit desk's."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def rules(self, month: Month) -> RuleSet | None:
        """Return the rules in force in ``month``; none before the first."""
        return self._store.rules.book().find(month)

    def open_from(self) -> Month:
        """Return the earliest month that a change may begin in."""
        return self._store.months.open_from()

    def charged(self) -> tuple[Unit, ...]:
        """Return the units that have, or had, a quota of their own."""
        return tuple(unit for unit in self._store.units.all() if unit.quotas)

    def exemptions(self) -> tuple[tuple[str, Exemption], ...]:
        """Return every exempt unit-month with its unit's name then, the latest first."""
        units = {unit.id: unit for unit in self._store.units.all()}
        found = reversed(self._store.units.exemptions())
        return tuple((units[each.unit].name_in(each.month), each) for each in found)

    def check(self, counting: CountingRules, month: Month | None) -> tuple[Problem, ...]:
        """Return everything that keeps ``counting`` from holding from ``month`` on."""
        return tuple(self._problems(counting, month))

    def count_by(self, counting: CountingRules, month: Month | None) -> RuleSet:
        """Count so from ``month`` on, by a version of the rules that differs in nothing else.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        refuse_bad(self._problems(counting, month))
        if month is None:
            raise ValueError(month)  # the problems say so
        known = self._store.rules.book().at(month)
        there, toml = known.effective_from == month, self._store.rules.text(known.id)
        rules = counted_by(known, counting, month)
        as_before = written_values(counted_by(known, counting_of(known), month))
        before = toml if there else rewritten(toml, as_before)
        text = rewritten(toml, written_values(rules))
        with self._store.writing("count_by", *_TOPICS) as act:
            (self._store.rules.write if there else self._store.rules.add)(rules, text)
            book_anew(self._store, month)
            act.subject = SUBJECT
            act.before, act.after = _facts(known), _facts(rules)
        self._undo.remember(SUBJECT, lambda: self._take_back(read_rules(before, rules.id), before))
        return rules

    def undo(self) -> str:
        """Take back the last act; raises as ``Undo.last`` does."""
        return self._undo.last()

    def _problems(self, counting: CountingRules, month: Month | None) -> Iterator[Problem]:
        yield from problems(counting)
        if month is None:
            yield Problem("month", "missing")
        elif self._store.months.is_closed(month):
            yield Problem("month", "closed", detail=month.label)
        elif (now := self.rules(month)) is None:
            yield Problem("month", "before_rules", detail=month.label)
        elif counting_of(now) == counting:
            yield Problem("quota", "unchanged")

    def _take_back(self, rules: RuleSet, toml: str) -> None:
        """Have the month's version say what held before; what was booked by it may name it, so it stays."""
        if self._store.months.is_closed(rules.effective_from):
            raise MonthClosed(rules.effective_from.label)
        with self._store.writing("undo", *_TOPICS) as act:
            act.before = _facts(self._store.rules.book().at(rules.effective_from))
            self._store.rules.write(rules, toml)
            book_anew(self._store, rules.effective_from)
            act.subject, act.after = SUBJECT, _facts(rules)


def _facts(rules: RuleSet) -> Json:
    """Return what the audit keeps."""
    return {**written_values(rules)}
