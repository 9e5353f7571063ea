"""What a unit is told to be missing."""

from jinshi_desk.domain.quota import State
from tests.papers.unit_sheets import a_sheet


def test_what_is_missing_is_the_duty_and_the_forms() -> None:
    assert a_sheet().wanting == (
        "月度任务2条，计入1条，还缺1条。",
        "《老街坊议事会》（2022-0141）缺信息审批表。",
    )


def test_where_all_is_in_order_nothing_is_missing() -> None:
    assert a_sheet(counted=2, drafts=()).wanting == ()


def test_an_exempt_unit_owes_nothing() -> None:
    assert a_sheet(state=State.EXEMPT, counted=0, drafts=()).wanting == ()
