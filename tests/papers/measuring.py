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

    @property
    def ink(self) -> float:
        """Where it surely has ink: an opening bracket is blank on the left, and may reach over an edge."""
        return self.right - 0.2 if self.character in "（“《〔" else (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line or frame that was drawn: its middle line in millimetres, its thickness in points."""

    left: float
    top: float
    right: float
    bottom: float
    thickness: float


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


def read_strokes(pdf: bytes, page: int = 0) -> list[Stroke]:
    """Measure what was drawn on ``page``, from 0; horizontal and vertical lines have no extent across."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        height = sheet.get_height()
        paths = sheet.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=4)
        return [_stroke(path, height) for path in paths if _is_stroked(path)]
    finally:
        document.close()


def drawn(pdf: bytes, dpi: int, page: int = 0) -> memoryview:
    """Return ``page`` as a printer of ``dpi`` dots an inch would draw it: rows of grey values."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[page].render(scale=dpi / 72, grayscale=True)
        rows = bytes(bitmap.buffer)
        dots = b"".join(
            rows[start : start + bitmap.width]
            for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
        return memoryview(dots).cast("B", (bitmap.height, bitmap.width))
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


def _is_stroked(path: Any) -> bool:
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    assert raw.FPDFPath_GetDrawMode(path.raw, fill, stroked)
    return bool(stroked.value)


def _stroke(path: Any, height: float) -> Stroke:
    """Return the middle line of ``path``; its bounds lie half a thickness and a hair outside."""
    thickness = ctypes.c_float()
    assert raw.FPDFPageObj_GetStrokeWidth(path.raw, thickness)
    left, bottom, right, top = path.get_bounds()
    out = thickness.value / 2 + 0.5
    if right - left < top - bottom and right - left <= 2.01 * out:
        left = right = (left + right) / 2
        top, bottom = top - out, bottom + out
    elif top - bottom <= 2.01 * out:
        top = bottom = (top + bottom) / 2
        left, right = left + out, right - out
    else:
        left, right, top, bottom = left + out, right - out, top - out, bottom + out
    return Stroke(left * _MM, (height - top) * _MM, right * _MM, (height - bottom) * _MM, thickness.value)
