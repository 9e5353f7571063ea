"""What an office does beside drafts and adoptions: 批示、约稿、扣分、更正, each in a line."""

from datetime import date
from typing import Any

from jinshi_desk.domain import points
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.problems import Problem
from tests.office import JUNE, MAY, Office, unit_id

TOWN, OTHER = "新洲镇", "药山镇"
CONFIRMED = Confirmation("王部长", date(2022, 6, 26))


def instruct(office: Office, number: str, level: Level = Level.PREFECTURE, on: str = "2022-06-20") -> int:
    """A leader's instruction on a draft."""
    day = date.fromisoformat(on)
    return office.instruction.record(number, NewInstruction(level, "高样二", day, day))


def commission(office: Office, unit: str = TOWN, due: str = "2022-06-20") -> int:
    """A piece asked of a unit."""
    asked = NewCommission(unit_id(unit), "联建经验", date(2022, 6, 1), date.fromisoformat(due))
    return office.commission.record(asked)


def a_fault(kind: str = "text_error", unit: str = TOWN, **facts: Any) -> NewDeduction:
    """A proposal that nobody decided yet."""
    return NewDeduction(unit_id(unit), kind, "日期有误", date(2022, 6, 24), "李主任", **facts)


def deduct(
    office: Office, kind: str = "text_error", confirmed: Confirmation = CONFIRMED, **facts: Any
) -> int:
    """A deduction proposed and confirmed."""
    deduction = office.deduction.propose(a_fault(kind, **facts))
    office.deduction.confirm(deduction, confirmed)
    return deduction


def of_kind(office: Office, kind: Kind, unit: str = TOWN, month: Month = JUNE) -> str:
    """A unit's points of one kind in a month."""
    return points.plain(office.figures(month).points_of(unit_id(unit)).by_kind.get(kind, 0))


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Field and reason of each problem."""
    return [(problem.field, problem.reason) for problem in problems]


def acts(office: Office, subject: str) -> list[str]:
    """What was done to a subject, oldest first."""
    return [record.act for record in office.store.audit.of(subject)]


def a_correction(cents: int = 50, **facts: Any) -> NewCorrection:
    """A correction of May."""
    return NewCorrection(unit_id(TOWN), MAY, cents, "漏计一条", date(2022, 7, 1), **facts)
