"""The sentences of the year's notice: Y0–Y7 (§6.6); each is said only when it has something to say."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from jinshi_desk.domain.award_decisions import Roll
from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.awards import Bar
from jinshi_desk.domain.bulletins import Figure, Names
from jinshi_desk.domain.figures import percent
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST
from jinshi_desk.domain.period_notices import Field
from jinshi_desk.domain.sentences import Parts, counted
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.years import YearFigures


@dataclass(frozen=True, slots=True)
class AnnualNames:
    """The Chinese names that the notice uses; ``grades`` by their keys, ``awards`` those of the lists."""

    names: Names
    awards: Mapping[Award, str]
    grades: Mapping[str, str]
    bars: Mapping[Bar, str]


@dataclass(frozen=True, slots=True)
class Annual:
    """A year with its lists, and what the office typed for its notice, by field."""

    figures: YearFigures
    rolls: tuple[Roll, ...]
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def year(self) -> int:
        return self.figures.year

    @property
    def requirements(self) -> tuple[str, ...]:
        """What is asked of next year, a paragraph a line."""
        lines = (line.strip() for line in self.typed.get("requirements", "").splitlines())
        return tuple(line for line in lines if line)

    def roll(self, award: Award) -> Roll | None:
        return next((roll for roll in self.rolls if roll.award is award), None)


Saying = Callable[[Annual, AnnualNames], Parts]

FIELDS = (
    Field("title", "标题", hint="不填就是年度考核情况的通报"),
    Field("requirements", "工作要求", lines=True),
)
"""What is typed for the notice; without a title it has the usual one."""
_NOT_TOLD = frozenset({Bar.ORGANISER, Bar.GONE})
"""Who never was in the run is not told as left out."""


def opening(annual: Annual, _: AnnualNames) -> Parts:
    """Y0."""
    work = "各单位紧扣全市组织工作重点，认真做好组工信息采写报送和党建宣传工作"
    return [f"{annual.year}年，{work}。现将年度考核情况通报如下："]


def received(annual: Annual, names: AnnualNames) -> Parts:
    """Y1: valid, adopted by level, pushed."""
    figures = annual.figures
    done = figures.adoption
    parts: Parts = [f"{annual.year}年，全市组织系统报送有效信息", counted("valid", figures.valid), "条"]
    if done.times == 0:
        parts.append("，没有稿件被媒体采用")
    else:
        parts += ["，被本级及以上媒体采用", counted("adopted", done.drafts), "篇、"]
        parts += [counted("times", done.times), "篇次，其中"]
        levels = [level for level in LEVELS_HIGHEST_FIRST if done.times_by_level[level]]
        for place, level in enumerate(levels):
            number = counted(f"times.{level}", done.times_by_level[level])
            parts += ["、" if place else "", names.names.levels[level], number]
        parts.append("篇次")
    if figures.pushes is not None:
        pushes, articles = figures.pushes
        parts += ["；“津市组工”微信公众号群发", counted("platform.pushes", pushes), "次、编发"]
        parts += [counted("platform.articles", articles), "条"]
    return [*parts, "。"]


def completed(annual: Annual, _: AnnualNames) -> Parts:
    """Y2: who completed all twelve months."""
    everyone = annual.figures.completed_all
    if everyone.rate is None:
        return []
    if everyone.completed == 0:
        return ["没有单位12个月均完成任务。"]
    share = Figure("completed_all.share", percent(everyone.rate))
    return ["12个月均完成任务的单位", counted("completed_all", everyone.completed), "家，占", share, "。"]


def placed(group: Group) -> Saying:
    """Y3 of one group: its units by grade, in the order of their points."""

    def say(annual: Annual, names: AnnualNames) -> Parts:
        roll = annual.roll(Award(group.value))
        said = [] if roll is None else list(_by_grade(roll, names))
        return [names.names.groups[group], "；".join(said), "。"] if said else []

    return say


def people(annual: Annual, _: AnnualNames) -> Parts:
    """Y4: 优秀信息员."""
    roll = annual.roll(Award.PERSON)
    if roll is None or not roll.winners:
        return []
    named = "、".join(name.contender.label for name in roll.winners)
    return ["优秀信息员（", counted("award.person", len(roll.winners)), f"名）：{named}。"]


def drafts(annual: Annual, names: AnnualNames) -> Parts:
    """Y5: 优秀稿件 of each category."""
    parts: Parts = []
    for roll in annual.rolls:
        category = roll.award.category
        if category is None or not roll.winners:
            continue
        named = "、".join(name.contender.label for name in roll.winners)
        number = counted(f"award.{roll.award}", len(roll.winners))
        parts += ["；" if parts else "优秀稿件：", names.names.categories[category], number, f"篇：{named}"]
    return [*parts, "。"] if parts else []


def left_out(annual: Annual, names: AnnualNames) -> Parts:
    """Y6: units that are out of the run or were passed over, and why."""
    said = [told for roll in annual.rolls if roll.award.group for told in _left_out(roll, names)]
    return ["不纳入评优的单位及原因：" + "、".join(said) + "。"] if said else []


def requirement(text: str) -> Saying:
    """Y7: one paragraph of what was typed."""

    def say(_: Annual, __: AnnualNames) -> Parts:
        return [text]

    return say


def _by_grade(roll: Roll, names: AnnualNames) -> Iterator[str]:
    for grade in roll.contest.grades:
        units = [name.contender.name for name in roll.winners if name.grade == grade]
        if units:
            yield f"{names.grades[grade]}：{'、'.join(units)}"


def _left_out(roll: Roll, names: AnnualNames) -> Iterator[str]:
    for each in roll.contest.contenders:
        why = roll.contest.barred.get(each.who)
        name = roll.name(each.who)
        if why is not None and why not in _NOT_TOLD and (name is None or not name.grade):
            detail = (each.details or {}).get(why, "")
            yield f"{each.name}（{names.bars[why]}{f'：{detail}' if detail else ''}）"
        elif name is not None and not name.grade and name.decision is not None and name.decision.reason:
            yield f"{each.name}（{name.decision.reason}）"
