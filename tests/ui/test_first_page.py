"""The register's first page comes before the rules: what it imports is what a clerk waits for."""

import subprocess
import sys

import pytest

_IMPORTED = """
import sys
import jinshi_desk.app, jinshi_desk.ui.register.tab
print(*sys.modules)
"""


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The modules there are when the window is about to be shown."""
    done = subprocess.run([sys.executable, "-c", _IMPORTED], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


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
        "docx",
        "openpyxl",
        "pypinyin",
        "typst",
    ],
)
def test_the_first_page_waits_for_no(module: str, imported: set[str]) -> None:
    assert module not in imported
