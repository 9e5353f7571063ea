"""A chain as a table: the same words in the window, on a terminal, on the clipboard and in a workbook."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from jinshi_desk import chain_words
from jinshi_desk.domain.points import plain, signed
from jinshi_desk.domain.tables import Cell, Column, Table, day, points
from jinshi_desk.services.chains import PIECES, POINTS, TIMES, Chain, Contribution, booked, worked


class Part(StrEnum):
    """What is told of a line, in the order of the columns."""

    MONTH = "month"
    UNIT = "unit"
    WHAT = "what"
    NUMBER = "number"
    TITLE = "title"
    DAY = "day"
    WHERE = "where"
    LEVEL = "level"
    WHY = "why"
    WORKED = "worked"
    BOOKED = "booked"
    AMOUNT = "amount"


_WIDTH: Mapping[Part, float] = {
    Part.MONTH: 12,
    Part.UNIT: 20,
    Part.WHAT: 12,
    Part.NUMBER: 12,
    Part.TITLE: 48,
    Part.DAY: 12,
    Part.WHERE: 30,
    Part.LEVEL: 8,
    Part.WHY: 30,
    Part.WORKED: 36,
    Part.BOOKED: 32,
    Part.AMOUNT: 10,
}
"""Characters in a workbook."""
_SAID: Mapping[Part, Callable[[Contribution], str]] = {
    Part.MONTH: lambda line: line.month.label if line.month else "",
    Part.UNIT: lambda line: line.unit,
    Part.WHAT: lambda line: line.what,
    Part.NUMBER: lambda line: line.draft_no,
    Part.TITLE: lambda line: line.title,
    Part.DAY: lambda line: line.day.isoformat() if line.day else "",
    Part.WHERE: lambda line: line.where,
    Part.LEVEL: lambda line: line.level,
    Part.WHY: lambda line: line.why,
    Part.WORKED: lambda line: worked(line.explained) if line.explained else "",
    Part.BOOKED: lambda line: booked(line.explained) if line.explained else "",
}


def said(part: Part, line: Contribution, chain: Chain) -> str:
    """Return in words what a line tells; its amount with a sign where points are counted."""
    if part is Part.AMOUNT:
        return signed(line.amount) if chain.measure == POINTS else str(line.amount)
    return _SAID[part](line)


def parts(chain: Chain) -> tuple[Part, ...]:
    """Return the columns in which any line has something to tell."""
    return tuple(part for part in Part if any(said(part, line, chain) for line in chain.lines))


def head(part: Part, chain: Chain) -> str:
    """Return the head of a column, in the words of what the lines are: entries, adoptions, drafts."""
    booked = any(line.explained for line in chain.lines)
    if part is Part.WHERE and not booked:
        return chain_words.OUTLET if chain.measure in (PIECES, TIMES) else chain_words.SAID
    if part is Part.WHY and not booked:
        return chain_words.CATEGORY
    if part is Part.AMOUNT and chain.measure == POINTS:
        return chain_words.POINTS
    return chain_words.HEADS[part]


def heads(chain: Chain) -> tuple[str, ...]:
    """Return the heads of ``parts``."""
    return tuple(head(part, chain) for part in parts(chain))


def rows(chain: Chain) -> tuple[tuple[str, ...], ...]:
    """Return the lines, a cell for each of ``parts``."""
    told = parts(chain)
    return tuple(tuple(said(part, line, chain) for part in told) for line in chain.lines)


def amount(number: int, chain: Chain) -> str:
    """Write a number of what the chain counts: ``10 分``, ``51 条``."""
    return f"{plain(number) if chain.measure == POINTS else number} {chain.measure}"


def sum_words(chain: Chain) -> str:
    """Write what the lines add up to, and how the figure comes from it."""
    total = f"{len(chain.lines)} 行，合计 {amount(chain.sum, chain)}"
    return f"{total}；{chain.working}" if chain.working else total


def mismatch(chain: Chain) -> str:
    """Say that the lines do not add up to the figure; nothing where they do."""
    if chain.holds:
        return ""
    return f"明细合计 {amount(chain.sum, chain)}，与数字 {amount(chain.expected, chain)} 不符"


def foot(chain: Chain) -> tuple[str, ...]:
    """Return what stands below the lines: their sum, the rule sets in force, and what does not add up."""
    rules = dict.fromkeys(line.explained.rules for line in chain.lines if line.explained)
    said = f"规则：{'；'.join(filter(None, rules))}" if any(rules) else ""
    return tuple(filter(None, (sum_words(chain), said, mismatch(chain))))


def tabbed(chain: Chain) -> str:
    """Write the chain for the clipboard: it pastes into a sheet and reads well in a message."""
    first = "\t".join(heads(chain))
    lines = ("\t".join(row) for row in rows(chain))
    return "\n".join((f"{chain.title}：{chain.figure}", first, *lines, *foot(chain)))


def save(chain: Chain, path: Path) -> None:
    """Write the chain as a workbook, amounts as numbers, the sum below them.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    from jinshi_desk.sheets.chains import write

    told = parts(chain)
    columns = tuple(Column(_WIDTH[part], head(part, chain)) for part in told)
    lines = tuple(tuple(_cell(part, line, chain) for part in told) for line in chain.lines)
    total: tuple[Cell, ...] = ("合计", *(("",) * (len(told) - 2)), _amount(chain.sum, chain)) if told else ()
    write(
        f"{chain.title}：{chain.figure}", Table("这分怎么来的", columns, (*lines, total)), foot(chain), path
    )


def _cell(part: Part, line: Contribution, chain: Chain) -> Cell:
    if part is Part.AMOUNT:
        return _amount(line.amount, chain)
    if part is Part.DAY and line.day:
        return day(line.day)
    return said(part, line, chain)


def _amount(number: int, chain: Chain) -> Cell:
    return points(number) if chain.measure == POINTS else number
