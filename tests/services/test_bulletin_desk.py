"""The bulletin's desk: the clerk's own words kept, checks told, a closed month's text frozen."""

from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.domain.assignments import NewAssignment
from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.deductions import NewDeduction
from jinshi_desk.domain.errors import CannotWrite, MonthClosed
from jinshi_desk.domain.leads import NewLead
from jinshi_desk.domain.meetings import Attendance, NewMeeting, NewResolution
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import NewObjection
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.roster import Duty
from jinshi_desk.domain.roster_acts import Appoint, Newcomer
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.suggestions import Concern, NewSuggestion
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.front import FrontDesk, TodoKind
from jinshi_desk.services.safety import verify
from tests.office import JULY, JUNE, MAY, Office


@pytest.fixture
def desk(office: Office) -> BulletinDesk:
    return BulletinDesk(office.store, Press())


def _sentence(desk: BulletinDesk, code: str) -> tuple[str, bool, bool]:
    sections = desk.draft(JUNE).bulletin.sections
    (found,) = (sentence for section in sections for sentence in section.sentences if sentence.code == code)
    return found.text, found.edited, found.included


def _failing(desk: BulletinDesk) -> set[str]:
    return {check.name for check in desk.draft(JUNE).checks if not check.ok}


def test_the_clerks_words_are_kept_and_the_generated_ones_come_back(
    office: Office, desk: BulletinDesk
) -> None:
    office.log()
    generated = _sentence(desk, "T1")
    desk.edit(JUNE, "T1", "6月共收到有效信息1条，\n均为镇街报送1条。")
    assert _sentence(desk, "T1") == ("6月共收到有效信息1条， 均为镇街报送1条。", True, True)
    desk.include(JUNE, "T1", included=False)
    assert _sentence(desk, "T1")[2] is False
    desk.edit(JUNE, "T1", None)
    desk.include(JUNE, "T1", included=True)
    assert _sentence(desk, "T1") == generated


def test_an_edit_goes_on_saying_what_it_said_and_is_flagged_when_the_figure_moves(
    office: Office, desk: BulletinDesk
) -> None:
    office.log()
    desk.edit(JUNE, "T1", "6月共收到有效信息1条，镇街1条。")
    assert CheckName.SENTENCES not in _failing(desk)
    office.log()
    assert _sentence(desk, "T1")[0] == "6月共收到有效信息1条，镇街1条。"
    assert CheckName.SENTENCES in _failing(desk)


def test_what_is_still_open_is_told(office: Office, desk: BulletinDesk) -> None:
    office.adopt(office.log(approval_on_file=False), verified=False)
    assert _failing(desk) == {CheckName.FORMS, CheckName.UNVERIFIED}


def test_a_closed_months_text_is_frozen(office: Office, desk: BulletinDesk) -> None:
    office.close(JUNE)
    with pytest.raises(MonthClosed):
        desk.edit(JUNE, "T1", "改一改")
    with pytest.raises(MonthClosed):
        desk.include(JUNE, "T1", included=False)
    desk.edit(JULY, "T1", "七月的话")


def test_the_bulletin_is_dated_by_the_close_day(desk: BulletinDesk) -> None:
    assert desk.draft(JUNE).bulletin.dated == date(2022, 7, 5)


def test_a_folder_that_can_not_be_made_is_named(desk: BulletinDesk, tmp_path: Path) -> None:
    (tmp_path / "文件").touch()
    with pytest.raises(CannotWrite):
        desk.files.save(desk.draft(JUNE).notice, tmp_path / "文件" / "通报")


# ---- is the file sound?


def test_a_file_that_is_worked_with_is_sound(office: Office, desk: BulletinDesk) -> None:
    number = office.log(partners=("药山镇",))
    office.adopt(number, Level.PROVINCE)
    office.register.void(number, "失实")
    assert [finding for finding in verify(office.store, desk) if not finding.ok] == []


@pytest.mark.parametrize(
    ("tampering", "finding"),
    [
        ("DROP TRIGGER audit_is_never_changed; UPDATE audit SET who = '别人' WHERE id = 2", "audit"),
        ("PRAGMA foreign_keys = OFF; UPDATE draft SET lead = '没有'", "foreign_keys"),
        (
            "DROP TRIGGER ledger_is_never_changed; UPDATE ledger SET cents = 9 WHERE reverses IS NOT NULL",
            "ledger",
        ),
    ],
)
def test_whoever_got_past_the_guards_is_found(
    tampering: str, finding: str, office: Office, desk: BulletinDesk
) -> None:
    number = office.log()
    office.adoption.void(office.adopt(number), "登错")
    for statement in tampering.split(";"):
        office.store._db.execute_sql(statement)
    assert finding in {found.name for found in verify(office.store, desk) if not found.ok}


# ---- the bar above the tabs


def test_nobody_owes_before_the_books_begin_or_in_a_month_to_come(office: Office) -> None:
    office.day = date(2022, 7, 8)  # no reminder is due
    front = FrontDesk(office.store, office.today)

    def owing(month: Month) -> bool:
        return TodoKind.OWING in {todo.kind for todo in front.todos(month)}

    assert not owing(JUNE)
    office.log(received="2022-06-10")
    assert owing(JUNE)
    assert not owing(JUNE.previous())
    assert not owing(JULY.next())


def test_what_waits_is_told_most_urgent_first(office: Office) -> None:
    office.day = date(2022, 7, 8)
    front = FrontDesk(office.store, office.today)
    office.register.return_(office.log(accepted=False, approval_on_file=False), "缺数据")
    office.log(accepted=False)
    office.adopt(office.log(), verified=False)
    asked, due, later = date(2022, 6, 1), date(2022, 6, 20), date(2022, 7, 20)
    office.commission.record(NewCommission("XZ", "夜校见闻", asked, due))
    office.commission.record(NewCommission("XZ", "还没到期", asked, later))
    office.deduction.propose(NewDeduction("XZ", "omission", "险情没有报", due, "周试一"))
    slow = office.approval.start(office.log())
    office.day = date(2022, 7, 8)
    office.printing.record([slow])
    office.people.do(Appoint("XZ", Duty.INFO_OFFICER, Newcomer("周试一"), date(2022, 3, 1)))
    office.suggestions.record(NewSuggestion("XZ", Concern.PROBLEM, "经费不足", asked, "YJS", due_on=due))
    office.objections.record(NewObjection("XZ", JUNE, due, "周试一", Channel.PHONE, "少计一条"))
    office.leads.record(NewLead("XZ", "屋场夜话聚民心", asked))
    (writer,) = office.store.roster.all()
    came = (Attendance("XZ", "周试一"),)
    met = office.meetings.record(NewMeeting(asked, "三楼会议室", "李主任", "陈试四", came, ("通报",)))
    office.meetings.resolve(met, NewResolution("整理好稿", "研究室", date(2022, 7, 2)))
    office.day = date(2022, 6, 1)
    office.assignments.record(NewAssignment(writer.id, Period.parse("2022-06"), 9, asked))
    office.day = date(2022, 7, 20)
    todos = {todo.kind: todo.number for todo in front.todos(JUNE)}
    assert list(todos) == list(TodoKind)
    assert (todos[TodoKind.TO_REVIEW], todos[TodoKind.UNVERIFIED], todos[TodoKind.RETURNED]) == (1, 1, 1)
    assert (todos[TodoKind.COMMISSIONS], todos[TodoKind.DEDUCTIONS]) == (1, 1)
    assert (todos[TodoKind.OVERDUE_FORMS], todos[TodoKind.OUT_FORMS]) == (1, 1)


def test_a_draft_is_found_from_anywhere(office: Office) -> None:
    front = FrontDesk(office.store)
    office.log("五月夜校", received="2022-05-10")
    assert [row.title for row in front.find("夜校")] == ["五月夜校"]
    assert front.find("  ") == []
    assert front.unit_names()["XZ"] == "新洲镇"
    office.approval.start(office.log("在审批表上", unit="研究室", received="2022-05-11"))
    for typed in ("部审2022 1", "部审〔2022〕1号", "b-2022-1"):
        assert [row.title for row in front.find(typed)] == ["在审批表上"]
    assert front.find("部审2022 2") == []
    office.close(MAY)
    assert (front.is_closed(MAY), front.is_closed(JUNE)) == (True, False)
