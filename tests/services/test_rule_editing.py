"""A version of the rules being written at the desk, as one text."""

from datetime import date
from decimal import Decimal

import pytest

from jinshi_desk.complaints import error_sentence, rule_fault_phrase
from jinshi_desk.domain.deductions import NewDeduction
from jinshi_desk.domain.errors import BadRules, DeductionTypeInUse, MonthClosed
from jinshi_desk.domain.rules import read_rules
from jinshi_desk.services.rule_editing import RuleEditDesk, RuleFault
from jinshi_desk.services.rule_versions import RuleVersionDesk
from tests.office import JULY, JUNE, MAY, Office, unit_id

DEARER = {"base_points.news.county": Decimal("1.5")}


@pytest.fixture
def desk(office: Office) -> RuleEditDesk:
    return RuleEditDesk(office.store, office.undo)


def test_a_version_is_begun_from_what_holds_and_named_for_its_month(desk: RuleEditDesk) -> None:
    text = desk.start(JULY)
    rules = read_rules(text)
    assert (rules.id, rules.effective_from) == ("default-2022@2022-07", JULY)
    assert desk.check(text).faults == (RuleFault("", "unchanged"),)
    named = desk.changed(text, {"ruleset.id": "own"})
    assert read_rules(desk.begun_in(named, JUNE)).id == "own"
    assert 'id = "rules@2022-07"' in desk.begun_in("[ruleset]\n", JULY)


def test_what_was_changed_is_told_saved_and_booked(office: Office, desk: RuleEditDesk) -> None:
    number = office.log()
    office.adopt(number, on="2022-06-20")
    text = desk.changed(desk.start(JUNE), DEARER)
    checked = desk.check(text)
    assert checked.before is not None
    assert [(each.key, each.after) for each in checked.changes] == [
        ("base_points.news.county", Decimal("1.5"))
    ]
    assert desk.check(text).faults == ()
    assert desk.save(text).id == "default-2022@2022-06"
    assert office.booked(number) == [("新洲镇", "2022-06", "1.5")]
    assert office.store.rules.text("default-2022@2022-06") == text
    assert office.store.audit.last().after["changes"] == {"base_points.news.county": ["1.0", "1.5"]}
    office.undo.last()
    assert office.booked(number) == [("新洲镇", "2022-06", "1")]
    assert [each.id for each in office.store.rules.book().versions] == ["default-2022"]


def test_a_version_of_an_open_month_is_changed_itself(office: Office, desk: RuleEditDesk) -> None:
    desk.save(desk.changed(desk.start(JULY), DEARER))
    again = desk.changed(desk.start(JULY), {"base_points.news.county": Decimal(2)})
    assert desk.save(again).id == "default-2022@2022-07"
    assert len(office.store.rules.book().versions) == 2
    (_, version) = RuleVersionDesk(office.store, office.undo).versions(JULY)
    assert [each.after for each in version.changes] == [Decimal("2.0")]
    office.undo.last()
    assert "county = 1.5" in office.store.rules.text("default-2022@2022-07")


def test_a_closed_month_is_refused_in_one_sentence(office: Office, desk: RuleEditDesk) -> None:
    office.log()
    office.close(JUNE)
    assert desk.open_from() == JULY
    text = desk.changed(desk.begun_in(desk.start(JULY), JUNE), DEARER)
    (fault,) = desk.check(text).faults
    assert (fault.key, fault.line) == ("ruleset.effective_from", 7)
    assert rule_fault_phrase(fault.fault, fault.detail) == "已关账，从未关账的月份起（2022年6月）"
    with pytest.raises(MonthClosed) as refused:
        desk.save(text)
    said = error_sentence(refused.value)
    assert said == "2022年6月已关账，规则不能从那个月起；把起始月份改为2022年7月或以后再换用。"


def test_faults_have_their_keys_and_lines(desk: RuleEditDesk) -> None:
    text = desk.start(JULY)
    (unreadable,) = desk.check(text.replace("per_missing = -1.0", "per_missing = 一")).faults
    assert (unreadable.key, unreadable.fault) == ("", "value")
    typed = desk.changed(text, {"quota.per_missing": "一", "quota.per_mising": Decimal(2)})
    found = {each.key: each for each in desk.check(typed).faults}
    assert found["quota.per_missing"].fault == "number"
    assert found["quota.per_mising"].detail == "quota.per_missing"
    assert unreadable.line == found["quota.per_missing"].line
    with pytest.raises(BadRules):
        desk.save(typed)


def test_ids_and_months_of_other_versions_are_taken(desk: RuleEditDesk) -> None:
    desk.save(desk.changed(desk.start(JULY), DEARER))
    other = desk.changed(desk.start(JULY), {"ruleset.id": "mine"})
    assert [each.key for each in desk.check(other).faults] == ["ruleset.effective_from", ""]
    moved = desk.changed(desk.start(JULY), {"ruleset.effective_from": str(MAY)})
    assert [each.key for each in desk.check(moved).faults] == ["ruleset.id"]


def test_a_type_of_deduction_in_use_is_not_lost(office: Office, desk: RuleEditDesk) -> None:
    told = NewDeduction(unit_id("药山镇"), "omission", "漏报汛情", date(2022, 6, 20), "李主任")
    office.deduction.propose(told)
    text = desk.changed(desk.start(JUNE), {"deductions.omission": None})
    with pytest.raises(DeductionTypeInUse):
        desk.save(text)
