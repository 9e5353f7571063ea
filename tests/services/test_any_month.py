"""Whatever a month brings, its books balance and every figure is explained."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinshi_desk import wording
from jinshi_desk.domain.adoptions import Mode
from jinshi_desk.domain.balance import checks
from jinshi_desk.domain.drafts import Category, Form
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.services.booking import rebook
from tests.office import JULY, JUNE, MAY, Office

_INVOLVED = {"新洲镇", "药山镇", "毛里湖镇", "嘉山街道", "白衣镇", "团市委", "研究室", "办公室", "市教育局"}
"""The units that work, and one that does nothing."""
_OF_THE_QUOTA = (Kind.QUOTA_BASE, Kind.QUOTA_SHORT, Kind.DEDUCTION)


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


def _do(office: Office, work: Work) -> None:
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


@settings(max_examples=15)
@given(works=st.lists(WORK, max_size=6))
def test_the_books_of_any_month_balance(
    works: list[Work], template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("month") / "台账.jinshi"
    file.write_bytes(template.read_bytes())
    office = Office(file)
    office.day = date(2022, 7, 20)
    for work in works:
        _do(office, work)
    for month in (MAY, JUNE, JULY):
        _the_bulletin_balances_and_every_figure_is_explained(office, month)
    _booking_again_changes_nothing(office)
    assert list(office.store.audit.breaks()) == []
    office.store.close()


def _the_bulletin_balances_and_every_figure_is_explained(office: Office, month: Month) -> None:
    bulletin = office.bulletin(month)
    assert [check for check in checks(bulletin) if not check.ok] == []
    ledger: Counter[str] = Counter()
    for row in office.store.ledger.sums(month, month):
        ledger[row.unit] += row.cents
    for unit in (unit for unit in office.register.units() if unit.name in _INVOLVED):
        earned = bulletin.figures.points_of(unit.id)
        explained = office.points.explain_unit(unit, month)
        assert explained.cents == earned.total
        assert all(wording.clause_phrase(line.entry.clause) for line in explained.lines)
        owed = sum(earned.by_kind.get(kind, 0) for kind in _OF_THE_QUOTA)
        assert earned.total - owed == ledger[unit.id]


def _booking_again_changes_nothing(office: Office) -> None:
    def entries() -> int:
        return int(office.store._db.value("SELECT count(*) FROM ledger"))

    before = entries()
    with office.store.writing("rebook"):
        for number in office.store.drafts.all_numbers():
            rebook(office.store, office.store.drafts.get(number))
    assert entries() == before
