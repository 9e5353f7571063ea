"""T9–T16, T19 and annex 3: each said only when it has something to say, each number linked (§6.2)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jinshi_desk.domain.balance import CheckName, checks
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.composition import Edit
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.drafts import Author
from jinshi_desk.domain.errors import MonthClosed, NotFileable
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.office import OfficeDesk
from tests.office import JUNE, MAY, Office, a_draft, unit_id

TOWN, OTHER = "新洲镇", "药山镇"


@pytest.fixture
def desk(office: Office) -> BulletinDesk:
    return BulletinDesk(office.store, Press())


def said(office: Office, code: str) -> str | None:
    return office.sentences().get(code)


def linked(office: Office, code: str) -> dict[str, str]:
    """The figures of a sentence, where it is said."""
    sentences = [each for section in office.bulletin().sections for each in section.sentences]
    (found,) = (each for each in sentences if each.code == code)
    assert all(found.text[span.start : span.end] == span.figure.text for span in found.spans)
    return {span.figure.key: span.figure.text for span in found.spans}


def commission(office: Office, unit: str = TOWN, delivered: str = "") -> int:
    asked = NewCommission(unit_id(unit), "联建经验", date(2022, 6, 1), date(2022, 6, 20))
    number = office.commission.record(asked)
    if delivered:
        office.commission.deliver(number, date.fromisoformat(delivered))
    return number


def instruct(office: Office, number: str, level: Level) -> int:
    day = date(2022, 6, 20)
    return office.instruction.record(number, NewInstruction(level, "高样二", day, day))


def deduct(office: Office, kind: str = "text_error", unit: str = TOWN, **facts: Any) -> int:
    new = NewDeduction(unit_id(unit), kind, "日期有误", date(2022, 6, 24), "李主任", **facts)
    deduction = office.deduction.propose(new)
    office.deduction.confirm(deduction, Confirmation("王部长", date(2022, 6, 26)))
    return deduction


def test_a_quiet_month_says_none_of_it(office: Office) -> None:
    assert not {"T9", "T10", "T11", "T13", "T14", "T15", "T16", "T19"} & office.sentences().keys()


# ---- T9


def test_commissions_on_time_are_told_together(office: Office) -> None:
    commission(office, delivered="2022-06-18")
    commission(office, OTHER, delivered="2022-06-20")
    assert said(office, "T9") == "下达约稿2篇，均按时完成。"


def test_commissions_not_on_time_are_named(office: Office) -> None:
    commission(office, delivered="2022-06-18")
    commission(office, delivered="2022-06-25")
    commission(office)
    office.commission.mark_not_done(commission(office, OTHER), date(2022, 7, 1))
    assert said(office, "T9") == (
        "下达约稿4篇，按时完成1篇；未按时完成：新洲镇（迟交1篇、未交1篇）、药山镇（未交1篇）。"
    )
    figures = linked(office, "T9")
    assert (figures["commissions"], figures["commissions.on_time"]) == ("4", "1")
    assert figures[f"commissions.late.{unit_id(TOWN)}"] == "1"


def test_no_commission_on_time_drops_the_zero(office: Office) -> None:
    commission(office)
    assert said(office, "T9") == "下达约稿1篇，未按时完成：新洲镇（未交1篇）。"


def test_a_commission_due_later_or_struck_out_is_not_told(office: Office) -> None:
    later = NewCommission(unit_id(TOWN), "七月的题", date(2022, 6, 1), date(2022, 7, 20))
    office.commission.record(later)
    office.commission.void(commission(office), "不再需要")
    assert said(office, "T9") is None


# ---- T10


def test_instructions_are_told_level_by_level(office: Office) -> None:
    first, second = office.log("微课堂"), office.log("屋场会", unit=OTHER)
    instruct(office, first, Level.COUNTY)
    instruct(office, first, Level.PROVINCE)
    instruct(office, second, Level.PREFECTURE)
    assert said(office, "T10") == (
        "1篇稿件获省级领导批示：新洲镇《微课堂》；1篇稿件获市级领导批示：药山镇《屋场会》。"
    )
    assert linked(office, "T10") == {"instructed.province": "1", "instructed.prefecture": "1"}


def test_only_five_titles_are_named(office: Office) -> None:
    for place in range(6):
        instruct(office, office.log(f"题{place}"), Level.COUNTY)
    text = said(office, "T10") or ""
    assert text.startswith("6篇稿件获本级领导批示：")
    assert text.endswith("新洲镇《题4》等。")


def test_a_void_drafts_instruction_is_not_told(office: Office) -> None:
    number = office.log()
    instruct(office, number, Level.COUNTY)
    office.register.void(number, "失实")
    assert said(office, "T10") is None


# ---- T11


def test_platform_figures_are_told_once_they_are_typed(office: Office, desk: BulletinDesk) -> None:
    desk.set_platform(JUNE, PlatformMonth(21, 168, 40, 3050))
    assert said(office, "T11") == (
        "“津市组工”微信公众号群发21次、编发168条，周均4.9次；津市党建网更新40条；关注用户3050人。"
    )
    assert linked(office, "T11")["platform.week"] == "4.9"
    assert desk.platform(JUNE) == PlatformMonth(21, 168, 40, 3050)
    desk.set_platform(JUNE, None)
    assert desk.platform(JUNE) is None
    assert said(office, "T11") is None


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (PlatformMonth(30, 100, 0, 0), "“津市组工”微信公众号群发30次、编发100条，周均7次。"),
        (PlatformMonth(0, 0, 3, 0), "津市党建网更新3条。"),
        (PlatformMonth(0, 0, 0, 0), None),
    ],
)
def test_zero_parts_of_the_platforms_are_dropped(
    typed: PlatformMonth, text: str | None, office: Office, desk: BulletinDesk
) -> None:
    desk.set_platform(JUNE, typed)
    assert said(office, "T11") == text


def test_platform_figures_are_checked_and_closed_months_keep_theirs(
    office: Office, desk: BulletinDesk
) -> None:
    assert [problem.field for problem in desk.check_platform(PlatformMonth(-1, 0, 0, 0))] == ["pushes"]
    with pytest.raises(NotFileable):
        desk.set_platform(JUNE, PlatformMonth(-1, 0, 0, 0))
    office.close(MAY)
    with pytest.raises(MonthClosed):
        desk.set_platform(MAY, PlatformMonth(1, 1, 1, 1))


# ---- T13–T16


def test_late_drafts_are_counted_by_unit(office: Office) -> None:
    office.log(received="2022-07-02", makeup=True)
    for _ in range(2):
        office.log(unit=OTHER, received="2022-07-02", makeup=True)
    office.log(unit="办公室", received="2022-07-02", makeup=True)
    assert said(office, "T13") == "迟报：药山镇（2条）、新洲镇（1条）。"
    assert linked(office, "T13") == {f"late.{unit_id(OTHER)}": "2", f"late.{unit_id(TOWN)}": "1"}


def test_missing_forms_are_counted_by_unit_where_forms_are_asked_for(office: Office) -> None:
    office.log(approval_on_file=False)
    assert said(office, "T14") == "审批表缺失或不全：新洲镇（1份）。"
    assert linked(office, "T14") == {f"missing_form.{unit_id(TOWN)}": "1"}
    with office.store.writing("settings"):
        office.store.settings.put({"quota.form_required": "0"})
    assert said(office, "T14") is None


def test_confirmed_deductions_are_told_reason_by_reason(office: Office) -> None:
    deduct(office)
    deduct(office)
    deduct(office, unit=OTHER)
    deduct(office, "omission", OTHER)
    office.deduction.propose(NewDeduction(unit_id(TOWN), "secrecy", "待查", date(2022, 6, 24), "李主任"))
    office.deduction.void(deduct(office, "concealment"), "登错")
    assert said(office, "T15") == (
        "因文字、数据差错扣分：新洲镇（−2分）、药山镇（−1分）；因漏报重要情况扣分：药山镇（−5分）。"
    )
    assert linked(office, "T15")[f"deducted.text_error.{unit_id(TOWN)}"] == "−2"


def test_returns_are_told_with_their_three_commonest_reasons(office: Office) -> None:
    for reason in ("数据不实。", "标题过长", "数据不实", "缺少成效", "文字差错", "缺少成效"):
        office.register.return_(office.log(accepted=False), reason)
    office.register.return_(office.log(accepted=False), "撤回的理由")
    office.undo.last()
    with office.store.writing("backdate"):
        office.store._db.execute_sql("UPDATE draft_return SET returned_on = '2022-06-15'")
    assert said(office, "T16") == "审核退回6篇，主要问题：数据不实；缺少成效；标题过长。"
    assert linked(office, "T16") == {"returned": "6"}


def test_a_draft_returned_twice_is_one(office: Office) -> None:
    number = office.log(accepted=False)
    for day in (date(2022, 6, 14), date(2022, 6, 20)):
        office.day = day
        office.register.return_(number, "数据不实")
        office.register.resubmit(number, day)
    assert said(office, "T16") == "审核退回1篇，主要问题：数据不实。"


# ---- T19


def test_corrections_tell_what_it_should_have_been(office: Office) -> None:
    office.adopt(office.log(received="2022-05-10"), on="2022-05-20")
    office.close(MAY)
    for cents in (50, 25):
        office.correction.record(NewCorrection(unit_id(TOWN), MAY, cents, "漏计", date(2022, 7, 1)))
    office.correction.record(NewCorrection(unit_id(OTHER), MAY, -100, "多计", date(2022, 7, 1)))
    assert said(office, "T19") == (
        "5月通报中新洲镇积分应为0.75分，差额+0.75分已计入本月；"
        "5月通报中药山镇积分应为−4分，差额−1分已计入本月。"
    )
    assert linked(office, "T19")[f"correction.2022-05.{unit_id(TOWN)}"] == "0.75"
    assert office.points_of(OTHER) == "−4"


def test_an_edited_correction_keeps_its_figures(office: Office) -> None:
    office.close(MAY)
    office.correction.record(NewCorrection(unit_id(TOWN), MAY, 50, "漏计", date(2022, 7, 1)))
    for text, broken in (("新洲镇上月应为0.5分，补记+0.5分。", 0), ("新洲镇上月应为0.5分，补记+1分。", 1)):
        bulletin = office.bulletin(T19=Edit(text, included=True))
        (sentence,) = (
            each for section in bulletin.sections for each in section.sentences if each.code == "T19"
        )
        assert len(sentence.broken) == broken


# ---- checks


def test_the_books_balance_with_everything_in_them(office: Office) -> None:
    office.close(MAY)
    number = office.log()
    office.adopt(number)
    instruct(office, number, Level.PROVINCE)
    commission(office, delivered="2022-06-25")
    deduct(office, draft=number)
    office.correction.record(NewCorrection(unit_id(TOWN), MAY, 50, "漏计", date(2022, 7, 1)))
    assert [check for check in checks(office.bulletin()) if not check.ok] == []
    row = next(row for table in office.bulletin().points_tables for row in table.rows if row.unit == TOWN)
    assert (row.gained, row.bonus, row.deducted) == (100, 2050, -400)


def test_a_capped_month_balances(office: Office) -> None:
    with office.store.writing("rules"):
        office.store._db.execute_sql(
            "UPDATE rule_set SET toml = replace(toml, 'month_cap = 0', 'month_cap = 1')"
        )
    for _ in range(3):
        office.adopt(office.log())
    assert office.figures().events.capped == {unit_id(TOWN): -200}
    assert [check for check in checks(office.bulletin()) if not check.ok] == []


def test_what_waits_is_told_before_the_bulletin_goes_out(office: Office, desk: BulletinDesk) -> None:
    commission(office)
    office.deduction.propose(NewDeduction(unit_id(TOWN), "omission", "待查", date(2022, 6, 24), "李主任"))
    found = {check.name: (check.ok, check.detail) for check in desk.draft(JUNE).checks}
    assert found[CheckName.COMMISSIONS] == found[CheckName.PROPOSALS] == (False, "1")
    found = {check.name: (check.ok, check.detail) for check in desk.draft(MAY).checks}
    assert found[CheckName.COMMISSIONS] == found[CheckName.PROPOSALS] == (True, "0")


# ---- annex 3


def test_authors_are_listed_only_where_the_office_wants_it(office: Office, desk: BulletinDesk) -> None:
    office.adopt(office.log(authors=("周试一", "李试二")), Level.PREFECTURE)
    office.adopt(office.log(authors=("王测三",), unit=OTHER), Level.PREFECTURE)
    office.adopt(office.log(authors=("赵测四",), received="2022-05-10"), on="2022-05-20")
    assert not OfficeDesk(office.store).prints_authors()
    plain = desk.draft(JUNE).bulletin
    assert plain.author_table == ()
    assert len(plain.attachments) == 2
    OfficeDesk(office.store).print_authors(printed=True)
    wanted = desk.draft(JUNE).bulletin
    assert [(row.place, row.name, row.unit, row.total, row.rank) for row in wanted.author_table] == [
        (1, "王测三", OTHER, 300, 1),
        (2, "周试一", TOWN, 150, 2),
        (3, "李试二", TOWN, 150, 2),
    ]
    assert wanted.attachments[2] == "2022年6月份作者积分表"
    OfficeDesk(office.store).print_authors(printed=False)
    assert desk.draft(JUNE).bulletin.author_table == ()


def test_reporters_are_in_no_list(office: Office, desk: BulletinDesk) -> None:
    draft = a_draft()
    joint = replace(draft, authors=(*draft.authors, Author("钱测五", AuthorRole.REPORTER)))
    office.adopt(office.register.log(joint, accepted=True))
    OfficeDesk(office.store).print_authors(printed=True)
    assert [row.name for row in desk.draft(JUNE).bulletin.author_table] == ["周试一"]
