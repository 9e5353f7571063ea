"""The look this PC's clerk chose: theme and text size, kept with the window's geometry."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from jinshi_desk.ui.theme import Look, Scheme, TextSize

_SCHEME, _TEXT_SIZE = "look/scheme", "look/text_size"


def saved_look(app: QApplication, resources: Path, settings: QSettings) -> Look:
    """Return the look as it was left; as shipped where the settings say nothing that is known."""
    scheme, size = str(settings.value(_SCHEME, "")), str(settings.value(_TEXT_SIZE, ""))
    return Look(
        app,
        resources,
        Scheme(scheme) if scheme in set(Scheme) else Scheme.SYSTEM,
        TextSize(size) if size in set(TextSize) else TextSize.STANDARD,
    )


def save_look(look: Look, settings: QSettings) -> None:
    """Keep the look for the next start."""
    settings.setValue(_SCHEME, look.scheme.value)
    settings.setValue(_TEXT_SIZE, look.text_size.value)
