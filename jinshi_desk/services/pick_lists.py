"""Good drafts as a list, none taken back: as records for scripts and as rows for a sheet."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jinshi_desk import wording
from jinshi_desk.domain.draft_kinds import Category
from jinshi_desk.domain.months import Month
from jinshi_desk.services.quality_pick import PickedDraft, followed
from jinshi_desk.sheets.columns import Cell
from jinshi_desk.store.database import Store

Record = dict[str, Any]
Wanted = tuple[Month | None, str | None]
"""The month and the unit that are asked for, none for all."""


def pick_records(store: Store, wanted: Wanted) -> Iterator[Record]:
    """Yield the good drafts of a month, of a unit that is named on them."""
    month, unit = wanted
    for pick in store.quality_picks.all(None if month is None else [month]):
        picked = followed(store, pick)
        if picked.stands and (unit is None or unit in picked.draft.units):
            yield pick_json(picked)


def pick_json(picked: PickedDraft) -> Record:
    """Return a good draft as scripts read it; its text stays in the file."""
    pick, draft = picked.event, picked.draft
    return {
        "id": pick.id,
        "month": str(pick.month),
        "draft": draft.number,
        "title": draft.title,
        "unit": draft.lead,
        "units": list(draft.units),
        "authors": [author.name for author in draft.authors],
        "category": draft.category.value,
        "outlet": picked.outlet.name if picked.outlet else None,
        "level": picked.outlet.level.value if picked.outlet else None,
        "adopted_on": picked.adoption.adopted_on.isoformat() if picked.adoption else None,
        "reason": pick.reason,
        "picked_by": pick.picked_by,
        "picked_on": pick.picked_on.isoformat(),
        "uploaded_on": pick.uploaded_on.isoformat() if pick.uploaded_on else None,
    }


def pick_rows(store: Store, wanted: Wanted, units: Mapping[str, str]) -> Iterator[Sequence[Cell]]:
    """Yield the rows in the columns of the export; ``units`` are names by id."""
    for record in pick_records(store, wanted):
        yield pick_row(record, units)


def pick_row(record: Record, units: Mapping[str, str]) -> Sequence[Cell]:
    """Return one good draft in the columns of the export."""
    about = (Month.parse(record["month"]), record["draft"], record["title"])
    names = "、".join(units[unit] for unit in record["units"]), "、".join(record["authors"])
    ran = wording.CATEGORY[Category(record["category"])], record["outlet"], _day(record, "adopted_on")
    said = record["reason"], record["picked_by"], _day(record, "picked_on"), _day(record, "uploaded_on")
    return (*about, *names, *ran, *said)


def _day(record: Record, key: str) -> date | None:
    return date.fromisoformat(record[key]) if record[key] else None
