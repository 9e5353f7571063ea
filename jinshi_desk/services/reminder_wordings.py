"""催报文字: how the office words its reminders, as shipped until it has its own."""

from collections.abc import Mapping

from jinshi_desk.domain import reminder_wordings
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.reminder_wordings import Occasion, Wordings, cleaned
from jinshi_desk.services import defaults
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.database import Store


def shipped_wordings() -> Wordings:
    """Return the texts that the program ships."""
    table = defaults.table(defaults.folder() / "reminders.toml")
    return {occasion: str(table[occasion]) for occasion in Occasion}


def wordings(store: Store) -> Wordings:
    """Return the office's texts, the shipped one where it has none of its own."""
    return {
        occasion: store.settings.get(_key(occasion)) or shipped
        for occasion, shipped in shipped_wordings().items()
    }


class WordingDesk:
    """What a clerk does with the texts."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def wordings(self) -> Wordings:
        """Return the office's texts."""
        return wordings(self._store)

    def check(self, text: str) -> tuple[Problem, ...]:
        """Return what is wrong with a text."""
        return tuple(reminder_wordings.problems(cleaned(text)))

    def keep(self, texts: Wordings) -> None:
        """Have ``texts`` as the office's from now on; one as shipped follows what later programs ship.

        Raises:
            NotFileable: one names an unknown place, or nobody.
        """
        shipped, kept = shipped_wordings(), wordings(self._store)
        wanted = {occasion: cleaned(text) for occasion, text in texts.items()}
        for text in wanted.values():
            refuse_bad(reminder_wordings.problems(text))
        changed = [occasion for occasion, text in wanted.items() if text != kept[occasion]]
        if not changed:
            return
        before = {_key(each): self._store.settings.get(_key(each)) for each in changed}
        after = {_key(each): "" if wanted[each] == shipped[each] else wanted[each] for each in changed}
        self._write("settings", after)
        self._undo.remember("settings", lambda: self._write("undo", before))

    def _write(self, name: str, texts: Mapping[str, str]) -> None:
        with self._store.writing(name, Topic.SETTINGS) as act:
            act.subject = "settings"
            act.before = {key: self._store.settings.get(key) for key in texts}
            act.after = dict(texts)
            self._store.settings.put(act.after)


def _key(occasion: Occasion) -> str:
    return f"reminder.{occasion}"
