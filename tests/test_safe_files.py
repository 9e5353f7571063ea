"""Files are written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from jinshi_desk import safe_files
from jinshi_desk.domain.errors import CannotWrite
from jinshi_desk.safe_files import replace_file


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "六月.xlsx"
    with replace_file(target) as draft:
        draft.write_bytes(b"new")
        assert not target.exists()
        assert draft.suffix == target.suffix
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    target = tmp_path / "六月.xlsx"
    target.write_bytes(b"old")

    def write_half() -> None:
        with replace_file(target) as draft:
            draft.write_bytes(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        write_half()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_said_in_the_clerks_words(tmp_path: Path) -> None:
    target = tmp_path / "六月.xlsx"
    with pytest.raises(CannotWrite) as refused, replace_file(target):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert refused.value.args == (str(target), "磁盘已满")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path: Path) -> None:
    with (
        pytest.raises(CannotWrite, match="没有这个文件或文件夹"),
        replace_file(tmp_path / "无" / "六月.xlsx"),
    ):
        pytest.fail("nothing to write to")


def test_a_folder_in_the_files_place_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "六月.xlsx"
    target.mkdir()
    with pytest.raises(CannotWrite), replace_file(target) as draft:
        draft.write_bytes(b"new")
    assert target.is_dir()
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only POSIX has pipes with a name")
def test_what_is_no_file_is_not_replaced_by_one(tmp_path: Path) -> None:
    pipe = tmp_path / "端口"
    os.mkfifo(pipe)
    with pytest.raises(CannotWrite, match="这是一个设备"), replace_file(pipe):
        pass
    assert pipe.is_fifo()


def test_rights_of_the_old_file_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "六月.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o600)
    with replace_file(target) as draft:
        draft.write_bytes(b"new")
    assert target.stat().st_mode & 0o777 == 0o600


def test_an_unknown_cause_is_still_said() -> None:
    assert safe_files.cause(OSError(errno.EPIPE, "Broken pipe")) == "Broken pipe"
    assert safe_files.cause(OSError()) == "OSError"


def test_a_file_where_a_folder_is_wanted_is_said_in_the_clerks_words(tmp_path: Path) -> None:
    place = tmp_path / "通报"
    place.write_bytes(b"")
    with pytest.raises(FileExistsError) as refused:
        place.mkdir(exist_ok=True)
    assert safe_files.cause(refused.value) == "那里是一个文件，不是文件夹"
