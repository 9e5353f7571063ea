"""这分怎么来的 in lines: every entry with its clause and arithmetic, and the sum each unit has."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from jinshi_desk.domain.points import plain, signed
from jinshi_desk.services.points import Explained
from jinshi_desk.ui.widgets.lines import Line
from jinshi_desk.wording import KIND


def _tr(text: str) -> str:
    return QCoreApplication.translate("EntryLines", text)


def entry_lines(entries: Sequence[Explained], unit_name: Callable[[str], str]) -> list[Line]:
    """Return the entries unit by unit, and after each unit's what they add up to."""
    lines: list[Line] = []
    for unit in dict.fromkeys(each.entry.unit or "" for each in entries):
        own = [each for each in entries if each.entry.unit == unit]
        lines += [_line(each) for each in own]
        cents = sum(each.entry.cents for each in own)
        head = _tr("{} 合计").format(unit_name(unit))
        sums = (_sum(own),) if len(own) > 1 else ()
        lines.append(Line(head, _tr("{} 分").format(plain(cents)), sums, total=True))
    return lines


def _line(each: Explained) -> Line:
    entry = each.entry
    kind = KIND[entry.kind] if entry.cents else _tr("不重复计")
    about = each.outlet or each.about
    head = about if about.startswith(kind) else "　".join(part for part in (kind, about) if part)
    ran = _tr("{}刊发，").format(f"{each.adopted_on:%Y-%m-%d}") if each.adopted_on else ""
    booked = _tr("{}计入{}").format(ran, entry.booked_month.label)
    return Line(head, signed(entry.cents), (booked, reason(each)))


def reason(each: Explained) -> str:
    """Return the clause in words and the calculation."""
    return f"{each.basis}：{each.entry.arithmetic.replace('; ', '；')}"


def _sum(entries: Sequence[Explained]) -> str:
    """Write the sum so that it can be followed: ``1 + 7 − 5 = 3``."""
    first, *rest = (each.entry.cents for each in entries)
    terms = "".join(f" − {plain(-cents)}" if cents < 0 else f" + {plain(cents)}" for cents in rest)
    return f"{plain(first)}{terms} = {plain(first + sum(rest))}"
