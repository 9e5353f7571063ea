"""The lists that go out as sheets: their columns, headed so that the importer knows them again (§7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinshi_desk.sheets.columns import Column
from jinshi_desk.sheets.columns import ColumnKind as Kind


@dataclass(frozen=True, slots=True)
class Export:
    """A list that can be exported: its name on the sheet and its columns in order."""

    title: str
    columns: tuple[Column, ...]


DRAFTS = Export(
    "报送登记",
    (
        Column("编号", Kind.TEXT, 11),
        Column("报送单位", Kind.TEXT, 20),
        Column("标题", Kind.TEXT, 48),
        Column("类别", Kind.TEXT, 10),
        Column("体裁", Kind.TEXT, 10),
        Column("作者", Kind.TEXT, 20),
        Column("报送日期", Kind.DATE, 12),
        Column("字数", Kind.WHOLE, 8),
        Column("来源", Kind.TEXT, 8),
        Column("审批表", Kind.TEXT, 8),
        Column("补报", Kind.TEXT, 6),
        Column("状态", Kind.TEXT, 10),
        Column("状态原因", Kind.TEXT, 16),
        Column("图片附件", Kind.TEXT, 20),
        Column("选题", Kind.TEXT, 20),
        Column("备注", Kind.TEXT, 24),
    ),
)
ADOPTIONS = Export(
    "采用台账",
    (
        Column("稿件编号", Kind.TEXT, 11),
        Column("标题", Kind.TEXT, 44),
        Column("单位", Kind.TEXT, 20),
        Column("作者", Kind.TEXT, 18),
        Column("类别", Kind.TEXT, 10),
        Column("采用媒体", Kind.TEXT, 22),
        Column("级别", Kind.TEXT, 8),
        Column("采用方式", Kind.TEXT, 12),
        Column("版面位置", Kind.TEXT, 10),
        Column("采用日期", Kind.DATE, 12),
        Column("登记日期", Kind.DATE, 12),
        Column("版面或链接", Kind.TEXT, 24),
        Column("凭据", Kind.TEXT, 16),
        Column("核实", Kind.TEXT, 6),
    ),
)
UNITS = Export(
    "单位名单",
    (
        Column("单位编号", Kind.TEXT, 12),
        Column("单位名称", Kind.TEXT, 26),
        Column("组别", Kind.TEXT, 14),
        Column("启用月份", Kind.MONTH, 10),
        Column("停用月份", Kind.MONTH, 10),
        Column("别名", Kind.TEXT, 40),
        Column("旧名", Kind.TEXT, 24),
        Column("沿革", Kind.TEXT, 48),
        Column("月任务", Kind.WHOLE, 8),
        Column("任务起始月份", Kind.MONTH, 12),
        Column("任务依据", Kind.TEXT, 24),
        Column("顺序", Kind.WHOLE, 6),
    ),
)
OUTLETS = Export(
    "媒体名单",
    (
        Column("媒体编号", Kind.TEXT, 12),
        Column("媒体名称", Kind.TEXT, 28),
        Column("级别", Kind.TEXT, 8),
        Column("种类", Kind.TEXT, 10),
        Column("本级自办", Kind.TEXT, 10),
        Column("权重", Kind.POINTS, 8),
        Column("别名", Kind.TEXT, 48),
        Column("顺序", Kind.WHOLE, 6),
    ),
)
EXEMPTIONS = Export(
    "免考核",
    (
        Column("单位", Kind.TEXT, 26),
        Column("月份", Kind.MONTH, 10),
        Column("原因", Kind.TEXT, 48),
        Column("批准人", Kind.TEXT, 14),
    ),
)
INSTRUCTIONS = Export(
    "领导批示",
    (
        Column("稿件编号", Kind.TEXT, 11),
        Column("标题", Kind.TEXT, 44),
        Column("单位", Kind.TEXT, 20),
        Column("批示级别", Kind.TEXT, 10),
        Column("批示领导", Kind.TEXT, 14),
        Column("批示日期", Kind.DATE, 12),
        Column("登记日期", Kind.DATE, 12),
        Column("凭据", Kind.TEXT, 20),
    ),
)
COMMISSIONS = Export(
    "约稿",
    (
        Column("单位", Kind.TEXT, 20),
        Column("约稿题目", Kind.TEXT, 40),
        Column("下达日期", Kind.DATE, 12),
        Column("截止日期", Kind.DATE, 12),
        Column("交稿日期", Kind.DATE, 12),
        Column("稿件编号", Kind.TEXT, 11),
        Column("标题", Kind.TEXT, 40),
        Column("未交日期", Kind.DATE, 12),
        Column("完成情况", Kind.TEXT, 10),
    ),
)
DEDUCTIONS = Export(
    "扣分登记",
    (
        Column("单位", Kind.TEXT, 20),
        Column("稿件编号", Kind.TEXT, 11),
        Column("标题", Kind.TEXT, 40),
        Column("扣分项目", Kind.TEXT, 22),
        Column("分值", Kind.POINTS, 8),
        Column("原因", Kind.TEXT, 40),
        Column("凭据", Kind.TEXT, 16),
        Column("提出日期", Kind.DATE, 12),
        Column("提出人", Kind.TEXT, 12),
        Column("确认日期", Kind.DATE, 12),
        Column("确认人", Kind.TEXT, 12),
        Column("不予扣分原因", Kind.TEXT, 20),
        Column("状态", Kind.TEXT, 10),
    ),
)
CORRECTIONS = Export(
    "更正",
    (
        Column("单位", Kind.TEXT, 20),
        Column("更正月份", Kind.MONTH, 10),
        Column("差额", Kind.POINTS, 8),
        Column("原因", Kind.TEXT, 40),
        Column("登记日期", Kind.DATE, 12),
        Column("计入月份", Kind.MONTH, 10),
    ),
)
PROBLEMS = Export(
    "问题建议",
    (
        Column("单位", Kind.TEXT, 20),
        Column("问题或建议", Kind.TEXT, 10),
        Column("内容", Kind.TEXT, 48),
        Column("收到日期", Kind.DATE, 12),
        Column("承办组室", Kind.TEXT, 16),
        Column("承办人", Kind.TEXT, 12),
        Column("办理期限", Kind.DATE, 12),
        Column("答复", Kind.TEXT, 40),
        Column("办结日期", Kind.DATE, 12),
        Column("办理情况", Kind.TEXT, 10),
    ),
)
LEADS = Export(
    "线索",
    (
        Column("单位", Kind.TEXT, 20),
        Column("线索内容", Kind.TEXT, 44),
        Column("线索日期", Kind.DATE, 12),
        Column("主办组室", Kind.TEXT, 16),
        Column("交办日期", Kind.DATE, 12),
        Column("稿件编号", Kind.TEXT, 11),
        Column("标题", Kind.TEXT, 44),
        Column("搁置日期", Kind.DATE, 12),
        Column("搁置原因", Kind.TEXT, 20),
        Column("线索状态", Kind.TEXT, 10),
    ),
)
TASKS = Export(
    "任务到人",
    (
        Column("姓名", Kind.TEXT, 14),
        Column("区分", Kind.TEXT, 12),
        Column("单位", Kind.TEXT, 20),
        Column("任务期", Kind.TEXT, 16),
        Column("计数", Kind.TEXT, 8),
        Column("类别", Kind.TEXT, 10),
        Column("任务数", Kind.WHOLE, 8),
        Column("下达日期", Kind.DATE, 12),
        Column("完成数", Kind.WHOLE, 8),
        Column("欠", Kind.WHOLE, 6),
    ),
)
OBJECTIONS = Export(
    "异议登记",
    (
        Column("单位", Kind.TEXT, 20),
        Column("异议月份", Kind.MONTH, 10),
        Column("收到日期", Kind.DATE, 12),
        Column("提出人", Kind.TEXT, 12),
        Column("提出方式", Kind.TEXT, 10),
        Column("稿件编号", Kind.TEXT, 11),
        Column("标题", Kind.TEXT, 40),
        Column("积分事项", Kind.TEXT, 10),
        Column("扣分项目", Kind.TEXT, 18),
        Column("异议内容", Kind.TEXT, 44),
        Column("裁定", Kind.TEXT, 10),
        Column("处理方式", Kind.TEXT, 12),
        Column("裁定人", Kind.TEXT, 12),
        Column("裁定日期", Kind.DATE, 12),
        Column("裁定理由", Kind.TEXT, 40),
        Column("更正登记日期", Kind.DATE, 12),
        Column("异议状态", Kind.TEXT, 10),
    ),
)
PICKS = Export(
    "好稿",
    (
        Column("好稿月份", Kind.MONTH, 10),
        Column("稿件编号", Kind.TEXT, 11),
        Column("标题", Kind.TEXT, 44),
        Column("单位", Kind.TEXT, 20),
        Column("作者", Kind.TEXT, 18),
        Column("类别", Kind.TEXT, 10),
        Column("采用媒体", Kind.TEXT, 22),
        Column("采用日期", Kind.DATE, 12),
        Column("推荐理由", Kind.TEXT, 48),
        Column("推荐人", Kind.TEXT, 12),
        Column("推荐日期", Kind.DATE, 12),
        Column("上传日期", Kind.DATE, 12),
    ),
)
PICK_INDEX = Export(
    "好稿目录",
    (
        Column("序号", Kind.WHOLE, 6),
        Column("稿件编号", Kind.TEXT, 11),
        Column("标题", Kind.TEXT, 44),
        Column("单位", Kind.TEXT, 20),
        Column("作者", Kind.TEXT, 18),
        Column("类别", Kind.TEXT, 10),
        Column("采用媒体", Kind.TEXT, 36),
        Column("推荐理由", Kind.TEXT, 48),
        Column("推荐人", Kind.TEXT, 12),
        Column("上传日期", Kind.DATE, 12),
        Column("正文文件", Kind.TEXT, 36),
        Column("图片附件", Kind.TEXT, 20),
    ),
)
"""What lies beside the texts of a month's good drafts; no ledger that is read back."""
MEETINGS = Export(
    "例会记录",
    (
        Column("会议日期", Kind.DATE, 12),
        Column("通报月份", Kind.MONTH, 10),
        Column("地点", Kind.TEXT, 18),
        Column("主持人", Kind.TEXT, 12),
        Column("记录人", Kind.TEXT, 12),
        Column("参加人员", Kind.TEXT, 40),
        Column("议题", Kind.TEXT, 44),
        Column("会议内容", Kind.TEXT, 60),
    ),
)
RESOLUTIONS = Export(
    "议定事项",
    (
        Column("会议日期", Kind.DATE, 12),
        Column("议定事项", Kind.TEXT, 48),
        Column("责任人", Kind.TEXT, 20),
        Column("完成期限", Kind.DATE, 12),
        Column("办结日期", Kind.DATE, 12),
        Column("办理结果", Kind.TEXT, 40),
        Column("事项状态", Kind.TEXT, 10),
    ),
)
RETRACTIONS = Export(
    "撤稿删除",
    (
        Column("稿件编号", Kind.TEXT, 11),
        Column("标题", Kind.TEXT, 44),
        Column("单位", Kind.TEXT, 20),
        Column("媒体", Kind.TEXT, 22),
        Column("采用日期", Kind.DATE, 12),
        Column("撤稿日期", Kind.DATE, 12),
    ),
)
RETURNS = Export(
    "退回修改",
    (
        Column("稿件编号", Kind.TEXT, 11),
        Column("标题", Kind.TEXT, 44),
        Column("单位", Kind.TEXT, 20),
        Column("稿次", Kind.WHOLE, 6),
        Column("退回日期", Kind.DATE, 12),
        Column("原因", Kind.TEXT, 28),
        Column("另外说明", Kind.TEXT, 28),
        Column("报回期限", Kind.DATE, 12),
        Column("已报回", Kind.TEXT, 8),
    ),
)
APPROVALS = Export(
    "审批表",
    (
        Column("表号", Kind.TEXT, 16),
        Column("表种", Kind.TEXT, 16),
        Column("标题", Kind.TEXT, 40),
        Column("单位", Kind.TEXT, 18),
        Column("稿件编号", Kind.TEXT, 12),
        Column("状态", Kind.TEXT, 10),
        Column("已签", Kind.TEXT, 6),
        Column("等谁签", Kind.TEXT, 14),
        Column("等候起", Kind.DATE, 12),
        Column("问谁", Kind.TEXT, 10),
        Column("打印日期", Kind.DATE, 12),
        Column("签批", Kind.TEXT, 44),
        Column("签齐日期", Kind.DATE, 12),
        Column("发出日期", Kind.DATE, 12),
        Column("存放", Kind.TEXT, 16),
        Column("作废原因", Kind.TEXT, 16),
    ),
)
PEOPLE = Export(
    "人员",
    (
        Column("姓名", Kind.TEXT, 14),
        Column("区分", Kind.TEXT, 12),
        Column("单位", Kind.TEXT, 26),
        Column("身份", Kind.TEXT, 12),
        Column("办公电话", Kind.TEXT, 16),
        Column("手机", Kind.TEXT, 14),
        Column("任职起", Kind.DATE, 12),
        Column("任职止", Kind.DATE, 12),
        Column("调自", Kind.TEXT, 26),
    ),
)
ROSTER = Export(
    "名册",
    (
        Column("单位", Kind.TEXT, 26),
        Column("组别", Kind.TEXT, 14),
        Column("身份", Kind.TEXT, 10),
        Column("姓名", Kind.TEXT, 14),
        Column("办公电话", Kind.TEXT, 16),
        Column("手机", Kind.TEXT, 14),
        Column("任职起", Kind.DATE, 12),
        Column("分管领导", Kind.TEXT, 14),
        Column("主要负责人", Kind.TEXT, 14),
        Column("情况", Kind.TEXT, 8),
    ),
)
POINTS = Export(
    "积分台账",
    (
        Column("单位", Kind.TEXT, 22),
        Column("月份", Kind.MONTH, 10),
        Column("事项", Kind.TEXT, 14),
        Column("稿件", Kind.TEXT, 44),
        Column("依据", Kind.TEXT, 48),
        Column("分值", Kind.POINTS, 8),
        Column("累计", Kind.POINTS, 8),
    ),
)
BOARD = Export(
    "任务进度",
    (
        Column("单位", Kind.TEXT, 22),
        Column("组别", Kind.TEXT, 12),
        *(Column(f"{number}月", Kind.WHOLE, 6) for number in range(1, 13)),
        Column("达标月数", Kind.WHOLE, 10),
        Column("应报月数", Kind.WHOLE, 10),
        Column("未达标月份", Kind.TEXT, 30),
        Column("补报完成月份", Kind.TEXT, 18),
    ),
)
REMINDERS = Export(
    "催报记录",
    (
        Column("月份", Kind.MONTH, 10),
        Column("催报日期", Kind.DATE, 12),
        Column("阶段", Kind.TEXT, 8),
        Column("单位", Kind.TEXT, 26),
        Column("任务", Kind.WHOLE, 6),
        Column("当时已报", Kind.WHOLE, 10),
        Column("当时还缺", Kind.WHOLE, 10),
        Column("方式", Kind.TEXT, 8),
        Column("经办人", Kind.TEXT, 12),
        Column("催后来稿", Kind.WHOLE, 10),
        Column("备注", Kind.TEXT, 30),
    ),
)
EXPORTS: Mapping[str, Export] = {
    "drafts": DRAFTS,
    "adoptions": ADOPTIONS,
    "units": UNITS,
    "outlets": OUTLETS,
    "exemptions": EXEMPTIONS,
    "instructions": INSTRUCTIONS,
    "commissions": COMMISSIONS,
    "deductions": DEDUCTIONS,
    "corrections": CORRECTIONS,
    "problems": PROBLEMS,
    "leads": LEADS,
    "tasks": TASKS,
    "objections": OBJECTIONS,
    "picks": PICKS,
    "meetings": MEETINGS,
    "resolutions": RESOLUTIONS,
    "retractions": RETRACTIONS,
    "reminders": REMINDERS,
    "returns": RETURNS,
    "approvals": APPROVALS,
    "people": PEOPLE,
    "roster": ROSTER,
    "points": POINTS,
    "board": BOARD,
}
"""By the word that ``export`` takes."""
