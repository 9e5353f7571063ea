"""Pages to a printer, as outlines and not as pictures."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtSvg import QSvgRenderer

from jinshi_desk.services.progress import Cancelled, Progress, Unwatched

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def print_pages(svgs: Sequence[bytes], printer: "QPrinter", progress: Progress | None = None) -> bool:
    """Print ``svgs`` on A4, both sides, turned on the long edge; tell whether the printer took them.

    Each page is laid as its own SVG lies, upright or across. May run on any thread.

    Raises:
        Cancelled: ``progress`` said so; the job is taken back where the printer still can.
    """
    printer.setFullPage(True)
    printer.setDuplex(printer.DuplexMode.DuplexLongSide)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter()
    try:
        return _print(svgs, printer, painter, progress or Unwatched())
    except Cancelled:
        printer.abort()
        painter.end()
        raise


def _print(svgs: Sequence[bytes], printer: "QPrinter", painter: QPainter, progress: Progress) -> bool:
    for number, svg in enumerate(svgs):
        progress.step(number, len(svgs))
        reader = QSvgRenderer(QByteArray(svg))
        across = reader.viewBoxF().width() > reader.viewBoxF().height()
        lies = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(lies)
        printer.setPageMargins(QMarginsF(0, 0, 0, 0))
        started = printer.newPage() if number else painter.begin(printer)
        if not started:
            return False
        paper = printer.paperRect(printer.Unit.DevicePixel)
        reader.render(painter, QRectF(0, 0, paper.width(), paper.height()))
    return painter.end() if svgs else True
