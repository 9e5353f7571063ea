"""帮助: every word that can be pressed, every key that is told and every command stands in the manual."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from jinshi_desk import paths
from jinshi_desk.cli.arguments import parser
from jinshi_desk.domain.outlets import Level
from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.defaults import default_units
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.ui.imports.dialog import ImportDialog
from jinshi_desk.ui.ledgers.dialog import LedgersDialog
from jinshi_desk.ui.ledgers.kinds import Ledger
from jinshi_desk.ui.manual import Manual
from jinshi_desk.ui.office.first_start import FirstStartDialog
from jinshi_desk.ui.office.roster_dialog import RosterDialog
from jinshi_desk.ui.office.settings_dialog import SettingsDialog
from jinshi_desk.ui.office.units_dialog import UnitsDialog
from jinshi_desk.ui.rules.dialog import RulesDialog
from jinshi_desk.ui.widgets.ask import Question
from tests.journeys.clerk import Clerk
from tests.office import a_draft, an_adoption
from tests.ui.scripted import ScriptedDialogs

PAGES = sorted((paths.resources() / "manual").glob("*.md"))
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
KEYS = next(page for page in PAGES if "keys" in page.name).read_text(encoding="utf-8")
_COUNTED = re.compile(r"\s*[\d./]+\s*(行|篇|家|条)?$|^\d+月|…$")
_FIGURES = re.compile(r"\d|（")
"""What is left after that: names of sheets, ranges of rows."""
_OF_THE_DAY = {"todo", "month"}
"""Kinds of buttons whose words are figures."""


def pressed(part: QWidget) -> Iterator[str]:
    """Yield the words of every button in ``part``, seen or not, without what they count."""
    for button in part.findChildren(QAbstractButton):
        words = _COUNTED.sub("", button.text().strip())
        if words and not _FIGURES.search(words) and button.property("kind") not in _OF_THE_DAY:
            yield words


@pytest.fixture
def busy(clerk: Clerk) -> Clerk:
    """A desk where every tab has something to show."""
    store = clerk.desk.store
    register = RegisterDesk(store, lambda: an_adoption().registered_on, Undo(store))
    number = register.log(a_draft("屋场夜话聚民心"), accepted=True)
    register.log(a_draft("板凳会议解民忧", approval_on_file=False))
    AdoptionDesk(store, lambda: an_adoption().registered_on, Undo(store)).adopt(
        number, an_adoption(Level.PROVINCE)
    )
    return clerk


def test_every_tab_and_every_button_is_in_the_manual(busy: Clerk) -> None:
    words = set(pressed(busy.register.list.picked))  # made when several drafts are selected
    for tab in busy.desk.tabs.specs():
        words |= {tab.title, *pressed(busy.window.show_tab(tab.key))}
    words |= set(pressed(busy.window))
    assert {word for word in words if word not in TEXT} == set()


def test_every_button_of_the_dialogs_is_in_the_manual(busy: Clerk, samples: Path) -> None:
    dialogs = ScriptedDialogs()
    first = FirstStartDialog(busy.desk.frame.look, dialogs, default_units(), Path("台账.jinshi"))
    busy.qtbot.addWidget(first)
    busy.window.settings_wanted.emit()
    (settings,) = busy.window.findChildren(SettingsDialog)
    settings.units_button.click()
    (units,) = settings.findChildren(UnitsDialog)
    units.roster_button.click()
    (roster,) = units.findChildren(RosterDialog)
    assert roster.isVisible()
    settings.rules_button.click()
    (rules,) = settings.findChildren(RulesDialog)
    for button in (rules.new_button, rules.paper_button, rules.rehearse_button):
        button.click()
    busy.bulletin.head.ledgers_button.click()
    (ledgers,) = busy.window.findChildren(LedgersDialog)
    for ledger in Ledger:  # each is made when it is first wanted
        ledgers.segments.choose(ledger)
    busy.drop(samples / "messy_202206.xlsx")
    busy.see(lambda: not busy.desk.frame.tasks.busy)
    busy.quota.board.trends_button.click()
    words = set(pressed(first))
    for dialog in busy.window.findChildren(QDialog):
        words |= set(pressed(dialog))
        if isinstance(dialog, ImportDialog):
            words |= {act.text() for act in (dialog.preview.side.save_act, dialog.preview.side.load_act)}
    words = {word.removesuffix(" 未填") for word in words}
    assert {word for word in words if word.strip("“”… ") not in TEXT} == set()


def test_the_roster_is_reached_from_the_quota_and_from_what_waits(busy: Clerk) -> None:
    busy.window.show_tab("quota")
    busy.quota.board.roster_button.click()
    (roster,) = busy.window.findChildren(RosterDialog)
    assert roster.roster.segments.current == "units"
    roster.reject()
    busy.see(lambda: not busy.window.findChildren(RosterDialog))
    busy.window.todo_opened.emit("correspondents")
    (roster,) = busy.window.findChildren(RosterDialog)
    assert roster.roster.segments.current == "vacant"


def test_every_key_that_is_told_is_in_the_list_of_keys(busy: Clerk) -> None:
    told: list[str] = []
    busy.desk.frame.notices.keys_told.connect(told.append)
    for key in ("register", "approval", "bulletin", "quota"):
        busy.window.show_tab(key)
    busy.press("Return")
    busy.quota.side.setCurrentWidget(busy.quota.form)
    keys = {words.split(" ")[0] for line in told for words in line.split("　") if words}
    assert len(keys) >= 10
    assert {key for key in keys if key not in KEYS} == set()


def test_every_command_has_a_line() -> None:
    (commands,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    page = next(page for page in PAGES if "commands" in page.name).read_text(encoding="utf-8")
    told = {match[1] for match in re.finditer(r"^\| `([\w-]+)", page, re.MULTILINE)}
    assert told == set(commands.choices)


def test_f1_opens_the_page_of_the_tab_in_front(busy: Clerk) -> None:
    busy.press("Ctrl+3", "F1")
    (manual,) = busy.window.findChildren(Manual)
    assert manual.pages.currentItem().text() == "任务进度"
    assert manual.text.toPlainText().startswith("任务进度")
    manual.close()
    busy.come_back()
    busy.press("Ctrl+1", "F1")
    assert busy.window.findChildren(Manual) == [manual]
    assert manual.pages.currentItem().text() == "登记稿件"


@pytest.mark.parametrize(("key", "page"), [("Ctrl+3", "名册"), ("", "第一次使用")])
def test_f1_in_a_dialog_opens_its_page_over_it(busy: Clerk, key: str, page: str) -> None:
    if key:
        busy.press(key, "Ctrl+R")
    else:
        busy.window.settings_wanted.emit()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    busy.see(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    (manual,) = dialog.findChildren(Manual)
    busy.see(manual.isActiveWindow)
    assert manual.pages.currentItem().text() == page
    manual.close()
    dialog.activateWindow()
    busy.see(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    assert dialog.findChildren(Manual) == [manual]
    manual.close()
    dialog.close()


def test_f1_in_a_dialog_over_a_dialog_has_the_page_of_what_it_lies_over(busy: Clerk) -> None:
    busy.window.settings_wanted.emit()
    settings = QApplication.activeModalWidget()
    assert settings is not None
    question = Question(busy.desk.frame.look, "真的？", "没有什么后果。", "是", "否", settings)
    question.open()
    busy.see(question.isActiveWindow)
    QTest.keyClick(question, Qt.Key.Key_F1)
    (manual,) = question.findChildren(Manual)
    assert manual.pages.currentItem().text() == "第一次使用"
    manual.close()
    question.close()
    settings.close()


def test_f1_in_a_question_over_a_tab_has_the_page_of_the_tab(busy: Clerk) -> None:
    busy.press("Ctrl+3")
    question = Question(busy.desk.frame.look, "真的？", "没有什么后果。", "是", "否", busy.window)
    question.open()
    busy.see(question.isActiveWindow)
    QTest.keyClick(question, Qt.Key.Key_F1)
    (manual,) = question.findChildren(Manual)
    assert manual.pages.currentItem().text() == "任务进度"
    manual.close()
    question.close()


def test_links_lead_to_pages_that_are_there(busy: Clerk) -> None:
    busy.press("F1")
    (manual,) = busy.window.findChildren(Manual)
    links = set(re.findall(r"\]\((.+?)\)", TEXT))
    assert links <= {page.name for page in PAGES}
    manual.text.anchorClicked.emit(QUrl("03-import.md"))
    assert manual.pages.currentItem().text() == "导入表格"
    assert manual.pages.focusPolicy() is Qt.FocusPolicy.StrongFocus
