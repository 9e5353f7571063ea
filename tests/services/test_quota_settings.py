"""The monthly duty as the office's own rules set it (§4): what fills it, what it weighs, until when."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.domain.drafts import Category, Form, Source
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.quota import Standing, State, Verdict
from jinshi_desk.domain.units import Exemption
from jinshi_desk.services.rule_sets import RulesDesk
from tests.office import JULY, JUNE, MAY, Office, unit_id

SHIPPED = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
Issue = Callable[..., None]


@pytest.fixture
def issue(office: Office, tmp_path: Path) -> Issue:
    """Issue rules from May on, with some lines of the shipped ones replaced."""

    def put(*changes: tuple[str, str]) -> None:
        text = SHIPPED.replace('id = "default-2022"', 'id = "own"').replace('"2022-01"', '"2022-05"', 1)
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        file = tmp_path / "细则.toml"
        file.write_text(text, encoding="utf-8")
        RulesDesk(office.store).add(file)

    return put


def standing(office: Office, month: Month = JUNE, unit: str = "新洲镇") -> Standing:
    return next(row for row in office.quota.standings(month) if row.unit.name == unit)


def _verdicts(office: Office) -> list[Verdict]:
    return [counted.verdict for counted in office.quota.drafts(unit_id("新洲镇"), JUNE)]


def a_mixed_month(office: Office) -> None:
    """Four drafts received: one valid, one valid and adopted, one without its form, one rejected."""
    office.log()
    office.adopt(office.log(), Level.COUNTY)
    office.log(approval_on_file=False)
    office.register.reject(office.log(accepted=False), "不合要求")


@pytest.mark.parametrize(("basis", "counted"), [("valid_submission", 2), ("received", 4), ("adopted", 1)])
def test_the_office_sets_which_of_the_three_counters_fills_the_duty(
    office: Office, issue: Issue, basis: str, counted: int
) -> None:
    issue(('"valid_submission"', f'"{basis}"'))
    a_mixed_month(office)
    june = standing(office)
    assert june.count.weighted == counted
    assert (june.count.received, june.count.valid, june.count.adopted) == (4, 2, 1)  # never mixed
    assert _verdicts(office).count(Verdict.COUNTS) == counted


def test_an_adoption_found_later_fills_the_duty_where_adoptions_do(office: Office, issue: Issue) -> None:
    issue(('"valid_submission"', '"adopted"'))
    number = office.log()
    assert standing(office).missing == 2
    assert _verdicts(office) == [Verdict.NOT_ADOPTED]
    claim = office.adopt(number, verified=False)
    assert standing(office).missing == 2
    office.adoption.verify([claim])
    assert standing(office).missing == 1


def test_a_category_weighs_what_the_rules_say(office: Office, issue: Issue) -> None:
    issue(('name = "调研",     quota_weight = 1', 'name = "调研",     quota_weight = 2'))
    office.log(category=Category.RESEARCH)
    assert standing(office).state is State.COMPLETED
    assert (standing(office).count.valid, office.figures().valid) == (1, 1)


def test_a_category_that_weighs_nothing_fills_nothing(office: Office, issue: Issue) -> None:
    issue(('name = "动态信息", quota_weight = 1', 'name = "动态信息", quota_weight = 0'))
    office.log()
    office.log()
    assert (standing(office).state, standing(office).missing) == (State.SHORT, 2)
    assert _verdicts(office) == [Verdict.NO_WEIGHT, Verdict.NO_WEIGHT]


@pytest.mark.parametrize(
    ("days", "received", "month"),
    [(5, "2022-07-05", JUNE), (3, "2022-07-03", JUNE), (3, "2022-07-04", JULY), (0, "2022-07-01", JULY)],
)
def test_the_days_of_grace_are_the_offices(
    office: Office, issue: Issue, days: int, received: str, month: Month
) -> None:
    issue(("grace_close_day = 5", f"grace_close_day = {days}"))
    office.day = JULY.last_day
    office.log(received=received, makeup=True)
    assert standing(office, month).count.valid == 1


def test_a_surplus_is_not_carried_over(office: Office) -> None:
    for _ in range(5):
        office.log()
    assert standing(office, JULY).state is State.ZERO_REPORT


def test_photos_count_one_and_reprints_none(office: Office) -> None:
    office.log(form=Form.PHOTO)
    office.log(source=Source.REPRINT)
    assert (standing(office).count.weighted, standing(office).count.received) == (1, 2)


def test_a_joint_draft_fills_the_duty_of_its_lead_alone(office: Office) -> None:
    for _ in range(2):
        office.log(partners=("药山镇", "团市委"))
    states = [standing(office, unit=unit).state for unit in ("新洲镇", "药山镇", "团市委")]
    assert states == [State.COMPLETED, State.ZERO_REPORT, State.ZERO_REPORT]


def test_a_void_draft_leaves_the_duty_of_an_open_month_and_stays_in_that_of_a_closed_one(
    office: Office,
) -> None:
    old = [office.log(received="2022-05-10") for _ in range(2)]
    new = [office.log() for _ in range(2)]
    office.close(MAY)
    office.register.void(old[0], "失实")
    office.register.void(new[0], "失实")
    assert [standing(office, month).state for month in (MAY, JUNE)] == [State.COMPLETED, State.SHORT]
    assert standing(office).count.received == 2


def test_the_five_states_of_a_month(office: Office) -> None:
    for unit, number in (("新洲镇", 2), ("药山镇", 1), ("白衣镇", 1), ("嘉山街道", 0)):
        for _ in range(number):
            office.log(unit=unit)
    office.log(unit="白衣镇", received="2022-07-02", makeup=True)
    office.quota.exempt(Exemption(unit_id("毛里湖镇"), JUNE, "抗洪抢险", "李主任"))
    units = ("新洲镇", "药山镇", "白衣镇", "嘉山街道", "毛里湖镇")
    assert [standing(office, unit=unit).state for unit in units] == [
        State.COMPLETED,
        State.SHORT,
        State.COMPLETED_LATE,
        State.ZERO_REPORT,
        State.EXEMPT,
    ]
    assert [office.points_of(unit) for unit in units] == ["2", "−1", "1.5", "−3", "0"]


def test_an_office_that_owes_nothing_has_no_state_and_is_not_counted(office: Office) -> None:
    office.log(unit="研究室")
    office.log()
    assert (standing(office, unit="研究室").state, office.points_of("研究室")) == (None, "0")
    due = {row.unit.name for row in office.figures().standings if row.due}
    assert "研究室" not in due
    assert office.figures().completion.due == len(due)
