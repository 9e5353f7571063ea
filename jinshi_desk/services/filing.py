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


@dataclass(slots=True)
class _Done:
    subject: str
    before: int
    """The subject's last record before the act, 0 for none."""
    record: int
    take_back: Callable[[], None]


class Undo:
    """The acts that can be taken back, last first, each while nothing else touched its subject."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._done: list[_Done] = []

    def remember(self, subject: str, take_back: Callable[[], None]) -> None:
        """Keep how to take back the act just done to ``subject``."""
        *_, before, record = (0, *self._records(subject))
        self._done.append(_Done(subject, before, record, take_back))

    def last(self) -> str:
        """Take back the last act and return its subject.

        Raises:
            NothingToUndo: there is none.
            UndoOvertaken: something else was done to its subject since.
        """
        if not self._done:
            raise NothingToUndo
        done = self._done.pop()
        if self._records(done.subject)[-1] != done.record:
            raise UndoOvertaken(done.subject)
        done.take_back()
        now = self._records(done.subject)[-1]
        for earlier in self._done:
            if (earlier.subject, earlier.record) == (done.subject, done.before):
                earlier.record = now  # the subject is again as that act left it
        return done.subject

    def _records(self, subject: str) -> tuple[int, ...]:
        return tuple(record.id for record in self._store.audit.of(subject))
