"""Three files, the same numbers: the bulletin's page, document and workbook against the bulletin itself."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl

from jinshi_desk.domain.bulletins import Bulletin, PieceRow, PointsRow, Sentence
from jinshi_desk.domain.points import plain
from tests.papers.measuring import read_pages, squeezed, words_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def assert_same_numbers(bulletin: Bulletin, pdf: Path, document: Path, workbook: Path) -> None:
    """Fail where a number or name of ``bulletin`` stands differently in one of its three files."""
    printed = read_pages(pdf)
    words, cells = words_of(printed), "\n".join(page.text for page in printed)
    text, rows = _read_document(document)
    sheets = _read_workbook(workbook)
    for sentence in _printed(bulletin):
        for span in sentence.spans:
            assert sentence.text[span.start : span.end] == span.figure.text
        for place in (words, squeezed(text), squeezed("".join(str(row[1]) for row in sheets["正文"]))):
            assert squeezed(sentence.text) in place, sentence.code
    for table in bulletin.points_tables:
        assert [_numbers(row) for row in table.rows] == sheets[f"积分·{table.group}"]
        for row in table.rows:
            _assert_printed(_shown(row), cells, rows)
    assert [_piece_values(row) for row in bulletin.pieces] == sheets["采用目录"]
    for piece in bulletin.pieces:
        _assert_printed(_shown_piece(piece), cells, rows)
    for author in bulletin.author_table:
        facts, amounts = [author.name, author.unit], [author.total, author.cumulative]
        _assert_printed([str(author.place), *facts, *map(plain, amounts), str(author.rank)], cells, rows)
        shares = [cents / 100 for cents in amounts]
        assert [author.place, *facts, *shares, author.rank] in sheets["作者积分"]
    assert ("作者积分" in sheets) == bool(bulletin.author_table)
    _assert_figures(bulletin, {str(name): value for name, value in sheets["数据"]})


def _printed(bulletin: Bulletin) -> Iterator[Sentence]:
    sentences = [bulletin.opening, *(each for section in bulletin.sections for each in section.sentences)]
    return (sentence for sentence in sentences if sentence.included)


def _assert_printed(row: list[str], cells: str, rows: list[list[str]]) -> None:
    assert row in rows, row
    assert re.search(r"\s+".join(map(_pattern, row)), cells), row


def _pattern(cell: str) -> str:
    """Match a printed cell: words may run over lines, numbers may not."""
    if re.fullmatch(r"[−0-9.—]+", cell):
        return rf"(?<!\S){re.escape(cell)}(?!\S)"
    return r"\s*".join(map(re.escape, "".join(cell.split())))


def _shown(row: PointsRow) -> list[str]:
    counts = [row.adopted, *row.times]
    points = [row.base, row.gained, row.bonus, row.deducted, row.total, row.cumulative]
    ranks = ["—" if rank is None else str(rank) for rank in (row.rank, row.rank_cumulative)]
    first = [str(row.place), row.unit, str(row.received), str(row.valid), row.state or "—"]
    return [*first, *map(str, counts), *map(plain, points), *ranks]


def _numbers(row: PointsRow) -> list[Any]:
    points = [row.base, row.gained, row.bonus, row.deducted, row.total, row.cumulative]
    first = [row.place, row.unit, row.received, row.valid, row.state or None, row.adopted, *row.times]
    return [*first, *(cents / 100 for cents in points), row.rank, row.rank_cumulative]


def _shown_piece(row: PieceRow) -> list[str]:
    title = f"{row.title}（{row.mark}）" if row.mark else row.title
    day = f"{row.adopted_on.month}月{row.adopted_on.day}日"
    facts = [row.units, row.authors, row.category, row.outlet, row.level, day]
    return [str(row.place), title, *facts, plain(row.cents)]


def _piece_values(row: PieceRow) -> list[Any]:
    facts = [row.title, row.units, row.authors, row.category, row.outlet, row.level, row.adopted_on]
    return [row.place, *facts, row.cents / 100, row.mark or None]


def _assert_figures(bulletin: Bulletin, values: dict[str, Any]) -> None:
    figures = bulletin.figures
    assert values["收到（条）"] == figures.received
    assert values["有效信息（条）"] == figures.valid
    assert values["上月有效信息（条）"] == figures.previous_valid
    assert values["应报送单位（家）"] == figures.completion.due
    assert values["完成任务单位（家）"] == figures.completion.completed
    assert values["免考核单位（家）"] == figures.completion.exempt
    assert values["完成率"] == (figures.completion.rate or 0) / 1000
    assert values["采用（篇）"] == figures.adoption.drafts
    assert values["采用（篇次）"] == figures.adoption.times
    parts = [value for name, value in values.items() if name.startswith("有效信息·")]
    assert parts == [*figures.valid_by_group.values(), *figures.valid_by_category.values()]
    times = [value for name, value in values.items() if name.startswith("采用篇次·")]
    assert times == list(figures.adoption.times_by_level.values())


def _read_document(path: Path) -> tuple[str, list[list[str]]]:
    """Return the text outside tables and the rows of all tables."""
    document = docx.Document(str(path))
    body: Any = document.element.body
    text = "\n".join("".join(part.itertext(f"{_W}t")) for part in body.iterchildren(f"{_W}p"))
    rows = [
        ["".join(cell.itertext(f"{_W}t")) for cell in row.iterchildren(f"{_W}tc")]
        for row in body.iter(f"{_W}tr")
    ]
    return text, rows


def _read_workbook(path: Path) -> dict[str, list[list[Any]]]:
    """Return the rows under the heads of every sheet; days as dates."""
    workbook = openpyxl.load_workbook(path)
    return {
        sheet.title: [
            [_plain_date(value) for value in row] for row in sheet.iter_rows(min_row=2, values_only=True)
        ]
        for sheet in workbook.worksheets
    }


def _plain_date(value: Any) -> Any:
    return value.date() if hasattr(value, "date") else value
