"""The Chinese words of a 核对单, the same on its page and in its workbook."""

from jinshi_desk.chain_words import kind_word, steps_phrase
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.unit_sheets import SheetAdoption, SheetDraft, SheetEntry, SheetObjection
from jinshi_desk.wording import FINDING, VERDICT


def title_of(month: Month) -> str:
    """Return what the sheets of ``month`` are called."""
    return f"{month.label}组工信息核对单"


def verdict_of(draft: SheetDraft) -> str:
    """Return whether a draft counts, and why it was returned or struck out."""
    why = f"（{draft.reason}）" if draft.reason else ""
    return VERDICT[draft.verdict] + why


def evidence_of(adoption: SheetAdoption) -> str:
    """Return whether the evidence of an adoption is in."""
    if adoption.retracted:
        return "已撤稿"
    return "已核实" if adoption.verified else "待核实"


def basis_of(entry: SheetEntry) -> str:
    """Return what points are for, and by which clause."""
    return "；".join(part for part in (entry.about, entry.basis) if part)


def kind_of(entry: SheetEntry) -> str:
    """Return what kind of points they are."""
    return kind_word(entry.kind, entry.cents)


def working_of(entry: SheetEntry) -> str:
    """Return how points were worked out, as 这分怎么来的 writes it."""
    return steps_phrase(entry.arithmetic)


def ruling_of(objection: SheetObjection) -> str:
    """Return how an objection was ruled, and why."""
    if objection.finding is None:
        return "待裁定"
    return "：".join(part for part in (FINDING[objection.finding], objection.reason) if part)
