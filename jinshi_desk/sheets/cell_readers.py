"""Which reader serves which column; the same text in the same column is read once."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jinshi_desk.domain.dates import DateContext, DateReading, read_date
from jinshi_desk.domain.matching import How, UnitNames
from jinshi_desk.domain.outlet_matching import OutletNames
from jinshi_desk.domain.registers import Candidate, Flag, Question
from jinshi_desk.domain.units import Unit
from jinshi_desk.sheets.adopted import several_days
from jinshi_desk.sheets.authors import Byline, read_byline
from jinshi_desk.sheets.cells import (
    Reading,
    day_cell,
    doubtful,
    read_category,
    read_form,
    read_lines,
    read_mode,
    read_note,
    read_number,
    read_source,
    read_status,
    read_tick,
    read_title,
    read_word_count,
    says_zero,
    sure,
    text_of,
)
from jinshi_desk.sheets.decisions import NOTHING
from jinshi_desk.sheets.fact_cells import (
    month_cell,
    read_decision,
    read_group,
    read_leader_level,
    read_names,
    read_outcome,
    read_outlet,
    read_outlet_level,
    read_person,
    read_points,
    read_quota,
    read_type,
    read_weight,
    read_whole,
)
from jinshi_desk.sheets.grids import NoValue, Value
from jinshi_desk.sheets.objection_cells import read_channel, read_finding, read_points_kind, read_remedy
from jinshi_desk.sheets.person_cells import read_duty, read_mobile, read_phone, read_telephone
from jinshi_desk.sheets.work_cells import read_concern, read_counting, read_period, read_target

DAYS = tuple(
    "received_on adopted_on given_on retracted_on delivered_on due_on confirmed_on proposed_on registered_on"
    " asked_on not_done_on post_since post_until found_on assigned_on shelved_on closed_on ruled_on"
    " corrected_on picked_on uploaded_on held_on".split()
)
"""Every column of days; by the first of them it is told which months a sheet speaks of."""
_MONTHS = frozenset(
    "month objected_month pick_month meeting_month corrected_month booked_month active_from active_to"
    " quota_from".split()
)
_UNITS = frozenset({"moved_from", "office"})
"""Columns that name a unit beside 单位."""
_READERS: Mapping[str, Callable[[Value], Reading[Any]]] = {
    "number": read_number,
    "title": read_title,
    "category": read_category,
    "form": read_form,
    "word_count": read_word_count,
    "source": read_source,
    "approval": read_tick,
    "status": read_status,
    "status_reason": read_note,
    "attachments": read_note,
    "tags": read_note,
    "makeup": read_tick,
    "intended": read_note,
    "adopted": read_tick,
    "outlet": read_note,
    "level": read_note,
    "mode": read_mode,
    "place": read_note,
    "page": read_note,
    "link": read_note,
    "position": read_note,
    "evidence": read_note,
    "verified": read_tick,
    "note": read_note,
    # of the other ledgers
    "draft": read_title,
    "subject": read_title,
    "reason": read_note,
    "leader_level": read_leader_level,
    "leader": read_note,
    "outcome": read_outcome,
    "points": read_points,
    "proposed_by": read_note,
    "confirmed_by": read_note,
    "rejected": read_note,
    "decision": read_decision,
    "approver": read_note,
    "unit_id": read_note,
    "unit_name": read_note,
    "group": read_group,
    "outlet_id": read_note,
    "outlet_name": read_note,
    "outlet_level": read_outlet_level,
    "kind": read_note,
    "own": read_tick,
    "weight": read_weight,
    "aliases": read_names,
    "old_names": read_names,
    "order": read_whole,
    "quota": read_quota,
    "quota_reason": read_note,
    "concern": read_concern,
    "text": read_note,
    "handler": read_note,
    "reply": read_note,
    "lead": read_title,
    "shelved": read_note,
    "pick_reason": read_note,
    "picked_by": read_note,
    "meeting_place": read_note,
    "host": read_note,
    "recorder": read_note,
    "attendance": read_lines,
    "agenda": read_lines,
    "minutes": read_lines,
    "resolution": read_note,
    "who": read_note,
    "result": read_note,
    "period": read_period,
    "counting": read_counting,
    "target": read_target,
    "raised_by": read_note,
    "channel": read_channel,
    "points_kind": read_points_kind,
    "objection": read_note,
    "finding": read_finding,
    "remedy": read_remedy,
    "ruled_by": read_note,
    "ruling_reason": read_note,
    "name": read_person,
    "mark": read_note,
    "duty": read_duty,
    "info_officer": read_person,
    "liaison": read_person,
    "phone": read_phone,
    "mobile": read_mobile,
    "telephone": read_telephone,
}
READABLE = frozenset(_READERS) | {"unit", *_UNITS, "author", "type", "outlet_named"} | {*DAYS, *_MONTHS}
"""Every column that says something."""


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that a sheet may name; ``people`` are names that are never taken apart."""

    units: UnitNames
    outlets: OutletNames
    people: Container[str] = ()
    deductions: Mapping[str, str] = field(default_factory=dict)
    """What each type of deduction is called."""


class CellReader:
    """Reads the cells of one sheet, in which days are judged against ``dates``."""

    def __init__(self, names: Names, dates: DateContext) -> None:
        self._names = names
        self._dates = dates
        self.known: dict[tuple[object, ...], Reading[Any]] = {}
        """What was read so far: texts by column and text, other values with their type and display too."""

    def read(self, column: str, value: Value, display: str = "") -> Reading[Any]:
        """Return what a cell says; ``display`` is the format of a number with a fraction."""
        key = (column, value) if type(value) is str else (column, value, type(value), display)
        reading = self.known.get(key)
        if reading is None:
            reading = self.known[key] = self._read(column, value, display)
        return reading

    def _read(self, column: str, value: Value, display: str) -> Reading[Any]:
        if value is NoValue.UNCACHED:
            answers = (Candidate(NOTHING, "留空"),)
            return doubtful(None, "", Question("formula_without_value", column, column, answers))
        if column in DAYS:
            return self._read_day(column, value, display)
        if column in _MONTHS:
            text = text_of(value) if isinstance(value, str) else value
            return month_cell(read_date(text, self._dates, display), text_of(value), column)
        if column == "unit" or column in _UNITS:
            return self._read_units(value)
        if column == "type":
            return read_type(value, self._names.deductions)
        if column == "outlet_named":
            return read_outlet(value, self._names.outlets)
        if column == "author":
            return self._read_authors(value)
        return _READERS[column](value)

    def day_in(self, text: str) -> DateReading:
        """Read a day that stands in a text."""
        return read_date(text, self._dates)

    def _read_day(self, column: str, value: Value, display: str) -> Reading[DateReading]:
        if isinstance(value, str):
            value = text_of(value)
        reading = read_date(value, self._dates, display)
        if reading.day is None and column == "adopted_on" and isinstance(value, str):
            reading = several_days(value, self.day_in) or reading
        return day_cell(reading, text_of(value), column)

    def _read_units(self, value: Value) -> Reading[tuple[Unit, ...]]:
        raw = text_of(value)
        found = self._names.units.match_all(raw)
        if found is None:
            unknown = self._names.units.unknown_in(raw)
            near = self._names.units.mentioned(unknown)
            candidates = (Candidate(near.id, near.name),) if near else ()
            return doubtful((), raw, Question("unknown_unit", unknown, "unit", candidates))
        names = "、".join(match.unit.name for match in found)
        note = "；".join(match.note for match in found if match.note)
        old = "；".join(match.note for match in found if match.how is How.OLD_NAME)
        return replace(sure(tuple(match.unit for match in found), raw, names, note), remark=old)

    def _is_unit(self, text: str) -> bool:
        found = self._names.units.match(text)
        return found is not None and found.how in (How.EXACT, How.ALIAS)

    def _read_authors(self, value: Value) -> Reading[Byline]:
        raw = text_of(value)
        if self._is_unit(raw):
            return sure(Byline(), raw, "", "作者栏写的是单位")
        if says_zero(raw):
            return sure(Byline(), raw, "", "作者栏写的是没有")
        byline = read_byline(raw, self._names.people, self._is_unit)
        if byline.odd:
            return doubtful(byline, raw, Question("odd_author", "、".join(byline.odd), "author"))
        shown = "、".join(author.name for author in byline.authors)
        flags = (Flag("authors_incomplete", "等"),) if byline.incomplete else ()
        return sure(byline, raw, shown, "；".join(byline.notes), *flags)
