"""The middle of 审批表: the form as it will be printed, while it is typed."""

from PySide6.QtWidgets import QWidget

from jinshi_desk.complaints import error_sentence
from jinshi_desk.papers.approval_forms import PrintedForms
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.page_panel import PagePanel, say


class FormPage(PagePanel):
    """Below the page, what does not fit, and what is wrong with the office's template."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.cut, self.fault = self.add_note("warning"), self.add_note("hint")

    def show_set(self, done: PrintedForms) -> None:
        """Show the pages that were set, and what is amiss with them."""
        self.preview.show_pages(done.content)
        labels = "、".join(dict.fromkeys(cut.label for cut in done.cut))
        said = self.tr("“{}”放不下，只印了前面一部分，请改短或另附页").format(labels) if labels else ""
        say(self.cut, said)
        say(self.fault, error_sentence(done.fault) if done.fault else "")

    def clear(self) -> None:
        """Show no page."""
        self.preview.show_pages([])
        self.cut.hide()
        self.fault.hide()
