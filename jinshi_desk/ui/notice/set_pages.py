"""The pages of a notice as they were set, with what is to be told of them."""

from dataclasses import dataclass

from jinshi_desk.domain.errors import DeskError
from jinshi_desk.domain.notices import Notice
from jinshi_desk.papers.typesetting import FontInUse
from jinshi_desk.services.notice_files import NoticeFiles


@dataclass(frozen=True, slots=True)
class SetPages:
    """The pages of a notice as SVG, the fonts they are set in, what is wrong with the office's template."""

    notice: Notice
    pages: tuple[bytes, ...]
    fonts: dict[str, FontInUse]
    fault: DeskError | None = None


def set_pages(files: NoticeFiles, notice: Notice) -> SetPages:
    """Set a notice."""
    pages = tuple(files.pages(notice))
    return SetPages(notice, pages, files.fonts_in_use(), files.template_fault(notice))
