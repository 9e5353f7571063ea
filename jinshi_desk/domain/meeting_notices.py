"""The record of a meeting (例会记录) as a paper: page and document are set as every notice is."""

import re
from collections.abc import Callable, Iterable

from jinshi_desk.domain.bulletins import Section, Sentence
from jinshi_desk.domain.meetings import Meeting, Resolution, written_attendance
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.tables import Column, Table, day

TEMPLATE = "meeting"

_OWN_NUMBER = re.compile(r"^\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、)）](?!\d)\s*")
"""What a clerk may have numbered an item with already."""

_RESOLUTIONS = (
    Column(10, "序号"),
    Column(62, "事项", left=True),
    Column(30, "责任人"),
    Column(27, "期限"),
    Column(27, "办结"),
)


def meeting_notice(meeting: Meeting, unit_name: Callable[[str], str], signer: str) -> Notice:
    """Return the record of ``meeting``; ``unit_name`` names a unit, ``signer`` is the office."""
    held = Month.of(meeting.held_on)
    came = written_attendance(meeting.attendance, unit_name)
    sections = [
        _section("参加人员", ["；".join(came) + "。"]),
        _section(
            "议题", [f"{place}.{_OWN_NUMBER.sub('', item)}" for place, item in enumerate(meeting.agenda, 1)]
        ),
        _section("会议内容", meeting.minutes.splitlines()),
    ]
    if meeting.resolved:
        said = Sentence("M1", f"会议议定{len(meeting.resolved)}项工作：")
        sections.append(Section("议定事项", (said,), (_resolutions(meeting.resolved),)))
    return Notice(
        period=Period(held, held),
        template=TEMPLATE,
        stem=f"例会记录-{meeting.held_on.isoformat()}",
        title=f"{held.label}工作例会记录",
        addressee="",
        opening=Sentence("M0", _opening(meeting)),
        sections=tuple(each for each in sections if each.paragraphs or each.tables),
        annexes=(),
        sheets=(),
        signer=signer,
        dated=meeting.held_on,
        contact="",
    )


def _opening(meeting: Meeting) -> str:
    on = meeting.held_on
    place = f"在{meeting.place}" if meeting.place else ""
    told = f"，通报{meeting.month.label}组工信息宣传工作情况" if meeting.month else ""
    recorded = f"，{meeting.recorder}记录" if meeting.recorder else ""
    return f"{on.year}年{on.month}月{on.day}日{place}召开工作例会{told}。会议由{meeting.host}主持{recorded}。"


def _section(title: str, paragraphs: Iterable[str]) -> Section:
    said = (text for each in paragraphs if (text := each.strip()))
    return Section(title, tuple(Sentence(f"M{place}", text) for place, text in enumerate(said, start=1)))


def _resolutions(resolved: tuple[Resolution, ...]) -> Table:
    rows = tuple(
        (
            place,
            each.text,
            each.who,
            day(each.due_on) if each.due_on else None,
            day(each.done_on) if each.done_on else None,
        )
        for place, each in enumerate(resolved, start=1)
    )
    return Table("", _RESOLUTIONS, rows)
