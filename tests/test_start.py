"""The program from outside: as a module, as a command, and as a window that opens and closes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

_TABS = ["register", "approval", "quota", "bulletin", "annual"]


def run(*words: str, home: Path, module: str = "jinshi_desk") -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, without a screen and away from anybody's files."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "HOME": str(home),
        "JINSHI_DATA": str(home / "台账.jinshi"),
        "PYTHONUTF8": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", module, *words],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
        timeout=180,
    )


def test_help_lists_the_commands_in_chinese(tmp_path: Path) -> None:
    done = run("--help", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "生成月通报" in done.stdout
    assert "不带命令时打开窗口" in done.stdout


def test_wrong_usage_is_told_in_one_line(tmp_path: Path) -> None:
    done = run("figures", home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("用法不对：")
    assert done.stderr.count("\n") == 1


_WITHOUT_QT = """
import runpy, sys
from pathlib import Path
from jinshi_desk.cli import main
from jinshi_desk.cli.arguments import parser

folder, sheet, draft = map(Path, sys.argv[1:])
data = ["--data", str(folder / "新.jinshi")]
runs = {
    "init": [], "import": [str(sheet)], "log": [str(draft)], "verify": [], "list": ["drafts"],
    "export": ["drafts", "--out", str(folder / "出.xlsx")], "figures": ["2022-07"], "quota": ["2022-07"],
    "points": ["2022-07", "--explain", "药山镇"], "bulletin": ["2022-07", "--out", str(folder)],
    "approval": ["--blank", "A", "--out", str(folder / "空.pdf")],
    "close": ["2022-07", "--accept-open-items"],
}
(commands,) = (set(action.choices) for action in parser()._actions if action.dest == "command")
for name in [*runs, *(commands - set(runs))]:
    words = runs.get(name, ["--help"])
    try:
        code = main([*data, name, *words])
    except SystemExit as left:
        code = left.code
    assert code == 0, (name, code)
    assert not [module for module in sys.modules if module.startswith("PySide6")], name
print("每个命令都不用窗口")
"""


def test_no_command_loads_the_window(tmp_path: Path, samples: Path) -> None:
    draft = tmp_path / "稿.txt"
    draft.write_text("屋场夜话聚民心\n药山镇　周试一\n药山镇组织党员开展夜谈。\n", encoding="utf-8")
    sheet = samples / "clean_202207.xlsx"
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_QT, str(tmp_path), str(sheet), str(draft)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        check=False,
        timeout=180,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "每个命令都不用窗口"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``demo --screens`` leaves: the sample year, June's bulletin, a picture of every tab."""
    folder = tmp_path_factory.mktemp("示例")
    done = run("demo", "--out", str(folder / "示例"), "--screens", home=folder)
    assert (
        done.returncode,
        done.stderr.replace("This plugin does not support propagateSizeHints()\n", ""),
    ) == (
        0,
        "",
    )
    return folder / "示例"


def test_the_demonstration_makes_all_its_files(shown: Path) -> None:
    pictures = {f"{number}-{tab}.png" for number, tab in enumerate(_TABS, start=1)}
    papers = {f"组工信息月通报-2022-06.{kind}" for kind in ("pdf", "docx", "xlsx")}
    forms = {"空白审批表.pdf", *(file.name for file in shown.glob("审批表-202206-*.pdf"))}
    assert len(forms) == 2
    assert {file.name for file in shown.iterdir()} == {"示例.jinshi", *pictures, *papers, *forms}
    assert all(file.stat().st_size > 10_000 for file in shown.iterdir())


def test_the_draft_beside_the_list_is_in_the_picture(shown: Path) -> None:
    picture = QImage(str(shown / "1-register.png"))
    assert len({picture.pixelColor(x, 330).rgb() for x in range(910, 1340)}) > 1


def test_the_window_closed_leaves_one_sound_file(shown: Path) -> None:
    done = run("--data", str(shown / "示例.jinshi"), "verify", home=shown.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert "不符" not in done.stdout


def test_a_file_that_can_not_be_opened_opens_no_window(tmp_path: Path) -> None:
    (tmp_path / "坏.jinshi").write_bytes(b"")
    script = (
        "import sys\n"
        "from jinshi_desk import app\n"
        "class Said:\n"
        "    def __init__(self, *_): pass\n"
        "    def show_error(self, sentence, log_file=None): print(sentence)\n"
        "app.QtDialogs = Said\n"
        "sys.exit(app.main(['--data', sys.argv[1]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "坏.jinshi")],
        capture_output=True,
        encoding="utf-8",
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_DATA_HOME": str(tmp_path),
            "HOME": str(tmp_path),
            "PYTHONUTF8": "1",
        },
        check=False,
        timeout=180,
    )
    assert done.returncode == 1
    assert done.stdout == "数据文件 坏.jinshi 已损坏（空文件），请用最近的备份恢复。\n"
