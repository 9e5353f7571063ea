"""数字来源: what stands behind any figure of the bulletin, by the figure's key."""

from PySide6.QtCore import QObject

from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.services.points import PointsDesk
from jinshi_desk.ui.bulletin.count_sources import CountSources
from jinshi_desk.ui.bulletin.event_sources import EventSources
from jinshi_desk.ui.bulletin.point_sources import PointSources
from jinshi_desk.ui.bulletin.source import Source

UNITS = "units"
"""The key of what is behind all figures: every unit's month."""
DEDUCTED = "deducted"
"""The key of the month's deductions, which no sentence names as one figure."""


class Sources(QObject):
    """Looks up what stands behind a figure."""

    def __init__(self, points: PointsDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points = PointSources(points, self)
        self._counts = CountSources(self)
        self._events = EventSources(self)

    def of(self, key: str, figures: MonthFigures) -> Source:
        """Return what is behind the figure ``key`` of a month."""
        match key.split("."):
            case ["points", _, unit]:
                return self._points.month(_unit(figures, unit), figures)
            case ["cumulative", _, unit]:
                return self._points.year(_unit(figures, unit), figures)
            case ["deducted"]:
                return self._points.deducted(figures)
            case ["deducted", _, unit]:
                return self._points.month(_unit(figures, unit), figures)
            case ["commissions" | "instructed" | "returned" | "platform" | "corrected" | "correction", *_]:
                return self._of_event(key, figures)
        return self._of_count(key, figures)

    def _of_event(self, key: str, figures: MonthFigures) -> Source:
        match key.split("."):
            case ["commissions", *_]:
                return self._events.commissions(figures, key)
            case ["instructed", level]:
                return self._events.instructed(figures, level)
            case ["returned"]:
                return self._events.returned(figures)
            case ["platform", _]:
                return self._events.platform(figures)
        return self._events.corrected(figures, key)

    def _of_count(self, key: str, figures: MonthFigures) -> Source:
        match key.split("."):
            case ["valid", "change"]:
                return self._counts.change(figures)
            case ["valid", part] if part in set(Group):
                return self._counts.valid(figures, Group(part))
            case ["valid", _] | ["news_share"]:
                return self._counts.categories(figures)
            case ["due" | "exempt" | "completed" | "rate"]:
                return self._counts.completion(figures, key)
            case ["counted" | "late" | "missing_form", unit]:
                return self._counts.standing(figures, unit)
            case ["adopted" | "times" | "high_pieces", *_]:
                return self._counts.pieces(figures, key)
            case ["units"]:
                return self._counts.units(figures)
        return self._counts.valid(figures, None)


def _unit(figures: MonthFigures, unit: str) -> Unit:
    return next(standing.unit for standing in figures.standings if standing.unit.id == unit)
