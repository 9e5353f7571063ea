"""设置: what the office writes on its bulletins, the rules in force, and how the window looks."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from jinshi_desk.domain.bulletins import Letterhead
from jinshi_desk.services.office import OfficeDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.look_settings import save_look
from jinshi_desk.ui.theme import Scheme, TextSize
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.form import Form
from jinshi_desk.ui.widgets.labels import label


class SettingsDialog(QDialog):
    """Shows the settings and files them together; the look is worn at once, as it is chosen."""

    units_wanted = Signal()
    returns_wanted = Signal()
    wordings_wanted = Signal()
    forms_wanted = Signal()
    rules_wanted = Signal()

    def __init__(self, frame: Frame, office: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._office = office
        self.setWindowTitle(self.tr("设置"))
        head = office.letterhead()
        self._addressee = QLineEdit(head.addressee)
        self._signer = QLineEdit(head.signer)
        self._contact = QLineEdit(head.contact)
        self._contact.setPlaceholderText(self.tr("可不填"))
        self._sentences = QPlainTextEdit("\n".join(head.standing_sentences))
        self._form_required = QCheckBox(self.tr("审批表齐全才算有效报送"))
        self._form_required.setChecked(office.form_required())
        self._authors = QCheckBox(self.tr("通报附件3印作者积分"))
        self._authors.setChecked(office.prints_authors())
        self._scheme = QComboBox()
        self._text_size = QComboBox()
        self.save_button = Button(frame.look, self.tr("保存"), icon="save", kind="primary", key="Ctrl+S")
        self.close_button = Button(frame.look, self.tr("不改了"))
        self.units_button = Button(frame.look, self.tr("单位管理…"), icon="unit", kind="quiet")
        self.units_button.set_tip(self.tr("新增、改名、合并、拆分、撤销单位"))
        self.units_button.clicked.connect(self.units_wanted)
        self.returns_button = Button(frame.look, self.tr("退回与节假日…"), icon="return", kind="quiet")
        self.returns_button.set_tip(self.tr("退回原因，放假和调休上班的日子"))
        self.returns_button.clicked.connect(self.returns_wanted)
        self.forms_button = Button(frame.look, self.tr("审批表…"), icon="approval", kind="quiet")
        self.forms_button.set_tip(self.tr("编号样式、等签天数、常用签批人、版面"))
        self.forms_button.clicked.connect(self.forms_wanted)
        self.rules_button = Button(frame.look, self.tr("考核规则…"), icon="rules")
        self.rules_button.set_tip(self.tr("各版规则，改规则、印细则、模拟重算"))
        self.rules_button.clicked.connect(self.rules_wanted)
        self.wordings_button = Button(frame.look, self.tr("改催报文字…"), icon="edit")
        self.wordings_button.set_tip(self.tr("提醒、催报、逾期、最后几种文字"))
        self.wordings_button.clicked.connect(self.wordings_wanted)
        self._fill_look()
        self._scheme.activated.connect(self._on_look_chosen)
        self._text_size.activated.connect(self._on_look_chosen)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.reject)
        self._arrange()

    def _fill_look(self) -> None:
        schemes = {
            Scheme.SYSTEM: self.tr("跟随系统"),
            Scheme.LIGHT: self.tr("浅色"),
            Scheme.DARK: self.tr("深色"),
        }
        sizes = {
            TextSize.SMALL: self.tr("小"),
            TextSize.STANDARD: self.tr("标准"),
            TextSize.LARGE: self.tr("大"),
            TextSize.HUGE: self.tr("特大"),
        }
        for scheme, word in schemes.items():
            self._scheme.addItem(word, scheme)
        for size, word in sizes.items():
            self._text_size.addItem(word, size)
        self._scheme.setCurrentIndex(self._scheme.findData(self._frame.look.scheme))
        self._text_size.setCurrentIndex(self._text_size.findData(self._frame.look.text_size))

    def _arrange(self) -> None:
        look = self._frame.look
        form = Form(look)
        form.add_widget(label(self.tr("月通报"), "h2"))
        form.add_row(("addressee", self.tr("主送"), self._addressee))
        form.add_row(
            ("signer", self.tr("署名"), self._signer), ("contact", self.tr("联系方式"), self._contact)
        )
        form.add_row(("sentences", self.tr("下步要求"), self._sentences))
        form.add_row(("authors", self.tr("作者积分"), self._authors))
        form.add_widget(label(self.tr("任务"), "h2"))
        form.add_row(("form_required", self.tr("有效报送"), self._form_required))
        words = QHBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.rules_button)
        words.addWidget(self.wordings_button)
        words.addStretch()
        form.add_widget(_laid(words))
        form.add_widget(label(self._rules_words(), "hint"))
        form.add_widget(label(self.tr("外观"), "h2"))
        form.add_row(
            ("scheme", self.tr("明暗"), self._scheme), ("text_size", self.tr("字号"), self._text_size)
        )
        form.add_widget(label(self.tr("数据文件：%s") % self._office.file(), "hint"))
        foot = FootBand(look)
        foot.row.addWidget(self.save_button)
        foot.row.addWidget(self.close_button)
        foot.row.addStretch()
        foot.row.addWidget(self.forms_button)
        foot.row.addWidget(self.returns_button)
        foot.row.addWidget(self.units_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form, 1)
        column.addWidget(foot)
        self.resize(look.theme.scaled(680), look.theme.scaled(520))

    def _rules_words(self) -> str:
        book = self._office.rules()
        last = max(book.versions, key=lambda rules: rules.effective_from)
        words = self.tr("%s起执行《%s》%s") % (last.effective_from.label, last.title, last.doc_no)
        several = self.tr("，前面还有 %s 版") % (len(book.versions) - 1)
        return words + several if len(book.versions) > 1 else words

    @Slot()
    def _on_look_chosen(self) -> None:
        scheme, size = self._scheme.currentData(), self._text_size.currentData()
        self._frame.look.set_scheme(Scheme(scheme))
        self._frame.look.set_text_size(TextSize(size))
        save_look(self._frame.look, self._frame.settings)

    @Slot()
    def _on_save_clicked(self) -> None:
        sentences = tuple(line.strip() for line in self._sentences.toPlainText().splitlines() if line.strip())
        letterhead = Letterhead(
            self._addressee.text().strip(),
            self._signer.text().strip(),
            self._contact.text().strip(),
            sentences,
        )
        self._office.save(letterhead, form_required=self._form_required.isChecked())
        if self._authors.isChecked() != self._office.prints_authors():
            self._office.print_authors(printed=self._authors.isChecked())
        self._frame.notices.tell_act(self.tr("设置已保存"))
        self.accept()


def _laid(row: QHBoxLayout) -> QWidget:
    """Return a widget with ``row`` in it."""
    inside = QWidget()
    inside.setLayout(row)
    return inside
