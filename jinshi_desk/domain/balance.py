"""Do the books balance? The self-checks of a bulletin before it is printed (§6.2, promise 5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jinshi_desk.domain.bulletins import Bulletin, Figure, Sentence
from jinshi_desk.domain.figures import MonthFigures, percent, permille
from jinshi_desk.domain.ledger import Kind


class CheckName(StrEnum):
    """What is checked."""

    GROUPS = "groups"
    UNITS = "units"
    COMPLETION = "completion"
    LEVELS = "levels"
    PIECES = "pieces"
    POINTS = "points"
    BOOKS = "books"
    """Pieces, units, groups, the bulletin, its quarter and its year (``domain.books``)."""
    SENTENCES = "sentences"
    TO_REVIEW = "to_review"
    FORMS = "forms"
    AUTHORS = "authors"
    UNVERIFIED = "unverified"
    CORRECTIONS = "corrections"
    COMMISSIONS = "commissions"
    PROPOSALS = "proposals"
    OBJECTIONS = "objections"
    IMPORTS = "imports"
    """Rows of imported sheets that nobody decided about."""
    MONTHS = "months"
    """Of a quarter or a year: whether all its months are closed."""
    SUMS = "sums"
    """Of a quarter or a year: whether it is the sum of its months."""
    GRADES = "grades"
    """Of a quarter: whether every unit with a rank has its grade."""
    NAMES = "names"
    """Of a year: whether every name on its lists was confirmed or decided by hand."""
    LISTED = "listed"
    """Of a year: whether the text, edited or not, names everybody with a place."""
    PRAISE = "praise"
    """Of a year: that it commends nobody (表彰), which is not the office's to do (§6.6)."""
    ENTRIES = "entries"
    """Of a quarter or a year: what the office types for it and has not."""
    GRACE = "grace"
    """Only asked when a month is to be closed: whether 补报 for it has come to an end."""


TOLD = frozenset(
    {
        CheckName.SENTENCES,
        CheckName.FORMS,
        CheckName.AUTHORS,
        CheckName.UNVERIFIED,
        CheckName.COMMISSIONS,
        CheckName.PROPOSALS,
        CheckName.OBJECTIONS,
        CheckName.IMPORTS,
        CheckName.TO_REVIEW,
        CheckName.ENTRIES,
        CheckName.GRACE,
    }
)
"""What is open and told; the other checks would break the books."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: whether it holds, and the figure or the difference."""

    name: CheckName
    ok: bool
    detail: str


def checks(bulletin: Bulletin) -> Iterator[Check]:
    """Yield the checks that need nothing but the bulletin itself."""
    figures = bulletin.figures
    rows = [row for table in bulletin.points_tables for row in table.rows]
    yield _equal(CheckName.GROUPS, figures.valid, sum(figures.valid_by_group.values()))
    yield _equal(CheckName.UNITS, figures.valid, sum(row.valid for row in rows))
    done = figures.completion
    short = sum(standing.due and not standing.completed for standing in figures.standings)
    listed = sum(figure.key.startswith("counted.") for figure in _figures(bulletin, "T12"))
    rates = [figure.text for figure in _figures(bulletin, "T3") if figure.key == "rate"]
    rate_holds = all(text == percent(permille(done.completed, done.due) or 0) for text in rates)
    yield Check(
        CheckName.COMPLETION,
        rate_holds and short == listed == done.due - done.completed,
        f"{done.completed}/{done.due}",
    )
    yield _equal(CheckName.LEVELS, figures.adoption.times, sum(sum(row.times) for row in rows))
    pieces = sum(row.cents for row in bulletin.pieces) + sum(figures.events.capped.values())
    yield _equal(CheckName.PIECES, sum(row.gained for row in rows), pieces)
    yield _equal(CheckName.CORRECTIONS, *_corrected(figures))
    wrong = [row.unit for row in rows if row.base + row.gained + row.bonus + row.deducted != row.total]
    yield Check(CheckName.POINTS, not wrong, "、".join(wrong))
    broken = [sentence.code for sentence in all_sentences(bulletin) if sentence.included and sentence.broken]
    yield Check(CheckName.SENTENCES, not broken, "、".join(broken))


def _corrected(figures: MonthFigures) -> tuple[int, int]:
    """Return the corrections of the listed units as they are booked, and as T19 tells them."""
    listed = {standing.unit.id for standing in figures.standings}
    booked = sum(figures.points_of(unit).by_kind.get(Kind.CORRECTION, 0) for unit in listed)
    return booked, sum(each.difference for each in figures.events.corrected if each.unit in listed)


def _figures(bulletin: Bulletin, code: str) -> Iterator[Figure]:
    """Yield the figures of a sentence, those that an edit no longer says included."""
    for sentence in all_sentences(bulletin):
        if sentence.code == code:
            yield from (span.figure for span in sentence.spans)
            yield from sentence.broken


def all_sentences(bulletin: Bulletin) -> Iterator[Sentence]:
    """Yield every sentence of the text, switched on or off."""
    yield bulletin.opening
    for section in bulletin.sections:
        yield from section.sentences


def _equal(name: CheckName, one: int, other: int) -> Check:
    return Check(name, one == other, str(one) if one == other else f"{one} ≠ {other}")
