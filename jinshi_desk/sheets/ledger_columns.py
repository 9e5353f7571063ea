"""The words by which the columns of the other ledgers are known: as exports write them, and offices (§7)."""

from collections.abc import Mapping

Columns = Mapping[str, str]

_ABOUT: Columns = {
    "serial": "序号 序 no",
    "number": "稿件编号 编号 稿件号",
    "title": "标题 题目 稿件标题 稿件名称 稿件题目 文章标题 信息标题",
    "draft": "稿件编号/标题 稿件编号或标题 稿件 关联稿件 相关稿件 涉及稿件 对应稿件",
    "note": "备注 说明",
}
_UNIT = "单位 报送单位 单位名称 供稿单位 填报单位 来稿单位 镇街 部门 镇(街道) 组室"
_REASON = "原因 事由 理由 具体情况 情况说明"
_EVIDENCE = "凭据 证据 依据材料 佐证 佐证材料 证明材料"
_REGISTERED = "登记日期 登记时间"

RETRACTION_COLUMNS: Columns = {
    **_ABOUT,
    "unit": _UNIT,
    "outlet_named": "媒体 采用媒体 刊发媒体 刊载媒体 撤稿媒体 删除媒体 媒体名称 发布平台",
    "adopted_on": "采用日期 采用时间 刊发日期 刊发时间 发布日期",
    "retracted_on": "撤稿日期 撤稿时间 删除日期 删除时间 撤稿删除日期 撤稿/删除日期 撤下日期 下架日期",
    "reason": "撤稿原因 删除原因 " + _REASON,
}
INSTRUCTION_COLUMNS: Columns = {
    **_ABOUT,
    "unit": _UNIT,
    "leader_level": "批示级别 级别 领导级别",
    "leader": "批示领导 领导 批示人 领导姓名",
    "given_on": "批示日期 批示时间",
    "registered_on": _REGISTERED,
    "evidence": _EVIDENCE,
}
COMMISSION_COLUMNS: Columns = {
    **_ABOUT,
    "unit": _UNIT + " 约稿单位 承办单位",
    "subject": "约稿内容 约稿题目 约稿主题 约稿选题 选题",
    "asked_on": "下达日期 下达时间 约稿日期 约稿时间",
    "due_on": "截止日期 截止时间 交稿期限 要求完成日期 完成时限",
    "delivered_on": "完成日期 完成时间 交稿日期 交稿时间",
    "not_done_on": "未交日期 未完成认定日期",
    "outcome": "完成情况 约稿完成情况 交稿情况",
}
DEDUCTION_COLUMNS: Columns = {
    **_ABOUT,
    "unit": _UNIT + " 被扣分单位 扣分单位",
    "type": "扣分类型 扣分项目 扣分事项 扣分项",
    "points": "分值 扣分 扣分值 扣分分值",
    "reason": "扣分原因 " + _REASON,
    "evidence": _EVIDENCE,
    "proposed_on": "提出日期 提出时间",
    "proposed_by": "提出人",
    "confirmed_on": "确认日期 确认时间",
    "confirmed_by": "确认人",
    "rejected": "不予扣分原因 不予扣分理由",
    "decision": "状态 扣分状态 确认情况",
}
CORRECTION_COLUMNS: Columns = {
    "serial": "序号 序 no",
    "unit": _UNIT,
    "corrected_month": "更正月份 被更正月份 原月份",
    "points": "差额 更正差额 更正分值 更正分",
    "reason": "更正原因 " + _REASON,
    "registered_on": _REGISTERED + " 更正日期",
    "booked_month": "计入月份",
    "note": "备注 说明",
}
PROBLEM_COLUMNS: Columns = {
    "serial": "序号 序 no",
    "unit": _UNIT + " 反映单位 提出单位",
    "concern": "问题或建议 事项类别 性质",
    "text": "内容 问题建议 问题和建议 反映内容 问题内容 建议内容 具体内容",
    "received_on": "收到日期 收到时间 提出日期 提出时间 反映日期 反映时间",
    "office": "承办组室 承办科室 承办单位 办理组室",
    "handler": "承办人 办理人 经办人",
    "due_on": "办理期限 办结期限 要求办结日期 答复期限",
    "reply": "答复 答复内容 答复意见 办理结果 处理结果",
    "closed_on": "办结日期 办结时间 答复日期 答复时间",
    "handling": "办理情况 办理状态",
    "note": "备注 说明",
}
LEAD_COLUMNS: Columns = {
    **_ABOUT,
    "unit": _UNIT + " 线索单位",
    "lead": "线索内容 线索 线索题目 经验做法 好经验好做法",
    "found_on": "线索日期 线索时间 发现日期 发现时间",
    "office": "主办组室 责任组室 组室",
    "assigned_on": "交办日期 交办时间",
    "shelved_on": "搁置日期 搁置时间",
    "shelved": "搁置原因",
    "lead_state": "线索状态",
}
TASK_COLUMNS: Columns = {
    "serial": "序号 序 no",
    "name": "姓名 人员姓名 责任人",
    "mark": "区分",
    "unit": _UNIT + " 所在单位 工作单位",
    "period": "任务期 考核期 任务期限 周期",
    "counting": "计数 计数口径 完成口径",
    "category": "类别 稿件类别",
    "target": "任务数 目标数 目标 任务篇数",
    "assigned_on": "下达日期 下达时间",
    "done": "完成数 已完成",
    "missing": "欠 欠交 差",
    "note": "备注 说明",
}
OBJECTION_COLUMNS: Columns = {
    **_ABOUT,
    "unit": _UNIT + " 异议单位",
    "objected_month": "异议月份 核对月份",
    "received_on": "收到日期 收到时间 提出日期 提出时间 异议日期",
    "raised_by": "提出人 异议人 核对人",
    "channel": "提出方式 方式",
    "points_kind": "积分事项 异议事项",
    "type": "扣分项目 扣分类型",
    "objection": "异议内容 异议 异议理由",
    "finding": "裁定 裁定结果 处理结果 裁定意见",
    "remedy": "处理方式 处理",
    "ruled_by": "裁定人 处理人",
    "ruled_on": "裁定日期 裁定时间 处理日期",
    "ruling_reason": "裁定理由 裁定原因 处理理由",
    "corrected_on": "更正登记日期",
    "objection_stand": "异议状态",
}
PICK_COLUMNS: Columns = {
    **_ABOUT,
    "unit": _UNIT,
    "category": "类别 稿件类别",
    "pick_month": "好稿月份 入选月份 推荐月份",
    "pick_reason": "推荐理由 好稿理由 入选理由 推荐原因 点评",
    "picked_by": "推荐人 点评人",
    "picked_on": "推荐日期 推荐时间 入选日期",
    "uploaded_on": "上传日期 上传时间",
}
MEETING_COLUMNS: Columns = {
    "serial": "序号 序 no",
    "held_on": "会议日期 会议时间 开会日期 召开日期 召开时间",
    "meeting_month": "通报月份 会议月份",
    "meeting_place": "地点 会议地点 开会地点",
    "host": "主持人 主持 会议主持 主持人员",
    "recorder": "记录人 记录 会议记录人 记录人员",
    "attendance": "参加人员 参会人员 出席人员 参加单位 参会单位 出席",
    "agenda": "议题 会议议题 会议议程 议程",
    "minutes": "会议内容 会议纪要 会议情况 内容",
    "note": "备注 说明",
}
RESOLUTION_COLUMNS: Columns = {
    "serial": "序号 序 no",
    "held_on": "会议日期 会议时间 开会日期 召开日期 召开时间",
    "resolution": "议定事项 决定事项 工作事项 事项",
    "who": "责任人 责任单位 负责人 承办单位 承办人",
    "due_on": "完成期限 完成时限 期限 截止日期 办理期限",
    "closed_on": "办结日期 完成日期 办结时间 完成时间",
    "result": "办理结果 完成情况 落实情况 办理情况",
    "resolution_state": "事项状态",
    "note": "备注 说明",
}
EXEMPTION_COLUMNS: Columns = {
    "serial": "序号 序 no",
    "unit": _UNIT,
    "month": "月份 免考核月份",
    "reason": "免考核原因 " + _REASON,
    "approver": "批准人 审批人 批准领导",
    "note": "备注 说明",
}
UNIT_COLUMNS: Columns = {
    "serial": "序号 序 no",
    "unit_id": "单位编号 单位代码",
    "unit_name": "单位名称 单位 名称",
    "group": "组别 分组 单位类别",
    "active_from": "启用月份 启用时间",
    "active_to": "停用月份 停用时间",
    "aliases": "别名 简称 其他名称",
    "old_names": "旧名 曾用名 原名",
    "history": "沿革",
    "quota": "月任务 每月任务 月度任务 每月任务数 月任务数 每月报送任务",
    "quota_from": "任务起始月份 任务起始 任务执行月份",
    "quota_reason": "任务依据 任务原因 另定原因",
    "order": "顺序 排序",
    "note": "备注 说明",
}
OUTLET_COLUMNS: Columns = {
    "serial": "序号 序 no",
    "outlet_id": "媒体编号 媒体代码",
    "outlet_name": "媒体名称 媒体 名称",
    "outlet_level": "级别 媒体级别",
    "kind": "种类 媒体种类",
    "own": "本级自办 是否自办",
    "weight": "权重",
    "aliases": "别名 简称 其他名称",
    "order": "顺序 排序",
    "note": "备注 说明",
}
PERSON_COLUMNS: Columns = {
    "serial": "序号 序 no",
    "name": "姓名 人员姓名",
    "mark": "区分",
    "unit": _UNIT + " 所在单位 工作单位",
    "duty": "身份 人员身份 职责 岗位 人员类别",
    "info_officer": "信息员 信息员姓名 组工信息员 组工信息宣传员 信息宣传员",
    "liaison": "联络员 联络员姓名",
    "phone": "办公电话 办公室电话 座机 固定电话",
    "mobile": "手机 手机号 手机号码 移动电话",
    "telephone": "联系电话 电话 联系方式 电话号码",
    "moved_from": "调自 原单位 调出单位",
    "post_since": "任职起 任职时间 任职日期 任职起始 到岗日期 起始日期",
    "post_until": "任职止 任职终止 离任日期 离岗日期 卸任日期 终止日期",
    "note": "备注 说明",
}
