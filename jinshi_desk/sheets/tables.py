"""Several tables on one sheet, under or beside one another: each is read by its own header (§7)."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from jinshi_desk.sheets.cells import text_of
from jinshi_desk.sheets.grids import Grid, Row
from jinshi_desk.sheets.headers import Header, find_header, header_at, meanings, says_headings
from jinshi_desk.sheets.ledgers import plain_heading
from jinshi_desk.sheets.periods import period_in
from jinshi_desk.sheets.skips import closes_table

_ALIKE = 3
"""Columns that two tables beside each other have in common at least; under groups of their own, two."""
_MOST_UNDER, _MOST_BESIDE = 200, 24
"""How many are looked for: what repeats more often is no register."""

_COLUMNS = 16_385
"""One more than a sheet can have."""


def tables(grid: Grid) -> tuple[Grid, ...]:
    """Return the tables of a sheet; the first keeps its name, the others are called ``6月 表2`` and on.

    Rows and columns keep their numbers. A sheet with one table, or with none, comes back as it is.
    """
    parts = [part for under in _under_one_another(grid) for part in _beside_one_another(under)]
    return tuple(
        part if place == 1 else replace(part, name=f"{grid.name} 表{place}")
        for place, part in enumerate(parts, start=1)
    )


# --- under one another ---


def _under_one_another(grid: Grid) -> Iterator[Grid]:
    header = find_header(grid, {})
    numbers = sorted(grid.rows)
    start = grid.top
    alike = [
        number for number in numbers if header and number > header.row and says_headings(grid.rows[number])
    ]
    for number in alike[:_MOST_UNDER]:
        if header is None or number <= header.row or _is_said_again(header, grid, number):
            continue
        found = _best([header_at(grid, number), header_at(grid, number + 1)])
        if (
            found is None
            or found.first_row <= header.row
            or not (_differs(found, header) or _is_titled(found, grid))
        ):
            continue
        end = _title_above(found, grid)
        yield _rows(grid, numbers, start, end)
        header, start = found, end
    yield grid if start == grid.top else _rows(grid, numbers, start, numbers[-1] + 1)


def _is_said_again(header: Header, grid: Grid, number: int) -> bool:
    """Tell whether a row below another only says the header again word by word, as most that look so do."""
    if _stands_alone(grid.rows.get(number - 1, {})):
        return False
    said = header.spellings
    return all(plain_heading(str(value)) in said.get(at, ()) for at, value in grid.rows[number].items())


def _best(headers: Sequence[Header | None]) -> Header | None:
    return max((each for each in headers if each), key=lambda each: len(each.columns), default=None)


def _differs(header: Header, before: Header) -> bool:
    """Tell whether a header says that columns hold something else than they did above."""
    at, was_at = _by_column(header), _by_column(before)
    moved = any(before.columns.get(meaning, column) != column for meaning, column in header.columns.items())
    return moved or any(was_at.get(column, meaning) != meaning for column, meaning in at.items())


def _by_column(header: Header) -> Mapping[int, str]:
    return {column: meaning for meaning, column in header.columns.items()}


def _is_titled(header: Header, grid: Grid) -> bool:
    """Tell whether a title above tells of a month, or in a table without such a column of a unit."""
    above = grid.rows.get(header.first_row - 1, {})
    if not _stands_alone(above):
        return False
    (text,) = map(text_of, above.values())
    return "unit" not in header.columns or period_in([text]) is not None


def _title_above(header: Header, grid: Grid) -> int:
    """Return the row in which the table begins, its titles included."""
    first = header.first_row
    while _stands_alone(above := grid.rows.get(first - 1, {})) and not closes_table(above):
        first -= 1
    return first


def _stands_alone(row: Row) -> bool:
    return len(row) == 1 and isinstance(next(iter(row.values())), str)


def _rows(grid: Grid, numbers: Sequence[int], start: int, end: int) -> Grid:
    return replace(
        grid, rows={number: grid.rows[number] for number in numbers if start <= number < end}, top=start
    )


# --- beside one another ---


def _beside_one_another(grid: Grid) -> Iterator[Grid]:
    for _ in range(_MOST_BESIDE):
        header = find_header(grid, {})
        cut = _cut(header) if header is not None else None
        if header is None or cut is None:
            break
        at = meanings(header)
        right = {meaning for column, meaning in at.items() if column >= cut}
        first_again = min(column for column, meaning in at.items() if meaning in right)
        yield _columns(grid, header, range(1, cut), set())
        shared = set(range(1, first_again))
        grid = _columns(grid, header, shared.union(range(cut, _COLUMNS)), shared)
    yield grid


def _cut(header: Header) -> int | None:
    """Return the column with which a second table begins beside the first, if there is one."""
    at = meanings(header)
    for column in sorted(at)[:_MOST_UNDER]:
        left = {meaning for place, meaning in at.items() if place < column}
        right = {meaning for place, meaning in at.items() if place >= column}
        alike = left & right
        grouped = right <= left and len(alike) >= _ALIKE - 1 and "/" in header.headings[column]
        if at[column] in left and "title" in alike and (len(alike) >= _ALIKE or grouped):
            return column
    return None


def _columns(grid: Grid, header: Header, kept: Container[int], shared: set[int]) -> Grid:
    """Return the grid with these columns from its header on; rows of nothing but ``shared`` ones go."""
    rows: dict[int, Row] = {}
    for number, row in grid.rows.items():
        own = {column: value for column, value in row.items() if column in kept}
        if number < header.first_row:
            rows[number] = row
        elif own.keys() - shared:
            rows[number] = own
    return replace(grid, rows=rows)
