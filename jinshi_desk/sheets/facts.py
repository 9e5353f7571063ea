"""A row of any ledger but drafts and adoptions, read into the fact it tells (§7).

Each ledger is one entry of ``_LEDGERS``: the columns that every row must fill, and one function that makes
the fact of them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from jinshi_desk.domain.assignments import Counting
from jinshi_desk.domain.commissions import NewCommission, Outcome
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.dates import DateContext
from jinshi_desk.domain.deductions import Confirmation, Decision, NewDeduction
from jinshi_desk.domain.facts import (
    AssignmentFact,
    CommissionFact,
    CorrectionFact,
    DeductionFact,
    DraftRef,
    Fact,
    InstructionFact,
    LeadFact,
    MeetingFact,
    ObjectionFact,
    PersonFact,
    PickFact,
    ResolutionFact,
    RetractionFact,
    SuggestionFact,
)
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.leads import NewLead
from jinshi_desk.domain.meetings import NewMeeting, NewResolution, read_attendance
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import GRANTED, NewObjection, NewRuling, Remedy
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.domain.registers import Candidate, Mark, Question, RowReading
from jinshi_desk.domain.roster import Duty, is_mobile
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.suggestions import Concern, NewSuggestion
from jinshi_desk.domain.units import AT_ONCE, Exemption, OwnQuota, Unit
from jinshi_desk.sheets.cell_readers import Names
from jinshi_desk.sheets.cells import half_width
from jinshi_desk.sheets.decisions import Decisions
from jinshi_desk.sheets.grids import Grid, Row
from jinshi_desk.sheets.headers import Header
from jinshi_desk.sheets.ledgers import Ledger
from jinshi_desk.sheets.row_cells import CellsReader, RowCells
from jinshi_desk.sheets.rows import RowReader

_NUMBER = re.compile(r"\d{4}-\d{4,6}")
_ENDLESS = Month(2000, 1)
_LAST_PLACE = 9999
_BY_LIST = "按单位名单"


class FactReader(CellsReader):
    """Reads the rows of one sheet of such a ledger."""

    def __init__(
        self, grid: Grid, header: Header, names: Names, dates: DateContext, decisions: Decisions
    ) -> None:
        super().__init__(grid, names, dates, decisions)
        self._ledger = _LEDGERS[header.ledger.id]

    def read(self, number: int, row: Row, columns: Mapping[str, int], unit: Unit | None) -> RowReading:
        """Return what row ``number`` tells; ``unit`` is the title's, in a sheet without such a column."""
        read = self.cells_of(number, row, columns)
        cells = FactCells(self, read)
        cells.name_draft()
        for column in self._ledger.needs:
            match column:
                case "unit":
                    self.ask_for_unit(read, unit)
                    cells.refuse_several_units()
                case "draft":
                    cells.need_draft(unit)
                case _:
                    cells.need(column)
        fact = None if read.questions else self._ledger.fact(cells)
        return self.reading(read, fact=None if read.questions or read.dropped else fact)


class FactCells:
    """The cells of a row, as the functions below ask for them."""

    def __init__(self, reader: FactReader, read: RowCells) -> None:
        self._reader = reader
        self._read = read

    def get(self, column: str) -> Any:
        """Return what a cell is taken for, None where it is empty."""
        return self._read.values.get(column) or None

    def text(self, column: str) -> str:
        return self.get(column) or ""

    def number(self, column: str) -> int | None:
        """Return a number, of which 0 is one."""
        number: int | None = self._read.values.get(column)
        return number

    def day(self, column: str) -> date | None:
        found = self.get(column)
        return found.day if found else None

    def the_day(self, column: str) -> date:
        """Return a day that every row must have."""
        day = self.day(column)
        if day is None:
            raise ValueError(f"a row without {column} was to be read as a fact")
        return day

    @property
    def unit(self) -> str:
        unit: Unit = self._read.values["unit"][0]
        return unit.id

    def other_unit(self, column: str) -> str:
        """Return the unit that a cell beside 单位 names, nothing where it is empty."""
        units: tuple[Unit, ...] = self.get(column) or ()
        return units[0].id if units else ""

    def unit_called(self, name: str) -> str | None:
        """Return the id of the unit that ``name`` means, if it means one."""
        found = self._reader.names.units.find(name)
        return found.id if found else None

    def need(self, column: str) -> None:
        """Ask for a cell that must not be empty."""
        if self._read.values.get(column) in (None, "") and not self._is_asked(column):
            self._reader.ask_for(self._read, Question("missing_cell", column, column))

    def note(self, words: str) -> None:
        self._read.notes.append(words)

    def name_draft(self) -> None:
        """Take one column for number or title, whichever stands in it."""
        text = self.text("draft").strip("《》 ")
        if text and _NUMBER.fullmatch(half_width(text)):
            self._read.values.setdefault("number", half_width(text))
        elif text:
            self._read.values.setdefault("title", text)

    def need_draft(self, unit: Unit | None) -> None:
        """Ask for the draft, unless its number is there or its unit and title are."""
        if self.get("number"):
            return
        self._reader.ask_for_unit(self._read, unit)
        self.need("title")

    def refuse_several_units(self) -> None:
        """Ask which unit is meant where a cell names several."""
        units: tuple[Unit, ...] = self._read.values.get("unit") or ()
        if len(units) > 1:
            raw = self._read.cells["unit"].raw
            candidates = tuple(Candidate(unit.id, unit.name) for unit in units)
            question = Question("several_units", raw, "unit", candidates)
            self._reader.ask_for(self._read, question, units)

    def draft(self) -> DraftRef | None:
        """Return the draft the row names, None where it names none."""
        number, title = self.get("number"), self.text("title")
        units: tuple[Unit, ...] = self._read.values.get("unit") or ()
        if not (number or title):
            return None
        return DraftRef(number, title, tuple(unit.id for unit in units) or None)

    def the_draft(self) -> DraftRef:
        """Return the draft that every row must name."""
        return self.draft() or DraftRef()

    def as_deduction(self) -> int | None:
        """Return points as a deduction's, below nothing whether written so or not."""
        cents: int | None = self._read.values.get("points")
        if cents is not None and cents > 0:
            cell = self._read.cells["points"]
            note = f"{cell.raw} 按扣分"
            self._read.cells["points"] = replace(cell, mark=Mark.NOTE, note=note)
            self.note(note)
            return -cents
        return cents

    def _is_asked(self, column: str) -> bool:
        return any(question.column == column for question in self._read.questions)


def _instruction(cells: FactCells) -> Fact:
    given, registered = cells.the_day("given_on"), cells.day("registered_on")
    new = NewInstruction(
        level=cells.get("leader_level"),
        leader=cells.text("leader"),
        given_on=given,
        registered_on=registered or given,
        evidence=cells.text("evidence"),
    )
    return InstructionFact(cells.the_draft(), new)


def _commission(cells: FactCells) -> Fact:
    due, outcome = cells.the_day("due_on"), cells.get("outcome")
    delivered, not_done = cells.day("delivered_on"), cells.day("not_done_on")
    if delivered is None and outcome in (Outcome.ON_TIME, Outcome.LATE):
        cells.need("delivered_on")
    if delivered is not None and outcome is Outcome.NOT_DONE:
        cells.note("写着未完成，又有完成日期，按完成日期")
    if delivered is not None:
        not_done = None
    elif not_done is None and outcome is Outcome.NOT_DONE:
        not_done = due + timedelta(days=1)
        cells.note(f"未写未交日期，按截止次日{not_done.month}月{not_done.day}日")
    if delivered is not None and outcome is Outcome.ON_TIME and delivered > due:
        cells.note("写着按时，交稿晚于截止，按迟交")
    new = NewCommission(cells.unit, cells.text("subject"), cells.the_day("asked_on"), due)
    return CommissionFact(new, delivered, cells.draft() if delivered else None, not_done)


def _deduction(cells: FactCells) -> Fact:
    decision, confirmed_on = cells.get("decision"), cells.day("confirmed_on")
    rejected = cells.text("rejected")
    if decision is Decision.REJECTED:
        cells.need("rejected")
    elif decision is Decision.CONFIRMED and not rejected:
        cells.need("confirmed_on")
    if confirmed_on is not None:
        cells.need("confirmed_by")
    new = NewDeduction(
        unit=cells.unit,
        type=cells.text("type"),
        reason=cells.text("reason"),
        proposed_on=cells.the_day("proposed_on"),
        proposed_by=cells.text("proposed_by"),
        evidence=cells.text("evidence"),
        cents=cells.as_deduction(),
    )
    confirmed = Confirmation(cells.text("confirmed_by"), confirmed_on) if confirmed_on else None
    return DeductionFact(new, cells.draft(), None if rejected else confirmed, rejected)


def _retraction(cells: FactCells) -> Fact:
    outlet: Outlet = cells.get("outlet_named")
    return RetractionFact(
        cells.the_draft(), outlet.id, cells.the_day("retracted_on"), cells.day("adopted_on")
    )


def _correction(cells: FactCells) -> Fact:
    new = NewCorrection(
        unit=cells.unit,
        corrected_month=cells.get("corrected_month"),
        cents=cells.get("points") or 0,
        reason=cells.text("reason"),
        registered_on=cells.the_day("registered_on"),
    )
    return CorrectionFact(new, cells.get("booked_month"))


def _exemption(cells: FactCells) -> Fact:
    return Exemption(cells.unit, cells.get("month"), cells.text("reason"), cells.text("approver"))


def _unit(cells: FactCells) -> Fact:
    return Unit(
        id=cells.text("unit_id"),
        name=cells.text("unit_name"),
        group=cells.get("group"),
        position=cells.get("order") or _LAST_PLACE,
        active_from=cells.get("active_from") or _ENDLESS,
        active_to=cells.get("active_to"),
        aliases=cells.get("aliases") or (),
        old_names=cells.get("old_names") or (),
        quotas=tuple(_own_quota(cells)),
    )


def _own_quota(cells: FactCells) -> Iterator[OwnQuota]:
    """Yield what a unit owes by the list; 0 is a quota too."""
    quota = cells.number("quota")
    if quota is not None:
        since = cells.get("quota_from") or AT_ONCE
        yield OwnQuota(quota, since, cells.text("quota_reason") or _BY_LIST)


def _outlet(cells: FactCells) -> Fact:
    weight = cells.get("weight")
    facts = {} if weight is None else {"weight": weight}
    return Outlet(
        id=cells.text("outlet_id"),
        name=cells.text("outlet_name"),
        level=cells.get("outlet_level"),
        kind=cells.text("kind"),
        position=cells.get("order") or _LAST_PLACE,
        own=bool(cells.get("own")),
        aliases=cells.get("aliases") or (),
        **facts,
    )


def _person(cells: FactCells) -> Fact:
    headed = {"info_officer": Duty.INFO_OFFICER, "liaison": Duty.LIAISON}
    column = next((each for each in ("name", *headed) if cells.text(each)), "name")
    cells.need(column)
    telephone = cells.text("telephone")
    return PersonFact(
        name=cells.text(column),
        unit=cells.unit,
        mark=cells.text("mark"),
        duty=headed.get(column) or cells.get("duty"),
        phone=cells.text("phone") or ("" if is_mobile(telephone) else telephone),
        mobile=cells.text("mobile") or (telephone if is_mobile(telephone) else ""),
        since=cells.day("post_since"),
        until=cells.day("post_until"),
        moved_from=cells.other_unit("moved_from"),
    )


def _suggestion(cells: FactCells) -> Fact:
    closed_on, reply = cells.day("closed_on"), cells.text("reply")
    if closed_on is not None:
        cells.need("reply")
    elif reply:
        cells.need("closed_on")
    new = NewSuggestion(
        unit=cells.unit,
        concern=cells.get("concern") or Concern.PROBLEM,
        text=cells.text("text"),
        received_on=cells.the_day("received_on"),
        office=cells.other_unit("office"),
        handler=cells.text("handler"),
        due_on=cells.day("due_on"),
    )
    return SuggestionFact(new, reply, closed_on)


def _lead(cells: FactCells) -> Fact:
    office, assigned_on, shelved_on = (
        cells.other_unit("office"),
        cells.day("assigned_on"),
        cells.day("shelved_on"),
    )
    if office and assigned_on is None:
        assigned_on = cells.the_day("found_on")
        cells.note("未写交办日期，按线索日期")
    if shelved_on is not None:
        cells.need("shelved")
    draft = cells.draft()
    if draft is not None and shelved_on is not None:
        cells.note("写着搁置，又有稿件，按已成稿")
        shelved_on = None
    new = NewLead(
        unit=cells.unit,
        subject=cells.text("lead"),
        found_on=cells.the_day("found_on"),
        office=office,
        assigned_on=assigned_on if office else None,
    )
    return LeadFact(new, draft, shelved_on, cells.text("shelved") if shelved_on else "")


def _assignment(cells: FactCells) -> Fact:
    category, _ = cells.get("category") or (None, None)
    return AssignmentFact(
        name=cells.text("name"),
        unit=cells.unit,
        period=cells.get("period"),
        target=cells.get("target") or 0,
        assigned_on=cells.the_day("assigned_on"),
        mark=cells.text("mark"),
        counting=cells.get("counting") or Counting.VALID,
        category=category,
    )


def _objection(cells: FactCells) -> Fact:
    finding, ruling = cells.get("finding"), None
    if finding is not None:
        for column in ("ruled_by", "ruled_on", "ruling_reason"):
            cells.need(column)
    if finding is not None and cells.day("ruled_on") is not None:
        remedy = (cells.get("remedy") or Remedy.NOTHING) if finding in GRANTED else None
        ruling = NewRuling(
            finding, remedy, cells.text("ruled_by"), cells.the_day("ruled_on"), cells.text("ruling_reason")
        )
    new = NewObjection(
        unit=cells.unit,
        month=cells.get("objected_month"),
        received_on=cells.the_day("received_on"),
        raised_by=cells.text("raised_by"),
        channel=cells.get("channel") or Channel.PAPER,
        text=cells.text("objection"),
        kind=cells.get("points_kind"),
    )
    return ObjectionFact(new, cells.draft(), cells.text("type"), ruling, cells.day("corrected_on"))


def _pick(cells: FactCells) -> Fact:
    new = NewQualityPick(
        month=cells.get("pick_month"),
        reason=cells.text("pick_reason"),
        picked_on=cells.the_day("picked_on"),
        picked_by=cells.text("picked_by"),
        uploaded_on=cells.day("uploaded_on"),
    )
    return PickFact(cells.the_draft(), new)


def _meeting(cells: FactCells) -> Fact:
    new = NewMeeting(
        held_on=cells.the_day("held_on"),
        place=cells.text("meeting_place"),
        host=cells.text("host"),
        recorder=cells.text("recorder"),
        attendance=read_attendance(cells.text("attendance"), cells.unit_called),
        agenda=tuple(cells.text("agenda").splitlines()),
        minutes=cells.text("minutes"),
        month=cells.get("meeting_month"),
    )
    return MeetingFact(new)


def _resolution(cells: FactCells) -> Fact:
    new = NewResolution(cells.text("resolution"), cells.text("who"), cells.day("due_on"))
    done_on = cells.day("closed_on")
    if done_on is None and cells.text("result"):
        cells.note("写着办理结果，没有办结日期，按没有办结")
    return ResolutionFact(cells.the_day("held_on"), new, done_on, cells.text("result") if done_on else "")


@dataclass(frozen=True, slots=True)
class _Ledger:
    """What each row of a ledger must fill, and how its fact is made."""

    needs: tuple[str, ...]
    fact: Callable[[FactCells], Fact]


_LEDGERS: Mapping[str, _Ledger] = {
    "instructions": _Ledger(("draft", "leader_level", "leader", "given_on"), _instruction),
    "commissions": _Ledger(("unit", "subject", "asked_on", "due_on"), _commission),
    "deductions": _Ledger(("unit", "type", "reason", "proposed_on", "proposed_by"), _deduction),
    "retractions": _Ledger(("draft", "outlet_named", "retracted_on"), _retraction),
    "corrections": _Ledger(("unit", "corrected_month", "points", "reason", "registered_on"), _correction),
    "problems": _Ledger(("unit", "text", "received_on"), _suggestion),
    "leads": _Ledger(("unit", "lead", "found_on"), _lead),
    "tasks": _Ledger(("unit", "name", "period", "target", "assigned_on"), _assignment),
    "objections": _Ledger(("unit", "objected_month", "received_on", "raised_by", "objection"), _objection),
    "picks": _Ledger(("draft", "pick_month", "pick_reason", "picked_on"), _pick),
    "meetings": _Ledger(("held_on", "host", "attendance", "agenda"), _meeting),
    "resolutions": _Ledger(("held_on", "resolution", "who"), _resolution),
    "exemptions": _Ledger(("unit", "month", "reason", "approver"), _exemption),
    "units": _Ledger(("unit_id", "unit_name", "group"), _unit),
    "outlets": _Ledger(("outlet_id", "outlet_name", "outlet_level", "kind"), _outlet),
    "people": _Ledger(("unit",), _person),
}


def reader_of(ledger: Ledger) -> type[RowReader] | type[FactReader]:
    """Return what reads the rows of a ledger."""
    return FactReader if ledger.id in _LEDGERS else RowReader
