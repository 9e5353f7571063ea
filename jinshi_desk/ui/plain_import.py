"""``import`` without what PySide does at every one of them.

PySide reads the source of each module that is imported, in search of a ``__feature__`` that none of ours asks
for: a tenth of the start.
"""

import builtins

import PySide6.QtCore  # noqa: F401  # what puts its own ``import`` there


def import_plainly() -> None:
    """Have the ``import`` back that was there before; wanted before the window's modules are imported."""
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
