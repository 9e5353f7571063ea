"""Versions of the rules: who took them in, what they changed, and one taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.errors import (
    DeductionTypeInUse,
    DeskError,
    OnlyRules,
    ReasonMissing,
    RulesInUse,
    UndoOvertaken,
    UnknownRules,
)
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.rules import read_rules
from jinshi_desk.services.explained import basis
from jinshi_desk.services.rule_editing import RuleEditDesk
from jinshi_desk.services.rule_sets import RulesDesk
from jinshi_desk.services.rule_versions import RuleVersionDesk
from tests.office import JULY, JUNE, MAY, Office, unit_id

SHIPPED = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
RUMOUR = 'rumour = { name = "传播不实", points = -3.0 }\nsecrecy '


@pytest.fixture
def dearer(tmp_path: Path) -> Path:
    """Rules from June on by which county news earns 1.5."""
    text = SHIPPED.replace('id = "default-2022"', 'id = "june"').replace('"2022-01"', '"2022-06"', 1)
    file = tmp_path / "细则.toml"
    file.write_text(
        text.replace("news       = { county = 1.0", "news       = { county = 1.5"), encoding="utf-8"
    )
    return file


def _desk(office: Office) -> RuleVersionDesk:
    return RuleVersionDesk(office.store, office.undo)


def test_the_list_says_from_when_by_whom_and_what_changed(office: Office, dearer: Path) -> None:
    RulesDesk(office.store).add(dearer)
    first, second = _desk(office).versions(MAY)
    assert (first.rules.id, first.changes, first.follows, first.in_force) == ("default-2022", (), "", True)
    assert (second.rules.effective_from, second.follows, second.in_force) == (JUNE, "default-2022", False)
    assert [(each.key, str(each.after)) for each in second.changes] == [("base_points.news.county", "1.5")]
    assert first.by == second.by == office.store.who()
    assert second.at


def test_a_version_that_is_withdrawn_leaves_the_books_as_they_were(office: Office, dearer: Path) -> None:
    number = office.log()
    office.adopt(number, on="2022-06-20")
    RulesDesk(office.store).add(dearer)
    assert office.booked(number) == [("新洲镇", "2022-06", "1.5")]
    assert _desk(office).withdraw("june", "文件还没有印发").id == "june"
    assert office.booked(number) == [("新洲镇", "2022-06", "1")]
    assert not office.store.ledger.unbalanced_reversals()
    record = office.store.audit.last()
    assert (record.act, record.before["id"], record.after["withdrawn"]) == (
        "withdraw_rules",
        "june",
        "文件还没有印发",
    )
    book = office.store.rules.book()
    assert [version.id for version in book.versions] == ["default-2022"]
    assert [version.id for version in book.withdrawn] == ["june"]


def test_the_taking_back_can_be_undone(office: Office, dearer: Path) -> None:
    number = office.log()
    office.adopt(number, on="2022-06-20")
    RulesDesk(office.store).add(dearer)
    desk = _desk(office)
    desk.withdraw("june", "换错了")
    desk.undo()
    assert office.booked(number) == [("新洲镇", "2022-06", "1.5")]


def test_what_took_its_place_meanwhile_stays(office: Office, dearer: Path) -> None:
    RulesDesk(office.store).add(dearer)
    desk = _desk(office)
    desk.withdraw("june", "换错了")
    RulesDesk(office.store).add(dearer)  # the same id and month again
    assert [version.rules.id for version in desk.versions(JUNE)] == ["default-2022", "june"]
    with pytest.raises(UndoOvertaken):
        desk.undo()


def test_a_version_that_a_closed_month_followed_stays(office: Office, dearer: Path) -> None:
    office.log()
    RulesDesk(office.store).add(dearer)
    office.day = date(2022, 8, 1)
    office.close(JUNE)
    assert "该月已关账" in _refused(office, "june", RulesInUse)
    assert isinstance(_desk(office).versions(JULY)[1].refusal, RulesInUse)


def test_the_only_rules_an_unknown_version_and_no_reason_are_refused(office: Office) -> None:
    assert "只有“default-2022”这一版" in _refused(office, "default-2022", OnlyRules)
    assert "“none”" in _refused(office, "none", UnknownRules)
    assert "原因" in _refused(office, "default-2022", ReasonMissing, reason=" ")


def test_a_type_of_deduction_that_is_in_use_is_not_lost(office: Office, dearer: Path) -> None:
    dearer.write_text(dearer.read_text(encoding="utf-8").replace("secrecy ", RUMOUR, 1), encoding="utf-8")
    rules = RulesDesk(office.store).add(dearer)
    day = date(2022, 6, 20)
    told = NewDeduction(unit_id("药山镇"), "rumour", "转发不实消息", day, "李主任")
    deduction = office.deduction.propose(told)
    office.deduction.confirm(deduction, Confirmation("王部长", day))
    assert "还有 1 条扣分属于“传播不实”" in _refused(office, "june", DeductionTypeInUse)
    july = SHIPPED.replace('id = "default-2022"', 'id = "july"').replace('"2022-01"', '"2022-07"', 1)
    dearer.write_text(july, encoding="utf-8")
    assert RulesDesk(office.store).add(dearer).effective_from == JULY  # it is booked in June
    office.deduction.void(deduction, "查无此事")
    booked = next(each for each in office.store.ledger.of_deduction(deduction) if each.kind is Kind.DEDUCTION)
    assert booked.rule_set == rules.id
    editing = RuleEditDesk(office.store, office.undo)
    editing.save(editing.changed(editing.start(JUNE), {"deductions.rumour": None}))
    assert basis(booked, office.store.rules.book()) == "rumour"
    office.undo.last()
    _desk(office).withdraw("june", "换错了")
    assert basis(booked, office.store.rules.book()) == "传播不实"


def test_the_file_itself_guards_the_rules_of_closed_months(office: Office, dearer: Path) -> None:
    office.log()
    office.close(JUNE)
    late = read_rules(dearer.read_text(encoding="utf-8"))
    shipped = office.store.rules.book().versions[0]
    store = office.store
    acts: list[Callable[[], None]] = [
        lambda: store.rules.add(late, "x"),
        lambda: store.rules.write(shipped, "x"),
        lambda: store.rules.withdraw(shipped.id, "x"),
        lambda: store.rules.add(replace(shipped, effective_from=JULY), "x"),
    ]
    for act in acts:
        with pytest.raises(Exception, match="closed month"), store.writing("rules"):
            act()


def _refused(office: Office, version: str, error: type[DeskError], *, reason: str = "换错了") -> str:
    before = office.store.rules.book()
    with pytest.raises(error) as refusal:
        _desk(office).withdraw(version, reason)
    assert office.store.rules.book() == before
    return error_sentence(refusal.value)
