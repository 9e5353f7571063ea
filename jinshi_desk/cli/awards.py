"""``award``: names on the year's lists are confirmed, decided otherwise for a reason, or withdrawn."""

import argparse
from datetime import date

from jinshi_desk.award_words import AWARD, grade_of, grade_word
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.award_decisions import NewDecision, Roll
from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.errors import Namesakes, UnknownAward, UnknownContender
from jinshi_desk.domain.years import YearFigures
from jinshi_desk.services.award import AwardDesk, breakers, rolls
from jinshi_desk.services.award_lines import award_lines, roll_json
from jinshi_desk.services.filing import Undo
from jinshi_desk.store.database import Store
from jinshi_desk.wording import NAME_STATE, by_word

_HEADS = ("等次", "名单", "积分", "确认", "说明")


def show(store: Store, figures: YearFigures, asked: argparse.Namespace) -> int:
    """Print every list of the year: whom the figures propose, what the office said, who is out and why."""
    found = rolls(store, figures)
    if asked.json:
        print_json([roll_json(each) for each in found])
        return 0
    print(f"{figures.year}年评优测算（到{figures.last.month}月，草稿，名单由本室确认）")
    for each in found:
        print(f"\n{AWARD[each.award]}")
        _print(store, figures, each)
    return 0


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Confirm, decide or withdraw."""
    desk = AwardDesk(store, lambda: today, Undo(store))
    roll = desk.roll(asked.year, _award(asked.award))
    said = f"{AWARD[roll.award]}{_act(desk, roll, asked, today)}"
    left = desk.roll(asked.year, roll.award)
    if asked.json:
        print_json(roll_json(left))
        return 0
    print(said)
    print(f"还有 {len(left.waiting)} 名待确认" if left.waiting else "名单已全部确认")
    return 0


def _act(desk: AwardDesk, roll: Roll, asked: argparse.Namespace, today: date) -> str:
    """Do what was said and return what was done."""
    if asked.act == "confirm":
        done = desk.confirm(asked.year, roll.award, [_who(roll, name) for name in asked.names])
        return f"已确认 {len(done)} 名：{'、'.join(name.contender.label for name in done)}"
    who = _who(roll, asked.name)
    if asked.act == "decide":
        grade = grade_of(asked.grade)
        desk.decide(asked.year, NewDecision(roll.award, who, grade, asked.reason, today, asked.by))
        return f"：{_label(roll, who)}定为{grade_word(grade)}"
    desk.withdraw(asked.year, roll.award, who, asked.reason)
    return f"：{_label(roll, who)}已撤回，按测算"


def _print(store: Store, figures: YearFigures, roll: Roll) -> None:
    lines = award_lines(roll, breakers(store, figures))
    rows = (
        (line.head, line.name, line.points, NAME_STATE[line.state] if line.state else "", line.note)
        for line in lines
    )
    print(table(_HEADS, rows))


def _award(word: str) -> Award:
    found = by_word(AWARD, word)
    if found is None:
        raise UnknownAward(word, "、".join(Award))
    return found


def _who(roll: Roll, name: str) -> str:
    """Return whom ``name`` means on the list: an id, a unit's or a person's name, a title."""
    meant = [
        each
        for each in roll.contest.contenders
        if name in (each.who, each.name, each.label, each.name.strip("《》"))
    ]
    if not meant:
        if name in roll.decisions:  # of somebody who contends no more
            return name
        raise UnknownContender(name, AWARD[roll.award])
    if len(meant) > 1:
        raise Namesakes(name, "、".join(f"{each.label}，编号{each.who}" for each in meant))
    return meant[0].who


def _label(roll: Roll, who: str) -> str:
    contender = roll.contest.contender(who)
    return contender.label if contender else who
