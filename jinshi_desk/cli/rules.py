"""``rules``: the versions there are, what a file would change, and the taking in of another."""

import argparse
from pathlib import Path

from jinshi_desk.cli.tables import table
from jinshi_desk.domain.months import Month
from jinshi_desk.services.rule_sets import RulesDesk
from jinshi_desk.store.database import Store


def run(store: Store, asked: argparse.Namespace, today: Month) -> int:
    """List the versions, or compare a file with the one it would follow, or take it in."""
    desk = RulesDesk(store)
    if asked.file is None:
        if asked.diff:
            asked.misuse("--diff 要写明规则文件")
        _list(desk, today)
    elif asked.diff:
        _compare(desk, asked.file)
    else:
        added = desk.add(asked.file)
        print(f"《{added.title}》自{added.effective_from.label}起执行")
    return 0


def _list(desk: RulesDesk, today: Month) -> None:
    book = desk.book()
    current = book.find(today)
    rows = (
        (
            each.id,
            each.effective_from.label,
            each.title,
            each.doc_no or "—",
            "现行" if each is current else "",
        )
        for each in book.versions
    )
    print(table(("版本", "生效月份", "名称", "文号", ""), rows))


def _compare(desk: RulesDesk, file: Path) -> None:
    before, changes = desk.compare(file)
    if not changes:
        print(f"与 {before} 一样")
        return
    print(f"与 {before} 相比，有 {len(changes)} 处不同")
    print(table(("项目", "原来", "改成"), ((each.key, each.before, each.after) for each in changes)))
