"""Whatever the program can say or refuse has its Chinese words; completeness is proved, not remembered."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

import jinshi_desk
from jinshi_desk import complaints, domain, wording
from jinshi_desk.domain import errors
from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.drafts import Category, Form, Status
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.rules import MultiAdoption

SOURCE = Path(jinshi_desk.__file__).parent
REFUSALS = [
    kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.DeskError)
]
REFUSALS.remove(errors.DeskError)

UNSPOKEN = {
    "Column": "a key of the command line; its words are chain_words.UNIT_FIGURE",
    "Topic": "what a view subscribes to",
    "Severity": "a colour",
    "Segment": "the list's own tab labels",
    "SortKey": "a column, which has a heading",
    "MultiAdoption": "a clause, worded as one",
    "AuthorSplit": "read from a rule file",
    "CountBasis": "read from a rule file",
    "Action": "a colour",
    "Precision": "told by its flag",
    "Mark": "a colour",
    "How": "told with the name it led to",
    "AmountKind": "how a number is written",
}
"""Lists of the domain that no sentence, sheet or paper names."""


def _calls(name: str) -> Iterator[ast.Call]:
    """Yield every call of ``name`` in the program."""
    for file in sorted(SOURCE.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if f"{name}(" in text:
            for node in ast.walk(ast.parse(text)):
                if (
                    isinstance(node, ast.Call)
                    and getattr(node.func, "id", getattr(node.func, "attr", "")) == name
                ):
                    yield node


def _lists() -> Iterator[type[StrEnum]]:
    """Yield every closed list of the domain."""
    for module in pkgutil.iter_modules(domain.__path__):
        found = importlib.import_module(f"{domain.__name__}.{module.name}")
        for kind in vars(found).values():
            if inspect.isclass(kind) and issubclass(kind, StrEnum) and kind.__module__ == found.__name__:
                yield kind


def _tables() -> Iterator[Mapping[Any, str]]:
    """Yield every table of names."""
    yield from (table for table in vars(wording).values() if isinstance(table, Mapping))


# ---- refusals


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.__name__)
def test_a_refusal_has_one_sentence_that_says_no_more_than_it_knows(refusal: type[errors.DeskError]) -> None:
    sentence = complaints.ERROR[refusal]
    assert sentence.endswith("。")
    said = {int(number) for number in re.findall(r"\{(\d+)", sentence)}
    known = re.match(r"Args: (.*?)\. ", f"{refusal.__doc__} ")
    number = len(known[1].split(", ")) if known else 0
    assert said <= set(range(number))


def test_no_sentence_is_left_of_a_refusal_that_is_gone() -> None:
    assert set(complaints.ERROR) == set(REFUSALS)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.__name__)
def test_a_refusal_is_raised_with_all_that_its_sentence_says(refusal: type[errors.DeskError]) -> None:
    needed = 1 + max(
        (int(number) for number in re.findall(r"\{(\d+)", complaints.ERROR[refusal])), default=-1
    )
    for call in _calls(refusal.__name__):
        starred = any(isinstance(argument, ast.Starred) for argument in call.args)
        assert starred or len(call.args) >= needed, ast.unparse(call)


def test_a_refused_act_is_told_in_chinese() -> None:
    sentences = [
        complaints.error_sentence(errors.WrongStatus("2022-0001", Status.VOID, Status.RETURNED)),
        complaints.error_sentence(errors.WrongStatus("2022-0001", Status.VOID, "改")),
        complaints.error_sentence(errors.ReasonMissing(Status.WITHDRAWN)),
        complaints.error_sentence(
            errors.NotFileable((Problem("title", "missing"), Problem("units", "unknown", detail="某镇")))
        ),
        complaints.error_sentence(errors.BadRules("", "", "syntax", "第3行")),
    ]
    assert sentences == [
        "2022-0001 现在是“已作废”，不能改为“退回修改”。",
        "2022-0001 现在是“已作废”，不能改。",
        "已撤稿要写明原因。",
        "还有没填对的地方：没有标题；找不到“某镇”。",
        "规则文件 （未命名） 全文写法不对（第3行），改正后再用；原有规则没有改动。",
    ]


def test_every_fault_of_a_rule_file_is_told_in_chinese() -> None:
    faults = {call.args[1].value for call in _calls("_bad") if isinstance(call.args[1], ast.Constant)}
    faults |= {
        call.args[1].value
        for call in _calls("bad")
        if len(call.args) > 1 and isinstance(call.args[1], ast.Constant)
    }
    assert {"missing", "negative", "choice"} <= faults
    for fault in faults:
        assert complaints.error_sentence(errors.BadRules("细则.toml", "quota", fault, ""))


# ---- problems in a form


def test_every_problem_has_a_phrase() -> None:
    told = set()
    for call in _calls("Problem"):
        field, reason = call.args[:2]
        if isinstance(field, ast.Constant) and isinstance(reason, ast.Constant):
            told.add((field.value, reason.value))
    assert len(told) > 20
    assert told <= complaints.PROBLEM.keys()


@pytest.mark.parametrize(("field", "reason"), complaints.PROBLEM)
def test_a_phrase_is_short_enough_to_stand_under_its_field(field: str, reason: str) -> None:
    assert complaints.problem_phrase(Problem(field, reason, detail="X"))
    assert len(complaints.PROBLEM[field, reason].replace("{0}", "")) <= 18


# ---- names


def test_every_member_of_a_named_list_has_a_name() -> None:
    for table in _tables():
        kinds = {type(key) for key in table if isinstance(key, StrEnum)}
        for kind in kinds:
            assert set(table) == set(kind)


def test_every_list_of_the_domain_is_named_or_needs_no_name() -> None:
    named = {type(key).__name__ for table in _tables() for key in table}
    lists = {kind.__name__ for kind in _lists()}
    assert lists - named == UNSPOKEN.keys() & lists
    assert {"Category", "Status", "Level"} <= named


def test_no_two_members_of_a_list_share_a_name() -> None:
    for table in _tables():
        if all(isinstance(key, StrEnum) for key in table):
            assert len(set(table.values())) == len(table)


def test_a_name_leads_back_to_its_member() -> None:
    assert wording.by_word(wording.CATEGORY, "真言文章") is Category.ESSAY
    assert wording.by_word(wording.CATEGORY, "essay") is Category.ESSAY
    assert wording.by_word(wording.CATEGORY, "散文") is None


# ---- clauses


@pytest.mark.parametrize(
    "clause",
    [
        *(f"base_points.{category}.{level}" for category in Category for level in Level),
        *(f"factors.mode.{mode}" for mode in Mode),
        *(f"factors.form.{form}" for form in Form),
        *(f"factors.position.{position}" for position in Position),
        *(f"multi_adoption.{policy}" for policy in MultiAdoption),
        "outlet.weight",
        "time.evidence_days",
        "quota.base_completed",
        "quota.per_missing",
        "quota.zero_extra",
        "deductions.late",
        "retraction",
        "void",
    ],
)
def test_every_clause_can_be_told_in_chinese(clause: str) -> None:
    phrase = wording.clause_phrase(clause)
    assert phrase
    assert not re.search("[a-z_]", phrase)
