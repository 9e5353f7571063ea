"""Whatever a sheet holds, every row of it is accounted for, and decisions last."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.errors import BadDecisions, NoHeader
from jinshi_desk.domain.registers import QUESTION_KINDS, REUSABLE, SKIP_REASONS, Action, FileReading
from jinshi_desk.services.progress import Unwatched
from jinshi_desk.sheets.cell_readers import Names
from jinshi_desk.sheets.decisions import Decisions, parse_decisions
from jinshi_desk.sheets.grids import Area, Grid, NoValue, Value, Workbook
from jinshi_desk.sheets.reading import Choices, interpret
from jinshi_desk.sheets.shapes import reading_json
from jinshi_desk.sheets.tables import tables

Read = Callable[..., FileReading]
HEADINGS: dict[int, Value] = dict(
    enumerate("序号 单位 标题 类别 作者 报送日期 字数 采用媒体 采用日期 是否采用 备注".split(), 1)
)
_REAL = st.sampled_from(
    "药山镇|新洲镇、市财政局|市供销社|一篇|两篇|无|动态|诗歌|周试一、李试二|李|2022.6.30|昨天|约800字|红星网6月9日|"
    "某某网|是|否|小计|合计3条|填表人：|注：无|序号|单位|标题|补报".split("|")
)
_VALUES: st.SearchStrategy[Value] = st.one_of(
    _REAL,
    st.text(max_size=12).filter(lambda text: bool(text.strip())),
    st.integers(-5, 50000),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e6, max_value=1e6),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.just(NoValue.UNCACHED),
)
_ROWS = st.lists(st.dictionaries(st.integers(1, 12), _VALUES, min_size=1, max_size=11), max_size=8)
_AREAS = st.builds(Area, st.integers(1, 9), st.integers(1, 12), st.integers(1, 2000), st.integers(1, 16_384))


@st.composite
def workbooks(draw: st.DrawFn) -> Workbook:
    grids = []
    for name in ("6月", "7月"):
        rows: dict[int, dict[int, Value]] = {1: {1: "2022年6月登记表"}, 2: HEADINGS}
        rows |= dict(enumerate(draw(_ROWS), start=3))
        grids.append(
            Grid(
                name,
                rows,
                hidden=draw(st.booleans()),
                merged=tuple(draw(st.lists(_AREAS, max_size=3))),
                hidden_rows=frozenset(draw(st.sets(st.integers(1, 10), max_size=2))),
                hidden_columns=frozenset(draw(st.sets(st.integers(1, 12), max_size=1))),
                textual=draw(st.booleans()),
            )
        )
    return Workbook("登记.xlsx", "0" * 64, tuple(grids))


@given(workbooks())
def test_read_is_imported_and_skipped_and_undecided(names: Names, workbook: Workbook) -> None:
    reading = interpret(workbook, names, Choices(), Unwatched())
    counts = reading.counts
    filled = sum(sum(number > 2 for number in grid.rows) for grid in workbook.grids if not grid.hidden)
    assert counts.read == counts.imported + counts.skipped + counts.asked
    assert counts.read == filled + sum(grid.hidden for grid in workbook.grids)
    for row in reading.rows:
        assert bool(row.reason) == (row.action is Action.SKIP)
        assert bool(row.questions) == (row.action is Action.ASK)
        assert {row.reason} <= SKIP_REASONS | {""}
        assert {question.kind for question in row.questions} <= QUESTION_KINDS
        if row.action is Action.IMPORT:
            assert row.proposal is not None
            assert row.proposal.title
            assert row.proposal.units
            assert row.proposal.received_on is not None
            assert all(adoption.outlet and adoption.adopted_on for adoption in row.proposal.adoptions)
    reading_json(reading)


@given(workbooks())
def test_leaving_every_doubtful_row_out_leaves_nothing_open(names: Names, workbook: Workbook) -> None:
    asked = interpret(workbook, names, Choices(), Unwatched())
    answers = {f"{row.sheet}!{row.row}": "skip" for row in asked.rows if row.action is Action.ASK}
    decided = interpret(workbook, names, Choices(Decisions(answers)), Unwatched())
    assert decided.counts.imported >= asked.counts.imported
    assert all(
        after.action is Action.SKIP
        for before, after in zip(asked.rows, decided.rows, strict=True)
        if before.action is Action.ASK and after.action is not Action.IMPORT
    )


_LINES = st.sampled_from(
    [
        ("序号", "单位", "标题", "类别", "作者", "报送日期"),
        ("序号", "供稿单位", "题目", "撰稿人", "上报时间", "类型", "备注"),
        ("题目", "采用媒体", "采用时间", "镇街/部门"),
        ("镇街信息报送登记",),
        ("药山镇2022年5月信息",),
        ("二、市直单位",),
        (1, "药山镇", "一篇", "动态", "周试一", "6.3"),
        (2, "新洲镇、市某某社", "两篇", "调研", "李试二 王试三", "昨天"),
        (None, None, None, None, None, None, "红网6月10日"),
        ("无人机巡河", "红星网", "6月9日", "市财政局"),
        ("合计", "3条"),
        ("填表人：周试一",),
        (3,),
        (None, "新洲镇"),
        (),
    ]
)


@st.composite
def layouts(draw: st.DrawFn) -> Grid:
    """A sheet as clerks lay it out: tables under one another, or one line twice beside itself."""
    lines = draw(st.lists(_LINES, min_size=1, max_size=14))
    gap = draw(st.sampled_from([None, 0, 1]))
    rows: dict[int, dict[int, Value]] = {}
    for number, line in enumerate(lines, start=1):
        wide = line if gap is None else (*line, *[None] * (7 - len(line) + gap), *line)
        cells: dict[int, Value] = {column: value for column, value in enumerate(wide, 1) if value is not None}
        if cells:
            rows[number] = cells
    return Grid("6月", rows)


@given(layouts())
def test_every_layout_accounts_for_every_filled_row(names: Names, grid: Grid) -> None:
    parts = tables(grid)
    for number, row in grid.rows.items():
        kept = set().union(*(part.rows.get(number, {}) for part in parts))
        assert row.keys() == kept
    try:
        reading = interpret(Workbook("登记.xlsx", "0" * 64, parts), names, Choices(), Unwatched())
    except NoHeader:
        return
    counts = reading.counts
    assert counts.read == counts.imported + counts.skipped + counts.asked
    for part, sheet in zip(parts, reading.sheets, strict=True):
        below = sum(number > (sheet.header_row or 0) for number in part.rows)
        assert len(sheet.rows) == (below if sheet.header_row else 1)


def test_decisions_are_kept_as_json(read: Read, samples: Path) -> None:
    decisions = Decisions({"unknown_unit:市供销社": "B_GSL"})
    again = parse_decisions(decisions.to_json(), "决定.json")
    assert again.answers == decisions.answers
    assert read(samples / "messy_202206.xlsx", again.answers).counts.asked == 6


def test_only_questions_have_lasting_answers() -> None:
    assert REUSABLE <= QUESTION_KINDS


def test_no_library_is_loaded_before_a_file_wants_it() -> None:
    check = (
        "import sys, jinshi_desk.sheets.reading; "
        "sys.exit(any(name in sys.modules for name in ('openpyxl', 'xlrd')))"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', "{"])
def test_other_json_is_no_file_of_decisions(text: str) -> None:
    with pytest.raises(BadDecisions):
        parse_decisions(text, "决定.json")


def test_the_messy_register_is_decided_whole_by_the_keys_it_prints(read: Read, samples: Path) -> None:
    path = samples / "messy_202206.xlsx"
    questions = {
        q["key"]: q["answers"] for row in reading_json(read(path))["rows"] for q in row.get("questions", [])
    }
    assert questions["6月!9:ambiguous_date:6.3"] == {"2022-06-03": "6月3日", "2022-06-30": "6月30日"}
    answers = {key: next(iter(given), "2022-06-30") for key, given in questions.items()}
    answers["unknown_unit:市供销社"] = "B_GSL"
    assert read(path, answers).counts.asked == 0
