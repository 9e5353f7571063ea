"""The value of a printed form: blank where nothing is known."""

from dataclasses import fields

import pytest

from jinshi_desk.domain.form_papers import (
    ARTICLE_LIMIT,
    ApprovalForm,
    FormA,
    FormArticle,
    FormB,
    FormC,
    Reception,
)


@pytest.mark.parametrize("blank", [FormA(), FormB(), FormC()])
def test_a_blank_form_holds_nothing(blank: ApprovalForm) -> None:
    for field in fields(blank):
        assert getattr(blank, field.name) in ("", (), None, False, Reception())


def test_a_push_has_at_most_eight_articles() -> None:
    assert len(FormC(articles=(FormArticle(),) * ARTICLE_LIMIT).articles) == 8
    with pytest.raises(ValueError, match="at most 8"):
        FormC(articles=(FormArticle(),) * 9)
