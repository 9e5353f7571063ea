"""The good drafts of a month as one file to hand on: every text as .docx, and a list of them (§1 row 15)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import NoPicks
from jinshi_desk.domain.months import Month
from jinshi_desk.papers.draft_text import DraftText, save_text
from jinshi_desk.safe_files import name_of_file, replace_file
from jinshi_desk.services.progress import Progress, Unwatched
from jinshi_desk.services.quality_pick import PickedDraft, picks_of
from jinshi_desk.sheets.columns import Cell
from jinshi_desk.sheets.exports import PICK_INDEX
from jinshi_desk.sheets.lists import write_list
from jinshi_desk.store.database import Store
from jinshi_desk.wording import CATEGORY


@dataclass(frozen=True, slots=True)
class Pack:
    """What was written: how many texts, and which drafts have none."""

    path: Path
    texts: int
    without_text: tuple[PickedDraft, ...]


class PickPackDesk:
    """Packs the good drafts of a month."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def name(self, month: Month) -> str:
        """Return what the file of a month is called."""
        return f"好稿 {month.label}.zip"

    def save(self, month: Month, path: Path, progress: Progress | None = None) -> Pack:
        """Write the pack of ``month``, whole or not at all, over what is at ``path``.

        A pick without a text is on the list, which says so, and in the answer.

        Raises:
            NoPicks: the month has none.
            CannotWrite: the file can't be written.
        """
        watch, picks = progress or Unwatched(), picks_of(self._store, [month])
        if not picks:
            raise NoPicks(month.label)
        units = {unit.id: unit.name for unit in self._store.units.all()}
        with TemporaryDirectory() as scratch:
            folder, rows = Path(scratch), []
            for place, each in enumerate(picks, start=1):
                watch.step(place - 1, len(picks), each.draft.title)
                rows.append(_row(place, each, units, _written(place, each, units, folder)))
            title = f"{month.label}{PICK_INDEX.title}"
            footer = f"导出时间 {self._store.now()[:16].replace('T', ' ')}"
            write_list(title, PICK_INDEX.columns, rows, folder / f"{PICK_INDEX.title}.xlsx", footer)
            with replace_file(path) as draft, ZipFile(draft, "w", ZIP_DEFLATED) as pack:
                for file in sorted(folder.iterdir()):
                    pack.write(file, file.name)
        bare = tuple(each for each in picks if not each.text)
        return Pack(path, len(picks) - len(bare), bare)


def _written(place: int, picked: PickedDraft, units: Mapping[str, str], folder: Path) -> str:
    """Write a text into ``folder`` and return what the file is called; nothing where there is no text."""
    if not picked.text:
        return ""
    draft = picked.draft
    name = name_of_file(f"{place:02} {units[draft.lead]} {draft.title}") + ".docx"
    save_text(DraftText(draft.title, _byline(draft, units), picked.text, draft.received_on), folder / name)
    return name


def _byline(draft: Draft, units: Mapping[str, str]) -> str:
    names = "、".join(author.name for author in draft.authors)
    more = "等" if draft.authors_incomplete else ""
    return "　".join(part for part in ("、".join(units[unit] for unit in draft.units), names + more) if part)


def _row(place: int, picked: PickedDraft, units: Mapping[str, str], name: str) -> Sequence[Cell]:
    draft, pick = picked.draft, picked.event
    ran = "、".join(f"{outlet.name}（{adoption.adopted_on:%Y-%m-%d}）" for adoption, outlet in picked.runs)
    return (
        place,
        draft.number,
        draft.title,
        "、".join(units[unit] for unit in draft.units),
        "、".join(author.name for author in draft.authors),
        CATEGORY[draft.category],
        ran,
        pick.reason,
        pick.picked_by,
        pick.uploaded_on,
        name or "没有正文",
        "、".join(draft.attachments),
    )
