"""Writing a file whole or not at all, and what the machine said in the clerk's words."""

import errno
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinshi_desk.domain.errors import CannotWrite

_CAUSE = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限，或正被别的程序占用",
    errno.EPERM: "没有权限",
    errno.EROFS: "该位置是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已满",
    errno.EEXIST: "那里是一个文件，不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘读写出错",
}

_IN_NO_NAME = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]+')
_LONGEST_NAME = 60
"""Characters: in UTF-8 a file name holds some 80 Chinese ones, and Windows counts the folders too."""


def name_of_file(words: str) -> str:
    """Return ``words`` as any file system takes them for the name of a file, without its ending.

    What no name may hold becomes a space; a long one is cut, and ends in neither a point nor a space.
    """
    name = " ".join(_IN_NO_NAME.sub(" ", words).split())
    return name[:_LONGEST_NAME].rstrip(". ")


def cause(error: OSError) -> str:
    """Return why the machine refused, in the clerk's words where we have them."""
    known = _CAUSE.get(error.errno) if error.errno is not None else None
    return known or error.strerror or type(error).__name__


@contextmanager
def replace_file(path: Path) -> Iterator[Path]:
    """Yield an empty file beside ``path`` to be filled; leaving the block puts it in the place of ``path``.

    Whoever reads ``path`` finds the old content or the new, never a part. Leaving by an exception leaves
    ``path`` as it was.

    Raises:
        CannotWrite: the machine refused, here or inside the block.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):  # a printer port or another device
        raise CannotWrite(str(path), "这是一个设备，不是文件")
    try:
        with _beside(path) as draft:
            yield draft
            _flush(draft)
            draft.replace(path)
            _flush_folder(path.parent)
    except OSError as error:
        raise CannotWrite(str(path), cause(error)) from error


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Yield a new file beside ``path``, with the ending and the rights of ``path``; tidy up after."""
    draft = path.with_name(f".{secrets.token_hex(8)}{path.suffix}")
    try:
        draft.touch(exist_ok=False)
        if path.exists():
            shutil.copymode(path, draft)
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name durable; only POSIX lets a folder be opened for that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
