"""问题建议: what units raised, who handles it, and what they were replied."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.suggestions import Handling, Suggestion
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage, Shown, Workplace
from jinshi_desk.ui.ledgers.suggestion_pages import ClosePage, HandOnPage, SuggestionPage
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.paged_table import Column
from jinshi_desk.wording import CONCERN, HANDLING

_NARROW = 1080
_LEVEL = {Handling.OPEN: "info", Handling.OVERDUE: "warn", Handling.CLOSED: "ok"}


class Suggestions(LedgerPage):
    """Lists what was raised or closed in the month, and what is still open from before."""

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(at, "suggestions", parent)
        look = at.frame.look
        self.name_page(self.tr("问题建议"))
        self.name_new(self.tr("登记问题建议"))
        self.view.empty.set_words(self.tr("本月还没有问题建议。"), self.tr("登记问题建议"))
        self.page = SuggestionPage(look, at.desks, at.units)
        self.hand_on_page = HandOnPage(look, at.desks, at.units)
        self.close_page = ClosePage(look, at.desks, at.units)
        self.close_button = Button(look, self.tr("答复办结…"), "check", key="Ctrl+D")
        self.hand_on_button = Button(look, self.tr("转办…"), "unit")
        self.void_button = Button(look, self.tr("作废…"), "void", "danger")
        self.add_form(self.page, at.acts.suggest)
        self.add_form(self.hand_on_page, at.acts.hand_on)
        self.add_form(self.close_page, at.acts.close_suggestion)
        self.add_act(self.close_button, self._close, self._why_not)
        self.add_act(self.hand_on_button, self._hand_on, self._why_not)
        self.add_act(self.void_button, self._void, self._why_not)
        self.add_export("problems")
        self.new_button.clicked.connect(self.start_new)
        self.view.empty.acted.connect(self.start_new)

    def start_new(self) -> None:
        """Be ready for what a unit raises."""
        self.open_form(self.page, lambda: self.page.start(self.month))

    def _columns(self) -> Sequence[Column[Suggestion]]:
        return (
            Column("received_on", self.tr("收到"), lambda each: self.short_day(each.received_on), width=64),
            Column("unit", self.tr("单位"), self._unit, width=116),
            Column("concern", self.tr("类型"), _concern, width=52, tone="text2", folds_below=_NARROW),
            Column("text", self.tr("内容"), _text, elastic=True),
            Column("office", self.tr("承办"), self._office, width=96, tone="text2", folds_below=_NARROW),
            Column("due_on", self.tr("期限"), lambda each: self.short_day(each.due_on), width=64),
            Column("state", self.tr("状态"), self._state, width=84, sortable=False, chip=self._chip),
        )

    @staticmethod
    def read(desks: LedgerDesks, month: Month) -> tuple[Suggestion, ...]:
        return desks.ledgers.suggestions(month)

    def _overview(self) -> str:
        stands = [self._handling(each) for each in self._lines if not each.voided]
        parts = [f"{HANDLING[each]} {stands.count(each)}" for each in Handling if each in stands]
        return " · ".join(parts)

    def _shown(self, line: Suggestion) -> Shown:
        handler = "　".join(part for part in (self._office(line), line.handler) if part)
        return Shown(
            f"{self._unit(line)}　{line.text}",
            (self._state(line), self._chip(line)),
            (
                (self.tr("类型"), CONCERN[line.concern]),
                (self.tr("收到"), line.received_on.isoformat()),
                (self.tr("承办"), handler),
                (self.tr("期限"), line.due_on.isoformat() if line.due_on else ""),
                (self.tr("答复"), line.reply),
                (self.tr("办结"), line.closed_on.isoformat() if line.closed_on else ""),
                (self.tr("作废原因"), line.voided),
            ),
        )

    def _unit(self, line: Suggestion) -> str:
        return self.at.units.name(line.unit)

    def _office(self, line: Suggestion) -> str:
        return self.at.units.name(line.office) if line.office else ""

    def _handling(self, line: Suggestion) -> Handling:
        return line.handling(self.at.desks.near(self.month))

    def _state(self, line: Suggestion) -> str:
        return self.tr("已作废") if line.voided else HANDLING[self._handling(line)]

    def _chip(self, line: Suggestion) -> str:
        return "exempt" if line.voided else _LEVEL[self._handling(line)]

    def _why_not(self, line: Suggestion) -> str:
        return self.tr("已经作废") if line.voided else ""

    def _open_row(self, line: Suggestion) -> None:
        if not line.voided:
            self._close()

    def _close(self) -> None:
        line = self.row
        self.open_form(self.close_page, lambda: self.close_page.start(self.month, line))

    def _hand_on(self) -> None:
        line = self.row
        self.open_form(self.hand_on_page, lambda: self.hand_on_page.start(self.month, line))

    def _void(self) -> None:
        self.at.acts.void_suggestion(self.row)


def _concern(line: Suggestion) -> str:
    return CONCERN[line.concern]


def _text(line: Suggestion) -> str:
    return line.text
