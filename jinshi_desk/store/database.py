"""The open data file: one writing transaction per act, one audit record per act, listeners told after."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import (
    CannotWrite,
    DamagedDataFile,
    DataFileExists,
    DeskError,
    FolderGiven,
    NoDataFile,
)
from jinshi_desk.store.migrate import migrate
from jinshi_desk.store.register import Register
from jinshi_desk.store.settings import Settings
from jinshi_desk.store.sql_file import SqlFile

if TYPE_CHECKING:
    from jinshi_desk.store.adoptions import Adoptions
    from jinshi_desk.store.approvals import Approvals
    from jinshi_desk.store.assignments import Assignments
    from jinshi_desk.store.attachments import Attachments
    from jinshi_desk.store.audit import Act, Audit
    from jinshi_desk.store.award_decisions import AwardDecisions
    from jinshi_desk.store.batches import Batches
    from jinshi_desk.store.bulletins import BulletinTexts
    from jinshi_desk.store.commissions import Commissions
    from jinshi_desk.store.connection import DataFile
    from jinshi_desk.store.corrections import Corrections
    from jinshi_desk.store.deductions import Deductions
    from jinshi_desk.store.drafts import Drafts
    from jinshi_desk.store.first_runs import FirstRuns
    from jinshi_desk.store.form_numbers import FormNumbers
    from jinshi_desk.store.holidays import Holidays
    from jinshi_desk.store.instructions import Instructions
    from jinshi_desk.store.issue_numbers import IssueNumbers
    from jinshi_desk.store.leads import Leads
    from jinshi_desk.store.ledger import Ledger
    from jinshi_desk.store.ledger_hits import LedgerHits
    from jinshi_desk.store.meetings import Meetings
    from jinshi_desk.store.months import Months
    from jinshi_desk.store.objections import Objections
    from jinshi_desk.store.outlets import Outlets
    from jinshi_desk.store.people import People
    from jinshi_desk.store.period_notices import PeriodNotices
    from jinshi_desk.store.platforms import Platforms
    from jinshi_desk.store.quality_picks import QualityPicks
    from jinshi_desk.store.reminders import Reminders
    from jinshi_desk.store.returns import Returns
    from jinshi_desk.store.roster import Roster
    from jinshi_desk.store.rules import Rules
    from jinshi_desk.store.sheet_deliveries import SheetDeliveries
    from jinshi_desk.store.suggestions import Suggestions
    from jinshi_desk.store.tags import Tags
    from jinshi_desk.store.units import Units
    from jinshi_desk.store.versions import Versions

Listener = Callable[[frozenset[Topic]], None]


def now() -> datetime:
    """Return the time with the zone of this desk."""
    return datetime.now().astimezone()


class Store:
    """The data file, one attribute per noun. Safe to use from several threads."""

    def __init__(self, db: SqlFile, clock: Callable[[], datetime] = now) -> None:
        self._sql = db
        self._clock = clock
        self._lock = threading.RLock()
        self._writing = False
        self._touched: set[Topic] | None = None  # by the acts under way
        self._listeners: list[Listener] = []
        self._seen: int | None = None  # the last audit record known of
        self.settings = Settings(db)
        self.register = Register(db)

    # What the register's first page can do without: peewee, its models and the rules behind the nouns are
    # imported when they are asked for.

    @cached_property
    def _db(self) -> "DataFile":
        from jinshi_desk.store.connection import DataFile

        return DataFile(self._sql)

    @cached_property
    def audit(self) -> "Audit":
        from jinshi_desk.store.audit import Audit

        return Audit(self._sql)

    @cached_property
    def units(self) -> "Units":
        from jinshi_desk.store.units import Units

        return Units(self._db)

    @cached_property
    def outlets(self) -> "Outlets":
        from jinshi_desk.store.outlets import Outlets

        return Outlets(self._db)

    @cached_property
    def people(self) -> "People":
        from jinshi_desk.store.people import People

        return People(self._db)

    @cached_property
    def months(self) -> "Months":
        from jinshi_desk.store.months import Months

        return Months(self._db)

    @cached_property
    def drafts(self) -> "Drafts":
        from jinshi_desk.store.drafts import Drafts

        return Drafts(self._db, self.people, self.tags)

    @cached_property
    def tags(self) -> "Tags":
        from jinshi_desk.store.tags import Tags

        return Tags(self._db)

    @cached_property
    def quality_picks(self) -> "QualityPicks":
        from jinshi_desk.store.quality_picks import QualityPicks

        return QualityPicks(self._db)

    @cached_property
    def award_decisions(self) -> "AwardDecisions":
        from jinshi_desk.store.award_decisions import AwardDecisions

        return AwardDecisions(self._db)

    @cached_property
    def adoptions(self) -> "Adoptions":
        from jinshi_desk.store.adoptions import Adoptions

        return Adoptions(self._db)

    @cached_property
    def instructions(self) -> "Instructions":
        from jinshi_desk.store.instructions import Instructions

        return Instructions(self._db)

    @cached_property
    def commissions(self) -> "Commissions":
        from jinshi_desk.store.commissions import Commissions

        return Commissions(self._db)

    @cached_property
    def deductions(self) -> "Deductions":
        from jinshi_desk.store.deductions import Deductions

        return Deductions(self._db)

    @cached_property
    def corrections(self) -> "Corrections":
        from jinshi_desk.store.corrections import Corrections

        return Corrections(self._db)

    @cached_property
    def suggestions(self) -> "Suggestions":
        from jinshi_desk.store.suggestions import Suggestions

        return Suggestions(self._db)

    @cached_property
    def leads(self) -> "Leads":
        from jinshi_desk.store.leads import Leads

        return Leads(self._db)

    @cached_property
    def ledger_hits(self) -> "LedgerHits":
        from jinshi_desk.store.ledger_hits import LedgerHits

        return LedgerHits(self._db)

    @cached_property
    def meetings(self) -> "Meetings":
        from jinshi_desk.store.meetings import Meetings

        return Meetings(self._db)

    @cached_property
    def objections(self) -> "Objections":
        from jinshi_desk.store.objections import Objections

        return Objections(self._db)

    @cached_property
    def sheet_deliveries(self) -> "SheetDeliveries":
        from jinshi_desk.store.sheet_deliveries import SheetDeliveries

        return SheetDeliveries(self._db)

    @cached_property
    def assignments(self) -> "Assignments":
        from jinshi_desk.store.assignments import Assignments

        return Assignments(self._db)

    @cached_property
    def returns(self) -> "Returns":
        from jinshi_desk.store.returns import Returns

        return Returns(self._db)

    @cached_property
    def reminders(self) -> "Reminders":
        from jinshi_desk.store.reminders import Reminders

        return Reminders(self._db)

    @cached_property
    def versions(self) -> "Versions":
        from jinshi_desk.store.versions import Versions

        return Versions(self._db)

    @cached_property
    def holidays(self) -> "Holidays":
        from jinshi_desk.store.holidays import Holidays

        return Holidays(self._db)

    @cached_property
    def approvals(self) -> "Approvals":
        from jinshi_desk.store.approvals import Approvals

        return Approvals(self._db)

    @cached_property
    def form_numbers(self) -> "FormNumbers":
        from jinshi_desk.store.form_numbers import FormNumbers

        return FormNumbers(self._db)

    @cached_property
    def attachments(self) -> "Attachments":
        from jinshi_desk.store.attachments import Attachments

        return Attachments(self._db)

    @cached_property
    def platforms(self) -> "Platforms":
        from jinshi_desk.store.platforms import Platforms

        return Platforms(self._db)

    @cached_property
    def roster(self) -> "Roster":
        from jinshi_desk.store.roster import Roster

        return Roster(self._db, self.people)

    @cached_property
    def ledger(self) -> "Ledger":
        from jinshi_desk.store.ledger import Ledger

        return Ledger(self._db)

    @cached_property
    def rules(self) -> "Rules":
        from jinshi_desk.store.rules import Rules

        return Rules(self._db)

    @cached_property
    def batches(self) -> "Batches":
        from jinshi_desk.store.batches import Batches

        return Batches(self._db)

    @cached_property
    def bulletin_texts(self) -> "BulletinTexts":
        from jinshi_desk.store.bulletins import BulletinTexts

        return BulletinTexts(self._db)

    @cached_property
    def period_notices(self) -> "PeriodNotices":
        from jinshi_desk.store.period_notices import PeriodNotices

        return PeriodNotices(self._db)

    @cached_property
    def first_runs(self) -> "FirstRuns":
        from jinshi_desk.store.first_runs import FirstRuns

        return FirstRuns(self._db)

    @cached_property
    def issue_numbers(self) -> "IssueNumbers":
        from jinshi_desk.store.issue_numbers import IssueNumbers

        return IssueNumbers(self._db)

    @property
    def file(self) -> Path:
        return self._sql.file

    @property
    def read_only(self) -> bool:
        """Whether the machine lets the file be read and not be changed."""
        return self._sql.read_only

    def now(self) -> str:
        """Return the time as the data file writes it, with the zone."""
        return self._clock().isoformat(timespec="seconds")

    @cached_property
    def _user(self) -> str:
        import getpass

        try:
            return getpass.getuser()
        except (ImportError, KeyError, OSError):  # an account without a name
            return ""

    def who(self) -> str:
        """Return the account that is logged on, as far as the machine tells."""
        return self._user

    @contextmanager
    def writing(self, act: str, *topics: Topic) -> "Iterator[Act]":
        """Do one act: all of it, with its audit record, or nothing.

        Listeners hear ``topics`` after the commit; everything, where another program has written meanwhile.
        Never nested; among others ``together``, it is committed with them.
        """
        from jinshi_desk.store.audit import Act

        with self.together() as touched:
            if self._writing:
                raise RuntimeError(f"{act}: an act inside an act")
            self._writing = True
            try:
                doing = Act(act)
                yield doing
                self.audit.append(doing, self.now(), self.who())
            finally:
                self._writing = False
            touched.update(topics)

    @contextmanager
    def together(self) -> Iterator[set[Topic]]:
        """Have the acts inside stand or fall together, each with its own audit record; yield what they touch.

        Leaving by an exception takes all of them back, so none that fails may be passed over.
        """
        with self._lock:
            if self._touched is not None:
                yield self._touched  # of the acts that are under way
                return
            self._touched = touched = set[Topic]()
            try:
                self._sql.execute_sql("BEGIN IMMEDIATE")
                try:
                    by_others = self._seen != self._last_record()
                    yield touched
                    self._sql.execute_sql("COMMIT")
                    self._seen = self._last_record()
                except BaseException:
                    self._sql.roll_back()
                    raise
            finally:
                self._touched = None
        self._tell(Topic if by_others else touched)

    def on_change(self, listener: Listener) -> None:
        """Have ``listener`` called after each act, on the thread that did it."""
        self._listeners.append(listener)
        self._seen = self._last_record()

    def notice_others(self) -> None:
        """Tell listeners that everything may have changed, if another program has written; ask now and then.

        Whatever keeps the file from being read is left to be told when something is wanted of it.
        """
        if not self._lock.acquire(blocking=False):
            return  # an act of ours is under way, and will notice
        try:
            with suppress(DeskError):
                last = self._last_record()
                if last != self._seen:
                    self._seen = last
                    self._tell(Topic)
        finally:
            self._lock.release()

    def _last_record(self) -> int:
        number: int | None = self._sql.value("SELECT max(id) FROM audit")
        return number or 0

    def _tell(self, topics: Iterable[Topic]) -> None:
        for listener in self._listeners:
            listener(frozenset(topics))

    def integrity(self) -> str:
        """Return what SQLite finds wrong with the file, or nothing."""
        from jinshi_desk.store.integrity import damage

        return damage(self._sql)

    def orphans(self) -> list[str]:
        """Return the tables and rows whose references lead nowhere."""
        return [f"{table} {row}" for table, row, *_ in self._sql.rows("PRAGMA foreign_key_check")]

    def release(self) -> None:
        """Close the calling thread's connection; it opens again when needed."""
        self._sql.close()

    def close(self) -> None:
        """Fold the journal into the file and close it, so that a closed desk is one file."""
        try:
            with suppress(CannotWrite):  # a read-only file has nothing to fold in
                self._sql.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._sql.close()


def open_store(file: Path, migrations: Path, clock: Callable[[], datetime] = now) -> Store:
    """Open the data file ``file``, brought up to date by ``migrations``.

    Raises:
        FolderGiven, NoDataFile: there is no such file.
        DeskError: it is foreign, newer, damaged or busy, or read-only and older than the program; it is left
            as it was.
    """
    if file.is_dir():
        raise FolderGiven(file)
    if not file.is_file():
        raise NoDataFile(file)
    if file.stat().st_size == 0:
        raise DamagedDataFile(file.name, "空文件")
    return Store(migrate(file, migrations), clock)


def create_store(file: Path, migrations: Path, clock: Callable[[], datetime] = now) -> Store:
    """Create an empty data file.

    Raises:
        FolderGiven, DataFileExists: something is there already; it is left alone.
        CannotWrite: the folder can't be written to.
    """
    if file.is_dir():
        raise FolderGiven(file)
    if file.exists():
        raise DataFileExists(file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(file.parent, error.strerror or str(error)) from error
    try:
        return Store(migrate(file, migrations, new=True), clock)
    except DeskError:
        file.unlink(missing_ok=True)
        raise
