"""Files from outside are looked at before they are unpacked."""

import io
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from jinshi_desk import packages
from jinshi_desk.domain.errors import CannotRead, DamagedFile, EmptyFile, EncryptedFile, OversizedFile
from jinshi_desk.packages import Signature, open_package, read_file, signature

BOMB_ENTITIES = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "笑笑笑笑"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def a_zip(parts: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    store = io.BytesIO()
    with ZipFile(store, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return store.getvalue()


def test_a_sound_package_opens() -> None:
    content = a_zip({"word/document.xml": b"<?xml version='1.0'?><!-- x --><a/>", "media/1.png": b"\x00"})
    package = open_package("稿.docx", content)
    assert package.namelist() == ["word/document.xml", "media/1.png"]


def test_signatures_tell_what_a_file_is() -> None:
    assert signature(a_zip({"a.xml": b"<a/>"})) is Signature.ZIP
    assert signature(OLE_HEAD + b"\0" * 512) is Signature.OLE
    assert signature("标题".encode()) is Signature.OTHER


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="没有这个文件"):
        read_file(tmp_path / "稿.docx")


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "稿.docx").touch()
    with pytest.raises(EmptyFile) as refused:
        read_file(tmp_path / "稿.docx")
    assert refused.value.args == ("稿.docx",)


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_bytes(b"x" * 2048)
    with pytest.raises(OversizedFile) as refused:
        read_file(tmp_path / "稿.txt", limit=1024)
    assert refused.value.args == ("稿.txt", "1 KB")


def test_an_encrypted_office_file_is_named() -> None:
    with pytest.raises(EncryptedFile):
        open_package("稿.docx", OLE_HEAD + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"))


def test_a_zip_with_a_password_is_named() -> None:
    content = bytearray(a_zip({"word/document.xml": b"<a/>"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the flag in the central directory
    with pytest.raises(EncryptedFile):
        open_package("稿.docx", bytes(content))


@pytest.mark.parametrize("kept", [4, 30, -1])
def test_a_truncated_package_is_named(kept: int) -> None:
    content = a_zip({"word/document.xml": b"<a/>"})
    with pytest.raises(DamagedFile):
        open_package("稿.docx", content[:kept])


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    content = a_zip({"word/document.xml": b"<a/>", "word/media/1.bmp": b"\0" * (4 * packages.MEGABYTE)})
    with pytest.raises(OversizedFile) as refused:
        open_package("稿.docx", content, unpacked_limit=packages.MEGABYTE)
    assert refused.value.args == ("稿.docx", "1 MB")


def test_a_part_that_lies_about_its_size_is_never_unpacked_beyond_it() -> None:
    content = bytearray(a_zip({"word/media/1.bmp": b"\0" * packages.MEGABYTE}))
    directory = content.index(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (65536).to_bytes(4, "little")
    package = open_package("稿.docx", bytes(content))
    with pytest.raises(packages.UNREADABLE):
        package.read("word/media/1.bmp")


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "PART_COUNT_LIMIT", 2)
    with pytest.raises(OversizedFile):
        open_package("稿.docx", a_zip({f"{number}.bin": b"" for number in range(3)}))


@pytest.mark.parametrize("part", ["word/document.xml", "word/document.bin"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding_under_any_name(encoding: str, part: str) -> None:
    with pytest.raises(DamagedFile):
        open_package("稿.docx", a_zip({part: BOMB_ENTITIES.encode(encoding)}))


def test_a_part_that_is_not_xml_is_named() -> None:
    with pytest.raises(DamagedFile):
        open_package("稿.docx", a_zip({"word/document.xml": b"not xml"}))
    with pytest.raises(DamagedFile):
        open_package("稿.docx", a_zip({"word/document.xml": b""}))


def test_a_compression_no_office_program_writes_is_refused() -> None:
    with pytest.raises(DamagedFile):
        open_package("稿.docx", a_zip({"word/document.xml": b"<a/>"}, ZIP_BZIP2))
