"""What stands behind the figures about commissions, instructions, faults and corrections."""

from datetime import date

import pytest

from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.services.chains import Opens, Record
from jinshi_desk.services.explain import figure_chain
from jinshi_desk.services.month_book import MonthBook
from tests.office import JUNE, MAY, Office, unit_id

TOWN, OTHER = "新洲镇", "药山镇"


@pytest.fixture
def june(office: Office) -> MonthBook:
    """A June in which all of it happened."""
    office.close(MAY)
    number, day, town = office.log("微课堂"), date(2022, 6, 20), unit_id(TOWN)
    office.log(received="2022-07-02", makeup=True, approval_on_file=False)
    office.log(received="2022-07-02", makeup=True)
    office.instruction.record(number, NewInstruction(Level.PROVINCE, "高样二", day, day))
    for unit, delivered in ((TOWN, date(2022, 6, 18)), (TOWN, date(2022, 6, 21)), (OTHER, None)):
        asked = office.commission.record(NewCommission(unit_id(unit), "联建", date(2022, 6, 1), day))
        if delivered:
            office.commission.deliver(asked, delivered)
    fault = office.deduction.propose(NewDeduction(town, "text_error", "日期有误", day, "李主任", number))
    office.deduction.confirm(fault, Confirmation("王部长", day))
    office.correction.record(NewCorrection(town, MAY, 50, "漏计", date(2022, 7, 1)))
    office.day = day
    office.register.return_(office.log(accepted=False), "数据不实")
    office.day = date(2022, 7, 3)
    office.bulletins.set_platform(JUNE, PlatformMonth(21, 168, 40, 3050))
    return MonthBook(office.store, JUNE)


@pytest.mark.parametrize(
    ("key", "figure", "lines", "working"),
    [
        ("commissions", "3", 3, ""),
        ("commissions.on_time", "1", 1, ""),
        (f"commissions.late.{unit_id(TOWN)}", "1", 1, ""),
        (f"commissions.not_done.{unit_id(OTHER)}", "1", 1, ""),
        ("instructed.province", "1", 1, ""),
        ("returned", "1", 1, ""),
        ("platform.week", "4.9", 1, "周均 21 × 7 ÷ 30 = 4.9 次"),
        (f"corrected.2022-05.{unit_id(TOWN)}", "0.5", 1, ""),
    ],
)
def test_each_event_has_its_lines(key: str, figure: str, lines: int, working: str, june: MonthBook) -> None:
    found = figure_chain(key, june)
    assert (found.figure, len(found.lines), found.working) == (figure, lines, working)
    assert found.holds


def test_points_of_a_month_lead_to_the_events_they_are_for(june: MonthBook) -> None:
    found = figure_chain(f"unit.{unit_id(TOWN)}.total", june)
    assert {line.where: line.record for line in found.lines if line.record} == {
        "省级领导高样二6月20日批示": Record("instructions", 1, JUNE),
        "约稿“联建”6月20日截止": Record("commissions", 2, JUNE),
        "日期有误": Record("deductions", 1, JUNE),
        "更正2022年5月：漏计": Record("corrections", 1, JUNE),
    }


def test_the_monthly_duty_leads_to_the_drafts_that_were_counted(june: MonthBook) -> None:
    unit = unit_id(TOWN)
    found = figure_chain(f"unit.{unit}.total", june)
    duty = {line.what: line.opens for line in found.lines if line.opens}
    assert duty == {
        "任务基础分": Opens(f"unit.{unit}.counted", JUNE),
        "扣分": Opens(f"unit.{unit}.late", JUNE),
    }
    for opens in duty.values():
        assert figure_chain(opens.key, june).lines
