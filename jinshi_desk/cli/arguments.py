"""What can be said on the command line."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from jinshi_desk import __version__
from jinshi_desk.cli import commands
from jinshi_desk.cli.meeting_arguments import add_meetings
from jinshi_desk.cli.objection_arguments import add_objections
from jinshi_desk.cli.out_files import out_file
from jinshi_desk.cli.quarter_arguments import add_quarter
from jinshi_desk.cli.rule_arguments import add_rehearse, add_rules
from jinshi_desk.cli.stages import STAGES
from jinshi_desk.cli.work_arguments import add_works
from jinshi_desk.cli.year_arguments import add_years, read_year
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.roster import Duty
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.trends import Measure
from jinshi_desk.domain.units import Group
from jinshi_desk.services.notice_files import Format
from jinshi_desk.usage import Parser as _Parser
from jinshi_desk.wording import CHANNEL

_GROUPS = [group.value for group in Group]
_DUTIES = [duty.value for duty in Duty]
_UNIT = "单位的新增、改名、合并、拆分、撤销和月任务，都从某个未关账的月份起。"

_APPROVAL = """jinshi-desk approval NUMBER… --out FILE.pdf
       jinshi-desk approval --blank A --copies N --out FILE.pdf
       jinshi-desk approval --batch [--month MONTH] [--unit UNIT] [--kind A] --out FILE.pdf
       jinshi-desk approval sign NUMBER STEP --signer NAME [--on DAY] [--verdict WORD] [--opinion TEXT]
       jinshi-desk approval withdraw NUMBER STEP --reason TEXT
       jinshi-desk approval void NUMBER --reason TEXT
       jinshi-desk approval attach NUMBER FILE
       jinshi-desk approval release NUMBER [--on DAY] [--at TIME] [--through WORD] [--by NAME] [--link URL]"""

Command = Callable[[argparse.Namespace], int]


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = _Parser(
        prog="jinshi-desk",
        description="津市组工信息台：组工信息登记、积分、任务进度和月通报。不带命令时打开窗口。",
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {__version__}", help="看版本")
    top.add_argument("--data", type=Path, metavar="FILE.jinshi", help="数据文件")
    words = top.add_subparsers(
        title="命令", dest="command", metavar="COMMAND", required=True, parser_class=_Parser
    )
    _office(words)
    _intake(words)
    _returns(words)
    _picks(words)
    _units(words)
    _people(words)
    _approvals(words)
    add_objections(words, _command)
    add_meetings(words, _command)
    add_works(words, _command)
    _lists(words)
    _month(words)
    add_quarter(words, _command, _formats)
    add_years(words, _command, _formats)
    return top


def _office(words: "argparse._SubParsersAction[_Parser]") -> None:
    _command(words, "init", commands.init, "建立数据文件，带默认单位、媒体和考核规则")
    demo = _command(words, "demo", commands.demo, "生成 2022 年示例数据、6 月通报和审批表样张")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help="放到哪个文件夹")
    demo.add_argument("--screens", action="store_true", help="另存每个页签的图片")
    add_rules(words, _command, _formats)
    add_rehearse(words, _command, read_year)
    _command(words, "templates", commands.templates, "把自带的版面抄到数据文件旁边，供本室改动")
    _with_json(_command(words, "verify", commands.verify, "检查数据文件、操作记录和账目是否一致"))


def _intake(words: "argparse._SubParsersAction[_Parser]") -> None:
    sheets = _with_json(_command(words, "import", commands.import_, "导入登记表（.xlsx .xls .csv）"))
    sheets.add_argument("files", type=Path, nargs="+", metavar="FILE")
    sheets.add_argument("--dry-run", action="store_true", help="只看结果，不写入")
    sheets.add_argument("--decisions", type=Path, metavar="FILE.json", help="待定行的决定")
    forms = "表中没有审批表一栏时：都齐全（all）或都没有（none）"
    sheets.add_argument("--forms", choices=["all", "none"], default="all", help=forms)
    sheets.add_argument("--claimed", action="store_true", help="采用先登为待核实，不计分")
    drafts = _with_json(_command(words, "log", commands.log, "登记稿件文件（.docx .txt），登为收稿"))
    drafts.add_argument("files", type=Path, nargs="+", metavar="FILE")
    drafts.add_argument("--dry-run", action="store_true", help="只看读出了什么，不写入")
    drafts.add_argument("--unit", metavar="UNIT", help="报送单位，文件里读不出时用")
    drafts.add_argument("--received-on", metavar="DAY", help="收稿日期，默认今天")


def _returns(words: "argparse._SubParsersAction[_Parser]") -> None:
    back = _with_json(_command(words, "return", commands.return_, "退回修改，打出可发群的退回文字"))
    back.add_argument("numbers", metavar="NUMBER", nargs="+", help="稿件编号")
    back.add_argument("--reason", action="append", default=[], metavar="TEXT", help="退回原因，可写多次")
    back.add_argument("--remark", default="", metavar="TEXT", help="另外要说的话")
    back.add_argument("--on", metavar="DAY", help="退回日期，默认今天")
    again = _with_json(_command(words, "resubmit", commands.resubmit, "退回的稿件重新收稿，原稿留底"))
    again.add_argument("number", metavar="NUMBER", help="稿件编号")
    again.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="改好的稿件（.docx .txt），没改内容可不写"
    )
    again.add_argument("--on", metavar="DAY", help="报回日期，默认今天")
    versions = _with_json(_command(words, "versions", commands.versions, "一篇稿件的历次稿，或比对其中两稿"))
    versions.add_argument("number", metavar="NUMBER", help="稿件编号")
    versions.add_argument("--compare", type=int, nargs=2, metavar=("A", "B"), help="比对第 A 稿和第 B 稿")
    remark = _command(words, "remark", commands.remark, "给一篇稿件的现稿记一条指导意见")
    remark.add_argument("number", metavar="NUMBER", help="稿件编号")
    remark.add_argument("text", metavar="TEXT", help="意见")
    remark.add_argument("--by", required=True, metavar="NAME", help="谁的意见")
    holidays = _with_json(_command(words, "holidays", commands.holidays, "一年的放假和调休上班，或改它"))
    holidays.add_argument("year", type=read_year, metavar="YEAR", help="年份，如 2022")
    holidays.add_argument(
        "--text", type=Path, metavar="FILE", help="放假通知或每行一天的文本，换掉全年；- 是标准输入"
    )
    holidays.add_argument(
        "--off", nargs="+", default=[], metavar="DAY", help="加上放假的日子，如 2022-06-03、6月3日至5日"
    )
    holidays.add_argument("--work", nargs="+", default=[], metavar="DAY", help="加上调休上班的日子")
    holidays.add_argument("--clear", action="store_true", help="先清空全年")


def _picks(words: "argparse._SubParsersAction[_Parser]") -> None:
    pick = _command(words, "pick", commands.pick, "列为好稿；已列的可改理由、记上传日期，--undo 取消")
    pick.add_argument("number", metavar="NUMBER", help="稿件编号")
    pick.add_argument("--reason", default="", metavar="TEXT", help="好在哪里；取消的原因")
    pick.add_argument("--month", metavar="MONTH", help="哪个月的好稿，如 2022-06；不写就是稿件计入的月份")
    pick.add_argument("--by", default="", metavar="NAME", help="推荐人")
    pick.add_argument("--uploaded-on", metavar="DAY", help="哪天上传到网站，可不写")
    pick.add_argument("--undo", action="store_true", help="取消，配 --reason")
    picks = _with_json(_command(words, "picks", commands.picks, "一个月的好稿，--out 打包正文"))
    picks.add_argument("month", metavar="MONTH", help="月份，如 2022-06")
    picks.add_argument("--out", type=Path, metavar="PATH", help="正文和目录打成一个压缩包，放进这个文件夹")
    picks.add_argument("--replace", action="store_true", help="已有同名的压缩包就替换")
    tag = _with_json(_command(words, "tag", commands.tag, "一篇稿件的选题；后面写了就换成写的"))
    tag.add_argument("number", metavar="NUMBER", help="稿件编号")
    tag.add_argument("tags", nargs="*", metavar="TAG", help="选题，可写多个")
    tag.add_argument("--clear", action="store_true", help="清掉全部选题")


def _units(words: "argparse._SubParsersAction[_Parser]") -> None:
    unit = words.add_parser("unit", help="单位管理：新增、改名、合并、拆分、撤销", description=_UNIT)
    acts = unit.add_subparsers(title="做什么", dest="act", metavar="ACT", required=True, parser_class=_Parser)
    add = _unit_act(acts, "add", "新增单位")
    add.add_argument("name", metavar="NAME", help="单位名称")
    add.add_argument("--group", choices=_GROUPS, required=True, help="镇街、市直、部机关组室")
    add.add_argument("--alias", action="append", default=[], metavar="NAME", help="别名，可写多次")
    rename = _unit_act(acts, "rename", "改名；以前的通报仍印旧名")
    rename.add_argument("unit", metavar="UNIT", help="单位（名称或编号）")
    rename.add_argument("name", metavar="NAME", help="新名称")
    merge = _unit_act(acts, "merge", "合并；合并后的单位结转各家累计分的平均数")
    merge.add_argument("units", metavar="UNIT", nargs="+", help="被合并的单位")
    merge.add_argument("--into", required=True, metavar="NAME", help="并入的单位，或合并后的新名称")
    split = _unit_act(acts, "split", "拆分；新单位各结转原单位全部累计分")
    split.add_argument("unit", metavar="UNIT", help="被拆分的单位")
    split.add_argument("--into", required=True, nargs="+", metavar="NAME", help="拆成的新单位")
    split.add_argument("--stays", action="store_true", help="原单位保留")
    _unit_act(acts, "abolish", "撤销").add_argument("unit", metavar="UNIT", help="被撤销的单位")
    quota = _unit_act(acts, "quota", "定单位自己的月任务；以前的月份不变")
    quota.add_argument("unit", metavar="UNIT", help="单位（名称或编号）")
    quota.add_argument("quota", metavar="N", type=_drafts, help="每月几条；写 group 则又按组别")
    quota.add_argument("--reason", required=True, metavar="TEXT", help="为什么另定")
    edit = _unit_act(acts, "edit", "改组别、别名、旧名；写了哪项改哪项", dated=False)
    edit.add_argument("unit", metavar="UNIT", help="单位（名称或编号）")
    edit.add_argument("--group", choices=_GROUPS, help="镇街、市直、部机关组室")
    edit.add_argument("--from", dest="since", metavar="MONTH", help="换组从哪个月起，如 2022-07")
    edit.add_argument("--alias", action="append", metavar="NAME", help="别名，可写多次，写空则清掉")
    edit.add_argument("--old-name", action="append", metavar="NAME", help="旧名，可写多次，写空则清掉")


def _people(words: "argparse._SubParsersAction[_Parser]") -> None:
    about = "名册：谁是信息员、联络员，从哪天起；调动、离岗和合并同一人。人写姓名或编号（list people）。"
    person = words.add_parser("person", help="名册：指定、交接、调动、离岗、合并", description=about)
    acts = person.add_subparsers(
        title="做什么", dest="act", metavar="ACT", required=True, parser_class=_Parser
    )
    appoint = _person_act(acts, "appoint", "指定信息员、联络员、分管领导、主要负责人；不写身份的只登记在册")
    appoint.add_argument("unit", metavar="UNIT", help="单位（名称或编号）")
    appoint.add_argument("name", metavar="NAME", help="姓名")
    appoint.add_argument("--duty", choices=_DUTIES, help="担任什么")
    appoint.add_argument("--from", dest="since", metavar="DAY", help="从哪天起，如 2022-07-01")
    hand_over = _person_act(acts, "handover", "交接：上一任到前一天为止")
    hand_over.add_argument("unit", metavar="UNIT", help="单位（名称或编号）")
    hand_over.add_argument("name", metavar="NAME", help="接手的人")
    hand_over.add_argument("--duty", choices=_DUTIES, help="交接什么，默认是该单位的信息员、联络员")
    hand_over.add_argument("--from", dest="since", required=True, metavar="DAY", help="从哪天起")
    for act in (appoint, hand_over):
        act.add_argument("--phone", default="", metavar="NUMBER", help="办公电话")
        act.add_argument("--mobile", default="", metavar="NUMBER", help="手机，可不写")
        act.add_argument("--mark", default="", metavar="WORD", help="同一单位有同名的人时，用来区分的词")
    move = _person_act(acts, "move", "调动：得分随人走，原单位的职责到前一天为止")
    move.add_argument("person", metavar="PERSON", help="姓名或编号")
    move.add_argument("--unit", metavar="UNIT", help="现在的单位，有同名的人时写")
    move.add_argument("--to", required=True, metavar="UNIT", help="调到哪个单位")
    move.add_argument("--from", dest="since", required=True, metavar="DAY", help="从哪天起")
    move.add_argument("--phone", default="", metavar="NUMBER", help="新的办公电话")
    leave = _person_act(acts, "leave", "离岗：姓名留在以前的记录里")
    leave.add_argument("person", metavar="PERSON", help="姓名或编号")
    leave.add_argument("--unit", metavar="UNIT", help="单位，有同名的人时写")
    leave.add_argument("--on", dest="until", required=True, metavar="DAY", help="最后一天")
    leave.add_argument("--stays", action="store_true", help="人还在单位，只是不再担任")
    join = _person_act(acts, "join", "合并为同一人：两次登记的得分算在一起")
    join.add_argument("person", metavar="PERSON", help="并过去的一个（姓名或编号）")
    join.add_argument("into", metavar="PERSON", help="留下的一个（姓名或编号）")
    join.add_argument("--reason", required=True, metavar="TEXT", help="为什么是同一人")
    part = _person_act(acts, "part", "分开：上次合并错了")
    part.add_argument("person", metavar="PERSON", help="姓名或编号")


def _person_act(acts: "argparse._SubParsersAction[_Parser]", name: str, text: str) -> _Parser:
    return _with_json(_command(acts, name, commands.person, text))


def _drafts(text: str) -> int | None:
    """Read a quota; none is its group's."""
    if text == "group":
        return None
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是整数") from None


def _unit_act(
    acts: "argparse._SubParsersAction[_Parser]", name: str, text: str, *, dated: bool = True
) -> _Parser:
    act = _with_json(_command(acts, name, commands.unit, text))
    if dated:
        month = "从哪个月起，如 2022-07；写日期则从第一个整月起"
        act.add_argument("--from", dest="since", required=True, metavar="MONTH", help=month)
    return act


def _approvals(words: "argparse._SubParsersAction[_Parser]") -> None:
    text = "审批表：打印、空白表、登记签批、作废"
    command = _with_json(_command(words, "approval", commands.approval, text, usage=_APPROVAL))
    act = "编号（审批表或稿件的，可写多个），或 sign、withdraw、void、attach、release 加编号"
    command.add_argument("words", nargs="*", metavar="NUMBER", help=act)
    command.add_argument("--out", type=out_file(".pdf"), metavar="FILE.pdf", help="存到哪个文件")
    kinds = [kind.value for kind in FormKind]
    command.add_argument("--blank", choices=kinds, help="空白表：A 报送、B 部机关发布、C 三审")
    command.add_argument("--copies", type=int, default=1, metavar="N", help="空白表印几份，默认 1")
    command.add_argument("--batch", action="store_true", help="成批打印，配 --month --unit --kind")
    command.add_argument("--month", metavar="MONTH", help="只要这个月，如 2022-06")
    command.add_argument("--unit", metavar="UNIT", help="只要这个单位（名称或编号）")
    command.add_argument("--kind", choices=kinds, help="只要这种表；给稿件开表时开这种")
    command.add_argument("--signer", metavar="NAME", help="签批人")
    command.add_argument("--on", metavar="DAY", help="签批、发出的日期，默认今天")
    command.add_argument("--verdict", metavar="WORD", help="通过（默认）、退回修改、不采用、留用")
    command.add_argument("--opinion", metavar="TEXT", help="意见；不通过的必写")
    command.add_argument("--same-person", metavar="TEXT", help="三审由同一人签两审的原因")
    command.add_argument("--reason", metavar="TEXT", help="撤回、作废的原因")
    command.add_argument("--at", metavar="TIME", help="推送的时间，如 18:30，三审表必写")
    command.add_argument("--through", metavar="WORD", help="从什么渠道发出")
    command.add_argument("--by", metavar="NAME", help="发布人")
    command.add_argument("--link", metavar="TEXT", help="发出后的链接")
    command.set_defaults(misuse=command.error)


def _lists(words: "argparse._SubParsersAction[_Parser]") -> None:
    listed = _with_json(_command(words, "list", commands.list_, "列出台账"))
    export = _command(words, "export", commands.export, "台账另存为 .xlsx")
    kinds = (
        "drafts adoptions instructions commissions deductions corrections objections problems leads tasks"
        " picks meetings resolutions retractions approvals units outlets people roster exemptions reminders"
        " returns"
    )
    for command, also in ((listed, " versions remarks holidays rules"), (export, " points board all")):
        command.add_argument("kind", metavar="KIND", help=kinds + also)
        command.add_argument("--month", metavar="MONTH", help="只要这个月，如 2022-06")
        command.add_argument("--unit", metavar="UNIT", help="只要这个单位（名称或编号）")
    export.add_argument(
        "--out", type=out_file(".xlsx"), required=True, metavar="FILE.xlsx", help="存到哪个文件"
    )


def _month(words: "argparse._SubParsersAction[_Parser]") -> None:
    described: Sequence[tuple[str, Command, str]] = (
        ("figures", commands.figures, "一个月的全部数字"),
        ("quota", commands.quota, "一个月的任务完成情况"),
        ("points", commands.points, "一个月的积分"),
    )
    for name, run, help_text in described:
        command = _with_json(_command(words, name, run, help_text))
        command.add_argument("month", metavar="MONTH", help="月份，如 2022-06")
        if name == "points":
            command.add_argument("--explain", metavar="UNIT", help="这个单位的分怎么来的")
    explain = _with_json(
        _command(words, "explain", commands.explain, "这个数、这些分怎么来的：逐行列出，加起来就是它")
    )
    explain.add_argument(
        "unit", nargs="?", metavar="UNIT", help="单位（名称或编号），或稿件编号；不写则看全部数字"
    )
    span = explain.add_mutually_exclusive_group()
    span.add_argument("--month", metavar="MONTH", help="月份，如 2022-06")
    span.add_argument("--quarter", metavar="QUARTER", help="季度，如 2022Q2")
    span.add_argument("--year", type=read_year, metavar="YEAR", help="年份，如 2022，含结转")
    explain.add_argument("--figure", metavar="KEY", help="数字的代号；只写 --month 就列出全部代号")
    explain.set_defaults(misuse=explain.error)
    remind = _command(words, "remind", commands.remind, "催报：欠报单位的催报单，全部一张和每家一张")
    remind.add_argument("month", metavar="MONTH", help="月份，如 2022-06")
    stages = "15 提醒、25 催报、overdue 逾期、final 最后；不写按今天的日子"
    remind.add_argument("--stage", choices=list(STAGES), help=stages)
    remind.add_argument("--unit", action="append", metavar="UNIT", help="只催这个单位，可写多次")
    remind.add_argument("--out", type=Path, metavar="DIR", help="放到哪个文件夹")
    remind.add_argument("--text", action="store_true", help="另打出并存下贴到工作群的文字")
    remind.add_argument("--sent", action="store_true", help="记为已催，配 --by --how")
    remind.add_argument("--by", default="", metavar="NAME", help="经办人")
    hows = "、".join(f"{channel} {word}" for channel, word in CHANNEL.items())
    remind.add_argument("--how", choices=list(CHANNEL), default=Channel.GROUP, help=f"{hows}，默认 group")
    remind.add_argument("--on", metavar="DAY", help="哪天催的，默认今天")
    remind.add_argument("--remark", default="", metavar="TEXT", help="备注")
    remind.set_defaults(misuse=remind.error)
    trends = _with_json(_command(words, "trends", commands.trends, "趋势：一年各月与上年，可存图片、表格"))
    trends.add_argument("year", type=read_year, metavar="YEAR", help="年份，如 2022")
    trends.add_argument(
        "--measure", choices=[each.value for each in Measure], default="valid", help="图片画哪一项，默认有效"
    )
    of = trends.add_mutually_exclusive_group()
    of.add_argument("--group", choices=_GROUPS, help="只要镇街、市直、部机关组室")
    of.add_argument("--unit", metavar="UNIT", help="只要这个单位（名称或编号）")
    trends.add_argument(
        "--out", type=out_file(".png", ".xlsx"), metavar="FILE", help="存到哪个 .png 或 .xlsx 文件"
    )
    close = _with_json(_command(words, "close", commands.close, "关账：一个月的账和通报从此不再变动"))
    close.add_argument("month", metavar="MONTH", help="月份，如 2022-06")
    close.add_argument("--accept-open-items", action="store_true", help="还有没办完的也照样关")
    issue = _with_json(_command(words, "issue", commands.issue, "印发：记下已关账月份的文号和日期，只记一次"))
    issue.add_argument("month", metavar="MONTH", help="月份，如 2022-06")
    issue.add_argument("--number", metavar="NUMBER", help="文号，如 津组通〔2022〕6号；不写就接着上一个")
    issue.add_argument("--on", metavar="DATE", help="印发日期，如 2022-07-05；不写就是今天")
    reopen = _with_json(_command(words, "reopen", commands.reopen, "重新开账：最后关账、还没印发的月份"))
    reopen.add_argument("month", metavar="MONTH", help="月份，如 2022-06")
    reopen.add_argument("--reason", metavar="REASON", required=True, help="原因，经谁同意")
    _unit_sheet(words)
    bulletin = _command(words, "bulletin", commands.bulletin, "生成月通报")
    bulletin.add_argument("month", metavar="MONTH", help="月份，如 2022-06")
    bulletin.add_argument("--out", type=Path, required=True, metavar="DIR", help="放到哪个文件夹")
    three = tuple(Format)
    bulletin.add_argument("--format", type=_formats, default=three, help="如 pdf,docx（默认三种都要）")


def _unit_sheet(words: "argparse._SubParsersAction[_Parser]") -> None:
    sheet = _command(words, "unit-sheet", commands.unit_sheet, "核对单：一个月的来稿、积分、名次，每单位一页")
    sheet.add_argument("month", metavar="MONTH", help="月份，如 2022-06")
    sheet.add_argument("units", nargs="*", metavar="UNIT", help="单位，不写就是全部")
    sheet.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help="存到哪个 .pdf 或 .xlsx 文件，配 --each 写文件夹",
    )
    sheet.add_argument("--each", action="store_true", help="每个单位一个文件，--out 写文件夹")
    sheet.add_argument("--changed", action="store_true", help="只要发后有变的单位")
    sheet.add_argument("--duplex", action="store_true", help="双面打印：每个单位从正面起")
    sheet.add_argument(
        "--sent", action="store_true", help="记为已发，配 --by --how；再看时列出发后有变的单位"
    )
    sheet.add_argument("--by", default="", metavar="NAME", help="经办人")
    ways = [each.value for each in Channel]
    sheet.add_argument("--how", choices=ways, default=Channel.PAPER.value, help="怎么发的，默认纸质")
    sheet.add_argument("--days", type=int, metavar="N", help="几个工作日内可提异议，默认 3；写了就记住")
    sheet.set_defaults(misuse=sheet.error)


def _command(
    words: "argparse._SubParsersAction[_Parser]",
    name: str,
    run: Command,
    text: str,
    usage: str | None = None,
) -> _Parser:
    command = words.add_parser(name, help=text, description=text, usage=usage)
    command.set_defaults(run=run)
    # the data file may be named before or after the command
    hidden = argparse.SUPPRESS
    command.add_argument("--data", type=Path, metavar="FILE", default=hidden, help=hidden)
    return command


def _with_json(command: _Parser) -> _Parser:
    command.add_argument("--json", action="store_true", help="输出 JSON")
    return command


def _formats(text: str) -> tuple[Format, ...]:
    try:
        return tuple(Format(name.strip()) for name in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”里有不认识的格式") from None
