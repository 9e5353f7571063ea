"""The life of a draft at the register's desk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from jinshi_desk import complaints
from jinshi_desk.domain.adoptions import Mode
from jinshi_desk.domain.drafts import Author, Category, Status
from jinshi_desk.domain.errors import MonthClosed, NotFileable, ReasonMissing, UnknownDraft, WrongStatus
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.problems import Severity
from tests.office import JULY, JUNE, MAY, Office, a_draft, unit_id


def _reasons(office: Office, **facts: object) -> list[tuple[str, str]]:
    """The problems of a draft, each with a phrase to show."""
    problems = office.register.check(a_draft(**facts))  # type: ignore[arg-type]
    assert all(complaints.problem_phrase(problem) for problem in problems)
    return [(problem.field, problem.reason) for problem in problems]


# ---- logging


def test_a_draft_gets_the_years_next_number(office: Office) -> None:
    assert [office.log(), office.log(), office.log(received="2021-12-30")] == [
        "2022-0001",
        "2022-0002",
        "2021-0001",
    ]


def test_a_number_is_never_given_twice(office: Office) -> None:
    office.log(number="2022-0137")
    office.register.void("2022-0137", "失实")
    assert office.log() == "2022-0138"


def test_what_is_logged_is_what_is_read_back(office: Office) -> None:
    new = a_draft(
        "两镇联建",
        partners=("药山镇",),
        category=Category.RESEARCH,
        body="第一段\n第二段",
        note="备注",
        word_count=7,
    )
    new = replace(new, authors=(Author("周试一"), Author("王测三", AuthorRole.REPORTER)))
    draft = office.register.open(office.register.log(new)).draft
    assert {name: getattr(draft, name) for name in new.__slots__ if name != "number"} == {
        name: getattr(new, name) for name in new.__slots__ if name != "number"
    }
    assert (draft.status, draft.quota_month, draft.lead) == (Status.RECEIVED, JUNE, unit_id("新洲镇"))


def test_control_characters_and_blank_authors_do_not_reach_the_register(office: Office) -> None:
    new = replace(a_draft("党建\x00引领\n治理"), authors=(Author(" 周试一 "), Author("　")))
    draft = office.register.open(office.register.log(new)).draft
    assert (draft.title, draft.authors) == ("党建引领 治理", (Author("周试一"),))


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"title": "  "}, ("title", "missing")),
        ({"title": "长" * 201}, ("title", "too_long")),
        ({"received": "2022-07-04"}, ("received_on", "future")),
        ({"received": "1999-12-31"}, ("received_on", "long_ago")),
        ({"partners": ("新洲镇",)}, ("units", "twice")),
        ({"word_count": -1}, ("word_count", "negative")),
        ({"authors": ()}, ("authors", "missing")),
        ({"authors": ("周试一", "周试一")}, ("authors", "twice")),
        ({"authors": ("周",)}, ("authors", "one_character")),
        ({"authors": ("周试一60%", "李试二")}, ("authors", "missing_share")),
        ({"number": "第五号"}, ("number", "unreadable")),
        ({"received": "2021-12-31"}, ("units", "inactive")),
    ],
)
def test_what_is_odd_is_told_at_its_field(
    facts: dict[str, object], problem: tuple[str, str], office: Office
) -> None:
    assert problem in _reasons(office, **facts)


@pytest.mark.parametrize(
    ("authors", "reason"),
    [
        ((Author("周试一", share=60), Author("李试二")), "missing_share"),
        ((Author("周试一", share=60), Author("李试二", share=50)), "share_sum"),
        ((Author("周试一", share=100), Author("李试二", share=0)), "share_sum"),
        ((Author("周试一", share=60), Author("李试二", AuthorRole.REPORTER, share=40)), "unpaid_share"),
    ],
)
def test_shares_that_do_not_add_up_keep_a_draft_from_being_filed(
    authors: tuple[Author, ...], reason: str, office: Office
) -> None:
    with pytest.raises(NotFileable) as refused:
        office.register.log(replace(a_draft(), authors=authors))
    assert [problem.reason for problem in refused.value.args[0]] == [reason]


def test_everything_odd_is_told_at_once_and_nothing_is_filed(office: Office) -> None:
    bad = replace(a_draft("", received="2030-01-01", word_count=-1), units=(), title="")
    with pytest.raises(NotFileable) as refused:
        office.register.log(bad)
    assert [problem.field for problem in refused.value.args[0]] == [
        "title",
        "units",
        "received_on",
        "word_count",
    ]
    assert complaints.error_sentence(refused.value).count("；") == 3
    assert office.store.drafts.all_numbers() == ()


def test_warnings_keep_nothing_from_being_filed(office: Office) -> None:
    problems = office.register.check(a_draft(authors=("周",), received="2021-12-31"))
    assert {problem.severity for problem in problems} == {Severity.WARN}
    office.log(authors=("周",), received="2021-12-31")


def test_an_unknown_unit_and_a_number_that_is_taken_are_bad(office: Office) -> None:
    office.log(number="2022-0005")
    assert ("number", "taken") in _reasons(office, number="2022-0005")
    (problem,) = office.register.check(replace(a_draft(), units=("没有",)))
    assert (problem.field, problem.reason, problem.detail) == ("units", "unknown", "没有")


# ---- the same title


@pytest.mark.parametrize("title", ["新洲镇：党员“屋场会”", "党员屋场会", "新洲镇党委：党员 屋场会！"])
def test_the_same_title_from_the_same_unit_is_asked_about(title: str, office: Office) -> None:
    number = office.log("党员“屋场会”")
    (problem,) = office.register.check(a_draft(title))
    assert (problem.field, problem.reason, problem.detail) == ("title", "same", number)


def test_the_same_title_is_asked_about_where_the_unit_comes_with_another(office: Office) -> None:
    office.log("党员屋场会", unit="药山镇")
    assert ("title", "same") in _reasons(office, title="党员屋场会", partners=("药山镇",))


def test_the_same_title_from_another_unit_or_after_a_void_is_no_question(office: Office) -> None:
    number = office.log("党员屋场会")
    assert _reasons(office, title="党员屋场会", unit="药山镇") == []
    office.register.void(number, "重复登记")
    assert _reasons(office, title="党员屋场会") == []


def test_a_twin_that_the_clerk_confirmed_is_never_asked_about_again(office: Office) -> None:
    office.log("党员屋场会")
    twin = office.log("党员屋场会", duplicate_confirmed=True)
    office.register.revise(twin, replace(office.register.open(twin).draft, note="第二篇"))
    office.register.return_(twin, "补充数据")
    office.register.resubmit(twin, date(2022, 7, 3))
    assert office.status(twin) == Status.RECEIVED


def test_giving_a_draft_the_title_of_another_is_asked_about(office: Office) -> None:
    office.log("党员屋场会")
    other = office.log("党员夜校")
    with pytest.raises(NotFileable, match="same"):
        office.register.revise(other, a_draft("党员屋场会"))


# ---- the states


def test_a_draft_goes_through_its_states(office: Office) -> None:
    number = office.log(accepted=False)
    office.register.return_(number, "缺数据")
    assert office.register.open(number).draft.status_reason == "缺数据"
    office.register.resubmit(number, date(2022, 7, 3))
    office.register.accept(number)
    assert office.status(number) == Status.ACCEPTED
    office.register.withdraw(number, "单位撤回")
    assert office.status(number) == Status.WITHDRAWN


def test_a_rejected_draft_stays_rejected(office: Office) -> None:
    number = office.log(accepted=False)
    office.register.reject(number, "不属组工信息")
    with pytest.raises(WrongStatus) as refused:
        office.register.accept(number)
    assert complaints.error_sentence(refused.value) == "2022-0001 现在是“不予采纳”，不能改为“有效”。"


def test_a_void_draft_can_not_be_changed(office: Office) -> None:
    number = office.log()
    office.register.void(number, "失实")
    with pytest.raises(WrongStatus):
        office.register.revise(number, a_draft())
    with pytest.raises(WrongStatus):
        office.register.withdraw(number, "撤")
    with pytest.raises(WrongStatus):
        office.adopt(number)


@pytest.mark.parametrize("act", ["return_", "reject", "withdraw", "void"])
def test_every_loss_wants_a_reason(act: str, office: Office) -> None:
    number = office.log()
    with pytest.raises(ReasonMissing) as refused:
        getattr(office.register, act)(number, "  ")
    sentence = complaints.error_sentence(refused.value)
    assert sentence.endswith("要写明原因。")
    assert not any(char.isascii() for char in sentence)
    assert office.status(number) == Status.ACCEPTED


def test_there_is_no_draft_of_an_unknown_number(office: Office) -> None:
    with pytest.raises(UnknownDraft):
        office.register.open("2022-9999")


# ---- taken in again


@pytest.mark.parametrize(
    ("back", "received", "month"),
    [("2022-07-06", "2022-06-28", JUNE), ("2022-07-07", "2022-07-07", JULY)],
)
def test_a_returned_draft_keeps_its_day_for_three_working_days(
    back: str, received: str, month: Month, office: Office
) -> None:
    number = office.log(received="2022-06-28")
    office.day = date(2022, 7, 1)  # a Friday
    office.register.return_(number, "缺数据")
    office.day = date.fromisoformat(back)
    office.register.resubmit(number, office.day)
    draft = office.register.open(number).draft
    assert (draft.received_on.isoformat(), draft.quota_month) == (received, month)


def test_only_a_returned_draft_can_be_taken_in_again(office: Office) -> None:
    with pytest.raises(WrongStatus):
        office.register.resubmit(office.log(), office.day)


# ---- 补报


def test_makeup_in_time_counts_for_the_month_before(office: Office) -> None:
    office.day = date(2022, 7, 10)
    months = [
        office.register.open(office.log(received=f"2022-07-0{day}", makeup=True)).draft.quota_month
        for day in (5, 6)
    ]
    assert months == [JUNE, JULY]


def test_makeup_for_a_closed_month_counts_for_the_month_received(office: Office) -> None:
    office.close(JUNE)
    assert office.register.open(office.log(received="2022-07-02", makeup=True)).draft.quota_month == JULY


# ---- closed months


def test_a_closed_month_takes_no_draft(office: Office) -> None:
    office.close(MAY, JUNE)
    assert _reasons(office) == [("received_on", "month_closed")]
    with pytest.raises(NotFileable):
        office.log()


@pytest.mark.parametrize(
    "act",
    [
        lambda office, number: office.register.revise(number, a_draft()),
        lambda office, number: office.register.return_(number, "缺数据"),
        lambda office, number: office.register.withdraw(number, "单位撤回"),
        lambda office, number: office.approval.mark([number], on_file=False),
    ],
    ids=["revise", "return", "withdraw", "mark the form"],
)
def test_a_draft_of_a_closed_month_is_left_as_it_is(
    act: Callable[[Office, str], object], office: Office
) -> None:
    number = office.log()
    office.close(JUNE)
    with pytest.raises(MonthClosed) as refused:
        act(office, number)
    assert "2022年6月已关账" in complaints.error_sentence(refused.value)
    assert office.status(number) == Status.ACCEPTED


def test_a_void_draft_of_a_closed_month_books_its_loss_in_the_open_one(office: Office) -> None:
    number = office.log()
    office.adopt(number, Level.PROVINCE)
    office.close(JUNE)
    office.register.void(number, "失实")
    assert office.booked(number) == [("新洲镇", "2022-06", "8"), ("新洲镇", "2022-07", "−8")]


# ---- what a revision does to points


def test_another_category_books_the_draft_anew(office: Office) -> None:
    number = office.log("党员屋场会")
    office.adopt(number, Level.PROVINCE)
    office.register.revise(number, a_draft("党员屋场会", category=Category.RESEARCH))
    assert office.booked(number) == [("新洲镇", "2022-06", "20")]


def test_another_unit_gets_all_and_the_first_nothing(office: Office) -> None:
    number = office.log("党员屋场会", authors=("周试一",))
    office.adopt(number, Level.PROVINCE)
    office.register.revise(number, a_draft("党员屋场会", unit="药山镇", authors=("李试二",)))
    assert office.booked(number) == [("药山镇", "2022-06", "8")]
    assert (office.points_of("新洲镇"), office.points_of("药山镇")) == ("−3", "7")


def test_a_revision_that_changes_no_points_leaves_the_ledger_alone(office: Office) -> None:
    number = office.log("党员屋场会")
    office.adopt(number, Level.PROVINCE)
    before = office.store.ledger.of_draft(1)
    office.register.revise(number, a_draft("党员屋场会", note="备注", body="正文"))
    assert office.store.ledger.of_draft(1) == before


def test_a_record_says_what_changed_and_nothing_else(office: Office) -> None:
    number = office.log("党员屋场会")
    office.register.revise(number, replace(office.register.open(number).draft, note="备注"))
    record = office.register.history(number)[-1]
    assert (record.act, record.before, record.after) == ("revise", {"note": ""}, {"note": "备注"})


# ---- names to choose from


def test_units_outlets_and_people_are_offered_with_their_letters(office: Office) -> None:
    office.log(unit="药山镇", authors=("周试一",))
    office.log(unit="新洲镇", authors=("李试二", "周试一"))
    units = {unit.name: unit.initials for unit in office.register.spelled_units(office.day)}
    assert units["药山镇"] == "ysz"
    assert office.register.spelled_units(date(2021, 12, 31)) == []
    assert "红星网" in {outlet.name for outlet in office.register.spelled_outlets()}
    people = office.register.spelled_people(unit_id("药山镇"))
    assert [person.name for person in people] == ["周试一", "李试二"]


def test_a_combined_item_shows_its_lead_units_points(office: Office) -> None:
    number = office.log(partners=("药山镇",))
    office.adopt(number, Level.PROVINCE, mode=Mode.COMBINED)
    opened = office.register.open(number)
    assert opened.cents == 400
    assert {entry.kind for entry in opened.entries} == {Kind.ADOPTION}
