"""How drafts are counted is changed from a month on, and no closed month moves."""

from dataclasses import replace

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.counting import CountingRules, counting_of
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.errors import MonthClosed, NotFileable
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rules import CountBasis
from jinshi_desk.domain.units import Group
from jinshi_desk.services.counting import CountingDesk
from tests.office import JANUARY, JULY, JUNE, MAY, Office, unit_id


@pytest.fixture
def desk(office: Office) -> CountingDesk:
    return CountingDesk(office.store, office.undo)


@pytest.fixture
def now(desk: CountingDesk) -> CountingRules:
    rules = desk.rules(JUNE)
    assert rules is not None
    return counting_of(rules)


def _owed(office: Office, month: Month, unit: str = "新洲镇") -> int:
    return next(row.quota for row in office.quota.standings(month) if row.unit.id == unit_id(unit))


def test_another_quota_holds_from_its_month_on(
    office: Office, desk: CountingDesk, now: CountingRules
) -> None:
    rules = desk.count_by(replace(now, required={**now.required, Group.TOWN: 3}), JULY)
    assert (rules.id, rules.effective_from) == ("default-2022@2022-07", JULY)
    assert [_owed(office, month) for month in (MAY, JUNE, JULY)] == [2, 2, 3]
    assert _owed(office, JULY, "团市委") == 2


def test_everything_else_in_the_file_stays_as_the_office_wrote_it(
    office: Office, desk: CountingDesk, now: CountingRules
) -> None:
    wanted = CountingRules(
        required={Group.TOWN: 3, Group.BUREAU: 1, Group.OFFICE: 1},
        weights={**now.weights, Category.RESEARCH: 2},
        basis=CountBasis.RECEIVED,
        close_day=3,
    )
    rules = desk.count_by(wanted, JULY)
    before, after = (office.store.rules.text(each) for each in ("default-2022", rules.id))
    assert counting_of(rules) == wanted
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert [line.split("#")[0].strip() for line in changed] == [
        'id = "default-2022@2022-07"',
        'effective_from = "2022-07"',
        'research   = { name = "调研",     quota_weight = 2 }',
        "groups = { town = 3, bureau = 1, office = 1 }",
        'count_basis = "received"',
        "grace_close_day = 3",
    ]


def test_a_version_that_begins_then_is_changed_itself(
    office: Office, desk: CountingDesk, now: CountingRules
) -> None:
    for quota in (3, 4):
        desk.count_by(replace(now, required={**now.required, Group.TOWN: quota}), JULY)
    assert [version.id for version in office.store.rules.book().versions] == [
        "default-2022",
        "default-2022@2022-07",
    ]
    assert _owed(office, JULY) == 4
    desk.count_by(replace(now, required={**now.required, Group.TOWN: 1}), JANUARY)
    assert [_owed(office, month) for month in (JUNE, JULY)] == [1, 4]


def test_it_can_be_taken_back(office: Office, desk: CountingDesk, now: CountingRules) -> None:
    office.adopt(office.log())
    desk.count_by(replace(now, basis=CountBasis.ADOPTED), JUNE)
    desk.undo()
    assert counting_of(office.store.rules.book().at(JUNE)) == now
    assert office.store.audit.last().act == "undo"


def test_a_closed_month_keeps_its_counts(office: Office, desk: CountingDesk, now: CountingRules) -> None:
    office.log()
    office.log()
    office.close(JUNE)
    closed = office.figures(JUNE)
    desk.count_by(replace(now, required=dict.fromkeys(Group, 5), basis=CountBasis.ADOPTED), JULY)
    assert office.figures(JUNE) == closed
    with pytest.raises(NotFileable) as refused:
        desk.count_by(replace(now, required=dict.fromkeys(Group, 6)), JUNE)
    assert "2022年6月已关账" in error_sentence(refused.value)


def test_what_closed_with_its_month_is_not_taken_back(
    office: Office, desk: CountingDesk, now: CountingRules
) -> None:
    office.log()
    desk.count_by(replace(now, close_day=3), JUNE)
    office.close(JUNE)
    with pytest.raises(MonthClosed):
        desk.undo()


@pytest.mark.parametrize(
    ("change", "month", "sentence"),
    [
        ({"required": dict.fromkeys(Group, -1)}, JULY, "任务不能是负数"),
        ({"required": dict.fromkeys(Group)}, JULY, "没有写任务几条"),
        ({"required": dict.fromkeys(Group, 100)}, JULY, "任务超过 99 条"),
        ({"weights": dict.fromkeys(Category, 10)}, JULY, "一篇折几条应是 0—9"),
        ({"close_day": 29}, JULY, "补报期限应是 0—28 日"),
        ({"close_day": 4}, None, "没有写从哪个月起"),
        ({"close_day": 4}, Month(2021, 12), "2021年12月还没有考核规则"),
        ({}, JULY, "和现在的规则一样"),
    ],
)
def test_a_rule_that_can_not_be_is_refused_in_one_sentence(
    change: dict[str, object], month: Month | None, sentence: str, desk: CountingDesk, now: CountingRules
) -> None:
    with pytest.raises(NotFileable) as refused:
        desk.count_by(replace(now, **change), month)  # type: ignore[arg-type]
    assert sentence in error_sentence(refused.value)


def test_a_file_written_in_a_way_of_its_own_is_changed_too(
    office: Office, desk: CountingDesk, now: CountingRules
) -> None:
    known = office.store.rules.book().at(JUNE)
    odd = office.store.rules.text(known.id).replace("grace_close_day = 5", '"grace_close_day" = 5')
    with office.store.writing("rules") as act:
        act.subject = "rules"
        office.store.rules.write(known, odd)
    rules = desk.count_by(replace(now, close_day=3), JULY)
    assert rules.quota.grace_close_day == 3
    assert '"grace_close_day" = 3' in office.store.rules.text(rules.id)
