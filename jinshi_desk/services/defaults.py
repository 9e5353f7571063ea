"""The tables the program ships, or the office's own in their place, checked row by row."""

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinshi_desk import paths
from jinshi_desk.domain.errors import BadDefaults, BadMonth
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level, Outlet
from jinshi_desk.domain.units import Group, Unit


def folder() -> Path:
    """Return where the default tables are."""
    return paths.resources() / "defaults"


def default_units() -> tuple[Unit, ...]:
    """Return the shipped units, to be ticked at the first start."""
    return tuple(read_units(folder() / "units.toml"))


def read_units(file: Path) -> Iterator[Unit]:
    """Read a table of units, in the office's order.

    Raises:
        BadDefaults: it is not a usable table.
    """
    for position, row in enumerate(_rows(file, "unit")):
        with _complaining(file, row):
            yield Unit(
                id=row["id"],
                name=row["name"],
                group=Group(row["group"]),
                position=position,
                active_from=Month.parse(row["active_from"]),
                aliases=tuple(row.get("aliases", ())),
                old_names=tuple(row.get("old_names", ())),
            )


def read_outlets(file: Path) -> Iterator[Outlet]:
    """Read a table of outlets, in the office's order.

    Raises:
        BadDefaults: it is not a usable table.
    """
    for position, row in enumerate(_rows(file, "outlet")):
        with _complaining(file, row):
            yield Outlet(
                id=row["id"],
                name=row["name"],
                level=Level(row["level"]),
                kind=row["kind"],
                position=position,
                own=bool(row.get("own", False)),
                weight=Decimal(str(row.get("weight", 1))),
                aliases=tuple(row.get("aliases", ())),
            )


class _complaining:  # noqa: N801  # reads as a verb at its one kind of use
    """Turn what a bad row raises into one complaint about the file."""

    def __init__(self, file: Path, row: Mapping[str, Any]) -> None:
        self._file = file
        self._row = row

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if isinstance(error, KeyError | ValueError | TypeError | BadMonth | ArithmeticError):
            raise BadDefaults(
                self._file.name, f"“{self._row.get('name', '?')}”一行的 {error} 不对"
            ) from error


def _rows(file: Path, name: str) -> list[dict[str, Any]]:
    rows = table(file).get(name)
    if not isinstance(rows, list) or not rows:
        raise BadDefaults(file.name, f"没有 [[{name}]]")
    return rows


def table(file: Path) -> dict[str, Any]:
    """Read a TOML table.

    Raises:
        BadDefaults: it is not TOML.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadDefaults(file.name, str(error)) from error
