"""历次稿: the same number, a new version; nothing that came in is lost."""

from dataclasses import replace
from datetime import date

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.drafts import Author, Status
from jinshi_desk.domain.errors import (
    CannotWrite,
    ClosedToResubmission,
    MonthClosed,
    NotFileable,
    UnknownVersion,
    WrongStatus,
)
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import RegisterQuery
from jinshi_desk.domain.versions import Content, NewRemark, content_of
from jinshi_desk.domain.working_days import Holiday
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.safety import verify
from tests.office import JULY, JUNE, Office

RETURNED = date(2022, 7, 1)
"""A Friday: three working days later is Wednesday the 6th."""
AGAIN = Content("改好的题目", (Author("李试二"),), False, 4, "改好正文", ("现场.jpg", "合影.png"))


@pytest.fixture
def number(office: Office) -> str:
    """A draft of June that was returned."""
    found = office.log("原来的题目", received="2022-06-28", body="原来正文", accepted=False)
    office.day = RETURNED
    office.register.return_(found, "标题不准", "篇幅不符")
    office.day = date(2022, 7, 20)
    return found


def test_what_comes_back_is_a_new_version_of_the_same_number(number: str, office: Office) -> None:
    office.versions.resubmit(number, date(2022, 7, 5), AGAIN)
    draft = office.register.open(number).draft
    assert (draft.number, draft.version, draft.status) == (number, 2, Status.RECEIVED)
    assert content_of(draft) == AGAIN
    first, second = office.versions.versions(number)
    assert (first.content.title, first.content.body) == ("原来的题目", "原来正文")
    assert first.content.authors == (Author("周试一"),)
    assert first.returned is not None
    assert first.returned.reasons == ("标题不准", "篇幅不符")
    assert (first.came_on, second.came_on) == (date(2022, 6, 28), date(2022, 7, 5))
    assert second.content == AGAIN
    assert second.returned is None


def test_a_third_version_keeps_the_two_before_it(number: str, office: Office) -> None:
    office.versions.resubmit(number, date(2022, 7, 5), AGAIN)
    office.register.return_(number, "文字差错")
    office.versions.resubmit(number, date(2022, 7, 20), replace(AGAIN, body="再改正文"))
    found = office.versions.versions(number)
    assert [each.content.body for each in found] == ["原来正文", "改好正文", "再改正文"]
    assert [each.returned.said if each.returned else "" for each in found] == [
        "标题不准、篇幅不符",
        "文字差错",
        "",
    ]


@pytest.mark.parametrize(
    ("back_on", "received_on", "month", "in_time"),
    [
        (date(2022, 7, 1), date(2022, 6, 28), JUNE, True),
        (date(2022, 7, 6), date(2022, 6, 28), JUNE, True),
        (date(2022, 7, 7), date(2022, 7, 7), JULY, False),
    ],
)
def test_three_working_days_keep_the_first_day(
    back_on: date, received_on: date, month: Month, in_time: bool, number: str, office: Office
) -> None:
    told = office.versions.receipt(number, back_on)
    assert (told.received_on, told.quota_month, told.in_time) == (received_on, month, in_time)
    assert told.deadline == date(2022, 7, 6)
    assert office.versions.resubmit(number, back_on) == told
    draft = office.register.open(number).draft
    assert (draft.received_on, draft.quota_month) == (received_on, month)


def test_a_day_off_gives_the_unit_another_day(number: str, office: Office) -> None:
    office.holidays.replace(2022, [Holiday(date(2022, 7, 4)), Holiday(date(2022, 7, 9), working=True)])
    assert office.versions.resubmit(number, date(2022, 7, 7)).in_time


def test_a_worked_saturday_counts(number: str, office: Office) -> None:
    office.holidays.replace(2022, [Holiday(date(2022, 7, 2), working=True)])
    assert not office.versions.resubmit(number, date(2022, 7, 6)).in_time


def test_the_register_finds_the_present_version_alone(number: str, office: Office) -> None:
    office.versions.resubmit(number, date(2022, 7, 5), AGAIN)
    assert office.register.count(RegisterQuery(words="改好的题目")) == 1
    assert office.register.count(RegisterQuery(words="李试二")) == 1
    assert office.register.count(RegisterQuery(words="原来的题目")) == 0


def test_taking_in_again_is_taken_back_whole(number: str, office: Office) -> None:
    before = office.register.open(number)
    office.versions.resubmit(number, date(2022, 7, 8), AGAIN)
    office.undo.last()
    assert office.register.open(number) == before
    assert len(office.versions.versions(number)) == 1
    assert office.register.count(RegisterQuery(words="原来的题目")) == 1
    office.versions.resubmit(number, date(2022, 7, 8), replace(AGAIN, title="另一个题目"))
    assert [each.content.title for each in office.versions.versions(number)] == ["原来的题目", "另一个题目"]
    assert all(finding.ok for finding in verify(office.store, BulletinDesk(office.store, Press())))


def test_history_says_which_version_came_in(number: str, office: Office) -> None:
    office.versions.resubmit(number, date(2022, 7, 5), AGAIN)
    record = office.register.history(number)[-1]
    assert record.act == "resubmit"
    assert (record.before["version"], record.after["version"]) == (1, 2)
    assert record.after["attachments"] == ["现场.jpg", "合影.png"]


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM draft_version",
        "UPDATE draft_version SET body = ''",
        "UPDATE draft_version SET title = '别的'",
        "DELETE FROM draft_remark",
        "UPDATE draft_remark SET remark = '别的'",
    ],
)
def test_nothing_that_was_kept_is_changed_in_the_file(sql: str, number: str, office: Office) -> None:
    office.versions.remark(number, NewRemark("先说做法", "李主任"))
    office.versions.resubmit(number, date(2022, 7, 5), AGAIN)
    with pytest.raises(Exception, match="kept") as refused, office.store.writing("tamper"):
        office.store._db.execute_sql(sql)
    assert not isinstance(refused.value, CannotWrite)


# ---- refused


@pytest.mark.parametrize(
    ("back_on", "content", "sentence"),
    [
        (date(2022, 6, 30), AGAIN, "还有没填对的地方：报回早于退回（2022-07-01）。"),
        (date(2022, 7, 21), AGAIN, "还有没填对的地方：报回日期在今天之后。"),
        (date(2022, 7, 5), replace(AGAIN, title=" "), "还有没填对的地方：没有标题。"),
        (date(2022, 7, 5), replace(AGAIN, title="长" * 201), "还有没填对的地方：标题超过 200 字。"),
        (date(2022, 7, 5), replace(AGAIN, word_count=-1), "还有没填对的地方：字数不能是负数。"),
    ],
)
def test_a_resubmission_that_cannot_be_is_refused(
    back_on: date, content: Content, sentence: str, number: str, office: Office
) -> None:
    with pytest.raises(NotFileable) as refused:
        office.versions.resubmit(number, back_on, content)
    assert error_sentence(refused.value) == sentence
    assert len(office.versions.versions(number)) == 1


def test_another_draft_with_that_title_is_asked_about(number: str, office: Office) -> None:
    other = office.log("改好的题目", received="2022-07-02")
    (problem,) = office.versions.check(number, date(2022, 7, 5), AGAIN)
    assert (problem.field, problem.reason, problem.detail) == ("title", "same", other)


def test_a_draft_that_was_not_returned_does_not_come_again(office: Office) -> None:
    number = office.log()
    with pytest.raises(WrongStatus) as refused:
        office.versions.resubmit(number, office.day)
    assert error_sentence(refused.value) == f"{number} 现在是“有效”，不能重新收稿。"


def test_a_void_draft_does_not_come_again(number: str, office: Office) -> None:
    office.register.void(number, "抄袭")
    with pytest.raises(WrongStatus) as refused:
        office.versions.resubmit(number, office.day)
    assert error_sentence(refused.value) == f"{number} 现在是“已作废”，不能重新收稿。"


def test_what_comes_back_after_the_close_is_a_draft_of_its_own(number: str, office: Office) -> None:
    office.close(JUNE)
    with pytest.raises(ClosedToResubmission) as refused:
        office.versions.resubmit(number, date(2022, 7, 5), AGAIN)
    assert error_sentence(refused.value) == "2022年6月已关账，退回的稿件不能再重新收稿；改好的请登为新稿。"


def test_a_resubmission_is_not_taken_back_once_its_month_is_closed(number: str, office: Office) -> None:
    office.versions.resubmit(number, date(2022, 7, 8), AGAIN)
    assert office.register.open(number).draft.quota_month == JULY
    office.close(JUNE)
    with pytest.raises(MonthClosed):
        office.undo.last()
    assert len(office.versions.versions(number)) == 2


# ---- compared and remarked on


def test_versions_are_compared_by_number(number: str, office: Office) -> None:
    office.versions.resubmit(number, date(2022, 7, 5), AGAIN)
    found = office.versions.compare(number, 1, 2)
    assert [piece.text for piece in found.title.new if piece.changed] == ["改好"]
    assert not found.attachments.is_same


def test_there_is_no_version_that_never_came(number: str, office: Office) -> None:
    with pytest.raises(UnknownVersion) as refused:
        office.versions.compare(number, 1, 2)
    assert error_sentence(refused.value) == f"{number} 没有第 2 稿，共 1 稿。"


def test_remarks_stay_with_the_version_they_were_made_on(number: str, office: Office) -> None:
    office.versions.remark(number, NewRemark(" 先说做法，后说成效 ", "李主任"))
    office.versions.resubmit(number, date(2022, 7, 5), AGAIN)
    office.versions.remark(number, NewRemark("好多了", "王科长"))
    first, second = office.versions.versions(number)
    assert [(each.said, each.said_by, each.on) for each in first.remarks] == [
        ("先说做法，后说成效", "李主任", date(2022, 7, 20))
    ]
    assert [each.said for each in second.remarks] == ["好多了"]
    office.undo.last()
    assert office.versions.versions(number)[1].remarks == ()
    assert office.register.history(number)[-2].after["remark"] == "好多了"


@pytest.mark.parametrize(
    ("new", "phrase"), [(NewRemark(" ", "李主任"), "没有写意见"), (NewRemark("好", ""), "没有写是谁的意见")]
)
def test_a_remark_of_nobody_or_of_nothing_is_refused(
    new: NewRemark, phrase: str, number: str, office: Office
) -> None:
    with pytest.raises(NotFileable) as refused:
        office.versions.remark(number, new)
    assert phrase in error_sentence(refused.value)
