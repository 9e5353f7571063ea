"""How far a form has come: steps in order, rounds kept, signatures that stand for what was signed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.approvals import (
    STEPS,
    Course,
    FormKind,
    NewSignature,
    Ruling,
    Signature,
    Step,
    content_hash,
    course_of,
    received_as,
    reviewed_as,
    signing_problems,
    steps_of,
)
from jinshi_desk.domain.drafts import Status

TODAY = date(2022, 7, 3)
OLD, NEW = content_hash([("标题", "旧文", ())]), content_hash([("标题", "新文", ())])
REVIEWS = STEPS[FormKind.C]
FIRST, SECOND, FINAL = REVIEWS


def signed(step: Step, *, ruling: Ruling = Ruling.PASSED, content: str = OLD, **others: object) -> Signature:
    """A signature of a day in June."""
    facts = {"signer": f"签{step}", "signed_on": date(2022, 6, 20), "id": 1, "withdrawn": ""} | others
    return Signature(
        step,
        str(facts["signer"]),
        date.fromisoformat(str(facts["signed_on"])),
        ruling,
        "意见",
        id=int(str(facts["id"])),
        content=content,
        recorded_by="李主任",
        recorded_at="2022-06-20T09:00:00",
        withdrawn=str(facts["withdrawn"]),
    )


def course(*signatures: Signature, content: str = OLD, settled: bool = False) -> Course:
    return course_of(REVIEWS, signatures, content, settled=settled)


@pytest.mark.parametrize(
    ("kind", "major", "number", "last"),
    [
        (FormKind.A, False, 5, Step.RECEPTION),
        (FormKind.B, False, 4, Step.SUPERVISING_LEADER),
        (FormKind.B, True, 5, Step.DEPARTMENT_HEAD),
        (FormKind.C, False, 3, Step.FINAL_REVIEW),
    ],
)
def test_each_kind_has_its_steps(kind: FormKind, major: bool, number: int, last: Step) -> None:
    steps = steps_of(kind, major=major)
    assert (len(steps), steps[-1]) == (number, last)


def test_steps_are_taken_one_after_the_other() -> None:
    assert course().next is FIRST
    assert course(signed(FIRST)).next is SECOND
    done = course(signed(FIRST), signed(SECOND), signed(FINAL))
    assert (done.complete, done.next, done.passed) == (True, None, REVIEWS)


def test_what_was_sent_back_begins_anew_and_is_kept() -> None:
    back = course(signed(FIRST), signed(SECOND, ruling=Ruling.RETURNED))
    assert (back.next, back.complete, back.changed) == (FIRST, False, False)
    again = course(signed(FIRST), signed(SECOND, ruling=Ruling.RETURNED), signed(FIRST, id=3))
    assert [len(round_) for round_ in again.rounds] == [2, 1]
    assert again.passed == (FIRST,)


def test_what_is_kept_back_waits_at_its_step() -> None:
    kept = course(signed(FIRST), signed(SECOND, ruling=Ruling.KEPT))
    assert (kept.next, kept.ruling) == (SECOND, Ruling.KEPT)
    taken = course(signed(FIRST), signed(SECOND, ruling=Ruling.KEPT), signed(SECOND))
    assert (taken.next, taken.passed) == (FINAL, (FIRST, SECOND))
    assert len(taken.rounds[0]) == 3


def test_what_was_refused_waits_for_nobody() -> None:
    refused = course(signed(FIRST), signed(SECOND, ruling=Ruling.REJECTED))
    assert (refused.next, refused.complete) == (None, False)


def test_a_withdrawn_signature_counts_no_more_and_is_still_seen() -> None:
    found = course(signed(FIRST), signed(SECOND, withdrawn="登错了"))
    assert (found.next, found.passed) == (SECOND, (FIRST,))
    assert [each.withdrawn for each in found.rounds[0]] == ["", "登错了"]
    assert found.last_day == date(2022, 6, 20)


def test_a_changed_text_is_signed_anew_from_the_first_step() -> None:
    found = course(signed(FIRST), signed(SECOND), content=NEW)
    assert (found.next, found.standing, found.changed) == (FIRST, (), True)
    again = course(signed(FIRST), signed(SECOND), signed(FIRST, content=NEW), content=NEW)
    assert (again.next, again.changed) == (SECOND, True)
    assert [len(round_) for round_ in again.rounds] == [2, 1]


def test_a_text_changed_back_is_what_was_signed() -> None:
    assert course(signed(FIRST), signed(SECOND), content=OLD).passed == (FIRST, SECOND)


def test_what_went_out_keeps_its_signatures() -> None:
    found = course(signed(FIRST), signed(SECOND), signed(FINAL), content=NEW, settled=True)
    assert (found.complete, found.changed, found.edited) == (True, False, True)


def test_the_hash_tells_title_text_and_pictures_apart() -> None:
    found = {
        content_hash(pieces)
        for pieces in (
            [("题", "文", ())],
            [("题文", "", ())],
            [("题", "文", ("a",))],
            [("题", "文", ()), ("题", "文", ())],
            [("文", "题", ())],
        )
    }
    assert len(found) == 5


# ---- who may sign, and when


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (NewSignature(SECOND, "", TODAY), ("signer", "missing")),
        (NewSignature(SECOND, "签" * 21, TODAY), ("signer", "too_long")),
        (NewSignature(SECOND, "王测三", date(2022, 7, 4)), ("signed_on", "future")),
        (NewSignature(SECOND, "王测三", date(2022, 6, 19)), ("signed_on", "before_last")),
        (NewSignature(SECOND, "王测三", TODAY, Ruling.RETURNED), ("opinion", "missing")),
        (NewSignature(SECOND, "王测三", TODAY, opinion="好" * 201), ("opinion", "too_long")),
        (NewSignature(SECOND, "李试二", TODAY), ("signer", "same_person")),
        (NewSignature(SECOND, "李试二", TODAY, same_person="一人值班"), ("signer", "same_person")),
    ],
)
def test_a_signature_that_cannot_be_is_told(new: NewSignature, told: tuple[str, str]) -> None:
    first = course(signed(FIRST, signer="李试二"))
    (problem,) = signing_problems(first, new, FormKind.C, TODAY)
    assert (problem.field, problem.reason) == told
    assert (problem.severity == "warn") is bool(new.same_person)


def test_a_day_before_a_round_that_was_sent_back_is_told() -> None:
    back = course(signed(FIRST, ruling=Ruling.RETURNED))
    new = NewSignature(FIRST, "李试二", date(2022, 6, 1))
    assert [each.reason for each in signing_problems(back, new, FormKind.C, TODAY)] == ["before_last"]


def test_one_person_may_sign_two_steps_of_a_unit() -> None:
    form = course_of(STEPS[FormKind.A], [signed(Step.INFO_OFFICER, signer="李试二")], OLD)
    new = NewSignature(Step.SECRECY_CHECK, "李试二", TODAY)
    assert list(signing_problems(form, new, FormKind.A, TODAY)) == []


# ---- what follows for the draft


@pytest.mark.parametrize(
    ("ruling", "status"),
    [
        (Ruling.PASSED, Status.ACCEPTED),
        (Ruling.RETURNED, Status.RETURNED),
        (Ruling.REJECTED, Status.REJECTED),
        (Ruling.KEPT, Status.RECEIVED),
    ],
)
def test_the_reception_decides_on_a_draft_that_was_received(ruling: Ruling, status: Status) -> None:
    assert received_as(signed(Step.RECEPTION, ruling=ruling), Status.RECEIVED) is status
    assert received_as(signed(Step.RECEPTION, ruling=ruling), Status.ARCHIVED) is Status.ARCHIVED


def test_the_reviews_lead_a_draft_to_ready() -> None:
    one, all_three = course(signed(FIRST)), course(signed(FIRST), signed(SECOND), signed(FINAL))
    assert reviewed_as(Status.ACCEPTED, [course()]) is Status.ACCEPTED
    assert reviewed_as(Status.ACCEPTED, [one]) is Status.IN_REVIEW
    assert reviewed_as(Status.IN_REVIEW, [one, all_three]) is Status.APPROVED
    assert reviewed_as(Status.APPROVED, [course(signed(FIRST), content=NEW)]) is Status.ACCEPTED
    assert reviewed_as(Status.DISPATCHED, [one]) is Status.DISPATCHED


# ---- whatever happens on the paper

_RULINGS = st.sampled_from(Ruling)
_CONTENTS = st.sampled_from((OLD, NEW))


@given(st.lists(st.tuples(_RULINGS, _CONTENTS, st.booleans()), max_size=25), _CONTENTS)
def test_no_signature_is_lost_and_only_the_present_text_is_signed(
    papers: list[tuple[Ruling, str, bool]], now: str
) -> None:
    recorded: list[Signature] = []
    for place, (ruling, content, withdrawn) in enumerate(papers):
        turn = course_of(REVIEWS, recorded, content).next
        if turn is None:
            break
        gone = "撤回" if withdrawn else ""
        recorded.append(signed(turn, ruling=ruling, content=content, id=place, withdrawn=gone))
    found = course_of(REVIEWS, recorded, now)
    assert [each for round_ in found.rounds for each in round_] == recorded
    assert all(each.content == now and not each.withdrawn for each in found.standing)
    assert found.passed == REVIEWS[: len(found.passed)]
    assert (found.next is None) == (found.complete or found.ruling is Ruling.REJECTED)
