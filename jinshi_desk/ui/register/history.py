"""流转记录: what was done to a draft, by whom and when, in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.adoptions import Mode
from jinshi_desk.domain.drafts import Category, Form, Source, Status
from jinshi_desk.domain.months import Month
from jinshi_desk.store.audit import Record
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.lines import Line, Lines
from jinshi_desk.ui.widgets.side_page import SidePage
from jinshi_desk.wording import ACT, CATEGORY, DRAFT_FACT, FORM, MODE, PICK_FACT, SOURCE, STATUS

_WORDS: Mapping[str, Callable[[str], str]] = {
    "category": lambda value: CATEGORY[Category(value)],
    "form": lambda value: FORM[Form(value)],
    "source": lambda value: SOURCE[Source(value)],
    "status": lambda value: STATUS[Status(value)],
    "mode": lambda value: MODE[Mode(value)],
    "month": lambda value: Month.parse(value).label,
}
_CHANGES = ("revise", "undo", "resubmit", "mark_form", "tag")
"""Acts of which is told what was before and what after."""
_SILENT = ("status", "status_reason")
"""Facts that the act itself tells."""


class HistoryPage(SidePage):
    """Lists the records, the latest first."""

    def __init__(
        self,
        look: Look,
        unit_name: Callable[[str], str],
        outlet_name: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.name_page(self.tr("流转记录"))
        self._unit_name = unit_name
        self._outlet_name = outlet_name
        self.heading = label("", "body")
        self.heading.setWordWrap(True)
        self.heading.setContentsMargins(12, 8, 12, 4)
        self.lines = Lines(self.tr("流转记录"))
        self.body.addWidget(self.heading)
        self.body.addWidget(self.lines, 1)

    def show_records(self, title: str, records: Sequence[Record]) -> None:
        """Show what was done to the draft ``title``."""
        self.heading.setText(f"《{title}》")
        empty = [Line(self.tr("这篇稿件是成批导入的，单篇没有另记。"))]
        self.lines.show_lines([self._line(record) for record in reversed(records)] or empty)

    def _line(self, record: Record) -> Line:
        when = datetime.fromisoformat(record.at)
        return Line(self._act(record), f"{when:%Y-%m-%d %H:%M}", tuple(self._reasons(record)))

    def _act(self, record: Record) -> str:
        outlet = record.after.get("outlet") or record.before.get("outlet")
        words = ACT.get(record.act, record.act)
        numbers = list(record.after.get("numbers", ()))
        if len(numbers) > 1 and numbers[0] == record.subject:  # an act on an approval form and its drafts
            words += f" {numbers.pop(0)}"
        others = len(numbers) - 1
        if others > 0:
            words += self.tr("（连同另外 {} 篇）").format(others)
        return f"{words}：{self._outlet_name(outlet)}" if outlet else words

    def _reasons(self, record: Record) -> list[str]:
        said = [str(record.after[key]) for key in ("status_reason", "voided", "on") if record.after.get(key)]
        if record.act in _CHANGES:
            said += [
                f"{DRAFT_FACT[key]}：{self._word(key, record.before.get(key))} → {self._word(key, value)}"
                for key, value in record.after.items()
                if key in DRAFT_FACT and key not in _SILENT
            ]
        said += self._picked(record)
        if record.act == "undo" and "status" in record.after:
            said.insert(0, STATUS[Status(record.after["status"])])
        return [*said, record.who] if record.who else said

    def _picked(self, record: Record) -> Iterator[str]:
        """Yield what a good draft was picked for; of what was put right, how it was before too."""
        for key, name in PICK_FACT.items():
            new, old = record.after.get(key), record.before.get(key)
            if "picked_by" not in record.after or new == old or not (new or old):
                continue
            changed = f"{self._word(key, old)} → " if record.before else ""
            yield f"{name}：{changed}{self._word(key, new)}"

    def _word(self, key: str, value: Any) -> str:
        if value in (None, "", []):
            return self.tr("（空）")
        if isinstance(value, bool):
            return self.tr("是") if value else self.tr("否")
        if isinstance(value, list):
            names = map(self._unit_name, value) if key == "units" else (str(v).split(":")[0] for v in value)
            return "、".join(names)
        return _WORDS[key](str(value)) if key in _WORDS else str(value)
