"""No point lost, none invented: what holds for every draft, every rule set, every order."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain import points
from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.drafts import Category, Form
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.rules import AuthorSplit, MultiAdoption, RuleBook
from jinshi_desk.domain.scoring import Claim, ScoredDraft, entries, worth
from jinshi_desk.domain.units import Group
from tests.office import LONG_AGO, a_claim, a_scored_draft, booked_once_and_closed, changed, default_rules

JANUARY = date(2022, 1, 1)


@st.composite
def claims(draw: st.DrawFn, *, modes: tuple[Mode, ...] = tuple(Mode), losses: bool = True) -> Claim:
    """An adoption somewhere in the year, seen a while later, perhaps taken down again."""
    ran = JANUARY + timedelta(days=draw(st.integers(0, 300)))
    gone = ran + timedelta(days=draw(st.integers(0, 64))) if losses and draw(st.booleans()) else None
    return a_claim(
        draw(st.sampled_from(Level)),
        ran.isoformat(),
        registered=(ran + timedelta(days=draw(st.integers(0, 70)))).isoformat(),
        retracted=gone.isoformat() if gone else "",
        mode=draw(st.sampled_from(modes)),
        position=draw(st.sampled_from(Position)),
        weight=Decimal(draw(st.sampled_from([100, 100, 55, 133]))) / 100,
    )


@st.composite
def drafts(draw: st.DrawFn, *, modes: tuple[Mode, ...] = tuple(Mode), losses: bool = True) -> ScoredDraft:
    """A draft of some units and authors with some adoptions, its points perhaps shared by hand."""
    roles = tuple(draw(st.lists(st.sampled_from(AuthorRole), max_size=4)))
    paid = [person for person, role in enumerate(roles, start=1) if role is AuthorRole.AUTHOR]
    others = len(paid) - 1
    given = draw(st.lists(st.integers(1, 20), min_size=others, max_size=others)) if paid else []
    by_hand = bool(paid) and draw(st.booleans())
    shares = tuple(zip(paid, [100 - sum(given), *given], strict=True)) if by_hand else ()
    return a_scored_draft(
        *draw(st.lists(claims(modes=modes, losses=losses), max_size=5)),
        category=draw(st.sampled_from(Category)),
        form=draw(st.sampled_from(Form)),
        towns=draw(st.integers(1, 4)),
        offices=draw(st.integers(0, 2)),
        authors=roles,
        shares=shares,
    )


@st.composite
def books(draw: st.DrawFn, *, change: bool = True) -> RuleBook:
    """The rules with other values and policies, perhaps changed again in mid-year."""
    rules = default_rules()
    book = RuleBook((rules,))
    for since in (Month(2022, 1), Month(2022, 6))[: 1 + (change and draw(st.booleans()))]:
        values = st.integers(0, 5000)
        base = {category: {level: draw(values) for level in Level} for category in Category}
        book = changed(
            book,
            since,
            base=base,
            multi_adoption=draw(st.sampled_from(MultiAdoption)),
            authors=replace(rules.authors, split=draw(st.sampled_from(AuthorSplit))),
        )
    return RuleBook(book.versions[1:])


def _held(found: list[Entry], group: Group, draft: ScoredDraft) -> list[int]:
    """What each unit of a group ends up with."""
    units = [unit for unit, its_group in draft.units if its_group is group]
    return [sum(entry.cents for entry in found if entry.unit == unit) for unit in units]


@given(st.data())
def test_no_point_is_lost_or_invented_among_the_units_of_a_group(data: st.DataObject) -> None:
    book = data.draw(books(change=False))
    draft = data.draw(drafts(modes=(Mode.SOLE, Mode.MENTION), losses=False))
    rules = replace(book.versions[0], multi_adoption=MultiAdoption.HIGHEST)
    found = list(entries(draft, RuleBook((rules,)), LONG_AGO))
    value = max((worth(draft, claim, rules) for claim in draft.claims), default=0)
    for group in {group for _, group in draft.units}:
        held = _held(found, group, draft)
        assert held == list(points.equal_shares(value, len(held)))


@given(st.data())
def test_authors_never_share_more_or_less_than_the_draft_is_worth(data: st.DataObject) -> None:
    book = data.draw(books(change=False))
    rules = book.versions[0]
    modes = (Mode.SOLE, Mode.COMBINED, Mode.MENTION)  # a later excerpt may be worth more, and books nothing
    draft = data.draw(drafts(modes=modes, losses=False))
    rules = replace(
        rules, multi_adoption=MultiAdoption.HIGHEST, authors=replace(rules.authors, split=AuthorSplit.EQUAL)
    )
    found = list(entries(draft, RuleBook((rules,)), LONG_AGO))
    shared = sum(entry.cents for entry in found if entry.person)
    value = max((worth(draft, claim, rules) for claim in draft.claims), default=0)
    sharing = any(role is AuthorRole.AUTHOR for _, role in draft.authors)
    assert shared == (value if sharing else 0)


@given(st.data())
def test_the_order_of_typing_never_changes_a_months_points_by_kind(data: st.DataObject) -> None:
    book = data.draw(books())
    draft = data.draw(drafts())
    typed = data.draw(st.permutations(draft.claims))
    retyped = replace(draft, claims=tuple(replace(claim, id=place) for place, claim in enumerate(typed)))
    assert _by_month_and_kind(draft, book) == _by_month_and_kind(retyped, book)


def _by_month_and_kind(draft: ScoredDraft, book: RuleBook) -> dict[tuple[object, ...], int]:
    sums: Counter[tuple[object, ...]] = Counter()
    for entry in entries(draft, book, LONG_AGO):
        sums[entry.unit, entry.person, entry.booked_month, entry.kind] += entry.cents
    return dict(sums)


@given(st.data())
def test_losing_every_adoption_leaves_exactly_nothing(data: st.DataObject) -> None:
    book = data.draw(books())
    draft = data.draw(drafts())
    last = date(2022, 12, 30)
    gone = tuple(replace(claim, retracted=Month.of(last), retracted_on=last) for claim in draft.claims)
    _assert_nothing_left(list(entries(replace(draft, claims=gone), book, LONG_AGO)))


@given(st.data())
def test_voiding_a_draft_leaves_exactly_nothing(data: st.DataObject) -> None:
    book = data.draw(books())
    draft = replace(data.draw(drafts()), void_month=Month(2022, 12))
    _assert_nothing_left(list(entries(draft, book, LONG_AGO)))


def _assert_nothing_left(found: list[Entry]) -> None:
    held: Counter[tuple[object, ...]] = Counter()
    for entry in found:
        held[entry.unit, entry.person] += entry.cents
    assert not any(held.values())


@given(st.data())
def test_closing_a_month_changes_nothing_before_or_after(data: st.DataObject) -> None:
    book = data.draw(books())
    draft = data.draw(drafts())
    closed = Month(2022, data.draw(st.integers(1, 12)))
    open_all = Counter(entries(draft, book, LONG_AGO))
    assert Counter(booked_once_and_closed(draft, book, closed)) == open_all


@given(st.data())
def test_only_a_loss_books_less_than_nothing_to_a_group(data: st.DataObject) -> None:
    book = data.draw(books())
    draft = data.draw(drafts())
    by_event: Counter[tuple[object, ...]] = Counter()
    groups = dict(draft.units)
    for entry in entries(draft, book, LONG_AGO):
        if entry.unit is not None:
            by_event[entry.kind, entry.booked_month, entry.adoption, groups[entry.unit]] += entry.cents
    assert all(cents <= 0 if key[0] is Kind.REVERSAL else cents >= 0 for key, cents in by_event.items())


@given(st.integers(-100_000, 100_000), st.lists(st.integers(1, 9).map(Decimal), min_size=1, max_size=6))
def test_shares_add_up(cents: int, weights: list[Decimal]) -> None:
    parts = points.shares(cents, weights)
    assert sum(parts) == cents
    assert points.shares(-cents, weights) == tuple(-part for part in parts)


@given(st.integers(0, 10_000), st.sampled_from(["0.5", "1.5", "0.55", "1.33"]).map(Decimal))
def test_rounding_is_half_up_and_never_binary(cents: int, factor: Decimal) -> None:
    doubled = int(2 * cents * factor * 100)
    assert points.multiply(cents, factor) == (doubled + 100) // 200
