"""What the rules say of the year's places (§6.3, §6.6): how many there are, what parts equals."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.toml_tables import TableReader
from jinshi_desk.domain.units import Group


class Award(StrEnum):
    """A list of places of its own: for each group of units, for persons, for drafts of each category."""

    TOWN = "town"
    BUREAU = "bureau"
    OFFICE = "office"
    PERSON = "person"
    NEWS = "news"
    ESSAY = "essay"
    EXPERIENCE = "experience"
    RESEARCH = "research"

    @property
    def group(self) -> Group | None:
        """The group whose units contend; none where persons or drafts do."""
        return next((group for group in Group if group.value == self.value), None)

    @property
    def category(self) -> Category | None:
        """The category whose drafts contend; none where units or persons do."""
        return next((category for category in Category if category.value == self.value), None)


class TieBreaker(StrEnum):
    """What decides between equal points, more being better."""

    NATIONAL = "national_count"
    PROVINCE = "province_count"
    PREFECTURE = "prefecture_count"
    ADOPTED = "adopted_count"
    ON_TIME = "on_time_rate"


EXCELLENT = "excellent"
"""The one grade of drafts."""


@dataclass(frozen=True, slots=True)
class AwardRules:
    """``places`` are the numbers by award and grade, the best grade first; none of an award without any."""

    places: Mapping[Award, Mapping[str, int]]
    breakers: tuple[TieBreaker, ...]
    min_active_months: int

    @property
    def group_places(self) -> Mapping[Group, int]:
        """How many units of each group have a place, all grades together."""
        return {group: sum(self.places.get(Award(group.value), {}).values()) for group in Group}


class AwardReader(TableReader):
    """Reads ``[awards]``; a rule file that says nothing of awards gives none."""

    def awards(self) -> AwardRules:
        """Return what the file says.

        Raises:
            BadRules: a number is none, or a tie-breaker is unknown.
        """
        table = self._table.get("awards", {})
        if not isinstance(table, dict):
            raise self._bad("awards", "table")
        named = {award: self._grades(table, award) for award in Award if award.category is None}
        articles = table.get("article", {})
        if not isinstance(articles, dict):
            raise self._bad("awards.article", "table")
        for category in articles:
            self._member(category, f"awards.article.{category}", Category)
            number = self._whole(f"awards.article.{category}")
            named[Award(category)] = {EXCELLENT: number} if number else {}
        limit = self._whole("awards.min_active_months", most=12) if "min_active_months" in table else 0
        return AwardRules(
            {award: grades for award, grades in named.items() if grades}, self._breakers(), limit
        )

    def _grades(self, table: Mapping[str, Any], award: Award) -> Mapping[str, int]:
        grades = table.get(award.value, {})
        if not isinstance(grades, dict):
            raise self._bad(f"awards.{award}", "table")
        numbers = {grade: self._whole(f"awards.{award}.{grade}") for grade in grades}
        return {grade: number for grade, number in numbers.items() if number}

    def _breakers(self) -> tuple[TieBreaker, ...]:
        ranking = self._table.get("ranking", {})
        if "tie_breakers_award" not in ranking:
            return tuple(TieBreaker)
        key = "ranking.tie_breakers_award"
        return tuple(self._member(name, key, TieBreaker) for name in self._texts(key))
