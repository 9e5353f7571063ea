"""What may be answered with one key where a sheet is in doubt."""

from jinshi_desk.domain.registers import Candidate, Question
from jinshi_desk.services.introduced import creations
from jinshi_desk.sheets.decisions import NOTHING

_MAY_BE_EMPTY = {
    "unknown_outlet": "不算采用",
    "missing_outlet": "没有采用",
    "unreadable_word_count": "字数留空",
    "odd_author": "作者留空",
}


def offered(question: Question) -> tuple[Candidate, ...]:
    """Return the answers to ``question``, the likeliest first, those that add to a list last."""
    candidates = question.candidates
    if question.kind in _MAY_BE_EMPTY and all(each.answer != NOTHING for each in candidates):
        candidates = (*candidates, Candidate(NOTHING, _MAY_BE_EMPTY[question.kind]))
    return (*candidates, *creations(question))
