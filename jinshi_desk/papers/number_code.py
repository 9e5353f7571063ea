"""A form's number as a QR code for a hand scanner."""

from itertools import groupby

from jinshi_desk.papers.typesetting import Json

_LARGEST = 5
"""The largest version: 37 modules, 0.35 mm each at the printed size, 4 dots of a 300 dpi printer."""


def number_code(text: str) -> Json:
    """Return ``text`` as the dark runs of a square, or none where there is no text or too much of it.

    ``side`` is in modules; each run is its left end, its row and its length. The template draws them, for an
    image inside its page would be made of dots again where the page is shown or printed.
    """
    if not text:
        return None
    import segno  # one form in a few has a number; the rest need not wait for this

    try:
        code = segno.make_qr(text, error="m")
    except segno.DataOverflowError:
        return None
    if int(code.version) > _LARGEST:
        return None
    return {
        "side": len(code.matrix),
        "runs": [[left, y, length] for y, row in enumerate(code.matrix) for left, length in _dark(row)],
    }


def _dark(row: bytearray) -> list[tuple[int, int]]:
    """Return where dark modules begin and how many follow each other."""
    runs, left = [], 0
    for dark, modules in groupby(row):
        length = len(list(modules))
        if dark:
            runs.append((left, length))
        left += length
    return runs
