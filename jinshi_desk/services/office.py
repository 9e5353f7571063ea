"""Set up an office: a new data file with the default units, outlets, rules and letterhead."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinshi_desk import paths
from jinshi_desk.domain.bulletins import Letterhead
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import BadDefaults, BadMonth, UnknownUnit
from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level, Outlet
from jinshi_desk.domain.rules import read_rules
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.store.database import Store, create_store, open_store

SETTINGS_OF_BULLETIN = ("addressee", "signer", "contact")
STANDING_SENTENCES = "bulletin.standing_sentences"
FORM_REQUIRED = "quota.form_required"


def open_office(file: Path) -> Store:
    """Open the data file ``file``; raises as ``open_store`` does."""
    return open_store(file, paths.migrations())


def create_office(file: Path, clock: Callable[[], datetime] | None = None) -> Store:
    """Create ``file`` with everything an office starts from.

    Raises:
        DataFileExists: it is there already.
        BadDefaults, BadRules: a shipped table was edited into something unusable; no file is made.
        CannotWrite: the folder can't be written to.
    """
    defaults = paths.resources() / "defaults"
    units = tuple(read_units(defaults / "units.toml"))
    outlets = tuple(read_outlets(defaults / "outlets.toml"))
    rules_file = defaults / "rules_default.toml"
    toml = rules_file.read_text(encoding="utf-8")
    rules = read_rules(toml, rules_file.name)
    letterhead = _table(defaults / "bulletin.toml")
    store = create_store(file, paths.migrations(), clock) if clock else create_store(file, paths.migrations())
    with store.writing("init", Topic.UNITS, Topic.OUTLETS, Topic.RULES, Topic.SETTINGS) as act:
        store.units.add(units)
        store.outlets.add(outlets)
        store.rules.add(rules, toml)
        store.settings.put(_letterhead_settings(letterhead) | {FORM_REQUIRED: "1"})
        act.subject = "office"
        act.after = {"units": len(units), "outlets": len(outlets), "rules": rules.id}
    return store


def letterhead(store: Store) -> Letterhead:
    """Return what the office writes on every bulletin."""
    addressee, signer, contact = (store.settings.get(f"bulletin.{key}") for key in SETTINGS_OF_BULLETIN)
    sentences = store.settings.get(STANDING_SENTENCES).splitlines()
    return Letterhead(addressee, signer, contact, tuple(sentences))


def form_required(store: Store) -> bool:
    """Tell whether a draft needs its approval form on file to be valid (``require_form_for_valid``)."""
    return store.settings.get(FORM_REQUIRED) != "0"


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
    rows = _table(file).get(name)
    if not isinstance(rows, list) or not rows:
        raise BadDefaults(file.name, f"没有 [[{name}]]")
    return rows


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadDefaults(file.name, str(error)) from error


def _letterhead_settings(table: Mapping[str, Any]) -> dict[str, str]:
    settings = {f"bulletin.{key}": str(table[key]) for key in SETTINGS_OF_BULLETIN}
    return settings | {STANDING_SENTENCES: "\n".join(table["standing_sentences"])}


def find_unit(store: Store, text: str) -> Unit:
    """Return the unit with this id or name, as people write it.

    Raises:
        UnknownUnit: no unit is called that.
    """
    units = store.units.all()
    found = next((unit for unit in units if unit.id == text), None) or UnitNames(units).find(text)
    if found is None:
        raise UnknownUnit(text)
    return found
