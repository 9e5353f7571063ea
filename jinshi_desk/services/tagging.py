"""The desk that says what drafts are about (选题), one or many, and counts it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from jinshi_desk.domain import tags as topics
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.draft_kinds import is_valid
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.tags import cleaned_tags
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.opening import form_required
from jinshi_desk.store.database import Store


@dataclass(frozen=True, slots=True)
class TopicCounts:
    """How many valid drafts there are, and of them how many about each topic, the most frequent first."""

    valid: int
    topics: tuple[tuple[str, int], ...]


class TaggingDesk:
    """Gives drafts their topics, in closed months as well: no figure of a month tells of them."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def of_draft(self, number: str) -> tuple[str, ...]:
        """Return the topics of a draft.

        Raises:
            UnknownDraft: there is none of this number.
        """
        return self._store.drafts.get(number).tags

    def known(self) -> tuple[str, ...]:
        """Return every topic in use, the most frequent first."""
        return tuple(tag for tag, *_ in self._store.tags.spelled())

    def put(self, numbers: Sequence[str], tags: Sequence[str]) -> int:
        """Have drafts be about exactly ``tags``, in one act; return how many changed.

        Raises:
            UnknownDraft: a number names no draft.
            NotFileable: there are too many, or one is too long; no draft is changed.
        """
        wanted = cleaned_tags(tags)
        return self._change(dict.fromkeys(numbers, wanted))

    def add(self, numbers: Sequence[str], tags: Sequence[str]) -> int:
        """Have drafts be about ``tags`` too, in one act; return how many changed.

        Raises:
            UnknownDraft, NotFileable: as ``put``.
        """
        more = cleaned_tags(tags)
        return self._change({number: cleaned_tags((*self.of_draft(number), *more)) for number in numbers})

    def _change(self, wanted: Mapping[str, tuple[str, ...]]) -> int:
        for tags in wanted.values():
            refuse_bad(topics.problems(tags))
        drafts = [self._store.drafts.get(number) for number in wanted]
        changed = [draft for draft in drafts if draft.tags != wanted[draft.number]]
        if changed:
            subject = self._write("tag", changed, wanted)
            before = {draft.number: draft.tags for draft in changed}
            self._undo.remember(subject, lambda: self._take_back(before))
        return len(changed)

    def _take_back(self, before: Mapping[str, tuple[str, ...]]) -> None:
        self._write("undo", [self._store.drafts.get(number) for number in before], before)

    def _write(self, name: str, drafts: Sequence[Draft], wanted: Mapping[str, tuple[str, ...]]) -> str:
        old = {draft.number: {"tags": list(draft.tags)} for draft in drafts}
        new = {draft.number: {"tags": list(wanted[draft.number])} for draft in drafts}
        with self._store.writing(name, Topic.DRAFTS) as act:
            for draft in drafts:
                self._store.drafts.set_tags(draft, replace(draft, tags=wanted[draft.number]))
            if len(drafts) == 1:
                ((act.subject, act.before),) = old.items()
                (act.after,) = new.values()
            else:
                act.subject, act.before = "drafts", {"changes": old}
                act.after = {"numbers": list(new), "changes": new}
        return act.subject


def topic_counts(store: Store, months: Iterable[Month]) -> TopicCounts:
    """Count the valid drafts of ``months`` by topic (§6.5 Q3); a draft of two topics counts for both."""
    wanted, required = tuple(months), form_required(store)
    tags = store.tags.of_months(wanted)
    valid = [
        each.draft
        for month in wanted
        for each in store.drafts.received(month)
        if is_valid(each.status, each.source, approval_on_file=each.approval_on_file, form_required=required)
    ]
    return TopicCounts(len(valid), topics.counted(tags.get(draft, ()) for draft in valid))
