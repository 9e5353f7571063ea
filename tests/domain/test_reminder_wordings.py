"""The office words its reminders itself; what it writes is looked at before it goes out."""

import pytest

from jinshi_desk.domain.reminder_wordings import PLACES, Occasion, cleaned, filled, problems
from jinshi_desk.services.reminder_wordings import shipped_wordings


@pytest.mark.parametrize("occasion", Occasion)
def test_what_is_shipped_can_be_sent(occasion: Occasion) -> None:
    text = shipped_wordings()[occasion]
    assert cleaned(text) == text
    assert list(problems(text)) == []


@pytest.mark.parametrize(
    ("text", "reason", "detail"),
    [
        ("", "missing", ""),
        ("请抓紧报送。", "no_units", "{单位}"),
        ("{单位}请于{期限}前报送。", "unknown_place", "{期限}"),
        ("{单位}请于{截止日前报送。", "stray_brace", ""),
        ("{单位}请于截止日}前报送。", "stray_brace", ""),
        ("{}{单位}", "unknown_place", "{}"),
    ],
)
def test_a_text_that_would_go_wrong_is_refused(text: str, reason: str, detail: str) -> None:
    (problem,) = problems(text)
    assert (problem.field, problem.reason, problem.detail) == ("wording", reason, detail)


def test_every_unknown_place_is_named_once() -> None:
    assert [each.detail for each in problems("{甲}{乙}{甲}{单位}")] == ["{甲}", "{乙}"]


def test_braces_of_a_chinese_keyboard_are_braces() -> None:
    assert cleaned(" ｛单位｝还差｛任务｝\n") == "{单位}还差{任务}"


def test_every_place_is_filled() -> None:
    text = "".join(f"{{{place}}}" for place in PLACES)
    assert filled(text, PLACES) == "".join(PLACES.values())


def test_what_is_filled_in_is_not_read_again() -> None:
    assert filled("{单位}", {"单位": "{月份}", "月份": "6月"}) == "{月份}"
