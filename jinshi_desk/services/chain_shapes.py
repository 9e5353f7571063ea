"""The JSON of a chain: a figure, every line that adds up to it, and whether they do."""

from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.corrections import Correction
from jinshi_desk.domain.deductions import Deduction
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.points import in_points
from jinshi_desk.services.chains import POINTS, Chain, Contribution
from jinshi_desk.services.shapes import Json
from jinshi_desk.wording import Event


def chain_json(chain: Chain) -> Json:
    """Return a chain: every line, and whether they add up."""
    points = chain.measure == POINTS
    return {
        "key": chain.key,
        "title": chain.title,
        "figure": chain.figure,
        "measure": chain.measure,
        "sum": in_points(chain.sum) if points else chain.sum,
        "holds": chain.holds,
        "working": chain.working,
        "lines": [_line(line, points=points) for line in chain.lines],
    }


def _line(line: Contribution, *, points: bool) -> Json:
    found: Json = {
        "amount": in_points(line.amount) if points else line.amount,
        "what": line.what,
        "unit": line.unit or None,
        "month": str(line.month) if line.month else None,
        "draft": line.draft_no or None,
        "title": line.title or None,
        "day": line.day.isoformat() if line.day else None,
        "where": line.where or None,
        "opens": line.opens.key if line.opens else None,
    }
    each = line.explained
    if each is not None:
        done = each.booked
        found |= {
            "kind": each.entry.kind.value,
            "outlet": each.outlet or None,
            "event": _event(each.event),
            "rule_set": each.entry.rule_set,
            "clause": each.entry.clause,
            "basis": each.basis,
            "arithmetic": each.entry.arithmetic,
            "roundings": list(each.roundings),
            "shared_by": list(each.among),
            "undoes": each.undoes or None,
            "booked_month": str(each.entry.booked_month),
            "booked_by": done.who if done else None,
            "booked_at": done.at if done else None,
            "booked_act": done.act if done else None,
        }
    return found


def _event(event: Event | None) -> Json | None:
    """Return what identifies the event behind an entry."""
    match event:
        case Instruction():
            given = {"leader": event.leader, "level": event.level.value}
            return {"instruction": event.id, **given, "given_on": event.given_on.isoformat()}
        case Commission():
            asked = {"subject": event.subject, "due_on": event.due_on.isoformat()}
            return {"commission": event.id, **asked, "outcome": event.outcome.value}
        case Deduction():
            return {"deduction": event.id, "type": event.type, "reason": event.reason}
        case Correction():
            wrong = {"corrected_month": str(event.corrected_month), "reason": event.reason}
            return {"correction": event.id, **wrong}
    return None
