"""``pick``, ``picks`` and ``tag``: the good drafts of a month, and what drafts are about."""

import argparse
from datetime import date
from pathlib import Path

from jinshi_desk.cli.days import read_day
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.errors import CannotWrite, FileInTheWay
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.domain.tags import read_tags
from jinshi_desk.safe_files import cause
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.pick_lists import pick_records
from jinshi_desk.services.pick_packs import PickPackDesk
from jinshi_desk.services.quality_pick import QualityPickDesk
from jinshi_desk.services.tagging import TaggingDesk
from jinshi_desk.store.database import Store

Asked = argparse.Namespace


def pick(store: Store, asked: Asked, today: date) -> int:
    """Pick a draft as good, put its pick right, or take it back."""
    desk = QualityPickDesk(store, lambda: today, Undo(store))
    number, uploaded_on = asked.number, read_day(asked.uploaded_on) if asked.uploaded_on else None
    if asked.undo:
        desk.take_back(number, asked.reason)
        print(f"已取消好稿 {number}")
        return 0
    known = desk.of_draft(number)
    if known is not None:
        desk.settle(known.id, asked.reason or known.reason, uploaded_on or known.uploaded_on)
        print(f"已更新好稿 {number}（{known.month.label}）")
        return 0
    draft = store.drafts.get(number)
    month = Month.parse(asked.month) if asked.month else draft.quota_month
    desk.pick(number, NewQualityPick(month, asked.reason, today, asked.by, uploaded_on))
    print(f"已列为{month.label}好稿：{number}《{draft.title}》")
    return 0


def picks(store: Store, asked: Asked) -> int:
    """Print the good drafts of a month, or pack their texts."""
    month = Month.parse(asked.month)
    if asked.out is not None:
        return _pack(PickPackDesk(store), month, asked.out, replace=asked.replace)
    records = list(pick_records(store, (month, None)))
    if asked.json:
        print_json(records)
    elif records:
        names = {unit.id: unit.name for unit in store.units.all()}
        rows = (
            (
                each["draft"],
                names[each["unit"]],
                each["title"],
                each["outlet"],
                each["reason"],
                each["uploaded_on"],
            )
            for each in records
        )
        print(table(("编号", "单位", "标题", "媒体", "推荐理由", "上传"), rows))
    else:
        print("没有记录")
    return 0


def _pack(desk: PickPackDesk, month: Month, out: Path, *, replace: bool) -> int:
    """Write the pack to ``out``, a .zip or the folder it goes into."""
    path = out if out.suffix.casefold() == ".zip" else out / desk.name(month)
    if path.exists() and not replace:
        raise FileInTheWay(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(path.parent, cause(error)) from error
    pack = desk.save(month, path)
    print(pack.path)
    print(f"正文 {pack.texts} 篇，目录 1 份")
    for each in pack.without_text:
        print(f"没有正文：{each.draft.number}《{each.draft.title}》")
    return 0


def tag(store: Store, asked: Asked) -> int:
    """Print what a draft is about, or say it anew."""
    desk = TaggingDesk(store, Undo(store))
    if asked.tags or asked.clear:
        desk.put([asked.number], [each for text in asked.tags for each in read_tags(text)])
    found = desk.of_draft(asked.number)
    if asked.json:
        print_json({"number": asked.number, "tags": list(found)})
    else:
        print("、".join(found) or "没有选题")
    return 0
