"""What happened to a draft as lines of one list: it ran somewhere, leaders wrote on it, it was asked for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from jinshi_desk.domain.adoptions import Adoption
from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.points import plain
from jinshi_desk.services.ledgers import CommissionLine, InstructionLine
from jinshi_desk.services.register import OpenDraft
from jinshi_desk.wording import LEVEL, MODE, OUTCOME

DraftEvent = Adoption | Instruction | Commission


def _tr(text: str) -> str:
    return QCoreApplication.translate("EventRows", text)


@dataclass(frozen=True, slots=True)
class EventRow:
    """A line: what it was, and what the lead unit has by it."""

    event: DraftEvent
    what: str
    level: str
    day: str
    how: str
    points: str
    tip: str
    gone: bool = False

    @property
    def key(self) -> tuple[str, int]:
        return type(self.event).__name__, self.event.id

    @property
    def adoption(self) -> Adoption | None:
        """The adoption, where it is one."""
        return self.event if isinstance(self.event, Adoption) else None

    @property
    def is_instruction(self) -> bool:
        return isinstance(self.event, Instruction)

    @property
    def waiting(self) -> bool:
        """Tell whether it is an adoption that is yet to be proven."""
        return self.adoption is not None and not self.gone and not self.adoption.verified

    @property
    def voidable(self) -> bool:
        """Tell whether it can be struck out here; commissions are at home in 本月台账."""
        return not isinstance(self.event, Commission) and not self.event.voided


def event_rows(
    opened: OpenDraft,
    outlets: Mapping[str, Outlet],
    instructions: Iterable[InstructionLine],
    commissions: Iterable[CommissionLine],
) -> Iterator[EventRow]:
    """Yield adoptions, then instructions, then the commissions that the draft answers."""
    for adoption in opened.adoptions:
        yield _adopted(opened, adoption, outlets[adoption.outlet])
    yield from map(_instructed, instructions)
    yield from map(_commissioned, commissions)


def make_up(opened: OpenDraft) -> str:
    """Say what a draft's points are made of, where that is more than one thing: ``= 采用 6 + 批示 5``."""
    parts: dict[str, int] = {}
    for entry in opened.entries:
        if entry.unit == opened.draft.lead:
            name = _tr("采用")
            if entry.instruction is not None:
                name = _tr("批示")
            elif entry.commission is not None:
                name = _tr("约稿")
            elif entry.deduction is not None:
                name = _tr("扣分")
            parts[name] = parts.get(name, 0) + entry.cents
    told = [(name, cents) for name, cents in parts.items() if cents]
    if len(told) < 2:
        return ""
    (name, cents), *rest = told
    terms = "".join(f" {'−' if cents < 0 else '+'} {name} {plain(abs(cents))}" for name, cents in rest)
    return f"= {name} {plain(cents)}{terms}"


def _adopted(opened: OpenDraft, adoption: Adoption, outlet: Outlet) -> EventRow:
    lead = opened.draft.lead
    cents = sum(e.cents for e in opened.entries if e.adoption == adoption.id and e.unit == lead)
    gone = bool(adoption.voided) or adoption.retracted_on is not None
    if adoption.voided:
        points = _tr("已作废")
    elif gone:
        points = _tr("已撤")
    elif not adoption.verified:
        points = _tr("待核实")
    else:
        points = _counted(cents, reversed_=opened.draft.status is Status.VOID)
    said = (outlet.name, adoption.place, adoption.evidence, adoption.voided)
    return EventRow(
        adoption,
        outlet.name,
        LEVEL[outlet.level],
        adoption.adopted_on.isoformat(),
        MODE[adoption.mode].partition("、")[0],
        points,
        "\n".join(part for part in said if part),
        gone,
    )


def _instructed(line: InstructionLine) -> EventRow:
    event = line.event
    points = _counted(line.cents, reversed_=line.draft.status is Status.VOID)
    what = _tr("批示加分：{}").format(event.leader)
    return EventRow(
        event,
        what,
        LEVEL[event.level],
        event.given_on.isoformat(),
        _tr("批示"),
        _tr("已作废") if event.voided else points,
        "\n".join(part for part in (what, event.evidence, event.voided) if part),
        bool(event.voided),
    )


def _commissioned(line: CommissionLine) -> EventRow:
    event = line.event
    what = _tr("约稿：{}").format(event.subject)
    until = _tr("{} 截止").format(event.due_on.isoformat())
    return EventRow(
        event,
        what,
        "",
        event.delivered_on.isoformat() if event.delivered_on else "",
        OUTCOME[event.outcome],
        _tr("已作废") if event.voided else plain(line.cents),
        "\n".join(part for part in (what, until, event.voided) if part),
        bool(event.voided),
    )


def _counted(cents: int, *, reversed_: bool) -> str:
    if reversed_:
        return _tr("已冲回")
    return plain(cents) if cents else _tr("不重复计")
