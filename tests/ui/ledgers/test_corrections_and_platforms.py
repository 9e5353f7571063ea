from PySide6.QtCore import Qt

from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.ui.ledgers.kinds import Ledger
from tests.office import JUNE, MAY, Office
from tests.ui.ledgers.conftest import Clerk


def test_without_a_closed_month_there_is_nothing_to_correct(clerk: Clerk) -> None:
    clerk.go_to(Ledger.CORRECTIONS)
    button = clerk.dialog.corrections.new_button
    assert (button.isEnabled(), button.toolTip()) == (False, "还没有关账的月份，有错直接改登记")
    assert clerk.dialog.corrections.view.empty.isVisible()
    clerk.dialog.corrections.start_new()
    assert clerk.page.form is None


def test_a_closed_month_is_put_right_in_the_open_one(clerk: Clerk, office: Office) -> None:
    office.adopt(office.log(received="2022-05-10"), Level.PREFECTURE, on="2022-05-20")
    office.close(MAY)  # one piece short costs a point
    clerk.dialog.reload()
    clerk.go_to(Ledger.CORRECTIONS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    form = clerk.dialog.corrections.page
    clerk.type("xzz", "2022-05", "-1.5")
    assert form.sum.text() == "2022年5月原为 2 分，更正后 0.5 分"
    clerk.type("多计了一篇", "0702")
    clerk.hear()
    assert clerk.told.acts == ["已登记更正"]
    assert clerk.lines("unit", "month", "reason", "state", "points") == [
        "新洲镇 2022年5月 多计了一篇 已计分 −1.5"
    ]
    assert [line.figure for line in clerk.page.lines.lines] == ["−1.5", "−1.5 分"]
    assert "新洲镇积分应为0.5分" in office.sentences(JUNE)["T19"]
    clerk.dialog.corrections.void_button.click()
    clerk.hear()
    assert clerk.lines("state", "points") == ["已作废"]
    assert "T19" not in office.sentences(JUNE)


def test_what_a_correction_lacks_is_told(clerk: Clerk, office: Office) -> None:
    office.adopt(office.log(received="2022-05-10"), on="2022-05-20")
    office.close(MAY)
    clerk.dialog.reload()
    clerk.go_to(Ledger.CORRECTIONS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.save()
    assert clerk.problems() == {
        "unit": "没有单位",
        "corrected_month": "没有选月份",
        "cents": "没有填差额",
        "reason": "要写明原因",
    }
    clerk.dialog.corrections.page.points.setText("一点五")
    assert clerk.problems()["cents"] == "不是分数，如 1.5 或 −2"


def test_the_platforms_make_a_sentence(clerk: Clerk, office: Office) -> None:
    clerk.go_to(Ledger.PLATFORM)
    page = clerk.dialog.platform
    assert page.sentence.text() == "还没有填，通报里没有这一句。"
    clerk.type("21", "168", "40")
    assert page.form.week.text() == "周均 4.9 次"
    clerk.save()
    said = {name: field.control.accessibleDescription() for name, field in page.form.form.fields.items()}
    assert said["followers"] == "没有就填 0"
    clerk.type("3050")
    clerk.hear()
    assert office.store.platforms.of(JUNE) == PlatformMonth(21, 168, 40, 3050)
    assert page.sentence.text() == office.sentences(JUNE)["T11"]
    assert clerk.told.acts == ["已保存2022年6月平台数据"]
    assert "平台数据 ✓" in clerk.counts
    clerk.undo()
    assert office.store.platforms.of(JUNE) is None
    assert "平台数据 未填" in clerk.counts


def test_figures_half_typed_are_not_lost_unasked(clerk: Clerk) -> None:
    clerk.go_to(Ledger.PLATFORM)
    clerk.type("21")
    clerk.dialogs.agrees = False
    clerk.dialog.reject()
    assert clerk.dialog.isVisible()
    clerk.dialogs.agrees = True
    clerk.dialog.reject()
    assert not clerk.dialog.isVisible()


def test_no_figures_take_the_sentence_out(clerk: Clerk, office: Office) -> None:
    clerk.go_to(Ledger.PLATFORM)
    clerk.type("21", "168", "40", "3050")
    for field in clerk.dialog.platform.form.numbers.values():
        field.clear()
    clerk.dialog.platform.form.file_button.click()
    assert office.store.platforms.of(JUNE) is None
