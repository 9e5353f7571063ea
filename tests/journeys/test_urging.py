"""The day a reminder is due: from the to-do to the record of it."""

from datetime import date

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.reminders import Stage
from jinshi_desk.domain.sent_reminders import Channel, NewReminder
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.form_waiting import SAMPLE_DAY
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.services.reminders import ReminderDesk
from tests.journeys.clerk import Clerk
from tests.office import JUNE, MAY, a_draft, unit_id


def test_the_to_do_leads_to_the_text_and_is_gone_once_recorded(clerk: Clerk) -> None:
    store, day = clerk.desk.store, date(2022, 6, 27)
    desk = ReminderDesk(store, lambda: day, Undo(store))
    with store.writing("sample", *Topic) as act:
        store.settings.put({SAMPLE_DAY: day.isoformat()})
        RegisterDesk(store, lambda: day, Undo(store)).write(act, a_draft(unit="药山镇"), Status.ACCEPTED)
    desk.record(NewReminder(JUNE, Stage.REMIND, day, Channel.PHONE, "李主任", (unit_id("药山镇"),)))
    clerk.see(lambda: "6月催报 56 家" in clerk.todos)
    clerk.desk.frame.month.turn_to(MAY)
    clerk.window.todo_opened.emit("reminder")
    owing = clerk.quota.owing
    clerk.see(lambda: owing.title.text() == "6月欠报")
    assert owing.stage is Stage.URGE
    clerk.press("Ctrl+Shift+C", "Ctrl+M")
    clerk.hear("已记：6月催报 56 家，工作群")
    clerk.see(lambda: "欠报 56 家" in clerk.todos)
    assert not any("催报" in todo for todo in clerk.todos)
