"""What the successors of units carry from the months before: averages and wholes."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.problems import Severity
from jinshi_desk.domain.rules import RuleBook
from jinshi_desk.domain.unit_acts import (
    Abolish,
    Create,
    Merge,
    Rename,
    Roster,
    Split,
    UnitAct,
    outcome,
    problems,
)
from jinshi_desk.domain.unit_changes import ChangeKind, UnitChange, carry_entries
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.wording import clause_phrase
from tests.office import AUGUST, JULY, JUNE, LONG_AGO, MAY, a_unit, default_rules

Earned = dict[tuple[str, Month], int]
YEAR = months_of(2022)


def _carried(
    changes: Iterable[UnitChange],
    earned: Earned,
    *units: Unit,
    open_from: Month = LONG_AGO,
) -> list[Entry]:
    return list(carry_entries(changes, units, earned, RuleBook((default_rules(),)), open_from))


def _merged(into: str, *units: str, month: Month = JULY) -> list[UnitChange]:
    return [UnitChange(month, ChangeKind.MERGE, unit, into) for unit in units]


A, B, C = a_unit("甲镇"), a_unit("乙镇"), a_unit("丙镇")
MERGED = _merged("合镇", "甲镇", "乙镇")
HE = a_unit("合镇", since=JULY)


def test_a_merged_unit_carries_the_average_of_those_before_it() -> None:
    """C18."""
    (entry,) = _carried(MERGED, {("甲镇", MAY): 3000, ("乙镇", JUNE): 2000}, A, B, HE)
    assert (entry.kind, entry.unit, entry.booked_month, entry.cents) == (Kind.CARRY, "合镇", JULY, 2500)
    assert entry.arithmetic == "(20 + 30) ÷ 2 = 25"
    assert clause_phrase(entry.clause) == "合并结转原单位累计平均分"


def test_the_average_is_rounded_to_the_cent() -> None:
    (entry,) = _carried(MERGED, {("甲镇", MAY): 101, ("乙镇", MAY): 200}, A, B, HE)
    assert entry.cents == 151


def test_what_predecessors_get_from_the_month_on_is_not_carried() -> None:
    assert _carried(MERGED, {("甲镇", JULY): 800, ("乙镇", AUGUST): 800}, A, B, HE) == []


def test_nothing_is_carried_from_last_year() -> None:
    january = Month(2023, 1)
    changes = [replace(change, month=january) for change in MERGED]
    assert _carried(changes, {("甲镇", JULY): 800}, A, B, replace(HE, active_from=january)) == []


def test_a_unit_that_takes_others_in_is_brought_to_the_average() -> None:
    change = UnitChange(JULY, ChangeKind.MERGE, "乙镇", "甲镇")
    (entry,) = _carried([change], {("甲镇", MAY): 3000, ("乙镇", MAY): -1000}, A, B)
    assert (entry.unit, entry.cents) == ("甲镇", -2000)
    assert entry.arithmetic == "((−10) + 30) ÷ 2 = 10; 10 − 30 = −20"


def test_each_unit_of_a_split_carries_the_whole() -> None:
    changes = [UnitChange(JULY, ChangeKind.SPLIT, "甲镇", name) for name in ("子镇", "丑镇")]
    new = [a_unit(name, since=JULY) for name in ("子镇", "丑镇")]
    found = _carried(changes, {("甲镇", MAY): 1250}, A, *new)
    assert {entry.unit: entry.cents for entry in found} == {"子镇": 1250, "丑镇": 1250}
    assert {clause_phrase(entry.clause) for entry in found} == {"分设结转原单位累计分"}


def test_an_abolished_unit_passes_nothing_on() -> None:
    assert _carried([UnitChange(JULY, ChangeKind.ABOLISH, "甲镇")], {("甲镇", MAY): 800}, A) == []


def test_what_was_carried_is_carried_on() -> None:
    again = _merged("大镇", "合镇", "丙镇", month=AUGUST)
    earned = {("甲镇", MAY): 3000, ("乙镇", MAY): 2000, ("合镇", JULY): 500, ("丙镇", MAY): 1000}
    first, second = _carried((*again, *MERGED), earned, A, B, C, HE, a_unit("大镇", since=AUGUST))
    assert (first.unit, second.unit) == ("合镇", "大镇")
    assert second.cents == (2500 + 500 + 1000) // 2


def test_a_closed_month_carries_nothing_anew() -> None:
    earned = {("甲镇", MAY): 3000, ("乙镇", MAY): 2000}
    assert _carried(MERGED, earned, A, B, HE, open_from=AUGUST) == []


# ---- any history

NAMES = ("甲镇", "乙镇", "丙镇", "丁镇", "戊镇")
STEP = st.tuples(
    st.sampled_from(["merge", "absorb", "split", "abolish", "rename", "create"]),
    st.integers(2, 12),
    st.randoms(use_true_random=False),
)
UNIT_MONTH = st.tuples(st.sampled_from(NAMES), st.sampled_from(YEAR))


@given(
    steps=st.lists(STEP, max_size=8),
    earned=st.dictionaries(UNIT_MONTH, st.integers(-2000, 5000)),
)
def test_any_history_keeps_its_units_and_carries_from_the_months_before(
    steps: list[tuple[str, int, object]], earned: Earned
) -> None:
    units = {name: a_unit(name) for name in NAMES}
    changes: list[UnitChange] = []
    for number, (kind, month, choice) in enumerate(sorted(steps, key=lambda step: step[1])):
        roster = Roster(tuple(units.values()), LONG_AGO)
        act = _an_act(kind, Month(2022, month), f"新{number}镇", roster, choice)
        if any(problem.severity is Severity.BAD for problem in problems(act, roster)):
            continue
        came = outcome(act, roster, lambda name: name)
        units |= {unit.id: unit for unit in (*came.changed, *came.added)}
        changes += came.changes
    earned = {key: cents for key, cents in earned.items() if units[key[0]].active_in(key[1])}
    entries = _carried(changes, earned, *units.values())
    _every_unit_has_one_name_a_month(units)
    _successors_are_level_with_their_predecessors(units, changes, earned, entries)


def _an_act(kind: str, month: Month, name: str, roster: Roster, choice: object) -> UnitAct:
    pick = choice.sample  # type: ignore[attr-defined]
    one, other = pick([unit.id for unit in roster.units], 2)
    match kind:
        case "merge":
            return Merge((one, other), name, month)
        case "absorb":
            return Merge((one,), other, month)
        case "split":
            return Split(one, (name, f"{name}二"), month)
        case "abolish":
            return Abolish(one, month)
        case "rename":
            return Rename(one, name, month)
    return Create(name, Group.TOWN, month)


def _every_unit_has_one_name_a_month(units: dict[str, Unit]) -> None:
    for month in YEAR:
        names = [unit.name_in(month) for unit in units.values()]
        assert len(set(names)) == len(names)


def _successors_are_level_with_their_predecessors(
    units: dict[str, Unit],
    changes: list[UnitChange],
    earned: Earned,
    entries: list[Entry],
) -> None:
    """From the change on a successor's year is what it carries and what it gets itself."""
    held = dict(earned)
    for entry in entries:
        assert entry.unit is not None
        key = entry.unit, entry.booked_month
        held[key] = held.get(key, 0) + entry.cents
    for change in changes:
        if change.successor is None:
            continue
        parties = {
            each.unit for each in changes if (each.month, each.successor) == (change.month, change.successor)
        }
        if units[change.successor].active_from < change.month:
            parties.add(change.successor)
        before = [_until(held, unit, change.month) for unit in parties]
        own = earned.get((change.successor, change.month), 0)
        now = _until(held, change.successor, change.month.next() if change.month.month < 12 else None) - own
        assert abs(now - sum(before) / len(before)) <= 0.5


def _until(held: Earned, unit: str, month: Month | None) -> int:
    return sum(
        cents for (who, when), cents in held.items() if who == unit and (month is None or when < month)
    )
