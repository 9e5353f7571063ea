"""What is not yet right in something typed."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a problem keeps the form from being filed."""

    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something odd at ``field``; ``reason`` names a sentence in ``wording``, ``detail`` completes it."""

    field: str
    reason: str
    severity: Severity = Severity.BAD
    detail: str = ""
