"""What every filing desk shares: bad forms are refused whole, and the last act can be taken back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jinshi_desk.domain.errors import NotFileable, NothingToUndo, UndoOvertaken
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.store.database import Store


def refuse_bad(problems: Iterable[Problem]) -> None:
    """Refuse a form while anything in it must be put right.

    Raises:
        NotFileable: with all the bad problems at once; warnings do not count.
    """
    bad = tuple(problem for problem in problems if problem.severity is Severity.BAD)
    if bad:
        raise NotFileable(bad)


@dataclass(frozen=True, slots=True)
class _Done:
    subject: str
    record: int
    take_back: Callable[[], None]


class Undo:
    """The acts that can be taken back, last first, each while nothing else touched its subject."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._done: list[_Done] = []

    def remember(self, subject: str, take_back: Callable[[], None]) -> None:
        """Keep how to take back the act just done to ``subject``."""
        self._done.append(_Done(subject, self._last_record(subject), take_back))

    def last(self) -> str:
        """Take back the last act and return its subject.

        Raises:
            NothingToUndo: there is none.
            UndoOvertaken: something else was done to its subject since.
        """
        if not self._done:
            raise NothingToUndo
        done = self._done.pop()
        if self._last_record(done.subject) != done.record:
            raise UndoOvertaken(done.subject)
        done.take_back()
        return done.subject

    def _last_record(self, subject: str) -> int:
        return self._store.audit.of(subject)[-1].id
