"""The right of 报送登记: one draft, its adoptions, and what can be done to it."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.drafts import STANDING, Status, may_become
from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.domain.outlets import Level, Outlet
from jinshi_desk.domain.quality_picks import QualityPick
from jinshi_desk.services.register import OpenDraft
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.register.adoption_list import AdoptionList
from jinshi_desk.ui.register.draft_form import DraftForm
from jinshi_desk.ui.register.event_rows import EventRow
from jinshi_desk.ui.register.table import state_of
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dropped import DRAFTS, dropped_files
from jinshi_desk.ui.widgets.labels import Chip, label, rule
from jinshi_desk.ui.widgets.panel import Panel, scrolled
from jinshi_desk.wording import LEVEL

_LEVELS = tuple(Level)


class DraftPanel(Panel):
    """Shows a draft or the form for a new one; emits what the clerk wants."""

    save_wanted = Signal()
    step_wanted = Signal(object)  # Status
    history_wanted = Signal()
    deduction_wanted = Signal()
    ledgers_wanted = Signal()
    approval_wanted = Signal()
    versions_wanted = Signal()
    return_text_wanted = Signal()
    files_dropped = Signal(list)  # of Path: a returned draft comes back
    skip_wanted = Signal()
    left = Signal()  # Esc

    def __init__(self, frame: Frame, form: DraftForm, parent: QWidget | None = None) -> None:
        super().__init__(frame.look, parent=parent)
        self.setAccessibleName(self.tr("稿件"))
        self.form = form
        self.adoptions = AdoptionList(frame.look, frame.settings)
        self.number: str | None = None
        self._status: Status | None = None
        self._why_locked = ""
        self._make(frame)
        self._connect()
        self._arrange()
        self.show_new()

    def _make(self, frame: Frame) -> None:
        look = frame.look
        self.back_button = Button(look, icon="chevron-left", kind="quiet", name=self.tr("回到列表"))
        self.back_button.set_tip(self.tr("回到列表"), "Esc")
        self.back_button.hide()
        self.body_button = Button(look, self.tr("正文"), "preview", "quiet", "Ctrl+T")
        self.body_button.setCheckable(True)
        self.history_button = Button(look, self.tr("流转记录"), "history", "quiet")
        self.good_chip = Chip(self.tr("好稿"), "ok")
        self.notes = label("", "body")
        self.notes.setWordWrap(True)
        self.skip_button = Button(look, self.tr("跳过这个文件"), kind="quiet")
        self.save_button = Button(look, self.tr("保存"), "save", "primary", "Ctrl+S")
        self.step_buttons = {
            Status.ACCEPTED: Button(look, self.tr("有效"), "check"),
            Status.RECEIVED: Button(look, self.tr("重新收稿…"), "enter"),
            Status.RETURNED: Button(look, self.tr("退回修改…"), "return"),
            Status.VOID: Button(look, self.tr("作废…"), "void", "danger"),
        }
        self.more_button = Button(look, icon="more", kind="quiet", name=self.tr("更多"))
        self.more_menu = QMenu(self)
        self.more_actions = {
            Status.REJECTED: self.more_menu.addAction(self.tr("不予采纳…")),
            Status.WITHDRAWN: self.more_menu.addAction(self.tr("撤稿…")),
        }
        self.more_menu.addSeparator()
        self.more_menu.addAction(self.tr("审批表\tCtrl+G"), self.approval_wanted.emit)
        self.versions_action = self.more_menu.addAction(self.tr("历次稿…"))
        self.versions_action.setShortcut("Ctrl+B")
        self.addAction(self.versions_action)  # its key is heard while the menu is not open
        self.return_text_action = self.more_menu.addAction(self.tr("复制退回文字"))
        self.deduction_action = self.more_menu.addAction(self.tr("提出扣分…"))
        self.ledgers_action = self.more_menu.addAction(self.tr("本月台账…"))

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.save_button.clicked.connect(self.save_wanted)
        self.form.end_reached.connect(self.save_wanted)
        self.form.touched.connect(self._on_touched)
        self.history_button.clicked.connect(self.history_wanted)
        self.versions_action.triggered.connect(lambda _on=False: self.versions_wanted.emit())
        self.return_text_action.triggered.connect(lambda _on=False: self.return_text_wanted.emit())
        self.skip_button.clicked.connect(self.skip_wanted)
        self.body_button.toggled.connect(self._on_body_toggled)
        self.more_button.clicked.connect(self._on_more)
        self.deduction_action.triggered.connect(lambda _on=False: self.deduction_wanted.emit())
        self.ledgers_action.triggered.connect(lambda _on=False: self.ledgers_wanted.emit())
        for then, button in self.step_buttons.items():
            button.clicked.connect(lambda _on=False, then=then: self.step_wanted.emit(then))
        for then, action in self.more_actions.items():
            action.triggered.connect(lambda _on=False, then=then: self.step_wanted.emit(then))

    def _arrange(self) -> None:
        self.band.addWidget(self.back_button)
        self.band.addWidget(self.title)
        self.band.addWidget(self.chip)
        self.band.addWidget(self.good_chip)
        self.band.addStretch()
        self.band.addWidget(self.body_button)
        self.band.addWidget(self.history_button)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notes.setContentsMargins(12, 10, 12, 0)
        self.line = rule()
        for part in (self.notes, self.form, self.line, self.adoptions):
            column.addWidget(part)
        column.addStretch()
        self.body.addWidget(scrolled(inside))
        self.foot.addWidget(self.save_button)
        for then in (Status.ACCEPTED, Status.RECEIVED, Status.RETURNED):
            self.foot.addWidget(self.step_buttons[then])
        self.foot.addWidget(self.skip_button)
        self.foot.addWidget(self.more_button)
        self.foot.addStretch()
        self.foot.addWidget(self.step_buttons[Status.VOID])

    @property
    def is_from_file(self) -> bool:
        """Tell whether the new draft was read from a file."""
        return not self.skip_button.isHidden()

    def say(self, words: str) -> None:
        """Show a line above the form; none where there is nothing to say."""
        self.notes.setText(words)
        self.notes.setVisible(bool(words))

    def show_new(self, *, from_file: bool = False) -> None:
        """Be for a new draft, typed or read from a file."""
        self.number, self._status, self._why_locked = None, None, ""
        self.title.setText(self.tr("登记新稿"))
        self.chip.show_chip("", "neutral")
        self.say("")
        self.skip_button.setVisible(from_file)
        for part in (self.good_chip, self.history_button, self.line, self.adoptions):
            part.hide()
        self.form.lock(locked=False)
        self._offer()

    def show_draft(
        self,
        opened: OpenDraft,
        outlets: dict[str, Outlet],
        rows: Iterable[EventRow],
        pick: QualityPick | None,
        *,
        form_required: bool,
    ) -> None:
        """Be for a draft of the register; what its form shows is the form's own affair."""
        draft = opened.draft
        self.number, self._status = draft.number, draft.status
        self.title.setText(draft.number)
        level = _highest(opened, outlets)
        word, chip = state_of(draft, level, form_required=form_required)
        ran = f" · {LEVEL[level]}" if level is not None and draft.status in STANDING else ""
        self.chip.show_chip(word + ran, chip)
        good = pick is not None and draft.status in STANDING
        self.good_chip.setVisible(good)
        reason = self.tr("{}：{}").format(word, draft.status_reason) if draft.status_reason else ""
        self._why_locked = error_sentence(MonthClosed(draft.quota_month.label)) if opened.closed else ""
        version = self.tr("第 {} 稿，Ctrl+B 比对").format(draft.version) if draft.version > 1 else ""
        picked = self.tr("{}好稿：{}").format(pick.month.label, pick.reason) if pick and good else ""
        self.say("　".join(filter(None, (version, reason, picked, self._why_locked))))
        self.skip_button.hide()
        for part in (self.history_button, self.line, self.adoptions):
            part.show()
        self.adoptions.show_draft(opened, rows, may_adopt=draft.status in STANDING)
        self.form.lock(
            locked=opened.closed or draft.status in (Status.VOID, Status.WITHDRAWN),
            returned=draft.status is Status.RETURNED,
        )
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._status is Status.RETURNED and dropped_files(event.mimeData(), DRAFTS):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_files(event.mimeData(), DRAFTS))

    def _offer(self) -> None:
        status = self._status
        self.setAcceptDrops(status is Status.RETURNED and not self._why_locked)
        self.return_text_action.setVisible(status is Status.RETURNED)
        self.versions_action.setEnabled(status is not None)
        for then, button in self.step_buttons.items():
            button.setVisible(status is not None and may_become(status, then))
        for then, action in self.more_actions.items():
            action.setVisible(status is not None and may_become(status, then))
            action.setEnabled(not self._why_locked)
        self.save_button.setEnabled(not self._why_locked)
        self.save_button.set_tip(self._why_locked, "" if self._why_locked else "Ctrl+S")
        self.more_button.setVisible(status is not None)
        gone = status in (Status.VOID, Status.WITHDRAWN)
        self.save_button.setHidden(gone)
        foot = self.save_button.parentWidget()
        if foot is not None:
            foot.setHidden(gone)  # nothing is left to do to it
        self._on_touched()

    @Slot()
    def _on_touched(self) -> None:
        if self.form.has_body and not self.body_button.isChecked():
            self.body_button.set_tip(self.tr("展开正文"), "Ctrl+T")
        # A step says something about what is filed, not about what was typed meanwhile.
        changed = self.number is not None and self.form.is_dirty
        for then, button in self.step_buttons.items():
            locked = "" if then is Status.VOID else self._why_locked
            button.setEnabled(not changed and not locked)
            button.set_tip(self.tr("先保存改动") if changed else locked)

    @Slot(bool)
    def _on_body_toggled(self, shown: bool) -> None:  # noqa: FBT001  # Qt tells it so
        leaves = self.form.body.hasFocus()
        self.form.show_body(shown=shown)
        if shown:
            self.form.body.setFocus()
        elif leaves:
            self.form.go_first()

    @Slot()
    def _on_more(self) -> None:
        above = QPoint(0, -self.more_menu.sizeHint().height())
        self.more_menu.popup(self.more_button.mapToGlobal(above))


def _highest(opened: OpenDraft, outlets: dict[str, Outlet]) -> Level | None:
    levels = [
        outlets[adoption.outlet].level
        for adoption in opened.adoptions
        if adoption.verified and not adoption.voided and adoption.retracted_on is None
    ]
    return max(levels, key=_LEVELS.index, default=None)
