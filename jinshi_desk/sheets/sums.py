"""What a register says it adds up to, compared with what was read (§7)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jinshi_desk.domain.registers import Action, Flag, RowReading


def compare_sums(rows: Iterable[RowReading]) -> Iterator[RowReading]:
    """Yield the rows; a sum that states a count is told what was read, a part's since the part before."""
    whole = part = 0
    for row in rows:
        if row.reason in ("total", "subtotal"):
            yield _compared(row, part if row.reason == "subtotal" else whole)
            part = 0
            continue
        if row.action is not Action.SKIP:
            whole += 1
            part += 1
        yield row


def _compared(row: RowReading, read: int) -> RowReading:
    stated = next((int(flag.detail) for flag in row.flags if flag.id == "stated"), None)
    if stated is None:
        return replace(row, flags=())
    note = f"表上写{stated}条，读到{read}条"
    if stated == read:
        return replace(row, flags=(), notes=(note,))
    return replace(
        row, flags=(Flag("sum_differs", f"{stated}/{read}"),), notes=(f"{note}，差{abs(stated - read)}条",)
    )
