"""What bad input gets on the command line: exit 1, one sentence on stderr, nothing changed (issue 2)."""

import hashlib
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import Workbook

from jinshi_desk import packages, paths
from jinshi_desk.cli import main
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import BadRules, CannotRead
from jinshi_desk.services.office import FirstAnswers, create_office

Capture = pytest.CaptureFixture[str]
Spoil = Callable[[Path], None]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def prints(folder: Path) -> dict[str, str]:
    """Every file of a folder by its fingerprint; what SQLite keeps beside an open file left out."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.iterdir())
        if file.is_file() and not file.name.endswith(("-wal", "-shm"))
    }


def refused(capsys: Capture, *words: str | Path) -> str:
    """Run a command that must be refused and return its sentence."""
    assert main([str(word) for word in words]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    (sentence,) = said.err.splitlines()
    assert sentence.endswith("。")
    return sentence


# ---- sheets


def not_a_workbook(file: Path) -> None:
    file.write_bytes(b"%PDF-1.7\n1 0 obj")


def encrypted(file: Path) -> None:
    file.write_bytes(_OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))


def truncated(file: Path) -> None:
    Workbook().save(file)
    file.write_bytes(file.read_bytes()[:-400])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def bomb(file: Path) -> None:
    """A megabyte that would unpack to more than is accepted."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        with package.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(packages.UNPACKED_LIMIT // packages.MEGABYTE + 1):
                part.write(b" " * packages.MEGABYTE)


def headless(file: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["今天", "天气", "不错"])
    book.save(file)


def missing(file: Path) -> None:
    """Do nothing: there is no such file."""


@pytest.mark.parametrize(
    ("spoil", "fact"),
    [
        (not_a_workbook, "不是表格文件"),
        (encrypted, "有打开密码"),
        (truncated, "不完整或已损坏"),
        (empty, "没有内容"),
        (bomb, "展开后过大"),
        (headless, "找不到表头"),
        (missing, "读不了"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_sheet_that_can_not_be_read(
    spoil: Spoil, fact: str, data_file: Path, samples: Path, tmp_path: Path, capsys: Capture
) -> None:
    sheet = tmp_path / "六月.xlsx"
    spoil(sheet)
    before = prints(tmp_path)
    good = samples / "clean_202207.xlsx"
    sentence = refused(capsys, "--data", data_file, "import", good, sheet)
    assert fact in sentence
    assert "六月.xlsx" in sentence
    assert prints(tmp_path) == before


# ---- drafts and names


@pytest.mark.parametrize("name", ["稿.pdf", "稿.docx", "没有.txt"])
def test_a_draft_file_that_can_not_be_read(
    name: str, data_file: Path, tmp_path: Path, capsys: Capture
) -> None:
    if name.startswith("稿"):
        (tmp_path / name).write_bytes(b"%PDF-1.7")
    before = prints(tmp_path)
    assert name in refused(capsys, "--data", data_file, "log", tmp_path / name)
    assert prints(tmp_path) == before


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        (("list", "drafts", "--unit", "某某镇"), "找不到单位“某某镇”"),
        (("export", "drafts", "--unit", "某某镇", "--out", "出.xlsx"), "找不到单位“某某镇”"),
        (("points", "2022-06", "--explain", "某某镇"), "找不到单位“某某镇”"),
        (("list", "没有的"), "没有“没有的”这种台账"),
        (("figures", "六月"), "“六月”不是月份"),
        (("figures", "9999-12"), "应写成 2022-06 这样（1900 至 2100 年）"),
        (("log", "稿.txt", "--received-on", "昨天"), "“昨天”不是日期"),
    ],
)
def test_a_word_that_names_nothing(
    words: tuple[str, ...], fact: str, data_file: Path, tmp_path: Path, capsys: Capture
) -> None:
    before = prints(tmp_path)
    assert fact in refused(capsys, "--data", data_file, *words)
    assert prints(tmp_path) == before


def test_of_several_draft_files_all_are_registered_or_none(
    data_file: Path, tmp_path: Path, capsys: Capture
) -> None:
    good, nameless = tmp_path / "新洲镇 屋场夜话.txt", tmp_path / "无单位.txt"
    good.write_text("屋场夜话聚民心\n\n　　新洲镇开展活动。\n", encoding="utf-8")
    nameless.write_text("不知哪家写的\n\n　　没有单位。\n", encoding="utf-8")
    before = prints(tmp_path)
    sentence = refused(capsys, "--data", data_file, "log", good, nameless)
    assert sentence == "无单位.txt 登不了：没有报送单位；一篇都没有登记。"
    assert prints(tmp_path) == before


def test_the_same_draft_twice_in_one_call_is_registered_not_once(
    data_file: Path, tmp_path: Path, capsys: Capture
) -> None:
    draft, twin = tmp_path / "新洲镇 屋场夜话.txt", tmp_path / "又一份.txt"
    draft.write_text("屋场夜话聚民心\n\n　　新洲镇开展活动。\n", encoding="utf-8")
    twin.write_bytes(draft.read_bytes())
    before = prints(tmp_path)
    sentence = refused(capsys, "--data", data_file, "log", draft, twin, "--unit", "新洲镇")
    assert sentence == "又一份.txt 登不了：本单位已有同题稿件 新洲镇 屋场夜话.txt；一篇都没有登记。"
    assert prints(tmp_path) == before


@pytest.mark.parametrize(
    "words",
    [
        ("--data", "{folder}", "list", "drafts"),
        ("--data", "{folder}", "init"),
        ("--data", "{file}", "log", "{folder}"),
        ("--data", "{file}", "import", "{folder}"),
    ],
    ids=["data", "init", "log", "import"],
)
def test_a_folder_where_a_file_is_wanted(
    words: tuple[str, ...], data_file: Path, tmp_path: Path, capsys: Capture
) -> None:
    folder = tmp_path / "文件夹"
    folder.mkdir()
    before = prints(tmp_path)
    said = refused(capsys, *(word.format(folder=folder, file=data_file) for word in words))
    assert said == f"“{folder}”是文件夹，这里要写文件；写上文件夹里的文件名再试。"
    assert prints(tmp_path) == before
    assert list(folder.iterdir()) == []


# ---- rules


@pytest.mark.parametrize(
    ("old", "new", "fact"),
    [
        ("grace_close_day = 5", "", "的“quota.grace_close_day”缺少"),
        ("groups = { town = 2,", "groups = { town = -2,", "不能是负数"),
        ("[ruleset]", "[ruleset", "第 3 行表名的方括号没有写全"),
    ],
    ids=["missing", "negative", "no TOML"],
)
def test_rules_that_can_not_be_used_start_no_office(old: str, new: str, fact: str, tmp_path: Path) -> None:
    default = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
    assert old in default
    rules = tmp_path / "细则.toml"
    rules.write_text(default.replace(old, new), encoding="utf-8")
    with pytest.raises(BadRules) as refusal:
        create_office(tmp_path / "台账.jinshi", FirstAnswers(rules=rules))
    sentence = error_sentence(refusal.value)
    assert sentence.startswith("规则文件 细则.toml ")
    assert fact in sentence
    assert set(prints(tmp_path)) == {"细则.toml"}


def test_rules_that_are_not_there_start_no_office(tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as refusal:
        create_office(tmp_path / "台账.jinshi", FirstAnswers(rules=tmp_path / "没有.toml"))
    assert "没有.toml" in error_sentence(refusal.value)
    assert prints(tmp_path) == {}


# ---- the data file


def foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE note (text TEXT)")
        other.commit()


def text(file: Path) -> None:
    file.write_text("不是数据库。" * 400, encoding="utf-8")


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as ours:
        ours.execute("PRAGMA user_version = 9999")


def damaged(file: Path) -> None:
    """Overwrite all pages but the first."""
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))


def gone(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize(
    ("spoil", "fact"),
    [
        (foreign, "不是本程序的数据文件"),
        (text, "不是本程序的数据文件"),
        (newer, "由更新的程序写成"),
        (damaged, "已损坏"),
        (empty, "已损坏（空文件）"),
        (gone, "不存在，先用 init 建立"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
@pytest.mark.parametrize("words", [("list", "drafts"), ("verify",), ("figures", "2022-06")])
def test_a_data_file_that_can_not_be_opened(
    spoil: Spoil, fact: str, words: tuple[str, ...], data_file: Path, tmp_path: Path, capsys: Capture
) -> None:
    spoil(data_file)
    before = prints(tmp_path)
    sentence = refused(capsys, "--data", data_file, *words)
    assert fact in sentence
    assert data_file.name in sentence
    assert prints(tmp_path) == before


def test_a_data_file_is_never_created_over(data_file: Path, tmp_path: Path, capsys: Capture) -> None:
    before = prints(tmp_path)
    assert "已经存在，没有覆盖" in refused(capsys, "--data", data_file, "init")
    assert prints(tmp_path) == before


@pytest.mark.parametrize(
    "words",
    [
        ("--data", "{wall}/台账.jinshi", "init"),
        ("demo", "--out", "{wall}/示例"),
        ("--data", "{file}", "export", "drafts", "--out", "{wall}/出.xlsx"),
        ("--data", "{file}", "bulletin", "2022-06", "--format", "xlsx", "--out", "{wall}/通报"),
    ],
    ids=["init", "demo", "export", "bulletin"],
)
def test_a_folder_that_takes_no_file(
    words: tuple[str, ...], data_file: Path, tmp_path: Path, capsys: Capture
) -> None:
    wall = tmp_path / "不是文件夹"  # root may write into any folder, but into no file as if it were one
    wall.write_text("一堵墙", encoding="utf-8")
    before = prints(tmp_path)
    said = refused(capsys, *(word.format(wall=wall, file=data_file) for word in words))
    assert said.startswith("写不进")
    assert "不是文件夹" in said
    assert prints(tmp_path) == before
