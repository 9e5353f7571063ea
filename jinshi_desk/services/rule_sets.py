"""The desk for the rules: a new version from a whole open month on (§3.4, rule change in mid-year)."""

from pathlib import Path

from jinshi_desk import paths
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import BadRules, CannotRead, MonthClosed
from jinshi_desk.domain.rule_keys import unknown_keys
from jinshi_desk.domain.rules import RuleBook, RuleSet, read_rules
from jinshi_desk.safe_files import cause
from jinshi_desk.services.booking import book_anew
from jinshi_desk.store.database import Store


class RulesDesk:
    """What a clerk does when the office issues another 考核评比细则."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def book(self) -> RuleBook:
        """Return every version, oldest first."""
        return self._store.rules.book()

    def add(self, file: Path) -> RuleSet:
        """Take in a version and book anew what the open months from its first one on have booked.

        Raises:
            CannotRead: the file can't be read.
            BadRules: it is not usable, a key means nothing, or another version has its id or first month.
            MonthClosed: it would begin in a closed month.
        """
        toml = read_toml(file)
        rules = read_rules(toml, file.name)
        shipped = read_toml(paths.resources() / "defaults" / "rules_default.toml")
        for key, near in unknown_keys(toml, shipped):
            raise BadRules(file.name, key, "unknown_near" if near else "unknown", near)
        for version in self.book().versions:
            if version.id == rules.id:
                raise BadRules(file.name, "ruleset.id", "taken", rules.id)
            if version.effective_from == rules.effective_from:
                raise BadRules(file.name, "ruleset.effective_from", "taken", str(rules.effective_from))
        if self._store.months.is_closed(rules.effective_from):
            raise MonthClosed(rules.effective_from.label)
        with self._store.writing("rules", Topic.RULES, Topic.POINTS, Topic.DRAFTS) as act:
            self._store.rules.add(rules, toml)
            book_anew(self._store, rules.effective_from)
            act.subject = "rules"
            act.after = {"id": rules.id, "effective_from": str(rules.effective_from)}
        return rules


def read_toml(file: Path) -> str:
    """Return the text of a rule file.

    Raises:
        CannotRead: the machine would not let us.
        BadRules: it is not UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CannotRead(file.name, cause(error)) from error
    except UnicodeDecodeError as error:
        raise BadRules(file.name, "", "syntax", "不是 UTF-8 文本") from error
