"""What one version of the rules says otherwise than another, in the office's words."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from jinshi_desk.clause_words import item_word, section_word, value_word
from jinshi_desk.domain.rule_changes import RuleChange
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort


class ChangesList(QObject):
    """A line for each value that changed, in ``view``; ``units`` are names by id."""

    def __init__(
        self, frame: Frame, name: str, units: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._changes: Sequence[RuleChange] = ()
        self._names: Mapping[str, Any] = {}
        columns = (
            self._column("section", self.tr("哪一部分"), lambda row: section_word(row.key), 96),
            self._column("item", self.tr("哪一项"), lambda row: item_word(row.key, self._names)),
            self._column("before", self.tr("原来"), lambda row: value_word(row.key, row.before, units), 110),
            self._column("after", self.tr("改成"), lambda row: value_word(row.key, row.after, units), 110),
        )
        self._rows: PagedTableModel[RuleChange] = PagedTableModel(columns, key=lambda row: row.key)
        self.view = ListView(frame.look, self._rows, name, frame.settings)
        self.view.setAccessibleName(self.tr("改了哪些"))

    def show_changes(self, changes: Sequence[RuleChange], names: Mapping[str, Any], empty: str) -> None:
        """Show ``changes``; ``names`` is the later file read, ``empty`` stands where nothing changed."""
        self._changes, self._names = changes, names
        self.view.empty.set_words(empty)
        self._rows.show_rows(self._fetch, lambda: len(self._changes))

    @property
    def shown(self) -> Sequence[RuleChange]:
        """The changes that are listed."""
        return self._changes

    @staticmethod
    def _column(key: str, title: str, text: Any, width: int = 0) -> Column[RuleChange]:
        return Column(key, title, text, width=width, elastic=not width, sortable=False)

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[RuleChange]:
        return self._changes[offset : offset + limit]
