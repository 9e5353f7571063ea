"""例会: recorded once a day, put right, what it resolved followed up until it is done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import AlreadyDecided, NotFileable, ReasonMissing, UndoOvertaken
from jinshi_desk.domain.meetings import Attendance, NewMeeting, NewResolution
from jinshi_desk.domain.suggestions import Handling
from jinshi_desk.services.front import FrontDesk, TodoKind
from tests.office import AUGUST, JULY, JUNE, MAY, Office, unit_id

DAY = date(2022, 7, 1)


def a_meeting(**others: Any) -> NewMeeting:
    came = (Attendance(unit_id("药山镇"), "周试一"), Attendance(None, "常德日报社 周试二"))
    told = NewMeeting(DAY, "三楼会议室", "李主任", "陈试四", came, ("通报六月情况",), month=JUNE)
    return replace(told, **others)


def refusal(refused: "pytest.ExceptionInfo[Any]") -> str:
    return error_sentence(refused.value)


def test_who_came_is_read_line_by_line_and_a_guest_keeps_his_words(office: Office) -> None:
    typed = "药山镇：周试一、周试二\n新洲镇 李试三；毛里湖镇\n白衣镇、嘉山街道\n常德日报社 陈试五"
    read = office.meetings.attendance(typed)
    assert read == (
        Attendance(unit_id("药山镇"), "周试一、周试二"),
        Attendance(unit_id("新洲镇"), "李试三"),
        Attendance(unit_id("毛里湖镇")),
        Attendance(unit_id("白衣镇")),
        Attendance(unit_id("嘉山街道")),
        Attendance(None, "常德日报社 陈试五"),
    )


def test_a_meeting_stands_in_the_month_it_was_held_in_and_in_the_one_it_told(office: Office) -> None:
    row = office.meetings.record(a_meeting())
    months = {month: [each.id for each in office.meetings.of_month(month)] for month in (MAY, JUNE, JULY)}
    assert months == {MAY: [], JUNE: [row], JULY: [row]}
    office.meetings.resolve(row, NewResolution("整理好稿", "研究室"))
    assert [each.id for each in office.meetings.of_month(AUGUST)] == [row]  # something is left to do


def test_what_was_resolved_waits_until_it_is_done(office: Office) -> None:
    row = office.meetings.record(a_meeting())
    late = office.meetings.resolve(row, NewResolution("整理好稿", "研究室", date(2022, 7, 2)))
    office.meetings.resolve(row, NewResolution("走访落后单位", "周试一", date(2022, 7, 30)))
    states = [each.handling(office.day) for each in office.meetings.get(row).resolved]
    assert states == [Handling.OVERDUE, Handling.OPEN]
    front = FrontDesk(office.store, office.today)
    waiting = {todo.kind: todo.number for todo in front.todos(JULY)}
    assert waiting[TodoKind.MEETINGS] == 1  # the other is due much later
    office.meetings.finish(late, date(2022, 7, 3), "已上传")
    assert TodoKind.MEETINGS not in {todo.kind for todo in front.todos(JULY)}
    assert office.meetings.get(row).resolved[0].handling(office.day) is Handling.CLOSED


def test_every_step_is_taken_back_by_undo(office: Office) -> None:
    meetings = office.meetings
    row = meetings.record(a_meeting())
    resolution = meetings.resolve(row, NewResolution("整理好稿", "研究室"))
    meetings.revise(row, a_meeting(place="五楼会议室"))
    meetings.finish(resolution, DAY, "已上传")
    meetings.void_resolution(resolution, "不办了")
    seen = []
    for _ in range(4):
        office.undo.last()
        found = meetings.get(row)
        seen.append((found.place, [(each.done_on, each.result) for each in found.resolved]))
    assert seen == [
        ("五楼会议室", [(DAY, "已上传")]),
        ("五楼会议室", [(None, "")]),
        ("三楼会议室", [(None, "")]),
        ("三楼会议室", []),
    ]
    office.undo.last()
    assert meetings.get(row).voided == "撤销登记"


def test_a_struck_out_meeting_stays_on_record_and_its_day_is_free_again(office: Office) -> None:
    row = office.meetings.record(a_meeting())
    office.meetings.void(row, "登重")
    again = office.meetings.record(a_meeting(host="王部长"))
    assert [(each.host, each.voided) for each in office.store.meetings.all()] == [
        ("李主任", "登重"),
        ("王部长", ""),
    ]
    with pytest.raises(AlreadyDecided):
        office.meetings.resolve(row, NewResolution("整理好稿", "研究室"))
    assert office.meetings.get(again).resolved == ()


def test_a_record_is_not_taken_back_from_under_what_was_resolved(office: Office) -> None:
    row = office.meetings.record(a_meeting())
    taking_back = office.undo
    with office.store.writing("resolve") as act:
        office.store.meetings.resolve(row, NewResolution("整理好稿", "研究室"))
        act.subject = f"meeting {row}"
    with pytest.raises(UndoOvertaken):
        taking_back.last()


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"held_on": date(2022, 7, 4)}, "会议日期在今天之后"),
        ({"host": " "}, "没有写主持人"),
        ({"attendance": ()}, "没有写谁参加"),
        ({"attendance": (Attendance("YS"), Attendance("YS", "周试一"))}, "同一单位写了两行"),
        ({"agenda": ("",)}, "没有写议题"),
        ({"agenda": ("题" * 301,)}, "一项议题超过 300 字"),
        ({"minutes": "话" * 5001}, "会议内容超过 5000 字"),
        ({"month": AUGUST}, "通报的月份在会议之后"),
        ({"place": "楼" * 41}, "地点超过 40 字"),
    ],
)
def test_what_can_t_be_is_refused_in_a_sentence(office: Office, others: dict[str, Any], said: str) -> None:
    with pytest.raises(NotFileable) as refused:
        office.meetings.record(a_meeting(**others))
    assert refusal(refused) == f"还有没填对的地方：{said}。"


def test_one_meeting_a_day_and_nothing_is_resolved_twice(office: Office) -> None:
    row = office.meetings.record(a_meeting())
    new = NewResolution("整理好稿", "研究室", DAY)
    office.meetings.resolve(row, new)
    heard = []
    acts: tuple[Callable[[], int], ...] = (
        lambda: office.meetings.record(a_meeting()),
        lambda: office.meetings.resolve(row, new),
        lambda: office.meetings.resolve(row, NewResolution("走访", "", date(2022, 6, 30))),
    )
    for act in acts:
        with pytest.raises(NotFileable) as refused:
            act()
        heard.append(refusal(refused))
    assert heard == [
        "还有没填对的地方：07-01 已有例会记录。",
        "还有没填对的地方：这次会议已有这一项。",
        "还有没填对的地方：没有写谁来办；期限早于会议（07-01）。",
    ]


def test_nothing_is_struck_out_without_a_reason(office: Office) -> None:
    row = office.meetings.record(a_meeting())
    resolution = office.meetings.resolve(row, NewResolution("整理好稿", "研究室"))
    for void, number in ((office.meetings.void, row), (office.meetings.void_resolution, resolution)):
        with pytest.raises(ReasonMissing):
            void(number, " ")
    assert not office.meetings.get(row).resolutions[0].voided
