"""Rows of the other ledgers: what comes in, what asks, what an undone batch leaves."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from jinshi_desk.domain.errors import BatchChanged, MonthClosed
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.registers import Action, RowReading
from jinshi_desk.domain.roster_acts import Appoint, Correct, Newcomer
from jinshi_desk.services.importing import BatchAnswers, Decisions, ImportDesk, OpenSheet
from jinshi_desk.services.lists import ListDesk, Scope
from jinshi_desk.sheet_words import flag_phrase
from tests.office import JUNE, MAY, Office, unit_id

Book = Callable[..., Path]

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "drafts": ("稿件编号", "报送单位", "标题", "类别", "作者", "报送日期"),
    "adoptions": ("标题", "单位", "采用媒体", "采用日期"),
    "instructions": ("稿件", "单位", "批示级别", "批示领导", "批示日期", "登记日期", "凭据"),
    "commissions": ("单位", "约稿内容", "下达日期", "截止日期", "完成日期", "稿件编号/标题", "完成情况"),
    "deductions": (
        "单位",
        "扣分类型",
        "分值",
        "原因",
        "稿件",
        "凭据",
        "提出日期",
        "提出人",
        "确认日期",
        "确认人",
    ),
    "retractions": ("稿件", "单位", "媒体", "撤稿日期"),
    "corrections": ("单位", "更正月份", "差额", "原因", "登记日期"),
    "problems": (
        "反映单位",
        "性质",
        "反映内容",
        "提出日期",
        "承办科室",
        "承办人",
        "办理期限",
        "处理结果",
        "办结时间",
    ),
    "leads": ("线索单位", "经验做法", "发现日期", "责任组室", "交办日期", "稿件", "搁置日期", "搁置原因"),
    "tasks": ("责任人", "工作单位", "周期", "完成口径", "类别", "任务篇数", "下达时间"),
    "exemptions": ("单位", "月份", "原因", "批准人"),
    "units": ("单位编号", "单位名称", "组别", "启用月份", "别名", "每月任务", "任务起始月份", "任务依据"),
    "outlets": ("媒体编号", "媒体名称", "级别", "种类", "别名"),
    "people": ("姓名", "单位", "身份", "联系电话", "手机号码", "任职时间", "离任日期", "区分", "原单位"),
}
"""The headings an office of its own writes, ledger by ledger."""
ROWS: Mapping[str, tuple[object, ...]] = {
    "instructions": ("屋场夜话", "药山镇", "省级领导", "高样二", "2022.6.24", "6月26日", "批示件"),
    "commissions": ("药山", "联建经验", "6月1日", "6月20日", "6月18日", "《屋场夜话》", "按时"),
    "deductions": (
        "药山镇",
        "文字差错",
        "扣1.5分",
        "错别字",
        None,
        None,
        "6月20日",
        "陈示四",
        "6月21日",
        "高样二",
    ),
    "retractions": ("屋场夜话", "药山镇", "红星网", "2022-06-25"),
    "corrections": ("药山镇", "2022年5月", "−2.5分", "多记一篇", "2022-06-30"),
    "problems": (
        "药山镇",
        "意见",
        "建议办写作班",
        "6月3日",
        "研究室",
        "陈示四",
        "6月20日",
        "七月办",
        "6月18日",
    ),
    "leads": ("药山镇", "屋场夜话的做法", "6月1日", "研究室", "6月2日", "屋场夜话", None, None),
    "tasks": ("周试一", "药山镇", "2022年第三季度", "上稿", "真言", "2篇", "2022.6.30"),
    "exemptions": ("药山镇", "6月", "防汛", "高样二"),
    "units": ("XD", "新单位办", "市直", "2022年1月", "新办、新单", "3条", "2022年6月", "人员较多"),
    "outlets": ("xbk", "新报刊", "省", "报纸", "新刊"),
    "people": (
        "王　五",
        "药山镇",
        "信息宣传员",
        "0736—421 0001",
        "138 0000 0000",
        "2022.3.1",
        None,
        None,
        None,
    ),
}
"""A good row of each, in the words of those who write them."""


@pytest.fixture
def imports(office: Office) -> ImportDesk:
    return ImportDesk(office.store, office.register, office.adoption, office.today)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Write a workbook of one sheet per ledger, each with the rows given."""

    def write(**sheets: list[tuple[object, ...]]) -> Path:
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        for ledger, rows in sheets.items():
            page = workbook.create_sheet(ledger)
            page.append(["2022年6月台账"])
            page.append(HEADINGS[ledger])
            for row in rows:
                page.append(row)
        workbook.save(tmp_path / "台账.xlsx")
        return tmp_path / "台账.xlsx"

    return write


@pytest.fixture
def known(office: Office) -> str:
    """A draft of 药山镇 that ran in 红星网; May is closed."""
    number = office.log("屋场夜话", unit="药山镇", received="2022-06-08")
    office.adopt(number, Level.PROVINCE, on="2022-06-10")
    office.close(MAY)
    return number


def changed(ledger: str, **cells: object) -> tuple[object, ...]:
    """The good row with other cells, by their headings."""
    row = dict(zip(HEADINGS[ledger], ROWS[ledger], strict=True)) | cells
    return tuple(row.values())


def only(opened: OpenSheet) -> RowReading:
    (row,) = opened.reading.rows
    return row


def said(row: RowReading) -> list[str]:
    return [flag_phrase(flag) for flag in row.flags]


def listed(office: Office, kind: str) -> list[dict[str, Any]]:
    return list(ListDesk(office.store).records(kind, Scope()))


def everything(office: Office) -> dict[str, list[dict[str, Any]]]:
    return {kind: listed(office, kind) for kind in (*ROWS, "adoptions")}


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("ledger", ROWS)
def test_a_ledger_is_told_by_its_headings_and_undone_whole(
    office: Office, imports: ImportDesk, book: Book, ledger: str
) -> None:
    before, points = everything(office), office.points_of("药山镇")
    opened = imports.open(book(**{ledger: [ROWS[ledger]]}))
    assert [sheet.ledger for sheet in opened.reading.sheets] == [ledger]
    assert (only(opened).action, said(only(opened))) == (Action.IMPORT, [])
    brought = imports.bring_in(opened, BatchAnswers())
    assert brought.facts == {ledger: 1}
    assert everything(office) != before
    assert only(imports.open(book(**{ledger: [ROWS[ledger]]}))).reason == "already_registered"
    imports.undo_batch(brought.batch)
    assert everything(office) == before
    assert office.points_of("药山镇") == points
    assert list(office.store.audit.breaks()) == []


@pytest.mark.parametrize("ledger", ["instructions", "commissions", "retractions"])
def test_a_draft_nobody_knows_asks(imports: ImportDesk, book: Book, ledger: str) -> None:
    row = only(imports.open(book(**{ledger: [ROWS[ledger]]})))
    assert (row.action, said(row)) == (Action.ASK, ["台账里没有这篇稿件：屋场夜话"])


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("ledger", "cells", "words"),
    [
        ("instructions", {"批示级别": "部级"}, "没有这个级别：部级"),
        ("instructions", {"批示领导": None}, "没有批示领导"),
        ("instructions", {"批示日期": 6.2}, "日期有两种读法：6.2 -> 6月2日/6月20日"),
        ("instructions", {"批示日期": "2022-06-28"}, "登记早于批示"),
        ("commissions", {"单位": "药山镇、新洲镇"}, "写了几个单位，只能是一个：药山镇、新洲镇"),
        ("commissions", {"单位": "无名单位"}, "单位名录中没有：无名单位"),
        ("commissions", {"截止日期": "2022-05-20"}, "截止早于下达"),
        ("commissions", {"完成日期": None}, "没有交稿日期"),
        ("commissions", {"完成情况": "看情况"}, "没有这种完成情况：看情况"),
        ("commissions", {"单位": "新洲镇"}, "台账里没有这篇稿件：屋场夜话"),
        ("deductions", {"扣分类型": "差错"}, "考核细则没有这一项：差错"),
        ("deductions", {"分值": "很多"}, "看不出是多少分：很多"),
        ("deductions", {"分值": "0"}, "扣分应是负数"),
        ("deductions", {"确认人": None}, "没有确认人"),
        ("deductions", {"确认日期": "2022-06-19"}, "确认早于提出"),
        ("deductions", {"扣分类型": "迟报"}, "迟报按补报自动扣，不用登记"),
        ("deductions", {"提出日期": "2022.6.31"}, "没有这一天：2022.6.31"),
        ("retractions", {"媒体": "无名网"}, "媒体名录中没有：无名网"),
        ("retractions", {"媒体": "人民日报"}, "台账里没有这次采用"),
        ("retractions", {"撤稿日期": "2022-06-01"}, "撤稿早于采用"),
        ("problems", {"处理结果": None}, "没有答复"),
        ("problems", {"办结时间": None}, "没有办结日期"),
        ("problems", {"承办科室": "新洲镇"}, "新洲镇不是组室"),
        ("problems", {"办理期限": "2022-06-01"}, "办理期限早于收到"),
        ("problems", {"性质": "说说"}, "不是问题也不是建议：说说"),
        ("leads", {"责任组室": "新洲镇"}, "新洲镇不是组室"),
        ("leads", {"交办日期": "2022-05-30"}, "交办早于线索日期"),
        ("leads", {"稿件": None, "搁置日期": "2022-06-20"}, "没有搁置原因"),
        ("tasks", {"任务篇数": "-2"}, "任务数要大于 0"),
        ("tasks", {"任务篇数": "几篇"}, "看不出是多少：几篇"),
        ("tasks", {"周期": "2022年5月"}, "2022年5月已经过完，不能再下任务"),
        ("tasks", {"周期": "上半年"}, "看不出是哪一期：上半年"),
        ("tasks", {"完成口径": "随便"}, "没有这种计数：随便"),
        ("corrections", {"更正月份": "2022-06"}, "2022年6月没有关账，直接改登记"),
        ("corrections", {"更正月份": 2022.1}, "日期有两种读法：2022.1 -> 2022年1月/2022年10月"),
        ("corrections", {"差额": 0}, "差额不能是 0"),
        ("corrections", {"差额": 1.234}, "看不出是多少分：1.234"),
        ("exemptions", {"月份": "5月"}, "2022年5月已关账"),
        ("exemptions", {"批准人": None}, "没有批准人"),
        ("units", {"组别": "县直"}, "没有这个组别：县直"),
        ("units", {"单位名称": "药山镇"}, "“药山镇”已是别的名称"),
        ("units", {"单位编号": "YS"}, "与台账里的不同"),
        ("units", {"每月任务": "-1"}, "任务不能是负数"),
        ("units", {"每月任务": "若干"}, "看不出是多少：若干"),
        ("units", {"任务起始月份": "2022年5月"}, "2022年5月已关账"),
        ("outlets", {"级别": "部级"}, "没有这个级别：部级"),
        ("outlets", {"媒体编号": "hxw"}, "与台账里的不同"),
        ("people", {"姓名": "甲、乙"}, "不像人名：甲、乙"),
        ("people", {"姓名": None}, "没有姓名"),
        ("people", {"身份": "网格员"}, "没有这种身份：网格员"),
        ("people", {"身份": "联络员"}, "组室设联络员，其他单位设信息员"),
        ("people", {"联系电话": "总机转3"}, "不像电话号码：总机转3"),
        ("people", {"手机号码": "1380000"}, "不是11位手机号：1380000"),
        ("people", {"离任日期": "2022-02-01"}, "任职止早于任职起"),
        ("people", {"原单位": "无名单位"}, "单位名录中没有：无名单位"),
    ],
)
def test_what_is_in_doubt_asks_and_nothing_comes_in(
    office: Office, imports: ImportDesk, book: Book, ledger: str, cells: dict[str, object], words: str
) -> None:
    if ledger == "units" and "单位编号" in cells:
        cells = {"单位编号": unit_id("药山镇")}
    before = everything(office)
    opened = imports.open(book(**{ledger: [changed(ledger, **cells)]}))
    assert (only(opened).action, said(only(opened))) == (Action.ASK, [words])
    imports.bring_in(opened, BatchAnswers())
    assert everything(office) == before


@pytest.mark.usefixtures("known")
def test_an_answer_settles_a_doubtful_cell(office: Office, imports: ImportDesk, book: Book) -> None:
    opened = imports.open(book(deductions=[changed("deductions", 扣分类型="差错")]))
    (question,) = only(opened).questions
    assert {"text_error", "serious_error"} <= {each.answer for each in question.candidates}
    answers = Decisions({question.general_key: "text_error"})
    imports.bring_in(imports.decide(opened, answers), BatchAnswers())
    (deduction,) = listed(office, "deductions")
    assert (deduction["type"], deduction["points"], deduction["status"]) == ("text_error", -1.5, "confirmed")


@pytest.mark.usefixtures("known")
def test_a_row_that_comes_twice_is_asked_about(office: Office, imports: ImportDesk, book: Book) -> None:
    opened = imports.open(book(corrections=[ROWS["corrections"], ROWS["corrections"]]))
    first, second = opened.reading.rows
    assert (first.action, said(second)) == (Action.IMPORT, ["与前面一行完全相同：3"])
    skipped = imports.decide(opened, Decisions({second.questions[0].key(second.sheet, 4): "skip"}))
    assert skipped.reading.rows[1].reason == "same_as_row"
    taken = imports.decide(opened, Decisions({second.questions[0].key(second.sheet, 4): "import"}))
    imports.bring_in(taken, BatchAnswers())
    assert len(listed(office, "corrections")) == 2


def test_a_workbook_may_hold_drafts_and_all_that_speaks_of_them(
    office: Office, imports: ImportDesk, book: Book
) -> None:
    file = book(
        retractions=[ROWS["retractions"]],
        instructions=[changed("instructions", 稿件="2022-0007")],
        adoptions=[("屋场夜话", "药山镇", "红星网", "6月10日")],
        drafts=[("2022-0007", "药山镇", "屋场夜话", "动态信息", "周试一", "6月8日")],
        commissions=[ROWS["commissions"]],
        exemptions=[changed("exemptions", 单位="新洲镇")],
    )
    opened = imports.open(file)
    assert [said(row) for row in opened.reading.rows if row.action is not Action.IMPORT] == []
    before = everything(office)
    brought = imports.bring_in(opened, BatchAnswers())
    assert (brought.numbers, brought.adoptions) == (("2022-0007",), 1)
    assert brought.facts == dict.fromkeys(("exemptions", "instructions", "commissions", "retractions"), 1)
    assert listed(office, "commissions")[0]["draft"] == "2022-0007"
    imports.undo_batch(brought.batch)
    after = everything(office)
    assert {kind: after[kind] for kind in after if kind != "people"} == {
        kind: before[kind] for kind in before if kind != "people"
    }
    again = imports.bring_in(
        imports.open(file), BatchAnswers()
    )  # under a new number, which the others follow
    assert listed(office, "instructions")[0]["draft"] == again.numbers[0] == "2022-0008"


def test_a_deduction_that_voids_its_draft_gives_it_back(
    office: Office, imports: ImportDesk, book: Book, known: str
) -> None:
    row = changed("deductions", 扣分类型="内容失实", 分值=None, 稿件=known)
    brought = imports.bring_in(imports.open(book(deductions=[row])), BatchAnswers())
    assert (office.status(known), listed(office, "deductions")[0]["points"]) == ("void", -5.0)
    imports.undo_batch(brought.batch)
    assert office.status(known) == "accepted"


def test_a_batch_whose_facts_were_worked_on_stays(
    office: Office, imports: ImportDesk, book: Book, known: str
) -> None:
    brought = imports.bring_in(imports.open(book(instructions=[ROWS["instructions"]])), BatchAnswers())
    (instruction,) = office.instruction.of_draft(known)
    office.instruction.void(instruction.id, "登记错了")
    with pytest.raises(BatchChanged):
        imports.undo_batch(brought.batch)


@pytest.mark.usefixtures("known")
def test_a_batch_whose_facts_are_booked_in_a_closed_month_stays(
    office: Office, imports: ImportDesk, book: Book
) -> None:
    brought = imports.bring_in(imports.open(book(commissions=[ROWS["commissions"]])), BatchAnswers())
    office.close(JUNE)
    with pytest.raises(MonthClosed):
        imports.undo_batch(brought.batch)


def test_a_commission_that_was_not_done_counts_from_the_day_after_it_was_due(
    office: Office, imports: ImportDesk, book: Book
) -> None:
    row = changed("commissions", **{"完成日期": None, "稿件编号/标题": None, "完成情况": "未完成"})
    opened = imports.open(book(commissions=[row]))
    assert only(opened).notes == ("未写未交日期，按截止次日6月21日",)
    imports.bring_in(opened, BatchAnswers())
    (commission,) = listed(office, "commissions")
    assert (commission["outcome"], commission["not_done_on"]) == ("not_done", "2022-06-21")


def test_a_late_makeup_for_a_closed_month_counts_for_the_month_received(
    office: Office, imports: ImportDesk, tmp_path: Path
) -> None:
    office.close(MAY)
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    page.append(("单位", "标题", "类别", "作者", "报送日期", "补报"))
    page.append(("药山镇", "五月补来的", "动态信息", "周试一", date(2022, 6, 2), "是"))
    workbook.save(tmp_path / "补报.xlsx")
    opened = imports.open(tmp_path / "补报.xlsx")
    assert only(opened).action is Action.IMPORT
    (number,) = imports.bring_in(opened, BatchAnswers()).numbers
    assert office.store.drafts.get(number).quota_month == JUNE


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("ledger", "cells", "kind"),
    [
        ("instructions", {"批示级别": "火星级"}, "unknown_level"),
        ("instructions", {"批示领导": None}, "missing_cell"),
        ("commissions", {"完成情况": "大概"}, "unknown_outcome"),
        ("deductions", {"扣分类型": "迟到早退"}, "unknown_type"),
        ("deductions", {"分值": "很多"}, "unreadable_points"),
        ("units", {"组别": "乡绅"}, "unknown_group"),
    ],
)
def test_a_cell_that_says_nothing_known_asks(
    imports: ImportDesk, book: Book, ledger: str, cells: dict[str, object], kind: str
) -> None:
    row = only(imports.open(book(**{ledger: [changed(ledger, **cells)]})))
    assert (row.action, [question.kind for question in row.questions]) == (Action.ASK, [kind])


def test_an_order_or_a_decision_that_says_nothing_asks(imports: ImportDesk, tmp_path: Path) -> None:
    workbook = Workbook()
    units, deductions = workbook.worksheets[0], workbook.create_sheet("扣分")
    units.append(("单位编号", "单位名称", "组别", "顺序"))
    units.append(("XD", "新单位办", "市直", "靠前"))
    deductions.append(("单位", "扣分类型", "原因", "提出日期", "提出人", "状态"))
    deductions.append(("药山镇", "文字差错", "错别字", "2022-06-20", "陈示四", "再议"))
    workbook.save(tmp_path / "台账.xlsx")
    asked = [row.questions[0].kind for row in imports.open(tmp_path / "台账.xlsx").reading.rows]
    assert asked == ["unreadable_whole", "unknown_decision"]


# ---- people


def _people(office: Office) -> list[tuple[str, str | None, list[str], str]]:
    return [(each["name"], each["unit"], each["duties"], each["phone"]) for each in listed(office, "people")]


def test_a_second_correspondent_in_a_sheet_asks(office: Office, imports: ImportDesk, book: Book) -> None:
    imports.bring_in(imports.open(book(people=[ROWS["people"]])), BatchAnswers())
    row = only(imports.open(book(people=[changed("people", 姓名="李六")])))
    assert (row.action, said(row)) == (Action.ASK, ["已由王五担任，换人请用交接"])
    former = changed("people", 姓名="李六", 任职时间="2020-01-01", 离任日期="2022-02-28")
    assert only(imports.open(book(people=[former]))).action is Action.IMPORT


def test_what_the_roster_says_otherwise_asks_and_what_it_lacks_is_filled(
    office: Office, imports: ImportDesk, book: Book
) -> None:
    number = office.log(unit="药山镇", authors=("王五",))
    brought = imports.bring_in(imports.open(book(people=[ROWS["people"]])), BatchAnswers())
    assert _people(office) == [("王五", "YS", ["info_officer"], "0736-4210001")]
    other = only(imports.open(book(people=[changed("people", 联系电话="0736-4210009")])))
    assert (other.action, said(other)) == (Action.ASK, ["与台账里的不同"])
    office.people.do(Correct(1, "王五", "", "0736-4210009", "13800000000"))
    with pytest.raises(BatchChanged):
        imports.undo_batch(brought.batch)
    office.people.do(Correct(1, "王五", "", "0736-4210001", "13800000000"))
    imports.undo_batch(brought.batch)
    assert _people(office) == [("王五", "YS", [], "")]
    assert [author.name for author in office.register.open(number).draft.authors] == ["王五"]


def test_a_list_of_correspondents_is_known_by_its_headings(
    office: Office, imports: ImportDesk, tmp_path: Path
) -> None:
    workbook = Workbook()
    page = workbook.worksheets[0]
    page.append(["2022年组工信息员名单"])
    page.append(["序号", "单位", "信息员", "办公电话", "手机"])
    page.append([1, "药山镇", "周试一", "0736-4210001", "138****0000"])
    page.append([2, "新洲镇", "李试二", "0736-4210002", None])
    workbook.save(tmp_path / "名单.xlsx")
    opened = imports.open(tmp_path / "名单.xlsx")
    assert [sheet.ledger for sheet in opened.reading.sheets] == ["people"]
    assert opened.reading.rows[0].cells["mobile"].note == "号码已隐去，未导入"
    imports.bring_in(opened, BatchAnswers())
    assert _people(office) == [
        ("李试二", "XZ", ["info_officer"], "0736-4210002"),
        ("周试一", "YS", ["info_officer"], "0736-4210001"),
    ]


def test_a_namesake_asks_in_every_ledger(office: Office, imports: ImportDesk, book: Book) -> None:
    for mark in ("党建办", "宣传办"):
        office.people.do(Appoint(unit_id("药山镇"), None, Newcomer("王五", mark)))
    which = "有同名的，写明哪一个：王五（党建办）、王五（宣传办）"
    row = only(imports.open(book(people=[ROWS["people"]])))
    assert (row.action, said(row)) == (Action.ASK, [which])
    drafts = ("2022-0007", "药山镇", "屋场夜话", "动态信息", "王五", "6月8日")
    row = only(imports.open(book(drafts=[drafts])))
    assert (row.action, said(row)) == (Action.ASK, [which])
    told = (*drafts[:4], "王五（宣传办）、李六（团市委）", drafts[5])
    opened = imports.open(book(drafts=[told]))
    assert only(opened).action is Action.IMPORT
    imports.bring_in(opened, BatchAnswers())
    authors = office.register.open("2022-0007").draft.authors
    assert [author.label for author in authors] == ["王五（宣传办）", "李六"]


def test_who_moved_stays_one_person_through_a_sheet(office: Office, imports: ImportDesk, book: Book) -> None:
    there = changed("people", 离任日期="2022-06-30")
    here = changed("people", 单位="新洲镇", 身份=None, 任职时间="2022-07-01", 原单位="药山镇")
    brought = imports.bring_in(imports.open(book(people=[there, here])), BatchAnswers())
    (person,) = listed(office, "people")
    assert [post["unit"] for post in person["posts"]] == ["YS", "XZ"]
    assert person["terms"][0]["to"] == "2022-06-30"
    imports.undo_batch(brought.batch)
    assert listed(office, "people") == []
