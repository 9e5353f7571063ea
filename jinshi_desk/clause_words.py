"""What the keys and values of a rule file are called in the office's words, on screen and on paper."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from jinshi_desk.award_words import grade_word
from jinshi_desk.domain.rules import AuthorSplit, CountBasis, MultiAdoption
from jinshi_desk.draft_words import CATEGORY, FORM, LEVEL
from jinshi_desk.wording import AUTHOR_ROLE, DEDUCTION, GROUP, MODE, POSITION, TIE_BREAKER

K = TypeVar("K", bound=StrEnum)

SECTION: Mapping[str, str] = {
    "ruleset": "基本情况",
    "levels": "级别",
    "categories": "类别",
    "base_points": "采用基本分",
    "factors": "折算系数",
    "multi_adoption": "同稿多次采用",
    "instruction_bonus": "领导批示",
    "commission": "约稿",
    "quota": "月度任务",
    "deductions": "扣分",
    "authors": "作者分配",
    "joint_units": "联合报送",
    "time": "时间",
    "ranking": "排名",
    "quarter_grade": "季讲评等次",
    "awards": "年终评优",
}
"""The tables of a rule file, in its order."""

MULTI_ADOPTION: Mapping[MultiAdoption, str] = {
    MultiAdoption.HIGHEST: "取最高一次",
    MultiAdoption.PER_LEVEL_ONCE: "每级计一次",
    MultiAdoption.TOP_TWO_LEVELS: "取最高两级",
    MultiAdoption.SUM_ALL: "逐次累计",
}
AUTHOR_SPLIT: Mapping[AuthorSplit, str] = {
    AuthorSplit.EQUAL: "均分",
    AuthorSplit.FIRST_ONLY: "全归第一作者",
    AuthorSplit.RATIO: "按比例分",
    AuthorSplit.FULL_EACH: "各得全分",
}
COUNT_BASIS: Mapping[CountBasis, str] = {
    CountBasis.VALID: "有效报送",
    CountBasis.RECEIVED: "报送",
    CountBasis.ADOPTED: "采用",
}


def _by_value(words: Mapping[K, str]) -> Mapping[str, str]:
    return {member.value: word for member, word in words.items()}


CHOICES: Mapping[str, Mapping[str, str]] = {
    "multi_adoption.policy": _by_value(MULTI_ADOPTION),
    "authors.split": _by_value(AUTHOR_SPLIT),
    "quota.count_basis": _by_value(COUNT_BASIS),
}
"""The keys that take one word of a few."""
MEMBERS: Mapping[str, Mapping[str, str]] = {
    "authors.exclude_roles": _by_value(AUTHOR_ROLE),
    "ranking.tie_breakers_award": _by_value(TIE_BREAKER),
}
"""The keys that take some words of a few, in an order."""
UNITS = "ranking.unranked_units"
"""The key that takes units, by their ids."""
_ONLY: Mapping[str, str] = {
    "ruleset.rounding": "四舍五入到0.01分",
    "quota.joint_counts_for": "牵头单位",
    "joint_units.split": "均分",
    "joint_units.across_groups": "各得全分",
    "time.attribution": "刊发日期",
    "ranking.method": "并列占名次（1、2、2、4）",
}
"""The keys that have one setting so far, in words."""

_LABEL: Mapping[str, str] = {
    "ruleset.id": "版本编号",
    "ruleset.title": "名称",
    "ruleset.doc_no": "印发文号",
    "ruleset.effective_from": "生效月份",
    "ruleset.rounding": "舍入",
    "ruleset.display_decimals": "小数位数",
    "multi_adoption.policy": "多次采用怎么计",
    "multi_adoption.book_difference": "升级只补差额",
    "multi_adoption.county_news_month_cap": "本级动态信息月封顶",
    "commission.on_time": "按时完成",
    "commission.late": "迟交",
    "commission.not_done": "未交",
    "quota.count_basis": "按什么算完成",
    "quota.joint_counts_for": "联合报送计给",
    "quota.carry_over": "超额结转下月",
    "quota.remind_days": "提醒、催报日",
    "quota.grace_close_day": "补报到次月几日",
    "quota.base_completed": "完成任务基础分",
    "quota.per_missing": "每少1条",
    "quota.zero_extra": "零报送另扣",
    "authors.split": "几位作者怎么分",
    "authors.ratio": "各人比例",
    "authors.max_authors": "最多几位得分",
    "authors.exclude_roles": "不分分的署名",
    "joint_units.split": "同组单位之间",
    "joint_units.across_groups": "不同组单位之间",
    "time.attribution": "归月按",
    "time.evidence_days": "凭据登记期限（天）",
    "time.year_close": "年度关账日",
    "ranking.method": "同分",
    "ranking.tie_breakers_month": "月度同分再比",
    "ranking.tie_breakers_award": "评优同分依次比",
    "ranking.unranked_units": "不参加排名的单位",
    "quarter_grade.order": "判定先后",
    "awards.min_active_months": "至少报送几个月",
    "awards.wording": "评优称谓",
}
_PART: Mapping[str, str] = {
    "name": "名称",
    "order": "次序",
    "quota_weight": "一篇折几条",
    "points": "每次计分",
    "void_item": "稿件作废",
    "disqualify_year": "取消年度评先",
    "when": "条件",
}
_MEANING: Mapping[str, str] = {
    "ruleset.id": "各版不能相同。",
    "ruleset.title": "印在细则和重算表的题头。",
    "ruleset.doc_no": "印发以后填文号，可以空着。",
    "ruleset.effective_from": "从这个月起用，已关账的月份不变。",
    "levels": "细则上印这个名称；归哪一级由媒体定。",
    "categories": "细则上印这个名称；一篇折几条用来算月度任务。",
    "base_points": "单独采用一篇的分，再乘媒体权重和各项系数。",
    "factors.mode": "按采用方式乘。",
    "factors.form": "按体裁乘。",
    "factors.position": "按刊发位置乘。",
    "multi_adoption.policy": "同一篇稿件几家采用时，取哪几次的分。",
    "multi_adoption.county_news_month_cap": "一个单位一个月最多得这么多，0 为不设。",
    "instruction_bonus": "同稿几次批示，只计最高一级。",
    "commission": "按约定日期交稿另加，迟交、未交扣分；采用分照计。",
    "quota.groups": "这一组的单位每月应报几条，0 为不下任务。",
    "quota.remind_days": "每月这几日提醒、催报。",
    "quota.grace_close_day": "到这一日补报的计入上月，按迟报扣分；0 为不收补报。",
    "quota.per_missing": "写负数或 0。",
    "quota.zero_extra": "一条没报的再扣，写负数或 0。",
    "deductions": "研究室提出、分管领导确认后按次扣，写负数或 0。",
    "authors.ratio": "只在“按比例分”时用，写成 0.6、0.4。",
    "authors.max_authors": "署名更多的，只分给前几位。",
    "authors.exclude_roles": "媒体的记者、编辑共同署名，不分分。",
    "time.evidence_days": "刊发后超过这些天才登记的，只列不计分。",
    "time.year_close": "12月的采用凭据收到次年这一日，写成 01-10。",
    "ranking.unranked_units": "列在表里但不排名，写单位编号。",
    "ranking.tie_breakers_award": "依次比较，前一项相同才比下一项。",
    "quarter_grade.order": "从前往后判，先合哪一条算哪一等。",
    "quarter_grade": "按缺报月数、扣分和名次判定。",
    "awards.article": "每类取几篇优秀稿件。",
    "awards.min_active_months": "报送不满这些月的单位不参评。",
    "awards": "每等取几名，0 为不设。",
}


def section_word(key: str) -> str:
    """Return what the table that holds ``key`` is called."""
    section = key.partition(".")[0]
    return SECTION.get(section, section)


def item_word(key: str, names: Mapping[str, Any] | None = None) -> str:
    """Return what ``key`` is called within its table: ``动态信息·本级``; ``names`` is the rule file read.

    The names that the file itself gives to deductions and grades are used; a key that nobody named stands
    for itself.
    """
    if key in _LABEL:
        return _LABEL[key]
    section, *path = key.split(".")
    words = [_part_word(section, place, part, names or {}) for place, part in enumerate(path)]
    return "·".join(words) or section_word(key)


def full_word(key: str, names: Mapping[str, Any] | None = None) -> str:
    """Return what ``key`` is called with its table before it: ``采用基本分：动态信息·本级``."""
    return f"{section_word(key)}：{item_word(key, names)}" if "." in key else section_word(key)


def names_in(*tables: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the names that rule files give, those of the later ones first, for ``item_word``."""
    named = ("deductions", "quarter_grade")
    return {
        section: {key: told for table in tables for key, told in table.get(section, {}).items()}
        for section in named
    }


def meaning(key: str) -> str:
    """Say what a table, a part of one or a single value is for; nothing where its name says it."""
    return _MEANING.get(key, "")


def value_word(key: str, value: object, units: Mapping[str, str] | None = None) -> str:
    """Write a value as the office reads it: ``是``, ``−0.5``, ``取最高一次``; a dash where there is none.

    ``units`` are names by id, for the values that are units.
    """
    match value:
        case None:
            return "—"
        case bool():
            return "是" if value else "否"
        case Decimal() | int() | float():
            return number_word(Decimal(str(value)))
        case list():
            members = (units or {}) if key == UNITS else MEMBERS.get(key, {})
            said = [members.get(each, value_word("", each)) for each in value]
            return "、".join(said) or "无"
        case str() if key.startswith("quarter_grade.") and key.endswith(".when"):
            return condition_word(value)
        case str():
            return CHOICES.get(key, {}).get(value) or _ONLY.get(key) or value or "（空）"
    return str(value)


def number_word(number: Decimal) -> str:
    """Write a number without trailing zeros, with the true minus sign."""
    return f"{number.normalize():f}".replace("-", "−") if number else "0"


def condition_word(condition: str, names: Mapping[str, Any] | None = None) -> str:
    """Write the condition of a grade: ``缺报月数≥2，或有内容失实、违反保密规定扣分``."""
    named = (names or {}).get("deductions", {})

    def told(found: re.Match[str]) -> str:
        kinds = re.findall(r"\w+", found[1])
        return (
            f"有{'、'.join(_part_word('deductions', 0, kind, {'deductions': named}) for kind in kinds)}扣分"
        )

    words = re.sub(r"has_deduction\(([^)]*)\)", told, condition)
    words = re.sub(r"rank_pct\s*<=\s*([\d.]+)", lambda found: f"名次在前{_percent(found[1])}", words)
    for code, word in _IN_CONDITIONS.items():
        alone = rf"(?<![a-z_]){code}(?![a-z_])" if code.isidentifier() else code
        words = re.sub(rf"\s*{alone}\s*", word, words)
    return words


def _percent(share: str) -> str:
    return f"{number_word(Decimal(share) * 100)}%"


_IN_CONDITIONS = {
    "missed_months": "缺报月数",
    "rank_pct": "名次占比",
    "or": "，或",
    "and": "，且",
    ">=": "≥",
    "<=": "≤",
    "==": "为",
    ">": "大于",
    "<": "小于",
}


def _part_word(section: str, place: int, part: str, names: Mapping[str, Any]) -> str:
    if place == 0 and section in ("deductions", "quarter_grade"):
        named = names.get(section, {}).get(part)
        name = named.get("name") if isinstance(named, dict) else None
        return str(name or (DEDUCTION.get(part, part) if section == "deductions" else part))
    words = _PARTS.get(section, ())
    if place < len(words) and part in words[place]:
        return words[place][part]
    return _PART.get(part) or grade_word(part)


_CATEGORIES = _by_value(CATEGORY)
_LEVELS = _by_value(LEVEL)
_GROUPS = _by_value(GROUP)
_FACTORS = {"mode": "采用方式", "form": "体裁", "position": "位置"}
_PARTS: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "levels": (_LEVELS,),
    "categories": (_CATEGORIES,),
    "base_points": (_CATEGORIES, _LEVELS),
    "factors": (
        _FACTORS,
        {**_by_value(MODE), **_by_value(FORM), **_by_value(POSITION)},
    ),
    "instruction_bonus": (_LEVELS,),
    "quota": ({"groups": "每月条数"}, _GROUPS),
    "awards": ({**_GROUPS, "person": "优秀信息员", "article": "优秀稿件"}, _CATEGORIES),
}
"""The words of the parts of a key below its table, by place."""
