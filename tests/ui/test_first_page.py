"""The register's first page comes before the rules: what it imports is what a clerk waits for."""

import os
import subprocess
import sys
from typing import NamedTuple

import pytest

from jinshi_desk.services.office import create_office
from tests.office import Office

_UNTIL_PAINTED = """
import os, sys
from jinshi_desk.__main__ import show

def tell(desk):
    register = desk.window.show_tab("register")
    register.list.view.viewport().repaint()
    print(register.list.model.rowCount(), *sys.modules, flush=True)
    os._exit(0)

show(["--data", sys.argv[1]], tell)
"""


class Start(NamedTuple):
    """What is so when the register of a month has been painted."""

    rows: int
    modules: frozenset[str]


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Start:
    file = tmp_path_factory.mktemp("first_page") / "office.jinshi"
    create_office(file).close()
    office = Office(file)
    office.log()
    office.store.close()
    done = subprocess.run(
        [sys.executable, "-c", _UNTIL_PAINTED, str(file)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "XDG_CONFIG_HOME": str(file.parent)},  # not the settings of whoever runs this
    )
    rows, *modules = done.stdout.split()
    return Start(int(rows), frozenset(modules))


def test_the_first_page_has_the_months_drafts(start: Start) -> None:
    assert start.rows == 1


@pytest.mark.parametrize(
    "module",
    [
        "jinshi_desk.domain.approvals",
        "jinshi_desk.domain.drafts",
        "jinshi_desk.domain.rules",
        "jinshi_desk.domain.scoring",
        "jinshi_desk.domain.figures",
        "jinshi_desk.intake",
        "jinshi_desk.papers",
        "jinshi_desk.sheets",
        "jinshi_desk.ui.register.detail",
        "jinshi_desk.wording",
        "jinshi_desk.store.tables",
        "ast",  # inspect's
        "docx",
        "openpyxl",
        "peewee",
        "pypinyin",
        "tokenize",  # traceback's
        "tomllib",
        "typst",
    ],
)
def test_the_first_page_waits_for_no(module: str, start: Start) -> None:
    assert module not in start.modules
