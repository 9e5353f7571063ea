"""The articles of a push: up to eight drafts in their order, and what each line of the table says."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jinshi_desk.domain.approval_forms import ARTICLE_LIMIT, Article
from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.ledgers.fields import DraftField
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import NumberField
from jinshi_desk.ui.widgets.form import Form
from jinshi_desk.ui.widgets.labels import label

_COLUMNS = ("组工动态", "选调之声", "支部风采", "先锋人物", "通知公告", "学习园地")


class _Order(QListWidget):
    """Articles one below another; Alt+Up and Alt+Down move one, Delete takes it out."""

    moved = Signal(int)
    taken_out = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.taken_out.emit()
        else:
            super().keyPressEvent(event)


class Articles(QWidget):
    """The list, a field to add a draft, and the fields of the current line."""

    edited = Signal()

    def __init__(self, look: Look, desks: ApprovalDesks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desks.forms
        self._articles: list[Article] = []
        self._names: dict[str, str] = {}
        self._showing = False
        self.heading = label("", "label")
        self.order = _Order()
        self.order.setProperty("role", "field")
        self.order.setAccessibleName(self.tr("推送的稿件，按次序"))
        self.order.setToolTip(self.tr("Alt+上下方向键 调次序，Delete 移出"))
        self.order.setFixedHeight(look.theme.scaled(152))
        self.add = DraftField(look, desks.ledgers, self._unit_name)
        self.add.setPlaceholderText(self.tr("再加一篇：标题、编号"))
        self.column = ChoiceField(look, self.tr("栏目"))
        self.column.set_choices([Choice(each, each) for each in _COLUMNS])
        self.photos = NumberField(self.tr("照片"), 999)
        self.videos = NumberField(self.tr("视频"), 999)
        self.source = QLineEdit()
        self.source.setPlaceholderText(self.tr("转载的写来源，可不填"))
        self.form = Form(look)
        self.form.add_widget(self.heading)
        self.form.add_widget(self.order)
        self.form.add_row(("add", self.tr("加稿件"), self.add))
        self.form.add_row(("column", self.tr("栏目"), self.column))
        self.form.add_row(("photos", self.tr("照片"), self.photos), ("videos", self.tr("视频"), self.videos))
        self.form.add_row(("reprinted_from", self.tr("来源"), self.source))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.add.chosen.connect(self._on_added)
        self.order.moved.connect(self._on_moved)
        self.order.taken_out.connect(self._on_taken_out)
        self.order.currentRowChanged.connect(self._on_row_changed)
        self.form.edited.connect(self._on_line_edited)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles as they stand."""
        return tuple(self._articles)

    def show_articles(self, articles: Sequence[Article]) -> None:
        """Show ``articles``; emits nothing."""
        self._names = self._desk.unit_names()
        self._articles = list(articles)
        self._show(0)

    def add_draft(self, number: str) -> None:
        """Put a draft at the end, unless it is there or there is no room for it.

        Raises:
            UnknownDraft, WrongStatus: it can't be on a form.
        """
        if len(self._articles) < ARTICLE_LIMIT and number not in [each.number for each in self._articles]:
            self._articles.append(self._desk.article(number))
            self._show(len(self._articles) - 1)
            self.edited.emit()

    def _unit_name(self, unit: str) -> str:
        return self._names.get(unit, unit)

    def _show(self, current: int) -> None:
        self._showing = True
        self.order.clear()
        for place, article in enumerate(self._articles, start=1):
            item = QListWidgetItem(f"{place}  {article.title}", self.order)
            item.setToolTip(f"{article.number}　{self._unit_name(article.unit)}　{article.title}")
        said = self.tr("稿件 {} 篇，最多 {} 篇").format(len(self._articles), ARTICLE_LIMIT)
        self.heading.setText(said)
        self.order.setCurrentRow(min(current, len(self._articles) - 1))
        self._showing = False
        self._show_line()

    def _show_line(self) -> None:
        article = self._current
        self._showing = True
        self.column.set_choice(None)
        self.column.setText(article.column if article else "")
        self.photos.set_number((article.photos or None) if article else None)
        self.videos.set_number((article.videos or None) if article else None)
        self.source.setText(article.reprinted_from if article else "")
        for control in (self.column, self.photos, self.videos, self.source):
            control.setEnabled(article is not None)
        self.add.setEnabled(len(self._articles) < ARTICLE_LIMIT)
        self._showing = False

    @property
    def _current(self) -> Article | None:
        row = self.order.currentRow()
        return self._articles[row] if 0 <= row < len(self._articles) else None

    @Slot(object)
    def _on_added(self, choice: Choice | None) -> None:
        if choice is not None:
            self.add_draft(choice.id)
            self.add.set_choice(None)

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        row = self.order.currentRow()
        if 0 <= row + step < len(self._articles):
            self._articles.insert(row + step, self._articles.pop(row))
            self._show(row + step)
            self.edited.emit()

    @Slot()
    def _on_taken_out(self) -> None:
        row = self.order.currentRow()
        if 0 <= row < len(self._articles):
            del self._articles[row]
            self._show(row)
            self.edited.emit()

    @Slot(int)
    def _on_row_changed(self, _row: int) -> None:
        if not self._showing:
            self._show_line()

    @Slot(str)
    def _on_line_edited(self, name: str) -> None:
        row, article = self.order.currentRow(), self._current
        if self._showing or name == "add" or article is None:
            return
        self._articles[row] = replace(
            article,
            column=self.column.text().strip(),
            photos=self.photos.number or 0,
            videos=self.videos.number or 0,
            reprinted_from=self.source.text().strip(),
        )
        self.edited.emit()
