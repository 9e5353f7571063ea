"""A unit with a monthly duty of its own: from a month on, for a reason, and never in a closed month."""

import sqlite3
from contextlib import closing

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import MonthClosed, NotFileable
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import State
from jinshi_desk.domain.unit_acts import Charge, Edit, UnitAct
from jinshi_desk.domain.units import Group, OwnQuota, Unit
from jinshi_desk.services.units import UnitDesk
from tests.office import AUGUST, JULY, JUNE, MAY, Office, unit_id

TOWN = unit_id("新洲镇")


@pytest.fixture
def desk(office: Office) -> UnitDesk:
    return UnitDesk(office.store, office.undo)


def _owed(office: Office, month: Month, unit: str = TOWN) -> int:
    return next(row.quota for row in office.quota.standings(month) if row.unit.id == unit)


def _unit(office: Office) -> Unit:
    return office.store.units.known([TOWN])[TOWN]


def test_a_unit_owes_its_own_quota_from_its_month_on(office: Office, desk: UnitDesk) -> None:
    desk.do(Charge(TOWN, 3, JULY, "人员较多"))
    assert [_owed(office, month) for month in (JUNE, JULY, AUGUST)] == [2, 3, 3]
    assert _owed(office, JULY, unit_id("药山镇")) == 2


def test_a_quota_of_nothing_is_no_duty(office: Office, desk: UnitDesk) -> None:
    desk.do(Charge(TOWN, 0, JUNE, "新设单位，先不考核"))
    (standing,) = [row for row in office.quota.standings(JUNE) if row.unit.id == TOWN]
    assert (standing.state, office.points_of("新洲镇")) == (None, "0")


def test_the_groups_quota_can_hold_again(office: Office, desk: UnitDesk) -> None:
    desk.do(Charge(TOWN, 1, JUNE, "机构改革"))
    desk.do(Charge(TOWN, None, JULY, "改革完成"))
    assert [_owed(office, month) for month in (MAY, JUNE, JULY)] == [2, 1, 2]
    assert [own.quota for own in _unit(office).quotas] == [1, None]


def test_the_points_of_an_open_month_follow(office: Office, desk: UnitDesk) -> None:
    office.log()
    office.log()
    assert office.points_of("新洲镇") == "2"
    desk.do(Charge(TOWN, 3, JUNE, "人员较多"))
    assert office.points_of("新洲镇") == "−1"


def test_it_can_be_put_right_in_its_month_and_taken_back(office: Office, desk: UnitDesk) -> None:
    desk.do(Charge(TOWN, 3, JULY, "人员较多"))
    desk.do(Charge(TOWN, 4, JULY, "人员较多，更正"))
    assert _unit(office).quotas == (OwnQuota(4, JULY, "人员较多，更正"),)
    desk.undo()
    desk.undo()
    assert _unit(office).quotas == ()
    assert office.store.audit.last().act == "undo"


def test_closing_a_month_keeps_its_quota_whatever_comes_later(office: Office, desk: UnitDesk) -> None:
    office.log()
    desk.do(Charge(TOWN, 1, JUNE, "机构改革"))
    office.close(JUNE)
    closed = office.figures(JUNE)
    desk.do(Charge(TOWN, 5, JULY, "加任务"))
    desk.do(Edit(TOWN, Group.OFFICE, (), (), JULY))
    assert office.figures(JUNE) == closed
    assert (_owed(office, JUNE), _owed(office, JULY)) == (1, 5)
    (standing,) = [row for row in office.quota.standings(JUNE) if row.unit.id == TOWN]
    assert standing.state is State.COMPLETED


def test_a_change_is_not_taken_back_once_its_month_is_closed(office: Office, desk: UnitDesk) -> None:
    office.log()
    desk.do(Charge(TOWN, 1, JUNE, "机构改革"))
    office.close(JUNE)
    with pytest.raises(MonthClosed):
        desk.undo()


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (Charge(TOWN, 3, MAY, "人员较多"), "2022年5月已关账"),
        (Charge(TOWN, -1, JULY, "人员较多"), "任务不能是负数"),
        (Charge(TOWN, 100, JULY, "人员较多"), "任务超过 99 条"),
        (Charge(TOWN, 3, JULY, "  "), "要写明原因"),
        (Charge(TOWN, 3, None, "人员较多"), "没有写从哪个月起"),
        (Charge(TOWN, None, JULY, "照旧"), "与当时的任务相同"),
        (Charge("没有", 3, JULY, "人员较多"), "找不到“没有”"),
    ],
    ids=["closed month", "negative", "too many", "no reason", "no month", "the same", "no unit"],
)
def test_a_quota_that_can_not_be_is_refused_in_one_sentence(
    act: UnitAct, sentence: str, office: Office, desk: UnitDesk
) -> None:
    office.log(received="2022-05-10")
    office.close(MAY)
    with pytest.raises(NotFileable) as refused:
        desk.do(act)
    assert sentence in error_sentence(refused.value)
    assert _unit(office).quotas == ()


def test_quotas_are_set_in_the_order_of_their_months(desk: UnitDesk) -> None:
    desk.do(Charge(TOWN, 3, AUGUST, "人员较多"))
    with pytest.raises(NotFileable) as refused:
        desk.do(Charge(TOWN, 4, JULY, "更多"))
    assert "早于上次定的任务（2022年8月）" in error_sentence(refused.value)


@pytest.mark.parametrize(
    "tampering",
    [
        "INSERT INTO unit_quota VALUES ('YS', '2022-06', 1, '事后')",
        "UPDATE unit_quota SET quota = 0",
        "DELETE FROM unit_quota",
    ],
)
def test_the_file_itself_keeps_the_quotas_of_a_closed_month(
    tampering: str, office: Office, desk: UnitDesk
) -> None:
    office.log()
    desk.do(Charge(TOWN, 1, JUNE, "机构改革"))
    office.close(JUNE)
    with (
        closing(sqlite3.connect(office.store.file)) as file,
        pytest.raises(sqlite3.IntegrityError, match="the month is closed"),
    ):
        file.execute(tampering)
