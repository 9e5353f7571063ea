"""What each command does: open the data file, ask a desk, print the answer."""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from jinshi_desk import paths, wording
from jinshi_desk.cli.days import read_day
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.composition import state_phrase
from jinshi_desk.domain.figures import MonthFigures, percent
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services import shapes
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.lists import ListDesk, Scope
from jinshi_desk.services.office import create_office, find_unit
from jinshi_desk.services.opening import open_office
from jinshi_desk.store.database import Store

Asked = argparse.Namespace


def init(asked: Asked) -> int:
    """Create the data file."""
    file = asked.data or paths.default_data_file()
    create_office(file).close()
    print(f"已建立数据文件 {file}")
    return 0


def verify(asked: Asked) -> int:
    """Check the data file; exit 1 where something is wrong."""
    from jinshi_desk.cli.verifying import run

    with _office(asked) as store:
        return run(store, asked)


def log(asked: Asked) -> int:
    """Register draft files."""
    from jinshi_desk.cli.draft_files import run

    received_on = read_day(asked.received_on) if asked.received_on else _today()
    with _office(asked) as store:
        return run(store, asked, received_on)


def list_(asked: Asked) -> int:
    """Print a ledger."""
    with _office(asked) as store:
        records = list(ListDesk(store).records(asked.kind, _scope(store, asked)))
        if asked.json:
            print_json(records)
        elif records:
            from jinshi_desk.cli.list_tables import list_table

            print(list_table(store, asked.kind, records))
        else:
            print("没有记录")
    return 0


def figures(asked: Asked) -> int:
    """Print all the month's numbers."""
    found = _figures(asked)
    if asked.json:
        print_json(shapes.figures_json(found))
        return 0
    done, adoption = found.completion, found.adoption
    rate = percent(done.rate) if done.rate is not None else "—"
    print(f"{found.month.label}：报送 {found.received} 条，有效 {found.valid} 条")
    print(f"应报送 {done.due} 家，免考核 {done.exempt} 家，完成 {done.completed} 家，完成率 {rate}")
    print(f"采用 {adoption.drafts} 篇、{adoption.times} 篇次")
    _print_points(found)
    return 0


def quota(asked: Asked) -> int:
    """Print who completed the month's duty and who owes."""
    found = _figures(asked)
    if asked.json:
        print_json(shapes.quota_json(found))
        return 0
    rows = (
        (s.unit.name, s.quota, s.count.received, s.count.valid, state_phrase(s, wording.STATE))
        for s in found.standings
    )
    print(table(("单位", "任务", "报送", "有效", "完成情况"), rows))
    return 0


def points(asked: Asked) -> int:
    """Print the month's points, or every entry behind one unit's."""
    if asked.explain is not None:
        return _explain(asked)
    found = _figures(asked)
    if asked.json:
        print_json(shapes.points_json(found))
    else:
        _print_points(found)
    return 0


def bulletin(asked: Asked) -> int:
    """Write the month's bulletin."""
    month = Month.parse(asked.month)
    with _office(asked) as store:
        desk = BulletinDesk(store, office_press(store.file))
        draft = desk.draft(month)
        written = desk.files.save(draft.notice, asked.out, asked.format)
    for path in written:
        print(path)
    if fault := desk.files.template_fault(draft.notice):
        print(error_sentence(fault), file=sys.stderr)
    return 0


def templates(asked: Asked) -> int:
    """Copy the shipped templates out."""
    from jinshi_desk.cli.templates import run

    with _office(asked) as store:
        return run(store)


def unit_sheet(asked: Asked) -> int:
    """Write a month for its units to check."""
    from jinshi_desk.cli.unit_sheets import run

    with _office(asked) as store:
        return run(store, asked, _today())


def objection(asked: Asked) -> int:
    """Take in an objection, or rule on one."""
    from jinshi_desk.cli.objections import run

    with _office(asked) as store:
        return run(store, asked, _said_day(asked))


def problem(asked: Asked) -> int:
    """Keep 问题建议."""
    from jinshi_desk.cli import works

    with _office(asked) as store:
        return works.problem(store, asked, _said_day(asked))


def lead(asked: Asked) -> int:
    """Keep 线索."""
    from jinshi_desk.cli import works

    with _office(asked) as store:
        return works.lead(store, asked, _said_day(asked))


def task(asked: Asked) -> int:
    """Keep 任务到人."""
    from jinshi_desk.cli import works

    with _office(asked) as store:
        return works.task(store, asked, _said_day(asked))


def meeting(asked: Asked) -> int:
    """Take in what a meeting told and resolved, or follow it up."""
    from jinshi_desk.cli.meetings import run

    with _office(asked) as store:
        return run(store, asked, _today())


def trends(asked: Asked) -> int:
    """Show a year beside the last."""
    from jinshi_desk.cli.trends import run

    with _office(asked) as store:
        return run(store, asked, _today())


def quarter(asked: Asked) -> int:
    """Show a quarter's review, save it, sign it out."""
    from jinshi_desk.cli.quarters import run

    with _office(asked) as store:
        return run(store, asked, _today())


def year(asked: Asked) -> int:
    """Show a year."""
    from jinshi_desk.cli.years import run

    with _office(asked) as store:
        return run(store, asked, _today())


def award(asked: Asked) -> int:
    """Say something of the year's names."""
    from jinshi_desk.cli.awards import run

    with _office(asked) as store:
        return run(store, asked, _today())


def explain(asked: Asked) -> int:
    """Show what adds up to a figure."""
    from jinshi_desk.cli.explain import run

    with _office(asked) as store:
        return run(store, asked, _today())


def close(asked: Asked) -> int:
    """Close a month."""
    from jinshi_desk.cli.closing import run

    with _office(asked) as store:
        return run(store, asked)


def issue(asked: Asked) -> int:
    """Sign a closed month's bulletin out."""
    from jinshi_desk.cli.issuing import issue as run

    with _office(asked) as store:
        return run(store, asked, _today())


def reopen(asked: Asked) -> int:
    """Open the last closed month again."""
    from jinshi_desk.cli.issuing import reopen as run

    with _office(asked) as store:
        return run(store, asked, _today())


def remind(asked: Asked) -> int:
    """Write what urges the units that owe."""
    from jinshi_desk.cli.reminders import run

    with _office(asked) as store:
        return run(store, asked, _today(), _said_day(asked))


def rules(asked: Asked) -> int:
    """List the versions of the rules, print one, compare a file with them, or take it in."""
    from jinshi_desk.cli.rules import run

    with _office(asked) as store:
        return run(store, asked, _today())


def rehearse(asked: Asked) -> int:
    """Work months out again under other rules, changing nothing."""
    from jinshi_desk.cli.rehearsals import run

    with _office(asked) as store:
        return run(store, asked, _today())


def import_(asked: Asked) -> int:
    """Register the rows of sheets; with --dry-run only tell what would be."""
    from jinshi_desk.cli.imports import run

    with _office(asked) as store:
        return run(store, asked)


def unit(asked: Asked) -> int:
    """Change the list of units."""
    from jinshi_desk.cli.units import run

    with _office(asked) as store:
        return run(store, asked)


def person(asked: Asked) -> int:
    """Change the roster."""
    from jinshi_desk.cli.people import run

    with _office(asked) as store:
        return run(store, asked)


def return_(asked: Asked) -> int:
    """Send drafts back for revision."""
    from jinshi_desk.cli import versions

    with _office(asked) as store:
        return versions.send_back(store, asked, _today(), _said_day(asked))


def resubmit(asked: Asked) -> int:
    """Take a returned draft in again."""
    from jinshi_desk.cli import versions

    with _office(asked) as store:
        return versions.resubmit(store, asked, _today(), _said_day(asked))


def versions(asked: Asked) -> int:
    """Print the versions of a draft, or compare two."""
    from jinshi_desk.cli import versions as command

    with _office(asked) as store:
        return command.versions(store, asked, _today())


def remark(asked: Asked) -> int:
    """Keep a remark on a draft."""
    from jinshi_desk.cli import versions

    with _office(asked) as store:
        return versions.remark(store, asked, _today())


def pick(asked: Asked) -> int:
    """Pick a draft as good, or take that back."""
    from jinshi_desk.cli import picks

    with _office(asked) as store:
        return picks.pick(store, asked, _today())


def picks(asked: Asked) -> int:
    """Print the good drafts of a month."""
    from jinshi_desk.cli import picks as command

    with _office(asked) as store:
        return command.picks(store, asked)


def tag(asked: Asked) -> int:
    """Say what a draft is about."""
    from jinshi_desk.cli import picks

    with _office(asked) as store:
        return picks.tag(store, asked)


def holidays(asked: Asked) -> int:
    """Print or write the table of days off and make-up working days."""
    from jinshi_desk.cli.holidays import run

    with _office(asked) as store:
        return run(store, asked)


def approval(asked: Asked) -> int:
    """Print approval forms, record what was signed on them."""
    from jinshi_desk.cli.approvals import run

    with _office(asked) as store:
        return run(store, asked)


def export(asked: Asked) -> int:
    """Write a ledger as a workbook."""
    from jinshi_desk.services.exporting import ExportDesk

    with _office(asked) as store:
        desk, scope = ExportDesk(store), _scope(store, asked)
        if asked.kind == "all":
            number = desk.export_office(asked.out)
        else:
            number = desk.export(asked.kind, scope, asked.out)
    print(f"已存 {number} 行到 {asked.out}")
    return 0


def demo(asked: Asked) -> int:
    """Make the sample year with June's bulletin and two forms; with --screens a picture of every tab."""
    from jinshi_desk.services.sample_year import create_sample_year

    file = asked.out / "示例.jinshi"
    store = open_office(file) if file.exists() else create_sample_year(file)
    try:
        desk = BulletinDesk(store, office_press(store.file))
        written = [
            *desk.files.save(desk.draft(Month(2022, 6)).notice, asked.out),
            *_sample_forms(store, asked.out),
        ]
    finally:
        store.close()
    for path in (file, *written):
        print(path)
    if not asked.screens:
        return 0
    sys.stdout.flush()
    window = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "jinshi_desk"]
    unseen = os.environ if sys.platform == "win32" else {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    words = ["--data", str(file), "--screens", str(asked.out)]
    shown = subprocess.run([*window, *words], check=False, env=unseen)
    return shown.returncode


def _sample_forms(store: Store, folder: Path) -> list[Path]:
    """Write one filled form of June and a blank one."""
    from jinshi_desk.domain.approvals import FormKind
    from jinshi_desk.services.approval import ApprovalDesk
    from jinshi_desk.services.form_printing import FormPrinting

    number = ApprovalDesk(store, date.today, Undo(store)).start(store.drafts.all_numbers(Month(2022, 6))[0])
    printing = FormPrinting(store, office_press(store.file), date.today)
    filled, blank = folder / f"审批表-{number}.pdf", folder / "空白审批表.pdf"
    printing.save([number], filled)
    printing.save_blank(FormKind.A, 1, blank)
    return [filled, blank]


@contextmanager
def _office(asked: Asked) -> Iterator[Store]:
    store = open_office(asked.data or paths.default_data_file())
    try:
        yield store
    finally:
        store.close()


def _scope(store: Store, asked: Asked) -> Scope:
    month = Month.parse(asked.month) if asked.month else None
    return Scope(month, find_unit(store, asked.unit).id if asked.unit else None)


def _figures(asked: Asked) -> MonthFigures:
    month = Month.parse(asked.month)
    with _office(asked) as store:
        return BulletinDesk(store, office_press(store.file)).figures(month)


def _explain(asked: Asked) -> int:
    from jinshi_desk.cli.explain import print_chain
    from jinshi_desk.services.explain import ExplainDesk

    with _office(asked) as store:
        chain = ExplainDesk(store).unit(find_unit(store, asked.explain), [Month.parse(asked.month)])
    print_chain(chain, as_json=asked.json)
    return 0


def _print_points(found: MonthFigures) -> None:
    rows = []
    for standing in found.standings:
        unit, earned = standing.unit, found.points_of(standing.unit.id)
        amounts = (earned.base, earned.gained, earned.bonus, earned.deducted, earned.total, earned.cumulative)
        rank = found.rank_month[unit.group][unit.id]
        rows.append((wording.GROUP[unit.group], unit.name, *map(plain, amounts), rank))
    print(table(("组别", "单位", "基础", "采用", "加分", "扣分", "本月", "累计", "名次"), rows))


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the desk's day


def _said_day(asked: Asked) -> date:
    """Return the day that was said, else today."""
    return read_day(asked.on) if asked.on else _today()
