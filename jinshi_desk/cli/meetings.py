"""``meeting``: what the office's meetings told and resolved, taken in, followed up and listed."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from jinshi_desk.cli.days import read_day
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.meetings import Meeting, NewMeeting, NewResolution, written_attendance
from jinshi_desk.domain.months import Month
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.meeting import MeetingDesk
from jinshi_desk.services.meeting_lists import meeting_json
from jinshi_desk.services.meeting_papers import MeetingPapers
from jinshi_desk.store.database import Store
from jinshi_desk.wording import HANDLING

Asked = argparse.Namespace
_RESOLVED = ("编号", "议定事项", "责任人", "期限", "状态", "办结", "结果")


def run(store: Store, asked: Asked, today: date) -> int:
    """Do what is asked and print the meeting it was about; or print the list."""
    desk = MeetingDesk(store, lambda: today, Undo(store))
    if asked.act == "list":
        month = Month.parse(asked.month) if asked.month else None
        _print_list(store, _listed(store, month, only_open=asked.open), as_json=asked.json)
        return 0
    meeting = desk.get(_done(store, desk, asked, today))
    if asked.act == "show" and asked.out is not None:
        MeetingPapers(store, office_press(store.file)).save(meeting.id, asked.out)
        print(asked.out)
    elif asked.json:
        print_json(meeting_json(store, meeting))
    else:
        _print(store, meeting, today)
    return 0


def _done(store: Store, desk: MeetingDesk, asked: Asked, today: date) -> int:
    """Do what is asked and return the id of the meeting."""
    number: int = getattr(asked, "id", 0)
    match asked.act:
        case "add":
            number = desk.record(_new(desk, asked))
        case "edit":
            desk.revise(number, _edited(desk, desk.get(number), asked))
        case "resolve":
            due_on = read_day(asked.due) if asked.due else None
            desk.resolve(number, NewResolution(asked.text, asked.who, due_on))
        case "void":
            desk.void(number, asked.reason)
        case "done":
            desk.finish(number, read_day(asked.on) if asked.on else today, asked.result)
            number = store.meetings.resolution(number).meeting
        case "drop":
            desk.void_resolution(number, asked.reason)
            number = store.meetings.resolution(number).meeting
    return number


def _new(desk: MeetingDesk, asked: Asked) -> NewMeeting:
    return NewMeeting(
        held_on=read_day(asked.held_on),
        place=asked.place or "",
        host=asked.host,
        recorder=asked.recorder or "",
        attendance=desk.attendance("\n".join(asked.attend)),
        agenda=tuple(asked.item),
        minutes=asked.minutes or "",
        month=Month.parse(asked.month) if asked.month else None,
    )


def _edited(desk: MeetingDesk, old: Meeting, asked: Asked) -> Meeting:
    """Return ``old`` with what was said anew."""
    return replace(
        old,
        held_on=read_day(asked.on) if asked.on else old.held_on,
        place=old.place if asked.place is None else asked.place,
        host=asked.host or old.host,
        recorder=old.recorder if asked.recorder is None else asked.recorder,
        attendance=desk.attendance("\n".join(asked.attend)) if asked.attend else old.attendance,
        agenda=tuple(asked.item or old.agenda),
        minutes=old.minutes if asked.minutes is None else asked.minutes,
        month=Month.parse(asked.month) if asked.month else old.month,
    )


def _listed(store: Store, month: Month | None, *, only_open: bool) -> Iterator[Meeting]:
    for each in store.meetings.all():
        here = month is None or month in (Month.of(each.held_on), each.month)
        waits = any(one.waits for one in each.resolutions)
        if here and not each.voided and (waits or not only_open):
            yield each


def _print_list(store: Store, found: Iterator[Meeting], *, as_json: bool) -> None:
    meetings = tuple(found)
    if as_json:
        print_json([meeting_json(store, each) for each in meetings])
    elif meetings:
        heads = ("编号", "日期", "地点", "主持人", "通报", "议题", "事项", "未办结")
        print(table(heads, map(_row, meetings)))
    else:
        print("没有记录")


def _row(each: Meeting) -> Sequence[object]:
    waiting = sum(one.waits for one in each.resolutions)
    head = (each.id, each.held_on.isoformat(), each.place, each.host, str(each.month or ""))
    return (*head, "；".join(each.agenda), len(each.resolved), waiting)


def _print(store: Store, each: Meeting, today: date) -> None:
    names = {unit.id: unit.name for unit in store.units.all()}
    said = (
        ("编号", f"{each.id}　已作废：{each.voided}" if each.voided else str(each.id)),
        ("日期", each.held_on.isoformat()),
        ("地点", each.place),
        ("主持人", each.host),
        ("记录人", each.recorder),
        ("通报", each.month.label if each.month else ""),
        ("参加", "；".join(written_attendance(each.attendance, names.__getitem__))),
        ("议题", "；".join(each.agenda)),
        ("内容", each.minutes),
    )
    for name, words in said:
        if words:
            print(f"{name}：{words}")
    if each.resolved:
        rows = (
            (
                one.id,
                one.text,
                one.who,
                one.due_on.isoformat() if one.due_on else "",
                HANDLING[one.handling(today)],
                one.done_on.isoformat() if one.done_on else "",
                one.result,
            )
            for one in each.resolved
        )
        print(table(_RESOLVED, rows))
