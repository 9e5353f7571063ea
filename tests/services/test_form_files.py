"""The signed paper as a file: kept once, whole, beside the data file; what is lost or altered is told."""

from pathlib import Path

import pytest

from jinshi_desk.domain.approval_forms import AttachmentRole, FileKind, FormState
from jinshi_desk.domain.errors import (
    ApprovalOver,
    CannotRead,
    CannotWrite,
    DeskError,
    EmptyFile,
    OversizedAttachment,
    ReasonMissing,
    UnknownAttachment,
    UnknownFileContent,
    WrongFileName,
)
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.safety import verify
from jinshi_desk.store import attachments
from tests.office import Office

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 64
PDF = b"%PDF-1.7\n" + b"\x00" * 64


@pytest.fixture
def number(office: Office) -> str:
    return office.approval.start(office.log())


def a_file(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def faults(office: Office) -> str:
    """What verify says of attachments."""
    found = verify(office.store, BulletinDesk(office.store, Press()))
    return next(each.detail for each in found if each.name == "attachments")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("签批件.png", PNG, FileKind.PNG),
        ("IMG_1.JPG", JPEG, FileKind.JPEG),
        ("扫描.jpeg", JPEG, FileKind.JPEG),
        ("扫描.pdf", PDF, FileKind.PDF),
    ],
)
def test_a_scan_is_kept_with_its_form(
    office: Office, number: str, tmp_path: Path, name: str, content: bytes, kind: FileKind
) -> None:
    row = office.form_files.attach(number, a_file(tmp_path, name, content))
    (found,) = office.approval.open(number).approval.attachments
    assert (found.id, found.name, found.kind, found.size) == (row, name, kind, len(content))
    kept = office.form_files.path(number, row)
    assert kept.read_bytes() == content
    assert kept.parent.parent == office.store.file.with_name("台账.附件")
    assert faults(office) == ""


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("照片.png", JPEG, WrongFileName),
        ("照片.pdf", PNG, WrongFileName),
        ("照片.docx", PDF, WrongFileName),
        ("照片.jpg", b"MZ" + b"\x00" * 64, UnknownFileContent),
        ("照片.jpg", b"", EmptyFile),
    ],
)
def test_what_is_no_scan_changes_nothing(
    office: Office, number: str, tmp_path: Path, name: str, content: bytes, refusal: type[DeskError]
) -> None:
    with pytest.raises(refusal):
        office.form_files.attach(number, a_file(tmp_path, name, content))
    assert office.approval.open(number).approval.attachments == ()
    assert not office.store.attachments.folder.exists()


def test_what_is_not_there_or_huge_changes_nothing(
    office: Office, number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "SIZE_LIMIT", 100)
    with pytest.raises(CannotRead):
        office.form_files.attach(number, tmp_path / "没有.pdf")
    with pytest.raises(CannotRead):
        office.form_files.attach(number, tmp_path)
    with pytest.raises(OversizedAttachment):
        office.form_files.attach(number, a_file(tmp_path, "大.pdf", PDF + b"\x00" * 100))
    assert not office.store.attachments.folder.exists()


def test_a_folder_that_takes_nothing_changes_nothing(office: Office, number: str, tmp_path: Path) -> None:
    office.store.attachments.folder.write_bytes(b"a file where the folder should be")
    with pytest.raises(CannotWrite):
        office.form_files.attach(number, a_file(tmp_path, "扫描.pdf", PDF))
    assert office.approval.open(number).approval.attachments == ()


def test_the_same_scan_is_kept_once(office: Office, number: str, tmp_path: Path) -> None:
    other = office.approval.start(office.log())
    for form, name in ((number, "甲.pdf"), (other, "乙.pdf")):
        office.form_files.attach(form, a_file(tmp_path, name, PDF))
    assert len([file for file in office.store.attachments.folder.rglob("*") if file.is_file()]) == 1


def test_a_lost_or_altered_scan_is_told_and_mended_by_attaching_it_again(
    office: Office, number: str, tmp_path: Path
) -> None:
    lost = office.form_files.attach(number, a_file(tmp_path, "丢.pdf", PDF))
    altered = office.form_files.attach(number, a_file(tmp_path, "改.png", PNG))
    office.form_files.path(number, lost).unlink()
    office.form_files.path(number, altered).write_bytes(PNG + b"!")
    assert faults(office) == "202206-XZ-01 丢.pdf 不见了；202206-XZ-01 改.png 被改动过"
    office.form_files.attach(number, a_file(tmp_path, "丢.pdf", PDF))
    office.form_files.attach(number, a_file(tmp_path, "改.png", PNG))
    assert faults(office) == ""


def test_a_scan_is_taken_off_for_a_reason_and_put_back(office: Office, number: str, tmp_path: Path) -> None:
    row = office.form_files.attach(number, a_file(tmp_path, "扫描.pdf", PDF))
    with pytest.raises(ReasonMissing):
        office.form_files.detach(number, row, "")
    office.form_files.detach(number, row, "扫错了页")
    assert office.approval.open(number).approval.attachments == ()
    with pytest.raises(UnknownAttachment):
        office.form_files.path(number, row)
    office.undo.last()
    assert office.form_files.path(number, row).is_file()
    office.undo.last()
    assert office.approval.open(number).approval.attachments == ()


def test_a_void_form_takes_no_file(office: Office, number: str, tmp_path: Path) -> None:
    office.approval.void(number, "填错")
    with pytest.raises(ApprovalOver):
        office.form_files.attach(number, a_file(tmp_path, "扫描.pdf", PDF))


def test_another_picture_is_reviewed_anew_but_the_signed_paper_is_not(office: Office, tmp_path: Path) -> None:
    draft = office.log()
    (push,) = office.approval.start_push([draft])
    office.sign(push, "王测三", "刘样五", "高样二")
    office.form_files.attach(push, a_file(tmp_path, "签批件.pdf", PDF))
    assert office.approval.open(push).approval.state is FormState.SIGNED
    office.form_files.attach(push, a_file(tmp_path, "配图.png", PNG), AttachmentRole.PICTURE)
    assert (office.approval.open(push).approval.state, office.status(draft)) == (
        FormState.CHANGED,
        "accepted",
    )
    office.undo.last()
    assert (office.approval.open(push).approval.state, office.status(draft)) == (FormState.SIGNED, "approved")
