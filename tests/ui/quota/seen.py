"""What a clerk sees of the tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from jinshi_desk.ui.quota.tab import QuotaTab
from jinshi_desk.ui.widgets.heat_model import CellState, HeatCell, HeatModel
from jinshi_desk.ui.widgets.list_view import ListView
from tests.office import unit_id


def lines(tab: QuotaTab) -> list[str]:
    """The board's lines: headings and names."""
    model = tab.board.grid.model()
    return [str(model.index(line, 0).data()) for line in range(model.rowCount())]


def total(tab: QuotaTab, unit: str) -> list[str]:
    """The year's figures of a unit's line."""
    return [cell(tab, unit, month).text for month in range(13, 17)]


def cell(tab: QuotaTab, unit: str, month: int = 6) -> HeatCell:
    """A unit's month on the board."""
    model = tab.board.grid.model()
    assert isinstance(model, HeatModel)
    found = model.cell(lines(tab).index(unit), month)
    assert found is not None
    return found


def state(tab: QuotaTab, unit: str, month: int = 6) -> tuple[CellState, str]:
    """How a unit's month is drawn, and with which text."""
    found = cell(tab, unit, month)
    return found.state, found.text


def go_to(tab: QuotaTab, unit: str, month: int = 6) -> None:
    """Put the ring on a unit's month."""
    tab.board.grid.go_to(unit_id(unit), month)


def table(view: ListView) -> list[list[str]]:
    """A list's rows as their texts."""
    model = view.model()
    return [
        [
            str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole))
            for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    ]


def words(tab: QuotaTab) -> list[str]:
    """The words of the explanation, from the top."""
    return [label.text() for label in tab.cell.findChildren(QLabel) if label.isVisible() and label.text()]
