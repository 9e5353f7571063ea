"""What fields for units offer while they are typed into."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from jinshi_desk.services.register_list import RegisterList, Spelled

if TYPE_CHECKING:
    from jinshi_desk.domain.units import Unit
    from jinshi_desk.ui.widgets.choices import Choice


class UnitChoices:
    """The units of a day, the one last filed for first."""

    def __init__(self, register: RegisterList) -> None:
        self._register = register
        self.refresh()

    def refresh(self) -> None:
        """Read the units anew: their names now, for a list, and the rest when a form asks for it."""
        self._names = self._register.unit_names()
        self._known: Mapping[str, Unit] | None = None

    def name(self, unit: str) -> str:
        """Return a unit's name, or what stands for it where there is no such unit."""
        return self._names.get(unit, unit)

    def unit_id(self, name: str) -> str:
        """Return the id behind a name or an alias; ``name`` itself where it means no unit."""
        units = self._units.values()
        called = next((unit for unit in units if unit.name == name), None)
        known = called or next((unit for unit in units if name in unit.other_names), None)
        return known.id if known else name

    def on(self, day: date, last: Sequence[str] = ()) -> "list[Choice]":
        """Return the choices on ``day``, ``last`` before all others."""
        spelled = sorted(self._register.spelled_units(day), key=lambda unit: unit.id not in last)
        return [self._choice(unit) for unit in spelled]

    def offices_on(self, day: date) -> "list[Choice]":
        """Return the 组室 on ``day`` as choices."""
        from jinshi_desk.domain.months import Month
        from jinshi_desk.domain.units import Group

        month = Month.of(day)
        return [each for each in self.on(day) if self._units[each.id].group_in(month) is Group.OFFICE]

    @property
    def _units(self) -> "Mapping[str, Unit]":
        if self._known is None:
            self._known = {unit.id: unit for unit in self._register.units()}
        return self._known

    def _choice(self, unit: Spelled) -> "Choice":
        from jinshi_desk.wording import GROUP

        known = self._units[unit.id]
        return spelled_choice(unit, GROUP[known.group], known.other_names)


def spelled_choice(spelled: Spelled, hint: str = "", also: tuple[str, ...] = ()) -> "Choice":
    """Return a choice that is found by its pinyin; ``hint`` stands beside it."""
    from jinshi_desk.ui.widgets.choices import Choice

    return Choice(spelled.id, spelled.name, spelled.initials, spelled.pinyin, hint, also)
