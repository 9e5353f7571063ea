"""Write what ``db/`` keeps of a schema: ``python -m tests.store.released``.

``db/schema.sql`` is written anew from the migrations. A populated dump of the newest schema goes to
``db/releases`` unless it is there already: a released dump is never written again.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from jinshi_desk import paths
from jinshi_desk.domain.adoptions import Mode
from jinshi_desk.domain.approval_forms import AttachmentRole, FileKind, UnitFacts
from jinshi_desk.domain.assignments import NewAssignment
from jinshi_desk.domain.award_decisions import NewDecision
from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.bulletins import Sentence
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.drafts import Category, Form, Source, Status
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.issuing import Issue, PeriodIssue
from jinshi_desk.domain.leads import NewLead
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.meetings import Attendance, NewMeeting, NewResolution
from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.objections import Finding, NewObjection, NewRuling, Remedy
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.period_notices import PeriodDraft, Sums
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.domain.reminders import Stage
from jinshi_desk.domain.roster import Duty
from jinshi_desk.domain.roster_acts import Appoint, HandOver, Join, Move, Newcomer
from jinshi_desk.domain.sent_reminders import Channel, NewReminder
from jinshi_desk.domain.suggestions import Concern, NewSuggestion
from jinshi_desk.domain.unit_acts import Charge, Create, Edit, Merge, Rename
from jinshi_desk.domain.units import Exemption, Group
from jinshi_desk.domain.versions import Content, NewRemark
from jinshi_desk.domain.working_days import Holiday
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.freezing import freeze, sha256
from jinshi_desk.services.office import FirstAnswers, create_office
from jinshi_desk.services.rule_sets import RulesDesk
from jinshi_desk.services.rule_versions import RuleVersionDesk
from jinshi_desk.services.sheet_deliveries import SheetDeliveryDesk
from jinshi_desk.services.unit_sheets import UnitSheetDesk
from jinshi_desk.services.units import UnitDesk
from jinshi_desk.store import grams
from jinshi_desk.store.attachments import StoredFile
from jinshi_desk.store.bulletins import Wish
from jinshi_desk.store.migrate import migrations
from jinshi_desk.store.period_notices import IssuedNotice
from tests.office import JULY, JUNE, MAY, Office, a_clock, a_draft, unit_id

RELEASES = paths.migrations().parent / "releases"
SCHEMA = paths.migrations().parent / "schema.sql"

_INDEX = "draft_grams"
"""The contentless index; its rows are written from the words they were made of."""


def schema(connection: sqlite3.Connection) -> str:
    """Return the file's schema as SQL, by kind and name."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE ?"
        " ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name",
        (f"{_INDEX}_%",),
    )
    return "\n".join(f"{sql};\n" for (sql,) in rows)


def tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the ordinary tables, as they were made."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE ? ORDER BY rowid",
        (f"{_INDEX}%",),
    )
    return tuple(name for (name,) in rows)


def columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return a table's columns."""
    return tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{table}")'))


def dump(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the SQL that makes the file again, rows before the triggers that guard them."""
    for pragma in ("application_id", "user_version"):
        yield f"PRAGMA {pragma} = {connection.execute(f'PRAGMA {pragma}').fetchone()[0]};\n"
    yield from _made(connection, "<>")
    for table in tables(connection):
        names = columns(connection, table)
        values = " || ', ' || ".join(f'quote("{name}")' for name in names)
        order = ", ".join(f'"{name}"' for name in names[:2])
        written = ", ".join(f'"{name}"' for name in names)
        for (row,) in connection.execute(f'SELECT {values} FROM "{table}" ORDER BY {order}'):
            yield f'INSERT INTO "{table}" ({written}) VALUES ({row});\n'
    for draft, words in connection.execute("SELECT draft, words FROM draft_words ORDER BY draft"):
        yield f"INSERT INTO {_INDEX} (rowid, grams) VALUES ({draft}, '{grams.tokens(words)}');\n"
    yield from _made(connection, "=")


def _made(connection: sqlite3.Connection, trigger: str) -> Iterator[str]:
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE ?"
        f" AND type {trigger} 'trigger' ORDER BY rowid",
        (f"{_INDEX}_%",),
    )
    yield from (f"{sql};\n" for (sql,) in rows)


def load(sql: str, file: Path) -> None:
    """Make a data file from a dump."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(f"BEGIN;\n{sql}\nCOMMIT;")


def a_populated_office(file: Path) -> None:
    """Make a data file with something in every table, all of it invented."""
    few = frozenset({unit_id("新洲镇"), unit_id("药山镇"), unit_id("团市委"), "YJS"})
    create_office(file, FirstAnswers(units=few), a_clock).close()
    office = Office(file, a_clock)
    office.log("药山镇：“屋场会”开到家门口", unit="药山镇", received="2022-05-12")
    news = office.log("新洲镇：党员“微课堂”", authors=("周试一", "李试二"), body="正文。")
    joint = office.log(
        "两镇联建", partners=("药山镇",), category=Category.EXPERIENCE, source=Source.COMMISSIONED
    )
    office.log("图片新闻", unit="团市委", form=Form.PHOTO, approval_on_file=False, accepted=False)
    office.log("两人合写", authors=("周试一60%", "李试二40%"))
    gone = office.log("撤下的稿件", unit="药山镇", category=Category.ESSAY, authors=("王测三",))
    office.adopt(news, Level.COUNTY, on="2022-06-12", place="第3版")
    office.adopt(news, Level.PROVINCE, on="2022-06-20")
    office.adopt(joint, Level.PREFECTURE, on="2022-06-22", mode=Mode.COMBINED)
    office.adopt(joint, Level.NATIONAL, on="2022-06-25", verified=False)
    office.adoption.retract(office.adopt(gone, Level.COUNTY, on="2022-06-15"), date(2022, 6, 18))
    office.register.void(gone, "失实")
    office.quota.exempt(Exemption(unit_id("团市委"), JUNE, "机构改革", "李主任"))
    told = (unit_id("药山镇"),)
    sent = NewReminder(JUNE, Stage.URGE, date(2022, 6, 27), Channel.PHONE, "李主任", told, "分管领导接听")
    office.reminders.void(office.reminders.record(sent), "记错了单位")
    office.close(MAY)
    office.issuing.reopen(MAY, "漏登一篇，经李主任同意")
    office.close(MAY)
    office.issuing.issue(Issue(MAY, "津组通〔2022〕5号", date(2022, 6, 5)))
    _add_events(office, news, joint)
    _withdraw_rules(office, file.parent)
    _add_forms(office, news, joint)
    _add_work(office, joint)
    _add_objections(office, news)
    _send_sheets(office)
    _change_people(office)
    _change_units(office)
    with office.store.writing("import") as act:
        counts = {"read": 1, "imported": 1, "skipped": 0, "undecided": 0}
        batch = office.store.batches.add("团市委.xlsx", "0" * 64, b"sheet", counts, office.store.now())
        office.register.write(act, a_draft("表中稿件", unit="团市委"), Status.ACCEPTED, batch)
        act.subject = "batch"
    with office.store.writing("edit_sentence") as act:
        office.store.bulletin_texts.put(JUNE, "T1", Wish("6月份，收到有效信息3条。", included=True))
        act.subject = "2022-06"
    _add_notices(office)
    _hold_meetings(office)
    office.store.close()


def _hold_meetings(office: Office) -> None:
    """Add a meeting with what it resolved, done and not, and one that was struck out."""
    came = (Attendance(unit_id("药山镇"), "周试一"), Attendance(None, "常德日报社 周试二"))
    told = NewMeeting(date(2022, 6, 6), "三楼会议室", "李主任", "陈试四", came, ("通报五月情况", "部署六月"))
    row = office.meetings.record(replace(told, minutes="五月份任务完成较好。", month=MAY))
    done = office.meetings.resolve(row, NewResolution("整理好稿", "研究室", date(2022, 6, 10)))
    office.meetings.finish(done, date(2022, 6, 9), "已上传")
    office.meetings.resolve(row, NewResolution("走访落后单位", "周试一"))
    gone = office.meetings.record(replace(told, held_on=date(2022, 6, 7)))
    office.meetings.void_resolution(office.meetings.resolve(gone, NewResolution("重复", "研究室")), "登错")
    office.meetings.void(gone, "登重")


def _add_notices(office: Office) -> None:
    """Add what the office makes of the notice of a quarter, and one that went out, of before the books."""
    before, period = Period.parse("2022-Q1"), Period.parse("2022-Q2")
    with office.store.writing("period_text") as act:
        office.store.period_notices.put_text(period, "Q1", Wish("二季度收到信息3条。", included=True))
        office.store.period_notices.put_entries(period, {"mentored": "4"})
        act.subject = "notice 2022-Q2"
    frozen = freeze(PeriodDraft(a_notice(before), (), Sums()))
    issue = PeriodIssue(before, "津组通〔2022〕3号", date(2022, 4, 6))
    with office.store.writing("issue_period") as act:
        kept = IssuedNotice(issue, frozen, sha256(frozen))
        office.store.period_notices.issue(kept, office.store.now(), "clerk")
        act.subject, act.after = "notice 2022-Q1", {"sha256": kept.sha256}


def a_notice(period: Period) -> Notice:
    """Return a notice that says one sentence."""
    opening = Sentence("Q0", "现将有关情况通报如下：")
    title, day = f"关于{period.label}组工信息宣传工作讲评的通报", date(2022, 4, 6)
    return Notice(period, "bulletin", f"季讲评-{period}", title, "各单位：", opening, (), (), (), "", day, "")


def _add_events(office: Office, news: str, joint: str) -> None:
    """Add what else earns or costs points."""
    day, town = date(2022, 6, 24), unit_id("新洲镇")
    office.instruction.record(news, NewInstruction(Level.PREFECTURE, "高样二", day, day))
    asked = NewCommission(town, "联建经验", date(2022, 6, 1), date(2022, 6, 20))
    office.commission.deliver(office.commission.record(asked), date(2022, 6, 21), joint)
    fault = NewDeduction(town, "text_error", "日期有误", day, "李主任", draft=news)
    office.deduction.confirm(office.deduction.propose(fault), Confirmation("王部长", date(2022, 6, 26)))
    office.deduction.propose_missing_forms(JUNE, "李主任")
    office.correction.record(NewCorrection(town, MAY, 50, "漏计一条", date(2022, 7, 1)))
    office.register.return_(office.log("退回的稿件", accepted=False), "数据没有核实")
    again = office.log("改后重报的稿件", unit="药山镇", accepted=False, attachments=("现场.jpg",))
    office.register.return_(again, "标题不准", "篇幅不符", remark="请补成效")
    office.versions.remark(again, NewRemark("开头先说做法", "李主任"))
    office.versions.resubmit(again, office.day, Content("改后重报的稿件（修改稿）", body="正文。"))
    office.holidays.replace(2022, [Holiday(date(2022, 6, 3), name="端午节"), Holiday(date(2022, 4, 2), True)])
    with office.store.writing("platform") as act:
        office.store.platforms.put(JUNE, PlatformMonth(21, 168, 40, 3050))
        act.subject = "2022-06"


def _add_forms(office: Office, news: str, joint: str) -> None:
    """Add approval forms with signatures, prints and a signed paper."""
    number = office.approval.start(news)
    office.approval.fill(number, UnitFacts("0736-4200000", "津市党建网", "党员上讲台。", photos=2))
    office.sign(number, "陈试四", on="2022-06-11")
    form = office.store.approvals.get(office.approval.start_push([news, joint])[0])
    with office.store.writing("attach") as act:
        office.store.approvals.print(form.id, date(2022, 7, 2), 2, form.content)
        paper = StoredFile("签批件.pdf", FileKind.PDF, 1024, "f" * 64)
        office.store.attachments.add(form.id, AttachmentRole.SIGNED, paper, date(2022, 7, 3))
        act.subject = form.number
    office.approval.void(office.approval.start(joint), "填错单位")


def _withdraw_rules(office: Office, folder: Path) -> None:
    """Take in a version from July on, and withdraw it."""
    own = folder / "细则.toml"
    text = office.store.rules.text("default-2022").replace("default-2022", "july")
    own.write_text(text.replace('"2022-01"', '"2022-07"', 1), encoding="utf-8")
    RulesDesk(office.store).add(own)
    RuleVersionDesk(office.store, office.undo).withdraw("july", "文件还没有印发")


def _add_work(office: Office, joint: str) -> None:
    """Add what a unit raised, a lead and a task."""
    day, town = date(2022, 6, 8), unit_id("新洲镇")
    told = NewSuggestion(town, Concern.PROBLEM, "审批表往返要两天", day, "YJS", "李主任", date(2022, 6, 20))
    office.suggestions.close(office.suggestions.record(told), date(2022, 6, 18), "扫描件先审，原件月底补交")
    lead = office.leads.record(NewLead(town, "两镇联建的做法", day, "YJS", day))
    office.leads.write_up(lead, joint)
    office.tagging.put([joint], ["党建引领", "联建共治"])
    picked = NewQualityPick(JUNE, "做法写得实，数字站得住", date(2022, 6, 30), "李主任", date(2022, 7, 1))
    office.picks.pick(joint, picked)
    office.picks.take_back(joint, "另有更好的一篇")
    office.picks.pick(joint, picked)
    decided = NewDecision(Award.TOWN, town, "second", "全年组织两镇联建", office.day, "王部长")
    office.awards.decide(2022, decided)
    office.awards.withdraw(2022, Award.TOWN, town, "年底再定")
    office.awards.confirm(2022, Award.EXPERIENCE, [joint])
    (writer, *_) = (person for person in office.people.people() if person.name == "周试一")
    office.assignments.record(NewAssignment(writer.id, Period.parse("2022-Q3"), 3, office.day))


def _add_objections(office: Office, news: str) -> None:
    """Add what units object to: to an issued month, corrected; to a draft, ruled twice."""
    town, day = unit_id("新洲镇"), date(2022, 7, 1)
    told = NewObjection(town, MAY, day, "周试一", Channel.PAPER, "五月漏计一条")
    ruling = NewRuling(Finding.UPHELD, Remedy.CORRECTION, "李主任", date(2022, 7, 2), "确有漏计")
    row = office.objections.record(told)
    office.objections.rule(row, ruling)
    office.correction.record(replace(office.objections.proposed_correction(row), cents=50))
    about = office.store.drafts.get(news).id
    again = replace(told, month=JUNE, text="应按省级计", draft=about, kind=Kind.ADOPTION)
    row = office.objections.record(again)
    office.objections.rule(row, replace(ruling, finding=Finding.DISMISSED, remedy=None, reason="报样是本级"))
    office.objections.rule(row, replace(ruling, finding=Finding.PARTLY, remedy=Remedy.CHANGE))


def _send_sheets(office: Office) -> None:
    """Record that the sheets of June went out."""
    sheets = UnitSheetDesk(office.store, Press(), office.today).sheets(JUNE)
    SheetDeliveryDesk(office.store, office.today, office.undo).record(
        sheets, office.day, Channel.PAPER, "李主任"
    )


def _change_people(office: Office) -> None:
    """Add people with history: an officer with a predecessor, one who moved, two records of one person."""
    desk, town, other = office.people, unit_id("新洲镇"), unit_id("药山镇")
    begun, turned = date(2021, 3, 1), date(2022, 6, 20)
    desk.do(Appoint(town, Duty.INFO_OFFICER, Newcomer("周试一", phone="0736-4210001"), begun))
    successor = Newcomer("李试二", phone="0736-4210001", mobile="13800000000")
    desk.do(HandOver(town, Duty.INFO_OFFICER, successor, turned))
    (known,) = (person.id for person in desk.people() if person.name == "王测三")
    desk.do(Move(known, unit_id("团市委"), turned))
    again = desk.do(Appoint(other, None, Newcomer("王册三", mark="宣传办")))
    desk.do(Join(again, known, "一次登记写错了字"))


def _change_units(office: Office) -> None:
    """Add units with history."""
    desk = UnitDesk(office.store, office.undo)
    desk.do(Rename(unit_id("团市委"), "共青团市委", JULY))
    (new,) = desk.do(Create("样板镇", Group.TOWN, JUNE, ("样板",)))
    desk.do(Merge((unit_id("新洲镇"), new), "新样镇", JULY))
    desk.do(Edit(unit_id("药山镇"), Group.BUREAU, (), (), JULY))
    desk.do(Charge(unit_id("药山镇"), 3, JULY, "人员较多"))


def main() -> None:
    """Write the schema and, for a new schema, its dump."""
    os.environ["LOGNAME"] = "clerk"
    newest = migrations(paths.migrations())[-1].version
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "office.jinshi"
        a_populated_office(file)
        with closing(sqlite3.connect(file)) as connection:
            SCHEMA.write_text(schema(connection), encoding="utf-8")
            kept = RELEASES / f"{newest:04d}.sql"
            if not kept.exists():
                kept.write_text("".join(dump(connection)), encoding="utf-8")


if __name__ == "__main__":
    main()
