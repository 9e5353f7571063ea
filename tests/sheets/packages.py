"""Workbooks changed from inside, as no spreadsheet program would."""

import zipfile
from collections.abc import Callable
from pathlib import Path


def rewrite(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Change one part of the package at ``path``; it is added where it is not there."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
