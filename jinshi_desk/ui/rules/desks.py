"""The desks that 考核规则 works at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jinshi_desk.services.rule_editing import RuleEditDesk
from jinshi_desk.services.rule_sets import RulesDesk
from jinshi_desk.services.rule_versions import RuleVersionDesk


@dataclass(frozen=True, slots=True)
class RuleDesks:
    """They share one undo; ``units`` gives the names, by id, that a rule may speak of."""

    rules: RulesDesk
    versions: RuleVersionDesk
    editing: RuleEditDesk
    units: Callable[[], Mapping[str, str]]
