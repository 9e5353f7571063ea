"""Closing a month: what is in the way, what one act does, what stays as it was ever after."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from jinshi_desk import complaints
from jinshi_desk.domain.balance import Check, CheckName
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.errors import (
    AlreadyClosed,
    DamagedDataFile,
    DeskError,
    MonthNotOver,
    NothingOnTheBooks,
    NotOnTheBooks,
    NotTheNextMonth,
    OpenItems,
    OutOfBalance,
)
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.quota import Standing, Verdict
from jinshi_desk.domain.register import RegisterQuery
from jinshi_desk.domain.rules import read_rules
from jinshi_desk.domain.units import Exemption, Unit
from jinshi_desk.services import defaults
from jinshi_desk.services.bulletin import Draft
from jinshi_desk.services.closing import faults
from jinshi_desk.services.freezing import freeze, frozen_month, thaw
from jinshi_desk.services.front import FrontDesk, TodoKind
from jinshi_desk.services.safety import verify
from tests.office import AUGUST, JULY, JUNE, MAY, Office


@pytest.fixture
def ready(office: Office) -> Office:
    """A June that nothing keeps from being closed, on the 6th of July."""
    office.adopt(office.log("屋场会", unit="药山镇"), Level.PROVINCE)
    office.log(unit="药山镇")
    office.day = date(2022, 7, 6)
    return office


def _refused(office: Office, month: Month, error: type[DeskError]) -> str:
    with pytest.raises(error) as refused:
        office.closing.close(month)
    assert not office.store.months.is_closed(month) or error is AlreadyClosed
    return complaints.error_sentence(refused.value)


# ---- whose turn it is


def test_without_a_draft_there_is_nothing_to_close(office: Office) -> None:
    assert office.closing.next_month() is None
    assert _refused(office, MAY, NothingOnTheBooks) == "台账里还没有稿件，没有月份可关。"


def test_the_books_begin_with_the_first_draft(ready: Office) -> None:
    assert ready.closing.next_month() == JUNE
    said = _refused(ready, MAY, NotOnTheBooks)
    assert said == "2022年5月不在账上，不用关；台账从2022年6月记起。"


def test_the_books_do_not_begin_before_the_first_rules(ready: Office) -> None:
    ready.log(received="2021-03-10")
    assert ready.closing.next_month() == Month(2022, 1)


def test_a_month_is_closed_once(ready: Office) -> None:
    ready.closing.close(JUNE)
    assert _refused(ready, JUNE, AlreadyClosed) == "2022年6月已经关账，没有再改动。"


@pytest.mark.parametrize(("day", "month"), [(30, JUNE), (6, JULY)], ids=["its last day", "just begun"])
def test_a_month_that_is_not_over_stays_open(ready: Office, day: int, month: Month) -> None:
    ready.day = date(2022, month.month, day)
    said = _refused(ready, month, MonthNotOver)
    assert said == f"2022年{month.month}月还没过完，{month.month + 1}月1日起可以关账。"


def test_months_are_closed_in_order(ready: Office) -> None:
    ready.day = date(2022, 9, 1)
    assert _refused(ready, JULY, NotTheNextMonth) == "关账要按月份先后，先关2022年6月，再关2022年7月。"
    ready.closing.close(JUNE)
    ready.closing.close(JULY)
    assert ready.closing.next_month() == AUGUST


# ---- what is in the way


def test_what_is_open_is_listed_with_its_number_and_has_to_be_accepted(ready: Office) -> None:
    ready.log(accepted=False)
    ready.adopt(ready.log(approval_on_file=False), verified=False)
    ready.commission.record(NewCommission("XZ", "联建经验", date(2022, 6, 1), date(2022, 6, 20)))
    ready.bulletins.edit(JUNE, "T1", "6月收到有效信息99条。")
    ready.day = date(2022, 7, 4)
    said = _refused(ready, JUNE, OpenItems)
    assert said == (
        "2022年6月还有没办完的（文字与台账不符 T1、待审核 1 篇、缺审批表 1 篇、待核实采用 1 条、"
        "未了结约稿 1 条、补报期到7月5日）；办完再关，或加 --accept-open-items 照样关。"
    )
    closed = ready.closing.close(JUNE, accept_open_items=True)
    assert [check.name for check in closed.accepted] == [
        CheckName.SENTENCES,
        CheckName.TO_REVIEW,
        CheckName.FORMS,
        CheckName.UNVERIFIED,
        CheckName.COMMISSIONS,
        CheckName.GRACE,
    ]
    (record,) = ready.store.audit.of("month 2022-06")
    assert record.after["accepted"]["to_review"] == "1"


@pytest.mark.parametrize(
    ("month", "day", "over"),
    [
        (JUNE, "2022-07-04", False),
        (JUNE, "2022-07-05", True),
        (Month(2022, 12), "2023-01-09", False),
        (Month(2022, 12), "2023-01-10", True),
    ],
)
def test_a_month_is_not_closed_unasked_while_something_for_it_is_still_taken(
    month: Month, day: str, over: bool, office: Office
) -> None:
    office.day = date.fromisoformat(day)
    office.log(received=f"{month}-10")
    grace = office.closing.checks(month)[-1]
    assert (grace.name, grace.ok) == (CheckName.GRACE, over)


def test_books_that_do_not_balance_are_not_closed(ready: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = ready.bulletins.draft(JUNE)
    wrong = Draft(draft.bulletin, (Check(CheckName.UNITS, ok=False, detail="2 ≠ 3"),))
    monkeypatch.setattr(ready.bulletins, "draft", lambda _month: wrong)
    with pytest.raises(OutOfBalance) as refused:
        ready.closing.close(JUNE, accept_open_items=True)
    sentence = complaints.error_sentence(refused.value)
    assert sentence.startswith("2022年6月的账不平（各单位合计 2 ≠ 3），不能关账")
    assert not ready.store.months.is_closed(JUNE)


# ---- the one act


def test_what_the_quota_brings_is_booked_and_nothing_else_changes(ready: Office) -> None:
    before = ready.bulletins.draft(JUNE)
    explained = ready.points.explain_unit(_unit(ready, "药山镇"), JUNE)
    closed = ready.closing.close(JUNE)
    assert ready.bulletins.draft(JUNE) == before
    after = ready.points.explain_unit(_unit(ready, "药山镇"), JUNE)
    assert [line.entry.cents for line in after.lines] == [line.entry.cents for line in explained.lines]
    kinds = {entry.kind for entry in ready.store.ledger.of_unit("XZ", JUNE, JUNE)}
    assert kinds == {Kind.QUOTA_SHORT}
    due = sum(standing.due for standing in before.bulletin.figures.standings)
    assert closed.entries == 2 * due - 1  # shortage and 零报送, or the base
    assert ready.figures(JULY).points_of("XZ").cumulative == -600


def test_who_closed_a_month_and_when_is_kept(ready: Office) -> None:
    closed = ready.closing.close(JUNE)
    (kept,) = ready.store.months.closed()
    assert (kept.month, kept.sha256, kept.closed_by) == (JUNE, closed.sha256, ready.store.who())
    (record,) = ready.store.audit.of("month 2022-06")
    assert (record.act, record.after["entries"]) == ("close", closed.entries)
    assert kept.closed_at[:10] == record.at[:10]


def test_a_close_that_fails_leaves_nothing(ready: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_closed: object) -> None:
        raise OSError

    entries = ready.store.ledger.of_unit("XZ", JUNE, JUNE)
    monkeypatch.setattr(ready.store.months, "close", no_room)
    with pytest.raises(OSError):  # noqa: PT011  # whatever it is
        ready.closing.close(JUNE)
    assert ready.store.ledger.of_unit("XZ", JUNE, JUNE) == entries
    assert not ready.store.months.is_closed(JUNE)


# ---- ever after


def _unit(office: Office, name: str) -> Unit:
    return next(unit for unit in office.register.units() if unit.name == name)


def _number(office: Office) -> str:
    """The draft that ran."""
    (row,) = office.register.page(RegisterQuery(words="屋场会"), 0, 2)
    return row.number


def _rules_changed(office: Office) -> None:
    toml = (defaults.folder() / "rules_default.toml").read_text(encoding="utf-8")
    toml = toml.replace('effective_from = "2022-01"', 'effective_from = "2022-07"')
    rules = read_rules(toml)
    dear = replace(rules, id="dear", quota=replace(rules.quota, base_completed=9900))
    with office.store.writing("rules"):
        office.store.rules.add(dear, toml.replace('id = "', 'id = "dear-'))


def _unit_renamed(office: Office) -> None:
    with office.store.writing("rename"):
        office.store._db.execute_sql("UPDATE unit SET name = '毛家镇', position = 99 WHERE id = 'YS'")


def _outlet_moved(office: Office) -> None:
    with office.store.writing("outlet"):
        office.store._db.execute_sql("UPDATE outlet SET name = '红星', level = 'national' WHERE id = 'hxw'")


def _letterhead_changed(office: Office) -> None:
    with office.store.writing("settings"):
        office.store.settings.put({"bulletin.signer": "别的单位", "quota.form_required": "0"})


@pytest.mark.parametrize(
    "later",
    [
        _rules_changed,
        _unit_renamed,
        _outlet_moved,
        _letterhead_changed,
        lambda office: office.register.void(_number(office), "失实"),
        lambda office: office.adoption.retract(1, date(2022, 7, 2)),
        lambda office: office.adopt(
            _number(office), Level.NATIONAL, on="2022-06-22", registered="2022-07-02"
        ),
        lambda office: office.log(received="2022-07-02", makeup=True),
    ],
    ids=["rules", "a unit", "an outlet", "the letterhead", "void", "retracted", "adopted late", "补报"],
)
def test_a_closed_month_stays_as_it_was(later: Callable[[Office], object], ready: Office) -> None:
    ready.closing.close(JUNE)
    before, figures = ready.bulletins.draft(JUNE), ready.figures(JUNE)
    board, rows = _june(ready), ready.quota.drafts("YS", JUNE)
    frozen = ready.store.months.frozen(JUNE)
    later(ready)
    assert ready.bulletins.draft(JUNE) == before
    assert ready.figures(JUNE) == figures
    assert _june(ready) == board == set(ready.quota.standings(JUNE))
    assert [row.verdict for row in ready.quota.drafts("YS", JUNE)] == [row.verdict for row in rows]
    assert ready.store.months.frozen(JUNE) == frozen
    assert list(faults(ready.store)) == []
    assert all(finding.ok for finding in verify(ready.store, ready.bulletins))


def _june(office: Office) -> set[Standing]:
    return {row.cells[5] for row in office.quota.board(2022) if row.cells[5] is not None}


def test_a_draft_voided_later_still_stands_behind_the_count_it_made(ready: Office) -> None:
    number = _number(ready)
    ready.closing.close(JUNE)
    ready.register.void(number, "失实")
    cell = ready.quota.drafts("YS", JUNE)
    assert (cell[0].row.number, cell[0].verdict) == (number, Verdict.COUNTS)
    assert len(cell) == 2


def test_the_next_month_is_compared_with_the_closed_one(ready: Office) -> None:
    ready.closing.close(JUNE)
    ready.register.void(_number(ready), "失实")
    assert ready.figures(JULY).previous_valid == 2


def test_only_what_can_still_be_done_is_asked_for(ready: Office) -> None:
    ready.adopt(ready.log(approval_on_file=False), verified=False)
    ready.log(accepted=False)
    ready.closing.close(JUNE, accept_open_items=True)
    front = FrontDesk(ready.store, ready.today)
    assert [todo.kind for todo in front.todos(JUNE)] == [TodoKind.UNVERIFIED]


def test_an_exemption_counts_as_it_stood(office: Office) -> None:
    office.log(received="2022-06-02")
    office.quota.exempt(Exemption("XZ", JUNE, "抗洪", "李主任"))
    office.close(JUNE)
    assert office.points_of("新洲镇") == "0"
    assert next(each for each in office.quota.standings(JUNE) if each.unit.id == "XZ").exempt


# ---- kept whole


def test_what_is_frozen_comes_back_the_same(ready: Office) -> None:
    ready.log("转载", category=Category.ESSAY, partners=("药山镇",), authors=())
    ready.closing.close(JUNE)
    text = ready.store.months.frozen(JUNE)
    frozen = frozen_month(ready.store, JUNE)
    assert text
    assert frozen
    assert freeze(frozen) == text
    assert thaw(text) == frozen
    assert json.loads(text)["bulletin"]["month"] == {"year": 2022, "month": 6}


def test_what_a_later_program_added_is_passed_over(ready: Office) -> None:
    ready.closing.close(JUNE)
    text = ready.store.months.frozen(JUNE) or ""
    assert thaw(text.replace('{"bulletin":{', '{"later":1,"bulletin":{"more":[],', 1)) == thaw(text)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE month SET frozen = replace(frozen, '屋场会', '屋场')", "2022-06 SHA-256"),
        ("UPDATE month SET frozen = '[]'", "2022-06 SHA-256"),
        (
            "UPDATE ledger SET cents = 850 WHERE unit = 'YS' AND adoption IS NOT NULL",
            "2022-06 药山镇 +50",
        ),
        ("UPDATE ledger SET cents = 850 WHERE person IS NOT NULL", "2022-06 积分台账有改动"),
        ("UPDATE ledger SET arithmetic = '9' WHERE unit = 'YS'", "2022-06 积分台账有改动"),
    ],
    ids=["the text", "no frozen month", "the ledger", "an author's points", "how points came about"],
)
def test_a_closed_month_that_was_tampered_with_is_found(ready: Office, damage: str, told: str) -> None:
    ready.closing.close(JUNE)
    with ready.store.writing("tamper"):
        for trigger in ("month_is_never_changed", "ledger_is_never_changed"):
            ready.store._db.execute_sql(f"DROP TRIGGER {trigger}")
        ready.store._db.execute_sql(damage)
    found = {finding.name: finding for finding in verify(ready.store, ready.bulletins)}
    assert (found["closed_months"].ok, found["closed_months"].detail) == (False, told)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE ledger SET cents = 850 WHERE unit = 'YS'",
        "UPDATE ledger SET arithmetic = '9' WHERE unit = 'YS'",
    ],
    ids=["points", "words"],
)
def test_an_entry_of_an_open_month_that_no_event_accounts_for_is_found(ready: Office, damage: str) -> None:
    assert all(finding.ok for finding in verify(ready.store, ready.bulletins))
    with ready.store.writing("tamper"):
        ready.store._db.execute_sql("DROP TRIGGER ledger_is_never_changed")
        ready.store._db.execute_sql(damage)
    found = {finding.name: finding for finding in verify(ready.store, ready.bulletins)}
    assert (found["ledger"].ok, found["ledger"].detail) == (False, "2022-06 药山镇")


def test_a_frozen_month_that_can_not_be_read_is_told(ready: Office) -> None:
    ready.closing.close(JUNE)
    with ready.store.writing("tamper"):
        ready.store._db.execute_sql("DROP TRIGGER month_is_never_changed")
        ready.store._db.execute_sql("UPDATE month SET frozen = '{'")
    with pytest.raises(DamagedDataFile) as refused:
        ready.figures(JUNE)
    assert "2022年6月关账内容读不出" in complaints.error_sentence(refused.value)
