"""The year's names at the desk: confirmed, decided, withdrawn, undone; and the same on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jinshi_desk.cli import main
from jinshi_desk.domain.award_decisions import NameState, NewDecision
from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.errors import (
    AlreadyIssued,
    NotFileable,
    NothingDecided,
    NothingToConfirm,
    ReasonMissing,
    UnknownAward,
    UnknownContender,
)
from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.periods import Period
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.year_extracts import YearExtractDesk
from tests.office import Office, unit_id


@pytest.fixture
def june(office: Office) -> Office:
    """药山镇 in Beijing, 新洲镇 in the province, 白衣镇 and 嘉山街道 alike at home."""
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


def state(office: Office, unit: str) -> tuple[str, NameState] | None:
    name = office.awards.roll(2022, Award.TOWN).name(unit_id(unit))
    return (name.grade, name.state) if name else None


def decided(unit: str, grade: str, reason: str) -> NewDecision:
    return NewDecision(Award.TOWN, unit_id(unit), grade, reason, date(2022, 7, 3), "王部长")


def test_all_that_waits_is_confirmed_in_one_act_and_that_act_undone(june: Office) -> None:
    assert [name.contender.name for name in june.awards.confirm(2022, Award.TOWN)] == ["药山镇", "新洲镇"]
    assert state(june, "药山镇") == ("first", NameState.CONFIRMED)
    assert state(june, "白衣镇") == ("", NameState.TIED)
    with pytest.raises(NothingToConfirm):
        june.awards.confirm(2022, Award.TOWN)
    assert june.store.audit.last().act == "confirm_award"
    assert june.undo.last() == "award 2022"
    assert state(june, "药山镇") == ("first", NameState.PROPOSED)


def test_a_decision_replaces_the_one_before_and_undo_brings_that_back(june: Office) -> None:
    june.awards.decide(2022, decided("白衣镇", "second", "全年无差错"))
    june.awards.decide(2022, decided("白衣镇", "third", "核减一等"))
    assert state(june, "白衣镇") == ("third", NameState.DECIDED)
    june.undo.last()
    assert state(june, "白衣镇") == ("second", NameState.DECIDED)
    june.undo.last()
    assert state(june, "白衣镇") == ("", NameState.TIED)


def test_a_decision_is_withdrawn_with_a_reason_and_stays_on_record(june: Office) -> None:
    june.awards.decide(2022, decided("药山镇", "", "班子受处分"))
    town = unit_id("药山镇")
    with pytest.raises(ReasonMissing):
        june.awards.withdraw(2022, Award.TOWN, town, " ")
    june.awards.withdraw(2022, Award.TOWN, town, "处分撤销")
    assert state(june, "药山镇") == ("first", NameState.PROPOSED)
    with pytest.raises(NothingDecided):
        june.awards.withdraw(2022, Award.TOWN, town, "再撤")
    (earlier,) = june.awards.roll(2022, Award.TOWN).earlier_of(town)
    assert (earlier.reason, earlier.voided) == ("班子受处分", "处分撤销")
    june.undo.last()
    assert state(june, "药山镇") == ("", NameState.DECIDED)
    assert june.awards.roll(2022, Award.TOWN).earlier_of(town) == ()


def test_what_is_not_on_the_list_and_what_has_no_reason_is_refused(june: Office) -> None:
    with pytest.raises(NotFileable):
        june.awards.decide(2022, decided("白衣镇", "second", ""))
    with pytest.raises(UnknownContender):
        june.awards.confirm(2022, Award.TOWN, ["ZZZ"])
    assert june.store.award_decisions.of_year(2022) == ()


def test_a_draft_confirmed_and_voided_since_is_told_as_lost(june: Office) -> None:
    number = june.log("调研一", category=Category.RESEARCH)
    june.adopt(number, Level.PREFECTURE)
    june.awards.confirm(2022, Award.RESEARCH, [number])
    june.register.void(number, "失实")
    (lost,) = june.awards.roll(2022, Award.RESEARCH).lost
    assert (lost.who, lost.grade) == (number, "excellent")


def test_figures_that_change_after_a_confirmation_ask_for_another(june: Office) -> None:
    june.awards.confirm(2022, Award.TOWN)
    june.adopt(june.log("嘉山街道再上报", unit="嘉山街道", category=Category.EXPERIENCE), Level.NATIONAL)
    assert state(june, "药山镇") == ("second", NameState.OVERTAKEN)
    assert state(june, "嘉山街道") == ("first", NameState.PROPOSED)


def test_nothing_is_said_any_more_once_the_notice_is_out(
    june: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    june.awards.confirm(2022, Award.TOWN)
    out = PeriodIssue(Period.parse("2022"), "津组通〔2023〕1号", date(2023, 1, 12))
    monkeypatch.setattr(june.store.period_notices, "issued", lambda _: out)
    with pytest.raises(AlreadyIssued):
        june.awards.decide(2022, decided("白衣镇", "second", "全年无差错"))
    with pytest.raises(AlreadyIssued):
        june.awards.withdraw(2022, Award.TOWN, unit_id("药山镇"), "再议")
    with pytest.raises(AlreadyIssued):
        june.undo.last()


def test_a_list_the_rules_do_not_have_is_refused(june: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jinshi_desk.services.award.contests", lambda *_: ())
    with pytest.raises(UnknownAward):
        june.awards.roll(2022, Award.TOWN)


def test_the_command_line_confirms_decides_and_withdraws(
    june: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jinshi_desk.cli.commands._today", june.today)
    june.store.release()
    data = ["--data", str(june.store.file)]

    def said(*words: str) -> str:
        assert main([*data, *words]) == 0
        return capsys.readouterr().out

    assert "镇（街道）已确认 2 名：药山镇、新洲镇" in said("award", "confirm", "2022", "town")
    told = said(
        "award", "decide", "2022", "镇（街道）", "白衣镇", "--grade", "二等", "--reason", "全年无差错"
    )
    assert told.splitlines() == ["镇（街道）：白衣镇定为二等", "还有 1 名待确认"]
    said("award", "confirm", "2022", "town")
    told = said("year", "2022", "--awards")
    line = next(each for each in told.splitlines() if "白衣镇" in each)
    assert line.split()[:4] == ["二等", "白衣镇", "3", "已另定"]
    assert "全年无差错" in line
    told = said("award", "withdraw", "2022", "town", unit_id("白衣镇"), "--reason", "再议", "--json")
    assert json.loads(told)["withdrawn"][0]["withdrawn"] == "再议"
    names = json.loads(said("year", "2022", "--awards", "--json"))[0]["names"]
    assert [(each["name"], each["state"]) for each in names][:2] == [
        ("药山镇", "confirmed"),
        ("新洲镇", "confirmed"),
    ]


def test_the_lists_are_a_workbook_with_a_sheet_for_each(june: Office, tmp_path: Path) -> None:
    june.awards.decide(2022, decided("白衣镇", "second", "全年无差错"))
    out = tmp_path / "名单.xlsx"
    YearExtractDesk(june.store, Press(), june.today).save_names(2022, out)
    book = load_workbook(out)
    assert book.sheetnames[:4] == ["镇（街道）", "市直单位", "部机关组室", "优秀信息员"]
    rows = [[cell.value for cell in row] for row in book["镇（街道）"].iter_rows(min_row=2)]
    assert ["二等", "白衣镇", 3, "已另定"] in [row[:4] for row in rows]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["confirm", "2022", "县级"],
            "没有“县级”这份评优名单，可选：town、bureau、office、person、news、essay、experience、research。",
        ),
        (
            ["confirm", "2022", "town", "环保局"],
            "镇（街道）的名单里没有“环保局”，用 year 年份 --awards 看名单。",
        ),
        (
            ["decide", "2022", "town", "白衣镇", "--grade", "特等", "--reason", "突出"],
            "还有没填对的地方：没有这个等次。",
        ),
        (
            ["withdraw", "2022", "town", "白衣镇", "--reason", "再议"],
            "白衣镇没有确认过，也没有另定过，不用撤回。",
        ),
    ],
)
def test_what_can_not_be_is_refused_in_one_sentence(
    words: list[str], told: str, june: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    june.store.release()
    assert main(["--data", str(june.store.file), "award", *words]) == 1
    assert capsys.readouterr().err == f"{told}\n"
