"""What export writes, import reads back: a fresh office then says the same in every list."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jinshi_desk.domain.adoptions import Position
from jinshi_desk.domain.assignments import Counting, NewAssignment
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.leads import NewLead
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.meetings import Attendance, NewMeeting, NewResolution
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import Finding, NewObjection, NewRuling, Remedy
from jinshi_desk.domain.outlets import Level, Outlet
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.domain.roster import Duty
from jinshi_desk.domain.roster_acts import Appoint, HandOver, Move, Newcomer
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.suggestions import Concern, NewSuggestion
from jinshi_desk.domain.units import Exemption, Group, OwnQuota, Unit
from jinshi_desk.services.exporting import OFFICE as KINDS
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.facts import ORDER
from jinshi_desk.services.importing import BatchAnswers, ImportDesk
from jinshi_desk.services.lists import ListDesk, Scope
from jinshi_desk.services.sample_year import create_sample_year
from tests.office import JULY, JUNE, MAY, Office, a_draft, unit_id


@pytest.fixture
def another(template: Path, tmp_path: Path) -> Iterator[Office]:
    """A second office that has just started."""
    opened = Office(Path(shutil.copy(template, tmp_path / "另一个.jinshi")))
    yield opened
    opened.store.close()


def day(text: str) -> date:
    return date.fromisoformat(text)


def fill(office: Office) -> None:
    """Fill every ledger with whatever it can hold."""
    with office.store.writing("test"):
        own = (OwnQuota(3, MAY, "人员较多"),)
        added = Unit("XD", "新单位办", Group.BUREAU, 90, Month(2021, 1), None, ("新办",), quotas=own)
        office.store.units.add([added])
        office.store.outlets.add([Outlet("xbk", "新报刊", Level.PROVINCE, "报纸", 90, aliases=("新刊",))])
    unit = unit_id("药山镇")
    facts: dict[str, Any] = {"attachments": ("现场.jpg", "合影.png"), "tags": ("党建引领", "屋场会")}
    first = office.log("屋场夜话", unit="药山镇", received="2022-05-08", **facts)
    joint = office.log("联建一条街", unit="药山镇", partners=("新洲镇",), authors=("周试一60%", "李试二40%"))
    untrue = office.log("虚报一篇", unit="毛里湖镇")
    returned = office.log("缺图一篇", accepted=False)
    office.register.return_(returned, "缺图")
    office.adopt(first, on="2022-05-20", position=Position.HEADLINE)
    gone = office.adopt(joint, Level.PROVINCE, on="2022-06-12", place="3版", evidence="截图 01")
    office.adopt(joint, Level.PREFECTURE, on="2022-06-13", verified=False)
    office.adoption.retract(gone, day("2022-06-25"))
    new = NewInstruction(Level.PROVINCE, "高样二", day("2022-06-24"), day("2022-06-26"), "批示件 3 号")
    office.instruction.record(joint, new)
    commissions = {
        subject: office.commission.record(NewCommission(unit, subject, day("2022-06-01"), day("2022-06-20")))
        for subject in ("联建经验", "迟交一篇", "没有交来", "还在等")
    }
    office.commission.deliver(commissions["联建经验"], day("2022-06-18"), joint)
    office.commission.deliver(commissions["迟交一篇"], day("2022-06-22"))
    office.commission.mark_not_done(commissions["没有交来"], day("2022-06-30"))
    for kind, about, cents in (
        ("untrue", untrue, None),
        ("text_error", joint, -150),
        ("omission", None, None),
    ):
        of = unit_id("毛里湖镇") if about == untrue else unit
        proposed = NewDeduction(of, kind, f"理由 {kind}", day("2022-06-27"), "陈示四", about, "材料", cents)
        row = office.deduction.propose(proposed)
        if kind != "omission":
            office.deduction.confirm(row, Confirmation("高样二", day("2022-06-28")))
    rejected = NewDeduction(unit, "secrecy", "查无此事", day("2022-06-27"), "陈示四")
    office.deduction.reject(office.deduction.propose(rejected), "查无实据")
    office.quota.exempt(Exemption(unit, JULY, "防汛抗旱", "高样二"))
    fill_roster(office, unit, unit_id("新洲镇"))
    fill_work(office, unit, joint)
    fill_objections(office, unit, joint)


def fill_roster(office: Office, unit: str, other: str) -> None:
    """Add a handover, somebody who moved, and two namesakes of whom one writes."""
    officer = Duty.INFO_OFFICER
    mover = office.people.do(
        Appoint(unit, officer, Newcomer("周试一", phone="0736-4210001"), day("2022-03-01"))
    )
    office.people.do(HandOver(unit, officer, Newcomer("李试二", phone="0736-4210001"), day("2022-06-20")))
    office.people.do(Move(mover, unit_id("白衣镇"), day("2022-07-01"), "0736-4210002"))
    for mark in ("党建办", "宣传办"):
        office.people.do(Appoint(other, None, Newcomer("王测三", mark)))
    office.people.do(Appoint("YJS", Duty.LIAISON, Newcomer("陈例四")))
    office.log("两个同名的人", unit="新洲镇", authors=("王测三（宣传办）",))


def fill_work(office: Office, unit: str, joint: str) -> None:
    """Add what units raised, leads in every state, and tasks of every period."""
    told = NewSuggestion(unit, Concern.PROBLEM, "审批表往返要两天", day("2022-06-08"))
    office.suggestions.record(told)
    handled = replace(
        told,
        concern=Concern.ADVICE,
        text="建议办一期写作班",
        office="YJS",
        handler="陈例四",
        due_on=day("2022-06-20"),
    )
    office.suggestions.close(office.suggestions.record(handled), day("2022-06-19"), "七月办，名额每镇两名")
    for subject in ("屋场会的做法", "联建一条街的做法", "放一放的做法", "新的做法"):
        new = NewLead(unit, subject, day("2022-06-01"))
        given = replace(new, office="O_ZZZ", assigned_on=day("2022-06-02"))
        lead = office.leads.record(new if subject == "新的做法" else given)
        if subject == "联建一条街的做法":
            office.leads.write_up(lead, joint)
        elif subject == "放一放的做法":
            office.leads.shelve(lead, day("2022-06-20"), "时机不到")
    picked = NewQualityPick(JUNE, "做法写得实", day("2022-06-30"), "高样二", day("2022-07-01"))
    office.picks.pick(joint, picked)
    came = (Attendance(unit, "周试一、周试二"), Attendance(None, "常德日报社 李试三"))
    held = NewMeeting(day("2022-07-01"), "三楼会议室", "李主任", "陈试四", came, ("通报情况", "部署七月"))
    row = office.meetings.record(replace(held, minutes="完成较好。\n有两家落后。", month=JUNE))
    done = office.meetings.resolve(row, NewResolution("整理好稿", "研究室", day("2022-07-08")))
    office.meetings.finish(done, day("2022-07-02"), "已上传")
    office.meetings.resolve(row, NewResolution("走访落后单位", "周试一"))
    people = {person.label: person.id for person in office.people.people()}
    for name, period, category in (
        ("周试一", "2022-07", None),
        ("周试一", "2022-Q3", Category.RESEARCH),
        ("王测三（宣传办）", "2022", Category.NEWS),
    ):
        counting = Counting.ADOPTED if category else Counting.VALID
        task = NewAssignment(people[name], Period.parse(period), 3, office.day, counting, category)
        office.assignments.record(task)


def fill_objections(office: Office, unit: str, number: str) -> None:
    """Add objections: to a draft, granted; to a fault, dismissed; to the points, not ruled yet."""
    about = office.store.drafts.get(number).id
    fault = next(each.id for each in office.store.deductions.all() if each.unit == unit and not each.voided)
    new = NewObjection(unit, JUNE, day("2022-07-01"), "周试一", Channel.PHONE, "应计省级")
    ruling = NewRuling(Finding.PARTLY, Remedy.CHANGE, "李主任", day("2022-07-02"), "确为省级，已改")
    office.objections.rule(office.objections.record(replace(new, draft=about)), ruling)
    faulty = office.objections.record(replace(new, text="数字无误", kind=Kind.DEDUCTION, deduction=fault))
    office.objections.rule(faulty, replace(ruling, finding=Finding.DISMISSED, remedy=None, reason="查证属实"))
    office.objections.record(replace(new, text="少计一条", kind=Kind.QUOTA_SHORT, channel=Channel.VISIT))


def records(office: Office, kind: str) -> list[dict[str, Any]]:
    """A list as ``list KIND --json`` prints it, the ids of rows left out."""
    listed = ListDesk(office.store).records(kind, Scope())
    named = kind in ("units", "outlets")
    return [{key: value for key, value in each.items() if named or key != "id"} for each in listed]


def carry(office: Office, another: Office, tmp_path: Path) -> None:
    """Export everything from one office, import it all in the other."""
    for kind in KINDS:
        file = tmp_path / f"{kind}.xlsx"
        exported = ExportDesk(office.store).export(kind, Scope(), file)
        if not exported:
            continue
        imports = ImportDesk(another.store, another.register, another.adoption, another.today)
        opened = imports.open(file)
        asked = [(row.row, *map(str, row.flags)) for row in opened.reading.rows if row.action == "ask"]
        assert (kind, opened.reading.counts.read, asked) == (kind, exported, [])
        assert {sheet.ledger for sheet in opened.reading.sheets} == {kind}
        imports.bring_in(opened, BatchAnswers())


def test_every_ledger_comes_back_as_it_was(office: Office, another: Office, tmp_path: Path) -> None:
    fill(office)
    carry(office, another, tmp_path)
    for kind in KINDS:
        assert records(another, kind) == records(office, kind), kind
    for month in (MAY, JUNE, JULY):
        assert another.figures(month).points == office.figures(month).points
    assert list(another.store.audit.breaks()) == []


def test_corrections_come_back_in_the_month_they_were_booked_in(
    office: Office, another: Office, tmp_path: Path
) -> None:
    unit = unit_id("药山镇")
    office.log("屋场夜话", unit="药山镇", received="2022-05-08")
    office.close(MAY)
    objection = NewObjection(unit, MAY, day("2022-06-29"), "周试一", Channel.PAPER, "漏记一篇")
    row = office.objections.record(objection)
    granted = NewRuling(Finding.UPHELD, Remedy.CORRECTION, "李主任", day("2022-06-30"), "确有漏记")
    office.objections.rule(row, granted)
    office.correction.record(NewCorrection(unit, MAY, -250, "漏记一篇", day("2022-06-30"), objection=row))
    carry(office, another, tmp_path)
    for kind in ("corrections", "objections"):
        assert records(another, kind) == records(office, kind)
    assert another.points_of("药山镇", JUNE) == office.points_of("药山镇", JUNE)


def test_what_is_there_already_is_skipped(office: Office, tmp_path: Path) -> None:
    fill(office)
    imports = ImportDesk(office.store, office.register, office.adoption, office.today)
    for kind in KINDS:
        file = tmp_path / f"{kind}.xlsx"
        if ExportDesk(office.store).export(kind, Scope(), file):
            rows = imports.open(file).reading.rows
            assert {row.reason for row in rows} == {"already_registered"}, kind


def test_a_sample_year_comes_back(another: Office, tmp_path: Path) -> None:
    store = create_sample_year(tmp_path / "样例.jinshi")
    store.close()
    office = Office(tmp_path / "样例.jinshi")
    another.day = office.day = date(2023, 1, 10)
    carry(office, another, tmp_path)
    for kind in KINDS:
        there = sorted(records(office, kind), key=str)
        assert sorted(records(another, kind), key=str) == there, kind
    office.store.close()


def carry_at_once(office: Office, another: Office, tmp_path: Path) -> ImportDesk:
    """Export the whole office to one workbook, import that in one go."""
    file = tmp_path / "全部.xlsx"
    exported = ExportDesk(office.store).export_office(file)
    imports = ImportDesk(another.store, another.register, another.adoption, another.today)
    opened = imports.open(file)
    asked = [(row.sheet, row.row, *map(str, row.flags)) for row in opened.reading.rows if row.action == "ask"]
    assert (opened.reading.counts.read, asked) == (exported, [])
    imports.bring_in(opened, BatchAnswers())
    return imports


def test_a_whole_office_comes_back_from_one_workbook(office: Office, another: Office, tmp_path: Path) -> None:
    fill(office)
    draft = replace(a_draft("新单位的一篇", authors=("赵样四",)), units=("XD",))
    number = office.register.log(draft, accepted=True)
    office.adopt(number, outlet="xbk", on="2022-06-21")
    office.commission.record(NewCommission("XD", "新单位的约稿", day("2022-06-01"), day("2022-06-20")))
    office.quota.exempt(Exemption("XD", JULY, "新成立", "高样二"))
    carry_at_once(office, another, tmp_path)
    for kind in KINDS:
        assert records(another, kind) == records(office, kind), kind
    for month in (MAY, JUNE, JULY):
        assert another.figures(month).points == office.figures(month).points


def test_a_sample_year_comes_back_from_one_workbook(another: Office, tmp_path: Path) -> None:
    create_sample_year(tmp_path / "样例.jinshi").close()
    office = Office(tmp_path / "样例.jinshi")
    another.day = office.day = date(2023, 1, 10)
    carry_at_once(office, another, tmp_path)
    for kind in KINDS:
        assert sorted(records(another, kind), key=str) == sorted(records(office, kind), key=str), kind
    office.store.close()


def test_whatever_can_be_imported_is_exported_with_the_office() -> None:
    assert set(KINDS) == set(ORDER)
