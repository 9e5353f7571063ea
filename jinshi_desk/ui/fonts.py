"""Which font the window is written in, also where no Chinese font is installed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

_HEI, _SONG = "GW Hei", "GW Song"
_FILES = {_HEI: "GWHei-Regular.otf", _SONG: "GWSong-Regular.otf"}


class Fonts:
    """Picks the first installed family of ``stack``; the bundled fonts stand in for what is missing.

    GW Hei is the whole window's font where no other can write Chinese; GW Song is the net for the rare
    characters of names. Paper previews need no font: their pages are outlines.
    """

    def __init__(self, folder: Path, stack: Sequence[str]) -> None:
        self._folder = folder
        self._registered: set[str] = set()
        own = stack.index(_HEI) if _HEI in stack else len(stack)
        installed = _installed()
        chosen = next((family for family in stack[:own] if family.casefold() in installed), None)
        if chosen is None:
            self._register(_HEI)
        first = (chosen,) if chosen else ()
        self.families: tuple[str, ...] = (*first, _HEI, _SONG, *stack[own + 1 :])
        self.bold = _bold_weight(self.families[0])

    def register_rest(self) -> None:
        """Make the bundled fallbacks known; wanted soon after the window has been painted, not before."""
        for family in _FILES:
            self._register(family)

    def font(self, pixels: int, *, bold: bool = False) -> QFont:
        """Return the window's font at ``pixels`` logical px."""
        font = QFont(list(self.families))
        font.setPixelSize(pixels)
        font.setWeight(self.bold if bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _register(self, family: str) -> None:
        if family not in self._registered:
            QFontDatabase.addApplicationFont(str(self._folder / _FILES[family]))
            self._registered.add(family)


def _installed() -> frozenset[str]:
    """Return the names of the fonts there are, in lower case.

    Qt's ``hasFamily`` would have fontconfig go through all its rules for each family that is not there: what
    it would then put in its place is no font of the office's.
    """
    return frozenset(name.partition(" [")[0].casefold() for name in QFontDatabase.families())


def _bold_weight(family: str) -> QFont.Weight:
    """Return semi-bold, or bold where the family has one weight: Qt thickens only from there on."""
    heavy = int(QFont.Weight.DemiBold)
    weights = (QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family))
    return QFont.Weight.DemiBold if any(weight >= heavy for weight in weights) else QFont.Weight.Bold
