"""The desk of 这分怎么来的: any figure of a month, a unit's points of any span, and what adds up to them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from jinshi_desk import chain_words, wording
from jinshi_desk.domain.errors import UnknownFigure
from jinshi_desk.domain.figure_keys import Column, printed_figures
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.services.chains import Chain, Opens
from jinshi_desk.services.draft_chains import DraftChains
from jinshi_desk.services.draft_points import draft_chain
from jinshi_desk.services.event_chains import EventChains
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.month_book import MonthBook
from jinshi_desk.services.person_chains import PersonChains
from jinshi_desk.services.piece_chains import PieceChains
from jinshi_desk.services.point_chains import PointChains
from jinshi_desk.services.span_chains import SpanChains
from jinshi_desk.store.database import Store


class ExplainDesk:
    """Explains figures: the frozen ones of closed months by what is booked, the others as they stand."""

    def __init__(self, store: Store, today: Callable[[], date] | None = None) -> None:
        """With ``today`` a span ends with the month that it is in: what is to come owes nothing yet."""
        self._store = store
        self._today = today

    def keys(self, month: Month) -> Mapping[str, str]:
        """Return every figure of ``month`` by its key, as it is printed."""
        return printed_figures(month_figures(self._store, month), wording.NAMES)

    def chain(self, wanted: Opens) -> Chain:
        """Return what adds up to a figure: of a month, of several, or a draft's points.

        Raises:
            UnknownFigure: the month has none of this key.
            UnknownDraft: there is none of this number.
        """
        if wanted.month is None:
            return draft_chain(self._store, *wanted.key.split(".")[1:])
        if wanted.since is None:
            return figure_chain(wanted.key, MonthBook(self._store, wanted.month))
        months = self._begun(wanted.months)
        if not months:
            raise UnknownFigure(wanted.key, chain_words.months_phrase(wanted.months))
        book = MonthBook(self._store, months[-1])
        return replace(SpanChains(book, months).of(wanted.key), key=wanted.key)

    def _begun(self, months: tuple[Month, ...]) -> tuple[Month, ...]:
        this = Month.of(self._today()) if self._today else months[-1]
        return tuple(month for month in months if month <= this)

    def figure(self, key: str, month: Month) -> Chain:
        """Return what adds up to the figure ``key`` of ``month``.

        Raises:
            UnknownFigure: the month has none of this key.
        """
        return figure_chain(key, MonthBook(self._store, month))

    def unit(self, unit: Unit, months: Sequence[Month], *, carried: bool = False) -> Chain:
        """Return the entries behind the points of ``unit`` in ``months``, which follow each other in a year.

        With ``carried`` it is the year so far, from January on; else the months alone (§3.3).
        """
        book = MonthBook(self._store, months[-1])
        chain = PointChains(book).over(unit.id, months, carried=carried)
        return replace(chain, key=f"unit.{unit.id}.{Column.CUMULATIVE if carried else Column.TOTAL}")


def figure_chain(key: str, book: MonthBook) -> Chain:
    """Return what adds up to the figure ``key`` of the book's month.

    Raises:
        UnknownFigure: the month has none of this key.
    """
    if key not in book.printed:
        raise UnknownFigure(key, book.month.label)
    return replace(_chain(key.split("."), book), key=key)


def _chain(key: Sequence[str], book: MonthBook) -> Chain:
    """Return the chain of a key that the month has."""
    match key:
        case ["unit", unit, Column.TIMES, level]:
            return PieceChains(book).times(level, unit)
        case ["unit", unit, column]:
            return _of_unit(unit, Column(column), book)
        case ["group", group, column]:
            return PointChains(book).group(Group(group), Column(column))
        case ["points" | "cumulative" | "deducted" | "person", *_]:
            return _of_points(key, book)
        case ["adopted" | "times" | "high_pieces" | "piece", *_]:
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
        case ["person", person, column]:
            return PersonChains(book).of(int(person), Column(column))
        case ["points"]:
            return chains.everyone()
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
        case ["piece", adoption]:
            return chains.booked(int(adoption))
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
