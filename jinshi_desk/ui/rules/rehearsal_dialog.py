"""模拟重算: months that are over under other rules, who would rise and fall and why; nothing changes."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import DeskError
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.points import plain, signed
from jinshi_desk.domain.rehearsal import Moved, Rehearsal
from jinshi_desk.domain.rules import RuleSet, read_rules
from jinshi_desk.rule_words import award_word, causes_word, movement, period_word, rank_word, summary
from jinshi_desk.services.rehearsal import RehearsalDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.tasks import Task
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit, lay_out
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel, Sort
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.progress_strip import ProgressStrip
from jinshi_desk.wording import GROUP

_SIZE = 1120, 600
_USUAL = "usual"
_CAUSES = 3


class _Which(StrEnum):
    ALL = "all"
    RISERS = "risers"
    FALLERS = "fallers"
    AWARDS = "awards"


class RehearsalDialog(QDialog):
    """A line for each unit: points and rank as they are and as they would be, and the clauses behind."""

    def __init__(self, frame: Frame, desk: RehearsalDesk, toml: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._toml = frame, desk, toml
        self._found: Rehearsal | None = None
        self._versions: tuple[RuleSet, ...] = ()
        self._rows: Sequence[Moved] = ()
        self._task: Task | None = None
        look = frame.look
        self.setWindowTitle(self.tr("模拟重算"))
        self.period = Segments(look, self.tr("哪些月份"))
        self.which = Segments(look, self.tr("看哪些单位"))
        self._model: PagedTableModel[Moved] = PagedTableModel(self._columns(), key=lambda row: row.unit.id)
        self.list = ListView(look, self._model, "rehearsal", frame.settings)
        self.list.setAccessibleName(self.tr("各单位的升降"))
        self.strip = ProgressStrip(look)
        self.told = label("", "hint")
        self.save_button = Button(
            look, self.tr("存为表格…"), icon="export", kind="primary", key="Ctrl+Shift+S"
        )
        self.close_button = Button(look, self.tr("关闭"))
        self.close_button.set_tip("", "Esc")
        self.period.chosen.connect(self._rehearse)
        self.which.chosen.connect(self._show_rows)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.reject)
        self._arrange()
        self._show_periods()
        self._rehearse()
        self.list.setFocus()

    def _columns(self) -> tuple[Column[Moved], ...]:
        def column(key: str, title: str, text: Callable[[Moved], str], width: int = 0) -> Column[Moved]:
            align = "left" if key in ("group", "unit", "why", "award") else "right"
            return Column(key, title, text, width=width, align=align, elastic=not width, sortable=False)

        return (
            column("group", self.tr("组别"), lambda row: GROUP[row.unit.group], 88),
            column("unit", self.tr("单位"), lambda row: row.unit.name, 176),
            column("now", self.tr("原积分"), lambda row: plain(row.now), 62),
            column("rank_now", self.tr("原名次"), lambda row: rank_word(row.rank_now), 56),
            column("then", self.tr("新积分"), lambda row: plain(row.then), 62),
            column("rank_then", self.tr("新名次"), lambda row: rank_word(row.rank_then), 56),
            column("change", self.tr("增减"), lambda row: signed(row.change), 62),
            column("climbed", self.tr("升降"), movement, 48),
            column("award", self.tr("评优"), award_word, 84),
            Column(
                "why",
                self.tr("主要原因"),
                lambda row: causes_word(row.causes, self._versions, _CAUSES),
                elastic=True,
                sortable=False,
                tip=lambda row: causes_word(row.causes, self._versions, len(row.causes)),
            ),
        )

    def _arrange(self) -> None:
        look = self._frame.look
        rules = read_rules(self._toml)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 6, 0)
        head.setSpacing(12)
        head.addWidget(label(self.tr("按《{}》重算").format(rules.title), "title"))
        head.addStretch()
        head.addWidget(self.period)
        panel = Panel(look)
        panel.band.addWidget(self.which)
        panel.band.addStretch()
        panel.body.addWidget(self.list, 1)
        panel.body.addWidget(self.strip)
        inside = QVBoxLayout()
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addWidget(panel, 1)
        foot = FootBand(look)
        for widget in (self.save_button, self.close_button, self.told):
            foot.row.addWidget(widget)
        foot.row.addStretch()
        lay_out(self, inside, foot)
        fit(self, look, _SIZE)

    @property
    def found(self) -> Rehearsal | None:
        """What was worked out last; none while it is being worked out."""
        return self._found

    def done(self, result: int) -> None:
        """Leave; what is being worked out is wanted no more."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _show_periods(self) -> None:
        usual = [Segment(_USUAL, self.tr("关了账的"))] if self._desk.usual_months() else []
        years = [Segment(str(year), self.tr("{}年").format(year)) for year in self._desk.years()]
        self.period.show_segments([*usual, *years])

    def _months(self) -> tuple[Month, ...]:
        chosen = self.period.current
        return months_of(int(chosen)) if chosen.isdigit() else self._desk.usual_months()

    @Slot()
    def _rehearse(self) -> None:
        months, desk, toml = self._months(), self._desk, self._toml
        self._found = None
        self.save_button.setEnabled(False)
        if not months:
            self._say(self.tr("账上还没有过完的月份，没有可以重算的。"))
            return
        self._say(self.tr("正在重算，台账不改动。"))
        if self._task is not None:
            self._task.cancel()
        self._task = task = self._frame.tasks.start(lambda told: desk.rehearse(toml, months, told))
        self.strip.watch(task, self.tr("正在重算"))
        task.succeeded.connect(self._on_rehearsed)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(lambda: self._on_cancelled(task))

    @Slot(object)
    def _on_rehearsed(self, found: Rehearsal) -> None:
        self._task, self._found = None, found
        self._versions = self._desk.versions(found)
        self.save_button.setEnabled(True)
        counts = (
            (_Which.ALL, self.tr("全部"), len(found.rows)),
            (_Which.RISERS, self.tr("上升"), len(found.risers)),
            (_Which.FALLERS, self.tr("下降"), len(found.fallers)),
            (_Which.AWARDS, self.tr("进出评优"), len(found.rewarded_otherwise)),
        )
        self.which.show_segments([Segment(key.value, word, count) for key, word, count in counts])
        self._show_rows()
        said = self.tr("{}：{}。台账没有改动。")
        self.told.setText(said.format(period_word(found), summary(found)))
        self.list.go_first()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        if not isinstance(error, DeskError):
            raise error
        self._say(error_sentence(error))

    def _on_cancelled(self, task: Task) -> None:
        if self._task is task:
            self._task = None
            self._say(self.tr("没有重算完。选一个时段再算。"))

    @Slot()
    def _show_rows(self) -> None:
        found = self._found
        rows: dict[str, Sequence[Moved]] = {}
        if found is not None:
            rows = {
                _Which.ALL: found.rows,
                _Which.RISERS: found.risers,
                _Which.FALLERS: found.fallers,
                _Which.AWARDS: found.rewarded_otherwise,
            }
        self._rows = rows.get(self.which.current, ())
        self.list.empty.set_words(self.tr("没有这样的单位。"))
        self._model.show_rows(self._fetch, lambda: len(self._rows))

    def _say(self, words: str) -> None:
        """Say why no unit is listed."""
        self.told.clear()
        self.list.empty.set_words(words)
        self._rows = ()
        self._model.show_rows(self._fetch, lambda: 0)

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[Moved]:
        return self._rows[offset : offset + limit]

    @Slot()
    def _on_save_clicked(self) -> None:
        found, desk = self._found, self._desk
        if found is None:
            return
        name = self.tr("模拟重算-{}.xlsx").format(period_word(found))
        path = self._frame.dialogs.save_file(self.tr("存模拟重算"), name, [self.tr("表格 (*.xlsx)")])
        if path is not None:
            task = self._frame.tasks.start(lambda _: desk.save(found, path))
            said = self.tr("模拟重算已存到 {}").format(path.name)
            task.succeeded.connect(lambda _: self.told.setText(said))
