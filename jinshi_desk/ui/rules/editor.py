"""A version of the rules being written: as forms or as text, then what it changes, then saved."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jinshi_desk.clause_words import names_in
from jinshi_desk.domain.rules import parsed, read_rules
from jinshi_desk.services.rule_editing import Checked, RuleEditDesk
from jinshi_desk.services.rule_fields import RuleFields
from jinshi_desk.services.rule_writing import RuleValue
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.rules.changes_list import ChangesList
from jinshi_desk.ui.rules.form_view import FormView
from jinshi_desk.ui.rules.text_page import TextPage
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit, lay_out
from jinshi_desk.ui.widgets.fields import read_month
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import Chip, label
from jinshi_desk.ui.widgets.panel import Panel

_SIZE = 1040, 610
_FORM, _TEXT = "form", "text"
_SINCE = "ruleset.effective_from"


class RuleEditor(QDialog):
    """Form and text edit one text; ``saved`` tells the version that holds now."""

    saved = Signal(object)
    paper_wanted = Signal(str)
    rehearsal_wanted = Signal(str)

    def __init__(
        self,
        frame: Frame,
        desk: RuleEditDesk,
        text: str,
        units: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._units = frame, desk, units
        self._begun = self._text = text
        self._near = read_rules(text).effective_from
        self._checked = Checked(())
        self._left: set[str] = set()
        look = frame.look
        self.setWindowTitle(self.tr("改规则"))
        self.since, self.state = label("", "title"), Chip("")
        self.views = Segments(look, self.tr("怎么改"))
        self.views.show_segments([Segment(_FORM, self.tr("表单")), Segment(_TEXT, self.tr("文本"))])
        self.form_view, self.text_page = FormView(look), TextPage(frame)
        self.changes = ChangesList(frame, "rule_changes", units, self)
        self.pages = QStackedWidget()
        self.review_button = Button(look, self.tr("看改动…"), icon="check", kind="primary", key="Ctrl+S")
        self.save_button = Button(look, "", icon="save", kind="primary", name=self.tr("执行"))
        self.back_button = Button(look, self.tr("再改改"))
        self.paper_button = Button(look, self.tr("印出来看…"), icon="print", key="Ctrl+P")
        self.rehearse_button = Button(look, self.tr("模拟重算…"), icon="trends", key="Ctrl+R")
        self.told = label("", "hint")
        self.close_button = Button(look, self.tr("不改了"))
        self.close_button.set_tip("", "Esc")
        self._connect()
        self._arrange()
        self._show_rules()
        self._check()

    def _connect(self) -> None:
        self.views.chosen.connect(self._on_view_chosen)
        self.form_view.typed.connect(self._on_typed)
        self.form_view.left.connect(self._on_left)
        self.form_view.deduction_wanted.connect(self._on_deduction_wanted)
        self.form_view.deduction_dropped.connect(lambda key: self._set({key: None}))
        self.text_page.text.textChanged.connect(self._on_text_changed)
        self.review_button.clicked.connect(self._on_review_wanted)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.paper_button.clicked.connect(lambda: self._lead(self.paper_wanted))
        self.rehearse_button.clicked.connect(lambda: self._lead(self.rehearsal_wanted))
        self.close_button.clicked.connect(self.reject)
        self._frame.notices.refusal_told.connect(self.told.setText)

    def _arrange(self) -> None:
        look = self._frame.look
        self._edited = QStackedWidget()
        for view in (self.form_view, self.text_page):
            self._edited.addWidget(view)
        changed = Panel(look)
        changed.body.addWidget(self.changes.view)
        for page in (self._edited, changed):
            self.pages.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 6, 0)
        head.setSpacing(8)
        for widget in (self.since, self.state):
            head.addWidget(widget)
        head.addStretch()
        head.addWidget(self.views)
        inside = QVBoxLayout()
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addWidget(self.pages, 1)
        foot = FootBand(look)
        for button in (self.review_button, self.save_button, self.back_button, self.close_button):
            foot.row.addWidget(button)
        foot.row.addWidget(self.told, 1)
        foot.row.addWidget(self.rehearse_button)
        foot.row.addWidget(self.paper_button)
        lay_out(self, inside, foot)
        fit(self, look, _SIZE)
        self._show_reviewing(on=False)

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self._text

    def reject(self) -> None:
        """Go back to the fields, or leave; what was typed is asked about."""
        if self.save_button.isVisibleTo(self):
            self._on_back_clicked()
            return
        lost = self.tr("改动还没有执行，关上就没有了。")
        if self._text == self._begun or self._frame.dialogs.confirm(
            self.tr("这些改动不要了？"), lost, self.tr("不要了"), safe=self.tr("接着改")
        ):
            super().reject()

    @Slot(str)
    def _on_view_chosen(self, view: str) -> None:
        if view == _TEXT:
            self._show_text()
            if lines := [each.line for each in self._checked.faults if each.line]:
                self.text_page.text.go_to_line(min(lines))
        elif any(not each.key and each.line for each in self._checked.wrong):
            self.views.choose(_TEXT)  # a text that can't be read has no fields
            self.text_page.text.go_to_line(self._checked.faults[0].line or 1)
            return
        else:
            self._show_rules()
        self._edited.setCurrentWidget(self.text_page if view == _TEXT else self.form_view)
        self._show_faults()

    @Slot(str, object)
    def _on_typed(self, key: str, value: RuleValue) -> None:
        month = read_month(str(value), self._near) if key == _SINCE else None
        if month is not None:
            self._text = self._desk.begun_in(self._text, month)
            self._show_rules()
            self._check()
        else:
            self._set({key: value})

    @Slot(str)
    def _on_left(self, key: str) -> None:
        self._left.add(key)
        self._show_faults()

    @Slot()
    def _on_text_changed(self) -> None:
        self._text = self.text_page.text.toPlainText()
        self._check()

    @Slot()
    def _on_deduction_wanted(self) -> None:
        name = self._frame.dialogs.ask_reason(
            self.tr("加一类扣分"),
            self.tr("写这一类的名称；每次扣几分，加上以后在表里写。"),
            verb=self.tr("加上"),
        )
        if name is None:
            return
        table = parsed(self._text)["deductions"]
        key = next(f"deductions.own_{n}" for n in range(1, 1000) if f"own_{n}" not in table)
        self._set({f"{key}.name": name, f"{key}.points": Decimal(0)})
        self.form_view.go_to(f"{key}.points")

    @Slot()
    def _on_review_wanted(self) -> None:
        self._left = {each.key for each in self._checked.faults}
        self._show_faults()
        if not self._checked.faults:
            self._show_reviewing(on=True)
            return
        first = self._checked.faults[0]
        if self.views.current == _TEXT and first.line:
            self.text_page.text.go_to_line(first.line)
        elif first.key:
            if not self.form_view.go_to(first.key):
                self.views.choose(_TEXT)  # what is not there at all has no field
        else:
            self.told.setText(self.tr("和现在的规则一样，没有要执行的改动。"))

    def _lead(self, wanted: SignalInstance) -> None:
        """Have the text printed or rehearsed, unless something in it is wrong."""
        if self._checked.wrong:
            self._on_review_wanted()
        else:
            wanted.emit(self._text)

    @Slot()
    def _on_save_clicked(self) -> None:
        rules = self._desk.save(self._text)
        self._begun = self._text
        self.saved.emit(rules)
        self.accept()

    @Slot()
    def _on_back_clicked(self) -> None:
        self._show_reviewing(on=False)

    def _show_reviewing(self, *, on: bool) -> None:
        self.pages.setCurrentIndex(1 if on else 0)
        for button in (self.save_button, self.back_button):
            button.setVisible(on)
        for widget in (self.review_button, self.close_button, self.views):
            widget.setVisible(not on)
        self.review_button.setShortcut("" if on else "Ctrl+S")
        self.save_button.setShortcut("Ctrl+S" if on else "")
        if on:
            rules, before = self._checked.rules, self._checked.before
            since = rules.effective_from.label if rules else ""
            self.save_button.setText(self.tr("从{}起执行").format(since))
            self.save_button.set_tip("", "Ctrl+S")
            known = before.title if before else ""
            tables = [self._desk.table(before.id)] if before else []
            names = names_in(*tables, parsed(self._text))
            self.changes.show_changes(self._checked.changes, names, self.tr("和{}一样。").format(known))
            self.changes.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, values: Mapping[str, RuleValue | None]) -> None:
        self._text = self._desk.changed(self._text, values)
        self._show_rules()
        self._check()

    def _show_rules(self) -> None:
        table = parsed(self._text)
        self.form_view.show_rules(RuleFields(table, self._units), table)

    def _show_text(self) -> None:
        if self.text_page.text.toPlainText() != self._text:
            self.text_page.text.setPlainText(self._text)

    def _check(self) -> None:
        self.told.clear()
        self._checked = checked = self._desk.check(self._text)
        self._show_faults()
        if checked.wrong:
            self.state.show_chip(self.tr("{} 处不对").format(len(checked.wrong)), "bad")
        elif checked.rules is not None:
            self.since.setText(self.tr("自{}起的规则").format(checked.rules.effective_from.label))
            many = len(checked.changes)
            words = self.tr("改了 {} 处").format(many) if many else self.tr("没有改动")
            self.state.show_chip(words, "info" if many else "neutral")

    def _show_faults(self) -> None:
        wrong = self._checked.wrong
        if self.views.current == _TEXT:
            self.text_page.show_faults(wrong)
        else:
            self.form_view.show_faults([each for each in wrong if each.key in self._left])
