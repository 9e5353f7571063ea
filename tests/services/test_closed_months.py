"""Closing changes nothing, and what is done later changes open months alone, for any work."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinshi_desk.domain.balance import checks
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.errors import DeskError, MonthClosed
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.domain.units import Exemption
from jinshi_desk.services.closing import faults
from tests.office import AUGUST, JULY, JUNE, MAY, Office, a_draft, an_adoption
from tests.works import WORK, Work, do, involved

_MONTHS = (MAY, JUNE, JULY)
_TODAY = date(2022, 8, 6)


def _office(template: Path, folder: Path) -> Office:
    file = folder / "台账.jinshi"
    file.write_bytes(template.read_bytes())
    office = Office(file)
    office.day = _TODAY
    return office


# ---- closing changes nothing


@settings(max_examples=10)
@given(works=st.lists(WORK, min_size=1, max_size=6))
def test_closing_changes_no_figure(
    works: list[Work], template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    office = _office(template, tmp_path_factory.mktemp("closed"))
    for work in works:
        do(office, work)
    august, units = office.figures(AUGUST), involved(office)
    while (month := office.closing.next_month()) is not None and month < AUGUST:
        before = office.bulletins.draft(month)
        explained = {unit.id: _cents(office, unit.id, month) for unit in units}
        office.closing.close(month, accept_open_items=True)
        assert office.bulletins.draft(month) == before
        assert {unit.id: _cents(office, unit.id, month) for unit in units} == explained
        figures = before.bulletin.figures
        assert {unit.id: figures.points_of(unit.id).total for unit in units} == explained
    now = office.figures(AUGUST)
    assert (now.points, now.rank_cumulative) == (august.points, august.rank_cumulative)
    assert list(faults(office.store)) == []
    office.store.close()


def _cents(office: Office, unit: str, month: Month) -> int:
    found = next(each for each in office.register.units() if each.id == unit)
    return office.points.explain_unit(found, month).cents


# ---- what is done later

_Later = Callable[[Office, str, int], object]
LATER: dict[str, _Later] = {
    "void": lambda office, number, _: office.register.void(number, "失实"),
    "retract": lambda office, _, adoption: office.adoption.retract(adoption, date(2022, 8, 1)),
    "verify": lambda office, _, adoption: office.adoption.verify([adoption]),
    "adopt": lambda office, number, _: office.adoption.adopt(
        number, an_adoption(Level.NATIONAL, on="2022-06-29", registered="2022-08-02")
    ),
    "log": lambda office, *_: office.log(received="2022-08-02", makeup=True),
    "instruct": lambda office, number, _: office.instruction.record(
        number, NewInstruction(Level.PROVINCE, "高样二", date(2022, 6, 20), date(2022, 8, 1))
    ),
    "deduct": lambda office, number, _: _deduct(office, number),
    "correct": lambda office, *_: office.correction.record(
        NewCorrection("XZ", JUNE, 50, "漏计一条", date(2022, 8, 1))
    ),
    "undo": lambda office, *_: office.undo.last(),
}


def _deduct(office: Office, number: str) -> None:
    unit = office.store.drafts.get(number).lead
    fault = NewDeduction(unit, "untrue", "查实失实", date(2022, 8, 2), "李主任", draft=number)
    office.deduction.confirm(office.deduction.propose(fault), Confirmation("王部长", date(2022, 8, 3)))


@settings(max_examples=15)
@given(
    works=st.lists(WORK, min_size=1, max_size=4),
    later=st.lists(st.tuples(st.sampled_from(sorted(LATER)), st.integers(0, 9)), min_size=1, max_size=8),
)
def test_what_is_done_later_changes_open_months_alone(
    works: list[Work],
    later: list[tuple[str, int]],
    template: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    office = _office(template, tmp_path_factory.mktemp("later"))
    for work in works:
        do(office, work)
    office.close(MAY, JUNE, JULY)
    texts = {month: office.store.months.frozen(month) for month in _MONTHS}
    drafts = {month: office.bulletins.draft(month) for month in _MONTHS}
    ledger = _booked(office)
    for act, place in later:
        numbers = office.store.drafts.all_numbers()
        adoptions = [each.id for each in office.store.adoptions.all()] or [0]
        try:
            LATER[act](office, numbers[place % len(numbers)], adoptions[place % len(adoptions)])
        except DeskError:
            continue
    assert {month: office.store.months.frozen(month) for month in _MONTHS} == texts
    assert {month: office.bulletins.draft(month) for month in _MONTHS} == drafts
    assert _booked(office) == ledger
    assert list(faults(office.store)) == []
    august = office.bulletins.draft(AUGUST).bulletin
    assert [check for check in checks(august) if not check.ok] == []
    for unit in involved(office):
        assert _cents(office, unit.id, AUGUST) == august.figures.points_of(unit.id).total
        year = sum(_cents(office, unit.id, month) for month in (*_MONTHS, AUGUST))
        assert year == august.figures.points_of(unit.id).cumulative
    office.store.close()


def _booked(office: Office) -> list[tuple[object, ...]]:
    return office.store._db.rows("SELECT * FROM ledger WHERE booked_month <= '2022-07' ORDER BY id")


# ---- what is refused

_Act = Callable[[Office, str], object]
REFUSED: dict[str, _Act] = {
    "revise": lambda office, number: office.register.revise(number, a_draft()),
    "accept": lambda office, _: office.register.accept(_number(office, "待审")),
    "return": lambda office, number: office.register.return_(number, "缺数据"),
    "reject": lambda office, _: office.register.reject(_number(office, "待审"), "内容不符"),
    "withdraw": lambda office, number: office.register.withdraw(number, "单位撤回"),
    "resubmit": lambda office, _: office.register.resubmit(_number(office, "退回"), date(2022, 8, 5)),
    "mark the form": lambda office, number: office.approval.mark([number], on_file=False),
    "strike out the adoption": lambda office, _: office.adoption.void(1, "登错"),
    "strike out the instruction": lambda office, _: office.instruction.void(1, "登错"),
    "strike out the deduction": lambda office, _: office.deduction.void(1, "登错"),
    "exempt": lambda office, _: office.quota.exempt(Exemption("XZ", JUNE, "抗洪", "李主任")),
    "end the exemption": lambda office, _: office.quota.end_exemption("YS", JUNE),
    "edit a sentence": lambda office, _: office.bulletins.edit(JUNE, "T1", "6月。"),
    "leave a sentence out": lambda office, _: office.bulletins.include(JUNE, "T1", included=False),
    "type the platforms": lambda office, _: office.bulletins.set_platform(JUNE, PlatformMonth(1, 1, 1, 1)),
    "take the last act back": lambda office, _: office.undo.last(),
}


def _number(office: Office, title: str) -> str:
    return next(each.number or "" for each in office.store.drafts.all() if each.title == title)


@pytest.mark.parametrize("act", REFUSED.values(), ids=REFUSED)
def test_an_act_that_would_move_a_closed_month_is_refused(act: _Act, office: Office) -> None:
    office.log("待审", accepted=False)
    office.register.return_(office.log("退回", accepted=False), "缺数据")
    number = office.log()
    office.adopt(number)
    office.instruction.record(
        number, NewInstruction(Level.COUNTY, "高样二", date(2022, 6, 24), date(2022, 6, 24))
    )
    fault = NewDeduction("XZ", "text_error", "日期有误", date(2022, 6, 25), "李主任", draft=number)
    office.deduction.confirm(office.deduction.propose(fault), Confirmation("王部长", date(2022, 6, 26)))
    office.quota.exempt(Exemption("YS", JUNE, "机构改革", "李主任"))
    office.register.accept(office.log(accepted=False))
    office.close(JUNE)
    office.day = _TODAY
    before, records = office.bulletins.draft(JUNE), office.store.audit.last()
    with pytest.raises(MonthClosed) as refused:
        act(office, number)
    assert refused.value.args == ("2022年6月",)
    assert office.bulletins.draft(JUNE) == before
    assert office.store.audit.last() == records
    assert office.status(number) == Status.ACCEPTED
