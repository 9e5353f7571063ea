"""The way back from an import, as the toast of the window offers it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from jinshi_desk.services.importing import ImportDesk
from jinshi_desk.services.progress import Progress
from jinshi_desk.ui.frame import Frame


def take_back(frame: Frame, imports: ImportDesk, batches: Sequence[int]) -> None:
    """Undo ``batches``, the last first, off the GUI thread; what is refused is told as everywhere."""

    def work(progress: Progress) -> tuple[int, int]:
        done = []
        for number, batch in enumerate(batches):
            progress.step(number, len(batches))
            done.append(imports.undo_batch(batch))
        return sum(drafts for drafts, _ in done), sum(adoptions for _, adoptions in done)

    def tell(counts: tuple[int, int]) -> None:
        words = QCoreApplication.translate("ImportUndo", "已撤销导入")
        if any(counts):
            words = QCoreApplication.translate("ImportUndo", "已撤销导入：{} 篇稿件作废，{} 次采用勾销")
        frame.notices.tell_act(words.format(*counts))

    frame.tasks.start(work).succeeded.connect(tell)
