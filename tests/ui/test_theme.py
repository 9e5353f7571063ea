import math
import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from jinshi_desk import paths
from jinshi_desk.ui.fonts import Fonts
from jinshi_desk.ui.icons import Icons
from jinshi_desk.ui.theme import Look, Scheme, TextSize, Theme, fill_sheet, make_palette, make_theme


def _theme(*, dark: bool = False, factor: float = 1.0) -> Theme:
    fonts = Fonts(paths.resources() / "fonts", ["GW Hei"])
    return make_theme(fonts, dark=dark, factor=factor)


def _light(color: QColor) -> float:
    """Return the relative luminance of WCAG 2.1, raised by the flare it reckons with."""
    shares = (color.redF(), color.greenF(), color.blueF())
    parts = [part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4) for part in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05


def _contrast(one: QColor, other: QColor) -> float:
    bright, dim = sorted((_light(one), _light(other)), reverse=True)
    return bright / dim


@pytest.mark.parametrize("dark", [False, True])
def test_every_word_on_its_ground_can_be_read(qapp: QApplication, dark: bool) -> None:
    theme = _theme(dark=dark)
    pairs = [(level, f"{level}_bg") for level in "ok late warn bad zero exempt info neutral".split()]
    pairs += [("text", "surface"), ("text2", "header"), ("text3", "window"), ("on_accent", "primary")]
    pairs += [("text", "selected"), ("text2", "selected"), ("accent", "accent_tint")]
    assert [pair for pair in pairs if _contrast(theme.color(pair[0]), theme.color(pair[1])) < 4.5] == []


def test_light_and_dark_name_the_same_colours(qapp: QApplication) -> None:
    assert _theme().colors.keys() == _theme(dark=True).colors.keys()


def test_text_size_multiplies_what_holds_text_and_leaves_gaps_alone(qapp: QApplication) -> None:
    huge = _theme(factor=TextSize.HUGE.factor)
    assert (huge.size("font"), huge.size("row_h"), huge.size("grid")) == (17, 37, 4)
    assert huge.scaled(100) == 131


def test_the_sheet_is_filled_without_a_word_left(qapp: QApplication) -> None:
    sheet = (paths.resources() / "style.qss").read_text("utf-8")
    filled = fill_sheet(sheet, _theme(), {"icon_down": "x", "icon_check": "x"})
    assert "@" not in filled
    assert "$(" not in filled


def test_an_unknown_word_in_the_sheet_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        fill_sheet("QLabel { color: @nonsense; }", _theme(), {})


def test_the_sheet_has_no_colour_of_its_own() -> None:
    assert "#" not in "".join(
        line.split("{", 1)[-1]
        for line in (paths.resources() / "style.qss").read_text("utf-8").splitlines()
        if "{" in line
    )


def test_the_palette_follows_the_theme(qapp: QApplication) -> None:
    theme = _theme(dark=True)
    assert make_palette(theme).color(QPalette.ColorRole.Base) == theme.color("surface")


def test_changing_scheme_and_size_is_told_and_worn(look: Look, qapp: QApplication) -> None:
    told: list[bool] = []
    look.changed.connect(lambda: told.append(look.theme.dark))
    look.set_scheme(Scheme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.theme.color("window")
    look.set_text_size(TextSize.LARGE)
    assert qapp.font().pixelSize() == 15
    look.set_text_size(TextSize.STANDARD)
    look.set_scheme(Scheme.LIGHT)
    assert told[0] is True
    assert told[-1] is False
    assert look.scheme is Scheme.LIGHT
    assert look.text_size is TextSize.STANDARD


def test_chinese_is_written_also_where_no_chinese_font_is_installed(qapp: QApplication) -> None:
    fonts = Fonts(paths.resources() / "fonts", ["No Such Family", "GW Hei"])
    fonts.register_rest()
    assert QFontInfo(fonts.font(13)).family() == "GW Hei"
    assert QFontMetricsF(fonts.font(13)).inFontUcs4(ord("报"))


def test_an_icon_takes_its_colour_and_is_drawn_once(qapp: QApplication) -> None:
    icons = Icons(paths.resources() / "icons")
    red = QColor(200, 0, 0)
    drawn = icons.pixmap("save", red, 16, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (32, 2.0)
    assert icons.pixmap("save", red, 16, 2.0) is drawn
    image = drawn.toImage()
    shades = {
        image.pixelColor(x, y).red()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert shades == {200}


def test_qt_does_not_drop_references_it_does_not_own(qapp: QApplication) -> None:
    # PySide6 6.12.0 on Python 3.11 lost a reference to True and None with every such call, until it aborted.
    class Emitter(QObject):
        told = Signal(bool)

    emitter = Emitter()
    emitter.told.connect(lambda _on: None)
    before = [sys.getrefcount(one) for one in (True, False, None)]
    for _ in range(2000):
        emitter.told.emit(True)
        emitter.setObjectName("")
    after = [sys.getrefcount(one) for one in (True, False, None)]
    assert all(abs(new - old) < 200 for new, old in zip(after, before, strict=True))
