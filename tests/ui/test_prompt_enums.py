"""Qt's names made at a stroke are, to the last part, those that Python makes."""

from collections.abc import Iterator
from enum import KEEP, Enum, EnumType, Flag, IntFlag
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtPrintSupport, QtSvg, QtWidgets

from jinshi_desk.ui import prompt_enums
from jinshi_desk.ui.prompt_enums import make_enum


def _classes_in(owner: Any) -> Iterator[type]:
    for name in dir(owner):
        found = getattr(owner, name, None)
        if isinstance(found, type):
            yield found


def _qt_enums() -> set[type[Enum]]:
    modules = QtCore, QtGui, QtWidgets, QtSvg, QtPrintSupport
    owners = {found for module in modules for found in _classes_in(module)}
    return {found for owner in (*modules, *owners) for found in _classes_in(owner) if issubclass(found, Enum)}


def _described(enum: type[Enum]) -> dict[str, str]:
    parts = {name: repr(part) for name, part in vars(enum).items() if name != "__module__"}
    return parts | {f"vars of {name}": repr(vars(member)) for name, member in enum.__members__.items()}


def _made_both_ways(base: Any, pairs: list[tuple[str, int]]) -> tuple[Any, Any]:
    return make_enum(base, "Made", pairs), base("Made", pairs, boundary=KEEP)


def test_every_name_of_qt_is_what_python_would_make_of_it() -> None:
    enums = _qt_enums()
    assert len(enums) > 300
    for enum in enums:
        pairs = [(name, member.value) for name, member in enum.__members__.items()]
        promptly, usually = _made_both_ways(enum.__base__, pairs)
        assert _described(promptly) == _described(usually), enum
        assert promptly.__mro__[1:] == usually.__mro__[1:]


@pytest.mark.parametrize("base", [Flag, IntFlag])
def test_flags_combine_and_are_told_apart_as_python_has_it(base: type[Flag]) -> None:
    pairs = [("None_", 0), ("High", 4), ("Low", 1), ("Both", 5), ("Again", 4)]
    promptly, usually = _made_both_ways(base, pairs)
    for made in (promptly, usually):
        assert made.High | made.Low is made.Both
        assert list(made.Both) == [made.High, made.Low]
        assert made.Again is made.High
        assert made(5) is made.Both
    assert [repr(promptly(value)) for value in range(10)] == [repr(usually(value)) for value in range(10)]
    assert repr(~promptly.High) == repr(~usually.High)


@pytest.fixture
def enum_type(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The type of enumerations, as it is again afterwards."""
    enum_type: Any = EnumType
    monkeypatch.setattr(enum_type, "_create_", enum_type._create_)
    return enum_type


def test_only_what_pyside_asks_for_is_made_promptly(enum_type: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def listen(*wanted: Any) -> Any:
        asked.append(wanted)
        return make_enum(*wanted)

    monkeypatch.setattr(prompt_enums, "make_enum", listen)
    prompt_enums.make_enums_promptly()
    asked.clear()
    pairs = [("Left", 1), ("Right", 2)]
    Flag("AsPysideAsks", pairs, boundary=KEEP)
    Flag("InAnotherWay", "Left Right", boundary=KEEP)
    Flag("AsOthersAsk", pairs)
    assert asked == [(Flag, "AsPysideAsks", pairs)]


def test_a_python_that_makes_them_of_other_parts_is_left_to_it(
    enum_type: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = enum_type._create_
    monkeypatch.setattr(prompt_enums, "_bits", lambda _flag: {"_flag_mask_": -1})
    prompt_enums.make_enums_promptly()
    assert enum_type._create_ == usual
