"""An issued bulletin is printed again years later, the same to the last character, whatever changed since."""

import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.issuing import Issue
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.unit_acts import Edit, Merge, Rename
from jinshi_desk.domain.units import Group
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services import defaults
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.closing import faults
from jinshi_desk.services.rule_sets import RulesDesk
from jinshi_desk.services.units import UnitDesk
from tests.office import JULY, Office, unit_id

MONTHS = tuple(Month(2022, number) for number in range(1, 7))
LEVELS = (Level.COUNTY, Level.PREFECTURE, Level.PROVINCE)


@pytest.fixture
def issued(office: Office) -> Office:
    """Six months, closed and issued one by one, with something of every kind in them."""
    for place, month in enumerate(MONTHS):
        office.day = date(2022, month.month, 25)
        town, bureau = ("新洲镇", "药山镇")[place % 2], "市教育局"
        number = office.log(unit=town, received=f"{month}-08", category=Category.EXPERIENCE)
        office.adopt(number, LEVELS[place % 3], on=f"{month}-12")
        joint = office.log(unit="毛里湖镇", partners=(town,), received=f"{month}-10")
        office.adopt(joint, on=f"{month}-18")
        office.log(unit=bureau, received=f"{month}-20", approval_on_file=False)
        day = date(2022, month.month, 22)
        office.instruction.record(number, NewInstruction(Level.PREFECTURE, "高样二", day, day))
        if place:
            wrong = NewCorrection(unit_id(town), MONTHS[place - 1], 50, "漏计一条", day)
            office.correction.record(wrong)
        office.bulletins.edit(month, "T0", f"{month.month}月份有关情况通报如下：")
        following = month.next()
        office.day = date(following.year, following.month, 6)
        office.closing.close(month, accept_open_items=True)
        office.issuing.issue(Issue(month, f"津组通[2022]{month.month}号", office.day))
    return office


_WRITTEN_AT = re.compile(rb"<dcterms:modified.*?</dcterms:modified>")
"""When the file itself was written: not of its content."""
_DEARER = {
    'id = "default-2022"': 'id = "dear-2022"',
    'effective_from = "2022-01"': 'effective_from = "2022-07"',
    "grace_close_day = 5": "grace_close_day = 9",
}


def _dearer_rules(folder: Path) -> Path:
    toml = (defaults.folder() / "rules_default.toml").read_text(encoding="utf-8")
    for old, new in _DEARER.items():
        assert old in toml
        toml = toml.replace(old, new)
    toml = re.sub(r"(?m)^base_completed\s*=.*$", "base_completed = 99", toml)
    file = folder / "rules.toml"
    file.write_text(toml, encoding="utf-8")
    return file


def _everything_changes(office: Office, folder: Path) -> None:
    """Dearer rules, another letterhead, renamed outlets; units renamed, moved and merged; drafts void."""
    RulesDesk(office.store).add(_dearer_rules(folder))
    desk = UnitDesk(office.store, office.undo)
    with office.store.writing("settings"):
        office.store._db.execute_sql("UPDATE outlet SET name = name || '客户端', level = 'national'")
        office.store.settings.put(
            {
                "bulletin.signer": "别的单位",
                "bulletin.addressee": "各支部：",
                "bulletin.contact": "另一人",
                "bulletin.author_table": "1",
                "quota.form_required": "0",
            }
        )
    desk.do(Rename(unit_id("市教育局"), "市教育体育局", JULY))
    desk.do(Edit(unit_id("毛里湖镇"), Group.BUREAU, (), (), JULY))
    desk.do(Merge((unit_id("新洲镇"), unit_id("药山镇")), "新药镇", JULY))
    for number in office.store.drafts.all_numbers()[:3]:
        office.register.void(number, "失实")
    office.adoption.retract(4, date(2022, 7, 5))


def _printed(office: Office, folder: Path) -> dict[str, object]:
    """The three files of every month as whoever opens them gets them: bytes, or each part of a package."""
    desk = BulletinDesk(office.store, Press(system_fonts=False))
    return {
        path.name: _content(path)
        for month in MONTHS
        for path in desk.save(desk.draft(month).bulletin, folder)
    }


def _content(path: Path) -> object:
    if path.suffix == ".pdf":
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return {name: _WRITTEN_AT.sub(b"", package.read(name)) for name in package.namelist()}


def test_six_issued_months_are_printed_again_as_they_were(issued: Office, tmp_path: Path) -> None:
    before = _printed(issued, tmp_path / "2022")
    assert len(before) == 18
    assert issued.bulletins.draft(MONTHS[0]).bulletin.dated == date(2022, 2, 6)
    issued.day = date(2022, 7, 6)
    _everything_changes(issued, tmp_path)
    issued.day = date(2031, 3, 1)
    after = _printed(issued, tmp_path / "2031")
    changed = [name for name in before if before[name] != after[name]]
    assert changed == []
    assert list(faults(issued.store)) == []


def test_the_months_after_are_printed_as_things_are_then(issued: Office, tmp_path: Path) -> None:
    """What changed is in the open month: the comparison above is not of things that nothing can change."""
    was = issued.bulletins.draft(JULY).bulletin
    issued.day = date(2022, 7, 6)
    _everything_changes(issued, tmp_path)
    now = issued.bulletins.draft(JULY).bulletin
    units = {row.unit for table in now.points_tables for row in table.rows}
    assert {"新药镇", "市教育体育局"} <= units
    assert now.signer == "别的单位"
    assert now.dated == date(2022, 8, 9)
    assert (was.signer, was.dated) != (now.signer, now.dated)
