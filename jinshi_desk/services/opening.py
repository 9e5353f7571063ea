"""An office's data file opened, and the one setting that every list of drafts asks for."""

from pathlib import Path

from jinshi_desk import paths
from jinshi_desk.store.database import Store, open_store

FORM_REQUIRED = "quota.form_required"


def open_office(file: Path) -> Store:
    """Open the data file ``file``; raises as ``open_store`` does."""
    return open_store(file, paths.migrations())


def form_required(store: Store) -> bool:
    """Tell whether a draft needs its approval form on file to be valid (``require_form_for_valid``)."""
    return store.settings.get(FORM_REQUIRED) != "0"
