"""Whatever a month brings, the lines behind every figure add up to it as it is printed."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinshi_desk.domain.draft_kinds import Status, may_become
from jinshi_desk.domain.figure_keys import Column
from jinshi_desk.domain.months import year_to
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.register import RegisterQuery
from jinshi_desk.services.draft_points import draft_key
from jinshi_desk.services.explain import ExplainDesk, figure_chain
from jinshi_desk.services.month_book import MonthBook
from jinshi_desk.services.span_chains import COMPLETED, MISSED, SpanChains
from tests.office import JULY, JUNE, MAY, Office
from tests.works import TURN, WORK, Work, do, involved, turn


@settings(max_examples=5)
@given(
    works=st.lists(WORK, max_size=5),
    turns=st.lists(TURN, max_size=3, unique=True),
    closed=st.integers(0, 2),
    later=st.lists(TURN, max_size=2, unique=True),
    regretted=st.booleans(),
)
def test_the_lines_behind_every_figure_add_up_to_it(
    works: list[Work],
    turns: list[str],
    closed: int,
    later: list[str],
    regretted: bool,
    template: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    file = tmp_path_factory.mktemp("figure") / "台账.jinshi"
    file.write_bytes(template.read_bytes())
    office = Office(file)
    office.day = date(2022, 7, 20)
    for work in works:
        do(office, work)
    for what in turns:
        turn(office, what)
    office.close(*(month for month in (MAY, JUNE)[:closed] if not office.store.months.is_closed(month)))
    for what in later:
        if what not in (*turns, "exempt"):  # which a closed month refuses
            turn(office, what)
    if regretted:
        _void_all(office)
    desk, units = ExplainDesk(office.store), {unit.id for unit in involved(office)}
    for month in (JUNE, JULY):
        _every_figure_holds(MonthBook(office.store, month), units)
    spans = SpanChains(MonthBook(office.store, JULY), (MAY, JUNE, JULY))
    for unit in involved(office):
        assert desk.unit(unit, tuple(year_to(JULY)), carried=True).holds
        for what in (Column.TOTAL, Column.VALID, Column.BONUS, COMPLETED, MISSED):
            assert spans.of(f"unit.{unit.id}.{what}").holds
    for row in office.store.register.lines(list(office.store.register.finds(RegisterQuery()))):
        chain = desk.chain(draft_key(row.number))
        assert (chain.holds, chain.figure) == (True, plain(row.cents)), chain
        assert all(desk.chain(line.opens).holds for line in chain.lines if line.opens)
    office.store.close()


def _every_figure_holds(book: MonthBook, units: set[str]) -> None:
    """Every figure has lines that add up to it as it is printed, and that open to something."""
    for key, printed in book.printed.items():
        if key.startswith("unit.") and key.split(".")[1] not in units:
            continue
        chain = figure_chain(key, book)
        assert chain.holds, (key, printed, chain.expected, chain.sum)
        assert chain.figure == printed, key
        opened = [line.opens for line in chain.lines if line.opens]
        assert all(each.month and each.key in book.of(each.month).printed for each in opened), (key, opened)
        if key in ("received", "valid", "adopted", "times", "due", "completed"):
            assert len(chain.lines) == int(printed), key


def _void_all(office: Office) -> None:
    """Strike out every draft there is; what is closed stays as it was."""
    for row in office.store.register.lines(list(office.store.register.finds(RegisterQuery()))):
        if may_become(row.status, Status.VOID):
            office.register.void(row.number, "登错")
