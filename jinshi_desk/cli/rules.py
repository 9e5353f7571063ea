"""``rules``: the versions there are, a file compared or taken in, one printed, one withdrawn."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from jinshi_desk.clause_words import full_word, names_in, value_word
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rules import parsed
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.rule_annex import RuleAnnexDesk
from jinshi_desk.services.rule_sets import RulesDesk
from jinshi_desk.services.rule_versions import RuleVersionDesk
from jinshi_desk.store.database import Store


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """List the versions, print or withdraw one, compare a file with them, or take it in."""
    desk = RulesDesk(store)
    _refuse_misuse(asked)
    if asked.prints:
        _print(RuleAnnexDesk(store, office_press(store.file), lambda: today), desk, asked, today)
    elif asked.withdraw:
        _withdraw(RuleVersionDesk(store, Undo(store)), desk, asked)
    elif asked.file is None:
        _list(RuleVersionDesk(store, Undo(store)), Month.of(today))
    elif asked.diff:
        _compare(desk, asked.file, {unit.id: unit.name for unit in store.units.all()})
    else:
        added = desk.add(asked.file)
        print(f"《{added.title}》自{added.effective_from.label}起执行")
    return 0


def _refuse_misuse(asked: argparse.Namespace) -> None:
    if asked.diff and asked.file is None:
        asked.misuse("--diff 要写明规则文件")
    if asked.prints and asked.out is None:
        asked.misuse("--print 要用 --out 写明文件夹")
    if asked.withdraw and asked.file is not None:
        asked.misuse("--withdraw 后面写版本编号，不写规则文件")
    if not asked.prints and (asked.out or asked.month):
        asked.misuse("--out、--month 要和 --print 一起用")
    if asked.file is not None and asked.month:
        asked.misuse("规则文件和 --month 只写一样")


def _print(annexes: RuleAnnexDesk, desk: RulesDesk, asked: argparse.Namespace, today: date) -> None:
    if asked.file is not None:
        paper = annexes.of_text(desk.read(asked.file))
    else:
        paper = annexes.of_month(Month.parse(asked.month) if asked.month else Month.of(today))
    for path in annexes.files.save(paper, asked.out, asked.format):
        print(path)


def _withdraw(versions: RuleVersionDesk, desk: RulesDesk, asked: argparse.Namespace) -> None:
    gone = versions.withdraw(asked.withdraw, asked.reason)
    since, now = gone.effective_from, desk.book().find(gone.effective_from)
    follows = f"自{since.label}起照旧执行《{now.title}》（{now.id}）" if now else f"{since.label}起没有规则"
    print(f"已撤回《{gone.title}》（{gone.id}），{follows}")


def _list(desk: RuleVersionDesk, today: Month) -> None:
    rows = (
        (
            each.rules.id,
            each.rules.effective_from.label,
            each.rules.title,
            each.rules.doc_no or "—",
            f"{len(each.changes)} 处" if each.follows else "—",
            each.by,
            "现行" if each.in_force else "",
        )
        for each in desk.versions(today)
    )
    print(table(("版本", "生效月份", "名称", "文号", "改动", "经办", ""), rows))


def _compare(desk: RulesDesk, file: Path, units: Mapping[str, str]) -> None:
    before, changes = desk.compare(file)
    if not changes:
        print(f"与 {before} 一样")
        return
    print(f"与 {before} 相比，有 {len(changes)} 处不同")
    names = names_in(parsed(desk.text(before)), parsed(desk.read(file)))
    rows = (
        (
            full_word(each.key, names),
            value_word(each.key, each.before, units),
            value_word(each.key, each.after, units),
            each.key,
        )
        for each in changes
    )
    print(table(("条款", "原来", "改成", "项目"), rows))
