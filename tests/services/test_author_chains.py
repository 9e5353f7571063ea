"""What an author earned is explained as a unit's points are, in a closed month by what was known then."""

from datetime import UTC, datetime

from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.roster_acts import Join
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.month_events import author_rows
from jinshi_desk.services.office import OfficeDesk
from tests.office import JULY, JUNE, MAY, Office


def people(office: Office) -> dict[str, int]:
    """Everybody's id by unit."""
    return {person.posts[0].unit: person.id for person in office.store.roster.all()}


def test_authors_share_a_draft_and_are_told_with_whom(office: Office) -> None:
    office.adopt(office.log(authors=("周试一", "李试二", "王测三")), Level.COUNTY)
    desk = ExplainDesk(office.store)
    rows = author_rows(office.store, JUNE)
    chains = [desk.figure(f"person.{row.person}.total", JUNE) for row in rows]
    assert [(chain.holds, chain.figure) for chain in chains] == [
        (True, "0.34"),
        (True, "0.33"),
        (True, "0.33"),
    ]
    each = chains[1].lines[0].explained
    assert each is not None
    assert each.among == ("周试一", "李试二", "王测三")
    assert each.roundings == ("1 ÷ 3 = 0.3333… → 0.33",)


def test_who_turns_out_to_be_one_later_stays_two_in_the_months_that_are_closed(office: Office) -> None:
    OfficeDesk(office.store).print_authors(printed=True)
    for unit, level in (("新洲镇", Level.COUNTY), ("药山镇", Level.PREFECTURE)):
        office.adopt(office.log(unit=unit, authors=("周试一",)), level)
    first, second = people(office)["XZ"], people(office)["YS"]
    office.close(MAY, JUNE)
    office.store._clock = lambda: datetime(2099, 7, 4, 9, 30, tzinfo=UTC)  # after the closing
    office.people.do(Join(second, first, "同一人"))
    office.adopt(office.log(unit="药山镇", received="2022-07-02"), on="2022-07-03")
    desk, frozen = ExplainDesk(office.store), office.bulletins.draft(JUNE).bulletin.author_table
    assert [(row.person, row.total) for row in frozen] == [(second, 300), (first, 100)]
    for row in frozen:
        chain = desk.figure(f"person.{row.person}.total", JUNE)
        assert (chain.holds, chain.sum) == (True, row.total)
    year = desk.figure(f"person.{first}.cumulative", JULY)
    assert (year.holds, year.sum, len(year.lines)) == (True, 500, 3)
    assert f"person.{second}.total" not in desk.keys(JULY)
