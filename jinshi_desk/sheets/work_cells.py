"""What a cell of 问题建议 and 任务到人 says: of what kind, in which period, how many."""

import re
from collections.abc import Mapping

from jinshi_desk.domain.assignments import Counting
from jinshi_desk.domain.errors import BadPeriod
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.registers import Question
from jinshi_desk.domain.suggestions import Concern
from jinshi_desk.sheets.cells import Reading, doubtful, half_width, sure, text_of
from jinshi_desk.sheets.fact_cells import of_list
from jinshi_desk.sheets.grids import Value
from jinshi_desk.wording import CONCERN, COUNTING

_CONCERN_WORDS: Mapping[Concern, str] = {
    Concern.PROBLEM: "困难|困难问题|存在问题|工作问题",
    Concern.ADVICE: "意见|意见建议|工作建议",
}
_COUNTING_WORDS: Mapping[Counting, str] = {
    Counting.VALID: "报送|有效报送|有效稿件",
    Counting.ADOPTED: "刊发|采用稿件|上稿",
}
_PERIOD = re.compile(r"(20\d\d)年?(?:-?第?([一二三四1-4])季度?|-?Q([1-4])|-?(\d{1,2})月?)?(?:度|全年)?")
_QUARTERS = "一二三四"


def read_concern(value: Value) -> Reading[Concern | None]:
    """Read whether it is a problem or a suggestion."""
    return of_list(value, _CONCERN_WORDS, CONCERN, ("unknown_concern", "concern"))


def read_counting(value: Value) -> Reading[Counting | None]:
    """Read which drafts fill a task."""
    return of_list(value, _COUNTING_WORDS, COUNTING, ("unknown_counting", "counting"))


def read_period(value: Value) -> Reading[Period | None]:
    """Read ``2022年``, ``2022年第二季度``, ``2022-Q2``, ``2022年6月`` or ``2022-06``."""
    raw = text_of(value)
    found = _PERIOD.fullmatch(half_width(raw))
    period = _period(found) if found else None
    if period is None:
        return doubtful(None, raw, Question("unreadable_period", raw, "period"))
    return sure(period, raw, period.label)


def _period(found: re.Match[str]) -> Period | None:
    year, written, digit, month = found.groups()
    quarter = str(_QUARTERS.index(written) + 1) if written and written in _QUARTERS else written or digit
    try:
        return Period.parse(
            f"{year}-Q{quarter}" if quarter else f"{year}-{int(month):02d}" if month else year
        )
    except BadPeriod:
        return None


def read_target(value: Value) -> Reading[int | None]:
    """Read how many drafts are asked for; one below nothing is a number too, and refused as such."""
    raw = text_of(value)
    found = re.fullmatch(r"([-−－]?\d{1,6})[篇条件]?", half_width(raw).replace("−", "-"))
    if found is None:
        return doubtful(None, raw, Question("unreadable_whole", raw, "target"))
    return sure(int(found[1]), raw)
