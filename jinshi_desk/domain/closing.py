"""What a month keeps when it is closed: everything that is ever shown or printed of it."""

from dataclasses import dataclass

from jinshi_desk.domain.balance import Check
from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.quota import Verdict
from jinshi_desk.domain.trends import Trends


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft of the month, by its id, and how it counted when the month was closed.

    ``valid``, ``adopted`` and ``form_missing`` are none in months closed before they were kept.
    """

    draft: int
    unit: str
    verdict: Verdict
    valid: bool | None = None
    adopted: bool | None = None
    form_missing: bool | None = None


@dataclass(frozen=True, slots=True)
class Frozen:
    """A closed month. It is stored as text, so whatever is added to it or inside it needs a default."""

    bulletin: Bulletin
    checks: tuple[Check, ...] = ()
    drafts: tuple[Judged, ...] = ()
    trends: Trends | None = None
    """By group, as the bulletin's workbook shows them; none in a month closed before they were kept."""
