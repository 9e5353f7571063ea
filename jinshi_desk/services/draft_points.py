"""The chain of a draft's points: what its lead earned by it, whenever that was booked, and who shares."""

from jinshi_desk.domain.ledger import standing
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.unit_changes import Mergers
from jinshi_desk.services.chains import POINTS, Chain, Contribution, Opens, entry_line
from jinshi_desk.services.explained import Explaining
from jinshi_desk.store.database import Store

DRAFT = "draft"
"""The key of a draft's points is ``draft.NUMBER``, that of another unit's part ``draft.NUMBER.UNIT``."""

_NOTHING = "这篇稿件还没有得分，登记并核实采用后才有。"


def draft_key(number: str, unit: str = "") -> Opens:
    """Return what opens a draft's points: its lead's, as every list shows them, or those of ``unit``."""
    return Opens(".".join(filter(None, (DRAFT, number, unit))))


def draft_chain(store: Store, number: str, unit: str = "") -> Chain:
    """Return the entries of a draft that are its lead's, or those of ``unit``.

    Since the unit was merged, they name the successor whose figures have them.

    Raises:
        UnknownDraft: there is none of this number.
    """
    draft = store.drafts.get(number)
    whose = unit or draft.lead
    names, mergers = {each.id: each.name for each in store.units.all()}, Mergers(store.units.changes())
    booked = [each for each in store.ledger.of_draft(draft.id) if each.unit is not None]
    earned = {each: sum(one.cents for one in booked if one.unit == each) for each in draft.units}
    own = standing(tuple(each for each in booked if each.unit == whose))
    lines = [
        entry_line(each, months=True, unit="" if figured == whose else names[figured])
        for each in Explaining(store).explained(own)
        for figured in (mergers.successor(whose, each.entry.booked_month),)
    ]
    if not unit:
        lines += [
            Contribution(
                0, "联合报送", names[each], where=f"{plain(cents)} 分", opens=draft_key(number, each)
            )
            for each, cents in earned.items()
            if each != draft.lead
        ]
    expected = earned[whose] if unit else store.register.lines([draft.id])[0].cents
    title = f"《{draft.title}》{names[whose]}得分"
    return Chain(
        draft_key(number, unit).key, title, plain(expected), POINTS, expected, tuple(lines), nothing=_NOTHING
    )
