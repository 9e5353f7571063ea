"""What is done to good drafts (好稿), told with the way back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from jinshi_desk.domain.months import Month
from jinshi_desk.services.pick_packs import Pack
from jinshi_desk.ui.ledgers.pick_pages import PickEntry, PickSettled
from jinshi_desk.ui.ledgers.telling import Telling


class PickActs(Telling):
    """Does things; nothing here knows a widget."""

    def pick(self, entry: PickEntry) -> int:
        """Pick a draft and return the id of the pick."""
        row = self._desks.picks.pick(entry.number, entry.new)
        self._tell(self.tr("已列为{}好稿：{}").format(entry.new.month.label, entry.number))
        return row

    def settle(self, entry: PickSettled) -> None:
        """Put the reason and the day of upload right."""
        self._desks.picks.settle(entry.pick, entry.reason, entry.uploaded_on)
        self._tell(self.tr("已保存好稿"))

    def take_back(self, number: str) -> bool:
        """Take a pick back, for a reason; tell whether it was done."""
        reason = self._frame.dialogs.ask_reason(
            self.tr("取消这篇好稿？"),
            self.tr("不再算好稿，曾经列过留在台账里。"),
            (self.tr("另有更好的一篇"), self.tr("推荐有误")),
            self.tr("取消好稿"),
        )
        if reason is None:
            return False
        self._desks.picks.take_back(number, reason)
        self._tell(self.tr("已取消好稿：{}").format(number))
        return True

    def export_texts(self, month: Month) -> None:
        """Write the month's texts and their list where the clerk says, as one file."""
        desk = self._desks.packs
        path = self._frame.dialogs.save_file(
            self.tr("导出正文到"), desk.name(month), [self.tr("压缩包 (*.zip)")]
        )
        if path is None:
            return
        file = path if path.suffix.casefold() == ".zip" else path.with_name(f"{path.name}.zip")
        task = self._frame.tasks.start(lambda progress: desk.save(month, file, progress))
        task.succeeded.connect(self._on_packed)

    def _on_packed(self, pack: Pack) -> None:
        words = self.tr("已导出正文 {} 篇和目录：{}").format(pack.texts, pack.path.name)
        if pack.without_text:
            bare = "、".join(each.draft.number for each in pack.without_text)
            words = self.tr("{}；{} 篇没有正文：{}").format(words, len(pack.without_text), bare)
        self._frame.notices.tell_result(words, self.tr("打开文件夹"), partial(_open_folder, pack.path.parent))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
