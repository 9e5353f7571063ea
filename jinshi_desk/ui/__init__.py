"""The window: the only package, with ``app``, that imports PySide6."""
