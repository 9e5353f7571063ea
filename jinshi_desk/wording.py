"""The Chinese name of every category, step, level and state: what screen, sheet and paper share."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from jinshi_desk.award_words import AWARD, BAR, NAME_STATE, TIE_BREAKER
from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.assignments import Counting
from jinshi_desk.domain.balance import Check, CheckName
from jinshi_desk.domain.bulletins import Names
from jinshi_desk.domain.commissions import Commission, Outcome
from jinshi_desk.domain.corrections import Correction
from jinshi_desk.domain.deductions import Decision, Deduction
from jinshi_desk.domain.drafts import Category, Form
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.issuing import MonthState
from jinshi_desk.domain.leads import LeadState
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.quota import State, Verdict
from jinshi_desk.domain.reminder_wordings import Occasion
from jinshi_desk.domain.reminders import Stage
from jinshi_desk.domain.roster import Duty
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.suggestions import Concern, Handling
from jinshi_desk.domain.unit_changes import ChangeKind
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.year_extracts import Extract
from jinshi_desk.draft_words import (
    CATEGORY,
    FORM,
    LEVEL,
    LEVEL_WITH_PLACE,
    SOURCE,
    STATUS,
)
from jinshi_desk.form_words import ATTACHMENT_ROLE, FILE_KIND, FORM_KIND, FORM_STATE, RULING, STEP
from jinshi_desk.objection_words import FINDING, OBJECTION_STAND, REMEDY
from jinshi_desk.trend_words import MEASURE

__all__ = [
    "ACT",
    "ATTACHMENT_ROLE",
    "AUTHOR_ROLE",
    "AWARD",
    "BAR",
    "CATEGORY",
    "CHANNEL",
    "CHECK",
    "CONCERN",
    "COUNTING",
    "DECISION",
    "DEDUCTION",
    "DRAFT_FACT",
    "DUTY",
    "FILE_KIND",
    "FILE_NOTE",
    "FINDING",
    "FORM",
    "FORM_KIND",
    "FORM_STATE",
    "GROUP",
    "HANDLING",
    "KIND",
    "LEAD_STATE",
    "LEVEL",
    "LEVEL_WITH_PLACE",
    "MEASURE",
    "MODE",
    "MONTH_STATE",
    "NAMES",
    "NAME_STATE",
    "OBJECTION_STAND",
    "OCCASION",
    "OUTCOME",
    "PICK_FACT",
    "POSITION",
    "REMEDY",
    "RULING",
    "SOURCE",
    "STAGE",
    "STATE",
    "STATUS",
    "STEP",
    "TIE_BREAKER",
    "UNIT_CHANGE",
    "VERDICT",
    "Event",
    "by_word",
    "clause_phrase",
    "event_phrase",
]

K = TypeVar("K", bound=StrEnum)

AUTHOR_ROLE: Mapping[AuthorRole, str] = {
    AuthorRole.AUTHOR: "作者",
    AuthorRole.REPORTER: "记者",
    AuthorRole.MEDIA_EDITOR: "媒体编辑",
}
GROUP: Mapping[Group, str] = {
    Group.TOWN: "镇（街道）",
    Group.BUREAU: "市直单位",
    Group.OFFICE: "部机关组室",
}
MODE: Mapping[Mode, str] = {
    Mode.SOLE: "单独采用",
    Mode.COMBINED: "综合采用",
    Mode.EXCERPT: "摘登、转载",
    Mode.MENTION: "点到",
}
POSITION: Mapping[Position, str] = {
    Position.NORMAL: "一般",
    Position.HEADLINE: "头版头条",
}
STATE: Mapping[State, str] = {
    State.EXEMPT: "免考核",
    State.COMPLETED: "已完成",
    State.COMPLETED_LATE: "补报完成",
    State.SHORT: "未完成",
    State.ZERO_REPORT: "零报送",
}
VERDICT: Mapping[Verdict, str] = {
    Verdict.COUNTS: "计入",
    Verdict.NOT_ACCEPTED: "未审核有效",
    Verdict.RETURNED: "退回未改",
    Verdict.REJECTED: "不予采纳",
    Verdict.WITHDRAWN: "已撤稿",
    Verdict.VOID: "作废不计",
    Verdict.NO_FORM: "缺审批表",
    Verdict.REPRINT: "转载不计",
    Verdict.NOT_ADOPTED: "没有采用",
    Verdict.NO_WEIGHT: "类别不计",
    Verdict.PARTNER: "计入牵头",
}
STAGE: Mapping[Stage, str] = {
    Stage.REMIND: "提醒",
    Stage.URGE: "催报",
    Stage.OVERDUE: "逾期",
    Stage.FINAL: "最后",
}
OCCASION: Mapping[Occasion, str] = {
    Occasion.REMIND: "提醒",
    Occasion.URGE: "催报",
    Occasion.OVERDUE: "逾期",
    Occasion.FINAL: "最后",
    Occasion.OVER: "过补报期",
}
CHANNEL: Mapping[Channel, str] = {
    Channel.GROUP: "工作群",
    Channel.PHONE: "电话",
    Channel.PAPER: "纸质",
    Channel.SMS: "短信",
    Channel.VISIT: "当面",
}
KIND: Mapping[Kind, str] = {
    Kind.ADOPTION: "采用",
    Kind.UPGRADE: "补差",
    Kind.REVERSAL: "冲回",
    Kind.INSTRUCTION: "批示加分",
    Kind.COMMISSION: "约稿",
    Kind.QUOTA_BASE: "任务基础分",
    Kind.QUOTA_SHORT: "任务缺额",
    Kind.DEDUCTION: "扣分",
    Kind.CORRECTION: "更正",
    Kind.CARRY: "结转",
}
OUTCOME: Mapping[Outcome, str] = {
    Outcome.PENDING: "未交稿",
    Outcome.ON_TIME: "按时完成",
    Outcome.LATE: "迟交",
    Outcome.NOT_DONE: "未完成",
}
EXTRACT: Mapping[Extract, str] = {
    Extract.PERFORMANCE: "绩效考核折算表",
    Extract.ACCOUNTABILITY: "述职评议情况表",
    Extract.CADRE: "干部考核情况表",
}
CONCERN: Mapping[Concern, str] = {
    Concern.PROBLEM: "问题",
    Concern.ADVICE: "建议",
}
HANDLING: Mapping[Handling, str] = {
    Handling.OPEN: "办理中",
    Handling.OVERDUE: "逾期未办",
    Handling.CLOSED: "已办结",
}
LEAD_STATE: Mapping[LeadState, str] = {
    LeadState.NEW: "新线索",
    LeadState.ASSIGNED: "已派",
    LeadState.DRAFTED: "已成稿",
    LeadState.ADOPTED: "已采用",
    LeadState.SHELVED: "搁置",
}
COUNTING: Mapping[Counting, str] = {
    Counting.VALID: "有效",
    Counting.ADOPTED: "采用",
}
DECISION: Mapping[Decision, str] = {
    Decision.PROPOSED: "待确认",
    Decision.CONFIRMED: "已确认",
    Decision.REJECTED: "不予扣分",
    Decision.VOIDED: "已作废",
}
DEDUCTION: Mapping[str, str] = {
    "late": "迟报",
    "no_approval_form": "审批表缺失或不全",
    "text_error": "文字、数据差错",
    "serious_error": "领导姓名职务、政治表述差错",
    "untrue": "内容失实",
    "plagiarism": "抄袭、虚构",
    "multi_submit": "违规一稿多投",
    "unapproved_post": "未经审批擅自发布",
    "omission": "漏报重要情况",
    "concealment": "瞒报",
    "higher_criticism": "被上级通报批评",
    "secrecy": "违反保密规定",
}
"""The shipped types; a rule file that adds its own names them itself."""
DUTY: Mapping[Duty, str] = {
    Duty.INFO_OFFICER: "信息员",
    Duty.LIAISON: "联络员",
    Duty.SUPERVISING_LEADER: "分管领导",
    Duty.UNIT_HEAD: "主要负责人",
}
UNIT_CHANGE: Mapping[ChangeKind, str] = {
    ChangeKind.MERGE: "合并",
    ChangeKind.SPLIT: "分设",
    ChangeKind.ABOLISH: "撤销",
    ChangeKind.CREATE: "新设",
}
MONTH_STATE: Mapping[MonthState, str] = {
    MonthState.OPEN: "未关账",
    MonthState.CLOSED: "已关账",
    MonthState.ISSUED: "已印发",
}

CHECK: Mapping[CheckName, str] = {
    CheckName.GROUPS: "各组合计等于有效总数",
    CheckName.UNITS: "各单位合计等于有效总数",
    CheckName.COMPLETION: "完成率复算一致",
    CheckName.LEVELS: "采用篇次逐级合计",
    CheckName.PIECES: "采用分逐篇合计",
    CheckName.POINTS: "各单位积分逐项合计",
    CheckName.BOOKS: "逐笔合计到组、季、年",
    CheckName.SENTENCES: "文中数字与台账一致",
    CheckName.FORMS: "缺审批表",
    CheckName.AUTHORS: "作者未写全",
    CheckName.UNVERIFIED: "待核实采用",
    CheckName.CORRECTIONS: "更正与正文一致",
    CheckName.COMMISSIONS: "未了结约稿",
    CheckName.PROPOSALS: "待确认扣分",
    CheckName.OBJECTIONS: "待裁定异议",
    CheckName.IMPORTS: "导入时待定",
    CheckName.TO_REVIEW: "待审核",
    CheckName.MONTHS: "各月均已关账",
    CheckName.SUMS: "合计等于各月通报",
    CheckName.GRADES: "每家单位都有等次",
    CheckName.NAMES: "评优名单逐个确认",
    CheckName.LISTED: "文中写全评优名单",
    CheckName.PRAISE: "是通报，不写“表彰”",
    CheckName.ENTRIES: "待填内容",
    CheckName.GRACE: "补报期已过",
}

FAILING: Mapping[CheckName, str] = {
    CheckName.GROUPS: "各组合计 {}",
    CheckName.UNITS: "各单位合计 {}",
    CheckName.COMPLETION: "完成率 {}",
    CheckName.LEVELS: "采用篇次 {}",
    CheckName.PIECES: "采用分 {}",
    CheckName.POINTS: "积分 {}",
    CheckName.BOOKS: "逐笔合计 {}",
    CheckName.SENTENCES: "文字与台账不符 {}",
    CheckName.FORMS: "缺审批表 {} 篇",
    CheckName.AUTHORS: "作者未写全 {}",
    CheckName.UNVERIFIED: "待核实采用 {} 条",
    CheckName.CORRECTIONS: "更正 {}",
    CheckName.COMMISSIONS: "未了结约稿 {} 条",
    CheckName.PROPOSALS: "待确认扣分 {} 条",
    CheckName.OBJECTIONS: "待裁定异议 {} 条",
    CheckName.IMPORTS: "导入时待定 {} 行",
    CheckName.TO_REVIEW: "待审核 {} 篇",
    CheckName.MONTHS: "{}没有关账",
    CheckName.SUMS: "与各月通报 {}",
    CheckName.GRADES: "没有等次的单位：{}",
    CheckName.NAMES: "评优名单待确认 {}",
    CheckName.LISTED: "文中少了 {}",
    CheckName.PRAISE: "文中写了“{}”",
    CheckName.ENTRIES: "{}没填",
    CheckName.GRACE: "补报期到{}",
}
"""What a check that fails says where a month is to be closed; ``{}`` is its detail."""

ACT: Mapping[str, str] = {
    "close": "关账",
    "issue": "印发",
    "reopen": "重新开账",
    "log": "登记",
    "revise": "改稿件信息",
    "become_received": "重新收稿",
    "become_returned": "退回修改",
    "become_rejected": "不予采纳",
    "become_accepted": "有效",
    "become_withdrawn": "撤稿",
    "become_void": "作废",
    "resubmit": "重新收稿",
    "remark": "指导意见",
    "mark_form": "标记审批表",
    "open_form": "开审批表",
    "fill_form": "填审批表",
    "set_articles": "改三审表稿件",
    "print_form": "打印审批表",
    "sign": "登记签批",
    "withdraw_signature": "撤回签批",
    "void_form": "作废审批表",
    "bind_form": "审批表归档",
    "attach": "附审批表文件",
    "detach": "取下审批表文件",
    "release": "登记发出",
    "adopt": "登记采用",
    "verify": "核实采用",
    "void_adoption": "作废采用",
    "retract": "媒体撤稿",
    "instruct": "登记批示",
    "void_instruction": "作废批示",
    "commission": "下达约稿",
    "deliver": "约稿交稿",
    "not_done": "约稿未交",
    "void_commission": "作废约稿",
    "suggest": "登记问题建议",
    "hand_on": "转办问题建议",
    "close_suggestion": "办结问题建议",
    "void_suggestion": "作废问题建议",
    "lead": "登记线索",
    "assign_lead": "交办线索",
    "write_up": "线索成稿",
    "shelve": "搁置线索",
    "void_lead": "作废线索",
    "assign": "下达任务",
    "void_assignment": "作废任务",
    "tag": "改选题",
    "pick": "列为好稿",
    "settle_pick": "改好稿理由、上传日期",
    "unpick": "取消好稿",
    "propose_deduction": "提出扣分",
    "propose_deductions": "提出扣分",
    "confirm_deduction": "确认扣分",
    "reject_deduction": "不予扣分",
    "void_deduction": "作废扣分",
    "correct": "登记更正",
    "object": "登记异议",
    "send_sheets": "发出核对单",
    "rule_objection": "裁定异议",
    "void_objection": "作废异议",
    "void_correction": "作废更正",
    "platform": "登记平台数据",
    "undo": "撤销上一步",
    "rules": "换规则",
    "revise_rules": "改规则",
    "withdraw_rules": "撤回规则",
    "count_by": "改计数规则",
    "import": "表格导入",
    "undo_import": "撤销导入",
    "sample": "示例数据",
}
"""What the records of a draft's life, and of what booked its points, call what was done."""

DRAFT_FACT: Mapping[str, str] = {
    "title": "标题",
    "units": "报送单位",
    "authors": "作者",
    "category": "类别",
    "form": "体裁",
    "source": "来源",
    "received_on": "收稿日期",
    "quota_month": "计入月份",
    "makeup": "补报",
    "word_count": "字数",
    "body_length": "正文字数",
    "approval_on_file": "审批表已交",
    "note": "备注",
    "attachments": "图片附件",
    "tags": "选题",
    "version": "第几稿",
}
"""The facts of a draft, as its records keep them."""

PICK_FACT: Mapping[str, str] = {
    "month": "好稿月份",
    "reason": "推荐理由",
    "picked_by": "推荐人",
    "uploaded_on": "上传日期",
}
"""The facts of a good draft, as its records keep them."""

FILE_NOTE: Mapping[str, str] = {
    "revisions_accepted": "原文有修订痕迹，按修订后的读入",
    "text_boxes": "原文有文本框，文字已并入正文",
    "footnotes": "脚注已接在正文后面",
    "comments": "原文有批注，没有读入",
    "hidden_text": "原文有隐藏文字，没有读入",
    "cleaned_text": "去掉了看不见的控制字符",
    "unit_from_file_name": "单位取自文件名，请核对",
    "unit_differs_from_file_name": "文中单位与文件名不同，请核对",
    "title_from_file_name": "没认出标题，用了文件名",
}
"""What the clerk should know of a file that was read as a draft."""

NAMES = Names(CATEGORY, GROUP, LEVEL)


def by_word(names: Mapping[K, str], word: str) -> K | None:
    """Return the member that is written ``word``, or has it as its identifier."""
    return next((member for member, name in names.items() if word in (name, member.value)), None)


Event = Instruction | Commission | Deduction | Correction
"""What can stand behind an entry beside an adoption."""


def event_phrase(event: Event) -> str:
    """Say what an entry is for: ``省级领导高样二6月24日批示``, ``约稿“联建经验”6月20日截止``."""
    match event:
        case Instruction():
            return f"{LEVEL[event.level]}领导{event.leader}{_day(event.given_on)}批示"
        case Commission():
            return f"约稿“{event.subject}”{_day(event.due_on)}截止"
        case Deduction():
            return event.reason
        case Correction():
            return f"更正{event.corrected_month.label}：{event.reason}"


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"


_CLAUSE: Mapping[str, str] = {
    "multi_adoption.highest": "同稿取最高",
    "multi_adoption.per_level_once": "每级计一次",
    "multi_adoption.top_two_levels": "取最高两级",
    "multi_adoption.sum_all": "逐次累计",
    "outlet.weight": "媒体权重",
    "time.evidence_days": "凭据逾期登记，只列不计分",
    "quota.base_completed": "完成月度任务基础分",
    "quota.per_missing": "月度任务每少1条",
    "quota.zero_extra": "零报送另扣",
    "deductions.late": "补报按迟报扣分",
    "multi_adoption.county_news_month_cap": "本级动态信息当月封顶",
    "commission.on_time": "约稿按时完成",
    "commission.late": "约稿迟交",
    "commission.not_done": "约稿未交",
    "correction": "更正已关账月份",
    "carry.merge": "合并结转原单位累计平均分",
    "carry.split": "分设结转原单位累计分",
    "retraction": "媒体撤稿冲回",
    "void": "稿件作废冲回",
}


def failing_phrase(check: Check) -> str:
    """Say what is in the way of closing a month: ``缺审批表 2 篇``."""
    return FAILING[check.name].format(check.detail)


def clause_phrase(clause: str, deduction_names: Mapping[str, str] = DEDUCTION) -> str:
    """Write the keys of a clause in words: ``动态信息·省级、综合采用、同稿取最高``.

    ``deduction_names`` are those of the rule set that was applied: an office may have types of its own. One
    that it left out since is called as shipped, or by its key.
    """
    return "、".join(_clause_word(key, deduction_names) for key in clause.split())


def _clause_word(key: str, deduction_names: Mapping[str, str]) -> str:
    match key.split("."):
        case ["base_points", category, level]:
            return f"{CATEGORY[Category(category)]}·{LEVEL[Level(level)]}"
        case ["factors", "mode", mode]:
            return MODE[Mode(mode)]
        case ["factors", "form", form]:
            return FORM[Form(form)]
        case ["factors", "position", position]:
            return POSITION[Position(position)]
        case ["instruction_bonus", level]:
            return f"{LEVEL[Level(level)]}领导批示、同稿取最高一级"
        case ["deductions", kind] if key not in _CLAUSE:
            return deduction_names.get(kind) or DEDUCTION.get(kind, kind)
    return _CLAUSE[key]
