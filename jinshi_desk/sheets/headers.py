"""Finding a sheet's header, and what each of its columns means (§7)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from jinshi_desk.sheets.grids import Area, Grid, Row
from jinshi_desk.sheets.ledgers import HEADINGS, LEDGERS, Ledger, plain_heading

LAST_HEADER_ROW = 15
_FEWEST_COLUMNS = 3
_IGNORED = ""
_LONGEST_HEADING = 12
_EITHER = re.compile("[/、或]")


@dataclass(frozen=True)
class Header:
    """A header from ``first_row`` to ``row``: ``headings`` as written, ``columns`` by what they mean."""

    ledger: Ledger
    first_row: int
    row: int
    headings: Mapping[int, str]
    columns: Mapping[str, int]

    @cached_property
    def spellings(self) -> Mapping[int, tuple[str, str]]:
        """Each column's heading, whole and its lowest part, as they are compared."""
        return {
            column: (plain_heading(heading), plain_heading(heading.rpartition("/")[2]))
            for column, heading in self.headings.items()
        }

    def is_repeated_by(self, row: Row) -> bool:
        """Tell whether three or more cells of a row say the heading of their column again, or a synonym."""
        title = row.get(self.columns.get("title", 0))
        if type(title) is str and len(title) > _LONGEST_HEADING:
            return False
        spellings, said = self.spellings, 0
        for column, value in row.items():
            if type(value) is str and len(value) <= _LONGEST_HEADING and column in spellings:
                word = plain_heading(value)
                meaning = self.ledger.columns.get(word)
                said += word in spellings[column] or self.columns.get(meaning or "") == column
        return said >= _FEWEST_COLUMNS


def find_header(grid: Grid, by_hand: Mapping[str, str]) -> Header | None:
    """Return the header of the sheet: the row or pair of rows in which the most columns are known.

    ``by_hand`` gives written headings their meaning, or ``""`` to leave the column out.
    """
    last = grid.top + LAST_HEADER_ROW - 1
    areas = [area for area in grid.merged if area.top <= last]
    best: Header | None = None
    for row in sorted(number for number in grid.rows if number <= last):
        for header in _readings(grid, areas, row, by_hand):
            if best is None or len(header.columns) > len(best.columns):
                best = header
    return best


def header_at(grid: Grid, row: int) -> Header | None:
    """Return what ``row`` is as a header further down the sheet, below its groups if they are merged."""
    areas = [area for area in grid.merged if area.top <= row <= area.bottom + 1]
    grouped = _has_groups(grid, areas, row - 1)
    found = [
        header
        for header in _readings(grid, areas, row, {})
        if len(header.columns) >= _FEWEST_COLUMNS and (grouped or header.first_row == row)
    ]
    return max(found, key=lambda header: len(header.columns), default=None)


def says_headings(row: Row) -> bool:
    """Tell at a glance whether a row may be a header: three of its cells are headings of some ledger."""
    texts = (value for value in row.values() if type(value) is str and len(value) <= _LONGEST_HEADING)
    return sum(plain_heading(text) in HEADINGS for text in texts) >= _FEWEST_COLUMNS


def meanings(header: Header) -> dict[int, str]:
    """Return what each column of a header holds, also where two hold the same."""
    found = {
        column: header.ledger.columns.get(plain_heading(heading))
        or _meaning(tuple(heading.split("/")), header.ledger)
        for column, heading in header.headings.items()
    }
    return {column: meaning for column, meaning in found.items() if meaning}


def _readings(grid: Grid, areas: list[Area], row: int, by_hand: Mapping[str, str]) -> Iterator[Header]:
    """Yield what ``row`` is as a header, alone and below its groups; the likelier reading first."""
    levels = [(row, _one_level(grid, areas, row)), (row - 1, _two_levels(grid, areas, row))]
    if _has_groups(grid, areas, row - 1):
        levels.reverse()
    for first_row, parts in levels:
        headings = {number: "/".join(heading) for number, heading in parts.items()}
        known = {
            number: heading
            for number, heading in parts.items()
            if headings[number] in by_hand or _may_mean(heading)
        }
        for ledger in LEDGERS if len(known) > 1 else ():
            columns = _columns(known, ledger, by_hand)
            if len(columns) >= ledger.fewest and ledger.fits(columns.keys()):
                yield Header(ledger, first_row, row, headings, columns)


def _has_groups(grid: Grid, areas: list[Area], row: int) -> bool:
    """Tell whether cells of ``row`` are merged over some, not all, of the columns below."""
    below = grid.rows.get(row + 1, {})
    covered = [
        {column for column in below if area.left <= column <= area.right}
        for area in areas
        if area.top <= row == area.bottom and area.left < area.right
    ]
    return any(1 < len(columns) < len(below) for columns in covered) or len(covered) > 1


def _one_level(grid: Grid, areas: list[Area], row: int) -> dict[int, tuple[str, ...]]:
    return {column: (text,) for column, text in _spread(grid, areas, row).items()}


def _two_levels(grid: Grid, areas: list[Area], row: int) -> dict[int, tuple[str, ...]]:
    """Return each column's heading, ``(报送情况, 标题)``; where there is no lower one, the upper alone."""
    if row - 1 not in grid.rows:
        return {}
    upper, lower = _spread(grid, areas, row - 1), _spread(grid, areas, row)
    found: dict[int, tuple[str, ...]] = {}
    for column in upper.keys() | lower.keys():
        parts = (upper.get(column, ""), lower.get(column, ""))
        found[column] = tuple(dict.fromkeys(part for part in parts if part))
    return dict(sorted(found.items()))


def _spread(grid: Grid, areas: list[Area], row: int) -> dict[int, str]:
    """Return the texts of a row, those of merged cells in every column they cover that the header uses."""
    texts = {column: str(value).strip() for column, value in grid.rows.get(row, {}).items()}
    used = {column for number in (row - 1, row, row + 1) for column in grid.rows.get(number, {})}
    for area in areas:
        if (
            area.top <= row <= area.bottom
            and (corner := grid.rows.get(area.top, {}).get(area.left)) is not None
        ):
            for column in used:
                if area.left <= column <= area.right:
                    texts.setdefault(column, str(corner).strip())
    return texts


def _columns(
    headings: Mapping[int, tuple[str, ...]], ledger: Ledger, by_hand: Mapping[str, str]
) -> dict[str, int]:
    columns: dict[str, int] = {}
    for number, parts in headings.items():
        chosen = by_hand.get("/".join(parts))
        meaning = chosen if chosen is not None else _meaning(parts, ledger)
        if meaning is not None and meaning != _IGNORED and (chosen is not None or meaning not in columns):
            columns[meaning] = number
    _settle_date(columns)
    if "author" not in columns and "correspondent" in columns:
        columns["author"] = columns.pop("correspondent")
    return columns


def _meaning(parts: tuple[str, ...], ledger: Ledger) -> str | None:
    """Return what a column holds, by its whole heading, then by its lowest part with its group as a hint."""
    for spelling in _spellings(parts):
        meaning = ledger.columns.get(spelling)
        if meaning is not None:
            return meaning
    either = {ledger.columns.get(word) for word in _either(parts[-1])}
    return either.pop() if len(either) == 1 else None


@lru_cache(4096)
def _may_mean(parts: tuple[str, ...]) -> bool:
    """Tell whether any ledger knows a heading."""
    return not HEADINGS.isdisjoint((*_spellings(parts), *_either(parts[-1])))


@lru_cache(4096)
def _either(heading: str) -> tuple[str, ...]:
    """Return the words of a heading that has two for the same, 镇街/部门."""
    words = tuple(plain_heading(word) for word in _EITHER.split(heading))
    return words if len(words) > 1 else ()


@lru_cache(4096)  # every ledger asks for the same
def _spellings(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_spelled(parts))


def _spelled(parts: tuple[str, ...]) -> Iterator[str]:
    whole = plain_heading("".join(parts))
    yield whole
    leaf = plain_heading(parts[-1])
    if len(parts) > 1 and leaf in ("日期", "时间"):
        for word in ("报送", "上报", "投稿", "采用", "刊发", "刊登", "发表"):
            if word in parts[0]:
                yield word + leaf
    yield leaf
    yield re.sub(r"\(.*?\)$", "", leaf)


def _settle_date(columns: dict[str, int]) -> None:
    """Give a column that is only called 日期 the meaning that is still open."""
    if "date" not in columns:
        return
    if "outlet" in columns and "adopted_on" not in columns:
        columns["adopted_on"] = columns.pop("date")
    elif "received_on" not in columns:
        columns["received_on"] = columns.pop("date")
