"""What a form's template is given: words of the office, and nothing that is not known."""

from collections.abc import Iterator
from dataclasses import fields

import pytest

from jinshi_desk.domain.drafts import Category, Source
from jinshi_desk.domain.form_papers import ApprovalForm, FormA, FormB, FormC, Reception
from jinshi_desk.papers.form_values import value
from jinshi_desk.papers.typesetting import Json
from tests.papers.approval_papers import a_form_a, a_form_b, a_form_c, a_signature


def texts(of: object) -> Iterator[str]:
    """Yield every text anywhere in a value."""
    match of:
        case str():
            yield of
        case dict():
            for part in of.values():
                yield from texts(part)
        case list():
            for part in of:
                yield from texts(part)


@pytest.mark.parametrize("form", [a_form_a(), a_form_b(), a_form_c()])
def test_every_field_changes_what_is_shown(form: ApprovalForm) -> None:
    blank = type(form)()
    for field in fields(form):
        if field.name in ("reprinted_from", "authors_incomplete"):
            continue  # these two show beside another field only
        old, new = getattr(blank, field.name), getattr(form, field.name)
        if isinstance(old, bool):
            new = not old
        if field.name == "code" and not new:
            continue  # the number stands in
        assert value(type(form)(**{field.name: new})) != value(blank), field.name


def test_a_blank_form_has_only_the_names_of_its_boxes() -> None:
    assert {text for text in texts(value(FormA())) if text} == {
        "form_a",
        "动态信息",
        "真言文章",
        "调研",
        "经验材料",
    }
    assert not [text for text in texts(value(FormC())) if text not in ("form_c", "")]


def test_one_box_is_ticked() -> None:
    shown = value(FormA(category=Category.RESEARCH, source=Source.REPRINT))
    assert shown["categories"] == [
        {"name": "动态信息", "ticked": False},
        {"name": "真言文章", "ticked": False},
        {"name": "调研", "ticked": True},
        {"name": "经验材料", "ticked": False},
    ]
    assert shown["source"] == {"original": False, "commissioned": False, "reprint": True}


def test_more_authors_than_are_named_are_and_others() -> None:
    assert value(a_form_a(authors=("陈五", "李六"), authors_incomplete=True))["authors"] == "陈五、李六等"


def test_a_signature_is_a_note_of_who_signed_when_and_who_recorded_it() -> None:
    note = value(FormB(office_head=a_signature("何文渊", 21, "同意")))["office_head"]
    assert note == "据纸质表登记：何文渊，2022年6月21日，意见：同意，登记人：宋知微"
    assert value(FormB())["office_head"] == ""


def test_a_draft_sent_back_says_why() -> None:
    shown: Json = value(FormA(reception=Reception(valid=False, return_reason="数据未核")))["reception"]
    assert isinstance(shown, dict)
    assert (shown["valid"], shown["reason"]) == (False, "数据未核")


def test_the_printed_code_is_the_number_unless_it_has_its_own() -> None:
    assert value(FormA(number="202206-YS-02"))["code"] == "202206-YS-02"
    assert value(a_form_b())["code"] == "B2022-46"


def test_an_article_says_what_it_holds_and_where_it_is_from() -> None:
    articles = value(a_form_c(articles=1))["articles"]
    assert articles == [
        {
            "title": "老街坊议事会让小区事有人管之1",
            "draft": "2022-0001",
            "column": "选调之声",
            "origin": ["襄阳街街道", "赵一鸣"],
            "words": "901",
            "pictures": ["图3", "视频1"],
            "source": ["转载", "红星网"],
        }
    ]


def test_marks_say_what_kind_of_print_it_is() -> None:
    assert value(FormC(reprint=True, review_again=True))["marks"] == ["修改后重审", "补打"]
