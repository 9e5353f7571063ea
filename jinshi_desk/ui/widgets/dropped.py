"""What falls on a widget."""

from collections.abc import Container
from pathlib import Path

from PySide6.QtCore import QMimeData

DRAFTS = frozenset({".docx", ".txt"})
"""The kinds of files that are read as drafts."""


def dropped_files(data: QMimeData, kinds: Container[str] | None = None) -> list[Path]:
    """Return the files in ``data``, or those of ``kinds``."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if kinds is None or file.suffix.casefold() in kinds]
