"""The middle of 审批表: the form as it will be printed, while it is typed."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.form_papers import CutField
from jinshi_desk.papers.approval_forms import PrintedForms
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.paper_preview import PaperPreview, PreviewBar


class FormPage(Panel):
    """The preview with its bar; below it what does not fit, and what is wrong with the office's template."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.preview = PaperPreview(look)
        self.bar = PreviewBar(look, self.preview)
        self.cut, self.fault = label("", "warning"), label("", "hint")
        for told in (self.cut, self.fault):
            told.setContentsMargins(12, 4, 12, 5)
            told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            told.hide()
        self.title.setText(self.tr("版面"))
        self.setAccessibleName(self.title.text())
        self.band.addWidget(self.title)
        self.band.addStretch()
        self.band.addWidget(self.bar)
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.cut)
        self.body.addWidget(self.fault)

    def show_set(self, done: PrintedForms) -> None:
        """Show the pages that were set, and what is amiss with them."""
        self.preview.show_pages(done.content)
        labels = "、".join(dict.fromkeys(map(_label, done.cut)))
        said = self.tr("“{}”放不下，只印了前面一部分，请改短或另附页").format(labels) if labels else ""
        faults = error_sentence(done.fault) if done.fault else ""
        for told, words in ((self.cut, said), (self.fault, faults)):
            told.setText(words)
            told.setToolTip(words)
            told.setVisible(bool(words))

    def clear(self) -> None:
        """Show no page."""
        self.preview.show_pages([])
        self.cut.hide()
        self.fault.hide()


def _label(cut: CutField) -> str:
    return cut.label
