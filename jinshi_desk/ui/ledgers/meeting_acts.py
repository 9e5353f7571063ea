"""What is done to meetings (例会) and what they resolved, told with the way back."""

from jinshi_desk.domain.meetings import Meeting
from jinshi_desk.ui.ledgers.meeting_pages import Finished, MeetingEntry, Resolved
from jinshi_desk.ui.ledgers.telling import Telling


class MeetingActs(Telling):
    """Does things; nothing here knows a widget. What files something returns the id of its meeting."""

    def file(self, entry: MeetingEntry) -> int:
        """Record a meeting, or put its record right."""
        day = entry.new.held_on.isoformat()
        if entry.meeting is None:
            row = self._desks.meetings.record(entry.new)
            self._tell(self.tr("已登记例会：{}").format(day))
            return row
        self._desks.meetings.revise(entry.meeting, entry.new)
        self._tell(self.tr("已保存例会记录：{}").format(day))
        return entry.meeting

    def void(self, meeting: Meeting) -> None:
        """Strike a record out, for a reason."""
        reason = self._ask(self.tr("作废这次例会记录？"), self.tr("当作没有登记过，议定事项也不再算。"))
        if reason is not None:
            self._desks.meetings.void(meeting.id, reason)
            self._tell(self.tr("已作废例会记录"))

    def resolve(self, entry: Resolved) -> int:
        """Record what a meeting resolved."""
        self._desks.meetings.resolve(entry.meeting, entry.new)
        self._tell(self.tr("已登记议定事项"))
        return entry.meeting

    def finish(self, entry: Finished) -> None:
        """Note that something resolved is done."""
        self._desks.meetings.finish(entry.resolution, entry.on, entry.result)
        self._tell(self.tr("已办结议定事项：{}").format(entry.on.isoformat()))

    def drop(self, resolution: int) -> bool:
        """Strike something resolved out, for a reason; tell whether it was done."""
        reason = self._ask(self.tr("作废这项议定事项？"), self.tr("当作没有议定过。"))
        if reason is None:
            return False
        self._desks.meetings.void_resolution(resolution, reason)
        self._tell(self.tr("已作废议定事项"))
        return True
