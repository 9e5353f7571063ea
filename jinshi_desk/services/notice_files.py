"""What becomes of a notice (通报): its pages to look at and to print, and its three files."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from jinshi_desk.domain.errors import CannotWrite, DeskError
from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.trends import Trends
from jinshi_desk.papers.typesetting import FontInUse, Press
from jinshi_desk.safe_files import cause
from jinshi_desk.services.progress import Progress, Unwatched


class Format(StrEnum):
    """What a notice can be saved as."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


def _no_trends(_: Notice) -> Trends | None:
    return None


class NoticeFiles:
    """Sets notices with ``press``; ``trends`` finds the charts for a notice's workbook."""

    def __init__(self, press: Press, trends: Callable[[Notice], Trends | None] = _no_trends) -> None:
        self._press = press
        self._trends = trends

    def pages(self, notice: Notice) -> list[bytes]:
        """Return the printed pages as SVG.

        Raises:
            PaperFailed: they can't be set.
        """
        from jinshi_desk.papers.notices import pages

        return pages(self._press, notice)

    def template_fault(self, notice: Notice) -> DeskError | None:
        """Return why the office's own template was not used for the last pages, if it has one."""
        return self._press.fault(notice.template)

    def fonts_in_use(self) -> dict[str, FontInUse]:
        """Return the font each role is set in, and whether it is a stand-in."""
        return dict(self._press.fonts_in_use())

    def save(
        self,
        notice: Notice,
        folder: Path,
        formats: Sequence[Format] = tuple(Format),
        progress: Progress | None = None,
    ) -> list[Path]:
        """Write the notice into ``folder`` in each of ``formats`` and return the files.

        Raises:
            CannotWrite: the folder or a file can't be written to.
            PaperFailed: the page can't be set.
        """
        watch = progress or Unwatched()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(str(folder), cause(error)) from error
        written = []
        for done, form in enumerate(formats):
            watch.step(done, len(formats), form.value)
            path = folder / f"{notice.stem}.{form}"
            self._write(notice, form, path)
            written.append(path)
        return written

    def _write(self, notice: Notice, form: Format, path: Path) -> None:
        match form:
            case Format.PDF:
                from jinshi_desk.papers.notices import save_pdf

                save_pdf(self._press, notice, path)
            case Format.DOCX:
                from jinshi_desk.papers.document import save_docx

                save_docx(notice, path)
            case Format.XLSX:
                from jinshi_desk.sheets.notices import write

                write(notice, path, self._trends(notice))
