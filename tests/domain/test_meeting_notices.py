"""The record of a meeting on paper: what was told, in sentences; what was not, left out."""

from datetime import date

from jinshi_desk.domain.meeting_notices import meeting_notice
from jinshi_desk.domain.meetings import Attendance, Meeting, Resolution
from tests.office import JUNE

CAME = (Attendance("YS", "周试一"), Attendance(None, "常德日报社 周试二"))


def test_the_whole_record_is_told_in_its_sections() -> None:
    resolved = (
        Resolution("整理好稿", "研究室", date(2022, 7, 8), id=1, meeting=1, done_on=date(2022, 7, 6)),
        Resolution("登错的", "研究室", id=2, meeting=1, voided="登错"),
    )
    agenda = ("1、通报情况", "（二）部署七月", "5.1期间的宣传")
    told = Meeting(
        date(2022, 7, 1),
        "三楼",
        "李主任",
        "陈试四",
        CAME,
        agenda,
        "完成较好。\n有差距。",
        JUNE,
        id=1,
        resolutions=resolved,
    )
    notice = meeting_notice(told, {"YS": "药山镇"}.__getitem__, "研究室")
    assert notice.title == "2022年7月工作例会记录"
    assert notice.paragraphs == (
        "2022年7月1日在三楼召开工作例会，通报2022年6月组工信息宣传工作情况。会议由李主任主持，陈试四记录。",
    )
    said = {heading: section.paragraphs for heading, section in notice.printed_sections}
    assert said == {
        "一、参加人员": ("药山镇：周试一；常德日报社 周试二。",),
        "二、议题": ("1.通报情况", "2.部署七月", "3.5.1期间的宣传"),
        "三、会议内容": ("完成较好。", "有差距。"),
        "四、议定事项": ("会议议定1项工作：",),
    }
    (table,) = notice.printed_sections[-1][1].tables
    assert table.printed_rows == (("1", "整理好稿", "研究室", "2022年7月8日", "2022年7月6日"),)


def test_what_nobody_wrote_down_takes_no_room() -> None:
    told = Meeting(date(2022, 7, 1), "", "李主任", "", (Attendance("YS"),), ("通报情况",), id=1)
    notice = meeting_notice(told, {"YS": "药山镇"}.__getitem__, "研究室")
    assert notice.paragraphs == ("2022年7月1日召开工作例会。会议由李主任主持。",)
    assert [heading for heading, _ in notice.printed_sections] == ["一、参加人员", "二、议题"]
