"""How the stages of a reminder are called on the command line."""

from collections.abc import Mapping

from jinshi_desk.domain.reminders import Stage

STAGES: Mapping[str, Stage] = {
    "15": Stage.REMIND,
    "25": Stage.URGE,
    "overdue": Stage.OVERDUE,
    "final": Stage.FINAL,
}
