from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.theme import Look, TextSize
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort


@dataclass(frozen=True)
class Piece:
    number: int
    title: str
    state: str = "有效"


COLUMNS: tuple[Column[Piece], ...] = (
    Column("number", "编号", lambda piece: f"{piece.number:04d}", align="right"),
    Column("title", "标题", lambda piece: piece.title, elastic=True, tip=lambda piece: f"《{piece.title}》"),
    Column(
        "state", "状态", lambda piece: piece.state, chip=lambda _piece: "ok", sortable=False, folds_below=500
    ),
    Column("mark", "核对", lambda _piece: "（空）", mark=lambda _piece: "bad"),
)


@dataclass
class Source:
    """Pieces in memory that count how often they are asked for."""

    pieces: list[Piece]
    fetches: list[tuple[int, int, Sort | None]] = field(default_factory=list)

    def fetch(self, offset: int, limit: int, sort: Sort | None) -> Sequence[Piece]:
        self.fetches.append((offset, limit, sort))
        pieces = self.pieces
        if sort is not None:
            pieces = sorted(pieces, key=lambda piece: str(getattr(piece, sort.key)), reverse=sort.descending)
        return pieces[offset : offset + limit]

    def count(self) -> int:
        return len(self.pieces)


@pytest.fixture
def source() -> Source:
    return Source([Piece(number, f"第{number}篇") for number in range(1000)])


@pytest.fixture
def model(source: Source) -> PagedTableModel[Piece]:
    model = PagedTableModel(
        COLUMNS, key=lambda piece: piece.number, void=lambda piece: piece.state == "已作废"
    )
    model.show_rows(source.fetch, source.count)
    return model


@pytest.fixture
def view(look: Look, model: PagedTableModel[Piece], settings: QSettings, qtbot: QtBot) -> ListView:
    view = ListView(look, model, "pieces", settings, several=True)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return view


def test_the_model_keeps_qts_rules(
    model: PagedTableModel[Piece], source: Source, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    source.pieces = source.pieces[:70]
    model.reload()
    model.set_count(64)
    model.set_count(70)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_only_pages_that_are_looked_at_are_fetched(view: ListView, source: Source) -> None:
    view.viewport().grab()
    view.scrollToBottom()
    view.viewport().grab()
    assert {offset for offset, _limit, _sort in source.fetches} <= {0, 32, 928, 960, 992}


def test_no_more_than_a_few_pages_are_kept(model: PagedTableModel[Piece], source: Source) -> None:
    page, pages = model.PAGE, model.KEPT + 10
    source.pieces = [Piece(number, "篇") for number in range(page * pages)]
    model.reload()
    for number in range(0, page * pages, page):
        model.row(number)
    source.fetches.clear()
    model.row(page * (pages - 1))
    model.row(0)
    assert source.fetches == [(0, page, None)]


def test_sorting_is_asked_of_the_source(model: PagedTableModel[Piece], source: Source) -> None:
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.data(model.index(0, 0)) == "0999"
    assert source.fetches[-1][2] == Sort("number", descending=True)
    model.sort(2)
    assert model.sorted_by == Sort("number", descending=True)
    model.sort(-1)
    assert model.sorted_by is None


def test_a_reload_keeps_the_current_row_and_the_place(
    view: ListView, model: PagedTableModel[Piece], source: Source
) -> None:
    view.setCurrentIndex(model.index(500, 0))
    top = view.rowAt(0)
    source.pieces.insert(0, Piece(5000, "新来的"))
    model.reload()
    assert view.current_row == Piece(500, "第500篇")
    assert view.rowAt(0) == top


def test_a_row_that_left_the_list_leaves_its_place_to_the_next(
    view: ListView, model: PagedTableModel[Piece], source: Source
) -> None:
    view.setCurrentIndex(model.index(3, 0))
    del source.pieces[3]
    model.reload()
    assert view.current_row == Piece(4, "第4篇")


def test_what_is_selected_stays_selected_over_a_reload(
    view: ListView, model: PagedTableModel[Piece], source: Source
) -> None:
    view.setCurrentIndex(model.index(2, 0))
    view.selectionModel().select(
        model.index(4, 0),
        view.selectionModel().SelectionFlag.Select | view.selectionModel().SelectionFlag.Rows,
    )
    source.pieces[4] = replace(source.pieces[4], state="已作废")
    model.reload()
    assert [piece.number for piece in view.selected_rows()] == [2, 4]


def test_another_selection_of_rows_starts_at_the_top(
    view: ListView, model: PagedTableModel[Piece], source: Source
) -> None:
    view.setCurrentIndex(model.index(900, 0))
    few = Source(source.pieces[:20])
    with_none: list[object] = []
    view.row_entered.connect(with_none.append)
    model.show_rows(few.fetch, few.count)
    assert view.rowAt(0) == 0
    assert view.current_row is None
    assert with_none == [None]


def test_a_source_that_can_locate_is_asked_where_a_row_is(
    view: ListView, model: PagedTableModel[Piece], source: Source
) -> None:
    def locate(key: Hashable, _sort: Sort | None) -> int | None:
        return int(str(key)) if int(str(key)) < 1000 else None

    model.show_rows(source.fetch, source.count, locate)
    assert view.go_to(777)
    assert view.current_row == Piece(777, "第777篇")
    assert not view.go_to(4000)


def test_a_long_list_is_shown_before_it_is_counted(
    view: ListView, model: PagedTableModel[Piece], source: Source
) -> None:
    wanted: list[int] = []
    model.show_rows(source.fetch, source.count, None, lambda: wanted.append(model.rowCount()))
    assert (model.is_counted, len(wanted)) == (False, 1)
    assert model.screenful <= model.rowCount() < source.count()
    assert not view.empty.isVisible()
    view.setCurrentIndex(model.index(3, 0))
    model.set_count(source.count())
    assert (model.is_counted, model.rowCount()) == (True, source.count())
    assert view.current_row == source.pieces[3]
    model.reload()
    assert model.rowCount() == source.count()


def test_a_short_list_counts_itself(view: ListView, model: PagedTableModel[Piece], source: Source) -> None:
    few = Source(source.pieces[:3])
    wanted: list[bool] = []
    model.show_rows(few.fetch, source.count, None, lambda: wanted.append(True))
    assert (model.is_counted, model.rowCount(), wanted) == (True, 3, [])


def test_a_row_that_is_not_counted_yet_is_gone_to(
    view: ListView, model: PagedTableModel[Piece], source: Source
) -> None:
    model.show_rows(source.fetch, source.count, lambda key, _sort: int(str(key)), lambda: None)
    assert view.go_to(777)
    assert view.current_row == source.pieces[777]


def test_enter_opens_and_space_is_the_tabs(
    view: ListView, model: PagedTableModel[Piece], qtbot: QtBot
) -> None:
    view.setCurrentIndex(model.index(1, 0))
    with qtbot.waitSignal(view.row_opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.space_hit) as hit:
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert opened.args == hit.args == [Piece(1, "第1篇")]


def test_double_click_opens(view: ListView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.row_opened) as opened:
        QTest.mouseDClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(2, 1)).center()
        )
    assert opened.args == [Piece(2, "第2篇")]


def test_moving_tells_the_row_and_how_many_are_picked(view: ListView, qtbot: QtBot) -> None:
    view.go_first()
    with qtbot.waitSignals([view.row_entered, view.rows_picked]):
        QTest.keyClick(view, Qt.Key.Key_Down)
    picked: list[int] = []
    view.rows_picked.connect(picked.append)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert picked == [2]


def test_an_empty_list_says_so_and_offers_an_act(
    view: ListView, model: PagedTableModel[Piece], qtbot: QtBot
) -> None:
    view.empty.set_words("6月还没有来稿。", "登记新稿", "或把文件拖到这里")
    assert not view.empty.isVisible()
    nothing = Source([])
    model.show_rows(nothing.fetch, nothing.count)
    assert view.empty.isVisible()


def test_a_width_set_by_hand_is_remembered(
    view: ListView, look: Look, model: PagedTableModel[Piece], settings: QSettings, qtbot: QtBot
) -> None:
    view.horizontalHeader().resizeSection(0, 123)
    again = ListView(look, model, "pieces", settings)
    qtbot.addWidget(again)
    assert abs(again.columnWidth(0) - 123) <= 1


def test_a_column_folds_where_the_window_is_narrow(view: ListView) -> None:
    assert not view.isColumnHidden(2)
    view.resize(450, 400)
    assert view.isColumnHidden(2)


def test_rows_grow_with_the_text(view: ListView, look: Look) -> None:
    assert view.rowHeight(0) == 28
    look.set_text_size(TextSize.HUGE)
    assert view.rowHeight(0) == 37
    look.set_text_size(TextSize.STANDARD)
    assert view.rowHeight(0) == 28


def test_a_source_that_has_fewer_rows_than_it_counted_does_no_harm(
    view: ListView, model: PagedTableModel[Piece]
) -> None:
    model.show_rows(lambda _offset, _limit, _sort: (), lambda: 10)
    view.viewport().grab()
    assert model.row(3) is None
    assert model.data(model.index(3, 0)) is None


def test_an_import_sheet_marks_its_cells(look: Look, model: PagedTableModel[Piece], qtbot: QtBot) -> None:
    sheet = ListView(look, model, "sheet", sheet=True)
    qtbot.addWidget(sheet)
    sheet.resize(600, 300)
    sheet.show()
    at = sheet.visualRect(model.index(0, 3)).topLeft()
    image = sheet.viewport().grab().toImage()
    assert image.pixelColor(at.x() + 1, at.y() + 4) == look.theme.color("bad")


def test_selected_rows_are_copied_as_they_are_shown(view: ListView) -> None:
    view.setFocus()
    view.go_first()
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Shift)  # nothing is held any more
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["0000", "0001"]


def test_a_row_is_gone_to_alone_whatever_key_is_held(view: ListView) -> None:
    view.setFocus()
    view.go_first()
    QTest.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    view.go_to(3)
    QTest.keyRelease(view, Qt.Key.Key_Control)
    assert [row.number for row in view.selected_rows()] == [3]


def ask_for_menu(view: ListView, reason: QContextMenuEvent.Reason) -> None:
    """Ask below the last row, where the mouse is of no use."""
    below = QPoint(5, view.viewport().height() + 500)
    event = QContextMenuEvent(reason, below, view.viewport().mapToGlobal(below))
    QApplication.sendEvent(view.viewport(), event)


def test_delete_and_the_menu_are_told_for_a_row_only(
    view: ListView, source: Source, model: PagedTableModel[Piece]
) -> None:
    source.pieces = source.pieces[:3]
    model.reload()
    view.setCurrentIndex(QModelIndex())
    told: list[object] = []
    view.delete_hit.connect(lambda: told.append("delete"))
    view.menu_wanted.connect(told.append)
    ask_for_menu(view, QContextMenuEvent.Reason.Mouse)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert told == []
    view.setFocus()
    view.go_first()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    ask_for_menu(view, QContextMenuEvent.Reason.Keyboard)
    below = view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft())
    assert told == ["delete", below]
