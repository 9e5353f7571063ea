"""What a right click on drafts offers: the acts that fit all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from jinshi_desk.domain.approval_forms import ARTICLE_LIMIT
from jinshi_desk.domain.draft_kinds import STANDING, Status, may_become
from jinshi_desk.domain.register import RegisterRow


class RowMenu(QMenu):
    """A menu for ``rows``; closed for good once something was chosen or not."""

    open_wanted = Signal()
    copy_wanted = Signal()
    explain_wanted = Signal()
    approval_wanted = Signal()
    pick_wanted = Signal()
    step_wanted = Signal(object)  # Status
    forms_wanted = Signal(bool)  # whether on file

    def __init__(self, rows: Sequence[RegisterRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(rows) == 1:
            self.addAction(self.tr("打开\tEnter"), self.open_wanted.emit)
            if rows[0].level is not None or rows[0].cents:
                self.addAction(self.tr("这分怎么来的\tF2"), self.explain_wanted.emit)
        if len(rows) <= ARTICLE_LIMIT and not any(row.gone for row in rows):
            words = self.tr("审批表") if len(rows) == 1 else self.tr("开三审表…")
            self.addAction(f"{words}\tCtrl+G", self.approval_wanted.emit)
        self.addAction(self.tr("复制\tCtrl+C"), self.copy_wanted.emit)
        self.addSeparator()
        self._offer_step(self.tr("有效"), Status.ACCEPTED, rows)
        if not any(row.gone for row in rows):
            self._offer_forms(rows)
        if len(rows) == 1 and rows[0].status in STANDING:
            self.addAction(self.tr("好稿…\tF3"), self.pick_wanted.emit)
        self._offer_step(self.tr("退回修改…"), Status.RETURNED, rows)
        self._offer_step(self.tr("不予采纳…"), Status.REJECTED, rows)
        self._offer_step(self.tr("撤稿…"), Status.WITHDRAWN, rows)
        self.addSeparator()
        self._offer_step(self.tr("作废…\tDel"), Status.VOID, rows)

    def _offer_step(self, words: str, then: Status, rows: Sequence[RegisterRow]) -> None:
        if rows and all(may_become(row.status, then) for row in rows):
            self.addAction(words, lambda: self.step_wanted.emit(then))

    def _offer_forms(self, rows: Sequence[RegisterRow]) -> None:
        if any(not row.approval_on_file for row in rows):
            self.addAction(self.tr("审批表已交"), lambda: self.forms_wanted.emit(True))
        if any(row.approval_on_file for row in rows):
            self.addAction(self.tr("审批表未交"), lambda: self.forms_wanted.emit(False))
