"""Files that wait to be registered: read off the window's thread, handed out one after another."""

from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from jinshi_desk.domain.errors import DeskError, UnreadableFiles
from jinshi_desk.ui.frame import Frame

if TYPE_CHECKING:
    from jinshi_desk.intake.drafts import DraftProposal

_SHEETS = frozenset({".xlsx", ".xls", ".csv"})


class Incoming(NamedTuple):
    """A file and what it seems to say."""

    file: Path
    proposal: "DraftProposal"


class Inbox(QObject):
    """Takes files; ``arrived`` says that one more can be had by ``next``."""

    arrived = Signal()
    sheets_found = Signal(list)  # of Path

    def __init__(self, frame: Frame, read_draft: Callable[[Path], "DraftProposal"]) -> None:
        super().__init__()
        self._frame = frame
        self._read = read_draft
        self._ready: deque[Incoming] = deque()
        self._reading: list[Path] = []
        self._refused: list[tuple[Path, DeskError]] = []

    def take(self, files: Iterable[Path]) -> None:
        """Take files in; sheets are for the importer."""
        files = list(files)
        sheets = [file for file in files if file.suffix.casefold() in _SHEETS]
        if sheets:
            self.sheets_found.emit(sheets)
        for file in files:
            if file not in sheets:
                self._start(file)

    def next(self) -> Incoming | None:
        """Hand out the file that has waited longest."""
        return self._ready.popleft() if self._ready else None

    @property
    def is_empty(self) -> bool:
        """Tell whether no file waits to be handed out."""
        return not self._ready

    @property
    def waiting(self) -> list[str]:
        """The names of the files not yet handed out."""
        return [*(each.file.name for each in self._ready), *(file.name for file in self._reading)]

    def _start(self, file: Path) -> None:
        self._reading.append(file)
        task = self._frame.tasks.start(lambda _progress: self._read(file))
        task.succeeded.connect(lambda proposal: self._on_read(file, proposal))
        task.failed.connect(lambda error: self._on_failed(file, error))
        task.finished.connect(lambda: self._on_finished(file))
        self._tell_busy()

    def _on_read(self, file: Path, proposal: "DraftProposal") -> None:
        self._reading.remove(file)
        self._ready.append(Incoming(file, proposal))
        self.arrived.emit()

    def _on_failed(self, file: Path, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._refused.append((file, error))

    def _on_finished(self, file: Path) -> None:
        if file in self._reading:
            self._reading.remove(file)  # it could not be read
        self._tell_busy()
        if self._reading or not self._refused:
            return
        refused, self._refused = self._refused, []
        if len(refused) == 1:
            raise refused[0][1]
        raise UnreadableFiles(len(refused), "、".join(file.name for file, _error in refused))

    def _tell_busy(self) -> None:
        name = self._reading[0].name if self._reading else ""
        self._frame.notices.tell_busy(self.tr("正在读 {}").format(name) if name else "")
