"""The quarter's review as a notice: its sections, annexes and workbook, and its own checks (§6.5)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain import quarter_sentences as said
from jinshi_desk.domain.balance import Check, CheckName
from jinshi_desk.domain.bulletins import Letterhead, Names, Section
from jinshi_desk.domain.composition import Edit, edited_sentence, edited_sentences
from jinshi_desk.domain.notices import Annex, Notice
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST
from jinshi_desk.domain.period_notices import PeriodDraft, Sums
from jinshi_desk.domain.quarter_review import Quarter
from jinshi_desk.domain.quarter_sentences import Saying
from jinshi_desk.domain.quarter_tables import (
    annex_columns,
    in_sheet,
    months_table,
    quarter_pieces,
    unit_keys,
    unit_rows,
)
from jinshi_desk.domain.quarter_workings import tiles, workings
from jinshi_desk.domain.quota import State
from jinshi_desk.domain.tables import Table
from jinshi_desk.domain.units import Group

TEMPLATE = "bulletin"
OFF_BY_DEFAULT = frozenset({"Q5-3"})
"""Persons are named only where the office wants it."""
_NUMERALS = "一二三"


@dataclass(frozen=True, slots=True)
class Review:
    """What the office adds to the figures: names, letterhead, its edits, the day."""

    names: Names
    states: Mapping[State, str]
    letterhead: Letterhead
    edits: Mapping[str, Edit]
    dated: date


def compose(quarter: Quarter, review: Review) -> PeriodDraft:
    """Return the review of ``quarter`` with its checks; sentences that have nothing to say are left out."""
    figures, period = quarter.figures, quarter.figures.period
    notice = Notice(
        period=period,
        template=TEMPLATE,
        stem=f"组工信息季讲评-{period}",
        title=f"关于{period.label}组工信息宣传工作讲评的通报",
        addressee=review.letterhead.addressee,
        opening=edited_sentence("Q0", said.opening(quarter, review.names), review.edits),
        sections=tuple(_sections(quarter, review)),
        annexes=tuple(_annexes(quarter, review.names)),
        sheets=tuple(_sheets(quarter, review.names)),
        signer=review.letterhead.signer,
        dated=review.dated,
        contact=review.letterhead.contact,
    )
    done = figures.adoption
    sums = Sums(
        figures.received, figures.valid, done.drafts, done.times, sum(each.cents for each in figures.units)
    )
    return PeriodDraft(
        notice,
        tuple(_checks(quarter)),
        sums,
        tuple(tiles(quarter)),
        tuple(workings(quarter, review.names, review.states)),
    )


def _sections(quarter: Quarter, review: Review) -> Iterator[Section]:
    for title, outline in _outline(quarter):
        parts = ((code, joins, say(quarter, review.names)) for code, joins, say in outline)
        tables = (months_table(quarter, review.names),) if title == "总体情况" else ()
        yield Section(title, tuple(edited_sentences(parts, review.edits)), tables)


def _outline(quarter: Quarter) -> Iterator[tuple[str, list[tuple[str, bool, Saying]]]]:
    """Yield section by section code, whether it joins the paragraph before, and sentence."""
    yield (
        "总体情况",
        [
            ("Q1", False, said.received),
            ("Q1-2", True, said.year_ago),
            ("Q2", True, said.completion),
        ],
    )
    yield (
        "主要特点",
        [
            ("Q3", False, said.topics),
            ("Q3-2", False, said.quality),
            ("Q3-3", True, said.timeliness),
            ("Q3-4", True, said.newcomers),
        ],
    )
    yield "好稿点评", [(f"Q4-{each.number}", False, said.praised(each)) for each in quarter.praised]
    yield (
        "问题剖析",
        [
            ("Q5", False, said.returned),
            ("Q5-2", True, said.example),
            ("Q5-3", False, said.owing),
        ],
    )
    yield "等次评定", [("Q6", False, said.grades)]
    yield "平台与队伍", [("Q7", False, said.platforms), ("Q7-2", False, said.team)]
    yield "下季度选题", [("Q8", False, said.directions), ("Q8-2", False, said.asked)]


def _annexes(quarter: Quarter, names: Names) -> Iterator[Annex]:
    """Yield the units' quarter and, where anything ran 市级以上, those pieces."""
    label, columns = quarter.figures.period.label, annex_columns(quarter)
    groups = [group for group in Group if quarter.figures.of_group(group)]
    yield Annex(
        f"{label}各单位积分和等次表",
        tuple(
            Table(
                f"（{numeral}）{names.groups[group]}",
                columns,
                unit_rows(quarter, group),
                unit_keys(quarter, group),
            )
            for numeral, group in zip(_NUMERALS, groups, strict=False)
        ),
    )
    if quarter.figures.high:
        yield Annex(f"{label}市级以上采用稿件目录", (quarter_pieces(quarter, names),))


def _sheets(quarter: Quarter, names: Names) -> Iterator[Table]:
    """Yield the tables of the workbook."""
    yield in_sheet("数据", months_table(quarter, names))
    for group in Group:
        rows = unit_rows(quarter, group)
        if rows:
            yield in_sheet(f"积分·{names.groups[group]}", Table("", annex_columns(quarter), rows))
    yield in_sheet("市级以上采用", quarter_pieces(quarter, names))


def _checks(quarter: Quarter) -> Iterator[Check]:
    """Yield what only the quarter is checked for: units, levels, months missed, grades, what is typed."""
    figures = quarter.figures
    units = sum(each.count.valid for each in figures.units)
    yield _equal(CheckName.UNITS, figures.valid, units)
    levels = sum(figures.adoption.times_by_level[level] for level in LEVELS_HIGHEST_FIRST)
    yield _equal(CheckName.LEVELS, len(figures.pieces), levels)
    due = sum(each.due_months > 0 for each in figures.units)
    told = len(figures.missed(0, 0)) + len(figures.missed(1, 1)) + len(figures.missed(2, len(figures.months)))
    yield _equal(CheckName.COMPLETION, due, told)
    if quarter.grades:
        without = [each.unit.name for each in figures.units if each.is_graded and not each.grade]
        yield Check(CheckName.GRADES, not without, "、".join(without))
    missing = "" if quarter.typed.get("directions") or quarter.asked else "下季度选题方向"
    yield Check(CheckName.ENTRIES, not missing, missing)


def _equal(name: CheckName, one: int, other: int) -> Check:
    return Check(name, one == other, str(one) if one == other else f"{one} ≠ {other}")
