from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.services.progress import Cancelled, Unwatched
from jinshi_desk.ui.theme import Look, Scheme
from jinshi_desk.ui.widgets.paper_preview import PaperPreview, PreviewBar
from jinshi_desk.ui.widgets.printing import print_pages


def _svg(width: float, height: float) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}"><rect width="{width}" height="{height}" fill="#ffffff"/>'
        f'<rect x="{width / 4}" y="{height / 4}" width="{width / 2}" height="{height / 2}"/></svg>'
    ).encode()


UPRIGHT, ACROSS = _svg(595.28, 841.89), _svg(841.89, 595.28)


@pytest.fixture
def preview(look: Look, qtbot: QtBot) -> PaperPreview:
    preview = PaperPreview(look)
    qtbot.addWidget(preview)
    preview.resize(400, 500)
    preview.show()
    preview.show_pages([UPRIGHT] * 20)
    return preview


def test_a_page_is_read_only_when_it_comes_into_view(preview: PaperPreview) -> None:
    preview.viewport().grab()
    assert set(preview._readers) <= {0, 1}
    preview.go_to_page(15)
    preview.viewport().grab()
    assert 14 in preview._readers
    assert 7 not in preview._readers


def test_pages_turn_by_key_and_are_counted(preview: PaperPreview, qtbot: QtBot) -> None:
    assert (preview.page, preview.pages) == (1, 20)
    with qtbot.waitSignal(preview.page_turned) as turned:
        QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert turned.args == [2, 20]
    QTest.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.page == 1


def test_the_page_fills_the_width_until_it_is_zoomed(preview: PaperPreview, qtbot: QtBot) -> None:
    preview.viewport().grab()
    assert preview.horizontalScrollBar().maximum() == 0
    with qtbot.waitSignal(preview.zoomed):
        QTest.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.horizontalScrollBar().maximum() > 0
    QTest.keyClick(preview, Qt.Key.Key_Minus)
    QTest.keyClick(preview, Qt.Key.Key_0)
    assert preview.horizontalScrollBar().maximum() == 0


def test_a_new_version_of_a_paper_stays_at_its_page(preview: PaperPreview) -> None:
    preview.go_to_page(9)
    preview.show_pages([UPRIGHT] * 20)
    assert preview.page == 9
    preview.show_pages([UPRIGHT])
    assert preview.page == 1
    preview.show_pages([])
    assert (preview.page, preview.pages) == (0, 0)


def test_paper_stays_paper_in_the_dark(preview: PaperPreview, look: Look) -> None:
    look.set_scheme(Scheme.DARK)
    image = preview.viewport().grab().toImage()
    paper, desk = look.theme.color("paper"), look.theme.color("desk")
    look.set_scheme(Scheme.LIGHT)
    assert image.pixelColor(image.width() // 2, 40) == paper
    assert image.pixelColor(2, 40) == desk


def test_the_bar_says_which_page_it_is(look: Look, preview: PaperPreview, qtbot: QtBot) -> None:
    bar = PreviewBar(look, preview)
    qtbot.addWidget(bar)
    assert bar._words.text() == "第 1 页，共 20 页"
    assert not bar._before.isEnabled()
    bar._after.click()
    assert bar._words.text() == "第 2 页，共 20 页"
    preview.show_pages([])
    assert bar._words.text() == "还没有版面"


def test_pages_are_printed_as_outlines_each_the_way_it_lies(qapp: object, tmp_path: Path) -> None:
    file = tmp_path / "印.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(file))
    assert print_pages([UPRIGHT, ACROSS], printer)
    printed = pypdfium2.PdfDocument(file)
    sizes = [tuple(round(length) for length in page.get_size()) for page in printed]
    assert sizes == [(595, 842), (842, 595)]
    for page in printed:
        assert not any(part.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE for part in page.get_objects())
    printed.close()


def test_printing_stops_when_told(qapp: object, tmp_path: Path) -> None:
    class Stops(Unwatched):
        def step(self, done: int, total: int, what: str = "") -> None:
            if done:
                raise Cancelled

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "印.pdf"))
    with pytest.raises(Cancelled):
        print_pages([UPRIGHT] * 3, printer, Stops())
    assert print_pages([UPRIGHT], printer)  # the next job finds it free


def test_pages_across_are_shown_as_wide_as_the_others(preview: PaperPreview) -> None:
    preview.show_pages([UPRIGHT, ACROSS])
    assert [round(size.width()) for size in preview._sizes] == [794, 794]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_write_is_told(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "无此夹" / "印.pdf"))
    assert not print_pages([UPRIGHT], printer)
