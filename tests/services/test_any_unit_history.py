"""Whatever becomes of units, no draft is lost, no count moves, and the books balance."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinshi_desk.domain.balance import checks
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.problems import Severity
from jinshi_desk.domain.unit_acts import Abolish, Edit, Merge, Rename, Split, UnitAct
from jinshi_desk.domain.units import Group
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.units import UnitDesk
from tests.office import AUGUST, JULY, JUNE, Office, unit_id

TOWNS = ("新洲镇", "药山镇", "毛里湖镇", "白衣镇")
MONTHS = (JUNE, JULY, AUGUST)
SENT = st.tuples(
    st.sampled_from(TOWNS), st.sampled_from(MONTHS), st.sampled_from([None, Level.COUNTY, Level.PROVINCE])
)
STEP = st.tuples(
    st.sampled_from(["merge", "absorb", "split", "abolish", "rename", "regroup"]),
    st.sampled_from(MONTHS),
    st.randoms(use_true_random=False),
)


def _act(kind: str, month: Month, name: str, units: list[str], choice: Random) -> UnitAct:
    one, other = choice.sample(units, 2)
    match kind:
        case "merge":
            return Merge((one, other), name, month)
        case "absorb":
            return Merge((one,), other, month)
        case "split":
            return Split(one, (f"{name}东", f"{name}西"), month, stays=choice.random() < 0.5)
        case "abolish":
            return Abolish(one, month)
        case "regroup":
            return Edit(one, choice.choice([Group.BUREAU, Group.OFFICE]), (), (), month)
    return Rename(one, name, month)


def _counts(figures: MonthFigures) -> tuple[object, ...]:
    """What a month counts, and who sent it."""
    sent = {row.unit.id: row.count for row in figures.standings if row.count.received}
    pieces = [replace(piece, units=()) for piece in figures.pieces]  # a successor's, since a merger
    return figures.received, figures.valid_by_category, sent, pieces


@settings(max_examples=12)
@given(sent=st.lists(SENT, max_size=6), steps=st.lists(STEP, min_size=1, max_size=5))
def test_no_history_moves_a_count(
    sent: list[tuple[str, Month, Level | None]],
    steps: list[tuple[str, Month, Random]],
    template: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    file = tmp_path_factory.mktemp("history") / "台账.jinshi"
    file.write_bytes(template.read_bytes())
    office = Office(file)
    office.day = date(2022, 9, 20)
    for town, month, level in sent:
        number = office.log(unit=town, received=f"{month}-10")
        if level is not None:
            office.adopt(number, level, on=f"{month}-20")
    before = {month: _counts(office.figures(month)) for month in MONTHS}
    desk = UnitDesk(office.store, Undo(office.store))
    units = [unit_id(town) for town in TOWNS]
    for place, (kind, month, choice) in enumerate(steps):
        act = _act(kind, month, f"新{place}镇", units, choice)
        if all(problem.severity is Severity.WARN for problem in desk.check(act)):
            units = sorted({*units, *desk.do(act)})
    assert {month: _counts(office.figures(month)) for month in MONTHS} == before
    for month in MONTHS:
        _the_month_balances(office, month, units)
    office.store.close()


def _the_month_balances(office: Office, month: Month, units: list[str]) -> None:
    """The annexes add up; a year so far is what was carried and every month's own."""
    bulletin = office.bulletin(month)
    assert [check for check in checks(bulletin) if not check.ok] == []
    year = [office.figures(past) for past in MONTHS if past <= month]  # nothing was sent before
    for unit in (unit for unit in office.register.units() if unit.id in units):
        months = [figures.points_of(unit.id) for figures in year]
        carried = sum(earned.by_kind.get(Kind.CARRY, 0) for earned in months)
        assert months[-1].cumulative == carried + sum(earned.total for earned in months)
        assert office.points.explain_unit(unit, month).cents == months[-1].total
