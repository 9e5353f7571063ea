"""好稿 in 本月台账: picked by keys, its reason put right, taken back, and the texts handed on in one file."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

from PySide6.QtCore import Qt

from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.ui.ledgers.kinds import Ledger
from jinshi_desk.ui.theme import Look, TextSize
from tests.office import JUNE, Office
from tests.ui.ledgers.conftest import Clerk


def picked(office: Office, title: str = "屋场夜话聚民心", body: str = "正文。") -> str:
    number = office.log(title, body=body)
    office.picks.pick(number, NewQualityPick(JUNE, "做法写得实", date(2022, 7, 1), "高样二"))
    return number


def test_a_good_draft_is_listed_with_its_reason_by_keys(clerk: Clerk, office: Office) -> None:
    number = office.log("屋场夜话聚民心", unit="药山镇")
    clerk.hear()
    clerk.go_to(Ledger.PICKS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    page = clerk.dialog.picks.page
    page.draft.set_draft(number)
    clerk.save()
    assert clerk.problems() == {"pick_reason": "没有写好在哪里"}
    page.month.setText("2022-05")
    page.reason.insertPlainText("做法写得实")
    clerk.save()
    assert clerk.problems() == {"pick_month": "稿件计入2022年6月，好稿不能更早"}
    page.month.setText("6")
    clerk.save()
    clerk.hear()
    assert clerk.told.acts[-1] == f"已列为2022年6月好稿：{number}"
    assert clerk.lines("unit", "title", "reason", "state") == ["药山镇 屋场夜话聚民心 做法写得实 没有正文"]
    assert "好稿 1" in clerk.counts
    clerk.undo()
    assert clerk.lines("state") == ["已取消"]


def test_reason_and_day_of_upload_are_put_right_and_a_pick_is_taken_back(
    clerk: Clerk, office: Office
) -> None:
    picked(office)
    clerk.hear()
    clerk.go_to(Ledger.PICKS)
    assert clerk.lines("state") == ["未上传"]
    clerk.press(Qt.Key.Key_Return)
    page = clerk.dialog.picks.settle_page
    page.reason.setPlainText("事例具体")
    page.uploaded.setText("0702")
    clerk.save()
    clerk.hear()
    assert clerk.lines("reason", "uploaded_on", "state") == ["事例具体 07-02 已上传"]
    clerk.dialog.picks.void_button.click()
    clerk.hear()
    assert clerk.dialogs.asked == ["取消这篇好稿？"]
    assert (clerk.lines("state"), clerk.dialog.picks.count) == (["已取消"], 0)


def test_the_texts_go_into_one_file_and_what_has_none_is_told(
    clerk: Clerk, office: Office, tmp_path: Path
) -> None:
    picked(office)
    bare = picked(office, "只登了题目", body="")
    clerk.hear()
    clerk.go_to(Ledger.PICKS)
    assert clerk.dialog.picks.overview.text() == "2 篇 · 没有正文 1"
    clerk.dialogs.files = [tmp_path / "上传"]
    clerk.press(Qt.Key.Key_E, ctrl=True, shift=True)
    clerk.qtbot.waitUntil(lambda: bool(clerk.told.results))
    said = clerk.dialog.toast.accessibleName()
    assert said == f"已导出正文 1 篇和目录：上传.zip；1 篇没有正文：{bare}"
    with ZipFile(tmp_path / "上传.zip") as pack:
        assert sorted(pack.namelist()) == ["01 新洲镇 屋场夜话聚民心.docx", "好稿目录.xlsx"]


def test_a_ledger_is_counted_before_its_page_is_made(clerk: Clerk, office: Office) -> None:
    picked(office)
    clerk.hear()
    assert list(clerk.dialog.lists) == [Ledger.INSTRUCTIONS]  # what opens is quick, and still says all
    assert "好稿 1" in clerk.counts
    office.picks.take_back(office.store.drafts.by_id(1).number, "重复")
    clerk.hear()
    assert "好稿 0" in clerk.counts


def test_in_the_largest_text_the_title_keeps_its_room(clerk: Clerk, office: Office, look: Look) -> None:
    picked(office)
    clerk.hear()
    clerk.go_to(Ledger.PICKS)
    look.set_text_size(TextSize.HUGE)
    clerk.dialog.resize(1318, 646)
    head = clerk.page.view.horizontalHeader()
    room = {each.key: head.sectionSize(at) for at, each in enumerate(clerk.page.model.columns)}
    assert room["title"] > look.theme.scaled(100)
    assert room["uploaded_on"] == 0
    assert clerk.page.view.horizontalScrollBar().maximum() == 0
