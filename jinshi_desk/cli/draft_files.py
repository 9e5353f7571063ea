"""``log``: draft files into the register as 收稿."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.errors import FileNotFileable, NotFileable
from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.domain.problems import Problem
from jinshi_desk.intake.drafts import DraftProposal, as_json, read_draft
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.office import find_unit
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.store.database import Store

Read = tuple[Path, DraftProposal]


def run(store: Store, asked: argparse.Namespace, received_on: date) -> int:
    """Register the files, all of them or none; with --dry-run only tell what was read."""
    names = UnitNames(store.units.all())
    unit = find_unit(store, asked.unit).id if asked.unit else None
    files = [(file, read_draft(file, names, received_on)) for file in asked.files]
    numbers = [] if asked.dry_run else _registered(store, files, unit)
    records: list[dict[str, Any]] = []
    for place, (file, proposal) in enumerate(files):
        record = as_json(proposal, file)
        if unit and not proposal.unit:
            record["unit"] = unit
        if numbers:
            record["number"] = numbers[place]
        records.append(record)
    if asked.json:
        print_json(records)
    else:
        keys = ("number", "unit", "title", "authors", "word_count")
        rows = (tuple(record.get(key) for key in keys) for record in records)
        print(table(("编号", "单位", "标题", "作者", "字数"), rows))
    return 0


def _registered(store: Store, files: Sequence[Read], unit: str | None) -> list[str]:
    """Register every file and return the numbers given.

    Raises:
        FileNotFileable: one of them lacks something, so none was registered.
    """
    desk = RegisterDesk(store, date.today, Undo(store))
    given: dict[str, Path] = {}
    with store.together():
        for file, proposal in files:
            try:
                given[desk.log(proposal.as_draft(unit))] = file
            except NotFileable as error:
                raise FileNotFileable(file.name, tuple(_by_file(error.problems, given))) from None
    return list(given)


def _by_file(problems: Iterable[Problem], given: dict[str, Path]) -> Iterable[Problem]:
    """Name drafts of this very call by their files: their numbers go with them."""
    for problem in problems:
        twin = given.get(problem.detail)
        yield replace(problem, detail=twin.name) if twin else problem
