"""The versions of the rules, kept as the office wrote them."""

from jinshi_desk.domain.rules import RuleBook, RuleSet, read_rules
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import RuleSetRow


class Rules:
    """Every rule set, read once and kept."""

    def __init__(self, db: DataFile) -> None:
        self._db = db
        self._read: dict[str, RuleSet] = {}

    def book(self) -> RuleBook:
        """Return all versions, oldest first."""
        rows = self._db.rows("SELECT id, toml FROM rule_set ORDER BY effective_from")
        for name, toml in rows:
            if name not in self._read:
                self._read[name] = read_rules(toml, name)
        return RuleBook(tuple(self._read[name] for name, _ in rows))

    def text(self, version: str) -> str:
        """Return a version as it was written."""
        toml: str = self._db.value("SELECT toml FROM rule_set WHERE id = ?", version)
        return toml

    def write(self, rules: RuleSet, toml: str) -> None:
        """Write a version that was checked in the place of the one with its id."""
        self._read.pop(rules.id, None)
        RuleSetRow.update(toml=toml).where(RuleSetRow.id == rules.id).bind(self._db).execute()

    def add(self, rules: RuleSet, toml: str) -> None:
        """Add a version that was checked."""
        RuleSetRow.insert(id=rules.id, effective_from=str(rules.effective_from), toml=toml).bind(
            self._db
        ).execute()
