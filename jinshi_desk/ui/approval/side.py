"""The right of 审批表: a form's signatures, what is filled in, and its files; one of the three in front."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from jinshi_desk.domain.approval_forms import FormState
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.drafts import Status, may_become
from jinshi_desk.services.approval import OpenForm
from jinshi_desk.services.form_rows import form_row
from jinshi_desk.ui.approval.archive_side import ArchiveSide
from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.approval.facts_side import FactsSide
from jinshi_desk.ui.approval.release_form import may_go_out
from jinshi_desk.ui.approval.sign_side import SignSide
from jinshi_desk.ui.approval.words import OVER, state_level, state_words
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.panel import Panel, padded

SIGN, FACTS, ARCHIVE = "sign", "facts", "archive"


class FormSide(Panel):
    """Shows one form; what is wanted of it is told, not done."""

    save_wanted = Signal()
    print_wanted = Signal()
    pdf_wanted = Signal()
    attach_wanted = Signal()
    return_wanted = Signal()
    withdraw_wanted = Signal()
    credits_wanted = Signal()
    draft_wanted = Signal()
    void_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, desks: ApprovalDesks, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._shown: OpenForm | None = None
        self.setAccessibleName(self.tr("签批和填写"))
        self.sign = SignSide(look, desks)
        self.facts = FactsSide(look, desks)
        self.archive = ArchiveSide(look, desks)
        self._stack = QStackedWidget()
        self._sides = {SIGN: self.sign, FACTS: self.facts, ARCHIVE: self.archive}
        self.segments = Segments(look, self.tr("这份表"))
        self.page_button = Button(look, self.tr("版面"), "preview", "quiet", "Ctrl+T")
        self.page_button.setCheckable(True)
        self.page_button.hide()
        self.more_button = Button(look, icon="more", kind="quiet", name=self.tr("更多"))
        self.sign_button = Button(look, self.tr("登记签批"), "sign", "primary", "Ctrl+Return")
        self.save_button = Button(look, self.tr("保存"), "save", "primary", "Ctrl+S")
        self.attach_button = Button(look, self.tr("附上…"), "attachment", "primary", "Ctrl+O")
        self.print_button = Button(look, self.tr("打印"), "print", key="Ctrl+P")
        self.return_button = Button(look, self.tr("退回…"), "return", "quiet")
        self._make_menu()
        self._connect()
        self._arrange()

    def _make_menu(self) -> None:
        self.menu = QMenu(self)
        self.pdf_action = self.menu.addAction(self.tr("存为PDF…\tCtrl+Shift+S"), self.pdf_wanted.emit)
        self.draft_action = self.menu.addAction(self.tr("打开稿件\tCtrl+D"), self.draft_wanted.emit)
        self.credits_action = self.menu.addAction(
            self.tr("复制署名行\tCtrl+Shift+C"), self.credits_wanted.emit
        )
        self.menu.addSeparator()
        self.withdraw_action = self.menu.addAction(self.tr("撤回签批…"), self.withdraw_wanted.emit)
        self.void_action = self.menu.addAction(self.tr("作废…"), self.void_wanted.emit)
        for keys, action in (
            ("Ctrl+Shift+S", self.pdf_action),
            ("Ctrl+D", self.draft_action),
            ("Ctrl+Shift+C", self.credits_action),
        ):
            QShortcut(QKeySequence(keys), self, action.trigger)

    def _connect(self) -> None:
        self.segments.chosen.connect(self._on_side_chosen)
        self.more_button.clicked.connect(self._on_more)
        self.sign_button.clicked.connect(self.sign.submit)
        self.save_button.clicked.connect(self.save_wanted)
        self.facts.submitted.connect(self.save_wanted)
        self.attach_button.clicked.connect(self.attach_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.return_button.clicked.connect(self.return_wanted)
        keypad = QShortcut(QKeySequence("Ctrl+Enter"), self.sign, self.sign_button.click)
        keypad.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape = QShortcut(QKeySequence("Esc"), self, self.left.emit)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _arrange(self) -> None:
        self.band.addWidget(self.title)
        self.band.addWidget(self.chip)
        self.band.addStretch()
        self.band.addWidget(self.page_button)
        self.band.addWidget(self.more_button)
        row, line = padded(across=True)
        line.setContentsMargins(8, 6, 8, 4)
        line.addWidget(self.segments)
        line.addStretch()
        self.body.addWidget(row)
        for side in self._sides.values():
            self._stack.addWidget(side)
        self.body.addWidget(self._stack, 1)
        for button in (self.sign_button, self.save_button, self.attach_button, self.print_button):
            self.foot.addWidget(button)
        self.foot.addStretch()
        self.foot.addWidget(self.return_button)

    # --- showing

    @property
    def shown(self) -> OpenForm | None:
        """The form in front, none before the first."""
        return self._shown

    def show_form(self, shown: OpenForm) -> None:
        """Show a form as it is now."""
        form, course = shown.approval, shown.approval.course
        self._shown = shown
        row = form_row(form, shown.waiting)
        self.title.setText(self.tr("签批进度"))
        counted = f"{row.signed}/{row.steps}"
        words = counted if row.state is FormState.SIGNING else state_words(row)
        self.chip.show_chip(words, state_level(row))
        over = row.state in OVER
        self.sign.show_form(shown, locked=over or course.next is None)
        self.facts.show_form(shown, locked=over)
        self.archive.show_form(shown, locked=row.state is FormState.VOID)
        files = len(form.attachments)
        self.segments.show_segments(
            [
                Segment(SIGN, self.tr("签批")),
                Segment(FACTS, self.tr("填表")),
                Segment(ARCHIVE, self.tr("附件"), files or None),
            ]
        )
        self._allow(over=over)
        self._show_buttons()

    def choose(self, side: str) -> None:
        """Bring signatures, facts or files to the front, and give it the keys."""
        self.segments.choose(side)
        self.go_first()

    def go_first(self) -> None:
        """Give the side in front the keys."""
        if self.segments.current == SIGN:
            self.sign.go_first()
        elif self.segments.current == FACTS:
            self.facts.form.go_first()
        elif self.segments.current == ARCHIVE:
            self.archive.form.go_first()

    def _allow(self, *, over: bool) -> None:
        """Enable what can be done to the form now, and say why not of the rest."""
        assert self._shown is not None  # noqa: S101  # asked only of a form that is shown
        form = self._shown.approval
        void = form.state is FormState.VOID
        turn = form.course.next is not None and not over
        going = may_go_out(form)
        self.sign_button.setText(self.tr("登记发出") if going else self.tr("登记签批"))
        self.sign_button.setEnabled(turn or going)
        tip = "" if turn or going else self.tr("没有要登记的签批")
        self.sign_button.set_tip(tip, "" if tip else "Ctrl+Enter")
        self.save_button.setEnabled(not over)
        self.attach_button.setEnabled(not void)
        self.print_button.setEnabled(not void)
        again = self.tr("再打印会印上“补打”") if form.reprint else ""
        self.print_button.set_tip(self.tr("作废的表不能打印") if void else again, "" if void else "Ctrl+P")
        may_return = all(may_become(draft.status, Status.RETURNED) for draft in self._shown.drafts)
        self.return_button.setEnabled(may_return and form.kind is not FormKind.C and not over)
        self.return_button.set_tip(self.tr("把稿件退回报送单位修改"))
        self.pdf_action.setEnabled(not void)
        self.withdraw_action.setEnabled(bool(form.course.standing) and not over)
        self.credits_action.setEnabled(form.kind is FormKind.C)
        self.void_action.setEnabled(not over)

    def _show_buttons(self) -> None:
        now = self.segments.current
        self._stack.setCurrentWidget(self._sides[now])
        for side, button in (
            (SIGN, self.sign_button),
            (FACTS, self.save_button),
            (ARCHIVE, self.attach_button),
        ):
            button.setVisible(side == now)

    @Slot(str)
    def _on_side_chosen(self, _side: str) -> None:
        self._show_buttons()

    @Slot()
    def _on_more(self) -> None:
        corner = self.more_button.mapToGlobal(QPoint(0, self.more_button.height()))
        self.menu.popup(corner)
