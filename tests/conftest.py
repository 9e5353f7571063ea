"""What every test shares: Qt without a screen, the shipped defaults, small months to work with."""

import gc
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from jinshi_desk import paths
from jinshi_desk.domain.rules import RuleBook, RuleSet
from jinshi_desk.services.office import create_office
from jinshi_desk.ui.garbage import collect_due
from tests.office import Office, a_clock
from tests.office import default_rules as office_rules

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from jinshi_desk.ui.theme import Look

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def default_rules() -> RuleSet:
    """The rule set the program ships."""
    return office_rules()


@pytest.fixture(scope="session")
def rule_book(default_rules: RuleSet) -> RuleBook:
    """The rules of an office that never changed them."""
    return RuleBook((default_rules,))


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample inputs with their expected results."""
    return Path(__file__).parent / "samples"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data file of an office that has just started, made once."""
    file = tmp_path_factory.mktemp("template") / "模板.jinshi"
    create_office(file, clock=a_clock).close()
    return file


@pytest.fixture
def data_file(template: Path, tmp_path: Path) -> Path:
    """A fresh data file of one's own."""
    return Path(shutil.copy(template, tmp_path / "台账.jinshi"))


@pytest.fixture
def office(data_file: Path) -> Iterator[Office]:
    """The desks over a fresh data file."""
    opened = Office(data_file)
    yield opened
    opened.store.close()


@pytest.fixture(autouse=True)
def a_busy_machine_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give what a test waits for half a minute instead of five seconds; who waits less says so."""
    for wait in (QtBot.waitSignal, QtBot.waitUntil):
        monkeypatch.setattr(wait, "__kwdefaults__", (wait.__kwdefaults__ or {}) | {"timeout": 30_000})


@pytest.fixture(scope="session")
def wardrobe(qapp: "QApplication") -> "Look":
    """The one look of the application: two would dress it in turns."""
    from jinshi_desk.ui.theme import Look, Scheme

    return Look(qapp, paths.resources(), Scheme.LIGHT)


@pytest.fixture
def look(wardrobe: "Look") -> "Iterator[Look]":
    """The light look at the standard text size, whatever the test before has put on."""
    from jinshi_desk.ui.theme import Scheme, TextSize

    yield wardrobe
    if wardrobe.text_size is not TextSize.STANDARD:
        wardrobe.set_text_size(TextSize.STANDARD)
    if wardrobe.scheme is not Scheme.LIGHT:
        wardrobe.set_scheme(Scheme.LIGHT)


def pytest_sessionstart() -> None:
    """Keep Python from searching for garbage on whatever thread a test has begun, as the window does."""
    gc.disable()


@pytest.fixture(autouse=True)
def garbage_is_collected_between_tests() -> Iterator[None]:
    """Free what tests leave behind on the thread that made it."""
    yield
    collect_due()


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """Every test ends the threads it began: one that is left keeps the whole run from ending."""
    yield
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith("jinshi-")]
    assert not left, f"still running: {left}"
