"""Two versions side by side: what went is struck out, what came is underlined, both in colour as well."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTextBrowser, QWidget

from jinshi_desk.domain.comparing import Comparison, Fold, Line, Row, folded
from jinshi_desk.ui.theme import Look

_MARGIN = 8


class ComparisonView(QTextBrowser):
    """Shows a comparison; its text can be selected and copied."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heads: tuple[str, str] = "", ""
        self._shown: Comparison | None = None
        self._folds = True
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("两稿比对"))
        self.document().setDocumentMargin(_MARGIN)
        look.changed.connect(self._dress)

    def show_comparison(self, heads: tuple[str, str], found: Comparison, *, folds: bool) -> None:
        """Show two versions under their heads, or the new one alone where the old has no head.

        ``folds`` leaves out long passages without a change.
        """
        self._heads, self._shown, self._folds = heads, found, folds
        self._dress()

    @Slot()
    def _dress(self) -> None:
        if self._shown is None:
            return
        found = self._shown
        heads = [f"<span class='head'>{escape(head)}</span>" for head in self._heads]
        rows = [self._pair(*heads)]
        named = (
            (self.tr("标题"), found.title),
            (self.tr("作者"), found.authors),
            (self.tr("图片附件"), found.attachments),
        )
        rows += [self._named_row(name, row) for name, row in named if row.old or row.new]
        parts = list(folded(found.body)) if self._folds else list(found.body)
        rows += [self._block(block) for block in _blocks(parts)]
        table = f"<table width='100%' cellspacing='0' cellpadding='6'>{''.join(rows)}</table>"
        self.setHtml(f"{self._style()}{table}")

    def _style(self) -> str:
        theme = self._look.theme
        words = {
            token: theme.color(token).name() for token in ("text2", "text3", "bad", "bad_bg", "ok", "ok_bg")
        }
        font, small = theme.size("font"), theme.size("font_small")
        return (
            f"<style>td {{ font-size: {font}px; line-height: 150%; }}"
            f" .head, .fold {{ font-size: {small}px; color: {words['text3']}; }}"
            f" .name, .head {{ color: {words['text2']}; }}"
            f" .gone {{ color: {words['bad']}; background-color: {words['bad_bg']};"
            " text-decoration: line-through; }"
            f" .came {{ color: {words['ok']}; background-color: {words['ok_bg']};"
            " text-decoration: underline; }</style>"
        )

    def _block(self, block: Fold | Sequence[Row]) -> str:
        if isinstance(block, Fold):
            words = self.tr("…… {} 句没有改，{} 字 ……").format(len(block.rows), block.length)
            return f"<tr><td colspan='2' align='center' class='fold'>{escape(words)}</td></tr>"
        old = "".join(_written(row.old, "gone") for row in block)
        return self._pair(old, "".join(_written(row.new, "came") for row in block))

    def _named_row(self, name: str, row: Row) -> str:
        label = f"<span class='name'>{escape(name)}　</span>"
        return self._pair(label + _written(row.old, "gone"), label + _written(row.new, "came"))

    def _pair(self, old: str, new: str) -> str:
        if not self._heads[0]:
            return f"<tr><td colspan='2'>{new}</td></tr>"
        return f"<tr><td width='50%' valign='top'>{old}</td><td width='50%' valign='top'>{new}</td></tr>"


def _blocks(parts: Iterable[Row | Fold]) -> Iterable[Fold | list[Row]]:
    """Yield paragraphs and what is folded between them."""
    block: list[Row] = []
    for part in parts:
        if block and (isinstance(part, Fold) or part.opens):
            yield block
            block = []
        if isinstance(part, Fold):
            yield part
        else:
            block.append(part)
    if block:
        yield block


def _written(line: Line, mark: str) -> str:
    return "".join(
        f"<span class='{mark}'>{escape(piece.text)}</span>" if piece.changed else escape(piece.text)
        for piece in line
    )
