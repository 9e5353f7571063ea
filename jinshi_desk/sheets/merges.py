"""What vertically merged cells say in the rows that they cover (§7)."""

from collections.abc import Iterable, Mapping

from jinshi_desk.sheets.grids import Area, Grid, Row, Value
from jinshi_desk.sheets.headers import Header

_BANNER = 2


def filled_down(
    grid: Grid, header: Header, columns: Mapping[str, int]
) -> dict[int, tuple[dict[int, Value], tuple[str, ...]]]:
    """Return what merged cells above give to each row below the header, and the notes that say so."""
    wanted = set(columns.values())
    filled: dict[int, tuple[dict[int, Value], tuple[str, ...]]] = {}
    for area in sorted(grid.merged, key=lambda area: area.left):
        value = grid.rows.get(area.top, {}).get(area.left)
        if area.left not in wanted or area.top <= header.row or area.top == area.bottom or value is None:
            continue
        for number in _rows_in(area, grid.rows):
            values, notes = filled.get(number, ({}, ()))
            note = f"{_letter(area.left)}列合并单元格下填"
            filled[number] = ({**values, area.left: value}, (*notes, note))
    return filled


def banners_of(grid: Grid) -> frozenset[int]:
    """Return the rows that are one cell, merged over more columns than a value ever is."""
    return frozenset(
        area.top
        for area in grid.merged
        if area.top == area.bottom
        and area.right - area.left >= _BANNER
        and grid.rows.get(area.top, {}).keys() == {area.left}
    )


def _rows_in(area: Area, rows: Mapping[int, Row]) -> Iterable[int]:
    """Return the filled rows under a merged cell, however far it claims to reach."""
    if area.bottom - area.top < len(rows):
        return [number for number in range(area.top + 1, area.bottom + 1) if number in rows]
    return [number for number in rows if area.top < number <= area.bottom]


def _letter(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
