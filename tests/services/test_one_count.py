"""Board, command line and bulletin never disagree, whatever was sent and whatever became of units."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Severity
from jinshi_desk.domain.quota import Standing, Verdict
from jinshi_desk.domain.unit_acts import Charge, Merge, Rename, Split, UnitAct
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.quota import BoardRow
from jinshi_desk.services.shapes import quota_json
from jinshi_desk.services.units import UnitDesk
from tests.office import AUGUST, JULY, JUNE, Office, unit_id

TOWNS = ("新洲镇", "药山镇", "毛里湖镇", "白衣镇")
MONTHS = (JUNE, JULY, AUGUST)
FATES = ("", "", "", "return_", "withdraw", "void")
SENT = st.tuples(st.sampled_from(TOWNS), st.sampled_from(MONTHS), st.booleans(), st.sampled_from(FATES))
STEP = st.tuples(
    st.sampled_from(["merge", "absorb", "split", "rename", "charge", "close"]), st.sampled_from(MONTHS)
)


def _act(kind: str, month: Month, place: int, units: list[str]) -> UnitAct:
    match kind:
        case "merge":
            return Merge((units[0], units[1]), f"新{place}镇", month)
        case "absorb":
            return Merge((units[0],), units[1], month)
        case "split":
            return Split(units[place % len(units)], (f"东{place}镇", f"西{place}镇"), month)
        case "charge":
            return Charge(units[place % len(units)], place % 4, month, "另定")
    return Rename(units[place % len(units)], f"改{place}镇", month)


@settings(max_examples=15)
@given(sent=st.lists(SENT, max_size=8), steps=st.lists(STEP, max_size=5))
def test_every_place_counts_the_same_and_the_year_is_its_drafts(
    sent: list[tuple[str, Month, bool, str]],
    steps: list[tuple[str, Month]],
    template: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    file = tmp_path_factory.mktemp("count") / "台账.jinshi"
    file.write_bytes(template.read_bytes())
    office = Office(file)
    office.day = date(2022, 9, 20)
    office.log(unit="嘉山街道", received="2022-06-01")  # the books begin in June
    for town, month, on_file, fate in sent:
        number = office.log(unit=town, received=f"{month}-10", approval_on_file=on_file)
        if fate:
            getattr(office.register, fate)(number, "有问题")
    desk = UnitDesk(office.store, office.undo)
    units = [unit_id(town) for town in TOWNS]
    for place, (kind, month) in enumerate(steps):
        if kind == "close":
            office.close(office.store.months.open_from() if office.store.months.is_closed(JUNE) else JUNE)
            continue
        act = _act(kind, month, place, units)
        if all(problem.severity is Severity.WARN for problem in desk.check(act)):
            units = sorted({*units, *desk.do(act)})
    board = office.quota.board(2022)
    for month in MONTHS:
        _agree(office, board, month)
    assert sum(row.count.received for row in board) == len(sent) + 1
    drafts = [each for month in MONTHS for each in _drafts(office, board, month)]
    assert sum(row.count.valid for row in board) == drafts.count(Verdict.COUNTS)
    office.store.close()


def _agree(office: Office, board: tuple[BoardRow, ...], month: Month) -> None:
    """The cells, ``quota --json``, the bulletin's figures and the drafts behind each cell say one thing."""
    cells = {row.unit.id: cell for row in board if (cell := row.cells[month.month - 1]) is not None}
    figures = month_figures(office.store, month)
    printed = json.loads(json.dumps(quota_json(figures)))
    told = {standing.unit.id: standing for standing in figures.standings}
    assert {unit: _said(told[unit]) for unit in cells} == {unit: _said(cell) for unit, cell in cells.items()}
    for unit, cell in cells.items():
        line = printed[unit]
        count = cell.count
        assert (line["received"], line["valid"], line["adopted"]) == (
            count.received,
            count.valid,
            count.adopted,
        )
        assert (line["quota"], line["missing"]) == (cell.quota, cell.missing)
        assert line["state"] == (cell.state.value if cell.state else None)
        behind = [row.verdict for row in office.quota.drafts(unit, month)]
        assert behind.count(Verdict.COUNTS) == count.weighted
        assert len(behind) - behind.count(Verdict.PARTNER) == count.received


def _said(standing: Standing) -> tuple[object, ...]:
    return standing.count, standing.quota, standing.exempt, standing.state


def _drafts(office: Office, board: tuple[BoardRow, ...], month: Month) -> list[Verdict]:
    return [each.verdict for row in board for each in office.quota.drafts(row.unit.id, month)]
