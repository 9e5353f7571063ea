"""Years later, under other rules and names, a closed month is printed again byte for byte (promise 3)."""

import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.issuing import Issue
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.domain.unit_acts import Merge, Rename
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.rule_sets import RulesDesk
from jinshi_desk.services.units import UnitDesk
from tests.office import JUNE, Office, a_draft, unit_id

SIX = tuple(Month(2022, number) for number in range(1, 7))
XINZHOU, YAOSHAN, BAIYI = (unit_id(name) for name in ("新洲镇", "药山镇", "白衣镇"))
_SHIPPED = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")


@pytest.fixture
def years(office: Office) -> Office:
    """January to June of 2022 closed and issued, each with drafts, adoptions, an edited sentence."""
    for month in SIX:
        for unit in ("新洲镇", "药山镇", "白衣镇"):
            number = office.log(f"{unit}{month.month}月的一篇", unit=unit, received=f"{month}-10")
        office.adopt(number, Level.PROVINCE, on=f"{month}-20")
        office.bulletins.set_platform(month, PlatformMonth(9, 60, 30, 3000 + month.month))
        office.bulletins.edit(month, "T0", f"{month.month}月，各单位做了大量工作。现通报如下：")
        office.close(month)
        office.day = date(2022, 7, 20)
        office.issuing.issue(Issue(month, f"津组通〔2022〕{month.month}号", date(2022, 7, month.month)))
    return office


def printed(office: Office, month: Month, folder: Path) -> Mapping[str, bytes]:
    """All that is in the three files of a month; of a zip its parts, without when it was written."""
    desk = BulletinDesk(office.store, Press(system_fonts=False))
    content: dict[str, bytes] = {}
    for file in desk.files.save(desk.draft(month).notice, folder):
        if file.suffix == ".pdf":
            content[file.name] = file.read_bytes()
            continue
        with zipfile.ZipFile(file) as package:
            parts = [name for name in package.namelist() if name != "docProps/core.xml"]
            content |= {f"{file.name}/{name}": package.read(name) for name in parts}
    return content


def years_pass(office: Office, folder: Path) -> None:
    """Change all that a bulletin is made of: rules, names, groups of units, the letterhead, the records."""
    office.day = date(2024, 3, 1)
    rules = folder / "细则.toml"
    text = _SHIPPED.replace('id = "default-2022"', 'id = "dearer"').replace('"2022-01"', '"2022-07"', 1)
    rules.write_text(text.replace("base_completed = 2.0", "base_completed = 9.0"), encoding="utf-8")
    RulesDesk(office.store).add(rules)
    units = UnitDesk(office.store, office.undo)
    units.do(Rename(YAOSHAN, "药山街道", Month(2022, 7)))
    units.do(Merge((XINZHOU, BAIYI), "新白镇", Month(2022, 8)))
    first, *_, last = office.store.drafts.all_numbers(JUNE)
    office.register.void(first, "查实失实")
    office.adoption.retract(1, date(2024, 2, 1))
    office.adopt(last, Level.NATIONAL, on="2022-06-28", registered="2022-07-20")
    office.correction.record(NewCorrection(YAOSHAN, JUNE, 100, "漏计一条", date(2024, 2, 1)))
    office.register.log(a_draft(unit="药山镇", received="2024-02-01"), accepted=True)
    with office.store.writing("settings"):
        office.store.settings.put({"bulletin.signer": "改了名的研究室", "quota.form_required": "0"})


def test_six_closed_months_are_printed_again_byte_for_byte(years: Office, tmp_path: Path) -> None:
    notices = {month: years.bulletins.draft(month).notice for month in SIX}
    before = printed(years, JUNE, tmp_path / "当年")
    assert {Path(name.partition("/")[0]).suffix for name in before} == {".pdf", ".docx", ".xlsx"}
    assert "药山镇".encode() in before["组工信息月通报-2022-06.docx/word/document.xml"]
    years_pass(years, tmp_path)
    for month in SIX:
        assert years.bulletins.draft(month).notice == notices[month]
    after = printed(years, JUNE, tmp_path / "后来")
    assert after.keys() == before.keys()
    assert [name for name in before if after[name] != before[name]] == []


def test_an_open_month_is_printed_as_it_stands_in_each_of_the_files(office: Office, tmp_path: Path) -> None:
    office.log(unit="药山镇")
    before = printed(office, JUNE, tmp_path / "先")
    UnitDesk(office.store, office.undo).do(Rename(YAOSHAN, "药山街道", JUNE))
    after = printed(office, JUNE, tmp_path / "后")
    changed = {name.partition("/")[0] for name in before if after[name] != before[name]}
    assert {Path(name).suffix for name in changed} == {".pdf", ".docx", ".xlsx"}
