"""Outlets: where a draft can be adopted, and at which level."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Level(StrEnum):
    """The four levels, lowest first. 市级 means 常德, 本级 means 津市."""

    COUNTY = "county"
    PREFECTURE = "prefecture"
    PROVINCE = "province"
    NATIONAL = "national"


LEVELS_HIGHEST_FIRST = tuple(reversed(Level))


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, site, account or bulletin. Its level decides, not the reporter's claim (§3.3)."""

    id: str
    name: str
    level: Level
    kind: str
    position: int
    own: bool = False
    weight: Decimal = Decimal(1)
    aliases: tuple[str, ...] = ()
