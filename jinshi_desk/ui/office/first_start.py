"""The five questions of the first start, answers filled in; or the sample year to look around in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jinshi_desk.domain.units import Unit
from jinshi_desk.services.office import FirstAnswers
from jinshi_desk.ui.dialogs import Dialogs
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.fields import NumberField
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label

_LATEST_CLOSE_DAY = 28
_LIST_HEIGHT = 220


@dataclass(frozen=True, slots=True)
class FirstStart:
    """Where the data file goes, what was answered, and whether the sample year is wanted instead."""

    file: Path
    answers: FirstAnswers
    sample: bool = False


class FileField(QWidget):
    """A path with a button that chooses it."""

    def __init__(self, look: Look, text: str, button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(text)
        self.line.setAccessibleName(button.accessibleName())
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.size("grid"))
        row.addWidget(self.line, 1)
        row.addWidget(button)

    @property
    def path(self) -> Path | None:
        text = self.line.text().strip()
        return Path(text) if text else None


class FirstStartDialog(QDialog):
    """Asks once, before there is a data file. ``chosen`` holds the answers after it was accepted."""

    def __init__(
        self, look: Look, dialogs: Dialogs, units: Sequence[Unit], file: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.chosen: FirstStart | None = None
        self._dialogs = dialogs
        self._default_file = file
        self.setWindowTitle(self.tr("津市组工信息台"))
        self.setAccessibleName(self.tr("第一次使用"))
        self._units = _ticked(units, self.tr("报送单位"))
        self._units.setFixedHeight(look.theme.scaled(_LIST_HEIGHT))
        self._rules_button = Button(look, self.tr("选择…"), name=self.tr("选择规则文件"))
        self._rules = FileField(look, "", self._rules_button)
        self._rules.line.setPlaceholderText(self.tr("可不填，用默认细则，以后可换"))
        self._signer = QLineEdit(self.tr("中共津市市委组织部"))
        self._contact = QLineEdit()
        self._contact.setPlaceholderText(self.tr("可不填，如 研究室 4210000"))
        self._close_day = NumberField(self.tr("次月几日关账"), _LATEST_CLOSE_DAY)
        self._close_day.set_number(5)
        self._file_button = Button(look, self.tr("选择…"), name=self.tr("选择数据文件夹"))
        self._file = FileField(look, str(file.parent), self._file_button)
        self.start_button = Button(look, self.tr("开始使用"), kind="primary")
        self.sample_button = Button(look, self.tr("先看示例"))
        self.start_button.setDefault(True)
        self._connect()
        self._arrange(look)

    def _connect(self) -> None:
        self._rules_button.clicked.connect(self._on_rules_wanted)
        self._file_button.clicked.connect(self._on_folder_wanted)
        self.start_button.clicked.connect(self._on_start_clicked)
        self.sample_button.clicked.connect(self._on_sample_clicked)
        self.sample_button.set_tip(self.tr("生成一份 2022 年的示例数据，随便改，不影响以后正式使用"))

    def _arrange(self, look: Look) -> None:
        self._form = Form(look)
        self._form.add_row(("units", self.tr("报送单位"), self._units))
        self._form.add_row(("rules", self.tr("考核细则"), self._rules))
        self._form.add_row(("signer", self.tr("通报署名"), self._signer))
        self._form.add_row(
            ("contact", self.tr("联系方式"), self._contact), ("close_day", self.tr("关账日"), self._close_day)
        )
        self._form.add_row(("file", self.tr("存放位置"), self._file))
        title = label(self.tr("第一次使用，先定五件事"), "title")
        hint = label(self.tr("都已填好，可以直接开始，以后在设置里能改。不得录入国家秘密。"), "hint")
        head = QVBoxLayout()
        head.setContentsMargins(18, 18, 18, 0)
        head.addWidget(title)
        head.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._form)
        column.addStretch()
        column.addWidget(self._foot(look))
        self.resize(look.theme.scaled(640), look.theme.scaled(560))

    def _foot(self, look: Look) -> FootBand:
        foot = FootBand(look)
        foot.row.addWidget(self.start_button)
        foot.row.addWidget(self.sample_button)
        foot.row.addStretch()
        return foot

    @Slot()
    def _on_rules_wanted(self) -> None:
        file = self._dialogs.choose_file(self.tr("考核细则文件"), (self.tr("规则文件 (*.toml)"),))
        if file is not None:
            self._rules.line.setText(str(file))

    @Slot()
    def _on_folder_wanted(self) -> None:
        folder = self._dialogs.choose_folder(self.tr("数据文件放在哪个文件夹"))
        if folder is not None:
            self._file.line.setText(str(folder))

    @Slot()
    def _on_start_clicked(self) -> None:
        problems = list(self._problems())
        self._form.show_problems(problems, go_to_first=True)
        if problems:
            return
        answers = FirstAnswers(
            units=frozenset(self._ticked_units()),
            rules=self._rules.path,
            close_day=self._close_day.number,
            signer=self._signer.text().strip(),
            contact=self._contact.text().strip(),
        )
        folder = self._file.path or self._default_file.parent
        self._finish(FirstStart(folder / self._default_file.name, answers))

    @Slot()
    def _on_sample_clicked(self) -> None:
        sample = self._default_file.with_name(f"示例-{self._default_file.name}")
        self._finish(FirstStart(sample, FirstAnswers(), sample=True))

    def _finish(self, chosen: FirstStart) -> None:
        self.chosen = chosen
        self.accept()

    def _problems(self) -> Sequence[FieldProblem]:
        found = []
        if not self._ticked_units():
            found.append(FieldProblem("units", "bad", self.tr("至少勾选一个单位")))
        day = self._close_day.number
        if day is None or not 1 <= day <= _LATEST_CLOSE_DAY:
            found.append(FieldProblem("close_day", "bad", self.tr("应是 1 到 28")))
        return found

    def _ticked_units(self) -> list[str]:
        items = [self._units.item(row) for row in range(self._units.count())]
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]


def _ticked(units: Sequence[Unit], name: str) -> QListWidget:
    listed = QListWidget()
    listed.setAccessibleName(name)
    listed.setProperty("role", "field")
    for unit in units:
        item = QListWidgetItem(unit.name, listed)
        item.setData(Qt.ItemDataRole.UserRole, unit.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
    return listed
