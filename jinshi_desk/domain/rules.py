"""A dated rule set (考核评比细则): read from TOML, checked whole before it is used."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.award_rules import AwardReader, AwardRules
from jinshi_desk.domain.drafts import Category, Form, quota_month
from jinshi_desk.domain.errors import BadRules, NoRules
from jinshi_desk.domain.grade_rules import Grade, GradeReader
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.rule_lines import line_of, unreadable
from jinshi_desk.domain.toml_tables import TableReader
from jinshi_desk.domain.units import Group

K = TypeVar("K", bound=StrEnum)


class MultiAdoption(StrEnum):
    """How several adoptions of one draft add up (§3.4)."""

    HIGHEST = "highest"
    PER_LEVEL_ONCE = "per_level_once"
    TOP_TWO_LEVELS = "top_two_levels"
    SUM_ALL = "sum_all"


class AuthorSplit(StrEnum):
    """How several authors share a draft's points."""

    EQUAL = "equal"
    FIRST_ONLY = "first_only"
    RATIO = "ratio"
    FULL_EACH = "full_each"


class CountBasis(StrEnum):
    """Which of the three counters fills the quota (§4)."""

    VALID = "valid_submission"
    RECEIVED = "received"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class QuotaRules:
    """The monthly duty. Points in cents; ``per_missing`` and ``zero_extra`` are negative or nothing."""

    required: Mapping[Group, int]
    weights: Mapping[Category, int]
    count_basis: CountBasis
    grace_close_day: int
    base_completed: int
    per_missing: int
    zero_extra: int
    late: int


@dataclass(frozen=True, slots=True)
class AuthorRules:
    """Who shares a draft's points, and how."""

    split: AuthorSplit
    ratio: tuple[Decimal, ...]
    max_authors: int
    excluded_roles: frozenset[AuthorRole]


@dataclass(frozen=True, slots=True)
class CommissionRules:
    """What a commission brings: on time something, late or not done a loss (§3.4)."""

    on_time: int
    late: int
    not_done: int


LATE, NO_FORM = "late", "no_approval_form"
"""The types of deduction that the program itself speaks of."""


@dataclass(frozen=True, slots=True)
class DeductionRule:
    """A type of deduction: its name, what it costs, and whether it voids the draft or bars from awards."""

    name: str
    cents: int
    void_item: bool = False
    disqualify_year: bool = False


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One version of the rules, in force from a whole month on. Points are cents."""

    id: str
    title: str
    doc_no: str
    effective_from: Month
    base: Mapping[Category, Mapping[Level, int]]
    modes: Mapping[Mode, Decimal]
    forms: Mapping[Form, Decimal]
    positions: Mapping[Position, Decimal]
    multi_adoption: MultiAdoption
    county_news_month_cap: int
    """The most a unit earns in a month by 本级 news; 0 for no limit."""
    instruction_bonus: Mapping[Level, int]
    commission: CommissionRules
    quota: QuotaRules
    deductions: Mapping[str, DeductionRule]
    """By type; ``LATE`` is booked by the quota, ``NO_FORM`` is only proposed (§3.6)."""
    authors: AuthorRules
    evidence_days: int
    year_close: tuple[int, int]
    """Month and day of the following year until which December's evidence is taken."""
    unranked: frozenset[str]
    awards: AwardRules
    grades: tuple[Grade, ...] = ()
    """Of a quarter, in the order they are tried; none where the file says nothing of them."""


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All versions of the rules; entries may name one that was withdrawn, which holds no more."""

    versions: tuple[RuleSet, ...]
    withdrawn: tuple[RuleSet, ...] = ()

    def at(self, month: Month) -> RuleSet:
        """Return the version in force in ``month``.

        Raises:
            NoRules: the month lies before the first version.
        """
        found = self.find(month)
        if found is None:
            raise NoRules(str(month))
        return found

    def find(self, month: Month) -> RuleSet | None:
        """Return the version in force in ``month``; nothing scores before the first version."""
        in_force = [version for version in self.versions if version.effective_from <= month]
        return max(in_force, key=lambda version: version.effective_from, default=None)

    def counting_month(self, received_on: date, *, makeup: bool) -> Month:
        """Return the month a draft received on that day counts for."""
        rules = self.find(Month.of(received_on))
        return quota_month(
            received_on, makeup=makeup, grace_close_day=rules.quota.grace_close_day if rules else 0
        )


def read_rules(text: str, source: str = "") -> RuleSet:
    """Read a rule set from TOML text; ``source`` names the file in complaints.

    Raises:
        BadRules: something is missing, negative, of the wrong kind, or unknown.
    """
    table = parsed(text, source)
    try:
        return read_table(table, source)
    except BadRules as error:
        _, key, fault, detail = error.args
        raise BadRules(source, key, fault, detail, line_of(text, key)) from None


def read_table(table: dict[str, Any], source: str = "") -> RuleSet:
    """Read a rule set from what ``parsed`` returned; raises as ``read_rules`` does, without a line."""
    return _Reader(table, source).rule_set()


def parsed(text: str, source: str = "") -> dict[str, Any]:
    """Return the tables of a rule file, numbers with a point as decimals.

    Raises:
        BadRules: it is no TOML.
    """
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        fault, line = unreadable(text, error)
        raise BadRules(source, "", fault, "", line) from error


FIXED: Mapping[str, object] = {
    "ruleset.rounding": "half_up_0.01",
    "multi_adoption.book_difference": True,
    "quota.joint_counts_for": "lead",
    "quota.carry_over": False,
    "joint_units.split": "equal",
    "joint_units.across_groups": "full_each",
    "time.attribution": "adopted_on",
    "ranking.method": "competition",
    "ranking.tie_breakers_month": [],
}
"""Switches with one setting so far."""


_TYPE = re.compile("[a-z][a-z0-9_]*")


class _Reader(TableReader):
    """Reads a rule set."""

    def rule_set(self) -> RuleSet:
        deductions = self._deductions()
        for key, value in FIXED.items():
            self._require(key, value=value)
        return RuleSet(
            id=self._text("ruleset.id"),
            title=self._text("ruleset.title"),
            doc_no=self._text("ruleset.doc_no", may_be_empty=True),
            effective_from=self._month("ruleset.effective_from"),
            base={category: self._points_by(f"base_points.{category}", Level) for category in Category},
            modes=self._factors("factors.mode", Mode),
            forms=self._factors("factors.form", Form),
            positions=self._factors("factors.position", Position),
            multi_adoption=self._choice("multi_adoption.policy", MultiAdoption),
            county_news_month_cap=self._points("multi_adoption.county_news_month_cap"),
            instruction_bonus=self._points_by("instruction_bonus", Level),
            commission=self._commission(),
            quota=self._quota(),
            deductions=deductions,
            authors=self._authors(),
            evidence_days=self._whole("time.evidence_days"),
            year_close=self._month_day("time.year_close"),
            unranked=frozenset(self._texts("ranking.unranked_units")),
            awards=AwardReader(self._table, self._source).awards(),
            grades=GradeReader(self._table, self._source).grades(deductions),
        )

    def _quota(self) -> QuotaRules:
        return QuotaRules(
            required={group: self._whole(f"quota.groups.{group}") for group in Group},
            weights={category: self._whole(f"categories.{category}.quota_weight") for category in Category},
            count_basis=self._choice("quota.count_basis", CountBasis),
            grace_close_day=self._whole("quota.grace_close_day", most=28),
            base_completed=self._points("quota.base_completed"),
            per_missing=self._penalty("quota.per_missing"),
            zero_extra=self._penalty("quota.zero_extra"),
            late=self._penalty("deductions.late.points"),
        )

    def _authors(self) -> AuthorRules:
        ratio = self._find("authors.ratio")
        if not isinstance(ratio, list) or not ratio:
            raise self._bad("authors.ratio", "list")
        if ratio[0] == 0:  # an author alone takes the first share of it
            raise self._bad("authors.ratio", "range")
        return AuthorRules(
            split=self._choice("authors.split", AuthorSplit),
            ratio=tuple(self._number(share, "authors.ratio") for share in ratio),
            max_authors=self._whole("authors.max_authors", least=1),
            excluded_roles=frozenset(
                self._member(role, "authors.exclude_roles", AuthorRole)
                for role in self._texts("authors.exclude_roles")
            ),
        )

    def _commission(self) -> CommissionRules:
        return CommissionRules(
            on_time=self._points("commission.on_time"),
            late=self._penalty("commission.late"),
            not_done=self._penalty("commission.not_done"),
        )

    def _deductions(self) -> dict[str, DeductionRule]:
        """Return every type; an office may add its own, but needs the two that the program speaks of."""
        table = self._table.get("deductions")
        types: dict[str, Any] = table if isinstance(table, dict) else {}
        return {
            kind: self._deduction(f"deductions.{kind}", types.get(kind), kind)
            for kind in dict.fromkeys((LATE, NO_FORM, *types))
        }

    def _deduction(self, key: str, written: object, kind: str) -> DeductionRule:
        if not _TYPE.fullmatch(kind):
            raise self._bad(key, "identifier")
        switches = written if isinstance(written, dict) else {}
        return DeductionRule(
            name=self._text(f"{key}.name"),
            cents=self._penalty(f"{key}.points"),
            void_item=self._flag(switches, key, "void_item"),
            disqualify_year=self._flag(switches, key, "disqualify_year"),
        )

    def _factors(self, key: str, kind: type[K]) -> dict[K, Decimal]:
        return {name: self._number(self._find(f"{key}.{name}"), f"{key}.{name}") for name in kind}
