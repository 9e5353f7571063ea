"""Any month of work, for hypothesis to draw."""

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from jinshi_desk.domain.adoptions import Mode
from jinshi_desk.domain.drafts import Category, Form
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.units import Unit
from tests.office import Office

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
)


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
    if work.fate:
        getattr(office.register, work.fate)(number, "有问题")


def involved(office: Office) -> list[Unit]:
    """The units that work, and one that does nothing."""
    return [unit for unit in office.register.units() if unit.name in _INVOLVED]
