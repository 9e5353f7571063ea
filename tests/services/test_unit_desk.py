"""The list of units over a real file: history, figures, names in documents, and taking an act back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.balance import checks
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.errors import DeskError, MonthClosed, NotFileable, UndoOvertaken
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.matching import How, UnitNames
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.register import RegisterQuery
from jinshi_desk.domain.unit_acts import Abolish, Create, Edit, Merge, Rename, Split
from jinshi_desk.domain.units import Exemption, Group, Unit
from jinshi_desk.services.closing import faults
from jinshi_desk.services.draft_points import draft_key
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.lists import ListDesk, Scope
from jinshi_desk.services.unit_history import unit_history
from jinshi_desk.services.units import SUBJECT, UnitDesk
from tests.office import AUGUST, JULY, JUNE, MAY, Office, a_draft, unit_id

XINZHOU, YAOSHAN, BAIYI = (unit_id(name) for name in ("新洲镇", "药山镇", "白衣镇"))
MERGER = Merge((XINZHOU, YAOSHAN), "新药镇", JULY)


@pytest.fixture
def desk(office: Office) -> UnitDesk:
    office.day = date(2022, 8, 20)
    return UnitDesk(office.store, Undo(office.store))


def _unit(desk: UnitDesk, name: str) -> Unit:
    return next(unit for unit in desk.units() if unit.name == name)


def _cumulative(office: Office, unit: str, month: Month) -> int:
    return office.figures(month).points_of(unit).cumulative


def _points_of_two_towns(office: Office) -> None:
    """新洲镇 has 9.5 points from May and June, 药山镇 lost 5.5."""
    for unit in ("新洲镇", "新洲镇"):
        office.log(unit=unit, received="2022-05-10")
        office.log(unit=unit)
    office.adopt(office.log(unit="新洲镇"), Level.PREFECTURE, on="2022-06-20")


# ---- renamed


def test_documents_print_the_name_of_their_month_and_year_tables_the_present_one(
    office: Office, desk: UnitDesk
) -> None:
    office.log(unit="药山镇")
    number = office.log(unit="药山镇", received="2022-07-10")
    office.adopt(number, Level.PROVINCE, on="2022-06-28")
    office.adopt(number, Level.NATIONAL, on="2022-07-12")
    desk.do(Rename(YAOSHAN, "药山街道", JULY))
    june, july = office.bulletin(JUNE), office.bulletin(JULY)
    assert [row.units for row in june.pieces] == ["药山镇"]
    assert [row.units for row in july.pieces] == ["药山街道"]
    listed = [{row.unit for table in found.points_tables for row in table.rows} for found in (june, july)]
    assert [("药山镇" in names, "药山街道" in names) for names in listed] == [(True, False), (False, True)]
    assert "药山镇《" in office.sentences(JUNE)["T6"]
    assert "药山街道《" in office.sentences(JULY)["T6"]
    assert [row.unit.name for row in office.quota.board(2022) if row.unit.id == YAOSHAN] == ["药山街道"]


def test_a_renamed_unit_is_found_and_read_by_both_names(office: Office, desk: UnitDesk) -> None:
    number = office.log("屋场会开到家门口", unit="药山镇")
    desk.do(Rename(YAOSHAN, "灵泉街道", JULY))
    for typed in ("药山", "灵泉街道", "lqjd"):
        assert [row.number for row in office.register.page(RegisterQuery(words=typed), 0, 9)] == [number]
    office.register.revise(number, office.register.open(number).draft)
    assert len(office.register.page(RegisterQuery(words="药山 灵泉"), 0, 9)) == 1
    found = UnitNames(desk.units()).match("药山镇政府")
    assert found is not None
    assert (found.unit.id, found.how) == (YAOSHAN, How.OLD_NAME)
    assert found.note == "旧名 药山镇政府 -> 灵泉街道"


def test_the_reform_renamed_bureaus_are_known_until_the_office_says_otherwise(desk: UnitDesk) -> None:
    bureau = _unit(desk, "市农业农村局")
    assert bureau.old_names == ("农业局", "农委")
    desk.do(Edit(bureau.id, bureau.group, bureau.aliases, ("农业委员会",)))
    names = UnitNames(desk.units())
    assert names.find("农委") is None
    assert names.find("农业委员会") == _unit(desk, "市农业农村局")


# ---- merged


def test_a_merged_unit_carries_the_average_and_leads_a_life_of_its_own(
    office: Office, desk: UnitDesk
) -> None:
    _points_of_two_towns(office)
    before = [_cumulative(office, unit, JUNE) for unit in (XINZHOU, YAOSHAN)]
    (new,) = desk.do(MERGER)
    office.log(unit="白衣镇", received="2022-07-10")
    figures = office.figures(JULY)
    earned = figures.points_of(new)
    assert earned.by_kind[Kind.CARRY] == sum(before) // 2
    assert earned.total == -300  # nothing sent in July: the carried points are no part of the month
    assert earned.cumulative == sum(before) // 2 - 300
    explained = office.points.explain_unit(_unit(desk, "新药镇"), JULY)
    assert explained.cents == earned.total
    assert Kind.CARRY in {line.entry.kind for line in explained.lines}


def test_predecessors_owe_until_the_month_before_and_leave_the_ranking(
    office: Office, desk: UnitDesk
) -> None:
    _points_of_two_towns(office)
    (new,) = desk.do(MERGER)
    assert {XINZHOU, YAOSHAN} <= office.figures(JUNE).rank_month[Group.TOWN].keys()
    july = office.figures(JULY)
    assert not {XINZHOU, YAOSHAN} & july.rank_month[Group.TOWN].keys()
    assert july.rank_cumulative[Group.TOWN][new] == 1
    assert {row.unit.id for row in office.quota.standings(JUNE) if row.due} >= {XINZHOU, YAOSHAN}
    owing = {row.unit.id for row in office.quota.standings(JULY) if row.due}
    assert new in owing
    assert not owing & {XINZHOU, YAOSHAN}


def test_what_drafts_of_a_merged_unit_earn_later_is_the_successors(office: Office, desk: UnitDesk) -> None:
    number = office.log(unit="药山镇", partners=("新洲镇",))
    office.adopt(number, on="2022-06-12")
    (new,) = desk.do(MERGER)
    office.adopt(number, Level.PROVINCE, on="2022-07-10")
    office.log(unit="药山镇", received="2022-07-12")
    bulletin = office.bulletin(JULY)
    assert [check for check in checks(bulletin) if not check.ok] == []
    rows = {row.unit: row for table in bulletin.points_tables for row in table.rows}
    assert (rows["新药镇"].gained, rows["新药镇"].times[1], rows["新药镇"].adopted) == (700, 1, 1)
    ended = rows["药山镇"]  # what it sent itself is listed, without duty and rank
    assert (ended.received, ended.state, ended.gained, ended.rank, ended.rank_cumulative) == (
        1,
        "",
        0,
        None,
        None,
    )
    assert bulletin.pieces[0].units == "新药镇"
    assert office.register.open(number).draft.units == (YAOSHAN, XINZHOU)
    explained = office.points.explain_unit(_unit(desk, "新药镇"), JULY)
    assert explained.cents == office.figures(JULY).points_of(new).total
    chain = ExplainDesk(office.store).chain(draft_key(number))
    assert [(line.unit, line.amount) for line in chain.lines] == [("", 50), ("新药镇", 350), ("新洲镇", 0)]
    assert chain.holds
    figures = office.figures(JULY)
    office.close(JUNE, JULY)
    assert office.figures(JULY).points == figures.points
    assert list(faults(office.store)) == []


def test_a_later_loss_is_the_successors_too_and_a_later_deduction(office: Office, desk: UnitDesk) -> None:
    number = office.log(unit="药山镇")
    adoption = office.adopt(number, Level.PROVINCE)
    (new,) = desk.do(MERGER)
    office.adoption.retract(adoption, date(2022, 7, 8))
    fault = NewDeduction(YAOSHAN, "omission", "漏报", date(2022, 6, 24), "李主任")
    office.deduction.confirm(office.deduction.propose(fault), Confirmation("王部长", date(2022, 7, 9)))
    july = office.figures(JULY)
    lost = july.points_of(new).by_kind
    assert (lost[Kind.REVERSAL], lost[Kind.DEDUCTION]) == (-800, -500)
    assert [each.unit for each in july.events.deducted] == [new]
    assert not any(july.points_of(YAOSHAN).by_kind.values())


def test_a_merger_taken_back_leaves_every_point_where_it_was(office: Office, desk: UnitDesk) -> None:
    number = office.log(unit="药山镇")
    office.adopt(number, Level.PROVINCE, on="2022-07-10")
    before = office.figures(JULY)
    desk.do(MERGER)
    assert office.figures(JULY).points != before.points
    desk.undo()
    assert office.figures(JULY) == before


def test_a_merged_unit_that_is_merged_again_hands_everything_on(office: Office, desk: UnitDesk) -> None:
    number = office.log(unit="药山镇")
    (new,) = desk.do(MERGER)
    (last,) = desk.do(Merge((new, unit_id("白衣镇")), "大镇", AUGUST))
    for level, day in ((Level.COUNTY, "2022-07-10"), (Level.PROVINCE, "2022-08-10")):
        office.adopt(number, level, on=day)
    gained = {month: office.figures(month) for month in (JULY, AUGUST)}
    assert gained[JULY].points_of(new).by_kind[Kind.ADOPTION] == 100
    assert gained[AUGUST].points_of(last).by_kind[Kind.UPGRADE] == 700
    assert not any(gained[AUGUST].points_of(new).by_kind.values())


def test_a_later_finding_in_an_open_month_moves_what_is_carried(office: Office, desk: UnitDesk) -> None:
    _points_of_two_towns(office)
    (new,) = desk.do(MERGER)
    before = _cumulative(office, new, JULY)
    office.adopt(office.log(unit="药山镇"), Level.PROVINCE, on="2022-06-25")
    assert _cumulative(office, new, JULY) - before == (800 + 200) // 2  # one less is missing, and no 零报送


def test_nothing_is_carried_into_a_january(office: Office, desk: UnitDesk) -> None:
    _points_of_two_towns(office)
    january = Month(2023, 1)
    (new,) = desk.do(Merge((XINZHOU, YAOSHAN), "新药镇", january))
    assert Kind.CARRY not in office.figures(january).points_of(new).by_kind


def test_a_unit_may_take_another_in(office: Office, desk: UnitDesk) -> None:
    _points_of_two_towns(office)
    before = [_cumulative(office, unit, JUNE) for unit in (XINZHOU, YAOSHAN)]
    assert desk.do(Merge((YAOSHAN,), "新洲镇", JULY)) == (YAOSHAN,)
    carried = office.figures(JULY).points_of(XINZHOU).by_kind[Kind.CARRY]
    assert before[0] + carried == sum(before) // 2


# ---- split, abolished, new


def test_each_unit_of_a_split_carries_the_whole(office: Office, desk: UnitDesk) -> None:
    _points_of_two_towns(office)
    before = _cumulative(office, XINZHOU, JUNE)
    new = desk.do(Split(XINZHOU, ("新洲东镇", "新洲西镇"), JULY))
    july = office.figures(JULY)
    assert [july.points_of(unit).by_kind[Kind.CARRY] for unit in new] == [before, before]
    assert XINZHOU not in july.rank_month[Group.TOWN]


def test_an_abolished_unit_leaves_the_ranking(office: Office, desk: UnitDesk) -> None:
    _points_of_two_towns(office)
    desk.do(Abolish(YAOSHAN, JULY))
    assert YAOSHAN in office.figures(JUNE).rank_month[Group.TOWN]
    assert YAOSHAN not in office.figures(JULY).rank_cumulative[Group.TOWN]


def test_a_new_unit_owes_and_is_ranked_from_its_first_full_month(office: Office, desk: UnitDesk) -> None:
    (new,) = desk.do(Create("新设局", Group.BUREAU, JULY))
    office.log()
    assert new not in {row.unit.id for row in office.quota.standings(JUNE)}
    assert new not in office.figures(JUNE).rank_month[Group.BUREAU]
    (row,) = (row for row in office.quota.standings(JULY) if row.unit.id == new)
    assert (row.quota, row.missing) == (2, 2)
    assert new in office.figures(JULY).rank_month[Group.BUREAU]


def test_a_draft_of_a_unit_yet_to_begin_is_listed_without_duty_and_rank(
    office: Office, desk: UnitDesk
) -> None:
    (new,) = desk.do(Create("新设局", Group.BUREAU, JULY))
    office.register.log(replace(a_draft(), units=(new,)), accepted=True)
    bulletin = office.bulletin(JUNE)
    assert [check for check in checks(bulletin) if not check.ok] == []
    (row,) = (row for table in bulletin.points_tables for row in table.rows if row.unit == "新设局")
    assert (row.valid, row.state, row.base, row.rank) == (1, "", 0, None)


def test_another_group_shares_joint_drafts_anew(office: Office, desk: UnitDesk) -> None:
    number = office.log(partners=("药山镇",))
    office.adopt(number, Level.PROVINCE)
    assert office.booked(number) == [("新洲镇", "2022-06", "4"), ("药山镇", "2022-06", "4")]
    town = _unit(desk, "药山镇")
    desk.do(Edit(town.id, Group.BUREAU, town.aliases, town.old_names, JUNE))
    assert sorted(office.booked(number)) == [("新洲镇", "2022-06", "8"), ("药山镇", "2022-06", "8")]
    desk.undo()
    assert sorted(office.booked(number)) == [("新洲镇", "2022-06", "4"), ("药山镇", "2022-06", "4")]


def _told(office: Office) -> tuple[object, ...]:
    """What June's bulletin says of groups."""
    june = office.bulletin()
    return june.points_tables, june.figures.rank_month, june.figures.valid_by_group, june.figures.points


def test_another_group_holds_from_its_month_on(office: Office, desk: UnitDesk) -> None:
    number = office.log(partners=("药山镇",))
    office.adopt(number, Level.PROVINCE)
    office.adopt(number, Level.NATIONAL, on="2022-07-10")
    office.log(unit="药山镇", received="2022-07-12")
    june = _told(office)
    town = _unit(desk, "药山镇")
    desk.do(Edit(town.id, Group.BUREAU, town.aliases, town.old_names, JULY))
    assert _told(office) == june
    assert [entry[1:] for entry in office.booked(number) if entry[0] == "药山镇"] == [
        ("2022-06", "4"),
        ("2022-07", "16"),  # inside its group it shares with nobody now
    ]
    july = office.figures(JULY)
    assert YAOSHAN in july.rank_month[Group.BUREAU]
    assert YAOSHAN not in july.rank_month[Group.TOWN]
    assert july.valid_by_group[Group.BUREAU] == 1
    assert [check for check in checks(office.bulletin(JULY)) if not check.ok] == []
    assert unit_history(_unit(desk, "药山镇"), (), {}) == ("2022年7月由镇（街道）转入市直单位",)


def test_a_closed_month_keeps_its_groups(office: Office, desk: UnitDesk) -> None:
    office.log(unit="药山镇")
    office.close(JUNE)
    june, town = office.figures(), _unit(desk, "药山镇")
    for month in (None, JUNE):
        with pytest.raises(NotFileable):
            desk.do(Edit(town.id, Group.BUREAU, town.aliases, town.old_names, month))
    desk.do(Edit(town.id, Group.BUREAU, town.aliases, town.old_names, JULY))
    assert office.figures() == june
    office.close(JULY)
    with pytest.raises(MonthClosed):
        desk.undo()
    assert _unit(desk, "药山镇").group is Group.BUREAU


def test_an_alias_names_the_unit_that_takes_another_in(office: Office, desk: UnitDesk) -> None:
    assert desk.do(Merge((BAIYI,), "药山", JULY)) == (BAIYI,)
    assert {change.successor for change in desk.changes()} == {YAOSHAN}


# ---- refused


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (Merge((XINZHOU,), "新洲镇", JULY), "新洲镇不能并入自己"),
        (Abolish(YAOSHAN, MAY), "2022年5月已关账"),
        (Split(YAOSHAN, (), JULY), "没有写拆成哪些单位"),
    ],
)
def test_what_can_not_be_done_is_refused_in_one_sentence(
    office: Office, desk: UnitDesk, act: Abolish | Merge | Split, said: str
) -> None:
    office.close(MAY)
    before = desk.units()
    with pytest.raises(NotFileable) as refused:
        desk.do(act)
    assert error_sentence(refused.value) == f"还有没填对的地方：{said}。"
    assert desk.units() == before
    assert office.store.audit.of(SUBJECT) == ()


def test_drafts_that_came_after_a_unit_ended_are_told_before_it_ends(office: Office, desk: UnitDesk) -> None:
    office.log(unit="药山镇", received="2022-07-10")
    (warning,) = desk.check(MERGER)
    assert (warning.field, warning.detail) == ("month", "药山镇")
    desk.do(MERGER)


def test_the_file_itself_refuses_a_change_in_a_closed_month(office: Office, desk: UnitDesk) -> None:
    desk.do(MERGER)
    office.close(JULY)
    (change, *_) = desk.changes()
    for act in (office.store.units.forget, office.store.units.note):
        with pytest.raises(Exception, match="the month is closed"), office.store.writing("x"):
            act(change)


# ---- taken back


@pytest.mark.parametrize(
    "act",
    [
        MERGER,
        Merge((YAOSHAN,), "新洲镇", JULY),
        Split(YAOSHAN, ("药东镇", "药西镇"), JULY),
        Abolish(YAOSHAN, JULY),
        Rename(YAOSHAN, "药山街道", JULY),
        Create("新设局", Group.BUREAU, JULY),
        Edit(YAOSHAN, Group.BUREAU, ("药山",), ("老药山",), JULY),
    ],
)
def test_an_act_is_taken_back_whole(
    office: Office, desk: UnitDesk, act: Abolish | Create | Edit | Merge | Rename | Split
) -> None:
    _points_of_two_towns(office)
    before = desk.units(), office.bulletin(JULY)
    desk.do(act)
    assert (desk.units(), office.bulletin(JULY)) != before
    desk.undo()
    assert desk.changes() == ()
    assert (desk.units(), office.bulletin(JULY)) == before


def test_a_new_unit_that_has_drafts_stays(office: Office, desk: UnitDesk) -> None:
    desk.do(Create("新设局", Group.BUREAU, JULY))
    office.quota.exempt(Exemption(_unit(desk, "新设局").id, AUGUST, "组建", "李主任"))
    with pytest.raises(UndoOvertaken):
        desk.undo()
    assert "新设局" in {unit.name for unit in desk.units()}


def test_a_merger_of_a_closed_month_stays(office: Office, desk: UnitDesk) -> None:
    desk.do(MERGER)
    office.close(JULY)
    with pytest.raises(MonthClosed):
        desk.undo()


def test_acts_are_taken_back_last_first(office: Office, desk: UnitDesk) -> None:
    before = desk.units()
    desk.do(Rename(YAOSHAN, "药山街道", JULY))
    desk.do(Rename(YAOSHAN, "药山区", AUGUST))
    desk.undo()
    assert "药山街道" in {unit.name for unit in desk.units()}
    desk.undo()
    assert desk.units() == before
    with pytest.raises(DeskError):
        desk.undo()


# ---- listed


def test_the_list_tells_names_and_changes(office: Office, desk: UnitDesk) -> None:
    desk.do(Rename(XINZHOU, "新洲街道", JULY))
    (new,) = desk.do(Merge((XINZHOU, YAOSHAN), "新药镇", AUGUST))
    (record,) = ListDesk(office.store).records("units", Scope(unit=XINZHOU))
    assert record["names"] == [{"name": "新洲镇", "from": "2022-01"}, {"name": "新洲街道", "from": "2022-07"}]
    assert record["changes"] == [{"month": "2022-08", "kind": "merge", "unit": XINZHOU, "successor": new}]
    assert record["active_to"] == "2022-07"


def test_an_export_knows_the_units_that_came_since_the_desk_was_opened(
    office: Office, desk: UnitDesk, tmp_path: Path
) -> None:
    exports = ExportDesk(office.store)
    (new,) = desk.do(Create("新设局", Group.BUREAU, JULY))
    office.register.log(replace(a_draft(), units=(new,)), accepted=True)
    assert exports.export("drafts", Scope(), tmp_path / "稿件.xlsx") == 1


def test_the_exported_list_reads_back(office: Office, desk: UnitDesk, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    desk.do(Rename(XINZHOU, "新洲街道", JULY))
    desk.do(Merge((XINZHOU, YAOSHAN), "新药镇", AUGUST))
    path = tmp_path / "单位.xlsx"
    ExportDesk(office.store).export("units", Scope(), path)
    sheet = load_workbook(path).active
    assert sheet is not None
    heads, *rows = sheet.iter_rows(values_only=True)
    read = {row["单位编号"]: row for row in (dict(zip(heads, row, strict=True)) for row in rows)}
    for unit in desk.units():
        row = read[unit.id]
        assert (row["单位名称"], row["启用月份"]) == (unit.name, str(unit.active_from))
        assert row["停用月份"] == (str(unit.active_to) if unit.active_to else None)
        assert tuple(filter(None, str(row["别名"] or "").split("、"))) == unit.aliases
        assert tuple(filter(None, str(row["旧名"] or "").split("、"))) == unit.former_names
    assert read[XINZHOU]["沿革"] == "2022年7月由新洲镇改名；2022年8月合并为新药镇"
    assert read[desk.changes()[0].successor]["沿革"] == "2022年8月由新洲街道、药山镇合并"


def test_closing_books_what_is_carried_and_changes_nothing(office: Office, desk: UnitDesk) -> None:
    _points_of_two_towns(office)
    (new,) = desk.do(MERGER)
    before = [office.figures(month).points_of(new) for month in (JULY, AUGUST)]
    office.close(MAY, JUNE, JULY)
    (booked,) = (row for row in office.store.ledger.sums(JULY, JULY) if row.kind is Kind.CARRY)
    assert (booked.unit, booked.cents) == (new, before[0].by_kind[Kind.CARRY])
    assert [office.figures(month).points_of(new) for month in (JULY, AUGUST)] == before
    assert list(faults(office.store)) == []
