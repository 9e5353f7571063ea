"""The window of 趋势."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QWidget

from jinshi_desk.domain.changes import Topic
from jinshi_desk.papers.trends import Palette, title
from jinshi_desk.services.progress import Progress
from jinshi_desk.services.trends import TrendsDesk
from jinshi_desk.trend_words import written_amount, written_change
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.office.unit_list import choice_of
from jinshi_desk.ui.theme import Theme
from jinshi_desk.ui.trends.chart_view import ChartView
from jinshi_desk.ui.trends.choosing import ChoosingBar
from jinshi_desk.ui.trends.sketcher import Sketch, Sketcher, Wish
from jinshi_desk.ui.trends.year_table import YearTable
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit, lay_out
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from jinshi_desk.domain.trends import Series

_SIZE = (1160, 620)
_SHOWS = frozenset(
    {Topic.DRAFTS, Topic.ADOPTIONS, Topic.POINTS, Topic.UNITS, Topic.EXEMPTIONS, Topic.RULES, Topic.MONTHS}
)


class TrendsDialog(QDialog):
    """A chart, its figures beneath it, and over it what it is to show."""

    def __init__(self, frame: Frame, desk: TrendsDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame, self._desk = frame, desk
        self._sketch: Sketch | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("趋势"))
        look = frame.look
        self.bar = ChoosingBar(look)
        self.chart = ChartView(look)
        self.table = YearTable(look, frame.settings)
        self.note = label("", "hint")
        self.picture_button = Button(look, self.tr("存为图片…"), "save", "primary", key="Ctrl+S")
        self.sheet_button = Button(look, self.tr("存为表格…"), "export", key="Ctrl+Shift+S")
        self.told = label("", "hint")
        self.close_button = Button(look, self.tr("关闭"))
        self._sketcher = Sketcher(desk, frame.tasks, self)
        self.picture_button.setEnabled(False)
        self.sheet_button.setEnabled(False)
        self._connect()
        self._arrange()
        self._offer(frame.month.month.year)

    def _connect(self) -> None:
        self.bar.changed.connect(self._want)
        self.chart.resized.connect(self._want)
        self.chart.empty.acted.connect(self.bar.show_everyone)
        self._sketcher.sketched.connect(self._on_sketched)
        self.picture_button.clicked.connect(self._on_picture_wanted)
        self.sheet_button.clicked.connect(self._on_sheet_wanted)
        self.close_button.clicked.connect(self.accept)
        self._frame.notices.refusal_told.connect(self.told.setText)
        self._frame.news.changed.connect(self._on_news)

    def _arrange(self) -> None:
        look = self._frame.look
        self.close_button.set_tip("", "Esc")
        self.sheet_button.set_tip(self.tr("全年各组的数和图，样子可在表格里改"), "Ctrl+Shift+S")
        panel = Panel(look)
        panel.body.addWidget(self.bar)
        panel.body.addWidget(self.chart, 1)
        panel.body.addWidget(self.table)
        panel.body.addWidget(self.note)
        self.note.setContentsMargins(12, 4, 12, 6)
        foot = FootBand(look)
        for part in (self.picture_button, self.sheet_button, self.told):
            foot.row.addWidget(part)
        foot.row.addStretch()
        foot.row.addWidget(self.close_button)
        lay_out(self, panel, foot)
        fit(self, look, _SIZE)

    def _offer(self, year: int) -> None:
        spellings = self._desk.spellings()
        units = [choice_of(unit, spellings) for unit in self._desk.units()]
        self.bar.offer(units, self._desk.years(), year)

    # --- showing

    @Slot()
    def _want(self) -> None:
        whose = self.bar.whose
        if whose is None:
            self._sketcher.want(None)
            self._show_nothing(self.tr("选一家单位：打名称或拼音首字母。"))
            self.table.hide()
            self.note.setText("")
            return
        palette = palette_of(self._frame.look.theme)
        self._sketcher.want(Wish(self.bar.year, self.bar.measure, whose, palette, self.chart.drawn_size))

    @Slot(object)
    def _on_sketched(self, sketch: Sketch) -> None:
        self._sketch = sketch
        found = sketch.series
        if sketch.drawing is None:
            name = self._desk.name_of(found.whose)
            words = self.tr("{}{}年和{}年都没有数。").format(name, found.year, found.year - 1)
            self._show_nothing(words, self.tr("看全部单位") if found.whose.group or found.whose.unit else "")
        else:
            self.chart.show_drawing(sketch.drawing, self._tips(found))
            self.picture_button.setEnabled(True)
        self.sheet_button.setEnabled(True)
        self.chart.setAccessibleName(title(found, self._desk.name_of(found.whose)))
        self.table.show()
        self.table.show_series(found)
        self.note.setText(self._explanation(found))

    def _show_nothing(self, sentence: str, act: str = "") -> None:
        self.chart.show_nothing(sentence, act)
        self.picture_button.setEnabled(False)

    def _tips(self, found: "Series") -> list[str]:
        """Return the figures of each month in words; nothing of a month that neither year has."""
        tips = []
        for place, (now, before, more) in enumerate(zip(found.now, found.before, found.changes, strict=True)):
            parts = [
                self.tr("{}年 {}").format(year, written_amount(found.measure, amount))
                for year, amount in ((found.year, now), (found.year - 1, before))
                if amount is not None
            ]
            if more is not None:
                parts.append(self.tr("增减 {}").format(written_change(found.measure, more)))
            tips.append(self.tr("{}月：{}").format(place + 1, "，".join(parts)) if parts else "")
        return tips

    def _explanation(self, found: "Series") -> str:
        """Say what the sums are over, and what the measure counts where its name leaves it open."""
        said = {
            "adopted": self.tr("采用按采用登记的月份计篇。"),
            "rate": self.tr("采用率是当月有效稿件里已被采用的占比；增减是百分点。"),
            "points": self.tr("积分是当月得分，不含结转。"),
        }
        parts = []
        if len(found.compared) > 1:
            months = f"{found.compared[0]}—{found.compared[-1]}"
            same = self.tr("，两年同期") if found.sum_before is not None else ""
            parts.append(self.tr("合计是{}月{}。").format(months, same))
        parts.append(said.get(found.measure, ""))
        return "".join(parts)

    @Slot(frozenset)
    def _on_news(self, topics: frozenset[Topic]) -> None:
        if topics & _SHOWS:
            self._sketcher.forget()
            self._offer(self.bar.year)
            self._want()

    # --- saving

    @Slot()
    def _on_picture_wanted(self) -> None:
        if self._sketch is None:
            return
        found = self._sketch.series
        name = f"{title(found, self._desk.name_of(found.whose))}.png"
        path = self._ask_for_file(self.tr("存为图片"), name, self.tr("图片 (*.png)"))
        if path is not None:
            self._save(partial(self._desk.save_picture, found), path)

    @Slot()
    def _on_sheet_wanted(self) -> None:
        if self._sketch is None:
            return
        trends = self._sketch.trends
        name = self.tr("市委组织部研究室-趋势-{}年-{:%Y%m%d}.xlsx").format(trends.year, self._desk.today())
        path = self._ask_for_file(self.tr("存为表格"), name, self.tr("表格 (*.xlsx)"))
        if path is not None:
            self._save(partial(self._desk.save_sheet, trends), path)

    def _ask_for_file(self, question: str, name: str, kind: str) -> Path | None:
        return self._frame.dialogs.save_file(question, name, [kind])

    def _save(self, write: Callable[[Path], None], path: Path) -> None:
        task = self._frame.tasks.start(partial(_written, write, path))
        task.succeeded.connect(self._on_saved)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.told.setText(self.tr("已存为 {}").format(path.name))


def _written(write: Callable[[Path], None], path: Path, _progress: Progress) -> Path:
    write(path)
    return path


def palette_of(theme: Theme) -> Palette:
    """Return the colours of a chart on the screen."""

    def color(token: str) -> str:
        return theme.color(token).name()

    return Palette(
        ground=color("surface"),
        ink=color("text"),
        label=color("text2"),
        grid=color("line"),
        now=color("primary"),
        still_open=color("selected"),
        before=color("neutral"),
    )
