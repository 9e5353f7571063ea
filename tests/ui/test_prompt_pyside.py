"""PySide keeps back what it knows about its functions, and still has it when it is asked."""

import subprocess
import sys

_WRONG_CALL = """
import sys
from jinshi_desk.ui.prompt_pyside import import_pyside

import_pyside()
import PySide6.QtCore
from PySide6.support.signature import get_signature

print("argparse" in sys.modules)
try:
    PySide6.QtCore.QObject.objectName(3)
except TypeError as error:
    print(error)
try:
    PySide6.QtCore.QObject().setObjectName(3)
except TypeError as error:
    print(error)
print(get_signature(PySide6.QtCore.QObject.setObjectName))
print(sorted(name for name in dir(PySide6.support.signature.parser) if name.startswith("pyside")))
"""
_ALWAYS = _WRONG_CALL.replace("import_pyside()", "")


def _said(source: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_pyside_describes_itself_when_asked_as_it_always_does() -> None:
    was_there, *said = _said(_WRONG_CALL)
    always_there, *always_said = _said(_ALWAYS)
    assert (was_there, always_there) == ("False", "True")
    assert said == always_said
    assert any("Supported signatures" in line for line in said)
