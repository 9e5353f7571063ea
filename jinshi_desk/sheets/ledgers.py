"""Which ledgers a sheet can be, and by which words their columns are known (§7)."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from jinshi_desk.sheets.ledger_columns import (
    COMMISSION_COLUMNS,
    CORRECTION_COLUMNS,
    DEDUCTION_COLUMNS,
    EXEMPTION_COLUMNS,
    INSTRUCTION_COLUMNS,
    LEAD_COLUMNS,
    MEETING_COLUMNS,
    OBJECTION_COLUMNS,
    OUTLET_COLUMNS,
    PERSON_COLUMNS,
    PICK_COLUMNS,
    PROBLEM_COLUMNS,
    RESOLUTION_COLUMNS,
    RETRACTION_COLUMNS,
    TASK_COLUMNS,
    UNIT_COLUMNS,
)

_DRAFT_COLUMNS: Mapping[str, str] = {
    "serial": "序号 序 no 原表行号 待定原因",
    "number": "编号 稿件编号 稿件号",
    "unit": "单位 报送单位 单位名称 供稿单位 镇街 部门 填报单位 来稿单位 投稿单位 报送部门 镇(街道) 组室",
    "title": "标题 题目 稿件名称 信息标题 文章标题 信息题目 稿件标题 稿件题目 文章题目 篇名 名称",
    "category": "类别 类型 稿件类型 信息类别 稿件类别 信息类型 文章类别",
    "form": "体裁 形式 稿件形式",
    "author": "作者 撰稿人 供稿人 拟稿人 署名 撰写人 作者姓名 撰稿 供稿 姓名",
    "correspondent": "信息员 通讯员 宣传员 报送人 上报人",
    "received_on": "报送日期 报送时间 上报时间 上报日期 投稿时间 投稿日期 收稿日期 收稿时间 来稿时间",
    "word_count": "字数 稿件字数",
    "source": "来源 稿件来源",
    "approval": "审批表 信息审批表 审批单 有无审批表 是否有审批表 审批表是否齐全",
    "status": "状态 稿件状态",
    "attachments": "图片附件 附件名称 图片名称",
    "tags": "选题 选题标签 主题标签 主题词 关键词",
    "status_reason": "状态原因 退回原因 作废原因 不予采纳原因",
    "makeup": "补报 是否补报",
    "intended": "拟投媒体 拟投媒体/栏目 拟投栏目",
    "adopted": "是否采用 是否被采用 采用否",
    "outlet": "媒体 采用媒体 刊发媒体 刊载媒体 采用情况 刊发媒体及时间 发布平台 采用平台 刊登媒体 发表媒体"
    " 采用单位 媒体名称 采用媒体及时间 刊发平台 用稿媒体 用稿情况 上稿媒体 上稿情况 刊用媒体 刊用情况",
    "level": "级别 媒体级别 采用级别",
    "mode": "采用方式 方式 刊发方式",
    "adopted_on": "采用日期 采用时间 刊发日期 发表时间 刊发时间 发布时间 发布日期 刊登时间 刊登日期 发表日期"
    " 见报日期 见报时间 用稿日期 用稿时间 上稿日期 上稿时间 刊用日期 刊用时间",
    "place": "版面/链接 链接或版面 版面或链接 链接/版面 版面及链接",
    "page": "版面 版次",
    "link": "链接 网址 网页链接 链接地址",
    "position": "位置 版位 版面位置",
    "evidence": "证据 凭据 佐证 佐证材料 证明材料",
    "registered_on": "登记日期 登记时间",
    "verified": "核实 是否核实",
    "note": "备注 说明",
    "date": "日期 时间",
}


@dataclass(frozen=True, slots=True)
class Ledger:
    """A kind of register. ``fits`` tells by the columns found whether a sheet is one."""

    id: str
    columns: Mapping[str, str]
    """The meaning of each heading, by its plain writing."""
    fits: Callable[[Set[str]], bool]
    fewest: int = 3
    """How many columns must be known."""


@lru_cache(4096)  # the same few headings and names stand in every row
def plain_heading(text: str) -> str:
    """Return a heading without spaces, marks and case, to look it up by."""
    return re.sub(r"[\s*:：\u200b]+", "", unicodedata.normalize("NFKC", text)).casefold()


def _by_heading(columns: Mapping[str, str]) -> Mapping[str, str]:
    return {plain_heading(word): column for column, words in columns.items() for word in words.split()}


def _is_adoption_ledger(columns: Set[str]) -> bool:
    return columns >= {"title", "outlet"} and "received_on" not in columns and "word_count" not in columns


def _is_draft_ledger(columns: Set[str]) -> bool:
    return "title" in columns


def _is_roster(columns: Set[str]) -> bool:
    """Tell a list of people from a register of drafts, which names its 信息员 too."""
    reached = columns & {"phone", "mobile", "telephone", "post_since", "post_until"}
    named = "name" in columns or bool(reached and columns & {"info_officer", "liaison"})
    return named and "unit" in columns


def _has(*columns: str) -> Callable[[Set[str]], bool]:
    """Return a test for columns without which a sheet is not this ledger."""
    return frozenset(columns).issubset


_WORDS = _by_heading(_DRAFT_COLUMNS)
LEDGERS = (
    Ledger("retractions", _by_heading(RETRACTION_COLUMNS), _has("retracted_on")),
    Ledger("adoptions", _WORDS, _is_adoption_ledger),
    Ledger("drafts", _WORDS, _is_draft_ledger),
    Ledger("instructions", _by_heading(INSTRUCTION_COLUMNS), _has("leader", "given_on")),
    Ledger("commissions", _by_heading(COMMISSION_COLUMNS), _has("subject", "due_on")),
    Ledger("deductions", _by_heading(DEDUCTION_COLUMNS), _has("type", "reason")),
    Ledger("corrections", _by_heading(CORRECTION_COLUMNS), _has("corrected_month", "points")),
    Ledger("problems", _by_heading(PROBLEM_COLUMNS), _has("unit", "text", "received_on")),
    Ledger("leads", _by_heading(LEAD_COLUMNS), _has("lead", "found_on")),
    Ledger("tasks", _by_heading(TASK_COLUMNS), _has("name", "period", "target")),
    Ledger("objections", _by_heading(OBJECTION_COLUMNS), _has("objected_month", "objection")),
    Ledger("picks", _by_heading(PICK_COLUMNS), _has("pick_reason")),
    Ledger("meetings", _by_heading(MEETING_COLUMNS), _has("held_on", "host")),
    Ledger("resolutions", _by_heading(RESOLUTION_COLUMNS), _has("held_on", "resolution")),
    Ledger("exemptions", _by_heading(EXEMPTION_COLUMNS), _has("unit", "month", "approver")),
    Ledger("units", _by_heading(UNIT_COLUMNS), _has("unit_id", "unit_name")),
    Ledger("outlets", _by_heading(OUTLET_COLUMNS), _has("outlet_id", "outlet_name")),
    Ledger("people", _by_heading(PERSON_COLUMNS), _is_roster, fewest=2),
)
"""Where several fit, the one with the most columns is meant, then the first."""
HEADINGS = frozenset(heading for ledger in LEDGERS for heading in ledger.columns)
"""Every heading of any ledger, by its plain writing."""
SERIALS = frozenset(
    heading for ledger in LEDGERS for heading, meaning in ledger.columns.items() if meaning == "serial"
)
"""Every heading of a column that only counts the rows, or that we wrote on a sheet going back."""
