"""The search box finds lines of the ledgers by every word that is typed, the latest first."""

from datetime import date

import pytest

from jinshi_desk.domain.leads import NewLead
from jinshi_desk.domain.meetings import Attendance, NewMeeting, NewResolution
from jinshi_desk.domain.suggestions import Concern, NewSuggestion
from tests.office import Office, unit_id

TOWN = unit_id("药山镇")


@pytest.fixture
def told(office: Office) -> Office:
    """A suggestion, a lead and a meeting that all speak of 屋场会."""
    raised = NewSuggestion(TOWN, Concern.ADVICE, "屋场会怎么写，请讲一次", date(2022, 6, 8))
    office.suggestions.close(office.suggestions.record(raised), date(2022, 6, 20), "月底开讲")
    office.leads.record(NewLead(TOWN, "屋场会的做法", date(2022, 6, 2)))
    came = (Attendance(TOWN),)
    meeting = office.meetings.record(NewMeeting(date(2022, 7, 1), "", "李主任", "", came, ("通报情况",)))
    office.meetings.resolve(meeting, NewResolution("走访屋场会", "研究室"))
    return office


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("屋场会", ["meetings", "suggestions", "leads"]),
        ("屋场会 做法", ["leads"]),
        ("月底开讲", ["suggestions"]),
        ("通报", ["meetings"]),
        ("没有的", []),
        (" ", []),
    ],
)
def test_a_line_is_found_by_words_in_any_of_its_texts(told: Office, words: str, found: list[str]) -> None:
    assert [hit.ledger for hit in told.store.ledger_hits.find(words, 9)] == found
    assert [hit.ledger for hit in told.store.ledger_hits.find(words, 1)] == found[:1]


def test_one_kind_does_not_crowd_out_the_others(told: Office) -> None:
    (meeting,) = told.store.meetings.all()
    for what in ("屋场会选题", "屋场会约稿", "屋场会成册"):
        told.meetings.resolve(meeting.id, NewResolution(what, "研究室"))
    hits = told.store.ledger_hits.find("屋场会", 3)
    assert [hit.ledger for hit in hits] == ["meetings", "suggestions", "leads"]


def test_what_was_struck_out_is_not_found(told: Office) -> None:
    (resolution,) = told.store.meetings.all()[0].resolved
    told.meetings.void_resolution(resolution.id, "登错")
    told.leads.void(1, "登错")
    told.suggestions.void(1, "登错")
    assert told.store.ledger_hits.find("屋场会", 9) == []
