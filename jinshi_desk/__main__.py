"""``python -m jinshi_desk``: a word after it is a command, none opens the window."""

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinshi_desk.app import Desk


def main() -> int:
    """Run the front that was asked for and return its exit code."""
    words = sys.argv[1:]
    if _is_command(words):
        from jinshi_desk.cli import main as run

        return run(words)
    return show(words)


def show(words: list[str], then: "Callable[[Desk], object]" = lambda _desk: None) -> int:
    """Open the window, with what it is made of imported before Python looks for garbage in it.

    A start makes none; the search is a twentieth of it. The window begins to look when it is painted.
    """
    gc.disable()
    from jinshi_desk.ui.prompt_pyside import import_pyside

    import_pyside()
    from jinshi_desk.app import main as run

    return run(words, then)


def _is_command(words: list[str]) -> bool:
    """Tell whether anything is asked for beyond the window's own options."""
    rest = iter(words)
    for word in rest:
        name, _, value = word.partition("=")
        if name not in ("--data", "--screens"):
            return True
        if not value:
            next(rest, None)
    return False


if __name__ == "__main__":
    sys.exit(main())
