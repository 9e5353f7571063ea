"""What the fields of a draft's form offer while they are typed into."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.services.register import RegisterDesk, Spelled
from jinshi_desk.ui.register.bylines import split_role, with_role
from jinshi_desk.ui.widgets.choices import Choice, matching
from jinshi_desk.wording import GROUP, LEVEL_WITH_PLACE


class UnitChoices:
    """The units of a day, the one last filed for first."""

    def __init__(self, register: RegisterDesk) -> None:
        self._register = register
        self.refresh()

    def refresh(self) -> None:
        """Read the units anew."""
        self._units = {unit.id: unit for unit in self._register.units()}
        units = self._units.values()
        self._by_name = {name: unit.id for unit in units for name in (*unit.aliases, unit.name)}

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
        return _choice(unit, GROUP[known.group], known.aliases)


def people_lookup(people: Sequence[Spelled]) -> Callable[[str], Sequence[Choice]]:
    """Return a lookup that also completes a name behind 记者."""
    choices = [_choice(person) for person in people]

    def look_up(typed: str) -> Sequence[Choice]:
        role, name = split_role(typed)
        found = matching(choices, name)
        return [Choice(choice.id, with_role(role, choice.label)) for choice in found]

    return look_up


def outlet_choices(spelled: Iterable[Spelled], outlets: Iterable[Outlet]) -> list[Choice]:
    """Return the outlets, each with its level beside it."""
    known = {outlet.id: outlet for outlet in outlets}
    return [
        _choice(outlet, LEVEL_WITH_PLACE[known[outlet.id].level], known[outlet.id].aliases)
        for outlet in spelled
    ]


def _choice(spelled: Spelled, hint: str = "", also: tuple[str, ...] = ()) -> Choice:
    return Choice(spelled.id, spelled.name, spelled.initials, spelled.pinyin, hint, also)
