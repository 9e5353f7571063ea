"""What stands behind the figures about commissions, instructions, faults and corrections."""

from collections.abc import Callable
from datetime import date

import pytest

from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.ui.bulletin.source import Source
from jinshi_desk.ui.bulletin.sources import Sources
from tests.office import JUNE, MAY, Office, unit_id

TOWN, OTHER = "新洲镇", "药山镇"
Look = Callable[[str], Source]


@pytest.fixture
def told(office: Office, bulletins: BulletinDesk) -> Bulletin:
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
    bulletins.set_platform(JUNE, PlatformMonth(21, 168, 40, 3050))
    return bulletins.draft(JUNE).bulletin


@pytest.fixture
def behind(told: Bulletin, office: Office) -> Look:
    sources = Sources(office.points)
    return lambda key: sources.of(key, told.figures)


def test_each_figure_has_its_own_table(told: Bulletin, behind: Look) -> None:
    codes = {"T9", "T10", "T11", "T13", "T14", "T15", "T16", "T19"}
    sentences = [each for section in told.sections for each in section.sentences if each.code in codes]
    assert {sentence.code for sentence in sentences} == codes
    for sentence in sentences:
        for span in sentence.spans:
            assert "有效报送" not in behind(span.figure.key).title, span.figure.key


@pytest.mark.parametrize(
    ("key", "total", "lines"),
    [
        ("commissions", "3 篇", 3),
        ("commissions.on_time", "1 篇", 1),
        (f"commissions.late.{unit_id(TOWN)}", "1 篇", 1),
        (f"commissions.not_done.{unit_id(OTHER)}", "1 篇", 1),
        ("instructed.province", "1 篇", 1),
        ("returned", "1 篇，原因 1 条", 1),
        ("platform.week", "周均 21 × 7 ÷ 30 = 4.9 次", 4),
        (f"corrected.2022-05.{unit_id(TOWN)}", "应为 0.5 分", 2),
    ],
)
def test_a_table_adds_up_to_its_figure(key: str, total: str, lines: int, behind: Look) -> None:
    found = behind(key)
    assert (found.total, len(found.lines)) == (total, lines)
    assert all(len(line.cells) == len(found.heads) for line in found.lines)


def test_points_of_a_month_tell_their_events(behind: Look) -> None:
    found = behind(f"deducted.text_error.{unit_id(TOWN)}")
    told = [line.cells[2] for line in found.lines]
    assert "省级领导高样二6月20日批示" in told
    assert "日期有误" in told
    assert "更正2022年5月：漏计" in told
