"""An office's data file opened, and the one setting that every list of drafts asks for."""

from pathlib import Path

from jinshi_desk import paths
from jinshi_desk.domain.errors import ReadOnlyDataFile
from jinshi_desk.store.database import Store, open_store

FORM_REQUIRED = "quota.form_required"


def open_office(file: Path) -> Store:
    """Open the data file ``file``; raises as ``open_store`` does."""
    return open_store(file, paths.migrations())


def open_to_work(file: Path) -> Store:
    """Open the data file ``file`` for a clerk who is going to write in it.

    Raises:
        ReadOnlyDataFile: the machine would not let any of it be kept; else as ``open_store`` does.
    """
    store = open_office(file)
    if store.read_only:
        store.close()
        raise ReadOnlyDataFile(file.name)
    return store


def form_required(store: Store) -> bool:
    """Tell whether a draft needs its approval form on file to be valid (``require_form_for_valid``)."""
    return store.settings.get(FORM_REQUIRED) != "0"
