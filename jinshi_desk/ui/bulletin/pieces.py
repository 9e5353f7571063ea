"""Which adopted pieces a figure of the bulletin counts."""

from jinshi_desk.domain.figures import MonthFigures, Piece
from jinshi_desk.domain.outlets import Level

_NAMED = 12  # so many units the bulletin names, the others are 其余 (§6.2 T5)


def pieces_behind(key: str, figures: MonthFigures) -> tuple[Piece, ...]:
    """Return the pieces that the figure ``key`` counts."""
    match key.split("."):
        case ["times", level]:
            return tuple(piece for piece in figures.pieces if piece.level == level)
        case ["high_pieces"]:
            return tuple(piece for piece in figures.pieces if piece.level in (Level.NATIONAL, Level.PROVINCE))
        case ["adopted", part]:
            leads = _leads(part, figures)
            return tuple(piece for piece in figures.pieces if piece.lead in leads)
    return figures.pieces


def _leads(part: str, figures: MonthFigures) -> set[str]:
    """Return the units meant: those named with the same number as ``part``, or those not named."""
    counts = [(standing.unit, figures.adoption_of(standing.unit.id).drafts) for standing in figures.standings]
    ordered = sorted((each for each in counts if each[1]), key=lambda each: (-each[1], each[0].position))
    if part in ("rest", "rest_units"):
        return {unit.id for unit, _ in ordered[_NAMED:]}
    number = {unit.id: count for unit, count in ordered}.get(part)
    return {unit.id for unit, count in ordered[:_NAMED] if count == number}
