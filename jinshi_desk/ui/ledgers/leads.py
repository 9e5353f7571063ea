"""线索: what is worth writing up, whose it is, and what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.leads import LeadState
from jinshi_desk.domain.months import Month
from jinshi_desk.services.lead import Followed
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.lead_pages import AssignLeadPage, LeadPage, WriteUpPage
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage, Shown, Workplace
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.paged_table import Column
from jinshi_desk.wording import LEAD_STATE

_NARROW = 1080
_LEVEL = {
    LeadState.NEW: "warn",
    LeadState.ASSIGNED: "info",
    LeadState.DRAFTED: "late",
    LeadState.ADOPTED: "ok",
    LeadState.SHELVED: "neutral",
}


class Leads(LedgerPage):
    """Lists what was found in the month or came to something in it, and what is still open from before."""

    new_draft_wanted = Signal(int)  # the id of the lead it is made of

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(at, "leads", parent)
        look = at.frame.look
        self.name_page(self.tr("线索"))
        self.name_new(self.tr("登记线索"))
        self.view.empty.set_words(self.tr("本月还没有线索。"), self.tr("登记线索"))
        self.page = LeadPage(look, at.desks, at.units)
        self.assign_page = AssignLeadPage(look, at.desks, at.units)
        self.write_up_page = WriteUpPage(look, at.desks, at.units)
        self.assign_button = Button(look, self.tr("交办…"), "unit")
        self.write_up_button = Button(look, self.tr("登记成稿…"), "check", key="Ctrl+D")
        self.new_draft_button = Button(look, self.tr("登成新稿"), "document")
        self.shelve_button = Button(look, self.tr("搁置…"))
        self.void_button = Button(look, self.tr("作废…"), "void", "danger")
        self.add_form(self.page, at.acts.lead)
        self.add_form(self.assign_page, at.acts.assign_lead)
        self.add_form(self.write_up_page, at.acts.write_up)
        self.add_act(self.assign_button, self._assign, self._why_not)
        self.add_act(self.write_up_button, self._write_up, self._why_not)
        self.add_act(self.new_draft_button, self._draft_anew, self._why_no_draft)
        self.add_act(self.shelve_button, self._shelve, self._why_not_shelved)
        self.add_act(self.void_button, self._void, self._why_not)
        self.add_export("leads")
        self.new_button.clicked.connect(self.start_new)
        self.view.empty.acted.connect(self.start_new)

    def start_new(self) -> None:
        """Be ready for a lead."""
        self.open_form(self.page, lambda: self.page.start(self.month))

    def _columns(self) -> Sequence[Column[Followed]]:
        return (
            Column("found_on", self.tr("日期"), lambda line: self.short_day(line.event.found_on), width=64),
            Column("unit", self.tr("单位"), self._unit, width=116),
            Column("subject", self.tr("线索"), _subject, elastic=True),
            Column("office", self.tr("主办"), self._office, width=96, tone="text2"),
            Column(
                "draft", self.tr("稿件"), _number, width=84, tone="text2", folds_below=_NARROW, tip=_title
            ),
            Column("state", self.tr("状态"), self._state, width=76, sortable=False, chip=self._chip),
        )

    @staticmethod
    def read(desks: LedgerDesks, month: Month) -> tuple[Followed, ...]:
        return desks.ledgers.leads(month)

    def _overview(self) -> str:
        states = [line.state for line in self._lines if not line.event.voided]
        return " · ".join(f"{LEAD_STATE[each]} {states.count(each)}" for each in LeadState if each in states)

    def _shown(self, line: Followed) -> Shown:
        lead = line.event
        given = f"{self._office(line)}　{lead.assigned_on}" if lead.office else ""
        return Shown(
            f"{self._unit(line)}　{lead.subject}",
            (self._state(line), self._chip(line)),
            (
                (self.tr("发现"), lead.found_on.isoformat()),
                (self.tr("主办"), given),
                (self.tr("稿件"), f"{line.draft.number}　《{line.draft.title}》" if line.draft else ""),
                (self.tr("收稿"), line.draft.received_on.isoformat() if line.draft else ""),
                (self.tr("采用"), line.adopted_on.isoformat() if line.adopted_on else ""),
                (self.tr("搁置"), f"{lead.shelved_on}　{lead.shelved}" if lead.shelved_on else ""),
                (self.tr("作废原因"), lead.voided),
            ),
            draft=line.draft.number if line.draft else "",
        )

    def _unit(self, line: Followed) -> str:
        return self.at.units.name(line.event.unit)

    def _office(self, line: Followed) -> str:
        return self.at.units.name(line.event.office) if line.event.office else ""

    def _state(self, line: Followed) -> str:
        return self.tr("已作废") if line.event.voided else LEAD_STATE[line.state]

    def _chip(self, line: Followed) -> str:
        return "exempt" if line.event.voided else _LEVEL[line.state]

    def _why_not(self, line: Followed) -> str:
        return self.tr("已经作废") if line.event.voided else ""

    def _why_no_draft(self, line: Followed) -> str:
        return self._why_not(line) or (self.tr("已经成稿") if line.draft else "")

    def _why_not_shelved(self, line: Followed) -> str:
        shelved = self.tr("已经搁置") if line.event.shelved_on else ""
        return self._why_no_draft(line) or shelved

    def _open_row(self, line: Followed) -> None:
        if not line.event.voided:
            if line.state is LeadState.NEW:
                self._assign()
            else:
                self._write_up()

    def _assign(self) -> None:
        line = self.row
        self.open_form(self.assign_page, lambda: self.assign_page.start(self.month, line.event))

    def _write_up(self) -> None:
        line = self.row
        number = line.draft.number if line.draft else None
        self.open_form(self.write_up_page, lambda: self.write_up_page.start(self.month, line.event, number))

    def _draft_anew(self) -> None:
        if self.may_leave():
            self.new_draft_wanted.emit(self.row.event.id)

    def _shelve(self) -> None:
        self.at.acts.shelve(self.row.event, self.at.desks.near(self.month))

    def _void(self) -> None:
        self.at.acts.void_lead(self.row.event)


def _subject(line: Followed) -> str:
    return line.event.subject


def _number(line: Followed) -> str:
    return line.draft.number if line.draft else ""


def _title(line: Followed) -> str:
    return line.draft.title if line.draft else ""
