"""What stands in each cell of the board, and the sentence that is said of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from PySide6.QtCore import QObject

from jinshi_desk import wording
from jinshi_desk.domain.months import months_of
from jinshi_desk.domain.quota import BARRED_FROM, Standing, State
from jinshi_desk.domain.units import Exemption, Group
from jinshi_desk.services.quota import BoardRow
from jinshi_desk.ui.quota.year import BoardYear
from jinshi_desk.ui.widgets.heat_model import CellState, HeatCell, HeatGroup, HeatRow

CHIP: Mapping[State | None, str] = {
    State.COMPLETED: "ok",
    State.COMPLETED_LATE: "late",
    State.SHORT: "warn",
    State.ZERO_REPORT: "zero",
    State.EXEMPT: "exempt",
    None: "neutral",
}
"""The level of the chip that names a state."""

_CELL = {
    State.COMPLETED: CellState.COMPLETED,
    State.COMPLETED_LATE: CellState.LATE,
    State.SHORT: CellState.SHORT,
    State.ZERO_REPORT: CellState.ZERO,
    State.EXEMPT: CellState.EXEMPT,
}


class BoardCells(QObject):
    """Turns the rows of the board into cells."""

    def rows(self, year: BoardYear) -> dict[Group, list[HeatRow]]:
        """Return the units of each group, in the office's order."""
        found: dict[Group, list[HeatRow]] = {group: [] for group in Group}
        for row in year.rows:
            found[row.unit.group].append(self._row(row, year))
        return found

    def groups(
        self, rows: Mapping[Group, Iterable[HeatRow]], wanted: Collection[str] | None = None
    ) -> list[HeatGroup]:
        """Return the groups with those units of ``wanted``, or all; groups without any are left out."""
        found = []
        for group, units in rows.items():
            shown = tuple(unit for unit in units if wanted is None or unit.key in wanted)
            if shown:
                found.append(HeatGroup(wording.GROUP[group], self.tr("{} 家").format(len(shown)), shown))
        return found

    def state_words(self, standing: Standing) -> str:
        """Return the word for how a unit stands: 已完成, 差1条, 零报送."""
        if standing.state is None:
            return self.tr("没有月度任务")
        if standing.state is State.SHORT:
            return self.tr("差{}条").format(standing.missing)
        return wording.STATE[standing.state]

    def _row(self, row: BoardRow, year: BoardYear) -> HeatRow:
        return HeatRow(row.unit.id, row.unit.name, tuple(self._cells(row, year)), tuple(self._totals(row)))

    def totals(self) -> tuple[str, ...]:
        """Return the headings of the year's figures."""
        return self.tr("有效"), self.tr("采用"), self.tr("达标"), self.tr("欠报")

    def _totals(self, row: BoardRow) -> Iterator[HeatCell]:
        """Yield the year's figures: valid, adopted, months completed of those due, months missed."""
        count, name = row.count, row.unit.name
        sent = self.tr("{}全年报送{}篇，有效{}条，采用{}篇").format(
            name, count.received, count.valid, count.adopted
        )
        yield HeatCell(CellState.PLAIN, str(count.valid), sent)
        yield HeatCell(CellState.PLAIN, str(count.adopted), sent)
        if not row.due:
            yield HeatCell(CellState.EMPTY)
            yield HeatCell(CellState.EMPTY)
            return
        done = self.tr("{}应完成{}个月，达标{}个月").format(name, row.due, row.completed)
        yield HeatCell(CellState.PLAIN, f"{row.completed}/{row.due}", done)
        yield self._missed(row)

    def _missed(self, row: BoardRow) -> HeatCell:
        """Return how many months were missed, framed where that bars the unit from the awards."""
        missed, run = row.missed, row.longest_run
        if not missed:
            return HeatCell(CellState.EMPTY, "", self.tr("{}没有欠报的月份").format(row.unit.name))
        months = "、".join(str(month) for month in missed)
        tip = self.tr("{}欠报{}个月（{}月）").format(row.unit.name, len(missed), months)
        if run > 1:
            tip += self.tr("，最长连续{}个月").format(run)
        if row.barred:
            tip += self.tr("；满{}个月，年终不参加评优").format(BARRED_FROM)
        in_a_row = self.tr("连{}").format(run) if run > 1 else ""
        text = " ".join(filter(None, ("" if run == len(missed) > 1 else str(len(missed)), in_a_row)))
        return HeatCell(CellState.SHORT if row.barred else CellState.PLAIN, text, tip)

    def _cells(self, row: BoardRow, year: BoardYear) -> Iterator[HeatCell]:
        for month, standing in zip(months_of(year.year), row.cells, strict=True):
            exemption = year.exemption(row.unit.id, month)
            where = f"{row.unit.name}{month.month}月"
            if exemption is not None:
                yield HeatCell(CellState.EXEMPT, self.tr("免"), f"{where}：{self.exempt_words(exemption)}")
            elif standing is not None:
                yield self._cell(standing, where)
            elif row.unit.active_in(month):
                yield HeatCell(CellState.NOT_DUE, "", self.tr("{}：没有登记").format(where))
            else:
                yield HeatCell(CellState.EMPTY, "", self.tr("{}：不在名单").format(where))

    def exempt_words(self, exemption: Exemption) -> str:
        """Return why a unit owes nothing, and who said so."""
        return self.tr("免考核，{}（{}批准）").format(exemption.reason, exemption.approver)

    def _cell(self, standing: Standing, where: str) -> HeatCell:
        counted = standing.count.weighted if standing.quota else standing.count.valid
        tip = f"{where}：{'，'.join(self._facts(standing))}"
        state = standing.state
        if state is None:
            return HeatCell(CellState.PLAIN, str(counted), tip)
        text = self.tr("差{}").format(standing.missing) if state is State.SHORT else str(counted)
        return HeatCell(_CELL[state], text, tip)

    def _facts(self, standing: Standing) -> Iterable[str]:
        """Yield how a unit stands, then the three counters, never mixed."""
        count = standing.count
        if standing.quota:
            yield self.tr("{}，任务{}条").format(self.state_words(standing), standing.quota)
        if standing.state is State.ZERO_REPORT:
            return
        yield self.tr("报送{}篇").format(count.received)
        yield self.tr("有效{}条").format(count.valid)
        if standing.quota and count.weighted != count.valid:
            yield self.tr("计任务{}条").format(count.weighted)
        if count.late:
            yield self.tr("其中补报{}条").format(count.late)
        yield self.tr("采用{}篇").format(count.adopted)
