"""Leaders' instructions (领导批示): a bonus for the draft's units, the highest level once (§3.4, §3.6)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from jinshi_desk.domain import points
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST, Level
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.rules import RuleBook
from jinshi_desk.domain.scoring import ScoredDraft
from jinshi_desk.domain.sharing import Units, unit_pots


@dataclass(frozen=True, slots=True)
class NewInstruction:
    """An instruction as typed or read. ``registered_on`` is the day its evidence reached the desk."""

    level: Level
    leader: str
    given_on: date
    registered_on: date
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Instruction(NewInstruction):
    """An instruction in the register; ``draft`` is the id of the draft it was given on."""

    id: int = field(kw_only=True)
    draft: int = field(kw_only=True)
    booked_month: Month = field(kw_only=True)
    voided: str = field(kw_only=True, default="")
    """Why it was struck out as wrongly registered; empty while it stands."""


def problems(
    new: NewInstruction, received_on: date, today: date, known: Iterable[Instruction] = ()
) -> Iterator[Problem]:
    """Yield everything odd in an instruction on a draft received on ``received_on``."""
    if not new.leader.strip():
        yield Problem("leader", "missing")
    if new.given_on > today:
        yield Problem("given_on", "future")
    elif new.given_on < received_on:
        yield Problem("given_on", "before_receipt", Severity.WARN)
    if new.registered_on > today:
        yield Problem("registered_on", "future")
    elif new.registered_on < new.given_on:
        yield Problem("registered_on", "before_instruction")
    what = (new.level, new.leader.strip(), new.given_on)
    if any(not old.voided and what == (old.level, old.leader, old.given_on) for old in known):
        yield Problem("given_on", "same")


def entries(
    draft: ScoredDraft,
    instructions: Iterable[Instruction],
    book: RuleBook,
    open_from: Month,
    closed: Iterable[Entry] = (),
) -> Iterator[Entry]:
    """Yield what the instructions on ``draft`` book from ``open_from`` on, given the ``closed`` months.

    The highest level counts once and an upgrade books the difference; the share of an upgrade is the share
    after less the share before, so that shares always add up. A void draft gives everything back.
    """
    held = dict.fromkeys((unit for unit, _ in draft.units), 0)
    for entry in closed:
        if entry.unit is not None:
            held[entry.unit] = held.get(entry.unit, 0) + entry.cents
    void = draft.void_month
    given = [
        each
        for each in _in_order(instructions)
        if book.find(each.booked_month) and (void is None or each.booked_month <= void)
    ]
    for place, each in enumerate(given):
        if each.booked_month < open_from:
            continue
        rules = book.at(each.booked_month)
        best = max(rules.instruction_bonus[one.level] for one in given[: place + 1])
        for unit, after in _after(draft.units_in(each.booked_month), held, best):
            before, held[unit] = held[unit], after
            why = rules.id, f"instruction_bonus.{each.level}"
            value = rules.instruction_bonus[each.level]
            yield _entry(Kind.INSTRUCTION, each, each.booked_month, why, _Step(unit, before, after, value))
    if void is not None and void >= open_from and given:
        why = book.at(void).id, "void"
        for unit, cents in held.items():
            if cents:
                yield _entry(Kind.REVERSAL, given[-1], void, why, _Step(unit, cents, 0))


@dataclass(frozen=True, slots=True)
class _Step:
    """What a unit held before an event and after it; ``value`` is the bonus of the level, where one came."""

    unit: str
    before: int
    after: int
    value: int | None = None

    @property
    def arithmetic(self) -> str:
        """The calculation in points: the bonus, the share, what was booked already."""
        plain = points.plain
        steps = [] if self.value is None else [plain(self.value)]
        if self.value is not None and self.after not in (self.value, self.before):
            steps.append(f"→ {plain(self.after)}")
        if self.before or self.after == self.before:
            steps.append(f"{plain(self.after)} − {plain(self.before)} = {plain(self.after - self.before)}")
        return "; ".join(steps)


def _in_order(instructions: Iterable[Instruction]) -> list[Instruction]:
    """Order by month and day; on one day the highest first, so that typing order decides nothing."""
    return sorted(
        (each for each in instructions if not each.voided),
        key=lambda each: (
            each.booked_month,
            each.given_on,
            LEVELS_HIGHEST_FIRST.index(each.level),
            each.id,
        ),
    )


def _after(units: Units, held: Mapping[str, int], best: int) -> Iterator[tuple[str, int]]:
    """Yield what each unit holds once a bonus of ``best`` is reached; upgrades only (§3.6)."""
    for pot in unit_pots(units):
        before = [held[unit] for unit in pot]
        yield from zip(
            pot, points.equal_shares(best, len(pot)) if best > sum(before) else before, strict=True
        )


def _entry(kind: Kind, event: Instruction, month: Month, why: tuple[str, str], step: _Step) -> Entry:
    rule_set, clause = why
    return Entry(
        kind=kind,
        booked_month=month,
        cents=step.after - step.before,
        rule_set=rule_set,
        clause=clause,
        arithmetic=step.arithmetic,
        unit=step.unit,
        draft=event.draft,
        instruction=event.id,
    )
