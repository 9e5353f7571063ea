"""The same draft twice: in one file, or in a file and in the register (§7)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from jinshi_desk.domain.drafts import title_key
from jinshi_desk.domain.registers import Action, Candidate, Flag, Proposal, Question, RowReading
from jinshi_desk.sheets.decisions import JOIN, SEPARATE, SKIP, Decisions

Known = Callable[[str, str], str | None]
"""The number of the draft that a unit already has under a title's key, if any."""

_ANSWERS = (
    Candidate(JOIN, "同一稿件加采用"),
    Candidate(SEPARATE, "不同稿件"),
    Candidate(SKIP, "不导入"),
)


def ask_about_duplicates(
    rows: Sequence[RowReading], names: Mapping[str, tuple[str, ...]], decisions: Decisions, known: Known
) -> list[RowReading]:
    """Return the rows, with those asked about that repeat a draft; ``names`` are each unit's, by its id."""
    seen: dict[tuple[str, str], RowReading] = {}
    numbered: dict[str, RowReading] = {}
    checked: list[RowReading] = []
    for row in rows:
        proposal = row.proposal
        if row.action is Action.SKIP or proposal is None or not proposal.units or not proposal.title:
            checked.append(row)
            continue
        key = (proposal.units[0], title_key(proposal.title, names.get(proposal.units[0], ())))
        same = numbered.get(proposal.number) if proposal.number is not None else None
        earlier = seen.get(key)
        if same is not None:
            checked.append(replace(row, duplicate_of=same.row, joins=True))
        elif earlier is not None and row.joins:  # its title is the cell of the row above
            checked.append(replace(row, duplicate_of=earlier.row))
        elif earlier is not None:
            checked.append(_asked(row, _repeats(row, earlier), decisions, earlier.row))
        elif proposal.number is None and (there := known(*key)) is not None:
            checked.append(_asked(replace(row, joins=False), Flag("duplicate_of", there), decisions, None))
        else:
            checked.append(replace(row, joins=False) if row.joins else row)
        seen.setdefault(key, row)
        if proposal.number is not None:
            numbered.setdefault(proposal.number, row)
    return checked


def ask_about_repeated_adoptions(rows: Sequence[RowReading], decisions: Decisions) -> list[RowReading]:
    """Return the rows of an adoption ledger, with those asked about that name an adoption again."""
    seen: dict[tuple[object, ...], RowReading] = {}
    checked: list[RowReading] = []
    for row in rows:
        proposal = row.proposal
        if row.action is Action.SKIP or proposal is None or not proposal.adoptions:
            checked.append(row)
            continue
        draft = (proposal.number,) if proposal.number else (proposal.units, title_key(proposal.title))
        key = (*draft, *((adoption.outlet, adoption.adopted_on) for adoption in proposal.adoptions))
        earlier = seen.setdefault(key, row)
        again = earlier is not row
        checked.append(
            _asked(row, Flag(f"duplicate_of_row_{earlier.row}"), decisions, earlier.row) if again else row
        )
    return checked


def _repeats(row: RowReading, earlier: RowReading) -> Flag:
    """Return the flag of a row that says ``earlier`` again, ``duplicate_of_row_11(同稿多家采用)``."""
    details = [] if row.sheet == earlier.sheet else [earlier.sheet]
    if row.proposal and earlier.proposal and _outlets(row.proposal) - _outlets(earlier.proposal):
        details.append("同稿多家采用")
    return Flag(f"duplicate_of_row_{earlier.row}", "，".join(details))


def _outlets(proposal: Proposal) -> set[str | None]:
    return {adoption.outlet for adoption in proposal.adoptions}


def _asked(row: RowReading, flag: Flag, decisions: Decisions, earlier: int | None) -> RowReading:
    question = Question("duplicate", str(flag), "title", _ANSWERS)
    decided = decisions.answer(question, row.sheet, row.row or 0)
    row = replace(row, flags=(*row.flags, flag), duplicate_of=earlier)
    match decided:
        case "join":
            return replace(row, joins=True)
        case "separate" if row.proposal is not None:
            return replace(row, proposal=replace(row.proposal, duplicate_confirmed=True))
        case "skip":
            return replace(row, action=Action.SKIP, reason="duplicate", questions=())
    return replace(row, action=Action.ASK, questions=(*row.questions, question))
