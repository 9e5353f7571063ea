import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from jinshi_desk import wording
from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.approval_forms import FormState
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.balance import checks
from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.commissions import Outcome
from jinshi_desk.domain.composition import compose
from jinshi_desk.domain.deductions import Decision
from jinshi_desk.domain.drafts import Category, Draft, Form, Source, Status
from jinshi_desk.domain.errors import DataFileExists
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.leads import LeadState
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.objections import Stand
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.quota import State
from jinshi_desk.domain.reminders import Stage
from jinshi_desk.domain.roster import history
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.suggestions import Handling
from jinshi_desk.domain.units import Group
from jinshi_desk.services.closing import faults
from jinshi_desk.services.contacts import roster_rows
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.form_waiting import out_for_signature, waiting_forms
from jinshi_desk.services.ledgers import LedgersDesk
from jinshi_desk.services.month_events import author_rows
from jinshi_desk.services.office import letterhead, prints_authors
from jinshi_desk.services.progress import Cancelled
from jinshi_desk.services.reminders import answered, due_reminder
from jinshi_desk.services.sample_year import YEAR, create_sample_year
from jinshi_desk.store.database import Store
from jinshi_desk.store.sql_file import SqlFile

JUNE, DECEMBER = Month(YEAR, 6), Month(YEAR, 12)

_CONTENT = {
    "draft": "number, title, category, form, source, status, status_reason, status_on, lead, received_on,"
    " quota_month, makeup, word_count, body, approval_on_file, authors_incomplete",
    "draft_partner": "*",
    "draft_author": "*",
    "person": "*",
    "post": "*",
    "duty": "*",
    "adoption": "*",
    "exemption": "*",
    "reminder": "month, stage, sent_on, channel, sent_by, voided",
    "reminder_unit": "*",
    "instruction": "*",
    "commission": "*",
    "deduction": "*",
    "correction": "*",
    "platform_month": "*",
    "quality_pick": "*",
    "draft_tag": "*",
    "suggestion": "*",
    "objection": "*",
    "objection_ruling": "*",
    "lead": "*",
    "assignment": "*",
    "approval": "*",
    "approval_draft": "*",
    "approval_signature": "approval, step, signer, ruling, opinion, signed_on, content, withdrawn",
    "approval_print": "*",
    "month": "month, frozen",
    "ledger": "kind, booked_month, cents, clause, arithmetic, unit, person, draft, adoption, reverses",
    "audit": "act, subject, before, after",
}
"""What a data file holds, without who wrote it and when."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = create_sample_year(tmp_path_factory.mktemp("sample") / "one.jinshi")
    yield store
    store.close()


@pytest.fixture(scope="module")
def drafts(sample: Store) -> list[Draft]:
    return sample.drafts.all()


@pytest.fixture(scope="module")
def figures(sample: Store) -> dict[Month, MonthFigures]:
    return {month: month_figures(sample, month) for month in months_of(YEAR)}


def bulletin(sample: Store, figures: MonthFigures) -> Bulletin:
    return compose(figures, wording.NAMES, wording.STATE, letterhead(sample), {}, figures.month.last_day)


def digest(file: Path) -> str:
    """A fingerprint of a data file's content."""
    db = SqlFile(file)
    queries = [f"SELECT {columns} FROM {table}" for table, columns in _CONTENT.items()]
    found = hashlib.sha256(repr([db.rows(query) for query in queries]).encode()).hexdigest()
    db.close()
    return found


def test_two_samples_are_alike(sample: Store, tmp_path: Path) -> None:
    create_sample_year(tmp_path / "two.jinshi").close()
    assert digest(tmp_path / "two.jinshi") == digest(sample.file)


def test_a_month_is_of_the_size_of_a_real_one(figures: dict[Month, MonthFigures]) -> None:
    for month in figures.values():
        assert 100 <= month.valid <= 130
        assert 15 <= month.valid_by_group[Group.TOWN] <= 25
        assert 3 <= month.valid_by_group[Group.OFFICE] <= 8
        assert month.completion.rate is not None
        assert 890 <= month.completion.rate <= 980
        assert 43 <= month.adoption.times <= 62
        assert month.adoption.times_by_level[Level.COUNTY] > month.adoption.times / 2


def test_news_is_most_of_what_comes_in(drafts: list[Draft]) -> None:
    categories = Counter(draft.category for draft in drafts)
    assert set(categories) == set(Category)
    assert 0.72 <= categories[Category.NEWS] / len(drafts) <= 0.82


def test_every_fate_of_a_draft_occurs(drafts: list[Draft]) -> None:
    assert {draft.status for draft in drafts} == set(Status)
    assert {draft.form for draft in drafts} == set(Form)
    assert {draft.source for draft in drafts} == set(Source)
    assert {draft.approval_on_file for draft in drafts if draft.status is Status.ACCEPTED} == {True, False}


def test_every_state_of_a_units_month_occurs(figures: dict[Month, MonthFigures]) -> None:
    states = {standing.state for month in figures.values() for standing in month.standings}
    assert states == {*State, None}


def test_june_shows_every_ready_made_filter_something(sample: Store) -> None:
    assert min(sample.register.segments(JUNE).values()) > 0


def test_every_way_to_be_adopted_occurs(sample: Store) -> None:
    adoptions = sample.adoptions.all()
    assert {adoption.mode for adoption in adoptions} == set(Mode)
    assert {adoption.position for adoption in adoptions} == set(Position)
    assert {adoption.verified for adoption in adoptions} == {True, False}
    assert any((adoption.registered_on - adoption.adopted_on).days > 60 for adoption in adoptions)
    assert sum(adoption.retracted_on is not None for adoption in adoptions) == 5


def test_no_draft_runs_before_it_came_in(sample: Store) -> None:
    for adoption in sample.adoptions.all():
        assert sample.drafts.by_id(adoption.draft).received_on < adoption.adopted_on <= adoption.registered_on


def test_drafts_rise_in_later_months(sample: Store) -> None:
    entries = [entry for unit in sample.units.all() for entry in sample.ledger.of_unit(unit.id, *_year())]
    months: dict[int, set[Month]] = {}
    for entry in entries:
        if entry.draft is not None and entry.cents:
            months.setdefault(entry.draft, set()).add(entry.booked_month)
    assert sum(len(booked) > 1 for booked in months.values()) > 20
    assert {entry.kind for entry in entries} == set(Kind) - {Kind.CARRY}  # no unit took over from another


def test_some_drafts_are_joint_inside_a_group_and_across(sample: Store, drafts: list[Draft]) -> None:
    groups = {unit.id: unit.group for unit in sample.units.all()}
    joint = [{groups[unit] for unit in draft.units} for draft in drafts if len(draft.units) > 1]
    assert Counter(len(found) for found in joint) == {1: 12, 2: 6}


def test_names_are_plainly_made_up(drafts: list[Draft]) -> None:
    authors = {author for draft in drafts for author in draft.authors}
    assert all(
        re.fullmatch("[\u4e00-\u9fff][试测样例拟构设虚][一二三四五六七八九十]?", author.name)
        for author in authors
    )
    assert {author.role for author in authors} == {AuthorRole.AUTHOR, AuthorRole.REPORTER}
    assert len({author.name for author in authors}) > 200
    assert any(draft.authors_incomplete for draft in drafts)


def test_no_unit_sends_the_same_title_twice(drafts: list[Draft]) -> None:
    titles = Counter((draft.lead, draft.title) for draft in drafts)
    assert max(titles.values()) == 1
    assert not any("{" in draft.title + draft.body for draft in drafts)


def test_numbers_follow_the_days_of_receipt(drafts: list[Draft]) -> None:
    on_file = sorted(drafts, key=lambda draft: draft.number)
    assert on_file == drafts
    days = [draft.received_on for draft in on_file]
    assert sum(later < earlier for earlier, later in pairwise(days)) <= 20  # sent in again after a return


def test_late_drafts_of_december_come_in_january(drafts: list[Draft]) -> None:
    late = [draft for draft in drafts if draft.received_on.year > YEAR]
    assert late
    assert all(draft.makeup and draft.quota_month == DECEMBER for draft in late)
    assert max(draft.received_on for draft in late) <= date(YEAR + 1, 1, 5)


def test_june_says_every_sentence(sample: Store, figures: dict[Month, MonthFigures]) -> None:
    june = bulletin(sample, figures[JUNE])
    codes = {sentence.code for section in june.sections for sentence in section.sentences}
    assert codes >= {f"T{number}" for number in range(1, 20) if number not in (7, 8, 18)} | {"T18-1"}
    assert codes >= {f"{code}-{group}" for code in ("T7", "T8") for group in Group}
    text = "".join(sentence.text for section in june.sections for sentence in section.sentences)
    assert "，较上月增加" in text
    assert {"迟交1篇", "未交1篇"} <= set(re.findall("[迟未]交1篇", text))
    assert "并列第" in text
    assert "免考核1家" in text
    assert {row.mark for row in june.pieces} == {"", "已撤", "作废"}


def test_the_books_of_every_month_balance(sample: Store, figures: dict[Month, MonthFigures]) -> None:
    for month in figures.values():
        assert [check for check in checks(bulletin(sample, month)) if not check.ok] == []
    assert list(sample.audit.breaks()) == []


def test_every_event_beside_drafts_and_adoptions_occurs(sample: Store) -> None:
    assert {each.outcome for each in sample.commissions.all()} == set(Outcome)
    decided = {each.decision for each in sample.deductions.all()}
    assert decided == {Decision.PROPOSED, Decision.CONFIRMED, Decision.REJECTED}
    assert {each.type for each in sample.deductions.all()} == {
        "no_approval_form",
        "text_error",
        "multi_submit",
        "untrue",
    }
    assert len({each.level for each in sample.instructions.all()}) == 3
    assert {each.booked_month for each in sample.corrections.all()} == {Month(YEAR, 3), JUNE}
    assert all(sample.platforms.of(month) for month in months_of(YEAR))


def test_leaders_are_plainly_made_up(sample: Store) -> None:
    names = {each.leader for each in sample.instructions.all()}
    names |= {each.confirmed_by for each in sample.deductions.all() if each.confirmed_by}
    assert all(
        re.fullmatch("[\u4e00-\u9fff][试测样例拟构设虚][一二三四五六七八九十]", name) for name in names
    )


def test_the_first_five_months_are_closed_and_june_is_worked_on(sample: Store) -> None:
    assert [month for month in months_of(YEAR) if sample.months.is_closed(month)] == list(months_of(YEAR)[:5])
    assert list(faults(sample)) == []


def test_the_sample_prints_what_each_author_earned(sample: Store) -> None:
    assert prints_authors(sample)
    assert len(author_rows(sample, JUNE)) > 30


def test_acts_are_recorded_in_the_order_of_days(sample: Store) -> None:
    db = SqlFile(sample.file)
    days = [at for (at,) in db.rows("SELECT at FROM audit ORDER BY id")]
    db.close()
    assert days == sorted(days)


def test_every_unit_has_its_correspondent_but_one(sample: Store) -> None:
    before, after = (list(roster_rows(sample, date(YEAR, month, 1))) for month in (10, 11))
    assert not any(row.is_vacant or row.is_double for row in before)
    assert sum(row.is_vacant for row in after) == 1
    phones = [row.contacts.office_phone for row in before]
    assert len(set(phones)) == len(phones)
    assert all(re.fullmatch(r"0736-42\d{5}", phone) for phone in phones)
    handed = [row for row in before if len(history(sample.roster.all(), row.unit.id, row.duty)) > 1]
    assert len(handed) == 4


def test_one_author_moves_and_goes_on_writing(sample: Store, drafts: list[Draft]) -> None:
    (mover,) = (person for person in sample.roster.all() if len(person.posts) > 1)
    leads = {draft.lead for draft in drafts if mover.name in {author.name for author in draft.authors}}
    assert leads == {post.unit for post in mover.posts}
    assert [mover.unit_in(month) for month in (JUNE, DECEMBER)] == [post.unit for post in mover.posts]


def test_the_ledgers_of_june_show_every_state(sample: Store) -> None:
    ledgers = LedgersDesk(sample, lambda: JUNE.last_day)
    assert {each.handling(JUNE.last_day) for each in ledgers.suggestions(JUNE)} == set(Handling)
    stands = {each.stand for each in sample.objections.all()}
    assert stands == {Stand.OPEN, Stand.SETTLED}
    assert {each.state for each in ledgers.leads(JUNE)} >= {
        LeadState.NEW,
        LeadState.ASSIGNED,
        LeadState.SHELVED,
    }
    assert any(each.draft for each in ledgers.leads(JUNE))
    tasks = ledgers.assignments(JUNE)
    assert {line.missing > 0 for line in tasks} == {True, False}
    assert {str(line.event.period) for line in tasks} == {"2022", "2022-Q2", "2022-06"}


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "mine.jinshi"
    file.write_text("mine")
    with pytest.raises(DataFileExists):
        create_sample_year(file)
    assert file.read_text() == "mine"


def test_a_cancelled_sample_leaves_nothing(tmp_path: Path) -> None:
    class Impatient:
        def step(self, done: int, total: int, what: str = "") -> None:
            if done == 3:
                raise Cancelled

    with pytest.raises(Cancelled):
        create_sample_year(tmp_path / "half.jinshi", Impatient())
    assert list(tmp_path.iterdir()) == []


def _year() -> tuple[Month, Month]:
    return Month(YEAR, 1), DECEMBER


def test_drafts_came_back_in_time_and_late_with_two_versions(sample: Store, drafts: list[Draft]) -> None:
    twice = [draft for draft in drafts if draft.version == 2]
    calendar = sample.holidays.calendar()
    in_time = Counter(
        sample.versions.came_on(draft) <= sample.returns.of_draft(draft.id)[1].deadline(calendar)
        for draft in twice
    )
    assert min(in_time[True], in_time[False]) >= 3
    for draft in twice:
        (first,) = sample.versions.before(draft.id)
        assert first.content.body != draft.body
    assert any(sample.versions.remarks(draft.id) for draft in twice)
    assert any(len(made.reasons) > 1 for _, _, made in sample.returns.all(JUNE))


def test_june_has_forms_in_every_place(sample: Store) -> None:
    forms = sample.approvals.all(JUNE)
    assert {form.kind for form in forms} == set(FormKind)
    assert {form.state for form in forms} >= {
        FormState.OUT,
        FormState.SIGNING,
        FormState.CHANGED,
        FormState.SIGNED,
        FormState.RELEASED,
        FormState.VOID,
    }
    assert 40 <= sum(form.state is FormState.SIGNED for form in forms) <= 60
    today = date(YEAR + 4, 1, 1)
    waiting = [each for _, each in waiting_forms(sample, today)]
    assert any(each.overdue for each in waiting)
    assert any(not each.overdue for each in waiting)
    assert len(out_for_signature(sample, today)) >= 3
    assert max(each.days for each in waiting) <= 30  # as of the month that the sample shows, not of today


def test_nothing_of_the_sample_left_without_its_form(sample: Store) -> None:
    for form in sample.approvals.all():
        for article in form.articles:
            if form.release is not None:
                assert sample.drafts.by_id(article.draft).status is Status.DISPATCHED
            elif form.kind is FormKind.A and form.course.complete:
                assert sample.drafts.by_id(article.draft).approval_on_file


def test_who_signs_is_plainly_made_up(sample: Store) -> None:
    names = {each.signer for form in sample.approvals.all() for each in form.signatures}
    assert len(names) > 30
    assert all(
        re.fullmatch("[\u4e00-\u9fff][试测样例拟构设虚][一二三四五六七八九十]?", name) for name in names
    )


def test_whoever_owed_was_reminded_and_many_answered(sample: Store) -> None:
    sent = sample.reminders.all()
    assert {each.stage for each in sent} == {Stage.REMIND, Stage.URGE, Stage.OVERDUE}
    assert {each.channel for each in sent} == {Channel.GROUP, Channel.PHONE}
    assert sum(answer.came > 0 for answer in answered(sample)) > 100
    due = due_reminder(sample, JUNE.last_day)
    assert due is not None
    assert (due.month, due.stage) == (JUNE, Stage.URGE)
