"""Typing a draft, and what is said on the way."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jinshi_desk.domain.drafts import Author, Category, Form
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.register import RegisterQuery
from jinshi_desk.services.month_events import author_rows
from jinshi_desk.store import spelling
from jinshi_desk.ui.register import bylines
from tests.office import JULY, JUNE, unit_id
from tests.ui.register.conftest import Clerk


def only_number(clerk: Clerk) -> str:
    (row,) = clerk.office.register.page(RegisterQuery(), 0, 10)
    return row.number


@pytest.fixture
def spelled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is spelled in pinyin."""
    said: list[str] = []
    real = spelling.syllables

    def spell(text: str) -> tuple[str, ...]:
        said.append(text)
        return real(text)

    monkeypatch.setattr(spelling, "syllables", spell)
    return said


def test_pinyin_is_learnt_before_the_first_draft_is_filed(spelled: list[str], clerk: Clerk) -> None:
    clerk.qtbot.waitUntil(lambda: "" in spelled)
    assert clerk.tab.detail.number is None


def test_a_draft_is_typed_and_filed_without_a_mouse(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    clerk.type("一线党旗红", "yaosz", "", "0628", "周试一")
    clerk.type("3", "2", "1", "860", "")  # category, form, source, words, approval form
    clerk.press(Qt.Key.Key_S, ctrl=True)
    filed = clerk.draft(only_number(clerk))
    assert (filed.title, filed.units) == ("一线党旗红", (unit_id("药山镇"),))
    assert (filed.received_on, filed.authors) == (date(2022, 6, 28), (Author("周试一"),))
    assert (filed.category, filed.form, filed.word_count) == (Category.EXPERIENCE, Form.PHOTO, 860)


def test_enter_past_the_last_field_files(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    clerk.type("一线党旗红", "ysz", "", "0628", "周试一", "", "", "", "", "", "党建引领", "现场.jpg", "备用")
    filed = clerk.draft(only_number(clerk))
    assert (filed.note, filed.tags) == ("备用", ("党建引领",))


def test_after_filing_the_form_is_ready_for_the_next_and_the_list_has_the_new_one(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    clerk.type("一线党旗红", "ysz", "", "0628", "周试一")
    clerk.press(Qt.Key.Key_S, ctrl=True)
    clerk.settle()
    form = clerk.tab.detail.form
    assert clerk.told == ["已登记 2022-0001：一线党旗红"]
    assert (form.title.text(), form.units.text(), form.received.text()) == ("", "", "2022-06-28")
    assert form.title.hasFocus()
    assert clerk.titles == ["一线党旗红"]


def test_the_unit_just_filed_for_is_offered_first(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    clerk.type("一线党旗红", "mlhz", "", "0628", "周试一")
    clerk.press(Qt.Key.Key_S, ctrl=True)
    clerk.type("再来一篇")
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.tab.detail.form.units.text() == "毛里湖镇"


def test_a_joint_draft_has_its_lead_first_and_reporters_their_role(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    form = clerk.tab.detail.form
    clerk.type("两镇共治一条河")
    form.units.set_names(["药山镇", "新洲镇"])
    form.authors.set_names(["周试一", "记者 周试二等"])
    form.received.set_day(date(2022, 6, 20))
    clerk.press(Qt.Key.Key_S, ctrl=True)
    filed = clerk.draft(only_number(clerk))
    assert filed.units == (unit_id("药山镇"), unit_id("新洲镇"))
    assert filed.authors == (Author("周试一"), Author("周试二", AuthorRole.REPORTER))
    assert filed.authors_incomplete


def test_shares_typed_behind_the_names_are_what_the_authors_get(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    form = clerk.tab.detail.form
    clerk.type("两人合写一篇")
    form.units.set_names(["药山镇"])
    form.authors.set_names(["周试一70%", "李试二30%"])
    form.received.set_day(date(2022, 6, 20))
    clerk.press(Qt.Key.Key_S, ctrl=True)
    number = only_number(clerk)
    assert clerk.draft(number).authors == (Author("周试一", share=70), Author("李试二", share=30))
    clerk.office.register.accept(number)
    clerk.office.adopt(number, Level.PROVINCE, on="2022-06-22")
    assert [(row.name, row.total) for row in author_rows(clerk.office.store, JUNE)] == [
        ("周试一", 560),
        ("李试二", 240),
    ]
    assert bylines.written(clerk.draft(number).authors, incomplete=False) == ["周试一70%", "李试二30%"]


def test_people_of_the_unit_are_completed_also_behind_reporter(clerk: Clerk) -> None:
    clerk.office.log("从前一篇", unit="药山镇", authors=("周试一",))
    clerk.tab.new_draft()
    clerk.type("一线党旗红", "ysz", "", "0628")
    offered = clerk.tab.detail.form.authors.offered
    assert [choice.label for choice in offered("zsy")] == ["周试一"]
    assert [choice.label for choice in offered("记者 zsy")] == ["记者 周试一"]


def test_nothing_is_said_before_a_field_was_left_and_then_at_its_field(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    clerk.type("一线党旗红")
    QTest.keyClicks(clerk.focus, "zzzz")
    assert clerk.problem("units") == ""
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.problem("units") == "找不到“zzzz”"
    assert clerk.problem("authors") == ""
    clerk.tab.detail.form.received.setText("0635")
    clerk.tab.detail.form.authors.setFocus()
    assert clerk.problem("received_on") == "不是日期，如 2022-06-30"


def test_filing_with_something_red_files_nothing_and_goes_there(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    clerk.type("一线党旗红")
    clerk.press(Qt.Key.Key_S, ctrl=True)
    assert clerk.office.register.count(RegisterQuery()) == 0
    assert clerk.problem("units") == "没有报送单位"
    assert clerk.tab.detail.form.units.hasFocus()


def test_the_same_title_is_asked_about_and_may_be_another_draft(clerk: Clerk) -> None:
    number = clerk.office.log("一线党旗红", unit="药山镇")
    clerk.tab.new_draft()
    clerk.type("一线党旗红", "ysz", "", "0628", "周试一")
    assert clerk.problem("title") == f"本单位已有同题稿件 {number}"
    problem = clerk.tab.detail.form.fields["title"]._problem
    problem._button.click()  # 不同稿件
    clerk.press(Qt.Key.Key_S, ctrl=True)
    assert clerk.office.register.count(RegisterQuery()) == 2


def test_the_same_title_can_be_opened_instead(clerk: Clerk) -> None:
    number = clerk.office.log("一线党旗红", unit="药山镇")
    clerk.tab.new_draft()
    clerk.type("一线党旗红", "ysz", "")
    clerk.tab.detail.form.fields["title"]._problem._other_button.click()
    assert clerk.tab.detail.number == number
    assert clerk.dialogs.asked == ["放弃没有保存的内容？"]


def test_a_draft_of_the_first_days_may_be_for_the_month_before(clerk: Clerk) -> None:
    clerk.month.turn_to(JULY)
    clerk.tab.new_draft()
    form = clerk.tab.detail.form
    clerk.type("一线党旗红", "ysz", "", "0702", "周试一")
    assert form.makeup.text() == "算6月的"
    form.makeup.setChecked(True)
    clerk.press(Qt.Key.Key_S, ctrl=True)
    assert clerk.draft(only_number(clerk)).quota_month == JUNE
    form.received.setText("0706")
    assert not form.fields["makeup"].isVisible()


def test_words_are_counted_from_the_text(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    form = clerk.tab.detail.form
    clerk.tab.detail.panel.body_button.click()
    form.body.setPlainText("第一 段\n第二段")
    assert (form.words.number, form.words.isReadOnly()) == (6, True)


def test_typing_is_asked_about_before_it_is_given_up_and_only_then(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.dialogs.asked == []
    clerk.tab.new_draft()
    clerk.type("一半")
    clerk.dialogs.agrees = False
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.tab.detail.form.title.text() == "一半"
    assert not clerk.tab.may_close()
    clerk.dialogs.agrees = True
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.tab.detail.form.title.text() == ""
    assert len(clerk.dialogs.asked) == 3


def test_a_draft_is_corrected_and_the_correction_taken_back(clerk: Clerk) -> None:
    number = clerk.office.log("旧题", unit="药山镇")
    clerk.settle()
    clerk.pick(number)
    clerk.press(Qt.Key.Key_Return)
    clerk.tab.detail.form.title.setText("新题")
    clerk.press(Qt.Key.Key_S, ctrl=True)
    assert (clerk.draft(number).title, clerk.told) == ("新题", [f"已保存 {number}"])
    clerk.press(Qt.Key.Key_Z, ctrl=True)
    clerk.settle()
    assert clerk.draft(number).title == "旧题"
    assert clerk.tab.detail.form.title.text() == "旧题"


def test_what_is_typed_survives_news_from_elsewhere(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    clerk.type("写到一半")
    clerk.office.log("别处来的")
    clerk.settle()
    assert clerk.tab.detail.form.title.text() == "写到一半"
    assert clerk.titles == ["别处来的"]


def test_the_text_has_room_to_be_read(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_T, ctrl=True)
    body = clerk.tab.detail.form.body
    clerk.qtbot.waitUntil(lambda: body.height() >= 132)
    clerk.press(Qt.Key.Key_T, ctrl=True)
    assert clerk.focus is clerk.tab.detail.form.title
