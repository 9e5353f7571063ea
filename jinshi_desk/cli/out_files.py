"""Files that are written: their endings say what they are."""

import argparse
from collections.abc import Callable
from pathlib import Path


def out_file(*suffixes: str) -> Callable[[str], Path]:
    """Return what reads an ``--out`` that must end in one of ``suffixes``, such as ``.pdf``."""

    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.casefold() not in suffixes:
            raise argparse.ArgumentTypeError(f"“{text}”应以 {' 或 '.join(suffixes)} 结尾")
        return path

    return read
