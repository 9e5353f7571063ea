"""What the clerk does to the sentences of a notice."""

from collections.abc import Callable
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Slot

from jinshi_desk.ui.notice.sentence_row import short_code
from jinshi_desk.ui.notice.sentences_pane import SentencesPane
from jinshi_desk.ui.widgets.notices import Notices

_About = TypeVar("_About")
_About_contra = TypeVar("_About_contra", contravariant=True)


class SentenceDesk(Protocol[_About_contra]):
    """Keeps what the clerk made of the sentences of a month or a longer period."""

    def include(self, about: _About_contra, code: str, /, *, included: bool) -> None:
        """Switch a sentence on or off."""

    def edit(self, about: _About_contra, code: str, text: str | None, /) -> None:
        """Keep the clerk's text of a sentence; none brings the generated one back."""


class SentenceActs(QObject, Generic[_About]):
    """Has ``desk`` keep what is done in ``pane`` to the notice of ``about()``, and tells the way back.

    ``reload`` shows the notice anew: after a refusal the tick of the sentence is put back.
    """

    def __init__(
        self,
        pane: SentencesPane,
        desk: SentenceDesk[_About],
        about: Callable[[], _About],
        reload: Callable[[], None],
        notices: Notices,
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._desk = desk
        self._about = about
        self._reload = reload
        self._notices = notices
        pane.included.connect(self._on_included)
        pane.edited.connect(self._on_edited)
        pane.emptied.connect(self._on_emptied)
        pane.restored.connect(self._on_restored)

    @Slot(str, bool)
    def _on_included(self, code: str, on: bool) -> None:  # noqa: FBT001  # a signal's own argument
        include = partial(self._desk.include, self._about(), code)
        try:
            include(included=on)
        finally:
            self._reload()
        said = self.tr("{} 又用上") if on else self.tr("{} 不用")
        self._notices.tell_act(said.format(short_code(code)), partial(include, included=not on))

    @Slot(str, str)
    def _on_edited(self, code: str, text: str) -> None:
        self._change(code, text, self.tr("{} 已改"))

    @Slot(str)
    def _on_restored(self, code: str) -> None:
        self._change(code, None, self.tr("{} 已恢复原句"))

    def _change(self, code: str, text: str | None, said: str) -> None:
        before, about = self._pane.rows[code].sentence, self._about()
        old = before.text if before.edited else None
        self._desk.edit(about, code, text)
        self._notices.tell_act(said.format(short_code(code)), partial(self._desk.edit, about, code, old))

    @Slot(str)
    def _on_emptied(self, code: str) -> None:
        said = self.tr("{} 不能改成空句，不用这一句可取消勾选。")
        self._notices.tell_refusal(said.format(short_code(code)))
