"""Authors as a clerk writes them in one field: ``周试一60%、李试二40%、记者 周试二等``."""

from collections.abc import Sequence

from jinshi_desk.domain.drafts import Author
from jinshi_desk.domain.people import AuthorRole, parted, without_share
from jinshi_desk.wording import AUTHOR_ROLE

_MORE = "等"
_SIGNED_ROLES = tuple(role for role in AuthorRole if role is not AuthorRole.AUTHOR)


def split_role(name: str) -> tuple[AuthorRole, str]:
    """Return the role that ``name`` begins with, and the name alone."""
    for role in _SIGNED_ROLES:
        if name.startswith(AUTHOR_ROLE[role]):
            return role, name.removeprefix(AUTHOR_ROLE[role]).strip()
    return AuthorRole.AUTHOR, name


def with_role(role: AuthorRole, name: str) -> str:
    """Write a name with the role it signed in."""
    return name if role is AuthorRole.AUTHOR else f"{AUTHOR_ROLE[role]} {name}"


def written(authors: Sequence[Author], *, incomplete: bool) -> list[str]:
    """Return the names as they stand in the field."""
    names = [with_role(author.role, author.signed) for author in authors]
    if incomplete:
        names = [*names[:-1], names[-1] + _MORE] if names else [_MORE]
    return names


def read(names: Sequence[str]) -> tuple[tuple[Author, ...], bool]:
    """Return the authors that ``names`` mean, and whether there are more than are named."""
    incomplete = bool(names) and names[-1].endswith(_MORE)
    if incomplete:
        names = [*names[:-1], names[-1].removesuffix(_MORE)]
    signed = (split_role(name.strip()) for name in names)
    return tuple(_author(role, name) for role, name in signed if name), incomplete


def _author(role: AuthorRole, written: str) -> Author:
    labelled, share = without_share(written)
    name, mark = parted(labelled)
    return Author(name, role, mark, share)
