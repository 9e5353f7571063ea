"""Units as the program ships them, and files to read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.intake.drafts import DraftProposal, read_draft

TODAY = date(2022, 7, 1)
UNITS = (
    ("YS", "药山镇", Group.TOWN, ("药山", "药山镇党委")),
    ("BY", "白衣镇", Group.TOWN, ("白衣", "白衣镇党委")),
    ("XYJ", "襄阳街街道", Group.TOWN, ("襄阳街",)),
    ("B_TW", "团市委", Group.BUREAU, ("共青团津市市委",)),
)


@pytest.fixture(scope="session")
def names() -> UnitNames:
    """Four units, enough to be mistaken for one another."""
    january = Month(2022, 1)
    return UnitNames(
        Unit(identifier, name, group, position, january, aliases=aliases)
        for position, (identifier, name, group, aliases) in enumerate(UNITS)
    )


@pytest.fixture
def read_lines(tmp_path: Path, names: UnitNames) -> Callable[..., DraftProposal]:
    """Read lines as the .txt they would come in."""

    def read(*lines: str, name: str = "稿件.txt") -> DraftProposal:
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return read_draft(path, names, TODAY)

    return read
