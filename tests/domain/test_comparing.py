"""Two versions side by side: nothing is lost, what changed is marked, what stayed is folded."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.comparing import Fold, Row, compare, compare_line, compare_texts, folded
from jinshi_desk.domain.drafts import Author
from jinshi_desk.domain.versions import Content

SENTENCES = (
    "新洲镇党委召开屋场会。",
    "党员干部到场听取群众意见！",
    "今年以来，全镇共办实事312件；",
    "“板凳会议”解决了难题。",
    "下一步，将继续推广。",
)
TEXT = st.lists(
    st.lists(st.sampled_from(SENTENCES) | st.text("党建引领治理。；12", max_size=9), max_size=5).map("".join),
    max_size=4,
).map("\n".join)


def marked(rows: Iterable[Row], side: str) -> str:
    """One side, with what changed in brackets."""
    return "|".join(
        "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in getattr(row, side))
        for row in rows
    )


def plain(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines())


@given(TEXT, TEXT)
def test_the_sides_of_a_comparison_are_the_two_texts(old: str, new: str) -> None:
    rows = list(compare_texts(old, new))
    assert "".join(piece.text for row in rows for piece in row.old) == plain(old)
    assert "".join(piece.text for row in rows for piece in row.new) == plain(new)


@given(TEXT, TEXT)
def test_what_is_not_marked_stands_on_both_sides_in_the_same_order(old: str, new: str) -> None:
    for row in compare_texts(old, new):
        stays = [[piece.text for piece in side if not piece.changed] for side in (row.old, row.new)]
        assert stays[0] == stays[1]


@given(TEXT)
def test_a_text_compared_with_itself_has_no_marks(text: str) -> None:
    assert all(row.is_same for row in compare_texts(text, text))


@given(TEXT, TEXT)
def test_nothing_is_lost_by_folding(old: str, new: str) -> None:
    rows = list(compare_texts(old, new))
    unfolded: list[Row] = []
    for part in folded(rows, least=1):
        unfolded.extend(part.rows if isinstance(part, Fold) else [part])
    assert unfolded == rows


@pytest.mark.parametrize(
    ("old", "new", "old_marked", "new_marked"),
    [
        ("共办实事312件", "共办实事352件", "共办实事[312]件", "共办实事[352]件"),
        ("完成率92.7%", "完成率95%", "完成率[92.7%]", "完成率[95%]"),
        ("书记到场讲话", "书记到场", "书记到场[讲话]", "书记到场"),
        ("党建引领小区治理", "党建引领基层善治", "党建引领[小区治理]", "党建引领[基层善治]"),
        ("", "新加的一句", "", "[新加的一句]"),
    ],
)
def test_a_change_is_marked_as_a_reader_would(old: str, new: str, old_marked: str, new_marked: str) -> None:
    row = compare_line(old, new)
    assert (marked([row], "old"), marked([row], "new")) == (old_marked, new_marked)


def test_a_changed_sentence_stands_beside_what_it_was() -> None:
    old = "召开屋场会。今年以来，全镇共办实事312件。下一步将推广。"
    new = "召开屋场会。有的放矢。今年以来，全镇共办实事352件。下一步将推广。"
    rows = list(compare_texts(old, new))
    assert marked(rows, "old") == "召开屋场会。||今年以来，全镇共办实事[312]件。|下一步将推广。"
    assert marked(rows, "new") == "召开屋场会。|[有的放矢。]|今年以来，全镇共办实事[352]件。|下一步将推广。"


def test_a_sentence_that_has_nothing_in_common_is_another_one() -> None:
    rows = list(compare_texts("天气晴朗。", "党员带头抢险！"))
    assert [(bool(row.old), bool(row.new)) for row in rows] == [(True, False), (False, True)]


def test_a_closing_quote_belongs_to_its_sentence() -> None:
    rows = list(compare_texts("他说：“干就完了。”大家笑了。", ""))
    assert marked(rows, "old") == "[他说：“干就完了。”]|[大家笑了。]"


def test_long_passages_without_a_change_are_folded_but_for_their_edges() -> None:
    same = "".join(f"第{number}项工作已经按照要求全部落实到位，群众满意。" for number in range(9))
    parts = list(folded(list(compare_texts(f"{same}共12件。{same}", f"{same}共15件。{same}"))))
    folds = [part for part in parts if isinstance(part, Fold)]
    assert [len(fold.rows) for fold in folds] == [8, 8]
    assert len(parts) == 5
    assert sum(fold.length for fold in folds) == 2 * sum(
        len(f"第{n}项工作已经按照要求全部落实到位，群众满意。") for n in range(8)
    )


def test_a_short_passage_is_not_folded() -> None:
    parts = list(folded(list(compare_texts("甲事。乙事。丙事。共12件。", "甲事。乙事。丙事。共15件。"))))
    assert not any(isinstance(part, Fold) for part in parts)


def test_a_rewriting_from_end_to_end_is_shown_as_old_and_new() -> None:
    old = "".join(f"党员第{number}小组开展活动。" for number in range(40))
    new = "".join(f"党员第{number}小组结束活动了。" for number in range(100, 140))
    rows = list(compare_texts(old, new))
    assert sum(bool(row.old) for row in rows) == sum(bool(row.new) for row in rows) == 40


def test_title_authors_and_pictures_are_compared_too() -> None:
    old = Content("屋场会开到家门口", (Author("周试一"),), attachments=("现场.jpg",))
    new = Content("屋场会开到群众家门口", (Author("周试一"), Author("李试二")), authors_incomplete=True)
    found = compare(old, new)
    assert marked([found.title], "new") == "屋场会开到[群众]家门口"
    assert marked([found.authors], "new") == "周试一[、李试二等]"
    assert marked([found.attachments], "old") == "[现场.jpg]"
    assert not found.is_same
    assert compare(old, old).is_same
