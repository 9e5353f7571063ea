"""What a tab has to say in the frame: counts, keys, what was just done."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal


class Notices(QObject):
    """Handed to every tab; the window listens."""

    counts_told = Signal(str)
    keys_told = Signal(str)
    busy_told = Signal(str)
    save_told = Signal(str)  # 14:32:07
    act_told = Signal(str, object)  # what was done, how to undo it or None
    result_told = Signal(str, str, object)  # what came of it, the verb of the button, what the button does
    refusal_told = Signal(str)

    def tell_counts(self, text: str) -> None:
        """Show the figures of this list at the left of the status bar."""
        self.counts_told.emit(text)

    def tell_keys(self, text: str) -> None:
        """Show the keys of this screen at the right of the status bar."""
        self.keys_told.emit(text)

    def tell_busy(self, word: str) -> None:
        """Say in the status bar what is under way; empty when it is over."""
        self.busy_told.emit(word)

    def tell_saved(self, when: datetime) -> None:
        """Say that everything up to ``when`` is on disk."""
        self.save_told.emit(f"{when:%H:%M:%S}")

    def tell_act(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done, with the way back, in a toast."""
        self.act_told.emit(text, undo)

    def tell_result(self, text: str, verb: str, follow: Callable[[], None]) -> None:
        """Say what came of longer work, with a button that leads to it."""
        self.result_told.emit(text, verb, follow)

    def tell_refusal(self, sentence: str) -> None:
        """Say why something was not done, in a toast that stays longer."""
        self.refusal_told.emit(sentence)
