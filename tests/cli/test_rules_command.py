"""``rules`` on the command line."""

from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.cli import main


def test_versions_are_listed_and_a_file_is_compared(
    data_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(data_file), "rules"]) == 0
    assert "default-2022" in capsys.readouterr().out
    shipped = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
    same, other = tmp_path / "同.toml", tmp_path / "新.toml"
    same.write_text(shipped, encoding="utf-8")
    other.write_text(shipped.replace("per_missing = -1.0", "per_missing = -0.5"), encoding="utf-8")
    assert main(["--data", str(data_file), "rules", str(same), "--diff"]) == 0
    assert capsys.readouterr().out == "与 default-2022 一样\n"
    assert main(["--data", str(data_file), "rules", "--diff", str(other)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "与 default-2022 相比，有 1 处不同"
    assert said[-1].split() == ["月度任务：每少1条", "−1", "−0.5", "quota.per_missing"]


def test_a_comparison_wants_a_file(data_file: Path) -> None:
    with pytest.raises(SystemExit):
        main(["--data", str(data_file), "rules", "--diff"])


def test_rules_in_force_and_rules_of_a_file_are_printed(
    data_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, own = tmp_path / "印", tmp_path / "新.toml"
    command = ["--data", str(data_file), "rules", "--print", "--out", str(out)]
    assert main([*command, "--month", "2022-06", "--format", "docx"]) == 0
    assert capsys.readouterr().out == f"{out / '计分细则-2022-01.docx'}\n"
    shipped = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
    own.write_text(shipped.replace('"2022-01"', '"2023-01"', 1), encoding="utf-8")
    assert main([*command, str(own), "--format", "docx"]) == 0
    assert (out / "计分细则-2023-01.docx").is_file()
    assert main([*command, "--month", "2021-06"]) == 1


@pytest.mark.parametrize(
    "misused", [["--print"], ["--out", "x"], ["x.toml", "--print", "--out", "x", "--month", "2022-06"]]
)
def test_printing_wants_a_folder_and_one_set_of_rules(data_file: Path, misused: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--data", str(data_file), "rules", *misused])


def test_a_version_taken_in_by_mistake_is_withdrawn(
    data_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
    own = tmp_path / "新.toml"
    own.write_text(
        shipped.replace("default-2022", "new").replace('"2022-01"', '"2023-01"', 1), encoding="utf-8"
    )
    command = ["--data", str(data_file), "rules"]
    assert main([*command, str(own)]) == 0
    assert main([*command, "--withdraw", "new"]) == 1
    assert "要写明原因" in capsys.readouterr().err
    assert main([*command, "--withdraw", "new", "--reason", "还没印发"]) == 0
    assert "自2023年1月起照旧执行" in capsys.readouterr().out
    assert main([*command, "--withdraw", "new", "--reason", "还没印发"]) == 1
    assert main([*command]) == 0
    assert "new" not in capsys.readouterr().out
