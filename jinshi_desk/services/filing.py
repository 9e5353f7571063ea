"""What every filing desk shares: bad forms are refused whole, and the last act can be taken back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jinshi_desk.domain.errors import NotFileable, NothingToUndo, UndoOvertaken
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.store.audit import Record
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
    record: Record
    take_back: Callable[[], object]


class Undo:
    """The acts that can be taken back, last first, each while nothing else touched what it touched."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._done: list[_Done] = []
        self._cancelled: set[int] = set()
        """Records of acts that were taken back, and of taking them back: it is as if they had not been."""

    def remember(self, subject: str, take_back: Callable[[], object]) -> None:
        """Keep how to take back the act just done to ``subject``."""
        self._done.append(_Done(subject, self._store.audit.last(), take_back))

    def last(self) -> str:
        """Take back the last act and return its subject.

        Raises:
            NothingToUndo: there is none.
            UndoOvertaken: something else was done since to what it touched.
        """
        if not self._done:
            raise NothingToUndo
        done = self._done.pop()
        for later in self._store.audit.since(done.record.id):
            overtaken = later.subjects & done.record.subjects
            if overtaken and later.id not in self._cancelled:
                raise UndoOvertaken(min(overtaken))
        done.take_back()
        self._cancelled |= {done.record.id, self._store.audit.last().id}
        return done.subject
