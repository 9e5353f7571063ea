"""``return``, ``resubmit``, ``versions`` and ``remark``: a draft goes back, comes again, and is compared."""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.comparing import Comparison, Fold, Row, folded
from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.domain.returns import Return
from jinshi_desk.domain.versions import Content, NewRemark, Version, content_of
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.returns import ReturnDesk
from jinshi_desk.services.shapes import comparison_json, version_json
from jinshi_desk.services.versions import VersionDesk
from jinshi_desk.store.database import Store

Asked = argparse.Namespace


def send_back(store: Store, asked: Asked, today: date, on: date) -> int:
    """Return drafts for revision and print what the chat group is told."""
    returned = Return.of(on, tuple(asked.reason), asked.remark)
    text = ReturnDesk(store, lambda: today, Undo(store)).send_back(asked.numbers, returned)
    if asked.json:
        print_json({"returned": asked.numbers, "text": text})
    else:
        print(text)
    return 0


def resubmit(store: Store, asked: Asked, today: date, back_on: date) -> int:
    """Take a returned draft in again, from a file where one is named."""
    desk = VersionDesk(store, lambda: today, Undo(store))
    content = _read(store, asked.file, back_on) if asked.file else None
    receipt = desk.resubmit(asked.number, back_on, content)
    version = desk.versions(asked.number)[-1].number
    if asked.json:
        record = {
            "number": asked.number,
            "version": version,
            "received_on": receipt.received_on.isoformat(),
            "quota_month": str(receipt.quota_month),
            "deadline": receipt.deadline.isoformat(),
            "in_time": receipt.in_time,
        }
        print_json(record)
        return 0
    why = "在三个工作日内" if receipt.in_time else f"三个工作日到 {receipt.deadline} 为止，已过"
    counted = f"收稿日期 {receipt.received_on}，计入{receipt.quota_month.label}"
    print(f"{asked.number} 已收第 {version} 稿：{why}，{counted}")
    return 0


def versions(store: Store, asked: Asked, today: date) -> int:
    """Print the versions of a draft, or two of them compared."""
    desk = VersionDesk(store, lambda: today, Undo(store))
    if asked.compare:
        old, new = asked.compare
        found = desk.compare(asked.number, old, new)
        if asked.json:
            print_json(comparison_json(found))
        else:
            print("\n".join(_compared(found, old, new)))
        return 0
    listed = desk.versions(asked.number)
    if asked.json:
        print_json([version_json(each) for each in listed])
    else:
        print(table(("稿次", "收到", "标题", "字数", "退回", "原因", "意见"), map(_line, listed)))
    return 0


def remark(store: Store, asked: Asked, today: date) -> int:
    """Keep a remark on the present version of a draft."""
    desk = VersionDesk(store, lambda: today, Undo(store))
    desk.remark(asked.number, NewRemark(asked.text, asked.by))
    print(f"已记在 {asked.number} 第 {desk.versions(asked.number)[-1].number} 稿")
    return 0


def _read(store: Store, file: Path, back_on: date) -> Content:
    from jinshi_desk.intake.drafts import read_draft

    return content_of(read_draft(file, UnitNames(store.units.all()), back_on).as_draft())


def _line(version: Version) -> tuple[object, ...]:
    said, returned = version.content, version.returned
    back = (returned.on, returned.said) if returned else (None, None)
    remarks = "；".join(f"{each.said_by}：{each.said}" for each in version.remarks) or None
    return (f"第{version.number}稿", version.came_on, said.title, said.word_count, *back, remarks)


def _compared(found: Comparison, old: int, new: int) -> Iterator[str]:
    """Yield a comparison line by line: ``[-…-]`` went, ``{+…+}`` came, what stayed is folded."""
    if found.is_same:
        yield f"第{old}稿与第{new}稿相同"
        return
    yield f"第{old}稿 → 第{new}稿　[-删去-] {{+新增+}}"
    for name, row in (("标题", found.title), ("作者", found.authors), ("图片附件", found.attachments)):
        if not row.is_same:
            yield f"{name}：{_in_one(row)}"
    for part in folded(found.body):
        if isinstance(part, Fold):
            yield f"　……（{len(part.rows)} 句未改，{part.length} 字）……"
        else:
            yield f"{'　' if part.is_same else '＊'}{_in_one(part)}"


def _in_one(row: Row) -> str:
    """Return both sides in one line, what went before what came; what stayed stands once."""
    old, new, said = list(row.old), list(row.new), []
    while old or new:
        if old and old[0].changed:
            said.append(f"[-{old.pop(0).text}-]")
        elif new and new[0].changed:
            said.append(f"{{+{new.pop(0).text}+}}")
        else:
            old.pop(0)
            said.append(new.pop(0).text)
    return "".join(said)
