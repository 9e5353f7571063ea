"""What a cell of the other ledgers says: points, months, levels, types of deduction, outlets by name (§7)."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from jinshi_desk.domain.commissions import Outcome
from jinshi_desk.domain.dates import DateReading
from jinshi_desk.domain.deductions import Decision
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlet_matching import OutletNames
from jinshi_desk.domain.outlets import Level, Outlet
from jinshi_desk.domain.registers import Candidate, Precision, Question
from jinshi_desk.domain.units import Group
from jinshi_desk.sheets.cells import (
    LEVEL_WORDS,
    Reading,
    choices,
    day_cell,
    doubtful,
    half_width,
    sure,
    text_of,
    word_in,
)
from jinshi_desk.sheets.grids import Value
from jinshi_desk.wording import DECISION, GROUP, LEVEL, OUTCOME

K = TypeVar("K", bound=StrEnum)

_OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.PENDING: "未交|待交|进行中|约稿中|撰写中|办理中|未到期",
    Outcome.ON_TIME: "按时|按期|按期完成|已完成|完成|已交|已交稿|按时交稿|是|√",
    Outcome.LATE: "逾期|逾期完成|迟交完成|延期完成|超期完成|逾期交稿",
    Outcome.NOT_DONE: "没有完成|逾期未交|未按要求完成|未完成约稿|不能完成",
}
_DECISION_WORDS: Mapping[Decision, str] = {
    Decision.PROPOSED: "提出|已提出|待定|未确认|拟扣分",
    Decision.CONFIRMED: "确认|已扣分|生效|已生效|同意|是",
    Decision.REJECTED: "不扣分|不予确认|不同意|否",
}
_GROUP_WORDS: Mapping[Group, str] = {
    Group.TOWN: "镇街|镇|街道|乡镇|镇街道|镇(街道)|乡镇街道",
    Group.BUREAU: "市直|市直部门|部门|市直机关",
    Group.OFFICE: "组室|部机关|机关组室",
}
_SIGNS = str.maketrans({"−": "-", "－": "-", "–": "-", "—": "-", "＋": "+"})
_POINTS = re.compile(r"(扣|减|加|补)?([+-]?\d{1,4}(?:\.\d{1,2})?)分?")


def of_list(
    value: Value, words: Mapping[K, str], names: Mapping[K, str], question: tuple[str, str]
) -> Reading[K | None]:
    """Read a member of a closed list; what is none asks ``question``, by kind and column."""
    raw, member = text_of(value), word_in(value, words, names)
    if member is None:
        kind, column = question
        return doubtful(None, raw, Question(kind, raw, column, choices(names)))
    return sure(member, raw, names[member])


def read_outcome(value: Value) -> Reading[Outcome | None]:
    """Read 完成情况 of a commission."""
    return of_list(value, _OUTCOME_WORDS, OUTCOME, ("unknown_outcome", "outcome"))


def read_decision(value: Value) -> Reading[Decision | None]:
    """Read 状态 of a deduction."""
    return of_list(value, _DECISION_WORDS, DECISION, ("unknown_decision", "decision"))


def read_group(value: Value) -> Reading[Group | None]:
    """Read 组别 of a unit."""
    return of_list(value, _GROUP_WORDS, GROUP, ("unknown_group", "group"))


def read_leader_level(value: Value) -> Reading[Level | None]:
    """Read the level of whoever gave an instruction, ``省级领导批示``."""
    return _level(value, "leader_level")


def read_outlet_level(value: Value) -> Reading[Level | None]:
    """Read the level of an outlet."""
    return _level(value, "outlet_level")


def _level(value: Value, column: str) -> Reading[Level | None]:
    raw = text_of(value)
    word = re.sub(r"(?:领导)?(?:同志)?(?:肯定性)?(?:批示)?$", "", half_width(value))
    reading = of_list(word, LEVEL_WORDS, LEVEL, ("unknown_level", column))
    if reading.value is None:
        return doubtful(None, raw, Question("unknown_level", raw, column, choices(LEVEL)))
    return sure(reading.value, raw, LEVEL[reading.value])


def read_points(value: Value) -> Reading[int | None]:
    """Read points as cents: ``-1.5``, ``−1.5分``, ``扣2分``; more than two decimals are none."""
    raw = text_of(value)
    found = _POINTS.fullmatch(half_width(raw.translate(_SIGNS)))
    try:
        cents = int(Decimal(found[2]) * 100) if found else None
    except InvalidOperation:  # pragma: no cover - the pattern lets only numbers through
        cents = None
    if found is None or cents is None:
        return doubtful(None, raw, Question("unreadable_points", raw, "points"))
    if found[1] in ("扣", "减"):
        cents = -abs(cents)
    return sure(cents, raw)


def read_whole(value: Value) -> Reading[int | None]:
    """Read a place in an order."""
    raw, text = text_of(value), half_width(value)
    if not re.fullmatch(r"\d{1,6}", text):
        return doubtful(None, raw, Question("unreadable_whole", raw, "order"))
    return sure(int(text), raw)


def read_quota(value: Value) -> Reading[int | None]:
    """Read how many drafts a unit owes a month: ``3``, ``3条``, ``每月3篇``; one below nothing is read."""
    raw = text_of(value)
    found = re.fullmatch(r"(?:每月)?(-?\d{1,2})[条篇]?", half_width(raw.translate(_SIGNS)))
    if found is None:
        return doubtful(None, raw, Question("unreadable_whole", raw, "quota"))
    return sure(int(found[1]), raw)


def read_weight(value: Value) -> Reading[Decimal | None]:
    """Read how much an outlet counts."""
    raw, text = text_of(value), half_width(value)
    if not re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", text):
        return doubtful(None, raw, Question("unreadable_points", raw, "weight"))
    return sure(Decimal(text), raw)


def read_names(value: Value) -> Reading[tuple[str, ...]]:
    """Read 别名: several names in one cell."""
    raw = text_of(value)
    names = (name.strip() for name in re.split(r"[、，,;；\n]+", raw))
    return sure(tuple(dict.fromkeys(name for name in names if name)), raw)


def read_person(value: Value) -> Reading[str | None]:
    """Read one person's name, its padding taken out."""
    raw = text_of(value)
    name = re.sub(r"\s+", "", raw) if not raw.isascii() else " ".join(raw.split())
    if not 2 <= len(name) <= 30 or re.search(r"[\d、，,;；/]", name):
        return doubtful(None, raw, Question("odd_author", raw, "name"))
    return sure(name, raw, name, "空格已去掉" if name != raw else "")


def month_cell(reading: DateReading, raw: str, column: str) -> Reading[Month | None]:
    """Return a month as a cell: sure, or with the question which month it is."""
    if reading.day is None:
        asking = day_cell(reading, raw, column)
        return doubtful(None, raw, asking.questions[0], asking.flags[0])
    month = Month.of(reading.day)
    flags = (reading.flag,) if reading.flag and reading.precision is Precision.DAY else ()
    return sure(month, raw, str(month), "", *flags)


def read_type(value: Value, types: Mapping[str, str]) -> Reading[str | None]:
    """Read what a deduction is for: by the rules' name for it, its id, or the one name like it."""
    raw, word = text_of(value), half_width(value)
    plain = {kind: half_width(name) for kind, name in types.items()}
    exact = [kind for kind, name in plain.items() if word in (name, kind)]
    near = [kind for kind, name in plain.items() if len(word) > 1 and (_is_in(word, name) or name in word)]
    found = exact or (near if len(near) == 1 else [])
    if not found:
        candidates = tuple(Candidate(kind, types[kind]) for kind in near or types)
        return doubtful(None, raw, Question("unknown_type", raw, "type", candidates))
    name = types[found[0]]
    return sure(found[0], raw, name, "" if exact else f"{raw} -> {name}")


def _is_in(word: str, name: str) -> bool:
    """Tell whether a name has all signs of ``word`` in their order: 文字、数据差错 those of 文字差错."""
    signs = iter(name)
    return all(sign in signs for sign in word)


def read_outlet(value: Value, outlets: OutletNames) -> Reading[Outlet | None]:
    """Read the one outlet that a cell names."""
    raw = text_of(value)
    found = outlets.by_id(raw) or outlets.find(raw)
    if found is None:
        near = outlets.mentioned(raw)
        candidates = (Candidate(near.id, near.name),) if near else ()
        return doubtful(None, raw, Question("unknown_outlet", raw, "outlet_named", candidates))
    return sure(found, raw, found.name, "" if raw == found.name else f"{raw} -> {found.name}")
