"""签批, 附件: recording what came back on paper."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.approval_forms import FormState
from jinshi_desk.domain.approvals import FormKind, Ruling, Step
from jinshi_desk.domain.drafts import NewDraft, Status
from jinshi_desk.domain.errors import MonthClosed, UnknownFileContent
from jinshi_desk.ui.approval.tab import ApprovalTab
from jinshi_desk.ui.widgets.steps import StepState
from tests.office import JUNE, Office
from tests.ui.framed import Told, come_to
from tests.ui.scripted import ScriptedDialogs

_PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.fixture
def number(office: Office) -> str:
    """A form of a push of one draft, printed."""
    number = office.approval.start(office.log("清单压实责任", unit="药山镇"), FormKind.C)
    office.printing.record([number])
    return number


@pytest.fixture
def signing(number: str, tab: ApprovalTab, qtbot: QtBot) -> ApprovalTab:
    """The tab with the form in front, its signatures at the right."""
    come_to(tab, qtbot)
    tab.forms._frame.month.turn_to(JUNE.next())
    tab.show_form(number)
    return tab


def _state(office: Office, number: str) -> FormState:
    return office.approval.open(number).approval.state


def test_three_signatures_take_a_name_and_one_key_each(
    office: Office, number: str, signing: ApprovalTab, told: Told
) -> None:
    form = signing.forms.side.sign.form
    for signer in ("周试一", "吴测二", "郑样三"):
        assert form.signer.hasFocus()
        form.signer.insert(signer)  # as an input method would
        QTest.keyClick(form.signer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _state(office, number) is FormState.SIGNED
    assert told.acts[-1] == "已登记：终审，郑样三，7月3日"
    assert signing.forms.side.chip.text() == "已签齐"
    assert {line.state for line in signing.forms.side.sign.steps.lines} == {StepState.DONE}
    signing.forms.side.credits_action.trigger()
    assert QGuiApplication.clipboard().text() == (
        "来源：药山镇　作者：周试一　编审：周试一　复审：吴测二　终审：郑样三"
    )


def test_a_signature_is_taken_back_by_one_key(
    office: Office, number: str, signing: ApprovalTab, told: Told
) -> None:
    signing.forms.side.sign.form.signer.setText("周试一")
    signing.forms.side.sign_button.click()
    assert _state(office, number) is FormState.SIGNING
    told.undo()
    assert _state(office, number) is FormState.OUT


def test_the_usual_signer_stands_there_already(office: Office, number: str, signing: ApprovalTab) -> None:
    office.sign(number, "周试一", "吴测二", "郑样三")
    other = office.approval.start(office.log("夜话", unit="药山镇"), FormKind.C)
    signing.show_form(other)
    signing.forms.side.choose("sign")
    form = signing.forms.side.sign.form
    assert (form.signer.text(), form.opinion.text(), form.signed_on.day) == ("周试一", "同意", office.day)


def test_one_person_signs_a_second_review_only_with_a_reason(
    office: Office, number: str, signing: ApprovalTab
) -> None:
    office.sign(number, "周试一")
    form = signing.forms.side.sign.form
    signing.forms._show(number)
    form.signer.setText("周试一")
    form.submit()
    assert form.form.fields["signer"].level == "bad"
    assert form.same_person.isVisible()
    assert len(office.approval.open(number).approval.signatures) == 1
    form.same_person.setText("受委托代签")
    form.submit()
    assert len(office.approval.open(number).approval.signatures) == 2


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("signer", "", "没有签批人"),
        ("signed_on", "2022-07-04", "签批日期在今天之后"),
        ("signed_on", "明天", "不是日期"),
        ("signed_on", "2022-06-30", "早于上一步（7月1日）"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_recorded(
    office: Office, number: str, signing: ApprovalTab, field: str, typed: str, said: str
) -> None:
    office.sign(number, "周试一", on="2022-07-01")
    signing.forms._show(number)
    form = signing.forms.side.sign.form
    form.signer.setText("吴测二")
    form.form.fields[field].control.setText(typed)  # type: ignore[attr-defined]
    signing.forms.side.sign_button.click()
    problem = form.form.fields[field]
    assert problem.level == "bad"
    assert problem.control.accessibleDescription().startswith(said)
    assert len(office.approval.open(number).approval.signatures) == 1


def test_a_refusal_wants_words_and_the_round_stays_to_be_seen(
    office: Office, number: str, signing: ApprovalTab, told: Told
) -> None:
    form = signing.forms.side.sign.form
    form.signer.setText("周试一")
    QTest.keyClick(form.ruling, Qt.Key.Key_2)
    assert (form.ruling.member, form.opinion.text()) == (Ruling.RETURNED, "")
    form.submit()
    assert form.form.fields["opinion"].level == "bad"
    form.opinion.setText("请核实数据")
    form.submit()
    assert _state(office, number) is FormState.RETURNED
    assert told.acts[-1] == "已登记：编审，周试一，7月3日，退回修改"
    office.sign(number, "周试一", on="2022-07-03")
    signing.forms._show(number)
    assert signing.forms.side.sign.history.text() == "第 1 轮　7月3日　编审　周试一　退回修改　请核实数据"


def test_the_last_signature_is_withdrawn_for_a_reason(
    office: Office, number: str, signing: ApprovalTab, dialogs: ScriptedDialogs
) -> None:
    office.sign(number, "周试一", "吴测二")
    signing.forms._show(number)
    dialogs.reason = "登记错了"
    signing.forms.side.withdraw_action.trigger()
    assert dialogs.asked == ["撤回复审的签批？"]
    assert office.approval.open(number).approval.course.next is Step.SECOND_REVIEW
    assert "已撤回：登记错了" in signing.forms.side.sign.history.text()


def test_text_changed_after_a_signature_is_signed_anew(
    office: Office, number: str, signing: ApprovalTab, qtbot: QtBot
) -> None:
    office.sign(number, "周试一")
    (draft,) = office.approval.open(number).drafts
    with qtbot.waitSignal(signing.forms._frame.news.changed):
        office.register.revise(draft.number, _retitled(office, draft.number))
    assert signing.forms.side.chip.text() == "改后重审"
    assert "从第一步重签" in signing.forms.side.sign.note.text()
    assert signing.forms.side.sign.steps.lines[0].state is StepState.NOW


def _retitled(office: Office, number: str) -> NewDraft:
    draft = office.register.open(number).draft
    new = NewDraft(**{field.name: getattr(draft, field.name) for field in fields(NewDraft)})
    return replace(new, title="改过的题目")


def test_a_draft_is_returned_from_its_form_with_the_words_for_the_chat(
    office: Office, tab: ApprovalTab, dialogs: ScriptedDialogs, qtbot: QtBot
) -> None:
    draft = office.log("夜话聚民心", unit="药山镇", accepted=False, approval_on_file=False)
    number = office.approval.start(draft)
    come_to(tab, qtbot)
    tab.show_form(number)
    dialogs.reason = "事实不清"
    tab.forms.side.return_button.click()
    assert office.status(draft) == Status.RETURNED
    assert "夜话聚民心" in QGuiApplication.clipboard().text()


def test_a_scan_is_attached_and_marked_once_it_is_gone(
    office: Office, number: str, signing: ApprovalTab, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    scan = tmp_path / "签批件.png"
    scan.write_bytes(_PNG)
    dialogs.files = [scan]
    signing.forms.side.choose("archive")
    signing.forms.side.attach_button.click()
    (kept,) = office.approval.open(number).approval.attachments
    signing.forms._show(number)
    archive = signing.forms.side.archive
    assert archive.files.item(0).text() == "签批件.png　1 KB"
    office.form_files.path(number, kept.id).unlink()
    signing.forms._show(number)
    assert archive.files.item(0).text() == "⚠ 不见了　签批件.png"
    assert archive.note.text().startswith("⚠ 有 1 个文件不在")


def test_what_is_no_scan_is_refused_and_not_kept(
    office: Office, number: str, signing: ApprovalTab, dialogs: ScriptedDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    fake = tmp_path / "签批件.png"
    fake.write_bytes(b"not a picture")
    dialogs.files = [fake]
    signing.forms.side.choose("archive")
    with qtbot.captureExceptions() as raised:
        signing.forms.side.attach_button.click()
    assert [kind for kind, *_ in raised] == [UnknownFileContent]
    assert office.approval.open(number).approval.attachments == ()


def test_a_scan_that_falls_on_the_page_is_attached(
    office: Office, number: str, signing: ApprovalTab, tmp_path: Path
) -> None:
    scan = tmp_path / "拍照.png"
    scan.write_bytes(_PNG)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(scan))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    signing.forms.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dropped, left, none))
    (kept,) = office.approval.open(number).approval.attachments
    assert kept.name == "拍照.png"


def test_the_place_of_the_paper_is_noted_by_enter(office: Office, number: str, signing: ApprovalTab) -> None:
    signing.forms.side.choose("archive")
    place = signing.forms.side.archive.place
    assert place.hasFocus()
    place.setText("第3盒第12页")
    QTest.keyClick(place, Qt.Key.Key_Return)
    assert office.approval.open(number).approval.binder == "第3盒第12页"


def test_a_signature_that_a_closed_month_counts_by_cannot_be_withdrawn(
    office: Office, tab: ApprovalTab, qtbot: QtBot
) -> None:
    number = office.approval.start(office.log(unit="药山镇", approval_on_file=False, accepted=False))
    office.sign(number, *("周试一", "吴测二", "郑样三", "王样四", "冯样五"), on="2022-07-01")
    office.close(JUNE)
    come_to(tab, qtbot)
    tab.show_form(number)
    with qtbot.captureExceptions() as raised:
        tab.forms.side.withdraw_action.trigger()
    assert [kind for kind, *_ in raised] == [MonthClosed]
    assert _state(office, number) is FormState.SIGNED


def test_days_typed_short_are_days_of_this_year(office: Office, number: str, signing: ApprovalTab) -> None:
    form = signing.forms.side.sign.form
    form.signer.setText("周试一")
    form.signed_on.setText("0702")
    form.submit()
    (signature,) = office.approval.open(number).approval.signatures
    assert signature.signed_on == date(2022, 7, 2)
