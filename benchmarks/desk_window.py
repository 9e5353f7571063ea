"""The program itself, opened on a data file as a clerk opens it, until its register is painted."""

import os
import sys
from typing import TYPE_CHECKING

from jinshi_desk.__main__ import show

if TYPE_CHECKING:
    from jinshi_desk.app import Desk


def _leave_when_painted(desk: "Desk") -> None:
    from benchmarks.first_paint import end_after_first_paint
    from jinshi_desk.ui.register.tab import RegisterTab

    register = desk.window.show_tab("register")
    assert isinstance(register, RegisterTab)
    assert register.list.model.rowCount() > 0
    if sys.argv[2:] == ["complete"]:
        desk.tabs.completed.connect(lambda: os._exit(0))
    else:
        end_after_first_paint(register.list.view.viewport())


if __name__ == "__main__":
    file = sys.argv[1]
    os.environ |= {"JINSHI_DATA": file, "XDG_CONFIG_HOME": f"{file}.settings"}  # none of the user's
    sys.exit(show([], _leave_when_painted))
