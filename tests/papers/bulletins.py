"""A June 2022 of the default units, made of synthetic names only."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, cycle, islice
from typing import Any

from jinshi_desk import paths
from jinshi_desk.domain import ranking
from jinshi_desk.domain.bulletins import (
    Bulletin,
    Figure,
    PieceRow,
    PointsRow,
    PointsTable,
    Section,
    Sentence,
    Span,
)
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.figures import MonthFigures, Piece
from jinshi_desk.domain.month_notices import month_notice
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST, Level
from jinshi_desk.domain.quota import Count, Standing
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.wording import CATEGORY, GROUP, LEVEL, NAMES, STATE

JUNE = Month(2022, 6)
PIECE_COUNT = 58
_TITLES = (
    "党建引领聚合力，乡村振兴开新局",
    "“屋场会”开到家门口，党员干部把政策讲到群众心坎上",
    "以考促学、以学促干：年轻干部理论学习测试成常态",
    "村级后备力量培育“三步走”的做法与思考",
    "人才驿站暖人心",
)
_AUTHORS = ("周试一", "吴试二、郑试三", "王试四", "冯试五、陈试六、褚试七", "卫试八")
_OUTLETS = ("红星云", "湖南日报", "常德组工", "津市组工公众号", "津市党建网")
_CENTS = (3000, 1500, 800, 400, 250)


def a_bulletin(**changes: Any) -> Bulletin:
    """Return June's bulletin: 66 units in three groups, 58 pieces, text of two pages."""
    units = default_units()
    tables = tuple(_points_table(group, units) for group in Group)
    june = Bulletin(
        month=JUNE,
        title="关于2022年6月份全市组工信息宣传工作情况的通报",
        addressee="各镇党委、街道党工委，市直各单位党委（党组），部机关各组室：",
        opening=sentence(
            "T0",
            "6月份，各单位紧扣全市组织工作重点，认真做好组工信息采写报送和党建宣传工作。现将有关情况通报如下：",
        ),
        sections=_sections(),
        signer="中共津市市委组织部研究室",
        dated=date(2022, 7, 5),
        contact="联系人：周试一，电话：0736-0000000",
        points_tables=tables,
        pieces=tuple(islice(_pieces(), PIECE_COUNT)),
        figures=_figures(units),
    )
    return replace(june, **changes)


def notice_of(bulletin: Bulletin) -> Notice:
    """Return a bulletin as the writers of its files read it."""
    return month_notice(bulletin, NAMES)


def a_notice(**changes: Any) -> Notice:
    """Return June's bulletin with ``changes`` as the writers of its files read it."""
    return notice_of(a_bulletin(**changes))


def default_units() -> tuple[Unit, ...]:
    """Return the units the program ships."""
    text = (paths.resources() / "defaults" / "units.toml").read_text(encoding="utf-8")
    return tuple(
        Unit(row["id"], row["name"], Group(row["group"]), position, Month.parse(row["active_from"]))
        for position, row in enumerate(tomllib.loads(text)["unit"])
    )


def sentence(code: str, text: str, *figures: str, **marks: Any) -> Sentence:
    """Return a sentence whose ``figures`` are linked at the first place where each stands."""
    spans = tuple(
        Span(text.index(each), text.index(each) + len(each), Figure(f"{code}.{n}", each))
        for n, each in enumerate(figures)
    )
    return Sentence(code, text, spans, **marks)


def _sections() -> tuple[Section, ...]:
    return (
        Section(
            "总体情况",
            (
                sentence(
                    "T1",
                    "共收到有效信息121条，其中镇（街道）20条、市直单位95条、部机关组室6条，较上月增加8条。",
                    *("121", "20", "95", "6", "8"),
                ),
                sentence(
                    "T2",
                    "从类别看，动态信息96条、真言文章11条、经验材料9条、调研5篇。",
                    *("96", "11", "9", "5"),
                    joins=True,
                ),
                sentence(
                    "T3",
                    "应报送单位55家（另有免考核1家），完成月度任务51家，完成率92.7%。",
                    *("55", "1家", "51", "92.7%"),
                    joins=True,
                ),
            ),
        ),
        Section(
            "采用情况",
            (
                sentence(
                    "T4",
                    "47篇稿件被本级及以上媒体采用58篇次，其中国家级1篇次、省级6篇次、市级9篇次、本级42篇次。",
                    *("47", "58", "1", "6", "9", "42"),
                ),
                sentence(
                    "T6",
                    "省级以上媒体采用的有：新洲镇《党建引领聚合力，乡村振兴开新局》（红星云，6月3日）；药山镇《人才驿站暖人心》（湖南日报，6月21日）等7篇。",
                ),
            ),
        ),
        Section(
            "积分情况",
            (
                sentence(
                    "T7",
                    "镇（街道）本月积分前3名：药山镇（24.5分）、新洲镇（20分）、毛里湖镇（18分，并列第3名）、白衣镇（18分，并列第3名）。",
                    *("24.5", "20", "18"),
                ),
                sentence(
                    "T8",
                    "1—6月累计积分前3名：新洲镇（142.25分）、药山镇（131.5分）、白衣镇（98分）。",
                    "142.25",
                ),
            ),
        ),
        Section(
            "存在问题",
            (
                sentence(
                    "T12",
                    "未完成月度任务的单位：汪家桥街道（0条）、市财政局（1条）、市民政局（1条）。",
                    "0",
                    "1",
                ),
                sentence("T17", "稿件以动态信息为主（占79.3%），经验材料、调研偏少。", "79.3%"),
            ),
        ),
        Section("下步要求", tuple(sentence("T18", text) for text in _STANDING)),
    )


_STANDING = (
    "一要保证数量。各单位要对照月度任务，明确专人负责，做到月月有报送、篇篇有质量，坚决杜绝零报送。",
    "二要提升质量。要紧扣组织工作重点、热点、难点，多报送有思考、有做法、有成效的经验材料和调研文章，切实改变以动态信息为主的状况。",
    "三要注重时效。动态信息应在工作开展后两日内报送，稿件须经单位主要负责人审核签字，严格履行信息发布审批手续，审批表随稿报送并留存备查。",
)


def _points_table(group: Group, units: tuple[Unit, ...]) -> PointsTable:
    names = [unit.name for unit in units if unit.group is group]
    totals = {name: _total(place) for place, name in enumerate(names)}
    ranks = ranking.ranks(totals, frozenset(names[:-1]))
    rows = tuple(_points_row(place, name, totals[name], ranks[name]) for place, name in enumerate(names))
    return PointsTable(GROUP[group], rows)


def _total(place: int) -> int:
    return 2450 - 175 * (place % 9) - 25 * (place % 4)


def _points_row(place: int, name: str, total: int, rank: int | None) -> PointsRow:
    deducted = -150 if place % 5 == 4 else 0
    base = 100 if place % 3 else 0
    bonus = 200 if place % 7 == 3 else 0
    return PointsRow(
        place=place + 1,
        unit=name,
        received=place % 6,
        valid=place % 5,
        state=tuple(STATE.values())[place % 5],
        adopted=place % 4,
        times=(place % 11 // 10, place % 3, place % 4, place % 5),
        base=base,
        gained=total - base - bonus - deducted,
        bonus=bonus,
        deducted=deducted,
        total=total,
        cumulative=total * 5 + 25,
        rank=rank,
        rank_cumulative=rank,
    )


def _pieces() -> Iterator[PieceRow]:
    names = cycle(unit.name for unit in default_units())
    for place, unit in zip(count(1), names, strict=False):
        level = LEVELS_HIGHEST_FIRST[place % 4]
        yield PieceRow(
            place=place,
            title=_TITLES[place % 5],
            units=f"{unit}、新洲镇" if place % 13 == 0 else unit,
            authors=_AUTHORS[place % 5],
            category=tuple(CATEGORY.values())[place % 4],
            outlet=_OUTLETS[place % 5],
            level=LEVEL[level],
            adopted_on=JUNE.first_day + timedelta(place % 30),
            cents=_CENTS[place % 5],
            mark="已撤" if place == 17 else "",
        )


def _figures(units: tuple[Unit, ...]) -> MonthFigures:
    standings = tuple(
        Standing(
            unit, Count(received=place % 6, valid=place % 5, weighted=place % 5), quota=1, exempt=place == 12
        )
        for place, unit in enumerate(units)
    )
    pieces = tuple(
        Piece(
            n,
            f"2022-{n % 47:04d}",
            "题",
            ("XZ",),
            ("周试一",),
            Category.NEWS,
            "红星云",
            level,
            JUNE.first_day,
            800,
        )
        for n, level in enumerate(
            [Level.NATIONAL] + [Level.PROVINCE] * 6 + [Level.PREFECTURE] * 9 + [Level.COUNTY] * 42
        )
    )
    return MonthFigures(
        month=JUNE,
        received=133,
        valid_by_group={Group.TOWN: 20, Group.BUREAU: 95, Group.OFFICE: 6},
        valid_by_category={
            Category.NEWS: 96,
            Category.ESSAY: 11,
            Category.EXPERIENCE: 9,
            Category.RESEARCH: 5,
        },
        standings=standings,
        pieces=pieces,
        points={},
        rank_month={},
        rank_cumulative={},
        previous_valid=113,
    )
