"""Who shares a draft's points, and in which parts (§3.4, §3.6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jinshi_desk.domain import points
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.rules import AuthorRules, AuthorSplit
from jinshi_desk.domain.units import Group

Units = Sequence[tuple[str, Group]]
"""The units of a draft, the lead first, each with its ranking group."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who is paid: a unit or a person."""

    unit: str | None
    person: int | None


def pots(units: Units, held: Iterable[Account]) -> Iterator[list[Account]]:
    """Yield the accounts that share one value: the units of each group, the authors, former units."""
    for pot in unit_pots(units):
        yield [Account(unit, None) for unit in pot]
    named = {unit for unit, _ in units}
    authors = [account for account in held if account.person is not None]
    former = [account for account in held if account.person is None and account.unit not in named]
    yield from (pot for pot in (authors, former) if pot)


def unit_pots(units: Units) -> Iterator[list[str]]:
    """Yield the units of each group: a value is divided inside a group, and whole for every group."""
    for group in dict.fromkeys(group for _, group in units):
        yield [unit for unit, its_group in units if its_group is group]


def unit_shares(units: Units, cents: int) -> dict[str, int]:
    """Return what each unit gets of ``cents``."""
    return {
        unit: share
        for pot in unit_pots(units)
        for unit, share in zip(pot, points.equal_shares(cents, len(pot)), strict=True)
    }


def sharing_authors(authors: Sequence[tuple[int, AuthorRole]], rules: AuthorRules) -> list[int]:
    """List the authors who share: no reporters, the first ``max_authors``."""
    return [person for person, role in authors if role not in rules.excluded_roles][: rules.max_authors]


def given_shares(given: Mapping[int, int], cents: int) -> dict[int, int]:
    """Return what each author gets of ``cents`` by the percents set by hand, those listed first."""
    parts = points.shares(cents, [Decimal(percent) for percent in given.values()])
    return dict(zip(given, parts, strict=True))


def author_shares(sharing: Sequence[int], rules: AuthorRules, cents: int) -> dict[int, int]:
    """Return what each of ``sharing`` gets of ``cents``."""
    if not sharing:
        return {}
    match rules.split:
        case AuthorSplit.EQUAL:
            parts = points.equal_shares(cents, len(sharing))
        case AuthorSplit.FIRST_ONLY:
            parts = (cents, *(0 for _ in sharing[1:]))
        case AuthorSplit.FULL_EACH:
            parts = tuple(cents for _ in sharing)
        case AuthorSplit.RATIO:
            ratio = (*rules.ratio, *(Decimal(0) for _ in sharing))[: len(sharing)]
            parts = points.shares(cents, ratio)
    return dict(zip(sharing, parts, strict=True))
