"""What a cell of 人员 says: duties and telephone numbers."""

import re
from collections.abc import Mapping

from jinshi_desk.domain.registers import Question
from jinshi_desk.domain.roster import Duty, is_mobile, is_phone
from jinshi_desk.sheets.cells import Reading, choices, doubtful, half_width, sure, text_of, word_in
from jinshi_desk.sheets.grids import Value
from jinshi_desk.wording import DUTY

_WORDS: Mapping[Duty, str] = {
    Duty.INFO_OFFICER: "组工信息员|信息宣传员|组工信息宣传员|宣传员|通讯员",
    Duty.LIAISON: "组工联络员|信息联络员",
    Duty.SUPERVISING_LEADER: "分管负责人|组织委员",
    Duty.UNIT_HEAD: "负责人|主要领导|单位负责人|单位主要负责人",
}
_NONE = frozenset("作者 撰稿人 供稿人 成员 干部 工作人员 一般干部 无".split())
_MASKED = re.compile(r"1\d{2}\*{4}\d{4}")
_DASHES = str.maketrans({"－": "-", "–": "-", "—": "-", "−": "-", "（": "", "）": "-", "(": "", ")": "-"})


def read_duty(value: Value) -> Reading[Duty | None]:
    """Read 身份; a plain author answers for nothing."""
    raw, duty = text_of(value), word_in(value, _WORDS, DUTY)
    if duty is None and half_width(value) not in _NONE:
        return doubtful(None, raw, Question("unknown_duty", raw, "duty", choices(DUTY)))
    return sure(duty, raw, DUTY[duty] if duty else "")


def read_phone(value: Value) -> Reading[str | None]:
    """Read an office phone, whatever its dashes and spaces."""
    return _number(value, "phone")


def read_mobile(value: Value) -> Reading[str | None]:
    """Read a mobile number; one that was masked when it was exported says nothing."""
    return _number(value, "mobile")


def read_telephone(value: Value) -> Reading[str | None]:
    """Read either kind: sheets have 联系电话 for both."""
    return _number(value, "telephone")


def _number(value: Value, column: str) -> Reading[str | None]:
    raw = text_of(value)
    digits = re.sub(r"\s+", "", half_width(raw.translate(_DASHES)))
    plain = digits.replace("-", "")
    if _MASKED.fullmatch(digits):
        return sure(None, raw, raw, "号码已隐去，未导入")
    if column != "phone" and is_mobile(plain):
        return sure(plain, raw, plain)
    if column != "mobile" and is_phone(digits):
        return sure(digits, raw, digits)
    return doubtful(
        None, raw, Question(f"unreadable_{'mobile' if column == 'mobile' else 'phone'}", raw, column)
    )
