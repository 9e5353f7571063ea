"""(g) Saving a draft, durably, against what the disk takes to keep four kilobytes."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

from benchmarks.measuring import Measured, medians
from jinshi_desk.domain.drafts import Author, Category, NewDraft
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.opening import open_office
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.services.sample_year import YEAR
from jinshi_desk.store import spelling

_TODAY = date(YEAR, 12, 30)


def measure(sample: Path, folder: Path) -> Iterator[Measured]:
    """Compare a draft through the desk, its spelling aside, with one fsync."""
    file = folder / "saving.jinshi"
    shutil.copy(sample, file)
    store = open_office(file)
    desk = RegisterDesk(store, lambda: _TODAY, Undo(store))
    numbers = count(1)
    spelled = count(1)

    def save() -> None:
        desk.log(_draft(next(numbers)), accepted=True)

    def spell() -> None:
        draft = _draft(next(spelled))
        spelling.syllables.cache_clear()
        spelling.pinyin(draft.title)

    page = os.open(folder / "page", os.O_CREAT | os.O_WRONLY)

    def sync() -> None:
        os.pwrite(page, bytes(4096), 0)
        os.fsync(page)

    saved, spelt, synced = medians([save, spell, sync], runs=60, warm_ups=5)
    os.close(page)
    store.close()
    yield Measured("saving a draft", "fsync of 4 KiB", saved - spelt, synced, 3)


def _draft(number: int) -> NewDraft:
    title = f"测速用稿之{number:05d}：党员屋场会议出发展好点子"
    body = "连日来，党员干部到屋场院落报到，把服务送到村民身边。" * 40
    return NewDraft(
        title,
        ("YS",),
        Category.NEWS,
        _TODAY,
        (Author("周试一"),),
        word_count=len(body),
        body=body,
        approval_on_file=True,
    )
