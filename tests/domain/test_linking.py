"""Numbers in edited sentences stay linked: each to its own figure, by the words around it."""

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.bulletins import Figure, Part
from jinshi_desk.domain.linking import link, text_of
from jinshi_desk.services import defaults

TOWNS, BUREAUS, OFFICES = Figure("town", "20"), Figure("bureau", "95"), Figure("office", "6")
BY_GROUP: list[Part] = ["其中镇（街道）", TOWNS, "条、市直单位", BUREAUS, "条、部机关组室", OFFICES, "条。"]
DUE, EXEMPT = Figure("due", "55"), Figure("exempt", "1")
COMPLETION: list[Part] = ["应报送单位", DUE, "家（另有免考核", EXEMPT, "家）。"]
PIECES, TIMES = Figure("adopted", "47"), Figure("times", "58")
ADOPTED: list[Part] = [PIECES, "篇稿件被本级及以上媒体采用", TIMES, "篇次。"]
YAOSHAN, XINZHOU, MAOLIHU = Figure("YS", "24.5"), Figure("XZ", "20"), Figure("MLH", "18")
TOP: list[Part] = [
    "镇（街道）本月积分前3名：药山镇（",
    YAOSHAN,
    "分）、新洲镇（",
    XINZHOU,
    "分）、毛里湖镇（",
    MAOLIHU,
    "分）。",
]
LATE, MISSING = Figure("late", "1"), Figure("not_done", "2")
COMMISSIONS: list[Part] = ["未按时完成：白衣镇（迟交", LATE, "篇、未交", MISSING, "篇）。"]


@pytest.mark.parametrize(
    ("parts", "text", "broken"),
    [
        (BY_GROUP, "其中镇（街道）95条、市直单位20条、部机关组室6条。", {"town", "bureau"}),
        (BY_GROUP, "市直单位20条，镇（街道）95条，部机关组室6条。", {"town", "bureau"}),
        (BY_GROUP, "镇（街道）6条、市直单位20条、部机关组室95条。", {"town", "bureau", "office"}),
        (COMPLETION, "应报送单位1家（另有免考核55家）。", {"due", "exempt"}),
        (ADOPTED, "58篇稿件被本级及以上媒体采用47篇次。", {"adopted"}),
        (TOP, "药山镇以20分居首，新洲镇24.5分，毛里湖镇18分。", {"YS", "XZ"}),
        (TOP, "药山镇稿件质量最高，为20分；新洲镇次之，为24.5分；毛里湖镇18分。", {"YS", "XZ"}),
        (COMMISSIONS, "白衣镇迟交2篇、未交1篇。", {"late", "not_done"}),
    ],
)
def test_figures_that_swapped_places_are_noticed(parts: list[Part], text: str, broken: set[str]) -> None:
    _, missing = link(text, parts)
    assert {figure.key for figure in missing} == broken


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (BY_GROUP, "市直单位95条，镇（街道）20条，部机关组室6条。"),
        (BY_GROUP, "95条来自市直单位，20条来自镇（街道），6条来自部机关组室。"),
        (BY_GROUP, "三组分别报送20条、95条、6条。"),
        (COMPLETION, "应报送55家，免考核1家。"),
        (COMPLETION, "除免考核的1家外，55家单位都要报送。"),
        (ADOPTED, "全市47篇稿件被媒体采用，合计58篇次。"),
        (ADOPTED, "采用58篇次，涉及47篇稿件。"),
        (TOP, "药山镇以24.5分居首，新洲镇20分，毛里湖镇18分。"),
        (TOP, "毛里湖镇18分，新洲镇20分，药山镇24.5分。"),
        (COMMISSIONS, "白衣镇未交2篇，另有1篇迟交。"),
    ],
)
def test_a_sentence_turned_round_still_says_its_figures(parts: list[Part], text: str) -> None:
    spans, missing = link(text, parts)
    assert missing == ()
    assert all(text[span.start : span.end] == span.figure.text for span in spans)


UNITS = tuple(unit.name for unit in defaults.default_units())
LISTED = st.dictionaries(st.sampled_from(UNITS), st.integers(0, 30), min_size=2, max_size=8)


def _listed(counts: Mapping[str, int], order: Iterable[str]) -> list[Part]:
    parts: list[Part] = ["未完成月度任务的单位："]
    for place, unit in enumerate(order):
        parts += ["、" if place else "", f"{unit}（", Figure(unit, str(counts[unit])), "条）"]
    return [*parts, "。"]


@given(LISTED, st.data())
def test_a_list_in_another_order_says_the_same(counts: dict[str, int], data: st.DataObject) -> None:
    order = data.draw(st.permutations(sorted(counts)))
    spans, missing = link(text_of(_listed(counts, order)), _listed(counts, counts))
    assert missing == ()
    assert [span.figure.key for span in spans] == order


@given(LISTED, st.data())
def test_two_units_of_a_list_that_swapped_their_numbers_are_noticed(
    counts: dict[str, int], data: st.DataObject
) -> None:
    one, other = data.draw(st.permutations(sorted(counts)))[:2]
    swapped = {**counts, one: counts[other], other: counts[one]}
    _, missing = link(text_of(_listed(swapped, counts)), _listed(counts, counts))
    assert bool(missing) is (counts[one] != counts[other])


@pytest.mark.parametrize("parts", [BY_GROUP, COMPLETION, ADOPTED, TOP, COMMISSIONS])
def test_a_sentence_as_generated_says_every_figure_in_its_place(parts: list[Part]) -> None:
    spans, missing = link(text_of(parts), parts)
    assert missing == ()
    assert [span.figure for span in spans] == [part for part in parts if isinstance(part, Figure)]


def test_figures_that_read_the_same_are_linked_each_at_its_own_words() -> None:
    one, other = Figure("甲", "3"), Figure("乙", "3")
    spans, missing = link("乙镇3条、甲镇3条。", ["甲镇", one, "条、乙镇", other, "条。"])
    assert (missing, [span.figure for span in spans]) == ((), [other, one])


def test_words_that_tell_two_figures_apart_may_be_the_units_of_counting() -> None:
    pushes, articles = Figure("pushes", "9"), Figure("articles", "72")
    parts: list[Part] = ["公众号群发", pushes, "次、编发", articles, "条。"]
    assert link("公众号9次72条。", parts)[1] == ()
    assert set(link("公众号72次9条。", parts)[1]) == {pushes, articles}


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("6月份，共收到有效信息6条。", []),
        ("6月份，共收到有效信息7条。", ["6"]),
        ("6月份，收到有效信息不少。", ["6"]),
        ("第6期：2022年6月6日，共收到10条，占6.5%。", ["6"]),
        ("前6名的单位共16条、60条。", ["6"]),
        ("共收到6条，另有6篇。", []),
    ],
)
def test_an_edit_that_contradicts_its_figure_is_flagged(text: str, broken: list[str]) -> None:
    spans, missing = link(text, [Figure("valid", "6")])
    assert [figure.text for figure in missing] == broken
    assert all(text[span.start : span.end] == "6" for span in spans)


def test_a_number_said_once_stands_for_one_figure() -> None:
    _, missing = link("甲、乙各报送3条。", [Figure("甲", "3"), Figure("乙", "3")])
    assert [figure.key for figure in missing] == ["乙"]


def test_shares_and_losses_are_linked_as_they_are_written() -> None:
    spans, missing = link("完成率92.7%，扣−1.5分", [Figure("points", "−1.5"), Figure("rate", "92.7%")])
    assert (missing, [span.figure.key for span in spans]) == ((), ["rate", "points"])
