"""考核规则 opened over a window, with the papers and the rehearsals it leads to."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.rehearsal import RehearsalDesk
from jinshi_desk.services.rule_annex import RuleAnnexDesk
from jinshi_desk.services.rule_editing import RuleEditDesk
from jinshi_desk.services.rule_sets import RulesDesk
from jinshi_desk.services.rule_versions import RuleVersionDesk
from jinshi_desk.store.database import Store
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.rules.annex_dialog import AnnexDialog
from jinshi_desk.ui.rules.desks import RuleDesks
from jinshi_desk.ui.rules.dialog import RulesDialog
from jinshi_desk.ui.rules.rehearsal_dialog import RehearsalDialog


def rules_dialog(
    frame: Frame,
    store: Store,
    press: Press,
    today: Callable[[], date],
    over: QWidget | None = None,
    show: Callable[[QDialog], None] = QDialog.open,
) -> RulesDialog:
    """Return the dialog of the rules, its desks at one undo; ``show`` opens what it leads to."""
    undo = Undo(store)
    desks = RuleDesks(
        RulesDesk(store),
        RuleVersionDesk(store, undo),
        RuleEditDesk(store, undo),
        lambda: {unit.id: unit.name for unit in store.units.all()},
    )
    annexes = RuleAnnexDesk(store, press, today)
    dialog = RulesDialog(frame, desks, today, show, over)
    rehearsals = RehearsalDesk(store, today)
    dialog.rehearsal_wanted.connect(lambda toml: show(RehearsalDialog(frame, rehearsals, toml, dialog)))
    dialog.paper_wanted.connect(lambda toml: show(AnnexDialog(frame, annexes, toml, dialog)))
    return dialog
