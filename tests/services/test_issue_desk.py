"""A closed month is signed out once and for all, or is opened again before that, and closed anew."""

import sqlite3
from collections.abc import Callable
from datetime import date

import pytest
from peewee import IntegrityError

from jinshi_desk import complaints
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.errors import (
    AlreadyIssued,
    DeskError,
    IssueNumberTaken,
    MonthClosed,
    NotFileable,
    NotOnTheBooks,
    NotTheLastClosed,
    ReasonMissing,
    StillOpen,
)
from jinshi_desk.domain.issuing import Issue, MonthState
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.unit_acts import Merge
from jinshi_desk.domain.units import Unit
from jinshi_desk.services.safety import verify
from jinshi_desk.services.units import UnitDesk
from tests.office import JULY, JUNE, MAY, Office, unit_id

NUMBER = "津组通〔2022〕6号"


@pytest.fixture
def closed(office: Office) -> Office:
    """A closed June with points, on the 6th of July."""
    office.adopt(office.log("屋场会", unit="药山镇"), Level.PROVINCE)
    office.log(unit="药山镇")
    office.day = date(2022, 7, 6)
    office.close(JUNE)
    return office


def _issue(office: Office, number: str = NUMBER, on: str = "2022-07-05", month: Month = JUNE) -> Issue:
    return office.issuing.issue(Issue(month, number, date.fromisoformat(on)))


def _said(refused: pytest.ExceptionInfo[DeskError]) -> str:
    return complaints.error_sentence(refused.value)


def _sound(office: Office) -> bool:
    return all(finding.ok for finding in verify(office.store, office.bulletins))


# ---- 印发


def test_a_closed_month_goes_out_under_its_number_and_bears_its_day(closed: Office) -> None:
    before = closed.bulletins.draft(JUNE)
    assert before.bulletin.dated == date(2022, 7, 5)
    issue = _issue(closed, "津组通[2022]第06号", "2022-07-06")
    assert issue == Issue(JUNE, NUMBER, date(2022, 7, 6)) == closed.issuing.issued(JUNE)
    after = closed.bulletins.draft(JUNE)
    assert after.bulletin.dated == date(2022, 7, 6)
    assert (after.bulletin.sections, after.bulletin.points_tables) == (
        before.bulletin.sections,
        before.bulletin.points_tables,
    )
    *_, record = closed.store.audit.of("month 2022-06")
    assert (record.act, record.after) == ("issue", {"number": NUMBER, "on": "2022-07-06"})
    assert _sound(closed)


def test_a_month_is_open_then_closed_then_issued(closed: Office) -> None:
    assert closed.store.months.state(JULY) is MonthState.OPEN
    assert closed.store.months.state(JUNE) is MonthState.CLOSED
    _issue(closed)
    assert closed.store.months.state(JUNE) is MonthState.ISSUED


def test_the_number_after_the_last_is_proposed_for_today(closed: Office) -> None:
    _issue(closed)
    closed.day = date(2022, 8, 5)
    closed.close(JULY)
    assert closed.issuing.proposed(JULY) == Issue(JULY, "津组通〔2022〕7号", date(2022, 8, 5))


def test_an_open_month_is_not_issued(closed: Office) -> None:
    with pytest.raises(StillOpen) as refused:
        _issue(closed, month=JULY)
    assert _said(refused) == "2022年7月还没关账，先关账，再印发。"


def test_a_month_before_the_books_begin_is_neither_issued_nor_opened(closed: Office) -> None:
    with pytest.raises(NotOnTheBooks):
        _issue(closed, month=MAY)
    with pytest.raises(NotOnTheBooks):
        closed.issuing.reopen(MAY, "漏登")


def test_a_month_is_issued_once(closed: Office) -> None:
    _issue(closed)
    with pytest.raises(AlreadyIssued) as refused:
        _issue(closed, "津组通〔2022〕8号")
    assert _said(refused) == (
        "2022年6月通报已于2022年7月5日以津组通〔2022〕6号印发，不能再改动；差错请在台账里登更正。"
    )
    assert closed.issuing.issued(JUNE) == Issue(JUNE, NUMBER, date(2022, 7, 5))


def test_two_bulletins_do_not_share_a_number_however_it_is_typed(closed: Office) -> None:
    _issue(closed)
    closed.day = date(2022, 8, 6)
    closed.close(JULY)
    with pytest.raises(IssueNumberTaken) as refused:
        _issue(closed, "津组通(2022)06号", "2022-08-05", JULY)
    assert _said(refused) == "津组通〔2022〕6号是2022年6月通报的文号，换一个文号。"
    assert closed.store.months.state(JULY) is MonthState.CLOSED


@pytest.mark.parametrize(
    ("number", "on", "said"),
    [
        ("", "2022-07-05", "没有写文号"),
        (NUMBER, "2022-07-07", "印发日期在今天之后"),
        (NUMBER, "2022-06-30", "印发日期要在2022年6月过完以后"),
    ],
)
def test_a_number_and_a_day_that_can_not_be_are_refused(
    number: str, on: str, said: str, closed: Office
) -> None:
    with pytest.raises(NotFileable) as refused:
        _issue(closed, number, on)
    assert said in _said(refused)
    assert closed.issuing.issued(JUNE) is None


def test_a_february_of_a_leap_year_goes_out_from_march_on(office: Office) -> None:
    february = Month(2024, 2)
    office.day = date(2024, 3, 6)
    office.log(received="2024-02-29")
    office.close(february)
    with pytest.raises(NotFileable):
        _issue(office, NUMBER, "2024-02-29", february)
    assert _issue(office, NUMBER, "2024-03-01", february).on == date(2024, 3, 1)


# ---- 重新开账


def test_the_last_closed_month_is_opened_again_with_a_reason_that_is_kept(closed: Office) -> None:
    (was,) = closed.store.months.closed()
    closed.issuing.reopen(JUNE, " 漏登一篇，经李主任同意 ")
    assert closed.store.months.state(JUNE) is MonthState.OPEN
    (kept,) = closed.store.months.reopenings()
    assert (kept.closed, kept.reason, kept.reopened_by) == (was, "漏登一篇，经李主任同意", closed.store.who())
    *_, record = closed.store.audit.of("month 2022-06")
    assert (record.act, record.before["sha256"]) == ("reopen", was.sha256)
    assert record.after["reason"] == "漏登一篇，经李主任同意"
    assert _sound(closed)


def test_opened_again_the_month_is_what_it_was_before_it_was_closed(closed: Office) -> None:
    """The quota's points, taken back, are neither lost nor counted twice."""
    figures, draft = closed.figures(), closed.bulletins.draft(JUNE)
    closed.issuing.reopen(JUNE, "漏登")
    assert closed.figures() == figures
    assert closed.bulletins.draft(JUNE) == draft
    lines = closed.points.explain_unit(_unit(closed, "药山镇"), JUNE).lines
    assert sum(line.entry.cents for line in lines) == figures.points_of("YS").total


def _unit(office: Office, name: str) -> Unit:
    return next(unit for unit in office.register.units() if unit.name == name)


def test_a_month_opened_again_can_be_changed_and_freezes_anew(closed: Office) -> None:
    (first,) = closed.store.months.closed()
    closed.issuing.reopen(JUNE, "漏登")
    late = closed.log("补登的稿件", unit="新洲镇", received="2022-06-30")
    closed.adopt(late, Level.NATIONAL, on="2022-06-30", registered="2022-07-01")
    closed.bulletins.edit(JUNE, "T0", "现通报如下：")
    closed.close(JUNE)
    (again,) = closed.store.months.closed()
    assert again.sha256 != first.sha256
    assert closed.figures().points_of("XZ").gained > 0
    with pytest.raises(MonthClosed):
        closed.bulletins.edit(JUNE, "T0", "再改一次。")
    with pytest.raises((IntegrityError, sqlite3.IntegrityError)), closed.store.writing("tamper"):
        closed.store._db.execute_sql("UPDATE draft SET category = 'essay' WHERE number = ?", (late,))
    assert [record.act for record in closed.store.audit.of("month 2022-06")] == ["close", "reopen", "close"]
    assert _sound(closed)


def test_closed_and_opened_over_and_over_the_books_stay_the_same(closed: Office) -> None:
    figures = closed.figures()
    for _ in range(3):
        closed.issuing.reopen(JUNE, "再看一遍")
        closed.close(JUNE)
    assert closed.figures() == figures
    assert len(list(closed.store.months.reopenings())) == 3
    assert _sound(closed)


def test_what_was_recorded_while_the_month_was_closed_stays_in_the_open_one(closed: Office) -> None:
    number = closed.log("屋场会之二", unit="新洲镇", received="2022-07-01")
    closed.adopt(number, on="2022-06-29", registered="2022-07-02")
    before = closed.booked(number)
    closed.issuing.reopen(JUNE, "漏登")
    assert closed.booked(number) == before == [("新洲镇", "2022-07", "1")]


def test_an_issued_month_is_not_opened_again(closed: Office) -> None:
    _issue(closed)
    with pytest.raises(AlreadyIssued) as refused:
        closed.issuing.reopen(JUNE, "漏登")
    assert "差错请在台账里登更正" in _said(refused)
    assert closed.store.months.state(JUNE) is MonthState.ISSUED


def test_only_the_last_closed_month_is_opened_again(closed: Office) -> None:
    closed.day = date(2022, 8, 6)
    closed.close(JULY)
    with pytest.raises(NotTheLastClosed) as refused:
        closed.issuing.reopen(JUNE, "漏登")
    assert _said(refused) == "重新开账只能从最后关账的月份起，先开2022年7月，再开2022年6月。"
    closed.issuing.reopen(JULY, "漏登")
    closed.issuing.reopen(JUNE, "漏登")
    assert closed.closing.next_month() == JUNE


def test_an_open_month_has_nothing_to_open(closed: Office) -> None:
    with pytest.raises(StillOpen) as refused:
        closed.issuing.reopen(JULY, "漏登")
    assert _said(refused) == "2022年7月还没关账，先关账，再重新开账。"


def test_without_a_reason_no_month_is_opened_again(closed: Office) -> None:
    with pytest.raises(ReasonMissing) as refused:
        closed.issuing.reopen(JUNE, "  ")
    assert _said(refused) == "重新开账要写明原因。"
    assert closed.store.months.state(JUNE) is MonthState.CLOSED


@pytest.mark.parametrize(
    ("prepare", "sql"),
    [
        (lambda _: None, "DELETE FROM month"),
        (_issue, "DELETE FROM month"),
        (_issue, "DELETE FROM issue"),
        (_issue, "UPDATE issue SET number = '8号'"),
        (
            _issue,
            "INSERT OR REPLACE INTO issue SELECT month, '8号', issued_on, issued_at, issued_by FROM issue",
        ),
        (lambda office: office.issuing.reopen(JUNE, "漏登"), "DELETE FROM reopening"),
        (lambda office: office.issuing.reopen(JUNE, "漏登"), "UPDATE reopening SET reason = '无'"),
        (
            lambda office: office.issuing.reopen(JUNE, "漏登"),
            "INSERT OR REPLACE INTO reopening SELECT * FROM reopening",
        ),
    ],
    ids=[
        "unrecorded",
        "issued",
        "the issue",
        "its number",
        "issued anew",
        "the record",
        "its reason",
        "recorded anew",
    ],
)
def test_the_file_itself_keeps_what_was_closed_issued_and_opened(
    prepare: Callable[[Office], object], sql: str, closed: Office
) -> None:
    prepare(closed)
    with pytest.raises((IntegrityError, sqlite3.IntegrityError)), closed.store.writing("tamper"):
        closed.store._db.execute_sql(sql)


def test_the_record_of_an_earlier_opening_opens_no_later_month(closed: Office) -> None:
    closed.issuing.reopen(JUNE, "漏登")
    closed.log("补登", received="2022-06-30")
    closed.close(JUNE)
    with pytest.raises((IntegrityError, sqlite3.IntegrityError)), closed.store.writing("tamper"):
        closed.store._db.execute_sql("DELETE FROM month")


def test_what_an_undone_closing_had_frozen_is_verified_too(closed: Office) -> None:
    closed.issuing.reopen(JUNE, "漏登")
    closed.close(JUNE)
    with closed.store.writing("tamper"):
        closed.store._db.execute_sql("DROP TRIGGER reopening_is_never_changed")
        closed.store._db.execute_sql("UPDATE reopening SET frozen = replace(frozen, '屋场会', '屋场')")
    found = {finding.name: finding for finding in verify(closed.store, closed.bulletins)}
    assert (found["closed_months"].ok, found["closed_months"].detail) == (False, "2022-06 SHA-256")


# ---- whatever carries points from month to month


def test_a_mergers_points_are_carried_once_however_often_its_month_is_closed(office: Office) -> None:
    for name in ("新洲镇", "药山镇"):
        office.adopt(office.log(unit=name), Level.PROVINCE)
    office.day = date(2022, 8, 6)
    office.close(JUNE)
    (new,) = UnitDesk(office.store, office.undo).do(
        Merge((unit_id("新洲镇"), unit_id("药山镇")), "新样镇", JULY)
    )
    figures = office.figures(JULY)
    office.close(JULY)
    office.issuing.reopen(JULY, "漏登")
    assert office.figures(JULY) == figures
    office.close(JULY)
    assert office.figures(JULY).points_of(new).cumulative == figures.points_of(new).cumulative
    assert _sound(office)


def test_a_correction_into_a_month_opened_again_stands(closed: Office) -> None:
    closed.correction.record(NewCorrection("YS", JUNE, 50, "漏计一条", date(2022, 7, 5)))
    before = closed.points_of("药山镇", JULY)
    closed.issuing.reopen(JUNE, "漏登")
    closed.close(JUNE)
    assert closed.points_of("药山镇", JULY) == before
    assert closed.figures(JULY).points_of("YS").bonus == 50


def test_where_no_month_was_ever_closed_none_is_opened_again(office: Office) -> None:
    with pytest.raises(StillOpen):
        office.issuing.reopen(JUNE, "漏登")


def test_a_bulletin_signed_out_in_another_year_is_numbered_in_that_year(closed: Office) -> None:
    closed.day = date(2026, 3, 2)
    signed_out = closed.issuing.proposed(JUNE, date(2022, 7, 5))
    assert (signed_out.number, signed_out.on) == ("津组通〔2022〕1号", date(2022, 7, 5))
