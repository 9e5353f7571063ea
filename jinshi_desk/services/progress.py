"""How slow work says how far it is, and learns that it should stop."""

from typing import Protocol


class Cancelled(Exception):  # not an error: somebody pressed 取消
    """The work was told to stop; whatever transaction is open rolls back."""


class Progress(Protocol):
    """What slow work reports to."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Say that ``done`` of ``total`` is done; ``what`` names the part in hand.

        Raises:
            Cancelled: the work should stop here.
        """


class Unwatched:
    """Progress that nobody looks at."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Go on."""
