"""Which data file was open last on this PC."""

from pathlib import Path

from PySide6.QtCore import QSettings

_FILE = "office/file"


def last_file(settings: QSettings) -> Path | None:
    """Return the file opened last, where it still exists."""
    text = str(settings.value(_FILE, ""))
    return Path(text) if text and Path(text).exists() else None


def remember_file(settings: QSettings, file: Path) -> None:
    """Have ``file`` opened at the next start."""
    settings.setValue(_FILE, str(file))
