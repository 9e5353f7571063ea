"""Chains of counts of drafts and of units: who sent what, what of it counts, who was due."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from jinshi_desk import wording
from jinshi_desk.domain.composition import state_phrase
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.figures import percent, permille
from jinshi_desk.domain.quota import Standing, State
from jinshi_desk.domain.units import Group
from jinshi_desk.services.chains import DRAFTS, UNITS, Chain, Contribution, Opens
from jinshi_desk.services.month_book import MonthBook
from jinshi_desk.services.month_drafts import MonthDraft

_WHO: Mapping[str, tuple[str, Callable[[Standing], bool]]] = {
    "due": ("应报送单位", lambda standing: standing.due),
    "exempt": ("免考核单位", lambda standing: standing.exempt and standing.quota > 0),
    "completed": ("完成月度任务的单位", lambda standing: standing.completed),
}


@dataclass(frozen=True, slots=True)
class DraftChains:
    """Chains over the drafts of a month."""

    book: MonthBook

    def received(self, unit: str = "") -> Chain:
        """Return who sent what: all, or one unit."""
        expected = self.book.standing(unit).count.received if unit else self.book.figures.received
        return self._of(self._own(unit), "收到的稿件", "篇", expected, unit)

    def valid(self, part: str = "", unit: str = "") -> Chain:
        """Return the valid drafts: all, of one group, of one category, or of one unit."""
        drafts = [each for each in self._own(unit) if each.valid]
        figures, name = self.book.figures, "有效报送"
        expected = self.book.standing(unit).count.valid if unit else figures.valid
        if part in set(Group):
            drafts = [each for each in drafts if self.book.group_of(each.row.unit) == part]
            expected, name = figures.valid_by_group[Group(part)], f"{wording.GROUP[Group(part)]}有效报送"
        elif part:
            drafts = [each for each in drafts if each.row.category == part]
            name = f"有效报送，{wording.CATEGORY[Category(part)]}"
            expected = figures.valid_by_category[Category(part)]
        return self._of(drafts, name, DRAFTS, expected, unit)

    def change(self) -> Chain:
        """Return this month's valid drafts against those of the month before, which is closed."""
        figures, month = self.book.figures, self.book.month
        before = figures.previous_valid or 0
        change = figures.valid - before
        lines = (
            Contribution(figures.valid, "本月有效", month=month, opens=Opens("valid", month)),
            Contribution(-before, "上月有效", month=month.previous(), opens=Opens("valid", month.previous())),
        )
        working = f"{figures.valid} − {before} = {f'−{-change}' if change < 0 else change}"
        return Chain("", f"{month.label}有效报送与上月相比", str(abs(change)), DRAFTS, change, lines, working)

    def news_share(self) -> Chain:
        """Return the valid drafts, those of the news counting."""
        figures = self.book.figures
        news, valid = figures.valid_by_category[Category.NEWS], figures.valid
        lines = [
            replace(line, amount=int(draft.row.category is Category.NEWS))
            for draft, line in self._lines(each for each in self.book.drafts if each.valid)
        ]
        share = percent(permille(news, valid) or 0)
        title = f"{self.book.month.label}动态信息占有效报送"
        return Chain("", title, share, DRAFTS, news, tuple(lines), f"{news} ÷ {valid} = {share}")

    def counted(self, unit: str) -> Chain:
        """Return every draft of a unit's month with whether it fills the quota, and how much of it."""
        standing = self.book.standing(unit)
        lines = [replace(line, amount=draft.weight) for draft, line in self._lines(self._own(unit))]
        owed = f"任务 {standing.quota} 条"
        working = f"{owed}，{state_phrase(standing, wording.STATE)}" if standing.state else ""
        return self._chain("计入任务", DRAFTS, standing.count.weighted, lines, unit, working)

    def late(self, unit: str) -> Chain:
        """Return what a unit sent as 补报."""
        drafts = [each for each in self._own(unit) if each.made_up]
        return self._of(drafts, "补报", DRAFTS, self.book.standing(unit).count.late, unit)

    def ran(self, unit: str) -> Chain:
        """Return which of a unit's drafts of the month were adopted, whenever that was booked."""
        drafts = [each for each in self._own(unit) if each.adopted]
        return self._of(drafts, "本月来稿已采用", "篇", self.book.standing(unit).count.adopted, unit)

    def missing_forms(self, unit: str) -> Chain:
        """Return a unit's drafts without their approval form."""
        drafts = [each for each in self._own(unit) if each.form_missing]
        expected = self.book.figures.events.missing_forms.get(unit, 0)
        return self._of(drafts, "缺审批表", "份", expected, unit)

    def units(self, key: str) -> Chain:
        """Return the units that were due, exempt, or completed their month."""
        name, belongs = _WHO[key]
        figures = self.book.figures
        members = [each for each in figures.standings if belongs(each)]
        lines = tuple(self._standing(each, 1) for each in members)
        expected = getattr(figures.completion, key)
        return Chain(key, f"{self.book.month.label}{name}", str(expected), UNITS, expected, lines)

    def rate(self) -> Chain:
        """Return the units that were due, those that completed their month counting."""
        done = self.book.figures.completion
        members = [each for each in self.book.figures.standings if each.due]
        members.sort(key=lambda each: not each.completed)
        lines = tuple(self._standing(each, int(each.completed)) for each in members)
        rate = percent(done.rate) if done.rate is not None else "—"
        title = f"{self.book.month.label}完成率"
        return Chain(
            "rate", title, rate, UNITS, done.completed, lines, f"{done.completed} ÷ {done.due} = {rate}"
        )

    def _own(self, unit: str) -> list[MonthDraft]:
        return [each for each in self.book.drafts if unit in ("", each.row.unit)]

    def _of(self, drafts: Iterable[MonthDraft], name: str, measure: str, expected: int, unit: str) -> Chain:
        return self._chain(name, measure, expected, [line for _, line in self._lines(drafts)], unit)

    def _chain(
        self,
        name: str,
        measure: str,
        expected: int,
        lines: Iterable[Contribution],
        unit: str,
        working: str = "",
    ) -> Chain:
        whose = f"{self.book.figures.name_of(unit)} " if unit else ""
        title = f"{whose}{self.book.month.label}{name}"
        return Chain("", title, str(expected), measure, expected, tuple(lines), working)

    def _lines(self, drafts: Iterable[MonthDraft]) -> list[tuple[MonthDraft, Contribution]]:
        return [(each, self._line(each)) for each in drafts]

    def _line(self, each: MonthDraft) -> Contribution:
        row = each.row
        made_up = "补报计入" if each.made_up else wording.VERDICT[each.verdict]
        return Contribution(
            1,
            made_up,
            self.book.figures.name_of(row.unit),
            draft_no=row.number,
            title=row.title,
            day=row.received_on,
            why=wording.CATEGORY[row.category],
        )

    def _standing(self, standing: Standing, amount: int) -> Contribution:
        count = standing.count
        said = f"收到{count.received}，有效{count.valid}，计入{count.weighted}，任务{standing.quota}"
        exempt = standing.state is State.EXEMPT
        return Contribution(
            amount,
            state_phrase(standing, wording.STATE),
            standing.unit.name,
            where="" if exempt else said,
            opens=Opens(f"unit.{standing.unit.id}.counted", self.book.month),
        )
