"""What holds for every instruction and every commission: shares add up, typing order decides nothing."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain import commissions, instructions
from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.ledger import Entry
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.points import equal_shares
from jinshi_desk.domain.rules import CommissionRules, RuleBook
from jinshi_desk.domain.scoring import ScoredDraft
from jinshi_desk.domain.sharing import unit_pots
from tests.office import JULY, LONG_AGO, a_scored_draft, changed, default_rules

DECEMBER = Month(2022, 12)
JANUARY = date(2022, 1, 1)


@st.composite
def given_instructions(draw: st.DrawFn) -> tuple[Instruction, ...]:
    days = draw(st.lists(st.integers(0, 330), max_size=5))
    return tuple(
        Instruction(
            draw(st.sampled_from(Level)),
            "高样二",
            JANUARY + timedelta(days=day),
            JANUARY + timedelta(days=day),
            id=place,
            draft=1,
            booked_month=Month.of(JANUARY + timedelta(days=day)),
        )
        for place, day in enumerate(days, start=1)
    )


@st.composite
def books(draw: st.DrawFn) -> RuleBook:
    values = st.integers(0, 5000)
    bonus = {level: draw(values) for level in Level}
    book = changed(RuleBook((default_rules(),)), Month(2022, 1), instruction_bonus=bonus)
    if draw(st.booleans()):
        book = changed(book, JULY, instruction_bonus={level: draw(values) for level in Level})
    return RuleBook(book.versions[1:])


@st.composite
def drafts(draw: st.DrawFn) -> ScoredDraft:
    return a_scored_draft(towns=draw(st.integers(1, 4)), offices=draw(st.integers(0, 2)))


def _held(found: list[Entry]) -> Counter[str]:
    held: Counter[str] = Counter()
    for entry in found:
        assert entry.unit is not None
        held[entry.unit] += entry.cents
    return held


def _by_month(found: list[Entry]) -> dict[tuple[object, ...], int]:
    sums: Counter[tuple[object, ...]] = Counter()
    for entry in found:
        sums[entry.unit, entry.booked_month, entry.kind] += entry.cents
    return dict(sums)


@given(drafts(), given_instructions(), books())
def test_every_group_holds_the_highest_bonus_shared_out(
    draft: ScoredDraft, found: tuple[Instruction, ...], book: RuleBook
) -> None:
    one = RuleBook(book.versions[:1])
    best = max((one.versions[0].instruction_bonus[each.level] for each in found), default=0)
    held = _held(list(instructions.entries(draft, found, one, LONG_AGO)))
    for pot in unit_pots(draft.units):
        assert tuple(held[unit] for unit in pot) == equal_shares(best, len(pot))


@given(st.data())
def test_the_order_of_typing_never_changes_a_months_bonus(data: st.DataObject) -> None:
    draft, found, book = data.draw(drafts()), data.draw(given_instructions()), data.draw(books())
    typed = data.draw(st.permutations(found))
    again = tuple(replace(each, id=place) for place, each in enumerate(typed))
    first = list(instructions.entries(draft, found, book, LONG_AGO))
    assert _by_month(first) == _by_month(list(instructions.entries(draft, again, book, LONG_AGO)))


@given(drafts(), given_instructions(), books())
def test_voiding_a_draft_leaves_no_bonus(
    draft: ScoredDraft, found: tuple[Instruction, ...], book: RuleBook
) -> None:
    gone = replace(draft, void_month=DECEMBER)
    assert not any(_held(list(instructions.entries(gone, found, book, LONG_AGO))).values())


@given(drafts(), given_instructions(), books(), st.integers(1, 12))
def test_closing_a_month_changes_no_bonus(
    draft: ScoredDraft, found: tuple[Instruction, ...], book: RuleBook, month: int
) -> None:
    whole = list(instructions.entries(draft, found, book, LONG_AGO))
    since = Month(2022, month).next()
    closed = [entry for entry in whole if entry.booked_month < since]
    rest = list(instructions.entries(draft, found, book, since, closed))
    assert Counter([*closed, *rest]) == Counter(whole)


@given(drafts(), given_instructions(), books())
def test_no_instruction_ever_takes_points(
    draft: ScoredDraft, found: tuple[Instruction, ...], book: RuleBook
) -> None:
    groups = dict(draft.units)
    sums: Counter[tuple[object, ...]] = Counter()
    for entry in instructions.entries(draft, found, book, LONG_AGO):
        sums[entry.instruction, groups[entry.unit or ""]] += entry.cents
    assert all(cents >= 0 for cents in sums.values())


@given(drafts(), st.integers(0, 5000), st.integers(-5000, 0), st.integers(1, 60), st.booleans())
def test_a_commissions_shares_add_up_and_a_bonus_goes_with_its_draft(
    draft: ScoredDraft, on_time: int, late: int, day: int, void: bool
) -> None:
    rules = CommissionRules(on_time, late, -500)
    book = RuleBook((replace(default_rules(), commission=rules),))
    delivered = date(2022, 6, 1) + timedelta(days=day)
    commission = Commission(
        "镇1",
        "题",
        date(2022, 6, 1),
        date(2022, 6, 20),
        id=1,
        delivered_on=delivered,
        booked_month=Month.of(delivered),
    )
    gone = DECEMBER if void else None
    held = _held(list(commissions.entries(commission, draft.units, gone, book, LONG_AGO)))
    value = on_time if delivered <= commission.due_on else late
    for pot in unit_pots(draft.units):
        assert sum(held[unit] for unit in pot) == (min(value, 0) if void else value)
