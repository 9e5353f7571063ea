"""The list of an award: everybody with a place or in a tie, who just missed one, and who is out."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.award_words import grade_word
from jinshi_desk.domain.award_decisions import NameState, Roll
from jinshi_desk.domain.award_rules import Award
from jinshi_desk.services.award_lines import AwardLine, award_lines
from jinshi_desk.ui.annual.desks import YearView
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.wording import NAME_STATE

_LEVEL: Mapping[NameState, str] = {
    NameState.PROPOSED: "info",
    NameState.TIED: "warn",
    NameState.OVERTAKEN: "bad",
    NameState.CONFIRMED: "ok",
    NameState.DECIDED: "late",
}
_READY = (NameState.PROPOSED, NameState.OVERTAKEN)


class AwardListPanel(Panel):
    """One award at a time; names that wait are counted beside it."""

    award_chosen = Signal()
    confirm_wanted = Signal(list)  # whom, empty for all that wait
    decide_wanted = Signal()
    withdraw_wanted = Signal()
    explain_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._view = YearView(0)
        self.awards = Segments(look, self.tr("哪份名单"))
        self._model = PagedTableModel[AwardLine](self._columns(), lambda line: line.who)
        self.list = ListView(look, self._model, "awards", settings, several=True)
        self.list.setAccessibleName(self.tr("评优名单"))
        self.places = label("", "hint")
        self.confirm_button = Button(
            look, self.tr("确认名单"), icon="check", kind="primary", key="Ctrl+Return"
        )
        self.decide_button = Button(look, self.tr("另定…"), icon="edit", key="Ctrl+D")
        self.withdraw_button = Button(look, self.tr("撤回…"), icon="undo")
        self.explain_button = Button(look, self.tr("这分怎么来的"), icon="explain", kind="quiet", key="F2")
        self.export_button = Button(look, self.tr("导出"), icon="export")
        self.export_button.set_tip(self.tr("把全部名单存成表格，每份一张"))
        self.export_button.clicked.connect(self.export_wanted)
        self.awards.chosen.connect(self._on_award_chosen)
        self.list.rows_picked.connect(self._allow)
        self.list.row_entered.connect(self._allow)
        self.confirm_button.clicked.connect(self._on_confirm_clicked)
        self.decide_button.clicked.connect(self.decide_wanted)
        self.withdraw_button.clicked.connect(self.withdraw_wanted)
        self.explain_button.clicked.connect(self.explain_wanted)
        self.band.addWidget(self.awards)
        self.band.addStretch()
        self.body.addWidget(self.list)
        for button in (self.confirm_button, self.decide_button, self.withdraw_button, self.explain_button):
            self.foot.addWidget(button)
        self.foot.addStretch()
        self.foot.addWidget(self.places)
        self.foot.addWidget(self.export_button)

    def _columns(self) -> Sequence[Column[AwardLine]]:
        columns = (
            Column[AwardLine]("head", self.tr("等次"), lambda line: line.head, width=64),
            Column[AwardLine]("name", self.tr("名单"), lambda line: line.name, width=260),
            Column[AwardLine]("points", self.tr("积分"), lambda line: line.points, width=64, align="right"),
            Column[AwardLine]("state", self.tr("确认"), _state, width=84, chip=_level),
            Column[AwardLine]("note", self.tr("说明"), lambda line: line.note, tone="text2", elastic=True),
        )
        return [column._replace(sortable=False) for column in columns]

    @property
    def award(self) -> Award | None:
        """The award shown; none in a year without any."""
        return Award(self.awards.current) if self.awards.current else None

    @property
    def line(self) -> AwardLine | None:
        """The current line."""
        row: AwardLine | None = self.list.current_row
        return row

    def show_view(self, view: YearView) -> None:
        """Show the lists of a year, staying on the award and the name that were current."""
        same_year, self._view = view.year == self._view.year, view
        segments = [
            Segment(roll.award, self._short(roll.award), len(roll.waiting) + len(roll.lost) or None)
            for roll in view.rolls
        ]
        self.awards.show_segments(segments)
        self.export_button.setEnabled(bool(view.rolls))
        self.list.empty.set_words(self.tr("{}年没有可评的名单。").format(view.year))
        if same_year:
            self._model.reload()
        self._show_lines(keep=same_year)

    def go_to_waiting(self) -> None:
        """Turn to the first list, and there to the first name, that something is still to be said of."""
        waiting = next((roll for roll in self._view.rolls if roll.waiting or roll.lost), None)
        if waiting is not None:
            self.awards.choose(waiting.award)
            first = waiting.waiting[0].who if waiting.waiting else waiting.lost[0].who
            self.list.go_to(first)

    def _short(self, award: Award) -> str:
        return {
            Award.TOWN: self.tr("镇街"),
            Award.BUREAU: self.tr("市直"),
            Award.OFFICE: self.tr("组室"),
            Award.PERSON: self.tr("信息员"),
            Award.NEWS: self.tr("动态信息"),
            Award.ESSAY: self.tr("真言文章"),
            Award.EXPERIENCE: self.tr("经验材料"),
            Award.RESEARCH: self.tr("调研"),
        }[award]

    def _show_lines(self, *, keep: bool) -> None:
        current = self.line.who if keep and self.line else None
        roll = self._view.roll(self.award) if self.award else None
        lines = tuple(award_lines(roll, self._view.breakers)) if roll else ()
        self._model.show_rows(lambda offset, limit, _sort: lines[offset : offset + limit], lambda: len(lines))
        self.places.setText(self._places(roll) if roll else "")
        if current is None or not self.list.go_to(current):
            self.list.go_first()
        self._allow()

    def _places(self, roll: Roll) -> str:
        """Say how many places of each grade are taken; the office may give more than the rules have."""
        taken = Counter(name.grade for name in roll.winners)
        said = []
        for grade, number in roll.contest.grades.items():
            beyond = self.tr("，超 {} 名").format(taken[grade] - number) if taken[grade] > number else ""
            said.append(f"{grade_word(grade)} {taken[grade]}/{number}{beyond}")
        return self.tr("名额　{}").format("　".join(said))

    @Slot()
    def _allow(self, *_: object) -> None:
        """Offer what fits the names that are selected."""
        selected: list[AwardLine] = self.list.selected_rows()
        roll = self._view.roll(self.award) if self.award else None
        several = len(selected) > 1
        ready = [
            name
            for name in (roll.winners if roll else ())
            if name.state in _READY and (not several or name.who in {line.who for line in selected})
        ]
        words = self.tr("确认所选") if several else self.tr("确认名单")
        self.confirm_button.setText(words)
        self.confirm_button.setAccessibleName(words)
        out = self.tr("年终通报已印发") if self._view.issue is not None else ""
        self.confirm_button.setEnabled(bool(ready) and not out)
        names = self.tr("确认 {} 个名字，与测算一致").format(len(ready))
        self.confirm_button.set_tip(out or (names if ready else self.tr("没有待确认的名字")), "Ctrl+Enter")
        line = self.line
        decided = roll is not None and line is not None and line.who in roll.decisions
        contends = roll is not None and line is not None and roll.contest.contender(line.who) is not None
        self.decide_button.setEnabled(contends and not several and not out)
        self.decide_button.set_tip(out or self.tr("与测算不同的，写明原因"), "Ctrl+D")
        self.explain_button.setEnabled(contends and not several)
        self.withdraw_button.setEnabled(decided and not several and not out)
        self.withdraw_button.set_tip(out or ("" if decided else self.tr("没有确认过，也没有另定过")))

    @Slot()
    def _on_award_chosen(self) -> None:
        self._show_lines(keep=False)
        self.award_chosen.emit()

    @Slot()
    def _on_confirm_clicked(self) -> None:
        selected = self.list.selected_rows()
        self.confirm_wanted.emit([line.who for line in selected] if len(selected) > 1 else [])


def _state(line: AwardLine) -> str:
    return NAME_STATE[line.state] if line.state else ""


def _level(line: AwardLine) -> str:
    return _LEVEL[line.state] if line.state else ""
