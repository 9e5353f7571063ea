"""The desk of 这分怎么来的: any figure of a month, a unit's points of any span, and what adds up to them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from jinshi_desk import chain_words, wording
from jinshi_desk.domain.errors import UnknownFigure
from jinshi_desk.domain.figure_keys import Column, printed_figures
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.services.chains import POINTS, Chain, entry_line
from jinshi_desk.services.draft_chains import DraftChains
from jinshi_desk.services.event_chains import EventChains
from jinshi_desk.services.explained import Explaining
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.month_book import MonthBook, unit_entries
from jinshi_desk.services.piece_chains import PieceChains
from jinshi_desk.services.point_chains import PointChains
from jinshi_desk.store.database import Store


class ExplainDesk:
    """Explains figures: the frozen ones of closed months by what is booked, the others as they stand."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keys(self, month: Month) -> Mapping[str, str]:
        """Return every figure of ``month`` by its key, as it is printed."""
        return printed_figures(month_figures(self._store, month), wording.NAMES)

    def figure(self, key: str, month: Month) -> Chain:
        """Return what adds up to the figure ``key`` of ``month``.

        Raises:
            UnknownFigure: the month has none of this key.
        """
        book = MonthBook(self._store, month)
        if key not in printed_figures(book.figures, wording.NAMES):
            raise UnknownFigure(key, month.label)
        return replace(_chain(key.split("."), book), key=key)

    def unit(self, unit: Unit, months: Sequence[Month], *, carried: bool = False) -> Chain:
        """Return the entries behind the points of ``unit`` in ``months``, which follow each other in a year.

        With ``carried`` it is the year so far, from January on; else the months alone (§3.3).
        """
        figures = [month_figures(self._store, each) for each in (months[-1:] if carried else months)]
        earned = [each.points_of(unit.id) for each in figures]
        expected = earned[0].cumulative if carried else sum(each.total for each in earned)
        entries = [
            entry
            for entry in unit_entries(self._store, unit.id, months)
            if carried or entry.kind is not Kind.CARRY
        ]
        lines = tuple(
            entry_line(each, months=len(months) > 1) for each in Explaining(self._store).explained(entries)
        )
        span, name = chain_words.months_phrase(months), "累计积分" if carried else "积分"
        title = f"{figures[-1].name_of(unit.id)} {span}{name}"
        return Chain(f"unit.{unit.id}.total", title, plain(expected), POINTS, expected, lines)


def _chain(key: Sequence[str], book: MonthBook) -> Chain:
    """Return the chain of a key that the month has."""
    match key:
        case ["unit", unit, column]:
            return _of_unit(unit, Column(column), book)
        case ["group", group, column]:
            return PointChains(book).group(Group(group), Column(column))
        case ["points" | "cumulative" | "deducted", *_]:
            return _of_points(key, book)
        case ["adopted" | "times" | "high_pieces", *_]:
            return _of_pieces(key, book)
        case ["commissions" | "instructed" | "returned" | "platform" | "corrected" | "correction", *_]:
            return _of_event(key, book)
    return _of_drafts(key, book)


_UNIT: Mapping[Column, Callable[[MonthBook, str], Chain]] = {
    Column.RECEIVED: lambda book, unit: DraftChains(book).received(unit),
    Column.VALID: lambda book, unit: DraftChains(book).valid(unit=unit),
    Column.COUNTED: lambda book, unit: DraftChains(book).counted(unit),
    Column.LATE: lambda book, unit: DraftChains(book).late(unit),
    Column.RAN: lambda book, unit: DraftChains(book).ran(unit),
    Column.ADOPTED: lambda book, unit: PieceChains(book).drafts_of(unit),
    Column.TIMES: lambda book, unit: PieceChains(book).times(unit=unit),
    Column.TOTAL: lambda book, unit: PointChains(book).month_of(unit),
    Column.CUMULATIVE: lambda book, unit: PointChains(book).year_of(unit),
    Column.RANK: lambda book, unit: PointChains(book).rank(unit, Column.RANK),
    Column.RANK_CUMULATIVE: lambda book, unit: PointChains(book).rank(unit, Column.RANK_CUMULATIVE),
}


def _of_unit(unit: str, column: Column, book: MonthBook) -> Chain:
    """Return the chain of a figure of a unit's month; the rest are columns of points."""
    found = _UNIT.get(column)
    return found(book, unit) if found else PointChains(book).column(unit, column)


def _of_points(key: Sequence[str], book: MonthBook) -> Chain:
    chains = PointChains(book)
    match key:
        case ["points", _, unit]:
            return chains.month_of(unit)
        case ["cumulative", _, unit]:
            return chains.year_of(unit)
        case ["deducted", kind, unit]:
            return chains.deducted_for(kind, unit)
    return chains.deducted()


def _of_pieces(key: Sequence[str], book: MonthBook) -> Chain:
    chains = PieceChains(book)
    match key:
        case ["adopted"]:
            return chains.drafts()
        case ["adopted", "rest"]:
            return chains.rest()
        case ["adopted", "rest_units"]:
            return chains.rest_units()
        case ["adopted", unit]:
            return chains.drafts_each(unit)
        case ["times", *level]:
            return chains.times(*level)
    return chains.high()


def _of_event(key: Sequence[str], book: MonthBook) -> Chain:
    chains = EventChains(book)
    match key:
        case ["commissions", *which]:
            return chains.commissions(*which)
        case ["instructed", level]:
            return chains.instructed(level)
        case ["platform", what]:
            return chains.platform(what)
        case ["corrected", month, unit]:
            return chains.corrected(Month.parse(month), unit)
        case ["correction", month, unit]:
            return chains.correction(Month.parse(month), unit)
    return chains.returned()


def _of_drafts(key: Sequence[str], book: MonthBook) -> Chain:
    chains = DraftChains(book)
    match key:
        case ["valid", "change"]:
            return chains.change()
        case ["valid", *part]:
            return chains.valid(*part)
        case ["due" | "exempt" | "completed" as who]:
            return chains.units(who)
        case ["counted" | "late" | "missing_form" as count, unit]:
            one = {"counted": chains.counted, "late": chains.late, "missing_form": chains.missing_forms}
            return one[count](unit)
    whole = {"received": chains.received, "rate": chains.rate, "news_share": chains.news_share}
    return whole[key[0]]()
