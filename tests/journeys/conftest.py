"""The whole program, put together by ``app.build`` over a real file, worked by keys."""

import logging
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from jinshi_desk import app, paths
from jinshi_desk.store.database import open_store
from jinshi_desk.ui import tabs
from jinshi_desk.ui.theme import Look
from tests.journeys.clerk import Clerk
from tests.office import JUNE
from tests.ui.scripted import ScriptedDialogs

Start = Callable[..., Clerk]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings of a clerk who has just started."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def start(
    data_file: Path,
    look: Look,
    settings: QSettings,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> Iterator[Start]:
    """Start the program on a day in July 2022; at the end it closes and nothing went wrong unseen."""
    clerks: list[Clerk] = []
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(tabs, "_today", partial(date, 2022, 7, 3))

    def _start(file: Path = data_file, day: date | None = None) -> Clerk:
        dialogs = ScriptedDialogs()
        monkeypatch.setattr(app, "QtDialogs", lambda *_: dialogs)
        if day is not None:
            monkeypatch.setattr(tabs, "_today", lambda: day)
        desk = app.build(open_store(file, paths.migrations()), look, settings, JUNE)
        clerk = Clerk(desk, dialogs, qtbot)
        clerks.append(clerk)
        clerk.come()
        return clerk

    yield _start
    for clerk in clerks:
        clerk.leave()
        assert clerk.dialogs.errors == []
    said = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and "propagateSizeHints" not in record.getMessage()
    ]
    assert said == []


@pytest.fixture
def clerk(start: Start) -> Clerk:
    """A clerk at a fresh office's desk, with June in front."""
    return start()
