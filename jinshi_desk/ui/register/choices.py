"""What the fields of a draft's form offer while they are typed into."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.services.register_list import Spelled
from jinshi_desk.ui.register.bylines import split_role, with_role
from jinshi_desk.ui.unit_choices import spelled_choice
from jinshi_desk.ui.widgets.choice_field import Lookup
from jinshi_desk.ui.widgets.choices import Choice, matching
from jinshi_desk.wording import LEVEL_WITH_PLACE


def people_lookup(people: Callable[[], Iterable[Spelled]]) -> Lookup:
    """Return a lookup that also completes a name behind 记者; ``people`` is asked once something is typed."""
    choices = cache(lambda: [spelled_choice(person) for person in people()])

    def look_up(typed: str) -> Sequence[Choice]:
        role, name = split_role(typed)
        found = matching(choices(), name)
        return [Choice(choice.id, with_role(role, choice.label)) for choice in found]

    return look_up


def late_lookup(choices: Callable[[], Iterable[Choice]]) -> Lookup:
    """Return a lookup among choices that are made once something is typed."""
    made = cache(lambda: list(choices()))
    return lambda typed: matching(made(), typed)


def outlet_choices(spelled: Iterable[Spelled], outlets: Iterable[Outlet]) -> list[Choice]:
    """Return the outlets, each with its level beside it."""
    known = {outlet.id: outlet for outlet in outlets}
    return [
        spelled_choice(outlet, LEVEL_WITH_PLACE[known[outlet.id].level], known[outlet.id].aliases)
        for outlet in spelled
    ]
