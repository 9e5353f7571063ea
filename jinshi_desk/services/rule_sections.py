"""A rule set said in sections with tables, as 计分细则 prints it (§3.2)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from jinshi_desk.award_words import grade_word
from jinshi_desk.clause_words import (
    MULTI_ADOPTION,
    condition_word,
    item_word,
    number_word,
    value_word,
)
from jinshi_desk.domain.bulletins import Section, Sentence
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.rules import AuthorSplit, RuleSet
from jinshi_desk.domain.tables import Cell, Column, Table, points
from jinshi_desk.wording import AWARD, CATEGORY, GROUP, LEVEL, TIE_BREAKER

_TEXT_WIDTH = 156  # mm between the margins of the official format


class RuleSections:
    """Says a rule set in sections; ``table`` is its file read, with the names that the file gives."""

    def __init__(self, rules: RuleSet, table: Mapping[str, Any], units: Mapping[str, str]) -> None:
        self._rules = rules
        self._units = units
        self._table = table

    def all(self) -> Iterator[Section]:
        """Yield the sections, at most nine: that is how far their numerals go."""
        yield _section("采用基本分", self._base_sentences(), (self._base(),))
        yield _section("折算系数", ["综合采用、摘登、体裁和位置的系数相乘。"], (self._factors(),))
        yield _section("同稿多次采用和归月", self._adoption_sentences())
        yield _section(
            "领导批示和约稿",
            ["同一篇稿件的批示只计最高一级，升级时补差额。约稿的采用分照计。"],
            (self._bonuses(),),
        )
        yield _section("月度任务", self._quota_sentences(), (self._quota(),))
        yield _section(
            "扣分", ["由研究室提出，分管领导确认后按次扣。补报按迟报扣分。"], (self._deductions(),)
        )
        yield _section("作者分配和联合报送", self._sharing_sentences())
        grades = self._grades()
        yield _section("排名和季讲评", self._ranking_sentences(), (grades,) if grades else ())
        places = self._places()
        yield _section("年终评优", self._award_sentences(), (places,) if places else ())

    def _base_sentences(self) -> list[str]:
        decimals = self._at("ruleset.display_decimals")
        said = f"，印出{decimals}位小数并去掉末尾的0" if decimals is not None else ""
        return [f"单独采用一篇，按类别和媒体级别计基本分，再乘媒体权重和各项系数，四舍五入到0.01分{said}。"]

    def _base(self) -> Table:
        ordered = sorted(Level, key=lambda level: self._at(f"levels.{level}.order") or 0)
        heads = ["类别", *(self._named("levels", level, LEVEL[level]) for level in ordered)]
        rows: Iterator[tuple[Cell, ...]] = (
            (self._category(kind), *(points(self._rules.base[kind][level]) for level in ordered))
            for kind in Category
        )
        return _table("基本分", heads, rows)

    def _factors(self) -> Table:
        factors: dict[str, Mapping[Any, Decimal]] = {
            "mode": self._rules.modes,
            "form": self._rules.forms,
            "position": self._rules.positions,
        }
        rows = [
            (
                item_word(f"factors.{what}"),
                "；".join(
                    f"{item_word(f'factors.{what}.{name}').partition('·')[2]} {number_word(number)}"
                    for name, number in numbers.items()
                ),
            )
            for what, numbers in factors.items()
        ]
        return _table("系数", ("项目", "情形和系数"), rows, (25, 75))

    def _adoption_sentences(self) -> list[str]:
        rules = self._rules
        month, day = rules.year_close
        cap = rules.county_news_month_cap
        policy = MULTI_ADOPTION[rules.multi_adoption]
        said = [
            f"同一篇稿件几家采用的，{policy}；以后升级采用的，在新的月份只补差额。",
            "按刊发日期归月；该月已关账的，记入未关账的月份。",
            f"刊发后{rules.evidence_days}天内凭据登记，逾期只列不计分。",
            f"12月刊发的，凭据收到次年{month}月{day}日。",
        ]
        if cap:
            said.append(f"一个单位一个月的本级动态信息最多计{value_word('', Decimal(cap) / 100)}分。")
        return said

    def _bonuses(self) -> Table:
        bonus = self._rules.instruction_bonus
        rows: list[tuple[Cell, ...]] = [(f"{LEVEL[level]}领导批示", points(bonus[level])) for level in Level]
        asked = self._rules.commission
        for name, cents in (("on_time", asked.on_time), ("late", asked.late), ("not_done", asked.not_done)):
            rows.append((f"约稿{item_word(f'commission.{name}')}", points(cents)))
        return _table("批示和约稿", ("情形", "分值"), rows)

    def _quota_sentences(self) -> list[str]:
        quota = self._rules.quota
        basis = value_word("quota.count_basis", quota.count_basis.value)
        weights = "、".join(
            f"{self._category(kind)}一篇折{weight}条" for kind, weight in quota.weights.items() if weight != 1
        )
        said = [f"月度任务按{basis}计算，{weights or '一篇计一条'}；联合报送只计牵头单位，超额不结转。"]
        if quota.grace_close_day:
            said.append(f"补报收到次月{quota.grace_close_day}日，计入上月。")
        if days := self._at("quota.remind_days"):
            said.append(f"每月{'、'.join(f'{day}日' for day in days)}提醒、催报。")
        return said

    def _quota(self) -> Table:
        quota = self._rules.quota
        rows: list[tuple[Cell, ...]] = [
            (f"{GROUP[group]}每月任务", f"{number}条" if number else "不下任务")
            for group, number in quota.required.items()
        ]
        rows += [
            (item_word(f"quota.{name}"), points(cents))
            for name, cents in (
                ("base_completed", quota.base_completed),
                ("per_missing", quota.per_missing),
                ("zero_extra", quota.zero_extra),
            )
        ]
        return _table("月度任务", ("项目", "标准"), rows)

    def _deductions(self) -> Table:
        rows = [
            (
                rule.name,
                points(rule.cents),
                "、".join(
                    word
                    for word, said in (
                        ("稿件作废", rule.void_item),
                        ("取消年度评先资格", rule.disqualify_year),
                    )
                    if said
                )
                or None,
            )
            for rule in self._rules.deductions.values()
        ]
        return _table("扣分", ("情形", "每次", "同时"), rows, (46, 18, 36))

    def _sharing_sentences(self) -> list[str]:
        authors = self._rules.authors
        split = value_word("authors.split", authors.split.value)
        if authors.split is AuthorSplit.RATIO:
            split = f"按{'、'.join(map(number_word, authors.ratio))}的比例分"
        excluded = value_word("authors.exclude_roles", sorted(authors.excluded_roles))
        said = [f"几位作者的，{split}，最多分给前{authors.max_authors}位。单位照得全分。"]
        if authors.excluded_roles:
            said.append(f"{excluded}共同署名的，不分分。")
        said.append("几个单位联合报送的，同组单位之间均分，不同组的单位各得全分。")
        return said

    def _ranking_sentences(self) -> list[str]:
        awards, unranked = self._rules.awards, self._rules.unranked
        said = ["按积分在各组内排名，同分并列，占去名次。"]
        if unranked:
            names = (self._units.get(unit, unit) for unit in sorted(unranked))
            said.append(f"{'、'.join(names)}列在表里但不排名。")
        if awards.breakers:
            words = "、".join(TIE_BREAKER[each] for each in awards.breakers)
            said.append(f"年终评优同分的，依次比{words}。")
        return said

    def _grades(self) -> Table | None:
        told = self._table.get("quarter_grade", {})
        order = [name for name in told.get("order", ()) if isinstance(told.get(name), dict)]
        rows = [
            (str(told[name].get("name", name)), condition_word(str(told[name].get("when", "")), self._table))
            for name in order
        ]
        return _table("季讲评等次（从上往下判）", ("等次", "条件"), rows, (20, 80)) if rows else None

    def _award_sentences(self) -> list[str]:
        awards = self._rules.awards
        said = [f"名额如下，{self._at('awards.wording') or '通报表扬'}。"]
        if awards.min_active_months:
            said.append(f"报送不满{awards.min_active_months}个月的单位不参评。")
        return said

    def _places(self) -> Table | None:
        rows = [
            (
                AWARD[award],
                "、".join(
                    f"{grade_word(grade)}{number}{'篇' if award.category else '名'}"
                    for grade, number in grades.items()
                ),
            )
            for award, grades in self._rules.awards.places.items()
        ]
        return _table("年终名额", ("项目", "名额"), rows, (40, 60)) if rows else None

    def _category(self, kind: Category) -> str:
        return self._named("categories", kind, CATEGORY[kind])

    def _named(self, section: str, name: str, otherwise: str) -> str:
        return str(self._at(f"{section}.{name}.name") or otherwise)

    def _at(self, key: str) -> Any:
        """Return what the file says at ``key``; none where it is not there."""
        value: Any = self._table
        for part in key.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        return value


def _section(title: str, said: Sequence[str], tables: tuple[Table, ...] = ()) -> Section:
    sentences = (Sentence(f"{title}{place}", text, joins=place > 0) for place, text in enumerate(said))
    return Section(title, tuple(sentences), tables)


def _table(
    caption: str, heads: Sequence[str], rows: Iterable[tuple[Cell, ...]], shares: Sequence[int] = ()
) -> Table:
    """Return a table as wide as the text, shared out by percent or evenly.

    Of two columns shared out by percent the second holds words, which read better from the left.
    """
    parts = shares or (100 / len(heads),) * len(heads)
    columns = (
        Column(round(_TEXT_WIDTH * part / 100, 1), head, left=bool(shares) and place > 0 and len(heads) == 2)
        for place, (head, part) in enumerate(zip(heads, parts, strict=True))
    )
    return Table(caption, tuple(columns), tuple(rows))
