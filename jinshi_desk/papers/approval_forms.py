"""Approval forms on paper (§5): one, a batch or blank ones, each on one A4 page, in the order given."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinshi_desk.domain.errors import DeskError, NothingToPrint
from jinshi_desk.domain.form_papers import ApprovalForm, CutField
from jinshi_desk.papers.form_values import value
from jinshi_desk.papers.number_code import number_code
from jinshi_desk.papers.typesetting import Json, Press, SetPaper, printable_text
from jinshi_desk.safe_files import replace_file

TEMPLATE = "approval_forms"


@dataclass(frozen=True, slots=True)
class PrintedForms:
    """Forms as they were set: one PDF, or an SVG per page.

    ``cut`` lists the fields that did not fit even at the least size; ``fault`` says why the office's own
    template was not used, if it has one.
    """

    content: list[bytes]
    cut: tuple[CutField, ...] = ()
    fault: DeskError | None = None


def save_pdf(press: Press, forms: Sequence[ApprovalForm], path: Path) -> PrintedForms:
    """Write ``forms`` as one PDF. Blank copies are a blank form, as often as wanted.

    Raises:
        NothingToPrint: there is no form.
        PaperFailed: they could not be set.
        CannotWrite: the machine would not let us write.
    """
    printed = pdf(press, forms)
    with replace_file(path) as file:
        file.write_bytes(b"".join(printed.content))
    return printed


def pdf(press: Press, forms: Sequence[ApprovalForm]) -> PrintedForms:
    """Return ``forms`` as one PDF.

    Raises:
        NothingToPrint: there is no form.
        PaperFailed: they could not be set.
    """
    return _printed(forms, press.set(TEMPLATE, _content(forms), "pdf"))


def pages(press: Press, forms: Sequence[ApprovalForm]) -> PrintedForms:
    """Return the same pages, each as SVG, for the preview and the printer.

    Raises:
        NothingToPrint: there is no form.
        PaperFailed: they could not be set.
    """
    return _printed(forms, press.set(TEMPLATE, _content(forms), "svg"))


def _content(forms: Sequence[ApprovalForm]) -> Json:
    if not forms:
        raise NothingToPrint
    return {"forms": [_with_code(value(form)) for form in forms]}


def _with_code(shown: dict[str, Json]) -> Json:
    return shown | {"code": number_code(printable_text(str(shown["code"])))}


def _printed(forms: Sequence[ApprovalForm], paper: SetPaper) -> PrintedForms:
    """Read from what the templates told, form by form, which fields they cut."""
    cut: dict[CutField, None] = {}
    place = 1
    for fact in paper.told:
        match fact:
            case {"form": int(place)}:
                pass
            case {"cut": str(label)} if 1 <= place <= len(forms):
                cut[CutField(place, forms[place - 1].number, label)] = None
    return PrintedForms(paper.content, tuple(cut), paper.fault)
