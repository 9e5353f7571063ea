"""The versions of the rules at the desk: who took each in, what it changed, and the taking back of one."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import DeskError, OnlyRules, ReasonMissing, RulesInUse, UnknownRules
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rule_changes import RuleChange, rule_changes
from jinshi_desk.domain.rules import RuleBook, RuleSet, parsed
from jinshi_desk.services.booking import book_anew
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.rule_sets import SUBJECT, refuse_lost_types
from jinshi_desk.store.audit import Record
from jinshi_desk.store.database import Store

TOPICS = (Topic.RULES, Topic.POINTS, Topic.DRAFTS)
_TAKEN_IN = (SUBJECT, "计数规则", "office")
"""The subjects of the acts that write a version: as a file or a form, by 计数规则, and with the office."""


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """A version of the rules: who wrote it last and when, and what it says otherwise than the one before."""

    rules: RuleSet
    by: str
    at: str
    follows: str
    """The id of the version before; empty where there is none."""
    changes: tuple[RuleChange, ...]
    in_force: bool
    refusal: DeskError | None
    """Why it can't be withdrawn, if it can't."""


class RuleVersionDesk:
    """What a clerk does with the versions there are."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def versions(self, month: Month) -> tuple[RuleVersion, ...]:
        """Return every version that holds, oldest first; in force is the one that holds in ``month``."""
        book = self._store.rules.book()
        records = self._store.audit.about(*_TAKEN_IN)
        written = {version: record for record in records for version in _written(record)}
        return tuple(
            RuleVersion(
                rules,
                written[rules.id].who if rules.id in written else "",
                written[rules.id].at if rules.id in written else "",
                *self._changes(book, rules),
                rules is book.find(month),
                self._refusal(book, rules),
            )
            for rules in book.versions
        )

    def withdraw(self, version: str, reason: str) -> RuleSet:
        """Have a version hold no more: the months from its first on follow the version before again.

        Returns:
            The version that was withdrawn.

        Raises:
            ReasonMissing: there is no reason.
            UnknownRules: no version that holds has the id.
            RulesInUse, OnlyRules: a closed month follows it, or there is no other.
            DeductionTypeInUse: a deduction is of a type that only it knows.
        """
        if not reason.strip():
            raise ReasonMissing("撤回规则")
        book = self._store.rules.book()
        rules = next((each for each in book.versions if each.id == version), None)
        if rules is None:
            raise UnknownRules(version)
        if (refusal := self._refusal(book, rules)) is not None:
            raise refusal
        refuse_lost_types(self._store, _without(book, rules))
        self._set("withdraw_rules", rules, reason.strip())
        self._undo.remember(SUBJECT, lambda: self._set("undo", rules, ""))
        return rules

    def undo(self) -> str:
        """Take back the last act; raises as ``Undo.last`` does."""
        return self._undo.last()

    def _set(self, name: str, rules: RuleSet, reason: str) -> None:
        with self._store.writing(name, *TOPICS) as act:
            self._store.rules.withdraw(rules.id, reason)
            book_anew(self._store, rules.effective_from)
            act.subject = SUBJECT
            act.before = {"id": rules.id, "effective_from": str(rules.effective_from)}
            act.after = {"withdrawn": reason}

    def _refusal(self, book: RuleBook, rules: RuleSet) -> DeskError | None:
        if self._store.months.is_closed(rules.effective_from):
            return RulesInUse(rules.id, rules.effective_from.label)
        return OnlyRules(rules.id) if len(book.versions) == 1 else None

    def _changes(self, book: RuleBook, rules: RuleSet) -> tuple[str, tuple[RuleChange, ...]]:
        before = _without(book, rules).find(rules.effective_from)
        if before is None:
            return "", ()
        tables = (parsed(self._store.rules.text(version.id)) for version in (before, rules))
        return before.id, tuple(rule_changes(*tables))


def _written(record: Record) -> Iterator[str]:
    """Yield the id of the version that an act wrote."""
    for key in ("id", "ruleset.id", "rules"):
        if isinstance(version := record.after.get(key), str):
            yield version


def _without(book: RuleBook, rules: RuleSet) -> RuleBook:
    return RuleBook(tuple(each for each in book.versions if each.id != rules.id))
