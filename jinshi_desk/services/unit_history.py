"""沿革: what a unit went through, in words."""

import itertools
from collections.abc import Iterable, Mapping

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.unit_changes import ChangeKind, UnitChange
from jinshi_desk.domain.units import Unit
from jinshi_desk.wording import GROUP, UNIT_CHANGE


def unit_history(unit: Unit, changes: Iterable[UnitChange], names: Mapping[str, str]) -> tuple[str, ...]:
    """Say what ``unit`` went through, oldest first: ``2022年7月由甲乡改名``, ``2023年1月合并为丙镇``."""
    told = [(later.since, f"由{earlier.name}改名") for earlier, later in itertools.pairwise(unit.names)]
    told += [
        (later.since, f"由{GROUP[earlier.group]}转入{GROUP[later.group]}")
        for earlier, later in itertools.pairwise(unit.groups)
    ]
    left: dict[tuple[Month, ChangeKind], list[str]] = {}
    came: dict[tuple[Month, ChangeKind], list[str]] = {}
    for change in changes:
        if change.unit == unit.id:
            into = [names[change.successor]] if change.successor else []
            left.setdefault((change.month, change.kind), []).extend(into)
        elif change.successor == unit.id:
            came.setdefault((change.month, change.kind), []).append(names[change.unit])
    told += [
        (month, _came(kind, "、".join(before), new=unit.active_from == month))
        for (month, kind), before in came.items()
    ]
    told += [(month, _left(kind, "、".join(into))) for (month, kind), into in left.items()]
    return tuple(f"{month.label}{what}" for month, what in sorted(told, key=lambda each: each[0]))


def _left(kind: ChangeKind, into: str) -> str:
    return f"{UNIT_CHANGE[kind]}为{into}" if into else UNIT_CHANGE[kind]


def _came(kind: ChangeKind, before: str, *, new: bool) -> str:
    return f"由{before}{UNIT_CHANGE[kind]}" if new else f"{before}并入"
