"""What the marks on an imported sheet are called: why a row is skipped, what is in doubt, what was noted."""

import re
from collections.abc import Mapping
from dataclasses import replace

from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.registers import Action, FileReading, Flag, RowReading
from jinshi_desk.domain.units import Unit
from jinshi_desk.wording import GROUP, LEVEL

ACTION: Mapping[Action, str] = {Action.IMPORT: "导入", Action.SKIP: "跳过", Action.ASK: "待定"}

LEDGER: Mapping[str, str] = {
    "drafts": "报送登记",
    "adoptions": "采用台账",
    "instructions": "领导批示",
    "commissions": "约稿",
    "deductions": "扣分登记",
    "retractions": "撤稿删除",
    "corrections": "更正",
    "problems": "问题建议",
    "leads": "线索",
    "tasks": "任务到人",
    "objections": "异议登记",
    "picks": "好稿",
    "meetings": "例会记录",
    "resolutions": "议定事项",
    "exemptions": "免考核",
    "units": "单位名单",
    "outlets": "媒体名单",
    "people": "人员",
}
"""What a sheet can be."""

SKIP_REASON: Mapping[str, str] = {
    "already_registered": "台账里已有",
    "blank": "空行",
    "by_decision": "已定不导入",
    "continues_row": "又一次采用，不导入",
    "duplicate": "重复，不导入",
    "footer": "填表落款",
    "hidden_column": "隐藏列，不导入",
    "hidden_row": "隐藏行，不导入",
    "hidden_sheet": "隐藏的表",
    "no_header": "没有表头",
    "note": "表下说明",
    "repeated_header": "重复的表头",
    "same_as_row": "与前面一行相同，不导入",
    "section": "分组标题",
    "subtotal": "小计行",
    "total": "合计行",
    "zero_report": "零报送",
}

FLAG: Mapping[str, str] = {
    "adoption_denied": "写着未采用，又有媒体",
    "ambiguous_date": "日期有两种读法",
    "approval_form_missing": "审批表未交",
    "authors_incomplete": "作者写了“等”",
    "continues_row": "像是上面那篇又一次采用",
    "date_from_serial": "日期序号已换算",
    "date_no_year": "没写年份，按表的年份",
    "date_out_of_range": "日期超出范围",
    "date_range": "写了几天，取第一天",
    "date_without_year": "没有年份",
    "day_first_date": "日在前的写法",
    "duplicate": "疑似重复",
    "duplicate_of": "与台账中的稿件重复",
    "first_row_left_out": "同题的第一行没有导入",
    "formula_without_value": "公式没有结果",
    "hidden_column": "隐藏的列里有内容",
    "hidden_row": "隐藏的行",
    "hidden_sheet": "隐藏的表",
    "invalid_date": "没有这一天",
    "listed_twice": "编号或名称与前面一行相同",
    "missing_adopted_on": "没有采用日期",
    "missing_category": "没有类别",
    "missing_outlet": "写着采用，没写媒体",
    "missing_received_on": "没有报送日期",
    "missing_title": "没有标题",
    "missing_unit": "没有单位",
    "month_only": "只有月份，按月末",
    "not_fileable": "不能登记",
    "odd_author": "不像人名",
    "missing_cell": "没有填",
    "same_as_row": "与前面一行完全相同",
    "several_days": "写了几个日期",
    "several_units": "写了几个单位，只能是一个",
    "differs_from_register": "与台账里的不同",
    "unknown_adoption": "台账里没有这次采用",
    "unknown_channel": "没有这种方式",
    "unknown_concern": "不是问题也不是建议",
    "unknown_counting": "没有这种计数",
    "unknown_finding": "没有这种裁定",
    "unknown_points_kind": "没有这种积分事项",
    "unknown_remedy": "没有这种处理方式",
    "unknown_decision": "没有这种状态",
    "unknown_duty": "没有这种身份",
    "unknown_group": "没有这个组别",
    "unknown_level": "没有这个级别",
    "unknown_outcome": "没有这种完成情况",
    "unknown_type": "考核细则没有这一项",
    "unreadable_mobile": "不是11位手机号",
    "unreadable_period": "看不出是哪一期",
    "unreadable_phone": "不像电话号码",
    "unreadable_points": "看不出是多少分",
    "unreadable_whole": "看不出是多少",
    "stated": "表上写的数",
    "sum_differs": "与表上的合计不符",
    "title_too_long": "标题太长",
    "two_digit_year": "年份只有两位",
    "unit_from_title": "单位取自表名或分组",
    "unknown_category": "没有这种类别",
    "unknown_draft": "台账里没有这篇稿件",
    "unknown_form": "没有这种体裁",
    "unknown_mode": "没有这种采用方式",
    "unknown_outlet": "媒体名录中没有",
    "unknown_source": "没有这种来源",
    "unknown_status": "没有这种状态",
    "unknown_unit": "单位名录中没有",
    "unparseable_date": "看不出是哪一天",
    "unreadable_word_count": "看不出是多少字",
    "us_style_date": "月在前的写法",
    "weekday_ok": "星期核对无误",
    "weekday_wrong": "星期对不上",
    "word_count_approximate": "字数是约数",
    "zero_title": "标题像是“没有”",
}
"""Everything a row can be marked with; a question is called as its mark is."""

COLUMN: Mapping[str, str] = {
    "serial": "序号",
    "number": "编号",
    "unit": "报送单位",
    "title": "标题",
    "category": "类别",
    "form": "体裁",
    "author": "作者",
    "correspondent": "信息员",
    "received_on": "报送日期",
    "word_count": "字数",
    "source": "来源",
    "approval": "审批表",
    "status": "状态",
    "status_reason": "状态原因",
    "attachments": "图片附件",
    "tags": "选题",
    "makeup": "补报",
    "intended": "拟投媒体",
    "adopted": "是否采用",
    "outlet": "采用媒体",
    "level": "级别",
    "mode": "采用方式",
    "adopted_on": "采用日期",
    "place": "版面或链接",
    "page": "版面",
    "link": "链接",
    "position": "位置",
    "evidence": "凭据",
    "registered_on": "登记日期",
    "verified": "是否核实",
    "note": "备注",
    "date": "日期",
    "draft": "稿件",
    "reason": "原因",
    "leader_level": "批示级别",
    "leader": "批示领导",
    "given_on": "批示日期",
    "subject": "约稿题目",
    "asked_on": "下达日期",
    "due_on": "截止日期",
    "delivered_on": "交稿日期",
    "not_done_on": "未交日期",
    "outcome": "完成情况",
    "type": "扣分项目",
    "points": "分值",
    "proposed_on": "提出日期",
    "proposed_by": "提出人",
    "confirmed_on": "确认日期",
    "confirmed_by": "确认人",
    "rejected": "不予扣分原因",
    "decision": "扣分状态",
    "outlet_named": "撤稿媒体",
    "retracted_on": "撤稿日期",
    "corrected_month": "更正月份",
    "booked_month": "计入月份",
    "concern": "问题或建议",
    "text": "内容",
    "office": "组室",
    "handler": "承办人",
    "reply": "答复",
    "closed_on": "办结日期",
    "lead": "线索内容",
    "found_on": "线索日期",
    "assigned_on": "下达日期",
    "shelved_on": "搁置日期",
    "shelved": "搁置原因",
    "objected_month": "异议月份",
    "raised_by": "提出人",
    "channel": "提出方式",
    "points_kind": "积分事项",
    "objection": "异议内容",
    "finding": "裁定",
    "remedy": "处理方式",
    "ruled_by": "裁定人",
    "ruled_on": "裁定日期",
    "ruling_reason": "裁定理由",
    "corrected_on": "更正登记日期",
    "pick_month": "好稿月份",
    "pick_reason": "推荐理由",
    "picked_by": "推荐人",
    "picked_on": "推荐日期",
    "uploaded_on": "上传日期",
    "held_on": "会议日期",
    "meeting_month": "通报月份",
    "meeting_place": "地点",
    "host": "主持人",
    "recorder": "记录人",
    "attendance": "参加人员",
    "agenda": "议题",
    "minutes": "会议内容",
    "resolution": "议定事项",
    "who": "责任人",
    "result": "办理结果",
    "period": "任务期",
    "counting": "计数",
    "target": "任务数",
    "month": "月份",
    "approver": "批准人",
    "unit_id": "单位编号",
    "unit_name": "单位名称",
    "group": "组别",
    "active_from": "启用月份",
    "active_to": "停用月份",
    "quota": "月任务",
    "quota_from": "任务起始月份",
    "quota_reason": "任务依据",
    "outlet_id": "媒体编号",
    "outlet_name": "媒体名称",
    "outlet_level": "媒体级别",
    "kind": "种类",
    "own": "本级自办",
    "weight": "权重",
    "aliases": "别名",
    "old_names": "旧名",
    "order": "顺序",
    "name": "姓名",
    "mark": "区分",
    "duty": "身份",
    "info_officer": "信息员",
    "liaison": "联络员",
    "phone": "办公电话",
    "mobile": "手机",
    "telephone": "联系电话",
    "moved_from": "调自",
    "post_since": "任职起",
    "post_until": "任职止",
}
"""What a column may be taken for."""

_ROW_AGAIN = re.compile(r"duplicate_of_row_(\d+)")
_MARK = re.compile(r"(\w+)(?:\((.*)\))?", re.DOTALL)


_ABOUT_ROW: Mapping[str, str] = {
    "continues_row": "像是第 {} 行那篇又一次采用",
    "first_row_left_out": "同题的第 {} 行没有导入",
    "listed_twice": "编号或名称与第 {} 行相同",
}
"""Marks that tell of another row."""


def flag_phrase(flag: Flag) -> str:
    """Return a mark in words, ``日期有两种读法：6.3 -> 6月3日/6月30日``."""
    again = _ROW_AGAIN.fullmatch(flag.id)
    words = f"与第 {again[1]} 行重复" if again else FLAG.get(flag.id, flag.id)
    if not flag.detail or flag.id == "authors_incomplete":
        return words
    if flag.id in _ABOUT_ROW:
        return _ABOUT_ROW[flag.id].format(flag.detail)
    match flag.id:
        case "not_fileable":
            return flag.detail
        case "missing_cell":
            return f"没有{COLUMN.get(flag.detail, flag.detail)}"
        case "formula_without_value":
            return f"{words}：{COLUMN.get(flag.detail, flag.detail)}"
    return f"{words}：{flag.detail}"


def mark_phrase(text: str) -> str:
    """Return what is noted at a cell, in words: marks are put there by their names, notes as they are."""
    return "；".join(_part_phrase(part) for part in text.split("；") if part)


def _part_phrase(part: str) -> str:
    found = _MARK.fullmatch(part)
    known = found is not None and (found[1] in FLAG or _ROW_AGAIN.fullmatch(found[1]))
    return flag_phrase(Flag(found[1], found[2] or "")) if found and known else part


def skip_phrase(reason: str) -> str:
    """Return why a row is skipped, in words."""
    return SKIP_REASON.get(reason) or FLAG.get(reason, reason)


def in_words(reading: FileReading) -> FileReading:
    """Return the reading with every mark in words, for those who never saw the screen."""
    return replace(
        reading,
        sheets=tuple(replace(sheet, rows=tuple(map(_in_words, sheet.rows))) for sheet in reading.sheets),
    )


def _in_words(row: RowReading) -> RowReading:
    return replace(row, flags=tuple(Flag(flag_phrase(flag)) for flag in row.flags))


def added_phrase(added: Unit | Outlet) -> str:
    """Return what an import adds to a list besides its rows: another name of something, or something new."""
    if added.aliases:
        return f"“{'、'.join(added.aliases)}”记为{added.name}的别名"
    if isinstance(added, Unit):
        return f"新增单位：{added.name}（{GROUP[added.group]}，{added.active_from.label}起）"
    return f"新增媒体：{added.name}（{LEVEL[added.level]}）"
