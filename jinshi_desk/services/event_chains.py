"""Chains of what happened beside drafts and adoptions: 约稿、批示、退回、平台、更正."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jinshi_desk import chain_words, wording
from jinshi_desk.domain.commissions import Commission, Outcome
from jinshi_desk.domain.ledger import Booked, Kind, standing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.platforms import pushes_a_week
from jinshi_desk.domain.points import plain
from jinshi_desk.services.chains import PIECES, POINTS, Chain, Contribution, entry_line, record_of
from jinshi_desk.services.month_book import MonthBook

_MISSED = (Outcome.PENDING, Outcome.NOT_DONE)
_WANTED: Mapping[str, Callable[[Commission], bool]] = {
    "on_time": lambda commission: commission.outcome is Outcome.ON_TIME,
    "late": lambda commission: commission.outcome is Outcome.LATE,
    "not_done": lambda commission: commission.outcome in _MISSED,
}


@dataclass(frozen=True, slots=True)
class EventChains:
    """Chains over the events of a month."""

    book: MonthBook

    def commissions(self, outcome: str = "", unit: str = "") -> Chain:
        """Return the commissions due in the month, or those of one outcome, of one unit."""
        figures = self.book.figures
        lines = tuple(
            Contribution(
                1,
                wording.OUTCOME[each.outcome],
                figures.name_of(each.unit),
                draft_no=self.book.store.drafts.by_id(each.draft).number if each.draft else "",
                title=each.subject,
                day=each.delivered_on,
                where=f"{each.due_on.month}月{each.due_on.day}日截止",
                record=record_of(each, self.book.month),
            )
            for each in figures.events.commissions
            if (not outcome or _WANTED[outcome](each)) and unit in ("", each.unit)
        )
        whose = f"{figures.name_of(unit)} " if unit else ""
        title = f"{whose}{self.book.month.label}{chain_words.COMMISSIONS[outcome]}"
        return Chain("", title, str(len(lines)), PIECES, len(lines), lines)

    def instructed(self, level: str) -> Chain:
        """Return the drafts with instructions of a level."""
        figures = self.book.figures
        lines = tuple(
            Contribution(
                1,
                unit=figures.name_of(draft.lead),
                draft_no=draft.number,
                title=draft.title,
                level=wording.LEVEL[draft.level],
            )
            for draft in figures.events.instructed
            if draft.level == level
        )
        title = f"{self.book.month.label}{wording.LEVEL[Level(level)]}领导批示稿件"
        return Chain("", title, str(len(lines)), PIECES, len(lines), lines)

    def returned(self) -> Chain:
        """Return the drafts that were sent back, each with its reasons."""
        figures, reasons = self.book.figures, dict[int, list[str]]()
        for draft, reason in figures.events.returns:
            reasons.setdefault(draft, []).append(reason)
        found = {draft: self.book.store.drafts.by_id(draft) for draft in reasons}
        lines = tuple(
            Contribution(
                1,
                unit=figures.name_of(draft.lead),
                draft_no=draft.number,
                title=draft.title,
                where="；".join(filter(None, reasons[draft.id])),
            )
            for draft in found.values()
        )
        expected = len(reasons)
        return Chain("", f"{self.book.month.label}审核退回", str(expected), PIECES, expected, lines)

    def platform(self, what: str) -> Chain:
        """Return what was typed of the platforms, and the week of it."""
        typed, month = self.book.figures.events.platform, self.book.month
        fact = "pushes" if what == "week" else what
        amount = int(getattr(typed, fact)) if typed else 0
        name, measure = chain_words.PLATFORM[fact]
        title = f"{month.label}平台数据（手工登记）"
        lines = (Contribution(amount, name, month=month),)
        if what != "week":
            return Chain("", title, str(amount), measure, amount, lines)
        week = f"{pushes_a_week(amount, month).normalize():f}"
        working = f"周均 {amount} × 7 ÷ {month.last_day.day} = {week} 次"
        return Chain("", title, week, measure, amount, lines, working)

    def corrected(self, month: Month, unit: str) -> Chain:
        """Return what a closed month should have been: its entries, and the corrections so far."""
        store, until = self.book.store, self.book.month
        booked = standing(store.ledger.of_unit(unit, month, month))
        entries = [entry for entry in booked if entry.kind is not Kind.CARRY]
        for correction in store.corrections.of_month(unit, month):
            if correction.booked_month <= until:
                entries += standing(store.ledger.of_correction(correction.id))
        return self._corrected(month, unit, "更正后的积分", entries, all_of_it=True)

    def correction(self, month: Month, unit: str) -> Chain:
        """Return what of a closed month is put right in this one."""
        store = self.book.store
        entries: list[Booked] = []
        for correction in store.corrections.of_month(unit, month):
            if correction.booked_month == self.book.month:
                entries += standing(store.ledger.of_correction(correction.id))
        return self._corrected(month, unit, "更正差额", entries, all_of_it=False)

    def _corrected(
        self, month: Month, unit: str, name: str, entries: list[Booked], *, all_of_it: bool
    ) -> Chain:
        figures = self.book.figures
        each = next(one for one in figures.events.corrected if (one.month, one.unit) == (month, unit))
        expected = each.cents if all_of_it else each.difference
        found = self.book.explained(entries)
        lines = tuple(entry_line(one, months=all_of_it) for one in found)
        title = f"{figures.name_of(unit)} {month.label}{name}"
        return Chain("", title, plain(expected), POINTS, expected, lines)
