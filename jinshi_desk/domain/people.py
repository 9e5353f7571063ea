"""People who write: correspondents, cadres, and reporters who only sign along."""

from dataclasses import dataclass
from enum import StrEnum


class AuthorRole(StrEnum):
    """Why a name stands under a draft. Reporters and media editors earn nothing (§3.4)."""

    AUTHOR = "author"
    REPORTER = "reporter"
    MEDIA_EDITOR = "media_editor"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has written for ``unit``."""

    id: int
    name: str
    unit: str
