"""What the clerk decided about doubtful cells; the same file of decisions serves every later file."""

import json
from collections.abc import Mapping

from jinshi_desk.domain.errors import BadDecisions
from jinshi_desk.domain.registers import Question

SKIP = "skip"
IMPORT = "import"
NOTHING = "none"
"""The answer that the cell should have been empty."""
JOIN, SEPARATE = "join", "separate"
"""Answers about a duplicate: 同稿件加采用, 不同稿件."""


class Decisions:
    """Answers by the keys of their questions: for one row, for a whole row, for all that say the same."""

    def __init__(self, answers: Mapping[str, str] | None = None) -> None:
        self.answers: Mapping[str, str] = dict(answers or {})

    def __bool__(self) -> bool:
        return bool(self.answers)

    def answer(self, question: Question, sheet: str, row: int) -> str | None:
        """Return what was decided; what was said of the row goes before what was said in general."""
        for key in (question.row_key(sheet, row), f"{sheet}!{row}", question.general_key):
            if (answer := self.answers.get(key)) is not None:
                return answer
        return None

    def in_general(self, question: Question) -> str | None:
        """Return what was decided for a whole sheet or file."""
        return self.answers.get(question.general_key)

    def to_json(self) -> str:
        return json.dumps(dict(self.answers), ensure_ascii=False, indent=1)


def parse_decisions(text: str, file: str) -> Decisions:
    """Read what ``Decisions.to_json`` wrote, or somebody typed.

    Raises:
        BadDecisions: it is not an object of texts.
    """
    try:
        answers = json.loads(text)
    except ValueError:
        raise BadDecisions(file) from None
    if not isinstance(answers, dict) or not all(isinstance(answer, str) for answer in answers.values()):
        raise BadDecisions(file)
    return Decisions(answers)
