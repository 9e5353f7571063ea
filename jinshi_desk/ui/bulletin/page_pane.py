"""The right pane: the pages as they will be printed, and the fonts they are set in."""

from collections.abc import Mapping

from PySide6.QtWidgets import QSizePolicy, QWidget

from jinshi_desk.complaints import error_sentence
from jinshi_desk.papers.typesetting import FontInUse
from jinshi_desk.ui.bulletin.set_pages import SetPages
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.paper_preview import PaperPreview, PreviewBar


class PagePane(Panel):
    """The preview with its bar; the foot says what is amiss with the office's template and fonts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.preview = PaperPreview(look)
        self.bar = PreviewBar(look, self.preview)
        self.fault, self.fonts = label("", "hint"), label("", "hint")
        for told in (self.fault, self.fonts):
            told.setContentsMargins(12, 4, 12, 5)
            told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            told.hide()
        self.title.setText(self.tr("版面"))
        self.setAccessibleName(self.title.text())
        self.band.addWidget(self.title)
        self.band.addStretch()
        self.band.addWidget(self.bar)
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.fault)
        self.body.addWidget(self.fonts)

    def show_set(self, done: SetPages) -> None:
        self.preview.show_pages(done.pages)
        self._show_fonts(done.fonts)
        self.fault.setText(error_sentence(done.fault) if done.fault else "")
        self.fault.setToolTip(self.fault.text())
        self.fault.setVisible(done.fault is not None)

    def clear(self) -> None:
        """Show no page: the last ones are not what would be printed."""
        self.preview.show_pages([])

    def _show_fonts(self, fonts: Mapping[str, FontInUse]) -> None:
        names = {
            "biaosong": self.tr("小标宋"),
            "fang": self.tr("仿宋"),
            "kai": self.tr("楷体"),
            "hei": self.tr("黑体"),
            "song": self.tr("宋体"),
        }
        missing = [role for role in names if role not in fonts or fonts[role].bundled]
        said = "、".join(names[role] for role in missing)
        self.fonts.setText(self.tr("{}用后备字体").format(said))
        told = [f"{names[role]}：{fonts[role].family}" for role in missing if role in fonts]
        self.fonts.setToolTip("\n".join((*told, self.tr("装上公文字体后重开程序，版面即用公文字体。"))))
        self.fonts.setVisible(bool(missing))
