"""The rehearsal of the awards in words, and as JSON."""

from collections.abc import Iterator, Sequence

from jinshi_desk.domain.awards import Contest
from jinshi_desk.domain.points import in_points, plain
from jinshi_desk.services.shapes import Json
from jinshi_desk.wording import BAR, grade_word

Line = tuple[str, str, str, str]
"""等次, 名单, 积分, 说明."""


def award_lines(found: Contest, breakers: Sequence[str]) -> Iterator[Line]:
    """Yield a line for everybody with a place, in a tie, just below a cut, or kept out."""
    by_id = {each.who: each for each in found.contenders}
    for places in found.places:
        for who in places.given:
            yield grade_word(places.grade), by_id[who].label, plain(by_id[who].cents), ""
        for who in places.tied:
            note = f"并列，{len(places.tied)}个中定{places.left}个"
            yield grade_word(places.grade), by_id[who].label, plain(by_id[who].cents), note
    for miss in found.near:
        each = by_id[miss.who]
        note = f"距{grade_word(miss.grade)}差{plain(miss.short)}分"
        if miss.breaker is not None:
            parted = breakers[miss.breaker] if found.award.group else "高级别篇次"
            note = f"与{grade_word(miss.grade)}末位同分，{parted}较少"
        yield "未入等" if not found.grade_of(miss.who) else "下一名", each.label, plain(each.cents), note
    for who, why in found.barred.items():
        detail = (by_id[who].details or {}).get(why, "")
        said = f"{BAR[why]}（{detail}）" if detail else BAR[why]
        yield "不参评", by_id[who].label, plain(by_id[who].cents), said


def contest_json(found: Contest) -> Json:
    """Return a contest: its places, ties, near-misses and who is kept out."""
    by_id = {each.who: each for each in found.contenders}
    return {
        "award": found.award.value,
        "places": [
            {
                "grade": places.grade,
                "number": found.grades[places.grade],
                "given": [_contender(found, who) for who in places.given],
                "tied": [_contender(found, who) for who in places.tied],
                "left": places.left,
            }
            for places in found.places
        ],
        "near": [
            {"grade": miss.grade, "short": in_points(miss.short), **_contender(found, miss.who)}
            for miss in found.near
        ],
        "barred": [
            {**_contender(found, who), "why": why.value, "detail": (by_id[who].details or {}).get(why, "")}
            for who, why in found.barred.items()
        ],
    }


def _contender(found: Contest, who: str) -> Json:
    each = next(each for each in found.contenders if each.who == who)
    return {"id": who, "name": each.name, "of": each.of or None, "points": in_points(each.cents)}
