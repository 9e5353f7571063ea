"""自查: what balances, what is still open, each in a line."""

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jinshi_desk import wording
from jinshi_desk.domain.balance import TOLD, Check, CheckName
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.register import Segment
from jinshi_desk.ui.notice.sentence_row import short_code
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import IconLabel
from jinshi_desk.ui.widgets.labels import Link, LinkedText, label

OPEN: Mapping[CheckName, str] = {
    CheckName.TO_REVIEW: Segment.RECEIVED,
    CheckName.FORMS: Segment.FORM_MISSING,
    CheckName.UNVERIFIED: Segment.UNVERIFIED,
    CheckName.COMMISSIONS: "commissions",
    CheckName.PROPOSALS: "deductions",
    CheckName.OBJECTIONS: "objections",
    CheckName.IMPORTS: "imports",
    CheckName.NAMES: "awards",
}
"""What is still to be done, with what stands behind it: a list of the register, a ledger, sheets, the lists
of the year."""
_OF_PERIODS = (CheckName.MONTHS, CheckName.SUMS, CheckName.GRADES, CheckName.LISTED, CheckName.ENTRIES)
_LISTED = (CheckName.BOOKS, *_OF_PERIODS)
"""Whose line names the first thing or how many there are; the tooltip names them all."""
FIGURE: Mapping[CheckName, str] = {
    CheckName.GROUPS: "valid",
    CheckName.UNITS: "valid",
    CheckName.COMPLETION: "completed",
    CheckName.LEVELS: "times",
    CheckName.PIECES: "points",
    CheckName.POINTS: "points",
    CheckName.BOOKS: "points",
}
"""What does not add up, with the figure whose lines are to be looked through."""
_CORRECTIONS = "corrections"
_ICONS = {"ok": "ok", "warn": "warning", "bad": "fail"}


class CheckLine(QWidget):
    """An icon, what is checked, and its figure or the way to what is wrong."""

    opened = Signal(str)  # of ``OPEN`` or ``FIGURE``; a draft's number, a sentence's code

    def __init__(self, look: Look, name: CheckName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = name
        self.level = "ok"
        self._icon = IconLabel(look, "ok", "ok")
        self._words = label(wording.CHECK[name])
        self.detail = LinkedText()
        self.detail.setWordWrap(False)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.detail.setProperty("role", "label")
        self.detail.link_opened.connect(self.opened)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        row.addWidget(self.detail, 1)

    def show_check(self, check: Check, linked: int, *, closed: bool = False) -> None:
        """Show how ``check`` went; ``linked`` figures of the text were compared with the ledger.

        In a ``closed`` month it tells what was open then, and there is nothing left to do about it.
        """
        self.level = "ok" if check.ok else "warn" if check.name in TOLD else "bad"
        self._icon.set_icon(_ICONS[self.level], self.level)
        of_period = check.name in _OF_PERIODS
        parts = [self._of_period(check)] if of_period else self._said(check, linked, closed=closed)
        self.detail.show_parts(parts)
        said = "".join(part.text if isinstance(part, Link) else part for part in parts)
        told = "" if closed else self.tr("待办")
        how = {"ok": self.tr("通过"), "warn": told, "bad": self.tr("不符")}[self.level]
        self.setAccessibleName(f"{self._words.text()}：{how} {said}".strip())
        whole = check.detail.replace("、", "\n") if check.name in _LISTED else said
        self.setToolTip(whole if self.level == "bad" or (check.name in _LISTED and not check.ok) else "")

    def _said(self, check: Check, linked: int, *, closed: bool) -> list[str | Link]:
        match check.name:
            case CheckName.TO_REVIEW | CheckName.FORMS:
                return [self._open(check, self.tr("{} 篇"), closed=closed)]
            case CheckName.UNVERIFIED | CheckName.COMMISSIONS | CheckName.PROPOSALS | CheckName.OBJECTIONS:
                return [self._open(check, self.tr("{} 条"), closed=closed)]
            case CheckName.IMPORTS:
                return [self._open(check, self.tr("{} 行"), closed=closed)]
            case CheckName.NAMES:
                return [self._open(check, "{}", closed=closed)]
            case CheckName.SENTENCES if check.ok:
                return [self.tr("{} 处").format(linked)]
            case CheckName.SENTENCES:
                return _sentence_links(check.detail)
            case CheckName.AUTHORS:
                return [self._drafts(check, closed=closed)]
            case CheckName.BOOKS:
                said = self.tr("{} 分").format(check.detail) if check.ok else self._first(check.detail)
            case CheckName.PIECES | CheckName.CORRECTIONS:
                said = self.tr("{} 分").format(in_points(check.detail))
            case _:
                said = check.detail or self.tr("一致")
        behind = _CORRECTIONS if check.name is CheckName.CORRECTIONS else FIGURE.get(check.name, "")
        return [said if check.ok or not behind else Link(said, behind)]

    def _of_period(self, check: Check) -> str | Link:
        """Say how a check of a quarter or a year went: how many it is about, or the first of them."""
        if check.ok:
            return self.tr("无") if check.name is CheckName.ENTRIES else self.tr("一致")
        match check.name:
            case CheckName.MONTHS:
                return self.tr("{} 个月没关").format(check.detail.count("、") + 1)
            case CheckName.ENTRIES:
                return self.tr("{} 项没填").format(check.detail.count("、") + 1)
        return self._first(check.detail)

    def _first(self, rows: str) -> str:
        """Name the first row that differs; the tooltip has them all."""
        first, *others = rows.split("、")
        return self.tr("{} 等 {} 处").format(first, len(others) + 1) if others else first

    def _drafts(self, check: Check, *, closed: bool) -> str | Link:
        """Lead to the first draft; when that is put right the next one is the first."""
        if check.ok:
            return self.tr("无")
        numbers = check.detail.split("、")
        number = self.tr("{} 篇").format(len(numbers))
        return (
            self.tr("关账时 {}").format(number)
            if closed
            else Link(self.tr("{}，查看").format(number), numbers[0])
        )

    def _open(self, check: Check, words: str, *, closed: bool) -> str | Link:
        if check.ok:
            return self.tr("无")
        number = words.format(check.detail)
        if closed:
            return self.tr("关账时 {}").format(number)
        return Link(self.tr("{}，查看").format(number), OPEN[check.name])


class ChecksList(QWidget):
    """Every check, under a line that says how many hold."""

    list_wanted = Signal(str)
    sentence_wanted = Signal(str)
    figure_wanted = Signal(str)  # its key

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[CheckName, CheckLine] = {
            name: CheckLine(look, name) for name in CheckName if name is not CheckName.GRACE
        }
        self.summary = label("", "label")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 4)
        head.addWidget(label(self.tr("自查"), "h2"), 1)
        head.addWidget(self.summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for name, line in self.lines.items():
            line.opened.connect(self._wanted(name))
            column.addWidget(line)

    def _wanted(self, name: CheckName) -> SignalInstance:
        if name in FIGURE:
            return self.figure_wanted
        listed = name in OPEN or name in (CheckName.AUTHORS, CheckName.CORRECTIONS)
        return self.list_wanted if listed else self.sentence_wanted

    def show_checks(self, checks: tuple[Check, ...], linked: int, *, closed: bool = False) -> None:
        told = {check.name for check in checks}
        for name, line in self.lines.items():
            line.setVisible(name in told)  # a month may have been closed before it was checked
        for check in checks:
            self.lines[check.name].show_check(check, linked, closed=closed)
        levels = [self.lines[check.name].level for check in checks]
        said = [self.tr("{} 项通过").format(levels.count("ok"))]
        if levels.count("bad"):
            said.append(self.tr("{} 项不符").format(levels.count("bad")))
        if levels.count("warn"):
            words = self.tr("{} 项照关") if closed else self.tr("{} 项待办")
            said.append(words.format(levels.count("warn")))
        self.summary.setText("，".join(said))


def in_points(detail: str) -> str:
    """Write the cents in a check's detail in points: ``17025 ≠ 17000`` as ``170.25 ≠ 170``."""
    return re.sub(r"-?\d+", lambda found: plain(int(found[0])), detail)


def _sentence_links(detail: str) -> list[str | Link]:
    parts: list[str | Link] = []
    for code in detail.split("、"):
        parts += ["、" if parts else "", Link(short_code(code), code)]
    return parts
