"""What the office makes of the year's candidates (§6.6): names confirmed by hand, or decided otherwise.

Confirming never moves a place: it says that the name was looked at. Only what was decided with a reason does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.awards import Contender, Contest, Places, settle
from jinshi_desk.domain.problems import Problem

REASON_LIMIT = 200
"""Characters: the reason stands in one line beside the name."""


class NameState(StrEnum):
    """How far a name has come on its way into the notice."""

    PROPOSED = "proposed"
    TIED = "tied"
    OVERTAKEN = "overtaken"
    CONFIRMED = "confirmed"
    DECIDED = "decided"

    @property
    def waits(self) -> bool:
        """Tell whether the office has still to say something."""
        return self not in (NameState.CONFIRMED, NameState.DECIDED)


@dataclass(frozen=True, slots=True)
class NewDecision:
    """The word on ``who`` in an award: its ``grade``, empty for no place.

    Without a ``reason`` it confirms what the figures propose; with one it decides, whatever they propose.
    """

    award: Award
    who: str
    grade: str
    reason: str
    decided_on: date
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class AwardDecision(NewDecision):
    """A decision in the file, which stands until it is withdrawn; ``voided`` says why it was."""

    id: int = field(kw_only=True)
    voided: str = field(kw_only=True, default="")


@dataclass(frozen=True, slots=True)
class Name:
    """A contender on the list. ``grade`` is what it gets as things stand; empty for nothing, and in a tie.

    ``tie`` is the grade that a tie leaves open and this name may get, the best of them.
    """

    contender: Contender
    grade: str
    state: NameState
    decision: AwardDecision | None = None
    tie: Places | None = None

    @property
    def who(self) -> str:
        return self.contender.who


@dataclass(frozen=True)
class Roll:
    """The list of an award: the contest as the figures have it, and by whom what the office said of it.

    ``earlier`` is what was said before and withdrawn or replaced, oldest first.
    """

    contest: Contest
    decisions: Mapping[str, AwardDecision]
    earlier: tuple[AwardDecision, ...] = ()

    @property
    def award(self) -> Award:
        return self.contest.award

    @cached_property
    def places(self) -> tuple[Places, ...]:
        """The places with what was decided for a reason."""
        return settle(self.contest, self._decided)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Everybody with a place, then who waits in a tie or was passed over, each once and best first."""
        with_place = {who: places.grade for places in self.places for who in places.given}
        rank = {grade: place for place, grade in enumerate(self.contest.grades)}
        found = [self._name(each, with_place.get(each.who, "")) for each in self.contest.contenders]
        listed = [name for name in found if name is not None]
        return tuple(sorted(listed, key=lambda name: rank.get(name.grade, len(rank))))

    @property
    def winners(self) -> tuple[Name, ...]:
        """Who has a place as things stand."""
        return tuple(name for name in self.names if name.grade)

    @property
    def waiting(self) -> tuple[Name, ...]:
        """Whom the office has still to say something of."""
        return tuple(name for name in self.names if name.state.waits)

    @property
    def lost(self) -> tuple[AwardDecision, ...]:
        """What was decided of somebody who contends no more: voided since, joined or gone."""
        return tuple(each for who, each in self.decisions.items() if self.contest.contender(who) is None)

    def earlier_of(self, who: str) -> tuple[AwardDecision, ...]:
        """Return what was said of ``who`` before, and stands no more."""
        return tuple(each for each in self.earlier if each.who == who)

    def name(self, who: str) -> Name | None:
        """Return the line of ``who``; none of somebody that nothing has to be said of."""
        return next((name for name in self.names if name.who == who), None)

    def problems(self, new: NewDecision) -> Iterator[Problem]:
        """Yield what keeps the office from deciding as ``new`` says."""
        if new.grade and new.grade not in self.contest.grades:
            yield Problem("award_grade", "unknown", detail="、".join(self.contest.grades))
        if len(new.reason) > REASON_LIMIT:
            yield Problem("award_reason", "too_long", detail=str(REASON_LIMIT))
        elif not new.reason and not self._is_proposed(new):
            yield Problem("award_reason", "missing")
        if not new.grade and self.name(new.who) is None:
            yield Problem("award_grade", "none_anyway")

    @cached_property
    def _decided(self) -> Mapping[str, str]:
        return {who: each.grade for who, each in self.decisions.items() if each.reason}

    def _is_proposed(self, new: NewDecision) -> bool:
        """Tell whether ``who`` gets that grade without a word on it."""
        others = {who: grade for who, grade in self._decided.items() if who != new.who}
        places = settle(self.contest, others)
        return any(new.who in each.given for each in places if each.grade == new.grade)

    def _name(self, each: Contender, grade: str) -> Name | None:
        decision = self.decisions.get(each.who)
        tie = next((places for places in self.places if each.who in places.tied), None)
        if decision is None and not grade and tie is None:
            return None
        return Name(each, grade, _state(decision, grade, tie), decision, tie)


def _state(decision: AwardDecision | None, grade: str, tie: Places | None) -> NameState:
    if decision is None:
        return NameState.TIED if tie else NameState.PROPOSED
    if decision.grade != grade:  # the figures have changed, or the rules know no such grade any more
        return NameState.OVERTAKEN
    return NameState.DECIDED if decision.reason else NameState.CONFIRMED
