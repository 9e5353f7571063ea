"""The 核对单 on paper: a page for each unit, as many units as wanted in one document."""

from collections.abc import Sequence
from pathlib import Path

from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.errors import NothingToPrint
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.unit_sheets import (
    Placing,
    SheetAdoption,
    SheetDraft,
    SheetEntry,
    SheetObjection,
    UnitSheet,
)
from jinshi_desk.papers.typesetting import Json, Press, SetPaper
from jinshi_desk.safe_files import replace_file
from jinshi_desk.unit_sheet_words import (
    basis_of,
    evidence_of,
    kind_of,
    ruling_of,
    title_of,
    verdict_of,
    working_of,
)
from jinshi_desk.wording import STATE

TEMPLATE = "unit_sheet"


def save_pdf(press: Press, sheets: Sequence[UnitSheet], path: Path, *, duplex: bool = False) -> SetPaper:
    """Write ``sheets`` as one PDF, each unit on a page of its own, with ``duplex`` on a leaf of its own.

    Raises:
        NothingToPrint: there is none.
        PaperFailed: it could not be set.
        CannotWrite: the machine would not let us write.
    """
    paper = press.set(TEMPLATE, value(sheets, duplex=duplex), "pdf")
    with replace_file(path) as file:
        file.write_bytes(b"".join(paper.content))
    return paper


def pages(press: Press, sheets: Sequence[UnitSheet], *, duplex: bool = False) -> SetPaper:
    """Return the same pages as SVG, for the preview and the printer.

    Raises:
        NothingToPrint: there is none.
        PaperFailed: it could not be set.
    """
    return press.set(TEMPLATE, value(sheets, duplex=duplex), "svg")


def value(sheets: Sequence[UnitSheet], *, duplex: bool = False) -> Json:
    """Return what the template shows."""
    if not sheets:
        raise NothingToPrint
    return {"sheets": [_sheet(sheet) for sheet in sheets], "duplex": duplex}


def _sheet(sheet: UnitSheet) -> Json:
    return {
        "title": title_of(sheet.month),
        "unit": sheet.unit,
        "quota": str(sheet.quota) if sheet.quota else "—",
        "counted": str(sheet.counted),
        "state": STATE[sheet.state] if sheet.state else "—",
        "month": _placing(sheet.this_month),
        "year": _placing(sheet.this_year),
        "drafts": [_draft(draft) for draft in sheet.drafts],
        "entries": [_entry(entry) for entry in sheet.entries],
        "adoptions": [_adoption(each) for each in sheet.adoptions],
        "wanting": list(sheet.wanting),
        "objections": [_objection(each) for each in sheet.objections],
        "closed": sheet.closed,
        "until": written_date(sheet.objections_until),
        "signer": sheet.signer,
        "dated": written_date(sheet.dated),
    }


def _placing(placing: Placing) -> Json:
    rank = f"第{placing.rank}名（共{placing.units}家）" if placing.rank else "—"
    return {"points": plain(placing.cents), "rank": rank}


def _draft(draft: SheetDraft) -> list[Json]:
    received = f"{draft.received_on.month}月{draft.received_on.day}日"
    return [draft.number, draft.title, received, verdict_of(draft)]


def _adoption(each: SheetAdoption) -> list[Json]:
    ran = f"{each.adopted_on.month}月{each.adopted_on.day}日"
    return [each.title, each.outlet, ran, evidence_of(each)]


def _objection(each: SheetObjection) -> list[Json]:
    raised = f"{each.received_on.month}月{each.received_on.day}日"
    return [raised, each.text, ruling_of(each)]


def _entry(entry: SheetEntry) -> list[Json]:
    return [kind_of(entry), basis_of(entry), working_of(entry), plain(entry.cents)]
