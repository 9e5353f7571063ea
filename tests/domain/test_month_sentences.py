"""The sentences of the month, each with its condition (§6.2, §6.7), and what an edit does to them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from jinshi_desk import wording
from jinshi_desk.domain.balance import CheckName, checks
from jinshi_desk.domain.bulletins import Bulletin, Figure, Letterhead, written_date
from jinshi_desk.domain.composition import Edit, compose
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.figures import MonthFigures, Piece, UnitPoints, rank_groups
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.quota import Count, Standing
from jinshi_desk.domain.units import Group, Unit
from tests.office import JUNE

HEAD = Letterhead("各单位：", "市委组织部", "", ("报送要足额。", "", "质量要提高。"))
NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯"


@dataclass(frozen=True)
class Member:
    """A unit's month."""

    valid: int = 2
    received: int | None = None
    adopted: tuple[Level, ...] = ()
    cents: int = 0
    before: int = 0
    """What it had earned in the months before, in cents."""
    exempt: bool = False
    group: Group = Group.TOWN
    category: Category = Category.NEWS


def figures_of(members: Mapping[str, Member], month: Month = JUNE, **others: Any) -> MonthFigures:
    """The figures of a month in which these units did this; names are ids."""
    standings = tuple(
        Standing(
            Unit(name, name, member.group, place, Month(2022, 1)),
            Count(
                received=member.valid if member.received is None else member.received,
                valid=member.valid,
                weighted=member.valid,
            ),
            0 if member.group is Group.OFFICE else 2,
            member.exempt,
        )
        for place, (name, member) in enumerate(members.items())
    )
    points = {
        name: UnitPoints({Kind.ADOPTION: member.cents}, member.before + member.cents)
        for name, member in members.items()
    }
    exempt = frozenset(name for name, member in members.items() if member.exempt)
    pieces = tuple(
        _piece(name, place, level, cents=member.cents if not place else 0)
        for name, member in members.items()
        for place, level in enumerate(member.adopted)
    )
    facts: dict[str, Any] = {
        "month": month,
        "received": sum(standing.count.received for standing in standings),
        "valid_by_group": _sums(Group, ((member.group, member.valid) for member in members.values())),
        "valid_by_category": _sums(
            Category, ((member.category, member.valid) for member in members.values())
        ),
        "standings": standings,
        "pieces": tuple(sorted(pieces, key=lambda piece: -tuple(Level).index(piece.level))),
        "points": points,
        "rank_month": rank_groups(standings, {name: points[name].total for name in points}, exempt),
        "rank_cumulative": rank_groups(
            standings, {name: points[name].cumulative for name in points}, frozenset()
        ),
    }
    return MonthFigures(**(facts | others))


def _piece(unit: str, place: int, level: Level, **others: Any) -> Piece:
    facts: dict[str, Any] = {
        "adoption": place,
        "number": f"{unit}-{place}",
        "title": f"{unit}经验{place}",
        "units": (unit,),
        "authors": ("周试一",),
        "category": Category.NEWS,
        "outlet": "红星网",
        "level": level,
        "adopted_on": date(2022, 6, 20),
        "cents": 0,
    }
    return Piece(**(facts | others))


def _sums(kinds: Any, items: Any) -> dict[Any, int]:
    sums = dict.fromkeys(kinds, 0)
    for kind, number in items:
        sums[kind] += number
    return sums


def bulletin_of(figures: MonthFigures, **edits: Edit) -> Bulletin:
    return compose(figures, wording.NAMES, wording.STATE, HEAD, edits, date(2022, 7, 5))


def said(members: Mapping[str, Member], month: Month = JUNE, **others: Any) -> dict[str, str]:
    """The sentences by code; a code that says nothing is not there."""
    bulletin = bulletin_of(figures_of(members, month, **others))
    return {sentence.code: sentence.text for section in bulletin.sections for sentence in section.sentences}


# ---- T0–T3: what came in


def test_the_opening_names_the_month() -> None:
    assert bulletin_of(figures_of({"甲": Member()})).opening.text.startswith("6月份，各单位紧扣")


def test_t1_counts_by_group_and_leaves_empty_groups_out() -> None:
    members = {"甲": Member(3), "局": Member(4, group=Group.BUREAU), "室": Member(0, group=Group.OFFICE)}
    assert said(members)["T1"] == "6月份，共收到有效信息7条，其中镇（街道）3条、市直单位4条。"


@pytest.mark.parametrize(
    ("before", "compared"), [(None, ""), (2, "，较上月增加1条"), (3, "，与上月持平"), (5, "，较上月减少2条")]
)
def test_t1_compares_with_a_closed_month_before(before: int | None, compared: str) -> None:
    assert (
        said({"甲": Member(3)}, previous_valid=before)["T1"]
        == f"6月份，共收到有效信息3条，其中镇（街道）3条{compared}。"
    )


def test_t1_of_an_empty_month_says_so_and_t2_is_silent() -> None:
    told = said({"甲": Member(0)})
    assert told["T1"] == "6月份未收到有效信息。"
    assert "T2" not in told


def test_t2_leaves_zero_parts_out_and_measures_research_in_pieces() -> None:
    members = {
        "甲": Member(3),
        "乙": Member(1, category=Category.ESSAY),
        "丙": Member(2, category=Category.RESEARCH),
    }
    assert said(members)["T2"] == "从类别看，动态信息3条、真言文章1条、调研2篇。"


def test_t2_of_a_single_category_names_it_alone() -> None:
    assert said({"甲": Member(category=Category.EXPERIENCE)})["T2"] == "从类别看，均为经验材料。"


def test_t3_gives_the_rate_and_names_exempt_units_apart() -> None:
    members = {"甲": Member(), "乙": Member(1), "丙": Member(2), "丁": Member(0, exempt=True)}
    assert said(members)["T3"] == "应报送单位3家（另有免考核1家），完成月度任务2家，完成率66.7%。"


def test_t3_of_a_month_that_all_completed() -> None:
    assert said({"甲": Member(), "乙": Member()})["T3"] == "应报送单位2家，各单位均完成月度报送任务。"


def test_t3_is_silent_where_nobody_owes() -> None:
    assert "T3" not in said({"室": Member(5, group=Group.OFFICE), "甲": Member(0, exempt=True)})


# ---- T4–T6: what was adopted


def test_t4_counts_pieces_and_times_by_level_highest_first() -> None:
    members = {"甲": Member(adopted=(Level.COUNTY, Level.NATIONAL)), "乙": Member(adopted=(Level.COUNTY,))}
    assert said(members)["T4"] == "3篇稿件被本级及以上媒体采用3篇次，其中国家级1篇次、本级2篇次。"


def test_t4_of_a_month_without_adoptions_says_so_and_the_rest_is_silent() -> None:
    told = said({"甲": Member()})
    assert told["T4"] == "本月暂无稿件被媒体采用。"
    assert not {"T5", "T6"} & told.keys()


def test_t5_names_units_by_pieces_and_puts_equal_counts_together() -> None:
    county = Level.COUNTY
    members = {
        "甲": Member(adopted=(county,)),
        "乙": Member(adopted=(county,) * 3),
        "丙": Member(adopted=(county,)),
        "丁": Member(),
    }
    assert said(members)["T5"] == "采用稿件的单位有：乙3篇，甲、丙各1篇。"


def test_t5_counts_a_piece_once_however_often_it_ran() -> None:
    twice = (_piece("甲", 0, Level.PROVINCE), _piece("甲", 0, Level.COUNTY))
    told = said({"甲": Member()}, pieces=twice)
    assert (told["T4"][:3], told["T5"]) == ("1篇稿", "采用稿件的单位有：甲1篇。")


@pytest.mark.parametrize(("number", "rest"), [(12, ""), (14, "，其余2家共2篇")])
def test_t5_names_twelve_units_at_most(number: int, rest: str) -> None:
    members = {name: Member(adopted=(Level.COUNTY,)) for name in NAMES[:number]}
    assert said(members)["T5"] == f"采用稿件的单位有：{'、'.join(NAMES[:12])}各1篇{rest}。"


def test_t6_names_what_ran_at_province_or_above() -> None:
    told = said(
        {"甲": Member(adopted=(Level.PROVINCE, Level.PREFECTURE)), "乙": Member(adopted=(Level.NATIONAL,))}
    )
    assert (
        told["T6"]
        == "省级以上媒体采用的有：乙《乙经验0》（红星网，6月20日）；甲《甲经验0》（红星网，6月20日）。"
    )


@pytest.mark.parametrize(("number", "more"), [(5, "。"), (6, "等6篇。")])
def test_t6_names_five_pieces_at_most(number: int, more: str) -> None:
    told = said({"甲": Member(adopted=(Level.PROVINCE,) * number)})["T6"]
    assert told.count("《") == 5
    assert told.endswith(f"《甲经验4》（红星网，6月20日）{more}")


def test_t6_does_not_boast_of_what_was_taken_down_or_void() -> None:
    pieces = (
        _piece("甲", 0, Level.NATIONAL, void=True),
        _piece("甲", 1, Level.PROVINCE, retracted=True),
        _piece("甲", 2, Level.PROVINCE),
    )
    told = said({"甲": Member()}, pieces=pieces)
    assert told["T6"] == "省级以上媒体采用的有：甲《甲经验2》（红星网，6月20日）。"
    assert "3篇次" in told["T4"]  # they stay counted and listed


# ---- T7, T8: who leads


def test_t7_names_the_first_three_of_each_group() -> None:
    members = {
        "甲": Member(cents=1200),
        "乙": Member(cents=2450),
        "丙": Member(cents=50),
        "丁": Member(cents=30),
        "局": Member(cents=100, group=Group.BUREAU),
    }
    told = said(members)
    assert told["T7-town"] == "镇（街道）本月积分前3名：乙（24.5分）、甲（12分）、丙（0.5分）。"
    assert told["T7-bureau"] == "市直单位本月积分前3名：局（1分）。"
    assert "T7-office" not in told


def test_t7_names_every_tie_at_the_third_place() -> None:
    members = {
        "甲": Member(cents=1800),
        "乙": Member(cents=2000),
        "丙": Member(cents=1800),
        "丁": Member(cents=2450),
    }
    assert said(members)["T7-town"] == (
        "镇（街道）本月积分前3名：丁（24.5分）、乙（20分）、甲（18分，并列第3名）、丙（18分，并列第3名）。"
    )


def test_t7_closes_up_after_a_tie_further_ahead() -> None:
    members = {
        "甲": Member(cents=900),
        "乙": Member(cents=900),
        "丙": Member(cents=900),
        "丁": Member(cents=800),
    }
    assert said(members)["T7-town"].count("并列第1名") == 3
    assert "丁" not in said(members)["T7-town"]


def test_t7_stops_at_nothing_and_exempt_units_take_no_place() -> None:
    members = {
        "甲": Member(cents=0),
        "乙": Member(cents=-100),
        "丙": Member(cents=100),
        "丁": Member(cents=900, exempt=True),
    }
    assert said(members)["T7-town"] == "镇（街道）本月积分前3名：丙（1分）。"
    assert "T7-town" not in said({"甲": Member(cents=0), "乙": Member(cents=-100)})


@pytest.mark.parametrize(("month", "span"), [(JUNE, "1—6月"), (Month(2022, 1), "1月")])
def test_t8_names_the_year_so_far(month: Month, span: str) -> None:
    members = {"甲": Member(cents=100, before=0), "乙": Member(cents=-50, before=1000)}
    assert said(members, month)["T8-town"] == f"镇（街道）{span}累计积分前3名：乙（9.5分）、甲（1分）。"


# ---- T12, T17, T18


def test_t12_names_who_owes_zero_reports_first() -> None:
    members = {
        "甲": Member(1),
        "乙": Member(0, received=1),
        "丙": Member(0),
        "丁": Member(2),
        "戊": Member(0, exempt=True),
    }
    assert said(members)["T12"] == "未完成月度任务的单位：丙（0条）、乙（0条）、甲（1条）。"


def test_the_section_of_problems_is_dropped_and_numbering_closes_up() -> None:
    members = {"甲": Member(1, category=Category.ESSAY), "乙": Member(1, category=Category.NEWS)}
    headings = [heading for heading, _ in bulletin_of(figures_of(members)).printed_sections]
    assert headings == ["一、总体情况", "二、采用情况", "三、存在问题", "四、下步要求"]
    done = {"甲": Member(2, category=Category.ESSAY)}
    headings = [heading for heading, _ in bulletin_of(figures_of(done)).printed_sections]
    assert headings == ["一、总体情况", "二、采用情况", "三、下步要求"]


@pytest.mark.parametrize(("news", "other", "share"), [(7, 3, "70%"), (2, 0, "100%"), (6, 3, None)])
def test_t17_speaks_from_seven_tenths_of_news_on(news: int, other: int, share: str | None) -> None:
    told = said({"甲": Member(news), "乙": Member(other, category=Category.ESSAY)})
    assert told.get("T17") == (f"稿件以动态信息为主（占{share}），经验材料、调研偏少。" if share else None)


def test_t17_is_silent_in_an_empty_month() -> None:
    assert "T17" not in said({"甲": Member(0)})


def test_t18_says_the_offices_own_sentences_and_skips_empty_ones() -> None:
    told = said({"甲": Member()})
    assert [told[code] for code in told if code.startswith("T18")] == ["报送要足额。", "质量要提高。"]


def test_sentences_of_one_thought_stand_in_one_paragraph() -> None:
    members = {"甲": Member(cents=100), "局": Member(cents=100, group=Group.BUREAU)}
    sections = dict(bulletin_of(figures_of(members)).printed_sections)
    assert len(sections["一、总体情况"]) == 1
    assert len(sections["三、积分情况"]) == 2


# ---- edits


def test_an_edited_sentence_keeps_its_figures_linked() -> None:
    edit = Edit("截至6月30日，共有3条有效信息。", included=True)
    sentence = bulletin_of(figures_of({"甲": Member(3)}), T1=edit).sections[0].sentences[0]
    assert (sentence.text, sentence.edited) == (edit.text, True)
    (span,) = sentence.spans
    assert (span.figure, sentence.text[span.start : span.end]) == (Figure("valid", "3"), "3")
    assert sentence.broken == (Figure("valid.town", "3"),)


def test_generated_sentences_are_linked_throughout() -> None:
    members = {
        name: Member(place % 3, adopted=(tuple(Level)[place % 4],), cents=place * 50)
        for place, name in enumerate(NAMES)
    }
    bulletin = bulletin_of(figures_of(members, previous_valid=1))
    for section in bulletin.sections:
        for sentence in section.sentences:
            assert not sentence.broken
            for span in sentence.spans:
                assert sentence.text[span.start : span.end] == span.figure.text


def test_a_sentence_that_is_switched_off_is_kept_and_not_printed() -> None:
    bulletin = bulletin_of(figures_of({"甲": Member(3)}), T1=Edit(None, included=False))
    assert bulletin.sections[0].sentences[0].text.startswith("6月份")
    (paragraph,) = bulletin.sections[0].paragraphs
    assert paragraph.startswith("从类别看")


# ---- annexes


def test_annex_one_lists_the_best_first_and_ties_in_the_offices_order() -> None:
    members = {
        "甲": Member(cents=100),
        "乙": Member(cents=900, exempt=True),
        "丙": Member(1, cents=300),
        "丁": Member(0, cents=100),
    }
    (table,) = bulletin_of(figures_of(members)).points_tables
    assert [(row.place, row.unit, row.rank, row.state) for row in table.rows] == [
        (1, "丙", 1, "差1条"),
        (2, "甲", 2, "已完成"),
        (3, "丁", 2, "零报送"),
        (4, "乙", None, "免考核"),
    ]


def test_annex_two_marks_what_is_void_or_taken_down() -> None:
    pieces = (
        _piece("甲", 0, Level.PROVINCE, void=True, retracted=True),
        _piece("甲", 1, Level.COUNTY, retracted=True, units=("甲", "外")),
        _piece("甲", 2, Level.COUNTY),
    )
    rows = bulletin_of(figures_of({"甲": Member()}, pieces=pieces)).pieces
    assert [row.mark for row in rows] == ["作废", "已撤", ""]
    assert rows[1].units == "甲、外"


def test_titles_and_dates_are_written_as_the_office_writes_them() -> None:
    bulletin = bulletin_of(figures_of({"甲": Member()}))
    assert bulletin.title == "关于2022年6月份全市组工信息宣传工作情况的通报"
    assert bulletin.attachments == ("2022年6月份各单位组工信息积分表", "2022年6月份采用稿件目录")
    assert written_date(bulletin.dated) == "2022年7月5日"


# ---- the self-checks


def _failing(bulletin: Bulletin) -> set[CheckName]:
    return {check.name for check in checks(bulletin) if not check.ok}


@pytest.fixture
def sound() -> Bulletin:
    members = {
        "甲": Member(3, adopted=(Level.PROVINCE,), cents=800),
        "乙": Member(1),
        "局": Member(0, group=Group.BUREAU),
    }
    bulletin = bulletin_of(figures_of(members))
    assert _failing(bulletin) == set()
    return bulletin


def _with_row(bulletin: Bulletin, **facts: Any) -> Bulletin:
    table, *others = bulletin.points_tables
    first, *rest = table.rows
    return replace(bulletin, points_tables=(replace(table, rows=(replace(first, **facts), *rest)), *others))


def _with_figures(bulletin: Bulletin, **facts: Any) -> Bulletin:
    return replace(bulletin, figures=replace(bulletin.figures, **facts))


def test_each_check_fails_where_its_figure_was_tampered_with(sound: Bulletin) -> None:
    figures = sound.figures
    assert _failing(_with_figures(sound, valid_by_group={Group.TOWN: 9})) == {CheckName.GROUPS}
    assert _failing(_with_row(sound, valid=9)) == {CheckName.UNITS}
    assert _failing(_with_row(sound, times=(1, 1, 0, 0))) == {CheckName.LEVELS}
    assert _failing(_with_row(sound, total=9)) == {CheckName.POINTS}
    assert _failing(_with_row(sound, gained=900, total=900)) == {CheckName.PIECES}
    assert _failing(_with_figures(sound, pieces=())) == {CheckName.LEVELS}
    assert _failing(replace(sound, pieces=())) == {CheckName.PIECES}
    late = tuple(replace(row, quota=0) for row in figures.standings)
    assert CheckName.COMPLETION in _failing(_with_figures(sound, standings=late))


def test_a_list_of_owing_units_that_is_one_short_is_found(sound: Bulletin) -> None:
    problems = sound.sections[3]
    short = replace(problems.sentences[0], spans=problems.sentences[0].spans[1:])
    sections = (*sound.sections[:3], replace(problems, sentences=(short,)), *sound.sections[4:])
    assert _failing(replace(sound, sections=sections)) == {CheckName.COMPLETION}


def test_an_edit_that_contradicts_its_figure_fails_the_check_unless_it_is_switched_off(
    sound: Bulletin,
) -> None:
    figures = sound.figures
    assert _failing(bulletin_of(figures, T1=Edit("6月份，共收到有效信息9条。", included=True))) == {
        CheckName.SENTENCES
    }
    assert _failing(bulletin_of(figures, T1=Edit("6月份，共收到有效信息9条。", included=False))) == set()
    assert _failing(bulletin_of(figures, T12=Edit("有的单位未完成任务。", included=True))) == {
        CheckName.SENTENCES
    }
