from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from jinshi_desk.domain.drafts import Status
from jinshi_desk.services.importing import Imported
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.imports.columns_view import ColumnsView
from tests.office import Office
from tests.ui.imports.clerk import Clerk
from tests.ui.scripted import ScriptedDialogs

Open = Callable[..., Clerk]


@pytest.fixture
def messy(samples: Path) -> Path:
    return samples / "messy_202206.xlsx"


@pytest.fixture
def clean(samples: Path) -> Path:
    return samples / "clean_202207.xlsx"


def column_of(columns: ColumnsView, meaning: str) -> tuple[str, QComboBox]:
    """The heading that is taken for ``meaning``, and its list."""
    return next(pair for pair in columns.combos.items() if pair[1].currentData() == meaning)


def take_for(work: Clerk, combo: QComboBox, meaning: str) -> None:
    combo.setCurrentIndex(combo.findData(meaning))
    combo.activated.emit(combo.currentIndex())
    work.wait()


def test_a_messy_sheet_is_decided_to_the_end_by_keys_and_imported(
    office: Office, frame: Frame, clerk: Open, messy: Path
) -> None:
    told: list[str] = []
    frame.notices.act_told.connect(lambda words, _undo: told.append(words))
    work = clerk(messy)
    came: list[Imported] = []
    work.dialog.imported.connect(came.append)
    assert work.said == "读到 32 行：导入 16 · 跳过 9 · 待定 7"
    assert work.row.row == 9
    work.type("2")  # 6月30日
    assert work.row.row == 12
    work.type("1")  # 同一稿件加采用
    assert work.row.row == 13
    work.type("2")  # the hidden row comes in
    assert work.row.row == 16
    work.type("10630")  # 1 leads into the field: 30th June
    work.enter()
    assert work.row.row == 22
    work.type("0")  # left out
    assert work.row.row == 25
    work.type("1shuilj")
    work.enter()  # the unit offered first
    work.enter()
    assert (work.row.sheet, work.row.row) == ("市直单位", 8)
    work.press(Qt.Key.Key_Delete)
    assert work.said == "读到 32 行：导入 21 · 跳过 11 · 待定 0"
    assert work.dialog.preview.side.title.text() == "没有待定的行"
    work.control(Qt.Key.Key_Return)
    (imported,) = came
    assert len(imported.numbers) == 20  # one row joined another
    assert told == ["已导入 21 行"]
    assert not work.dialog.isVisible()
    decided = {
        draft.title: draft for draft in (office.register.open(number).draft for number in imported.numbers)
    }
    assert decided["毛里湖镇：党员先锋队抢收抢种保粮安"].received_on.isoformat() == "2022-06-30"
    assert decided["襄阳街街道：红色物业“管家”暖民心"].received_on.isoformat() == "2022-06-30"
    assert decided["市供销社党支部结对帮扶见实效"].lead == "B_SLJ"


def test_enter_n_and_f8_go_from_doubt_to_doubt_and_round(clerk: Open, messy: Path) -> None:
    work = clerk(messy)
    seen = []
    for _ in range(4):
        work.type("n")
        seen.append(work.row.row)
    for _ in range(2):
        work.enter()
        seen.append(work.row.row)
    work.press(Qt.Key.Key_F8)
    seen.append(work.row.row)
    assert seen == [12, 13, 16, 22, 25, 8, 9]
    work.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert work.row.row == 8


def test_keys_struck_ahead_are_not_lost(clerk: Open, messy: Path) -> None:
    work = clerk(messy)
    work.type("112")
    assert work.asking == [16, 22, 25, 8]


def test_the_last_decision_is_taken_back(clerk: Open, messy: Path) -> None:
    work = clerk(messy)
    work.type("21")
    assert work.counts == (18, 9, 5)
    work.control(Qt.Key.Key_Z)
    assert work.counts == (17, 9, 6)
    assert work.row.row == 12
    work.control(Qt.Key.Key_Z)
    work.control(Qt.Key.Key_Z)
    assert work.counts == (16, 9, 7)
    assert not work.dialog.preview.undo_button.isEnabled()


def test_a_decided_row_is_opened_again(clerk: Open, messy: Path) -> None:
    work = clerk(messy)
    work.type("0")
    assert work.counts == (16, 10, 6)
    work.dialog.preview.sheet.go_to(("6月", 9))
    work.press(Qt.Key.Key_Backspace)
    assert work.counts == (16, 9, 7)
    assert work.row.row == 9


def test_a_row_without_doubt_can_be_left_out(clerk: Open, messy: Path) -> None:
    work = clerk(messy)
    work.dialog.preview.sheet.go_to(("6月", 6))
    work.type("0")
    assert work.counts == (15, 10, 7)


def test_what_names_nothing_is_not_taken(clerk: Open, messy: Path) -> None:
    work = clerk(messy)
    work.type("nnnnn1vvv")
    work.enter()
    assert work.counts[2] == 7
    assert "vvv" in work.dialog.preview.side.question._problem.text()
    work.press(Qt.Key.Key_Escape)
    assert work.dialog.isVisible()
    assert QApplication.focusWidget() is work.dialog.preview.sheet.table


def test_an_answer_for_this_row_alone_is_not_used_elsewhere(clerk: Open, messy: Path) -> None:
    work = clerk(messy)
    work.dialog.preview.sheet.go_to(("6月", 25))
    assert work.dialog.preview.side.question.general.isChecked()
    work.dialog.preview.side.question.general.click()
    work.dialog.preview.focus_sheet()
    work.type("1shuilj")
    work.enter()
    work.enter()
    assert list(work.dialog.session.answers) == ["6月!25:unknown_unit:市供销社"]


def test_decisions_are_saved_loaded_and_used_for_the_next_file(
    clerk: Open, messy: Path, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.files = [tmp_path / "决定.json"]
    first = clerk(messy)
    first.dialog.preview.sheet.go_to(("6月", 25))
    first.type("1shuilj")
    first.enter()
    first.enter()
    first.type("2")
    decided = first.counts
    first.dialog.preview.side.save_act.trigger()
    assert "2 个决定" in first.dialog.preview.status.saved.text()
    second = clerk(messy)
    assert second.counts == (16, 9, 7)
    second.dialog.preview.side.load_act.trigger()
    second.wait()
    assert second.counts == decided
    dialogs.files[0].write_text("[]", encoding="utf-8")
    second.dialog.preview.side.load_act.trigger()
    assert "不是导入决定文件" in second.dialog.preview.notice.words.text()
    assert second.counts == decided


def test_what_holds_in_general_is_used_for_the_files_after(clerk: Open, messy: Path, tmp_path: Path) -> None:
    again = tmp_path / "又一份.xlsx"
    again.write_bytes(messy.read_bytes())
    work = clerk(messy, again)
    assert "第 1 个文件（共 2 个）" in work.dialog.preview._told.text()
    work.dialog.preview.sheet.go_to(("6月", 25))
    work.type("1shuilj")
    work.enter()
    work.enter()
    work.type("0")
    work.control(Qt.Key.Key_Return)
    work.wait()
    assert work.dialog.file == again
    assert work.dialog.session.answers == {"unknown_unit:市供销社": "B_SLJ"}
    asked = {question.kind for row in work.sheet.reading.rows for question in row.questions}
    assert "unknown_unit" not in asked
    assert "duplicate" in asked


def test_columns_are_put_right_by_hand_and_remembered(clerk: Open, clean: Path, office: Office) -> None:
    work = clerk(clean)
    work.press(Qt.Key.Key_F4)
    columns: ColumnsView = work.dialog.preview.side.columns
    heading, combo = next(
        (each, box) for each, box in columns.combos.items() if box.currentData() == "category"
    )
    before = work.counts
    take_for(work, combo, "")
    assert work.counts != before
    take_for(work, combo, "form")
    assert work.sheet.headings == {heading: "form"}
    work.control(Qt.Key.Key_Z)
    work.control(Qt.Key.Key_Z)
    assert work.counts == before
    assert work.dialog.preview.side.columns.combos[heading].currentData() == "category"


def test_a_sheet_that_would_lose_its_header_stays_as_it_is(clerk: Open, clean: Path) -> None:
    work = clerk(clean)
    columns = work.dialog.preview.side.columns
    heading, combo = column_of(columns, "title")
    take_for(work, combo, "")
    assert "找不到表头" in work.dialog.preview.notice.words.text()
    assert columns.combos[heading].currentData() == "title"


def test_batch_questions_change_what_comes_in(clerk: Open, messy: Path, office: Office) -> None:
    work = clerk(messy)
    came: list[Imported] = []
    work.dialog.imported.connect(came.append)
    batch = work.dialog.preview.side.batch
    assert batch.forms.isVisible()
    assert batch.proof.isVisible()
    batch.forms.choose("no")
    batch.proof.choose("no")
    work.dialog.preview.focus_sheet()
    work.control(Qt.Key.Key_Return)
    drafts = [office.register.open(number) for number in came[0].numbers]
    assert not any(draft.draft.approval_on_file for draft in drafts)
    assert not any(adoption.verified for draft in drafts for adoption in draft.adoptions)


def test_the_batch_is_undone_from_the_toast(
    clerk: Open, messy: Path, office: Office, frame: Frame, qtbot: object
) -> None:
    told: list[tuple[str, Callable[[], None] | None]] = []
    frame.notices.act_told.connect(lambda words, undo: told.append((words, undo)))
    work = clerk(messy)
    came: list[Imported] = []
    work.dialog.imported.connect(came.append)
    work.control(Qt.Key.Key_Return)
    (words, undo), *_ = told
    assert words == "已导入 16 行"
    assert undo is not None
    undo()
    work.qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1][0].startswith("已撤销导入：16 篇稿件作废")
    assert {office.status(number) for number in came[0].numbers} == {Status.VOID}
    again = clerk(messy)
    assert again.counts == (16, 9, 7)
    assert not again.dialog.preview.notice.isVisible()


def test_rows_that_are_all_there_already_are_left_out_at_once(clerk: Open, messy: Path) -> None:
    clerk(messy).control(Qt.Key.Key_Return)
    work = clerk(messy)
    assert work.counts[0] == 0
    assert not work.dialog.preview.side.import_button.isEnabled()
    question = work.dialog.preview.side.question
    assert question.general.text() == "其余 17 行同样的也这样"
    question.general.click()
    work.dialog.preview.focus_sheet()
    work.type("3")
    assert work.asking == [9, 13, 16, 22, 25]
    work.control(Qt.Key.Key_Z)
    assert len(work.asking) == 23


def test_a_row_that_cannot_be_filed_says_why(clerk: Open, clean: Path) -> None:
    work = clerk(clean)  # on 3rd July, half of it lies ahead
    question = work.dialog.preview.side.question
    assert question._chip.text() == "收稿日期在今天之后"
    assert work.dialog.preview.sheet.lines.mark(work.row, "received_on") == "bad"
    assert work.dialog.preview.sheet.lines.mark(work.row, "title") == ""
    asked = work.counts[2]
    work.type("0")
    assert work.counts[2] == asked - 1


def test_an_unknown_unit_is_created_by_one_key_and_seen_before_it_is_imported(
    office: Office, clerk: Open, messy: Path
) -> None:
    work = clerk(messy)
    work.dialog.preview.sheet.go_to(("6月", 25))
    side = work.dialog.preview.side
    assert side.question.general.text() == "记住：以后“市供销社”都这样"
    work.type("3")  # 1 is the field, 2 to 4 the groups
    assert "新增单位：市供销社（市直单位，2022年6月起）" in side.batch._words.text()
    work.control(Qt.Key.Key_Z)
    assert "新增" not in side.batch._words.text()
    work.dialog.preview.sheet.go_to(("6月", 25))
    work.type("3")
    work.control(Qt.Key.Key_Return)
    assert any(unit.name == "市供销社" for unit in office.store.units.all())
