"""The lists of 名册: unit by unit who answers for it, and everybody by name."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jinshi_desk.domain.roster import Holder, Person
from jinshi_desk.services.contacts import RosterRow
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choices import Choice, matching
from jinshi_desk.ui.widgets.filters import FilterField, Segment, Segments
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.wording import DUTY

UNITS, VACANT, DOUBLE, PEOPLE = "units", "vacant", "double", "people"
_MOST, _FILTER = 10_000, 190
_NARROW = 1100  # px of window width below which a unit's name needs the room of its duty and its day


class RosterList(Panel):
    """Lists the units of a segment, or everybody; those typed for."""

    row_entered = Signal()
    row_opened = Signal()

    def __init__(self, look: Look, settings: QSettings, today: date, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._today = today
        self._rows: Sequence[RosterRow] = ()
        self._people: Sequence[Person] = ()
        self._names: Mapping[str, str] = {}
        self._unit_choices: Sequence[Choice] = ()
        self._person_choices: Sequence[Choice] = ()
        self._shown_rows: list[RosterRow] = []
        self._shown_people: list[Person] = []
        self.filter = FilterField(look, self.tr("筛选单位或姓名"))
        self.filter.setFixedWidth(look.theme.scaled(_FILTER))
        self.segments = Segments(look, self.tr("名册的哪一部分"))
        self._unit_model = PagedTableModel(self._unit_columns(), key=lambda row: row.unit.id)
        self._person_model = PagedTableModel(self._person_columns(), key=lambda person: person.id)
        self.units = ListView(look, self._unit_model, "roster-units", settings)
        self.units.setAccessibleName(self.tr("各单位信息员"))
        self.people = ListView(look, self._person_model, "roster-people", settings)
        self.people.setAccessibleName(self.tr("人员"))
        self._lists = QStackedWidget()
        for listed in (self.units, self.people):
            self._lists.addWidget(listed)
            listed.row_entered.connect(self._on_row_entered)
            listed.row_opened.connect(self.row_opened)
            listed.empty.acted.connect(self.filter.clear)
        self.filter.filtered.connect(self._on_filtered)
        self.filter.left_down.connect(self._on_left_down)
        self.segments.chosen.connect(self._on_filtered)
        self.band.addWidget(self.filter)
        self.band.addStretch()
        self.band.addWidget(self.segments)
        self.body.addWidget(self._lists)
        self._unit_model.show_rows(self._fetch_units, lambda: len(self._shown_rows))
        self._person_model.show_rows(self._fetch_people, lambda: len(self._shown_people))

    def _unit_columns(self) -> tuple[Column[RosterRow], ...]:
        def first(row: RosterRow) -> Holder | None:
            return row.correspondents[0] if row.correspondents else None

        def since(row: RosterRow) -> str:
            held = first(row)
            return held.term.since.isoformat() if held and held.term.since else ""

        return (
            Column("unit", self.tr("单位"), lambda row: row.unit.name, elastic=True, sortable=False),
            Column(
                "duty",
                self.tr("身份"),
                lambda row: DUTY[row.duty],
                width=60,
                tone="text2",
                sortable=False,
                folds_below=_NARROW,
            ),
            Column(
                "name",
                self.tr("姓名"),
                lambda row: "、".join(held.person.label for held in row.correspondents),
                width=110,
                sortable=False,
            ),
            Column(
                "phone", self.tr("办公电话"), lambda row: row.contacts.office_phone, width=116, sortable=False
            ),
            Column(
                "since",
                self.tr("任职起"),
                since,
                width=88,
                tone="text2",
                sortable=False,
                folds_below=_NARROW,
            ),
            Column("state", self.tr("情况"), self._state, width=64, sortable=False, chip=self._level),
        )

    def _person_columns(self) -> tuple[Column[Person], ...]:
        def unit(person: Person) -> str:
            post = person.last_post(self._today)
            return self._names[post.unit] if post else ""

        def phone(person: Person) -> str:
            post = person.post_on(self._today)
            return post.phone if post else ""

        def duties(person: Person) -> str:
            return "、".join(DUTY[term.duty] for term in person.terms if term.covers(self._today))

        return (
            Column("name", self.tr("姓名"), lambda person: person.label, width=130, sortable=False),
            Column("unit", self.tr("单位"), unit, elastic=True, sortable=False),
            Column("duty", self.tr("身份"), duties, width=90, tone="text2", sortable=False),
            Column("phone", self.tr("办公电话"), phone, width=116, sortable=False),
            Column(
                "state",
                self.tr("情况"),
                lambda person: "" if person.is_here(self._today) else self.tr("已离岗"),
                width=64,
                sortable=False,
                chip=lambda person: "" if person.is_here(self._today) else "exempt",
            ),
        )

    def _state(self, row: RosterRow) -> str:
        return self.tr("空缺") if row.is_vacant else self.tr("重复") if row.is_double else ""

    def _level(self, row: RosterRow) -> str:
        return "warn" if row.is_vacant else "bad" if row.is_double else ""

    @property
    def lists_people(self) -> bool:
        return self.segments.current == PEOPLE

    @property
    def list(self) -> ListView:
        """The list that is shown."""
        return self.people if self.lists_people else self.units

    @property
    def row(self) -> RosterRow | None:
        """The unit that is current, where units are listed."""
        found: RosterRow | None = None if self.lists_people else self.units.current_row
        return found

    @property
    def person(self) -> Person | None:
        """The person that is current: of a unit its correspondent."""
        if self.lists_people:
            found: Person | None = self.people.current_row
            return found
        row = self.row
        return row.correspondents[0].person if row and row.correspondents else None

    def show_roster(
        self,
        rows: Sequence[RosterRow],
        people: Sequence[Person],
        names: Mapping[str, str],
        choices: tuple[Sequence[Choice], Sequence[Choice]],
    ) -> None:
        """Show the roster; the lists stay where they were. ``choices`` are those of units and people."""
        self._rows, self._people, self._names = rows, people, names
        self._unit_choices, self._person_choices = choices
        self.segments.show_segments(
            [
                Segment(UNITS, self.tr("各单位"), len(rows)),
                Segment(VACANT, self.tr("空缺"), sum(row.is_vacant for row in rows)),
                Segment(DOUBLE, self.tr("重复"), sum(row.is_double for row in rows)),
                Segment(PEOPLE, self.tr("人员"), len(people)),
            ]
        )
        self._filter()
        self._unit_model.reload()
        self._person_model.reload()
        if self.list.current_row is None:
            self.list.go_first()

    def go_to(self, key: Any) -> None:
        """Make a unit or a person current, whatever is filtered."""
        if not self.list.go_to(key):
            self.filter.clear()
            if not self.lists_people:
                self.segments.choose(UNITS)
                self._refilter()
            self.list.go_to(key)

    def _filter(self) -> None:
        typed, segment = self.filter.text().strip(), self.segments.current
        wanted = {choice.id for choice in matching(self._unit_choices, typed, _MOST)}
        named = {choice.id for choice in matching(self._person_choices, typed, _MOST)}
        self._shown_rows = [
            row
            for row in self._rows
            if (row.unit.id in wanted or any(str(held.person.id) in named for held in row.correspondents))
            and (segment != VACANT or row.is_vacant)
            and (segment != DOUBLE or row.is_double)
        ]
        self._shown_people = [
            person
            for person in self._people
            if str(person.id) in named or any(post.unit in wanted for post in person.posts if typed)
        ]
        words = self.tr("没有符合“{}”的。").format(typed) if typed else self._nothing()
        self.list.empty.set_words(words, self.tr("清除筛选") if typed else "")
        self._lists.setCurrentWidget(self.list)

    def _nothing(self) -> str:
        return {
            VACANT: self.tr("每个单位都有信息员、联络员。"),
            DOUBLE: self.tr("没有重复，每个单位至多一名。"),
        }.get(self.segments.current, self.tr("名册里还没有人。"))

    def _fetch_units(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[RosterRow]:
        return self._shown_rows[offset : offset + limit]

    def _fetch_people(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[Person]:
        return self._shown_people[offset : offset + limit]

    def _refilter(self) -> None:
        self._filter()
        self._unit_model.show_rows(self._fetch_units, lambda: len(self._shown_rows))
        self._person_model.show_rows(self._fetch_people, lambda: len(self._shown_people))
        self.list.go_first()

    @Slot()
    def _on_filtered(self) -> None:
        self._refilter()
        self.row_entered.emit()

    @Slot()
    def _on_row_entered(self) -> None:
        if self.sender() is self.list:
            self.row_entered.emit()

    @Slot()
    def _on_left_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
