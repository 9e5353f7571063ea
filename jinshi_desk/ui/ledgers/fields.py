"""Fields of the ledgers' forms: a draft found by its words, and an amount of points."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from jinshi_desk.domain.drafts import STANDING
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import to_cents
from jinshi_desk.domain.register import RegisterRow
from jinshi_desk.services.ledgers import LedgersDesk
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField

_WORDS_HEIGHT = 84
_POINTS = re.compile(r"([+\-−－]?)\s*(\d{1,4}(?:\.\d{1,2})?)\s*分?\Z", re.ASCII)


class DraftField(ChoiceField):
    """A draft: by words of its title, its number, its unit's or author's initials. Down shows the latest."""

    def __init__(
        self, look: Look, ledgers: LedgersDesk, unit_name: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "", parent)
        self.setAccessibleName(self.tr("稿件"))
        self.setPlaceholderText(self.tr("标题、编号或单位拼音"))
        self._ledgers = ledgers
        self._unit_name = unit_name
        self._month: Month | None = None
        self._unit: str | None = None
        self._accepted = False
        self._rows: dict[str, RegisterRow] = {}
        self.set_lookup(self._look_up)

    @property
    def row(self) -> RegisterRow | None:
        """The draft chosen."""
        return self._rows.get(self.chosen_id or "")

    def narrow(self, month: Month, unit: str | None = None, *, accepted: bool = False) -> None:
        """Offer drafts of ``month`` first; of ``unit``, and where ``accepted`` only such as were accepted."""
        self._month, self._unit, self._accepted = month, unit, accepted

    def set_draft(self, number: str | None) -> None:
        """Choose a draft by its number, silently."""
        found = next((each for each in self._look_up(number) if each.id == number), None) if number else None
        self.set_choice(found)

    def _look_up(self, typed: str) -> Sequence[Choice]:
        rows = self._ledgers.find_drafts(typed, self._month, self._unit)
        if self._unit is not None and not rows:
            rows = self._ledgers.find_drafts(typed, self._month)
        if self._accepted:
            rows = [row for row in rows if row.status in STANDING]
        name = self._unit_name
        self._rows |= {row.number: row for row in rows}
        return [
            Choice(row.number, row.title, hint=f"{name(row.unit)} {row.number}", also=(row.number,))
            for row in rows
        ]


class OptionalDateField(DateField):
    """A day that may be left out."""

    def __init__(self, name: str, near: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(name, near, parent)
        self.setPlaceholderText(self.tr("可不填"))


def words_field(look: Look) -> QPlainTextEdit:
    """Return a field for a few sentences; Tab leaves it."""
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setFixedHeight(look.theme.scaled(_WORDS_HEIGHT))
    return field


class PointsField(QLineEdit):
    """Points as they are written: ``1.5``, ``+2``, ``−0.5``; empty means none, which is not zero."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @property
    def cents(self) -> int | None:
        """The amount typed, none where it is empty or no amount."""
        found = _POINTS.match(self.text().strip())
        if found is None:
            return None
        cents = to_cents(Decimal(found[2]))
        return -cents if found[1] in {"-", "−", "－"} else cents

    @property
    def is_unreadable(self) -> bool:
        """Tell whether something is there that is no amount."""
        return bool(self.text().strip()) and self.cents is None
