"""Every trap of a real register, one by one (§7)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.drafts import Category, Form, Source, Status
from jinshi_desk.domain.registers import Action, FileReading, Mark, Precision, Proposal, RowReading
from tests.sheets.packages import rewrite

HEADINGS_WITHOUT_SERIAL = (
    "单位",
    "标题",
    "类别",
    "作者",
    "报送日期",
    "字数",
    "采用媒体",
    "采用日期",
    "备注",
    "",
)
Read = Callable[..., FileReading]
Sheet = Callable[..., Path]


def _only(reading: FileReading) -> RowReading:
    (row,) = reading.rows
    return row


def _proposal(reading: FileReading) -> Proposal:
    proposal = _only(reading).proposal
    assert proposal is not None
    return proposal


def _flags(row: RowReading) -> list[str]:
    return [str(flag) for flag in row.flags]


def _merge(cells: str) -> Callable[[Any], None]:
    return lambda page: page.merge_cells(cells)


# --- what is no draft ---


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["序号", "单位", "标题", "类别"], "repeated_header"),
        (["小计"], "subtotal"),
        (["本页合计："], "subtotal"),
        (["合计"], "total"),
        ([None, "总计", "3条"], "total"),
        (["共计3条"], "total"),
        (["累 计"], "total"),
        (["填表人：孙虚七　　审核人："], "footer"),
        (["注：1.每月不少于2条"], "note"),
        (["说明：采用媒体写全称"], "note"),
        (["二、市直单位"], "section"),
        ([7], "blank"),
        (["此表一式两份"], "note"),
        (["续表"], "note"),
        (["药山镇"], "section"),
        (["序", "单位名称", "题目", "类型", "撰稿人"], "repeated_header"),
        (["报送单位（盖章）：", None, None, "2022年6月30日"], "footer"),
        ([7, "汪家桥街道", "无"], "zero_report"),
        ([7, "汪家桥街道", "未报送"], "zero_report"),
        ([7, "汪家桥街道", 0], "zero_report"),
        ([7, "汪家桥街道", "/"], "zero_report"),
        ([7, "汪家桥街道", "本月无信息报送"], "zero_report"),
        ([7, "汪家桥街道", None, None, None, None, None, None, None, "本月未报送"], "zero_report"),
    ],
)
def test_a_row_that_is_no_draft_is_skipped_with_its_reason(
    read: Read, sheet: Sheet, cells: list[object], reason: str
) -> None:
    row = read(sheet({}, cells)).rows[1]
    assert (row.action, row.reason) == (Action.SKIP, reason)


@pytest.mark.parametrize(
    "title", ["合计减负三成的做法", "无人机巡河显成效", "总计下了一盘棋", "0距离服务群众", "小计划办成大事"]
)
def test_a_title_may_begin_like_a_sum_or_like_nothing(read: Read, sheet: Sheet, title: str) -> None:
    assert _proposal(read(sheet({"标题": title}))).title == title


def test_a_zero_report_keeps_its_unit(read: Read, sheet: Sheet) -> None:
    assert _proposal(read(sheet([1, "汪家桥街道", "无"]))).units == ("WJQ",)


def test_a_title_of_nothing_beside_an_author_is_asked_not_skipped(read: Read, sheet: Sheet) -> None:
    assert _flags(_only(read(sheet({"标题": "无"})))) == ["zero_title(无)"]


def test_a_sum_is_compared_with_the_rows_read(read: Read, sheet: Sheet) -> None:
    *_, right, whole = read(sheet({}, {}, ["小计2条"], {}, ["小计：1条"], ["合计", None, None])).rows
    assert right.notes == ("表上写1条，读到1条",)
    assert whole.notes == ()
    wrong = read(sheet({}, ["合计：3条"])).rows[-1]
    assert _flags(wrong) == ["sum_differs(3/1)"]
    assert wrong.notes == ("表上写3条，读到1条，差2条",)


@pytest.mark.parametrize(
    "cells",
    [["合计", None, "3条"], ["合 计", 3], ["总计", "共3条"], ["合计：3条，其中动态2条"]],
)
def test_a_sum_may_state_its_count_in_another_cell(read: Read, sheet: Sheet, cells: list[object]) -> None:
    assert _flags(read(sheet({}, cells)).rows[-1]) == (
        ["sum_differs(3/1)"] if "其中" not in str(cells) else []
    )


def test_a_sum_of_words_is_no_count_of_rows(read: Read, sheet: Sheet) -> None:
    assert read(sheet({}, ["合计", None, None, None, None, None, 3200])).rows[-1].flags == ()


def test_words_across_the_table_are_no_draft(read: Read, sheet: Sheet) -> None:
    path = sheet({}, ["以下为补报", *[None] * 9], change=_merge("A4:J4"), headings=HEADINGS_WITHOUT_SERIAL)
    assert [row.reason for row in read(path).rows] == ["", "note"]


def test_blank_rows_are_not_read(read: Read, sheet: Sheet) -> None:
    assert read(sheet({}, [], [None, " ", "\u3000"], {})).counts.read == 2


# --- units ---


def test_a_unit_between_the_rows_is_that_of_the_rows_below(read: Read, sheet: Sheet) -> None:
    row = {"单位": None}
    path = sheet(row, ["新洲镇"], row, ["二、市直单位"], row, title="药山镇2022年6月")
    rows = [each for each in read(path).rows if each.action is Action.ASK]
    assert [_flags(each) for each in rows] == [["missing_unit"], *[["unit_from_title(新洲镇)"]] * 2]


def test_the_unknown_one_of_several_units_is_asked_and_put_in_its_place(read: Read, sheet: Sheet) -> None:
    path = sheet({"单位": "药山镇、市某社"})
    assert _flags(_only(read(path))) == ["unknown_unit(市某社)"]
    assert _proposal(read(path, {"unknown_unit:市某社": "B_GSL"})).units == ("YS", "B_GSL")


def test_a_merged_unit_fills_down_inside_the_merge_only(read: Read, sheet: Sheet) -> None:
    reading = read(sheet({}, {"单位": None}, {"单位": None}, change=_merge("B3:B4")))
    first, second, third = reading.rows
    assert second.notes == ("B列合并单元格下填",)
    assert second.proposal is not None
    assert second.proposal.units == ("YS",)
    assert first.notes == ()
    assert (third.action, _flags(third)) == (Action.ASK, ["missing_unit"])


def test_a_joint_submission_names_its_lead_first(read: Read, sheet: Sheet) -> None:
    assert _proposal(read(sheet({"单位": "金鱼岭街道、市农业农村局"}))).units == ("JYL", "B_NYJ")


def test_an_old_name_is_noted(read: Read, sheet: Sheet) -> None:
    row = _only(read(sheet({"单位": "农业局"})))
    assert row.notes == ("旧名 农业局 -> 市农业农村局",)
    assert row.action is Action.IMPORT


def test_an_alias_is_a_green_cell_with_a_note(read: Read, sheet: Sheet) -> None:
    cell = _only(read(sheet({"单位": "药山镇党委"}))).cells["unit"]
    assert (cell.mark, cell.shown) == (Mark.NOTE, "药山镇")


def test_one_answer_serves_every_row_with_an_unknown_unit(read: Read, sheet: Sheet) -> None:
    path = sheet({"单位": "市供销社"}, {"单位": "市供销社"})
    asked = read(path)
    assert [_flags(row) for row in asked.rows] == [["unknown_unit(市供销社)"]] * 2
    assert asked.rows[0].cells["unit"].mark is Mark.RED
    decided = read(path, {"unknown_unit:市供销社": "B_GSL"})
    assert [row.proposal.units for row in decided.rows if row.proposal] == [("B_GSL",)] * 2
    assert decided.counts.imported == 2


# --- hidden things ---


def _hide_row(page: Any) -> None:
    page.row_dimensions[3].hidden = True


def test_a_hidden_row_is_asked_and_stays_out_by_default(read: Read, sheet: Sheet) -> None:
    path = sheet({"报送日期": "2022-05-31"}, {}, change=_hide_row)
    hidden = read(path).rows[0]
    assert (hidden.action, _flags(hidden)) == (Action.ASK, ["hidden_row"])
    assert hidden.notes == ("默认不导入,须人工决定", "且月份为5月")
    assert [answer.answer for answer in hidden.questions[0].candidates] == ["skip", "import"]
    assert read(path, {"6月!3": "import"}).rows[0].action is Action.IMPORT
    skipped = read(path, {"6月!3:hidden_row:": "skip"}).rows[0]
    assert (skipped.action, skipped.reason) == (Action.SKIP, "hidden_row")


def test_a_row_of_no_height_is_hidden(read: Read, sheet: Sheet) -> None:
    path = sheet({})
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'<row r="3"', b'<row r="3" ht="0"'))
    assert _flags(_only(read(path))) == ["hidden_row"]


def test_a_hidden_column_with_data_blocks_the_sheet_until_decided(read: Read, sheet: Sheet) -> None:
    def hide(page: Any) -> None:
        page.column_dimensions["G"].hidden = True

    path = sheet({"字数": 800}, {}, change=hide)
    asked = read(path)
    assert [row.action for row in asked.rows] == [Action.ASK, Action.ASK]
    assert _flags(asked.rows[1]) == ["hidden_column(字数)"]
    used = read(path, {"hidden_column:字数": "import"}).rows[0]
    assert used.proposal is not None
    assert (used.action, used.proposal.word_count) == (Action.IMPORT, 800)
    left = read(path, {"hidden_column:字数": "skip"}).rows[0]
    assert left.proposal is not None
    assert (left.action, left.proposal.word_count) == (Action.IMPORT, None)


def test_an_empty_hidden_column_is_nobodys_business(read: Read, sheet: Sheet) -> None:
    def hide(page: Any) -> None:
        page.column_dimensions["G"].hidden = True

    assert read(sheet({}, change=hide)).counts.imported == 1


def test_a_hidden_sheet_is_named_and_read_only_when_ticked(read: Read, sheet: Sheet) -> None:
    def add(page: Any) -> None:
        other = page.parent.create_sheet("5月")
        other.append(["单位", "标题", "类别", "作者", "报送日期"])
        other.append(["新洲镇", "旧稿", "动态", "李试二", "2022-05-20"])
        other.sheet_state = "hidden"

    path = sheet({}, change=add)
    assert [(row.sheet, row.row, row.reason) for row in read(path).rows[1:]] == [
        ("5月", None, "hidden_sheet")
    ]
    assert read(path, {"hidden_sheet:5月": "import"}).counts.imported == 2


# --- dates ---


def _number(value: float, display: str) -> Callable[[Any], None]:
    def change(page: Any) -> None:
        page["F3"].value = value
        page["F3"].number_format = display

    return change


def test_a_lost_zero_is_asked_unless_the_display_settles_it(read: Read, sheet: Sheet) -> None:
    path = sheet({}, change=_number(6.3, "General"))
    asked = _only(read(path))
    assert _flags(asked) == ["ambiguous_date(6.3 -> 6月3日/6月30日)"]
    assert asked.cells["received_on"].mark is Mark.AMBER
    key = asked.questions[0].key("6月", 3)
    assert _proposal(read(path, {key: "2022-06-30"})).received_on == date(2022, 6, 30)
    assert _proposal(read(sheet({}, change=_number(6.3, "0.00")))).received_on == date(2022, 6, 30)


def test_a_day_of_another_month_is_noted(read: Read, sheet: Sheet) -> None:
    assert _only(read(sheet({"报送日期": "2022-05-31"}))).notes == ("月份为5月",)
    assert _only(read(sheet({"报送日期": "2002-06-08"}))).notes == ("月份为2002年6月",)


def test_a_draft_without_a_day_is_asked(read: Read, sheet: Sheet) -> None:
    path = sheet({"报送日期": None})
    row = _only(read(path))
    assert _flags(row) == ["missing_received_on"]
    assert _proposal(read(path, {row.questions[0].key("6月", 3): "6月9日"})).received_on == date(2022, 6, 9)


def test_the_workbook_may_count_days_from_1904(read: Read, sheet: Sheet) -> None:
    def from_1904(page: Any) -> None:
        from openpyxl.utils.datetime import MAC_EPOCH

        page.parent.epoch = MAC_EPOCH
        page["F3"].value = 43273

    assert _proposal(read(sheet({}, change=from_1904))).received_on == date(2022, 6, 23)


# --- other columns ---


@pytest.mark.parametrize(
    ("written", "category", "form"),
    [
        ("动态", Category.NEWS, Form.TEXT),
        ("真 言", Category.ESSAY, Form.TEXT),
        ("调研报告", Category.RESEARCH, Form.TEXT),
        ("典型材料", Category.EXPERIENCE, Form.TEXT),
        ("图片新闻", Category.NEWS, Form.PHOTO),
        ("短视频", Category.NEWS, Form.SHORT_VIDEO),
        ("简讯", Category.NEWS, Form.BRIEF),
        ("news", Category.NEWS, Form.TEXT),
        ("经验材料类", Category.EXPERIENCE, Form.TEXT),
    ],
)
def test_a_category_is_known_by_its_other_names(
    read: Read, sheet: Sheet, written: str, category: Category, form: Form
) -> None:
    proposal = _proposal(read(sheet({"类别": written})))
    assert (proposal.category, proposal.form) == (category, form)


def test_an_unknown_category_asks(read: Read, sheet: Sheet) -> None:
    path = sheet({"类别": "诗歌"}, {"类别": None})
    unknown, missing = read(path).rows
    assert _flags(unknown) == ["unknown_category(诗歌)"]
    assert unknown.questions[0].candidates[0].label == "动态信息"
    assert _flags(missing) == ["missing_category"]
    decided = read(path, {"unknown_category:诗歌": "essay", "missing_category:": "news"})
    assert [row.proposal.category for row in decided.rows if row.proposal] == [Category.ESSAY, Category.NEWS]


@pytest.mark.parametrize(
    ("written", "count", "flags"),
    [
        (860, 860, []),
        (860.0, 860, []),
        ("1,050", 1050, []),
        ("９５０", 950, []),
        ("800字", 800, []),
        ("约800字", 800, ["word_count_approximate(约)"]),
        ("800余字", 800, ["word_count_approximate(余)"]),
        ("八百", None, ["unreadable_word_count(八百)"]),
        (-5, None, ["unreadable_word_count(-5)"]),
    ],
)
def test_a_word_count_is_read_as_written(
    read: Read, sheet: Sheet, written: object, count: int | None, flags: list[str]
) -> None:
    row = _only(read(sheet({"字数": written})))
    assert row.proposal is not None
    assert (row.proposal.word_count, _flags(row)) == (count, flags)


def test_a_break_in_a_title_is_the_cells_not_the_titles(read: Read, sheet: Sheet) -> None:
    row = _only(read(sheet({"标题": "新洲镇召开信息员\n培训会"})))
    assert row.proposal is not None
    assert row.proposal.title == "新洲镇召开信息员培训会"
    assert row.cells["title"].mark is Mark.NOTE


def test_control_characters_leave_a_title_with_a_note(read: Read, sheet: Sheet) -> None:
    row = _only(read(sheet({"标题": "药山镇\u202e党建\u2066信息"})))
    assert row.proposal is not None
    assert row.proposal.title == "药山镇党建信息"
    assert row.cells["title"].mark is Mark.NOTE


def test_rare_characters_survive(read: Read, sheet: Sheet) -> None:
    proposal = _proposal(read(sheet({"标题": "𬭎声远：㛃河村的故事", "作者": "䶮试一"})))
    assert (proposal.title, proposal.author_names) == ("𬭎声远：㛃河村的故事", ["䶮试一"])


def test_a_single_character_for_an_author_asks(read: Read, sheet: Sheet) -> None:
    assert _flags(_only(read(sheet({"作者": "周试一、李"})))) == ["odd_author(李)"]


def test_an_unknown_name_near_a_known_one_offers_it(read: Read, sheet: Sheet) -> None:
    row = _only(read(sheet({"单位": "药山镇某某村", "采用媒体": "《人民日报》海外版", "采用日期": "6月9日"})))
    assert [
        (question.subject, [one.answer for one in question.candidates]) for question in row.questions
    ] == [
        ("药山镇某某村", ["YS"]),
        ("人民日报海外版", ["rmrb"]),
    ]


def test_a_missing_form_is_seen_in_the_remark(read: Read, sheet: Sheet) -> None:
    row = _only(read(sheet({"备注": "审批表未交", "作者": "钱构八等"})))
    assert _flags(row) == ["authors_incomplete(等)", "approval_form_missing"]
    assert row.proposal is not None
    assert row.proposal.approval_on_file is False


def test_a_formula_without_value_is_amber(read: Read, sheet: Sheet) -> None:
    path = sheet({"字数": "=LEN(C3)"})
    row = _only(read(path))
    assert _flags(row) == ["formula_without_value(word_count)"]
    assert row.cells["word_count"].mark is Mark.AMBER
    assert read(path, {row.questions[0].key("6月", 3): "none"}).counts.imported == 1
    assert _proposal(read(path, {row.questions[0].key("6月", 3): "812"})).word_count == 812


OWN_COLUMNS = (
    "编号",
    "报送单位",
    "标题",
    "类别",
    "体裁",
    "作者",
    "报送日期",
    "字数",
    "来源",
    "审批表",
    "补报",
    "状态",
    "备注",
)


def test_what_our_own_export_writes_is_read_back(read: Read, sheet: Sheet) -> None:
    path = sheet(
        [
            "2022-0137",
            "药山镇",
            "一篇",
            "调研",
            "图片新闻",
            "周试一",
            date(2022, 6, 8),
            800,
            "转载",
            "有",
            "是",
            "已发布",
            "甲",
        ],
        title="",
        headings=OWN_COLUMNS,
    )
    proposal = _proposal(read(path))
    assert (proposal.number, proposal.category, proposal.form) == ("2022-0137", Category.RESEARCH, Form.PHOTO)
    assert (proposal.source, proposal.status) == (Source.REPRINT, Status.DISPATCHED)
    assert (proposal.approval_on_file, proposal.makeup, proposal.note) == (True, True, "甲")


@pytest.mark.parametrize(
    ("heading", "written", "flag"),
    [
        ("体裁", "歌舞", "unknown_form(歌舞)"),
        ("来源", "天上", "unknown_source(天上)"),
        ("状态", "飞了", "unknown_status(飞了)"),
        ("标题", "长" * 300, "title_too_long"),
        ("标题", None, "missing_title"),
    ],
)
def test_what_a_list_does_not_have_is_asked(
    read: Read, sheet: Sheet, heading: str, written: str | None, flag: str
) -> None:
    headings = ("单位", "标题", "类别", "作者", "报送日期", "体裁", "来源", "状态")
    values = {"单位": "药山镇", "标题": "一篇", "类别": "动态", "作者": "周试一", "报送日期": "6月8日"}
    values |= {heading: written}  # type: ignore[dict-item]  # a cell may be empty
    row = _only(read(sheet([values.get(each) for each in headings], headings=headings)))
    assert (row.action, _flags(row)) == (Action.ASK, [flag])


def test_a_plain_count_in_the_number_column_is_no_number(read: Read, sheet: Sheet) -> None:
    path = sheet([3, "药山镇", "一篇", "调研", None, "周试一", date(2022, 6, 8)], headings=OWN_COLUMNS)
    assert _proposal(read(path)).number is None


# --- adoptions ---


def _adoptions(reading: FileReading) -> list[tuple[str | None, str | None]]:
    return [
        (adoption.outlet, adoption.adopted_on.isoformat() if adoption.adopted_on else None)
        for adoption in _proposal(reading).adoptions
    ]


@pytest.mark.parametrize(
    ("outlet", "day", "expected"),
    [
        ("红网时刻、新湖南", "2022.6.20", [("hw", "2022-06-20"), ("xhn", "2022-06-20")]),
        ("津市组工/津市党建网", "6月22日", [("jszg", "2022-06-22"), ("jsdjw", "2022-06-22")]),
        ("红网、新湖南（6月20日）", None, [("hw", "2022-06-20"), ("xhn", "2022-06-20")]),
        ("红网、新湖南", "6月18日、6月20日", [("hw", "2022-06-18"), ("xhn", "2022-06-20")]),
        ("红网、新湖南", "6月18日/6月20日", [("hw", "2022-06-18"), ("xhn", "2022-06-20")]),
        ("红网\n新湖南", "6月18日\n6月20日", [("hw", "2022-06-18"), ("xhn", "2022-06-20")]),
        ("红星网6月9日", None, [("hxw", "2022-06-09")]),
        ("未采用", None, []),
        ("无", None, []),
        ("/", None, []),
        (None, None, []),
    ],
)
def test_outlets_and_days_find_each_other(
    read: Read, sheet: Sheet, outlet: str | None, day: str | None, expected: list[tuple[str, str]]
) -> None:
    reading = read(sheet({"采用媒体": outlet, "采用日期": day}))
    assert _adoptions(reading) == expected
    assert reading.counts.imported == 1


@pytest.mark.parametrize(
    ("cells", "flags"),
    [
        ({"采用媒体": "某某网", "采用日期": "6月9日"}, ["unknown_outlet(某某网)"]),
        ({"采用媒体": "红星网"}, ["missing_adopted_on(红星网)"]),
        ({"采用媒体": "是"}, ["missing_outlet"]),
        ({"采用日期": "6月9日"}, ["missing_outlet(6月9日)"]),
        ({"采用媒体": "红星网", "采用日期": "2022.6.31"}, ["invalid_date(2022.6.31)"]),
        ({"采用媒体": "红星网（6月31日）"}, ["invalid_date(6月31日)"]),
        (
            {"采用媒体": "红网、新湖南", "采用日期": "6月1日、6月2日、6月3日"},
            ["missing_adopted_on(红网)", "missing_adopted_on(新湖南)"],
        ),
    ],
)
def test_a_doubtful_adoption_is_asked(
    read: Read, sheet: Sheet, cells: dict[str, str], flags: list[str]
) -> None:
    row = _only(read(sheet(cells)))
    assert (row.action, _flags(row)) == (Action.ASK, flags)


def test_an_unknown_outlet_is_decided_once(read: Read, sheet: Sheet) -> None:
    path = sheet({"采用媒体": "红星网、某某网", "采用日期": "6月9日"})
    assert _adoptions(read(path, {"unknown_outlet:某某网": "hw"})) == [
        ("hxw", "2022-06-09"),
        ("hw", "2022-06-09"),
    ]
    assert _adoptions(read(path, {"unknown_outlet:某某网": "none"})) == [("hxw", "2022-06-09")]


def test_a_missing_day_or_outlet_is_filled_by_a_decision(read: Read, sheet: Sheet) -> None:
    path = sheet({"采用媒体": "红星网"})
    assert _adoptions(read(path, {"6月!3:missing_adopted_on:红星网": "2022-06-10"})) == [
        ("hxw", "2022-06-10")
    ]
    path = sheet({"采用日期": "6月9日"})
    assert _adoptions(read(path, {"6月!3:missing_outlet:6月9日": "红星网"})) == [("hxw", "2022-06-09")]
    assert _adoptions(read(path, {"6月!3:missing_outlet:6月9日": "none"})) == []


def test_a_month_alone_stands_for_its_last_day(read: Read, sheet: Sheet) -> None:
    (adoption,) = _proposal(read(sheet({"采用媒体": "津市党建网", "采用日期": "2022年6月"}))).adoptions
    assert (adoption.adopted_on, adoption.precision) == (date(2022, 6, 30), Precision.MONTH)
    assert str(adoption.flag) == "month_only"


COMBINED = (
    "单位",
    "标题",
    "类别",
    "作者",
    "报送日期",
    "是否采用",
    "采用媒体",
    "级别",
    "采用方式",
    "采用日期",
    "版面",
    "链接",
)


def _combined(sheet: Sheet, *adopted: object) -> Path:
    return sheet(["药山镇", "一篇", "动态", "周试一", "6月8日", *adopted], headings=COMBINED)


def test_page_link_mode_and_headline_go_with_the_adoption(read: Read, sheet: Sheet) -> None:
    row = _only(
        read(_combined(sheet, "是", "湖南日报", "省级", "综合", "6月9日", "头版", "http://example.invalid/1"))
    )
    assert row.proposal is not None
    (adoption,) = row.proposal.adoptions
    assert (adoption.mode, adoption.position) == (Mode.COMBINED, Position.HEADLINE)
    assert (adoption.page, adoption.place) == ("头版", "http://example.invalid/1")
    assert row.notes == ("“头版”按头版头条",)


def test_a_level_that_is_not_the_outlets_is_a_note_never_a_change(read: Read, sheet: Sheet) -> None:
    row = _only(read(_combined(sheet, "是", "津市组工", "省级", None, "6月9日")))
    assert (row.action, row.notes) == (Action.IMPORT, ("级别写“省级”，媒体为本级",))
    assert _only(read(_combined(sheet, "是", "津市组工", "县级", None, "6月9日"))).notes == ()
    assert _only(read(_combined(sheet, "是", "津市组工、红网", "本级、省级", None, "6月9日"))).notes == ()


def test_an_outlet_beside_not_adopted_is_asked(read: Read, sheet: Sheet) -> None:
    path = _combined(sheet, "否", "津市组工", None, None, "6月9日")
    row = _only(read(path))
    assert _flags(row) == ["adoption_denied(津市组工)"]
    key = row.questions[0].key("6月", 3)
    assert _adoptions(read(path, {key: "yes"})) == [("jszg", "2022-06-09")]
    assert _adoptions(read(path, {key: "none"})) == []


def test_an_unknown_mode_asks(read: Read, sheet: Sheet) -> None:
    assert _flags(_only(read(_combined(sheet, "是", "津市组工", None, "连载", "6月9日")))) == [
        "unknown_mode(连载)"
    ]


# --- the same draft twice ---


def test_a_title_merged_over_two_rows_is_one_draft_with_two_adoptions(read: Read, sheet: Sheet) -> None:
    path = sheet(
        {"采用媒体": "红星网6月9日"},
        {"标题": None, "采用媒体": "红网6月10日"},
        change=_merge("C3:C4"),
    )
    _, again = read(path).rows
    assert (again.action, again.joins, again.duplicate_of) == (Action.IMPORT, True, 3)


def test_a_row_of_an_outlet_alone_may_go_on_with_the_draft_above(read: Read, sheet: Sheet) -> None:
    path = sheet({}, [None] * 7 + ["红网6月10日"])
    _, more = read(path).rows
    assert _flags(more) == ["continues_row(3)"]
    key = more.questions[0].key("6月", 4)
    joined = read(path, {key: "join"}).rows[1]
    assert (joined.action, joined.joins, joined.duplicate_of) == (Action.IMPORT, True, 3)
    assert read(path, {key: "skip"}).rows[1].reason == "continues_row"


def test_the_same_title_from_the_same_unit_is_one_question(read: Read, sheet: Sheet) -> None:
    path = sheet(
        {"标题": "药山镇：一篇", "采用媒体": "红星网6月9日"},
        {"标题": "一 篇", "采用媒体": "津市组工6月9日"},
        {"标题": "一篇", "单位": "新洲镇"},
    )
    first, again, other = read(path).rows
    assert (first.action, other.action) == (Action.IMPORT, Action.IMPORT)
    assert _flags(again) == ["duplicate_of_row_3(同稿多家采用)"]
    assert [answer.answer for answer in again.questions[0].candidates] == ["join", "separate", "skip"]
    key = again.questions[0].key("6月", 4)
    joined = read(path, {key: "join"}).rows[1]
    assert (joined.action, joined.joins, joined.duplicate_of) == (Action.IMPORT, True, 3)
    separate = read(path, {key: "separate"}).rows[1]
    assert separate.proposal is not None
    assert (separate.action, separate.proposal.duplicate_confirmed) == (Action.IMPORT, True)
    assert read(path, {key: "skip"}).rows[1].reason == "duplicate"


def test_a_draft_that_the_register_has_is_asked(read: Read, sheet: Sheet) -> None:
    def known(unit: str, key: str) -> str | None:
        return "2022-0012" if (unit, key) == ("YS", "一篇") else None

    first, second = read(sheet({"标题": "一篇"}, {}), known=known).rows
    assert (first.action, _flags(first)) == (Action.ASK, ["duplicate_of(2022-0012)"])
    assert second.action is Action.IMPORT


def test_rows_with_the_same_number_are_the_same_draft(read: Read, sheet: Sheet) -> None:
    row = ["2022-0137", "药山镇", "一篇", "调研", "文字", "周试一", date(2022, 6, 8)]
    _, again = read(sheet(row, row, headings=OWN_COLUMNS)).rows
    assert (again.action, again.joins, again.duplicate_of) == (Action.IMPORT, True, 3)


ADOPTION_LEDGER = (
    "稿件编号",
    "标题",
    "单位",
    "采用媒体",
    "级别",
    "采用方式",
    "版面位置",
    "采用日期",
    "登记日期",
    "版面或链接",
    "凭据",
    "核实",
)


def test_an_adoption_ledger_finds_its_drafts_by_number_or_title(read: Read, sheet: Sheet) -> None:
    when = date(2022, 6, 9)
    reading = read(
        sheet(
            [
                "2022-0137",
                None,
                None,
                "红星网",
                "省级",
                "单独采用",
                "一般",
                when,
                when,
                "http://example.invalid/1",
                "截图",
                "是",
            ],
            [None, "一篇", "药山镇", "红网", "省级", None, "头版头条", when, when, None, None, "否"],
            [None, "一篇", "药山镇", "津市组工", "本级（津市）", None, None, when],
            [None, "一篇", "药山镇", "津市组工", "本级", None, None, when],
            [None, "一篇", "药山镇", None, None, None, None, None],
            headings=ADOPTION_LEDGER,
        )
    )
    assert reading.sheets[0].ledger == "adoptions"
    first, second, third, twice, nowhere = reading.rows
    assert first.proposal is not None
    (adoption,) = first.proposal.adoptions
    assert (adoption.evidence, adoption.registered_on, adoption.verified) == ("截图", when, True)
    assert second.proposal is not None
    assert second.proposal.adoptions[0].position is Position.HEADLINE
    assert [row.action for row in (first, second, third)] == [Action.IMPORT] * 3
    assert _flags(twice) == ["duplicate_of_row_5"]
    assert _flags(nowhere) == ["missing_outlet"]


def test_any_question_may_be_answered_by_leaving_the_row_out(read: Read, sheet: Sheet) -> None:
    row = _only(read(sheet({"单位": "市供销社", "报送日期": "昨天"}), {"6月!3": "skip"}))
    assert (row.action, row.reason, row.questions) == (Action.SKIP, "by_decision", ())
