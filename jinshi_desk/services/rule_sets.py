"""The desk for the rules: a new version from a whole open month on (§3.4, rule change in mid-year)."""

from pathlib import Path

from jinshi_desk import paths
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import BadRules, CannotRead, DeductionTypeInUse, RulesOfClosedMonth
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rule_changes import RuleChange, rule_changes
from jinshi_desk.domain.rule_keys import unknown_keys
from jinshi_desk.domain.rules import RuleBook, RuleSet, parsed, read_rules
from jinshi_desk.safe_files import cause
from jinshi_desk.services.booking import book_anew
from jinshi_desk.store.database import Store

SUBJECT = "rules"
"""What the records of these acts are about."""
SIZE_LIMIT = 256 * 1024
"""Bytes; the shipped rules have 8 thousand."""


class RulesDesk:
    """What a clerk does when the office issues another 考核评比细则."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def book(self) -> RuleBook:
        """Return every version, oldest first."""
        return self._store.rules.book()

    def text(self, version: str) -> str:
        """Return a version as the office wrote it."""
        return self._store.rules.text(version)

    def read(self, file: Path) -> str:
        """Return the text of a rule file that could be taken in, but for its id and its first month.

        Raises:
            CannotRead: the file can't be read.
            BadRules: it is not usable, or a key means nothing.
        """
        toml = read_toml(file)
        read_rules(toml, file.name)
        _refuse_unknown_keys(toml, file.name)
        return toml

    def compare(self, file: Path) -> tuple[str, tuple[RuleChange, ...]]:
        """Return the version that a file would follow, by its id, and what the file says otherwise.

        Raises:
            CannotRead: the file can't be read.
            BadRules: it is not usable, or a key means nothing.
            NoRules: no version holds in the month it begins in.
        """
        toml = self.read(file)
        before = self.book().at(read_rules(toml).effective_from)
        return before.id, tuple(rule_changes(parsed(self.text(before.id)), parsed(toml)))

    def add(self, file: Path) -> RuleSet:
        """Take in a version and book anew what the open months from its first one on have booked.

        Raises:
            CannotRead: the file can't be read.
            BadRules: it is not usable, a key means nothing, or another version has its id or first month.
            RulesOfClosedMonth: it would begin in a closed month.
            DeductionTypeInUse: it does not know a type of deduction that is booked in its months.
        """
        toml = self.read(file)
        rules = read_rules(toml, file.name)
        for version in self.book().versions:
            if version.id == rules.id:
                raise BadRules(file.name, "ruleset.id", "taken", rules.id)
            if version.effective_from == rules.effective_from:
                raise BadRules(file.name, "ruleset.effective_from", "taken", str(rules.effective_from))
        if self._store.months.is_closed(rules.effective_from):
            raise RulesOfClosedMonth(rules.effective_from.label, self._store.months.open_from().label)
        versions = self.book().versions
        refuse_lost_types(self._store, RuleBook((*versions, rules)))
        with self._store.writing("rules", Topic.RULES, Topic.POINTS, Topic.DRAFTS) as act:
            self._store.rules.add(rules, toml)
            book_anew(self._store, rules.effective_from)
            act.subject = SUBJECT
            act.after = {"id": rules.id, "effective_from": str(rules.effective_from)}
        return rules


def refuse_lost_types(store: Store, then: RuleBook) -> None:
    """Refuse rules that no longer know a type of deduction that stands: its points would vanish unseen.

    Raises:
        DeductionTypeInUse: as it says.
    """
    now, open_from = store.rules.book(), store.months.open_from()
    lost: dict[str, list[str]] = {}
    for each in store.deductions.all():
        month = Month.of(each.confirmed_on or each.proposed_on)
        if each.voided or each.rejected or month < open_from:
            continue
        before, after = now.find(month), then.find(month)
        if before and each.type in before.deductions and not (after and each.type in after.deductions):
            lost.setdefault(each.type, []).append(before.deductions[each.type].name)
    for names in lost.values():
        raise DeductionTypeInUse(names[0], len(names))


def _refuse_unknown_keys(toml: str, source: str) -> None:
    shipped = read_toml(paths.resources() / "defaults" / "rules_default.toml")
    for key, near in unknown_keys(parsed(toml), parsed(shipped)):
        raise BadRules(source, key, "unknown_near" if near else "unknown", near)


def read_toml(file: Path) -> str:
    """Return the text of a rule file.

    Raises:
        CannotRead: the machine would not let us.
        BadRules: it is larger than any rules are, or not UTF-8.
    """
    try:
        if file.stat().st_size > SIZE_LIMIT:
            raise BadRules(file.name, "", "too_large", f"超过 {SIZE_LIMIT // 1024} KB")
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CannotRead(file.name, cause(error)) from error
    except UnicodeDecodeError as error:
        raise BadRules(file.name, "", "syntax", "不是 UTF-8 文本") from error
