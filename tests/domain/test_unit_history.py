"""Units with history: the names they bore, what ends them, and what their successors carry."""

from dataclasses import replace
from datetime import date

import pytest

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Severity
from jinshi_desk.domain.unit_acts import (
    Abolish,
    Create,
    Edit,
    Merge,
    Rename,
    Roster,
    Split,
    UnitAct,
    outcome,
    problems,
)
from jinshi_desk.domain.unit_changes import ChangeKind, UnitChange
from jinshi_desk.domain.units import Group, Unit, first_full_month, renamed
from tests.office import AUGUST, JANUARY, JULY, JUNE, LONG_AGO, MAY, a_unit

A, B, C = a_unit("甲镇"), a_unit("乙镇"), a_unit("丙镇")
ENDED = a_unit("丁镇", active_to=MAY)
NEW = a_unit("戊镇", since=JULY)


def a_roster(*units: Unit, open_from: Month = JUNE) -> Roster:
    return Roster(units or (A, B, C, ENDED, NEW), open_from)


def done(act: UnitAct, *units: Unit) -> tuple[dict[str, Unit], tuple[UnitChange, ...]]:
    """The units after an act, by name, and what is noted of them."""
    roster = a_roster(*units)
    assert [each for each in problems(act, roster) if each.severity is Severity.BAD] == []
    came = outcome(act, roster, lambda name: name)
    after = {unit.id: unit for unit in (*roster.units, *came.changed, *came.added)}
    return after, came.changes


def faults(act: UnitAct, roster: Roster | None = None) -> list[str]:
    return [problem_phrase(problem) for problem in problems(act, roster or a_roster())]


# ---- names


def test_a_renamed_unit_keeps_its_id_and_documents_print_the_name_of_their_month() -> None:
    unit = done(Rename("甲镇", "甲街道", JULY))[0]["甲镇"]
    assert unit.name == "甲街道"
    assert [unit.name_in(month) for month in (LONG_AGO, JUNE, JULY, AUGUST)] == [
        "甲镇",
        "甲镇",
        "甲街道",
        "甲街道",
    ]
    assert unit.as_of(JUNE).name == "甲镇"
    assert unit.former_names == ("甲镇",)


def test_a_name_put_right_from_the_first_month_never_was_another() -> None:
    unit = renamed(A, "甲乡", JANUARY)
    assert (unit.name_in(JANUARY), unit.names, unit.former_names) == ("甲乡", (), ())


def test_a_rename_put_right_in_its_own_month_leaves_one_rename() -> None:
    unit = renamed(renamed(A, "甲街到", JULY), "甲街道", JULY)
    assert [named.name for named in unit.names] == ["甲镇", "甲街道"]
    assert renamed(unit, "甲镇", JULY) == A


def test_a_unit_may_get_an_old_name_back() -> None:
    unit = renamed(renamed(A, "甲街道", JUNE), "甲镇", AUGUST)
    assert [unit.name_in(month) for month in (MAY, JUNE, AUGUST)] == ["甲镇", "甲街道", "甲镇"]
    assert unit.former_names == ("甲街道",)


def test_a_month_is_full_from_its_first_day_only() -> None:
    assert first_full_month(date(2022, 6, 1)) == JUNE
    assert first_full_month(date(2022, 6, 2)) == JULY


# ---- what comes of an act


def test_merged_units_end_the_month_before_and_the_new_one_begins() -> None:
    units, changes = done(Merge(("甲镇", "乙镇"), "合镇", JULY))
    assert [units[name].active_to for name in ("甲镇", "乙镇")] == [JUNE, JUNE]
    assert (units["合镇"].active_from, units["合镇"].group) == (JULY, Group.TOWN)
    assert changes == (
        UnitChange(JULY, ChangeKind.MERGE, "甲镇", "合镇"),
        UnitChange(JULY, ChangeKind.MERGE, "乙镇", "合镇"),
    )


@pytest.mark.parametrize("units", [("乙镇",), ("甲镇", "乙镇")])
def test_a_unit_may_take_another_in_and_go_on(units: tuple[str, ...]) -> None:
    after, changes = done(Merge(units, "甲镇", JULY))
    assert (after["甲镇"].active_to, after["乙镇"].active_to) == (None, JUNE)
    assert changes == (UnitChange(JULY, ChangeKind.MERGE, "乙镇", "甲镇"),)


def test_a_split_unit_ends_unless_it_stays() -> None:
    act = Split("甲镇", ("子镇", "丑镇"), JULY)
    units, changes = done(act)
    assert units["甲镇"].active_to == JUNE
    assert [units[name].active_from for name in act.names] == [JULY, JULY]
    assert {change.successor for change in changes} == set(act.names)
    units, _ = done(replace(act, names=("子镇",), stays=True))
    assert units["甲镇"].active_to is None


def test_an_abolished_unit_ends_the_month_before() -> None:
    units, changes = done(Abolish("甲镇", JULY))
    assert units["甲镇"].active_to == JUNE
    assert changes == (UnitChange(JULY, ChangeKind.ABOLISH, "甲镇"),)


def test_a_new_unit_begins_with_its_first_full_month() -> None:
    units, _ = done(Create("己局", Group.BUREAU, JULY, ("己字局",)))
    assert not units["己局"].active_in(JUNE)
    assert units["己局"].active_in(JULY)
    assert units["己局"].position > max(unit.position for unit in a_roster().units)


# ---- what is refused


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (Merge(("甲镇",), "甲镇", JULY), ["甲镇不能并入自己"]),
        (Merge(("甲镇",), "合镇", JULY), ["合并至少要有两家"]),
        (Merge((), "合镇", JULY), ["合并至少要有两家"]),
        (Merge(("甲镇", "甲镇"), "合镇", JULY), ["同一单位写了两次"]),
        (Merge(("甲镇", "某镇"), "合镇", JULY), ["找不到“某镇”"]),
        (Merge(("甲镇", "丁镇"), "合镇", JULY), ["丁镇已不在报送名单"]),
        (Merge(("甲镇", "戊镇"), "合镇", JULY), ["戊镇这个月才启用"]),
        (Merge(("甲镇", "乙镇"), "丁镇", JULY), ["丁镇已用这个名称"]),
        (Merge(("甲镇", "乙镇"), "戊镇", JULY), ["戊镇这个月才启用"]),
        (Merge(("甲镇", "乙镇"), " ", JULY), ["没有写合并成哪个单位"]),
        (Merge(("甲镇", "乙镇"), "合镇", MAY), ["2022年5月已关账"]),
        (Merge(("甲镇", "乙镇"), "合镇", None), ["没有写从哪个月起"]),
        (Split("甲镇", (), JULY), ["没有写拆成哪些单位"]),
        (Split("甲镇", ("子镇",), JULY), ["只有一家，请用改名"]),
        (Split("甲镇", ("子镇", "子 镇"), JULY), ["同一名称写了两次"]),
        (Split("甲镇", ("子镇", "乙镇"), JULY), ["乙镇已用这个名称"]),
        (Split("丁镇", ("子镇", "丑镇"), JULY), ["丁镇已不在报送名单"]),
        (Abolish("丁镇", JULY), ["丁镇已不在报送名单"]),
        (Abolish("某镇", JULY), ["找不到“某镇”"]),
        (Abolish("戊镇", JULY), ["戊镇这个月才启用"]),
        (Abolish("甲镇", MAY), ["2022年5月已关账"]),
        (Rename("甲镇", "", JULY), ["没有单位名称"]),
        (Rename("甲镇", "甲镇", JULY), ["与现在的名称相同"]),
        (Rename("甲镇", "乙 镇", JULY), ["乙镇已用这个名称"]),
        (Rename("甲镇", "丁镇", JULY), ["丁镇已用这个名称"]),
        (Rename("丁镇", "丁街道", JULY), ["丁镇已不在报送名单"]),
        (Rename("某镇", "甲街道", JULY), ["找不到“某镇”"]),
        (Rename("甲镇", "镇" * 41, JULY), ["名称超过 40 字"]),
        (Rename("甲镇", "甲街道", MAY), ["2022年5月已关账"]),
        (Create("", Group.TOWN, JULY), ["没有单位名称"]),
        (Create("甲镇", Group.TOWN, JULY), ["甲镇已用这个名称"]),
        (Edit("某镇", Group.TOWN, (), ()), ["找不到“某镇”"]),
        (Edit("甲镇", Group.TOWN, ("甲",), ()), ["别名“甲”太短"]),
        (Edit("甲镇", Group.TOWN, ("乙镇",), ("丙镇",)), ["乙镇正用这个名称", "丙镇正用这个名称"]),
    ],
)
def test_an_act_that_can_not_be_done_is_told_why(act: UnitAct, said: list[str]) -> None:
    assert faults(act) == said


def test_renames_go_forward() -> None:
    roster = a_roster(renamed(A, "甲街道", JULY))
    assert faults(Rename("甲镇", "甲区", JUNE), roster) == ["早于上次改名（2022年7月）"]
    assert faults(Rename("甲镇", "甲区", JULY), roster) == []


def test_an_alias_that_another_unit_has_too_is_only_odd() -> None:
    roster = a_roster(A, replace(B, aliases=("老街",)))
    (found,) = problems(Edit("甲镇", Group.TOWN, ("老街",), ()), roster)
    assert found.severity is Severity.WARN
