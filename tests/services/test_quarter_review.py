"""The quarter's review: the sum of its months, and every sentence that it has reason to say."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.domain import quarter_sentences
from jinshi_desk.domain.assignments import NewAssignment
from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.errors import NoWorkThatQuarter, QuarterToCome
from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.linking import text_of
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.domain.quarter_review import Quarter
from jinshi_desk.domain.quarters import QuarterFigures
from jinshi_desk.domain.roster_acts import Join
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.office import FirstAnswers, create_office
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.services.quarters import QuarterReview, quarter_of
from jinshi_desk.services.safety import verify
from jinshi_desk.wording import NAMES
from tests.keyed import keys_of, untrue
from tests.office import JUNE, Office, a_clock, unit_id

FIRST, SECOND = Period.parse("2022-Q1"), Period.parse("2022-Q2")
TODAY = date(2022, 7, 8)
TYPED = {"forum": "3", "mentoring": "4", "tutoring": "9", "symposia": "0", "directions": "换届之后；冬训"}


def _fill(office: Office) -> None:
    """A quarter and the one after it: one town reports always, one misses a month, one two."""
    missed = {("新洲镇", 5), ("白衣镇", 5), ("白衣镇", 6)}
    numbers = {
        (unit, month, day): office.log(
            f"{unit}{month}月{day}日的做法", unit=unit, received=f"2022-{month:02d}-{day:02d}"
        )
        for month in range(1, 7)
        for unit in ("药山镇", "新洲镇", "白衣镇")
        for day in (8, 12)
        if (unit, month) not in missed
    }
    town, late = numbers["药山镇", 4, 8], numbers["新洲镇", 6, 8]
    office.adopt(numbers["药山镇", 2, 8], on="2022-02-18")
    office.adopt(town, Level.PROVINCE, on="2022-04-18")
    office.adopt(town, Level.COUNTY, on="2022-05-09")
    office.adopt(late, Level.PREFECTURE, on="2022-06-13")
    fresh = office.log(
        "新人写的经验",
        unit="药山镇",
        received="2022-06-20",
        authors=("王测三",),
        category=Category.EXPERIENCE,
    )
    office.adopt(fresh, on="2022-06-30")
    office.tagging.put([town, late], ["党建引领"])
    office.tagging.put([fresh], ["党建引领", "为民服务"])
    office.picks.pick(town, NewQualityPick(Month(2022, 4), "做法写得实", date(2022, 4, 30), "李主任"))
    office.day = date(2022, 6, 15)
    returned = office.log("退过的稿", received="2022-06-14", accepted=False)
    office.register.return_(returned, "数据没有核实。", "标题不准")
    with office.store.writing("platform") as act:
        office.store.platforms.put(JUNE, PlatformMonth(21, 168, 0, 3050))
        act.subject = "2022-06"
    asked = NewCommission(unit_id("新洲镇"), "联建经验", date(2022, 6, 15), date(2022, 7, 20))
    office.commission.record(asked)
    writer = next(person for person in office.people.people() if person.name == "周试一")
    office.day = date(2022, 4, 2)
    office.assignments.record(NewAssignment(writer.id, SECOND, 99, office.day))
    office.day = TODAY
    office.close(*(Month(2022, number) for number in range(1, 7)))


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Half a year of an office of three towns, closed; nobody writes in it."""
    file = tmp_path_factory.mktemp("quarters") / "台账.jinshi"
    few = frozenset({unit_id("新洲镇"), unit_id("药山镇"), unit_id("白衣镇"), "YJS"})
    create_office(file, FirstAnswers(units=few), a_clock).close()
    office = Office(file, a_clock)
    office.day = TODAY
    _fill(office)
    yield office
    office.store.close()


@pytest.fixture(scope="module")
def quarter(year: Office) -> Quarter:
    return quarter_of(year.store, SECOND, TODAY, TYPED)


@pytest.fixture(scope="module")
def draft(year: Office) -> PeriodDraft:
    """The review, with what the office typed."""
    return _desk(year)._composition.compose(SECOND, {}, TYPED)


@pytest.fixture(scope="module")
def said(draft: PeriodDraft) -> dict[str, str]:
    return {sentence.code: sentence.text for sentence in draft.notice.sentences()}


def _desk(office: Office) -> PeriodNoticeDesk:
    return PeriodNoticeDesk(office.store, Press(), office.today, QuarterReview(office.store, office.today))


# ---- figures


def test_a_quarter_is_the_sum_of_its_months(quarter: Quarter, year: Office) -> None:
    months = [year.figures(month) for month in SECOND.months]
    figures = quarter.figures
    assert figures.valid == sum(month.valid for month in months) == 13
    assert figures.adoption.drafts == sum(month.adoption.drafts for month in months) == 4
    assert figures.adoption.times == 4
    for each in figures.units:
        assert each.cents == sum(month.points_of(each.unit.id).total for month in months)


def test_the_rate_counts_valid_drafts_that_ran_by_the_end_of_the_quarter(quarter: Quarter) -> None:
    assert (quarter.figures.adopted_of_valid, quarter.figures.rate) == (3, 231)
    assert quarter.before is not None
    assert (quarter.before.adopted_of_valid, quarter.before.valid) == (1, 18)


def test_a_quarter_that_is_not_closed_whole_is_not_compared_with(quarter: Quarter, year: Office) -> None:
    assert quarter.year_ago is None
    assert quarter_of(year.store, FIRST, TODAY).before is None


def test_grades_follow_months_missed_and_rank(quarter: Quarter) -> None:
    grades = {each.unit.name: (each.missed_months, each.rank, each.grade) for each in quarter.figures.units}
    assert grades["药山镇"] == (0, 1, "better")  # the first of three is no more than 30 %
    assert grades["新洲镇"][::2] == (1, "fair")
    assert grades["白衣镇"][::2] == (2, "poor")
    assert grades["研究室"] == (0, None, "")


def test_who_runs_for_the_first_time_is_new_unless_the_books_just_begin(
    quarter: Quarter, year: Office
) -> None:
    assert quarter.newcomers is not None
    new = [(each.name, each.unit) for each in quarter.newcomers]
    assert new == [("周试一", "新洲镇"), ("王测三", "药山镇")]
    assert quarter_of(year.store, FIRST, TODAY).newcomers is None


def test_days_run_from_receipt_to_the_first_adoption_alone(quarter: Quarter) -> None:
    assert sorted(run.days for run in quarter.first_runs) == [5, 10, 10]
    assert str(quarter.average_days) == "8.3"


# ---- sentences


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("Q0", "现将二季度组工信息宣传工作讲评如下："),
        (
            "Q1",
            (
                "二季度，共收到有效信息13条，采用4篇、4篇次，采用率23.1%，"
                "较上季度有效信息减少5条、采用增加3篇、采用率提高17.5个百分点。"
            ),
        ),
        ("Q2", "三个月均完成任务的单位1家，有1个月未完成的1家，2个月及以上未完成的1家。"),
        ("Q3", "从选题看，围绕党建引领的稿件3篇，占23.1%；围绕为民服务的稿件1篇，占7.7%。"),
        ("Q3-2", "从质量看，市级以上采用2篇次，环比增加2篇次。"),
        ("Q3-3", "从时效看，从报送到首次采用平均8.3天。"),
        ("Q3-4", "从队伍看，2名作者首次被采用。"),
        ("Q5", "退回修改1篇次，原因依次为数据没有核实（1次）、标题不准（1次）。"),
        ("Q5-2", "如某镇（街道）一篇动态信息，因数据没有核实退回修改。"),
        ("Q6", "较好（1家）：药山镇；一般（1家）：新洲镇；差（1家）：白衣镇。"),
        ("Q7", "“津市组工”微信公众号群发21次、编发168条。"),
        ("Q7-2", "“津津有味”讲坛3期；导师帮带4对、辅导9次。"),
        ("Q8", "下季度选题方向：换届之后；冬训。"),
        ("Q8-2", "下季度约稿1篇：新洲镇《联建经验》（7月20日前）。"),
    ],
)
def test_the_review_says(code: str, text: str, said: dict[str, str]) -> None:
    assert said[code] == text


def test_a_good_draft_is_told_with_where_it_ran_and_why(said: dict[str, str]) -> None:
    (praised,) = (text for code, text in said.items() if code.startswith("Q4-"))
    assert praised == "《药山镇4月8日的做法》（药山镇 周试一，红星网4月18日）。做法写得实。"


def test_the_same_quarter_a_year_ago_is_compared_with_where_it_is_closed(quarter: Quarter) -> None:
    both = replace(quarter, year_ago=quarter.before)
    assert text_of(quarter_sentences.year_ago(both, NAMES)) == (
        "与去年同期相比，有效信息减少5条、采用增加3篇、采用率提高17.5个百分点。"
    )
    assert text_of(quarter_sentences.quality(both, NAMES)) == (
        "从质量看，市级以上采用2篇次，同比增加2篇次，环比增加2篇次。"
    )


def test_what_is_as_it_was_is_said_so(quarter: Quarter) -> None:
    same = replace(quarter, before=quarter.figures)
    assert text_of(quarter_sentences.received(same, NAMES)).endswith(
        "，较上季度有效信息持平、采用持平、采用率持平。"
    )


def test_persons_are_named_only_where_the_office_switches_it_on(year: Office, said: dict[str, str]) -> None:
    assert said["Q5-3"].startswith("任务到人未完成的1项：周试一（")
    by_code = {each.code: each for each in _desk(year).draft(SECOND).notice.sentences()}
    assert not by_code["Q5-3"].included
    assert by_code["Q5"].included


def test_every_figure_said_has_something_behind_it(draft: PeriodDraft, year: Office) -> None:
    keys = [span.figure.key for sentence in draft.notice.sentences() for span in sentence.spans]
    assert len(keys) > 20
    explain = ExplainDesk(year.store)
    for key in {*keys, *(tile.key for tile in draft.tiles)}:
        working = draft.working(key)
        if working is not None:
            assert working.table.rows, key
        else:
            chain = explain.chain(Opens(key, SECOND.last, SECOND.first))
            assert chain.holds, key
            assert [line.month for line in chain.lines] == list(SECOND.months)


def test_every_key_of_a_table_leads_to_a_chain_that_says_the_same(draft: PeriodDraft, year: Office) -> None:
    assert {"unit.received", "unit.missed", "unit.total", "draft"} <= keys_of(draft)
    assert list(untrue(draft, ExplainDesk(year.store, lambda: TODAY))) == []


def test_the_months_stand_side_by_side_under_the_first_section(draft: PeriodDraft) -> None:
    (months,) = draft.notice.sections[0].tables
    assert [column.head for column in months.columns] == ["项目", "4月", "5月", "6月", "本季度"]
    assert months.rows[1] == ("有效信息（条）", 6, 2, 5, 13)


def test_every_sheet_of_the_workbook_has_heads_of_its_own(draft: PeriodDraft) -> None:
    data, towns, *_ = draft.notice.sheets
    assert (data.caption, towns.caption) == ("数据", "积分·镇（街道）")
    for sheet in draft.notice.sheets:
        heads = [column.head for column in sheet.columns]
        assert len(set(heads)) == len(heads)
    assert [column.head for column in towns.columns][7:11] == ["4月积分", "5月积分", "6月积分", "本季度积分"]


def test_the_checks_hold(year: Office) -> None:
    checks = {check.name: check.ok for check in _desk(year).draft(SECOND).checks}
    assert {CheckName.UNITS, CheckName.LEVELS, CheckName.COMPLETION, CheckName.GRADES} <= checks.keys()
    assert all(checks.values())


def test_a_sum_that_is_off_is_seen(year: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QuarterFigures, "valid", property(lambda _: 14))
    checks = {check.name: check.detail for check in _desk(year).draft(SECOND).checks if not check.ok}
    assert checks == {CheckName.SUMS: "有效 14 ≠ 13", CheckName.UNITS: "14 ≠ 13"}


# ---- what has nothing to say


def test_a_quarter_still_to_come_or_before_the_books_has_no_review(year: Office) -> None:
    with pytest.raises(QuarterToCome):
        quarter_of(year.store, Period.parse("2022-Q4"), TODAY)
    with pytest.raises(NoWorkThatQuarter):
        quarter_of(year.store, Period.parse("2021-Q4"), TODAY)


def test_a_quarter_without_drafts_says_so_and_nothing_else(year: Office) -> None:
    empty = quarter_of(year.store, Period.parse("2022-Q3"), TODAY)
    said = {each.code: each.text for each in _desk(year).draft(Period.parse("2022-Q3")).notice.sentences()}
    assert (empty.figures.rate, empty.average_days) == (None, None)
    assert said["Q1"] == "三季度未收到有效信息。"
    assert said.keys() == {"Q0", "Q1"}


def test_who_ran_before_under_another_record_is_not_new_and_a_reporter_never_is(office: Office) -> None:
    office.day = date(2022, 7, 20)
    office.adopt(office.log(unit="药山镇", received="2022-06-08"), on="2022-06-20")
    office.adopt(
        office.log(unit="新洲镇", received="2022-07-08", authors=("周试一", "李试二")), on="2022-07-12"
    )
    first, again = sorted(person.id for person in office.people.people() if person.name == "周试一")
    third = Period.parse("2022-Q3")

    def new() -> list[str]:
        found = quarter_of(office.store, third, office.day).newcomers
        return [each.name for each in found or ()]

    assert new() == ["周试一", "李试二"]
    office.people.do(Join(again, first, "同一个人"))
    assert new() == ["李试二"]
    with office.store.writing("role") as act:
        act.subject = "role"
        office.store._sql.execute_sql("UPDATE draft_author SET role = 'reporter'")
    assert new() == []


# ---- out


def test_the_review_goes_out_and_stays_whatever_comes_later(year: Office, tmp_path: Path) -> None:
    for name in ("台账.jinshi", "台账.jinshi-wal"):  # a copy of one's own, to write in
        shutil.copy(year.store.file.with_name(name), tmp_path / name)
    office = Office(tmp_path / "台账.jinshi", a_clock)
    office.day = TODAY
    desk = _desk(office)
    desk.enter(SECOND, TYPED)
    desk.issue(PeriodIssue(SECOND, "津组通〔2022〕9号", TODAY))
    kept = desk.draft(SECOND)
    office.tagging.put([office.log(unit="药山镇", received="2022-07-05")], ["换届"])
    office.picks.take_back(
        office.store.drafts.by_id(office.store.quality_picks.all()[0].draft).number, "另有"
    )
    assert desk.draft(SECOND) == kept
    assert kept.notice.dated == TODAY
    assert all(finding.ok for finding in verify(office.store, office.bulletins))
    office.store.close()
