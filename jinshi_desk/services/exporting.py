"""Any list as a workbook, in the columns that the importer knows again."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from jinshi_desk import wording
from jinshi_desk.domain.drafts import Author, Draft
from jinshi_desk.domain.errors import UnknownKind
from jinshi_desk.domain.ledger import standing
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.quota import Standing, State
from jinshi_desk.domain.units import Unit
from jinshi_desk.services import meeting_lists
from jinshi_desk.services.contacts import roster_rows
from jinshi_desk.services.event_lists import EventLists
from jinshi_desk.services.form_lists import form_rows
from jinshi_desk.services.lists import ListDesk, Scope
from jinshi_desk.services.person_lists import person_rows, roster_cells
from jinshi_desk.services.pick_lists import pick_rows
from jinshi_desk.services.points import basis
from jinshi_desk.services.progress import Progress, Unwatched
from jinshi_desk.services.quota import QuotaDesk
from jinshi_desk.services.reminders import answered
from jinshi_desk.services.unit_history import unit_history
from jinshi_desk.services.work_lists import WorkLists
from jinshi_desk.sheets.columns import Cell
from jinshi_desk.sheets.exports import EXPORTS
from jinshi_desk.store.database import Store

Row = Sequence[Cell]

OFFICE = (
    "units",
    "outlets",
    "people",
    "drafts",
    "adoptions",
    "exemptions",
    "instructions",
    "commissions",
    "retractions",
    "deductions",
    "corrections",
    "problems",
    "leads",
    "tasks",
    "objections",
    "picks",
    "meetings",
    "resolutions",
)
"""Every ledger that can be imported again, in an order in which each finds what it speaks of."""

_YES, _NO = "是", ""
_HAS, _HAS_NOT = "有", "无"
_MORE = "等"
_EXEMPT = "免"
_FOREVER = Month(1900, 1), Month(2100, 12)


class ExportDesk:
    """Writes ledgers out."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = ListDesk(store)
        self._events = EventLists(store)
        self._works = WorkLists(store)
        self._read_names()
        self._rows: Mapping[str, Callable[[Scope], Iterator[Row]]] = {
            "drafts": self._drafts,
            "adoptions": self._adoptions,
            "units": self._unit_rows,
            "outlets": self._outlet_rows,
            "exemptions": self._exemptions,
            **{kind: self._event_rows(self._events, kind) for kind in self._events.records},
            **{kind: self._event_rows(self._works, kind) for kind in self._works.records},
            "picks": lambda scope: pick_rows(store, (scope.month, scope.unit), self._units),
            **{kind: self._meeting_rows(kind) for kind in meeting_lists.ROWS},
            "retractions": self._retractions,
            "reminders": self._reminders,
            "returns": self._returns,
            "approvals": lambda scope: form_rows(store, (scope.month, scope.unit), self._units),
            "people": self._people,
            "roster": self._roster,
            "points": self._points,
            "board": self._board,
        }

    def _meeting_rows(self, kind: str) -> Callable[[Scope], Iterator[Row]]:
        rows = meeting_lists.ROWS[kind]
        return lambda scope: rows(self._store, (scope.month, scope.unit), self._units)

    def export(self, kind: str, scope: Scope, path: Path, progress: Progress | None = None) -> int:
        """Write the list ``kind`` to ``path`` and return how many rows it has.

        Raises:
            UnknownKind: there is no such list.
            CannotWrite: the file can't be written.
        """
        from jinshi_desk.sheets.lists import write_list

        if kind not in self._rows:
            raise UnknownKind(kind, "、".join(self._rows))
        self._read_names()
        what, watch = EXPORTS[kind], progress or Unwatched()
        rows = list(self._rows[kind](scope))
        write_list(
            what.title, what.columns, rows, path, self._footer(), lambda done: watch.step(done, len(rows))
        )
        return len(rows)

    def export_office(self, path: Path, progress: Progress | None = None) -> int:
        """Write every ledger to one workbook, each on a sheet, and return how many rows there are.

        Another office's ``import`` reads it back whole.

        Raises:
            CannotWrite: the file can't be written.
        """
        from jinshi_desk.sheets.lists import Listing, write_lists

        self._read_names()
        watch, scope = progress or Unwatched(), Scope()
        listings = [
            Listing(EXPORTS[kind].title, EXPORTS[kind].columns, list(self._rows[kind](scope)))
            for kind in OFFICE
        ]
        total = sum(len(list(listing.rows)) for listing in listings)
        write_lists(listings, path, self._footer(), lambda done: watch.step(done, total))
        return total

    def _footer(self) -> str:
        return f"导出时间 {self._store.now()[:16].replace('T', ' ')}"

    def _read_names(self) -> None:
        self._units = {unit.id: unit.name for unit in self._store.units.all()}
        self._outlets = {outlet.id: outlet for outlet in self._store.outlets.all()}

    def _drafts(self, scope: Scope) -> Iterator[Row]:
        for draft in self._lists.drafts(scope):
            yield (
                draft.number,
                self._names(draft.units),
                draft.title,
                wording.CATEGORY[draft.category],
                wording.FORM[draft.form],
                byline(draft),
                draft.received_on,
                draft.word_count,
                wording.SOURCE[draft.source],
                _HAS if draft.approval_on_file else _HAS_NOT,
                _YES if draft.makeup else _NO,
                wording.STATUS[draft.status],
                draft.status_reason,
                "、".join(draft.attachments),
                "、".join(draft.tags),
                draft.note,
            )

    def _adoptions(self, scope: Scope) -> Iterator[Row]:
        for draft, adoption in self._lists.adoptions(scope):
            outlet = self._outlets[adoption.outlet]
            yield (
                draft.number,
                draft.title,
                self._names(draft.units),
                byline(draft),
                wording.CATEGORY[draft.category],
                outlet.name,
                wording.LEVEL[outlet.level],
                wording.MODE[adoption.mode],
                wording.POSITION[adoption.position],
                adoption.adopted_on,
                adoption.registered_on,
                adoption.place,
                adoption.evidence,
                _YES if adoption.verified else "否",
            )

    def _retractions(self, scope: Scope) -> Iterator[Row]:
        for draft, adoption in self._lists.adoptions(scope):
            if adoption.retracted_on is not None:
                outlet = self._outlets[adoption.outlet].name
                days = (adoption.adopted_on, adoption.retracted_on)
                yield draft.number, draft.title, self._names(draft.units), outlet, *days

    def _returns(self, scope: Scope) -> Iterator[Row]:
        for record in self._lists.records("returns", scope):
            about = record["draft"], record["title"], self._units[record["unit"]], record["version"]
            said = "、".join(record["reasons"]), record["remark"]
            returned_on, deadline = map(date.fromisoformat, (record["returned_on"], record["deadline"]))
            yield *about, returned_on, *said, deadline, _YES if record["back"] else _NO

    def _reminders(self, scope: Scope) -> Iterator[Row]:
        for answer in answered(self._store, scope.month, scope.unit):
            sent, owed = answer.reminder, answer.reminded
            yield (
                sent.month,
                sent.sent_on,
                wording.STAGE[sent.stage],
                self._units[owed.unit],
                owed.quota,
                owed.counted,
                owed.missing,
                wording.CHANNEL[sent.channel],
                sent.sent_by,
                answer.came,
                sent.remark,
            )

    def _people(self, scope: Scope) -> Iterator[Row]:
        for person in self._store.roster.all():
            for row in person_rows(person, self._units):
                if scope.unit in (None, row.unit):
                    yield row.cells

    def _roster(self, scope: Scope) -> Iterator[Row]:
        day = scope.month.last_day if scope.month else date.fromisoformat(self._store.now()[:10])
        for row in roster_rows(self._store, day):
            if scope.unit in (None, row.unit.id):
                yield from roster_cells(row)

    def _unit_rows(self, scope: Scope) -> Iterator[Row]:
        units, changes = self._store.units.all(), self._store.units.changes()
        for unit in units:
            if scope.unit in (None, unit.id):
                yield (
                    unit.id,
                    unit.name,
                    wording.GROUP[unit.group],
                    unit.active_from,
                    unit.active_to,
                    "、".join(unit.aliases),
                    "、".join(unit.former_names),
                    "；".join(unit_history(unit, changes, self._units)),
                    *_own_quota(unit),
                    unit.position,
                )

    def _outlet_rows(self, _: Scope) -> Iterator[Row]:
        for outlet in self._outlets.values():
            yield (
                outlet.id,
                outlet.name,
                wording.LEVEL[outlet.level],
                outlet.kind,
                _YES if outlet.own else _NO,
                float(outlet.weight),
                "、".join(outlet.aliases),
                outlet.position,
            )

    def _exemptions(self, scope: Scope) -> Iterator[Row]:
        for exemption in self._store.units.exemptions():
            if scope.month in (None, exemption.month) and scope.unit in (None, exemption.unit):
                yield self._units[exemption.unit], exemption.month, exemption.reason, exemption.approver

    def _event_rows(self, lists: EventLists | WorkLists, kind: str) -> Callable[[Scope], Iterator[Row]]:
        return lambda scope: lists.rows(kind, (scope.month, scope.unit), self._units)

    def _points(self, scope: Scope) -> Iterator[Row]:
        """Yield the entries that stand, unit by unit, with the running sum of each."""
        first, last = (scope.month, scope.month) if scope.month else _FOREVER
        book = self._store.rules.book()
        for unit, name in self._units.items():
            if scope.unit not in (None, unit):
                continue
            total = 0
            for entry in standing(self._store.ledger.of_unit(unit, first, last)):
                total += entry.cents
                title = self._store.drafts.by_id(entry.draft).title if entry.draft else ""
                reason = f"{basis(entry, book)}：{entry.arithmetic}"
                kind = wording.KIND[entry.kind]
                yield name, entry.booked_month, kind, title, reason, in_points(entry.cents), in_points(total)

    def _board(self, scope: Scope) -> Iterator[Row]:
        """Yield a year unit by unit: what was counted each month, and which months fell short."""
        today = date.fromisoformat(self._store.now()[:10])
        year = scope.month.year if scope.month else today.year
        exempt = {(each.unit, each.month) for each in self._store.units.exemptions(year)}
        for row in QuotaDesk(self._store, lambda: today).board(year):
            if scope.unit not in (None, row.unit.id):
                continue
            cells = tuple(zip(months_of(year), row.cells, strict=True))
            yield (
                row.unit.name,
                wording.GROUP[row.unit.group],
                *(_EXEMPT if (row.unit.id, month) in exempt else _counted(cell) for month, cell in cells),
                row.completed,
                row.due,
                "、".join(_shortage(month, cell) for month, cell in cells if cell and cell.missing),
                "、".join(
                    f"{month.month}月" for month, cell in cells if cell and cell.state is State.COMPLETED_LATE
                ),
            )

    def _names(self, units: Iterable[str]) -> str:
        return "、".join(self._units[unit] for unit in units)


def _counted(standing: Standing | None) -> int | None:
    return standing.count.valid if standing is not None else None


def _shortage(month: Month, standing: Standing) -> str:
    if standing.state is State.ZERO_REPORT:
        return f"{month.month}月（零报送）"
    return f"{month.month}月（差{standing.missing}条）"


def byline(draft: Draft) -> str:
    """Return the authors as a sheet has them, so that the importer reads the same names and roles."""
    return "、".join(map(_signed, draft.authors)) + (_MORE if draft.authors_incomplete else "")


def _signed(author: Author) -> str:
    return (
        author.signed
        if author.role is AuthorRole.AUTHOR
        else f"{wording.AUTHOR_ROLE[author.role]} {author.signed}"
    )


def _own_quota(unit: Unit) -> Row:
    """Return the quota that a unit alone has now, since when and why; nothing where its group's holds."""
    last = unit.quotas[-1] if unit.quotas else None
    if last is None or last.quota is None:
        return (None, None, None)
    return (last.quota, last.since, last.reason)
