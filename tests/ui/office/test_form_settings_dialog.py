"""审批表设置: numbers, limits, signers, codes of units, templates."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.approvals import FormKind, Step
from jinshi_desk.domain.errors import DeskError, TemplateBroken
from jinshi_desk.services.form_settings import FormSettingsDesk
from jinshi_desk.ui.office.form_settings_dialog import FormSettingsDialog
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choices import Choice
from tests.office import JUNE, Office, unit_id
from tests.ui.framed import framed
from tests.ui.scripted import ScriptedDialogs

_FAULT = TemplateBroken("approval_forms.typ 第 3 行", "少一个括号")


@pytest.fixture
def faults() -> list[DeskError]:
    """What is wrong with the office's templates."""
    return []


@pytest.fixture
def dialog(
    office: Office,
    look: Look,
    settings: QSettings,
    dialogs: ScriptedDialogs,
    qtbot: QtBot,
    tmp_path: Path,
    faults: list[DeskError],
) -> Iterator[FormSettingsDialog]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        units = [Choice(unit_id(name), name) for name in ("药山镇", "新洲镇")]
        desk = FormSettingsDesk(office.store, office.undo)
        made = FormSettingsDialog(
            frame, desk, units, tmp_path / "版面", lambda: faults[0] if faults else None
        )
        qtbot.addWidget(made)
        yield made


def test_the_next_number_follows_the_pattern_and_the_code(dialog: FormSettingsDialog, office: Office) -> None:
    dialog.patterns[FormKind.A].setText("{unit}{year}-{seq}")
    dialog.unit.setText("药山镇")
    dialog.unit.textEdited.emit("药山镇")
    dialog.code.setText("yst")
    dialog.code.textEdited.emit("yst")
    dialog.signers[Step.FIRST_REVIEW].setText("周试一")
    dialog.save_button.click()
    draft = office.log(unit="药山镇")
    assert office.approval.start(draft) == "YST2022-01"
    push = office.approval.start(draft, FormKind.C)
    assert office.approval.open(push).signers[Step.FIRST_REVIEW] == "周试一"


@pytest.mark.parametrize(
    ("pattern", "limit", "field"), [("无顺序号", 1, "pattern_B"), ("{seq}", 0, "limit_B")]
)
def test_what_can_not_number_or_limit_is_refused_at_its_field(
    dialog: FormSettingsDialog, office: Office, pattern: str, limit: int, field: str
) -> None:
    before = FormSettingsDesk(office.store, office.undo).settings()
    dialog.patterns[FormKind.B].setText(pattern)
    dialog.limits[FormKind.B].set_number(limit)
    dialog.save_button.click()
    assert [name for name, each in dialog.form.fields.items() if each.level] == [field]
    assert FormSettingsDesk(office.store, office.undo).settings() == before


def test_two_units_never_share_a_code(dialog: FormSettingsDialog, office: Office) -> None:
    FormSettingsDesk(office.store, office.undo).set_unit_code(unit_id("新洲镇"), "XZ")
    dialog.unit.setText("药山镇")
    dialog.unit.textEdited.emit("药山镇")
    dialog.code.setText("XZ")
    dialog.code.textEdited.emit("XZ")
    dialog.save_button.click()
    assert dialog.form.fields["code"].level == "bad"


def test_templates_are_copied_out_once(dialog: FormSettingsDialog, tmp_path: Path) -> None:
    assert dialog.templates.text() == "用程序自带的版面；要改，先抄出来"
    dialog.copy_button.click()
    copied = tmp_path / "版面" / "approval_forms.typ"
    assert copied.is_file()
    copied.write_text("本室改过", encoding="utf-8")
    dialog.copy_button.click()
    assert copied.read_text(encoding="utf-8") == "本室改过"
    assert dialog.templates.text().startswith("用本室的版面")


def test_a_broken_template_is_told_with_its_line(faults: list[DeskError], dialog: FormSettingsDialog) -> None:
    faults.append(_FAULT)
    dialog.copy_button.click()
    assert "第 3 行" in dialog.templates.text()
