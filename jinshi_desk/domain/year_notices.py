"""The year's notice: its sections, annexes and workbook, what it is checked for (§6.6).

It is a 通报, of results or of praise, and never 表彰: an office of a county may not commend.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain import year_sentences as said
from jinshi_desk.domain.balance import Check, CheckName
from jinshi_desk.domain.bulletins import Letterhead, Section
from jinshi_desk.domain.composition import Edit, edited_sentence, edited_sentences
from jinshi_desk.domain.notices import Annex, Notice
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST
from jinshi_desk.domain.period_notices import PeriodDraft, Sums
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.tables import Table
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.year_sentences import Annual, AnnualNames, Saying
from jinshi_desk.domain.year_tables import (
    correction_table,
    months_table,
    names_table,
    year_pieces,
    year_table,
)
from jinshi_desk.domain.year_workings import tiles, workings

TEMPLATE = "bulletin"
LEFT_OUT = "Y6"
OFF_BY_DEFAULT = frozenset({LEFT_OUT})
"""Who is left out, and why, is printed only where the office wants it."""
NEVER = "表彰"
_RESULTS = ("Y3", "Y4", "Y5")
_NUMERALS = "一二三"


@dataclass(frozen=True, slots=True)
class AnnualOffice:
    """What the office adds to the figures: names, letterhead, its edits, the day."""

    names: AnnualNames
    letterhead: Letterhead
    edits: Mapping[str, Edit]
    dated: date


def compose(annual: Annual, office: AnnualOffice) -> PeriodDraft:
    """Return the notice of a year with its checks; sentences that have nothing to say are left out."""
    figures, names = annual.figures, office.names
    done = figures.adoption
    notice = Notice(
        period=Period.parse(f"{annual.year:04d}"),
        template=TEMPLATE,
        stem=f"组工信息年度考核情况通报-{annual.year}",
        title=annual.typed.get("title", "") or f"关于{annual.year}年度全市组工信息宣传工作考核情况的通报",
        addressee=office.letterhead.addressee,
        opening=edited_sentence("Y0", said.opening(annual, names), office.edits),
        sections=tuple(_sections(annual, office)),
        annexes=tuple(_annexes(annual, names)),
        sheets=tuple(_sheets(annual, office)),
        signer=office.letterhead.signer,
        dated=office.dated,
        contact=office.letterhead.contact,
    )
    cents = sum(each.cents - each.carried for each in figures.units)
    return PeriodDraft(
        notice,
        tuple(_checks(annual, notice)),
        Sums(figures.received, figures.valid, done.drafts, done.times, cents),
        tuple(tiles(annual)),
        tuple(workings(annual, names)),
    )


def _sections(annual: Annual, office: AnnualOffice) -> Iterator[Section]:
    for title, outline in _outline(annual):
        parts = ((code, joins, say(annual, office.names)) for code, joins, say in outline)
        yield Section(title, tuple(edited_sentences(parts, office.edits)))


def _outline(annual: Annual) -> Iterator[tuple[str, list[tuple[str, bool, Saying]]]]:
    """Yield section by section code, whether it joins the paragraph before, and sentence."""
    yield "总体情况", [("Y1", False, said.received), ("Y2", True, said.completed)]
    yield (
        "考核结果",
        [
            *((f"Y3-{group}", False, said.placed(group)) for group in Group),
            ("Y4", False, said.people),
            ("Y5", False, said.drafts),
            (LEFT_OUT, False, said.left_out),
        ],
    )
    yield (
        "工作要求",
        [
            (f"Y7-{place}", False, said.requirement(text))
            for place, text in enumerate(annual.requirements, start=1)
        ],
    )


def _annexes(annual: Annual, names: AnnualNames) -> Iterator[Annex]:
    """Yield the year table; what ran 市级以上 and what was corrected only where there is any."""
    figures, label = annual.figures, f"{annual.year}年度"
    groups = [group for group in Group if figures.of_group(group)]
    yield Annex(
        f"{label}各单位积分表",
        tuple(
            year_table(figures, group, f"（{numeral}）{names.names.groups[group]}")
            for numeral, group in zip(_NUMERALS, groups, strict=False)
        ),
    )
    for name, table in (
        ("市级以上采用稿件目录", year_pieces(figures, names.names)),
        ("更正汇总", correction_table(figures)),
    ):
        if table.rows:
            yield Annex(f"{label}{name}", (table,))


def _sheets(annual: Annual, office: AnnualOffice) -> Iterator[Table]:
    """Yield the tables of the workbook."""
    figures, names = annual.figures, office.names.names
    months = months_table(figures, names)
    yield Table("数据", months.columns, months.rows)
    for group in Group:
        if figures.of_group(group):
            yield year_table(figures, group, f"积分·{names.groups[group]}")
    for roll in annual.rolls:
        yield names_table(roll, f"名单·{office.names.awards[roll.award]}", office.names)
    for name, table in (
        ("市级以上采用", year_pieces(figures, names)),
        ("更正汇总", correction_table(figures)),
    ):
        yield Table(name, table.columns, table.rows)


def _checks(annual: Annual, notice: Notice) -> Iterator[Check]:
    """Yield what only the year is checked for: units, levels, names, what it is called, what is typed."""
    figures = annual.figures
    units = sum(each.count.valid for each in figures.units)
    yield _equal(CheckName.UNITS, figures.valid, units)
    levels = sum(figures.adoption.times_by_level[level] for level in LEVELS_HIGHEST_FIRST)
    yield _equal(CheckName.LEVELS, len(figures.pieces), levels)
    waiting = sum(len(roll.waiting) + len(roll.lost) for roll in annual.rolls)
    yield Check(CheckName.NAMES, not waiting, f"{waiting} 名" if waiting else "")
    unsaid = list(_unsaid(annual, notice))
    yield Check(CheckName.LISTED, not unsaid, "、".join(unsaid))
    results = [each.text for each in notice.sentences() if each.included and each.code[:2] in _RESULTS]
    commends = any(NEVER in text for text in (notice.title, *results))
    yield Check(CheckName.PRAISE, not commends, NEVER if commends else "")
    missing = "" if annual.requirements else "工作要求"
    yield Check(CheckName.ENTRIES, not missing, missing)


def _unsaid(annual: Annual, notice: Notice) -> Iterator[str]:
    """Yield who has a place and is not named in the text any more."""
    text = {each.code.partition("-")[0]: "" for each in notice.sentences()}
    for each in notice.sentences():
        text[each.code.partition("-")[0]] += each.text if each.included else ""
    for roll in annual.rolls:
        code = "Y3" if roll.award.group else "Y5" if roll.award.category else "Y4"
        yield from (
            each.contender.name for each in roll.winners if each.contender.name not in text.get(code, "")
        )


def _equal(name: CheckName, one: int, other: int) -> Check:
    return Check(name, one == other, str(one) if one == other else f"{one} ≠ {other}")
