"""How the name under a draft is signed and written: its role, and the mark that tells namesakes apart."""

import re
from enum import StrEnum


class AuthorRole(StrEnum):
    """Why a name stands under a draft. Reporters and media editors earn nothing (§3.4)."""

    AUTHOR = "author"
    REPORTER = "reporter"
    MEDIA_EDITOR = "media_editor"


_MARKED = re.compile(r"(.+?)\s*[（(]([^（()）]+)[)）]")


def label(name: str, mark: str) -> str:
    """Write a name with what tells its bearer from a namesake: ``周试一（党建办）``."""
    return f"{name}（{mark}）" if mark else name


_SHARED = re.compile(r"(.*[^\d\s(（])\s*[(（]?\s*(\d{1,3})\s*[%％]\s*[)）]?", re.DOTALL)


def without_share(text: str) -> tuple[str, int | None]:
    """Return a name as written, and the percent behind it that somebody set by hand: ``周试一60%``."""
    found = _SHARED.fullmatch(text.strip())
    return (found[1], int(found[2])) if found else (text.strip(), None)


def parted(text: str) -> tuple[str, str]:
    """Return name and mark of a label; a name without a mark has an empty one."""
    found = _MARKED.fullmatch(text.strip())
    return (found[1], found[2].strip()) if found else (text.strip(), "")
