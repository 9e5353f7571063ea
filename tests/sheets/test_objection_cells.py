"""What the cells of 异议登记 are taken for, and what is asked where they say nothing known."""

from collections.abc import Callable, Mapping
from enum import StrEnum

import pytest

from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.objections import Finding, Remedy
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.sheets.cells import Reading
from jinshi_desk.sheets.objection_cells import read_channel, read_finding, read_points_kind, read_remedy
from jinshi_desk.wording import CHANNEL, FINDING, REMEDY

Reader = Callable[[str], Reading[StrEnum | None]]


@pytest.mark.parametrize(
    ("read", "written", "meant"),
    [
        (read_channel, "微信群", Channel.GROUP),
        (read_channel, "来电", Channel.PHONE),
        (read_points_kind, "采用分", Kind.ADOPTION),
        (read_finding, "部分属实", Finding.PARTLY),
        (read_finding, "维持", Finding.DISMISSED),
        (read_remedy, "登记更正", Remedy.CORRECTION),
    ],
)
def test_an_objections_cell_is_known_by_its_other_words(read: Reader, written: str, meant: StrEnum) -> None:
    reading = read(written)
    assert reading.value is meant
    assert reading.questions == ()


@pytest.mark.parametrize(
    ("read", "question", "names"),
    [
        (read_channel, "unknown_channel", CHANNEL),
        (read_points_kind, "unknown_points_kind", None),
        (read_finding, "unknown_finding", FINDING),
        (read_remedy, "unknown_remedy", REMEDY),
    ],
)
def test_an_unknown_word_about_an_objection_asks_with_the_words_there_are(
    read: Reader, question: str, names: Mapping[StrEnum, str] | None
) -> None:
    reading = read("托人带话")
    (asked,) = reading.questions
    assert reading.value is None
    assert (asked.kind, asked.subject) == (question, "托人带话")
    assert asked.candidates
    if names is not None:
        assert len(asked.candidates) == len(names)
