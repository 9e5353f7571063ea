"""The field for an answer that is not on offer: a unit by its pinyin, a day, a number, plain words."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.domain.registers import Question
from jinshi_desk.services.importing import ImportDesk
from jinshi_desk.services.register_list import Spelled
from jinshi_desk.sheets.cell_readers import DAYS
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choice_field import ChoiceField, ChoicesField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField, NumberField

_DAY_KINDS = frozenset(
    {
        "ambiguous_date",
        "date_out_of_range",
        "date_without_year",
        "invalid_date",
        "unparseable_date",
        "weekday_wrong",
    }
)
_WORDS = ("title", "author")


class AnswerInput:
    """The fields, of which at most one is shown. ``near`` completes days without a year."""

    def __init__(self, look: Look, imports: ImportDesk, near: Callable[[], date], parent: QWidget) -> None:
        tr = parent.tr
        self._units = ChoicesField(look, tr("另选单位"), parent)
        self._outlet = ChoiceField(look, tr("另选媒体"), parent)
        self._day = DateField(tr("填日期"), near, parent)
        self._number = NumberField(tr("填字数"), parent=parent)
        self._text = QLineEdit(parent)
        self._text.setAccessibleName(tr("填写"))
        self._units.setPlaceholderText(tr("另选单位：名称或拼音首字母"))
        self._outlet.setPlaceholderText(tr("另选媒体：名称或拼音首字母"))
        self._day.setPlaceholderText(tr("填日期，如 0628"))
        self._number.setPlaceholderText(tr("填字数"))
        self._text.setPlaceholderText(tr("填写正确的内容"))
        self._units.set_choices(_choices(imports.units()))
        self._outlet.set_choices(_choices(imports.outlets()))
        self.fields: Sequence[QLineEdit] = (self._units, self._outlet, self._day, self._number, self._text)
        self._shown: QLineEdit | None = None
        for field in self.fields:
            field.hide()

    @property
    def shown(self) -> QLineEdit | None:
        """The field that is shown, if any."""
        return self._shown

    def show_for(self, question: Question | None) -> None:
        """Show the field that ``question`` can be answered in, empty, or none."""
        self._shown = self._field(question) if question is not None else None
        for field in self.fields:
            field.clear()
            field.setVisible(field is self._shown)

    @property
    def answer(self) -> str:
        """What was typed, as it is written into a decision; empty while it names nothing."""
        match self._shown:
            case ChoicesField() as units:
                ids = units.ids()
                return ",".join(known for known in ids if known) if all(ids) else ""
            case ChoiceField() as outlet:
                return outlet.chosen_id or ""
            case DateField() as field:
                return field.day.isoformat() if field.day else ""
            case QLineEdit() as words:
                return words.text().strip()
        return ""

    def _field(self, question: Question) -> QLineEdit | None:
        if question.column in DAYS or question.kind in _DAY_KINDS:
            return self._day
        match question.column:
            case "unit":
                return self._units
            case "outlet" | "outlet_named":
                return self._outlet
            case "word_count":
                return self._number
            case column if column in _WORDS and question.kind != "duplicate":
                return self._text
        return None if question.candidates else self._text


def _choices(spelled: Sequence[Spelled]) -> list[Choice]:
    return [Choice(each.id, each.name, each.initials, each.pinyin) for each in spelled]
