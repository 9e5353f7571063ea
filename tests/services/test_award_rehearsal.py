"""The year's places as the figures propose them: who contends, who is out and why, who just missed it."""

import json
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.cli import main
from jinshi_desk.domain.award_decisions import Roll
from jinshi_desk.domain.award_rules import Award, TieBreaker
from jinshi_desk.domain.awards import Bar, Contest
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.outlets import Level
from jinshi_desk.services.award_contests import contests
from jinshi_desk.services.award_lines import award_lines
from jinshi_desk.services.years import year_of
from tests.office import Office, unit_id


@pytest.fixture
def june(office: Office) -> Office:
    """药山镇 in Beijing, 新洲镇 in the province, 白衣镇 and 嘉山街道 alike at home; 30 June."""
    for unit, level in (
        ("药山镇", Level.NATIONAL),
        ("新洲镇", Level.PROVINCE),
        ("白衣镇", Level.COUNTY),
        ("嘉山街道", Level.COUNTY),
    ):
        office.log(unit=unit)
        office.adopt(office.log(f"{unit}的稿件", unit=unit), level)
    office.day = date(2022, 6, 30)
    return office


def _contest(office: Office, award: Award = Award.TOWN) -> Contest:
    found = contests(office.store, year_of(office.store, 2022, office.day))
    return next(each for each in found if each.award is award)


def _outsiders(found: Contest) -> list[tuple[str, str, str, str]]:
    lines = award_lines(Roll(found, {}), tuple(TieBreaker))
    return [(line.head, line.name, line.points, line.note) for line in lines if line.state is None]


def _given(found: Contest) -> list[tuple[str, list[str]]]:
    names = {each.who: each.name for each in found.contenders}
    return [(places.grade, [names[who] for who in places.given]) for places in found.places]


def test_units_have_places_by_the_numbers_of_the_rules(june: Office) -> None:
    found = _contest(june)
    assert _given(found) == [("first", ["药山镇"]), ("second", ["新洲镇"]), ("third", [])]


def test_equals_across_a_cut_wait_for_the_office(june: Office) -> None:
    _, second, third = _contest(june).places
    tied = {unit_id("白衣镇"), unit_id("嘉山街道")}
    assert (set(second.tied), second.left) == (tied, 1)
    assert (set(third.tied), third.left) == (tied, 1)


def test_a_confirmed_breach_of_secrecy_bars_from_the_year_and_says_why(june: Office) -> None:
    new = NewDeduction(unit_id("药山镇"), "secrecy", "上传了内部名单", june.day, "研究室")
    deduction = june.deduction.propose(new)
    assert _given(_contest(june))[0][1] == ["药山镇"]
    june.deduction.confirm(deduction, Confirmation("高样二", june.day))
    found = _contest(june)
    assert found.barred[unit_id("药山镇")] is Bar.DISQUALIFIED
    assert _given(found)[0][1] == ["新洲镇"]
    said = "取消年度评先资格（违反保密规定：上传了内部名单）"
    assert ("不参评", "药山镇", "2", said) in _outsiders(found)


def test_three_missed_months_bar_and_are_named(june: Office) -> None:
    june.day = date(2022, 10, 1)
    said = "3个月及以上未完成任务（7月、8月、9月）"
    assert ("不参评", "药山镇", "10", said) in _outsiders(_contest(june))


def test_the_organiser_is_listed_and_does_not_contend(june: Office) -> None:
    assert _contest(june, Award.OFFICE).barred[unit_id("研究室")] is Bar.ORGANISER


def test_drafts_contend_by_category_without_those_that_were_voided(june: Office) -> None:
    number = june.log("调研一", unit="药山镇", category=Category.RESEARCH)
    june.adopt(number, Level.PREFECTURE)
    assert _given(_contest(june, Award.RESEARCH)) == [("excellent", ["《调研一》"])]
    june.register.void(number, "失实")
    assert _given(_contest(june, Award.RESEARCH)) == [("excellent", [])]
    assert _given(_contest(june, Award.NEWS))[0][1][:2] == ["《药山镇的稿件》", "《新洲镇的稿件》"]


def test_the_command_line_rehearses_in_words_and_in_json(
    june: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    file: Path = june.store.file
    june.store.release()
    assert main(["--data", str(file), "year", "2022", "--awards"]) == 0
    assert "评优测算" in capsys.readouterr().out
    assert main(["--data", str(file), "year", "2022", "--awards", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told[0]["award"] == "town"
    assert {each["why"] for each in told[0]["barred"]} == {"often_short"}
