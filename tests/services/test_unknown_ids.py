"""What names nothing in the file is refused in words; the file's own constraints never speak."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from jinshi_desk import complaints
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import NewDeduction
from jinshi_desk.domain.errors import DeskError
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.unit_acts import Abolish, Edit, Merge, Rename, Split
from jinshi_desk.domain.units import Exemption, Group
from jinshi_desk.services.draft_points import draft_key
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.units import UnitDesk
from tests.events import CONFIRMED
from tests.office import JULY, JUNE, MAY, Office, a_draft, an_adoption, unit_id

DAY = date(2022, 6, 20)
INSTRUCTED = NewInstruction(Level.COUNTY, "高样二", DAY, DAY)

ACTS: dict[str, Callable[[Office, str], object]] = {
    "log": lambda office, _: office.register.log(replace(a_draft(), units=("NIL",))),
    "log with a partner": lambda office, _: office.register.log(replace(a_draft(), units=("XZ", "NIL"))),
    "revise": lambda office, number: office.register.revise(number, replace(a_draft(), units=("NIL",))),
    "revise nothing": lambda office, _: office.register.revise("2022-9999", a_draft()),
    "return": lambda office, _: office.register.return_("2022-9999", "缺数据"),
    "resubmit": lambda office, _: office.register.resubmit("2022-9999", DAY),
    "mark": lambda office, _: office.approval.mark(["2022-9999"], on_file=True),
    "adopt": lambda office, number: office.adoption.adopt(number, an_adoption(outlet="NIL")),
    "adopt nothing": lambda office, _: office.adoption.adopt("2022-9999", an_adoption()),
    "verify": lambda office, _: office.adoption.verify([99]),
    "strike out": lambda office, _: office.adoption.void(99, "登错"),
    "retract": lambda office, _: office.adoption.retract(99, DAY),
    "instruct": lambda office, _: office.instruction.record("2022-9999", INSTRUCTED),
    "commission": lambda office, _: office.commission.record(NewCommission("NIL", "联建经验", DAY, DAY)),
    "deliver": lambda office, _: office.commission.deliver(99, DAY),
    "deliver nothing": lambda office, _: office.commission.deliver(1, DAY, "2022-9999"),
    "give up": lambda office, _: office.commission.mark_not_done(99, DAY),
    "propose": lambda office, _: office.deduction.propose(
        NewDeduction("NIL", "omission", "漏报", DAY, "李主任")
    ),
    "propose for nothing": lambda office, _: office.deduction.propose(
        NewDeduction("XZ", "omission", "漏报", DAY, "李主任", draft="2022-9999")
    ),
    "confirm": lambda office, _: office.deduction.confirm(99, CONFIRMED),
    "reject": lambda office, _: office.deduction.reject(99, "不属实"),
    "correct": lambda office, _: office.correction.record(NewCorrection("NIL", MAY, 50, "漏计", DAY)),
    "correct no entry": lambda office, _: office.correction.record(
        NewCorrection("XZ", MAY, 50, "漏计", DAY, entry=999)
    ),
    "exempt": lambda office, _: office.quota.exempt(Exemption("NIL", JUNE, "抗洪抢险", "李主任")),
    "rename": lambda office, _: _units(office).do(Rename("NIL", "新名镇", JULY)),
    "merge": lambda office, _: _units(office).do(Merge(("NIL", "XZ"), "合镇", JULY)),
    "split": lambda office, _: _units(office).do(Split("NIL", ("甲镇", "乙镇"), JULY)),
    "abolish": lambda office, _: _units(office).do(Abolish("NIL", JULY)),
    "edit": lambda office, _: _units(office).do(Edit("NIL", Group.TOWN, (), ())),
    "explain": lambda office, _: ExplainDesk(office.store).chain(draft_key("2022-9999")),
}


def _units(office: Office) -> UnitDesk:
    return UnitDesk(office.store, Undo(office.store))


@pytest.mark.parametrize("act", ACTS)
def test_what_names_nothing_is_refused_in_a_sentence_and_changes_nothing(act: str, office: Office) -> None:
    office.close(MAY)
    number = office.log()
    office.commission.record(NewCommission(unit_id("新洲镇"), "联建经验", DAY, DAY))
    before = office.store.audit.last().id
    with pytest.raises(DeskError) as refused:
        ACTS[act](office, number)
    assert complaints.error_sentence(refused.value)
    assert office.store.audit.last().id == before
