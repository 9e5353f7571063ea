"""A draft's form from the register to the last signature, by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from jinshi_desk.domain.approval_forms import FormState, UnitFacts
from jinshi_desk.services.approval import ApprovalDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.ui import tabs
from tests.journeys.clerk import Clerk
from tests.office import a_draft


@pytest.fixture
def draft(clerk: Clerk) -> str:
    """A draft that came in without its form."""
    store = clerk.desk.store
    desk = RegisterDesk(store, tabs._today, Undo(store))
    return desk.log(a_draft("屋场夜话聚民心", unit="药山镇", approval_on_file=False))


def _insert(clerk: Clerk, words: str) -> None:
    """Type words where the focus is, as an input method would."""
    assert isinstance(clerk.focus, QLineEdit)
    clerk.focus.insert(words)


def test_opening_filling_and_signing_a_form_needs_no_mouse(clerk: Clerk, draft: str, tmp_path: Path) -> None:
    forms = ApprovalDesk(clerk.desk.store, tabs._today, Undo(clerk.desk.store))
    clerk.register.show_draft(draft)
    clerk.press("Ctrl+G")
    assert clerk.window.current_key == "approval"
    _insert(clerk, "0736-4200000")
    clerk.press("Return")
    _insert(clerk, "红星网")
    clerk.press("Ctrl+S")
    (number,) = [row.number for row in forms.forms()]
    facts = forms.open(number).approval.facts
    assert facts == UnitFacts(office_phone="0736-4200000", outlet="红星网")
    clerk.dialogs.files = [tmp_path / "表.pdf"]
    clerk.press("Ctrl+Shift+S")
    clerk.hear("已存 1 份")
    assert (tmp_path / "表.pdf").read_bytes().startswith(b"%PDF")
    for signer in ("周试一", "吴测二", "郑样三"):
        _insert(clerk, signer)
        clerk.press("Ctrl+Return")
    signed = forms.open(number)
    assert [each.signer for each in signed.approval.course.standing] == ["周试一", "吴测二", "郑样三"]
    assert signed.approval.state is FormState.SIGNING


def test_a_form_is_found_by_the_number_that_is_scanned(clerk: Clerk, draft: str) -> None:
    forms = ApprovalDesk(clerk.desk.store, tabs._today, Undo(clerk.desk.store))
    number = forms.start(draft)
    clerk.press("Ctrl+F")
    clerk.type(number)
    assert clerk.window.current_key == "approval"
    shown = clerk.approval.forms.side.shown
    assert shown is not None
    assert shown.approval.number == number
    assert clerk.focus is not clerk.window.search
    assert clerk.approval.forms.isAncestorOf(clerk.focus)
    clerk.press("Esc")
    assert clerk.approval.forms.list.view.hasFocus()
    assert clerk.focus.focusPolicy() is not Qt.FocusPolicy.NoFocus
