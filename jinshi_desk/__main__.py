"""``python -m jinshi_desk``: a word after it is a command, none opens the window."""

import sys


def main() -> int:
    """Run the front that was asked for and return its exit code."""
    words = sys.argv[1:]
    if _is_command(words):
        from jinshi_desk.cli import main as run

        return run(words)
    from jinshi_desk.app import main as show

    return show(words)


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
