"""趋势 and the months it is made of: the same figures, whatever happened, and closed months stay."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from jinshi_desk.cli import main
from jinshi_desk.domain.errors import NothingToDraw
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.trends import EVERYONE, Measure, Whose, series
from jinshi_desk.domain.unit_acts import Edit
from jinshi_desk.domain.units import Group
from jinshi_desk.papers.trends import PAPER
from jinshi_desk.services.freezing import frozen_month
from jinshi_desk.services.notice_files import Format
from jinshi_desk.services.shapes import figures_json
from jinshi_desk.services.trends import kept_or_computed
from jinshi_desk.services.units import UnitDesk
from tests.office import JULY, JUNE, MAY, Office, unit_id
from tests.works import TURN, WORK, Work, do, turn

TOWNS = Whose(Group.TOWN)


def at(office: Office, measure: Measure, month: Month = JUNE, whose: Whose = EVERYONE) -> int | None:
    """A measure of one month."""
    return series(office.trends.trends(month.year), measure, whose).now[month.month - 1]


# ---- the same figures as everywhere


@settings(max_examples=12)
@given(works=st.lists(WORK, max_size=6), turns=st.lists(TURN, max_size=3, unique=True))
def test_the_trends_of_any_office_are_the_figures_of_its_months(
    works: list[Work], turns: list[str], template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("trends") / "台账.jinshi"
    file.write_bytes(template.read_bytes())
    office = Office(file)
    office.day = date(2022, 7, 20)
    for work in works:
        do(office, work)
    for what in turns:
        turn(office, what)
    trends = office.trends.trends(2022)
    for month, found in zip(months_of(2022), trends.now, strict=True):
        if found is None:
            continue
        told = figures_json(office.figures(month))
        all_of = found.of(EVERYONE)
        assert all_of is not None
        assert (all_of.received, all_of.valid) == (told["received"], told["valid"])
        assert {group.value: each.valid for group, each in found.groups.items()} == told["valid_by_group"]
        assert all_of.adopted == told["adoption"]["drafts"]
        totals = [each["total"] for each in told["points"].values()]
        assert in_points(all_of.cents) == pytest.approx(sum(totals))
        for unit, counted in told["quota"].items():
            own = found.of(Whose(unit=unit))
            assert own is not None
            assert (own.received, own.valid) == (counted["received"], counted["valid"])
            assert in_points(own.cents) == told["points"][unit]["total"]
        rate = all_of.of(Measure.RATE)
        assert rate is None or 0 <= rate <= 1000
    office.store.close()


def test_the_command_line_says_the_same_of_a_month_twice(
    office: Office, data_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.adopt(office.log(unit="药山镇"), Level.PROVINCE)
    office.log(unit="团市委")

    def said(*words: str) -> Any:
        assert main(["--data", str(data_file), *words, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    figures, trends = said("figures", "2022-06"), said("trends", "2022")
    june = next(month for month in trends["months"] if month["month"] == "2022-06")
    assert (june["received"], june["valid"]) == (figures["received"], figures["valid"]) == (2, 2)
    assert june["adopted"] == figures["adoption"]["drafts"] == 1
    assert june["points"] == sum(unit["total"] for unit in figures["points"].values())
    assert {name: part["valid"] for name, part in june["groups"].items()} == figures["valid_by_group"]
    assert june["rate_pct"] == 50.0


# ---- what counts


def test_the_rate_counts_valid_drafts_of_the_month_that_were_adopted_whenever(office: Office) -> None:
    office.adopt(office.log(received="2022-05-20"), on="2022-06-10")
    office.adopt(office.log(received="2022-05-21", approval_on_file=False), on="2022-05-25")
    office.log(received="2022-05-22")
    assert at(office, Measure.RATE, MAY) == 500
    assert at(office, Measure.ADOPTED, MAY) == 1
    assert at(office, Measure.ADOPTED, JUNE) == 1


def test_months_before_the_books_and_to_come_are_empty_not_zero(office: Office) -> None:
    office.day = date(2022, 7, 3)
    office.log(received="2022-05-10")
    office.log(received="2022-07-02")
    valid = series(office.trends.trends(2022), Measure.VALID)
    assert valid.now == (None,) * 4 + (1, 0, 1) + (None,) * 5
    assert valid.before == (None,) * 12
    assert office.trends.years() == (2022, 2022)


def test_last_year_stands_beside_this_one(office: Office) -> None:
    office.log(received="2021-06-10")
    office.log(received="2022-06-10")
    office.log(received="2022-06-11")
    drawn = series(office.trends.trends(2022), Measure.RECEIVED, TOWNS)
    assert (drawn.before[5], drawn.now[5]) == (1, 2)
    assert (drawn.sum_now, drawn.sum_before) == (2, None)  # last year began in June only
    assert office.trends.years() == (2021, 2022)


def test_a_unit_that_moved_to_another_group_counts_where_it_was(office: Office) -> None:
    office.day = date(2022, 7, 20)
    office.log(unit="药山镇", received="2022-06-10")
    office.log(unit="药山镇", received="2022-07-10")
    UnitDesk(office.store, office.undo).do(Edit(unit_id("药山镇"), Group.BUREAU, (), (), JULY))
    assert [at(office, Measure.VALID, month, TOWNS) for month in (JUNE, JULY)] == [1, 0]
    assert [at(office, Measure.VALID, month, Whose(Group.BUREAU)) for month in (JUNE, JULY)] == [0, 1]
    assert [at(office, Measure.VALID, month, Whose(unit=unit_id("药山镇"))) for month in (JUNE, JULY)] == [
        1,
        1,
    ]


# ---- closed months


def test_a_closed_month_keeps_its_trend_whatever_comes_later(office: Office) -> None:
    kept = office.log(unit="药山镇", received="2022-05-10")
    office.adopt(kept, Level.PROVINCE, on="2022-05-20")
    office.log(unit="新洲镇", received="2022-05-11")
    office.close(MAY)
    before = office.trends.trends(2022).now[4]
    assert before is not None
    assert before.closed
    office.adopt(kept, Level.NATIONAL, on="2022-06-01")
    office.register.void(kept, "失实")
    assert office.trends.trends(2022).now[4] == before


def test_the_rate_of_a_month_closed_before_it_was_kept_is_left_blank(office: Office) -> None:
    office.adopt(office.log(received="2022-05-10"), on="2022-05-12")
    office.adopt(office.log(received="2022-05-11", approval_on_file=False), on="2022-05-12")
    month = office.figures(MAY)
    older = tuple(replace(row, count=replace(row.count, valid_adopted=None)) for row in month.standings)
    assert [row.count.adopted_of_valid for row in older if row.count.received] == [None]
    assert at(office, Measure.RATE, MAY) == 1000


def _rows(office: Office, month: Month, folder: Path) -> list[tuple[object, ...]]:
    """The figures beneath the charts in the workbook of a month's bulletin."""
    (file,) = office.bulletins.files.save(office.bulletins.draft(month).notice, folder, [Format.XLSX])
    sheet = load_workbook(file)["趋势"]
    return [row for row in sheet.values if row[0]]


def test_the_workbook_of_a_closed_month_shows_what_it_showed_when_it_was_closed(
    office: Office, tmp_path: Path
) -> None:
    office.log(unit="药山镇", received="2022-05-10")
    june = office.log(unit="药山镇", received="2022-06-10")
    office.close(MAY)
    open_still = _rows(office, JUNE, tmp_path / "1")
    assert [row[2] for row in open_still[1:13]] == [None] * 4 + ["已关账", "未关账"] + [None] * 6
    office.close(JUNE)
    closed = _rows(office, JUNE, tmp_path / "2")
    assert [row[2] for row in closed[1:13]] == [None] * 4 + ["已关账", "已关账"] + [None] * 6
    assert [(*row[:2], *row[3:]) for row in closed] == [(*row[:2], *row[3:]) for row in open_still]
    office.day = date(2022, 7, 20)
    office.log(unit="药山镇", received="2022-07-10")
    office.register.void(june, "失实")
    assert _rows(office, JUNE, tmp_path / "3") == closed
    assert _rows(office, JULY, tmp_path / "4")[6:8] != closed[6:8]


def test_a_month_closed_before_charts_were_kept_has_the_workbook_it_had(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.log(received="2022-05-10")
    monkeypatch.setattr("jinshi_desk.services.closing.year_so_far", lambda *_, **__: None)
    office.close(MAY)
    frozen = frozen_month(office.store, MAY)
    assert frozen is not None
    assert kept_or_computed(office.store, MAY) is None
    (file,) = office.bulletins.files.save(office.bulletins.draft(MAY).notice, tmp_path, [Format.XLSX])
    assert "趋势" not in load_workbook(file).sheetnames


# ---- drawn and saved


def test_the_chart_of_a_screen_has_its_size_and_tells_where_its_months_stand(office: Office) -> None:
    office.log(unit="药山镇")
    valid = series(office.trends.trends(2022), Measure.VALID)
    drawing = office.trends.drawing(valid, PAPER, (800, 300))
    assert b'viewBox="0 0 800 300"' in drawing.svg
    assert PAPER.now.lower().encode() in drawing.svg.lower()
    assert 0 < drawing.left < drawing.left + 12 * drawing.width <= 800


def test_nothing_is_drawn_of_a_unit_that_did_nothing(office: Office, tmp_path: Path) -> None:
    office.log(unit="药山镇")
    idle = series(office.trends.trends(2022), Measure.VALID, Whose(unit=unit_id("白衣镇")))
    with pytest.raises(NothingToDraw):
        office.trends.save_picture(idle, tmp_path / "无.png")
    assert not (tmp_path / "无.png").exists()
