"""Every figure that a notice's tables name, and whether its chain says the same."""

from collections.abc import Iterator

from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.domain.tables import Amount, Cell, printed
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.ui.explain.figure_tables import FigureTables


def untrue(draft: PeriodDraft, desk: ExplainDesk) -> Iterator[tuple[str, str, str]]:
    """Yield key, cell and figure of each cell whose chain does not hold, or comes to something else."""
    period = draft.notice.period
    behind = (FigureTables.of_working(working, period) for working in draft.workings)
    for tables in (FigureTables.of_notice(draft.notice), *behind):
        for cell, opens in _figures(tables):
            chain = desk.chain(opens)
            told = isinstance(cell, int | Amount)
            if not chain.holds or (told and printed(cell) != chain.figure):
                yield opens.key, printed(cell), chain.figure


def keys_of(draft: PeriodDraft) -> set[str]:
    """The kinds of keys that the draft's annexes name: units, numbers and months left out."""
    found = [opens.key.split(".") for _, opens in _figures(FigureTables.of_notice(draft.notice))]
    return {f"{parts[0]}.{parts[-1]}" if parts[0] == "unit" else parts[0] for parts in found}


def _figures(shown: FigureTables) -> Iterator[tuple[Cell, Opens]]:
    """Yield each cell that opens, and what it opens."""
    for _, table in shown.tables:
        for row, keys in zip(table.rows, table.keys, strict=bool(table.keys)):
            yield from ((cell, shown.opens(key)) for cell, key in zip(row, keys, strict=True) if key)
