"""What a sheet says, row by row, before anything of it is in the register (§7).

A file is read into proposals. Each row is imported, skipped with a reason, or asks: nothing is guessed
where it is in doubt, nothing dropped in silence, and read = import + skip + ask.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.drafts import Author, Category, Form, Source, Status
from jinshi_desk.domain.facts import Fact
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.people import AuthorRole


class Action(StrEnum):
    """What is to become of a row."""

    IMPORT = "import"
    SKIP = "skip"
    ASK = "ask"


class Mark(StrEnum):
    """How sure a cell is: amber and red want a decision, a note only wants to be seen."""

    GREEN = "green"
    NOTE = "note"
    AMBER = "amber"
    RED = "red"


class Precision(StrEnum):
    """How exactly a date was given."""

    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Flag:
    """Something seen in a row, written ``ambiguous_date(6.3 -> 6月3日/6月30日)``."""

    id: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.id}({self.detail})" if self.detail else self.id


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer to be given with one key: ``answer`` goes into the decision, ``label`` is shown."""

    answer: str
    label: str


SKIP_REASONS = frozenset(
    {
        "repeated_header",
        "subtotal",
        "total",
        "footer",
        "note",
        "section",
        "blank",
        "zero_report",
        "hidden_sheet",
        "no_header",
        "hidden_row",
        "hidden_column",
        "duplicate",
        "same_as_row",
        "continues_row",
        "by_decision",
    }
)
"""Every reason for which a row or a whole sheet is left out."""

QUESTION_KINDS = frozenset(
    {
        "unknown_unit",
        "unit_from_title",
        "missing_unit",
        "missing_title",
        "zero_title",
        "title_too_long",
        "unknown_category",
        "missing_category",
        "unknown_form",
        "unknown_mode",
        "unknown_source",
        "unknown_status",
        "odd_author",
        "unreadable_word_count",
        "formula_without_value",
        "missing_received_on",
        "ambiguous_date",
        "weekday_wrong",
        "invalid_date",
        "unparseable_date",
        "date_out_of_range",
        "date_without_year",
        "unknown_outlet",
        "missing_outlet",
        "missing_adopted_on",
        "adoption_denied",
        "missing_cell",
        "several_units",
        "unknown_type",
        "unknown_level",
        "unknown_group",
        "unknown_outcome",
        "unknown_decision",
        "unknown_channel",
        "unknown_concern",
        "unknown_finding",
        "unknown_points_kind",
        "unknown_remedy",
        "unknown_counting",
        "unreadable_period",
        "unreadable_points",
        "unreadable_whole",
        "same_as_row",
        "continues_row",
        "duplicate",
        "hidden_row",
        "hidden_column",
        "hidden_sheet",
    }
)
"""Everything that may be asked."""

REUSABLE = frozenset(
    {
        "unknown_unit",
        "unit_from_title",
        "unknown_outlet",
        "unknown_category",
        "unknown_form",
        "unknown_mode",
        "unknown_source",
        "unknown_status",
        "unknown_type",
        "unknown_level",
        "unknown_group",
        "unknown_outcome",
        "unknown_decision",
        "unknown_channel",
        "unknown_concern",
        "unknown_finding",
        "unknown_points_kind",
        "unknown_remedy",
        "unknown_counting",
        "unreadable_period",
        "hidden_sheet",
        "hidden_column",
    }
)
"""Questions whose answer holds wherever the same is written; others are answered row by row."""


@dataclass(frozen=True, slots=True)
class Question:
    """What must be decided before a row can come in.

    ``subject`` is the doubtful text itself. The answer is what should have stood in ``column``, or a verb.
    """

    kind: str
    subject: str = ""
    column: str = ""
    candidates: tuple[Candidate, ...] = ()

    @property
    def general_key(self) -> str:
        """What a decision for every row and file with this subject is kept under."""
        return f"{self.kind}:{self.subject}"

    def row_key(self, sheet: str, row: int) -> str:
        """What a decision for this row alone is kept under."""
        return f"{sheet}!{row}:{self.kind}:{self.subject}"

    def key(self, sheet: str, row: int) -> str:
        """What a decision is kept under where the clerk does not say for which rows."""
        return self.general_key if self.kind in REUSABLE else self.row_key(sheet, row)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row as the preview shows it: what stood there, and what it is taken for."""

    raw: str
    shown: str
    mark: Mark = Mark.GREEN
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProposedAdoption:
    """An adoption as read; a field that is still in doubt is None."""

    outlet: str | None
    adopted_on: date | None
    written: str = ""
    precision: Precision = Precision.DAY
    flag: Flag | None = None
    place: str = ""
    page: str = ""
    mode: Mode | None = None
    position: Position = Position.NORMAL
    evidence: str = ""
    registered_on: date | None = None
    verified: bool | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The draft a row speaks of, with its adoptions; a field in doubt or not given is None or empty."""

    title: str = ""
    units: tuple[str, ...] | None = None
    number: str | None = None
    category: Category | None = None
    form: Form = Form.TEXT
    source: Source = Source.ORIGINAL
    authors: tuple[Author, ...] = ()
    authors_incomplete: bool = False
    received_on: date | None = None
    received_precision: Precision = Precision.DAY
    word_count: int | None = None
    approval_on_file: bool | None = None
    status: Status | None = None
    status_reason: str = ""
    makeup: bool = False
    note: str = ""
    attachments: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    duplicate_confirmed: bool = False
    adoptions: tuple[ProposedAdoption, ...] = ()

    @property
    def author_names(self) -> list[str]:
        return [author.name for author in self.authors if author.role is AuthorRole.AUTHOR]

    @property
    def reporter_names(self) -> list[str]:
        return [author.name for author in self.authors if author.role is not AuthorRole.AUTHOR]


@dataclass(frozen=True, slots=True)
class RowReading:
    """A row of a sheet; ``row`` counts from 1 and is None where the whole sheet is meant.

    A row of drafts or adoptions has a ``proposal``, one of another ledger a ``fact`` once all is clear.
    ``duplicate_of`` names the earlier row with the same draft; if it ``joins``, its adoptions go to that one.
    """

    sheet: str
    row: int | None
    action: Action
    reason: str = ""
    flags: tuple[Flag, ...] = ()
    notes: tuple[str, ...] = ()
    cells: Mapping[str, Cell] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    proposal: Proposal | None = None
    duplicate_of: int | None = None
    joins: bool = False
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A sheet: which ledger it is, where its header stood, which column is what, and its rows.

    ``headings`` has each column's written heading by its number from 1, ``columns`` the number by meaning.
    """

    name: str
    hidden: bool
    ledger: str | None
    header_row: int | None
    headings: Mapping[int, str]
    columns: Mapping[str, int]
    rows: tuple[RowReading, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows were read, and what becomes of them."""

    imported: int
    skipped: int
    asked: int

    @property
    def read(self) -> int:
        return self.imported + self.skipped + self.asked


@dataclass(frozen=True, slots=True)
class FileReading:
    """A file as read: its name, its fingerprint, the month it speaks of, its sheets."""

    file: str
    sha256: str
    period: Month | None
    sheets: tuple[SheetReading, ...]

    @property
    def rows(self) -> tuple[RowReading, ...]:
        return tuple(row for sheet in self.sheets for row in sheet.rows)

    @property
    def counts(self) -> Counts:
        actions = Counter(row.action for row in self.rows)
        return Counts(actions[Action.IMPORT], actions[Action.SKIP], actions[Action.ASK])
