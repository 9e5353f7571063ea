"""The Chinese names that the year's awards are written with."""

from collections.abc import Mapping

from jinshi_desk.domain.award_decisions import NameState
from jinshi_desk.domain.award_rules import Award, TieBreaker
from jinshi_desk.domain.awards import Bar
from jinshi_desk.domain.quota import BARRED_FROM

AWARD: Mapping[Award, str] = {
    Award.TOWN: "镇（街道）",
    Award.BUREAU: "市直单位",
    Award.OFFICE: "部机关组室",
    Award.PERSON: "优秀信息员",
    Award.NEWS: "优秀稿件·动态信息",
    Award.ESSAY: "优秀稿件·真言文章",
    Award.EXPERIENCE: "优秀稿件·经验材料",
    Award.RESEARCH: "优秀稿件·调研",
}
BAR: Mapping[Bar, str] = {
    Bar.DISQUALIFIED: "取消年度评先资格",
    Bar.TOO_NEW: "报送不满规定月数",
    Bar.OFTEN_SHORT: f"{BARRED_FROM}个月及以上未完成任务",
    Bar.ORGANISER: "组织单位，不参加排名",
    Bar.EXEMPT: "全年免考核",
    Bar.GONE: "已撤销或合并",
}
TIE_BREAKER: Mapping[TieBreaker, str] = {
    TieBreaker.NATIONAL: "国家级篇数",
    TieBreaker.PROVINCE: "省级篇数",
    TieBreaker.PREFECTURE: "市级篇数",
    TieBreaker.ADOPTED: "采用篇数",
    TieBreaker.ON_TIME: "按时率",
}
NAME_STATE: Mapping[NameState, str] = {
    NameState.PROPOSED: "待确认",
    NameState.TIED: "并列待定",
    NameState.OVERTAKEN: "测算有变",
    NameState.CONFIRMED: "已确认",
    NameState.DECIDED: "已另定",
}
NO_PLACE = "不列入"
_GRADES: Mapping[str, str] = {"first": "一等", "second": "二等", "third": "三等", "excellent": "优秀"}


def grade_word(grade: str) -> str:
    """Return what a grade is called, none being 不列入; one of the office's own is called as it wrote it."""
    return _GRADES.get(grade, grade) if grade else NO_PLACE


def grade_of(word: str) -> str:
    """Return the grade behind ``word``: its name or its key; empty for 不列入."""
    if word in (NO_PLACE, "none"):
        return ""
    return next((grade for grade, name in _GRADES.items() if name == word), word)
