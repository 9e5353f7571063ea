"""历次稿: two versions of a draft side by side, and what was said of each."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from jinshi_desk.domain.versions import NewRemark, Version
from jinshi_desk.services.versions import VersionDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.register.comparison_view import ComparisonView
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit, lay_out
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.lines import Line, Lines
from jinshi_desk.ui.widgets.panel import Panel

_SIZE, _SAID = (1120, 610), 84
_BY = "remarks/by"


class VersionsDialog(QDialog):
    """Opens with the last two versions; ``remark`` does what its name says and is told when it is done."""

    def __init__(
        self,
        frame: Frame,
        desk: VersionDesk,
        number: str,
        remark: Callable[[str, NewRemark], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._number, self._remark = frame, desk, number, remark
        self._versions: tuple[Version, ...] = ()
        look = frame.look
        self.old, self.new = QComboBox(), QComboBox()
        self.old.setAccessibleName(self.tr("前一稿"))
        self.new.setAccessibleName(self.tr("后一稿"))
        self.folds = QCheckBox(self.tr("没改的折起"))
        self.folds.setChecked(True)
        self.same = label("", "hint")
        self.view = ComparisonView(look)
        self.said = Lines(self.tr("指导意见"))
        self.remark_field, self.by_field = QLineEdit(), QLineEdit()
        self.remark_field.setAccessibleName(self.tr("指导意见"))
        self.remark_field.setPlaceholderText(self.tr("对现稿的指导意见，供讲评用"))
        self.by_field.setAccessibleName(self.tr("谁的意见"))
        self.by_field.setPlaceholderText(self.tr("谁的意见"))
        self.by_field.setText(str(frame.settings.value(_BY, "")))
        self.note_button = Button(look, self.tr("记下"), "check", key="Ctrl+S")
        self.close_button = Button(look, self.tr("关闭"))
        self._connect()
        self._arrange()
        self._reload()
        self.view.setFocus()

    def _connect(self) -> None:
        self.old.activated.connect(self._on_chosen)
        self.new.activated.connect(self._on_chosen)
        self.folds.toggled.connect(self._on_chosen)
        self.remark_field.textChanged.connect(self._on_typed)
        self.by_field.textChanged.connect(self._on_typed)
        self.remark_field.returnPressed.connect(self._on_entered)
        self.by_field.returnPressed.connect(self._on_entered)
        self.note_button.clicked.connect(self._on_noted)
        self.close_button.clicked.connect(self.reject)

    def _arrange(self) -> None:
        look = self._frame.look
        self.panel = Panel(look, self.tr("历次稿"))
        self._versus = label(self.tr("比"), "label")
        for part in (self.old, self._versus, self.new):
            self.panel.band.addWidget(part)
        self.panel.band.addWidget(self.folds)
        self.panel.band.addWidget(self.same)
        self.panel.band.addStretch()
        self.panel.body.addWidget(self.view, 1)
        told = Panel(look, self.tr("指导意见"))
        told.body.addWidget(self.said, 1)
        told.setFixedHeight(look.theme.scaled(_SAID) + look.theme.size("band_h") + look.theme.size("foot_h"))
        told.foot.addWidget(self.remark_field, 1)
        self.by_field.setFixedWidth(look.theme.scaled(120))
        told.foot.addWidget(self.by_field)
        told.foot.addWidget(self.note_button)
        foot = FootBand(look)
        foot.row.addWidget(self.close_button)
        foot.row.addStretch()
        inside = QVBoxLayout()
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        inside.addWidget(self.panel, 1)
        inside.addWidget(told)
        lay_out(self, inside, foot)
        fit(self, look, _SIZE)

    def _reload(self) -> None:
        self._versions = self._desk.versions(self._number)
        last = self._versions[-1]
        self.setWindowTitle(self.tr("{}《{}》历次稿").format(self._number, last.content.title))
        several = len(self._versions) > 1
        for part in (self.old, self._versus, self.new, self.folds):
            part.setVisible(several)
        for pick, chosen in ((self.old, last.number - 1), (self.new, last.number)):
            pick.clear()
            for version in self._versions:
                pick.addItem(self.tr("第{}稿").format(version.number), version.number)
            pick.setCurrentIndex(max(0, pick.findData(chosen)))
        self._show()
        self._show_said()
        self._on_typed()

    def _show(self) -> None:
        if len(self._versions) == 1:
            found = self._desk.compare(self._number, 1, 1)
            self.view.show_comparison(("", self._head(1)), found, folds=False)
            self.same.setText("")
            return
        old, new = int(self.old.currentData()), int(self.new.currentData())
        found = self._desk.compare(self._number, old, new)
        self.same.setText(self.tr("两稿相同") if found.is_same else "")
        heads = self._head(old), self._head(new)
        self.view.show_comparison(heads, found, folds=self.folds.isChecked())

    def _head(self, number: int) -> str:
        version = self._versions[number - 1]
        came = self.tr("第{}稿　{}月{}日收到").format(number, version.came_on.month, version.came_on.day)
        if version.content.word_count is not None:
            came += self.tr("　{} 字").format(version.content.word_count)
        return came + (self.tr("　退回：{}").format(version.returned.said) if version.returned else "")

    def _show_said(self) -> None:
        lines = [
            Line(
                self.tr("第{}稿　{}：{}").format(version.number, remark.said_by, remark.said),
                remark.on.isoformat(),
            )
            for version in reversed(self._versions)
            for remark in reversed(version.remarks)
        ]
        self.said.show_lines(lines or [Line(self.tr("还没有指导意见。"))])

    @Slot()
    def _on_chosen(self) -> None:
        self._show()

    @Slot()
    def _on_typed(self) -> None:
        missing = not (self.remark_field.text().strip() and self.by_field.text().strip())
        self.note_button.setEnabled(not missing)
        self.note_button.set_tip(self.tr("写明意见和是谁的意见后可用") if missing else "", "Ctrl+S")

    @Slot()
    def _on_entered(self) -> None:
        if self.note_button.isEnabled():
            self._on_noted()
        else:
            other = self.by_field if self.sender() is self.remark_field else self.remark_field
            other.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_noted(self) -> None:
        by = self.by_field.text().strip()
        self._remark(self._number, NewRemark(self.remark_field.text().strip(), by))
        self._frame.settings.setValue(_BY, by)
        self.remark_field.clear()
        self._versions = self._desk.versions(self._number)
        self._show_said()
        self.remark_field.setFocus()
