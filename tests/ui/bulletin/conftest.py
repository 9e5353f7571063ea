"""The tab 月通报 over a small June: two towns reported, one of them in full and adopted twice."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.outlets import Level
from jinshi_desk.papers.typesetting import Json, Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.ui.bulletin.tab import BulletinTab
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.notice.sentence_row import SentenceRow
from jinshi_desk.ui.notice.set_pages import SetPages
from jinshi_desk.ui.theme import Look
from tests.office import JUNE, Office
from tests.ui.framed import Told, framed
from tests.ui.scripted import ScriptedDialogs


class QuickPress(Press):
    """Sets a single page, of another size for every other text."""

    def svg_pages(self, template: str, value: Json) -> list[bytes]:
        width = 500 + zlib.crc32(repr(value).encode()) % 100
        size = f'width="{width}pt" height="842pt" viewBox="0 0 {width} 842"'
        return [f'<svg xmlns="http://www.w3.org/2000/svg" {size}></svg>'.encode()]


@pytest.fixture(scope="session")
def real_press() -> Press:
    """The press that sets alike on every machine."""
    return Press(system_fonts=False)


@pytest.fixture
def press() -> Press:
    """The press of tests that look at something else than paper."""
    return QuickPress(system_fonts=False)


@pytest.fixture
def bulletins(office: Office, press: Press) -> BulletinDesk:
    return BulletinDesk(office.store, press)


@pytest.fixture
def frame(office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs) -> Iterator[Frame]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        yield frame


@pytest.fixture
def told(frame: Frame) -> Told:
    return Told(frame)


@pytest.fixture
def june(office: Office) -> None:
    """Three valid drafts and one without its form; one ran in the province and at home."""
    number = office.log("党建引领小区治理", unit="新洲镇")
    office.log(unit="新洲镇")
    office.log(unit="药山镇")
    office.log(unit="市教育局", approval_on_file=False)
    office.adopt(number, Level.COUNTY)
    office.adopt(number, Level.PROVINCE, on="2022-06-25")
    office.adopt(number, Level.PREFECTURE, on="2022-06-27", verified=False)


@dataclass
class Clerk:
    """Who looks at the tab."""

    tab: BulletinTab
    qtbot: QtBot

    def row(self, code: str) -> SentenceRow:
        return self.tab.text.rows[code]

    def settle(self, act: Callable[[], object]) -> SetPages:
        """Do something that changes the text, and wait for the pages that come of it."""
        with self.qtbot.waitSignal(self.tab.typesetter.paged) as paged:
            act()
        assert paged.args is not None
        pages = paged.args[0]
        assert isinstance(pages, SetPages)
        return pages

    def rewrite(self, code: str, old: str, new: str) -> SetPages:
        """Type over a part of a sentence and leave the editor."""
        row = self.row(code)
        row.edit()
        row.editor.setPlainText(row.sentence.text.replace(old, new))
        return self.settle(row.finish)


@pytest.fixture
def clerk(june: None, bulletins: BulletinDesk, office: Office, frame: Frame, qtbot: QtBot) -> Clerk:
    """The tab as it is after the first look, its pages set."""
    tab = BulletinTab(frame, bulletins, office.closing, office.issuing)
    qtbot.addWidget(tab)
    tab.resize(1350, 580)
    tab.typesetter._pause.setInterval(0)  # nobody types on
    clerk = Clerk(tab, qtbot)
    clerk.settle(tab.show)
    return clerk
