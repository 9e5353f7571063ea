"""A notice of one sentence, to try what quarters and years share."""

from collections.abc import Mapping
from datetime import date

from jinshi_desk.domain.bulletins import Section
from jinshi_desk.domain.composition import Edit, edited_sentence
from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.period_notices import Field, PeriodDraft, Sums, Tile, Working, months_sums
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.sentences import counted
from jinshi_desk.domain.tables import Column, Table
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.period_notices import period_months
from jinshi_desk.store.database import Store


class PlainNotice:
    """Counts the valid drafts; ``off`` is how far its count is from that of the months."""

    off = 0
    off_by_default: frozenset[str] = frozenset()

    def __init__(self, store: Store) -> None:
        self._store = store

    def fields(self, _period: Period) -> tuple[Field, ...]:
        """A number and a text."""
        return Field("mentored", "导师帮带", "对"), Field("topics", "选题方向")

    def compose(self, period: Period, edits: Mapping[str, Edit], typed: Mapping[str, str]) -> PeriodDraft:
        """Say how many valid drafts there are; the text typed stands as the contact."""
        months = [month_figures(self._store, month) for month in period_months(self._store, period)]
        sums = months_sums(months)
        said = edited_sentence("Q1", ["共收到有效信息", counted("valid", sums.valid), "条。"], edits)
        opening = edited_sentence("Q0", ["现将有关情况通报如下："], edits)
        notice = Notice(
            period,
            "bulletin",
            f"季讲评-{period}",
            f"关于{period.label}组工信息宣传工作讲评的通报",
            "各单位：",
            opening,
            (Section("总体情况", (said,)),),
            (),
            (),
            "",
            date(2022, 7, 5),
            typed.get("topics", ""),
        )
        whole = Sums(sums.received, sums.valid + self.off, sums.adopted, sums.times, sums.cents)
        tile = Tile("valid", "有效报送", str(sums.valid), "条", "共 3 个月")
        rows = tuple((month.month.label, month.valid) for month in months)
        table = Table("", (Column(20, "月份", left=True), Column(10, "有效")), rows)
        working = Working(("valid",), "有效报送", table, f"共 {sums.valid} 条")
        return PeriodDraft(notice, (), whole, (tile,), (working,))
