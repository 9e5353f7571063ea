"""Set up an office: a new data file with the default units, outlets, rules and letterhead."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jinshi_desk import paths
from jinshi_desk.domain.bulletins import Letterhead
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import UnknownUnit
from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.domain.rules import RuleBook, RuleSet, read_rules
from jinshi_desk.domain.units import Unit
from jinshi_desk.services import defaults
from jinshi_desk.services.opening import FORM_REQUIRED, form_required
from jinshi_desk.services.rule_sets import read_toml
from jinshi_desk.store.database import Store, create_store, now

SETTINGS_OF_BULLETIN = ("addressee", "signer", "contact")
STANDING_SENTENCES = "bulletin.standing_sentences"
AUTHOR_TABLE = "bulletin.author_table"
_CLOSE_DAY = re.compile(r"^grace_close_day\s*=\s*\d+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What the first start asks; whatever is not answered stays as shipped."""

    units: frozenset[str] | None = None
    """The ids of the default units this office has."""
    rules: Path | None = None
    """The office's own rule file."""
    close_day: int | None = None
    signer: str = ""
    contact: str = ""


def create_office(
    file: Path, answers: FirstAnswers = FirstAnswers(), clock: Callable[[], datetime] = now
) -> Store:
    """Create ``file`` with everything an office starts from.

    Raises:
        DataFileExists: it is there already.
        BadDefaults, BadRules: a table was edited into something unusable; no file is made.
        CannotRead: the office's own rule file can't be read.
        CannotWrite: the folder can't be written to.
    """
    units = [
        unit
        for unit in defaults.read_units(defaults.folder() / "units.toml")
        if answers.units is None or unit.id in answers.units
    ]
    outlets = tuple(defaults.read_outlets(defaults.folder() / "outlets.toml"))
    toml, rules = _rules(answers)
    letterhead = _letterhead_settings(defaults.table(defaults.folder() / "bulletin.toml"))
    answered = {"bulletin.signer": answers.signer, "bulletin.contact": answers.contact}
    letterhead |= {key: text for key, text in answered.items() if text}
    store = create_store(file, paths.migrations(), clock)
    try:
        with store.writing("init", Topic.UNITS, Topic.OUTLETS, Topic.RULES, Topic.SETTINGS) as act:
            store.units.add(units)
            store.outlets.add(outlets)
            store.rules.add(rules, toml)
            store.settings.put(letterhead | {FORM_REQUIRED: "1"})
            act.subject = "office"
            act.after = {"units": len(units), "outlets": len(outlets), "rules": rules.id}
    except BaseException:  # an office without its units is none, and would stand in the way of the next try
        store.release()
        file.unlink()
        raise
    return store


def _rules(answers: FirstAnswers) -> tuple[str, RuleSet]:
    """Return the rule file's text, with the office's close day written in, and what it says."""
    file = answers.rules or defaults.folder() / "rules_default.toml"
    toml = read_toml(file)
    if answers.close_day is not None:
        toml = _CLOSE_DAY.sub(f"grace_close_day = {answers.close_day}", toml)
    return toml, read_rules(toml, file.name)


def letterhead(store: Store) -> Letterhead:
    """Return what the office writes on every bulletin."""
    addressee, signer, contact = (store.settings.get(f"bulletin.{key}") for key in SETTINGS_OF_BULLETIN)
    sentences = store.settings.get(STANDING_SENTENCES).splitlines()
    return Letterhead(addressee, signer, contact, tuple(sentences))


def prints_authors(store: Store) -> bool:
    """Tell whether annex 3, the authors' points, is printed; as shipped it is not."""
    return store.settings.get(AUTHOR_TABLE) == "1"


class OfficeDesk:
    """What a clerk does in 设置."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def letterhead(self) -> Letterhead:
        """Return what the office writes on every bulletin."""
        return letterhead(self._store)

    def form_required(self) -> bool:
        """Tell whether a draft needs its approval form on file to be valid."""
        return form_required(self._store)

    def rules(self) -> RuleBook:
        """Return every version of the rules."""
        return self._store.rules.book()

    def file(self) -> Path:
        """Return where the data file is."""
        return self._store.file

    def prints_authors(self) -> bool:
        """Tell whether the bulletin prints what each author earned."""
        return prints_authors(self._store)

    def print_authors(self, *, printed: bool) -> None:
        """Print the authors' points from now on, or no longer."""
        with self._store.writing("settings", Topic.SETTINGS, Topic.BULLETINS) as act:
            act.subject = "settings"
            act.before = {AUTHOR_TABLE: self._store.settings.get(AUTHOR_TABLE)}
            act.after = {AUTHOR_TABLE: "1" if printed else "0"}
            self._store.settings.put(act.after)

    def save(self, new: Letterhead, *, form_required: bool) -> None:
        """Write the office's settings, in one act."""
        settings = {
            "bulletin.addressee": new.addressee,
            "bulletin.signer": new.signer,
            "bulletin.contact": new.contact,
            STANDING_SENTENCES: "\n".join(new.standing_sentences),
            FORM_REQUIRED: "1" if form_required else "0",
        }
        with self._store.writing("settings", Topic.SETTINGS, Topic.BULLETINS, Topic.POINTS) as act:
            act.subject = "settings"
            act.before = {key: self._store.settings.get(key) for key in settings}
            act.after = dict(settings)
            self._store.settings.put(settings)


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
