"""What is done to the ledgers: asked for where it must be, done at the desks, told with the way back."""

from datetime import date
from functools import partial

from PySide6.QtGui import QGuiApplication

from jinshi_desk.domain.assignments import Assignment, NewAssignment
from jinshi_desk.domain.commissions import Commission, NewCommission
from jinshi_desk.domain.corrections import Correction, NewCorrection
from jinshi_desk.domain.deductions import Deduction, NewDeduction
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.leads import Lead, NewLead
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import NewObjection, Objection
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.domain.suggestions import NewSuggestion, Suggestion
from jinshi_desk.services.lists import Scope
from jinshi_desk.sheets.exports import EXPORTS
from jinshi_desk.ui.ledgers.commission_pages import Delivery, NotDone
from jinshi_desk.ui.ledgers.deduction_pages import Confirmed
from jinshi_desk.ui.ledgers.instruction_page import InstructionEntry
from jinshi_desk.ui.ledgers.lead_pages import Given, WrittenUp
from jinshi_desk.ui.ledgers.objection_pages import Ruled
from jinshi_desk.ui.ledgers.suggestion_pages import Closed, HandedOn
from jinshi_desk.ui.ledgers.telling import Telling
from jinshi_desk.wording import CONCERN, FINDING


class LedgerActs(Telling):
    """Does things; nothing here knows a widget. What files something returns its id."""

    def instruct(self, entry: InstructionEntry) -> int:
        """Record an instruction."""
        row = self._desks.instructions.record(entry.number, entry.new)
        given = self._desks.instructions.of_draft(entry.number)
        booked = next(each.booked_month for each in given if each.id == row)
        self._tell(self.tr("已登记批示：{}{}").format(entry.new.leader, self._elsewhere(booked)))
        return row

    def void_instruction(self, instruction: Instruction) -> None:
        """Strike an instruction out, for a reason."""
        reason = self._ask(self.tr("作废这条批示？"), self.tr("当作没有登记过，加分重算。"))
        if reason is not None:
            self._desks.instructions.void(instruction.id, reason)
            self._tell(self.tr("已作废批示，加分已重算"))

    def commission(self, new: NewCommission) -> int:
        """Record that a piece was asked for."""
        row = self._desks.commissions.record(new)
        self._tell(self.tr("已下达约稿：{}").format(new.subject))
        return row

    def deliver(self, delivery: Delivery) -> None:
        """Note that a commission was delivered."""
        self._desks.commissions.deliver(delivery.commission, delivery.on, delivery.number)
        self._tell(self.tr("已登记完成：{}").format(delivery.on.isoformat()))

    def not_done(self, entry: NotDone) -> None:
        """Note that nothing came of a commission."""
        self._desks.commissions.mark_not_done(entry.commission, entry.on)
        self._tell(self.tr("已记未完成"))

    def void_commission(self, commission: Commission) -> None:
        """Strike a commission out, for a reason."""
        reason = self._ask(self.tr("作废这条约稿？"), self.tr("当作没有下达过，加减的分重算。"))
        if reason is not None:
            self._desks.commissions.void(commission.id, reason)
            self._tell(self.tr("已作废约稿"))

    def remind_of_commissions(self) -> None:
        """Put the text about what is overdue or due soon into the clipboard."""
        text = self._desks.ledgers.commission_reminder()
        if text:
            QGuiApplication.clipboard().setText(text)
        done, nothing = self.tr("催稿文字已复制，可贴到群里"), self.tr("没有到期或快到期的约稿")
        self._frame.notices.tell_act(done if text else nothing)

    def suggest(self, new: NewSuggestion) -> int:
        """Record what a unit raised."""
        row = self._desks.suggestions.record(new)
        self._tell(self.tr("已登记{}").format(CONCERN[new.concern]))
        return row

    def hand_on(self, entry: HandedOn) -> None:
        """Give a suggestion to a 组室."""
        self._desks.suggestions.hand_on(entry.suggestion, entry.office, entry.handler, entry.due_on)
        self._tell(self.tr("已转办"))

    def close_suggestion(self, entry: Closed) -> None:
        """Close a suggestion with its reply."""
        self._desks.suggestions.close(entry.suggestion, entry.on, entry.reply)
        self._tell(self.tr("已办结：{}").format(entry.on.isoformat()))

    def void_suggestion(self, suggestion: Suggestion) -> None:
        """Strike a suggestion out, for a reason."""
        reason = self._ask(self.tr("作废这条问题建议？"), self.tr("当作没有登记过。"))
        if reason is not None:
            self._desks.suggestions.void(suggestion.id, reason)
            self._tell(self.tr("已作废问题建议"))

    def object_(self, new: NewObjection) -> int:
        """Record what a unit objects to."""
        row = self._desks.objections.record(new)
        self._tell(self.tr("已登记异议"))
        return row

    def rule_objection(self, entry: Ruled) -> None:
        """Rule on an objection."""
        self._desks.objections.rule(entry.objection, entry.ruling)
        self._tell(self.tr("已裁定：{}").format(FINDING[entry.ruling.finding]))

    def void_objection(self, objection: Objection) -> None:
        """Strike an objection out, for a reason."""
        reason = self._ask(self.tr("作废这条异议？"), self.tr("当作没有登记过，裁定也不再算数。"))
        if reason is not None:
            self._desks.objections.void(objection.id, reason)
            self._tell(self.tr("已作废异议"))

    def lead(self, new: NewLead) -> int:
        """Record a lead."""
        row = self._desks.leads.record(new)
        self._tell(self.tr("已登记线索：{}").format(new.subject))
        return row

    def assign_lead(self, entry: Given) -> None:
        """Give a lead to a 组室."""
        self._desks.leads.assign(entry.lead, entry.office, entry.on)
        self._tell(self.tr("已交办线索"))

    def write_up(self, entry: WrittenUp) -> None:
        """Note the draft that came of a lead."""
        self._desks.leads.write_up(entry.lead, entry.number)
        self._tell(self.tr("已登记成稿：{}").format(entry.number))

    def shelve(self, lead: Lead, on: date) -> None:
        """Lay a lead aside, for a reason."""
        presets = (self.tr("时机不到"), self.tr("内容单薄"), self.tr("已有同类稿件"))
        question, after = self.tr("搁置这条线索？"), self.tr("理由留在台账里，以后交办就是重新启用。")
        reason = self._frame.dialogs.ask_reason(question, after, presets, self.tr("搁置"))
        if reason is not None:
            self._desks.leads.shelve(lead.id, on, reason)
            self._tell(self.tr("已搁置线索"))

    def void_lead(self, lead: Lead) -> None:
        """Strike a lead out, for a reason."""
        reason = self._ask(self.tr("作废这条线索？"), self.tr("当作没有登记过，稿件和得分不变。"))
        if reason is not None:
            self._desks.leads.void(lead.id, reason)
            self._tell(self.tr("已作废线索"))

    def assign(self, new: NewAssignment) -> int:
        """Give somebody a task."""
        row = self._desks.assignments.record(new)
        self._tell(self.tr("已下达任务：{} {} 篇").format(new.period.label, new.target))
        return row

    def void_assignment(self, task: Assignment) -> None:
        """Strike a task out, for a reason."""
        reason = self._ask(self.tr("作废这项任务？"), self.tr("当作没有下达过。"))
        if reason is not None:
            self._desks.assignments.void(task.id, reason)
            self._tell(self.tr("已作废任务"))

    def export(self, kind: str, month: Month) -> None:
        """Write the month's list of a ledger out where the clerk says."""
        title = EXPORTS[kind].title
        name = self.tr("{} {}.xlsx").format(title, month.label)
        path = self._frame.dialogs.save_file(
            self.tr("导出{}").format(title), name, [self.tr("表格 (*.xlsx)")]
        )
        if path is None:
            return
        desk = self._desks.exporting
        task = self._frame.tasks.start(lambda progress: desk.export(kind, Scope(month), path, progress))
        said = self.tr("已导出 {} 条到 {}")
        task.succeeded.connect(lambda rows: self._frame.notices.tell_act(said.format(rows, path.name)))

    def propose(self, new: NewDeduction) -> int:
        """Propose a deduction."""
        row = self._desks.deductions.propose(new)
        self._tell(self.tr("已提出扣分，确认后才扣"))
        return row

    def propose_missing_forms(self, month: Month, proposed_by: str) -> None:
        """Propose a deduction for every draft of ``month`` without its form."""
        new = self._desks.deductions.propose_missing_forms(month, proposed_by)
        if new:
            self._tell(self.tr("已按缺审批表提出 {} 条扣分，确认后才扣").format(len(new)))
        else:
            self._frame.notices.tell_act(self.tr("缺审批表的都已提出过，没有改动"))

    def confirm(self, entry: Confirmed) -> None:
        """Confirm a deduction: now it costs."""
        self._desks.deductions.confirm(entry.deduction, entry.confirmation)
        self._tell(self.tr("已确认扣分"))

    def reject(self, deduction: Deduction) -> None:
        """Decide against a deduction, for a reason."""
        presets = (self.tr("情况不属实"), self.tr("已补齐"), self.tr("情节轻微"))
        verb = self.tr("不予扣分")
        reason = self._frame.dialogs.ask_reason(
            self.tr("这条不予扣分？"), self.tr("不计分，理由留在台账里。"), presets, verb
        )
        if reason is not None:
            self._desks.deductions.reject(deduction.id, reason)
            self._tell(self.tr("已定为不予扣分"))

    def void_deduction(self, deduction: Deduction) -> None:
        """Strike a deduction out, for a reason."""
        reason = self._ask(
            self.tr("作废这条扣分？"), self.tr("当作没有提出过；因它作废的稿件恢复原来的状态。")
        )
        if reason is not None:
            self._desks.deductions.void(deduction.id, reason)
            self._tell(self.tr("已作废扣分，得分已重算"))

    def correct(self, new: NewCorrection) -> int:
        """Record a correction of a closed month."""
        row = self._desks.corrections.record(new)
        booked = next(each.booked_month for each in self._desks.corrections.all() if each.id == row)
        self._tell(self.tr("已登记更正{}").format(self._elsewhere(booked)))
        return row

    def void_correction(self, correction: Correction) -> None:
        """Strike a correction out, for a reason."""
        reason = self._ask(self.tr("作废这条更正？"), self.tr("当作没有登记过，差额退回。"))
        if reason is not None:
            self._desks.corrections.void(correction.id, reason)
            self._tell(self.tr("已作废更正"))

    def set_platform(self, month: Month, typed: PlatformMonth | None) -> None:
        """Keep what the platforms did in ``month``."""
        desk = self._desks.bulletins
        old = desk.platform(month)
        desk.set_platform(month, typed)
        said = self.tr("已保存{}平台数据").format(month.label)
        self._saved()
        self._frame.notices.tell_act(said, partial(self._put_back, month, old))

    def _put_back(self, month: Month, old: PlatformMonth | None) -> None:
        self._desks.bulletins.set_platform(month, old)
        self._tell_only(self.tr("已撤销"))

    def _elsewhere(self, booked: Month) -> str:
        """Say which month something counts for, where it is not the one worked on."""
        return "" if booked == self._frame.month.month else self.tr("，计入{}").format(booked.label)
