"""A form's number as a QR code, drawn as outlines, for a hand scanner."""

_LARGEST = 5
"""The largest version: 37 modules, 0.35 mm each at the printed size, 4 dots of a 300 dpi printer."""


def code_svg(text: str) -> str | None:
    """Return ``text`` as an SVG drawing without margin, or none where there is no text or too much of it."""
    if not text:
        return None
    import segno  # one form in a few has a number; the rest need not wait for this

    try:
        code = segno.make_qr(text, error="m", version=None)
    except segno.DataOverflowError:
        return None
    if int(code.version) > _LARGEST:
        return None
    return code.svg_inline(border=0)
