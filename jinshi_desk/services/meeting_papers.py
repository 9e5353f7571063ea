"""The record of a meeting on paper: its pages, and its files."""

from pathlib import Path

from jinshi_desk.domain.meeting_notices import meeting_notice
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.notices import Notice
from jinshi_desk.papers.typesetting import Press, SetPaper
from jinshi_desk.services.office import letterhead
from jinshi_desk.store.database import Store


class MeetingPapers:
    """Sets records of meetings with ``press``."""

    def __init__(self, store: Store, press: Press) -> None:
        self._store = store
        self._press = press

    def notice(self, meeting: int) -> Notice:
        """Return what is printed of a meeting, its units named as they were then (§3.4).

        Raises:
            UnknownEvent: there is no such meeting.
        """
        held = self._store.meetings.get(meeting)
        month = Month.of(held.held_on)
        names = {unit.id: unit.name_in(month) for unit in self._store.units.all()}
        return meeting_notice(held, names.__getitem__, letterhead(self._store).signer)

    def pages(self, meeting: int) -> SetPaper:
        """Return the pages of a meeting's record as SVG.

        Raises:
            PaperFailed: they can't be set.
        """
        from jinshi_desk.papers.notices import pages

        notice = self.notice(meeting)
        content = pages(self._press, notice)
        return SetPaper(content, [], self._press.fault(notice.template))

    def save(self, meeting: int, path: Path) -> None:
        """Write a meeting's record to ``path``, as .docx where it ends so and else as PDF.

        Raises:
            PaperFailed: the page can't be set.
            CannotWrite: the file can't be written.
        """
        if path.suffix.casefold() == ".docx":
            from jinshi_desk.papers.document import save_docx

            save_docx(self.notice(meeting), path)
        else:
            from jinshi_desk.papers.notices import save_pdf

            save_pdf(self._press, self.notice(meeting), path)
