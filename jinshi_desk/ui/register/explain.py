"""这分怎么来的: every entry behind a draft's points, and the sum they make."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.ledger import Entry
from jinshi_desk.domain.points import plain, signed
from jinshi_desk.services.points import Explained
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.lines import Line, Lines
from jinshi_desk.ui.widgets.side_page import SidePage
from jinshi_desk.wording import KIND, clause_phrase


class ExplainPage(SidePage):
    """Lists the entries unit by unit; under each its clause and arithmetic, at the end the sum."""

    def __init__(self, look: Look, unit_name: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name_page(self.tr("这分怎么来的"))
        self._unit_name = unit_name
        self.heading = label("", "body")
        self.heading.setWordWrap(True)
        self.heading.setContentsMargins(12, 8, 12, 4)
        self.lines = Lines(self.tr("得分明细"))
        self.body.addWidget(self.heading)
        self.body.addWidget(self.lines, 1)

    def show_entries(self, title: str, entries: Sequence[Explained]) -> None:
        """Show the entries of the draft ``title``."""
        self.heading.setText(f"《{title}》")
        lines: list[Line] = []
        for unit in dict.fromkeys(each.entry.unit or "" for each in entries):
            own = [each for each in entries if each.entry.unit == unit]
            lines += [self._line(each) for each in own]
            cents = sum(each.entry.cents for each in own)
            head = self.tr("{} 合计").format(self._unit_name(unit))
            lines.append(Line(head, self.tr("{} 分").format(plain(cents)), (_sum(own),), total=True))
        self.lines.show_lines(lines or [Line(self.tr("这篇稿件还没有得分，登记并核实采用后才有。"))])

    def _line(self, each: Explained) -> Line:
        entry = each.entry
        kind = KIND[entry.kind] if entry.cents else self.tr("不重复计")
        head = "　".join(part for part in (kind, each.outlet) if part)
        ran = self.tr("{}刊发，").format(f"{each.adopted_on:%Y-%m-%d}") if each.adopted_on else ""
        booked = self.tr("{}计入{}").format(ran, entry.booked_month.label)
        return Line(head, signed(entry.cents), (booked, reason(entry)))


def reason(entry: Entry) -> str:
    """Return the clause in words and the calculation."""
    return f"{clause_phrase(entry.clause)}：{entry.arithmetic.replace('; ', '；')}"


def _sum(entries: Sequence[Explained]) -> str:
    """Write the sum so that it can be followed: ``1 + 7 − 5 = 3``."""
    first, *rest = (each.entry.cents for each in entries)
    terms = "".join(f" − {plain(-cents)}" if cents < 0 else f" + {plain(cents)}" for cents in rest)
    return f"{plain(first)}{terms} = {plain(first + sum(rest))}"
