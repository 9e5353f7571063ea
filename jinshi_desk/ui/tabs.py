"""The tabs: each built when it is first shown, and led from one to another; they do not know each other."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from jinshi_desk import paths
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import Segment
from jinshi_desk.services.front import TodoKind
from jinshi_desk.services.register_list import RegisterList
from jinshi_desk.store.database import Store
from jinshi_desk.ui.attention import FORM_HIT, LINE_HIT
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.help import Help
from jinshi_desk.ui.main_window import MainWindow, TabSpec

if TYPE_CHECKING:
    from jinshi_desk.domain.notices import Notice
    from jinshi_desk.domain.periods import Period
    from jinshi_desk.intake.drafts import DraftProposal
    from jinshi_desk.papers.typesetting import Press
    from jinshi_desk.services.adoption import AdoptionDesk
    from jinshi_desk.services.approval import ApprovalDesk
    from jinshi_desk.services.chains import Opens, Record
    from jinshi_desk.services.filing import Undo
    from jinshi_desk.services.importing import ImportDesk
    from jinshi_desk.services.points import PointsDesk
    from jinshi_desk.services.register import RegisterDesk
    from jinshi_desk.ui.annual.tab import AnnualTab
    from jinshi_desk.ui.approval.tab import ApprovalTab
    from jinshi_desk.ui.bulletin.notices_tab import NoticesTab
    from jinshi_desk.ui.explain.figure_tables import FigureTables
    from jinshi_desk.ui.ledgers.desks import LedgerDesks
    from jinshi_desk.ui.ledgers.dialog import LedgersDialog
    from jinshi_desk.ui.notice.period_page import PeriodPage
    from jinshi_desk.ui.quota.tab import QuotaTab
    from jinshi_desk.ui.register.desks import Desks
    from jinshi_desk.ui.register.tab import RegisterTab
    from jinshi_desk.ui.widgets.choices import Choice

_LEDGERS = frozenset(
    {
        TodoKind.DEDUCTIONS,
        TodoKind.COMMISSIONS,
        TodoKind.SUGGESTIONS,
        TodoKind.LEADS,
        TodoKind.ASSIGNMENTS,
        TodoKind.OBJECTIONS,
        TodoKind.MEETINGS,
    }
)
"""What waits in 本月台账, each called as its ledger is."""
_SEGMENT: dict[str, Segment] = {
    TodoKind.TO_REVIEW: Segment.RECEIVED,
    TodoKind.UNVERIFIED: Segment.UNVERIFIED,
    TodoKind.RETURNED: Segment.RETURNED,
}
_today: Callable[[], date] = date.today


class Tabs(QObject):
    """Knows the desk of every tab; what a tab needs is imported when it is wanted, to start quickly."""

    completed = Signal()  # the first tab has all it wants

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._register_tab: RegisterTab | None = None
        self._approval_tab: ApprovalTab | None = None
        self._quota_tab: QuotaTab | None = None
        self._bulletin_tab: NoticesTab | None = None
        self._annual_tab: AnnualTab | None = None

    def specs(self) -> Sequence[TabSpec]:
        """Return the tabs in their order."""
        return (
            TabSpec("register", self.tr("报送登记"), "register", self._register),
            TabSpec("approval", self.tr("审批表"), "approval", self._approval),
            TabSpec("quota", self.tr("任务进度"), "quota", self._quota),
            TabSpec("bulletin", self.tr("月通报"), "bulletin", self._bulletin),
            TabSpec("annual", self.tr("年度考评"), "annual", self._annual),
        )

    def settle_in(self, window: MainWindow, frame: Frame) -> None:
        """Let what is asked for in the frame lead to the tab that has it."""
        self._window, self._frame = window, frame
        window.hit_opened.connect(self._on_hit_opened)
        window.todo_opened.connect(self._on_list_wanted)
        window.files_dropped.connect(self._on_files_dropped)
        window.settings_wanted.connect(self._on_settings_wanted)
        self.help = Help(frame.look, paths.resources() / "manual", window)

    def may_close(self) -> bool:
        """Keep the sentence that is being typed; ask about a draft that is typed and not filed."""
        if self._bulletin_tab is not None:
            self._bulletin_tab.finish_editing()
        if self._annual_tab is not None:
            self._annual_tab.finish_editing()
        if self._approval_tab is not None and not self._approval_tab.may_close():
            self._window.show_tab("approval")
            return False
        return self._register_tab is None or self._register_tab.may_close()

    # --- the desks

    @cached_property
    def _undo(self) -> "Undo":
        from jinshi_desk.services.filing import Undo

        return Undo(self._store)

    @cached_property
    def _points(self) -> "PointsDesk":
        from jinshi_desk.services.points import PointsDesk

        return PointsDesk(self._store)

    @cached_property
    def _approvals(self) -> "ApprovalDesk":
        from jinshi_desk.services.approval import ApprovalDesk

        return ApprovalDesk(self._store, _today, self._undo)

    @cached_property
    def _register_desk(self) -> "RegisterDesk":
        from jinshi_desk.services.register import RegisterDesk

        return RegisterDesk(self._store, _today, self._undo)

    @cached_property
    def _adoption_desk(self) -> "AdoptionDesk":
        from jinshi_desk.services.adoption import AdoptionDesk

        return AdoptionDesk(self._store, _today, self._undo)

    @cached_property
    def _press(self) -> "Press":
        from jinshi_desk.papers.typesetting import office_press

        return office_press(self._store.file)

    def _register_desks(self) -> "Desks":
        from jinshi_desk.services.exporting import ExportDesk
        from jinshi_desk.services.returns import ReturnDesk
        from jinshi_desk.services.versions import VersionDesk
        from jinshi_desk.ui.register.desks import Desks

        return Desks(
            self._register_desk,
            self._adoption_desk,
            self._approvals,
            ReturnDesk(self._store, _today, self._undo),
            VersionDesk(self._store, _today, self._undo),
            ExportDesk(self._store),
            self._undo,
            self._ledger_desks,
        )

    def _read_draft(self, file: Path) -> "DraftProposal":
        from jinshi_desk.domain.matching import UnitNames
        from jinshi_desk.intake.drafts import read_draft

        return read_draft(file, UnitNames(self._store.units.all()), _today())

    # --- the tabs

    def _register(self) -> QWidget:
        from jinshi_desk.ui.register.tab import RegisterTab

        listed = RegisterList(self._store)
        tab = RegisterTab(self._frame, listed, self._register_desks, self._read_draft, _today)
        tab.import_wanted.connect(self._on_import_wanted)
        tab.ledgers_wanted.connect(self._on_ledgers_wanted)
        tab.explain_wanted.connect(self._on_draft_points_wanted)
        tab.approval_wanted.connect(self._on_approval_wanted)
        tab.completed.connect(self._on_register_complete)
        self._register_tab = tab
        return tab

    @Slot()
    def _on_register_complete(self) -> None:
        from jinshi_desk.ui.soon_wanted import bring_soon_wanted

        self.completed.emit()
        bring_soon_wanted(self)

    def _approval(self) -> QWidget:
        from jinshi_desk.services.form_files import FormFiles
        from jinshi_desk.services.form_printing import FormPrinting
        from jinshi_desk.services.ledgers import LedgersDesk
        from jinshi_desk.services.releasing import ReleaseDesk
        from jinshi_desk.services.returns import ReturnDesk
        from jinshi_desk.services.signing import SigningDesk
        from jinshi_desk.ui.approval.desks import ApprovalDesks
        from jinshi_desk.ui.approval.tab import ApprovalTab

        desks = ApprovalDesks(
            self._approvals,
            SigningDesk(self._store, _today, self._undo),
            FormPrinting(self._store, self._press, _today),
            FormFiles(self._store, _today, self._undo),
            ReleaseDesk(self._store, _today, self._undo),
            ReturnDesk(self._store, _today, self._undo),
            LedgersDesk(self._store, _today),
            self._undo,
            _today,
        )
        tab = ApprovalTab(self._frame, desks)
        tab.draft_opened.connect(self._on_draft_wanted)
        self._approval_tab = tab
        return tab

    def _quota(self) -> QWidget:
        from jinshi_desk.services.exporting import ExportDesk
        from jinshi_desk.services.quota import QuotaDesk
        from jinshi_desk.services.reminder_sheets import ReminderSheetDesk
        from jinshi_desk.services.reminders import ReminderDesk
        from jinshi_desk.ui.quota.reminding import ReminderDesks
        from jinshi_desk.ui.quota.tab import QuotaTab

        quota, exporting = QuotaDesk(self._store, _today), ExportDesk(self._store)
        reminders = ReminderDesks(
            ReminderDesk(self._store, _today, self._undo),
            ReminderSheetDesk(self._store, self._press, _today),
        )
        tab = QuotaTab(self._frame, quota, self._points, reminders, exporting, _today)
        tab.draft_opened.connect(self._on_draft_wanted)
        tab.explain_wanted.connect(self._on_explain_wanted)
        tab.roster_wanted.connect(self._on_roster_wanted)
        tab.trends_wanted.connect(self._on_trends_wanted)
        tab.rules_wanted.connect(self._on_counting_wanted)
        tab.unit_sheet_wanted.connect(self._on_unit_sheet_wanted)
        self._quota_tab = tab
        return tab

    def _bulletin(self) -> QWidget:
        from jinshi_desk.services.bulletin import BulletinDesk
        from jinshi_desk.services.closing import ClosingDesk
        from jinshi_desk.services.issuing import IssueDesk
        from jinshi_desk.ui.bulletin.notices_tab import NoticesTab
        from jinshi_desk.ui.bulletin.tab import BulletinTab

        bulletins = BulletinDesk(self._store, self._press)
        closing = ClosingDesk(self._store, bulletins, _today)
        issuing = IssueDesk(self._store, _today)
        tab = BulletinTab(self._frame, bulletins, closing, issuing)
        tab.explain_wanted.connect(self._on_explain_wanted)
        tab.list_wanted.connect(self._on_segment_wanted)
        tab.head.ledgers_wanted.connect(self._on_ledgers_wanted)
        tab.figures.unit_sheets_wanted.connect(self._on_unit_sheets_wanted)
        self._bulletin_tab = NoticesTab(self._frame, tab, self._quarter)
        return self._bulletin_tab

    def _quarter(self, quarter: "Period") -> "PeriodPage":
        from jinshi_desk.services.period_notices import PeriodNoticeDesk
        from jinshi_desk.services.quarters import QuarterReview
        from jinshi_desk.ui.notice.period_page import PeriodPage

        review = QuarterReview(self._store, _today)
        desk = PeriodNoticeDesk(self._store, self._press, _today, review)
        page = PeriodPage(self._frame, desk, "quarter", quarter)
        page.explain_wanted.connect(self._on_explain_wanted)
        return page

    def _annual(self) -> QWidget:
        from jinshi_desk.services.annual_notice import AnnualNotice
        from jinshi_desk.services.award import AwardDesk
        from jinshi_desk.services.period_notices import PeriodNoticeDesk
        from jinshi_desk.services.year_extracts import YearExtractDesk
        from jinshi_desk.services.years import YearDesk
        from jinshi_desk.ui.annual.desks import AnnualDesks
        from jinshi_desk.ui.annual.tab import AnnualTab

        desks = AnnualDesks(
            YearDesk(self._store, _today),
            AwardDesk(self._store, _today, self._undo),
            YearExtractDesk(self._store, self._press, _today),
            PeriodNoticeDesk(self._store, self._press, _today, AnnualNotice(self._store, _today)),
            self._undo,
            _today,
        )
        self._annual_tab = tab = AnnualTab(self._frame, desks)
        tab.list_wanted.connect(self._on_segment_wanted)
        tab.explain_wanted.connect(self._on_explain_wanted)
        return tab

    def _ledger_desks(self) -> "LedgerDesks":
        from jinshi_desk.services.assignment import AssignmentDesk
        from jinshi_desk.services.bulletin import BulletinDesk
        from jinshi_desk.services.commission import CommissionDesk
        from jinshi_desk.services.correction import CorrectionDesk
        from jinshi_desk.services.deduction import DeductionDesk
        from jinshi_desk.services.exporting import ExportDesk
        from jinshi_desk.services.instruction import InstructionDesk
        from jinshi_desk.services.lead import LeadDesk
        from jinshi_desk.services.ledgers import LedgersDesk
        from jinshi_desk.services.meeting import MeetingDesk
        from jinshi_desk.services.meeting_papers import MeetingPapers
        from jinshi_desk.services.objection import ObjectionDesk
        from jinshi_desk.services.pick_packs import PickPackDesk
        from jinshi_desk.services.quality_pick import QualityPickDesk
        from jinshi_desk.services.suggestion import SuggestionDesk
        from jinshi_desk.ui.ledgers.desks import LedgerDesks

        return LedgerDesks(
            LedgersDesk(self._store, _today),
            InstructionDesk(self._store, _today, self._undo),
            CommissionDesk(self._store, _today, self._undo),
            DeductionDesk(self._store, _today, self._undo),
            CorrectionDesk(self._store, _today, self._undo),
            SuggestionDesk(self._store, _today, self._undo),
            LeadDesk(self._store, _today, self._undo),
            AssignmentDesk(self._store, _today, self._undo),
            ObjectionDesk(self._store, _today, self._undo),
            QualityPickDesk(self._store, _today, self._undo),
            PickPackDesk(self._store),
            MeetingDesk(self._store, _today, self._undo),
            MeetingPapers(self._store, self._press),
            self._register_desk,
            self._points,
            BulletinDesk(self._store, self._press),
            ExportDesk(self._store),
            self._undo,
            _today,
        )

    def _show_ledgers(self, first: str) -> "LedgersDialog":
        from jinshi_desk.ui.ledgers.dialog import LedgersDialog
        from jinshi_desk.ui.ledgers.kinds import Ledger

        dialog = LedgersDialog(self._frame, self._ledger_desks(), self._window, Ledger(first))
        dialog.draft_wanted.connect(self._on_draft_wanted)
        dialog.lead_draft_wanted.connect(self._on_lead_draft_wanted)
        self._open(dialog, "ledgers")
        return dialog

    @Slot(object)
    def _on_explain_wanted(self, wanted: "Opens | Notice | FigureTables") -> None:
        """Show 这分怎么来的 of the figure that was clicked in any tab, or the annexes they are all in."""
        from jinshi_desk.services.explain import ExplainDesk
        from jinshi_desk.ui.explain.dialog import ExplainDialog

        dialog = ExplainDialog(self._frame, ExplainDesk(self._store, _today), wanted, self._window)
        dialog.draft_opened.connect(self._on_draft_wanted)
        dialog.record_opened.connect(self._on_record_wanted)
        self._open(dialog, "explain")

    @Slot(str)
    def _on_draft_points_wanted(self, number: str) -> None:
        from jinshi_desk.services.draft_points import draft_key

        self._on_explain_wanted(draft_key(number))

    @Slot(object)
    def _on_record_wanted(self, record: "Record") -> None:
        self._frame.month.turn_to(record.month)
        self._show_ledgers(record.ledger).go_to(record.id)

    @Slot()
    def _on_ledgers_wanted(self) -> None:
        self._show_ledgers("instructions")

    def _show_register(self) -> "RegisterTab":
        self._window.show_tab("register")
        if self._register_tab is None:
            raise RuntimeError("showing a tab builds it")
        return self._register_tab

    def _show_approval(self) -> "ApprovalTab":
        self._window.show_tab("approval")
        if self._approval_tab is None:
            raise RuntimeError("showing a tab builds it")
        return self._approval_tab

    @Slot(object)
    def _on_hit_opened(self, choice: "Choice") -> None:
        if choice.id.startswith(FORM_HIT):
            self._show_approval().show_form(choice.id.removeprefix(FORM_HIT))
        elif choice.id.startswith(LINE_HIT):
            ledger, number, month = choice.id.removeprefix(LINE_HIT).split(":")
            self._frame.month.turn_to(Month.parse(month))
            self._show_ledgers(ledger).go_to(int(number))
        else:
            self._on_draft_wanted(choice.id)

    @Slot(list)
    def _on_approval_wanted(self, drafts: list[str]) -> None:
        self._show_approval().open_drafts(drafts)

    @Slot(str)
    def _on_draft_wanted(self, number: str) -> None:
        self._show_register().show_draft(number)

    @Slot(int)
    def _on_lead_draft_wanted(self, lead: int) -> None:
        from jinshi_desk.services.lead import LeadDesk

        draft = LeadDesk(self._store, _today, self._undo).proposal(lead)
        self._show_register().draft_of_lead(draft, lead)

    @Slot(str)
    def _on_list_wanted(self, kind: str) -> None:
        if kind == TodoKind.OWING:
            self._show_quota().show_owing()
        elif kind == TodoKind.REMINDER:
            self._on_reminder_wanted()
        elif kind == TodoKind.FORM_MISSING:
            self._show_approval().show_missing()
        elif kind in (TodoKind.OVERDUE_FORMS, TodoKind.OUT_FORMS):
            self._show_approval().show_waiting("overdue" if kind == TodoKind.OVERDUE_FORMS else "out")
        elif kind in _LEDGERS:
            self._show_ledgers(kind).go_to_waiting()
        elif kind == TodoKind.CORRESPONDENTS:
            self._show_roster(self._window, vacant=True)
        else:
            self._show_register().show_segment(_SEGMENT[kind])

    def _show_quota(self) -> "QuotaTab":
        self._window.show_tab("quota")
        if self._quota_tab is None:
            raise RuntimeError("showing a tab builds it")
        return self._quota_tab

    def _on_reminder_wanted(self) -> None:
        """Turn to the month whose reminder is due, in the words it is due in."""
        from jinshi_desk.services.front import FrontDesk

        due = FrontDesk(self._store, _today).due_reminder()
        if due is not None:
            self._frame.month.turn_to(due.month)
            self._show_quota().show_owing(due.stage)

    @Slot(str)
    def _on_segment_wanted(self, segment: str) -> None:
        if segment in set(Segment):
            self._show_register().show_segment(Segment(segment))
        elif segment[:1].isdigit():
            self._on_draft_wanted(segment)
        elif segment == "imports":
            self._on_doubtful_wanted()
        else:
            self._show_ledgers(segment).go_to_waiting()

    def _on_doubtful_wanted(self) -> None:
        """Open the sheets again of which rows were left undecided; copies, gone when it is over."""
        from tempfile import TemporaryDirectory

        folder = TemporaryDirectory()
        files = self._import_desk().fetch_doubtful(self._frame.month.month, Path(folder.name))
        # a slot of its own: Qt keeps no Python object alive for a method of it
        self._import(files).finished.connect(lambda _result: folder.cleanup())

    @Slot(list)
    def _on_files_dropped(self, files: list[Path]) -> None:
        self._show_register().take_files(files)

    @Slot(list)
    def _on_import_wanted(self, files: list[Path]) -> None:
        self._import(files)

    def _import(self, files: list[Path]) -> QDialog:
        from jinshi_desk.ui.imports.dialog import ImportDialog

        dialog = ImportDialog(self._frame, self._import_desk(), files, self._window)
        self._open(dialog, "import")
        return dialog

    def _import_desk(self) -> "ImportDesk":
        from jinshi_desk.services.importing import ImportDesk

        return ImportDesk(self._store, self._register_desk, self._adoption_desk, _today)

    @Slot()
    def _on_settings_wanted(self) -> None:
        from jinshi_desk.services.office import OfficeDesk
        from jinshi_desk.ui.office.settings_dialog import SettingsDialog

        settings = SettingsDialog(self._frame, OfficeDesk(self._store), self._window)
        settings.units_wanted.connect(lambda: self._manage_units(settings))
        settings.returns_wanted.connect(lambda: self._set_returns(settings))
        settings.forms_wanted.connect(lambda: self._set_forms(settings))
        settings.wordings_wanted.connect(lambda: self._set_wordings(settings))
        settings.rules_wanted.connect(lambda: self._show_rules(settings))
        self._open(settings, "first")

    def _manage_units(self, over: QWidget) -> None:
        from jinshi_desk.services.filing import Undo
        from jinshi_desk.services.units import UnitDesk
        from jinshi_desk.ui.office.units_dialog import UnitsDialog

        desk = UnitDesk(self._store, Undo(self._store))
        units = UnitsDialog(self._frame, desk, _today, over)
        units.roster_wanted.connect(lambda: self._show_roster(units))
        self._open(units, "first")

    @Slot()
    def _on_trends_wanted(self) -> None:
        from jinshi_desk.services.trends import TrendsDesk
        from jinshi_desk.ui.trends.dialog import TrendsDialog

        desk = TrendsDesk(self._store, self._press, _today)
        self._open(TrendsDialog(self._frame, desk, self._window), "quota")

    @Slot()
    def _on_unit_sheets_wanted(self) -> None:
        self._show_unit_sheets(self._frame.month.month)

    @Slot(str, object)
    def _on_unit_sheet_wanted(self, unit: str, month: Month) -> None:
        self._show_unit_sheets(month, unit)

    def _show_unit_sheets(self, month: Month, *units: str) -> None:
        from jinshi_desk.services.sheet_deliveries import SheetDeliveryDesk
        from jinshi_desk.services.unit_sheets import UnitSheetDesk
        from jinshi_desk.ui.unit_choices import UnitChoices
        from jinshi_desk.ui.unit_sheets.desks import UnitSheetDesks
        from jinshi_desk.ui.unit_sheets.dialog import UnitSheetsDialog

        choices = UnitChoices(RegisterList(self._store)).on(month.last_day)
        desks = UnitSheetDesks(
            UnitSheetDesk(self._store, self._press, _today),
            SheetDeliveryDesk(self._store, _today, self._undo),
            self._ledger_desks,
            _today,
        )
        self._open(UnitSheetsDialog(self._frame, desks, month, choices, units, self._window), "bulletin")

    @Slot()
    def _on_counting_wanted(self) -> None:
        from jinshi_desk.services.counting import CountingDesk
        from jinshi_desk.services.filing import Undo
        from jinshi_desk.services.units import UnitDesk
        from jinshi_desk.ui.office.counting_dialog import CountingDialog

        undo = Undo(self._store)
        counting, units = CountingDesk(self._store, undo), UnitDesk(self._store, undo)
        self._open(CountingDialog(self._frame, counting, units, _today, self._window), "quota")

    @Slot()
    def _on_roster_wanted(self) -> None:
        self._show_roster(self._window)

    def _show_roster(self, over: QWidget, *, vacant: bool = False) -> None:
        from jinshi_desk.services.exporting import ExportDesk
        from jinshi_desk.services.filing import Undo
        from jinshi_desk.services.people import PeopleDesk
        from jinshi_desk.ui.office.roster_dialog import RosterDialog

        desk = PeopleDesk(self._store, Undo(self._store), _today)
        dialog = RosterDialog(self._frame, desk, ExportDesk(self._store), over)
        if vacant:
            dialog.show_vacant()
        self._open(dialog, "roster")

    def _set_returns(self, over: QWidget) -> None:
        from jinshi_desk.services.holidays import HolidayDesk
        from jinshi_desk.services.returns import ReturnDesk
        from jinshi_desk.ui.office.return_settings import ReturnSettingsDialog

        returns = ReturnDesk(self._store, _today, self._undo)
        holidays = HolidayDesk(self._store, self._undo)
        dialog = ReturnSettingsDialog(self._frame, returns, holidays, self._frame.month.month.year, over)
        self._open(dialog, "register")

    def _set_wordings(self, over: QWidget) -> None:
        from jinshi_desk.services.reminder_wordings import WordingDesk
        from jinshi_desk.ui.office.wording_dialog import WordingDialog

        self._open(WordingDialog(self._frame, WordingDesk(self._store, self._undo), over), "quota")

    def _show_rules(self, over: QWidget) -> None:
        from jinshi_desk.ui.rules.opening import rules_dialog

        def show(dialog: QDialog) -> None:
            self._open(dialog, "rules")

        show(rules_dialog(self._frame, self._store, self._press, _today, over, show))

    def _set_forms(self, over: QWidget) -> None:
        from jinshi_desk.domain.approvals import FormKind
        from jinshi_desk.services.form_printing import FormPrinting
        from jinshi_desk.services.form_settings import FormSettingsDesk
        from jinshi_desk.ui.office.form_settings_dialog import FormSettingsDialog
        from jinshi_desk.ui.unit_choices import UnitChoices

        printing = FormPrinting(self._store, self._press, _today)
        dialog = FormSettingsDialog(
            self._frame,
            FormSettingsDesk(self._store, self._undo),
            UnitChoices(RegisterList(self._store)).on(_today()),
            paths.own_papers(self._store.file),
            lambda: printing.pages(printing.blank(FormKind.A)).fault,
            over,
        )
        self._open(dialog, "approval")

    def _open(self, dialog: QDialog, page: str) -> None:
        """Open ``dialog``; F1 in it leads to ``page`` of the manual."""
        self.help.name(dialog, page)
        dialog.open()
