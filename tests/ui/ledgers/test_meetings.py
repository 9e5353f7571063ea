"""例会 in 本月台账: recorded by keys, what it resolved followed up, printed and saved."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from jinshi_desk.domain.meetings import Attendance, NewMeeting, NewResolution
from jinshi_desk.ui.ledgers.kinds import Ledger
from jinshi_desk.ui.ledgers.meeting_dialog import MeetingDialog
from tests.office import JUNE, Office, unit_id
from tests.ui.ledgers.conftest import Clerk


def held(office: Office, *resolved: NewResolution) -> int:
    came = (Attendance(unit_id("药山镇"), "周试一"), Attendance(None, "常德日报社 周试二"))
    told = NewMeeting(date(2022, 7, 1), "三楼会议室", "李主任", "陈试四", came, ("通报情况",), month=JUNE)
    row = office.meetings.record(told)
    for each in resolved:
        office.meetings.resolve(row, each)
    return row


def test_a_meeting_is_recorded_by_keys_and_the_next_one_begins_like_it(clerk: Clerk, office: Office) -> None:
    clerk.go_to(Ledger.MEETINGS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    page = clerk.dialog.meetings.page
    page.month.setText("八月")
    clerk.save()
    assert clerk.problems() == {
        "meeting_month": "不是月份，如 2022-06",
        "host": "没有写主持人",
        "attendance": "没有写谁参加",
        "agenda": "没有写议题",
    }
    page.month.setText("6")
    page.host.setText("李主任")
    page.attendance.setPlainText("药山镇：周试一\n常德日报社 周试二")
    page.agenda.setPlainText("通报六月情况\n部署七月")
    clerk.save()
    clerk.hear()
    assert clerk.lines("held_on", "month", "agenda", "came", "state") == [
        "07-03 6月 通报六月情况；部署七月 2 没有事项"
    ]
    assert ("参加", "药山镇：周试一；常德日报社 周试二") in clerk.page.facts.facts
    clerk.press(Qt.Key.Key_N, ctrl=True)
    assert page.attendance.toPlainText() == "药山镇：周试一\n常德日报社 周试二"
    clerk.save()
    assert clerk.problems() == {"held_on": "07-03 已有例会记录", "agenda": "没有写议题"}
    clerk.press(Qt.Key.Key_Escape)
    clerk.undo()
    assert clerk.lines("state") == ["已作废"]


def test_what_was_resolved_is_followed_up_until_it_is_done(clerk: Clerk, office: Office) -> None:
    held(office)
    clerk.hear()
    clerk.go_to(Ledger.MEETINGS)
    assert not clerk.dialog.meetings.done_button.isEnabled()
    clerk.press(Qt.Key.Key_D, ctrl=True)
    page = clerk.dialog.meetings.resolution_page
    page.text.insertPlainText("整理好稿")
    page.who.setText("研究室")
    page.due.setText("0702")
    clerk.save()
    clerk.hear()
    assert clerk.lines("resolved", "state") == ["0/1 逾期未办"]
    clerk.dialog.meetings.done_button.click()
    clerk.dialog.meetings.done_page.result.insertPlainText("已上传")
    clerk.save()
    clerk.hear()
    assert clerk.lines("resolved", "state") == ["1/1 已办结"]
    (line,) = clerk.page.lines.lines
    assert (line.head, line.figure, line.reasons) == (
        "整理好稿",
        "07-02 前",
        ("研究室　已办结 07-03", "已上传"),
    )
    clerk.undo()
    assert clerk.lines("state") == ["逾期未办"]


def test_a_record_is_put_right_and_a_wrong_resolution_struck_out(clerk: Clerk, office: Office) -> None:
    row = held(office, NewResolution("整理好稿", "研究室"), NewResolution("走访", "周试一"))
    clerk.hear()
    clerk.go_to(Ledger.MEETINGS)
    clerk.press(Qt.Key.Key_Return)
    clerk.dialog.meetings.page.place.setText("五楼会议室")
    clerk.save()
    clerk.hear()
    assert office.meetings.get(row).place == "五楼会议室"
    clerk.dialog.meetings.done_button.click()
    clerk.dialog.meetings.done_page.drop_button.click()
    clerk.hear()
    assert clerk.dialogs.asked == ["作废这项议定事项？"]
    assert [each.text for each in office.meetings.get(row).resolved] == ["走访"]
    assert clerk.lines("resolved", "state") == ["0/1 办理中"]


def test_the_record_is_saved_as_it_will_be_printed(clerk: Clerk, office: Office, tmp_path: Path) -> None:
    held(office, NewResolution("整理好稿", "研究室"))
    clerk.hear()
    clerk.go_to(Ledger.MEETINGS)
    clerk.press(Qt.Key.Key_P, ctrl=True)
    (paper,) = clerk.dialog.findChildren(MeetingDialog)
    clerk.qtbot.waitUntil(paper.word_button.isEnabled)
    assert paper.preview.pages == 1
    clerk.dialogs.files = [tmp_path / "记录"]
    paper.word_button.click()
    clerk.qtbot.waitUntil(lambda: bool(clerk.told.acts))
    assert clerk.told.acts == ["例会记录已存到 记录.docx"]
    assert (tmp_path / "记录.docx").is_file()
