"""A small office to tell stories about: each builder is given only what matters to its story."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from jinshi_desk import paths, wording
from jinshi_desk.domain import points
from jinshi_desk.domain.adoptions import Mode, NewAdoption, Position
from jinshi_desk.domain.approvals import NewSignature, Ruling
from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.composition import Edit, compose
from jinshi_desk.domain.drafts import Author, Category, Form, NewDraft
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.ledger import Entry
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole, parted, without_share
from jinshi_desk.domain.rules import RuleBook, RuleSet, read_rules
from jinshi_desk.domain.scoring import Claim, ScoredDraft, entries
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services import defaults
from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.approval import ApprovalDesk
from jinshi_desk.services.assignment import AssignmentDesk
from jinshi_desk.services.award import AwardDesk
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.closing import ClosingDesk
from jinshi_desk.services.commission import CommissionDesk
from jinshi_desk.services.correction import CorrectionDesk
from jinshi_desk.services.deduction import DeductionDesk
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.form_files import FormFiles
from jinshi_desk.services.form_printing import FormPrinting
from jinshi_desk.services.holidays import HolidayDesk
from jinshi_desk.services.instruction import InstructionDesk
from jinshi_desk.services.issuing import IssueDesk
from jinshi_desk.services.lead import LeadDesk
from jinshi_desk.services.meeting import MeetingDesk
from jinshi_desk.services.objection import ObjectionDesk
from jinshi_desk.services.office import letterhead
from jinshi_desk.services.people import PeopleDesk
from jinshi_desk.services.points import PointsDesk
from jinshi_desk.services.quality_pick import QualityPickDesk
from jinshi_desk.services.quota import QuotaDesk
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.services.releasing import ReleaseDesk
from jinshi_desk.services.reminders import ReminderDesk
from jinshi_desk.services.returns import ReturnDesk
from jinshi_desk.services.signing import SigningDesk
from jinshi_desk.services.suggestion import SuggestionDesk
from jinshi_desk.services.tagging import TaggingDesk
from jinshi_desk.services.trends import TrendsDesk
from jinshi_desk.services.versions import VersionDesk
from jinshi_desk.store.database import now, open_store

JANUARY, MAY, JUNE, JULY, AUGUST = (Month(2022, number) for number in (1, 5, 6, 7, 8))
LONG_AGO = Month(1900, 1)
"""The earliest open month of an office that never closed one."""


@cache
def default_rules() -> RuleSet:
    """The rule set the program ships."""
    return read_rules((defaults.folder() / "rules_default.toml").read_text(encoding="utf-8"))


OUTLET_OF = {
    Level.COUNTY: "jsdjw",
    Level.PREFECTURE: "cdrb",
    Level.PROVINCE: "hxw",
    Level.NATIONAL: "rmrb",
}
"""An outlet of each level."""

_titles = count(1)


def a_clock() -> datetime:
    """The time of every act in a test."""
    return datetime(2022, 7, 3, 9, 30, tzinfo=UTC)


@cache
def unit_id(name: str) -> str:
    """The id behind a unit's name."""
    return next(unit.id for unit in defaults.default_units() if unit.name == name)


def a_unit(name: str, since: Month = JANUARY, **others: Any) -> Unit:
    """A town by itself, its name for an id."""
    return replace(Unit(name, name, Group.TOWN, ord(name[0]), since), **others)


def _an_author(written: str) -> Author:
    labelled, share = without_share(written)
    name, mark = parted(labelled)
    return Author(name, mark=mark, share=share)


def a_draft(
    title: str = "",
    *,
    unit: str = "新洲镇",
    partners: tuple[str, ...] = (),
    received: str = "2022-06-10",
    authors: tuple[str, ...] = ("周试一",),
    **others: Any,
) -> NewDraft:
    """A draft with its form on file, of a title that no other has."""
    facts: dict[str, Any] = {"category": Category.NEWS, "approval_on_file": True} | others
    return NewDraft(
        title=title or f"党建引领小区治理之{next(_titles)}",
        units=tuple(unit_id(name) for name in (unit, *partners)),
        received_on=date.fromisoformat(received),
        authors=tuple(map(_an_author, authors)),
        **facts,
    )


def an_adoption(
    level: Level = Level.COUNTY,
    *,
    on: str = "2022-06-20",
    registered: str = "",
    verified: bool = True,
    **others: Any,
) -> NewAdoption:
    """A proven adoption by an outlet of ``level``, registered on the day it ran."""
    facts: dict[str, Any] = {"outlet": OUTLET_OF[level]} | others
    return NewAdoption(
        adopted_on=date.fromisoformat(on),
        registered_on=date.fromisoformat(registered or on),
        verified=verified,
        **facts,
    )


class Office:
    """The desks over one data file, on a day that the story sets."""

    def __init__(self, file: Path, clock: Callable[[], datetime] = now) -> None:
        self.store = open_store(file, paths.migrations(), clock)
        self.day = date(2022, 7, 3)
        self.undo = Undo(self.store)
        self.register = RegisterDesk(self.store, self.today, self.undo)
        self.adoption = AdoptionDesk(self.store, self.today, self.undo)
        self.instruction = InstructionDesk(self.store, self.today, self.undo)
        self.commission = CommissionDesk(self.store, self.today, self.undo)
        self.deduction = DeductionDesk(self.store, self.today, self.undo)
        self.correction = CorrectionDesk(self.store, self.today, self.undo)
        self.suggestions = SuggestionDesk(self.store, self.today, self.undo)
        self.leads = LeadDesk(self.store, self.today, self.undo)
        self.assignments = AssignmentDesk(self.store, self.today, self.undo)
        self.objections = ObjectionDesk(self.store, self.today, self.undo)
        self.meetings = MeetingDesk(self.store, self.today, self.undo)
        self.picks = QualityPickDesk(self.store, self.today, self.undo)
        self.awards = AwardDesk(self.store, self.today, self.undo)
        self.tagging = TaggingDesk(self.store, self.undo)
        self.returns = ReturnDesk(self.store, self.today, self.undo)
        self.versions = VersionDesk(self.store, self.today, self.undo)
        self.holidays = HolidayDesk(self.store, self.undo)
        self.approval = ApprovalDesk(self.store, self.today, self.undo)
        self.signing = SigningDesk(self.store, self.today, self.undo)
        self.printing = FormPrinting(self.store, Press(), self.today)
        self.form_files = FormFiles(self.store, self.today, self.undo)
        self.releasing = ReleaseDesk(self.store, self.today, self.undo)
        self.quota = QuotaDesk(self.store, self.today)
        self.reminders = ReminderDesk(self.store, self.today, self.undo)
        self.people = PeopleDesk(self.store, self.undo, self.today)
        self.points = PointsDesk(self.store)
        self.bulletins = BulletinDesk(self.store, Press())
        self.trends = TrendsDesk(self.store, Press(), self.today)
        self.closing = ClosingDesk(self.store, self.bulletins, self.today)
        self.issuing = IssueDesk(self.store, self.today)

    def today(self) -> date:
        """The day of the story."""
        return self.day

    def log(self, title: str = "", *, accepted: bool = True, **facts: Any) -> str:
        """Log a draft, accepted unless told otherwise."""
        return self.register.log(a_draft(title, **facts), accepted=accepted)

    def adopt(self, number: str, level: Level = Level.COUNTY, **facts: Any) -> int:
        """Record an adoption."""
        return self.adoption.adopt(number, an_adoption(level, **facts))

    def sign(
        self,
        number: str,
        *signers: str,
        on: str = "2022-07-01",
        ruling: Ruling = Ruling.PASSED,
        opinion: str = "",
    ) -> None:
        """Record signatures at the steps whose turn it is, one for each signer."""
        for signer in signers:
            step = self.store.approvals.get(number).course.next
            assert step is not None
            self.signing.sign(number, NewSignature(step, signer, date.fromisoformat(on), ruling, opinion))

    def close(self, *months: Month) -> None:
        """Close months, whatever is in the way."""
        for month in months:
            with self.store.writing("close", *Topic) as act:
                self.closing.shut(act, self.bulletins.draft(month))

    def figures(self, month: Month = JUNE) -> MonthFigures:
        """The month's figures."""
        return month_figures(self.store, month)

    def bulletin(self, month: Month = JUNE, **edits: Edit) -> Bulletin:
        """The month's bulletin, with edits by sentence code (``T1=Edit(…)``)."""
        head = letterhead(self.store)
        return compose(self.figures(month), wording.NAMES, wording.STATE, head, edits, date(2022, 7, 5))

    def sentences(self, month: Month = JUNE) -> dict[str, str]:
        """The texts of the month's bulletin by sentence code."""
        return {
            sentence.code: sentence.text
            for section in self.bulletin(month).sections
            for sentence in section.sentences
        }

    def points_of(self, unit: str, month: Month = JUNE) -> str:
        """A unit's month in points."""
        return points.plain(self.figures(month).points_of(unit_id(unit)).total)

    def booked(self, number: str) -> list[tuple[str, str, str]]:
        """What a draft booked to units: unit, month, points; zero entries and those taken back left out."""
        names = {unit.id: unit.name for unit in self.register.units()}
        return [
            (names[entry.unit], str(entry.booked_month), points.plain(entry.cents))
            for entry in self.register.open(number).entries
            if entry.unit is not None and entry.cents
        ]

    def status(self, number: str) -> str:
        """A draft's status."""
        return self.register.open(number).draft.status


# ---- scoring without a data file


def a_claim(
    level: Level = Level.COUNTY,
    on: str = "2022-06-20",
    *,
    registered: str = "",
    retracted: str = "",
    open_from: Month = LONG_AGO,
    **others: Any,
) -> Claim:
    """A verified adoption as scoring sees it; ``retracted`` is the day the outlet took it down."""
    adopted, known = date.fromisoformat(on), date.fromisoformat(registered or on)
    gone = date.fromisoformat(retracted) if retracted else None
    facts: dict[str, Any] = {"weight": Decimal(1), "mode": Mode.SOLE, "position": Position.NORMAL} | others
    return Claim(
        id=facts.pop("id", next(_titles)),
        level=level,
        adopted_on=adopted,
        registered_on=known,
        booked_month=facts.pop("booked_month", max(Month.of(adopted), open_from)),
        retracted=Month.of(gone) if gone else None,
        retracted_on=gone,
        **facts,
    )


def a_scored_draft(
    *claims: Claim,
    category: Category = Category.NEWS,
    form: Form = Form.TEXT,
    towns: int = 1,
    offices: int = 0,
    authors: tuple[AuthorRole, ...] = (),
    **others: Any,
) -> ScoredDraft:
    """A draft as scoring sees it, of as many towns and 组室, by authors 1, 2, 3 …"""
    units = [(f"镇{place}", Group.TOWN) for place in range(1, towns + 1)]
    units += [(f"室{place}", Group.OFFICE) for place in range(1, offices + 1)]
    people = tuple(enumerate(authors, start=1))
    return ScoredDraft(1, category, form, tuple(units), people, claims, **others)


def amounts(found: Iterator[Entry] | list[Entry], who: str | int = "镇1") -> list[tuple[str, str]]:
    """Month and points of each entry of a unit or a person."""
    return [
        (str(entry.booked_month), points.plain(entry.cents))
        for entry in found
        if who in (entry.unit, entry.person)
    ]


def total(found: Iterator[Entry] | list[Entry], who: str | int = "镇1") -> str:
    """What a unit or a person gets, in points."""
    return points.plain(sum(entry.cents for entry in found if who in (entry.unit, entry.person)))


def changed(book: RuleBook, since: Month, **facts: Any) -> RuleBook:
    """The rules with a new version from ``since`` on."""
    return RuleBook(
        (*book.versions, replace(book.versions[-1], id=f"rules-{since}", effective_from=since, **facts))
    )


def booked_once_and_closed(draft: ScoredDraft, book: RuleBook, closed: Month) -> list[Entry]:
    """What is on the books when ``closed`` is closed in between: first the closed part, then the rest."""
    before = [entry for entry in entries(draft, book, LONG_AGO) if entry.booked_month <= closed]
    return before + list(entries(draft, book, closed.next(), before))
