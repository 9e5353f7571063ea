"""The desk for 核对单: each unit's month, to be checked by the unit before it is published."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import CannotWrite, NotFileable, NothingToPrint, NoUnitsThen
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import Objection
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.quota import Standing, Verdict
from jinshi_desk.domain.unit_sheets import (
    Placing,
    SheetAdoption,
    SheetDraft,
    SheetEntry,
    SheetObjection,
    UnitSheet,
)
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.working_days import working_days_after
from jinshi_desk.papers.typesetting import Press, SetPaper
from jinshi_desk.safe_files import cause
from jinshi_desk.services.explained import Explained
from jinshi_desk.services.month_book import MonthBook
from jinshi_desk.services.office import letterhead
from jinshi_desk.services.quota import CountedRow, QuotaDesk
from jinshi_desk.store.database import Store

OBJECTION_DAYS = "sheet.objection_days"
"""The setting: working days that a unit has to object."""
_USUAL_DAYS, _MOST_DAYS = 3, 30
_Ranks = Mapping[Group, Mapping[str, int | None]]


@dataclass(frozen=True, slots=True)
class _Behind:
    """What the sheets of a month are made of, read once for all units."""

    book: MonthBook
    until: date
    signer: str
    drafts: Mapping[int, Draft]
    ran: Mapping[str, Sequence[SheetAdoption]]
    closed: bool


class UnitSheetDesk:
    """Makes the sheets of a month, prints and saves them."""

    def __init__(self, store: Store, press: Press, today: Callable[[], date]) -> None:
        self._store = store
        self._press = press
        self._today = today
        self._quota = QuotaDesk(store, today)

    def sheets(self, month: Month, units: Collection[str] = ()) -> tuple[UnitSheet, ...]:
        """Return the sheets of ``units`` (ids), or of all that were active, in the office's order.

        Points and ranks are those of the bulletin, so that a closed month's never move.

        Raises:
            NoUnitsThen: none of them was active in the month.
        """
        book = MonthBook(self._store, month)
        behind = _Behind(
            book,
            working_days_after(self._today(), self.objection_days(), self._store.holidays.calendar()),
            letterhead(self._store).signer,
            {draft.id: draft for draft in self._store.drafts.all(month)},
            self._ran(month),
            self._store.months.is_closed(month),
        )
        made = tuple(
            self._sheet(standing, behind)
            for standing in book.figures.standings
            if not units or standing.unit.id in units
        )
        if not made:
            raise NoUnitsThen(month.label)
        return made

    def objection_days(self) -> int:
        """Return how many working days a unit has to object, counted from the day after the sheet's."""
        return int(self._store.settings.get(OBJECTION_DAYS) or _USUAL_DAYS)

    def set_objection_days(self, days: int) -> None:
        """Give units ``days`` working days from now on.

        Raises:
            NotFileable: that is no time, or too long to publish after.
        """
        if not 1 <= days <= _MOST_DAYS:
            raise NotFileable((Problem("objection_days", "range", detail=str(_MOST_DAYS)),))
        with self._store.writing("settings", Topic.SETTINGS) as act:
            act.subject = "settings"
            act.before = {OBJECTION_DAYS: self._store.settings.get(OBJECTION_DAYS)}
            act.after = {OBJECTION_DAYS: str(days)}
            self._store.settings.put(act.after)

    def pages(self, sheets: Sequence[UnitSheet], *, duplex: bool = False) -> SetPaper:
        """Return ``sheets`` as SVG pages; with ``duplex`` each unit begins on the front of a leaf.

        Raises:
            NothingToPrint: there is none.
            PaperFailed: they could not be set.
        """
        from jinshi_desk.papers.unit_sheet import pages

        return pages(self._press, sheets, duplex=duplex)

    def save(self, sheets: Sequence[UnitSheet], path: Path, *, duplex: bool = False) -> SetPaper:
        """Write ``sheets`` as one PDF; with ``duplex`` each unit begins on the front of a leaf.

        Raises:
            NothingToPrint: there is none.
            PaperFailed: they could not be set.
            CannotWrite: the machine would not let us write.
        """
        from jinshi_desk.papers.unit_sheet import save_pdf

        return save_pdf(self._press, sheets, path, duplex=duplex)

    def save_each(self, sheets: Sequence[UnitSheet], folder: Path) -> tuple[list[Path], SetPaper]:
        """Write each sheet as a PDF of its own into ``folder``; return the files and the last paper.

        Raises:
            NothingToPrint, PaperFailed, CannotWrite: as ``save``.
        """
        from jinshi_desk.papers.unit_sheet import save_pdf

        if not sheets:
            raise NothingToPrint
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(str(folder), cause(error)) from error
        written: list[Path] = []
        for place, sheet in enumerate(sheets, start=1):
            path = folder / f"核对单-{sheet.month}-{place:02}-{_safe(sheet.unit)}.pdf"
            paper = save_pdf(self._press, [sheet], path)
            written.append(path)
        return written, paper

    def save_workbook(self, sheets: Sequence[UnitSheet], path: Path) -> None:
        """Write ``sheets`` as a workbook: an overview, and a table of each part of the page.

        Raises:
            NothingToPrint: there is none.
            CannotWrite: the machine would not let us write.
        """
        from jinshi_desk.sheets.unit_sheets import write

        if not sheets:
            raise NothingToPrint
        write(sheets, path)

    def _sheet(self, standing: Standing, behind: _Behind) -> UnitSheet:
        unit, book = standing.unit, behind.book
        month, figures = book.month, book.figures
        points = figures.points_of(unit.id)
        drafts = behind.drafts
        return UnitSheet(
            month=month,
            unit=unit.name,
            unit_id=unit.id,
            quota=standing.quota,
            counted=standing.count.weighted,
            state=standing.state,
            drafts=tuple(_draft(row, drafts.get(row.row.id)) for row in self._quota.drafts(unit.id, month)),
            entries=tuple(
                _entry(line)
                for line in book.explained(book.entries(unit.id))
                if line.entry.kind is not Kind.CARRY
            ),
            this_month=_placing(standing, points.total, figures.rank_month),
            this_year=_placing(standing, points.cumulative, figures.rank_cumulative),
            objections_until=behind.until,
            signer=behind.signer,
            dated=self._today(),
            adoptions=tuple(behind.ran.get(unit.id, ())),
            objections=tuple(
                _objection(each) for each in self._store.objections.all(month, unit.id) if not each.voided
            ),
            closed=behind.closed,
        )

    def _ran(self, month: Month) -> Mapping[str, Sequence[SheetAdoption]]:
        """Return what was adopted in ``month``, claimed or verified, by every unit named on the draft."""
        outlets = {outlet.id: outlet.name for outlet in self._store.outlets.all()}
        found: dict[str, list[SheetAdoption]] = {}
        for each in self._store.adoptions.all(month):
            if each.voided:
                continue
            draft, gone = self._store.drafts.by_id(each.draft), each.retracted_on is not None
            ran = SheetAdoption(draft.title, outlets[each.outlet], each.adopted_on, each.verified, gone)
            for unit in draft.units:
                found.setdefault(unit, []).append(ran)
        return found


def _draft(counted: CountedRow, draft: Draft | None) -> SheetDraft:
    row = counted.row
    unnamed = draft is not None and draft.authors_incomplete and counted.verdict is not Verdict.PARTNER
    return SheetDraft(row.number, row.title, row.received_on, counted.verdict, counted.reason, unnamed)


def _objection(each: Objection) -> SheetObjection:
    held = each.ruling
    if held is None:
        return SheetObjection(each.received_on, each.text)
    return SheetObjection(each.received_on, each.text, held.finding, held.reason)


def _safe(name: str) -> str:
    """Return a unit's name as every system takes it for a file."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", name).strip(" .") or "单位"


def _placing(standing: Standing, cents: int, ranks: _Ranks) -> Placing:
    group = ranks.get(standing.unit.group, {})
    ranked = sum(rank is not None for rank in group.values())
    return Placing(cents, group.get(standing.unit.id), ranked)


def _entry(line: Explained) -> SheetEntry:
    where, day = line.outlet or line.about, line.adopted_on
    when = f"{day.month}月{day.day}日" if day else ""
    title = f"《{line.title}》" if line.title else ""
    about = " ".join(part for part in (f"{title}{where}", when) if part)
    return SheetEntry(line.entry.kind, about, line.basis, line.entry.arithmetic, line.entry.cents)
