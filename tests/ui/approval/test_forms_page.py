"""审批表: the list of the month's forms and the page of the one in front."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.approval_forms import FormState, UnitFacts
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.errors import ApprovalOver
from jinshi_desk.ui.approval.tab import ApprovalTab
from jinshi_desk.ui.frame import Frame
from tests.office import Office
from tests.ui.framed import Told, come_to
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def numbers(office: Office) -> list[str]:
    """The forms of two drafts of one town, the newest last."""
    drafts = [
        office.log("清单压实责任", unit="药山镇", received="2022-06-01", body="六月的做法。"),
        office.log("夜话聚民心", unit="药山镇", received="2022-06-02", approval_on_file=False),
    ]
    return [office.approval.start(draft) for draft in drafts]


def _listed(tab: ApprovalTab) -> list[str]:
    return [row.number for row in tab.forms.list.rows]


def test_the_month_has_its_forms_the_newest_first_and_the_current_one_is_shown(
    numbers: list[str], tab: ApprovalTab, told: Told, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tab.forms.typesetter.paged):
        come_to(tab, qtbot)
    assert _listed(tab) == numbers[::-1]
    assert told.counts == "6月审批表 2 份"
    shown = tab.forms.side.shown
    assert shown is not None
    assert shown.approval.number == numbers[1]
    assert tab.forms.page.preview.pages == 1
    assert [line.name for line in tab.forms.side.sign.steps.lines][:2] == ["信息员核对", "保密审查"]


def test_what_is_out_is_found_by_one_click_whatever_month_it_is_from(
    office: Office, numbers: list[str], tab: ApprovalTab, qtbot: QtBot
) -> None:
    office.printing.record([numbers[0]])
    come_to(tab, qtbot)
    tab.forms._frame.month.turn_to(tab.forms.month.next())
    assert _listed(tab) == []
    tab.show_waiting("out")
    assert _listed(tab) == [numbers[0]]


def test_typing_narrows_the_list_by_title_and_by_initials(
    numbers: list[str], tab: ApprovalTab, qtbot: QtBot
) -> None:
    come_to(tab, qtbot)
    tab.forms.list.filter.setText("yhjmx")
    assert _listed(tab) == [numbers[1]]
    tab.forms.list.filter.setText(numbers[0])
    assert _listed(tab) == [numbers[0]]
    tab.forms.list.filter.setText("没有的")
    assert _listed(tab) == []


def test_the_page_follows_what_is_typed_and_warns_of_what_does_not_fit(
    numbers: list[str], tab: ApprovalTab, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tab.forms.typesetter.paged):
        come_to(tab, qtbot)
    before = tab.forms.page.preview.svgs
    tab.forms.side.choose("facts")
    with qtbot.waitSignal(tab.forms.typesetter.paged):
        QTest.keyClicks(tab.forms.side.facts.form.fields["office_phone"].control, "0736")
    assert tab.forms.page.preview.svgs != before
    assert tab.forms.page.cut.isHidden()
    with qtbot.waitSignal(tab.forms.typesetter.paged):
        summary = tab.forms.side.facts.form.fields["summary"].control
        summary.setPlainText("摘要" * 600)  # type: ignore[attr-defined]
    assert "内容摘要" in tab.forms.page.cut.text()


def test_what_was_typed_is_filed_when_another_form_is_chosen_and_can_be_taken_back(
    office: Office, numbers: list[str], tab: ApprovalTab, told: Told, qtbot: QtBot
) -> None:
    come_to(tab, qtbot)
    tab.forms.side.choose("facts")
    tab.forms.side.facts.form.fields["outlet"].control.insert("红星网")  # type: ignore[attr-defined]
    tab.forms.list.view.setFocus()
    with qtbot.waitSignal(tab.forms.notices.act_told):
        QTest.keyClick(tab.forms.list.view, Qt.Key.Key_Down)
    filed = office.approval.open(numbers[1]).approval.facts
    assert isinstance(filed, UnitFacts)
    assert filed.outlet == "红星网"
    assert tab.forms.side.shown is not None
    assert tab.forms.side.shown.approval.number == numbers[0]
    told.undo()
    back = office.approval.open(numbers[1]).approval.facts
    assert isinstance(back, UnitFacts)
    assert back.outlet == ""


def test_a_field_that_is_too_long_keeps_the_form_in_front(
    office: Office, numbers: list[str], tab: ApprovalTab, qtbot: QtBot
) -> None:
    come_to(tab, qtbot)
    tab.forms.side.choose("facts")
    tab.forms.side.facts.form.fields["outlet"].control.setText("网" * 61)  # type: ignore[attr-defined]
    assert not tab.may_close()
    tab.forms.list.view.setFocus()
    QTest.keyClick(tab.forms.list.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: tab.forms.list.view.current_row.number == numbers[1])
    assert tab.forms.side.facts.form.fields["outlet"].level == "bad"
    facts = office.approval.open(numbers[1]).approval.facts
    assert isinstance(facts, UnitFacts)
    assert facts.outlet == ""


def test_a_batch_is_one_pdf_with_a_page_for_each_form_and_each_is_out(
    office: Office,
    numbers: list[str],
    tab: ApprovalTab,
    dialogs: ScriptedDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    office.approval.void(office.approval.start(office.log("第三篇", unit="新洲镇")), "开错了")
    come_to(tab, qtbot)
    tab.forms.list.batch_button.click()
    assert tab.forms.batch.words.text() == "列表里的 2 份：报送审批表 2"
    assert tab.forms.batch.left_out.text().startswith("作废的 1 份不印。")
    dialogs.files = [tmp_path / "本月"]
    with qtbot.waitSignal(tab.forms.notices.result_told):
        tab.forms.batch.pdf_button.click()
    with pdfium.PdfDocument(tmp_path / "本月.pdf") as saved:
        assert len(saved) == 2
    assert {office.approval.open(number).approval.state for number in numbers} == {FormState.OUT}


def test_a_void_form_is_struck_out_and_neither_printed_nor_signed(
    office: Office, numbers: list[str], tab: ApprovalTab, dialogs: ScriptedDialogs, told: Told, qtbot: QtBot
) -> None:
    come_to(tab, qtbot)
    dialogs.reason = "开错了"
    with qtbot.waitSignal(tab.forms._frame.news.changed):
        QTest.keyClick(tab.forms.list.view, Qt.Key.Key_Delete)
    assert dialogs.asked == [f"作废审批表 {numbers[1]}？"]
    assert told.acts[-1] == f"已作废：{numbers[1]}"
    side = tab.forms.side
    assert not side.print_button.isEnabled()
    assert not side.sign_button.isEnabled()
    assert side.sign.note.text() == "已作废：开错了"
    with pytest.raises(ApprovalOver):
        tab.forms.delivery.print_([numbers[1]])
    told.undo()
    assert office.approval.open(numbers[1]).approval.state is FormState.DRAFT


def test_a_push_is_composed_of_the_drafts_in_their_order(
    office: Office, tab: ApprovalTab, frame: Frame, qtbot: QtBot
) -> None:
    drafts = [office.log(title, unit="药山镇") for title in ("甲", "乙", "丙")]
    come_to(tab, qtbot)
    tab.open_drafts(drafts)
    articles = tab.forms.new.articles
    QTest.keyClick(articles.order, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [article.title for article in articles.articles] == ["甲", "丙", "乙"]
    articles.column.insert("专题")
    tab.forms.new.open_button.click()
    (row,) = office.approval.forms()
    assert (row.kind, row.drafts) == (FormKind.C, (drafts[0], drafts[2], drafts[1]))


def test_a_draft_already_on_its_form_leads_to_it(
    office: Office, numbers: list[str], tab: ApprovalTab, qtbot: QtBot
) -> None:
    come_to(tab, qtbot)
    tab.forms.list.new_button.click()
    field = tab.forms.new.draft
    QTest.keyClicks(field, "qdyszr")
    QTest.keyClick(field, Qt.Key.Key_Return)
    tab.forms.new.open_button.click()
    assert tab.forms.side.shown is not None
    assert tab.forms.side.shown.approval.number == numbers[0]
    assert len(office.approval.forms()) == 2


def test_no_draft_no_form(tab: ApprovalTab, office: Office, qtbot: QtBot) -> None:
    come_to(tab, qtbot)
    assert tab.forms.list.view.empty.isVisible()
    tab.forms.list.new_button.click()
    tab.forms.new.open_button.click()
    assert tab.forms.new.form.fields["draft"].level == "bad"
    assert office.approval.forms() == []


def test_missing_forms_are_a_page_of_their_own_and_esc_leads_back(
    office: Office, numbers: list[str], tab: ApprovalTab, qtbot: QtBot
) -> None:
    come_to(tab, qtbot)
    tab.forms.list.segments.choose("missing")
    assert tab.currentWidget() is tab.marks
    assert [row.title for row in tab.marks._rows] == ["夜话聚民心"]
    QTest.keyClick(tab.marks.list, Qt.Key.Key_Escape)
    assert tab.currentWidget() is tab.forms
    assert tab.forms.list.segments.current == "all"


def test_where_there_is_no_room_for_three_the_page_comes_in_the_place_of_the_list(
    numbers: list[str], tab: ApprovalTab, qtbot: QtBot
) -> None:
    tab.resize(895, 330)
    come_to(tab, qtbot)
    assert (tab.forms.list.isVisible(), tab.forms.page.isVisible()) == (True, False)
    tab.show_form(numbers[0])
    QTest.keySequence(tab.forms.side, "Ctrl+T")
    assert (tab.forms.list.isVisible(), tab.forms.page.isVisible()) == (False, True)
    QTest.keySequence(tab.forms.side, "Esc")
    assert (tab.forms.list.isVisible(), tab.forms.page.isVisible()) == (True, False)
    tab.resize(1350, 580)
    assert tab.forms.page.isVisible()


def test_the_field_that_has_the_keys_is_in_sight(numbers: list[str], tab: ApprovalTab, qtbot: QtBot) -> None:
    tab.resize(895, 290)
    come_to(tab, qtbot)
    tab.show_form(numbers[0])
    facts = tab.forms.side.facts.form
    others = facts.fields["other_attachments"].control
    qtbot.waitUntil(lambda: others.visibleRegion().isEmpty())
    for name in ("office_phone", "outlet", "photos", "videos"):
        QTest.keyClick(facts.fields[name].control, Qt.Key.Key_Return)
    assert others.hasFocus()
    assert others.visibleRegion().boundingRect().height() == others.height()


def test_a_form_of_another_month_stays_in_front_while_the_list_is_the_months(
    office: Office, numbers: list[str], tab: ApprovalTab, qtbot: QtBot
) -> None:
    other = office.approval.start(office.log("五月的稿", unit="药山镇", received="2022-05-10"))
    come_to(tab, qtbot)
    tab.show_form(other)
    assert tab.forms.list.view.selected_rows() == []
    with qtbot.waitSignal(tab.forms._frame.news.changed):
        office.sign(other, "周试一")
    assert tab.forms.side.shown is not None
    assert tab.forms.side.shown.approval.number == other
    assert tab.forms.side.chip.text() == "1/5"
    tab.forms._frame.month.turn_to(tab.forms.month.previous())
    assert tab.forms.list.view.current_row.number == other


def test_a_push_is_filed_with_its_order_in_one_act(
    office: Office, tab: ApprovalTab, told: Told, qtbot: QtBot
) -> None:
    drafts = [office.log(title, unit="药山镇") for title in ("甲", "乙")]
    (number,) = office.approval.start_push(drafts)
    before = office.approval.open(number).approval
    come_to(tab, qtbot)
    tab.forms._frame.month.turn_to(before.month)
    tab.forms.side.choose("facts")
    facts = tab.forms.side.facts
    facts.form.fields["publisher"].control.setText("周试一")  # type: ignore[attr-defined]
    facts.form.fields["scheduled_at"].control.setText("1830")  # type: ignore[attr-defined]
    QTest.keyClick(facts.articles.order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    tab.forms.side.save_button.click()
    after = office.approval.open(number).approval
    assert [article.title for article in after.articles] == ["乙", "甲"]
    told.undo()
    assert office.approval.open(number).approval == before


def test_a_printer_that_takes_the_page_makes_the_next_print_a_reprint(
    office: Office,
    numbers: list[str],
    tab: ApprovalTab,
    dialogs: ScriptedDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    dialogs.printer = QPrinter()
    dialogs.printer.setOutputFileName(str(tmp_path / "out.pdf"))
    come_to(tab, qtbot)
    with qtbot.waitSignal(tab.forms.notices.act_told):
        tab.forms.side.print_button.click()
    form = office.approval.open(numbers[1]).approval
    assert (form.state, form.reprint) == (FormState.OUT, True)
    qtbot.waitUntil(lambda: tab.forms.side.print_button.toolTip() == "再打印会印上“补打” Ctrl+P")


def test_the_page_has_the_most_room_from_the_first_look_on(
    numbers: list[str], tab: ApprovalTab, qtbot: QtBot
) -> None:
    come_to(tab, qtbot)
    assert tab.forms.page.width() > tab.forms.list.width() > tab.forms.side.width()
