"""Printed pages, measured: every character's place in millimetres from the sheet's top left."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, from where it begins to where the next would."""

    character: str
    left: float
    right: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page; ``lines`` are its characters by baseline, top first."""

    width: float
    height: float
    text: str
    glyphs: tuple[Glyph, ...]

    @property
    def lines(self) -> list[list[Glyph]]:
        ordered = sorted(self.glyphs, key=lambda glyph: (round(glyph.baseline, 1), glyph.left))
        return [list(line) for _, line in groupby(ordered, key=lambda glyph: round(glyph.baseline, 1))]

    @property
    def squeezed(self) -> str:
        return squeezed(self.text)


def squeezed(text: str) -> str:
    """Return ``text`` without spaces and breaks, which a PDF has only where it can't do without."""
    return "".join(text.split())


def read_pages(pdf: bytes | Path) -> list[Page]:
    """Measure every page of ``pdf``."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(document[place]) for place in range(len(document))]
    finally:
        document.close()


def words_of(pages: Sequence[Page]) -> str:
    """Return all text of ``pages`` without spaces and page numbers."""
    marks = [f"—{number}—" for number in range(1, len(pages) + 1)]
    return "".join(page.squeezed.replace(mark, "") for page, mark in zip(pages, marks, strict=True))


def _page(page: Any) -> Page:
    text = page.get_textpage()
    height = page.get_height()
    glyphs = []
    for place in range(text.count_chars()):
        character = text.get_text_range(place, 1)
        if character.isspace() or not character:
            continue
        _, _, right, _ = text.get_charbox(place, loose=True)
        left, baseline = _origin(text, place)
        glyphs.append(Glyph(character, left * _MM, right * _MM, (height - baseline) * _MM))
    return Page(page.get_width() * _MM, height * _MM, text.get_text_range(), tuple(glyphs))


def _origin(text: Any, place: int) -> tuple[float, float]:
    left, baseline = ctypes.c_double(), ctypes.c_double()
    assert raw.FPDFText_GetCharOrigin(text.raw, place, left, baseline)
    return left.value, baseline.value
