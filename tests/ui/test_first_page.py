"""The register's first page comes before the rules: what it imports is what a clerk waits for."""

import os
import subprocess
import sys

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


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules there are when the register of a month has been painted."""
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
    listed, *modules = done.stdout.split()
    assert listed == "1"
    return set(modules)


@pytest.mark.parametrize(
    "module",
    [
        "jinshi_desk.domain.rules",
        "jinshi_desk.domain.scoring",
        "jinshi_desk.domain.figures",
        "jinshi_desk.intake",
        "jinshi_desk.papers",
        "jinshi_desk.sheets",
        "jinshi_desk.ui.register.detail",
        "jinshi_desk.wording",
        "jinshi_desk.store.tables",
        "docx",
        "openpyxl",
        "peewee",
        "pypinyin",
        "typst",
    ],
)
def test_the_first_page_waits_for_no(module: str, imported: set[str]) -> None:
    assert module not in imported
