"""The versions of the rules, kept as the office wrote them."""

from jinshi_desk.domain.rules import RuleBook, RuleSet, read_rules
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import RuleSetRow


class Rules:
    """Every rule set; its text is read anew only when it is another."""

    def __init__(self, db: DataFile) -> None:
        self._db = db
        self._read: dict[str, tuple[str, RuleSet]] = {}

    def book(self) -> RuleBook:
        """Return all versions, oldest first."""
        rows = self._db.rows("SELECT id, toml, withdrawn FROM rule_set ORDER BY effective_from, id")
        read = [(self._rules(name, toml), withdrawn) for name, toml, withdrawn in rows]
        return RuleBook(
            tuple(rules for rules, withdrawn in read if not withdrawn),
            tuple(rules for rules, withdrawn in read if withdrawn),
        )

    def text(self, version: str) -> str:
        """Return a version as it was written."""
        toml: str = self._db.value("SELECT toml FROM rule_set WHERE id = ?", version)
        return toml

    def write(self, rules: RuleSet, toml: str) -> None:
        """Write a version that was checked in the place of the one with its id."""
        RuleSetRow.update(toml=toml).where(RuleSetRow.id == rules.id).bind(self._db).execute()

    def add(self, rules: RuleSet, toml: str) -> None:
        """Add a version that was checked; it may have the id of one that was withdrawn."""
        facts = {"effective_from": str(rules.effective_from), "toml": toml, "withdrawn": ""}
        if self._db.value("SELECT 1 FROM rule_set WHERE id = ?", rules.id):
            RuleSetRow.update(facts).where(RuleSetRow.id == rules.id).bind(self._db).execute()
        else:
            RuleSetRow.insert(id=rules.id, **facts).bind(self._db).execute()

    def withdraw(self, version: str, reason: str) -> None:
        """Have a version hold no more, for a reason; with an empty one it holds again."""
        RuleSetRow.update(withdrawn=reason).where(RuleSetRow.id == version).bind(self._db).execute()

    def _rules(self, name: str, toml: str) -> RuleSet:
        known = self._read.get(name)
        if known is None or known[0] != toml:
            known = self._read[name] = (toml, read_rules(toml, name))
        return known[1]
