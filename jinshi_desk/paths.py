"""Where the program's own files and the clerk's files live, in a checkout or in a frozen bundle."""

import os
import sys
from pathlib import Path

DATA_FILE_NAME = "津市组工信息台.jinshi"


def _root() -> Path:
    """Return the folder that holds ``resources`` and ``db``."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Return the folder of fonts, icons, paper templates and default tables."""
    return _root() / "resources"


def migrations() -> Path:
    """Return the folder of numbered SQL migrations."""
    return _root() / "db" / "migrations"


def default_data_file() -> Path:
    """Return the data file that is opened when none is named.

    ``JINSHI_DATA`` decides first; then a ``db`` folder beside a portable (frozen) program; then the
    user's own data folder.
    """
    named = os.environ.get("JINSHI_DATA")
    if named:
        return Path(named)
    if getattr(sys, "frozen", False):
        portable = Path(sys.executable).parent / "db"
        if portable.is_dir():
            return portable / DATA_FILE_NAME
    return _user_data_folder() / DATA_FILE_NAME


def own_papers(data_file: Path) -> Path:
    """Return the folder beside the data file where the office keeps templates of its own, if it does."""
    return data_file.parent / "版面"


def log_file() -> Path:
    """Return the file that errors are written to."""
    return _user_data_folder() / "jinshi_desk.log"


def _user_data_folder() -> Path:
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "jinshi_desk"
