"""采用目录 of a quarter or a year: what ran 市级以上 (§6.5, §6.6)."""

from collections.abc import Iterable, Mapping, Sequence

from jinshi_desk.domain.bulletins import Names
from jinshi_desk.domain.figures import Piece
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST, Level
from jinshi_desk.domain.tables import Column, Table, day

ABOVE_COUNTY = (Level.NATIONAL, Level.PROVINCE, Level.PREFECTURE)
"""市级以上."""

_COLUMNS = (
    Column(9, "序号"),
    Column(79, "标题", left=True),
    Column(38, "单位"),
    Column(30, "作者"),
    Column(18, "类别"),
    Column(30, "媒体"),
    Column(14, "级别"),
    Column(29, "日期"),
)


def high_pieces(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return what ran 市级以上, highest level first, then by day."""
    found = [piece for piece in pieces if piece.level in ABOVE_COUNTY]
    found.sort(key=lambda piece: (LEVELS_HIGHEST_FIRST.index(piece.level), piece.adopted_on))
    return tuple(found)


def piece_table(pieces: Sequence[Piece], units: Mapping[str, str], names: Names) -> Table:
    """Return ``pieces`` with the names that ``units`` gives, each line keyed by its draft."""
    rows = (
        (
            place,
            _title(piece),
            "、".join(units.get(unit, unit) for unit in piece.units),
            "、".join(piece.authors) or None,
            names.categories[piece.category],
            piece.outlet,
            names.levels[piece.level],
            day(piece.adopted_on),
        )
        for place, piece in enumerate(pieces, start=1)
    )
    keys = tuple(("", f"draft.{piece.number}", *("" for _ in _COLUMNS[2:])) for piece in pieces)
    return Table("", _COLUMNS, tuple(rows), keys)


def _title(piece: Piece) -> str:
    """A piece that counted when it ran says what became of it since."""
    if not (piece.void or piece.retracted):
        return piece.title
    return f"{piece.title}（{'作废' if piece.void else '已撤'}）"
