"""Whose approval forms are missing, as a text for the chat group."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import RegisterRow
from jinshi_desk.domain.reminders import forms_wanted
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.chat_text import ChatText
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel, padded


class MissingPanel(Panel):
    """Names the units and the titles whose forms are still to come."""

    copied = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("缺审批表"), parent)
        self._month: Month | None = None
        self.units = label("", "body")
        self.text = ChatText(look, self.tr("催交文字"), self.tr("没有要催交的审批表"))
        self.text.copied.connect(self.copied)
        self.band.addStretch()
        inside, column = padded()
        column.addWidget(self.units)
        column.addWidget(label(self.tr("催交文字"), "h2"))
        column.addWidget(self.text, 1)
        self.body.addWidget(inside, 1)
        self.foot.addWidget(self.text.copy_button)
        self.foot.addStretch()

    def show_month(
        self, month: Month, missing: Sequence[RegisterRow], names: Mapping[str, str], *, required: bool
    ) -> None:
        """Show what is missing in ``month``; ``required`` tells whether it keeps a draft from counting."""
        by_unit: dict[str, list[str]] = {unit: [] for unit in names}
        for row in missing:
            by_unit[row.unit].append(row.title)
        titles = {names[unit]: found for unit, found in by_unit.items() if found}
        self.chip.show_chip(
            self.tr("{} 篇").format(len(missing)) if missing else self.tr("已交齐"),
            "warn" if missing else "ok",
        )
        where = f"{month.month}月"
        self.units.setText(
            self.tr("{}有 {} 家单位 {} 篇稿件缺审批表").format(where, len(titles), len(missing))
            if missing
            else self.tr("{}没有缺审批表的稿件").format(where)
        )
        words = forms_wanted(month, titles, required=required)
        (self.text.suggest if month == self._month else self.text.write)(words)
        self._month = month

    def show_closed(self) -> None:
        """Say that no form is waited for any more."""
        self.units.setText(self.tr("{}；已关账，不再补收").format(self.units.text()))
        self.text.write("")
