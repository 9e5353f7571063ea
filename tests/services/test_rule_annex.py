"""计分细则 on paper says all that the rules say."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.domain.bulletins import Letterhead
from jinshi_desk.domain.errors import NoRules
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.tables import Table
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.notice_files import Format
from jinshi_desk.services.rule_annex import RuleAnnexDesk, annex
from tests.office import JUNE, Office

SHIPPED = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
PRESS = Press(system_fonts=False)
HEAD = Letterhead("各镇", "某研究室", "", ())


def printed(toml: str) -> Notice:
    return annex(toml, HEAD, date(2022, 7, 3), {"YJS": "研究室"})


def _words(notice: Notice) -> Iterator[str]:
    yield notice.title
    yield notice.opening.text
    for heading, section in notice.printed_sections:
        yield heading
        yield from section.paragraphs
        for table in section.tables:
            yield "；".join(column.head for column in table.columns)
            yield "；".join(cell for row in table.printed_rows for cell in row)


def said(toml: str) -> str:
    return "\n".join(_words(printed(toml)))


def _table(caption: str) -> Table:
    (found,) = (table for table in printed(SHIPPED).sheets if table.caption == caption)
    return found


def test_the_paper_has_the_nine_sections_of_the_rules() -> None:
    headings = [heading for heading, _ in printed(SHIPPED).printed_sections]
    assert headings == [
        "一、采用基本分",
        "二、折算系数",
        "三、同稿多次采用和归月",
        "四、领导批示和约稿",
        "五、月度任务",
        "六、扣分",
        "七、作者分配和联合报送",
        "八、排名和季讲评",
        "九、年终评优",
    ]


def test_points_places_and_grades_stand_in_tables() -> None:
    assert _table("基本分").printed_rows[3] == ("调研", "4", "10", "20", "50")
    assert ("违反保密规定", "−20", "取消年度评先资格") in _table("扣分").printed_rows
    assert ("镇（街道）", "一等1名、二等2名、三等2名") in _table("年终名额").printed_rows
    grades = _table("季讲评等次（从上往下判）").printed_rows
    assert grades[2] == ("好", "缺报月数为0，且名次在前30%")


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('title = "组', 'title = "新组'),
        ('doc_no = ""', 'doc_no = "津组发〔2022〕3号"'),
        ('effective_from = "2022-01"', 'effective_from = "2022-02"'),
        ("display_decimals = 2", "display_decimals = 1"),
        ('name = "省级（湖南省）"', 'name = "全省"'),
        ('name = "国家级", order = 4', 'name = "国家级", order = 0'),
        ('name = "调研"', 'name = "调研报告"'),
        ('name = "动态信息", quota_weight = 1', 'name = "动态信息", quota_weight = 2'),
        ("county = 1.0, prefecture", "county = 1.25, prefecture"),
        ("combined = 0.5 ", "combined = 0.6 "),
        ("photo         = 0.5", "photo         = 0.7"),
        ("headline = 1.5", "headline = 2.0"),
        ('policy = "highest"', 'policy = "sum_all"'),
        ("county_news_month_cap = 0", "county_news_month_cap = 3.5"),
        ("county = 5.0", "county = 6.0"),
        ("on_time = 2.0", "on_time = 3.0"),
        ("late = -2.0", "late = -3.0"),
        ("not_done = -5.0", "not_done = -6.0"),
        ("groups = { town = 2", "groups = { town = 3"),
        ('count_basis = "valid_submission"', 'count_basis = "received"'),
        ("remind_days = [15, 25]", "remind_days = [10, 25]"),
        ("grace_close_day = 5", "grace_close_day = 3"),
        ("base_completed = 2.0", "base_completed = 2.5"),
        ("per_missing = -1.0", "per_missing = -0.5"),
        ("zero_extra = -1.0", "zero_extra = 0.0"),
        ('name = "瞒报",                       points = -10.0', 'name = "瞒报", points = -8.0'),
        ('name = "瞒报"', 'name = "隐瞒不报"'),
        ("points = -5.0, void_item = true", "points = -5.0, void_item = false"),
        ("disqualify_year = true", "disqualify_year = false"),
        ('split = "equal"                 # equal |', 'split = "ratio"                 # equal |'),
        ("max_authors = 3", "max_authors = 2"),
        ('exclude_roles = ["reporter", "media_editor"]', 'exclude_roles = ["reporter"]'),
        ("evidence_days = 60", "evidence_days = 30"),
        ('year_close = "01-10"', 'year_close = "01-15"'),
        ('tie_breakers_award = ["national_count", ', "tie_breakers_award = ["),
        ('unranked_units = ["YJS"]', "unranked_units = []"),
        ('order = ["poor", "fair"', 'order = ["fair", "poor"'),
        ("missed_months>=2", "missed_months>=3"),
        ('name = "较好"', 'name = "尚好"'),
        ("town   = { first = 1", "town   = { first = 2"),
        ("office = { excellent = 1 }", "office = { excellent = 2 }"),
        ("person = { excellent = 10 }", "person = { excellent = 8 }"),
        ("article = { news = 3", "article = { news = 4"),
        ("min_active_months = 6", "min_active_months = 5"),
        ('wording = "通报表扬"', 'wording = "通报肯定"'),
    ],
)
def test_whatever_is_changed_in_the_rules_changes_the_paper(written: str, instead: str) -> None:
    assert SHIPPED.count(written) == 1 or written.startswith(("county", "headline", "split"))
    assert said(SHIPPED.replace(written, instead, 1)) != said(SHIPPED)


def test_shares_of_authors_are_said_where_they_are_used() -> None:
    by_ratio = SHIPPED.replace('split = "equal"                 # equal |', 'split = "ratio" # equal |')
    assert "按0.6、0.4的比例分" in said(by_ratio)
    assert "研究室列在表里但不排名" in said(SHIPPED)


def test_a_month_before_the_first_rules_has_no_paper(office: Office) -> None:
    desk = RuleAnnexDesk(office.store, PRESS, office.today)
    assert desk.of_month(JUNE).stem == "计分细则-2022-01"
    with pytest.raises(NoRules):
        desk.of_month(Month(2021, 12))


def test_the_paper_is_saved_as_page_and_document(office: Office, tmp_path: Path) -> None:
    desk = RuleAnnexDesk(office.store, PRESS, office.today)
    written = desk.files.save(desk.of_month(JUNE), tmp_path, (Format.PDF, Format.DOCX, Format.XLSX))
    assert [path.name for path in written] == [
        "计分细则-2022-01.pdf",
        "计分细则-2022-01.docx",
        "计分细则-2022-01.xlsx",
    ]
    assert written[0].read_bytes().startswith(b"%PDF")
