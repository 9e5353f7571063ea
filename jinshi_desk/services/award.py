"""The desk for the year's awards: names confirmed, decided otherwise, withdrawn (§6.6)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from jinshi_desk.award_words import AWARD
from jinshi_desk.domain.award_decisions import AwardDecision, Name, NameState, NewDecision, Roll
from jinshi_desk.domain.award_rules import Award, TieBreaker
from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.domain.errors import (
    AlreadyIssued,
    NothingDecided,
    NothingToConfirm,
    ReasonMissing,
    UnknownAward,
    UnknownContender,
)
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.years import YearFigures
from jinshi_desk.services.award_contests import contests
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.years import year_of
from jinshi_desk.store.database import Store

_REPLACED, _UNDONE = "以后一次为准", "撤销登记"


class AwardDesk:
    """What the office says of the year's candidates. A year may be looked at before it is over."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def rolls(self, figures: YearFigures) -> tuple[Roll, ...]:
        """Return every list of the year, with what was said of its names."""
        return rolls(self._store, figures)

    def breakers(self, figures: YearFigures) -> tuple[TieBreaker, ...]:
        """Return what parts units of equal points, by the rules in force at the year's end."""
        return breakers(self._store, figures)

    def roll(self, year: int, award: Award) -> Roll:
        """Return one list as the figures are now.

        Raises:
            YearToCome, NoWorkThatYear: there is nothing of that year.
            UnknownAward: the rules give no places of the kind.
        """
        found = self.rolls(year_of(self._store, year, self._today()))
        for roll in found:
            if roll.award is award:
                return roll
        raise UnknownAward(AWARD[award], "、".join(AWARD[each.award] for each in found))

    def confirm(self, year: int, award: Award, who: Sequence[str] = ()) -> tuple[Name, ...]:
        """Confirm the names ``who``, or all that wait, as the figures propose them; return them.

        Raises:
            UnknownAward, UnknownContender: there is no such list or name.
            NothingToConfirm: none waits; a tie is decided, not confirmed.
            AlreadyIssued: the year's notice is out.
        """
        self._refuse_issued(year)
        roll = self.roll(year, award)
        for each in who:
            _contender(roll, each)
        ready = tuple(
            name
            for name in roll.winners
            if name.state in (NameState.PROPOSED, NameState.OVERTAKEN) and (not who or name.who in who)
        )
        if not ready:
            raise NothingToConfirm(AWARD[award])
        self._write(
            "confirm_award",
            year,
            roll,
            [self._cleaned(NewDecision(award, name.who, name.grade, "", self._today())) for name in ready],
        )
        return ready

    def decide(self, year: int, new: NewDecision) -> None:
        """Give a grade, or none, to somebody whom the figures propose for another, and say why.

        Raises:
            UnknownAward, UnknownContender: there is no such list or name.
            NotFileable: there is no such grade, or no reason.
            AlreadyIssued: the year's notice is out.
        """
        self._refuse_issued(year)
        roll, new = self.roll(year, new.award), self._cleaned(new)
        _contender(roll, new.who)
        refuse_bad(roll.problems(new))
        self._write("decide_award", year, roll, [new])

    def withdraw(self, year: int, award: Award, who: str, reason: str) -> None:
        """Take back what was said of a name; that it was said stays on record.

        Raises:
            UnknownAward: there is no such list.
            ReasonMissing: without a reason it is not.
            NothingDecided: nothing was said.
            AlreadyIssued: the year's notice is out.
        """
        self._refuse_issued(year)
        why = clean_line(reason)
        if not why:
            raise ReasonMissing("撤回评优决定")
        roll = self.roll(year, award)
        found = roll.decisions.get(who)
        if found is None:
            contender = roll.contest.contender(who)
            raise NothingDecided(contender.label if contender else who)
        self._void("withdraw_award", year, found, why)
        self._undo.remember(_subject(year), lambda: self._void("undo", year, found, ""))

    def _refuse_issued(self, year: int) -> None:
        period = Period.parse(f"{year:04d}")
        issue = self._store.period_notices.issued(period)
        if issue is not None:
            raise AlreadyIssued(period.label, issue.number, written_date(issue.on))

    def _write(self, name: str, year: int, roll: Roll, new: Sequence[NewDecision]) -> None:
        before = [roll.decisions[each.who] for each in new if each.who in roll.decisions]
        with self._store.writing(name, Topic.AWARDS) as act:
            for old in before:
                self._store.award_decisions.void(old.id, _REPLACED)
            now = self._store.now()
            rows = [self._store.award_decisions.add(year, each, now) for each in new]
            act.subject = _subject(year)
            act.before, act.after = _facts(roll.award, before), _facts(roll.award, new)
        self._undo.remember(_subject(year), lambda: self._unwrite(year, roll.award, rows, before))

    def _unwrite(self, year: int, award: Award, rows: Iterable[int], before: Sequence[AwardDecision]) -> None:
        self._refuse_issued(year)
        with self._store.writing("undo", Topic.AWARDS) as act:
            for row in rows:
                self._store.award_decisions.void(row, _UNDONE)
            for old in before:
                self._store.award_decisions.void(old.id, "")
            act.subject, act.after = _subject(year), _facts(award, before)

    def _void(self, name: str, year: int, found: AwardDecision, reason: str) -> None:
        self._refuse_issued(year)
        with self._store.writing(name, Topic.AWARDS) as act:
            self._store.award_decisions.void(found.id, reason)
            act.subject = _subject(year)
            act.before, act.after = _facts(found.award, [found]), {"voided": reason}

    def _cleaned(self, new: NewDecision) -> NewDecision:
        said_by = clean_line(new.decided_by) or self._store.who()
        return replace(new, reason=clean_line(new.reason), decided_by=said_by)


def rolls(store: Store, figures: YearFigures) -> tuple[Roll, ...]:
    """Return every list of the year, with what was said of its names."""
    said = [_of_whom(store, each) for each in store.award_decisions.of_year(figures.year)]
    return tuple(
        Roll(
            found,
            {each.who: each for each in said if each.award is found.award and not each.voided},
            tuple(each for each in said if each.award is found.award and each.voided),
        )
        for found in contests(store, figures)
    )


def _of_whom(store: Store, said: AwardDecision) -> AwardDecision:
    """Return a decision with the person it is of now: two records may have been joined since."""
    if said.award is not Award.PERSON:
        return said
    return replace(said, who=str(store.people.one().get(int(said.who), said.who)))


def breakers(store: Store, figures: YearFigures) -> tuple[TieBreaker, ...]:
    """Return what parts units of equal points, by the rules in force at the year's end."""
    rules = store.rules.book().find(figures.last)
    return rules.awards.breakers if rules else ()


def _contender(roll: Roll, who: str) -> None:
    if roll.contest.contender(who) is None:
        raise UnknownContender(who, AWARD[roll.award])


def _subject(year: int) -> str:
    return f"award {year}"


def _facts(award: Award, said: Iterable[NewDecision]) -> dict[str, Any]:
    """Return decisions as records keep them."""
    names = [{"who": each.who, "grade": each.grade, "reason": each.reason} for each in said]
    return {"award": award.value, "names": names}
