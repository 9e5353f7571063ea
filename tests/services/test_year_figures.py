"""A year is the sum of its months: closed or open, with units that come, go and merge."""

from datetime import date

import pytest

from jinshi_desk.domain.books import Gap
from jinshi_desk.domain.errors import NoWorkThatYear, YearToCome
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.unit_acts import Merge, Rename
from jinshi_desk.domain.units import Exemption, Group
from jinshi_desk.domain.years import UnitYear, YearFigures
from jinshi_desk.services import safety
from jinshi_desk.services.units import UnitDesk
from jinshi_desk.services.year_shapes import year_json
from jinshi_desk.services.years import first_year, year_gaps, year_of
from tests.office import JULY, JUNE, MAY, Office, unit_id


@pytest.fixture
def spring(office: Office) -> Office:
    """药山镇 filled May and June and was read in Beijing in June; 新洲镇 sent one draft in May. 3 July."""
    for day in ("2022-05-10", "2022-05-11", "2022-06-10"):
        office.log(unit="药山镇", received=day)
    read = office.log(unit="药山镇", received="2022-06-11")
    office.adopt(read, on="2022-06-12")
    office.adopt(read, Level.NATIONAL, on="2022-06-20")
    office.log(unit="新洲镇", received="2022-05-12")
    return office


def _year(office: Office) -> YearFigures:
    return year_of(office.store, 2022, office.day)


def _of(office: Office, unit: str) -> UnitYear:
    found = _year(office).of_unit(unit_id(unit))
    assert found is not None
    return found


def test_the_year_begins_with_the_first_draft_and_ends_this_month(spring: Office) -> None:
    assert [figures.month for figures in _year(spring).months] == [MAY, JUNE, JULY]


def test_a_units_year_adds_its_months_up(spring: Office) -> None:
    yaoshan = _of(spring, "药山镇")
    assert [each and each.total for each in yaoshan.points[4:7]] == [200, 2200, -300]
    assert yaoshan.points[:4] == (None,) * 4
    assert yaoshan.cents == 2100
    assert yaoshan.parts == (400, 2000, 0, -300)
    assert (yaoshan.count.valid, yaoshan.adoption.drafts, yaoshan.adoption.times) == (4, 1, 2)
    assert yaoshan.rank == 1


def test_a_month_that_is_not_over_was_not_missed_yet(spring: Office) -> None:
    assert _of(spring, "药山镇").missed_months == 0
    assert _of(spring, "新洲镇").missed_months == 2
    spring.day = date(2022, 8, 1)
    assert _of(spring, "药山镇").missed_months == 1


def test_an_exempt_month_is_neither_due_nor_missed(spring: Office) -> None:
    spring.quota.exempt(Exemption(unit_id("新洲镇"), JUNE, "防汛", "高样二"))
    xinzhou = _of(spring, "新洲镇")
    assert (xinzhou.exempt_months, xinzhou.due_months, xinzhou.missed_months) == (1, 2, 1)


def test_all_twelve_months_are_completed_by_whoever_completed_each(office: Office) -> None:
    office.day = date(2023, 1, 8)
    for month in range(1, 13):
        for unit in ("药山镇", "新洲镇"):
            office.log(unit=unit, received=f"2022-{month:02d}-10")
            if (unit, month) != ("新洲镇", 9):
                office.log(unit=unit, received=f"2022-{month:02d}-11")
    year = year_of(office.store, 2022, office.day)
    assert year.completed_all.completed == 1
    assert year.completed_all.due == len([each for each in year.units if each.due_months]) > 2


def test_the_year_stands_as_it_was_closed_under_the_present_names(spring: Office) -> None:
    spring.day = date(2022, 7, 6)
    spring.close(MAY, JUNE)
    before = _of(spring, "药山镇").cents
    UnitDesk(spring.store, spring.undo).do(Rename(unit_id("药山镇"), "药山新区", JULY))
    year = _year(spring)
    yaoshan = year.of_unit(unit_id("药山镇"))
    assert yaoshan is not None
    assert (yaoshan.unit.name, yaoshan.cents) == ("药山新区", before)
    assert list(year_gaps(spring.store, year)) == []


def test_a_merged_unit_is_listed_without_rank_and_its_successor_carries_the_average(spring: Office) -> None:
    desk = UnitDesk(spring.store, spring.undo)
    desk.do(Merge((unit_id("新洲镇"),), "药山镇", JULY))
    year = _year(spring)
    xinzhou, yaoshan = (year.of_unit(unit_id(name)) for name in ("新洲镇", "药山镇"))
    assert xinzhou is not None
    assert yaoshan is not None
    assert xinzhou.rank is None
    assert xinzhou.points[6] is None
    assert yaoshan.carried == (2200 + 200 - 100 - 300) // 2 - 2400
    assert yaoshan.cents == yaoshan.carried + 200 + 2200 - 300
    assert year.has_carried
    assert year.of_group(Group.TOWN)[-1].unit.id == unit_id("新洲镇")


def test_the_json_is_a_months_over_the_year_with_its_months(spring: Office) -> None:
    told = year_json(_year(spring))
    yaoshan = unit_id("药山镇")
    assert (told["year"], told["valid"], told["adoption"]["times"]) == (2022, 5, 2)
    assert [month["month"] for month in told["months"]] == ["2022-05", "2022-06", "2022-07"]
    assert told["points"][yaoshan]["cumulative"] == in_points(2100)
    assert told["points"][yaoshan] == told["points"][yaoshan] | {"adoption": 1.0, "upgrade": 19.0}
    assert told["quota"][yaoshan]["missed_months"] == 0
    assert told["rank_cumulative"]["town"][yaoshan] == 1


def test_a_year_that_does_not_add_up_is_named(spring: Office) -> None:
    spring.day = date(2022, 7, 6)
    spring.close(MAY)
    with spring.store.writing("tamper"):
        for trigger in ("ledger_is_never_changed", "month_is_never_changed"):
            spring.store._db.execute_sql(f"DROP TRIGGER {trigger}")
        spring.store._db.execute_sql(
            "UPDATE ledger SET cents = cents + 100 WHERE unit = ? AND booked_month = '2022-05'",
            (unit_id("药山镇"),),
        )
    gaps = [str(gap) for gap in year_gaps(spring.store, _year(spring))]
    assert gaps[-1] == "药山镇全年 21 ≠ 22"


def test_verify_compares_every_year(spring: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "year_gaps", lambda _store, year: [Gap(f"{year.last.month}月", 1, 2)])
    balance = next(each for each in safety.verify(spring.store, spring.bulletins) if each.name == "balance")
    assert balance.detail == "2022 6月 0.01 ≠ 0.02"


@pytest.mark.parametrize(("year", "why"), [(2021, NoWorkThatYear), (2023, YearToCome)])
def test_a_year_without_work_and_one_to_come_are_refused(
    year: int, why: type[Exception], spring: Office
) -> None:
    with pytest.raises(why):
        year_of(spring.store, year, spring.day)
    assert first_year(spring.store) == 2022


def test_an_empty_file_has_no_year(office: Office) -> None:
    assert first_year(office.store) is None
    with pytest.raises(NoWorkThatYear):
        year_of(office.store, Month.of(office.day).year, office.day)
