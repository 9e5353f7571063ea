"""考核规则: the versions there are, what each changed, and what can be done with one."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from jinshi_desk.clause_words import names_in
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rules import RuleSet, parsed
from jinshi_desk.services.rule_versions import RuleVersion
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.rules.changes_list import ChangesList
from jinshi_desk.ui.rules.desks import RuleDesks
from jinshi_desk.ui.rules.editor import RuleEditor
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit, lay_out
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel, Split

_SIZE, _LIST, _CHANGES = (1080, 540), 520, 440


class RulesDialog(QDialog):
    """The versions at the left, the newest first; at the right what the current one changed."""

    paper_wanted = Signal(str)  # the rules as text
    rehearsal_wanted = Signal(str)

    def __init__(
        self,
        frame: Frame,
        desks: RuleDesks,
        today: Callable[[], date],
        show: Callable[[QDialog], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._desks, self._today, self._show = frame, desks, today, show
        self._versions: Sequence[RuleVersion] = ()
        look = frame.look
        self.setWindowTitle(self.tr("考核规则"))
        self._rows: PagedTableModel[RuleVersion] = PagedTableModel(
            self._columns(), key=lambda row: row.rules.id
        )
        self.list = ListView(look, self._rows, "rule_versions", frame.settings)
        self.list.setAccessibleName(self.tr("各版规则"))
        self.changes = ChangesList(frame, "rule_version_changes", desks.units(), self)
        self.changed = Panel(look, self.tr("改了哪些"))
        self.new_button = Button(look, self.tr("新定一版…"), icon="add", kind="primary", key="Ctrl+N")
        self.edit_button = Button(look, self.tr("改这一版…"), icon="edit")
        self.file_button = Button(look, self.tr("从文件换…"), icon="import", key="Ctrl+O")
        self.paper_button = Button(look, self.tr("印细则…"), icon="print", key="Ctrl+P")
        self.rehearse_button = Button(look, self.tr("模拟重算…"), icon="trends", key="Ctrl+R")
        self.withdraw_button = Button(look, self.tr("撤回…"), icon="void", kind="danger")
        self.told = label("", "hint")
        self.undo_button = Button(look, self.tr("撤销上一步"), icon="undo", kind="quiet", key="Ctrl+Z")
        self.close_button = Button(look, self.tr("关闭"))
        self.close_button.set_tip("", "Esc")
        self.undo_button.hide()
        self._connect()
        self._arrange()
        self._reload()
        self.list.go_first()
        self.list.setFocus()

    def _columns(self) -> tuple[Column[RuleVersion], ...]:
        return (
            Column("since", self.tr("从哪个月"), self._since, width=104, sortable=False),
            Column("title", self.tr("名称"), lambda row: row.rules.title, elastic=True, sortable=False),
            Column("changes", self.tr("改动"), self._how_many, width=56, align="right", sortable=False),
            Column("by", self.tr("经办"), lambda row: row.by, width=84, sortable=False),
            Column("at", self.tr("哪天"), lambda row: row.at[:10], width=88, sortable=False),
            Column(
                "state",
                "",
                lambda row: self.tr("现行") if row.in_force else "",
                width=64,
                chip=lambda row: "ok" if row.in_force else "neutral",
                sortable=False,
            ),
        )

    def _connect(self) -> None:
        self.list.row_entered.connect(self._on_row_entered)
        self.list.row_opened.connect(self._on_edit_wanted)
        self.list.delete_hit.connect(self._on_withdraw_wanted)
        self.new_button.clicked.connect(self._on_new_wanted)
        self.file_button.clicked.connect(self._on_file_wanted)
        self.edit_button.clicked.connect(self._on_edit_wanted)
        self.paper_button.clicked.connect(lambda: self.paper_wanted.emit(self._current_text()))
        self.rehearse_button.clicked.connect(lambda: self.rehearsal_wanted.emit(self._current_text()))
        self.withdraw_button.clicked.connect(self._on_withdraw_wanted)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.close_button.clicked.connect(self.accept)
        self._frame.notices.refusal_told.connect(self._on_refused)

    def _arrange(self) -> None:
        look = self._frame.look
        listed = Panel(look, self.tr("各版规则"))
        listed.band.addStretch()
        listed.body.addWidget(self.list)
        for button in (self.new_button, self.edit_button, self.file_button):
            listed.foot.addWidget(button)
        listed.foot.addStretch()
        listed.foot.addWidget(self.withdraw_button)
        self.changed.band.addStretch()
        self.changed.body.addWidget(self.changes.view)
        for part, width in ((listed, _LIST), (self.changed, _CHANGES)):
            part.setMinimumWidth(look.theme.scaled(width))
        foot = FootBand(look)
        for widget in (self.close_button, self.told, self.undo_button):
            foot.row.addWidget(widget)
        foot.row.addStretch()
        for button in (self.rehearse_button, self.paper_button):
            foot.row.addWidget(button)
        lay_out(self, Split(listed, self.changed), foot)
        fit(self, look, _SIZE)

    @property
    def current(self) -> RuleVersion | None:
        """The version that the list stands at."""
        row: RuleVersion | None = self.list.current_row
        return row

    def _since(self, row: RuleVersion) -> str:
        return row.rules.effective_from.label

    def _how_many(self, row: RuleVersion) -> str:
        return self.tr("{} 处").format(len(row.changes)) if row.follows else ""

    def _reload(self) -> None:
        self._versions = tuple(reversed(self._desks.versions.versions(Month.of(self._today()))))
        self._rows.show_rows(self._fetch, lambda: len(self._versions))

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[RuleVersion]:
        return self._versions[offset : offset + limit]

    def _current_text(self) -> str:
        version = self.current or self._versions[0]
        return self._desks.rules.text(version.rules.id)

    @Slot(object)
    def _on_row_entered(self, version: RuleVersion | None) -> None:
        if version is None:
            return
        known = [parsed(self._desks.rules.text(each)) for each in (version.follows, version.rules.id) if each]
        since = version.rules.effective_from
        self.changed.title.setText(self.tr("自{}起改了哪些").format(since.label))
        first = self.tr("这是头一版，前面没有别的规则。")
        empty = self.tr("和前一版一样。") if version.follows else first
        self.changes.show_changes(version.changes, names_in(*known), empty)
        closed = since < self._desks.editing.open_from()
        self.edit_button.setEnabled(not closed)
        self.edit_button.set_tip(
            self.tr("{}已关账，这一版改不了").format(since.label) if closed else "", "Enter"
        )
        self.withdraw_button.setEnabled(version.refusal is None)
        self.withdraw_button.set_tip(error_sentence(version.refusal) if version.refusal else "", "Delete")

    @Slot()
    def _on_new_wanted(self) -> None:
        taken = {version.rules.effective_from for version in self._versions}
        month = max(self._desks.editing.open_from(), Month.of(self._today()))
        while month in taken:
            month = month.next()
        self._edit(self._desks.editing.start(month))

    @Slot()
    def _on_file_wanted(self) -> None:
        kinds = [self.tr("规则文件 (*.toml)")]
        file = self._frame.dialogs.choose_file(self.tr("换成哪个规则文件"), kinds)
        if file is not None:
            self._edit(self._desks.rules.read(file))

    @Slot()
    def _on_edit_wanted(self) -> None:
        if self.current is not None and self.edit_button.isEnabled():
            self._edit(self._desks.editing.start(self.current.rules.effective_from))

    @Slot()
    def _on_withdraw_wanted(self) -> None:
        version = self.current
        if version is None or version.refusal is not None:
            return
        title = self.tr("撤回自{}起的规则").format(version.rules.effective_from.label)
        told = self.tr("这个月起照旧按前一版，没关账的月份重新入账。")
        reason = self._frame.dialogs.ask_reason(title, told, verb=self.tr("撤回"))
        if reason is not None:
            self._desks.versions.withdraw(version.rules.id, reason)
            self._reload()
            self.list.go_first()
            self._tell(self.tr("已撤回《{}》").format(version.rules.title), undo=True)

    @Slot(object)
    def _on_saved(self, rules: RuleSet) -> None:
        self._reload()
        self.list.go_to(rules.id)
        self._tell(self.tr("已改规则，自{}起").format(rules.effective_from.label), undo=True)

    @Slot()
    def _on_undo_clicked(self) -> None:
        self._desks.versions.undo()
        self._reload()
        self.list.go_first()
        self._tell(self.tr("已撤销上一步"), undo=False)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._tell(sentence, undo=self.undo_button.isVisibleTo(self))

    def _edit(self, text: str) -> None:
        editor = RuleEditor(self._frame, self._desks.editing, text, self._desks.units(), self)
        editor.saved.connect(self._on_saved)
        editor.paper_wanted.connect(self.paper_wanted)
        editor.rehearsal_wanted.connect(self.rehearsal_wanted)
        self._show(editor)

    def _tell(self, text: str, *, undo: bool) -> None:
        self.told.setText(text)
        self.undo_button.setVisible(undo)
