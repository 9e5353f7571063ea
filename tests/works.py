"""Any month of work, for hypothesis to draw."""

from dataclasses import dataclass, replace
from datetime import date

from hypothesis import strategies as st

from jinshi_desk.domain.adoptions import Mode
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.drafts import Category, Form, Status
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.problems import Severity
from jinshi_desk.domain.unit_acts import Abolish, Edit, Merge, Rename, Split, UnitAct
from jinshi_desk.domain.units import Exemption, Group, Unit
from jinshi_desk.services import defaults
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.units import UnitDesk
from tests.office import JULY, JUNE, MAY, Office, unit_id

_INVOLVED = {"新洲镇", "药山镇", "毛里湖镇", "嘉山街道", "白衣镇", "团市委", "研究室", "办公室", "市教育局"}
"""The units that work, and one that does nothing."""


@dataclass(frozen=True)
class Ran:
    """An adoption, and what became of it."""

    level: Level
    day: int
    mode: Mode
    fate: str


@dataclass(frozen=True)
class Work:
    """A draft, where it ran, and what became of it."""

    unit: str
    partners: tuple[str, ...]
    category: Category
    form: Form
    received: str
    on_file: bool
    authors: tuple[str, ...]
    ran: tuple[Ran, ...]
    fate: str
    events: tuple[str, ...] = ()


RAN = st.builds(
    Ran,
    st.sampled_from(Level),
    st.integers(1, 30),
    st.sampled_from(Mode),
    st.sampled_from(["", "", "", "claimed", "retracted", "struck out"]),
)
WORK = st.builds(
    Work,
    unit=st.sampled_from(["新洲镇", "药山镇", "毛里湖镇"]),
    partners=st.sampled_from([(), (), ("团市委",), ("研究室", "办公室"), ("嘉山街道", "白衣镇")]),
    category=st.sampled_from(Category),
    form=st.sampled_from(Form),
    received=st.sampled_from(["2022-05-25", "2022-06-03", "2022-06-28", "2022-07-02"]),
    on_file=st.booleans(),
    authors=st.sampled_from([(), ("周试一",), ("周试一", "李试二", "王测三", "欧阳试四")]),
    ran=st.lists(RAN, max_size=3, unique_by=lambda ran: (ran.level, ran.day)).map(tuple),
    fate=st.sampled_from(["", "", "", "void", "return_", "withdraw"]),
    events=st.lists(
        st.sampled_from(
            ["instructed", "instructed higher", "asked in time", "asked late", "not done", "fault", "untrue"]
        ),
        max_size=3,
        unique=True,
    ).map(tuple),
)
TURN = st.sampled_from(["exempt", "correct", "merge", "split", "rename", "regroup", "abolish"])
"""What becomes of units and months beside the drafts."""


def do(office: Office, work: Work) -> None:
    """Have the clerk do it."""
    number = office.log(
        unit=work.unit,
        partners=work.partners,
        category=work.category,
        form=work.form,
        received=work.received,
        makeup=work.received == "2022-07-02",
        approval_on_file=work.on_file,
        authors=work.authors,
    )
    for ran in work.ran:
        on = f"2022-06-{ran.day:02d}"
        adoption = office.adopt(number, ran.level, on=on, mode=ran.mode, verified=ran.fate != "claimed")
        if ran.fate == "retracted":
            office.adoption.retract(adoption, date(2022, 7, 1))
        if ran.fate == "struck out":
            office.adoption.void(adoption, "登错")
    for event in work.events:
        if office.status(number) != Status.VOID:
            _bring_about(office, event, number, work)
    if work.fate and office.status(number) != Status.VOID:
        getattr(office.register, work.fate)(number, "有问题")


def _bring_about(office: Office, event: str, number: str, work: Work) -> None:
    """Have something happen to a draft, or to its unit."""
    received = date.fromisoformat(work.received)
    asked = NewCommission(unit_id(work.unit), f"约稿{number}", date(2022, 5, 20), received)
    match event:
        case "instructed" | "instructed higher":
            level = Level.COUNTY if event == "instructed" else Level.PROVINCE
            day = date(2022, 7, 4)
            office.instruction.record(number, NewInstruction(level, "高样二", day, day))
        case "asked in time":
            office.commission.deliver(office.commission.record(asked), received, number)
        case "asked late":
            late = replace(asked, due_on=date(2022, 5, 22), subject=f"迟交{number}")
            office.commission.deliver(office.commission.record(late), received)
        case "not done":
            never = replace(asked, due_on=date(2022, 6, 20), subject=f"未交{number}")
            office.commission.mark_not_done(office.commission.record(never), date(2022, 6, 25))
        case "fault" | "untrue":
            kind = "text_error" if event == "fault" else "untrue"
            day = date(2022, 7, 6)
            fault = NewDeduction(unit_id(work.unit), kind, f"{number}有误", day, "李主任", draft=number)
            office.deduction.confirm(office.deduction.propose(fault), Confirmation("王部长", day))


def turn(office: Office, what: str) -> None:
    """Have something happen to the units, or to a month that is closed."""
    desk = UnitDesk(office.store, Undo(office.store))
    match what:
        case "exempt":
            office.quota.exempt(Exemption(unit_id("毛里湖镇"), JUNE, "抗洪抢险", "李主任"))
        case "correct":
            office.close(*((MAY,) if not office.store.months.is_closed(MAY) else ()))
            new = NewCorrection(unit_id("药山镇"), MAY, -250, "漏记", date(2022, 7, 10))
            office.correction.record(new)
        case _:
            acts: dict[str, UnitAct] = {
                "merge": Merge((unit_id("新洲镇"), unit_id("药山镇")), "新药镇", JULY),
                "split": Split(unit_id("毛里湖镇"), ("毛里镇", "湖东镇"), JULY),
                "rename": Rename(unit_id("白衣镇"), "白衣街道", JULY),
                "regroup": Edit(unit_id("毛里湖镇"), Group.BUREAU, (), (), JULY),
                "abolish": Abolish(unit_id("嘉山街道"), JULY),
            }
            act = acts[what]
            if all(problem.severity is Severity.WARN for problem in desk.check(act)):
                desk.do(act)


def involved(office: Office) -> list[Unit]:
    """The units that work, and one that does nothing."""
    ids = {unit_id(name) for name in _INVOLVED}
    shipped = {unit.id for unit in defaults.default_units()}
    return [unit for unit in office.register.units() if unit.id in ids or unit.id not in shipped]
