"""What the clerk will want next: imported while the first tab is looked at, not when another is chosen."""

from PySide6.QtCore import QObject

from jinshi_desk.ui.first_paint import bring, one_by_one

MODULES = (
    "jinshi_desk.domain.form_papers",
    "jinshi_desk.services.form_printing",
    "jinshi_desk.ui.approval.articles",
    "jinshi_desk.ui.approval.forms_page",
    "jinshi_desk.ui.approval.tab",
    "jinshi_desk.services.reminder_sheets",
    "jinshi_desk.ui.quota.reminding",
    "jinshi_desk.ui.quota.tab",
    "jinshi_desk.services.bulletin",
    "jinshi_desk.services.closing",
    "jinshi_desk.ui.bulletin.tab",
    "jinshi_desk.services.quarters",
    "jinshi_desk.ui.bulletin.notices_tab",
    "jinshi_desk.services.year_extracts",
    "jinshi_desk.ui.annual.tab",
)
"""What the other tabs are made of, in pieces that keep no key waiting."""


def bring_soon_wanted(owner: QObject) -> None:
    """Import it piece by piece, while ``owner`` lives."""
    one_by_one(owner, *map(bring, MODULES))
