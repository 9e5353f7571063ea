"""Where there is no room for list and draft side by side, the draft is a page over the list."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.register.conftest import Clerk

NARROW, MIDDLE, WIDE = (911, 438), (1093, 540), (1366, 694)


def resize(clerk: Clerk, size: tuple[int, int]) -> None:
    clerk.window.resize(*size)
    clerk.qtbot.waitUntil(lambda: clerk.tab.split.is_folded is (size == NARROW))


def shown(clerk: Clerk) -> list[str]:
    tab = clerk.tab
    return [name for name, part in (("list", tab.list), ("draft", tab.detail)) if part.isVisible()]


@pytest.fixture
def narrow(clerk: Clerk) -> Clerk:
    """A clerk at the list, in the narrowest window there need be."""
    clerk.office.log("甲")
    clerk.office.log("乙")
    clerk.settle()
    clerk.tab.list.view.setFocus()
    resize(clerk, NARROW)
    assert (clerk.window.width(), clerk.window.height()) == NARROW
    return clerk


def test_the_list_has_the_room_until_a_draft_is_opened(narrow: Clerk) -> None:
    assert shown(narrow) == ["list"]
    narrow.press(Qt.Key.Key_Down)
    assert shown(narrow) == ["list"]
    narrow.press(Qt.Key.Key_Return)
    assert shown(narrow) == ["draft"]
    assert narrow.focus is narrow.tab.detail.form.title
    assert narrow.tab.detail.panel.back_button.isVisible()


def test_esc_goes_back_to_the_row(narrow: Clerk) -> None:
    narrow.press(Qt.Key.Key_Down)
    narrow.press(Qt.Key.Key_Return)
    number = narrow.tab.detail.number
    narrow.press(Qt.Key.Key_D, ctrl=True)  # a side page leads back to the draft first
    narrow.press(Qt.Key.Key_Escape)
    assert shown(narrow) == ["draft"]
    narrow.press(Qt.Key.Key_Escape)
    assert shown(narrow) == ["list"]
    assert narrow.focus is narrow.tab.list.view
    assert narrow.tab.list.view.current_row.number == number


def test_the_key_for_a_new_draft_works_on_the_page_too(narrow: Clerk) -> None:
    narrow.press(Qt.Key.Key_N, ctrl=True)
    assert shown(narrow) == ["draft"]
    narrow.press(Qt.Key.Key_Escape)
    narrow.press(Qt.Key.Key_Down)
    narrow.press(Qt.Key.Key_Return)
    assert narrow.tab.detail.number is not None
    narrow.press(Qt.Key.Key_N, ctrl=True)
    assert shown(narrow) == ["draft"]
    assert narrow.tab.detail.number is None


def test_what_is_looked_for_comes_up_as_a_page(narrow: Clerk) -> None:
    narrow.tab.show_draft("2022-0001")
    assert shown(narrow) == ["draft"]
    assert narrow.tab.detail.number == "2022-0001"


def test_a_wider_window_shows_both_and_keeps_what_is_typed(narrow: Clerk) -> None:
    narrow.press(Qt.Key.Key_N, ctrl=True)
    narrow.tab.detail.form.title.setText("丙")
    resize(narrow, WIDE)
    assert shown(narrow) == ["list", "draft"]
    assert not narrow.tab.detail.panel.back_button.isVisible()
    resize(narrow, NARROW)
    assert shown(narrow) == ["draft"]
    assert narrow.tab.detail.form.title.text() == "丙"


def test_list_and_draft_stand_side_by_side_at_125_percent(narrow: Clerk) -> None:
    resize(narrow, MIDDLE)
    assert shown(narrow) == ["list", "draft"]
    assert narrow.tab.detail.width() == pytest.approx(420, abs=2)
