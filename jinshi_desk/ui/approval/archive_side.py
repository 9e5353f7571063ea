"""附件: scans of the signed paper, pictures of the draft, and where the paper is kept."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jinshi_desk.domain.approval_forms import Attachment, AttachmentRole
from jinshi_desk.form_words import ATTACHMENT_ROLE
from jinshi_desk.services.approval import OpenForm
from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.form import Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import scrolled

ATTACHABLE = frozenset({".png", ".jpg", ".jpeg", ".pdf"})
_BIG = 1024 * 1024


class _Files(QListWidget):
    """Enter opens a file, Delete takes it off."""

    opened = Signal()
    taken_off = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.taken_off.emit()
        else:
            super().keyPressEvent(event)


class ArchiveSide(QWidget):
    """The files of a form, those missing marked, and the field of its place."""

    detach_wanted = Signal(int)  # the attachment
    bound = Signal(str)  # where the paper is kept

    def __init__(self, look: Look, desks: ApprovalDesks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desks.files
        self._number = ""
        self._kept = ""
        self._attachments: Mapping[int, Attachment] = {}
        self.files = _Files()
        self.files.setProperty("role", "field")
        self.files.setAccessibleName(self.tr("附件"))
        self.files.setToolTip(self.tr("Enter 打开，Delete 取下"))
        self.files.setFixedHeight(look.theme.scaled(140))
        self.note = label("", "hint")
        self.note.setWordWrap(True)
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("可不填，如 2022年第3盒第12页"))
        self.form = Form(look)
        self.form.add_widget(self.files)
        self.form.add_widget(self.note)
        self.form.add_row(("binder", self.tr("存放位置"), self.place))
        self.form.end_reached.connect(self.file_place)
        self.files.opened.connect(self._on_opened)
        self.files.itemDoubleClicked.connect(self._on_opened)
        self.files.taken_off.connect(self._on_taken_off)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))

    def show_form(self, shown: OpenForm, *, locked: bool) -> None:
        """Show the files of a form and where its paper is kept; a place being typed stays."""
        form = shown.approval
        if form.number != self._number or self.place.text().strip() == self._kept:
            self.place.setText(form.binder)
        self._number, self._kept = form.number, form.binder
        self.place.setEnabled(not locked)
        self._attachments = {each.id: each for each in form.attachments}
        missing = self._desk.missing(form.number)
        row = self.files.currentRow()
        self.files.clear()
        for each in form.attachments:
            item = QListWidgetItem(self._words(each, gone=each.id in missing), self.files)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
        self.files.setCurrentRow(min(max(row, 0), self.files.count() - 1))
        if missing:
            self.note.setText(self.tr("⚠ 有 {} 个文件不在附件文件夹里，请重新附上").format(len(missing)))
        elif form.attachments:
            self.note.setText(self.tr("签字的纸件扫描或拍照，可拖到这里"))
        else:
            self.note.setText(self.tr("还没有附件。签字的纸件扫描或拍照，可拖到这里"))

    @Slot()
    def file_place(self) -> None:
        """Say where the paper is kept, if it was changed."""
        if self.place.text().strip() != self._kept:
            self.bound.emit(self.place.text().strip())

    def _words(self, each: Attachment, *, gone: bool) -> str:
        size = f"{each.size / _BIG:.1f} MB" if each.size >= _BIG else f"{max(1, each.size // 1024)} KB"
        role = ATTACHMENT_ROLE[each.role] if each.role is not AttachmentRole.SIGNED else ""
        parts = [self.tr("⚠ 不见了") if gone else "", each.name, role, "" if gone else size]
        return "　".join(part for part in parts if part)

    @property
    def _current(self) -> Attachment | None:
        item = self.files.currentItem()
        return self._attachments.get(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    @Slot()
    def _on_opened(self) -> None:
        if self._current is not None:
            open_file(self._desk.path(self._number, self._current.id))

    @Slot()
    def _on_taken_off(self) -> None:
        if self._current is not None:
            self.detach_wanted.emit(self._current.id)


def open_file(path: Path) -> None:
    """Open a file with the program that the machine has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
