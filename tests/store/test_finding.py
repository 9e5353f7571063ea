"""The register's list: found by a few letters, paged, sorted by any column from either end."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.domain.register import RegisterQuery, RegisterRow, Segment, SortKey
from jinshi_desk.services.progress import Cancelled, Unwatched
from jinshi_desk.store import grams, hits
from tests.office import JULY, JUNE, MAY, Office, a_draft


def _titles(office: Office, words: str) -> set[str]:
    return {row.title for row in office.register.page(RegisterQuery(words=words), 0, 99)}


@pytest.fixture
def shelf(office: Office) -> Office:
    """Three drafts to look for."""
    office.log("药山镇：“屋场会”开到家门口", unit="药山镇", authors=("周试一",))
    office.log("Wi-Fi进村，党课 2.0 上线", unit="团市委", authors=("李试二", "王测三"))
    office.log("毛里湖治水", unit="毛里湖镇", partners=("白衣镇",), authors=("欧阳试四",))
    return office


@pytest.mark.parametrize(
    "words",
    [
        "屋",  # inside
        "口",  # at the very end, where no pair begins
        "药",  # at the very beginning
        "屋场",
        "屋场会",
        "“屋场会”",
        "家门口",
        "药山镇：“屋场会”开到家门口",
        "屋场 家门",
        "家门　屋场",
        "周试一",
        "试一",
        "ysz",
        "zsy",
        "wch",
        "ZSY",
        "2022-0001",
        "0001",
        "药山镇 zsy 0001",
    ],
)
def test_a_draft_is_found_by_any_part_of_what_names_it(words: str, shelf: Office) -> None:
    assert "药山镇：“屋场会”开到家门口" in _titles(shelf, words)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("wi-fi", {"Wi-Fi进村，党课 2.0 上线"}),
        ("2.0", {"Wi-Fi进村，党课 2.0 上线"}),
        ("王测三", {"Wi-Fi进村，党课 2.0 上线"}),
        ("白衣", {"毛里湖治水"}),
        ("欧阳", {"毛里湖治水"}),
        ("屋家", set()),
        ("屋场 王测三", set()),
        ("屋场开", set()),
        ("2.1", set()),
        ('"', set()),
        ("%", set()),
        ("*", set()),
        ("' OR 1=1 --", set()),
        ("NEAR(a b)", set()),
        ("𬀩", set()),
    ],
)
def test_what_does_not_name_a_draft_does_not_find_it(words: str, found: set[str], shelf: Office) -> None:
    assert _titles(shelf, words) == found


def test_an_empty_filter_finds_all(shelf: Office) -> None:
    assert len(_titles(shelf, " 　 ")) == 3


def test_the_filter_follows_a_revision(shelf: Office) -> None:
    shelf.register.revise("2022-0001", a_draft("夜校开进果园", unit="新洲镇", authors=("赵试五",)))
    for gone in ("屋场", "口", "药山", "周试一", "wch", "zsy"):
        assert _titles(shelf, gone) == set()
    for there in ("夜校", "园", "新洲", "赵试五", "yx", "zsw", "0001"):
        assert _titles(shelf, there) == {"夜校开进果园"}


def test_the_filter_follows_undo(shelf: Office) -> None:
    shelf.register.revise("2022-0003", a_draft("夜校开进果园", unit="毛里湖镇"))
    shelf.undo.last()
    assert (_titles(shelf, "夜校"), _titles(shelf, "治水")) == (set(), {"毛里湖治水"})


@given(st.text(st.sampled_from("党建引领ab1 ，“-"), min_size=1, max_size=12), st.data())
def test_whatever_stands_in_a_text_finds_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE draft_grams USING fts5 (grams, content = '', detail = none)")
        db.execute("INSERT INTO draft_grams (rowid, grams) VALUES (1, ?)", (grams.tokens(text.casefold()),))
        if match := grams.match(words):
            asked = "SELECT rowid FROM draft_grams WHERE draft_grams MATCH ?"
            assert db.execute(asked, (match,)).fetchall() == [(1,)]
        assert all(word in text.casefold() for word in grams.words(words))


# ---- pages


@pytest.fixture
def full(office: Office) -> Office:
    """A dozen drafts that differ in everything."""
    units = ("药山镇", "新洲镇", "团市委")
    for place in range(12):
        number = office.log(
            f"{'丁丙乙甲'[place % 4]}类材料之{place}",
            unit=units[place % 3],
            received=f"2022-06-{20 - place:02d}",
            category=tuple(Category)[place % 4],
        )
        if place % 2:
            office.adopt(number, tuple(Level)[place % 4])
        if place == 5:
            office.register.return_(number, "补充数据")
    return office


_COLUMN: dict[SortKey, Callable[[RegisterRow, Office], Any]] = {
    SortKey.NUMBER: lambda row, office: row.number,
    SortKey.RECEIVED_ON: lambda row, office: row.received_on,
    SortKey.UNIT: lambda row, office: next(u.position for u in office.register.units() if u.id == row.unit),
    SortKey.TITLE: lambda row, office: "丙丁甲乙".index(row.title[0]),  # bing ding jia yi
    SortKey.CATEGORY: lambda row, office: row.category,
    SortKey.STATUS: lambda row, office: row.status,
    SortKey.POINTS: lambda row, office: row.cents,
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("key", SortKey)
def test_the_list_is_sorted_by_any_column_from_either_end(
    key: SortKey, descending: bool, full: Office
) -> None:
    query = RegisterQuery(sort=key, descending=descending)
    rows = full.register.page(query, 0, 99)
    values = [_COLUMN[key](row, full) for row in rows]
    assert len(values) == 12
    assert len(set(values)) > 1
    assert all(one >= other if descending else one <= other for one, other in pairwise(values))
    assert [full.register.place(query, row.number) for row in rows] == list(range(12))


@pytest.mark.parametrize("key", SortKey)
def test_pages_laid_end_to_end_are_the_list(key: SortKey, full: Office) -> None:
    query = RegisterQuery(JUNE, sort=key)
    pages: list[RegisterRow] = []
    for offset in range(0, 15, 5):
        pages += full.register.page(query, offset, 5)
    assert pages == full.register.page(query, 0, 99)
    assert full.register.place(RegisterQuery(JULY, sort=key), pages[0].number) is None
    assert len({row.id for row in pages}) == full.register.count(query) == 12


def test_the_list_keeps_to_month_unit_and_words(office: Office) -> None:
    office.log("五月稿件", received="2022-05-20")
    office.log("六月稿件", received="2022-06-20")
    office.log("补报稿件", received="2022-07-02", makeup=True)
    office.log("别处稿件", unit="药山镇", received="2022-06-21")
    assert [office.register.count(RegisterQuery(month)) for month in (MAY, JUNE, JULY)] == [1, 3, 0]
    rows = office.register.page(RegisterQuery(JUNE, "稿件", unit="XZ"), 0, 9)
    assert [row.title for row in rows] == ["补报稿件", "六月稿件"]


def test_the_ready_made_filters_count_what_they_show(office: Office) -> None:
    office.log("刚收的", accepted=False)
    office.log("没有表的", approval_on_file=False)
    adopted, claimed, returned, gone, withdrawn = (office.log(title) for title in "甲乙丙丁戊")
    for picked in (adopted, gone, returned):
        office.picks.pick(picked, NewQualityPick(JUNE, "做法实", date(2022, 7, 1)))
    office.adopt(adopted)
    office.adopt(claimed, verified=False)
    office.register.return_(returned, "补充数据")
    office.register.void(gone, "失实")
    office.register.withdraw(withdrawn, "单位撤回")
    counts = office.register.segments(JUNE)
    assert counts == {
        Segment.ALL: 5,
        Segment.RECEIVED: 1,
        Segment.RETURNED: 1,
        Segment.FORM_MISSING: 1,
        Segment.ADOPTED: 1,
        Segment.UNVERIFIED: 1,
        Segment.PICKED: 1,
        Segment.GONE: 2,
    }
    for segment, number in counts.items():
        assert len(office.register.page(RegisterQuery(JUNE, segment=segment), 0, 99)) == number


def test_a_line_shows_the_highest_level_that_stands_and_what_the_lead_unit_earned(office: Office) -> None:
    number = office.log(partners=("药山镇",), authors=("周试一", "李试二"))
    office.adopt(number, Level.COUNTY)
    retracted = office.adopt(number, Level.PROVINCE)
    office.adopt(number, Level.NATIONAL, verified=False)
    (row,) = office.register.page(RegisterQuery(), 0, 1)
    assert (row.level, row.cents, row.unverified, row.authors) == (
        Level.PROVINCE,
        400,
        1,
        ("周试一", "李试二"),
    )
    office.adoption.retract(retracted, office.day)
    (row,) = office.register.page(RegisterQuery(), 0, 1)
    assert (row.level, row.cents) == (Level.COUNTY, 50)
    assert (row.gone, row.valid(form_required=True)) == (False, True)


@pytest.fixture(scope="module")
def long_register(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """More drafts than are read before the index is asked; every 90th is a rare one."""
    office = Office(Path(shutil.copy(template, tmp_path_factory.mktemp("long") / "long.jinshi")))
    for number in range(600):
        rare = "药山夜话" if number % 90 == 0 else "山药夜谈"
        office.log(f"{rare}第{number}期", category=Category.NEWS if number % 2 else Category.RESEARCH)
    yield office
    office.store.close()


@pytest.mark.parametrize("words", ["夜", "药山", "药山夜话", "药山 夜话", "第1", "山药药山", "《"])
@pytest.mark.parametrize("sort", [SortKey.NUMBER, SortKey.TITLE, SortKey.CATEGORY])
@pytest.mark.parametrize("few", [3, 400])
def test_the_first_finds_are_those_that_reading_everything_finds(
    words: str, sort: SortKey, few: int, long_register: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hits, "_FEW", few)  # below: met along the order; above: fetched and sorted
    query = RegisterQuery(words=words, sort=sort)
    everything = long_register.register.page(query._replace(words=""), 0, 999)
    wanted = [row.id for row in everything if all(word in row.title for word in words.split())]
    assert list(long_register.register.ids(query, 0, 32)) == wanted[:32]
    assert list(long_register.register.find_all(query, Unwatched()).ids) == wanted
    assert long_register.register.count(query) == len(wanted)


@pytest.mark.parametrize("offset", [0, 10, 299, 301, 590, 599])
def test_a_page_is_the_same_from_the_nearer_end(offset: int, long_register: Office) -> None:
    query = RegisterQuery()
    nearer = long_register.register.ids(query, offset, 32, of=600)
    assert nearer == long_register.register.ids(query, offset, 32)
    assert len(nearer) == min(32, 600 - offset)


def test_whoever_waits_no_more_stops_the_search(long_register: Office) -> None:
    class Impatient:
        def step(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        long_register.register.find_all(RegisterQuery(), Impatient())
    with pytest.raises(Cancelled):
        long_register.register.segments(None, Impatient())
