"""退回与节假日: the office's reasons for a return, and by which days its three working days are counted."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.holiday_notices import written
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.working_days import FIRST_YEAR, LAST_YEAR, Holiday
from jinshi_desk.services.holidays import HolidayDesk
from jinshi_desk.services.returns import ReturnDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit, lay_out
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import Chip, label
from jinshi_desk.ui.widgets.lines import Line, Lines
from jinshi_desk.ui.widgets.panel import Panel

_SIZE, _REASONS, _DAYS = (940, 560), 250, 270
_WEEK = "一二三四五六日"


class ReturnSettingsDialog(QDialog):
    """Reasons at the left, a line each; a year's days at the right, as the notice says them and as read."""

    def __init__(
        self,
        frame: Frame,
        returns: ReturnDesk,
        holidays: HolidayDesk,
        year: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._returns, self._holidays, self._year = frame, returns, holidays, year
        self._typed: dict[int, str] = {}
        """What was typed for each year that was looked at."""
        self.setWindowTitle(self.tr("退回与节假日"))
        look = frame.look
        self.reasons = QPlainTextEdit("\n".join(returns.reasons()))
        self.reasons.setAccessibleName(self.tr("退回原因"))
        self.reasons.setTabChangesFocus(True)
        self.back_button = Button(
            look, icon="chevron-left", kind="quiet", key="Alt+Left", name=self.tr("上一年")
        )
        self.on_button = Button(
            look, icon="chevron-right", kind="quiet", key="Alt+Right", name=self.tr("下一年")
        )
        self.shown_year = label("", "h2")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("放假通知"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            self.tr("把放假通知粘贴在这里，或者一行一天，如：\n春节：1月31日至2月6日放假\n2022-01-29 上班")
        )
        self.days = Lines(self.tr("读出的日子"))
        self.counted = label("", "hint")
        self.trouble = Chip("")
        self.save_button = Button(look, self.tr("保存"), "save", "primary", "Ctrl+S")
        self.close_button = Button(look, self.tr("不改了"))
        self._connect()
        self._arrange()
        self._show_year()

    def _connect(self) -> None:
        self.reasons.textChanged.connect(self._check)
        self.text.textChanged.connect(self._on_text_changed)
        self.back_button.clicked.connect(lambda: self._turn(-1))
        self.on_button.clicked.connect(lambda: self._turn(1))
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.reject)

    def _arrange(self) -> None:
        look = self._frame.look
        reasons = Panel(look, self.tr("退回原因"))
        reasons.body.addWidget(self.reasons)
        reasons.foot.addWidget(label(self.tr("一行一条，前九条可按数字选"), "hint"))
        reasons.setFixedWidth(look.theme.scaled(_REASONS))
        holidays = Panel(look, self.tr("节假日"))
        for part in (self.back_button, self.shown_year, self.on_button):
            holidays.band.addWidget(part)
        holidays.band.addStretch()
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.text, 1)
        beside.addWidget(self.days)
        self.days.setFixedWidth(look.theme.scaled(_DAYS))
        holidays.body.addLayout(beside, 1)
        holidays.foot.addWidget(self.counted)
        holidays.foot.addStretch()
        panels = QHBoxLayout()
        panels.setContentsMargins(8, 8, 8, 8)
        panels.setSpacing(8)
        panels.addWidget(reasons)
        panels.addWidget(holidays, 1)
        foot = FootBand(look)
        foot.row.addWidget(self.save_button)
        foot.row.addWidget(self.close_button)
        foot.row.addWidget(self.trouble)
        foot.row.addStretch()
        lay_out(self, panels, foot)
        fit(self, look, _SIZE)

    def _turn(self, years: int) -> None:
        self._year += years
        self._show_year()

    def _show_year(self) -> None:
        self.shown_year.setText(self.tr("{}年").format(self._year))
        self.back_button.setEnabled(self._year > FIRST_YEAR)
        self.on_button.setEnabled(self._year < LAST_YEAR)
        text = self._typed.get(self._year)
        self.text.setPlainText(written(self._holidays.of_year(self._year)) if text is None else text)
        self._check()

    @Slot()
    def _on_text_changed(self) -> None:
        self._typed[self._year] = self.text.toPlainText()
        self._check()

    @Slot()
    def _check(self) -> None:
        """Show what was read, and what keeps it from being saved."""
        reading = self._holidays.read(self._year, self.text.toPlainText())
        self._show_days(reading.days)
        problems = [*self._returns.check_reasons(self.reasons.toPlainText())]
        for year, text in {**self._typed, self._year: self.text.toPlainText()}.items():
            problems += self._holidays.check(year, self._holidays.read(year, text))
        self._tell(problems)

    def _show_days(self, days: Sequence[Holiday]) -> None:
        empty = [Line(self.tr("只有周六、周日休息。"))]
        self.days.show_lines([self._line(each) for each in days] or empty)
        worked = sum(each.working for each in days)
        self.counted.setText(self.tr("读出放假 {} 天，调休上班 {} 天").format(len(days) - worked, worked))

    def _line(self, each: Holiday) -> Line:
        day = self.tr("{}月{}日 周{}　{}").format(
            each.day.month, each.day.day, _WEEK[each.day.weekday()], each.name
        )
        return Line(day.rstrip("　"), self.tr("上班") if each.working else self.tr("放假"))

    def _tell(self, problems: Sequence[Problem]) -> None:
        bad = any(problem.severity is Severity.BAD for problem in problems)
        said = list(dict.fromkeys(map(problem_phrase, problems)))
        more = self.tr("，共 {} 处").format(len(said)) if len(said) > 1 else ""
        self.trouble.show_chip(f"{said[0]}{more}" if said else "", "bad" if bad else "warn")
        self.trouble.setToolTip("\n".join(said))
        self.save_button.setEnabled(not bad)
        self.save_button.set_tip(self.tr("改好后可用") if bad else "", "Ctrl+S")

    @Slot()
    def _on_save_clicked(self) -> None:
        changed = {}
        for year, text in self._typed.items():
            days = self._holidays.read(year, text).days
            if days != self._holidays.of_year(year):
                changed[year] = days
        self._returns.keep_reasons(self.reasons.toPlainText())
        for year, days in changed.items():
            self._holidays.replace(year, days)
        self._frame.notices.tell_act(self.tr("退回原因和节假日已保存"))
        self.accept()
