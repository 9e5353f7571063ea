"""Ledgers as tables for a clerk's eye; the records themselves, with their keys and ids, are for scripts."""

from collections.abc import Mapping, Sequence
from typing import Any

from jinshi_desk import wording
from jinshi_desk.cli.tables import table
from jinshi_desk.form_words import FORM_KIND, FORM_STATE, STEP
from jinshi_desk.objection_words import FINDING, OBJECTION_STAND, REMEDY
from jinshi_desk.services.lists import Record
from jinshi_desk.services.unit_history import unit_history
from jinshi_desk.store.database import Store

_HEAD: Mapping[str, str] = {
    "active_from": "启用月份",
    "active_to": "停用月份",
    "adopted_on": "采用日期",
    "agenda": "议题",
    "aliases": "别名",
    "approval_form": "审批表",
    "approver": "批准人",
    "ask": "找谁",
    "asked_on": "下达日期",
    "assigned_on": "下达日期",
    "attachments": "附件",
    "authors": "作者",
    "authors_incomplete": "作者不全",
    "back": "已报回",
    "binder": "存放",
    "booked_month": "计入月份",
    "came_after": "催后来稿",
    "came_on": "来稿日期",
    "category": "类别",
    "changed": "改后重审",
    "changes": "沿革",
    "channel": "方式",
    "closed_on": "办结日期",
    "concern": "事项",
    "confirmed_by": "确认人",
    "confirmed_on": "确认日期",
    "correspondents": "信息员、联络员",
    "corrected_month": "更正月份",
    "corrected_on": "更正日期",
    "counted": "已报",
    "counting": "计数",
    "day": "日期",
    "days": "天数",
    "deadline": "期限",
    "deduction": "扣分编号",
    "deduction_name": "扣分项",
    "delivered_on": "交稿日期",
    "doc_no": "文号",
    "done": "已完成",
    "done_on": "办结日期",
    "draft": "稿件",
    "drafted_on": "成稿日期",
    "drafts": "稿件",
    "due_on": "截止日期",
    "duties": "职责",
    "duty": "职责",
    "effective_from": "起始月份",
    "entry": "台账编号",
    "evidence": "凭据",
    "finding": "裁定",
    "form": "体裁",
    "found_on": "线索日期",
    "given_on": "批示日期",
    "group": "组别",
    "handler": "承办人",
    "held_on": "会议日期",
    "host": "主持人",
    "id": "编号",
    "kind": "种类",
    "leader": "批示领导",
    "level": "级别",
    "mark": "区分",
    "meeting": "会议编号",
    "missing": "还差",
    "mobile": "手机",
    "mode": "采用方式",
    "month": "月份",
    "name": "名称",
    "not_done_on": "未交日期",
    "note": "备注",
    "number": "编号",
    "office": "组室",
    "old_names": "旧名",
    "on": "日期",
    "opened_on": "开表日期",
    "out": "待签回",
    "outcome": "结果",
    "outlet": "媒体",
    "overdue": "逾期",
    "own": "本级自办",
    "period": "任务期",
    "phone": "办公电话",
    "picked_by": "推荐人",
    "picked_on": "推荐日期",
    "place": "版面或链接",
    "points": "分",
    "points_kind": "积分项",
    "position": "版面位置",
    "printed_on": "打印日期",
    "proposed_by": "提出人",
    "proposed_on": "提出日期",
    "quota": "任务",
    "quota_month": "计入月份",
    "raised_by": "提出人",
    "reason": "原因",
    "reasons": "原因",
    "received_on": "收到日期",
    "recorder": "记录人",
    "registered_on": "登记日期",
    "rejected": "不予扣分的理由",
    "released_on": "发出日期",
    "remark": "备注",
    "remedy": "处理",
    "reply": "答复",
    "reporters": "记者编辑",
    "result": "办理结果",
    "retracted_on": "撤稿日期",
    "returned_on": "退回日期",
    "ruled_by": "裁定人",
    "ruled_on": "裁定日期",
    "said": "意见",
    "said_by": "谁的意见",
    "sent_by": "经办人",
    "sent_on": "催报日期",
    "shelved": "搁置的理由",
    "shelved_on": "搁置日期",
    "signed": "已签",
    "since": "从哪天等起",
    "source": "来源",
    "stage": "阶段",
    "state": "状态",
    "status": "状态",
    "status_reason": "状态原因",
    "step": "等谁签",
    "steps": "要签",
    "subject": "题目",
    "supervising_leader": "分管领导",
    "tags": "选题",
    "target": "任务",
    "text": "内容",
    "title": "标题",
    "type": "扣分代号",
    "unit": "单位",
    "unit_head": "主要负责人",
    "units": "单位",
    "uploaded_on": "上传日期",
    "verified": "已核实",
    "version": "第几稿",
    "voided": "作废的原因",
    "weight": "权重",
    "word_count": "字数",
    "who": "责任人",
    "working": "上班",
    "makeup": "补报",
}
_OWN_HEAD: Mapping[tuple[str, str], str] = {
    ("meetings", "place"): "地点",
    ("resolutions", "text"): "议定事项",
}
"""What is called otherwise in one ledger."""
_FOLDED = frozenset(
    {
        "attendance",
        "body",
        "groups",
        "joined",
        "minutes",
        "names",
        "posts",
        "quotas",
        "remarks",
        "resolutions",
        "rounds",
        "rulings",
        "terms",
    }
)
"""What is a table of its own, or pages of text: only in the JSON."""
_VALUE: Mapping[str, Mapping[Any, str]] = {
    "category": wording.CATEGORY,
    "channel": wording.CHANNEL,
    "concern": wording.CONCERN,
    "counting": wording.COUNTING,
    "duties": wording.DUTY,
    "duty": wording.DUTY,
    "finding": FINDING,
    "form": wording.FORM,
    "group": wording.GROUP,
    "level": wording.LEVEL_WITH_PLACE,
    "mode": wording.MODE,
    "outcome": wording.OUTCOME,
    "points_kind": wording.KIND,
    "position": wording.POSITION,
    "remedy": REMEDY,
    "source": wording.SOURCE,
    "stage": wording.STAGE,
    "step": STEP,
}
_STATE: Mapping[str, Mapping[Any, str]] = {
    "approvals": FORM_STATE,
    "deductions": wording.DECISION,
    "drafts": wording.STATUS,
    "leads": wording.LEAD_STATE,
    "objections": OBJECTION_STAND,
    "problems": wording.HANDLING,
    "resolutions": wording.HANDLING,
    "roster": {"filled": "在岗", "vacant": "空缺", "double": "不止一人"},
}
"""What ``state`` and ``status`` mean in each ledger."""


def list_table(store: Store, kind: str, records: Sequence[Record]) -> str:
    """Return ``records``, at least one, of the ledger ``kind`` under heads and in words of the office."""
    twice = {"name"} if kind == "roster" else set()  # it is the unit's
    keys = [key for key in records[0] if key not in _FOLDED | twice]
    words = {**_VALUE, "state": _STATE.get(kind, {}), "status": _STATE.get(kind, {})}
    names = {unit.id: unit.name for unit in store.units.all()}
    words |= {"unit": names, "units": names, "office": names}
    words["outlet"] = {outlet.id: outlet.name for outlet in store.outlets.all()}
    if kind == "approvals":
        words["kind"] = FORM_KIND
    if kind == "units":
        records = _with_histories(store, records, names)
    heads = [_OWN_HEAD.get((kind, key)) or _HEAD.get(key, key) for key in keys]
    return table(heads, [[_said(record[key], words.get(key, {})) for key in keys] for record in records])


def _with_histories(store: Store, records: Sequence[Record], names: Mapping[str, str]) -> Sequence[Record]:
    """Return the records of units with what they went through in words."""
    changes = tuple(store.units.changes())
    told = {unit.id: list(unit_history(unit, changes, names)) for unit in store.units.all()}
    return [record | {"changes": told[record["id"]]} for record in records]


def _said(value: object, words: Mapping[Any, str]) -> object:
    if isinstance(value, list):
        return [_said(each, words) for each in value]
    if isinstance(value, dict):
        return value.get("name", value)
    return words.get(value, value) if isinstance(value, str) else value
