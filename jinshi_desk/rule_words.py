"""The Chinese names that 模拟重算 is written with, on the screen, on the command line and in the workbook."""

from collections.abc import Iterable

from jinshi_desk.domain.rehearsal import Cause, Moved, Rehearsal
from jinshi_desk.domain.rules import RuleSet
from jinshi_desk.domain.written_points import signed
from jinshi_desk.wording import DEDUCTION, clause_phrase

NOT_RANKED = "—"


def rank_word(rank: int | None) -> str:
    """Write a rank; a dash for a unit that has none."""
    return NOT_RANKED if rank is None else str(rank)


def movement(row: Moved) -> str:
    """Write how many places a unit rises or falls: ``↑2``, ``↓1``; a dash where it stays or has no rank."""
    if row.climbed == 0:
        return NOT_RANKED
    return f"↑{row.climbed}" if row.climbed > 0 else f"↓{-row.climbed}"


def award_word(row: Moved) -> str:
    """Say whether a unit comes within the places of the awards or out of them; nothing where neither."""
    if row.rewarded_now == row.rewarded_then:
        return ""
    return "进评优名次" if row.rewarded_then else "出评优名次"


def cause_word(cause: Cause, versions: Iterable[RuleSet]) -> str:
    """Say which clause it is; the ``versions`` name the types of deduction, the last one first."""
    names = dict(DEDUCTION)
    for version in versions:
        names |= {kind: rule.name for kind, rule in version.deductions.items()}
    return clause_phrase(cause.clause, names)


def causes_word(causes: Iterable[Cause], versions: Iterable[RuleSet], most: int) -> str:
    """Write the greatest differences with their clauses: ``动态信息·本级 +11；迟报 −1``."""
    known, shown = tuple(versions), tuple(causes)
    said = [f"{cause_word(cause, known)} {signed(cause.change)}" for cause in shown[:most]]
    return "；".join([*said, f"另有 {len(shown) - most} 项"] if len(shown) > most else said)


def period_word(rehearsal: Rehearsal) -> str:
    """Write the months that were worked out again: ``2022年1—12月``."""
    first, last = rehearsal.months[0], rehearsal.months[-1]
    months = str(first.month) if first == last else f"{first.month}—{last.month}"
    return f"{first.year}年{months}月"


def summary(rehearsal: Rehearsal) -> str:
    """Say in a sentence who would move: ``9 家上升，8 家下降，49 家名次不变；2 家进出评优名次``."""
    rise, fall = len(rehearsal.risers), len(rehearsal.fallers)
    stay = len(rehearsal.rows) - rise - fall
    said = f"{rise} 家上升，{fall} 家下降，{stay} 家名次不变"
    otherwise = len(rehearsal.rewarded_otherwise)
    return f"{said}；{otherwise} 家进出评优名次" if otherwise else said
