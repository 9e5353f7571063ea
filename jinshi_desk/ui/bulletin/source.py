"""What stands behind a figure, as one plain table that adds up to it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column."""

    title: str
    number: bool = False
    elastic: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table. ``key`` names the figure that it opens to, where there is more behind it."""

    cells: tuple[str, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What stands behind a figure: lines, and how they make the figure."""

    title: str
    total: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
