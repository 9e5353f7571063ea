"""平台数据: what the platforms did in the month, typed by hand; it makes a sentence of the bulletin."""

from collections.abc import Iterator

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jinshi_desk.domain.balance import all_sentences
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.platforms import PlatformMonth, pushes_a_week
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.ledgers.ledger_page import Workplace
from jinshi_desk.ui.widgets.fields import NumberField
from jinshi_desk.ui.widgets.form import FieldProblem
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel

_WIDTH = 420
_CODE = "T11"


class PlatformForm(EntryPage):
    """Four figures; ``submitted`` a PlatformMonth, or None where all are empty."""

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(at.frame.look, parent)
        self.name_entry(self.tr("平台数据"), self.tr("保存"), "save")
        self.back_button.hide()
        self._at = at
        self.numbers = {
            "pushes": NumberField(self.tr("公众号群发次数")),
            "articles": NumberField(self.tr("公众号编发条数")),
            "website_updates": NumberField(self.tr("津市党建网更新条数")),
            "followers": NumberField(self.tr("公众号关注用户数"), 99_999_999),
        }
        words = {
            "pushes": self.tr("群发次数"),
            "articles": self.tr("编发条数"),
            "website_updates": self.tr("网站更新"),
            "followers": self.tr("关注用户"),
        }
        for name, field in self.numbers.items():
            self.form.add_row((name, words[name], field))
        self.week = label("", "hint")
        self.form.add_widget(self.week)
        self.numbers["pushes"].textChanged.connect(self._on_pushes_typed)
        self._month: Month | None = None
        self._finish()

    @property
    def is_typed(self) -> bool:
        """Tell whether the month has its figures."""
        return self._at.desks.bulletins.platform(self._at.frame.month.month) is not None

    def start(self, month: Month) -> None:
        """Show what was typed for ``month``."""
        self._month = month
        typed = self._at.desks.bulletins.platform(month)
        for name, field in self.numbers.items():
            field.set_number(getattr(typed, name) if typed else None)
        self._on_pushes_typed()
        words = self.tr("{}公众号和网站的数，写进月通报；四项都空着，通报就没有这一句。")
        self._start(words.format(month.label), focus=False)

    def entry(self) -> PlatformMonth | None:
        typed = [field.number for field in self.numbers.values()]
        return None if all(number is None for number in typed) else PlatformMonth(*(n or 0 for n in typed))

    def _more_problems(self) -> Iterator[FieldProblem]:
        if self.entry() is not None:
            for name, field in self.numbers.items():
                if field.number is None:
                    yield FieldProblem(name, "bad", self.tr("没有就填 0"))

    @Slot()
    def _on_pushes_typed(self) -> None:
        pushes = self.numbers["pushes"].number
        if pushes is None or self._month is None:
            self.week.hide()
            return
        week = f"{pushes_a_week(pushes, self._month).normalize():f}"
        self.week.setText(self.tr("周均 {} 次").format(week))
        self.week.show()


class PlatformPage(QWidget):
    """The form, and beside it the sentence that its figures make."""

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = at
        look = at.frame.look
        self.form = PlatformForm(at)
        self.setAccessibleName(self.form.title.text())
        self.form.setFixedWidth(look.theme.scaled(_WIDTH))
        self.form.submitted.connect(self._on_submitted)
        self.sentence = label("")
        self.sentence.setWordWrap(True)
        self.sentence.setContentsMargins(12, 12, 12, 12)
        beside = Panel(look, self.tr("通报这样写"))
        beside.band.addStretch()
        beside.body.addWidget(self.sentence)
        beside.body.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.form)
        row.addWidget(beside, 1)

    def reload(self) -> None:
        """Show the month's figures, unless others are being typed."""
        if not self.form.is_dirty:
            self.form.start(self._at.frame.month.month)
        if self.isVisible():
            self._say()

    def take_focus(self) -> None:
        """Let the keys go to the first figure."""
        self._say()
        self.form.form.go_first()

    def _say(self) -> None:
        bulletin = self._at.desks.bulletins.draft(self._at.frame.month.month).bulletin
        said = next((each.text for each in all_sentences(bulletin) if each.code == _CODE), "")
        self.sentence.setText(said or self.tr("还没有填，通报里没有这一句。"))

    @Slot(object)
    def _on_submitted(self, typed: PlatformMonth | None) -> None:
        month = self._at.frame.month.month
        self._at.acts.set_platform(month, typed)
        self.form.start(month)
        self._say()
