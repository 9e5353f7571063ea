"""A list of the year's awards in words, and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinshi_desk.award_words import AWARD, BAR, NAME_STATE, TIE_BREAKER, grade_word
from jinshi_desk.domain.award_decisions import Name, NameState, Roll
from jinshi_desk.domain.award_rules import TieBreaker
from jinshi_desk.domain.awards import Contender, NearMiss
from jinshi_desk.domain.points import in_points, plain
from jinshi_desk.domain.tables import Column, Table, points
from jinshi_desk.services.shapes import Json

_NEAR, _BARRED = "未入等", "不参评"
_COLUMNS = (
    Column(10, "等次"),
    Column(44, "名单", left=True),
    Column(10, "积分"),
    Column(12, "确认"),
    Column(60, "说明", left=True),
)


@dataclass(frozen=True, slots=True)
class AwardLine:
    """A line of a list: ``head`` is the grade in words, or why there is none; ``state`` of who is on it."""

    who: str
    head: str
    name: str
    cents: int | None
    state: NameState | None
    note: str

    @property
    def points(self) -> str:
        """The year's points as they are written; empty for who contends no more."""
        return "" if self.cents is None else plain(self.cents)


def award_lines(roll: Roll, breakers: Sequence[TieBreaker]) -> Iterator[AwardLine]:
    """Yield everybody with a place, in a tie or passed over, then who is next below a cut, and who is out."""
    found = roll.contest
    missed = {miss.who: miss for miss in found.near}
    for name in roll.names:
        notes = (_said(name), _barred(roll, name.who), _missed(roll, missed.get(name.who), breakers))
        head = grade_word(name.tie.grade if name.tie else name.grade)
        yield _line(name.contender, head, name.state, "；".join(filter(None, notes)))
    for decision in roll.lost:
        note = "已不在候选名单里，撤回后名单才定"
        head = grade_word(decision.grade)
        yield AwardLine(decision.who, head, decision.who, None, NameState.OVERTAKEN, note)
    for each in found.contenders:
        if roll.name(each.who) is not None:
            continue
        if each.who in missed:
            yield _line(each, _NEAR, None, _missed(roll, missed[each.who], breakers))
        elif each.who in found.barred:
            yield _line(each, _BARRED, None, _barred(roll, each.who))


def award_table(roll: Roll, breakers: Sequence[TieBreaker]) -> Table:
    """Return a list as a table, as it is shown."""
    rows = tuple(
        (
            line.head,
            line.name,
            None if line.cents is None else points(line.cents),
            NAME_STATE[line.state] if line.state else None,
            line.note or None,
        )
        for line in award_lines(roll, breakers)
    )
    return Table(AWARD[roll.award], _COLUMNS, rows)


def roll_json(roll: Roll) -> Json:
    """Return a list: the places the figures propose, its names as they stand, and who is kept out."""
    found = roll.contest
    return {
        "award": found.award.value,
        "places": [
            {
                "grade": places.grade,
                "number": found.grades[places.grade],
                "given": [_contender(roll, who) for who in places.given],
                "tied": [_contender(roll, who) for who in places.tied],
                "left": places.left,
            }
            for places in found.places
        ],
        "names": [
            {
                **_contender(roll, name.who),
                "grade": name.grade or None,
                "state": name.state.value,
                "reason": (name.decision.reason or None) if name.decision else None,
                "decided_by": name.decision.decided_by if name.decision else None,
                "decided_on": name.decision.decided_on.isoformat() if name.decision else None,
            }
            for name in roll.names
        ],
        "withdrawn": [
            {
                "id": each.who,
                "grade": each.grade or None,
                "reason": each.reason or None,
                "decided_by": each.decided_by,
                "decided_on": each.decided_on.isoformat(),
                "withdrawn": each.voided,
            }
            for each in roll.earlier
        ],
        "near": [
            {"grade": miss.grade, "short": in_points(miss.short), **_contender(roll, miss.who)}
            for miss in found.near
        ],
        "barred": [
            {**_contender(roll, who), "why": why.value, "detail": _detail(roll, who)}
            for who, why in found.barred.items()
        ],
    }


def _line(each: Contender, head: str, state: NameState | None, note: str) -> AwardLine:
    return AwardLine(each.who, head, each.label, each.cents, state, note)


def _said(name: Name) -> str:
    """Say what a tie leaves open, what was decided and why, or that the figures have changed since."""
    if name.tie is not None:
        return f"并列，{len(name.tie.tied)}个中定{name.tie.left}个"
    if name.decision is None:
        return ""
    if name.state is NameState.OVERTAKEN:
        return f"曾定为{grade_word(name.decision.grade)}，测算已变"
    said_by = f"（{name.decision.decided_by}）" if name.decision.decided_by else ""
    return f"{name.decision.reason}{said_by}" if name.decision.reason else ""


def _missed(roll: Roll, miss: NearMiss | None, breakers: Sequence[TieBreaker]) -> str:
    """Say what somebody next below a cut lacks."""
    if miss is None:
        return ""
    if miss.breaker is None:
        return f"距{grade_word(miss.grade)}差{plain(miss.short)}分"
    parted = TIE_BREAKER[breakers[miss.breaker]] if roll.award.group else "高级别篇次"
    return f"与{grade_word(miss.grade)}末位同分，{parted}较少"


def _barred(roll: Roll, who: str) -> str:
    why = roll.contest.barred.get(who)
    if why is None:
        return ""
    detail = _detail(roll, who)
    return f"{BAR[why]}（{detail}）" if detail else BAR[why]


def _detail(roll: Roll, who: str) -> str:
    contender = roll.contest.contender(who)
    details = (contender.details or {}) if contender else {}
    return details.get(roll.contest.barred[who], "")


def _contender(roll: Roll, who: str) -> Json:
    each = next(each for each in roll.contest.contenders if each.who == who)
    return {"id": who, "name": each.name, "of": each.of or None, "points": in_points(each.cents)}
