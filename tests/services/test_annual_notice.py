"""The year's notice: its sentences and annexes, what keeps it in, and that nothing moves once it is out."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jinshi_desk.cli import main
from jinshi_desk.domain.award_decisions import NewDecision
from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.errors import AlreadyIssued, MonthOfIssuedPeriod, NoticeOutOfBalance, StillOpen
from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.annual_notice import AnnualNotice
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from tests.keyed import keys_of, untrue
from tests.office import Office, unit_id

YEAR = Period.parse("2022")
NOVEMBER, DECEMBER = Month(2022, 11), Month(2022, 12)
OUT = PeriodIssue(YEAR, "津组通〔2023〕1号", date(2023, 1, 12))


@pytest.fixture(scope="module")
def closed_year(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Books from November on: 药山镇 in Beijing and at home, 新洲镇 in the city; a correction; all closed."""
    file = Path(shutil.copy(template, tmp_path_factory.mktemp("year") / "台账.jinshi"))
    office = Office(file)
    office.day = date(2022, 12, 6)
    for unit in ("药山镇", "新洲镇"):
        for day in ("2022-11-08", "2022-11-09"):
            office.log(unit=unit, received=day)
    office.adopt(office.log("屋场会", unit="药山镇", received="2022-11-02"), Level.NATIONAL, on="2022-11-08")
    office.adopt(office.log("微课堂", unit="药山镇", received="2022-11-02"), Level.COUNTY, on="2022-11-09")
    talks = office.log("田间谈心", unit="新洲镇", received="2022-11-02", category=Category.ESSAY)
    office.adopt(talks, Level.PREFECTURE, on="2022-11-10")
    with office.store.writing("platform") as act:
        office.store.platforms.put(NOVEMBER, PlatformMonth(21, 168, 40, 3050))
        act.subject = "2022-11"
    office.close(NOVEMBER)
    office.correction.record(NewCorrection(unit_id("新洲镇"), NOVEMBER, 150, "漏计一条", office.day))
    office.day = date(2023, 1, 12)
    office.close(DECEMBER)
    office.store.close()
    return file


@pytest.fixture
def year(closed_year: Path, tmp_path: Path) -> Iterator[Office]:
    """The same books, one's own, on the 12th of January."""
    office = Office(Path(shutil.copy(closed_year, tmp_path / "台账.jinshi")))
    office.day = date(2023, 1, 12)
    yield office
    office.store.close()


def desk(office: Office) -> PeriodNoticeDesk:
    return PeriodNoticeDesk(office.store, Press(), office.today, AnnualNotice(office.store, office.today))


def said(draft: PeriodDraft) -> dict[str, str]:
    return {each.code: each.text for each in draft.notice.sentences() if each.included}


def failing(draft: PeriodDraft) -> dict[CheckName, str]:
    return {check.name: check.detail for check in draft.checks if not check.ok}


def confirm_all(office: Office) -> None:
    for award in (Award.TOWN, Award.NEWS, Award.ESSAY):
        office.awards.confirm(2022, award)


def test_the_notice_says_the_year_its_lists_and_what_is_asked(year: Office) -> None:
    desk(year).enter(YEAR, {"requirements": "多写基层。\n按时报送。"})
    text = said(desk(year).draft(YEAR))
    assert text["Y1"] == (
        "2022年，全市组织系统报送有效信息7条，被本级及以上媒体采用3篇、3篇次，其中国家级1、市级1、本级1篇次；"
        "“津市组工”微信公众号群发21次、编发168条。"
    )
    assert text["Y2"] == "没有单位12个月均完成任务。"
    assert text["Y3-town"] == "镇（街道）一等：药山镇；二等：新洲镇。"
    assert text["Y5"] == (
        "优秀稿件：动态信息2篇：《屋场会》（药山镇）、《微课堂》（药山镇）；真言文章1篇：《田间谈心》（新洲镇）。"
    )
    assert (text["Y7-1"], text["Y7-2"]) == ("多写基层。", "按时报送。")
    assert "Y4" not in text


def test_every_figure_of_its_tables_opens_to_itself(year: Office) -> None:
    draft = desk(year).draft(YEAR)
    assert {"unit.total", "unit.cumulative", "unit.rank_cumulative", "draft", "correction"} <= keys_of(draft)
    assert list(untrue(draft, ExplainDesk(year.store, year.today))) == []


def test_who_is_left_out_is_told_only_where_the_office_wants_it(year: Office) -> None:
    assert "Y6" not in said(desk(year).draft(YEAR))
    new = NewDecision(Award.TOWN, unit_id("新洲镇"), "", "内容失实被通报", year.day, "王部长")
    year.awards.decide(2022, new)
    desk(year).include(YEAR, "Y6", included=True)
    text = said(desk(year).draft(YEAR))
    assert text["Y3-town"] == "镇（街道）一等：药山镇。"
    assert "新洲镇（内容失实被通报）" in text["Y6"]
    assert text["Y6"].startswith("不纳入评优的单位及原因：")


def test_the_annexes_are_the_year_what_ran_above_the_county_and_the_corrections(year: Office) -> None:
    table, pieces, corrections = desk(year).draft(YEAR).notice.annexes
    assert [column.head for column in table.tables[0].columns][2:14] == [f"{n}月" for n in range(1, 13)]
    first = table.tables[0].printed_rows[0]
    assert (first[1], first[2], first[-1]) == ("药山镇", "—", "1")
    assert [row[1] for row in pieces.tables[0].printed_rows] == ["屋场会", "田间谈心"]
    ((_, unit, month, _, difference, booked, _),) = corrections.tables[0].printed_rows
    assert (unit, month, difference, booked) == ("新洲镇", "2022年11月", "1.5", "2022年12月")


def test_it_goes_out_only_with_every_name_confirmed_and_then_nothing_moves(year: Office) -> None:
    notices = desk(year)
    notices.enter(YEAR, {"requirements": "多写基层。"})
    assert failing(notices.draft(YEAR)) == {CheckName.NAMES: "5 名"}
    with pytest.raises(NoticeOutOfBalance):
        notices.issue(OUT)
    confirm_all(year)
    assert failing(notices.draft(YEAR)) == {}
    notices.issue(OUT)
    frozen = notices.draft(YEAR)
    assert frozen.notice.dated == OUT.on
    with pytest.raises(AlreadyIssued):
        year.awards.confirm(2022, Award.TOWN)
    with pytest.raises(AlreadyIssued):
        notices.enter(YEAR, {"title": "另一个标题"})
    with pytest.raises(MonthOfIssuedPeriod):
        year.issuing.reopen(DECEMBER, "漏登")
    year.store.release()
    with closing(sqlite3.connect(year.store.file)) as file, pytest.raises(sqlite3.IntegrityError):
        file.execute("UPDATE award_decision SET voided = '改'")
    assert notices.draft(YEAR) == frozen


def test_it_waits_for_december(office: Office) -> None:
    office.adopt(office.log(unit="药山镇"))
    with pytest.raises(StillOpen):
        desk(office).issue(OUT)
    assert CheckName.MONTHS in failing(desk(office).draft(YEAR))


def test_a_notice_that_commends_or_leaves_a_name_out_does_not_go_out(year: Office) -> None:
    confirm_all(year)
    notices = desk(year)
    notices.enter(YEAR, {"title": "关于表彰2022年度组工信息先进单位的决定", "requirements": "多写基层。"})
    notices.edit(YEAR, "Y3-town", "镇（街道）一等：药山镇。")
    assert failing(notices.draft(YEAR)) == {CheckName.LISTED: "新洲镇", CheckName.PRAISE: "表彰"}
    notices.enter(YEAR, {"title": "关于2022年度全市组工信息宣传工作的通报表扬"})
    notices.edit(YEAR, "Y3-town", None)
    assert failing(notices.draft(YEAR)) == {}
    assert notices.draft(YEAR).notice.title == "关于2022年度全市组工信息宣传工作的通报表扬"


def test_every_figure_of_the_text_opens_to_what_stands_behind_it(year: Office) -> None:
    draft = desk(year).draft(YEAR)
    keys = {span.figure.key for each in draft.notice.sentences() for span in each.spans}
    keys |= {tile.key for tile in draft.tiles}
    assert {"valid", "times.national", "platform.pushes", "award.news"} <= keys
    assert {key for key in keys if draft.working(key) is None} == set()


def test_the_command_line_types_saves_and_signs_out(
    year: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jinshi_desk.cli.commands._today", year.today)
    confirm_all(year)
    year.store.release()
    data = ["--data", str(year.store.file), "year", "2022"]
    assert main([*data, "--set", "requirements=多写基层。", "--issue", OUT.number]) == 0
    assert f"2022年通报已印发，{OUT.number}" in capsys.readouterr().out
    assert main([*data, "--out", str(tmp_path / "年终")]) == 0
    written = [Path(line) for line in capsys.readouterr().out.split()]
    assert [path.name for path in written] == [
        f"组工信息年度考核情况通报-2022.{kind}" for kind in ("pdf", "docx", "xlsx")
    ]
    book = load_workbook(written[2])
    assert {"数据", "积分·镇（街道）", "名单·镇（街道）", "市级以上采用", "更正汇总", "正文"} <= set(
        book.sheetnames
    )
    assert main([*data, "--issue", "津组通〔2023〕2号"]) == 1
    assert capsys.readouterr().err == (
        "2022年通报已于2023年1月12日以津组通〔2023〕1号印发，不能再改动；差错请在台账里登更正。\n"
    )


@pytest.mark.parametrize(
    "wrong",
    [
        ["--awards", "--out", "名单.pdf"],
        ["--extract", "cadre", "--issue", "1号"],
        ["--notice", "--out", "通报.xlsx"],
        ["--date", "2023-01-12", "--notice"],
        ["--set", "工作要求"],
    ],
)
def test_what_does_not_go_together_is_wrong_usage(wrong: list[str], data_file: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--data", str(data_file), "year", "2022", *wrong])
    assert stopped.value.code == 2
