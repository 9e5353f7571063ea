"""The sentences of the quarter's review: Q0–Q8 (§6.5); each is said only when it has something to say."""

from collections import Counter
from collections.abc import Callable, Iterable

from jinshi_desk.domain.bulletins import Figure, Names
from jinshi_desk.domain.figures import Tally, percent, permille
from jinshi_desk.domain.month_notices import written_day
from jinshi_desk.domain.period_notices import Field
from jinshi_desk.domain.piece_tables import ABOVE_COUNTY
from jinshi_desk.domain.quarter_review import Asked, Praised, Quarter, Returned
from jinshi_desk.domain.quarters import QuarterFigures
from jinshi_desk.domain.sentences import Parts, counted
from jinshi_desk.domain.units import Group

Saying = Callable[[Quarter, Names], Parts]

BEST_FIRST = ("good", "better", "fair", "poor")
"""How grades are listed; those of the office's own come after these."""
_TOPICS, _REASONS, _ASKED, _OWING = 3, 5, 8, 12
_ENDING = "。；，、.;, "
_SOME = {Group.TOWN: "某镇（街道）", Group.BUREAU: "某市直单位", Group.OFFICE: "某组室"}

FIELDS = (
    Field("forum", "“津津有味”讲坛", "期"),
    Field("mentoring", "导师帮带", "对"),
    Field("tutoring", "帮带辅导", "次"),
    Field("topics_key", "重点课题", "个"),
    Field("topics_on_time", "按期推进的课题", "个"),
    Field("reviewed", "月调阅单位", "个"),
    Field("problems_found", "发现问题", "个"),
    Field("problems_fixed", "已整改问题", "个"),
    Field("shadowing", "跟班学习", "人"),
    Field("symposia", "座谈会", "次"),
    Field("directions", "下季度选题方向", lines=True),
)
"""What no ledger counts: typed for each quarter (Q7, Q8)."""


def opening(quarter: Quarter, _: Names) -> Parts:
    """Q0."""
    return [f"现将{quarter.number_word}组工信息宣传工作讲评如下："]


def received(quarter: Quarter, _: Names) -> Parts:
    """Q1: valid, adopted, rate, against the quarter before."""
    figures = quarter.figures
    if figures.valid == 0:
        return [f"{quarter.number_word}未收到有效信息。"]
    parts: Parts = [f"{quarter.number_word}，共收到有效信息", counted("valid", figures.valid), "条"]
    done = figures.adoption
    if done.times == 0:
        parts.append("，没有稿件被媒体采用")
    else:
        parts += ["，采用", counted("adopted", done.drafts), "篇、", counted("times", done.times), "篇次"]
    if figures.rate is not None:
        parts += ["，采用率", Figure("rate", percent(figures.rate))]
    return [*parts, *_compared("，较上季度", "before", figures, quarter.before), "。"]


def year_ago(quarter: Quarter, _: Names) -> Parts:
    """Q1, against the same quarter of the year before."""
    said = _compared("与去年同期相比，", "year_ago", quarter.figures, quarter.year_ago)
    return [*said, "。"] if said else []


def _compared(lead: str, key: str, now: QuarterFigures, then: QuarterFigures | None) -> Parts:
    if then is None:
        return []
    parts: Parts = [lead]
    changes = (
        ("有效信息", "valid", now.valid - then.valid, "条"),
        ("采用", "adopted", now.adoption.drafts - then.adoption.drafts, "篇"),
    )
    for name, what, change, measure in changes:
        parts += [*_change(name, f"{key}.{what}", change, measure), "、"]
    if now.rate is None or then.rate is None:
        return parts[:-1]
    change = now.rate - then.rate
    if change == 0:
        return [*parts, "采用率持平"]
    word = "提高" if change > 0 else "下降"
    points = percent(abs(change)).rstrip("%")
    return [*parts, f"采用率{word}", Figure(f"{key}.rate", points), "个百分点"]


def _change(name: str, key: str, change: int, measure: str) -> Parts:
    if change == 0:
        return [f"{name}持平"]
    return [f"{name}{'增加' if change > 0 else '减少'}", counted(key, abs(change)), measure]


def completion(quarter: Quarter, _: Names) -> Parts:
    """Q2: units by months missed."""
    figures = quarter.figures
    over = max((each.over for each in figures.units), default=0)
    all_done = len(figures.missed(0, 0))
    counts = (
        ("有1个月未完成的", "missed_one", len(figures.missed(1, 1))),
        ("2个月及以上未完成的", "missed_more", len(figures.missed(2, over))),
    )
    if not (all_done or any(number for _, _, number in counts)):
        return []
    months = (
        "三个月均完成任务的单位"
        if over == 3
        else f"{over}个月均完成任务的单位"
        if over > 1
        else "完成任务的单位"
    )
    parts: Parts = [months, counted("all_done", all_done), "家"]
    for name, key, number in counts:
        if number:
            parts += [f"，{name}", counted(key, number), "家"]
    return [*parts, "。"]


def topics(quarter: Quarter, _: Names) -> Parts:
    """Q3 选题: the three most frequent topics."""
    said: list[Parts] = []
    for place, (topic, number) in enumerate(quarter.topics[:_TOPICS], start=1):
        share = percent(permille(number, quarter.tagged_of) or 0)
        key = f"topic.{place}"
        said.append([f"围绕{topic}的稿件", counted(key, number), "篇，占", Figure(f"{key}.share", share)])
    return ["从选题看，", *_joined(said, "；"), "。"] if said else []


def quality(quarter: Quarter, _: Names) -> Parts:
    """Q3 质量: 市级以上, against the quarter before and the year before."""
    now = _high(quarter.figures.adoption)
    if now == 0:
        return []
    parts: Parts = ["从质量看，市级以上采用", counted("high", now), "篇次"]
    for name, key, then in (("同比", "year_ago", quarter.year_ago), ("环比", "before", quarter.before)):
        if then is not None:
            parts += ["，", *_change(name, f"{key}.high", now - _high(then.adoption), "篇次")]
    return [*parts, "。"]


def _high(done: Tally) -> int:
    return sum(done.times_by_level.get(level, 0) for level in ABOVE_COUNTY)


def timeliness(quarter: Quarter, _: Names) -> Parts:
    """Q3 时效: days from receipt to the first adoption."""
    days = quarter.average_days
    if days is None:
        return []
    return ["从时效看，从报送到首次采用平均", Figure("days", f"{days.normalize():f}"), "天。"]


def newcomers(quarter: Quarter, _: Names) -> Parts:
    """Q3 队伍: authors who ran for the first time."""
    if not quarter.newcomers:
        return []
    return ["从队伍看，", counted("newcomers", len(quarter.newcomers)), "名作者首次被采用。"]


def praised(each: Praised) -> Saying:
    """Q4 of one good draft."""

    def say(quarter: Quarter, _: Names) -> Parts:
        who = f"{each.units} {each.authors}".strip()
        ran = ""
        if each.adopted_on is not None:
            ran = f"，{each.outlet}{written_day(each.adopted_on, quarter.figures.period.first.year)}"
        reason = each.reason if each.reason.endswith("。") else f"{each.reason}。"
        return [f"《{each.title}》（{who}{ran}）。{reason}"]

    return say


def returned(quarter: Quarter, _: Names) -> Parts:
    """Q5: how often drafts went back, and why, the commonest reason first."""
    if not quarter.returns:
        return []
    parts: Parts = ["退回修改", counted("returned", len(quarter.returns)), "篇次"]
    reasons = reasons_of(quarter.returns)[:_REASONS]
    said: list[Parts] = [
        [f"{reason}（", counted(f"returned.{place}", number), "次）"]
        for place, (reason, number) in enumerate(reasons, start=1)
    ]
    return [*parts, "，原因依次为", *_joined(said, "、"), "。"] if said else [*parts, "。"]


def reasons_of(returns: Iterable[Returned]) -> list[tuple[str, int]]:
    """Count the reasons; equal ones in the order they were given."""
    given = (reason.strip().rstrip(_ENDING) for each in returns for reason in each.reasons)
    return Counter(reason for reason in given if reason).most_common()


def example(quarter: Quarter, names: Names) -> Parts:
    """Q5: an example of the commonest reason; nobody is named."""
    reasons = reasons_of(quarter.returns)
    if not reasons:
        return []
    first = reasons[0][0]
    of_it = next(
        each for each in quarter.returns if first in (given.strip().rstrip(_ENDING) for given in each.reasons)
    )
    kind = names.categories[of_it.category]
    return [f"如{_SOME[of_it.group]}一篇{kind}，因{first}退回修改。"]


def owing(quarter: Quarter, _: Names) -> Parts:
    """Q5: whose tasks of the quarter are not done; printed only where the office switches it on."""
    if not quarter.owing:
        return []
    parts: Parts = ["任务到人未完成的", counted("owing", len(quarter.owing)), "项："]
    named = quarter.owing[:_OWING]
    said = "、".join(f"{each.name}（{each.unit}，{each.done}/{each.target}篇）" for each in named)
    return [*parts, said, "等。" if len(quarter.owing) > _OWING else "。"]


def grades(quarter: Quarter, _: Names) -> Parts:
    """Q6: who is of which grade; grades that nobody has are dropped."""
    known = {grade.id: grade for grade in quarter.grades}
    order = [*(each for each in BEST_FIRST if each in known), *(k for k in known if k not in BEST_FIRST)]
    said: list[Parts] = []
    for grade in order:
        units = quarter.graded(grade)
        if units:
            named = "、".join(each.unit.name for each in units)
            said.append([f"{known[grade].name}（", counted(f"grade.{grade}", len(units)), f"家）：{named}"])
    return [*_joined(said, "；"), "。"] if said else []


def platforms(quarter: Quarter, _: Names) -> Parts:
    """Q7 平台, from the months' own numbers; zero parts dropped."""
    typed = [month.events.platform for month in quarter.figures.months if month.events.platform]
    said: list[Parts] = []
    pushes, articles = sum(each.pushes for each in typed), sum(each.articles for each in typed)
    if pushes:
        said.append(
            [
                "“津市组工”微信公众号群发",
                counted("platform.pushes", pushes),
                "次、编发",
                counted("platform.articles", articles),
                "条",
            ]
        )
    updates = sum(each.website_updates for each in typed)
    if updates:
        said.append(["津市党建网更新", counted("platform.website_updates", updates), "条"])
    return [*_joined(said, "；"), "。"] if said else []


_TEAM = (
    (("“津津有味”讲坛", "forum"),),
    (("导师帮带", "mentoring"), ("辅导", "tutoring")),
    (("重点课题", "topics_key"), ("按期推进", "topics_on_time")),
    (("月调阅", "reviewed"), ("发现问题", "problems_found"), ("已整改", "problems_fixed")),
    (("跟班学习", "shadowing"),),
    (("座谈会", "symposia"),),
)
"""Q7 队伍: what belongs together; the fields say how each is counted."""
_MEASURES = {field.key: field.unit for field in FIELDS} | {"reviewed": "个单位"}


def team(quarter: Quarter, _: Names) -> Parts:
    """Q7 队伍, as typed; what was not typed, or nothing of, is dropped."""
    said: list[Parts] = []
    for belonging in _TEAM:
        told: list[Parts] = []
        for name, key in belonging:
            number = int(quarter.typed.get(key) or 0)
            if number:
                told.append([name, counted(f"typed.{key}", number), _MEASURES[key]])
        if told:
            said.append(_joined(told, "、"))
    return [*_joined(said, "；"), "。"] if said else []


def directions(quarter: Quarter, _: Names) -> Parts:
    """Q8: what the next quarter is to be about, as typed."""
    typed = quarter.typed.get("directions", "").strip()
    if not typed:
        return []
    text = "；".join(line.strip().rstrip(_ENDING) for line in typed.splitlines() if line.strip())
    return [f"下季度选题方向：{text}。"]


def asked(quarter: Quarter, _: Names) -> Parts:
    """Q8: the commissions due in the next quarter."""
    if not quarter.asked:
        return []
    named = [_told(each, quarter) for each in quarter.asked[:_ASKED]]
    rest = "等。" if len(quarter.asked) > _ASKED else "。"
    return ["下季度约稿", counted("asked", len(quarter.asked)), "篇：", "；".join(named) + rest]


def _told(each: Asked, quarter: Quarter) -> str:
    day = written_day(each.due_on, quarter.figures.period.first.year)
    return f"{each.unit}《{each.subject}》（{day}前）"


def _joined(said: list[Parts], mark: str) -> Parts:
    return [part for place, parts in enumerate(said) for part in ([mark] if place else []) + parts]
