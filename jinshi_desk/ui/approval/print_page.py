"""空白表 and 批量打印: how many of what, to a printer or into one PDF."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.domain.approval_forms import FormState
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.form_words import FORM_KIND
from jinshi_desk.services.form_rows import FormRow
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.fields import NumberField
from jinshi_desk.ui.widgets.form import Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.pick import Pick
from jinshi_desk.ui.widgets.side_page import SidePage


class PrintPage(SidePage):
    """What both have in common: 打印 and 存为PDF."""

    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name_page(title)
        self.form = Form(look)
        self.print_button = Button(look, self.tr("打印"), "print", "primary", "Ctrl+P")
        self.pdf_button = Button(look, self.tr("存为PDF…"), "export", key="Ctrl+Shift+S")
        self.print_button.clicked.connect(self.print_wanted)
        self.pdf_button.clicked.connect(self.pdf_wanted)
        column = QVBoxLayout()
        column.addWidget(self.form)
        column.addStretch()
        self.body.addLayout(column)
        self.foot.addWidget(self.print_button)
        self.foot.addWidget(self.pdf_button)
        self.foot.addStretch()


class BlankPage(PrintPage):
    """Blank forms of a kind."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.name_page(self.tr("空白表"))
        self.kind = Pick(self.tr("表种"), FORM_KIND)
        self.number = NumberField(self.tr("份数"), 999)
        self.form.add_row(("kind", self.tr("表种"), self.kind))
        self.form.add_row(("copies", self.tr("份数"), self.number))
        self.form.add_widget(label(self.tr("只印栏目，不占编号"), "hint"))
        self.kind.currentIndexChanged.connect(self.changed)
        self.form.end_reached.connect(self.print_wanted)

    def start(self) -> None:
        """Be ready for one copy of the form last chosen."""
        self.number.set_number(1)
        self.form.go_first()

    @property
    def wanted(self) -> tuple[FormKind, int]:
        """Which form, and how many of it."""
        return self.kind.member, self.number.number or 0


class BatchPage(PrintPage):
    """Filled forms: the selected ones, or all that are listed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.name_page(self.tr("批量打印"))
        self.numbers: tuple[str, ...] = ()
        self.words, self.left_out = label(""), label("", "hint")
        for told in (self.words, self.left_out):
            told.setWordWrap(True)
            self.form.add_widget(told)

    def start(self, rows: Sequence[FormRow], *, chosen: bool) -> None:
        """Say what would be printed; void forms are not."""
        alive = [row for row in rows if row.state is not FormState.VOID]
        self.numbers = tuple(row.number for row in alive)
        what = self.tr("选中的") if chosen else self.tr("列表里的")
        kinds = (f"{FORM_KIND[kind]} {sum(row.kind is kind for row in alive)}" for kind in FormKind)
        some = [words for words in kinds if not words.endswith(" 0")]
        self.words.setText(self.tr("{} {} 份：{}").format(what, len(alive), "，".join(some)))
        void = len(rows) - len(alive)
        hint = self.tr("先在列表里选几份（Shift+方向键），就只印选中的。")
        out = self.tr("作废的 {} 份不印。").format(void) if void else ""
        self.left_out.setText(out + ("" if chosen else hint))
        for button in (self.print_button, self.pdf_button):
            button.setEnabled(bool(alive))
        self.print_button.setFocus()
