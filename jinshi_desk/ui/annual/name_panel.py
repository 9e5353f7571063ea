"""Beside the list: what stands behind a name, and the form that decides it otherwise."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from jinshi_desk.award_words import TIE_BREAKER, grade_word
from jinshi_desk.domain.award_decisions import Roll
from jinshi_desk.domain.award_rules import TieBreaker
from jinshi_desk.domain.awards import Contender
from jinshi_desk.domain.figures import percent
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST
from jinshi_desk.domain.points import plain
from jinshi_desk.services.award_lines import AwardLine
from jinshi_desk.ui.annual.desks import YearView
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.lines import Line, Lines
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.wording import LEVEL, NAME_STATE


class NamePanel(Panel):
    """Says what is known of a name."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, " ", parent)
        self.lines = Lines(self.tr("依据"))
        self.body.addWidget(self.lines)

    def show_name(self, view: YearView, roll: Roll | None, line: AwardLine | None) -> None:
        """Show what stands behind ``line``; nothing where none is current."""
        contender = roll.contest.contender(line.who) if roll and line else None
        self.title.setText(line.name if line else self.tr("依据"))
        self.setAccessibleName(self.title.text())
        lines = list(self._facts(view, roll, contender, line)) if roll and line else []
        self.lines.show_lines(lines)

    def _facts(
        self, view: YearView, roll: Roll, contender: Contender | None, line: AwardLine
    ) -> Iterator[Line]:
        state = NAME_STATE[line.state] if line.state else ""
        decision = roll.decisions.get(line.who)
        noted = line.note and not (decision and decision.reason)  # the reason stands below, with who decided
        yield Line(line.head, state, (line.note,) if noted else (), total=True)
        if contender is not None:
            yield Line(self.tr("全年积分"), plain(contender.cents))
            yield from self._breakers(view, roll, contender)
            if roll.award.group is not None:
                yield Line(self.tr("在册月份"), self.tr("{} 个月").format(contender.active_months))
                yield Line(self.tr("未完成任务"), self.tr("{} 个月").format(contender.missed_months))
        if decision is not None:
            said = self.tr("另定为{}") if decision.reason else self.tr("确认为{}")
            reasons = [decision.reason, self.tr("{}　{}").format(decision.decided_by, decision.decided_on)]
            yield Line(said.format(grade_word(decision.grade)), "", tuple(filter(None, reasons)))
        for each in reversed(roll.earlier_of(line.who)):
            said = self.tr("曾另定为{}") if each.reason else self.tr("曾确认为{}")
            who = self.tr("{}　{}").format(each.decided_by, each.decided_on)
            ended = self.tr("后来：{}").format(each.voided)
            yield Line(
                said.format(grade_word(each.grade)), "", tuple(filter(None, (each.reason, who, ended)))
            )

    def _breakers(self, view: YearView, roll: Roll, contender: Contender) -> Iterator[Line]:
        """Yield what parts equal points, in that order."""
        if roll.award.group is not None:
            for breaker, number in zip(view.breakers, contender.breakers, strict=True):
                shown = percent(number) if breaker is TieBreaker.ON_TIME else str(number)
                yield Line(TIE_BREAKER[breaker], shown)
        elif roll.award.category is not None:
            for level, number in zip(LEVELS_HIGHEST_FIRST, contender.breakers, strict=True):
                yield Line(self.tr("{}采用").format(LEVEL[level]), self.tr("{} 篇次").format(number))
