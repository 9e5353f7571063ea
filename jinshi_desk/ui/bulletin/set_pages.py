"""The pages of a bulletin as they were set, with what is to be told of them."""

from dataclasses import dataclass

from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.errors import DeskError
from jinshi_desk.papers.typesetting import FontInUse
from jinshi_desk.services.bulletin import BulletinDesk


@dataclass(frozen=True, slots=True)
class SetPages:
    """The pages of a bulletin as SVG, the fonts they are set in, what is wrong with the office's template."""

    bulletin: Bulletin
    pages: tuple[bytes, ...]
    fonts: dict[str, FontInUse]
    fault: DeskError | None = None


def set_pages(desk: BulletinDesk, bulletin: Bulletin) -> SetPages:
    """Set a bulletin."""
    return SetPages(bulletin, tuple(desk.pages(bulletin)), desk.fonts_in_use(), desk.template_fault())
