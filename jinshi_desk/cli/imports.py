"""``import``: sheets into the register, undecided rows back to the sender."""

import argparse
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from jinshi_desk.cli.json_document import print_json
from jinshi_desk.domain.errors import CannotRead
from jinshi_desk.domain.registers import Action
from jinshi_desk.safe_files import cause
from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.importing import BatchAnswers, ImportDesk, OpenSheet
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.sheet_words import LEDGER, added_phrase, in_words
from jinshi_desk.sheets.decisions import Decisions, parse_decisions
from jinshi_desk.sheets.shapes import reading_json
from jinshi_desk.store.database import Store


def run(store: Store, asked: argparse.Namespace) -> int:
    """Read every file, then bring all of them in or none."""
    undo = Undo(store)
    register = RegisterDesk(store, date.today, undo)
    desk = ImportDesk(store, register, AdoptionDesk(store, date.today, undo), date.today)
    decisions = _decisions(asked.decisions)
    answers = BatchAnswers(forms_on_file=asked.forms == "all", verified=not asked.claimed)
    opened = [desk.open(file, decisions) for file in asked.files]
    if asked.dry_run:
        done = [(sheet, reading_json(sheet.reading)) for sheet in opened]
    else:
        with ExitStack() as unless_all:
            with store.together():
                done = [_bring_in(desk, sheet, decisions, answers, unless_all) for sheet in opened]
            unless_all.pop_all()
    if asked.json:
        print_json([record for _, record in done])
    else:
        for sheet, record in done:
            _print(sheet, record)
    return 0


def _bring_in(
    desk: ImportDesk, sheet: OpenSheet, decisions: Decisions, answers: BatchAnswers, unless_all: ExitStack
) -> tuple[OpenSheet, dict[str, Any]]:
    """Bring a file in and write what stays undecided; ``unless_all`` are, takes that away again."""
    fresh = desk.decide(sheet, decisions)  # a file before this one may have brought the same drafts
    brought = desk.bring_in(fresh, answers)
    record = reading_json(fresh.reading) | {"batch": brought.batch, "numbers": list(brought.numbers)}
    record["facts"] = dict(brought.facts)
    if fresh.reading.counts.asked:
        back = _undecided(sheet.path)
        if not back.exists():
            unless_all.callback(back.unlink, missing_ok=True)
        desk.write_undecided(fresh, back)
        record["undecided_file"] = str(back)
    return fresh, record


def _decisions(file: Path | None) -> Decisions:
    if file is None:
        return Decisions()
    try:
        return parse_decisions(file.read_text(encoding="utf-8-sig"), file.name)
    except OSError as error:
        raise CannotRead(file.name, cause(error)) from error


def _undecided(file: Path) -> Path:
    return file.with_name(f"{file.name}.待定.xlsx")


def _print(sheet: OpenSheet, record: dict[str, Any]) -> None:
    reading, counts = sheet.reading, record["counts"]
    print(
        f"{reading.file}：读到 {counts['read']} 行，"
        f"可导入 {counts['import']}，跳过 {counts['skip']}，待定 {counts['ask']}"
    )
    for row in in_words(reading).rows:
        if row.action is Action.ASK:
            print(f"  待定 {row.sheet} 第 {row.row} 行：{'；'.join(map(str, row.flags))}")
    for added in map(added_phrase, sheet.added):
        print(f"  {added}")
    if sheet.unused:
        print(f"  没有用到的列：{'、'.join(sheet.unused)}")
    if "batch" in record:
        others = (f"{LEDGER[ledger]} {count} 条" for ledger, count in record["facts"].items())
        brought = "，".join([f"{len(record['numbers'])} 篇", *others])
        print(f"  已登记 {brought}（第 {record['batch']} 批）")
    if "undecided_file" in record:
        print(f"  待定的行存到 {record['undecided_file']}")
