"""The command line: the same desk without a window; it never imports Qt.

Exit 0: done. 1: refused, one sentence on stderr. 2: wrong usage.
"""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from jinshi_desk.cli.arguments import parser
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import CannotWrite, DeskError
from jinshi_desk.safe_files import cause


def main(words: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    asked = parser().parse_args(words)
    try:
        code: int = asked.run(asked)
        sys.stdout.flush()
    except DeskError as error:
        return _refuse(error)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        sys.stderr.close()
        return 0
    except OSError as error:
        return _refuse(CannotWrite(error.filename or "", cause(error)))
    return code


def _refuse(error: DeskError) -> int:
    print(error_sentence(error), file=sys.stderr)
    return 1
