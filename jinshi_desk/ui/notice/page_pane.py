"""The right pane: the pages as they will be printed, and the fonts they are set in."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from jinshi_desk.complaints import error_sentence
from jinshi_desk.papers.typesetting import FontInUse
from jinshi_desk.ui.notice.set_pages import SetPages
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.page_panel import PagePanel, say


class PagePane(PagePanel):
    """Below the page, what is amiss with the office's template and fonts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.fault, self.fonts = self.add_note("hint"), self.add_note("hint")

    def show_set(self, done: SetPages) -> None:
        self.preview.show_pages(done.pages)
        self._show_fonts(done.fonts)
        say(self.fault, error_sentence(done.fault) if done.fault else "")

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
        told = [f"{names[role]}：{fonts[role].family}" for role in missing if role in fonts]
        tip = "\n".join((*told, self.tr("装上公文字体后重开程序，版面即用公文字体。")))
        say(self.fonts, self.tr("{}用后备字体").format(said) if missing else "", tip)
