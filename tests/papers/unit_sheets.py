"""A unit's month as it is sent to be checked."""

from dataclasses import replace
from datetime import date
from typing import Any

from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import State, Verdict
from jinshi_desk.domain.unit_sheets import Placing, SheetDraft, SheetEntry, UnitSheet


def a_sheet(**changes: Any) -> UnitSheet:
    """Return 药山镇's June, with ``changes``."""
    sheet = UnitSheet(
        month=Month(2022, 6),
        unit="药山镇",
        quota=2,
        counted=1,
        state=State.SHORT,
        drafts=(
            SheetDraft("2022-0137", "“三张清单”压实“回头看”责任", date(2022, 6, 28), Verdict.COUNTS),
            SheetDraft("2022-0141", "老街坊议事会", date(2022, 6, 29), Verdict.NO_FORM),
            SheetDraft("2022-0142", "转来的一篇", date(2022, 6, 30), Verdict.REPRINT),
            SheetDraft("2022-0143", "还没审的一篇", date(2022, 6, 30), Verdict.NOT_ACCEPTED),
        ),
        entries=(
            SheetEntry(
                Kind.ADOPTION,
                "《“三张清单”压实“回头看”责任》湘组研究 6月30日",
                "经验材料省级",
                "15 × 1 = 15",
                1500,
            ),
            SheetEntry(Kind.QUOTA_SHORT, "", "每缺1条", "−1", -100),
        ),
        this_month=Placing(1400, 3, 9),
        this_year=Placing(6250, 2, 9),
        objections_until=date(2022, 7, 3),
        signer="市委组织部研究室",
        dated=date(2022, 7, 1),
    )
    return replace(sheet, **changes)
