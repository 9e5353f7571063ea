"""The Chinese names that objections and their rulings are written with."""

from collections.abc import Mapping

from jinshi_desk.domain.objections import Finding, Remedy, Stand

FINDING: Mapping[Finding, str] = {
    Finding.UPHELD: "成立",
    Finding.PARTLY: "部分成立",
    Finding.DISMISSED: "不成立",
    Finding.WITHDRAWN: "单位撤回",
}
REMEDY: Mapping[Remedy, str] = {
    Remedy.CHANGE: "改登记",
    Remedy.CORRECTION: "登更正",
    Remedy.NOTHING: "不涉及分数",
}
OBJECTION_STAND: Mapping[Stand, str] = {
    Stand.OPEN: "待裁定",
    Stand.TO_CORRECT: "待更正",
    Stand.SETTLED: "已裁定",
}
