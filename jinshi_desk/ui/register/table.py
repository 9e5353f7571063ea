"""The columns of the register's list, and the word that tells where a draft stands."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from jinshi_desk.domain.draft_kinds import STANDING, Level, Source, Status
from jinshi_desk.domain.register import RegisterRow
from jinshi_desk.domain.written_points import plain
from jinshi_desk.draft_words import CATEGORY, LEVEL, STATUS
from jinshi_desk.ui.widgets.paged_table import Column

if TYPE_CHECKING:
    from jinshi_desk.domain.drafts import Draft

_NARROW = 1120  # below this window width the list does without day and kind
_LEVELS = {
    Status.RECEIVED: "neutral",
    Status.RETURNED: "warn",
    Status.REJECTED: "neutral",
    Status.IN_REVIEW: "info",
    Status.WITHDRAWN: "exempt",
    Status.VOID: "exempt",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("RegisterTable", text)


def state_of(
    draft: "RegisterRow | Draft", level: Level | None, *, form_required: bool = True
) -> tuple[str, str]:
    """Return the word of a draft's chip and the chip's level; ``level`` is where it was adopted highest."""
    if draft.status not in STANDING:
        return STATUS[draft.status], _LEVELS[draft.status]
    if form_required and not draft.approval_on_file and draft.source is not Source.REPRINT:
        return _tr("缺审批表"), "warn"
    if level is not None:
        return _tr("已采用"), "ok"
    return STATUS[draft.status], _LEVELS.get(draft.status, "ok")


def register_columns(
    unit: Callable[[str], str], in_month: Callable[[], bool], form_required: Callable[[], bool]
) -> Sequence[Column[RegisterRow]]:
    """Return the columns; ``unit`` names a unit, ``in_month`` tells whether the list is one month's."""

    def state(row: RegisterRow) -> tuple[str, str]:
        return state_of(row, row.level, form_required=form_required())

    def day(row: RegisterRow) -> str:
        return f"{row.received_on:%m-%d}" if in_month() else f"{row.received_on:%y-%m-%d}"

    return (
        Column("number", _tr("编号"), lambda row: row.number, width=82),
        Column("received_on", _tr("收稿"), day, width=70, tone="text2", folds_below=_NARROW, tip=_day_tip),
        Column("unit", _tr("报送单位"), lambda row: unit(row.unit), width=120),
        Column("title", _tr("标题"), lambda row: row.title, elastic=True, badge=_badge),
        Column("category", _tr("类别"), _category, width=70, tone="text2", folds_below=_NARROW),
        Column("authors", _tr("作者"), _authors, width=72, tone="text2", sortable=False, tip=_all_authors),
        Column("status", _tr("状态"), lambda row: state(row)[0], width=80, chip=lambda row: state(row)[1]),
        Column("level", _tr("采用"), _adopted, width=58, tone="text2", sortable=False),
        Column("points", _tr("得分"), _points, width=52, align="right"),
    )


def _badge(row: RegisterRow) -> str:
    return _tr("好稿") if row.picked else ""


def _category(row: RegisterRow) -> str:
    return CATEGORY[row.category]


def _day_tip(row: RegisterRow) -> str:
    return f"{row.received_on.isoformat()} {_tr('补报')}" if row.makeup else row.received_on.isoformat()


def _authors(row: RegisterRow) -> str:
    more = "等" if len(row.authors) > 1 else ""
    return row.authors[0] + more if row.authors else ""


def _all_authors(row: RegisterRow) -> str:
    return "、".join(row.authors)


def _adopted(row: RegisterRow) -> str:
    if row.level is not None:
        return LEVEL[row.level]
    return _tr("待核实") if row.unverified else ""


def _points(row: RegisterRow) -> str:
    return plain(row.cents) if row.level is not None or row.cents else ""
