from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jinshi_desk.services.importing import ImportDesk, OpenSheet
from jinshi_desk.services.progress import Progress
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.imports.dialog import ImportDialog
from tests.office import JUNE, Office
from tests.ui.imports.clerk import Clerk
from tests.ui.scripted import ScriptedDialogs

Open = Callable[..., Clerk]


@pytest.fixture
def messy(samples: Path) -> Path:
    return samples / "messy_202206.xlsx"


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _text(file: Path) -> None:
    file.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)


def _truncated(file: Path) -> None:
    Workbook().save(file)
    file.write_bytes(file.read_bytes()[:-400])


def _headless(file: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["今天", "天气", "不错"])
    book.save(file)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_empty, "没有内容"),
        (_text, "不是表格文件"),
        (_truncated, "不完整或已损坏"),
        (_headless, "找不到表头"),
        (lambda file: None, "读不了"),
    ],
)
def test_a_bad_file_is_told_in_one_sentence_and_the_next_one_read(
    clerk: Open, messy: Path, tmp_path: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    bad = tmp_path / "坏表.xlsx"
    spoil(bad)
    work = clerk(bad, messy)
    trouble = work.dialog.trouble
    assert trouble.isVisible()
    assert sentence in trouble.sentence.text()
    assert trouble.skip_button.text() == "跳过，读下一个"
    trouble.skip_button.click()
    work.wait()
    assert work.counts == (16, 9, 7)


def test_another_file_takes_the_place_of_a_bad_one(
    clerk: Open, messy: Path, tmp_path: Path, dialogs: ScriptedDialogs
) -> None:
    bad = tmp_path / "坏表.xlsx"
    bad.write_bytes(b"")
    dialogs.files = [messy]
    work = clerk(bad)
    work.press(Qt.Key.Key_Space)  # 换个文件 has the focus
    assert work.counts == (16, 9, 7)


def test_skipping_the_only_file_closes(clerk: Open, tmp_path: Path) -> None:
    work = clerk(tmp_path / "没有.xlsx")
    work.dialog.trouble.skip_button.click()
    assert not work.dialog.isVisible()


class SlowDesk(ImportDesk):
    """Reads until it is told to stop."""

    def open(self, path: Path, decisions: object = None, progress: Progress | None = None) -> OpenSheet:
        assert progress is not None
        while True:
            progress.step(1, 3, "6月")


def test_reading_is_cancelled(office: Office, frame: Frame, qtbot: QtBot, messy: Path) -> None:
    slow = SlowDesk(office.store, office.register, office.adoption, office.today)
    dialog = ImportDialog(frame, slow, [messy])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.reading.strip.isVisible)
    assert dialog.reading.strip._what.text() == "正在读第 1 个表"
    with qtbot.waitSignal(dialog.session.ended):
        dialog.reading.strip.cancel_button.click()
    assert dialog.trouble.isVisible()
    assert "没有读完" in dialog.trouble.sentence.text()


def test_closing_while_a_file_is_read_stops_it(
    office: Office, frame: Frame, qtbot: QtBot, messy: Path
) -> None:
    slow = SlowDesk(office.store, office.register, office.adoption, office.today)
    dialog = ImportDialog(frame, slow, [messy])
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        dialog.reject()
    assert not dialog.isVisible()


def test_decisions_are_not_thrown_away_unasked(clerk: Open, messy: Path, dialogs: ScriptedDialogs) -> None:
    work = clerk(messy)
    work.type("1")
    dialogs.agrees = False
    work.press(Qt.Key.Key_Escape)
    assert work.dialog.isVisible()
    dialogs.agrees = True
    work.press(Qt.Key.Key_Escape)
    assert not work.dialog.isVisible()
    assert dialogs.asked == ["不导入《messy_202206.xlsx》？"] * 2


def test_nothing_decided_is_nothing_asked(clerk: Open, messy: Path, dialogs: ScriptedDialogs) -> None:
    work = clerk(messy)
    work.press(Qt.Key.Key_Escape)
    assert not work.dialog.isVisible()
    assert dialogs.asked == []


def test_undecided_rows_go_back_to_the_sender_in_words(
    clerk: Open, messy: Path, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    dialogs.files = [tmp_path / "待定.xlsx"]
    work = clerk(messy)
    work.dialog.preview.side.save_button.click()
    sheet = load_workbook(dialogs.files[0]).worksheets[0]
    words = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert "没有这一天：2022.6.31" in words
    assert not any("invalid_date" in word for word in words)
    assert "7 行" in work.dialog.preview.status.saved.text()
    dialogs.files = [tmp_path / "没有这个文件夹" / "待定.xlsx"]
    work.dialog.preview.side.save_button.click()
    assert "写不进" in work.dialog.preview.notice.words.text()


def test_a_file_imported_before_is_told(clerk: Open, messy: Path) -> None:
    clerk(messy).control(Qt.Key.Key_Return)
    again = clerk(messy)
    assert "导入过" in again.dialog.preview.notice.words.text()


def test_a_month_closed_meanwhile_is_told_and_nothing_comes_in(
    clerk: Open, messy: Path, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = clerk(messy)
    messy_gone = work.sheet.path
    monkeypatch.setattr("jinshi_desk.services.importing.read_bytes", _refuse)
    work.control(Qt.Key.Key_Return)
    assert "读不了" in work.dialog.preview.notice.words.text()
    assert work.dialog.isVisible()
    assert work.dialog.preview._split.isEnabled()
    assert office.figures(JUNE).received == 0
    assert messy_gone == messy


def _refuse(path: Path) -> bytes:
    from jinshi_desk.domain.errors import CannotRead

    raise CannotRead(path.name, "没有这个文件或文件夹")
