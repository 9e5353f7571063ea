"""What fields for units offer while they are typed into."""

from collections.abc import Sequence
from datetime import date

from jinshi_desk.draft_words import GROUP
from jinshi_desk.services.register_list import RegisterList, Spelled
from jinshi_desk.ui.widgets.choices import Choice


class UnitChoices:
    """The units of a day, the one last filed for first."""

    def __init__(self, register: RegisterList) -> None:
        self._register = register
        self.refresh()

    def refresh(self) -> None:
        """Read the units anew."""
        self._units = {unit.id: unit for unit in self._register.units()}
        units = self._units.values()
        others = {name: unit.id for unit in units for name in unit.other_names}
        self._by_name = others | {unit.name: unit.id for unit in units}

    def name(self, unit: str) -> str:
        """Return a unit's name, or what stands for it where there is no such unit."""
        found = self._units.get(unit)
        return found.name if found else unit

    def unit_id(self, name: str) -> str:
        """Return the id behind a name or an alias; ``name`` itself where it means no unit."""
        return self._by_name.get(name, name)

    def on(self, day: date, last: Sequence[str] = ()) -> list[Choice]:
        """Return the choices on ``day``, ``last`` before all others."""
        spelled = sorted(self._register.spelled_units(day), key=lambda unit: unit.id not in last)
        return [self._choice(unit) for unit in spelled]

    def _choice(self, unit: Spelled) -> Choice:
        known = self._units[unit.id]
        return spelled_choice(unit, GROUP[known.group], known.other_names)


def spelled_choice(spelled: Spelled, hint: str = "", also: tuple[str, ...] = ()) -> Choice:
    """Return a choice that is found by its pinyin; ``hint`` stands beside it."""
    return Choice(spelled.id, spelled.name, spelled.initials, spelled.pinyin, hint, also)
