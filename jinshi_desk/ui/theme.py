"""Colours, sizes and type, from ``tokens`` and ``style.qss`` to the application and its painters."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from jinshi_desk.ui import tokens
from jinshi_desk.ui.fonts import Fonts
from jinshi_desk.ui.icons import Icons

_SCALED = frozenset(
    "font font_small font_title font_figure font_key control_h row_h row_h_grid header_h".split()
    + "tabbar_h statusbar_h label_w band_h foot_h chip_h".split()
)
_SHEET_ICONS = {"icon_down": ("chevron-down", "text2"), "icon_check": ("check", "on_accent")}


class Scheme(StrEnum):
    """Light, dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TextSize(StrEnum):
    """The four text sizes of 设置."""

    SMALL = "small"
    STANDARD = "standard"
    LARGE = "large"
    HUGE = "huge"

    @property
    def factor(self) -> float:
        return {"small": 12 / 13, "standard": 1.0, "large": 15 / 13, "huge": 17 / 13}[self.value]


_SYSTEM_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Theme(NamedTuple):
    """One set of colours and sizes; what painters draw with."""

    dark: bool
    factor: float
    colors: Mapping[str, QColor]
    sizes: Mapping[str, int]
    fonts: Fonts

    def color(self, token: str) -> QColor:
        """Return the colour named ``token`` in ``tokens``."""
        return self.colors[token]

    def size(self, token: str) -> int:
        """Return the size named ``token`` in logical px, as the text size has it."""
        return self.sizes[token]

    def font(self, token: str = "font", *, bold: bool = False) -> QFont:
        """Return the window's font at the size ``token``."""
        return self.fonts.font(self.sizes[token], bold=bold)

    def scaled(self, pixels: float) -> int:
        """Return a length that must grow with the text, such as a column's width."""
        return round(pixels * self.factor)


def application(name: str) -> QApplication:
    """Return the application, in the style that the sheet is written for.

    Qt is told as by its user: a style in Python's hands would cost a tenth of the start.
    """
    return QApplication([name, "-style", "Fusion"])


class Look(QObject):
    """Keeps the application dressed in the current theme and tells when it changes."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        resources: Path,
        scheme: Scheme = Scheme.SYSTEM,
        text_size: TextSize = TextSize.STANDARD,
    ) -> None:
        super().__init__()
        self._app = app
        self._sheet = (resources / "style.qss").read_text("utf-8")
        self._fonts = Fonts(resources / "fonts", tokens.FONTS)
        self._icons = Icons(resources / "icons")
        self._folder = QTemporaryDir()  # style sheets want their images as files
        self._text_size = text_size
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self.set_scheme(scheme)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def text_size(self) -> TextSize:
        return self._text_size

    def set_scheme(self, scheme: Scheme) -> None:
        self._scheme = scheme
        # The system is told as well, for its own dialogs and the title bar.
        self._app.styleHints().setColorScheme(_SYSTEM_SCHEMES[scheme])
        self._wear()

    def set_text_size(self, text_size: TextSize) -> None:
        self._text_size = text_size
        self._wear()

    def register_rest(self) -> None:
        """Register the fallback fonts that the first paint could do without."""
        self._fonts.register_rest()

    def icon(self, name: str, token: str = "text2", gap: int = 0) -> QIcon:
        """Return the icon ``name`` in the colour ``token``, with ``gap`` px of nothing at its right.

        It follows neither a change of theme nor its widget's being disabled by itself.
        """
        return self._icons.icon(name, self._theme.color(token), self._theme.size("icon"), gap)

    def pixmap(self, name: str, token: str = "text2", size: int = 0) -> QPixmap:
        """Return the icon ``name`` as a pixmap, ``size`` 0 being the usual 16 px."""
        return self._icons.pixmap(name, self._theme.color(token), size or self._theme.size("icon"))

    @Slot(Qt.ColorScheme)
    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._scheme is Scheme.SYSTEM and self._is_dark() != self._theme.dark:
            self._wear()

    def _is_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def _wear(self) -> None:
        dark = self._is_dark()
        self._theme = make_theme(self._fonts, dark=dark, factor=self._text_size.factor)
        self._app.setFont(self._theme.font())
        self._app.setPalette(make_palette(self._theme))
        self._app.setStyleSheet(fill_sheet(self._sheet, self._theme, self._sheet_images()))
        self.changed.emit()

    def _sheet_images(self) -> dict[str, str]:
        images = {}
        for word, (name, token) in _SHEET_ICONS.items():
            color = self._theme.color(token)
            file = Path(self._folder.filePath(f"{name}-{color.name()[1:]}.svg"))
            file.write_bytes(self._icons.tinted(name, color))
            images[word] = f'"{file.as_posix()}"'
        return images


def make_theme(fonts: Fonts, *, dark: bool, factor: float) -> Theme:
    """Return the theme that ``tokens`` describe."""
    colors = {name: QColor(value) for name, value in (tokens.DARK if dark else tokens.LIGHT).items()}
    sizes = {name: round(size * factor) if name in _SCALED else size for name, size in tokens.SIZES.items()}
    sizes["font_small"] = max(sizes["font_small"], 11)
    sizes["bold"] = int(fonts.bold)
    sizes["control_in"] = sizes["control_h"] - 2
    sizes["control_in2"] = sizes["control_h"] - 4
    return Theme(dark, factor, colors, sizes, fonts)


def make_palette(theme: Theme) -> QPalette:
    """Return the palette of ``theme``, for what the style sheet does not reach."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for roles, token in (
        ((role.Window,), "window"),
        ((role.Base, role.Button, role.ToolTipBase), "surface"),
        ((role.AlternateBase,), "subtle"),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), "text"),
        ((role.PlaceholderText,), "text3"),
        ((role.Highlight, role.Accent), "primary"),
        ((role.HighlightedText, role.BrightText), "on_accent"),
        ((role.Link, role.LinkVisited), "accent"),
        ((role.Mid, role.Dark), "border"),
        ((role.Light, role.Midlight), "line"),
        ((role.Shadow,), "border_field"),
    ):
        for each in roles:
            palette.setColor(each, theme.color(token))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, each, theme.color("disabled"))
    return palette


def fill_sheet(sheet: str, theme: Theme, images: Mapping[str, str]) -> str:
    """Return ``sheet`` with its ``@words`` and ``$(sizes)`` filled in.

    Raises:
        KeyError: a word is in neither the tokens nor ``images``.
    """
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    sheet = re.sub(r"\$\((\w+)\)", lambda found: str(theme.sizes[found[1]]), sheet)
    return re.sub(r"@(\w+)", lambda found: images.get(found[1]) or theme.colors[found[1]].name(), sheet)
