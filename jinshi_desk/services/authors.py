"""Whether the names under a draft say who is meant."""

from collections.abc import Iterator

from jinshi_desk.domain.drafts import Draft, NewDraft
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.store.database import Store


def author_problems(store: Store, draft: NewDraft, old: Draft | None = None) -> Iterator[Problem]:
    """Yield what is odd about who signed ``draft``: a name that several bear, one whose bearer had left.

    A name that stood under ``old``, the draft as it is filed, goes on meaning the same person.
    """
    if not draft.units:
        return
    settled = {author.label for author in old.authors} if old and old.lead == draft.units[0] else set()
    seen: set[object] = set()
    twice = False
    for author in draft.authors:
        meant = store.people.meant(author.name, author.mark, draft.units, draft.received_on)
        if author.label in settled:
            pass
        elif len(meant.people) > 1:
            yield Problem("authors", "several", detail="、".join(meant.people.values()))
        elif not meant.there:
            yield Problem("authors", "not_there", Severity.WARN, author.label)
        who: object = next(iter(meant.people), author.name)
        twice |= who in seen
        seen.add(who)
    labels = [author.label for author in draft.authors]
    if twice and len(set(labels)) == len(labels):  # the same name twice is told by the form's own rules
        yield Problem("authors", "one_person")
