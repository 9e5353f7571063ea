"""Chains of adoptions: 篇, 篇次, and the units behind them."""

from collections.abc import Iterable
from dataclasses import dataclass

from jinshi_desk import wording
from jinshi_desk.domain.figures import Piece
from jinshi_desk.domain.ledger import Kind, standing
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.sentences import HIGH_LEVELS, UNITS_NAMED
from jinshi_desk.services.chains import (
    PIECES,
    POINTS,
    TIMES,
    UNITS,
    Chain,
    Contribution,
    Opens,
    entry_line,
)
from jinshi_desk.services.month_book import MonthBook

_GAINED = (Kind.ADOPTION, Kind.UPGRADE)


@dataclass(frozen=True, slots=True)
class PieceChains:
    """Chains over the adoptions booked in a month."""

    book: MonthBook

    def drafts(self) -> Chain:
        """Return the drafts that were adopted, each with where it ran."""
        figures = self.book.figures
        return self._drafts("采用稿件", figures.adoption.drafts, figures.pieces)

    def drafts_of(self, unit: str) -> Chain:
        """Return the adopted drafts that a unit led."""
        figures = self.book.figures
        return self._drafts("采用稿件", figures.adoption_of(unit).drafts, self._led(unit), unit)

    def drafts_each(self, unit: str) -> Chain:
        """Return the adopted drafts of all units that T5 names together with ``unit``: 各 so many."""
        ordered = self._units_by_number()[:UNITS_NAMED]
        number = dict(ordered).get(unit, 0)
        alike = [each for each, count in ordered if count == number]
        if len(alike) < 2:
            return self.drafts_of(unit)
        names = "、".join(map(self.book.figures.name_of, alike))
        pieces = [piece for each in alike for piece in self._led(each)]
        working = f"{len(alike)} 家 × {number} 篇 = {len(alike) * number} 篇"
        lines = tuple(self._draft_lines(pieces))
        title = f"{self.book.month.label}{names}采用稿件"
        return Chain("", title, str(number), PIECES, len(alike) * number, lines, working)

    def rest(self) -> Chain:
        """Return the adopted drafts of the units that T5 does not name."""
        rest = self._units_by_number()[UNITS_NAMED:]
        pieces = [piece for unit, _ in rest for piece in self._led(unit)]
        return self._drafts("其余单位采用稿件", sum(number for _, number in rest), pieces)

    def rest_units(self) -> Chain:
        """Return the units with adoptions that T5 does not name."""
        rest, month = self._units_by_number()[UNITS_NAMED:], self.book.month
        lines = tuple(
            Contribution(
                1,
                unit=self.book.figures.name_of(unit),
                where=f"采用 {number} 篇",
                opens=Opens(f"unit.{unit}.adopted", month),
            )
            for unit, number in rest
        )
        return Chain("", f"{month.label}其余有稿件采用的单位", str(len(rest)), UNITS, len(rest), lines)

    def times(self, level: str = "", unit: str = "") -> Chain:
        """Return every adoption, or those of one level, or of one unit's drafts."""
        figures = self.book.figures
        tally = figures.adoption_of(unit) if unit else figures.adoption
        pieces = self._led(unit) if unit else figures.pieces
        expected, name = tally.times, "采用篇次"
        if level:
            pieces = tuple(piece for piece in pieces if piece.level == level)
            expected, name = tally.times_by_level[Level(level)], f"{wording.LEVEL[Level(level)]}采用篇次"
        lines = tuple(self._line(piece.outlet, [piece]) for piece in pieces)
        return Chain("", self._title(name, unit), str(expected), TIMES, expected, lines)

    def booked(self, adoption: int) -> Chain:
        """Return what an adoption booked to its units in the month: 计分 of annex 2."""
        book = self.book
        piece = next(each for each in book.figures.pieces if each.adoption == adoption)
        draft = book.store.drafts.get(piece.number)
        entries = [
            each
            for each in book.store.ledger.of_draft(draft.id)
            if (each.adoption, each.booked_month) == (adoption, book.month)
            and each.unit is not None
            and each.kind in _GAINED
        ]
        found = book.explained(standing(tuple(entries)))
        lines = tuple(entry_line(each, unit=book.figures.name_of(each.entry.unit or "")) for each in found)
        title = f"《{piece.title}》{piece.outlet}采用计分"
        return Chain("", title, plain(piece.cents), POINTS, piece.cents, lines)

    def high(self) -> Chain:
        """Return the drafts that ran at province or above and still stand."""
        pieces = [
            piece
            for piece in self.book.figures.pieces
            if piece.level in HIGH_LEVELS and not (piece.void or piece.retracted)
        ]
        return self._drafts("省级以上媒体采用稿件", len({piece.number for piece in pieces}), pieces)

    def _led(self, unit: str) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.book.figures.pieces if piece.lead == unit)

    def _units_by_number(self) -> list[tuple[str, int]]:
        """Return the units with adoptions and how many drafts, in the order of T5."""
        figures = self.book.figures
        counts = [(each.unit, figures.adoption_of(each.unit.id).drafts) for each in figures.standings]
        ordered = sorted((each for each in counts if each[1]), key=lambda each: (-each[1], each[0].position))
        return [(unit.id, number) for unit, number in ordered]

    def _drafts(self, name: str, expected: int, pieces: Iterable[Piece], unit: str = "") -> Chain:
        lines = tuple(self._draft_lines(pieces))
        return Chain("", self._title(name, unit), str(expected), PIECES, expected, lines)

    def _draft_lines(self, pieces: Iterable[Piece]) -> Iterable[Contribution]:
        by_draft: dict[str, list[Piece]] = {}
        for piece in pieces:
            by_draft.setdefault(piece.number, []).append(piece)
        for own in by_draft.values():
            ran = "、".join(f"{piece.outlet} {piece.adopted_on:%m-%d}" for piece in own[1:])
            first = own[0]
            yield self._line(f"{first.outlet}、{ran}" if ran else first.outlet, own)

    def _line(self, where: str, pieces: list[Piece]) -> Contribution:
        first = pieces[0]
        mark = "作废" if first.void else "已撤" if all(piece.retracted for piece in pieces) else ""
        return Contribution(
            1,
            mark,
            "、".join(map(self.book.figures.name_of, first.units)),
            draft_no=first.number,
            title=first.title,
            day=first.adopted_on,
            where=where,
            level=wording.LEVEL[first.level],
        )

    def _title(self, name: str, unit: str) -> str:
        whose = f"{self.book.figures.name_of(unit)} " if unit else ""
        return f"{whose}{self.book.month.label}{name}"
