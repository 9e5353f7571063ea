"""Every mark that reading a sheet can leave has words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import jinshi_desk
from jinshi_desk.domain.registers import Action, Flag
from jinshi_desk.sheet_words import ACTION, COLUMN, FLAG, SKIP_REASON, flag_phrase, mark_phrase, skip_phrase
from jinshi_desk.sheets.cell_readers import READABLE

_PACKAGE = Path(jinshi_desk.__file__).parent
_SOURCES = [
    *(_PACKAGE / "sheets").glob("*.py"),
    _PACKAGE / "domain" / "dates.py",
    _PACKAGE / "services" / "checking.py",
]
_MARKING = {"Flag": 0, "Question": 0, "_unsure": 0, "_day": 3, "_day_of_some_year": 3}
"""Where each function that marks is told the mark's name."""


def _calls() -> Iterator[ast.Call]:
    for source in _SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _marks() -> set[str]:
    found = set()
    for call in _calls():
        place = _MARKING.get(_called(call))
        if place is not None and len(call.args) > place:
            name = call.args[place]
            if isinstance(name, ast.Constant) and isinstance(name.value, str) and name.value:
                found.add(name.value)
    return found


def _skip_reasons() -> set[str]:
    """What the small functions of ``skips`` return, and what is handed on as a reason elsewhere."""
    tree = ast.parse((_PACKAGE / "sheets" / "skips.py").read_text(encoding="utf-8"))
    values = {
        node.value
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef)
        for part in ast.walk(outer)
        if isinstance(part, ast.Return)
        for node in ast.walk(part)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named = {
        keyword.value.value
        for call in _calls()
        for keyword in call.keywords
        if keyword.arg == "reason" and isinstance(keyword.value, ast.Constant)
    }
    return {str(value) for value in values | named if str(value).isidentifier() and str(value).isascii()}


def test_every_mark_has_words() -> None:
    marks = _marks()
    assert {"ambiguous_date", "us_style_date", "hidden_row", "unknown_outlet"} <= marks
    assert marks - FLAG.keys() == set()


def test_every_reason_to_skip_has_words() -> None:
    reasons = _skip_reasons() - {"part", "word", "count"}
    assert {"subtotal", "zero_report", "by_decision", "duplicate"} <= reasons
    assert reasons - SKIP_REASON.keys() == set()


def test_every_column_that_is_read_has_a_name() -> None:
    assert COLUMN.keys() >= READABLE
    assert ACTION.keys() == set(Action)


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        (Flag("month_only"), "只有月份，按月末"),
        (Flag("invalid_date", "2022.6.31"), "没有这一天：2022.6.31"),
        (Flag("duplicate_of_row_11"), "与第 11 行重复"),
        (Flag("duplicate_of_row_11", "同稿多家采用"), "与第 11 行重复：同稿多家采用"),
        (Flag("authors_incomplete", "等"), "作者写了“等”"),
        (Flag("not_fileable", "收稿日期在今天之后"), "收稿日期在今天之后"),
        (Flag("first_row_left_out", "11"), "同题的第 11 行没有导入"),
    ],
)
def test_a_mark_is_told_in_words(flag: Flag, words: str) -> None:
    assert flag_phrase(flag) == words
    if flag.id != "not_fileable":
        assert mark_phrase(str(flag)) == words


def test_notes_are_told_as_they_are() -> None:
    assert mark_phrase("date_range；星期核对无误") == "写了几天，取第一天；星期核对无误"
    assert mark_phrase("别名 毛里湖 -> 毛里湖镇") == "别名 毛里湖 -> 毛里湖镇"
    assert skip_phrase("total") == "合计行"
    assert skip_phrase("unknown_reason") == "unknown_reason"
