"""Whatever stands on the year's table and beside the names of its lists adds up, entry by entry."""

from datetime import date

import pytest

from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.roster import Duty
from jinshi_desk.domain.roster_acts import Appoint, Newcomer
from jinshi_desk.domain.unit_acts import Merge
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.units import UnitDesk
from jinshi_desk.services.years import year_of
from jinshi_desk.ui.annual.opening import opens_of_cell, opens_of_name
from tests.office import JULY, Office, unit_id


@pytest.fixture
def busy(office: Office) -> Office:
    """Two towns that worked and were merged in July, and a correspondent who writes."""
    office.day = date(2022, 7, 20)
    office.people.do(Appoint(unit_id("新洲镇"), Duty.INFO_OFFICER, Newcomer("周试一"), date(2022, 3, 1)))
    for unit, level in (("药山镇", Level.NATIONAL), ("新洲镇", Level.PROVINCE), ("白衣镇", Level.COUNTY)):
        number = office.log(unit=unit)
        office.adopt(number, level)
        office.adopt(number, level, on="2022-07-02")
    UnitDesk(office.store, Undo(office.store)).do(
        Merge((unit_id("药山镇"), unit_id("白衣镇")), "药白镇", JULY)
    )
    return office


def test_every_cell_of_the_years_table_opens_to_its_sum(busy: Office) -> None:
    figures, desk = year_of(busy.store, 2022, busy.day), ExplainDesk(busy.store)
    seen = set()
    for name in ("药山镇", "新洲镇", "药白镇"):
        each = next(each for each in figures.units if each.unit.name == name)
        shown = {number: month and plain(month.total) for number, month in enumerate(each.points, start=1)}
        shown |= {13: plain(each.carried), 14: plain(each.cents), 15: str(each.rank)}
        for column, figure in shown.items():
            opens = opens_of_cell(figures, each.unit.id, column)
            if opens is not None:
                chain = desk.chain(opens)
                assert (chain.holds, chain.figure) == (True, figure), (name, column)
                seen.add(column)
    assert seen == {6, 7, 13, 14, 15}
    assert opens_of_cell(figures, "", 3) is None


def test_everybody_on_the_lists_opens_to_what_they_contend_with(busy: Office) -> None:
    figures, desk = year_of(busy.store, 2022, busy.day), ExplainDesk(busy.store)
    seen = 0
    for roll in busy.awards.rolls(figures):
        for contender in roll.contest.contenders:
            if contender.cents or seen < 3:
                chain = desk.chain(opens_of_name(figures, roll.award, contender.who))
                assert (chain.holds, chain.sum) == (True, contender.cents), contender
                seen += 1
    assert seen > 6
