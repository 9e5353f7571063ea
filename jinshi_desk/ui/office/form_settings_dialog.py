"""审批表设置: how forms are numbered, how long a step waits, who signs as a rule, whose templates print."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jinshi_desk.complaints import error_sentence, problem_phrase
from jinshi_desk.domain.approvals import FormKind, Step
from jinshi_desk.domain.errors import DeskError, NotFileable
from jinshi_desk.papers.own_templates import copy_templates
from jinshi_desk.services.form_settings import LIMIT_MAX, FormSettings, FormSettingsDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import NumberField
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import scrolled

_SIZE, _NUMBER = (720, 560), 72


class FormSettingsDialog(QDialog):
    """Files all of it together; numbers that were given stay as they are.

    ``own`` is the folder of the office's own templates, ``fault`` says what is wrong with them now.
    """

    def __init__(
        self,
        frame: Frame,
        desk: FormSettingsDesk,
        units: list[Choice],
        own: Path,
        fault: Callable[[], DeskError | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._own, self._fault = frame, desk, own, fault
        self._codes = desk.unit_codes()
        self._typed_codes: dict[str, str] = {}
        self.setWindowTitle(self.tr("审批表设置"))
        look, settings = frame.look, desk.settings()
        self.patterns = {kind: QLineEdit(settings.patterns[kind]) for kind in FormKind}
        self.limits = {kind: NumberField("", LIMIT_MAX) for kind in FormKind}
        for kind, field in self.limits.items():
            field.set_number(settings.limits[kind])
            field.setMaximumWidth(look.theme.scaled(_NUMBER))
        self.signers = {step: QLineEdit(name) for step, name in settings.signers.items()}
        self.unit = ChoiceField(look, self.tr("单位"))
        self.unit.set_choices(units)
        self.unit.setPlaceholderText(self.tr("单位名称或拼音首字母"))
        self.code = QLineEdit()
        self.code.setEnabled(False)
        self.templates = label("", "hint")
        self.templates.setWordWrap(True)
        self.copy_button = Button(look, self.tr("抄出版面…"), "copy")
        self.copy_button.set_tip(self.tr("把程序自带的版面抄到数据文件旁边，改了就用改过的"))
        self.save_button = Button(look, self.tr("保存"), "save", "primary", "Ctrl+S")
        self.close_button = Button(look, self.tr("不改了"))
        self.form = Form(look)
        self._add_rows()
        self._connect()
        self._arrange()
        self._show_templates()

    def _add_rows(self) -> None:
        form = self.form
        kinds = {
            FormKind.A: self.tr("报送表"),
            FormKind.B: self.tr("机关表"),
            FormKind.C: self.tr("三审表"),
        }
        form.add_widget(label(self.tr("编号样式和每步最多等几个工作日"), "h2"))
        for kind, name in kinds.items():
            form.add_row(
                (f"pattern_{kind}", name, self.patterns[kind]),
                (f"limit_{kind}", self.tr("工作日"), self.limits[kind]),
            )
        hint = self.tr("{year} 年，{month} 月，{unit} 单位代号，{seq} 顺序号；改了只管以后的编号")
        form.add_widget(label(hint, "hint"))
        form.add_widget(label(self.tr("常用签批人（可不填，登记时仍可改）"), "h2"))
        names = self._signer_names()
        steps = [step for step in names if step in self.signers]
        for first, second in zip(steps[::2], steps[1::2], strict=True):
            form.add_row(
                (f"signer_{first}", names[first], self.signers[first]),
                (f"signer_{second}", names[second], self.signers[second]),
            )
        form.add_widget(label(self.tr("单位代号（报送审批表编号里用）"), "h2"))
        form.add_row(("unit", self.tr("单位"), self.unit), ("code", self.tr("代号"), self.code))
        form.add_widget(label(self.tr("版面"), "h2"))
        row = QHBoxLayout()
        row.addWidget(self.templates, 1)
        row.addWidget(self.copy_button)
        inside = QWidget()
        inside.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        form.add_widget(inside)

    def _signer_names(self) -> Mapping[Step, str]:
        return {
            Step.FIRST_REVIEW: self.tr("编审"),
            Step.SECOND_REVIEW: self.tr("复审"),
            Step.FINAL_REVIEW: self.tr("终审"),
            Step.RECEPTION: self.tr("接收"),
            Step.RESEARCH_OFFICE: self.tr("核稿"),
            Step.SECRECY_CHECK: self.tr("保密审查"),
            Step.SUPERVISING_LEADER: self.tr("分管领导"),
            Step.DEPARTMENT_HEAD: self.tr("主要领导"),
        }

    def _connect(self) -> None:
        self.unit.chosen.connect(self._on_unit_chosen)
        self.code.textEdited.connect(self._on_code_edited)
        self.form.left.connect(lambda _name: self._check())
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.reject)

    def _arrange(self) -> None:
        look = self._frame.look
        foot = FootBand(look)
        foot.row.addWidget(self.save_button)
        foot.row.addWidget(self.close_button)
        foot.row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(self.form), 1)
        column.addWidget(foot)
        room = self.screen().availableGeometry()
        width, height = map(look.theme.scaled, _SIZE)
        self.resize(min(width, room.width() - 80), min(height, room.height() - 80))

    def entry(self) -> FormSettings:
        """Return what is typed; an empty limit is none."""
        return FormSettings(
            {kind: field.text().strip() for kind, field in self.patterns.items()},
            {kind: field.number or 0 for kind, field in self.limits.items()},
            {step: field.text().strip() for step, field in self.signers.items()},
        )

    def _problems(self) -> Iterator[FieldProblem]:
        """Yield what is wrong with each pattern and limit, asked one by one: a problem names no kind."""
        entry = self.entry()
        for kind in FormKind:
            for name, part in (
                ("pattern", FormSettings({kind: entry.patterns[kind]}, {}, {})),
                ("limit", FormSettings({}, {kind: entry.limits[kind]}, {})),
            ):
                for problem in self._desk.check(part):
                    yield FieldProblem(f"{name}_{kind}", problem.severity.value, problem_phrase(problem))

    def _check(self, *, go_to_first: bool = False) -> bool:
        problems = list(self._problems())
        self.form.show_problems(problems, go_to_first=go_to_first)
        return not problems

    def _show_templates(self) -> None:
        fault = self._fault()
        if fault is not None:
            said = error_sentence(fault)
        elif self._own.is_dir():
            said = self.tr("用本室的版面：{}").format(self._own)
        else:
            said = self.tr("用程序自带的版面；要改，先抄出来")
        self.templates.setText(said)

    @Slot(object)
    def _on_unit_chosen(self, choice: Choice | None) -> None:
        self.code.setEnabled(choice is not None)
        known = self._codes | self._typed_codes
        self.code.setText(known.get(choice.id, "") if choice is not None else "")

    @Slot(str)
    def _on_code_edited(self, text: str) -> None:
        if self.unit.chosen_id is not None:
            self._typed_codes[self.unit.chosen_id] = text.strip()

    @Slot()
    def _on_copy_clicked(self) -> None:
        written = copy_templates(self._own)
        self._show_templates()
        self._frame.notices.tell_result(
            self.tr("版面已抄出 {} 个文件，原有的没有动").format(len(written)),
            self.tr("打开文件夹"),
            partial(_open_folder, self._own),
        )

    @Slot()
    def _on_save_clicked(self) -> None:
        if not self._check(go_to_first=True):
            return
        try:
            for unit, code in self._typed_codes.items():
                if code.upper() != self._codes.get(unit, ""):
                    self._desk.set_unit_code(unit, code)
        except NotFileable as error:
            said = [FieldProblem("code", "bad", problem_phrase(problem)) for problem in error.args[0]]
            self.form.show_problems(said, go_to_first=True)
            return
        if self.entry() != self._desk.settings():
            self._desk.save(self.entry())
        self._frame.notices.tell_act(self.tr("审批表设置已保存"))
        self.accept()


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
