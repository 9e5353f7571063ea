"""Files that are dropped, and the list that goes out."""

from pathlib import Path

from PySide6.QtCore import Qt

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import UnknownFileKind, UnreadableFiles
from jinshi_desk.domain.register import RegisterQuery
from tests.ui.register.conftest import Clerk


def a_file(folder: Path, name: str, title: str) -> Path:
    file = folder / name
    file.write_text(f"{title}\n药山镇　周试一\n药山镇组织党员开展夜谈。\n", encoding="utf-8")
    return file


def test_files_are_read_into_the_form_one_after_another(clerk: Clerk, tmp_path: Path) -> None:
    files = [a_file(tmp_path, "一.txt", "屋场夜话聚民心"), a_file(tmp_path, "二.txt", "板凳会议解民忧")]
    form, panel = clerk.tab.detail.form, clerk.tab.detail.panel
    clerk.tab.take_files(files)
    clerk.qtbot.waitUntil(lambda: form.title.text() == "屋场夜话聚民心")
    assert form.units.text() == "药山镇"
    clerk.qtbot.waitUntil(lambda: not clerk.tasks.busy)
    assert panel.notes.text() == "文件：一.txt　后面还有 1 个文件"
    assert clerk.told == []
    clerk.press(Qt.Key.Key_S, ctrl=True)
    assert form.title.text() == "板凳会议解民忧"
    panel.skip_button.click()
    assert form.title.text() == ""
    assert not form.is_dirty
    assert clerk.office.register.count(RegisterQuery()) == 1


def test_files_that_can_not_be_read_are_told_in_one_sentence(clerk: Clerk, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("甲.doc", "乙.pdf", "丙.docx")]
    for file in files:
        file.write_bytes(b"?")
    good = a_file(tmp_path, "丁.txt", "屋场夜话聚民心")
    with clerk.qtbot.captureExceptions() as raised:
        clerk.tab.take_files([*files, good])
        clerk.qtbot.waitUntil(lambda: bool(raised))
    ((_kind, error, _trace),) = raised
    assert isinstance(error, UnreadableFiles)
    assert error_sentence(error).startswith("3 个文件读不了：甲.doc、乙.pdf、丙.docx。")
    assert clerk.tab.detail.form.title.text() == "屋场夜话聚民心"


def test_one_file_that_can_not_be_read_is_told_with_its_reason(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "甲.doc").write_bytes(b"?")
    with clerk.qtbot.captureExceptions() as raised:
        clerk.tab.take_files([tmp_path / "甲.doc"])
        clerk.qtbot.waitUntil(lambda: bool(raised))
    assert isinstance(raised[0][1], UnknownFileKind)


def test_a_file_waits_while_something_is_typed(clerk: Clerk, tmp_path: Path) -> None:
    clerk.tab.new_draft()
    clerk.type("写到一半")
    clerk.tab.take_files([a_file(tmp_path, "一.txt", "屋场夜话聚民心")])
    clerk.qtbot.waitUntil(lambda: bool(clerk.told))
    assert clerk.told == ["1 个文件在等，登记完这一篇接着来"]
    assert clerk.tab.detail.form.title.text() == "写到一半"
    clerk.tab.new_draft()
    assert clerk.tab.detail.form.title.text() == "屋场夜话聚民心"


def test_sheets_go_to_the_importer(clerk: Clerk, tmp_path: Path) -> None:
    sheet = tmp_path / "6月.xlsx"
    with clerk.qtbot.waitSignal(clerk.tab.import_wanted) as heard:
        clerk.tab.take_files([sheet])
    assert heard.args == [[sheet]]
    clerk.dialogs.files = [sheet]
    with clerk.qtbot.waitSignal(clerk.tab.import_wanted) as heard:
        clerk.tab.list.sheets_button.click()
    assert heard.args == [[sheet]]


def test_drafts_are_also_chosen_by_button(clerk: Clerk, tmp_path: Path) -> None:
    clerk.dialogs.files = [a_file(tmp_path, "一.txt", "屋场夜话聚民心")]
    clerk.tab.list.files_button.click()
    clerk.qtbot.waitUntil(lambda: clerk.tab.detail.form.title.text() == "屋场夜话聚民心")


def test_the_list_goes_out_as_a_sheet(clerk: Clerk, tmp_path: Path) -> None:
    clerk.office.log("屋场夜话聚民心")
    clerk.settle()
    clerk.dialogs.files = [tmp_path / "登记"]
    clerk.tab.list.export_button.click()
    clerk.qtbot.waitUntil(lambda: bool(clerk.told))
    assert clerk.told == ["已导出 1 篇：登记.xlsx"]
    assert (tmp_path / "登记.xlsx").stat().st_size > 0


def test_a_filtered_list_goes_out_as_it_is_seen(clerk: Clerk, tmp_path: Path) -> None:
    clerk.office.log("屋场夜话聚民心")
    clerk.office.log("板凳会议解民忧")
    clerk.settle()
    clerk.tab.list.filter.setText("夜话")
    clerk.dialogs.files = [tmp_path / "登记.xlsx"]
    clerk.tab.list.export_button.click()
    clerk.qtbot.waitUntil(lambda: bool(clerk.told))
    assert clerk.told == ["已导出 1 篇：登记.xlsx"]


def test_no_name_for_the_sheet_means_not_now(clerk: Clerk) -> None:
    clerk.settle()
    clerk.tab.list.export_button.click()
    assert not clerk.tasks.busy
