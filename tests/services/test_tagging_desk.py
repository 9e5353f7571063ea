"""选题: what drafts are about is typed with them, found by the register's filter, counted for the quarter."""

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import NotFileable
from jinshi_desk.domain.register import RegisterQuery
from jinshi_desk.services.tagging import topic_counts
from tests.office import JUNE, MAY, Office, a_draft


def found(office: Office, words: str) -> list[str]:
    rows = office.register.page(RegisterQuery(words=words), 0, 10)
    return sorted(row.number for row in rows)


def test_a_draft_is_found_by_its_topic_until_it_has_another(office: Office) -> None:
    number = office.log("屋场会", tags=("清廉家风", "清廉家风", " 党建引领 "))
    assert office.tagging.of_draft(number) == ("清廉家风", "党建引领")
    assert found(office, "清廉") == found(office, "qljf") == [number]
    office.register.revise(number, a_draft("屋场会", tags=("乡村振兴",)))
    assert found(office, "清廉") == []
    assert found(office, "乡村振兴") == [number]


def test_several_drafts_get_one_more_topic_in_one_act_and_lose_it_in_one(office: Office) -> None:
    first, second, third = office.log(tags=("党建引领",)), office.log(), office.log(tags=("主题党日",))
    assert office.tagging.add([first, second, third], ["主题党日"]) == 2
    assert office.tagging.of_draft(first) == ("党建引领", "主题党日")
    assert office.tagging.known() == ("主题党日", "党建引领")
    office.undo.last()
    tags = [office.tagging.of_draft(number) for number in (first, second, third)]
    assert tags == [("党建引领",), (), ("主题党日",)]
    assert [record.act for record in office.register.history(first)] == ["log", "tag", "undo"]


def test_the_quarter_counts_valid_drafts_by_topic(office: Office) -> None:
    office.log(received="2022-05-08", tags=("党建引领", "乡村振兴"))
    office.log(tags=("党建引领",))
    office.log()
    office.log(tags=("党建引领",), approval_on_file=False)
    office.log(tags=("党建引领",), accepted=False)
    counts = topic_counts(office.store, (MAY, JUNE))
    assert (counts.valid, counts.topics) == (3, (("党建引领", 2), ("乡村振兴", 1)))
    assert topic_counts(office.store, [MAY]).topics == (("乡村振兴", 1), ("党建引领", 1))


def test_too_much_is_refused_whole(office: Office) -> None:
    first, second = office.log(), office.log(tags=tuple("甲乙丙丁戊己"))
    heard = []
    for tags in (["庚"], ["长" * 21]):
        with pytest.raises(NotFileable) as refused:
            office.tagging.add([first, second], tags)
        heard.append(error_sentence(refused.value))
    assert heard == [
        "还有没填对的地方：选题超过 6 个。",
        "还有没填对的地方：每个选题不超过 20 字。",
    ]
    assert office.tagging.of_draft(first) == ()
