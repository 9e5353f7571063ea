"""The Chinese names that 趋势 is written with, on the screen, in the picture and in the workbook."""

from collections.abc import Mapping

from jinshi_desk.domain.figures import percent
from jinshi_desk.domain.trends import Measure
from jinshi_desk.domain.written_points import plain

EVERYONES = "全部单位"
"""Whose amounts those of all units are."""

MEASURE: Mapping[Measure, str] = {
    Measure.RECEIVED: "报送",
    Measure.VALID: "有效",
    Measure.ADOPTED: "采用",
    Measure.RATE: "采用率",
    Measure.POINTS: "积分",
}
MEASURE_COUNTED: Mapping[Measure, str] = {
    Measure.RECEIVED: "报送（条）",
    Measure.VALID: "有效信息（条）",
    Measure.ADOPTED: "采用（篇）",
    Measure.RATE: "采用率",
    Measure.POINTS: "积分（分）",
}


def written_amount(measure: Measure, amount: int | None) -> str:
    """Write an amount: ``28``, ``36.4%``, ``−1.5``; nothing where there is none."""
    if amount is None:
        return ""
    match measure:
        case Measure.RATE:
            return percent(amount)
        case Measure.POINTS:
            return plain(amount)
        case _:
            return str(amount)


def written_change(measure: Measure, amount: int | None) -> str:
    """Write a difference with its sign: ``+3``, ``−1.5``, ``0``; of two rates in 百分点, without %."""
    if not amount:
        return "" if amount is None else "0"
    return f"{'+' if amount > 0 else '−'}{written_amount(measure, abs(amount)).removesuffix('%')}"
